//! The file is saved while it is read: what changed is shown, and the reader's place is kept.

use crate::common::reader::{open, press, screen, selected};
use crate::common::texts::{CASES, SMALL};
use neutrality::app::edit::Provenance;
use neutrality::app::input::{Effect, Input, Key, Mouse, MouseKind, Spot};
use neutrality::app::picker::source::PickerSource;
use neutrality::app::view::lanes::rows::Chosen;
use neutrality::app::{App, Thread};
use neutrality::page::cases::Aspect;
use neutrality::timeline::load;
use neutrality::timeline::source_position::TableId;
use proptest::prelude::*;

/// The small timeline with its cases.
fn whole() -> String {
    format!("{SMALL}\n{CASES}")
}

/// The same with something new before everything else, so that nothing has the place in its list that it had.
fn shifted() -> String {
    let mut shifted = whole();
    for (before, new) in [
        (
            "[[article.passages]]\nid = \"origins\"",
            "[[article.passages]]\nid = \"new\"\nheading = \"New\"\n",
        ),
        (
            "[countries.switzerland]",
            "[countries.new]\nname = \"Newland\"\ncode = \"NN\"\n",
        ),
        (
            "[[events]]\nid = \"vienna-1815\"",
            "[[events]]\nid = \"new-1700\"\ndate = 1700\ntitle = \"New\"\n",
        ),
        (
            "[[criteria]]",
            "[[criteria]]\nid = \"new\"\nquestion = \"New?\"\n",
        ),
        (
            "[[cases]]",
            "[[cases]]\nid = \"new\"\ncountry = \"new\"\nestablished_by = \"new-1700\"\noutcome = \"kept\"\n",
        ),
    ] {
        assert!(shifted.contains(before), "{before}");
        shifted = shifted.replacen(before, &format!("{new}\n{before}"), 1);
    }
    shifted
}

fn save(app: &mut App, source: &str) {
    app.changed(load::read("mine.toml", source.as_bytes().to_vec()));
}

/// Everything that is a place, by its name.
fn place(app: &App) -> String {
    let timeline = app.timeline();
    let row = match app.location().lanes.chosen {
        Some(Chosen::Country(country)) => &timeline[country].name,
        Some(Chosen::Group(at)) => app.document().plan().groups[at].title,
        None => "no row",
    };
    let asked = match app.location().cases.aspect {
        Aspect::Question(asked) => &timeline[asked].id,
        Aspect::Promise => "promise",
        Aspect::Outcome => "outcome",
    };
    let thread = match app.thread() {
        Thread::Article | Thread::Violations | Thread::Marks | Thread::Matches => None,
        Thread::Claim(claim) => Some(&timeline[claim].id),
        Thread::Country(country) => Some(&timeline[country].id),
        Thread::Tour(tour) => Some(&timeline[tour].id),
    };
    let panel = app.panel();
    let facet = panel.map(|panel| (panel.facet(), panel.chosen().map(|entry| &entry.label)));
    format!(
        "{:?} {:?} {} {:?} {:?} {row} {} {:?} {asked} {:?} {:?} {facet:?}",
        app.location().view,
        app.location().pane,
        selected(app),
        app.location().passage.map(|passage| &timeline[passage].id),
        app.selection().filter().parts(timeline),
        app.location().lanes.as_of,
        app.location().cases.case.map(|case| &timeline[case].id),
        thread,
        app.matches()
            .map(|found| found.shown(app.selection()).len()),
    )
}

/// Walks through all views, prompts and menus.
const WALKS: &[&str] = &[
    "",
    "j j j",
    "j j Enter j j",
    "c belg Enter j j",
    "c belg Enter ] ] Backspace",
    "/ luxem Enter n",
    "/ luxem",
    "j j c",
    "c Down Space",
    ": 1914 Enter",
    ": 19",
    "? zoom",
    "f Space",
    "f j Space Tab j - j",
    "f Tab Tab / neu",
    "f j j Tab j",
    "f Tab j & j & Esc",
    "f Space Enter j",
    "2 j j l l",
    "2 + + j Enter",
    "2 Tab j",
    "3 j Tab j Enter",
    "3 j j",
    "4 l j j Enter",
    "4 = l d",
    "j j a Tab Enter x",
    "c belg Enter 3 Tab Enter",
];

#[test]
fn the_place_is_kept_by_name_when_everything_moves() {
    for walk in WALKS {
        for keys in ["", "Backspace", "Esc", "Enter"] {
            let mut app = open(&whole(), 120, 40);
            press(&mut app, walk);
            let mut saved = open(&whole(), 120, 40);
            press(&mut saved, walk);
            let before = place(&app);
            save(&mut saved, &shifted());
            assert_eq!(place(&saved), before, "after {walk}");
            press(&mut app, keys);
            press(&mut saved, keys);
            assert_eq!(place(&saved), place(&app), "after {walk}, saved, {keys}");
        }
    }
}

#[test]
fn the_same_timeline_saved_again_draws_the_same_screen() {
    for walk in WALKS {
        let mut app = open(&whole(), 120, 40);
        press(&mut app, walk);
        app.take_message();
        let before = screen(&app);
        save(&mut app, &whole());
        app.take_message();
        assert_eq!(screen(&app), before, "after {walk}");
    }
}

#[test]
fn what_changed_is_shown() {
    let mut app = open(SMALL, 120, 40);
    press(&mut app, "j j");
    save(
        &mut app,
        &SMALL.replace("Treaties of London: Belgium neutralised", "Belgium, anew"),
    );
    assert!(screen(&app).contains("Belgium, anew"));
    assert_eq!(selected(&app), "london-1839");
}

#[test]
fn an_event_that_is_gone_leaves_the_nearest_in_time() {
    let check = |keys: &str, gone: &str, expected: &str| {
        let mut app = open(SMALL, 120, 40);
        press(&mut app, keys);
        assert_eq!(selected(&app), gone);
        let header = "[[events]]\n";
        let events: Vec<&str> = SMALL.split(header).collect();
        let without: Vec<&str> = events
            .into_iter()
            .filter(|event| !event.starts_with(&format!("id = \"{gone}\"")))
            .collect();
        let spans = SMALL.find("[[spans]]").unwrap();
        let mut without = without.join(header);
        // Nothing may refer to what is gone.
        without.truncate(without.find("[[spans]]").unwrap_or(spans));
        let lines: Vec<&str> = without
            .lines()
            .filter(|line| !line.contains(&format!("event = \"{gone}\"")))
            .collect();
        save(&mut app, &lines.join("\n"));
        assert!(app.broken().is_none(), "{:?}", app.broken());
        assert_eq!(selected(&app), expected);
    };
    check("j", "belgium-1831", "london-1839");
    check("j j j j", "occupation-1914", "invasion-1914");
}

#[test]
fn a_broken_save_keeps_the_last_good_view_and_lists_the_faults() {
    let mut app = open(SMALL, 120, 40);
    app.setup.provenance = Provenance::File;
    press(&mut app, "j j");
    let before = screen(&app);
    let broken = SMALL
        .replace("date = \"1839-04-19\"", "date = \"c. 1839\"")
        .replace("kind = \"", "kind = \"x");
    save(&mut app, &broken);
    let shown = screen(&app);
    assert!(shown.contains("mine.toml: "), "{shown}");
    assert!(shown.contains("F lists the faults"), "{shown}");
    // All but the row of the banner is as it was.
    let rows = |screen: &str| {
        screen
            .lines()
            .take(37)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&shown), rows(&before));

    press(&mut app, "F");
    assert!(
        screen(&app).contains("`c. 1839` is no date"),
        "{}",
        screen(&app)
    );
    let report = app.broken().unwrap();
    let (line, _) = report.position(&report.faults[1]);
    press(&mut app, "j");
    // A press takes what it lies on, and the hint below does what it says.
    let overlay = app.popup().cloned().unwrap();
    let press_at = |app: &mut App, column: u16, row: u16| {
        app.handle(Input::Mouse(Mouse {
            kind: MouseKind::Press,
            column,
            row,
        }))
    };
    // Under the heading of the errors, which come first.
    assert!(screen(&app).contains("Errors: they keep the file from being shown"));
    let effect = press_at(&mut app, overlay.items.x, overlay.items.y + 2);
    assert_eq!(effect, Effect::Edit(Spot::Line(line, None)));
    let hint = overlay.hints[0].area;
    let effect = press_at(&mut app, hint.x, hint.y);
    assert_eq!(effect, Effect::Edit(Spot::Line(line, None)));
    for key in ["e", "Enter"] {
        let effect = app.handle(Input::Key(Key::named(key).unwrap()));
        assert_eq!(effect, Effect::Edit(Spot::Line(line, None)), "{key}");
        assert!(
            app.picker()
                .is_some_and(|picker| picker.source == PickerSource::Faults),
            "{key}"
        );
    }

    save(&mut app, SMALL);
    assert!(app.broken().is_none() && app.overlay().is_none());
    // What was read well is not said beside what was not.
    assert!(screen(&app).contains("the file was saved and is read anew"));
    save(&mut app, "format = \"x\"");
    assert!(app.broken().is_some());
    assert!(!screen(&app).contains("read anew"));
    save(&mut app, SMALL);
    app.take_message();
    assert_eq!(screen(&app), before);
}

#[test]
fn faults_fit_every_size_of_the_screen() {
    for (columns, rows) in [(40, 12), (60, 19), (80, 24), (200, 60)] {
        let mut app = open(SMALL, columns, rows);
        save(&mut app, &SMALL.replace("kind = \"", "kind = \"x"));
        assert!(screen(&app).contains("mine.toml"), "{}", screen(&app));
        press(&mut app, "F PgDn PgDn");
        assert!(
            screen(&app).contains("no kind is called"),
            "{}",
            screen(&app)
        );
        press(&mut app, "q");
        assert!(app.overlay().is_none());
    }
}

#[test]
fn e_asks_for_the_editor_where_the_selected_thing_is_written() {
    let check = |keys: &str, expected: TableId| {
        let mut app = open(&whole(), 120, 40);
        app.setup.provenance = Provenance::File;
        press(&mut app, keys);
        let effect = app.handle(Input::Key(Key::char('e')));
        assert_eq!(effect, Effect::Edit(Spot::Table(expected)), "{keys}");
    };
    check("j j", TableId::Event("london-1839".to_owned()));
    check("j j Enter", TableId::Event("london-1839".to_owned()));
    check("2", TableId::Event("vienna-1815".to_owned()));
    check("3 j", TableId::Passage("war".to_owned()));
    check("4", TableId::Case("switzerland-1815".to_owned()));
}

#[test]
fn what_is_no_file_cannot_be_edited_and_says_why() {
    for (provenance, printed) in [
        (Provenance::Shipped, "neutrality init"),
        (Provenance::StandardInput, "came through a pipe"),
    ] {
        let mut app = open(SMALL, 120, 40);
        app.setup.provenance = provenance;
        let effect = app.handle(Input::Key(Key::char('e')));
        assert_eq!(effect, Effect::Draw);
        assert!(app.message().unwrap().contains(printed));
        press(&mut app, "F");
        assert!(app.message().unwrap().contains("no fault"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_before_or_after_a_save_lead_astray(
        before in proptest::collection::vec(0_usize..KEYS.len(), 0..25),
        after in proptest::collection::vec(0_usize..KEYS.len(), 0..25),
    ) {
        let mut app = open(&whole(), 80, 24);
        for (keys, source) in [(before, shifted()), (after, SMALL.to_owned())] {
            for key in keys {
                press(&mut app, KEYS[key]);
            }
            save(&mut app, &source);
            screen(&app);
        }
        for key in KEYS {
            press(&mut app, key);
            screen(&app);
        }
    }
}

const KEYS: &[&str] = &[
    "j",
    "k",
    "Enter",
    "Esc",
    "Backspace",
    "L",
    "Tab",
    "1",
    "2",
    "3",
    "4",
    "c",
    "x",
    "/",
    "b",
    "n",
    "Space",
    "]",
    "[",
    "w",
    "a",
    "+",
    "-",
    "l",
    "h",
    "G",
    "d",
    "=",
    "F",
    "}",
];
