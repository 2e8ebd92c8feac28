//! Settings: which layer wins, what is said of faults, and what the program does with them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::files::{SMALL, folder};
use crate::common::process::{program, run};
use crate::common::terminal::Session;
use clap::Parser as _;
use neutrality::cli::{Cli, ThemeArg, ViewArg};
use neutrality::settings::{FromFile, Layer, Origin, Settings};

/// A settings file in a folder of its own.
fn file(folder: &Path, source: &str) -> PathBuf {
    let path = folder.join("config.toml");
    fs::write(&path, source).unwrap();
    path
}

fn settled(flags: &[&str], environment: &[(&str, &str)], source: &str) -> Settings {
    let cli = Cli::try_parse_from([&["neutrality"], flags].concat()).unwrap();
    let variable = |name: &str| {
        let found = environment.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let (environment, _) = Layer::of_environment(variable);
    Settings::settle(
        Layer::of_flags(&cli.read.look),
        environment,
        FromFile::read("config.toml", source),
    )
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let check = |flags: &[&str],
                 environment: &[(&str, &str)],
                 source: &str,
                 theme: ThemeArg,
                 origin: Origin| {
        let found = settled(flags, environment, source).theme;
        assert_eq!(
            (found.value, found.origin),
            (theme, origin),
            "{flags:?} {environment:?} {source}"
        );
    };
    let light = &[("NEUTRALITY_THEME", "light")];
    let dark = "theme = \"dark\"";
    check(
        &["--theme", "mono"],
        light,
        dark,
        ThemeArg::Mono,
        Origin::Flag,
    );
    check(
        &[],
        light,
        dark,
        ThemeArg::Light,
        Origin::Environment("NEUTRALITY_THEME"),
    );
    check(&[], &[], dark, ThemeArg::Dark, Origin::File);
    check(&[], &[], "", ThemeArg::Auto, Origin::Default);
    check(
        &[],
        &[("NEUTRALITY_THEME", "")],
        dark,
        ThemeArg::Dark,
        Origin::File,
    );
    check(
        &[],
        &[("NEUTRALITY_THEME", "drak")],
        dark,
        ThemeArg::Dark,
        Origin::File,
    );
}

#[test]
fn every_setting_can_be_made_in_the_file_and_in_the_environment() {
    let all = settled(
        &[],
        &[],
        "theme = \"mono\"\nascii = true\nmouse = false\nview = \"cases\"\npager = \"more\"\n",
    );
    assert_eq!(
        (all.theme.value, all.ascii.value, all.mouse.value),
        (ThemeArg::Mono, true, false)
    );
    assert_eq!(
        (all.view.value, all.pager.value.as_str()),
        (ViewArg::Cases, "more")
    );
    let environment = [
        ("NEUTRALITY_THEME", "dark"),
        ("NEUTRALITY_ASCII", "1"),
        ("NEUTRALITY_MOUSE", "off"),
        ("NEUTRALITY_VIEW", "lanes"),
        ("NEUTRALITY_PAGER", ""),
    ];
    let all = settled(&["--ascii=false"], &environment, "pager = \"more\"");
    assert_eq!(
        (all.theme.value, all.ascii.value, all.mouse.value),
        (ThemeArg::Dark, false, false)
    );
    assert_eq!(
        (all.view.value, all.pager.value.as_str()),
        (ViewArg::Lanes, "")
    );
}

#[test]
fn a_fault_of_the_file_is_told_with_its_place_and_a_way_out() {
    let check = |source: &str, expected: &[&str]| {
        let told = FromFile::read("config.toml", source)
            .report
            .render(false, false);
        for part in expected {
            assert!(
                told.contains(part),
                "{source}: {part} is missing in\n{told}"
            );
        }
    };
    check(
        "themes = \"dark\"",
        &[
            "config.toml:1:1",
            "has no key `themes`",
            "did you mean `theme`?",
        ],
    );
    check(
        "theme = \"drak\"",
        &[
            "`theme` of the file cannot be `drak`",
            "did you mean `dark`?",
        ],
    );
    check("mouse = \"no\"", &["write `mouse = true`, or leave it out"]);
    check(
        "[keys]\nhalf-page = \"d\"",
        &["config.toml:2:1", "no action is called `half-page`"],
    );
    check(
        "[keys]\ndown = \"Ctrl-Foo\"",
        &["config.toml:2:8", "`Ctrl-Foo` is no key"],
    );
    check(
        "[keys]\ndown = \"n\"\nup = \"n\"",
        &["config.toml:3:6", "`n` is given to `down` already"],
    );
    check("theme = ", &["config.toml:1"]);
}

#[test]
fn a_variable_that_cannot_be_is_told_and_left_out() {
    let variable = |name: &str| (name == "NEUTRALITY_VIEW").then(|| "lines".to_owned());
    let (layer, warnings) = Layer::of_environment(variable);
    assert_eq!(layer.view, None);
    assert_eq!(
        warnings,
        ["NEUTRALITY_VIEW cannot be 'lines'; it is one of: timeline, lanes, article, cases"]
    );
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
        "theme = \"light\"\nvew = \"lanes\"\n[keys]\nhalf-page-down = \"Ctrl-D d\"\n",
    );
    let (said, warned) = answer(&["info", "-f", SMALL], &config);
    for line in [
        "  theme       light, from the file",
        "  view        timeline",
        "  pager       more, from NEUTRALITY_PAGER",
        "  keys        changed for half-page-down",
        "  holds       9 events",
        "  size        not known: standard output is no terminal",
    ] {
        assert!(said.contains(line), "{line} is missing in\n{said}");
    }
    assert!(warned.contains("did you mean `view`?"), "{warned}");
    let (said, _) = answer(&["info", "--format", "json"], &config);
    let answer: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        (&answer["format"], &answer["settings"]["theme"]),
        (&1.into(), &"light, from the file".into())
    );
    assert!(answer["warnings"][0].as_str().unwrap().contains("vew"));
}

#[test]
fn the_list_of_keys_has_the_changes() {
    let folder = folder();
    let config = file(&folder, "[keys]\nhalf-page-down = \"Ctrl-D d\"\n");
    let (said, warned) = answer(&["keys", "--names"], &config);
    let row = said
        .lines()
        .find(|line| line.contains("half-page-down"))
        .unwrap();
    assert!(row.starts_with("  Ctrl-D d "), "{row}");
    let lost = "neutrality: warning: no key is left for `only-differences`\n";
    assert!(warned.starts_with(lost), "{warned}");
}

#[test]
fn a_file_that_is_not_there_is_not_missed_and_none_is_made() {
    let folder = folder();
    let nowhere = folder.join("nowhere");
    let mut program = program(&["info"]);
    program
        .env_remove("NEUTRALITY_CONFIG")
        .env("XDG_CONFIG_HOME", &nowhere);
    let (_, said, error) = run(&mut program);
    assert!(
        said.contains("nowhere/neutrality/config.toml (not there)"),
        "{said}"
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
fn a_value_that_is_at_fault_settles_nothing_and_every_key_is_proposed() {
    let found = settled(&[], &[], "mouse = \"no\"\nascii = 1\n");
    assert_eq!(
        (found.mouse.value, found.mouse.origin),
        (true, Origin::Default)
    );
    assert_eq!(
        (found.ascii.value, found.ascii.origin),
        (false, Origin::Default)
    );
    let proposed = |source: &str| {
        let report = FromFile::read("config.toml", source).report;
        report.faults[0].help.clone().unwrap_or_default()
    };
    assert_eq!(proposed("asci = true"), "did you mean `ascii`?");
    assert_eq!(
        proposed("colours = true"),
        "the file has: theme, view, ascii, mouse, pager, keys"
    );
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
