//! A timeline that chance has made, as a table of what is in it, and written as the file that the program reads.
//!
//! What a test expects is worked out from these tables and never from what the program made of the file.

use std::fmt::Write as _;

use super::chance::Chance;
use super::dates::{Day, LAST, MadeDate, any_date};

/// Words of titles and texts: none of them is in a date, and each has letters to be folded or wide ones.
pub const WORDS: [&str; 12] = [
    "Zorlan",
    "Quézal",
    "vizquel",
    "Žibrava",
    "ZOQUE",
    "quïnz",
    "Їжzак",
    "zwölqe",
    "中立zo",
    "ﬁzqua",
    "Ązzura",
    "oqzen",
];

/// The same words as somebody types them who has no such letters, in the same order.
pub const PLAIN_WORDS: [&str; 12] = [
    "zorlan",
    "quezal",
    "vizquel",
    "zibrava",
    "zoque",
    "quinz",
    "їжzак",
    "zwolqe",
    "中立zo",
    "fizqua",
    "azzura",
    "oqzen",
];

pub const COUNTRIES: usize = 5;
pub const ROLES: [&str; 4] = ["host", "pledger", "breaker", "guest"];
pub const KINDS: usize = 3;
pub const STATUSES: usize = 3;
pub const PASSAGES: usize = 3;
pub const SOURCES: usize = 3;
pub const STANCES: [&str; 3] = ["supports", "complicates", "context"];

#[derive(Debug, Clone)]
pub struct MadeEvent {
    pub id: String,
    pub date: MadeDate,
    /// Places of the words of its title, and of its text, in [`WORDS`].
    pub title: Vec<usize>,
    pub text: Vec<usize>,
    pub kind: Option<usize>,
    pub importance: Option<u8>,
    pub place: Option<usize>,
    pub tags: Vec<usize>,
    /// Countries, each with its role.
    pub parties: Vec<(usize, usize)>,
    /// Stages, each with its date.
    pub milestones: Vec<(&'static str, MadeDate)>,
    /// Passages, each with a stance.
    pub links: Vec<(usize, usize)>,
    pub sources: Vec<usize>,
}

#[derive(Debug, Clone)]
pub struct MadeSpan {
    pub country: usize,
    pub status: usize,
    /// An event, and the milestone of it that counts.
    pub begins: (usize, Option<usize>),
    pub ends: Option<(usize, Option<usize>)>,
    pub violated_by: Vec<usize>,
}

#[derive(Debug, Clone)]
pub struct Made {
    /// In the order of the file.
    pub events: Vec<MadeEvent>,
    pub spans: Vec<MadeSpan>,
}

/// A name made of letters only, so that no figure stands where a date is looked for.
pub fn name(letter: char, number: usize) -> String {
    let letters = [number / 26, number % 26].map(|at| char::from(b'a' + at as u8));
    format!("{letter}{}{}", letters[0], letters[1])
}

fn some(chance: &mut Chance, most: usize, below: usize) -> Vec<usize> {
    let mut found: Vec<usize> = (0..chance.below(most + 1))
        .map(|_| chance.below(below))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

impl Made {
    /// A timeline of so many events.
    pub fn new(chance: &mut Chance, events: usize) -> Self {
        let mut made = Made {
            events: (0..events).map(|at| event(chance, at)).collect(),
            spans: Vec::new(),
        };
        for _ in 0..chance.below(10) {
            let span = made.any_span(chance);
            let collides =
                |span: &MadeSpan| made.spans.iter().any(|other| made.collide(span, other));
            let span = span.filter(|span| !collides(span));
            made.spans.extend(span);
        }
        made
    }

    /// A span that the program has no reason to refuse.
    fn any_span(&self, chance: &mut Chance) -> Option<MadeSpan> {
        let end = |chance: &mut Chance| {
            let event = chance.below(self.events.len());
            let stages = self.events[event].milestones.len();
            let milestone = (stages > 0 && chance.once_in(2)).then(|| chance.below(stages));
            (event, milestone)
        };
        let begins = end(chance);
        let ends = (!chance.once_in(4)).then(|| end(chance));
        let first = self.date_at(begins);
        let last = ends.map(|ends| self.date_at(ends));
        if last.is_some_and(|last| last.last() < first.first()) {
            return None;
        }
        let within = |event: &usize| {
            let date = &self.events[*event].date;
            date.last() >= first.first() && last.is_none_or(|last| date.first() <= last.last())
        };
        let violated_by = some(chance, 3, self.events.len());
        Some(MadeSpan {
            country: chance.below(COUNTRIES),
            status: chance.below(STATUSES),
            begins,
            ends,
            violated_by: violated_by.into_iter().filter(within).collect(),
        })
    }

    /// Whether a country has a status twice at once, which the program would refuse.
    fn collide(&self, one: &MadeSpan, other: &MadeSpan) -> bool {
        let first = |span: &MadeSpan| self.date_at(span.begins).first();
        let last = |span: &MadeSpan| span.ends.map_or(LAST, |ends| self.date_at(ends).last());
        (one.country, one.status) == (other.country, other.status)
            && first(one) <= last(other)
            && first(other) <= last(one)
    }

    /// The date of an event, or of a milestone of it.
    pub fn date_at(&self, (event, milestone): (usize, Option<usize>)) -> &MadeDate {
        let event = &self.events[event];
        milestone.map_or(&event.date, |at| &event.milestones[at].1)
    }

    /// All dates that the file has.
    pub fn dates(&self) -> impl Iterator<Item = &MadeDate> {
        self.events.iter().flat_map(|event| {
            let milestones = event.milestones.iter().map(|(_, date)| date);
            std::iter::once(&event.date).chain(milestones)
        })
    }

    /// The events in the order in which they are shown: by time, and where that is the same by the file.
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.events.len()).collect();
        order.sort_by_key(|at| self.events[*at].date.place());
        order
    }

    /// A day at which something may change, or any other.
    pub fn any_day(&self, chance: &mut Chance) -> Day {
        let event = &self.events[chance.below(self.events.len())];
        let days = [event.date.earliest, event.date.latest];
        let near = days[chance.below(2)].filter(|_| !chance.once_in(4));
        let day = near.unwrap_or_else(|| super::dates::any_day(chance));
        match chance.below(3) {
            0 => super::dates::day_before(day),
            1 => super::dates::day_after(day),
            _ => day,
        }
    }

    /// The file.
    pub fn toml(&self) -> String {
        let mut file = String::from(
            "format = 1\n[timeline]\ntitle = \"Made\"\n[article]\ntitle = \"Claims\"\nauthor = \"Zed\"\n",
        );
        for (at, word) in WORDS.iter().enumerate().take(PASSAGES) {
            let id = name('p', at);
            let _ = writeln!(
                file,
                "[[article.passages]]\nid = \"{id}\"\nparagraph = {}\nheading = \"{word}\"\nclaim = \"{word} {word}.\"\nrecord = \"{word}.\"",
                at + 1
            );
        }
        for at in 0..COUNTRIES {
            let letter = char::from(b'A' + at as u8);
            let _ = writeln!(
                file,
                "[countries.{}]\nname = \"{letter}zqland\"\ncode = \"{letter}Q\"",
                name('c', at)
            );
        }
        for (role, part) in ROLES.iter().zip(["neutral", "guarantor", "violator", ""]) {
            let _ = writeln!(file, "[roles.{role}]\nlabel = \"Zq{role}\"");
            if !part.is_empty() {
                let _ = writeln!(file, "part = \"{part}\"");
            }
        }
        for at in 0..KINDS {
            let sign = ["◆", "□", "△"][at];
            let _ = writeln!(
                file,
                "[kinds.{}]\nlabel = \"Kqz{sign}\"\nsymbol = \"{sign}\"\nascii = \"{}\"",
                name('k', at),
                ["*", "=", "^"][at]
            );
        }
        for at in 0..STATUSES {
            let (letter, ground) = (["T", "D", "P"][at], ["guarantee", "own act", "policy"][at]);
            let _ = writeln!(
                file,
                "[statuses.{}]\nlabel = \"Sqz{letter}\"\nletter = \"{letter}\"\nground = \"{ground}\"",
                name('s', at)
            );
        }
        for (at, word) in WORDS.iter().enumerate().take(SOURCES) {
            let id = name('b', at);
            let _ = writeln!(
                file,
                "[sources.{id}]\ntype = \"book\"\ntitle = \"Bqz {word}\"\nauthor = \"Zqauthor, Q.\"\nurl = \"https://example.org/{id}\""
            );
        }
        for event in &self.events {
            event.write(&mut file);
        }
        for span in &self.spans {
            self.write_span(span, &mut file);
        }
        self.write_cases(&mut file);
        file
    }

    fn write_span(&self, span: &MadeSpan, file: &mut String) {
        let _ = writeln!(
            file,
            "[[spans]]\ncountry = \"{}\"\nstatus = \"{}\"",
            name('c', span.country),
            name('s', span.status)
        );
        let mut end = |word: &str, (event, milestone): (usize, Option<usize>)| {
            let event = &self.events[event];
            let _ = writeln!(file, "{word} = \"{}\"", event.id);
            if let Some(at) = milestone {
                let _ = writeln!(file, "{word}_at = \"{}\"", event.milestones[at].0);
            }
        };
        end("begins", span.begins);
        if let Some(ends) = span.ends {
            end("ends", ends);
        }
        let ids: Vec<String> = span
            .violated_by
            .iter()
            .map(|event| format!("\"{}\"", self.events[*event].id))
            .collect();
        if !ids.is_empty() {
            let _ = writeln!(file, "violated_by = [{}]", ids.join(", "));
        }
    }

    fn write_cases(&self, file: &mut String) {
        for (at, word) in WORDS.iter().enumerate().take(2) {
            let _ = writeln!(
                file,
                "[[criteria]]\nid = \"{}\"\nquestion = \"Zq {}?\"\npassage = \"{}\"",
                name('q', at),
                word,
                name('p', at)
            );
        }
        for (at, event) in self.events.iter().take(3).enumerate() {
            let _ = writeln!(
                file,
                "[[cases]]\nid = \"{}\"\ntitle = \"Case {}\"\ncountry = \"{}\"\nestablished_by = \"{}\"\noutcome = \"breached\"\n[cases.answers]\n{} = {{ answer = \"yes\", note = \"{}.\", events = [\"{}\"] }}",
                name('a', at),
                WORDS[at],
                name('c', at),
                event.id,
                name('q', at % 2),
                WORDS[at],
                event.id
            );
        }
    }
}

fn event(chance: &mut Chance, at: usize) -> MadeEvent {
    let stages = ["ratified", "in force", "repealed"];
    let mut parties: Vec<(usize, usize)> = (0..chance.below(4))
        .map(|_| (chance.below(COUNTRIES), chance.below(ROLES.len())))
        .collect();
    parties.sort_unstable();
    parties.dedup();
    let mut links: Vec<(usize, usize)> = (0..chance.below(3))
        .map(|_| (chance.below(PASSAGES), chance.below(STANCES.len())))
        .collect();
    links.sort_unstable();
    links.dedup_by_key(|(passage, _)| *passage);
    let milestones = (0..chance.below(3)).map(|stage| {
        (
            stages[stage],
            loop {
                let date = any_date(chance);
                if !date.is_doubtful {
                    break date;
                }
            },
        )
    });
    MadeEvent {
        id: name('e', at),
        milestones: milestones.collect(),
        date: any_date(chance),
        title: (0..1 + chance.below(4))
            .map(|_| chance.below(WORDS.len()))
            .collect(),
        text: (0..chance.below(30))
            .map(|_| chance.below(WORDS.len()))
            .collect(),
        kind: (!chance.once_in(4)).then(|| chance.below(KINDS)),
        importance: (!chance.once_in(3)).then(|| chance.within(1, 3) as u8),
        place: (!chance.once_in(3)).then(|| chance.below(3)),
        tags: some(chance, 2, 3),
        parties,
        links,
        sources: some(chance, 2, SOURCES),
    }
}

fn in_words(words: &[usize]) -> String {
    let words: Vec<&str> = words.iter().map(|at| WORDS[*at]).collect();
    words.join(" ")
}

/// Items of a list, each written in its own way.
fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(write).collect();
    format!("[{}]", items.join(", "))
}

impl MadeEvent {
    /// Its title, with its name at the end so that no two are the same.
    pub fn title(&self) -> String {
        format!("{} {}", in_words(&self.title), self.id)
    }

    fn write(&self, file: &mut String) {
        let _ = writeln!(
            file,
            "[[events]]\nid = \"{}\"\ndate = \"{}\"\ntitle = \"{}\"",
            self.id,
            self.date.written,
            self.title()
        );
        if self.date.is_doubtful {
            file.push_str("basis = \"Nobody knows.\"\n");
        }
        if let Some(kind) = self.kind {
            let _ = writeln!(file, "kind = \"{}\"", name('k', kind));
        }
        if let Some(importance) = self.importance {
            let _ = writeln!(file, "importance = {importance}");
        }
        if let Some(place) = self.place {
            let _ = writeln!(file, "place = \"Plqz {}\"", WORDS[place]);
        }
        if !self.text.is_empty() {
            let _ = writeln!(file, "text = \"{}.\"", in_words(&self.text));
        }
        let _ = writeln!(
            file,
            "tags = {}",
            list(&self.tags, |tag| format!("\"{}\"", name('t', *tag)))
        );
        let _ = writeln!(
            file,
            "parties = {}",
            list(&self.parties, |(country, role)| {
                format!(
                    "{{ country = \"{}\", role = \"{}\" }}",
                    name('c', *country),
                    ROLES[*role]
                )
            })
        );
        let _ = writeln!(
            file,
            "milestones = {}",
            list(&self.milestones, |(stage, date)| {
                format!("{{ stage = \"{stage}\", date = \"{}\" }}", date.written)
            })
        );
        let _ = writeln!(
            file,
            "article = {}",
            list(&self.links, |(passage, stance)| {
                format!(
                    "{{ passage = \"{}\", stance = \"{}\", because = \"Zq.\" }}",
                    name('p', *passage),
                    STANCES[*stance]
                )
            })
        );
        let _ = writeln!(
            file,
            "sources = {}",
            list(&self.sources, |source| {
                format!("{{ source = \"{}\" }}", name('b', *source))
            })
        );
    }
}
