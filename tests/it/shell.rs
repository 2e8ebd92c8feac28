//! The program among other programs: help, the manual, pagers and closed pipes.

use crate::common::files::{folder, script};
use crate::common::process::{self, answer, output};
use crate::common::terminal::Session;
use neutrality::VARIABLES;

/// The names of all commands, as the program's own help lists them.
fn commands() -> Vec<String> {
    let help = output(&["--help"]);
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

#[test]
fn every_help_begins_with_examples_that_name_the_command() {
    let all = commands();
    assert!(all.len() >= 11, "{all:?}");
    for command in &all {
        let help = output(&[command, "--help"]);
        assert!(help.starts_with("Examples:\n"), "{command}:\n{help}");
        assert!(help.contains(&format!("neutrality {command}")), "{command}");
    }
}

#[test]
fn a_word_that_is_almost_a_command_is_told() {
    let check = |word: &str, expected_status: i32, expected: &str| {
        let (status, _, error) = answer(&[word]);
        assert_eq!(status, expected_status, "{word}: {error}");
        assert!(error.contains(expected), "{word}: {error}");
    };
    check(
        "lst",
        1,
        "nothing is called 'lst'; did you mean 'neutrality list'?",
    );
    check("artcle", 1, "did you mean 'neutrality article'?");
    check(
        "nowhere.toml",
        2,
        "cannot read 'nowhere.toml': there is no such file\n",
    );
}

#[test]
fn a_misspelt_command_is_told_whatever_follows_it() {
    let check = |arguments: &[&str], tip: Option<&str>| {
        let (status, _, error) = answer(arguments);
        // A command that is misspelt is a question that nothing answers, where what follows it can follow a question.
        assert!([1, 2].contains(&status), "{arguments:?}: {error}");
        let printed = tip.map(|command| format!("did you mean 'neutrality {command}'?"));
        match printed {
            Some(printed) => assert!(error.contains(&printed), "{arguments:?}: {error}"),
            None => assert!(!error.contains("did you mean"), "{arguments:?}: {error}"),
        }
    };
    check(&["lst", "--format", "json"], Some("list"));
    check(&["shwo", "treaty-of-london-1839"], Some("show"));
    check(&["help", "expotr"], Some("export"));
    check(&["list", "--fromat", "json"], None);
    let (_, _, behind) = answer(&["-f", "mine.toml", "list"]);
    let tip = "the command stands first: 'neutrality list …'\n";
    assert!(behind.ends_with(tip), "{behind}");
    check(&["Cargo.toml", "--nothing"], None);
}

#[test]
fn a_flag_that_a_command_does_not_have_is_told_with_where_it_is_to_be_had() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, _, error) = answer(arguments);
        assert_eq!(status, 2, "{arguments:?}: {error}");
        assert_eq!(error, format!("neutrality: {expected}\n"));
    };
    check(
        &["list", "--as", "footnote"],
        "'--as' is no flag of 'neutrality list'; 'neutrality show' and 'neutrality at' have it",
    );
    check(
        &["list", "--contry", "x"],
        "'--contry' is no flag of 'neutrality list'; the nearest is '--country'",
    );
    check(
        &["list", "--tour", "argument"],
        "'--tour' is no flag of 'neutrality list'; 'neutrality frame' and 'neutrality export' have it",
    );
    check(
        &["check", "--foo"],
        "'--foo' is no flag of 'neutrality check'; 'neutrality check --help' tells of those that there are",
    );
    check(
        &["article", "--no-mouse"],
        "'--no-mouse' is no flag of 'neutrality article'; the reader has it",
    );
}

#[test]
fn a_name_that_nothing_is_near_gets_a_way_out() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, _, error) = answer(arguments);
        assert_eq!(status, 1, "{arguments:?}: {error}");
        assert_eq!(error, format!("neutrality: {expected}\n"));
    };
    check(
        &["show", "xyzzy"],
        "no event is called 'xyzzy'; 'neutrality list' prints the ids of all",
    );
    check(
        &["belgum 1914-08-01"],
        "nothing is called 'belgum 1914-08-01'; did you mean 'belgium'?",
    );
    check(
        &["1 aug 1914, swizerland"],
        "nothing is called '1 aug 1914, swizerland'; did you mean 'switzerland'?",
    );
    check(
        &["article", "99"],
        "no passage is called '99'; 'neutrality passages' prints them all",
    );
    check(
        &["at", "1914", "--country", "xyzzy"],
        "no country is called 'xyzzy'; 'neutrality countries' prints them all",
    );
    check(
        &["list", "--stance", "xyzzy"],
        "no stance is called 'xyzzy'; it is one of: supports, complicates, context",
    );
    check(
        &["man", "xyzzy"],
        "no command is called 'xyzzy'; 'neutrality --help' lists them all",
    );
    #[cfg(feature = "citations")]
    check(
        &["cite", "treaty-of-london-1839", "--style", "xyzzy"],
        "no style is called 'xyzzy'; 'neutrality cite --styles' prints them all",
    );
}

#[test]
fn whatever_is_printed_to_a_full_disk_is_told() {
    for command in [
        "--help",
        "--version",
        "list --help",
        "list",
        "man",
        "schema",
        "init -",
    ] {
        let (status, _, error) = process::shell("\"$0\" $1 > /dev/full", command);
        let expected = "neutrality: cannot write: the disk is full\n";
        assert_eq!((status, error.as_str()), (2, expected), "{command}");
    }
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    let whole = output(&["man"]);
    for heading in [
        "NAME",
        "SYNOPSIS",
        "OPTIONS",
        "SUBCOMMANDS",
        "EXAMPLES",
        "EXIT STATUS",
        "ENVIRONMENT",
        "FILES",
    ] {
        assert!(
            whole.contains(&format!(".SH {heading}\n"))
                || whole.contains(&format!(".SH \"{heading}\"\n")),
            "{heading}"
        );
    }
    for variable in VARIABLES.iter().chain(&[
        "NEUTRALITY_CONFIG",
        "XDG_CONFIG_HOME",
        "NO_COLOR",
        "PAGER",
        "VISUAL",
        "EDITOR",
    ]) {
        assert!(whole.contains(variable), "{variable}");
    }
    for command in commands() {
        assert!(
            whole.contains(&format!("neutrality\\-{command}(1)")),
            "{command}"
        );
        let page = output(&["man", &command]);
        assert!(
            page.contains(&format!(".TH neutrality-{command} 1")),
            "{command}"
        );
        assert!(page.contains(".SH EXAMPLES\n"), "{command}");
    }
    let (status, _, error) = answer(&["man", "lits"]);
    let expected = "neutrality: no command is called 'lits'; did you mean 'list'?\n";
    assert_eq!((status, error.as_str()), (1, expected));
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
    let folder = folder();
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
        let script = "\"$0\" $1 | head -1; exit ${PIPESTATUS[0]}";
        let (status, _, error) = process::shell(script, command);
        assert_eq!((status, error.as_str()), (0, ""), "{command}");
    }
}
