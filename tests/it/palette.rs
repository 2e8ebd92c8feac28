//! The prompt that `:` opens: what it offers, what it takes, and what it says of what does not exist.

use crate::common::reader::{open, press, screen, selected};
use crate::common::snapshot::transcript;
use crate::common::texts::SMALL;
use expect_test::{Expect, expect};
use neutrality::app::action::Action;
use neutrality::app::input::Input;
use neutrality::app::keys::{Binding, Context};
use neutrality::app::picker::help;
use neutrality::app::picker::source::PickerSource;
use neutrality::app::picker::target;
use neutrality::app::picker::target::Target;
use neutrality::app::picker::{Item, Picker};
use neutrality::app::{App, Thread, View};

fn prompt(app: &App) -> &Picker {
    app.picker()
        .filter(|picker| picker.source == PickerSource::GoTo)
        .expect("the prompt is open")
}

/// The first rows of the list: "event London", with what stands behind them left out.
fn offered(app: &App, rows: usize) -> Vec<String> {
    let prompt = prompt(app);
    let tell = |item: &Item| {
        format!(
            "{}: {}",
            item.target.kind(),
            target::label(app, item, prompt).title
        )
    };
    prompt.matches().take(rows).map(tell).collect()
}

/// Types a line as it is, spaces included.
fn typed(app: &mut App, line: &str) {
    press(app, ":");
    let line = line.to_owned();
    app.handle(Input::Paste(line));
}

#[track_caller]
fn offers(line: &str, expected: &[&str]) {
    let mut app = open(SMALL, 100, 30);
    typed(&mut app, line);
    assert_eq!(offered(&app, expected.len()), expected, "for {line:?}");
}

#[test]
fn what_is_typed_finds_things_of_every_kind() {
    offers("1914-08", &["date: August 1914"]);
    offers("August 1914", &["date: August 1914"]);
    offers("belgium 1914-08-01", &["status: Belgium, 1 August 1914"]);
    offers("1 Aug 1914 belg", &["status: Belgium, 1 August 1914"]);
    offers("¶8", &["passage: ¶8 The First World War"]);
    offers("p8", &["passage: ¶8 The First World War"]);
    offers("8", &["passage: ¶8 The First World War"]);
    offers(
        "lanes",
        &["view: the lanes: every country’s status over time"],
    );
    offers("prussia", &["country: Germany"]);
    offers("BE", &["country: Belgium"]);
    offers("only bel", &["filter: only Belgium"]);
    offers(
        "london-1867",
        &["event: Treaty of London: Luxembourg neutralised"],
    );
    offers("light", &["theme: light"]);
    offers("half-page-down", &["action: half a page forward"]);
    offers("hpd", &["action: half a page forward"]);
    offers(
        "lift the filter",
        &["action: lift the filter, or put it back"],
    );
}

#[test]
fn it_opens_with_what_can_be_asked_and_what_was_asked_last() {
    let proposed = [
        "ask: belgium 1914-08-01",
        "ask: ¶8",
        "ask: 1914",
        "view: the timeline",
    ];
    offers("", &proposed);
    let mut app = open(SMALL, 100, 30);
    for line in ["prussia", "treaty luxem"] {
        typed(&mut app, line);
        press(&mut app, "Enter");
    }
    press(&mut app, ":");
    let expected = [
        "again: treaty luxem",
        "again: prussia",
        "ask: belgium 1914-08-01",
    ];
    assert_eq!(offered(&app, 3), expected);
    press(&mut app, "Down Down Enter");
    assert_eq!(
        Some(app.thread()),
        app.timeline()
            .country_called("germany")
            .map(Thread::Country)
    );
}

#[test]
fn a_country_and_a_date_ask_for_its_status_then() {
    let mut app = open(SMALL, 100, 30);
    typed(&mut app, "belgium 1914-08-01");
    let prompt = prompt(&app);
    let label = target::label(&app, prompt.chosen().unwrap(), prompt);
    assert_eq!(label.aside, "Permanent neutrality by treaty");
    press(&mut app, "Enter");
    assert_eq!(app.location().view, View::Lanes);
    let shown = screen(&app);
    assert!(
        shown.contains("1 August 1914   status on this day\n  Belgium"),
        "{shown}"
    );
    press(&mut app, "Backspace");
    assert_eq!(app.location().view, View::Timeline);
}

#[test]
fn what_answers_best_comes_first() {
    offers(
        "belgium",
        &[
            "country: Belgium",
            "filter: only Belgium",
            "event: Articles for Belgium",
            "event: Treaties of London: Belgium neutralised",
        ],
    );
    offers(
        "luxembourg london",
        &["event: Treaty of London: Luxembourg neutralised"],
    );
    offers("quit", &["action: back to the timeline, then quit"]);
}

/// Types a line, presses keys, and says where the reader is then.
#[track_caller]
fn leads(line: &str, keys: &str, expected: &str) {
    let mut app = open(SMALL, 100, 30);
    typed(&mut app, line);
    press(&mut app, keys);
    let view = app.location().view;
    let found = format!(
        "{view:?} {} {}",
        selected(&app),
        app.selection().visible().len()
    );
    assert_eq!(found, expected, "for {line:?} {keys}\n{}", screen(&app));
}

#[test]
fn enter_goes_to_what_is_chosen() {
    leads("1914-08", "Enter", "Timeline occupation-1914 9");
    leads("¶8", "Enter", "Article vienna-1815 9");
    leads("treaty luxem", "Enter", "Timeline london-1867 9");
    leads("belgium", "Enter", "Timeline belgium-1831 9");
    leads("belgium", "Down Enter", "Timeline belgium-1831 4");
    leads("only luxembourg", "Enter", "Timeline london-1867 3");
    leads("lanes", "Enter", "Lanes vienna-1815 9");
    leads("next violation", "Enter", "Timeline occupation-1914 9");
    leads("", "Enter", "Timeline vienna-1815 9");
    leads("", "Down Enter", "Lanes vienna-1815 9");
    leads("belgium", "Esc", "Timeline vienna-1815 9");
}

#[test]
fn a_country_is_followed_from_its_nearest_event_on_and_back_returns() {
    let mut app = open(SMALL, 100, 30);
    typed(&mut app, "luxembourg");
    press(&mut app, "Enter ]");
    assert_eq!(selected(&app), "occupation-1914");
    press(&mut app, "Backspace");
    assert_eq!(selected(&app), "vienna-1815");
}

#[test]
fn an_action_of_another_view_goes_there_first() {
    leads("zoom-to-row", "Enter", "Lanes vienna-1815 9");
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "2");
    typed(&mut app, "next-period");
    press(&mut app, "Enter");
    assert_eq!(
        app.location().view,
        View::Lanes,
        "what can be run here is run here"
    );
}

#[test]
fn in_the_lanes_a_country_is_its_row_and_a_date_the_cursor() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "2");
    typed(&mut app, "luxembourg");
    press(&mut app, "Enter");
    let country = app
        .location()
        .lanes
        .chosen_lane(app.document().plan())
        .map(|lane| lane.country);
    assert_eq!(country, app.timeline().country_called("luxembourg"));
    typed(&mut app, "1914-08-04");
    press(&mut app, "Enter");
    assert_eq!(app.location().view, View::Lanes);
    assert_eq!(app.location().lanes.as_of.to_string(), "1914-08-04");
}

#[test]
fn tab_writes_out_what_is_chosen_and_the_line_leads_there_again() {
    let check = |line: &str, keys: &str, expected: &str| {
        let mut app = open(SMALL, 100, 30);
        typed(&mut app, line);
        press(&mut app, keys);
        let chosen = prompt(&app).target();
        press(&mut app, "Tab");
        assert_eq!(prompt(&app).prompt.text(), expected, "{line}");
        assert_eq!(prompt(&app).target(), chosen, "{line}");
    };
    check("bel", "", "Belgium");
    check("bel", "Down", "only Belgium");
    check("treaty luxem", "", "london-1867");
    check("idea comes", "", "¶6");
    check("August 1914", "", "1914-08");
    check("hpd", "", "half-page-down");
}

#[test]
fn every_goal_that_is_offered_can_be_written_out_and_found_again() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, ":");
    typed(&mut app, "e");
    for at in 0..prompt(&app).matches().len() {
        let mut app = open(SMALL, 100, 30);
        typed(&mut app, "e");
        for _ in 0..at {
            press(&mut app, "Down");
        }
        let goal = prompt(&app).target();
        press(&mut app, "Tab");
        assert_eq!(
            prompt(&app).target(),
            goal,
            "{}",
            prompt(&app).prompt.text()
        );
    }
}

#[test]
fn what_does_not_exist_is_named_with_the_nearest() {
    let check = |line: &str, expected: &str| {
        let mut app = open(SMALL, 100, 30);
        typed(&mut app, line);
        assert!(screen(&app).contains(expected), "{}", screen(&app));
        press(&mut app, "Enter");
        assert_eq!(app.message(), Some(expected));
        assert_eq!(selected(&app), "vienna-1815");
    };
    check(
        "belgim",
        "nothing is called “belgim”; the nearest is belgium",
    );
    check(
        "half-page-dwon",
        "nothing is called “half-page-dwon”; the nearest is half-page-down",
    );
    check(
        "xyzzy",
        "nothing is called “xyzzy”; try 1914-08, ¶6 or a country",
    );
    check("1914-13", "“1914-13” is no date: there is no month 13");
    check(
        "29 february 1915",
        "“29 february 1915” is no date: February 1915 has 28 days",
    );
    check("¶99", "the article has ¶6 to ¶14");
}

#[test]
fn up_calls_back_the_lines_that_were_typed_before() {
    let mut app = open(SMALL, 100, 30);
    for line in ["belgium", "1914"] {
        typed(&mut app, line);
        press(&mut app, "Enter");
    }
    let mut recalled = |keys: &str, expected: &str| {
        press(&mut app, keys);
        assert_eq!(prompt(&app).prompt.text(), expected);
    };
    recalled(": Up", "1914");
    recalled("Up", "belgium");
    recalled("Up", "belgium");
    recalled("Down", "belgium");
    recalled("Up Esc : Ctrl-P", "1914");
}

/// Whether a row of the key table can be run while nothing is typed or chosen.
fn is_for_browsing(binding: &Binding) -> bool {
    let typing = [
        Context::Prompt,
        Context::Menu,
        Context::Filter,
        Context::Faults,
    ];
    binding
        .contexts
        .iter()
        .any(|context| !typing.contains(context))
}

#[test]
fn every_action_is_found_by_its_name_and_by_its_help_from_everywhere() {
    for keys in ["", "2", "3", "4", "Enter"] {
        let mut app = open(SMALL, 100, 30);
        press(&mut app, keys);
        let bindings = app.setup.keymap.bindings().to_vec();
        let places: Vec<_> = bindings
            .iter()
            .map(|binding| help::context_of(&app, binding))
            .collect();
        press(&mut app, ":");
        for (binding, place) in bindings.iter().zip(&places) {
            if !is_for_browsing(binding) {
                continue;
            }
            if place.is_none() {
                // The small timeline has no cases.
                assert_eq!(binding.contexts, [Context::Cases], "{}", binding.name);
                continue;
            }
            for line in [binding.name, binding.help] {
                press(&mut app, "Ctrl-u");
                app.handle(Input::Paste(line.to_owned()));
                let same = |item: &&Item| match item.target {
                    Target::Action(row) | Target::View(row) => {
                        bindings[row].action == binding.action && places[row] == *place
                    }
                    _ => false,
                };
                let found = prompt(&app).matches().filter(same).count();
                assert_eq!(found, 1, "{line} after {keys}: {:?}", offered(&app, 9));
            }
        }
    }
}

#[test]
fn every_action_that_is_listed_runs() {
    let app = open(SMALL, 100, 30);
    for binding in app.setup.keymap.bindings() {
        let mut app = open(SMALL, 100, 30);
        if help::context_of(&app, binding).is_none()
            || binding.action == Action::Pick(PickerSource::GoTo)
        {
            continue;
        }
        typed(&mut app, binding.name);
        press(&mut app, "Enter");
        let open = app.picker().map(|picker| picker.source);
        assert_ne!(open, Some(PickerSource::GoTo), "{}", binding.name);
        screen(&app);
    }
}

#[test]
fn hostile_text_is_typed_in_vain() {
    for line in [
        "\u{1b}[31m",
        "\u{202e}abc",
        "中立",
        &"x".repeat(500),
        "((((",
        "¶¶",
        "-",
    ] {
        let mut app = open(SMALL, 60, 20);
        typed(&mut app, line);
        press(&mut app, "Tab Down Up");
        let shown = screen(&app);
        assert!(
            !shown.chars().any(|c| c.is_control() && c != '\n'),
            "{shown}"
        );
        press(&mut app, "Enter");
    }
}

/// Compares the screen from the line over the list on.
fn drawn(columns: u16, rows: u16, keys: &str, expected: Expect) {
    let mut app = open(SMALL, columns, rows);
    press(&mut app, keys);
    let shown = screen(&app);
    let list = shown
        .rfind(
            "
──",
        )
        .map_or("", |line| &shown[line + 1..]);
    transcript(&format!("{columns}x{rows} {keys}"), list, expected);
}

#[test]
fn the_list_stands_over_the_line_with_what_each_thing_is_and_its_key() {
    drawn(
        80,
        24,
        ": belg",
        expect![[r#"
80x24 : belg
────────────────────────────────────────────────────────────────────────────────
  country  Belgium  follow it with ] and [
  filter   only Belgium  4 events                                            c
  event    Articles for Belgium                                           1831
  event    Treaties of London: Belgium neutralised                 19 Apr 1839
  event    Germany invades Belgium                                  4 Aug 1914
 :belg                                                            9 of 9 shown
"#]],
    );
    drawn(
        40,
        12,
        ": zoom",
        expect![[r#"
40x12 : zoom
────────────────────────────────────────
  action   closer, down to a mon…  + =
  action   further away            - _
  action   all years  in the lanes…  0
  action   the years in which the…   z
  action   later, by a step that…  → l ▼
 :zoom                    9 of 9 shown
"#]],
    );
}
