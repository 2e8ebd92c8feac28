//! The walls of the house: what a room may not know.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file of a room: `src/ROOM.rs` and all below `src/ROOM/`.
fn room(name: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![root.join(format!("{name}.rs"))];
    let mut folders = vec![root.join(name)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path)
            } else {
                files.push(path)
            }
        }
    }
    files.retain(|file| file.exists());
    assert!(!files.is_empty(), "there is no room {name}");
    files
}

/// The file without its comments and its tests, which may speak of anything.
fn code(file: &Path) -> String {
    let source = fs::read_to_string(file).unwrap();
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn check(name: &str, forbidden: &[&str]) {
    for file in room(name) {
        let code = code(&file);
        for word in forbidden {
            assert!(!code.contains(word), "{} knows of `{word}`", file.display());
        }
    }
}

#[test]
fn the_timeline_knows_no_terminal_no_screen_and_no_file() {
    check(
        "timeline",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "crate::app",
            "crate::ui",
            "crate::page",
            "crate::selection",
        ],
    );
}

#[test]
fn the_selection_knows_no_terminal_and_no_screen() {
    check(
        "selection",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "crate::app",
            "crate::ui",
            "crate::page",
        ],
    );
}

#[test]
fn the_geometry_of_time_knows_no_screen_and_no_reader() {
    check(
        "lanes",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "crate::app",
            "crate::ui",
            "crate::page",
        ],
    );
}

#[test]
fn a_page_knows_no_terminal_and_no_screen() {
    check(
        "page",
        &["ratatui", "crossterm", "std::fs", "crate::app", "crate::ui"],
    );
}

#[test]
fn a_citation_knows_no_terminal_no_screen_and_no_page() {
    check(
        "citation",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "crate::app",
            "crate::ui",
            "crate::page",
            "crate::export",
        ],
    );
}

#[test]
fn the_citation_library_is_known_to_the_engine_alone() {
    for name in [
        "timeline",
        "selection",
        "page",
        "app",
        "ui",
        "terminal",
        "commands",
        "export",
    ] {
        check(name, &["hayagriva::", "citationberg::"]);
    }
}

#[test]
fn the_reader_draws_nothing_and_touches_no_file() {
    check(
        "app",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "crate::ui",
            "crate::terminal",
        ],
    );
}

#[test]
fn the_reader_in_lines_knows_no_terminal_and_no_screen() {
    check(
        "linear",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "crate::ui",
            "crate::terminal",
        ],
    );
}

#[test]
fn drawing_changes_no_state_and_asks_no_terminal() {
    check(
        "ui",
        &["crossterm", "&mut App", "std::fs", "crate::terminal"],
    );
}

#[test]
fn text_knows_nothing_else() {
    check(
        "text",
        &[
            "ratatui",
            "crossterm",
            "crate::timeline",
            "crate::app",
            "crate::ui",
        ],
    );
}

#[test]
fn nothing_opens_a_connection() {
    for name in [
        "timeline",
        "selection",
        "lanes",
        "page",
        "citation",
        "app",
        "ui",
        "terminal",
        "commands",
        "export",
        "import",
        "files",
        "reader",
        "watch",
        "editor",
        "linear",
    ] {
        check(name, &["std::net", "TcpStream", "UdpSocket"]);
    }
}

#[test]
fn exports_and_imports_make_text_and_touch_no_file_and_no_terminal() {
    check(
        "export",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "crate::app",
            "crate::ui",
            "crate::terminal",
        ],
    );
    check(
        "import",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "crate::app",
            "crate::ui",
            "crate::terminal",
        ],
    );
}
