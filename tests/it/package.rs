//! The Debian package: every file that its list names is in the repository, or is made by the script that builds it.

use std::fs;

use crate::common::files::path;
use crate::common::process::output;

#[test]
fn every_file_of_the_debian_package_is_there_or_is_made() {
    let manifest: toml::Table =
        toml::from_str(&fs::read_to_string(path("Cargo.toml")).unwrap()).unwrap();
    let script = fs::read_to_string(path(".ci/deb")).unwrap();
    let assets = manifest["package"]["metadata"]["deb"]["assets"]
        .as_array()
        .unwrap();
    let mut targets = Vec::new();
    for asset in assets {
        let row: Vec<&str> = asset
            .as_array()
            .unwrap()
            .iter()
            .filter_map(toml::Value::as_str)
            .collect();
        let [source, target, mode] = row[..] else {
            panic!("{row:?}");
        };
        let name = source.rsplit('/').next().unwrap();
        let is_made = source.starts_with("target/") && script.contains(name);
        assert!(is_made || path(source).exists(), "{source}");
        assert!(["644", "755"].contains(&mode), "{source}: {mode}");
        targets.push(format!(
            "{target}{}",
            if target.ends_with('/') { name } else { "" }
        ));
    }
    for wanted in [
        "usr/bin/neutrality",
        "usr/share/man/man1/neutrality.1",
        "usr/share/bash-completion/completions/neutrality",
        "usr/share/zsh/vendor-completions/_neutrality",
        "usr/share/fish/vendor_completions.d/neutrality.fish",
        "usr/share/doc/neutrality/LICENSE-MIT",
        "usr/share/doc/neutrality/LICENSE-APACHE",
    ] {
        assert!(targets.iter().any(|target| target == wanted), "{wanted}");
    }
}

#[test]
fn what_the_package_is_made_of_is_printed_whole() {
    let check = |arguments: &[&str], begin: &str| {
        let made = output(arguments);
        assert!(made.contains(begin), "{arguments:?}");
        assert!(made.len() > 2_000, "{arguments:?}: {}", made.len());
    };
    check(&["man"], ".TH neutrality 1");
    check(&["completions", "bash"], "_neutrality()");
    check(&["completions", "zsh"], "#compdef neutrality");
    check(&["completions", "fish"], "complete -c neutrality");
}
