//! The reader's own files: settings and marks; and what the environment says.

use super::{assert_clean, text};
use crate::notes::written;
use crate::settings::{FromFile, Layer};

/// Reads settings, variables and a file of marks.
///
/// # Panics
/// When a fault is told with something that a terminal obeys, or marks are not kept as they were read.
pub fn settings(bytes: &[u8]) {
    let Some(source) = text(bytes) else {
        return;
    };
    let settings = FromFile::read("settings.toml", source);
    assert_clean(&settings.report.render(false, false));
    for binding in settings.keymap.bindings() {
        binding
            .keys
            .iter()
            .for_each(|keys| assert_clean(&keys.to_string()));
    }
    let (_, warnings) = Layer::of_environment(|_| Some(source.to_owned()));
    warnings.iter().for_each(|warning| assert_clean(warning));
    match written::read(source) {
        Ok(notebook) => {
            let kept = written::write(&notebook);
            let again = written::read(&kept);
            assert_eq!(again.ok().as_ref(), Some(&notebook), "{kept}");
        }
        Err(fault) => assert_clean(&fault.to_string()),
    }
}
