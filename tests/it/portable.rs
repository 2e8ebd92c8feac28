//! What the tests of exports and imports share: the program as a process, and folders of their own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.toml");
pub const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cases.toml");
pub const DATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/dates.toml");
pub const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/timeline.toml");

/// Status, standard output and standard error, with something on standard input.
pub fn fed(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_neutrality"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    let input = input.to_owned();
    let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let Output {
        status,
        stdout,
        stderr,
    } = program.wait_with_output().unwrap();
    // A program that refuses its arguments does not read.
    let _ = feeding.join();
    (
        status.code().unwrap_or(-1),
        String::from_utf8(stdout).unwrap(),
        String::from_utf8(stderr).unwrap(),
    )
}

pub fn answer(arguments: &[&str]) -> (i32, String, String) {
    fed(arguments, "")
}

/// An export that succeeds, to standard output.
#[track_caller]
pub fn export(file: &str, format: &str, more: &[&str]) -> String {
    let arguments = [&["export", "-f", file, "--format", format], more].concat();
    let (status, said, error) = answer(&arguments);
    assert_eq!((status, error.as_str()), (0, ""), "{arguments:?}");
    said
}

/// An import that loses nothing: the file that it makes.
#[track_caller]
pub fn imported(text: &str, format: &str) -> String {
    let (status, file, error) = fed(&["import", "-", "--format", format], text);
    assert_eq!(status, 0, "{error}");
    file
}

/// A fresh folder for the files of one test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
