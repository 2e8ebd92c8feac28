//! The band of one status: sharp where its ends are days, fading where they are not, pale after a violation.

use maud::{Markup, html};

use super::{BAND, Drawing, NAMES, class, cross, rounded};
use crate::lanes::scale::number;
use crate::timeline::status_at::{bounds, extent};
use crate::timeline::{LegalBasis, Span, SpanId, Timeline};

/// The narrowest band that has room for its letter, and the narrowest that can be seen.
const LETTERED: f64 = 11.0;
const SEEN: f64 = 2.0;

/// Where a band changes, from left to right.
struct Edges {
    left: f64,
    /// From here on it certainly holds.
    sure_from: f64,
    /// From here on it is broken; where nothing violated it, as `sure_to`.
    broken_from: f64,
    /// To here it certainly holds.
    sure_to: f64,
    right: f64,
}

pub(super) fn band(drawing: &Drawing, id: SpanId, y: f64) -> Markup {
    let timeline = drawing.timeline;
    let span = &timeline[id];
    let status = &timeline[span.status];
    let days = extent(timeline, id).maybe;
    if !drawing.covers(number(days.0), number(days.1) + 1) {
        return html! {};
    }
    let edges = edges(drawing, id);
    let height = BAND - 3.0;
    let foot = y + height - 1.0;
    let piece = |of: &str, from: f64, to: f64, mask: Option<&str>| {
        html! {
            @if to > from {
                rect class=(of) x=(from) y=(y) width=(rounded(to - from)) height=(height) mask=[mask] {}
            }
        }
    };
    let ground = class(status.ground);
    let broken = format!("{ground} broken");
    let has_room = edges.right - edges.left > LETTERED;
    html! {
        g {
            title { (in_words(timeline, span)) }
            (piece(ground, edges.left, edges.sure_from, Some("url(#fade-in)")))
            (piece(ground, edges.sure_from, edges.broken_from, None))
            (piece(&broken, edges.broken_from, edges.sure_to, None))
            (piece(ground, edges.sure_to, edges.right, Some("url(#fade-out)")))
            @if has_room {
                text.letter.on-solid[status.ground == LegalBasis::Guarantee] x=(edges.left + 3.0) y=(foot) { (status.letter) }
            }
            @if span.contested.is_some() { text.letter x=(edges.right - 9.0) y=(foot) { "?" } }
            @if span.ends.is_none() && drawing.is_to_the_end() {
                path.ink d=(format!("M{} {y} l6 {half} l-6 {half} z", edges.right + 1.0, half = height / 2.0)) {}
            }
            @for x in violations(drawing, span).into_iter().filter(|x| *x > NAMES || drawing.is_whole()) { (cross(x, y + height / 2.0, 5.0)) }
        }
    }
}

fn edges(drawing: &Drawing, id: SpanId) -> Edges {
    let span = &drawing.timeline[id];
    let extent = extent(drawing.timeline, id);
    let (from, to) = (number(extent.maybe.0), number(extent.maybe.1) + 1);
    let (left, right) = (drawing.x(from), drawing.x(to));
    let right = right.max(left + SEEN);
    let (sure_from, sure_to) = if extent.surely.0 < extent.surely.1 {
        (
            drawing.x(number(extent.surely.0)),
            drawing.x(number(extent.surely.1) + 1),
        )
    } else {
        // A status that is sure on no day is unsure to its middle and from there on.
        let middle = drawing.x((from.max(drawing.from) + to.min(drawing.to)) / 2);
        (middle, middle)
    };
    // What fades over less than a unit is taken for sharp.
    let sure_from = if sure_from - left > 1.0 {
        sure_from
    } else {
        left
    };
    let is_sharp = right - sure_to <= SEEN || span.ends.is_none();
    let sure_to = if is_sharp { right } else { sure_to };
    let broken_from = violations(drawing, span).first().copied();
    Edges {
        left,
        sure_from,
        broken_from: broken_from.map_or(sure_to, |x| x.max(sure_from).min(sure_to)),
        sure_to,
        right,
    }
}

/// Where the status was violated, from left to right.
fn violations(drawing: &Drawing, span: &Span) -> Vec<f64> {
    let days = span.violated_by.iter();
    let days = days.map(|event| number(bounds(&drawing.timeline[*event].date).0));
    // What was violated before the drawing begins is broken from its first day on; what comes later is not shown.
    let days = days.filter(|day| *day < drawing.to);
    let mut positions: Vec<f64> = days.map(|day| drawing.x(day)).collect();
    positions.sort_by(f64::total_cmp);
    positions
}

/// "Belgium: Permanent neutrality, guaranteed. From 19 April 1839 to 28 June 1919. Violated 4 August 1914."
fn in_words(timeline: &Timeline, span: &Span) -> String {
    let until = span.end_date.as_ref().map_or_else(
        || ", still in force".to_owned(),
        |end| format!(" to {}", end.label()),
    );
    let mut text = format!(
        "{}: {}. From {}{until}.",
        timeline[span.country].name,
        timeline[span.status].label,
        span.begin_date.label(),
    );
    for event in &span.violated_by {
        text.push_str(&format!(" Violated {}.", timeline[*event].date.label()));
    }
    if let Some(contested) = &span.contested {
        text.push_str(&format!(" Contested: {contested}"));
    }
    text
}
