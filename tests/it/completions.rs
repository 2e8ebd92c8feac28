//! What the shells offer while a line is typed: bash is asked itself, fish and zsh where they are installed. Of PowerShell,
//! which is not, what its script has is looked at.

use std::io::Write as _;
use std::process::Command;

use crate::common::files::{Folder, folder};
use crate::common::process::{self, output};

/// Questions to a shell: the words after the program's name, the last of which is begun, and what is offered among others.
const ASKED: [(&str, &str); 10] = [
    ("arti", "article"),
    ("show treaty-of-london-18", "treaty-of-london-1839"),
    ("list --country belg", "belgium"),
    ("list --form", "--format"),
    ("list --without-country belg", "belgium"),
    ("cases --status guar", "guaranteed"),
    ("export --stance comp", "complicates"),
    ("article two", "two-aggressors"),
    ("man arti", "article"),
    ("list --place Lon", "London"),
];

/// Names of the shipped timeline that a shell would take apart, or run in part.
const NOT_OFFERED: [&str; 2] = ["Aachen", "Anchorage"];

#[track_caller]
fn check_each(shell: &str, offered: impl Fn(&str) -> String) {
    for (line, expected) in ASKED {
        let all = offered(line);
        // Beside its name fish tells what a flag or a command does.
        let mut words = all.lines().filter_map(|line| line.split('\t').next());
        assert!(words.any(|word| word == expected), "{shell}, {line}: {all}");
    }
    let places = offered("list --place A");
    for name in NOT_OFFERED {
        assert!(!places.contains(name), "{shell}: {places}");
    }
}

/// Whether the tests can ask a shell; who runs them is told where they cannot.
pub(crate) fn is_installed(shell: &str) -> bool {
    let found = Command::new(shell).args(["-c", "exit"]).status().is_ok();
    if !found {
        // Not with `eprintln`, which is heard of a failing test only.
        let told = format!("{shell} is not installed; what it makes of our words is not tested\n");
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }
    found
}

/// What a shell prints that runs a script; nothing may be amiss.
#[track_caller]
fn printed_by(shell: &str, arguments: &[&str]) -> String {
    let (status, printed, errors) = process::run(process::command(shell).args(arguments));
    assert_eq!((status, errors.as_str()), (0, ""), "{shell} {arguments:?}");
    printed
}

#[test]
fn bash_offers_commands_and_names() {
    let folder = folder();
    let file = written("bash", &folder);
    check_each("bash", |line| {
        let words: Vec<&str> = line.split(' ').collect();
        let last = words.len();
        let [before, begun] = [last - 1, last].map(|at| match at {
            0 => "neutrality",
            at => words[at - 1],
        });
        let script = format!(
            "source '{file}'\nCOMP_WORDS=(neutrality {line}); COMP_CWORD={last}\n_neutrality neutrality '{begun}' '{before}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        printed_by("bash", &["-c", &script])
    });
}

#[test]
fn fish_offers_commands_and_names() {
    if !is_installed("fish") {
        return;
    }
    let folder = folder();
    let file = written("fish", &folder);
    let offered = |line: &str| {
        let script = format!("source '{file}'; complete -C 'neutrality {line}'");
        printed_by("fish", &["--no-config", "-c", &script])
    };
    check_each("fish", offered);
    let check = |line: &str, expected: &str| {
        let all = offered(line);
        assert!(all.lines().any(|word| word == expected), "{line}: {all}");
    };
    // A flag before every command, and one that has a value before it.
    check("--country belg", "belgium");
    check("--theme dark --country belg", "belgium");
    check(
        "show --as footnote treaty-of-london-18",
        "treaty-of-london-1839",
    );
    // Where a file is asked for no name is offered.
    assert!(!offered("show --file t").contains("treaty-of"));
}

/// The script as a file, in which the shell finds no fault.
fn written(shell: &str, folder: &Folder) -> String {
    let file = folder.join(format!("script.{shell}"));
    std::fs::write(&file, output(&["completions", shell])).unwrap();
    let file = file.to_str().unwrap().to_owned();
    assert_eq!(printed_by(shell, &["-n", &file]), "");
    file
}

#[test]
fn zsh_finds_no_fault_in_its_script() {
    let script = output(&["completions", "zsh"]);
    assert!(script.starts_with("#compdef neutrality\n"));
    for expected in ["treaty-of-london-1839", "switzerland", "two-aggressors"] {
        assert!(script.contains(expected), "{expected}");
    }
    if is_installed("zsh") {
        written("zsh", &folder());
    }
}

#[test]
fn powershell_has_the_words_after_commands_and_flags() {
    let script = output(&["completions", "powershell"]);
    let words_of = |key: &str| {
        let key = format!("        '{key}' = $");
        let name = script.lines().find_map(|line| line.strip_prefix(&key));
        let list = format!("    ${} = @(", name.unwrap_or_else(|| panic!("{key}")));
        let words = script.lines().find_map(|line| line.strip_prefix(&list));
        words.unwrap().trim_end_matches(')').to_owned()
    };
    let check = |key: &str, expected: &str| {
        let words = words_of(key);
        let mut words = words.split(", ");
        assert!(words.any(|word| word == expected), "{key}");
    };
    check("show", "'treaty-of-london-1839'");
    check("cite", "'treaty-of-london-1839'");
    check("article", "'two-aggressors'");
    check("man", "'article'");
    check("--country", "'belgium'");
    check("--without-country", "'belgium'");
    check("--theme", "'dark'");
    check("list --format", "'csv'");
    check("export --format", "'html'");
    // Any word may stand there, and files are offered.
    assert_eq!(words_of("--file"), "");
    // The words come before what is left of the script, and every bracket of it closes.
    let parts = ["$words = @{", "$last = ", "$completions = @(switch"];
    let places = parts.map(|part| script.find(part).unwrap());
    assert!(places.is_sorted(), "{places:?}");
    for (opens, closes) in ["()", "{}", "[]"].map(|pair| pair.split_at(1)) {
        assert_eq!(
            script.matches(opens).count(),
            script.matches(closes).count(),
            "{opens}"
        );
    }
    assert_eq!(script.matches('\'').count() % 2, 0);
}
