//! What the program is built on keeps to `deny.toml`: `cargo deny` in short, which needs no further program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A crate that the program is built from, on this system.
struct Dependency {
    name: String,
    version: String,
    license: String,
}

fn dependencies() -> Vec<Dependency> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges", "no-dev"])
        .args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let tree = String::from_utf8(tree.stdout).unwrap();
    let rows: BTreeSet<&str> = tree.lines().filter(|row| !row.is_empty()).collect();
    let dependency = |row: &str| {
        let (package, license) = row.split_once('|').unwrap();
        let mut words = package.split(' ');
        Dependency {
            name: words.next().unwrap().to_owned(),
            version: words.next().unwrap().trim_start_matches('v').to_owned(),
            license: license.to_owned(),
        }
    };
    rows.into_iter().map(dependency).collect()
}

fn rules() -> toml::Table {
    let file = std::fs::read_to_string(root().join("deny.toml")).unwrap();
    file.parse().unwrap()
}

/// The strings of a list in the rules.
fn strings<'r>(rules: &'r toml::Table, table: &str, key: &str) -> Vec<&'r str> {
    let list = rules[table][key].as_array().unwrap();
    list.iter().map(|item| item.as_str().unwrap()).collect()
}

/// Whether an SPDX expression can be met with these licences; `/` is how crates once wrote `OR`.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let expression = expression.replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        let part = part.trim().trim_matches(['(', ')']);
        part.split(" OR ")
            .any(|license| allowed.contains(&license.trim()))
    })
}

#[test]
fn licences_are_those_that_are_allowed() {
    let rules = rules();
    let allowed = strings(&rules, "licenses", "allow");
    let all = dependencies();
    assert!(all.len() > 100, "{} crates", all.len());
    for dependency in &all {
        let Dependency { name, license, .. } = dependency;
        assert!(is_allowed(license, &allowed), "{name}: {license}");
    }
    let check = |expression: &str, expected: bool| {
        assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
    };
    check("MIT", true);
    check("GPL-3.0", false);
    check("GPL-3.0 OR MIT", true);
    check("Unlicense/MIT", true);
    check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    check("(MIT OR Apache-2.0) AND GPL-3.0", false);
    check("", false);
}

#[test]
fn nothing_that_opens_connections_and_no_second_version_is_built() {
    let rules = rules();
    let denied = strings(&rules, "bans", "deny");
    let skipped = strings(&rules, "bans", "skip");
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Dependency { name, version, .. } in dependencies() {
        assert!(!denied.contains(&name.as_str()), "{name}");
        let known = |skip: &&str| {
            skip.split_once('@').is_some_and(|(skipped, of)| {
                skipped == name && (version == of || version.starts_with(&format!("{of}.")))
            })
        };
        if !skipped.iter().any(known) {
            versions.entry(name).or_default().insert(version);
        }
    }
    for (name, versions) in versions {
        assert_eq!(versions.len(), 1, "{name}: {versions:?}");
    }
}

#[test]
fn every_crate_comes_from_the_public_registry() {
    let rules = rules();
    let known = strings(&rules, "sources", "allow-registry");
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let sources: BTreeSet<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = \"registry+"))
        .map(|source| source.trim_end_matches('"'))
        .collect();
    assert_eq!(sources.into_iter().collect::<Vec<_>>(), known);
    assert!(!lock.contains("source = \"git+"));
}
