//! Timelines that are not as one expects, in every view and at every usual size: each says something sensible, and
//! nothing is cut inside of a character.

use std::fmt::Write;

use crate::common::reader::{buffer, open, press, screen};
use crate::common::texts::SMALL;
use neutrality::app::View;
use neutrality::app::input::{Input, Mouse, MouseKind};
use unicode_segmentation::UnicodeSegmentation;

const HEAD: &str = "format = 1\n[timeline]\ntitle = \"Odd\"\n";

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

const UKRAINIAN: &str = "Постійний нейтралітет України — ґарантії й суверенітет";
const GREEK: &str = "Η διαρκής ουδετερότητα υπό την εγγύηση των Δυνάμεων";
const CHINESE: &str = "永久中立国的地位与大国的保证";
const ARABIC: &str = "الحياد الدائم بضمان الدول الكبرى";
/// Accents of their own code points, a flag of two, a family of seven.
const CLUSTERS: &str = "Ne\u{301}utralite\u{301} 🇨🇭 👨\u{200d}👩\u{200d}👧\u{200d}👦 garantie";

fn events(number: usize, of: impl Fn(usize) -> String) -> String {
    (0..number).fold(HEAD.to_owned(), |mut source, at| {
        let _ = writeln!(source, "[[events]]\nid = \"e{at}\"\n{}", of(at));
        source
    })
}

fn titled(title: &str) -> String {
    events(4, |at| {
        format!(
            "date = \"19{at}0\"\ntitle = \"{title}\"\nsummary = \"{title}\"\ntext = \"{title}\""
        )
    })
}

fn sixty_countries() -> String {
    let mut source = events(60, |at| {
        format!("date = \"{}\"\ntitle = \"Event {at}\"", 1900 + at)
    });
    source.push_str("[statuses.t]\nlabel = \"by treaty\"\nletter = \"T\"\nground = \"treaty\"\n");
    for at in 0..60 {
        let code = format!("{}{}", (b'A' + at / 26) as char, (b'A' + at % 26) as char);
        let _ = writeln!(
            source,
            "[countries.c{at}]\nname = \"Country {at}\"\ncode = \"{code}\"\n\
             [[spans]]\ncountry = \"c{at}\"\nstatus = \"t\"\nbegins = \"e{at}\""
        );
    }
    source
}

/// The four views at four sizes; `said` stands on the screen of each view, in the order of their keys.
///
/// The foot counts, the selected event is in the list, and every cell holds whole grapheme clusters of the text.
#[track_caller]
fn check(source: &str, keys: &str, count: &str, printed: [&str; 4]) {
    for (columns, rows) in SIZES {
        for (view, printed) in ["1", "2", "3", "4"].into_iter().zip(printed) {
            let mut app = open(source, columns, rows);
            press(&mut app, &format!("{keys} {view}"));
            let shown = screen(&app);
            let context = format!("in view {view} at {columns}x{rows}\n{shown}");
            assert!(shown.contains(printed), "{printed:?} is not said {context}");
            assert!(shown.contains(count), "{count:?} is not said {context}");
            if app.location().view == View::Timeline
                && let (Some(row), Some(list)) = (
                    app.selected_row(),
                    app.layout().and_then(|layout| layout.list),
                )
            {
                let window =
                    app.location().list_top..app.location().list_top + usize::from(list.height);
                assert!(window.contains(&row), "the selected event is off {context}");
            }
            for cell in buffer(&app).content() {
                let clusters = cell.symbol().graphemes(true).count();
                assert!(
                    clusters <= 1,
                    "{:?} is no one cluster {context}",
                    cell.symbol()
                );
                if let Some(part) = cell.symbol().chars().next().filter(|_| clusters == 1) {
                    let is_part = matches!(part, '\u{301}' | '\u{200d}');
                    assert!(!is_part, "{:?} begins inside {context}", cell.symbol());
                }
            }
        }
    }
}

const NO_LANES: &str = "no spans";
const NO_ARTICLE: &str = "no article";
const NO_CASES: &str = "no cases";

#[test]
fn one_event() {
    let source = events(1, |_| "date = \"1914-08-04\"\ntitle = \"Alone\"".to_owned());
    let printed = ["Alone", NO_LANES, NO_ARTICLE, NO_CASES];
    check(&source, "", "1 of 1 shown", printed);
    check(&source, "j j k G g", "1 of 1 shown", printed);
}

/// The page of the timeline itself, before the events, at every size.
#[test]
fn a_page_of_its_own_for_every_timeline() {
    let one = events(1, |_| "date = \"1914-08-04\"\ntitle = \"Alone\"".to_owned());
    for source in [
        one,
        titled(CHINESE),
        titled(ARABIC),
        titled(CLUSTERS),
        sixty_countries(),
    ] {
        for (columns, rows) in SIZES {
            let mut app = open(&source, columns, rows);
            app.start_before_events();
            let shown = screen(&app);
            assert!(
                shown.contains("▌") && shown.contains("About this timeline"),
                "{shown}"
            );
            press(&mut app, "Enter");
            let shown = screen(&app);
            assert!(shown.contains("Odd, 19"), "at {columns}x{rows}\n{shown}");
            assert!(
                !shown.contains("Walk it") && !shown.contains("argument"),
                "{shown}"
            );
        }
    }
}

#[test]
fn ten_thousand_events_on_one_day() {
    let source = events(10_000, |at| {
        format!("date = \"1914-08-04\"\ntitle = \"Event {at}\"")
    });
    let printed = ["Event 9999", NO_LANES, NO_ARTICLE, NO_CASES];
    check(&source, "G", "10000 of 10000", printed);
}

#[test]
fn sixty_countries_with_a_status_each() {
    let printed = ["Event 59", "1 Jan 1959", NO_ARTICLE, NO_CASES];
    check(&sixty_countries(), "G", "60 of 60", printed);
}

#[test]
fn titles_of_five_hundred_characters() {
    let title = "Neutrality guaranteed ".repeat(23)[..500].to_owned();
    let printed = ["Neutrality gu", NO_LANES, NO_ARTICLE, NO_CASES];
    check(&titled(&title), "j", "4 of 4 shown", printed);
}

#[test]
fn titles_in_letters_of_other_scripts() {
    for (title, begins) in [
        (UKRAINIAN, "Постійний"),
        (GREEK, "Η διαρκής"),
        (CHINESE, "永久中立"),
        (ARABIC, "الحياد"),
        (CLUSTERS, "Ne\u{301}utr"),
    ] {
        let printed = [begins, NO_LANES, NO_ARTICLE, NO_CASES];
        check(&titled(title), "j", "4 of 4 shown", printed);
        let long = format!("{title} ").repeat(12);
        check(&titled(long.trim_end()), "j", "4 of 4 shown", printed);
    }
}

#[test]
fn a_filter_that_leaves_nothing() {
    let mut app = open(SMALL, 120, 40);
    press(
        &mut app,
        "f Space Tab Space Tab Space Tab Space Tab Space Enter",
    );
    let shown = screen(&app);
    for printed in [
        "0 of 9 shown",
        "No part alone brings events back.",
        "The filter leaves no event to read.",
    ] {
        assert!(shown.contains(printed), "{printed:?} is not said\n{shown}");
    }
}

/// What has no year stands last, in no column of the overview, and is counted beside it; no axis goes to the year 9999.
#[test]
fn dates_without_a_year() {
    const DATES: [&str; 5] = ["XXXX-12-21", "1815-11-20", "XXXX", "1914-08-04", "X914"];
    let source = events(DATES.len(), |at| {
        format!("date = \"{}\"\ntitle = \"Title {at}\"", DATES[at])
    });
    for (columns, rows) in SIZES {
        let mut app = open(&source, columns, rows);
        press(&mut app, "G");
        let shown = screen(&app);
        let what = format!("at {columns}x{rows}\n{shown}");
        assert!(!shown.contains("9999") && !shown.contains("1 BC"), "{what}");
        if app.layout().is_some_and(|layout| layout.overview.is_some()) {
            assert!(shown.contains("+ 3 without a year"), "{what}");
            press(&mut app, "g");
            let (column, row) = (columns - 5, 1);
            let kind = MouseKind::Press;
            app.handle(Input::Mouse(Mouse { kind, column, row }));
            assert_eq!(app.selection().selected().index(), 2, "{what}");
        }
        if columns >= 80 {
            assert!(
                shown.contains("21 Dec ?") && shown.contains("year unknown"),
                "{what}"
            );
        }
        let visible = app.selection().visible().iter();
        let titles: Vec<&str> = visible
            .map(|event| app.timeline()[*event].title.as_str())
            .collect();
        let in_time = ["Title 1", "Title 3", "Title 0", "Title 2", "Title 4"];
        assert_eq!(titles, in_time);
        // Walking them by periods comes to what has no year as to a period of its own.
        press(&mut app, "g } } }");
        assert_eq!(app.selection().selected().index(), 2, "{what}");
    }
}

/// An address of two thousand characters is whole as text, and a link in a line of wide letters is one link on both rows.
#[test]
fn addresses_without_end_and_links_in_wide_letters() {
    let address = format!("https://example.org/{}", "a".repeat(1980));
    let wide = CHINESE.repeat(4);
    let mut source = events(2, |at| {
        format!(
            "date = \"190{at}\"\ntitle = \"{wide}\"\nsources = [{{ source = \"long\" }}]\n\
             related = [{{ event = \"e{}\", relation = \"前\" }}]",
            1 - at
        )
    });
    let _ = writeln!(
        source,
        "[sources.long]\ntype = \"web\"\ntitle = \"{wide}\"\nurl = \"{address}\""
    );
    for (columns, rows) in SIZES {
        let mut app = open(&source, columns, rows);
        press(&mut app, "Enter");
        let page = app.page();
        assert!(page.plain().lines().any(|line| line.trim() == address));
        let related = &page.links[0];
        assert!(related.lines.len() > 1, "{columns}: {:?}", related.lines);
        for line in related.lines.clone() {
            assert_eq!(
                page.link_at(line, 20.min(usize::from(columns) - 8)),
                Some(0),
                "{columns} {line}"
            );
        }
        press(&mut app, "Down Down Down Down Enter");
        screen(&app);
    }
}
