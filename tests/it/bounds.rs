//! What is refused in time: a file for which there is no room is told so, and nothing is ended in the middle.

use std::fs;

use crate::common::files::folder;
use crate::common::process::shell;

#[test]
fn a_file_of_events_that_say_nothing_is_refused_where_memory_is_bounded() {
    let folder = folder();
    let file = folder.join("empty-events.toml");
    let events = "[[events]]\n".repeat(300_000);
    fs::write(
        &file,
        format!("format = 1\n[timeline]\ntitle = \"Empty\"\n{events}"),
    )
    .unwrap();
    let line = "ulimit -v 600000; exec \"$0\" check \"$1\"";
    let (status, told, complaint) = shell(line, file.to_str().unwrap());
    assert_eq!(status, 1, "{complaint}");
    assert!(
        told.contains("there is not enough memory for the file"),
        "{told}"
    );
}
