//! Settings: what the program does with them; which layer wins is tested beside the code.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::files::{SMALL, folder};
use crate::common::process::{program, run};
use crate::common::terminal::Session;

/// A settings file in a folder of its own.
fn file(folder: &Path, source: &str) -> PathBuf {
    let path = folder.join("config.toml");
    fs::write(&path, source).unwrap();
    path
}

/// Standard output and standard error of the program with this settings file.
fn answer(arguments: &[&str], config: &Path) -> (String, String) {
    let mut program = program(arguments);
    program
        .env("NEUTRALITY_CONFIG", config)
        .env("PAGER", "more");
    let (status, output, error) = run(&mut program);
    assert_eq!(status, 0, "{arguments:?}");
    (output, error)
}

#[test]
fn info_says_what_holds_and_where_it_comes_from() {
    let folder = folder();
    let config = file(
        &folder,
        "theme = \"light\"\nvew = \"lanes\"\n[keys]\nhalf-page-down = \"Ctrl-D F5\"\n",
    );
    let (printed, warned) = answer(&["info", "-f", SMALL], &config);
    for line in [
        "  theme       light, from the file",
        "  view        timeline",
        "  pager       more, from NEUTRALITY_PAGER",
        "  keys        changed for half-page-down",
        "  holds       9 events",
        "  size        not known: standard output is no terminal",
    ] {
        assert!(printed.contains(line), "{line} is missing in\n{printed}");
    }
    assert!(warned.contains("did you mean `view`?"), "{warned}");
    let (printed, _) = answer(&["info", "--format", "json"], &config);
    let answer: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(
        (&answer["format"], &answer["settings"]["theme"]),
        (&1.into(), &"light, from the file".into())
    );
    assert!(answer["warnings"][0].as_str().unwrap().contains("vew"));
}

#[test]
fn the_list_of_keys_has_the_changes() {
    let folder = folder();
    let config = file(&folder, "[keys]\nhalf-page-down = \"Ctrl-D F5\"\n");
    let (printed, warned) = answer(&["keys", "--names"], &config);
    let row = printed
        .lines()
        .find(|line| line.contains("half-page-down"))
        .unwrap();
    assert!(row.starts_with("  Ctrl-D F5 "), "{row}");
    assert_eq!(warned, "");
    // A key that has a meaning is not taken from it without a word.
    let config = file(&folder, "[keys]\nhalf-page-down = \"Ctrl-D d\"\n");
    let (_, warned) = answer(&["keys", "--names"], &config);
    let refused = "`d` has a meaning already: `only-differences`";
    assert!(warned.contains(refused), "{warned}");
}

#[test]
fn a_file_that_is_not_there_is_not_missed_and_none_is_made() {
    let folder = folder();
    let nowhere = folder.join("nowhere");
    let mut program = program(&["info"]);
    program
        .env_remove("NEUTRALITY_CONFIG")
        .env("XDG_CONFIG_HOME", &nowhere);
    let (_, printed, error) = run(&mut program);
    assert!(
        printed.contains("nowhere/neutrality/config.toml (not there)"),
        "{printed}"
    );
    assert_eq!(error, "");
    assert!(!nowhere.exists());
}

#[test]
fn the_reader_starts_as_it_was_settled() {
    let folder = folder();
    let config = file(
        &folder,
        "view = \"article\"\nascii = true\nmouse = false\n[keys]\nquit-now = \"Z\"\n",
    );
    let environment = [("NEUTRALITY_CONFIG", config.to_str().unwrap())];
    let mut session = Session::start_with(&["--theme", "dark", SMALL], 80, 24, &environment);
    session.wait_for("Where the idea comes from");
    session.send("Z");
    assert_eq!(session.exit_status(), 0);
}

#[test]
fn a_settings_file_that_is_named_has_to_be_there() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let check = |named: &str, expected: &str| {
        let mut program = program(&["keys"]);
        program
            .env("NEUTRALITY_CONFIG", named)
            .env("XDG_CONFIG_HOME", "/nowhere");
        let (status, _, error) = run(&mut program);
        assert_eq!((status, error.as_str()), (0, expected), "{named}");
    };
    check("", "");
    check("/dev/null", "");
    check(
        "/nowhere/config.toml",
        "neutrality: cannot read '/nowhere/config.toml': there is no such file\n",
    );
    check(
        folder,
        &format!("neutrality: cannot read '{folder}': it is a directory\n"),
    );
}
