//! The timelines of the tests, as text.

/// Nine events in four countries, with an article.
pub const SMALL: &str = include_str!("../../data/small.toml");
/// Cases and criteria to be read behind [`SMALL`].
pub const CASES: &str = include_str!("../../data/cases.toml");
/// [`SMALL`] with [`CASES`].
pub const SMALL_WITH_CASES: &str = concat!(
    include_str!("../../data/small.toml"),
    include_str!("../../data/cases.toml")
);
/// [`SMALL_WITH_CASES`] with two tours, one of which has a stop in each view.
pub const TOURS: &str = concat!(
    include_str!("../../data/small.toml"),
    include_str!("../../data/cases.toml"),
    include_str!("../../data/tours.toml")
);
/// A span of every sort.
pub const LANES: &str = include_str!("../../data/lanes.toml");
/// A source of every sort.
pub const SOURCES: &str = include_str!("../../data/sources.toml");
/// What the program carries with it.
pub const SHIPPED: &str = include_str!("../../../timeline.toml");
