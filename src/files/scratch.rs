//! A file for an editor to write in, which is gone when it has been read, unless it is to stay.

use std::fs::Permissions;
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use super::door;
use crate::error::Error;

/// The largest text that is taken back.
const LARGEST: u64 = 4 << 20;

/// The file, as long as it is needed.
pub(crate) struct Scratch(TempPath);

impl Scratch {
    /// A file that holds a text, for nobody else's eyes.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn new(text: &str) -> Result<Self, Error> {
        let failed = |source: io::Error| Error::Save {
            name: std::env::temp_dir().display().to_string(),
            source,
        };
        let mut file = Builder::new()
            .prefix("neutrality-note-")
            .suffix(".md")
            .permissions(Permissions::from_mode(0o600))
            .tempfile()
            .map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        Ok(Scratch(file.into_temp_path()))
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Leaves it where it lies.
    pub(crate) fn stay(self) -> Option<PathBuf> {
        self.0.keep().ok()
    }

    /// What it holds now; an editor may have put another file in its place.
    ///
    /// # Errors
    /// When it cannot be read, or is no text.
    pub(crate) fn text(&self) -> Result<String, Error> {
        door::text(&self.0, LARGEST).map_err(|source| Error::Read {
            name: self.0.display().to_string(),
            source,
            command: None,
        })
    }
}
