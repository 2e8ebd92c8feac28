//! The README tells the truth: its pictures, its keys and its figures are what the program gives now.
//!
//! `UPDATE_EXPECT=1 cargo test` makes them anew.

use std::fs;

use crate::common::files::path;
use crate::common::process::output;
use crate::common::snapshot;
use neutrality::app::keys::{KeyGroup, Keymap};
use neutrality::page::glyphs;
use neutrality::timeline::LegalBasis;

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
            ": ¶10 Enter Tab",
        ],
    ),
    (
        "cases",
        &["--size", "120x40", "--view", "cases", "--keys", "End } }"],
    ),
];

/// The README with the text between two of its marks replaced.
fn with_part(readme: &str, mark: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = readme.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{begin}{part}{end}{after}")
}

#[test]
fn the_settings_are_shown_as_the_program_prints_them() {
    let document = fs::read_to_string(path("docs/settings.md")).unwrap();
    let example = format!("```toml\n{}```\n", output(&["info", "--example"]));
    snapshot::made_file(
        "docs/settings.md",
        &with_part(&document, "example", &example),
    );
}

#[test]
fn the_readme_tells_of_every_stroke_and_texture() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let (_, rest) = readme.split_once("## How to read a life-line").unwrap();
    let (part, _) = rest.split_once("\n## ").unwrap();
    for ground in LegalBasis::ALL {
        for sign in [
            glyphs::line(ground),
            glyphs::texture(ground),
            glyphs::beginning(ground),
        ] {
            assert!(part.contains(sign), "{sign} is not told of");
        }
    }
}

#[test]
fn the_pictures_show_the_present_program() {
    for (name, arguments) in PICTURES {
        let picture = output(&[&["frame", "--format", "svg"], arguments].concat());
        snapshot::made_file(&format!("docs/{name}.svg"), &picture);
    }
}

#[test]
fn the_keys_and_the_figures_are_those_of_the_program() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let keymap = Keymap::default();
    let mut keys = String::from("| keys | what they do |\n|---|---|\n");
    for binding in KeyGroup::ALL.into_iter().flat_map(|group| {
        keymap
            .bindings()
            .iter()
            .filter(move |binding| binding.group == group)
    }) {
        let signs: Vec<String> = binding
            .labels()
            .iter()
            .map(|key| format!("`{key}`"))
            .collect();
        keys.push_str(&format!(
            "| {} | {} |\n",
            signs.join(" ").replace('|', "\\|"),
            binding.help
        ));
    }
    let printed = output(&["check"]);
    let figures: Vec<&str> = printed
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .map(str::trim)
        .collect();
    let coverage = format!("{}.\n", figures.join(" · "));
    let readme = with_part(&with_part(&readme, "keys", &keys), "coverage", &coverage);
    snapshot::made_file("README.md", &readme);
}
