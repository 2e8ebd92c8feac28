//! The ages: every title from its beginning on, in the reader, as text, in lines and in the exports.

use std::fmt::Write as _;

use crate::common::files::{LANES as LANES_FILE, SHIPPED as SHIPPED_FILE};
use crate::common::process::output;
use crate::common::reader::{open, press, screen, selected, shows, timeline};
use crate::common::snapshot::transcript;
use crate::common::texts::{LANES, SHIPPED};
use expect_test::{Expect, expect};
use neutrality::app::App;
use neutrality::lanes::ages::{AgeCell, Ages};
use neutrality::lanes::scale::Scale;
use neutrality::linear::Linear;
use neutrality::timeline::load;
use proptest::prelude::*;
use ratatui::buffer::Buffer;

fn says(arguments: &[&str], expected: Expect) {
    let given = format!("neutrality {}", arguments.join(" "));
    let printed = output(&[arguments, &["-f", LANES_FILE]].concat());
    transcript(&given, &printed, expected);
}

#[test]
fn the_ages_are_printed_at_a_width() {
    says(
        &["lanes", "--align", "begin", "--width", "76"],
        expect![[r#"
neutrality lanes --align begin --width 76
 years             0     50     100   150            since each title began
 By treaty
  Switzerla… 1815  ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶      206 y  ▶ in force
  Belgium 1839     ▇ T ▇▇▇▇▇⊗╌                       75 y  ⊗ by a guarantor

 By own act or policy
  Ireland 1949    ░╍ P ╍╍╍╍╍▶                     72–73 y  ▶ in force
  Cambodia 1957?  ░━━                          c. 12–13 y    ended

 For one war
  Denmark 1914    ░╾                                  4 y    ended

 1 proposal or intention was never held and has no age

 ▇▇ T guaranteed   ━━ own act   ╍╍ P policy   ╾╾ one war
 ⊗ broken by a guarantor   ╌╌ after it   ░ inexact   ▶ in force
"#]],
    );
    says(
        &["lanes", "--align", "begin", "--width", "44", "--ascii"],
        expect![[r#"
neutrality lanes --align begin --width 44 --ascii
 years      0        100
 By treaty
  CH 1815   # T ###############>      206 y
  BE 1839   # T ###X                   75 y

 By own act or policy
  IE 1949  :/ P ///>                72-73 y
  KH 1957? :%%                   c. 12-13 y

 For one war
  DK 1914  :"                           4 y

 1 proposal or intention was never held and~

 ## T guaranteed   %% own act   // P policy
 "" one war   X broken by a guarantor
 : inexact   > in force
"#]],
    );
}

#[test]
fn one_key_begins_every_title_at_zero_and_leads_back_to_the_years() {
    shows(
        LANES,
        80,
        24,
        "2 A",
        expect![[r#"
80x24 2 A
 Lanes 1815–2022          1 Timeline   2 Lanes                6 spans   ? help
 1815 ▅      ▅                        █▅         ▅ ▅    ▅               ▇ 2022

 years              0      50     100    150             since each title began
 By treaty
▌ Switzerland 1815  ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶      206 y  ▶ in force
  Belgium 1839      ▇ T ▇▇▇▇▇▇⊗╌                         75 y  ⊗ by a guarantor

 By own act or policy
  Ireland 1949     ░╍ P ╍╍╍╍╍╍▶                       72–73 y  ▶ in force
  Cambodia 1957?   ░━━                             c. 12–13 y    ended

 For one war
  Denmark 1914     ░╾                                     4 y    ended

 1 proposal or intention was never held and has no age





 ▇▇ T guaranteed   ━━ own act   ⊗ broken by a guarantor   ╌╌ after it
 Switzerland 1815 · ▇ Guaranteed · kept 206 y · ▶ in force
 ↑↓ title   Enter its events   + - zoom   A years               11 of 11 shown
"#]],
    );
    let mut app = open(LANES, 80, 24);
    press(&mut app, "2");
    let years = screen(&app);
    press(&mut app, "A A");
    assert_eq!(screen(&app), years);
}

#[test]
fn a_title_is_told_in_full_below_and_opens_the_events_behind_it() {
    shows(
        LANES,
        120,
        40,
        "2 A j",
        expect![[r#"
120x40 2 A j
 Lanes 1815–2022                        1 Timeline   2 Lanes                                          6 spans   ? help
 1815 ▅           ▅                                      █ ▅              ▅    ▅     ▅                          ▇ 2022

 years              0     20    40    60     80    100   120    140   160   180   200            since each title began
 By treaty
  Switzerland 1815  ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶      206 y  ▶ in force
▌ Belgium 1839      ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇⊗╌╌                                              75 y  ⊗ 1914 by a guarantor

 By own act or policy
  Ireland 1949     ░╍ P ╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍▶                                             72–73 y  ▶ in force
  Cambodia 1957?   ░━━━━░                                                             c. 12–13 y    1970 ended

 For one war
  Denmark 1914     ░╾╾                                                                       4 y    1919 ended

 1 proposal or intention was never held and has no age

 Belgium 1839
  Title       Guaranteed
  Begins      Belgium neutralised, 19 April 1839 · Art. VII
  Guarantors  France · Prussia
  Violated    4 August 1914 by German Empire, a guarantor  after 75 y
  Ends        Treaty of Versailles, 28 June 1919  after 80 y
  Contested   Whether the treaty of 1919 ended it.













 ▇▇ T guaranteed   ━━ own act   ╍╍ P policy   ╾╾ one war   ⊗ broken by a guarantor   ╌╌ after it   ░ inexact
 Belgium 1839 · ▇ Guaranteed · kept 75 y · ⊗ 1914 by a guarantor
 ↑↓ title   Enter its events   + - zoom   A years   w violation   y copy   } next group   t about it    11 of 11 shown
"#]],
    );
    let mut app = open(LANES, 120, 40);
    press(&mut app, "2 A j Enter");
    assert!(screen(&app).contains("3 events of this title"));
    press(&mut app, "Down Enter");
    assert_eq!(selected(&app), "invasion-1914");
    press(&mut app, "Backspace");
    assert!(screen(&app).contains("since each title began"));
}

#[test]
fn the_keys_of_the_lanes_mean_the_same_or_say_why_not() {
    let check = |keys: &str, expected: &str| {
        let mut app = open(LANES, 100, 30);
        press(&mut app, "2 A");
        press(&mut app, keys);
        assert!(screen(&app).contains(expected), "{keys}\n{}", screen(&app));
    };
    check("l", "all titles begin at zero here");
    check("Tab", "all titles begin at zero here");
    check("-", "all ages are in sight");
    check("+ + + + + + + + + + + + + +", "this is the closest zoom");
    check("+ + +", " → ");
    check("}", "▌ Ireland 1949");
    check("} }", "▌ Denmark 1914");
    check("} } { {", "▌ Switzerland 1815");
    check("G", "▌ Denmark 1914");
    check("G g", "▌ Switzerland 1815");
    check("w", "▌ Belgium 1839");
    // A day that is asked for is looked at in its year.
    check(": 1914-08-04 Enter", "4 Aug 1914");
}

#[test]
fn what_was_never_held_has_no_age() {
    let nothing = LANES.replace("ground = \"guarantee\"", "ground = \"proposal\"");
    let nothing = nothing.replace("ground = \"own act\"", "ground = \"proposal\"");
    let nothing = nothing.replace("ground = \"policy\"", "ground = \"proposal\"");
    let nothing = nothing.replace("ground = \"war\"", "ground = \"proposal\"");
    let mut app = open(&nothing, 100, 30);
    press(&mut app, "2 A");
    let shown = screen(&app);
    assert!(
        shown.contains("no title of this timeline was ever held"),
        "{shown}"
    );
    assert!(
        shown.contains("┊") || shown.contains("▼"),
        "the years stay\n{shown}"
    );
}

/// Sixty countries with names in Chinese, and two thousand titles between them.
fn crowd() -> String {
    let mut source = "format = 1\n[timeline]\ntitle = \"T\"\n[statuses.t]\nlabel = \"条约\"\n\
                      letter = \"T\"\nground = \"treaty\"\n"
        .to_owned();
    for at in 0..60 {
        let _ = writeln!(source, "[countries.c{at}]\nname = \"永久中立国的地位{at}\"");
    }
    for at in 0..2_000 {
        let (begin, end) = (1000 + at / 2, 1001 + at / 2 + at % 7);
        let _ = writeln!(
            source,
            "[[events]]\nid = \"b{at}\"\ndate = \"{begin}\"\ntitle = \"B\"\n\
             [[events]]\nid = \"e{at}\"\ndate = \"{end}-05-03\"\ntitle = \"E\"\n\
             [[spans]]\ncountry = \"c{}\"\nstatus = \"t\"\nbegins = \"b{at}\"\nends = \"e{at}\"",
            at % 60
        );
    }
    source
}

#[test]
fn a_crowd_of_titles_is_drawn_at_every_size_with_the_chosen_one_in_sight() {
    let mut app = open(&crowd(), 80, 24);
    press(&mut app, "2 A");
    for (columns, rows) in [(40, 12), (80, 24), (120, 40), (300, 100)] {
        app.handle(neutrality::app::input::Input::Resize(
            neutrality::app::input::Size { columns, rows },
        ));
        for keys in ["g", "G", "PgUp", "j", "+ + +", "z", "0"] {
            press(&mut app, keys);
            let shown = screen(&app);
            assert!(shown.contains("▌"), "{columns}x{rows} {keys}\n{shown}");
        }
    }
}

#[test]
fn a_saved_file_keeps_the_chosen_title() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "2 A j");
    let chosen = |app: &App| {
        let span = app.location().lanes.ages.chosen.unwrap();
        let span = &app.timeline()[span];
        app.timeline()[span.begins].id.clone()
    };
    assert_eq!(chosen(&app), "london-1839");
    let more = LANES.replacen(
        "[[spans]]",
        "[[spans]]\ncountry = \"france\"\nstatus = \"declared\"\nbegins = \"paris-1815\"\n[[spans]]",
        1,
    );
    app.changed(load::read("test", more.into_bytes()));
    assert_eq!(chosen(&app), "london-1839");
    let without = LANES.replace("violated_by = [\"invasion-1914\"]", "");
    app.changed(load::read("test", without.into_bytes()));
    assert!(screen(&app).contains("▌ Belgium 1839"), "{}", screen(&app));
}

#[test]
fn the_ages_are_told_in_lines() {
    let mut linear = Linear::new(open(LANES, 80, 24), 80);
    linear.take(":lanes");
    let printed = linear.take("A").text;
    assert!(printed.contains("Ages · 5 titles"), "{printed}");
    assert!(
        printed.contains("2  Belgium 1839 · guaranteed · 75 y, 1914 by a guarantor"),
        "{printed}"
    );
    let printed = linear.take("2").text;
    assert!(
        printed.contains("2  Germany invades Belgium · 4 Aug 1914"),
        "{printed}"
    );
}

#[test]
fn the_exports_have_the_ages_once() {
    let svg = output(&[
        "export", "--format", "svg", "--align", "begin", "-f", LANES_FILE,
    ]);
    assert!(
        svg.contains("Belgium 1839: 75 y, 1914 by a guarantor"),
        "{svg}"
    );
    assert_eq!(svg.matches("<style>").count(), 1);
    let page = output(&["export", "--format", "html", "-f", LANES_FILE]);
    assert!(page.contains("<h2 id=\"part-ages\">Ages</h2>"));
    for id in page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        let times = page.matches(&format!(" id=\"{id}\"")).count();
        assert_eq!(times, 1, "{id}");
    }
    let of_one = output(&[
        "export",
        "--format",
        "svg",
        "--align",
        "begin",
        "--country",
        "Ireland",
        "-f",
        LANES_FILE,
    ]);
    assert!(of_one.contains("Ireland") && !of_one.contains("Belgium 1839"));
}

#[test]
fn the_shipped_titles_are_all_there() {
    let timeline = timeline(SHIPPED);
    let ages = Ages::new(&timeline);
    assert_eq!(
        ages.tenures().count() + ages.never_held,
        timeline.spans.len()
    );
    let printed = output(&[
        "lanes",
        "--align",
        "begin",
        "--width",
        "120",
        "-f",
        SHIPPED_FILE,
    ]);
    for tenure in ages.tenures() {
        assert!(
            printed.contains(&tenure.since),
            "{}",
            tenure.name(&timeline)
        );
    }
}

/// A date of one of the precisions that the format has, some days after the year 1800.
fn any_date() -> impl Strategy<Value = (i32, u8)> {
    (0..200_i32, 0..5_u8)
}

fn written((year, precision): (i32, u8)) -> String {
    let year = 1800 + year;
    match precision {
        0 => format!("{year}-06-15"),
        1 => format!("{year}-06"),
        2 => format!("{year}"),
        3 => format!("{year}/{}", year + 3),
        _ => format!("{}X", year / 10),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ages_are_sorted_never_finer_than_their_dates_and_no_fewer_where_there_is_more_room(
        spans in prop::collection::vec((any_date(), any_date(), any_date(), 0..4_u8), 1..12),
        columns in 20_u16..200,
    ) {
        let mut source = "format = 1\n[timeline]\ntitle = \"T\"\n[statuses.t]\nlabel = \"T\"\nletter = \"T\"\nground = \"treaty\"\n".to_owned();
        for (at, (begin, violation, end, parts)) in spans.iter().enumerate() {
            // What comes later in a title comes later in time.
            let mut dates = [*begin, *violation, *end];
            dates.sort_by_key(|(year, _)| *year);
            let mut later = dates.map(|(year, precision)| (year / 10 * 10, precision));
            later[1].0 += 10;
            later[2].0 += 20;
            let [begin, violation, end] = later.map(written);
            let _ = writeln!(source, "[countries.c{at}]\nname = \"C{at}\"");
            for (name, date) in [("b", begin), ("v", violation), ("e", end)] {
                let _ = writeln!(source, "[[events]]\nid = \"{name}{at}\"\ndate = \"{date}\"\ntitle = \"E\"\nparties = []");
            }
            let _ = writeln!(source, "[[spans]]\ncountry = \"c{at}\"\nstatus = \"t\"\nbegins = \"b{at}\"");
            if parts & 1 > 0 {
                let _ = writeln!(source, "violated_by = [\"v{at}\"]");
            }
            if parts & 2 > 0 {
                let _ = writeln!(source, "ends = \"e{at}\"");
            }
        }
        let timeline = timeline(&source);
        let ages = Ages::new(&timeline);
        prop_assert_eq!(ages.tenures().count(), spans.len());
        let kept: Vec<(i64, i64)> = ages.tenures().map(|tenure| tenure.kept).collect();
        prop_assert!(kept.is_sorted_by(|one, next| one >= next), "{:?}", kept);
        let scale = Scale::new(ages.full_range(), columns);
        let wider = Scale::new(ages.full_range(), columns + 1);
        for tenure in ages.tenures() {
            let span = &timeline[tenure.span];
            prop_assert_eq!(tenure.soft_zero, !span.begin_date.is_exact_day());
            for (column, cell) in (0..).zip(tenure.cells(&scale)) {
                let days = scale.days(column);
                if cell == AgeCell::Held {
                    // Of what a column may show as held, half at the least is held for certain.
                    let until = |age: i64| days.end.min(age + 1) - days.start;
                    let (surely, maybe) = (until(tenure.end.0), until(tenure.end.1));
                    prop_assert!(surely * 2 >= maybe, "{:?} {:?}", days, tenure);
                    prop_assert!(tenure.violations.iter().all(|(age, _)| days.start <= age.0), "{:?}", tenure);
                }
                let violated = matches!(cell, AgeCell::Broken(_));
                let has_one = tenure.violations.iter().any(|(age, _)| days.contains(&age.0));
                prop_assert_eq!(violated, has_one, "{:?} {:?}", days, tenure);
            }
            let drawn = |scale: &Scale| tenure.cells(scale).iter().filter(|cell| **cell != AgeCell::Empty).count();
            prop_assert!(drawn(&scale) <= drawn(&wider));
        }
        let rows = |buffer: &Buffer| buffer.area.height;
        let width = columns.max(40);
        let (narrow, broad) = (neutrality::ui::lanes::ages::sheet(&timeline, width, false), neutrality::ui::lanes::ages::sheet(&timeline, width + 40, false));
        prop_assert_eq!(rows(&narrow), rows(&broad));
    }
}
