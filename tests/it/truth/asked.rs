//! What is asked for: the filter and the search, beside a plain reading of what they promise.

use std::collections::BTreeMap;

use neutrality::selection::Selection;
use neutrality::selection::facet::Facet;
use neutrality::selection::facet_index::FacetIndex;
use neutrality::selection::filter::Filter;
use neutrality::selection::range::Range;
use neutrality::selection::requirement::Requirement;
use neutrality::selection::search::{Index, Query};
use neutrality::selection::tally::Tally;
use neutrality::selection::value::Value;
use neutrality::timeline::{EventId, Timeline};

use super::chance::Chance;
use super::dates::{Day, FIRST, LAST};
use super::for_each_seed;
use super::made::{
    COUNTRIES, KINDS, Made, MadeEvent, PASSAGES, PLAIN_WORDS, ROLES, STANCES, STATUSES, name,
};
use crate::common::reader::loaded;

/// What is asked of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    Any,
    Every,
    No,
}

/// A filter as somebody would tell it: of facets and values what is asked, of a country in a role that it takes part so,
/// and a time.
#[derive(Debug, Clone, Default)]
struct Asked {
    values: BTreeMap<(usize, String), (Facet, Value, Option<Ask>)>,
    party: Option<(usize, usize)>,
    time: (Day, Day),
}

/// What an event has of a facet, by the keys of its values.
fn has(made: &Made, at: usize, facet: Facet) -> Vec<String> {
    let event = &made.events[at];
    let letters =
        |letter: char, places: &[usize]| places.iter().map(|place| name(letter, *place)).collect();
    match facet {
        Facet::Country => event
            .parties
            .iter()
            .map(|(country, _)| name('c', *country))
            .collect(),
        Facet::Role => event
            .parties
            .iter()
            .map(|(_, role)| ROLES[*role].to_owned())
            .collect(),
        Facet::Kind => event.kind.iter().map(|kind| name('k', *kind)).collect(),
        Facet::Status => {
            let spans = made.spans.iter().filter(|span| {
                let ends = span.ends.map(|(event, _)| event);
                span.begins.0 == at || ends == Some(at) || span.violated_by.contains(&at)
            });
            spans.map(|span| name('s', span.status)).collect()
        }
        Facet::Violation => violation(made, at).into_iter().map(str::to_owned).collect(),
        Facet::Place => event
            .place
            .iter()
            .map(|place| format!("Plqz {}", super::made::WORDS[*place]))
            .collect(),
        Facet::Tag => letters('t', &event.tags),
        Facet::Article => {
            let linked = event.links.iter().map(|(passage, _)| name('p', *passage));
            linked
                .chain((!event.links.is_empty()).then(String::new))
                .collect()
        }
        Facet::Stance => event
            .links
            .iter()
            .map(|(_, stance)| STANCES[*stance].to_owned())
            .collect(),
        Facet::Importance => vec![event.importance.unwrap_or(2).to_string()],
        Facet::Time | Facet::Text | Facet::Marked => Vec::new(),
    }
}

/// Whether an event violates a status, and if one of those who did so had guaranteed that one by the act that began it.
fn violation(made: &Made, at: usize) -> Option<&'static str> {
    let in_part = |event: &MadeEvent, part: usize| -> Vec<usize> {
        let parties = event.parties.iter().filter(|(_, role)| *role == part);
        parties.map(|(country, _)| *country).collect()
    };
    let violators = in_part(&made.events[at], 2);
    let mut violated = made
        .spans
        .iter()
        .filter(|span| span.violated_by.contains(&at))
        .peekable();
    violated.peek()?;
    let by_guarantor = violated.any(|span| {
        let guarantors = in_part(&made.events[span.begins.0], 1);
        violators
            .iter()
            .any(|violator| guarantors.contains(violator))
    });
    Some(if by_guarantor { "guarantor" } else { "others" })
}

impl Asked {
    fn keys(&self, facet: Facet, ask: Ask) -> Vec<&str> {
        let values = self
            .values
            .iter()
            .filter(|(_, (of, _, asked))| *of == facet && *asked == Some(ask));
        values.map(|((_, key), _)| key.as_str()).collect()
    }

    /// Whether the pairs of an event, a country in a role or a passage with a stance, are as is asked.
    fn pairs_suit(&self, pairs: &[(String, String)], (whole, part): (Facet, Facet)) -> bool {
        let (wholes, parts) = (self.keys(whole, Ask::Any), self.keys(part, Ask::Any));
        let is_any = |key: &str| key.is_empty();
        let counts = |pair: &&(String, String)| {
            wholes.is_empty() || wholes.iter().any(|key| is_any(key) || *key == pair.0)
        };
        let suits = |pair: &(String, String)| parts.is_empty() || parts.contains(&pair.1.as_str());
        let found = wholes.is_empty() && parts.is_empty() || pairs.iter().filter(counts).any(suits);
        let refused = pairs
            .iter()
            .filter(counts)
            .any(|pair| self.keys(part, Ask::No).contains(&pair.1.as_str()));
        let left_out = self
            .keys(whole, Ask::No)
            .iter()
            .any(|key| pairs.iter().any(|pair| is_any(key) || *key == pair.0));
        found && !refused && !left_out
    }

    /// The same with one value alone asked for of its facet; `None` where every event must have that one already.
    fn alone(&self, alone: Value, timeline: &Timeline) -> Option<Self> {
        let mut asked = self.clone();
        for (facet, _, now) in asked.values.values_mut() {
            if *facet == alone.facet() && *now == Some(Ask::Any) {
                *now = None;
            }
        }
        let place = (alone.facet() as usize, alone.key(timeline));
        let (_, _, now) = asked
            .values
            .entry(place)
            .or_insert((alone.facet(), alone, None));
        if *now == Some(Ask::Every) {
            return None;
        }
        *now = Some(Ask::Any);
        Some(asked)
    }

    fn keeps(&self, made: &Made, at: usize) -> bool {
        let event = &made.events[at];
        let alone = [
            Facet::Kind,
            Facet::Status,
            Facet::Violation,
            Facet::Place,
            Facet::Tag,
            Facet::Importance,
        ];
        let each_suits = alone.iter().all(|facet| {
            let own = has(made, at, *facet);
            let has_one = |key: &&str| own.iter().any(|own| own == key);
            let (any, none) = (self.keys(*facet, Ask::Any), self.keys(*facet, Ask::No));
            (any.is_empty() || any.iter().any(has_one)) && !none.iter().any(has_one)
        });
        let all_required = Facet::all().all(|facet| {
            let own = has(made, at, facet);
            self.keys(facet, Ask::Every)
                .iter()
                .all(|key| own.iter().any(|own| own == key))
        });
        let pair = |(one, other): (String, &str)| (one, other.to_owned());
        let parties: Vec<_> = event
            .parties
            .iter()
            .map(|(country, role)| pair((name('c', *country), ROLES[*role])))
            .collect();
        let links: Vec<_> = event
            .links
            .iter()
            .map(|(passage, stance)| pair((name('p', *passage), STANCES[*stance])))
            .collect();
        each_suits
            && all_required
            && self.pairs_suit(&parties, (Facet::Country, Facet::Role))
            && self.pairs_suit(&links, (Facet::Article, Facet::Stance))
            && self
                .party
                .is_none_or(|party| event.parties.contains(&party))
            && self.time.0 <= event.date.last()
            && event.date.first() <= self.time.1
    }
}

/// A filter, made step by step as the panel does it, and what it was asked to be.
fn any_filter(made: &Made, timeline: &Timeline, chance: &mut Chance) -> (Filter, Asked) {
    let (mut filter, mut asked) = (
        Filter::default(),
        Asked {
            time: (FIRST, LAST),
            ..Asked::default()
        },
    );
    let facets: Vec<Facet> = Facet::all()
        .filter(|facet| !facet.values(timeline).is_empty())
        .collect();
    for _ in 0..chance.below(7) {
        let facet = *chance.of(&facets);
        let value = *chance.of(&facet.values(timeline));
        let place = (facet as usize, value.key(timeline));
        let (_, _, now) = asked.values.entry(place).or_insert((facet, value, None));
        let ask = *chance.of(&[Ask::Any, Ask::Every, Ask::No]);
        match ask {
            Ask::Any => filter.choices.toggle_included(value),
            Ask::Every => filter.choices.toggle_required(value),
            Ask::No => filter.choices.toggle_excluded(value),
        }
        *now = (*now != Some(ask)).then_some(ask);
    }
    if chance.once_in(6) {
        let (country, role) = (chance.below(COUNTRIES), chance.below(ROLES.len()));
        asked.party = Some((country, role));
        let called = |facet: Facet, key: &str| facet.value_called(key, timeline);
        if let (Some(Value::Country(country)), Some(Value::Role(role))) = (
            called(Facet::Country, &name('c', country)),
            called(Facet::Role, ROLES[role]),
        ) {
            filter
                .choices
                .require
                .push(Requirement::Party(country, role));
        }
    }
    if chance.once_in(3) {
        let (one, other) = (made.any_day(chance), made.any_day(chance));
        asked.time = (one.min(other), one.max(other));
        let day = super::dates::day_written;
        filter.range =
            Range::parse(&format!("{}..{}", day(asked.time.0), day(asked.time.1))).unwrap();
    }
    (filter, asked)
}

#[test]
fn the_filter_leaves_what_was_asked_for_and_the_counts_add_up() {
    for_each_seed(40, |chance| {
        let made = Made::new(chance, 25);
        let timeline = loaded(&made.toml());
        let order = made.in_order();
        let index = FacetIndex::new();
        let mut selection = Selection::new(&timeline).unwrap();
        for _ in 0..25 {
            let (filter, asked) = any_filter(&made, &timeline, chance);
            let expected: Vec<usize> = (0..order.len())
                .filter(|place| asked.keeps(&made, order[*place]))
                .collect();
            let counts = Tally::new(&filter, &timeline, &index);
            // A tenth of the values each time: to count them one by one takes long.
            let values = Facet::all().flat_map(|facet| facet.values(&timeline));
            for value in values.skip(chance.below(10)).step_by(10) {
                if let Some(alone) = asked.alone(value, &timeline) {
                    let brought = order.iter().filter(|at| alone.keeps(&made, **at)).count();
                    assert_eq!(
                        counts.of(value),
                        brought,
                        "{value:?} {asked:?}\n{}",
                        made.toml()
                    );
                }
            }
            let before = selection.selected();
            selection.set_filter(filter, &timeline, &index);
            let visible: Vec<usize> = selection
                .visible()
                .iter()
                .map(|event| event.index())
                .collect();
            assert_eq!(visible, expected, "{asked:?}\n{}", made.toml());
            let hidden = EventId::all(&timeline)
                .filter(|event| !selection.shows(*event))
                .count();
            assert_eq!(visible.len() + hidden, order.len());
            assert_eq!(selection.position().is_some(), !visible.is_empty());
            assert!(
                !selection.shows(before) || selection.selected() == before,
                "what is shown stays selected"
            );
            if !visible.is_empty() {
                selection.select_position(chance.below(visible.len()));
            }
        }
    });
    assert_eq!((KINDS, STATUSES, PASSAGES), (3, 3, 3));
}

/// All that a search looks at of an event, as somebody types it, each text by itself.
fn texts(event: &MadeEvent) -> Vec<String> {
    let words = |places: &[usize]| {
        places
            .iter()
            .map(|at| PLAIN_WORDS[*at])
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut texts = vec![
        format!("{} {}", words(&event.title), event.id),
        words(&event.text),
    ];
    texts.extend(
        event
            .kind
            .map(|kind| format!("kqz{}", ["◆", "□", "△"][kind])),
    );
    texts.extend(
        event
            .place
            .map(|place| format!("plqz {}", PLAIN_WORDS[place])),
    );
    texts.extend(
        event
            .parties
            .iter()
            .map(|(country, _)| format!("{}zqland", char::from(b'a' + *country as u8))),
    );
    texts.extend(event.sources.iter().flat_map(|source| {
        [
            format!("bqz {}", PLAIN_WORDS[*source]),
            "zqauthor, q.".to_owned(),
        ]
    }));
    texts
}

/// A piece of a word that no date has: it has a z or a q.
fn any_piece(chance: &mut Chance) -> String {
    let mut words = PLAIN_WORDS.to_vec();
    words.extend(["azqland", "czqland", "kqz□", "plqz", "bqz", "zqauthor"]);
    loop {
        let letters: Vec<char> = chance.of(&words).chars().collect();
        let (first, last) = (chance.below(letters.len()), chance.below(letters.len()));
        let piece: String = letters[first.min(last)..=first.max(last)].iter().collect();
        if piece.contains(['z', 'q']) {
            return piece;
        }
    }
}

#[test]
fn a_search_finds_every_event_with_all_its_words_and_no_other() {
    for_each_seed(30, |chance| {
        let made = Made::new(chance, 25);
        let timeline = loaded(&made.toml());
        let (order, index) = (made.in_order(), Index::new(&timeline));
        let mut typed = Query::default();
        let mut found: Vec<EventId> = Vec::new();
        for _ in 0..100 {
            let pieces: Vec<String> = (0..1 + chance.below(3))
                .map(|_| any_piece(chance))
                .collect();
            let text = pieces.join(" ");
            let written = if chance.once_in(2) {
                text.to_uppercase()
            } else {
                text
            };
            // A letter without a capital of its own has none to be searched by.
            let query = Query::new(&written);
            let has_all = |place: &usize| {
                let texts = texts(&made.events[order[*place]]);
                pieces
                    .iter()
                    .all(|piece| texts.iter().any(|text| text.contains(piece.as_str())))
            };
            let expected: Vec<usize> = (0..order.len()).filter(has_all).collect();
            let places =
                |found: &[EventId]| found.iter().map(|event| event.index()).collect::<Vec<_>>();
            let all = index.find(&query, &timeline);
            assert_eq!(places(&all), expected, "{written}\n{}", made.toml());
            if query.narrows(&typed) {
                assert_eq!(
                    places(&index.find_among(&found, &query, &timeline)),
                    expected,
                    "{written}"
                );
            }
            (typed, found) = (query, all);
        }
    });
}
