//! The ages to scale (SVG): every title with its beginning at zero, how long it was kept and what became of it.
//!
//! It has the colours, textures and crosses of the lanes, and like them no picture of text. A ring around a cross says
//! that a guarantor was among those who broke the title.

use maud::{Markup, PreEscaped, html};

use super::lanes_svg::{LETTER, STYLE, class, cross, rounded, textures};
use super::{Extract, MADE_BY};
use crate::lanes::ages::{AgeGroup, Ages, Fate, Tenure, ticks};
use crate::lanes::scale::Scale;
use crate::text;
use crate::timeline::{Breach, LegalBasis, Timeline};

/// Columns of the drawing, in its own units: the names, the years, what became of each title.
const NAMES: f64 = 190.0;
const YEARS: f64 = 980.0;
const FATES: f64 = 350.0;
const WIDTH: f64 = NAMES + YEARS + FATES;

/// Room over the first row, a bar, a row, and the heading of a group.
const HEAD: f64 = 40.0;
const BAR: f64 = 11.0;
const ROW: f64 = 19.0;
const GROUP: f64 = 26.0;

/// The shortest bar that has room for its letter.
const LETTERED: f64 = 14.0;

/// Columns that the numbers over the bars are chosen for.
const COLUMNS: u16 = 90;

/// A file of its own.
#[must_use]
pub fn document(extract: &Extract) -> String {
    let drawing = AgesDrawing::new(extract);
    let svg = drawing.svg(true).into_string();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n")
}

/// A part of a page that has the lanes as well; `None` where no title was held.
#[must_use]
pub fn figure(extract: &Extract) -> Option<Markup> {
    let drawing = AgesDrawing::new(extract);
    (!drawing.groups.is_empty()).then(|| drawing.svg(false))
}

struct AgesDrawing<'e, 't> {
    extract: &'e Extract<'t>,
    timeline: &'t Timeline,
    groups: Vec<AgeGroup>,
    never_held: usize,
    longest: i64,
}

impl<'e, 't> AgesDrawing<'e, 't> {
    fn new(extract: &'e Extract<'t>) -> Self {
        let timeline = extract.timeline;
        let countries = extract.countries();
        let ages = Ages::of(timeline, |country| countries.contains(&country));
        AgesDrawing {
            extract,
            timeline,
            never_held: ages.never_held,
            longest: ages.longest.max(1),
            groups: ages.groups,
        }
    }

    fn x(&self, age: i64) -> f64 {
        let along = age.clamp(0, self.longest) as f64 / self.longest as f64;
        rounded(NAMES + along * YEARS)
    }

    /// On a page the textures are those of the lanes, which stand before.
    fn svg(&self, alone: bool) -> Markup {
        let mut y = HEAD;
        let mut rows = Vec::new();
        for group in &self.groups {
            rows.push(html! {
                text.group x="0" y=(y + GROUP - 9.0) { (group.title) }
                line.rule x1="0" x2=(WIDTH) y1=(y + GROUP - 4.0) y2=(y + GROUP - 4.0) {}
            });
            y += GROUP;
            for tenure in &group.tenures {
                rows.push(self.tenure(tenure, y));
                y += ROW;
            }
        }
        let bottom = y + 4.0;
        let height = bottom + 60.0;
        let title = format!("{}: the ages", self.timeline.title);
        let about = "Every title with its beginning at zero, to scale: how long it was kept, and what became of it.";
        html! {
            svg.lanes xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {height}"))
                width=(WIDTH) height=(height) role="img" aria-labelledby="ages-title ages-about" {
                title id="ages-title" { (title) }
                desc id="ages-about" { (about) " " (self.extract.in_words()) " Made by " (MADE_BY) "." }
                @if alone {
                    style { (PreEscaped(STYLE)) }
                    (textures())
                }
                rect.paper width=(WIDTH) height=(height) {}
                (self.axis(bottom))
                @for row in &rows { (row) }
                (self.legend(bottom + 36.0))
            }
        }
    }

    fn axis(&self, bottom: f64) -> Markup {
        let scale = Scale::new(0..self.longest + 1, COLUMNS);
        let (unit, ticks) = ticks(&scale);
        html! {
            text.tick x="0" y="12" { (unit) " since each title began" }
            @for tick in &ticks {
                @let x = self.x(tick.age);
                line.rule x1=(x) x2=(x) y1=(HEAD - 20.0) y2=(bottom) {}
                text.tick x=(x) y="12" text-anchor="middle" { (tick.number) }
            }
        }
    }

    fn tenure(&self, tenure: &Tenure, y: f64) -> Markup {
        let timeline = self.timeline;
        let status = &timeline[timeline[tenure.span].status];
        let of = class(status.ground);
        let broken = format!("{of} broken");
        let (sure, end) = (self.x(tenure.end.0), self.x(tenure.end.1).max(NAMES + 2.0));
        let broken_from = tenure.violations.first().map(|(age, _)| self.x(age.0));
        let kept = broken_from.unwrap_or(sure).min(sure);
        let middle = y + BAR / 2.0;
        let piece = |of: &str, from: f64, to: f64, mask: Option<&str>| {
            html! {
                @if to > from {
                    rect class=(of) x=(from) y=(y) width=(rounded(to - from)) height=(BAR) mask=[mask] {}
                }
            }
        };
        let label = format!(
            "{}: {}, {}",
            tenure.name(timeline),
            tenure.kept_label(),
            tenure.fate_label()
        );
        // Where nothing is sure the bar fades from zero on.
        let kept = if kept <= NAMES && broken_from.is_none() && sure >= end {
            end
        } else {
            kept
        };
        html! {
            g {
                title { (label) }
                text.name x="0" y=(y + BAR - 1.5) { (text::truncate(&tenure.name(timeline), 26)) }
                @if tenure.soft_zero { (piece(of, NAMES - 9.0, NAMES, Some("url(#fade-in)"))) }
                (piece(of, NAMES, kept, None))
                (piece(&broken, kept, sure, None))
                (piece(of, sure.max(kept), end, Some("url(#fade-out)")))
                @if kept - NAMES > LETTERED {
                    text.letter.on-treaty[status.ground == LegalBasis::Treaty] x=(NAMES + 3.0) y=(y + BAR - 1.5) { (status.letter) }
                }
                @if tenure.in_force {
                    path.ink d=(format!("M{} {y} l6 {half} l-6 {half} z", end + 1.0, half = BAR / 2.0)) {}
                }
                @for (age, by) in &tenure.violations {
                    @let x = self.x(age.0);
                    (cross(x, middle, 4.0))
                    @if *by == Breach::ByGuarantor { circle.cross cx=(x) cy=(middle) r="7" {} }
                }
                text.small x=(NAMES + YEARS + 84.0) y=(y + BAR - 1.5) text-anchor="end" { (tenure.kept_label()) }
                text.small x=(NAMES + YEARS + 96.0) y=(y + BAR - 1.5) { (in_words(tenure)) }
            }
        }
    }

    fn legend(&self, y: f64) -> Markup {
        let entry = |x: f64, shape: Markup, label: &str| {
            html! {
                g transform=(format!("translate({} {y})", NAMES + x)) {
                    (shape)
                    text.small x="14" y="4" { (label) }
                }
            }
        };
        let guarantor = html! { (cross(0.0, 0.0, 4.0)) circle.cross cx="0" cy="0" r="7" {} };
        let never_held = match self.never_held {
            0 => String::new(),
            number => format!(
                "{} never held, without an age",
                text::count(number, "proposal")
            ),
        };
        let at = |label: &str| text::width(label) as f64 * LETTER + 40.0;
        html! {
            (entry(0.0, guarantor, "broken by a guarantor"))
            (entry(at("broken by a guarantor"), cross(0.0, 0.0, 4.0), "broken by others"))
            (entry(310.0, html! { path.ink d="M-3 -5 l6 5 l-6 5 z" {} }, "in force, counted to the last event"))
            (entry(580.0, html! { rect.treaty x="-9" y="-5" width="18" height="10" mask="url(#fade-in)" {} }, "no exact day"))
            text.small x=(NAMES + 720.0) y=(y + 4.0) { (never_held) }
        }
    }
}

/// "broken 1914 by a guarantor".
fn in_words(tenure: &Tenure) -> String {
    match tenure.fate {
        Fate::Broken { .. } => format!("broken {}", tenure.fate_label()),
        Fate::Replaced | Fate::Ended | Fate::InForce => tenure.fate_label(),
    }
}
