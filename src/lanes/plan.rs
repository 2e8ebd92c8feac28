//! The plan of the lanes: which countries have one, in which groups, with which spans and events.
//!
//! Made once for a timeline; nothing in it depends on the zoom, the filter or the size of the screen.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::ending::{Ending, ending};
use super::marks::{self, MarkPart};
use super::moments::Moments;
use super::scale;
use crate::text;
use crate::timeline::status_at::bounds;
use crate::timeline::{CountryId, EventId, Importance, LegalBasis, SpanId, Timeline};

/// Days without events from which on a gap is worth a word.
const GAP: i64 = 120;

/// The rows of the lanes, before zoom and filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which they stand; none is empty.
    pub groups: Vec<Group>,
    /// All days of the timeline, in whole years.
    pub full_range: Range<i64>,
    /// Stretches of days of which the timeline has no event.
    pub gaps: Vec<Range<i64>>,
    /// The columns of what is written beside the lanes.
    pub widths: LaneWidths,
    /// Where the lane of a country stands: its group, and its place in that.
    places: HashMap<CountryId, (usize, usize)>,
}

/// The columns of the longest of what is written beside the lanes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LaneWidths {
    /// Of the name of a country.
    pub name: usize,
    /// Of the code of a country.
    pub code: usize,
    /// Of how a row ends, in few words.
    pub short_ending: usize,
    /// Of how a row ends, with how long it lasted.
    pub full_ending: usize,
}

/// Lanes of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading of the group.
    pub title: &'static str,
    /// Turning points before details, and in order of time.
    pub lanes: Vec<Lane>,
}

/// The row of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Whose row it is.
    pub country: CountryId,
    /// In order of time.
    pub spans: Vec<SpanId>,
    /// The span that weighs most, and gives the lane its group.
    pub main: SpanId,
    /// What stands behind the name: how its last title ended.
    pub ending: Ending,
    /// Events in which the country takes part or that bear on its spans, in order of the day that stands for them.
    pub moments: Moments,
}

/// An event on a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The event that stands there.
    pub event: EventId,
    /// The day that stands for the date: in the middle of those that it can mean, the first one of a violation.
    pub day: i64,
    /// First and last day that it can mean.
    pub from: i64,
    /// The last day that it can mean.
    pub to: i64,
    /// What the event is to the country of the lane; kept here, where thousands of events are passed in a row.
    pub part: MarkPart,
    /// How much the event weighs.
    pub importance: Importance,
}

/// Titles of the groups, in the order in which they stand, with the grounds that they gather.
///
/// What is only proposed stands beside what was agreed, because it is the treaties that it is compared with.
pub(super) const GROUPS: [(&str, &[LegalBasis]); 5] = [
    ("By treaty", &[LegalBasis::Guarantee, LegalBasis::Treaty]),
    ("Proposed or intended", &[LegalBasis::Proposal]),
    (
        "By own act or policy",
        &[LegalBasis::OwnAct, LegalBasis::Policy],
    ),
    ("For one war", &[LegalBasis::War]),
    ("Territories without arms", &[LegalBasis::Territory]),
];

impl Plan {
    /// The plan of a timeline; costs a pass over all events and spans.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut lanes = lanes(timeline);
        // What the author puts first comes first; the rest by the weight of its events.
        let wishes = timeline.lanes.iter().enumerate().rev();
        let wishes: HashMap<CountryId, usize> = wishes.map(|(at, wish)| (*wish, at)).collect();
        let wished = |country: CountryId| wishes.get(&country).copied().unwrap_or(usize::MAX);
        lanes.sort_by_key(|lane| {
            let begins = timeline[lane.main].begins;
            let importance = timeline[begins].importance;
            (wished(lane.country), importance, begins, lane.country)
        });
        let widths = widths(timeline, &lanes);
        let mut groups = GROUPS.map(|(title, _)| Group {
            title,
            lanes: Vec::new(),
        });
        for lane in lanes {
            let ground = timeline[timeline[lane.main].status].ground;
            let group = GROUPS.iter().position(|(_, of)| of.contains(&ground));
            if let Some(group) = group {
                groups[group].lanes.push(lane);
            }
        }
        let mut groups = Vec::from(groups);
        groups.retain(|group| !group.lanes.is_empty());
        groups.sort_by_key(|group| group.lanes.iter().map(|lane| wished(lane.country)).min());
        Plan {
            widths,
            places: places(&groups),
            groups,
            full_range: full_range(timeline),
            gaps: gaps(timeline),
        }
    }

    /// All lanes, from top to bottom.
    pub fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.groups.iter().flat_map(|group| &group.lanes)
    }

    /// The lane of a country; `None` for one that never had a status.
    #[must_use]
    pub fn lane(&self, country: CountryId) -> Option<&Lane> {
        let (group, lane) = self.places.get(&country)?;
        self.groups.get(*group)?.lanes.get(*lane)
    }

    /// The place of the group that has a country's lane.
    #[must_use]
    pub fn group_of(&self, country: CountryId) -> Option<usize> {
        self.places.get(&country).map(|(group, _)| *group)
    }
}

fn widths(timeline: &Timeline, lanes: &[Lane]) -> LaneWidths {
    let mut widths = LaneWidths::default();
    for lane in lanes {
        let country = &timeline[lane.country];
        for (longest, text) in [
            (&mut widths.name, &country.name),
            (&mut widths.code, &country.code),
            (&mut widths.short_ending, &lane.ending.short),
            (&mut widths.full_ending, &lane.ending.full),
        ] {
            *longest = (*longest).max(text::width(text));
        }
    }
    widths
}

fn places(groups: &[Group]) -> HashMap<CountryId, (usize, usize)> {
    let of_group = |(at, group): (usize, &Group)| {
        let lanes = group.lanes.iter().enumerate();
        let place = lanes.map(|(lane, of)| (of.country, (at, lane)));
        place.collect::<Vec<_>>()
    };
    groups.iter().enumerate().flat_map(of_group).collect()
}

/// A lane for every country that has a span, with the events that belong on it.
fn lanes(timeline: &Timeline) -> Vec<Lane> {
    let mut spans: Vec<Vec<SpanId>> = vec![Vec::new(); timeline.countries.len()];
    for span in SpanId::all(timeline) {
        spans[timeline[span].country.index()].push(span);
    }
    let mut events: Vec<Vec<(EventId, MarkPart)>> = vec![Vec::new(); timeline.countries.len()];
    for event in EventId::all(timeline) {
        for party in &timeline[event].parties {
            let part = marks::part_of(&timeline[party.role]);
            events[party.country.index()].push((event, part));
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
            LegalBasis::Guarantee | LegalBasis::Treaty => 0,
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

/// The events of a lane, each once: those in which its country has a part, and those that its spans name.
fn moments(timeline: &Timeline, spans: &[SpanId], mut events: Vec<(EventId, MarkPart)>) -> Moments {
    for span in spans.iter().map(|span| &timeline[*span]) {
        let named = [span.begins].into_iter().chain(span.ends);
        let named = named.chain(span.violated_by.iter().copied());
        events.extend(named.map(|event| (event, MarkPart::Other)));
    }
    events.sort_unstable_by_key(|(event, _)| *event);
    events.dedup_by(|(event, part), (kept, weightiest)| {
        let is_same = event == kept;
        if is_same {
            *weightiest = marks::weightier(*weightiest, *part);
        }
        is_same
    });
    let violations = spans.iter().flat_map(|span| &timeline[*span].violated_by);
    let violations: HashSet<&EventId> = violations.collect();
    let mut moments: Vec<Moment> = events
        .into_iter()
        // What has no place in time has no mark on an axis.
        .filter(|(event, _)| timeline[*event].date.is_placed())
        .map(|(event, part)| {
            let moment = moment(timeline, event);
            // A violation stands where the band breaks: on the first day that it can mean.
            let (day, part) = if violations.contains(&event) {
                (moment.from, MarkPart::Violated)
            } else {
                (moment.day, part)
            };
            Moment {
                day,
                part,
                ..moment
            }
        })
        .collect();
    moments.sort_by_key(|moment| (moment.day, moment.event));
    moments.into()
}

/// An event with the days that it can mean, on the lane of no country.
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
        part: MarkPart::Other,
        importance: timeline[event].importance,
    }
}

/// The years that the events touch, from the first day to the last. Of an open end only the known side counts.
pub(super) fn full_range(timeline: &Timeline) -> Range<i64> {
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
    for event in timeline
        .events
        .iter()
        .filter(|event| event.date.is_placed())
    {
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

#[cfg(test)]
mod tests;
