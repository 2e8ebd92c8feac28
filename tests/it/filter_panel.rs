//! The panel of the filter, its chips and what it leaves of each view: keys and presses in, rows out.

use crate::common::reader::{buffer, open, press, screen, selected, shows};
use crate::common::texts::{SHIPPED, SMALL, SMALL_WITH_CASES};
use expect_test::{Expect, expect};
use neutrality::app::App;
use neutrality::app::input::{Input, Mouse, MouseKind};

fn check(columns: u16, rows: u16, keys: &str, expected: Expect) {
    shows(SMALL, columns, rows, keys, expected);
}

#[test]
fn the_panel_takes_the_place_of_the_page_and_the_list_stays() {
    check(
        80,
        24,
        "j j f Space Tab Tab - Tab",
        expect![[r#"
80x24 j j f Space Tab Tab - Tab
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815                                  █                                  2014
  Germany ✕   not neutralisation ✕
  C B L
  H E U
▌ ┃ ┃ ✕ ✕     2 Aug 1914  Germany occupies Luxembourg                       ¶8
  ┃ ✕ ╎ ✕     4 Aug       Germany invades Belgium                           ¶8




────────────────────────────────────────────────────────────────────────────────
   Filter

   Country    1     Permanent neutrality by treaty    ▂▂▂▂▂▂▂▂▂▂▂▂ 2
   Role             Non-bloc status by law                         0
   Kind       1
   Status
   Violation
   Time
   Place
 ▼ Article
 ✕ violation · ✕ Luxembourg violated, guaranteed since 1867 · ¶8 supports
 Space any of   + all of   - none of   Tab facet   Enter keep     2 of 9 shown
"#]],
    );
}

#[test]
fn a_wide_screen_has_the_panel_beside_the_list() {
    check(
        120,
        40,
        "f Space Tab Down Space Tab Down -",
        expect![[r#"
120x40 f Space Tab Down Space Tab Down -
 Small neutralities 1815–2014           1 Timeline   2 Lanes   3 Article                             9 events   ? help
 1815 █           █               █                                                                               2014
  Germany ✕   as guarantor ✕   not violation ✕
  C                                                             │   Filter
  H B                                                           │
▌ ◆ E L ◆    20 Nov 1815  The powers guarantee Switzerland  ¶6  │   Country    1     Neutralisation    ▂▂▂▂▂▂▂▂▂▂▂▂ 3
  ┃ ◆ U ◆    19 Apr 1839  Treaties of London: Belgium neut… ¶6  │   Role       1   − Violation                      0
  ┃ ┃ ◆ ◆    11 May 1867  Treaty of London: Luxembourg neu… ¶6  │   Kind       1     Law                            0
                                                                │   Status
                                                                │   Violation
                                                                │   Time
                                                                │   Place
                                                                │   Article
                                                                │   Stance
                                                                │   Importance
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
                                                                │
 ◆ neutralisation · ◆ Switzerland guaranteed from here · ¶6 supports
 Space any of   + all of   - none of   Tab facet   Enter keep   Esc as before   x clear   X clear all     3 of 9 shown
"#]],
    );
}

#[test]
fn nothing_left_offers_what_to_lift() {
    check(
        80,
        24,
        "c ukraine Enter f Tab Tab Down Space Enter Down",
        expect![[r#"
80x24 c ukraine Enter f Tab Tab Down Space Enter Down
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815                                                                  ▁  2014
  Ukraine ✕   violation ✕   x lifts all


  Nothing is left; lift one part:

  Ukraine                                             2 events
▌ violation                                           2 events


────────────────────────────────────────────────────────────────────────────────
  The filter leaves no event to read.










 Enter lift   x lift all   f filter   ↑↓ move   ? help            0 of 9 shown
"#]],
    );
}

#[test]
fn a_range_that_is_none_says_so_in_its_place() {
    check(
        40,
        12,
        "f Tab Tab Tab Tab Tab 1918..1914 Enter",
        expect![[r#"
40x12 f Tab Tab Tab Tab Tab 1918..1914 Enter
 1 Timeline  2  3    9 events   ? help
  Filter

  Country          1918..1914
  Role             it ends before it
  Kind             begins; write
  Status           1914..1918
  Violation
  Time
  Place
▼ Article
 Enter take               9 of 9 shown
"#]],
    );
}

#[test]
fn a_narrow_screen_folds_the_chips() {
    check(
        40,
        12,
        "f Space Tab Down Space Tab - Tab Space Enter",
        expect![[r#"
40x12 f Space Tab Down Space Tab - Tab Space Enter
 1 Timeline  2  3    9 events   ? help
  4 filters   x lifts all


  Nothing is left; lift one part:

▌ not neutralisation          3 events
  as guarantor                2 events
  Germany                     0 events
  permanent neutrality by t…  0 events

 Enter lift               0 of 9 shown
"#]],
    );
}

fn at(app: &mut App, kind: MouseKind, words: &str) {
    let shown = screen(app);
    let find = |(row, line): (usize, &str)| {
        let at = line.find(words)?;
        Some((line[..at].chars().count() as u16, row as u16))
    };
    let (column, row) = shown
        .lines()
        .enumerate()
        .find_map(find)
        .unwrap_or_else(|| panic!("{words} is not on\n{shown}"));
    app.handle(Input::Mouse(Mouse { kind, column, row }));
}

fn click(app: &mut App, words: &str) {
    at(app, MouseKind::Press, words);
}

/// The filter in words and how many events it leaves, after some keys.
fn state(app: &App) -> String {
    let parts = app.selection().filter().parts(app.timeline()).join(", ");
    format!("{}: {parts}", app.selection().visible().len())
}

#[test]
fn keys_in_the_panel_make_the_filter() {
    let check = |keys: &str, expected: &str| {
        let mut app = open(SMALL, 100, 30);
        press(&mut app, keys);
        assert_eq!(state(&app), expected, "{keys}\n{}", screen(&app));
    };
    // Germany has the most events and comes first.
    check("f Space", "5: Germany");
    check("f Space Space", "9: ");
    check("f Space Down Space", "7: Germany or Belgium");
    check("f - Enter", "4: not Germany");
    check("f ! - Enter", "9: ");
    check("f - Space Enter", "5: Germany");
    check("f Space Tab Down Space", "3: Germany, as guarantor");
    check("f Space Right Right Space x", "5: Germany");
    check("f Space Tab Tab Space X", "9: ");
    // Enter takes what is chosen when nothing was changed, and keeps what was.
    check("f Down Enter", "4: Belgium");
    check("f Down Space Down Enter", "4: Belgium");
    check("f Enter f Enter", "5: Germany");
    check("f Space q", "5: Germany");
    // Esc ends one thing, then brings the filter back.
    check("f Space Esc", "9: ");
    check("f Enter f Tab Down Space Esc", "5: Germany");
    check("f / ukr Enter Space", "2: Ukraine");
    check("f / ukr Esc Space", "2: Ukraine");
    check("f / prussia Enter Enter", "5: Germany");
    check("f / zzz Enter Space - Enter", "9: ");
    check("f Shift-Tab Space", "5: importance 1");
    // A range is typed in its place, and a figure begins it.
    check(
        "f Tab Tab Tab Tab Tab Space 1914..1918 Enter",
        "2: 1914–1918",
    );
    check(
        "f Tab Tab Tab Tab Tab 1914..1918 Enter Enter",
        "2: 1914–1918",
    );
    check("f Tab Tab Tab Tab Tab 1918..1914 Enter", "9: ");
    check("f Tab Tab Tab Tab Tab 1914 Esc Esc", "9: ");
    check("f Tab Tab Tab Tab Tab 1914 Enter Space Ctrl-U Enter", "9: ");
}

#[test]
fn the_place_comes_back_with_the_filter() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "j j f Tab Tab Down Space");
    assert_eq!(selected(&app), "occupation-1914");
    press(&mut app, "Space");
    assert_eq!(selected(&app), "london-1839", "what was left comes back");
    press(&mut app, "Space Esc");
    assert_eq!(selected(&app), "london-1839");
    assert_eq!(state(&app), "9: ");
}

#[test]
fn a_part_that_leaves_nothing_is_named_and_lifted() {
    let mut app = open(SMALL, 80, 24);
    press(&mut app, "c ukraine Enter f Tab Tab Down Space Enter");
    assert_eq!(state(&app), "0: Ukraine, violation");
    assert!(screen(&app).contains("0 of 9 shown"));
    press(&mut app, "Down Up Down Enter");
    assert_eq!(state(&app), "2: Ukraine");
    assert_eq!(
        app.message(),
        Some("“violation” lifted: 2 events shown; Backspace brings it back")
    );
    press(&mut app, "x x");
    assert_eq!(state(&app), "2: Ukraine");
    press(&mut app, "Backspace");
    assert_eq!(state(&app), "0: Ukraine, violation");
}

#[test]
fn a_jump_to_a_hidden_event_lifts_the_filter_and_backspace_brings_it_back() {
    let mut app = open(SMALL, 80, 24);
    press(&mut app, "f / ukr Enter Space Enter : london-1839 Enter");
    assert_eq!(
        (selected(&app), state(&app).as_str()),
        ("london-1839", "9: ")
    );
    press(&mut app, "Backspace");
    assert_eq!(state(&app), "2: Ukraine");
}

#[test]
fn chips_and_values_answer_to_the_mouse() {
    let mut app = open(SMALL, 120, 40);
    press(&mut app, "f");
    click(&mut app, "Luxembourg  ");
    assert_eq!(state(&app), "3: Luxembourg");
    click(&mut app, "Kind");
    click(&mut app, "Law");
    assert_eq!(state(&app), "1: Luxembourg, law");
    click(&mut app, "law ✕");
    assert_eq!(state(&app), "3: Luxembourg");
    at(&mut app, MouseKind::ScrollUp, "Neutralisation");
    press(&mut app, "Space Enter");
    assert_eq!(state(&app), "1: Luxembourg, violation");
    click(&mut app, "Luxembourg ✕");
    assert_eq!(state(&app), "2: violation");
    press(&mut app, "f / zzz Enter");
    click(&mut app, "violation ✕");
    assert_eq!(state(&app), "9: ");
}

#[test]
fn an_offer_is_taken_by_a_click() {
    let mut app = open(SMALL, 120, 40);
    press(&mut app, "c ukraine Enter f Tab Tab Down Space Enter");
    click(&mut app, "violation   ");
    assert_eq!(state(&app), "2: Ukraine");
}

#[test]
fn a_narrow_screen_counts_the_chips_and_the_count_opens_the_panel() {
    let mut app = open(SMALL, 40, 12);
    press(&mut app, "f Space Tab Down Space Tab - Tab Space Enter");
    click(&mut app, "4 filters");
    assert!(screen(&app).contains("Filter"));
}

#[test]
fn shown_and_filtered_are_the_total_in_every_view() {
    for view in ["1", "2", "3", "4"] {
        let mut app = open(SHIPPED, 120, 40);
        press(&mut app, view);
        press(&mut app, "f Space Tab Tab -");
        let shown = app.selection().visible().len();
        let printed = format!("{shown} of {} shown", app.timeline().events.len());
        assert!(
            screen(&app).contains(&printed),
            "{printed}\n{}",
            screen(&app)
        );
    }
}

/// What the foot counts in each view, and what the page counts of its events.
#[test]
fn a_filter_acts_in_every_view() {
    let check = |keys: &str, foot: &str, page: &str| {
        let mut app = open(SMALL_WITH_CASES, 120, 40);
        press(&mut app, &format!("c ukraine Enter {keys}"));
        let shown = screen(&app);
        let last = shown.lines().last().unwrap_or_default();
        assert!(last.trim_end().ends_with(foot), "{keys}: {last}");
        assert!(shown.contains(page), "{keys}\n{shown}");
    };
    check("2", "1 of 4 rows · 2 of 9 shown", "Ukraine");
    check(
        "3",
        "1 of 3 claims · 2 of 9 shown",
        "Supports  3, the filter leaves none",
    );
    check("3 G", "1 of 3 claims · 2 of 9 shown", "Context  1");
    check(
        "4 Home",
        "1 of 4 cases · 2 of 9 shown",
        "Evidence  1, the filter leaves none",
    );
    check("4 x", "9 of 9 shown", "Question from");
}

/// A row, a claim and a cell of which nothing is left have another look, and are still there.
#[test]
fn what_nothing_is_left_of_stands_back() {
    let check = |view: &str, label: &str, stands_back: bool| {
        let look = |filter: &str| {
            let mut app = open(SMALL_WITH_CASES, 120, 40);
            press(&mut app, &format!("{filter} {view}"));
            let shown = screen(&app);
            let found = shown.lines().enumerate().find_map(|(row, line)| {
                let column = line.find(label)?;
                Some((line[..column].chars().count(), row))
            });
            let (x, y) = found.unwrap_or_else(|| panic!("no {label}\n{shown}"));
            buffer(&app)[(x as u16, y as u16)].fg
        };
        let differs = look("c ukraine Enter") != look("");
        assert_eq!(differs, stands_back, "{view} {label}");
    };
    check("2 j", "Luxembourg", true);
    check("3 G", "Where the idea", true);
    check("3 g", "Ukraine’s own", false);
    check("4 j", "disputed", true);
}
