//! The documents for those who change the program name only what is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::common::files::{folder, path};
use crate::common::process::{PROGRAM, command, output, run};

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

/// Documents that tell somebody what to type.
const WITH_COMMANDS: [&str; 5] = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/exports.md",
    "docs/format.md",
    "docs/settings.md",
];

/// The commands of a document: the lines of its blocks for the shell, and what stands between backticks.
fn commands(document: &str) -> Vec<String> {
    let blocks = document.split("```").skip(1).step_by(2);
    let lines = blocks.filter_map(|block| block.strip_prefix("sh\n"));
    let lines = lines.flat_map(str::lines);
    let prose: String = document.split("```").step_by(2).collect();
    let spans: Vec<&str> = prose.split('`').skip(1).step_by(2).collect();
    // A word in capitals stands for a name of one's own.
    let is_whole = |span: &&str| {
        span.starts_with("neutrality ")
            && !span
                .split([' ', '-'])
                .any(|word| word.len() > 1 && word.chars().all(char::is_uppercase))
    };
    let lines = lines.filter(|line| line.contains("neutrality "));
    let uncommented = |line: &str| line.split(" # ").next().unwrap_or(line).trim().to_owned();
    let spans = spans.into_iter().filter(is_whole);
    lines
        .map(uncommented)
        .chain(spans.map(str::to_owned))
        .collect()
}

/// The files that the documents speak of, made once.
fn files() -> [(&'static str, String); 4] {
    let exported = |form| output(&["export", "--format", form, "--to", "1830"]);
    [
        (
            "timeline.toml",
            fs::read_to_string(path("timeline.toml")).unwrap(),
        ),
        ("slides.json", exported("timelinejs")),
        ("sheet.csv", exported("csv")),
        ("mine.toml", output(&["init", "-"])),
    ]
}

/// Runs a command as a shell does, in a folder with the files that it may ask for.
fn run_in_shell(line: &str, files: &[(&str, String)]) -> (i32, String) {
    let folder = folder();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    let makes_mine = line.contains("-o mine.toml") || line.contains("init mine.toml");
    for (name, text) in files {
        if !(makes_mine && *name == "mine.toml") {
            write(name, text);
        }
    }
    let marks = "format = 1\n[[marks]]\nevent = \"treaty-of-london-1839\"\nnote = \"Mine.\"\n";
    write("notes.toml", marks);
    fs::create_dir_all(folder.join("neutrality/marks")).unwrap();
    write("neutrality/marks/shipped.toml", marks);
    let programs = Path::new(PROGRAM).parent().unwrap().display().to_string();
    let found = std::env::var("PATH").unwrap_or_default();
    // Not every machine has jq; what it is given is what counts here.
    let line = line.split(" | jq").next().unwrap_or(line);
    let mut shell = command("sh");
    shell.args(["-c", line]).current_dir(&*folder);
    shell.env("PATH", format!("{programs}:{found}"));
    shell.env("XDG_STATE_HOME", &*folder);
    let (status, text, error) = run(&mut shell);
    (status, text + &error)
}

#[test]
fn every_command_of_the_documents_runs() {
    let texts = WITH_COMMANDS.map(|document| fs::read_to_string(path(document)).unwrap());
    let (mut ran, files) = (BTreeSet::new(), files());
    for (document, text) in WITH_COMMANDS.iter().zip(&texts) {
        for line in commands(text) {
            if ran.contains(&line) {
                continue;
            }
            let (status, answer) = run_in_shell(&line, &files);
            assert_eq!(status, 0, "{document}: {line}\n{answer}");
            ran.insert(line);
        }
    }
    assert!(ran.len() > 30, "{} commands", ran.len());
}
