//! The legend under the lanes, and the textures that it explains.

use maud::{Markup, html};

use super::{Drawing, NAMES, WIDTH, class, cross, sign};
use crate::lanes::marks::MarkPart;
use crate::timeline::{LegalBasis, Status, StatusId};
use crate::words::translated;

/// Units between two lines of the legend, and between two of its columns.
const LINE: f64 = 19.0;
const COLUMN: f64 = 270.0;

/// Definitions that the shapes refer to.
pub(in crate::export) fn textures() -> Markup {
    let stops = |from: &str, to: &str| {
        html! {
            stop offset="0" stop-color=(from) {}
            stop offset="1" stop-color=(to) {}
        }
    };
    let mask = |id: &str| {
        html! {
            mask id=(id) maskUnits="objectBoundingBox" maskContentUnits="objectBoundingBox" x="0" y="-.2" width="1" height="1.4" {
                rect x="0" y="-.2" width="1" height="1.4" fill=(format!("url(#{id}-shade)")) {}
            }
        }
    };
    html! {
        defs {
            linearGradient id="fade-in-shade" { (stops("#000", "#fff")) }
            linearGradient id="fade-out-shade" { (stops("#fff", "#000")) }
            (mask("fade-in"))
            (mask("fade-out"))
            pattern id="texture-own-act" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                line.own-act-line x1="0" y1="0" x2="0" y2="5" {}
            }
            pattern id="texture-policy" width="4" height="4" patternUnits="userSpaceOnUse" {
                circle.policy-dot cx="2" cy="2" r="1" {}
            }
            pattern id="texture-war" width="4" height="3.3" patternUnits="userSpaceOnUse" {
                line.war-line x1="0" y1="1.6" x2="4" y2="1.6" {}
            }
            pattern id="texture-territory" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path.territory-line d="M0 0 H5 M0 0 V5" {}
            }
        }
    }
}

/// The legend, from `y` on, and its height: the statuses that are drawn, then the signs.
pub(super) fn legend(drawing: &Drawing, y: f64) -> (Markup, f64) {
    let timeline = drawing.timeline;
    let lanes = || drawing.groups.iter().flat_map(|(_, lanes)| lanes);
    let spans = || {
        lanes()
            .flat_map(|lane| &lane.spans)
            .map(|span| &timeline[*span])
    };
    let mut entries: Vec<(Markup, String)> = StatusId::all(timeline)
        .filter(|status| spans().any(|span| span.status == *status))
        .map(|status| {
            let status = &timeline[status];
            (
                swatch(status),
                format!("{} ({})", status.label, status.letter),
            )
        })
        .collect();
    if spans().any(|span| !span.violated_by.is_empty()) {
        let violated = html! {
            (cross(0.0, 0.0, 5.0))
            rect.guarantee.broken x="7" y="-5" width="21" height="10" {}
        };
        entries.push((violated, "violated; pale while the title survives".into()));
    }
    if spans().any(|span| span.contested.is_some()) {
        let sign = html! { text.letter x="10" y="4" { "?" } };
        entries.push((sign, "contested".into()));
    }
    if spans().any(|span| span.ends.is_none()) {
        let sign = html! { path.ink d="M10 -5 l6 5 l-6 5 z" {} };
        entries.push((sign, "still in force".into()));
    }
    if spans().next().is_some() {
        let fade =
            html! { rect.guarantee x="0" y="-5" width="28" height="10" mask="url(#fade-in)" {} };
        entries.push((fade, "beginning or end not known to the day".into()));
    }
    let parts = [
        (
            MarkPart::Neutral,
            translated("event of the country as a neutral"),
        ),
        (MarkPart::Guarantor, "as a guarantor"),
        (
            MarkPart::Violator,
            "as the one that breaks another’s neutrality",
        ),
        (MarkPart::Other, "in another role"),
    ];
    for (part, label) in parts {
        entries.push((sign(part, 12.0, 0.0), label.to_owned()));
    }
    let columns = ((WIDTH - NAMES) / COLUMN).floor().max(1.0) as usize;
    let position = |at: usize| {
        let (column, line) = ((at % columns) as f64, (at / columns) as f64);
        format!(
            "translate({} {})",
            NAMES + column * COLUMN,
            y + 8.0 + line * LINE
        )
    };
    let lines = entries.len().div_ceil(columns) as f64;
    let drawn = html! {
        @for (at, (shape, label)) in entries.iter().enumerate() {
            g transform=(position(at)) {
                (shape)
                text.small x="36" y="4" { (label) }
            }
        }
    };
    (drawn, lines * LINE + 12.0)
}

fn swatch(status: &Status) -> Markup {
    html! {
        rect class=(class(status.ground)) x="0" y="-5" width="28" height="10" {}
        text.letter.on-solid[status.ground == LegalBasis::Guarantee] x="3" y="4" { (status.letter) }
    }
}
