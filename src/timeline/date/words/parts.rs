//! The parts of a date as they are written: figures and words, of which some may be missing.

use super::vocabulary::{Word, meaning};

/// Which side of the first year a year is counted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reckoning {
    BeforeChrist,
    AnnoDomini,
}

/// What is written of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    One(i64),
    /// By its first year, as it is written: 1830, or only 30.
    Decade(i64),
    /// By its first year, 1800.
    Hundreds(i64),
    /// By its number.
    Century(i64),
    /// By its number.
    Millennium(i64),
}

/// A date of which something may be missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub era: Option<Reckoning>,
    pub years: Option<Years>,
    /// A part of the year by its code in EDTF: a season, a quarter, a half.
    pub part: Option<u8>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// A small figure alone: a day, a month or the end of a year, as what stands beside it says.
    pub bare: Option<i64>,
    /// Whether that figure has one digit: "1805–6" ends in the same ten years, and "1805–06" in the same hundred.
    pub bare_is_a_digit: bool,
    /// A number in its order alone, as in "18th–19th century".
    pub ordinal: Option<i64>,
    pub about: bool,
    pub doubtful: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// A figure, and how many digits it has.
    Figure(i64, usize),
    Word(Word),
}

/// Figures and words, which spaces, commas and full stops part; `None` where anything else is among them.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let run = |is: &dyn Fn(char) -> bool| rest.find(|sign| !is(sign)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            let end = run(&|sign| sign.is_ascii_digit());
            tokens.push(Token::Figure(rest.get(..end)?.parse().ok()?, end));
            end
        } else if first.is_alphabetic() {
            let end = run(&|sign| sign.is_alphabetic());
            let joined = rest.starts_with("twenty-first");
            let end = if joined { "twenty-first".len() } else { end };
            tokens.push(Token::Word(meaning(rest.get(..end)?)?));
            end
        } else {
            match first {
                '?' => tokens.push(Token::Word(Word::Doubtful)),
                '~' => tokens.push(Token::Word(Word::About)),
                ' ' | ',' | '.' | '(' | ')' | '[' | ']' => {}
                _ => return None,
            }
            first.len_utf8()
        };
        rest = rest.get(end..)?;
    }
    Some(tokens)
}

/// The parts that stand in a text, each at most once.
pub(super) fn parts(text: &str) -> Option<Parts> {
    // Full stops alone say nothing of a date, and of a range they may mean that it is open.
    let tokens = tokens(text).filter(|tokens| !tokens.is_empty())?;
    let figures = tokens
        .iter()
        .filter(|token| matches!(token, Token::Figure(..)));
    let figures = figures.count();
    let mut parts = Parts::default();
    let mut small: Vec<(i64, usize)> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1);
        at += 1;
        match *token {
            Token::Figure(figure, digits) => match next {
                Some(Token::Word(Word::OrdinalEnding)) => {
                    at += 1;
                    set(&mut parts.ordinal, figure)?;
                }
                Some(Token::Word(Word::Plural)) if figure % 10 == 0 => {
                    at += 1;
                    set(&mut parts.years, many(figure, digits))?;
                }
                _ if digits > 4 || figure == 0 => return None,
                _ if digits > 2 => set(&mut parts.years, Years::One(figure))?,
                _ => small.push((figure, digits)),
            },
            Token::Word(word) => match word {
                Word::Month(month) => set(&mut parts.month, month)?,
                // "XIX century" says which one; "4 VIII 1914" says the month.
                Word::Roman(number)
                    if matches!(
                        next,
                        Some(Token::Word(Word::Century | Word::AboutOrCentury))
                    ) =>
                {
                    set(&mut parts.ordinal, number.into())?;
                }
                Word::Roman(month @ 1..=12) if figures > 1 => set(&mut parts.month, month)?,
                Word::Season(code) => set(&mut parts.part, code)?,
                Word::Southern => {
                    let Some(Token::Word(Word::Season(code))) = next else {
                        return None;
                    };
                    at += 1;
                    // EDTF counts four seasons, four northern ones and four southern ones.
                    set(&mut parts.part, code + 8)?;
                }
                Word::BeforeChrist => set(&mut parts.era, Reckoning::BeforeChrist)?,
                Word::AnnoDomini => set(&mut parts.era, Reckoning::AnnoDomini)?,
                // "19th c." is a century, "c. 1914" is not.
                Word::AboutOrCentury if parts.ordinal.is_some() => {
                    let number = parts.ordinal.take()?;
                    set(&mut parts.years, Years::Century(number))?;
                }
                Word::About | Word::AboutOrCentury => parts.about = true,
                Word::Doubtful => parts.doubtful = true,
                // "The last third of 1914": a third is an ordinal too.
                Word::Ordinal(3) if parts.ordinal.is_some() => {
                    let of = parts.ordinal.take()?;
                    set(&mut parts.part, code(36, of, 3)?)?;
                }
                Word::Ordinal(number) => set(&mut parts.ordinal, number)?,
                Word::Decade => match parts.years {
                    Some(Years::Hundreds(first)) => parts.years = Some(Years::Decade(first)),
                    Some(Years::Decade(_)) => {}
                    _ => return None,
                },
                Word::Century => {
                    let number = parts.ordinal.take()?;
                    set(&mut parts.years, Years::Century(number))?;
                }
                Word::Millennium => {
                    let number = parts.ordinal.take()?;
                    set(&mut parts.years, Years::Millennium(number))?;
                }
                Word::Half => {
                    let of = parts.ordinal.take()?;
                    set(&mut parts.part, code(39, of, 2)?)?;
                }
                Word::Quarter => {
                    let of = parts.ordinal.take()?;
                    set(&mut parts.part, code(32, of, 4)?)?;
                }
                Word::QuarterLetter | Word::HalfLetter => {
                    let Some(Token::Figure(of, 1)) = next else {
                        return None;
                    };
                    at += 1;
                    let (base, most) = if word == Word::HalfLetter {
                        (39, 2)
                    } else {
                        (32, 4)
                    };
                    set(&mut parts.part, code(base, *of, most)?)?;
                }
                Word::Empty => {}
                Word::Roman(_) | Word::OrdinalEnding | Word::Plural => return None,
            },
        }
    }
    settled(parts, &small)
}

/// Gives the small figures their place: the year where an era is named, the day where a month is, else none yet.
fn settled(mut parts: Parts, small: &[(i64, usize)]) -> Option<Parts> {
    let mut small = small.to_vec();
    // "4th August": the number in its order is the day.
    if parts.month.is_some()
        && let Some(day) = parts.ordinal.take()
    {
        small.insert(0, (day, 2));
    }
    if parts.era.is_some()
        && parts.years.is_none()
        && let Some((year, _)) = small.pop()
    {
        parts.years = Some(Years::One(year));
    }
    if (parts.month.is_some() || matches!(parts.years, Some(Years::One(_))))
        && parts.day.is_none()
        && let Some((day, _)) = small.pop()
    {
        parts.day = Some(u8::try_from(day).ok()?);
    }
    if let Some((figure, digits)) = small.pop() {
        (parts.bare, parts.bare_is_a_digit) = (Some(figure), digits == 1);
    }
    small.is_empty().then_some(parts)
}

/// The code of EDTF for one of the parts of a year; of a last one only thirds and halves speak.
fn code(base: u8, of: i64, most: i64) -> Option<u8> {
    (1..=most)
        .contains(&of)
        .then(|| u8::try_from(of).ok())?
        .map(|of| base + of)
}

/// "1830s" is a decade and "1800s" a century; "30s" is a decade of a century to be told.
fn many(figure: i64, digits: usize) -> Years {
    if digits > 2 && figure % 100 == 0 {
        Years::Hundreds(figure)
    } else {
        Years::Decade(figure)
    }
}

fn set<T>(part: &mut Option<T>, value: T) -> Option<()> {
    part.replace(value).is_none().then_some(())
}
