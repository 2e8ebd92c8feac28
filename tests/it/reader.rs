//! The reader's behaviour: keys in, place and message out.

use crate::common::reader::{open, press, screen, selected};
use crate::common::texts::{SMALL, SMALL_WITH_CASES};
use neutrality::app::{App, Pane, View};

/// Presses keys on the small timeline and says where the reader is then.
#[track_caller]
fn check(keys: &str, expected: &str) {
    let mut app = open(SMALL, 80, 24);
    press(&mut app, keys);
    assert_eq!(place(&app), expected, "after {keys}\n{}", screen(&app));
}

/// "timeline london-1839 9/9", with the passage in the article and a star while the page has the keys.
fn place(app: &App) -> String {
    let view = match app.location().view {
        View::Article => {
            let passage = app
                .location()
                .passage
                .map(|passage| app.timeline()[passage].mark())
                .unwrap_or_default();
            format!("article {passage}")
        }
        View::Timeline => "timeline".to_owned(),
        View::Lanes => "lanes".to_owned(),
        View::Cases => "cases".to_owned(),
    };
    let star = if app.location().pane == Pane::Page {
        "*"
    } else {
        ""
    };
    format!(
        "{view}{star} {} {}/{}",
        selected(app),
        app.selection().visible().len(),
        app.timeline().events.len()
    )
}

#[test]
fn moving_stops_at_both_ends() {
    check("", "timeline vienna-1815 9/9");
    check("k", "timeline vienna-1815 9/9");
    check("j j", "timeline london-1839 9/9");
    check("Down Down Up", "timeline belgium-1831 9/9");
    check("G", "timeline repeal-2014 9/9");
    check("End j PgDn", "timeline repeal-2014 9/9");
    check("G g", "timeline vienna-1815 9/9");
    check("G Home", "timeline vienna-1815 9/9");
    check("PgDn PgDn PgDn PgUp PgUp PgUp", "timeline vienna-1815 9/9");
}

#[test]
fn braces_go_from_heading_to_heading() {
    check("}", "timeline belgium-1831 9/9");
    check("} } }", "timeline occupation-1914 9/9");
    check("} } } j {", "timeline occupation-1914 9/9");
    check("} } } {", "timeline london-1867 9/9");
}

#[test]
fn the_filter_by_country_finds_by_name_code_and_alias_and_keeps_the_place() {
    check("c belg Enter", "timeline belgium-1831 4/9");
    check("j j c belg Enter", "timeline london-1839 4/9");
    check("c be Enter", "timeline belgium-1831 4/9");
    check("c prussia Enter", "timeline vienna-1815 5/9");
    check("G c belg Enter", "timeline versailles-1919 4/9");
    check("c belg Esc", "timeline vienna-1815 9/9");
    check("c nowhere Enter", "timeline vienna-1815 9/9");
}

#[test]
fn several_countries_can_be_marked_and_a_role_chosen() {
    check("c luxem Space Enter", "timeline london-1867 3/9");
    check(
        "c luxem Space Ctrl-U belg Space Ctrl-U Enter",
        "timeline london-1867 6/9",
    );
    check("c Tab Tab prussia Enter", "timeline vienna-1815 3/9");
    check(
        "c Tab Tab Tab prussia Enter",
        "timeline occupation-1914 2/9",
    );
}

#[test]
fn one_key_lifts_the_filter_and_puts_it_back() {
    check("c belg Enter x", "timeline belgium-1831 9/9");
    check("c belg Enter x x", "timeline belgium-1831 4/9");
    check("c belg Enter Esc", "timeline belgium-1831 9/9");
    check("x", "timeline vienna-1815 9/9");
}

#[test]
fn the_thread_of_the_article_is_walked_in_both_directions() {
    check("]", "timeline london-1839 9/9");
    check("] ]", "timeline london-1867 9/9");
    check("G [", "timeline non-bloc-2010 9/9");
    check("G ]", "timeline repeal-2014 9/9");
    check("[", "timeline vienna-1815 9/9");
}

#[test]
fn following_a_country_makes_it_the_thread() {
    check("j j Tab Enter Tab ]", "timeline invasion-1914 9/9");
    check("j j Tab Enter Tab ] ]", "timeline versailles-1919 9/9");
    check("j j Tab Enter Tab Esc ]", "timeline london-1867 9/9");
}

#[test]
fn violations_are_walked() {
    check("w", "timeline occupation-1914 9/9");
    check("w w", "timeline invasion-1914 9/9");
    check("G W W", "timeline occupation-1914 9/9");
}

#[test]
fn from_a_claim_to_its_third_event_and_back_takes_six_keys() {
    check("3 ] j j Enter", "timeline london-1867 9/9");
    check("3 ] j j Enter Backspace", "article ¶6* vienna-1815 9/9");
}

#[test]
fn back_returns_to_the_very_place_and_forward_again() {
    check("3 j Enter", "article ¶8* vienna-1815 9/9");
    check("3 j Tab Enter", "timeline london-1839 9/9");
    check("3 j Tab Enter Backspace", "article ¶8* vienna-1815 9/9");
    check(
        "3 j Tab Enter Backspace Backspace",
        "timeline vienna-1815 9/9",
    );
    check("3 j Tab Enter Backspace L", "timeline london-1839 9/9");
    check("Backspace", "timeline vienna-1815 9/9");
}

#[test]
fn an_event_leads_to_its_claims() {
    check("j j a", "article ¶6 london-1839 9/9");
    check("j j a Backspace", "timeline london-1839 9/9");
    check("j a", "timeline belgium-1831 9/9");
}

#[test]
fn a_jump_to_a_hidden_event_lifts_the_filter_and_back_restores_it() {
    let mut app = open(SMALL, 80, 24);
    press(&mut app, "c ukr Enter");
    assert_eq!(place(&app), "timeline non-bloc-2010 2/9");
    press(&mut app, ": vienna-1815 Enter");
    assert_eq!(place(&app), "timeline vienna-1815 9/9");
    assert!(
        app.message()
            .is_some_and(|printed| printed.contains("the filter hid this event")),
        "{:?}",
        app.message()
    );
    press(&mut app, "Backspace Backspace");
    assert_eq!(place(&app), "timeline non-bloc-2010 2/9");
}

#[test]
fn a_search_finds_as_one_types_and_returns_when_it_is_left() {
    check("/ luxemb", "timeline london-1867 9/9");
    check("/ luxemb Enter n", "timeline occupation-1914 9/9");
    check("/ luxemb Enter N", "timeline versailles-1919 9/9");
    check("/ luxemb Esc", "timeline vienna-1815 9/9");
    check("/ PRUSSIA Enter n", "timeline london-1839 9/9");
    check("/ hertslet Enter n", "timeline belgium-1831 9/9");
    check("j j j / xyzzy Enter", "timeline london-1867 9/9");
}

/// The view and what is selected in it, and what the foot says.
#[test]
fn a_search_finds_what_the_view_shows_and_then_what_others_do() {
    let check = |keys: &str, expected: &str, foot: &str| {
        let mut app = open(SMALL_WITH_CASES, 100, 30);
        press(&mut app, keys);
        let (timeline, location) = (app.timeline(), app.location());
        let selected = match location.view {
            View::Timeline | View::Lanes => selected(&app).to_owned(),
            View::Article => timeline[location.passage.unwrap()].id.clone(),
            View::Cases => {
                let case = &timeline[location.cases.case.unwrap()].id;
                format!("{case} {}", location.cases.aspect.label(timeline))
            }
        };
        let found = format!("{:?} {selected}", location.view);
        assert_eq!(found, expected, "{keys}");
        assert_eq!(app.message().unwrap_or_default(), foot, "{keys}");
    };
    check(
        "3 / liability Enter",
        "Article today",
        "1 of 1 claim for “liability” · 1 case",
    );
    check("3 / LIABILITY", "Article today", "");
    check("3 / liability Esc", "Article origins", "");
    check(
        "4 / cantons Enter",
        "Cases switzerland-1815 Was the state small?",
        "1 of 1 cell for “cantons”",
    );
    check(
        "4 / four Space million Enter",
        "Cases belgium-1839 Was the state small?",
        "1 of 1 cell for “four million”",
    );
    check(
        "/ cantons Enter",
        "Cases switzerland-1815 Was the state small?",
        "1 of 1 cell for “cantons” · Backspace brings you back",
    );
    check("/ cantons Enter Backspace", "Timeline vienna-1815", "");
    check(
        "3 / hertslet Enter",
        "Timeline vienna-1815",
        "1 of 7 events for “hertslet” · Backspace brings you back",
    );
    check(
        "/ liability Enter 4 k n",
        "Cases switzerland-1815 Did it become a liability?",
        "1 of 1 cell for “liability” · 1 claim",
    );
}

#[test]
fn a_sign_is_found_where_nothing_else_is() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "/ letters Enter");
    let shown = screen(&app);
    assert!(shown.contains("Signs and words"), "{shown}");
}

#[test]
fn a_search_is_called_back_and_repeated() {
    let check = |keys: &str, expected: &str| {
        let mut app = open(SMALL, 100, 30);
        press(&mut app, keys);
        assert_eq!(selected(&app), expected, "{keys}");
    };
    check("/ luxemb Enter / Enter", "occupation-1914");
    check("/ luxemb Enter Esc / Enter", "occupation-1914");
    check("/ Enter", "vienna-1815");
    check("/ luxemb Enter g / prussia Enter g / Up Up", "london-1867");
    check(
        "/ luxemb Enter g / prussia Enter G / Up Enter",
        "vienna-1815",
    );
    check("/ luxemb Enter g / Up Down", "vienna-1815");
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "/ luxemb Enter / Up");
    assert!(screen(&app).contains(" /luxemb   1 of 3 events · 1 claim"));
}

#[test]
fn a_search_says_how_many_where_and_when_it_wraps() {
    let printed = |keys: &str| {
        let mut app = open(SMALL, 100, 30);
        press(&mut app, keys);
        app.take_message().unwrap_or_default()
    };
    assert_eq!(
        printed("/ luxembourg Enter"),
        "1 of 3 events for “luxembourg” · 1 claim · n goes to the next"
    );
    assert_eq!(
        printed("/ luxembourg Enter n"),
        "2 of 3 events for “luxembourg” · 1 claim"
    );
    assert!(
        printed("/ luxembourg Enter n n n")
            .starts_with("1 of 3 events for “luxembourg” · 1 claim · the end was passed")
    );
    assert_eq!(printed("/ xyzzy Enter"), "nothing found for “xyzzy”");
    assert_eq!(
        printed("c belg Enter / luxembourg Enter"),
        "1 of 1 event for “luxembourg”, 2 hidden by the filter · 1 claim"
    );
}

#[test]
fn a_date_a_passage_and_an_event_can_be_gone_to() {
    check(": 1914-08-04 Enter", "timeline invasion-1914 9/9");
    check(": 1914 Enter", "timeline occupation-1914 9/9");
    check(": 1850 Enter", "timeline london-1867 9/9");
    check(": 2030 Enter", "timeline repeal-2014 9/9");
    check(": ¶8 Enter", "article ¶8 vienna-1815 9/9");
    check(": london-1867 Enter", "timeline london-1867 9/9");
    check(": nothing Enter", "timeline vienna-1815 9/9");
    check(": 1914 Enter Backspace", "timeline vienna-1815 9/9");
}

#[test]
fn q_goes_back_before_it_quits_and_esc_never_quits() {
    check("3 q", "timeline vienna-1815 9/9");
    check("Enter q", "timeline vienna-1815 9/9");
    check("3 Enter q", "article ¶6 vienna-1815 9/9");
    check("Esc Esc Esc", "timeline vienna-1815 9/9");
}

#[test]
fn the_help_is_searched_and_runs_what_it_lists() {
    check("? claims Enter", "article ¶6 vienna-1815 9/9");
    check("? next viol Enter", "timeline occupation-1914 9/9");
    check("? claims Esc", "timeline vienna-1815 9/9");
    check("? xyzzy Enter", "timeline vienna-1815 9/9");
    check("? show-lanes Enter", "lanes vienna-1815 9/9");
}

#[test]
fn the_help_runs_what_belongs_to_another_view_there() {
    check("? zoom-all Enter", "lanes vienna-1815 9/9");
    check("3 ? next-violation Enter", "timeline occupation-1914 9/9");
    check("2 ? next-violation Enter", "lanes occupation-1914 9/9");
    check(
        "3 ? standings Enter Backspace",
        "article ¶6 vienna-1815 9/9",
    );
    let printed = |keys: &str| {
        let mut app = open(SMALL, 100, 30);
        press(&mut app, keys);
        app.take_message().unwrap_or_default()
    };
    assert_eq!(
        printed("? only-differences Enter"),
        "d works in a view that this timeline has nothing for"
    );
    assert_eq!(
        printed("? mark Space a Space country Enter"),
        "Space works in the menu of countries"
    );
    assert_eq!(
        printed("? complete Enter"),
        "Tab works while something is typed or chosen"
    );
}

#[test]
fn the_help_begins_with_what_is_only_for_the_present_view() {
    let first = |keys: &str| {
        let mut app = open(SMALL, 100, 30);
        press(&mut app, keys);
        press(&mut app, "?");
        let shown = screen(&app);
        // What is behind the help stands at its sides.
        let inside = |row: &str| row.chars().skip(8).take(30).collect::<String>();
        let mut rows = shown
            .lines()
            .skip(5)
            .map(|row| inside(row).trim().to_owned());
        // The page of the signs comes before all keys.
        assert_eq!(rows.next().as_deref(), Some("What is drawn"));
        rows.find(|row| ["Moving", "In the lanes"].contains(&row.as_str()))
            .unwrap_or_default()
    };
    assert_eq!(first(""), "Moving");
    assert_eq!(first("2"), "In the lanes");
    assert_eq!(first("3"), "Moving");
}

#[test]
fn esc_leaves_all_as_it_was() {
    check("} } } j c Space Esc", "timeline invasion-1914 9/9");
    check("3 j / luxem Esc", "article ¶8 vienna-1815 9/9");
    let mut app = open(SMALL, 80, 24);
    press(&mut app, "/ luxembourg Enter / x Esc n");
    assert_eq!(selected(&app), "occupation-1914");
}

#[test]
fn a_search_from_another_view_shows_what_it_found_and_comes_back() {
    check("3 j / prussia Enter", "timeline vienna-1815 9/9");
    check(
        "3 j / prussia Enter Backspace",
        "article ¶8 vienna-1815 9/9",
    );
}

#[test]
fn what_is_about_an_event_does_nothing_where_none_is_shown() {
    check("3 Enter w", "article ¶6* vienna-1815 9/9");
    check("3 j Enter a", "article ¶8* vienna-1815 9/9");
    check("3 Enter s", "article ¶6* vienna-1815 9/9");
}

#[test]
fn a_filter_that_moves_the_selection_begins_its_page_anew() {
    let mut app = open(SMALL, 40, 12);
    press(&mut app, "j j Tab PgDn");
    assert!(app.location().page.top > 0);
    press(&mut app, "c ukr Enter");
    assert_eq!(
        (selected(&app), app.location().page.top),
        ("non-bloc-2010", 0)
    );
}

#[test]
fn the_foot_names_what_one_needs_next_in_every_view() {
    let check = |keys: &str, expected: &[&str]| {
        let mut app = open(SMALL_WITH_CASES, 120, 40);
        press(&mut app, keys);
        let shown = screen(&app);
        let foot = shown.trim_end().lines().last().unwrap().to_owned();
        for hint in expected {
            assert!(foot.contains(hint), "{keys}: no {hint:?} in {foot}");
        }
    };
    check("j", &["c country", "w violation", "y copy", "s sources"]);
    check("2", &["c country", "w violation", "y copy", "A ages"]);
    check("2 A", &["w violation", "y copy"]);
    check("3", &["X what complicates it", "y copy"]);
    check("4", &["X what complicates it", "y copy", "a claim"]);
}
