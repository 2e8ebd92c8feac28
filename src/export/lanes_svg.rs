//! The lanes to scale over the whole range (SVG): a row a country, bands for its statuses, marks for its events.
//!
//! Made for print: shapes and no pictures of text, textures and letters besides the colours, a `<title>` on every
//! shape. Two statuses at once stand under each other, and an event that is on no lane has a row at the end, so that
//! nothing is hidden. This is no picture of the reader's screen, which is `picture`'s.

mod band;
mod legend;
mod ticks;

pub(super) use legend::textures;
use std::collections::HashSet;

use maud::{Markup, PreEscaped, html};

use super::markdown::anchor;
use super::{Extract, MADE_BY};
use crate::lanes::marks::MarkPart;
use crate::lanes::plan::{Lane, Moment, Plan, moment};
use crate::lanes::scale::number;
use crate::text;
use crate::timeline::status_at::extent;
use crate::timeline::{EventId, LegalBasis, SpanId, Timeline};
use crate::words::translated;

/// Columns of the drawing, in its own units: the names, the years, how each neutrality stands.
const NAMES: f64 = 190.0;
const YEARS: f64 = 1180.0;
const ENDINGS: f64 = 200.0;
const WIDTH: f64 = NAMES + YEARS + ENDINGS;

/// Room over the first row: the years and the names of the eras.
const HEAD: f64 = 44.0;
/// A band, the marks under the bands of a row, and the room between rows.
const BAND: f64 = 13.0;
const MARKS: f64 = 10.0;
const GAP: f64 = 7.0;
const GROUP: f64 = 24.0;
/// A letter of a small text, about.
pub(super) const LETTER: f64 = 6.2;

/// Colours that a printer can tell apart; HTML overrides them on a dark page.
pub(super) const STYLE: &str = include_str!("lanes_svg/style.css");

/// A file of its own.
#[must_use]
pub fn document(extract: &Extract) -> String {
    let drawing = Drawing::new(extract, false);
    let svg = drawing.svg().into_string();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n")
}

/// A part of a page that has the events under their anchors; `None` where there are no lanes.
#[must_use]
pub fn figure(extract: &Extract) -> Option<Markup> {
    let drawing = Drawing::new(extract, true);
    (!drawing.groups.is_empty()).then(|| drawing.svg())
}

struct Drawing<'e, 't> {
    extract: &'e Extract<'t>,
    timeline: &'t Timeline,
    groups: Vec<(&'static str, Vec<Lane>)>,
    /// Events on none of the lanes.
    others: Vec<Moment>,
    /// First day, and the day after the last.
    from: i64,
    to: i64,
    /// The day after the last of the whole timeline.
    last: i64,
    /// Whether marks lead to the events of the page around the drawing.
    linked: bool,
}

/// A row with what it needs to be drawn.
struct SvgRow<'d> {
    name: &'d str,
    ending: &'d str,
    /// The statuses; each list has its own height.
    bands: Vec<Vec<SpanId>>,
    moments: &'d [Moment],
}

impl<'e, 't> Drawing<'e, 't> {
    fn new(extract: &'e Extract<'t>, linked: bool) -> Self {
        let timeline = extract.timeline;
        let plan = Plan::new(timeline);
        let days = extract.days(&plan.full_range);
        let last = plan.full_range.end;
        let groups: Vec<(&'static str, Vec<Lane>)> = plan
            .groups
            .into_iter()
            .map(|mut group| {
                group.lanes.retain(|lane| extract.shows(lane));
                (group.title, group.lanes)
            })
            .filter(|(_, lanes)| !lanes.is_empty())
            .collect();
        let lanes = groups.iter().flat_map(|(_, lanes)| lanes);
        let moments = lanes.flat_map(|lane| &lane.moments);
        let on_a_lane: HashSet<EventId> = moments.map(|moment| moment.event).collect();
        let others = extract.events.iter().copied();
        let others = others
            .filter(|event| !on_a_lane.contains(event))
            .map(|event| moment(timeline, event))
            .collect();
        Drawing {
            extract,
            timeline,
            groups,
            others,
            from: days.start,
            to: days.end,
            last,
            linked,
        }
    }

    /// Whether the drawing begins with the timeline.
    fn is_whole(&self) -> bool {
        !self.extract.is_a_part()
    }

    /// Whether the drawing goes on to the last day of the timeline.
    fn is_to_the_end(&self) -> bool {
        self.to >= self.last
    }

    /// Whether anything of a stretch of days is drawn.
    fn covers(&self, from: i64, to: i64) -> bool {
        from < self.to && self.from < to
    }

    fn x(&self, day: i64) -> f64 {
        let along = (day.clamp(self.from, self.to) - self.from) as f64;
        rounded(NAMES + along / (self.to - self.from).max(1) as f64 * YEARS)
    }

    fn svg(&self) -> Markup {
        let mut y = HEAD;
        let mut rows = Vec::new();
        for (title, lanes) in &self.groups {
            rows.push(Self::group(title, y));
            y += GROUP;
            for lane in lanes {
                let row = self.row(lane);
                rows.push(self.draw(&row, y));
                y += row.height();
            }
        }
        if !self.others.is_empty() {
            let row = SvgRow {
                name: if self.groups.is_empty() {
                    "Events"
                } else {
                    "Other events"
                },
                ending: "",
                bands: Vec::new(),
                moments: &self.others,
            };
            y += GAP;
            rows.push(self.draw(&row, y));
            y += row.height();
        }
        let bottom = y + 6.0;
        let (legend, legend_height) = legend::legend(self, bottom + 30.0);
        let height = bottom + 30.0 + legend_height;
        let title = format!("{}: the lanes", self.timeline.title);
        let about = translated(
            "Every country’s status over time, to scale, with the events that bear on it.",
        );
        html! {
            svg.lanes xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {height}"))
                width=(WIDTH) height=(height) role="img" aria-labelledby="lanes-title lanes-about" {
                title id="lanes-title" { (title) }
                desc id="lanes-about" { (about) " " (self.extract.in_words()) " Made by " (MADE_BY) "." }
                style { (PreEscaped(STYLE)) }
                (textures())
                rect.paper width=(WIDTH) height=(height) {}
                (self.eras(bottom))
                (self.axis(bottom))
                @for row in &rows { (row) }
                (legend)
            }
        }
    }

    /// The stretches of time behind the lanes.
    fn eras(&self, bottom: f64) -> Markup {
        // The name of an era that would run into the one before stands lower.
        let mut taken = f64::MIN;
        let eras = self.timeline.eras.iter().filter_map(|era| {
            let (first, last) = (number(era.date.earliest()?), number(era.date.latest()?) + 1);
            if !self.covers(first, last) {
                return None;
            }
            let (from, to) = (self.x(first), self.x(last));
            let (middle, half) = (
                (from + to) / 2.0,
                text::width(&era.title) as f64 * LETTER / 2.0,
            );
            let lower = middle - half < taken;
            taken = middle + half;
            Some((era, from, to, HEAD - if lower { 5.0 } else { 16.0 }))
        });
        html! {
            @for (era, from, to, y) in eras {
                g {
                    title { (era.title) ", " (era.date.label()) }
                    rect.era x=(from) y=(HEAD - 26.0) width=(to - from) height=(bottom - HEAD + 26.0) {}
                    text.small x=((from + to) / 2.0) y=(y) text-anchor="middle" { (era.title) }
                }
            }
        }
    }

    fn axis(&self, bottom: f64) -> Markup {
        html! {
            @for (day, label) in ticks::ticks(self.from, self.to, YEARS) {
                @let x = self.x(day);
                line.rule x1=(x) x2=(x) y1=(HEAD - 8.0) y2=(bottom) {}
                text.tick x=(x) y="12" text-anchor="middle" { (label) }
                text.tick x=(x) y=(bottom + 14.0) text-anchor="middle" { (label) }
            }
        }
    }

    fn group(title: &str, y: f64) -> Markup {
        html! {
            text.group x="0" y=(y + GROUP - 7.0) { (title) }
            line.rule x1="0" x2=(WIDTH) y1=(y + GROUP - 2.0) y2=(y + GROUP - 2.0) {}
        }
    }

    fn row<'d>(&'d self, lane: &'d Lane) -> SvgRow<'d> {
        SvgRow {
            name: &self.timeline[lane.country].name,
            ending: &lane.ending.full,
            bands: stacked(self.timeline, &lane.spans),
            moments: &lane.moments,
        }
    }

    fn draw(&self, row: &SvgRow, y: f64) -> Markup {
        let middle = y + BAND - 2.5;
        let below = y + BAND * row.bands.len() as f64 + MARKS / 2.0 + 1.0;
        html! {
            g {
                text.name x="0" y=(middle) { (text::truncate(row.name, 27)) }
                @for (at, spans) in row.bands.iter().enumerate() {
                    @for span in spans { (band::band(self, *span, y + BAND * at as f64)) }
                }
                @for moment in row.moments.iter().filter(|moment| self.extract.has(moment.event)) {
                    (self.mark(moment, below))
                }
                text.small x=(WIDTH - ENDINGS + 16.0) y=(middle) { (row.ending) }
            }
        }
    }

    fn mark(&self, moment: &Moment, y: f64) -> Markup {
        let event = &self.timeline[moment.event];
        let (from, to) = (self.x(moment.from), self.x(moment.to + 1));
        let shape = html! {
            title { (event.date.label()) ": " (event.title) }
            @if to - from > 3.0 { line.spread x1=(from) x2=(to) y1=(y) y2=(y) {} }
            (sign(moment.part, self.x(moment.day), y))
        };
        html! {
            @if self.linked { a href=(format!("#{}", anchor("event", &event.id))) { (shape) } }
            @else { g { (shape) } }
        }
    }
}

impl SvgRow<'_> {
    fn height(&self) -> f64 {
        BAND * self.bands.len() as f64 + MARKS + GAP
    }
}

/// To a tenth of a unit, which nobody sees and which keeps the file short.
pub(super) fn rounded(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}

/// The spans of a country in as few heights as keep them apart.
fn stacked(timeline: &Timeline, spans: &[SpanId]) -> Vec<Vec<SpanId>> {
    let mut heights: Vec<Vec<SpanId>> = Vec::new();
    for id in spans {
        let begins = extent(timeline, *id).surely.0;
        let free = heights.iter_mut().find(|height| {
            height
                .last()
                .is_none_or(|last| extent(timeline, *last).surely.1 <= begins)
        });
        match free {
            Some(height) => height.push(*id),
            None => heights.push(vec![*id]),
        }
    }
    heights
}

/// The texture and colour of what a status rests on.
pub(super) fn class(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Guarantee => "guarantee",
        LegalBasis::Treaty => "treaty",
        LegalBasis::OwnAct => "own-act",
        LegalBasis::War => "war",
        LegalBasis::Policy => "policy",
        LegalBasis::Proposal => "proposal",
        LegalBasis::Territory => "territory",
    }
}

/// An event by what it is to the country of the row; told apart by shape.
fn sign(part: MarkPart, x: f64, y: f64) -> Markup {
    match part {
        MarkPart::Violated => cross(x, y, 3.0),
        MarkPart::Violator => html! {
            path.breaker d=(format!("M{} {} h6.4 l-3.2 -5.6 z", x - 3.2, y + 2.8)) {}
        },
        MarkPart::Neutral => html! { circle.mark.full cx=(x) cy=(y) r="3" {} },
        MarkPart::Guarantor => html! {
            path.mark d=(format!("M{} {y} l3.2 -3.2 l3.2 3.2 l-3.2 3.2 z", x - 3.2)) {}
        },
        MarkPart::Other => html! { circle.mark cx=(x) cy=(y) r="2.4" {} },
    }
}

pub(super) fn cross(x: f64, y: f64, r: f64) -> Markup {
    let path = format!(
        "M{} {} l{d} {d} m-{d} 0 l{d} -{d}",
        x - r,
        y - r,
        d = r * 2.0
    );
    html! { path.cross d=(path) {} }
}
