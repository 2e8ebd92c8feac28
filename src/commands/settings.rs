//! Finds the settings of the person who runs the program; no file is needed, and none is ever written.

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy as _, Xdg};

use crate::files;
use crate::settings::{FromFile, Layer, Settings};
use crate::text;

/// The largest settings file that is read; keys for every action take a few kilobytes.
const LARGEST: u64 = 1 << 20;

/// Names another settings file; empty for none.
const CONFIG: &str = "NEUTRALITY_CONFIG";

/// The settings with where they were looked for and what is wrong with them.
pub(super) struct Found {
    pub settings: Settings,
    /// Where the file is or would be; `None` where no home is known.
    pub path: Option<PathBuf>,
    pub exists: bool,
    /// Faults of the file, drawn, and sentences on the environment.
    pub warnings: Vec<String>,
}

/// Reads the layers under these flags.
pub(super) fn find(flags: Layer) -> Found {
    let path = path();
    let is_named = env::var_os(CONFIG).is_some();
    let mut warnings = Vec::new();
    let (file, exists) = match path.as_ref().map(|path| (path, files::text(path, LARGEST))) {
        Some((path, Ok(source))) => {
            let file = FromFile::read(&path.display().to_string(), &source);
            if !file.report.faults.is_empty() {
                warnings.push(file.report.render(false, false));
            }
            (file, true)
        }
        // A file that nobody named need not be there.
        Some((_, Err(error))) if error.is_missing() && !is_named => (FromFile::none(), false),
        Some((path, Err(error))) => {
            let name = path.display().to_string();
            let name = text::clean(&name);
            warnings.push(format!("cannot read '{name}': {error}"));
            (FromFile::none(), !error.is_missing())
        }
        None => (FromFile::none(), false),
    };
    let (environment, warnings_of_environment) = Layer::of_environment(|name| env::var(name).ok());
    warnings.extend(warnings_of_environment);
    Found {
        settings: Settings::settle(flags, environment, file),
        path,
        exists,
        warnings,
    }
}

impl Found {
    /// Tells what is wrong on standard error; the program goes on.
    pub(super) fn warn(&self) {
        for warning in &self.warnings {
            let _ = writeln!(io::stderr(), "neutrality: {}", warning.trim_end());
        }
    }
}

/// A file that says of every setting what it is.
pub(super) const EXAMPLE: &str = include_str!("../settings/example.toml");

/// `$NEUTRALITY_CONFIG`, else `neutrality/config.toml` where the XDG Base Directory Specification puts it.
fn path() -> Option<PathBuf> {
    if let Some(named) = env::var_os(CONFIG) {
        return (!named.is_empty()).then(|| named.into());
    }
    let base = Xdg::new().ok()?;
    Some(base.config_dir().join("neutrality/config.toml"))
}
