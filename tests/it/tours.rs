//! Tours: in the reader, as text, and as a hand-out.

use crate::common::files;
use crate::common::process::{answer, output};
use crate::common::reader::{open, press, screen, selected};
use crate::common::terminal::Session;
use crate::common::texts::TOURS;
use neutrality::app::App;
use neutrality::app::input::{Input, Size};
use neutrality::linear::Linear;

/// The program's answer, with the timeline that has tours.
fn printed(arguments: &[&str]) -> String {
    output(&[arguments, &["-f", &files::TOURS]].concat())
}

#[test]
fn tours_are_listed_and_each_is_told_from_its_first_stop_to_its_last() {
    let list = printed(&["tour"]);
    assert!(list.starts_with("promises  What the promises were worth  4 stops\n"));
    assert!(list.contains("\none-stop  A tour of one stop  1 stop\n"));
    let tour = printed(&["tour", "promises"]);
    let mut rest = tour.as_str();
    for stop in [
        "What the promises were worth\nFour stops, a minute.",
        "\n\n\n1 of 4   A promise of two",
        "\n\n\n2 of 4   The summer in which it was broken",
        "\n\n\n3 of 4   What the author makes of it",
        "\n\n\n4 of 4   Who was spared\n",
    ] {
        let (_, after) = rest.split_once(stop).expect(stop);
        rest = after;
    }
    assert!(printed(&["tour", "promises", "--ascii"]).is_ascii());
    let json: serde_json::Value =
        serde_json::from_str(&printed(&["tour", "--format", "json"])).unwrap();
    assert_eq!(json["tours"][0]["stops"][3]["criterion"], "survived");
    assert_eq!(json["tours"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_no_tour_is_refused_with_a_way_out() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, _, error) = answer(&[arguments, &["-f", &files::TOURS]].concat());
        assert_eq!((status, error.as_str()), (1, expected), "{arguments:?}");
    };
    let near = "neutrality: no tour is called 'promise'; did you mean 'promises'?\n";
    check(&["tour", "promise"], near);
    let none = output(&["tour", "-f", files::SMALL]);
    assert_eq!(none, "this timeline has no tours\n");
}

#[test]
fn every_tour_of_the_shipped_timeline_is_told() {
    for line in output(&["tour"])
        .lines()
        .filter(|line| !line.starts_with(' '))
    {
        let Some(id) = line.split("  ").next().filter(|id| !id.is_empty()) else {
            continue;
        };
        let tour = output(&["tour", id]);
        assert!(tour.contains("\n\n\n1 of "), "{id}");
        assert!(tour.contains("\nLook at\n"), "{id}");
    }
}

/// The view, the selected event, how far one is on a tour, and whether the text of the stop is the page.
pub fn place(app: &App) -> String {
    let location = app.location();
    let stop = app.tour().map_or_else(String::new, |(tour, at)| {
        let shown = if location.stop().is_some() {
            ""
        } else {
            ", away"
        };
        format!(" · {} {}{shown}", tour.id, at + 1)
    });
    format!("{:?} {}{stop}", location.view, selected(app))
}

/// Where one is after some keys.
#[track_caller]
fn check(keys: &str, expected: &str) {
    let mut app = open(TOURS, 120, 40);
    press(&mut app, keys);
    assert_eq!(place(&app), expected, "after {keys}");
}

/// The keys that begin the tour of four stops.
pub const BEGIN: &str = ": tour Space promises Enter";

/// Where one is after these keys on the tour of four stops.
#[track_caller]
fn on_tour(keys: &str, expected: &str) {
    check(&format!("{BEGIN} {keys}"), expected);
}

#[test]
fn a_tour_is_begun_by_its_name_by_its_title_and_from_the_list_of_tours() {
    let first = "Timeline vienna-1815 · promises 1";
    check(": promises Enter", first);
    check(": tour Space promises Enter", first);
    check(": what Space the Space promises Enter", first);
    check("p Enter", first);
    check("p worth Enter", first);
    check(": tours Enter Enter", first);
    check("p one Enter", "Timeline london-1867 · one-stop 1");
    check("4 p Enter", first);
    check("p Esc", "Timeline vienna-1815");
}

#[test]
fn space_goes_from_stop_to_stop_and_backspace_back() {
    on_tour("Space", "Lanes invasion-1914 · promises 2");
    on_tour("Space Space", "Article invasion-1914 · promises 3");
    on_tour("Space Space Space", "Cases vienna-1815 · promises 4");
    on_tour("Space Space Backspace", "Lanes invasion-1914 · promises 2");
    on_tour(
        "Space Space Backspace Backspace",
        "Timeline vienna-1815 · promises 1",
    );
    on_tour(
        "Space Space Backspace L",
        "Article invasion-1914 · promises 3",
    );
    on_tour("Backspace", "Timeline vienna-1815");
}

#[test]
fn space_held_down_stays_at_the_last_stop_and_backspace_still_leads_to_the_one_before() {
    let last = "Cases vienna-1815 · promises 4";
    let held = "Space ".repeat(200);
    on_tour(&held, last);
    on_tour(
        &format!("{held} Backspace"),
        "Article invasion-1914 · promises 3",
    );
    let mut app = open(TOURS, 120, 40);
    press(&mut app, &format!("{BEGIN} {held}"));
    assert_eq!(
        app.message(),
        Some("this was the last stop; Esc ends the tour")
    );
    check(
        &format!("p one Enter {held}"),
        "Timeline london-1867 · one-stop 1",
    );
}

#[test]
fn one_looks_around_with_all_keys_and_space_comes_back() {
    let stop = "Timeline vienna-1815 · promises 1";
    on_tour("Tab j j", "Timeline london-1839 · promises 1, away");
    on_tour("Tab j j Space", stop);
    on_tour("Tab j k", stop);
    on_tour("4", "Cases vienna-1815 · promises 1, away");
    on_tour("4 j Space", stop);
    on_tour("2 1", stop);
    on_tour("Enter", "Timeline vienna-1815 · promises 1, away");
    on_tour("Enter Space", stop);
    on_tour("Enter Backspace", stop);
    on_tour("s", "Timeline vienna-1815 · promises 1, away");
    on_tour(
        ": 1914 Enter",
        "Timeline occupation-1914 · promises 1, away",
    );
    on_tour(
        ": 1914 Enter Space Space",
        "Lanes invasion-1914 · promises 2",
    );
    // What was looked at lies ahead; behind the stop is the one before it.
    on_tour("Space Enter 3 4 Space Backspace", stop);
    on_tour("Tab j j Space Backspace", "Timeline vienna-1815");
    // In the lanes one moves in time, and their stop keeps its text.
    on_tour("Space Tab + l l j", "Lanes invasion-1914 · promises 2");
    on_tour(
        "Space Tab + l l j Space Space",
        "Article invasion-1914 · promises 3",
    );
}

#[test]
fn escape_ends_a_tour_and_backspace_leads_back_to_it() {
    on_tour("Esc", "Timeline vienna-1815");
    on_tour("Space Esc", "Lanes invasion-1914");
    on_tour("Space Esc Backspace", "Lanes invasion-1914 · promises 2");
    on_tour("Tab j j Esc", "Timeline london-1839");
    on_tour("Esc Space", "Timeline repeal-2014");
    on_tour(
        "/ luxem Enter Esc",
        "Timeline london-1867 · promises 1, away",
    );
}

#[test]
fn a_filter_that_hides_what_a_stop_shows_is_lifted_and_comes_back() {
    let mut app = open(TOURS, 120, 40);
    press(&mut app, "c ukraine Enter");
    assert_eq!(app.selection().visible().len(), 2);
    press(&mut app, BEGIN);
    assert_eq!(app.selection().visible().len(), 9);
    let printed = "the filter hid an event of this stop and is lifted";
    assert_eq!(app.message(), Some(printed));
    press(&mut app, "Backspace");
    assert_eq!(app.selection().visible().len(), 2);
}

#[test]
fn the_other_views_show_the_stop_too() {
    let mut app = open(TOURS, 120, 40);
    press(&mut app, &format!("{BEGIN} Space 1"));
    let lit: Vec<&str> = app
        .timeline()
        .events
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    let lit: Vec<&str> = neutrality::timeline::EventId::all(app.timeline())
        .filter(|event| app.is_lit(*event))
        .map(|event| lit[event.index()])
        .collect();
    assert_eq!(lit, ["occupation-1914", "invasion-1914"]);
    let printed = screen(&app);
    for row in ["▌ ┃ ┃ ✕   ✕     2 Aug 1914", "▌ ┃ ✕ ╎ U ✕     4 Aug  "] {
        assert!(printed.contains(row), "no {row} in\n{printed}");
    }
    press(&mut app, "3");
    let passage = app
        .location()
        .passage
        .map(|passage| &app.timeline()[passage].id);
    assert_eq!(passage.map(String::as_str), Some("war"));
}

#[test]
fn a_tour_is_walked_in_lines() {
    let mut linear = Linear::new(open(TOURS, 80, 24), 80);
    linear.open();
    let mut check = |line: &str, part: &str| {
        let printed = linear.take(line).text;
        assert!(
            printed.contains(part),
            "after {line:?} no {part:?} in\n{printed}"
        );
    };
    check("tours", "1  What the promises were worth · 4 stops");
    check("1", "Stop 1 of 4 · What the promises were worth\n");
    check("space", "Stop 2 of 4 · What the promises were worth\n");
    check(" ", "Stop 3 of 4");
    check("back", "Stop 2 of 4");
    check(
        "back",
        "Two powers acknowledged what Switzerland had asked for.¹",
    );
    check("space", "Germany invades Belgium [");
    check("space", "Stop 3 of 4");
    check("space", "Stop 4 of 4");
    check("space", "this was the last stop");
    check("esc", "the tour is ended");
    check("promises", "Stop 1 of 4");
    check("2", "passage");
    check("space", "Stop 1 of 4");
}

#[test]
fn a_stop_in_a_view_that_the_timeline_has_nothing_for_is_shown_in_the_timeline() {
    const BARE: &str = "format = 1\n[timeline]\ntitle = \"Bare\"\n[[events]]\nid = \"one\"\ndate = 1900\n\
                        title = \"One\"\n[[tours]]\nid = \"all\"\ntitle = \"All\"\n";
    let mut source = BARE.to_owned();
    for view in ["lanes", "article", "cases", "timeline"] {
        source +=
            &format!("[[tours.stops]]\ntitle = \"{view}\"\ntext = \"Text.\"\nview = \"{view}\"\n");
    }
    let check = |keys: &str, message: Option<&str>| {
        let mut app = open(&source, 80, 24);
        press(&mut app, &format!("p Enter {keys}"));
        let at = keys.split_whitespace().count() + 1;
        assert_eq!(place(&app), format!("Timeline one · all {at}"));
        assert_eq!(app.message(), message);
        assert!(screen(&app).contains(&format!("  {at} of 4   ")));
    };
    check(
        "",
        Some("no spans to draw as lanes: the stop is shown in the timeline"),
    );
    check(
        "Space",
        Some("no article beside this timeline: the stop is shown in the timeline"),
    );
    check(
        "Space Space",
        Some("no cases to compare: the stop is shown in the timeline"),
    );
    check("Space Space Space", None);
}

#[test]
fn a_timeline_without_tours_says_so() {
    let mut app = open(crate::common::texts::SMALL, 80, 24);
    press(&mut app, "p");
    assert_eq!(app.message(), Some("this timeline has no tours"));
    assert!(app.overlay().is_none());
}

#[test]
fn every_stop_of_the_shipped_tours_is_drawn_at_every_size() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut app = open(crate::common::texts::SHIPPED, columns, rows);
        for tour in neutrality::timeline::TourId::all(app.timeline()) {
            app.start_tour(tour);
            let stops = app.timeline()[tour].stops.len();
            let mut seen = vec![false; stops];
            while app.message().is_none() {
                let (_, at) = app.tour().unwrap();
                let foot = format!("stop {} of {stops}", at + 1);
                let printed = screen(&app);
                assert!(
                    printed.trim_end().ends_with(&foot),
                    "no {foot} in\n{printed}"
                );
                seen[at] = true;
                press(&mut app, "Space");
            }
            assert_eq!(
                app.message(),
                Some("this was the last stop; Esc ends the tour")
            );
            press(&mut app, "Esc");
            app.take_message();
            assert_eq!(seen, vec![true; stops], "{columns}x{rows}");
        }
    }
}

#[test]
fn a_resize_keeps_the_stop() {
    let mut app = open(TOURS, 120, 40);
    press(&mut app, &format!("{BEGIN} Space"));
    for (columns, rows) in [(40, 12), (80, 24), (200, 60), (40, 12)] {
        app.handle(Input::Resize(Size { columns, rows }));
        let printed = screen(&app);
        assert!(
            printed.contains("2 of 4   The summer in which it was"),
            "{printed}"
        );
    }
}

#[test]
fn a_tour_is_walked_from_start_to_end_with_space_alone() {
    let mut session = Session::start(
        &["--theme", "dark", "--tour", "promises", "-f", &files::TOURS],
        120,
        40,
    );
    for stop in [
        "A promise of two",
        "The summer in which",
        "What the author makes",
        "Who was spared",
    ] {
        session.wait_for(stop);
        session.send(" ");
    }
    session.wait_for("this was the last stop");
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
}

#[test]
fn a_tour_is_handed_out_with_its_events_and_their_sources_as_notes() {
    let check = |format: &str, parts: &[&str]| {
        let hand_out = printed(&["export", "--tour", "promises", "--format", format]);
        for part in parts {
            assert!(hand_out.contains(part), "no {part:?} in\n{hand_out}");
        }
    };
    check(
        "markdown",
        &[
            "# What the promises were worth\n\nFour stops, a minute.\n",
            "## 1. A promise of two\n",
            "had asked for.\\[1\\]\n",
            "- 20 November 1815: The powers guarantee Switzerland\\[1\\]: supports ¶6: It made",
            "In the table of cases: Switzerland 1815: Did it outlast the First World War? yes\n",
            "*Who promised, and what?*\n",
            "## Notes\n\n- \\[1\\] 20 November 1815: The powers guarantee Switzerland. ",
        ],
    );
    check(
        "html",
        &[
            "<h1>What the promises were worth</h1>",
            "had asked for.<sup><a href=\"#tour-note-1\">1</a></sup>",
            "<li id=\"tour-note-1\">20 November 1815: The powers guarantee Switzerland. ",
            "@media print",
        ],
    );
    let arguments = [
        "export",
        "--tour",
        "promises",
        "--format",
        "csv",
        "-f",
        &files::TOURS,
    ];
    let (status, _, error) = answer(&arguments);
    assert_eq!(status, 2);
    assert!(
        error.starts_with("neutrality: a tour is handed out as markdown or html"),
        "{error}"
    );
}
