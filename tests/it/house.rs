//! The walls of the house: what a room may know of the others and of the world outside.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::files::{names, path};

/// A room is `src/NAME.rs` with all below `src/NAME/`.
struct Room {
    name: &'static str,
    /// The rooms that it may name.
    knows: &'static [&'static str],
    /// What of [`OUTSIDE`] it may use.
    uses: &'static [&'static str],
}

/// What only few rooms may use: the terminal, files, processes, what is drawn with, and other people's engines.
const OUTSIDE: [&str; 10] = [
    "ratatui",
    "crossterm",
    "std::fs",
    "std::io",
    "std::env",
    "std::process",
    "std::net",
    "notify::",
    "hayagriva::",
    "citationberg::",
];

const fn room(
    name: &'static str,
    knows: &'static [&'static str],
    uses: &'static [&'static str],
) -> Room {
    Room { name, knows, uses }
}

/// All rooms from the ground up: a room knows only rooms that stand above it in this list.
const ROOMS: &[Room] = &[
    // What a timeline is, and what can be asked of it: without a reader, a screen or a file.
    room("words", &[], &[]),
    room("text", &[], &[]),
    room("timeline", &["text", "words"], &[]),
    room("selection", &["text", "timeline", "words"], &[]),
    room("lanes", &["selection", "text", "timeline", "words"], &[]),
    room(
        "citation",
        &["text", "timeline"],
        &["hayagriva::", "citationberg::"],
    ),
    room(
        "page",
        &["citation", "selection", "text", "timeline", "words"],
        &[],
    ),
    // What the reader keeps of a timeline, by its ids.
    room("notes", &["page", "text", "timeline"], &[]),
    room(
        "export",
        &[
            "citation",
            "lanes",
            "notes",
            "page",
            "selection",
            "text",
            "timeline",
            "words",
        ],
        // What is large is written while it is made.
        &["std::io"],
    ),
    room("import", &["export", "text", "timeline"], &[]),
    // What a picture is, before it is opened and after.
    room("picture", &[], &[]),
    // The reader: its state, and what draws and speaks it.
    room(
        "app",
        &[
            "citation",
            "lanes",
            "notes",
            "page",
            "selection",
            "text",
            "timeline",
            "words",
        ],
        &[],
    ),
    room(
        "ui",
        &[
            "app",
            "lanes",
            "notes",
            "page",
            "selection",
            "text",
            "timeline",
            "words",
        ],
        &["ratatui"],
    ),
    room(
        "linear",
        &[
            "app",
            "lanes",
            "page",
            "selection",
            "text",
            "timeline",
            "words",
        ],
        &[],
    ),
    // The program: files, the terminal, and what is typed behind its name.
    room(
        "terminal",
        &["app", "picture"],
        &[
            "ratatui",
            "crossterm",
            "std::io",
            "std::env",
            "std::process",
        ],
    ),
    room(
        "error",
        &["import", "notes", "text", "timeline"],
        &["std::io"],
    ),
    room(
        "files",
        &["error", "notes", "picture", "text", "timeline", "words"],
        &["std::fs", "std::io", "std::env"],
    ),
    room(
        "watch",
        &["files", "timeline"],
        &["std::fs", "std::io", "notify::"],
    ),
    // The arguments are the environment's.
    room("cli", &["selection", "text", "timeline"], &[]),
    room(
        "settings",
        &["app", "cli", "text", "timeline", "ui", "words"],
        &[],
    ),
    room(
        "editor",
        &["app", "error", "files", "text", "timeline"],
        &["std::io", "std::env", "std::process"],
    ),
    room(
        "reader",
        &[
            "app", "editor", "error", "files", "picture", "terminal", "text", "timeline", "ui",
            "watch",
        ],
        &["ratatui", "std::io", "std::env", "std::process"],
    ),
    room(
        "commands",
        &[
            "app",
            "citation",
            "cli",
            "error",
            "export",
            "files",
            "import",
            "lanes",
            "linear",
            "notes",
            "page",
            "reader",
            "selection",
            "settings",
            "text",
            "timeline",
            "ui",
            "words",
        ],
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::io",
            "std::env",
            "std::process",
        ],
    ),
    // What is tried with any bytes, in builds for tests and fuzzers only.
    room(
        "fuzz",
        &[
            "app",
            "cli",
            "commands",
            "export",
            "files",
            "import",
            "notes",
            "selection",
            "settings",
            "terminal",
            "text",
            "timeline",
            "ui",
        ],
        &["ratatui"],
    ),
];

/// What holds the rooms together and is none.
const ROOF: [&str; 3] = ["main.rs", "lib.rs", "build.rs"];

/// Every source file of a room.
fn files(room: &str) -> Vec<PathBuf> {
    let mut files = vec![path(&format!("src/{room}.rs"))];
    let mut folders = vec![path(&format!("src/{room}"))];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "rs"));
    files
}

/// The file without its comments and its tests, which may speak of anything.
fn code(file: &Path) -> String {
    let source = fs::read_to_string(file).unwrap();
    let tests = "#[cfg(test)]\nmod tests {";
    let code = source.split(tests).next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The rooms that a file names, by paths from the root of the crate; `{` begins a list of them.
fn named(code: &str) -> BTreeSet<&str> {
    let ends = |c: char| !c.is_alphanumeric() && c != '_';
    let behind = code.split("crate::").skip(1);
    let paths = behind.flat_map(|path| match path.strip_prefix('{') {
        Some(list) => list.split(';').next().unwrap_or_default().split(','),
        None => path[..path.find(ends).unwrap_or(path.len())].split(','),
    });
    let rooms = paths.filter_map(|path| path.trim().split(ends).next());
    rooms
        .filter(|name| ROOMS.iter().any(|room| room.name == *name))
        .collect()
}

#[test]
fn a_room_names_only_rooms_that_it_may_know() {
    for room in ROOMS {
        for file in files(room.name) {
            let code = code(&file);
            let foreign = named(&code)
                .into_iter()
                .find(|name| *name != room.name && !room.knows.contains(name));
            assert_eq!(foreign, None, "is named in {}", file.display());
        }
    }
}

#[test]
fn the_rooms_stand_on_each_other_without_a_circle() {
    for (at, room) in ROOMS.iter().enumerate() {
        for known in room.knows {
            let stands = ROOMS[..at].iter().any(|below| below.name == *known);
            assert!(stands, "{} knows {known}, which is not below", room.name);
        }
    }
}

#[test]
fn every_source_file_is_in_a_room() {
    for name in names(&path("src")) {
        let room = name.trim_end_matches(".rs");
        let is_known = ROOMS.iter().any(|known| known.name == room);
        assert!(
            is_known || ROOF.contains(&name.as_str()),
            "src/{name} has no walls"
        );
    }
    for room in ROOMS {
        assert!(
            path(&format!("src/{}.rs", room.name)).exists(),
            "there is no room {}",
            room.name
        );
    }
}

/// What no longer fits is two things, or a thing with its tests in a file of their own.
#[test]
fn a_file_can_be_read_in_one_sitting() {
    let rooms = ROOMS.iter().flat_map(|room| files(room.name));
    for file in rooms.filter(|file| file.exists()) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 450, "{} has {lines} lines", file.display());
    }
}

#[test]
fn a_room_uses_of_the_world_outside_what_it_is_for() {
    for room in ROOMS {
        for file in files(room.name) {
            let code = code(&file);
            let used = OUTSIDE
                .into_iter()
                .find(|outside| code.contains(outside) && !room.uses.contains(outside));
            assert_eq!(used, None, "is used in {}", file.display());
        }
    }
}

#[test]
fn nothing_opens_a_connection() {
    for room in ROOMS {
        assert!(!room.uses.contains(&"std::net"), "{}", room.name);
        for file in files(room.name) {
            let code = code(&file);
            for word in ["TcpStream", "UdpSocket"] {
                assert!(!code.contains(word), "{word} in {}", file.display());
            }
        }
    }
}

#[test]
fn drawing_changes_no_state() {
    for file in files("ui") {
        assert!(!code(&file).contains("&mut App"), "{}", file.display());
    }
}

/// Every source file of the crate with its name.
fn sources() -> Vec<(String, String)> {
    let rooms = ROOMS.iter().flat_map(|room| files(room.name));
    let roof = ROOF.iter().map(|name| path(&format!("src/{name}")));
    let read = |file: PathBuf| (file.display().to_string(), code(&file));
    rooms
        .chain(roof)
        .filter(|file| file.exists())
        .map(read)
        .collect()
}

/// Code without what stands in its strings.
fn without_strings(code: &str) -> String {
    let mut left = code;
    let mut kept = String::new();
    while let Some(at) = left.find('"') {
        let (before, behind) = (&left[..at], &left[at + 1..]);
        kept.push_str(before);
        // A quotation mark as a character begins no string.
        if before.ends_with('\'') || before.ends_with("'\\") {
            left = behind;
            continue;
        }
        let name = before.trim_end_matches('#');
        let hashes = "#".repeat(before.len() - name.len());
        let end = if name.ends_with('r') {
            behind.find(&format!("\"{hashes}")).unwrap_or(behind.len())
        } else {
            let mut is_escaped = false;
            let closes = |c: char| {
                let closes = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                closes
            };
            behind.find(closes).unwrap_or(behind.len())
        };
        left = behind.get(end + 1..).unwrap_or_default();
    }
    kept + left
}

/// Words that were names for too many things, and what they are called now.
const VAGUE: [(&str, &str); 9] = [
    ("said", "text, label, message or note"),
    ("tell", "describe or report"),
    ("told", "reported"),
    ("asked", "requested, included or criterion"),
    ("typed", "query, text or input"),
    ("whole", "full, or what it is the whole of"),
    ("way_out", "suggestion"),
    ("hear", "report_error or receive"),
    ("hears", "report_error or receive"),
];

#[test]
fn names_say_what_they_hold() {
    for (file, code) in sources() {
        let code = without_strings(&code);
        let is_in_name = |c: char| c.is_alphanumeric() || c == '_';
        for name in code.split(|c| !is_in_name(c)) {
            let better = VAGUE.iter().find(|(word, _)| *word == name);
            assert_eq!(better, None, "in {file}");
        }
    }
}

/// The type that a line declares; the associated types of traits are indented, and bear the names of their traits.
fn declared(line: &str) -> Option<&str> {
    let is_indented = line.starts_with(' ');
    let mut words = line
        .split_whitespace()
        .skip_while(|word| word.starts_with("pub") || *word == "in");
    let is_type = match words.next()? {
        "struct" | "enum" | "trait" | "union" => true,
        "type" => !is_indented,
        _ => false,
    };
    let end = |c: char| !c.is_alphanumeric();
    words.next().filter(|_| is_type)?.split(end).next()
}

#[test]
fn no_two_types_share_a_name() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (file, code) in sources() {
        for name in code.lines().filter_map(declared) {
            let other = seen.insert(name.to_owned(), file.clone());
            assert_eq!(other, None, "has a type {name}, as {file} has");
        }
    }
    assert!(seen.contains_key("Timeline") && seen.contains_key("App"));
}
