//! What is made of several dates or of one side of a date: "1914–18", "before 1914", "4 or 5 August 1914".

use super::Habit;
use super::parts::{Parts, Reckoning, Years};
use super::point::{self, Point, Side, complete};
use super::unknown;

/// Words before a date, and what they say of it.
const BEFORE: [(&str, Bound); 23] = [
    ("not before", Bound::AtOrAfter),
    ("no earlier than", Bound::AtOrAfter),
    ("not after", Bound::AtOrBefore),
    ("not later than", Bound::AtOrBefore),
    ("no later than", Bound::AtOrBefore),
    ("on or before", Bound::AtOrBefore),
    ("on or after", Bound::AtOrAfter),
    ("in or before", Bound::AtOrBefore),
    ("in or after", Bound::AtOrAfter),
    ("at or before", Bound::AtOrBefore),
    ("by", Bound::AtOrBefore),
    ("before", Bound::Before),
    ("prior to", Bound::Before),
    ("earlier than", Bound::Before),
    ("after", Bound::After),
    ("later than", Bound::After),
    ("since", Bound::Since),
    ("from", Bound::Since),
    ("starting", Bound::Since),
    ("until", Bound::Until),
    ("till", Bound::Until),
    ("up to", Bound::Until),
    ("to", Bound::Until),
];

/// Words behind a date.
const BEHIND: [(&str, Bound); 14] = [
    (" or earlier", Bound::AtOrBefore),
    (" or before", Bound::AtOrBefore),
    (" at the latest", Bound::AtOrBefore),
    (" or later", Bound::AtOrAfter),
    (" or after", Bound::AtOrAfter),
    (" at the earliest", Bound::AtOrAfter),
    (" and earlier", Bound::Until),
    (" and before", Bound::Until),
    (" and later", Bound::Since),
    (" and after", Bound::Since),
    (" onwards", Bound::Since),
    (" onward", Bound::Since),
    (" on", Bound::Since),
    ("–", Bound::Since),
];

/// The end of what has not ended.
const OPEN: [&str; 8] = [
    "present",
    "now",
    "today",
    "ongoing",
    "the present",
    "current",
    "..",
    "date",
];

/// Signs and words between two ends, the plainest first.
const BETWEEN: [&str; 10] = [
    " – ",
    " - ",
    " to ",
    " until ",
    " till ",
    " through ",
    "–",
    "..",
    "/",
    "-",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Before,
    AtOrBefore,
    After,
    AtOrAfter,
    Since,
    Until,
}

/// The EDTF spelling of what stands in a text; several where figures can be counted in two ways, none where it is no date.
pub(super) fn read(text: &str, habit: Habit) -> Vec<String> {
    if text.len() <= "-999".len()
        && let Some(both) = before_christ(text)
    {
        return both;
    }
    let text = ["in ", "on ", "during "]
        .into_iter()
        .find_map(|word| {
            text.strip_prefix(word)
                .filter(|rest| !rest.starts_with("or "))
        })
        .unwrap_or(text);
    // "1914 on" goes on, and "on 4 August" says nothing more than the day.
    let found = point_in(text, habit)
        .filter(|_| !text.ends_with(" on"))
        .map(|point| point.edtf(Side::Alone))
        .or_else(|| bound(text, habit))
        .or_else(|| choice(text, habit))
        .or_else(|| between(text, habit))
        .or_else(|| unknown::read(text, habit));
    found.into_iter().collect()
}

/// -44 is 44 BC to who counts from the first year, and 45 BC to astronomers.
pub(super) fn before_christ(text: &str) -> Option<Vec<String>> {
    let figures = text.strip_prefix(['-', '–'])?;
    let is_year =
        (1..=4).contains(&figures.len()) && figures.bytes().all(|digit| digit.is_ascii_digit());
    let year: i64 = figures.parse().ok().filter(|year| is_year && *year > 0)?;
    let one = |year: i64| {
        let unit = point::CalendarUnit::Years(year, year);
        Point {
            unit,
            about: false,
            doubtful: false,
        }
        .edtf(Side::Alone)
    };
    Some(vec![one(1 - year), one(-year)])
}

fn point_in(text: &str, habit: Habit) -> Option<Point> {
    complete(&point::read(text, habit)?)
}

/// A date of which one side is open.
fn bound(text: &str, habit: Habit) -> Option<String> {
    let before = BEFORE
        .iter()
        .filter_map(|(words, bound)| Some((text.strip_prefix(words)?.strip_prefix(' ')?, *bound)));
    let behind = BEHIND.iter().filter_map(|(words, bound)| {
        let rest = text.strip_suffix(words)?;
        Some((rest.strip_prefix("from ").unwrap_or(rest), *bound))
    });
    before.chain(behind).find_map(|(rest, bound)| {
        let point = point_in(rest.trim(), habit)?;
        Some(match bound {
            Bound::Before => format!("[..{}]", point.before()?.edtf(Side::First)),
            Bound::AtOrBefore => format!("[..{}]", point.edtf(Side::Last)),
            Bound::After => format!("[{}..]", point.after()?.edtf(Side::Last)),
            Bound::AtOrAfter => format!("[{}..]", point.edtf(Side::First)),
            Bound::Since => format!("{}/..", point.edtf(Side::First)),
            Bound::Until => format!("../{}", point.edtf(Side::Last)),
        })
    })
}

/// "1914 or 1915", "4 and 6 August 1914", "between 1914 and 1918".
fn choice(text: &str, habit: Habit) -> Option<String> {
    let between = match text.strip_prefix("between ") {
        Some(rest) => Some(
            rest.split_once(" and ")
                .or_else(|| rest.split_once(" & "))?,
        ),
        None => text.split_once('×'),
    };
    if let Some((from, to)) = between {
        let years_alone = |text: &str| {
            let mut parts = point::read(text.trim(), habit)?;
            // "Between 47 and 50": what stands alone between two ends is a year.
            if let (None, Some(year)) = (parts.month, parts.bare) {
                (parts.years, parts.bare) = (Some(Years::One(year)), None);
            }
            complete(&parts)
        };
        let (from, to) =
            ends(from, to, habit).or_else(|| years_alone(from).zip(years_alone(to)))?;
        let is_plain = !from.about && !from.doubtful && !to.about && !to.doubtful;
        let (first, last) = (from.edtf(Side::First), to.edtf(Side::Last));
        // Only two dates of one kind, without doubts, bound a choice; others are as wide as an interval.
        let chosen = format!("[{first}..{last}]");
        return Some(if is_plain && edtf_core::is_valid(&chosen) {
            chosen
        } else {
            format!("{first}/{last}")
        });
    }
    let (word, signs) = [(" or ", "[]"), (" and ", "{}"), (" & ", "{}")]
        .into_iter()
        .find(|(word, _)| text.contains(word))?;
    let (before, last) = text.rsplit_once(word)?;
    let members = members(before, habit)?;
    let mut last = point::read(last.trim(), habit)?;
    // "August 2 and 4, 1914": the month stands with the first day.
    if last.day.is_some() && last.month.is_none() {
        last.month = members.first()?.month;
    }
    let members: Option<Vec<String>> = members
        .into_iter()
        .map(|member| {
            let (member, _) = shared(member, last)?;
            Some(complete(&member)?.edtf(Side::Alone))
        })
        .collect();
    let (open, close) = signs.split_at(1);
    let last = complete(&last)?.edtf(Side::Alone);
    Some(format!("{open}{},{last}{close}", members?.join(",")))
}

/// What is parted by commas, but for the one before a year: "August 2, 1914, August 3, 1914" are two.
fn members(text: &str, habit: Habit) -> Option<Vec<Parts>> {
    let mut texts: Vec<String> = Vec::new();
    for piece in text.split(',').map(str::trim) {
        let parts = |text: &str| point::read(text, habit);
        let is_year = parts(piece).is_some_and(|it| it.years.is_some() && it.month.is_none());
        let lacks_one =
            |text: &String| parts(text).is_some_and(|it| it.month.is_some() && it.years.is_none());
        match texts.last_mut().filter(|text| is_year && lacks_one(text)) {
            Some(dated) => *dated = format!("{dated}, {piece}"),
            None if piece.is_empty() => {}
            None => texts.push(piece.to_owned()),
        }
    }
    texts.iter().map(|text| point::read(text, habit)).collect()
}

/// From one date to another.
fn between(text: &str, habit: Habit) -> Option<String> {
    let text = text.strip_prefix("from ").unwrap_or(text);
    BETWEEN.iter().find_map(|sign| {
        text.match_indices(sign).find_map(|(at, _)| {
            let from = text.get(..at)?.trim();
            let to = text.get(at + sign.len()..)?.trim();
            if from.is_empty() {
                return None;
            }
            if OPEN.contains(&to) || (to.is_empty() && *sign == "-") {
                return Some(format!("{}/..", point_in(from, habit)?.edtf(Side::First)));
            }
            if to == "?" {
                return Some(format!("{}/", point_in(from, habit)?.edtf(Side::First)));
            }
            let is_closed_up = ["–", "-", "/"].contains(sign) && !text.get(..at)?.ends_with(' ');
            if let Some(winter) = one_winter(from, to, habit).filter(|_| is_closed_up) {
                return Some(winter.edtf(Side::Alone));
            }
            let (from, to) = ends(from, to, habit)?;
            let (first, last) = (from.edtf(Side::First), to.edtf(Side::Last));
            Some(format!("{first}/{last}"))
        })
    })
}

/// "Winter 1939/40": a season that is in two years, and no span from one to the other.
fn one_winter(from: &str, to: &str, habit: Habit) -> Option<Point> {
    let (from, to) = (point::read(from, habit)?, point::read(to, habit)?);
    let (Some(Years::One(year)), Some(24 | 30)) = (from.years, from.part) else {
        return None;
    };
    let is_year_after = match (to.years, to.bare) {
        (Some(Years::One(last)), None) => last == year + 1,
        (None, Some(figures)) => figures == (year + 1) % 100,
        _ => false,
    };
    let is_year = to.part.is_none() && to.month.is_none() && to.ordinal.is_none();
    let is_before = [from.era, to.era].contains(&Some(Reckoning::BeforeChrist));
    (is_year_after && is_year && !is_before).then_some(())?;
    complete(&Parts {
        era: from.era.or(to.era),
        doubtful: from.doubtful || to.doubtful,
        ..from
    })
}

/// Both ends, each with what the other says for both.
fn ends(from: &str, to: &str, habit: Habit) -> Option<(Point, Point)> {
    let (from, to) = (
        point::read(from.trim(), habit)?,
        point::read(to.trim(), habit)?,
    );
    let (from, to) = shared(from, to)?;
    complete(&from).zip(complete(&to))
}

/// Completes each of two dates by what only the other says: "4–6 August 1914", "1914–18", "500–400 BC".
fn shared(mut from: Parts, mut to: Parts) -> Option<(Parts, Parts)> {
    first_by_last(&mut from, &to);
    last_by_first(&from, &mut to)?;
    eras(&mut from, &mut to)?;
    // "c. 1914–1918" is about both ends.
    if from.about && !to.about && !to.doubtful {
        to.about = true;
    }
    Some((from, to))
}

fn first_by_last(from: &mut Parts, to: &Parts) {
    if from.years.is_some() {
        return;
    }
    // "2nd–4th August 1914"
    if to.day.is_some() && from.ordinal.is_some() {
        from.bare = from.ordinal.take();
    }
    if let Some(number) = from.ordinal.take() {
        from.years = match to.years {
            Some(Years::Century(_)) => Some(Years::Century(number)),
            Some(Years::Millennium(_)) => Some(Years::Millennium(number)),
            _ => None,
        };
        return;
    }
    match from.bare {
        // "500–400 BC"
        Some(year) if to.day.is_none() && to.month.is_none() && to.era.is_some() => {
            (from.years, from.bare) = (Some(Years::One(year)), None);
            return;
        }
        // "4–6 August 1914"
        Some(day) if to.day.is_some() => {
            from.day = u8::try_from(day).ok();
            (from.month, from.bare) = (to.month, None);
        }
        Some(_) => return,
        None => {}
    }
    if from.month.is_some() || from.part.is_some() {
        from.years = to.years;
    }
}

fn last_by_first(from: &Parts, to: &mut Parts) -> Option<()> {
    // "August 2nd–4th, 1914"
    if from.day.is_some() && to.month.is_none() && to.ordinal.is_some() {
        to.day = to.ordinal.take().and_then(|day| u8::try_from(day).ok());
    }
    // "August 4–6, 1914": the month stands with the first day.
    if to.day.is_some() && to.month.is_none() {
        to.month = from.month;
    }
    // "1830s–40s"
    if let (Some(Years::Decade(first)), Some(Years::Decade(last))) = (from.years, to.years)
        && first >= 100
        && last < 100
    {
        to.years = Some(Years::Decade(first / 100 * 100 + last));
    }
    if to.years.is_some() {
        return Some(());
    }
    match (to.bare, from.years) {
        (Some(figure), _) if from.day.is_some() => {
            (to.day, to.month, to.bare) = (Some(u8::try_from(figure).ok()?), from.month, None);
        }
        (Some(figure), _) if from.month.is_some() => {
            (to.month, to.bare) = (Some(u8::try_from(figure).ok()?), None);
        }
        // "1914–18", "1914–8", "AD 50–79"
        (Some(figure), Some(Years::One(first))) => {
            let kept = match first {
                ..100 => 0,
                _ if to.bare_is_a_digit => first / 10 * 10,
                _ => first / 100 * 100,
            };
            // A single digit that leads nowhere is no end, and may be a month.
            if to.bare_is_a_digit && kept + figure <= first {
                return None;
            }
            (to.years, to.bare) = (Some(Years::One(kept + figure)), None);
            return Some(());
        }
        (Some(_), _) => return None,
        (None, _) => {}
    }
    to.years = from.years;
    Some(())
}

/// An era that stands once counts for both, unless the years would then run backwards or could be of either.
fn eras(from: &mut Parts, to: &mut Parts) -> Option<()> {
    match (from.era, to.era) {
        (None, Some(era)) => from.era = Some(era),
        (Some(Reckoning::AnnoDomini), None) => to.era = Some(Reckoning::AnnoDomini),
        // 44 BC to 14: of which era?
        (Some(Reckoning::BeforeChrist), None) => return None,
        _ => {}
    }
    Some(())
}
