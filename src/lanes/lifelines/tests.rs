use super::*;
use crate::timeline::samples;

fn lines_of(timeline: &Timeline) -> LifeLines {
    LifeLines::new(timeline, &EventId::all(timeline).collect::<Vec<_>>())
}

/// A column from the first event to the last, a letter an event.
fn column(timeline: &Timeline, lines: &ShownLines, column: usize) -> String {
    let letter = |event: EventId| match lines.cell(timeline, column, event).0 {
        LifelineCell::Empty => '.',
        LifelineCell::Begins(_) => 'o',
        LifelineCell::Holds(_) => '|',
        LifelineCell::Violated => 'x',
        LifelineCell::Broken => ':',
        LifelineCell::Ends => '-',
    };
    EventId::all(timeline).map(letter).collect()
}

/// Years, and countries that are neutral by treaty from one of them to another.
fn crowd(years: usize, countries: &[Range<usize>]) -> Timeline {
    let dates: Vec<String> = (1900..1900 + years).map(|year| year.to_string()).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let mut file = samples::dated(&dates)
        + "[statuses.t]\nlabel = \"T\"\nletter = \"T\"\nground = \"treaty\"\n";
    for (number, life) in countries.iter().enumerate() {
        file += &format!(
            "[countries.c{number}]\nname = \"C{number}\"\n\
             [[spans]]\ncountry = \"c{number}\"\nstatus = \"t\"\nbegins = \"e{}\"\nends = \"e{}\"\n",
            life.start, life.end
        );
    }
    samples::read(&file)
}

#[test]
fn a_column_tells_what_each_event_did_to_its_country() {
    let timeline = samples::small();
    let lines = lines_of(&timeline);
    let first = EventId::all(&timeline).next().unwrap();
    let shown = lines.shown(&timeline, MOST, first, None);
    let all: Vec<String> = (0..shown.columns())
        .map(|at| column(&timeline, &shown, at))
        .collect();
    // Ukraine has a column of its own: its code would not fit under the end of another line.
    assert_eq!(all, ["o||||||||", "..o||x-..", "...ox:-..", ".......o-"]);
    assert_eq!(column(&timeline, &shown, 4), ".........");
}

#[test]
fn two_lines_share_a_column_where_the_second_one_has_room_for_its_code() {
    let check = |second: usize, columns: usize| {
        let timeline = crowd(12, &[0..3, second..10]);
        assert_eq!(lines_of(&timeline).columns(), columns, "from {second}");
    };
    check(3, 2);
    check(5, 2);
    check(6, 1);
    check(9, 1);
}

#[test]
fn what_the_list_leaves_out_takes_no_column() {
    let timeline = crowd(12, &[0..3, 6..10, 1..2]);
    let events: Vec<EventId> = EventId::all(&timeline).collect();
    let check = |listed: Range<usize>, columns: usize| {
        let lines = LifeLines::new(&timeline, &events[listed.clone()]);
        assert_eq!(lines.columns(), columns, "{listed:?}");
    };
    check(0..12, 2);
    check(4..6, 0);
    check(3..12, 1);
    check(0..0, 0);
}

#[test]
fn who_finds_no_column_is_named_where_the_line_lives() {
    let lives: Vec<Range<usize>> = (0..14).map(|number| number..14).collect();
    let timeline = crowd(15, &lives);
    let lines = lines_of(&timeline);
    assert_eq!(lines.columns(), MOST);
    let check = |columns: usize, at: usize, expected: &[&str]| {
        let event = EventId::all(&timeline).nth(at).unwrap();
        let shown = lines.shown(&timeline, columns, event, None);
        let folded = shown.folded_at(&timeline, event);
        let folded: Vec<&str> = folded.map(|country| &*timeline[country].name).collect();
        assert_eq!(folded, expected, "{columns} columns at {at}");
    };
    check(MOST, 11, &[]);
    check(MOST, 13, &["C12", "C13"]);
    check(4, 3, &[]);
    check(4, 6, &["C4", "C5", "C6"]);
}

#[test]
fn the_country_of_the_selected_event_takes_the_place_of_another() {
    let timeline = samples::small();
    let lines = lines_of(&timeline);
    let check = |selected: usize, columns: usize, expected: &[&str]| {
        let event = EventId::all(&timeline).nth(selected).unwrap();
        let shown = lines.shown(&timeline, columns, event, None);
        let found = (0..columns).map(|column| {
            let country = shown.cell(&timeline, column, event).1;
            country.map_or("", |country| timeline[country].id.as_str())
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "event {selected}");
    };
    check(0, 1, &["switzerland"]);
    check(3, 1, &["luxembourg"]);
    check(3, 2, &["switzerland", "luxembourg"]);
    check(5, 2, &["switzerland", "belgium"]);
}
