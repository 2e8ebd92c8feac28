//! The counter-reading: one key shows only what complicates a claim, as the filter that it is.

use neutrality::linear::Linear;
use neutrality::page::cases::Aspect;
use neutrality::timeline::{CaseId, CriterionId, Stance};

use crate::common::files::SMALL;
use crate::common::process::output;
use crate::common::reader::{open, press, screen};
use crate::common::texts::{LANES, SMALL_WITH_CASES};

#[test]
fn one_key_shows_what_complicates_a_claim_and_the_same_key_ends_it() {
    let mut app = open(SMALL_WITH_CASES, 120, 40);
    press(&mut app, "3");
    let passages = app.timeline().passages.len();
    let all = app.timeline().events.len();
    for _ in 0..passages {
        let passage = app.location().passage.unwrap();
        let complicating = app.timeline()[passage]
            .with_stance(Stance::Complicates)
            .count();
        press(&mut app, "X");
        let shown = screen(&app);
        if complicating == 0 {
            assert!(
                shown.contains("nothing that is shown complicates"),
                "{shown}"
            );
            assert_eq!(app.selection().visible().len(), all);
        } else {
            assert!(shown.contains("only what complicates"), "{shown}");
            assert_eq!(app.selection().visible().len(), complicating);
            press(&mut app, "X");
            assert_eq!(app.selection().visible().len(), all);
        }
        press(&mut app, "j");
    }
}

#[test]
fn among_the_events_it_is_about_the_claim_that_is_followed() {
    let mut app = open(SMALL_WITH_CASES, 120, 40);
    press(&mut app, "3");
    while app.timeline()[app.location().passage.unwrap()]
        .with_stance(Stance::Complicates)
        .count()
        == 0
    {
        press(&mut app, "j");
    }
    let claim = app.timeline()[app.location().passage.unwrap()].mark();
    press(&mut app, "Enter Enter X");
    let shown = screen(&app);
    assert!(
        shown.contains(&format!("only what complicates {claim};")),
        "{shown}"
    );
}

#[test]
fn without_an_article_it_says_so() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "X");
    assert!(screen(&app).contains("no article beside this timeline"));
}

/// What complicates ¶8 of the small timeline, and why.
const REASON: &str = "The promise was put to the test.";

#[test]
fn in_every_view_what_complicates_has_its_reason_and_the_filter_is_shown() {
    let check = |columns: u16, rows: u16, keys: &str| {
        let mut app = open(SMALL_WITH_CASES, columns, rows);
        press(&mut app, &format!("3 j X {keys}"));
        let shown = screen(&app);
        let filter = if columns < 60 {
            "2 filters"
        } else {
            "complicates a claim ✕"
        };
        let reason = if columns < 60 {
            "The promise was put"
        } else {
            REASON
        };
        for expected in [reason, filter] {
            assert!(
                shown.contains(expected),
                "{columns}×{rows} {keys}:\n{shown}"
            );
        }
    };
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        check(columns, rows, "1");
        check(columns, rows, "2 ]");
        check(columns, rows, "3");
        check(columns, rows, "4 G k");
    }
    check(40, 12, "1 Enter");
}

#[test]
fn in_the_cases_the_answers_that_depart_from_the_claim_are_what_is_left() {
    // The third question is the first that comes from ¶8; the cases answer it: disputed, no, yes, not at all.
    let passage = "passage = \"war\"\n";
    let says = format!("{passage}article = \"yes\"\n");
    let file = SMALL_WITH_CASES.replacen(&format!("\n{passage}"), &format!("\n{says}"), 1);
    let mut app = open(&file, 120, 40);
    press(&mut app, "3 j X 4");
    let timeline = app.timeline();
    let asked = CriterionId::at(timeline, 2).unwrap();
    let kept = |at: usize| {
        let case = CaseId::at(timeline, at).unwrap();
        app.keeps_cell(case, Aspect::Question(asked))
    };
    assert_eq!([0, 1, 2, 3].map(kept), [true, true, false, false]);
}

#[test]
fn the_list_gives_the_reasons_where_the_same_filter_is_given_there() {
    let check = |format: &str, expected: &str| {
        let same = [
            "list",
            "-f",
            SMALL,
            "--linked",
            "8",
            "--stance",
            "complicates",
        ];
        let printed = output(&[&same[..], &["--format", format]].concat());
        assert!(printed.contains(expected), "{format}:\n{printed}");
        let all = output(&["list", "-f", SMALL, "--format", format]);
        let told = ["json", "csv"].contains(&format);
        assert_eq!(all.contains(REASON), told, "{format}:\n{all}");
    };
    check(
        "text",
        "\n                ¶8 complicates: The promise was put to the test.\n",
    );
    check("json", "\"because\": \"The promise was put to the test.\"");
    check("csv", "complicates: The promise was put to the test.");
    check(
        "markdown",
        " | ¶8 complicates: The promise was put to the test. |\n",
    );
}

#[test]
fn a_reason_of_five_hundred_characters_in_any_script_is_told_whole() {
    let latin = format!("{} end.", "why ".repeat(124).trim_end());
    let wide = format!("{}。終", "永世中立国".repeat(99));
    let leftward = format!("{} סוף", "נייטרליות ".repeat(49).trim_end());
    for because in [latin, wide, leftward] {
        let file = SMALL_WITH_CASES.replace(REASON, &because);
        let wanted: String = because.split_whitespace().collect();
        for (columns, rows) in [(40, 12), (80, 24), (300, 100)] {
            let mut app = open(&file, columns, rows);
            press(&mut app, "3 j X 1 Enter");
            let page = app.page().plain();
            let told: String = page.split_whitespace().collect();
            assert!(told.contains(&wanted), "{columns}:\n{page}");
            // What has no room goes on below, and the screen says so.
            let has_room = page.lines().count() <= usize::from(rows) - 3;
            assert!(has_room || screen(&app).contains('▼'), "{}", screen(&app));
        }
    }
}

#[test]
fn in_lines_the_reason_stands_behind_the_event() {
    let mut linear = Linear::new(open(SMALL_WITH_CASES, 80, 24), 80);
    let told = linear.take("X").text;
    let told: Vec<&str> = told.split_whitespace().collect();
    let expected = format!("¶8 complicates: {REASON}");
    assert!(told.join(" ").contains(&expected), "{told:?}");
}
