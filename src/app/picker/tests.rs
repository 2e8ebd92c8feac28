//! Matching, stepping and marking, without a reader around them.

use super::target::Label;
use super::*;
use crate::app::input::Code;
use crate::timeline::{CountryId, EventId, samples};

/// A list of titles, each with further words behind a bar: "Belgium|BE Belgique".
fn picker(source: PickerSource, titles: &[&str]) -> Picker {
    let mut items = Items::default();
    for (at, title) in titles.iter().enumerate() {
        let (title, keywords) = title.split_once('|').unwrap_or((title, ""));
        let label = Label::noted(title, String::new());
        items.add(Target::Fault(at), label, keywords);
    }
    Picker::new(source, items)
}

fn titles(picker: &Picker) -> Vec<&str> {
    let labels = picker.matches().filter_map(|item| item.label.as_ref());
    labels.map(|label| label.title.as_str()).collect()
}

fn chosen(picker: &Picker) -> Option<&str> {
    Some(picker.chosen()?.label.as_ref()?.title.as_str())
}

#[test]
fn a_title_that_answers_comes_before_another_word_that_does() {
    let check = |query: &str, expected: &[&str]| {
        let names = [
            "Austria|AT",
            "Belgium|BE Belgique",
            "Great Britain|GB Belfast",
            "Åland|AX",
        ];
        let mut picker = picker(PickerSource::Countries, &names);
        picker.paste(query);
        assert_eq!(titles(&picker), expected, "{query:?}");
        assert_eq!(chosen(&picker), expected.first().copied(), "{query:?}");
    };
    check("", &["Austria", "Belgium", "Great Britain", "Åland"]);
    check("  ", &["Austria", "Belgium", "Great Britain", "Åland"]);
    check("bel", &["Belgium", "Great Britain"]);
    check("b", &["Belgium", "Great Britain"]);
    check("at", &["Austria", "Great Britain"]);
    check("aland", &["Åland"]);
    check("brit great", &["Great Britain"]);
    check("xyzzy", &[]);
}

#[test]
fn a_key_of_typing_chooses_the_first_again() {
    let mut picker = picker(PickerSource::Cluster, &["Vienna", "Paris", "London"]);
    picker.step(2, &[]);
    assert_eq!(chosen(&picker), Some("London"));
    assert!(picker.edit(Key::char('i')));
    assert_eq!(
        (titles(&picker), chosen(&picker)),
        (vec!["Vienna", "Paris"], Some("Vienna"))
    );
    assert!(picker.edit(Key::plain(Code::Backspace)));
    assert_eq!(chosen(&picker), Some("Vienna"));
    assert!(!picker.edit(Key::plain(Code::Esc)));
}

#[test]
fn the_list_of_faults_takes_no_query() {
    let mut picker = picker(PickerSource::Faults, &["one", "two"]);
    assert!(!picker.edit(Key::char('t')));
    assert_eq!(picker.matches().len(), 2);
}

#[test]
fn a_step_stops_at_both_ends() {
    let check = |from: usize, by: isize, expected: &str| {
        let mut picker = picker(PickerSource::Help, &["a", "b", "c"]);
        assert!(picker.choose(from));
        picker.step(by, &[]);
        assert_eq!(chosen(&picker), Some(expected), "{from} {by}");
    };
    check(0, 1, "b");
    check(0, -1, "a");
    check(2, 1, "c");
    check(1, 10, "c");
    check(1, -10, "a");
    check(0, isize::MAX, "c");
    check(2, isize::MIN, "a");
    let mut empty = picker(PickerSource::Help, &[]);
    empty.step(1, &[]);
    assert!(!empty.choose(0));
    assert_eq!(chosen(&empty), None);
}

#[test]
fn in_the_prompt_nothing_is_chosen_at_first_and_up_calls_back_earlier_lines() {
    let history = ["first".to_owned(), "second".to_owned()];
    let mut prompt = picker(PickerSource::GoTo, &["first thing", "second thing"]);
    assert_eq!((prompt.matches().len(), chosen(&prompt)), (0, None));
    for expected in ["second", "first", "first"] {
        prompt.step(-1, &history);
        assert_eq!(prompt.query(), expected);
    }
    assert_eq!(chosen(&prompt), Some("first thing"));
    let mut menu = picker(PickerSource::Help, &["first thing"]);
    menu.step(-1, &history);
    assert_eq!(menu.query(), "");
}

#[test]
fn marks_are_given_in_the_order_of_the_list_whatever_the_query() {
    let mut picker = picker(PickerSource::Countries, &["a", "b", "c"]);
    for at in [2, 0, 1, 1] {
        picker.choose(at);
        picker.mark();
    }
    assert_eq!(picker.marked(), [Target::Fault(0), Target::Fault(2)]);
    picker.paste("b");
    picker.mark();
    let all = [0, 1, 2].map(Target::Fault);
    assert_eq!(picker.marked(), all);
}

#[test]
fn what_is_gone_leaves_the_list_and_the_query_stays() {
    let mut picker = picker(
        PickerSource::Cluster,
        &["Vienna 1815", "Paris 1815", "London 1839"],
    );
    picker.paste("1815");
    picker.step(1, &[]);
    picker.follow(|target| (target != Target::Fault(1)).then_some(target));
    assert_eq!(
        (picker.query(), titles(&picker)),
        ("1815", vec!["Vienna 1815"])
    );
    assert_eq!(chosen(&picker), Some("Vienna 1815"));
}

#[test]
fn headings_stand_over_their_items_until_there_is_a_query() {
    let mut items = Items::default();
    for (group, title) in [("Moving", "down"), ("Moving", "up"), ("Views", "lanes")] {
        items
            .add(Target::Date, Label::noted(title, String::new()), "")
            .group = group;
    }
    let mut picker = Picker::new(PickerSource::Help, items);
    let expected = [
        PickerRow::Heading("Moving"),
        PickerRow::Item(0),
        PickerRow::Item(1),
        PickerRow::Blank,
        PickerRow::Heading("Views"),
        PickerRow::Item(2),
    ];
    assert_eq!(picker.rows(), expected);
    picker.paste("n");
    assert_eq!(picker.rows(), [PickerRow::Item(0), PickerRow::Item(1)]);
}

#[test]
fn a_date_and_a_country_with_a_date_are_understood_in_the_prompt() {
    let timeline = samples::small();
    let country = CountryId::at(&timeline, 0).unwrap();
    let event = EventId::at(&timeline, 0).unwrap();
    let check = |query: &str, expected: Option<Target>, date: Option<&str>| {
        let mut items = Items::default();
        items.add_named(Target::Date, []);
        items.add_named(Target::StatusAt(country), ["Belgium", "BE"]);
        items.add_named(Target::Country(country), ["Belgium", "BE"]);
        items.add_named(Target::Event(event), ["Treaty of London"]);
        let mut prompt = Picker::new(PickerSource::GoTo, items);
        prompt.paste(query);
        assert_eq!(prompt.target(), expected, "{query:?}");
        assert_eq!(
            prompt.date.as_ref().map(HistoricDate::written),
            date,
            "{query:?}"
        );
    };
    check("", None, None);
    check("1914-08", Some(Target::Date), Some("1914-08"));
    check("belgium", Some(Target::Country(country)), None);
    check(
        "bel 1914-08",
        Some(Target::StatusAt(country)),
        Some("1914-08"),
    );
    check("1914 be", Some(Target::StatusAt(country)), Some("1914"));
    check("london", Some(Target::Event(event)), None);
    check("xyzzy", None, None);
}

#[test]
fn home_and_end_go_along_the_list_where_the_cursor_stands_there_already() {
    let check = |query: &str, keys: &[Code], expected: &str| {
        let mut picker = picker(PickerSource::Help, &["area", "border", "area again"]);
        picker.paste(query);
        for key in keys {
            assert!(picker.edit(Key::plain(*key)));
        }
        assert_eq!(chosen(&picker), Some(expected), "{query:?} {keys:?}");
    };
    check("", &[Code::End], "area again");
    check("", &[Code::End, Code::Home], "area");
    check("area", &[Code::End], "area again");
    // The first time it is the cursor that goes there.
    check("area", &[Code::End, Code::Home], "area again");
    check("area", &[Code::End, Code::Home, Code::Home], "area");
}

#[test]
fn a_name_in_full_comes_before_another_name_that_begins_alike() {
    let timeline = samples::small();
    let mut ids = CountryId::all(&timeline);
    let (congo, belgium) = (ids.next().unwrap(), ids.next().unwrap());
    let event = EventId::at(&timeline, 0).unwrap();
    let mut items = Items::default();
    items.add_named(
        Target::Country(congo),
        ["Congo", "congo", "CD", "Belgian Congo"],
    );
    items.add_named(Target::Country(belgium), ["Belgium", "belgium", "BE"]);
    items.add_named(Target::Event(event), ["Belgium neutralised"]);
    let check = |query: &str, expected: &[Target]| {
        let mut prompt = Picker::new(PickerSource::GoTo, items.clone());
        prompt.paste(query);
        let found: Vec<Target> = prompt.matches().map(|item| item.target).collect();
        assert_eq!(found, expected, "{query:?}");
    };
    let (congo, belgium) = (Target::Country(congo), Target::Country(belgium));
    check("bel", &[belgium, Target::Event(event), congo]);
    check("belgian", &[congo]);
    check("be", &[belgium, Target::Event(event), congo]);
    check("cd", &[congo]);
}
