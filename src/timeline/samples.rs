//! Timelines for the unit tests of all rooms; those of `tests/data` are known by heart.

use super::{Timeline, load};

/// A timeline without errors.
pub(crate) fn read(source: &str) -> Timeline {
    let loaded = load::read("sample.toml", source.as_bytes().to_vec());
    let report = loaded.report;
    let timeline = loaded.timeline;
    timeline.unwrap_or_else(|| panic!("{}", report.render(false, false)))
}

/// Nine events in four countries, with an article.
pub(crate) fn small() -> Timeline {
    read(include_str!("../../tests/data/small.toml"))
}

/// The same with cases and their criteria.
pub(crate) fn cases() -> Timeline {
    read(concat!(
        include_str!("../../tests/data/small.toml"),
        include_str!("../../tests/data/cases.toml")
    ))
}

/// The same with two tours, one of which has a stop in each view.
pub(crate) fn tours() -> Timeline {
    read(concat!(
        include_str!("../../tests/data/small.toml"),
        include_str!("../../tests/data/cases.toml"),
        include_str!("../../tests/data/tours.toml")
    ))
}

/// A span of every sort.
pub(crate) fn lanes() -> Timeline {
    read(include_str!("../../tests/data/lanes.toml"))
}

/// An event on each of these dates, called `e0`, `e1` and so on in the order of the list.
pub(crate) fn dated(dates: &[&str]) -> String {
    let head = "format = 1\n[timeline]\ntitle = \"Sample\"\n".to_owned();
    dates
        .iter()
        .enumerate()
        .fold(head, |source, (number, date)| {
            format!("{source}[[events]]\nid = \"e{number}\"\ndate = \"{date}\"\ntitle = \"E\"\n")
        })
}
