//! Evidence in the sentence: the numbers in a running text, what they lead to, and what is copied of them.

use crate::common::reader::{open, press, screen, selected, timeline};
use crate::common::texts::SMALL;
use neutrality::app::App;
use neutrality::app::input::{Effect, Input, Key};
use neutrality::page::evidence::Numbers;
use neutrality::page::{Link, article};
use neutrality::timeline::Timeline;

const RECORD: &str = "Four treaties carry the word. Switzerland had asked for it.";

/// The small timeline with another record beside its first claim.
fn with_record(record: &str) -> String {
    assert!(SMALL.contains(RECORD));
    SMALL.replace(RECORD, record)
}

/// The first claim of a timeline at a width.
fn claim(timeline: &Timeline, columns: usize, numbers: Numbers) -> neutrality::page::Page {
    let first = timeline.passage_called("6").expect("the first claim");
    article::page(timeline, first, columns, &[], numbers)
}

#[test]
fn numbers_stand_behind_the_words_that_they_carry() {
    let check = |record: &str, numbers: Numbers, expected: &str| {
        let timeline = timeline(&with_record(record));
        let page = claim(&timeline, 76, numbers).plain();
        let record = page.split("What the record shows\n").nth(1);
        let record = record.and_then(|rest| rest.split("\n\nSupports").next());
        assert_eq!(record, Some(expected), "{record:?}");
    };
    let two =
        "One. [@london-1839] Two, [@@hertslet-map, no. 43] three. [@london-1839] [@vienna-1815]";
    check(
        two,
        Numbers::Raised,
        "One.¹ Two,² three.¹,³\n\nWhat the text rests on\n\
         ¹    19 April 1839: Treaties of London: Belgium neutralised\n\
         ²    Hertslet, The Map of Europe by Treaty (1875), no. 43\n\
         ³    20 November 1815: The powers guarantee Switzerland",
    );
    check(
        two,
        Numbers::Bracketed,
        "One.[1] Two,[2] three.[1][3]\n\nWhat the text rests on\n\
         [1]  19 April 1839: Treaties of London: Belgium neutralised\n\
         [2]  Hertslet, The Map of Europe by Treaty (1875), no. 43\n\
         [3]  20 November 1815: The powers guarantee Switzerland",
    );
    check("Nothing is named.", Numbers::Raised, "Nothing is named.");
    // Between two paragraphs stands an empty line.
    check("One.\\n\\nTwo.", Numbers::Raised, "One.\n\nTwo.");
}

#[test]
fn a_record_with_forty_numbers_is_told_whole_at_every_width() {
    let sentence = |number: usize| format!("Sentence {number}. [@@hertslet-map, no. {number}]");
    let record: Vec<String> = (1..=40).map(sentence).collect();
    let timeline = timeline(&with_record(&record.join(" ")));
    for columns in [20, 40, 76, 200] {
        for numbers in [Numbers::Raised, Numbers::Bracketed] {
            let page = claim(&timeline, columns, numbers);
            let told = page.plain();
            assert!(told.lines().all(
                |line| neutrality::text::width(line) <= columns || line.starts_with("https://")
            ));
            for number in 1..=40 {
                let written = numbers.written(number);
                let times = told.matches(&written).count();
                assert!(times >= 2, "{number} stands {times} times at {columns}");
            }
        }
    }
}

#[test]
fn the_events_come_before_the_notes_when_one_enters_a_claim() {
    let source = with_record("One. [@london-1867] Two. [@vienna-1815]");
    let mut app = open(&source, 100, 40);
    press(&mut app, "3 Tab");
    assert_eq!(chosen(&app), Some("vienna-1815"), "{}", screen(&app));
    press(&mut app, "k k k k");
    assert_eq!(chosen(&app), Some("london-1867"), "{}", screen(&app));
    press(&mut app, "Enter");
    assert_eq!(selected(&app), "london-1867");
    press(&mut app, "Backspace");
    assert_eq!(chosen(&app), Some("london-1867"));
}

/// The event to which the chosen link leads.
fn chosen(app: &App) -> Option<&str> {
    match app.chosen_link()? {
        Link::Event(event) => Some(&app.timeline()[*event].id),
        _ => None,
    }
}

#[test]
fn a_record_is_copied_with_its_footnotes_in_a_style() {
    let check = |ascii: bool, keys: &str, expected: &str| {
        let source = with_record(
            "One. [@@hertslet-map, no. 43] Two. [@london-1839] [@@hertslet-map, no. 43]",
        );
        let mut app = open(&source, 80, 24);
        app.setup.ascii = ascii;
        let keys = keys.split(' ').filter_map(Key::named);
        let effects = keys.map(|key| app.handle(Input::Key(key)));
        match effects.last() {
            Some(Effect::Copy(text)) => assert_eq!(text, expected),
            other => panic!("{other:?}: {:?}", app.message()),
        }
    };
    check(
        false,
        "3 y y",
        "One.¹ Two.²,¹\n\n\
         1. Edward Hertslet, The Map of Europe by Treaty (1875), no. 43, https://example.org/map.\n\
         2. 19 April 1839: Treaties of London: Belgium neutralised. Edward Hertslet, The Map of Europe by Treaty \
         (1875), vol. II, no. 183, https://example.org/map.\n",
    );
    check(
        true,
        "3 y a",
        "One.[1] Two.[2][1]\n\n\
         1. Hertslet, E. (1875). The Map of Europe by Treaty. https://example.org/map (Hertslet, 1875, no. 43)\n\
         2. 19 April 1839: Treaties of London: Belgium neutralised. Hertslet, E. (1875). The Map of Europe by \
         Treaty. https://example.org/map (Hertslet, 1875, vol. II, no. 183)\n",
    );
}
