//! Which layer of the settings wins, and how faults are reported.

use clap::Parser as _;

use super::{FromFile, Layer, SettingOrigin, Settings};
use crate::app::Theme;
use crate::cli::{Cli, ThemeArg, ViewArg};

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
                 origin: SettingOrigin| {
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
        SettingOrigin::Flag,
    );
    check(
        &[],
        light,
        dark,
        ThemeArg::Light,
        SettingOrigin::Environment("NEUTRALITY_THEME"),
    );
    check(&[], &[], dark, ThemeArg::Dark, SettingOrigin::File);
    check(&[], &[], "", ThemeArg::Auto, SettingOrigin::Default);
    check(
        &[],
        &[("NEUTRALITY_THEME", "")],
        dark,
        ThemeArg::Dark,
        SettingOrigin::File,
    );
    check(
        &[],
        &[("NEUTRALITY_THEME", "drak")],
        dark,
        ThemeArg::Dark,
        SettingOrigin::File,
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
fn a_fault_of_the_file_is_reported_with_its_position_and_a_suggestion() {
    let check = |source: &str, expected: &[&str]| {
        let warnings = FromFile::read("config.toml", source)
            .report
            .render(false, false);
        for part in expected {
            assert!(
                warnings.contains(part),
                "{source}: {part} is missing in\n{warnings}"
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
        "[keys]\ndown = \"n\"\nup = \"n\"\nnext-match = \"F6\"",
        &["config.toml:3:6", "`n` is given to `down` already"],
    );
    check("theme = ", &["config.toml:1"]);
}

#[test]
fn a_variable_that_cannot_be_is_reported_and_left_out() {
    let variable = |name: &str| (name == "NEUTRALITY_VIEW").then(|| "lines".to_owned());
    let (layer, warnings) = Layer::of_environment(variable);
    assert_eq!(layer.view, None);
    assert_eq!(
        warnings,
        ["NEUTRALITY_VIEW cannot be 'lines'; it is one of: timeline, lanes, ages, article, cases"]
    );
}

#[test]
fn a_value_that_is_at_fault_settles_nothing_and_every_key_is_proposed() {
    let found = settled(&[], &[], "mouse = \"no\"\nascii = 1\n");
    assert_eq!(
        (found.mouse.value, found.mouse.origin),
        (true, SettingOrigin::Default)
    );
    assert_eq!(
        (found.ascii.value, found.ascii.origin),
        (false, SettingOrigin::Default)
    );
    let proposed = |source: &str| {
        let report = FromFile::read("config.toml", source).report;
        report.faults[0].help.clone().unwrap_or_default()
    };
    assert_eq!(proposed("asci = true"), "did you mean `ascii`?");
    assert_eq!(
        proposed("wallpaper = true"),
        "the file has: theme, view, ascii, mouse, resume, language, pager, keys, filters, colours"
    );
}

#[test]
fn the_example_is_a_settings_file_and_says_what_holds_without_it() {
    let example = include_str!("example.toml");
    let as_it_is = FromFile::read("example.toml", example);
    assert!(as_it_is.report.faults.is_empty());
    assert_eq!(as_it_is.layer, Layer::default());
    // The lines that are settings, without the sign before them.
    let settings = example.lines().filter_map(|line| line.strip_prefix("# "));
    let is_setting = |line: &&str| line.starts_with('[') || line.contains(" = ");
    let settings: Vec<&str> = settings.filter(is_setting).collect();
    let taken = FromFile::read("example.toml", &settings.join("\n"));
    assert!(
        taken.report.faults.is_empty(),
        "{}",
        taken.report.render(false, false)
    );
    let expected = Settings::settle(Layer::default(), Layer::default(), FromFile::none());
    let settled = Settings::settle(
        Layer::default(),
        Layer::default(),
        FromFile::read("", &settings.join("\n")),
    );
    assert_eq!(settled.theme.value, expected.theme.value);
    assert_eq!(settled.ascii.value, expected.ascii.value);
    assert_eq!(settled.mouse.value, expected.mouse.value);
    assert_eq!(settled.view.value, expected.view.value);
    assert_eq!(settled.pager.value, expected.pager.value);
    assert_eq!(taken.changed_keys, ["next-theme", "copy-bibtex"]);
}

#[test]
fn an_action_may_be_left_without_any_key() {
    let taken = FromFile::read("", "[keys]\nedit = \"\"");
    assert_eq!(taken.report.render(false, false), "");
    assert_eq!(taken.changed_keys, ["edit"]);
}

#[test]
fn own_colours_are_taken_and_what_is_hard_to_read_is_said() {
    let check = |source: &str, taken: usize, reported: &[&str]| {
        let file = FromFile::read("config.toml", source);
        let themes = Theme::ALL.iter();
        let chosen: usize = themes
            .map(|(theme, _)| file.colours.of(*theme).count())
            .sum();
        assert_eq!(chosen, taken, "{source}");
        let report = file.report.render(false, false);
        for part in reported {
            assert!(report.contains(part), "{source}: no {part:?} in\n{report}");
        }
        assert_eq!(report.is_empty(), reported.is_empty(), "{source}: {report}");
    };
    check(
        "[colours.dark]\naccent = \"#ffcc00\"\nown-act = \"#fff\"",
        2,
        &[],
    );
    check(
        "[colours.dark]\nviolation = \"#803030\"",
        1,
        &[
            "violation #803030 on a dark screen #15171b has a contrast of 2.0:1",
            "violation #803030 on the selected row #262b34 has a contrast of",
            "text can be read from 4.5:1 on",
        ],
    );
    check(
        "[colours.light]\ndim = \"grey\"",
        0,
        &["`grey` is no colour", "dim = \"#e6b052\""],
    );
    check(
        "[colours.mono]\ndim = \"#888\"",
        0,
        &["`mono` is no theme that has colours"],
    );
    check("[colours.dark]\naccnt = \"#fff\"", 0, &["accnt", "accent"]);
    check(
        "[colours]\ndark = \"#fff\"",
        0,
        &["a set of colours is a table, and `dark` is a string"],
    );
}

#[test]
fn a_value_of_another_type_is_told_with_its_place_and_a_way_out() {
    let check = |source: &str, expected: &[&str]| {
        let rendered = FromFile::read("config.toml", source)
            .report
            .render(false, false);
        for part in expected {
            assert!(rendered.contains(part), "{part}\n{rendered}");
        }
    };
    check(
        "theme = 5",
        &[
            "config.toml:1:9",
            "`theme` of the file is a string",
            "one of: auto, light",
        ],
    );
    check("\nview = true", &["config.toml:2:8", "one of: timeline"]);
    check("war = 5", &["config.toml:1:1", "the file has: theme"]);
    check(
        "mouse = \"often\"",
        &["config.toml:1:9", "write `mouse = true`"],
    );
    check("pager = 4", &["config.toml:1:9", "write it as \"4\""]);
}
