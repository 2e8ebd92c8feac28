//! Which lanes there are, in which order, and what stands on them.

use super::*;
use crate::timeline::samples;

/// "1914-08-04..1919-06-28": the days of a range, its end being the first day after it.
fn days(range: &Range<i64>) -> String {
    format!("{}..{}", scale::day(range.start), scale::day(range.end))
}

#[test]
fn the_groups_stand_in_their_order_and_turning_points_first() {
    let timeline = samples::lanes();
    let plan = Plan::new(&timeline);
    let id = |lane: &Lane| timeline[lane.country].id.clone();
    let groups: Vec<(&str, Vec<String>)> = plan
        .groups
        .iter()
        .map(|group| (group.title, group.lanes.iter().map(id).collect()))
        .collect();
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let expected: [(&str, Vec<String>); 4] = [
        ("By treaty", ids(&["switzerland", "belgium"])),
        ("Proposed or intended", ids(&["ukraine"])),
        ("By own act or policy", ids(&["ireland", "cambodia"])),
        ("For one war", ids(&["denmark"])),
    ];
    assert_eq!(groups, expected);
    for (at, (_, countries)) in groups.iter().enumerate() {
        for country in countries {
            let country = CountryId::all(&timeline).find(|id| timeline[*id].id == *country);
            assert_eq!(plan.group_of(country.unwrap()), Some(at));
        }
    }
}

#[test]
fn the_lanes_that_the_author_puts_first_come_first_with_their_group() {
    let file = include_str!("../../../tests/data/lanes.toml");
    let check = |wish: &str, expected: &[&str]| {
        let head = format!("[timeline]\nlanes = {wish}\n");
        let timeline = samples::read(&file.replacen("[timeline]\n", &head, 1));
        let plan = Plan::new(&timeline);
        let lanes: Vec<&str> = plan
            .lanes()
            .map(|lane| timeline[lane.country].id.as_str())
            .collect();
        assert_eq!(lanes, expected, "{wish}");
    };
    let others = ["ukraine", "ireland", "cambodia", "denmark"];
    check("[]", &[&["switzerland", "belgium"], &others[..]].concat());
    check(
        r#"["belgium"]"#,
        &[&["belgium", "switzerland"], &others[..]].concat(),
    );
    check(
        r#"["cambodia", "belgium"]"#,
        &[
            "cambodia",
            "ireland",
            "belgium",
            "switzerland",
            "ukraine",
            "denmark",
        ],
    );
}

#[test]
fn the_main_span_is_of_the_weightiest_event_then_the_firmest_ground_then_the_latest() {
    // Every word is a span: the importance of its event and its ground.
    let check = |spans: &[(u8, &str)], expected: usize| {
        let mut file =
            "format = 1\n[timeline]\ntitle = \"T\"\n[countries.a]\nname = \"A\"\n".to_owned();
        for (number, (importance, ground)) in spans.iter().enumerate() {
            file += &format!(
                "[[events]]\nid = \"e{number}\"\ndate = \"{}\"\ntitle = \"E\"\nimportance = {importance}\n\
                 [statuses.s{number}]\nlabel = \"S\"\nletter = \"{}\"\nground = \"{ground}\"\n\
                 [[spans]]\ncountry = \"a\"\nstatus = \"s{number}\"\nbegins = \"e{number}\"\n",
                1900 + number,
                char::from(b'A' + u8::try_from(number).unwrap()),
            );
        }
        let timeline = samples::read(&file);
        let all: Vec<SpanId> = SpanId::all(&timeline).collect();
        let found = main(&timeline, &all).unwrap();
        assert_eq!(
            timeline[timeline[found].begins].id,
            format!("e{expected}"),
            "{spans:?}"
        );
    };
    check(&[(3, "war")], 0);
    check(&[(3, "treaty"), (1, "war")], 1);
    check(&[(2, "own act"), (2, "treaty"), (2, "policy")], 1);
    check(&[(2, "policy"), (2, "own act"), (2, "proposal")], 1);
    check(&[(2, "treaty"), (2, "treaty"), (3, "treaty")], 1);
}

#[test]
fn the_full_range_is_in_years_and_an_open_end_counts_by_its_known_day() {
    let check = |dates: &[&str], expected: &str| {
        assert_eq!(
            days(&full_range(&samples::read(&samples::dated(dates)))),
            expected,
            "{dates:?}"
        );
    };
    check(&["1914-08-04"], "1914-01-01..1915-01-01");
    check(&["1839", "1914-12-31"], "1839-01-01..1915-01-01");
    check(&["183X", "1839-04-19"], "1830-01-01..1840-01-01");
    check(&["1995-12-12/..", "2001"], "1995-01-01..2002-01-01");
    check(&["../1914", "1920"], "1914-01-01..1921-01-01");
}

#[test]
fn a_gap_is_longer_than_a_season_and_an_inexact_date_covers_all_that_it_can_mean() {
    let check = |dates: &[&str], expected: &[&str]| {
        let found = gaps(&samples::read(&samples::dated(dates)));
        let found: Vec<String> = found.iter().map(days).collect();
        assert_eq!(found, expected, "{dates:?}");
    };
    check(&["1914-01-01"], &[]);
    check(&["1914-01-01", "1914-05-01"], &[]);
    check(&["1914-01-01", "1914-05-02"], &["1914-01-02..1914-05-02"]);
    check(&["1914", "1915-02"], &[]);
    check(&["1914-06", "1916"], &["1914-07-01..1916-01-01"]);
    check(
        &["1830", "1831/1839", "1835", "1867"],
        &["1840-01-01..1867-01-01"],
    );
    check(&["1914-08-04/..", "1919"], &["1914-08-05..1919-01-01"]);
}

#[test]
fn the_moments_of_a_lane_are_in_order_and_a_violation_stands_on_its_first_day() {
    let timeline = samples::lanes();
    let plan = Plan::new(&timeline);
    let check = |country: &str, expected: &[&str]| {
        let lane = plan
            .lanes()
            .find(|lane| timeline[lane.country].id == country);
        let moment =
            |moment: &Moment| format!("{} {}", timeline[moment.event].id, scale::day(moment.day));
        let found: Vec<String> = lane.unwrap().moments.iter().map(moment).collect();
        assert_eq!(found, expected, "{country}");
    };
    check("switzerland", &["paris-1815 1815-11-20"]);
    check(
        "belgium",
        &[
            "london-1839 1839-04-19",
            "ultimatum-1914 1914-08-02",
            "invasion-1914 1914-08-04",
            "versailles-1919 1919-06-28",
        ],
    );
    check("ireland", &["ireland-1949 1949-07-02"]);
    check(
        "denmark",
        &["denmark-1914 1914-08-04", "versailles-1919 1919-06-28"],
    );
}
