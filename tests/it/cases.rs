//! The table of cases: keys to state, the mouse, hard timelines at every size, and other forms.

use crate::common::reader::{self, open, press};
use crate::common::texts::{CASES, SMALL};
use neutrality::app::action::Action;
use neutrality::app::input::{Input, Mouse, MouseKind, Size};
use neutrality::app::{App, Pane, View};
use neutrality::export::{csv, json};
use neutrality::page::cases::Aspect;
use neutrality::timeline::Timeline;
use neutrality::ui::{self, picture, theme::Depth};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

pub fn timeline(more: &str) -> Timeline {
    reader::timeline(&format!("{SMALL}\n{more}"))
}

fn app_of(more: &str, columns: u16, rows: u16) -> App {
    open(&format!("{SMALL}\n{more}"), columns, rows)
}

/// The reader of the small timeline in the view of the cases, after these keys.
pub fn app(columns: u16, rows: u16, keys: &str) -> App {
    let mut app = app_of(CASES, columns, rows);
    press(&mut app, "4");
    press(&mut app, keys);
    app
}

pub fn draw(app: &App) -> (String, Option<Position>) {
    let mut buffer = Buffer::empty(ui::screen(app));
    let at = ui::draw(app, Depth::True, &mut buffer);
    (picture::text(&buffer), at)
}

/// "belgium-1839 survived": where the table is.
fn cell(app: &App) -> String {
    let case = &app.timeline()[app.location().cases.case.unwrap()].id;
    let aspect = match app.location().cases.aspect {
        Aspect::Question(asked) => app.timeline()[asked].id.as_str(),
        Aspect::Promise => "promise",
        Aspect::Outcome => "outcome",
    };
    format!("{case} {aspect}")
}

#[test]
fn keys_move_the_cell_and_stop_at_the_ends() {
    let check = |keys: &str, expected: &str| {
        assert_eq!(cell(&app(120, 40, keys)), expected, "after {keys:?}");
    };
    check("", "switzerland-1815 small");
    check("h k Left Up", "switzerland-1815 small");
    check("l j", "belgium-1839 asked");
    check("Right Down Right", "luxembourg-1867 asked");
    check("End", "ukraine-2010 small");
    check("End l Home", "switzerland-1815 small");
    check("G", "switzerland-1815 outcome");
    check("G j", "switzerland-1815 outcome");
    check("G k", "switzerland-1815 promise");
    check("G g", "switzerland-1815 small");
    check("PgDn", "switzerland-1815 outcome");
    check("G PgUp", "switzerland-1815 small");
    check("}", "switzerland-1815 peacetime");
    check("} }", "switzerland-1815 liability");
    check("} } }", "switzerland-1815 promise");
    check("G {", "switzerland-1815 promise");
    check("G { {", "switzerland-1815 liability");
    check("} j {", "switzerland-1815 peacetime");
}

#[test]
fn the_evidence_leads_to_its_event_and_back_to_the_very_cell() {
    let mut app = app(120, 40, "l } j");
    assert_eq!(cell(&app), "belgium-1839 survived");
    // Evidence comes in order of time, whatever the order of the file.
    let evidence: Vec<&str> = app
        .location()
        .cases
        .evidence(app.timeline())
        .iter()
        .map(|event| app.timeline()[*event].id.as_str())
        .collect();
    assert_eq!(evidence, ["invasion-1914", "versailles-1919"]);
    press(&mut app, "Enter j Enter");
    let selected = app.timeline()[app.selection().selected()].id.clone();
    assert_eq!(
        (app.location().view, selected.as_str()),
        (View::Timeline, "versailles-1919")
    );
    press(&mut app, "Backspace");
    assert_eq!(
        (app.location().view, app.location().pane),
        (View::Cases, Pane::Page)
    );
    assert_eq!(cell(&app), "belgium-1839 survived");
    assert_eq!(app.location().page.link, Some(1));
    press(&mut app, "Esc Esc");
    assert_eq!(app.location().pane, Pane::List);
}

#[test]
fn the_claim_of_a_question_is_one_key_away_and_the_outcome_has_none() {
    let mut app = app(120, 40, "} a");
    assert_eq!(app.location().view, View::Article);
    assert_eq!(app.timeline()[app.location().passage.unwrap()].id, "war");
    press(&mut app, "Backspace G a");
    assert_eq!(app.location().view, View::Cases);
    assert_eq!(
        app.message(),
        Some("this row comes from no claim of the article")
    );
}

#[test]
fn an_event_brings_its_case_along() {
    let check = |event: &str, keys: &str, expected: &str| {
        let mut app = app_of(CASES, 120, 40);
        app.start_at(event);
        press(&mut app, keys);
        assert_eq!(cell(&app), expected, "from {event} with {keys}");
    };
    check("london-1867", "4", "luxembourg-1867 small");
    check("repeal-2014", "4", "ukraine-2010 small");
    check("invasion-1914", "4", "belgium-1839 small");
    // Evidence of two cases: the one that is chosen already stays.
    check("versailles-1919", "4", "switzerland-1815 small");
    check("versailles-1919", "4 l 1 4", "belgium-1839 small");
    // Nothing to do with any case.
    check("occupation-1914", "4 l 1 4", "belgium-1839 small");
}

#[test]
fn a_pinned_case_stays_last_and_any_other_can_be_set_beside_it() {
    let mut app = app(80, 24, "= End");
    assert_eq!(
        cell(&app),
        "switzerland-1815 small",
        "the pinned case is the last"
    );
    press(&mut app, "Home");
    assert_eq!(cell(&app), "belgium-1839 small");
    let (screen, _) = draw(&app);
    let header = screen.lines().find(|line| line.contains("UA")).unwrap();
    assert!(header.rfind("CH") > header.find("UA"), "{header}");
    press(&mut app, "End =");
    assert_eq!(app.location().cases.pinned, None);
    press(&mut app, "Home");
    assert_eq!(cell(&app), "switzerland-1815 small");
}

#[test]
fn only_differences_compares_all_cases_or_the_pinned_one_with_the_chosen() {
    let shown = |app: &App| -> Vec<String> {
        let asked = app.location().cases.questions(app.timeline());
        asked
            .map(|asked| app.timeline()[asked].id.clone())
            .collect()
    };
    let mut app = app(120, 40, "d");
    assert_eq!(
        app.message(),
        Some("they differ everywhere; = pins one to compare")
    );
    assert!(!app.location().cases.only_differences);
    press(&mut app, "l = Home d");
    assert_eq!(
        app.message(),
        Some("Switzerland and Belgium differ in 3 of 5; d ends it")
    );
    assert_eq!(shown(&app), ["asked", "peacetime", "survived"]);
    assert_eq!(cell(&app), "switzerland-1815 asked");
    press(&mut app, "l");
    assert_eq!(shown(&app), ["asked", "peacetime"]);
    press(&mut app, "End");
    assert_eq!(
        shown(&app).len(),
        5,
        "beside itself it is compared with all"
    );
    press(&mut app, "h h");
    let (screen, _) = draw(&app);
    assert!(
        screen.contains("2 of 5 questions · 9 of 9 shown"),
        "{screen}"
    );
    press(&mut app, "d");
    assert_eq!(shown(&app).len(), 5);
}

#[test]
fn a_click_chooses_the_cell() {
    let mut app = app(120, 40, "");
    let (screen, _) = draw(&app);
    let row = screen
        .lines()
        .position(|line| line.contains("Was it agreed"))
        .unwrap();
    let line = screen.lines().nth(row).unwrap();
    let column = line[..line.find("○ no").unwrap()].chars().count();
    let mut click = |column: usize, row: usize| {
        app.handle(Input::Mouse(Mouse {
            kind: MouseKind::Press,
            column: column as u16,
            row: row as u16,
        }));
        cell(&app)
    };
    assert_eq!(click(column + 3, row), "belgium-1839 peacetime");
    assert_eq!(
        click(8, row - 3),
        "belgium-1839 small",
        "a question alone moves the row"
    );
    assert_eq!(
        click(column, 3),
        "belgium-1839 small",
        "a name alone moves the column"
    );
    assert_eq!(
        click(8, row - 1),
        "belgium-1839 small",
        "the blank row is nothing"
    );
}

#[test]
fn without_cases_the_view_says_so_and_one_case_is_a_table_too() {
    let mut app = app_of("", 80, 24);
    press(&mut app, "4");
    assert_eq!(app.location().view, View::Timeline);
    assert_eq!(app.message(), Some("no cases to compare"));

    let one = "[[cases]]\nid = \"only\"\ncountry = \"belgium\"\nestablished_by = \"london-1839\"\noutcome = \"kept\"\n";
    let mut app = app_of(one, 80, 24);
    press(&mut app, "4 l j = d Enter");
    assert_eq!(cell(&app), "only outcome");
    let (screen, _) = draw(&app);
    assert!(screen.contains("What came of it"), "{screen}");
}

/// A timeline of many cases, with titles and texts that are hard to fit.
fn hard(number: usize, title: &str) -> String {
    let mut more = String::new();
    for criterion in 0..14 {
        let passage = ["origins", "war", "today"][criterion / 5];
        more += &format!(
            "[[criteria]]\nid = \"q{criterion}\"\nquestion = \"{title} {criterion}?\"\npassage = \"{passage}\"\n"
        );
    }
    for case in 0..number {
        let outcome = ["breached", "tested and kept", "proposed"][case % 3];
        more += &format!(
            "[[cases]]\nid = \"c{case}\"\ntitle = \"{title} {}\"\ncountry = \"belgium\"\nestablished_by = \"london-1839\"\npromise = \"{title}\"\noutcome = \"{outcome}\"\n[cases.answers.q3]\nanswer = \"disputed\"\nnote = \"{title}\"\nevents = [\"invasion-1914\"]\n",
            1800 + case
        );
    }
    more
}

#[test]
fn the_chosen_cell_is_on_the_screen_whatever_the_size_and_the_titles() {
    let long = "An exceedingly long name of a state ".repeat(14);
    for (number, title) in [
        (1, "Belgium"),
        (30, "Belgium"),
        (3, long.trim()),
        (9, "永世中立国の条約"),
        (9, "حياد دائم"),
    ] {
        let mut app = app_of(&hard(number, title), 80, 24);
        press(&mut app, "4");
        let keys = [
            "G",
            "End",
            "k k",
            "=",
            "h h h",
            "g",
            "Home",
            "}",
            "l l l l l",
            "d",
            "d",
            "=",
        ];
        let mut at = 0;
        for columns in (40..=300).step_by(20) {
            for rows in (12..=100).step_by(11) {
                app.handle(Input::Resize(Size { columns, rows }));
                press(&mut app, keys[at % keys.len()]);
                at += 1;
                let (screen, place) = draw(&app);
                assert!(
                    place.is_some_and(|place| place.x < columns && place.y + 1 < rows),
                    "{columns}×{rows} {title}: {place:?}\n{screen}"
                );
                assert!(!screen.contains('\u{FFFD}'), "{columns}×{rows} {title}");
                for line in screen.lines() {
                    assert!(
                        neutrality::text::width(line) <= columns.into(),
                        "{columns}×{rows}: {line}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_action_is_safe_at_the_smallest_size() {
    let mut app = app(40, 12, "G End Enter j Enter Backspace Tab");
    for action in [Action::Down, Action::NextInThread, Action::Sources] {
        app.perform(action);
    }
    press(&mut app, "Tab ] [ s");
    assert_eq!(app.location().view, View::Cases);
    assert!(draw(&app).0.contains("9 of 9 shown"));
}

#[test]
fn json_has_the_keys_of_the_file() {
    let answer: serde_json::Value = serde_json::from_str(&json::cases(&timeline(CASES))).unwrap();
    assert_eq!(answer["format"], 1);
    assert_eq!(
        answer["criteria"][1],
        serde_json::json!({
            "id": "asked",
            "question": "Did the state itself ask for it?",
            "short": "Asked for?",
            "passage": "origins",
        })
    );
    assert_eq!(
        answer["cases"][3],
        serde_json::json!({
            "id": "ukraine-2010",
            "title": "Ukraine 2010–2014",
            "country": "ukraine",
            "established_by": "non-bloc-2010",
            "outcome": "lapsed",
            "answers": {
                "small": { "answer": "no", "note": "Forty-five million people.", "events": [] },
                "liability": { "answer": "yes", "note": "Its parliament thought so.", "events": ["repeal-2014"] },
            },
        })
    );
    let none: serde_json::Value = serde_json::from_str(&json::cases(&timeline(""))).unwrap();
    assert_eq!(
        none,
        serde_json::json!({ "format": 1, "criteria": [], "cases": [] })
    );
}

#[test]
fn csv_has_a_row_for_every_answer_promise_and_outcome() {
    let written = csv::cases(&timeline(CASES));
    let rows: Vec<&str> = written.lines().collect();
    assert_eq!(rows.len(), 1 + 4 * (5 + 2));
    assert_eq!(
        rows[0],
        "case,title,country,criterion,question,paragraph,answer,note,events"
    );
    assert_eq!(
        rows[11],
        "belgium-1839,Belgium 1839,belgium,survived,Did it outlast the First World War?,8,no,\
         It was given up after the war.,versailles-1919 invasion-1914"
    );
    assert_eq!(
        rows[12],
        "belgium-1839,Belgium 1839,belgium,liability,Did it become a liability?,14,,,"
    );
    assert_eq!(
        rows[14],
        "belgium-1839,Belgium 1839,belgium,outcome,,,breached,Germany came in on 4 August 1914.,london-1839"
    );
}
