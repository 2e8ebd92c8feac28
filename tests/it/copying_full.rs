//! The whole table of cases, one case and the chart as text, copied or printed: what the eyes are on, with what is scrolled
//! out.

use expect_test::{Expect, expect};

use crate::common::process::{feed, output, program};
use crate::common::reader::{open, press};
use crate::common::texts::{SMALL, SMALL_WITH_CASES};
use crate::copying::effect;
use crate::marks::Desk;
use neutrality::app::App;
use neutrality::app::input::{Effect, Input, Key};

/// What keys copy, and what the foot says of it.
fn copied(app: &mut App, keys: &str) -> (Option<String>, String) {
    let keys: Vec<Key> = keys.split(' ').filter_map(Key::named).collect();
    let effects = keys.into_iter().map(|key| app.handle(Input::Key(key)));
    let text = match effects.last() {
        Some(Effect::Copy(text)) => Some(text),
        _ => None,
    };
    (text, app.message().unwrap_or_default().to_owned())
}

#[test]
fn the_table_is_copied_as_it_stands() {
    let check = |before: &str, message: &str, first: &str, rows: usize| {
        let mut app = open(SMALL_WITH_CASES, 60, 24);
        press(&mut app, before);
        let (text, said) = copied(&mut app, "y w");
        assert_eq!(
            said,
            format!("sent to the clipboard: {message}"),
            "{before}"
        );
        let text = text.unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0].trim(), first, "{before}: {text}");
        assert_eq!(lines.len(), rows, "{before}: {text}");
    };
    let all = "Switzerland      Belgium   Luxembourg  Ukraine";
    check("4", "the table of 4 cases and 5 questions", all, 8);
    // What is scrolled out on a small screen belongs to it, and what the reader has left out does not.
    check("4 l l l", "the table of 4 cases and 5 questions", all, 8);
    check(
        "4 = d l",
        "the table of 4 cases and 5 questions",
        "Belgium   Luxembourg  Ukraine    Switzerland",
        8,
    );
    // What stands back on the screen because the filter leaves nothing of it stands in brackets.
    check(
        "c b e l g Enter 4",
        "the table of 4 cases and 5 questions",
        "Switzerland      Belgium   Luxembourg  (Ukraine)",
        10,
    );
}

#[test]
fn one_case_is_copied_with_all_its_answers() {
    let mut app = open(SMALL_WITH_CASES, 80, 24);
    press(&mut app, "4 l");
    let (text, said) = copied(&mut app, "y c");
    assert_eq!(
        said,
        "sent to the clipboard: the case “Belgium 1839” with all its answers"
    );
    let text = text.unwrap();
    assert!(text.starts_with("Belgium 1839\nPromised "), "{text}");
    assert!(
        text.contains("¶6   Was the state small?  ● yes\n"),
        "{text}"
    );
}

/// What is answered where lines are read and not keys.
fn linear(arguments: &[&str], lines: &str) -> String {
    let desk = Desk::new(SMALL_WITH_CASES);
    let file = desk.path("mine.toml");
    let mut command = program(&[&["--linear", "--file", &file], arguments].concat());
    let (status, answer, errors) = feed(&mut command, lines);
    assert_eq!((status, errors.as_str()), (0, ""));
    answer
}

/// What `y w` writes there, without the prompt before it and after.
fn chart(arguments: &[&str], lines: &str) -> String {
    let answer = linear(arguments, &format!("{lines}y w\n"));
    let (_, chart) = answer.rsplit_once("> y w\n").unwrap();
    // The margin is left out, as an indented text in a test has none of its own.
    let lines = chart.trim_end_matches(['>', ' ', '\n']).lines();
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    lines.join("\n")
}

#[test]
fn the_chart_is_copied_as_it_is_drawn() {
    let check = |arguments: &[&str], lines: &str, expected: Expect| {
        expected.assert_eq(&chart(arguments, lines));
    };
    check(
        &["--view", "lanes"],
        "",
        expect![[r#"
             20 Nov 1815         1850         1900         1950         2000
                          ▼       ╷            ╷            ╷            ╷
             By treaty
              Switzerland ● T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
              Belgium     ┊     ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌                         violated 1914
              Luxembourg  ┊            ▇ T ▇▇▇▇▇▇▇▇✕╌                         violated 1914

             By own act or policy
              Ukraine     ┊                                                ╍╍ ended 2014

             ▇▇ T guaranteed   ╍╍ policy   ✕ violation   ╌╌ after it   ● as neutral
             ▶ in force"#]],
    );
    check(
        &["--view", "lanes", "--country", "belgium"],
        "z\n",
        expect![[r#"
            19 Apr 1839         1850           1875          1900
                           ▼     ╷              ╷             ╷
            By treaty
            (Switzerland)▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
             Belgium       ● T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌●   violated 1914
             Luxembourg    ┊               ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌╌   violated 1914

            By own act or policy
            (Ukraine)      ┊                                                 ended 2014

            ▇▇ T guaranteed   ✕ violation   ╌╌ after it   ● as neutral   ▶ in force
            ( ) the filter leaves nothing of it"#]],
    );
    check(
        &["--view", "ages"],
        "",
        expect![[r#"
             years              0       50       100      150        since each title began
             By treaty
              Switzerland 1815  ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ 199 y  ▶ in force
              Belgium 1839      ▇ T ▇▇▇▇▇▇▇▇▇⊗╌                      75 y  ⊗ by a guarantor
              Luxembourg 1867   ▇ T ▇▇▇▇⊗╌                           47 y  ⊗ by a guarantor

             By own act or policy
              Ukraine 2010      ╍                                     4 y    ended

             ▇▇ T guaranteed   ╍╍ policy   ⊗ broken by a guarantor   ╌╌ after it
             ▶ in force"#]],
    );
}

#[test]
fn what_there_is_none_of_is_said() {
    let check = |source: &str, keys: &str, expected: &str| {
        let mut app = open(source, 80, 24);
        let (text, said) = copied(&mut app, keys);
        assert_eq!((text, said.as_str()), (None, expected), "{keys}");
    };
    let without_cases = crate::common::texts::SMALL;
    check(without_cases, "2 y w", "there is no chart here");
    check(
        SMALL_WITH_CASES,
        "c z z z Esc 4 f Esc y q",
        "y q means nothing; ? lists every key",
    );
    check(
        SMALL_WITH_CASES,
        "j y c",
        "y c works in the table of cases: copy the chosen case with all its answers; 4 leads there",
    );
}

#[test]
fn the_keys_are_named_where_they_mean_something() {
    let frame = |keys: &str| output(&["frame", "--size", "100x30", "--keys", keys]);
    let (lanes, cases, list) = (frame("2 y"), frame("4 y"), frame("Down y"));
    let whole = "copy the whole table or the chart as text";
    assert!(lanes.contains(whole) && cases.contains(whole) && !list.contains(whole));
    let case = "copy the chosen case with all its answers";
    assert!(cases.contains(case) && !lanes.contains(case));
}

#[test]
fn what_is_printed_has_the_picture_and_what_is_chosen_in_it() {
    let check = |keys: &str, parts: &[&str]| {
        let mut app = open(SMALL_WITH_CASES, 100, 30);
        press(&mut app, keys);
        let Effect::Print(text) = app.handle(Input::Key(Key::named("P").unwrap())) else {
            panic!("{keys} prints nothing");
        };
        let found: Vec<Option<usize>> = parts.iter().map(|part| text.find(part)).collect();
        assert!(
            found.iter().all(Option::is_some) && found.is_sorted(),
            "{keys}: {text}"
        );
    };
    let table = "Switzerland      Belgium   Luxembourg  Ukraine";
    check("4 l", &[table, "What came of it", "Belgium 1839"]);
    check(
        "c b e l g Enter 4",
        &[
            "Luxembourg  (Ukraine)",
            "( ) the filter leaves nothing of it",
        ],
    );
    check("3", &["¶6"]);
    check("Down", &["1831"]);
}

#[test]
fn the_chart_is_printed_before_the_event_at_the_cursor() {
    let printed = linear(&["--view", "lanes", "--country", "belgium"], "P\n");
    let parts = [
        " By treaty\n",
        "(Switzerland)",
        "( ) the filter leaves nothing of it\n\n1831\nArticles for Belgium",
    ];
    let found: Vec<Option<usize>> = parts.iter().map(|part| printed.find(part)).collect();
    assert!(
        found.iter().all(Option::is_some) && found.is_sorted(),
        "{printed}"
    );
}

#[test]
fn what_is_copied_or_printed_has_no_more_in_it_than_the_screen() {
    let mut app = open(SMALL_WITH_CASES, 100, 30);
    press(&mut app, "4");
    let (copied, _) = copied(&mut app, "y w");
    let Effect::Print(printed) = app.handle(Input::Key(Key::named("P").unwrap())) else {
        panic!("nothing is printed");
    };
    assert!(printed.starts_with(&copied.unwrap()), "{printed}");
}

#[test]
fn every_status_on_the_day_of_the_cursor_is_copied() {
    let mut app = open(SMALL, 100, 30);
    app.start_at("london-1839");
    let Effect::Copy(text) = effect(&mut app, "2 y d") else {
        panic!("{:?}", app.message());
    };
    assert_eq!(
        app.message(),
        Some("sent to the clipboard: every status on 19 April 1839")
    );
    assert!(
        text.contains("Belgium") && text.contains("Switzerland"),
        "{text}"
    );
    assert!(!text.contains("Ukraine"), "{text}");
    // On a day without a status the clipboard keeps what it has.
    let mut app = open(SMALL, 100, 30);
    app.start_at("1700");
    assert_eq!(effect(&mut app, "2 y d"), Effect::Draw);
    assert_eq!(app.message(), Some("no country has a status on this day"));
}

#[test]
fn what_no_flag_says_is_named_beside_the_command_of_the_view() {
    let check = |keys: &str, left_out: &str| {
        let mut app = open(SMALL_WITH_CASES, 100, 30);
        effect(&mut app, keys);
        let expected = format!("sent to the clipboard: the command that opens this view{left_out}");
        assert_eq!(app.message(), Some(expected.as_str()), "{keys}");
    };
    check("y v", "");
    check("4 y v", "");
    check("4 l y v", "");
    check("4 j y v", ", without the chosen question");
    check("4 G y v", ", without the chosen question");
    check("4 j k y v", "");
}
