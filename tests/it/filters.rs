//! The filter: what it keeps, what it counts, and how it says itself.

use std::sync::LazyLock;

use crate::common::reader::timeline;
use crate::common::texts::{SHIPPED, SMALL};
use neutrality::selection::facet_index::FacetIndex;
use neutrality::selection::filter::Filter;
use neutrality::selection::range::Range;
use neutrality::selection::requirement::Requirement;
use neutrality::selection::tally::{self, Tally};
use neutrality::selection::{facet::Facet, value::Value};
use neutrality::timeline::{EventId, Timeline};
use proptest::prelude::*;

/// The shipped timeline, read once for all cases.
static WHOLE: LazyLock<Timeline> = LazyLock::new(|| timeline(SHIPPED));
static INDEX: FacetIndex = FacetIndex::new();

/// The value that somebody means by a part of its label.
fn value(timeline: &Timeline, facet: Facet, name: &str) -> Value {
    let found = |value: &Value| value.label(timeline).to_lowercase().contains(name);
    let values = facet.values(timeline);
    *values
        .iter()
        .find(|value| found(value))
        .unwrap_or_else(|| panic!("no {facet:?} is called {name}"))
}

/// A filter in words: `country:belgium`, `-kind:law` to refuse, `time:1914..1918`.
fn filter(timeline: &Timeline, written: &str) -> Filter {
    let mut filter = Filter::default();
    for word in written.split_whitespace() {
        let (facet, name) = word.split_once(':').expect("facet:name");
        let facet_name = facet.trim_start_matches('-');
        let is = |facet: &Facet| facet.title().to_lowercase() == facet_name;
        let of = Facet::all().find(is).expect("a facet");
        match of {
            Facet::Time => filter.range = Range::parse(name).unwrap(),
            _ if facet.starts_with('-') => {
                filter.choices.toggle_excluded(value(timeline, of, name));
            }
            _ => filter.choices.toggle_included(value(timeline, of, name)),
        }
    }
    filter
}

fn kept<'t>(timeline: &'t Timeline, filter: &Filter) -> Vec<&'t str> {
    let kept = timeline.events.iter().filter(|event| filter.keeps(event));
    kept.map(|event| event.id.as_str()).collect()
}

#[test]
fn values_of_a_facet_widen_facets_narrow_and_refusals_leave_out() {
    let small = timeline(SMALL);
    let check = |written: &str, expected: &[&str]| {
        assert_eq!(
            kept(&small, &filter(&small, written)),
            expected,
            "{written}"
        );
    };
    check("country:switzerland", &["vienna-1815"]);
    check(
        "country:switzerland country:ukraine",
        &["vienna-1815", "non-bloc-2010", "repeal-2014"],
    );
    check("country:ukraine kind:violation", &[]);
    check(
        "country:belgium -kind:violation",
        &["belgium-1831", "london-1839", "versailles-1919"],
    );
    check(
        "country:germany -country:belgium -country:switzerland",
        &["london-1867", "occupation-1914"],
    );
    // The role counts for the chosen countries, asked for or refused.
    check(
        "country:germany role:violator",
        &["occupation-1914", "invasion-1914"],
    );
    check("country:belgium role:violator", &[]);
    check(
        "country:germany -role:violator",
        &["vienna-1815", "london-1839", "london-1867"],
    );
    check(
        "country:belgium kind:violation -role:violator",
        &["invasion-1914"],
    );
    check("kind:violation -role:violator", &[]);
    // A status belongs to what begins it, ends it and violates it.
    check("status:non-bloc", &["non-bloc-2010", "repeal-2014"]);
    check(
        "status:permanent country:belgium",
        &["london-1839", "invasion-1914", "versailles-1919"],
    );
    check("-status:permanent -status:non-bloc", &["belgium-1831"]);
    // A guarantor is one who had guaranteed the very status that it violates.
    check("violation:guarantor", &["occupation-1914", "invasion-1914"]);
    check("violation:others", &[]);
    check("kind:violation -violation:guarantor", &[]);
    // The stance counts for the chosen passages.
    check("article:¶8 stance:complicates", &["london-1839"]);
    check("article:¶6 stance:complicates", &[]);
    check(
        "article:¶8 -stance:complicates",
        &["occupation-1914", "invasion-1914"],
    );
    check(
        "-article:linked",
        &["belgium-1831", "versailles-1919", "repeal-2014"],
    );
    check("importance:low kind:law", &[]);
    check(
        "importance:high -kind:neutralisation",
        &["occupation-1914", "invasion-1914"],
    );
    check(
        "importance:high importance:middle country:ukraine",
        &["non-bloc-2010", "repeal-2014"],
    );
}

#[test]
fn a_date_that_may_lie_in_the_range_is_kept() {
    let small = timeline(SMALL);
    let check = |range: &str, expected: &[&str]| {
        let written = format!("time:{range}");
        assert_eq!(kept(&small, &filter(&small, &written)), expected, "{range}");
    };
    check("1831-06..1831-07", &["belgium-1831"]);
    check("1914-08-03..1914", &["invasion-1914"]);
    check("..1831", &["vienna-1815", "belgium-1831"]);
    check("2011..", &["repeal-2014"]);
    let index = FacetIndex::new();
    let perhaps = |range: &str| {
        let filter = filter(&small, &format!("time:{range}"));
        Tally::new(&filter, &small, &index).perhaps
    };
    assert_eq!(perhaps("1831-06..1839"), 1);
    assert_eq!(perhaps("1831..1839"), 0);
}

#[test]
fn the_filter_says_itself() {
    let small = timeline(SMALL);
    let check = |written: &str, expected: &[&str]| {
        assert_eq!(filter(&small, written).parts(&small), expected, "{written}");
    };
    check("", &[]);
    check(
        "country:belgium country:ukraine -country:germany",
        &["Belgium or Ukraine", "not Germany"],
    );
    check(
        "-role:violator role:neutral",
        &["as neutral", "not as violator"],
    );
    check("-kind:law -kind:viol", &["not law or violation"]);
    check("time:1914..1918", &["1914–1918"]);
    check(
        "article:¶6 article:¶8 stance:supports",
        &["linked to ¶6 or ¶8", "supports a claim"],
    );
    check(
        "-article:linked -stance:gives",
        &["not linked to the article", "gives context to no claim"],
    );
    check(
        "importance:high -importance:low",
        &["importance 1", "not importance 3"],
    );
}

/// Places of values: of a facet, and of a value in it.
type Places = Vec<(usize, usize)>;

/// Some values of the shipped timeline to ask for, some to require, some to refuse, and perhaps a first year and a number
/// of years.
fn any_choices() -> impl Strategy<Value = ([Places; 3], Option<(u16, u16)>)> {
    let some = |most: usize| prop::collection::vec((0..11usize, 0..60usize), 0..=most);
    let years = prop::option::of((1810u16..2030, 0u16..80));
    let choices = (some(3), some(1), some(3));
    let choices = choices.prop_map(|(include, require, exclude)| [include, require, exclude]);
    (choices, years)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_count_is_what_the_choice_brings(
        ([include, require, exclude], years) in any_choices(),
        turn in 0..3usize,
    ) {
        let timeline = &*WHOLE;
        let pick = |(facet, at): (usize, usize)| {
            let values = Facet::all().nth(facet).unwrap().values(timeline);
            (!values.is_empty()).then(|| values[at % values.len()])
        };
        let mut filter = Filter::default();
        filter.choices.include = include.into_iter().filter_map(pick).collect();
        filter.choices.require = require.into_iter().filter_map(pick).map(Requirement::Value).collect();
        filter.choices.exclude = exclude.into_iter().filter_map(pick).collect();
        if let Some((from, years)) = years {
            filter.range = Range::parse(&format!("{from}..{}", from + years)).unwrap();
        }
        let count = |filter: &Filter| timeline.events.iter().filter(|event| filter.keeps(event)).count();
        let kept: Vec<EventId> = EventId::all(timeline).filter(|event| filter.keeps(&timeline[*event])).collect();
        prop_assert_eq!(&*filter.kept(timeline, &INDEX), &*kept, "{:?}", filter);
        let counts = Tally::new(&filter, timeline, &INDEX);
        // A third of the values each time: to count them one by one takes long.
        for value in Facet::all().flat_map(|facet| facet.values(timeline)).skip(turn).step_by(3) {
            let chosen = Filter { choices: tally::alone(&filter.choices, value), ..filter.clone() };
            prop_assert_eq!(counts.of(value), count(&chosen), "{:?} of {:?}", value, filter);
        }
        for (at, era) in timeline.eras.iter().enumerate() {
            let chosen = Filter { range: Range::within(&era.date), ..filter.clone() };
            prop_assert_eq!(counts.of_era(at), count(&chosen));
        }
        for (part, events) in tally::lifts(&filter, timeline, &INDEX) {
            prop_assert_eq!(events, count(&filter.without(part)));
        }
    }
}
