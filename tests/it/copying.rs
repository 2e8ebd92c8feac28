//! What leaves the reader: sequences of keys, and what they copy.

use std::fs;

use crate::common::files::{self, folder, script};
use crate::common::reader::{open, press, screen, selected};
use crate::common::terminal::Session;
use crate::common::texts::{SHIPPED, SMALL_WITH_CASES, SOURCES, TOURS};
use neutrality::app::App;
use neutrality::app::input::{Effect, Input, Key};
use proptest::prelude::*;

/// Presses all keys and returns what the last one asks for.
pub fn effect(app: &mut App, keys: &str) -> Effect {
    let keys: Vec<Key> = keys.split(' ').filter_map(Key::named).collect();
    let effects = keys.into_iter().map(|key| app.handle(Input::Key(key)));
    effects.last().unwrap()
}

/// The reader on the sources of every sort, at the event of an id.
pub fn at(event: &str) -> App {
    let mut app = open(SOURCES, 80, 24);
    app.start_at(event);
    app
}

/// What keys copy at an event, and what the foot says of it.
#[track_caller]
fn check(event: &str, keys: &str, expected: &str, foot: &str) {
    let mut app = at(event);
    let effect = effect(&mut app, keys);
    assert_eq!(effect, Effect::Copy(expected.to_owned()), "{event} {keys}");
    assert_eq!(app.message(), Some(foot), "{event} {keys}");
}

#[test]
fn what_follows_y_says_what_is_copied() {
    check(
        "newspaper",
        "y i",
        "newspaper",
        "sent to the clipboard: the id newspaper",
    );
    check(
        "newspaper",
        "y t",
        "A newspaper\n19 April 1839\n\nWhat the paper said.\n",
        "sent to the clipboard: the text of “A newspaper, 1839”",
    );
    let mut app = open(SHIPPED, 120, 40);
    press(&mut app, ": treaty-of-london-1839 Enter");
    let Effect::Copy(text) = effect(&mut app, "y t") else {
        panic!("nothing is copied");
    };
    for printed in [
        "Three treaties of one day",
        "The guarantee is not there.",
        "stood for seventy-five years.",
    ] {
        assert!(text.contains(printed), "{printed} is not in\n{text}");
    }
    check(
        "newspaper",
        "y u",
        "https://example.org/times?a=1&b=2#c_d",
        "sent to the clipboard: https://example.org/times?a=1&b=2#c_d",
    );
    check(
        "about",
        "y b",
        "@book{about,\n  title = {{An undated pamphlet}},\n  author = {Smith, John},\n  date = {1907~},\n  year = {c. 1907},\n}\n",
        "sent to the clipboard: 1 source of “About a year, 1839” in BibTeX",
    );
}

#[test]
#[cfg(feature = "citations")]
fn the_styles_have_a_key_each() {
    check(
        "treatise",
        "y y",
        "Charles de Visscher, Neutrality (Butterworths, 1875), 2:98.\n",
        "sent to the clipboard: 1 source of “A treatise, 1839” in Chicago notes",
    );
    check(
        "agency",
        "y a",
        "Talks in Istanbul. (2022, March 29). Associated Press.\n    in the text: (“Talks in Istanbul,” 2022)\n",
        "sent to the clipboard: 1 source of “An agency, 1839” in APA",
    );
    let mut app = at("treatise");
    let Effect::Copy(text) = effect(&mut app, "y m") else {
        panic!("nothing is copied");
    };
    assert!(text.contains("in the text: (de Visscher 98)"), "{text}");
}

#[test]
fn only_the_chosen_source_is_copied() {
    let mut app = at("web");
    let Effect::Copy(all) = effect(&mut app, "y j") else {
        panic!("nothing is copied");
    };
    assert_eq!(all.matches("\"id\"").count(), 2, "{all}");
    let Effect::Copy(one) = effect(&mut app, "s j y j") else {
        panic!("nothing is copied\n{}", screen(&app));
    };
    assert!(
        one.contains("\"id\": \"report\"") && !one.contains("\"id\": \"web\""),
        "{one}"
    );
}

/// What the foot says when nothing leaves the reader.
#[track_caller]
fn refuses(app: &mut App, keys: &str, expected: &str) {
    assert_eq!(effect(app, keys), Effect::Draw, "{keys}");
    assert_eq!(app.message(), Some(expected), "{keys}");
}

#[test]
fn what_is_not_there_is_said() {
    refuses(&mut at("none"), "y y", "this event names no source");
    refuses(
        &mut at("none"),
        "o",
        "no source of this event has an address",
    );
    refuses(
        &mut at("treatise"),
        "y u",
        "no source of this event has an address",
    );
    refuses(
        &mut open(SMALL_WITH_CASES, 80, 24),
        "4 j y b",
        "nothing here names a source",
    );
    refuses(
        &mut open(TOURS, 80, 24),
        "2 j : belgium Space 1 8 2 0 Enter y i",
        "no event stands at the cursor on this row; ] goes to the next",
    );
}

/// The footnote of the lanes is that of the status on the cursor's day, elsewhere that of the event.
#[test]
#[cfg(feature = "citations")]
fn a_footnote_is_copied_of_the_status_or_of_the_event() {
    let check = |keys: &str, foot: &str, expected: &[&str]| {
        let mut app = open(SHIPPED, 120, 40);
        press(&mut app, keys);
        let Effect::Copy(text) = effect(&mut app, "y f") else {
            panic!("nothing is copied\n{}", screen(&app));
        };
        for printed in expected {
            assert!(text.contains(printed), "{printed} is not in\n{text}");
        }
        assert_eq!(app.message(), Some(foot), "{keys}");
    };
    check(
        ": b e l g i u m Space 1 9 1 4 - 0 8 - 0 5 Enter",
        "sent to the clipboard: a footnote of Belgium, 5 August 1914",
        &[
            "Belgium, 5 August 1914: permanent neutrality, guaranteed in 1839 by ",
            "; violated 4 August 1914",
            "\nOn the violation: ",
        ],
    );
    check(
        ": treaty-of-london-1839 Enter",
        "sent to the clipboard: a footnote of “Belgium neutralised, 1839”",
        &["Treaties of London: Belgium neutralised, 19 April 1839, London.\nArt. VII"],
    );
}

/// What is copied in each of the views, and what the foot calls it.
#[test]
fn what_is_copied_is_what_the_eyes_are_on() {
    let check = |keys: &str, id: &str, name: &str| {
        let mut app = open(TOURS, 120, 40);
        press(&mut app, keys);
        let copied = effect(&mut app, "y i");
        assert_eq!(copied, Effect::Copy(id.to_owned()), "{keys}");
        effect(&mut app, "y t");
        let foot = format!("sent to the clipboard: the text of “{name}”");
        assert_eq!(app.message(), Some(foot.as_str()), "{keys}");
    };
    let vienna = "The powers guarantee Switzerland, 1815";
    check("", "vienna-1815", vienna);
    check("3", "origins", "¶6 Where the idea comes from");
    check("3 j", "war", "¶8 The First World War");
    check("3 Tab", "vienna-1815", vienna);
    check("3 Enter", "origins", "¶6 Where the idea comes from");
    check("4", "switzerland-1815", "Switzerland 1815: Small?");
    check("4 l G", "belgium-1839", "Belgium 1839: What came of it");
    check("4 Enter", "vienna-1815", vienna);
    check("2", "vienna-1815", vienna);
    let status = ": belgium Space 1 9 1 4 - 0 8 - 0 1 Enter";
    let london = "Treaties of London: Belgium neutralised, 1839";
    check(status, "london-1839", london);
    check(&format!("{status} o Esc"), "london-1839", london);
    check("p Enter", "vienna-1815", vienna);
}

#[test]
fn the_text_and_the_sources_of_a_claim_and_of_a_cell() {
    let check = |keys: &str, expected: &str| {
        let mut app = open(SMALL_WITH_CASES, 120, 40);
        let Effect::Copy(text) = effect(&mut app, keys) else {
            panic!("{keys} copies nothing: {:?}", app.message());
        };
        assert_eq!(text, expected, "{keys}");
    };
    check(
        "3 j y t",
        "¶8 The First World War\n\nThe author’s claim\n\nThe promises did not stand the test of the war.\n\n\
         What the record shows\n\nBelgium and Luxembourg were invaded, Switzerland was not.\n",
    );
    check(
        "4 y t",
        "Switzerland 1815\nWas the state small? yes\n\nTwenty-two cantons.\n",
    );
    check(
        "4 y b",
        "@book{hertslet-map,\n  title = {{The Map of Europe by Treaty}},\n  pinpoint = {no. 43},\n  \
         author = {Hertslet, Edward},\n  date = {1875},\n  year = {1875},\n  \
         url = {https://example.org/map},\n}\n",
    );
    let version = env!("CARGO_PKG_VERSION");
    check(
        "3 y e",
        &format!(
            "“Where the idea comes from” (¶6 of A. Author, “On promises”), in Small neutralities, \
             neutrality {version}, passage origins."
        ),
    );
    check(
        "4 y e",
        &format!(
            "“Was the state small?” (Switzerland 1815: yes), in Small neutralities, neutrality {version}, \
             case switzerland-1815."
        ),
    );
}

/// Goes to what a status rests on, and not to what is selected in a view that is not seen.
#[test]
fn the_sources_of_a_status_are_those_of_the_act_behind_it() {
    let mut app = open(TOURS, 120, 40);
    press(&mut app, ": belgium Space 1 9 1 4 - 0 8 - 0 1 Enter s");
    assert_eq!(selected(&app), "london-1839");
    press(&mut app, "Backspace");
    assert_eq!(selected(&app), "vienna-1815");
}

const WALK: [&str; 16] = [
    "1",
    "2",
    "3",
    "4",
    "j",
    "k",
    "l",
    "h",
    "+",
    "]",
    "Enter",
    "Down",
    "Backspace",
    "G",
    "w",
    ".",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Whatever keys led there, the thing that is copied is named on the screen.
    #[test]
    fn nothing_is_copied_that_is_not_on_the_screen(
        keys in proptest::collection::vec(proptest::sample::select(&WALK[..]), 1..14),
    ) {
        let keys = keys.join(" ");
        let mut app = open(SHIPPED, 200, 60);
        press(&mut app, &keys);
        let shown: String = screen(&app).split_whitespace().collect();
        if let Effect::Copy(text) = effect(&mut app, "y t") {
            let title = text.lines().next().unwrap_or_default();
            let timeline = app.timeline();
            let event = timeline.events.iter().find(|event| event.title == title);
            let names = [Some(title), event.map(neutrality::timeline::Event::short_title)];
            let is_shown = |name: &str| {
                let name: String = name.split_whitespace().collect();
                let begin: String = name.chars().take(16).collect();
                shown.contains(&begin)
            };
            prop_assert!(
                names.into_iter().flatten().any(is_shown),
                "after {keys}: {title} is not on the screen\n{}",
                screen(&app)
            );
        }
    }
}

#[test]
fn a_text_that_no_terminal_takes_is_refused() {
    let long = SOURCES.replace("What the paper said.", &"word ".repeat(12_000));
    let mut app = open(&long, 80, 24);
    app.start_at("newspaper");
    refuses(
        &mut app,
        "y t",
        "60027 characters are more than a terminal takes; `neutrality cite` prints them",
    );
}

#[test]
fn a_sequence_is_ended_by_what_does_not_belong_to_it() {
    let mut app = at("treatise");
    press(&mut app, "y");
    assert_eq!(app.pending().len(), 1);
    refuses(&mut app, "x", "y x means nothing; ? lists every key");
    assert!(app.pending().is_empty());
    press(&mut app, "y Esc");
    assert_eq!((app.pending().len(), app.message()), (0, None));
    assert_eq!(effect(&mut app, "y Ctrl-C"), Effect::Quit);
    // The key that ended it did nothing else.
    press(&mut app, "y j");
    assert_eq!(selected(&app), "treatise");
}

#[test]
fn the_keys_that_can_follow_lie_over_the_foot() {
    let mut app = at("treatise");
    press(&mut app, "y");
    let shown = screen(&app);
    let rows: Vec<&str> = shown.lines().collect();
    let foot = rows.len() - 1;
    assert_eq!(
        rows[foot - 12].trim_end(),
        " y and then                                                        Esc ends it"
    );
    assert_eq!(
        rows[foot - 11],
        "   f     copy a footnote of the status or the event"
    );
    assert_eq!(
        rows[foot - 1],
        "   u     copy the address of the chosen or first source"
    );
    press(&mut app, "i");
    assert!(!screen(&app).contains("and then"));
}

#[test]
fn a_terminal_without_a_clipboard_shows_the_text() {
    let mut app = at("newspaper");
    app.setup.can_copy = false;
    assert_eq!(effect(&mut app, "y t"), Effect::Draw);
    let shown = screen(&app);
    assert!(
        shown.contains("the text of “A newspaper, 1839”: this terminal has no clipboard"),
        "{shown}"
    );
    assert!(shown.contains("What the paper said."), "{shown}");
    press(&mut app, "PgDn Up k Esc");
    assert!(!screen(&app).contains("no clipboard"));
}

pub fn start(keys: &str) -> Session {
    let mut session = Session::start(
        &["--theme", "dark", "--at", "newspaper", files::SOURCES],
        100,
        24,
    );
    session.wait_for("11 of 11 shown");
    session.send(keys);
    session
}

pub fn quit(mut session: Session) {
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn the_terminal_gets_the_text_in_base_64() {
    let mut session = start("yi");
    session.wait_for("sent to the clipboard: the id newspaper");
    assert!(session.has_written("\x1b]52;c;bmV3c3BhcGVy\x1b\\"));
    quit(session);
}

#[test]
#[cfg(feature = "citations")]
fn a_citation_goes_to_the_terminal_whole() {
    let mut session = start("yy");
    session.wait_for("sent to the clipboard: 1 source of “A newspaper, 1839” in Chicago notes");
    let citation = "4oCcQmVsZ2l1bSBpbnZhZGVkLOKAnSBUaGUgVGltZXMsIEF1Z3VzdCA1LCAxOTE0LCBodHRwczovL2V4YW1wbGUub3JnL3RpbWVzP2E9MSZiPTIjY19kLgo=";
    assert!(session.has_written(&format!("\x1b]52;c;{citation}\x1b\\")));
    quit(session);
}

#[test]
fn the_browser_is_given_the_address_and_nothing_else() {
    let folder = folder();
    let given = folder.join("given");
    let opener = format!(
        "echo noise; echo noise >&2; echo \"$#:$*\" > {}",
        given.display()
    );
    script(&folder, "xdg-open", &opener);
    let path = format!("{}:/bin:/usr/bin", folder.display());
    let run = |path: &str| {
        let arguments = ["--theme", "dark", "--at", "newspaper", files::SOURCES];
        let mut session = Session::start_with(&arguments, 100, 24, &[("PATH", path)]);
        session.wait_for("11 of 11 shown");
        session.send("o");
        session
    };
    let mut session = run(&path);
    session.wait_for("opening https://example.org/times?a=1&b=2#c_d");
    assert!(!session.contents().contains("noise"));
    quit(session);
    assert_eq!(
        fs::read_to_string(&given).unwrap(),
        "1:https://example.org/times?a=1&b=2#c_d\n"
    );

    let mut session = run("/nowhere");
    session.wait_for("This address cannot be opened: ");
    session.wait_for("   https://example.org/times?a=1&b=2#c_d");
    session.send("\r");
    session.wait_for("sent to the clipboard: https://example.org/times?a=1&b=2#c_d");
    quit(session);
}
