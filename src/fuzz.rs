//! What holds whatever comes in: a function for each door, which takes any bytes and panics where something does not hold.
//!
//! The fuzzers of `tests/fuzz` call them with bytes that they make up, and the tests with those in `tests/corpus` that
//! once led somewhere new. They are built for these two only.

mod dates;
mod decoder;
mod import;
mod model;
mod questions;
mod settings;

pub use dates::dates;
pub use decoder::decoder;
pub use import::import;
pub use model::model;
pub use questions::questions;
pub use settings::settings;

use crate::text::is_hostile;

/// A text, if the bytes are one.
fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Panics where a terminal would obey something in a text of one or several lines.
fn assert_clean(text: &str) {
    let obeyed = text
        .chars()
        .find(|character| is_hostile(*character) && *character != '\n');
    assert_eq!(obeyed, None, "in {text:?}");
}

/// Panics where a terminal would obey something in a text that is to stand on one line.
fn assert_one_clean_line(text: &str) {
    assert_clean(text);
    assert!(!text.contains('\n'), "{text:?} has several lines");
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::panic::catch_unwind;
    use std::path::Path;

    /// What a fuzzer runs.
    type Body = fn(&[u8]);

    #[test]
    fn what_led_somewhere_new_once_leads_to_no_fault() {
        let bodies: [(&str, Body); 6] = [
            ("dates", super::dates),
            ("decoder", super::decoder),
            ("import", super::import),
            ("model", super::model),
            ("questions", super::questions),
            ("settings", super::settings),
        ];
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
        let mut broken = Vec::new();
        for (name, body) in bodies {
            let files: Vec<_> = fs::read_dir(corpus.join(name)).unwrap().collect();
            assert!(!files.is_empty(), "nothing is kept for {name}");
            for file in files {
                let path = file.unwrap().path();
                let bytes = fs::read(&path).unwrap();
                if catch_unwind(|| body(&bytes)).is_err() {
                    broken.push(path);
                }
            }
        }
        assert!(broken.is_empty(), "{broken:#?}");
    }
}
