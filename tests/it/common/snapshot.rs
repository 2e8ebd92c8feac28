//! What is shown, compared with what was kept: in the tests themselves, and in files of the repository.
//!
//! `UPDATE_EXPECT=1 cargo test` keeps what is shown now, to be read before it is committed.

use expect_test::{Expect, expect_file};

use super::files::path;

/// Compares what is shown with what a test holds under a line that says what was given.
///
/// That line stands at the margin, so that the spaces at the beginnings of all others count.
pub fn transcript(given: &str, shown: &str, mut kept: Expect) {
    kept.indent(false);
    kept.assert_eq(&format!("{}\n{}\n", given.trim_end(), shown.trim_end()));
}

/// Compares what is shown with a file.
pub fn file(name: &str, shown: &str) {
    expect_file![path(name)].assert_eq(shown);
}

/// Compares a file that is made by the program with what it makes now, without printing the whole of it.
#[track_caller]
pub fn made_file(name: &str, made: &str) {
    let kept = expect_file![path(name)];
    let updates = std::env::var_os("UPDATE_EXPECT").is_some();
    assert!(
        updates || kept.data() == made,
        "{name} is stale; UPDATE_EXPECT=1 cargo test makes it anew"
    );
    kept.assert_eq(made);
}
