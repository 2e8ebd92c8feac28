//! What is under the cursor, in words: the signs of a row of the list, or of a row of the lanes on the cursor's day.

use std::collections::HashSet;

use crate::app::view::lanes::opening;
use crate::app::view::lanes::rows::Chosen;
use crate::app::{App, Pane, View};
use crate::lanes::ages::Fate;
use crate::lanes::marks::MarkPart;
use crate::lanes::plan::Moment;
use crate::page::event::stance_tone;
use crate::page::{Line, Piece, Tone, glyphs, signs};
use crate::timeline::status_at::{StatusAt, status_during, status_on};
use crate::timeline::{CountryId, EventId, Span, SpanId, Timeline};
use crate::words::{count, fill, translated};

/// Countries that are told of on a row of the list, at most.
const COUNTRIES: usize = 3;

/// Countries of which one may be named: of an event with very many parties only the first are looked at.
const LOOKED_AT: usize = 100;

/// The words for what the cursor stands on; `None` where there is nothing to say.
pub(super) fn under_cursor(app: &App) -> Option<Line> {
    let location = &app.location;
    let pieces = match (location.view, location.pane) {
        (View::Timeline, Pane::List) if location.is_before_events() => return None,
        (View::Timeline, Pane::List) if location.selection.visible().is_empty() => return None,
        (View::Timeline, Pane::List) => of_event(app, location.selection.selected()),
        (View::Lanes, Pane::List) if location.lanes.ages.shown => of_title(app)?,
        (View::Lanes, Pane::List) => of_lane(app)?,
        (View::Timeline | View::Lanes, Pane::Page) | (View::Article | View::Cases, _) => {
            return None;
        }
    };
    Some(Line {
        pieces: parted(pieces),
        ..Line::default()
    })
}

/// With a dot between what stands for itself.
fn parted(parts: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !pieces.is_empty() {
            pieces.push(Piece::new(" · ", Tone::Dim));
        }
        pieces.extend(part);
    }
    pieces
}

/// A sign in its tone, and the words for it.
fn signed(sign: &str, tone: Tone, words: &str) -> Vec<Piece> {
    vec![
        Piece::new(format!("{sign} "), tone),
        Piece::new(words, Tone::Dim),
    ]
}

/// Of the ages: what the title was, how long it was kept, and what became of it.
fn of_title(app: &App) -> Option<Vec<Vec<Piece>>> {
    let timeline = &app.document.timeline;
    let tenure = app.location.lanes.ages.chosen_tenure(&app.document)?;
    let status = &timeline[timeline[tenure.span].status];
    let tone = Tone::Status(status.ground);
    let kept = fill("kept {0}", &[&tenure.kept_label()]);
    let fate = tenure.fate_label();
    let fate = match tenure.fate {
        Fate::Broken { first, .. } => signed(glyphs::broken(first), Tone::Violation, &fate),
        Fate::InForce => signed(glyphs::IN_FORCE, tone, &fate),
        Fate::Replaced | Fate::Ended => vec![Piece::new(fate, Tone::Dim)],
    };
    Some(vec![
        vec![Piece::new(tenure.name(timeline), Tone::Plain)],
        signed(glyphs::texture(status.ground), tone, &status.label),
        vec![Piece::new(kept, Tone::Dim)],
        fate,
    ])
}

/// The kind of the event, what it is to the lines of the countries that it is about, and to the claim that marks it.
fn of_event(app: &App, id: EventId) -> Vec<Vec<Piece>> {
    let timeline = &app.document.timeline;
    let event = &timeline[id];
    let mut parts = Vec::new();
    if let Some(kind) = event.kind.map(|kind| &timeline[kind]) {
        let sign = match app.setup.ascii {
            true => &kind.ascii,
            false => &kind.symbol,
        };
        let tone = match event.breach {
            Some(_) => Tone::Violation,
            None => Tone::Dim,
        };
        parts.push(signed(sign, tone, &kind.label.to_lowercase()));
    }
    let countries = countries(timeline, id);
    let lines = countries
        .iter()
        .map(|country| of_line(timeline, *country, id));
    parts.extend(lines.filter(|line| !line.is_empty()).take(COUNTRIES));
    if let Some(link) = app.selection().filter().choices.marking_link(event) {
        let mark = timeline[link.passage].mark();
        let stance = Piece::new(translated(link.stance.word()), stance_tone(link.stance));
        parts.push(vec![Piece::new(format!("{mark} "), Tone::Accent), stance]);
    }
    parts
}

/// Those whose lines begin, break or end with the event, then its other parties.
fn countries(timeline: &Timeline, event: EventId) -> Vec<CountryId> {
    let spans = timeline.spans.iter();
    let touched = spans.filter(|span| {
        span.begins == event || span.ends == Some(event) || span.violated_by.contains(&event)
    });
    let touched = touched.map(|span| span.country);
    let parties = timeline[event].parties.iter().map(|party| party.country);
    let mut met = HashSet::new();
    let each_once = touched
        .chain(parties)
        .filter(|country| met.insert(*country));
    each_once.take(LOOKED_AT).collect()
}

/// "✕ Belgium violated, by treaty since 1839": the sign on the country's line at an event. What begins is told before
/// what ends by the same act.
fn of_line(timeline: &Timeline, country: CountryId, event: EventId) -> Vec<Piece> {
    let name = &timeline[country].name;
    let find = |is_meant: &dyn Fn(&Span) -> bool| {
        SpanId::all(timeline).find(|id| {
            let span = &timeline[*id];
            span.country == country && is_meant(span)
        })
    };
    if let Some(span) = find(&|span| span.violated_by.contains(&event)) {
        let words = fill("{0} violated, {1}", &[name, &since(timeline, span)]);
        return signed(glyphs::VIOLATED, Tone::Violation, &words);
    }
    let ended = find(&|span| span.ends == Some(event));
    if let Some(begun) = find(&|span| span.begins == event) {
        let ground = timeline[timeline[begun].status].ground;
        let words = fill("{0} {1} from here", &[name, &signs::basis(ground)]);
        let words = match ended {
            Some(ended) => fill(
                "{0}; ends what began in {1}",
                &[&words, &year(timeline, ended)],
            ),
            None => words,
        };
        return signed(glyphs::beginning(ground), Tone::Status(ground), &words);
    }
    if let Some(span) = ended {
        let words = fill("{0} ends, {1}", &[name, &since(timeline, span)]);
        return signed(glyphs::ENDS, Tone::Dim, &words);
    }
    let day = timeline[event].date.representative_day();
    let statuses = status_on(timeline, country, day);
    let held = |status_at| held(timeline, country, status_at);
    statuses.first().map_or_else(Vec::new, held)
}

/// "┃ Belgium by treaty since 1839", and where it was violated before, that.
fn held(timeline: &Timeline, country: CountryId, status_at: &StatusAt) -> Vec<Piece> {
    let (span, name) = (&timeline[status_at.span], &timeline[country].name);
    let words = format!("{name} {}", since(timeline, status_at.span));
    let ground = timeline[span.status].ground;
    match status_at.violated.first() {
        None => signed(glyphs::line(ground), Tone::Status(ground), &words),
        Some((event, _)) => {
            let year = timeline[*event].date.years_label();
            let words = fill("{0}, violated {1}", &[&words, &year]);
            signed(glyphs::LINE_AFTER_VIOLATION, Tone::Violation, &words)
        }
    }
}

/// "by treaty since 1839".
fn since(timeline: &Timeline, span: SpanId) -> String {
    let basis = signs::basis(timeline[timeline[span].status].ground);
    fill("{0} since {1}", &[&basis, &year(timeline, span)])
}

/// The year in which a status began.
fn year(timeline: &Timeline, span: SpanId) -> String {
    timeline[span].begin_date.years_label()
}

/// The mark at the cursor, and the status of its day; `None` where the lanes have no row.
fn of_lane(app: &App) -> Option<Vec<Vec<Piece>>> {
    let (timeline, lanes, plan) = (
        &app.document.timeline,
        &app.location.lanes,
        app.document.plan(),
    );
    if let Some(Chosen::Group(at)) = lanes.chosen {
        let group = plan.groups.get(at)?;
        let words = count(group.lanes.len(), "row");
        let words = format!("{}, {words}", translated(group.title));
        return Some(vec![vec![Piece::new(words, Tone::Dim)]]);
    }
    let lane = lanes.chosen_lane(plan)?;
    let mark = match opening::moments_at_cursor(app) {
        [] => Vec::new(),
        [moment] => {
            let (sign, tone) = sign(moment.part);
            let title = timeline[moment.event].short_title();
            let name = signs::name_in_lanes(timeline, sign).unwrap_or_default();
            signed(sign, tone, &format!("{name}: {title}"))
        }
        several => {
            let number = several.len();
            let words = fill("{0} here", &[&count(number, "event")]);
            // A violation is drawn before any number, and named before it too.
            let is_violation = |moment: &&Moment| moment.part == MarkPart::Violated;
            match several.iter().find(is_violation) {
                Some(moment) => {
                    let title = timeline[moment.event].short_title();
                    let words = fill("violation: {0}; {1}", &[&title, &words]);
                    signed(glyphs::VIOLATED, Tone::Violation, &words)
                }
                // A number says itself how many there are.
                None if number < 10 => vec![Piece::new(words, Tone::Dim)],
                None => signed(glyphs::MANY, Tone::Plain, &words),
            }
        }
    };
    let (first, last) = lanes.time();
    let statuses = status_during(timeline, lane.country, first, last);
    let band = statuses.first().map_or_else(
        || {
            let words = fill("{0} without a status", &[&timeline[lane.country].name]);
            vec![Piece::new(words, Tone::Dim)]
        },
        |status_at| of_band(timeline, lane.country, status_at),
    );
    Some(vec![mark, band])
}

/// "█ T Belgium by treaty since 1839".
fn of_band(timeline: &Timeline, country: CountryId, status_at: &StatusAt) -> Vec<Piece> {
    let status = &timeline[timeline[status_at.span].status];
    let held = held(timeline, country, status_at);
    let words = held.into_iter().skip(1);
    let (sign, tone) = match status_at.violated.is_empty() {
        true => (glyphs::texture(status.ground), Tone::Status(status.ground)),
        false => (glyphs::BAND_AFTER_VIOLATION, Tone::Violation),
    };
    let letter = format!("{sign} {} ", status.letter);
    [Piece::new(letter, tone)]
        .into_iter()
        .chain(words)
        .collect()
}

/// The sign of a single mark.
fn sign(part: MarkPart) -> (&'static str, Tone) {
    match part {
        MarkPart::Violated => (glyphs::VIOLATED, Tone::Violation),
        MarkPart::Violator => (glyphs::AS_VIOLATOR, Tone::Violation),
        MarkPart::Neutral => (glyphs::AS_NEUTRAL, Tone::Plain),
        MarkPart::Guarantor => (glyphs::AS_GUARANTOR, Tone::Plain),
        MarkPart::Other => (glyphs::OTHERWISE, Tone::Plain),
    }
}

#[cfg(test)]
mod tests {
    use crate::app::input::{Input, Key, Size};
    use crate::app::{App, View};
    use crate::timeline::{Timeline, samples};

    fn words(timeline: Timeline, keys: &str) -> String {
        let mut app = App::new(timeline).unwrap();
        let (columns, rows) = (120, 40);
        app.handle(Input::Resize(Size { columns, rows }));
        for key in keys.split_whitespace() {
            app.handle(Input::Key(Key::named(key).unwrap()));
        }
        let line = app.under_cursor();
        line.map_or_else(String::new, |(line, _)| line.plain())
    }

    #[test]
    fn the_signs_of_a_row_are_told_in_words() {
        let check = |keys: &str, expected: &str| {
            assert_eq!(words(samples::cases(), keys), expected, "{keys}");
        };
        check(
            "",
            "◆ neutralisation · ◆ Switzerland guaranteed from here · ¶6 supports",
        );
        check(
            "w w",
            "✕ violation · ✕ Belgium violated, guaranteed since 1839 · ¶8 supports",
        );
        check("Enter", "");
        check("3", "");
        check("4", "");
        // The row that is chosen opens, and so do its marks.
        check(
            "2 w",
            "✕ violation: Germany occupies Luxembourg · ╌ T Luxembourg guaranteed since 1867, violated 1914",
        );
        check(
            "2 w z",
            "✕ violation: Germany occupies Luxembourg · ╌ T Luxembourg guaranteed since 1867, violated 1914",
        );
    }

    #[test]
    fn a_low_screen_has_no_row_for_it() {
        let mut app = App::new(samples::small()).unwrap();
        let (columns, rows) = (80, 18);
        app.handle(Input::Resize(Size { columns, rows }));
        assert!(app.under_cursor().is_none());
        assert_eq!(app.location().view, View::Timeline);
    }
}
