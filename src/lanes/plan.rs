//! The plan of the lanes: which countries have one, in which groups, with which spans and events.
//!
//! Made once for a timeline; nothing in it depends on the zoom, the filter or the size of the screen.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::ending::{Ending, ending};
use super::scale;
use crate::timeline::status_at::bounds;
use crate::timeline::{CountryId, EventId, LegalBasis, SpanId, Timeline};

/// Days without events from which on a gap is worth a word.
const GAP: i64 = 120;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub groups: Vec<Group>,
    /// All days of the timeline, in whole years.
    pub whole: Range<i64>,
    /// Stretches of days of which the timeline has no event.
    pub gaps: Vec<Range<i64>>,
}

/// Lanes of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub title: &'static str,
    /// Turning points before details, and in order of time.
    pub lanes: Vec<Lane>,
}

/// The row of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub country: CountryId,
    /// In order of time.
    pub spans: Vec<SpanId>,
    /// The span that weighs most, and gives the lane its group.
    pub main: SpanId,
    pub ending: Ending,
    /// Events in which the country takes part or that bear on its spans, in order of the day that stands for them.
    pub moments: Vec<Moment>,
}

/// An event on a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub event: EventId,
    /// The day that stands for the date: in the middle of those that it can mean, the first one of a violation.
    pub day: i64,
    /// First and last day that it can mean.
    pub from: i64,
    pub to: i64,
}

/// Titles of the groups, in the order in which they stand, with the grounds that they gather.
///
/// What is only proposed stands beside what was agreed, because it is the treaties that it is compared with.
const GROUPS: [(&str, &[LegalBasis]); 5] = [
    ("By treaty", &[LegalBasis::Treaty]),
    ("Proposed or intended", &[LegalBasis::Proposal]),
    (
        "By own act or policy",
        &[LegalBasis::OwnAct, LegalBasis::Policy],
    ),
    ("For one war", &[LegalBasis::War]),
    ("Territories without arms", &[LegalBasis::Territory]),
];

impl Plan {
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut lanes = lanes(timeline);
        lanes.sort_by_key(|lane| {
            let begins = timeline[lane.main].begins;
            (timeline[begins].importance, begins, lane.country)
        });
        let ground = |lane: &Lane| timeline[timeline[lane.main].status].ground;
        let groups = GROUPS.into_iter().map(|(title, grounds)| Group {
            title,
            lanes: lanes
                .iter()
                .filter(|lane| grounds.contains(&ground(lane)))
                .cloned()
                .collect(),
        });
        Plan {
            groups: groups.filter(|group| !group.lanes.is_empty()).collect(),
            whole: whole(timeline),
            gaps: gaps(timeline),
        }
    }

    pub fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.groups.iter().flat_map(|group| &group.lanes)
    }

    #[must_use]
    pub fn lane(&self, country: CountryId) -> Option<&Lane> {
        self.lanes().find(|lane| lane.country == country)
    }

    /// The place of the group that has a country's lane.
    #[must_use]
    pub fn group_of(&self, country: CountryId) -> Option<usize> {
        self.groups
            .iter()
            .position(|group| group.lanes.iter().any(|lane| lane.country == country))
    }
}

/// A lane for every country that has a span, with the events that belong on it.
fn lanes(timeline: &Timeline) -> Vec<Lane> {
    let mut spans: Vec<Vec<SpanId>> = vec![Vec::new(); timeline.countries.len()];
    for span in SpanId::all(timeline) {
        spans[timeline[span].country.index()].push(span);
    }
    let mut events: Vec<Vec<EventId>> = vec![Vec::new(); timeline.countries.len()];
    for event in EventId::all(timeline) {
        for party in &timeline[event].parties {
            events[party.country.index()].push(event);
        }
    }
    CountryId::all(timeline)
        .filter_map(|country| {
            let mut spans = std::mem::take(&mut spans[country.index()]);
            spans.sort_by_key(|span| timeline[*span].begins);
            let main = main(timeline, &spans)?;
            let events = std::mem::take(&mut events[country.index()]);
            Some(Lane {
                country,
                ending: ending(timeline, &spans, main),
                moments: moments(timeline, &spans, events),
                spans,
                main,
            })
        })
        .collect()
}

/// The span that weighs most: of the weightiest event, then of the firmest ground, then the latest.
fn main(timeline: &Timeline, spans: &[SpanId]) -> Option<SpanId> {
    let weight = |span: &SpanId| {
        let span = &timeline[*span];
        let firmness = match timeline[span.status].ground {
            LegalBasis::Treaty => 0,
            LegalBasis::OwnAct => 1,
            LegalBasis::Proposal => 2,
            LegalBasis::Policy => 3,
            LegalBasis::War => 4,
            LegalBasis::Territory => 5,
        };
        let importance = timeline[span.begins].importance.figure();
        (importance, firmness, std::cmp::Reverse(span.begins))
    };
    spans.iter().copied().min_by_key(weight)
}

/// The events of a lane, each once.
fn moments(timeline: &Timeline, spans: &[SpanId], mut events: Vec<EventId>) -> Vec<Moment> {
    for span in spans.iter().map(|span| &timeline[*span]) {
        events.push(span.begins);
        events.extend(span.ends);
        events.extend(&span.violated_by);
    }
    events.sort_unstable();
    events.dedup();
    let mut moments: Vec<Moment> = events
        .into_iter()
        .map(|event| {
            let moment = moment(timeline, event);
            let violates = |span: &&SpanId| timeline[**span].violated_by.contains(&event);
            // A violation stands where the band breaks: on the first day that it can mean.
            match spans.iter().find(violates) {
                Some(_) => Moment {
                    day: moment.from,
                    ..moment
                },
                None => moment,
            }
        })
        .collect();
    moments.sort_by_key(|moment| (moment.day, moment.event));
    moments
}

/// An event with the days that it can mean.
#[must_use]
pub fn moment(timeline: &Timeline, event: EventId) -> Moment {
    let date = &timeline[event].date;
    // An end that is open or unknown says nothing of where the event stands; the end that is known does.
    let anchor = date.representative_day();
    let from = scale::number(date.earliest().unwrap_or(anchor));
    let to = scale::number(date.latest().unwrap_or(anchor));
    Moment {
        event,
        day: from + (to - from) / 2,
        from,
        to,
    }
}

/// The years that the events touch, from the first day to the last. Of an open end only the known side counts.
fn whole(timeline: &Timeline) -> Range<i64> {
    let dates = || timeline.events.iter().map(|event| &event.date);
    let year = |day: Option<NaiveDate>| day.map(|day| day.year());
    let first = dates()
        .filter_map(|date| year(date.earliest().or(date.latest())))
        .min();
    let last = dates()
        .filter_map(|date| year(date.latest().or(date.earliest())))
        .max();
    let start = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map_or(0, scale::number);
    start(first.unwrap_or(1))..start(last.unwrap_or(1) + 1)
}

/// The stretches between events; what an inexact date can mean counts as covered.
fn gaps(timeline: &Timeline) -> Vec<Range<i64>> {
    let mut gaps = Vec::new();
    let mut covered: Option<i64> = None;
    for event in &timeline.events {
        let (first, last) = bounds(&event.date);
        // An open end is no evidence of anything, and covers its known day only.
        let from = scale::number(event.date.earliest().unwrap_or(last));
        let to = scale::number(event.date.latest().unwrap_or(first));
        if let Some(end) = covered
            && from - end > GAP
        {
            gaps.push(end + 1..from);
        }
        covered = covered.max(Some(to));
    }
    gaps
}
