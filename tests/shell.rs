//! The program among other programs: help, completions, the manual, pagers and closed pipes.

mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use pty::Session;

const PROGRAM: &str = env!("CARGO_BIN_EXE_neutrality");

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The names of all commands, as the program's own help lists them.
fn commands() -> Vec<String> {
    let help = said(&["--help"]);
    let listed = help
        .split("Commands:\n")
        .nth(1)
        .and_then(|rest| rest.split("\n\n").next());
    let words = listed
        .unwrap()
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    words
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// A fresh folder for the files of one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_help_begins_with_examples_that_name_the_command() {
    let all = commands();
    assert!(all.len() >= 11, "{all:?}");
    for command in &all {
        let help = said(&[command, "--help"]);
        assert!(help.starts_with("Examples:\n"), "{command}:\n{help}");
        assert!(help.contains(&format!("neutrality {command}")), "{command}");
    }
}

#[test]
fn a_word_that_is_almost_a_command_is_told() {
    let check = |word: &str, expected: &str| {
        let output = run(&[word]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{word}: {error}");
        assert!(error.contains(expected), "{word}: {error}");
    };
    check(
        "lst",
        "cannot read 'lst': there is no such file; did you mean 'neutrality list'?",
    );
    check("artcle", "did you mean 'neutrality article'?");
    check(
        "nowhere.toml",
        "cannot read 'nowhere.toml': there is no such file\n",
    );
}

/// What bash would offer after the words, the last of which is being typed.
fn completed(words: &[&str]) -> Vec<String> {
    let script = format!(
        "source <({PROGRAM} completions bash)\nCOMP_WORDS=({}); COMP_CWORD={}\n_neutrality neutrality \"{}\" \"{}\"\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.join(" "),
        words.len() - 1,
        words[words.len() - 1],
        words[words.len() - 2],
    );
    let output = Command::new("bash").args(["-c", &script]).output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(error, "");
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn bash_completes_commands_events_and_countries() {
    let check = |words: &[&str], expected: &str| {
        let offered = completed(words);
        assert!(
            offered.iter().any(|word| word == expected),
            "{words:?}: {offered:?}"
        );
    };
    check(&["neutrality", "arti"], "article");
    check(
        &["neutrality", "show", "treaty-of-london-18"],
        "treaty-of-london-1839",
    );
    check(&["neutrality", "list", "--country", "belg"], "belgium");
    check(&["neutrality", "list", "--form"], "--format");
    check(&["neutrality", "article", "two"], "two-aggressors");
}

#[test]
fn the_other_shells_get_scripts_of_their_own() {
    let check = |shell: &str, parts: [&str; 2]| {
        let script = said(&["completions", shell]);
        for part in parts {
            assert!(script.contains(part), "{shell}: {part}");
        }
    };
    check("zsh", ["#compdef neutrality", "treaty-of-london-1839"]);
    check("fish", ["complete -c neutrality", "switzerland"]);
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    let whole = said(&["man"]);
    for heading in [
        "NAME",
        "SYNOPSIS",
        "OPTIONS",
        "SUBCOMMANDS",
        "EXAMPLES",
        "EXIT STATUS",
        "ENVIRONMENT",
    ] {
        assert!(
            whole.contains(&format!(".SH {heading}\n"))
                || whole.contains(&format!(".SH \"{heading}\"\n")),
            "{heading}"
        );
    }
    for command in commands() {
        assert!(
            whole.contains(&format!("neutrality\\-{command}(1)")),
            "{command}"
        );
        let page = said(&["man", &command]);
        assert!(
            page.contains(&format!(".TH neutrality-{command} 1")),
            "{command}"
        );
        assert!(page.contains(".SH EXAMPLES\n"), "{command}");
    }
    let output = run(&["man", "lits"]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        error,
        "neutrality: no command is called 'lits'; did you mean 'list'?\n"
    );
}

/// A shell script in a folder, that may be run.
fn script(folder: &Path, name: &str, body: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// What a terminal of 24 rows shows of a command under a pager.
fn paged(pager: &str, arguments: &[&str], until: &str) -> i32 {
    let environment = [("NEUTRALITY_PAGER", pager)];
    let mut session = Session::start_with(arguments, 80, 24, &environment);
    session.wait_for(until);
    session.exit_status()
}

#[test]
fn what_is_longer_than_the_terminal_goes_through_the_pager() {
    let folder = folder("pager");
    let counting = script(&folder, "counting", "echo paged $(wc -l) lines");
    let leaving = script(&folder, "leaving", "read line; echo enough");
    assert_eq!(paged(&counting, &["keys"], "paged"), 0);
    assert_eq!(paged(&leaving, &["article"], "enough"), 0);
    assert_eq!(paged("/nowhere/pager", &["keys"], "quit from anywhere"), 0);
    assert_eq!(paged("cat", &["keys"], "quit from anywhere"), 0);
    // A short answer stays on the screen as it is.
    assert_eq!(
        paged(
            &counting,
            &["at", "1914-08-01", "--country", "BE"],
            "Great Britain"
        ),
        0
    );
}

#[test]
fn a_closed_pipe_is_no_failure() {
    for command in ["list", "article", "cases", "lanes", "keys", "man"] {
        let line = format!("{PROGRAM} {command} | head -1; exit ${{PIPESTATUS[0]}}");
        let output = Command::new("bash").args(["-c", &line]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{command}");
    }
}
