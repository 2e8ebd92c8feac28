//! The README tells the truth: its pictures, its keys and its figures are what the program gives now.
//!
//! `UPDATE_README=1 cargo test --test it readme::` makes them anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use neutrality::app::keys::{Group, Keymap};

/// The pictures: their files, and the frames that they show.
const PICTURES: [(&str, &[&str]); 4] = [
    (
        "timeline",
        &["--size", "120x40", "--at", "german-invasion-belgium-1914"],
    ),
    (
        "lanes",
        &[
            "--size",
            "120x40",
            "--view",
            "lanes",
            "--at",
            "german-invasion-belgium-1914",
        ],
    ),
    (
        "article",
        &[
            "--size",
            "120x40",
            "--view",
            "article",
            "--keys",
            ": ¶10 Enter Enter",
        ],
    ),
    (
        "cases",
        &[
            "--size",
            "120x40",
            "--view",
            "cases",
            "--keys",
            "End } } Enter",
        ],
    ),
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn neutrality(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_neutrality"))
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Compares a file with what it should hold, or writes it anew.
#[track_caller]
fn check(file: &str, expected: &str) {
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path(file), expected).unwrap();
    }
    let found = fs::read_to_string(path(file)).unwrap_or_default();
    assert!(
        found == expected,
        "{file} is stale: UPDATE_README=1 cargo test --test it readme::"
    );
}

/// The README with the text between two of its marks replaced.
fn with_part(readme: &str, mark: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = readme.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{begin}{part}{end}{after}")
}

#[test]
fn the_pictures_show_the_present_program() {
    for (name, arguments) in PICTURES {
        let picture = neutrality(&[&["frame", "--format", "svg"], arguments].concat());
        check(&format!("docs/{name}.svg"), &picture);
    }
}

#[test]
fn the_keys_and_the_figures_are_those_of_the_program() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let keymap = Keymap::default();
    let mut keys = String::from("| keys | what they do |\n|---|---|\n");
    for binding in Group::ALL.into_iter().flat_map(|group| {
        keymap
            .bindings()
            .iter()
            .filter(move |binding| binding.group == group)
    }) {
        let signs: Vec<String> = binding
            .signs()
            .iter()
            .map(|key| format!("`{key}`"))
            .collect();
        keys.push_str(&format!(
            "| {} | {} |\n",
            signs.join(" ").replace('|', "\\|"),
            binding.help
        ));
    }
    let said = neutrality(&["check"]);
    let figures: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .map(str::trim)
        .collect();
    let coverage = format!("{}.\n", figures.join(" · "));
    let readme = with_part(&with_part(&readme, "keys", &keys), "coverage", &coverage);
    check("README.md", &readme);
}
