//! Files and folders: where the timelines of the tests lie, and folders to write in.

use std::fs;
use std::ops::Deref;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

use super::texts;

pub const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.toml");
pub const DATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/dates.toml");
pub const LANES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/lanes.toml");
pub const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sources.toml");
pub const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/timeline.toml");

/// The small timeline with its cases in one file, which is written once for all tests.
pub static SMALL_WITH_CASES: LazyLock<String> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small-with-cases.toml");
    fs::write(&file, texts::SMALL_WITH_CASES).unwrap();
    file.to_str().unwrap().to_owned()
});

/// The same with tours.
pub static TOURS: LazyLock<String> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tours.toml");
    fs::write(&file, texts::TOURS).unwrap();
    file.to_str().unwrap().to_owned()
});

/// A file of the repository.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A folder for one test, which is gone with it.
pub struct Folder(TempDir);

impl Deref for Folder {
    type Target = Path;

    fn deref(&self) -> &Path {
        self.0.path()
    }
}

/// An empty folder.
pub fn folder() -> Folder {
    Folder(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
}

/// The names in a folder, hidden ones too.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The files of a folder with an ending, in the order of their names.
pub fn with_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let names = names(folder).into_iter();
    names
        .map(|name| folder.join(name))
        .filter(|file| file.extension().is_some_and(|found| found == ending))
        .collect()
}

/// A shell script in a folder, that may be run.
pub fn script(folder: &Path, name: &str, body: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A FIFO, with nobody at its other end.
pub fn fifo(path: &Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.unwrap().success(), "{path:?}");
}
