//! The documents for those who change the program name only what is there.

use std::fs;
use std::path::Path;

/// What stands between backticks and looks like a path of the repository.
fn paths(document: &str) -> Vec<&str> {
    let quoted = document.split('`').skip(1).step_by(2);
    let is_path = |quoted: &&str| {
        let folder = ["src/", "tests/", "docs/", ".ci/"];
        let file = [".md", ".toml"];
        !quoted.contains([' ', '\n'])
            && !quoted.contains("NAME")
            && (folder.iter().any(|start| quoted.starts_with(start))
                || file.iter().any(|end| quoted.ends_with(end)))
    };
    quoted.filter(is_path).collect()
}

#[test]
fn every_path_that_a_document_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let named = paths(&text);
        assert!(!named.is_empty(), "{document} names no path");
        for path in named {
            assert!(root.join(path).exists(), "{document} names {path}");
        }
    }
}

#[test]
fn every_room_has_its_row_in_the_architecture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    for room in [
        "text",
        "timeline",
        "selection",
        "lanes",
        "citation",
        "page",
        "app",
        "ui",
        "terminal",
        "linear",
        "export",
        "import",
        "cli",
        "commands",
    ] {
        assert!(text.contains(&format!("`src/{room}.rs`")), "{room}");
    }
}
