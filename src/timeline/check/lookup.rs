//! Ids of one kind of thing: found, or missed with the nearest that exists.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use compact_str::CompactString;
use foldhash::quality::RandomState;
use indexmap::IndexMap;
use indexmap::map::Entry;

use crate::text::is_shapeless;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::table_reader::Located;

/// Ids that a message lists when none of them is near.
pub(super) const MOST_LISTED: usize = 8;

pub(super) struct Lookup {
    /// What the ids stand for, as the reader of the document calls it: "a country".
    what: &'static str,
    /// In the order in which they were told, so that of a million ids only small numbers are strewn over the memory.
    indices: IndexMap<CompactString, usize, RandomState>,
    /// Other names, by which an author may mean an id.
    names: HashMap<String, String>,
}

impl Lookup {
    /// Ids in the order of the model; an id that stands twice is an error where it stands again.
    pub(super) fn new<'a>(
        what: &'static str,
        ids: impl Iterator<Item = &'a Located<String>>,
        faults: &Faults,
    ) -> Self {
        let ids = ids.enumerate();
        Self::indexed(
            what,
            ids.map(|(at, id)| (at, id.value.as_str(), id.span.clone())),
            faults,
        )
    }

    /// As [`Lookup::new`], with the index of every id given, and where it stands in the file.
    pub(super) fn indexed<'a>(
        what: &'static str,
        ids: impl Iterator<Item = (usize, &'a str, Range<usize>)>,
        faults: &Faults,
    ) -> Self {
        let mut lookup = Lookup {
            what,
            indices: IndexMap::with_capacity_and_hasher(
                ids.size_hint().1.unwrap_or(0),
                RandomState::default(),
            ),
            names: HashMap::new(),
        };
        let mut shapeless = Vec::new();
        for (at, id, span) in ids {
            if !id.is_ascii() && id.contains(is_shapeless) {
                shapeless.push((id, span.clone()));
            }
            match lookup.indices.entry(id.into()) {
                Entry::Vacant(entry) => drop(entry.insert(at)),
                Entry::Occupied(_) => {
                    let help = "an id is used once; choose another".to_owned();
                    let message = format!(
                        "the id {} already belongs to another {}",
                        quoted(id),
                        lookup.noun()
                    );
                    faults.error(&span, message, Some(help));
                }
            }
        }
        lookup.warn_of_alike(&shapeless, faults);
        lookup
    }

    /// Warns of ids that nobody can tell from another one: what parts them is not seen.
    fn warn_of_alike(&self, shapeless: &[(&str, Range<usize>)], faults: &Faults) {
        let mut seen = HashSet::new();
        for (id, span) in shapeless {
            let as_seen: CompactString = id.chars().filter(|sign| !is_shapeless(*sign)).collect();
            let Some(sign) = id.chars().find(|sign| is_shapeless(*sign)) else {
                continue;
            };
            if self.indices.contains_key(&as_seen) || !seen.insert(as_seen) {
                let message = format!(
                    "the id {} looks like that of another {}",
                    quoted(id),
                    self.noun()
                );
                let help = format!(
                    "leave out U+{:04X}, which is not seen, or choose another id",
                    u32::from(sign)
                );
                faults.warning(span, message, Some(help));
            }
        }
    }

    /// Another name of an id, which is not accepted but understood.
    pub(super) fn also_called(&mut self, name: &str, id: &str) {
        self.names
            .entry(name.to_lowercase())
            .or_insert_with(|| id.to_owned());
    }

    /// The index of an id that may not exist.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        self.indices.get(id).copied()
    }

    /// The index of a reference; an unknown one is an error that proposes the nearest.
    pub(super) fn find(
        &self,
        reference: &Located<impl AsRef<str>>,
        faults: &Faults,
    ) -> Option<usize> {
        let id = reference.value.as_ref();
        let found = self.index(id);
        // What could not be read may be the very thing that is meant, and has been reported.
        if found.is_none() && faults.kept(&[self.what]) {
            let message = format!("no {} is called {}", self.noun(), quoted(id));
            faults.error(&reference.span, message, self.suggestion(id, faults));
        }
        found
    }

    fn suggestion(&self, written: &str, faults: &Faults) -> Option<String> {
        if let Some(id) = self.names.get(&written.to_lowercase()) {
            return Some(format!("did you mean {}?", quoted(id)));
        }
        // They are put in order only where they are looked through.
        let wanted = self.indices.len() <= MOST_LISTED || faults.are_few();
        let mut ids: Vec<&str> = match wanted {
            true => self.indices.keys().map(CompactString::as_str).collect(),
            false => Vec::new(),
        };
        ids.sort_unstable();
        let table = match self.what {
            "a country" => Some("countries"),
            "a kind" => Some("kinds"),
            "a role" => Some("roles"),
            "a status" => Some("statuses"),
            "a source" => Some("sources"),
            _ => None,
        };
        let is_bare_key = written
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let table = table.filter(|_| is_bare_key);
        let define = || {
            table.map(|table| format!("define it as {}", quoted(&format!("[{table}.{written}]"))))
        };
        let list = || match self.indices.len() {
            0 => Some(format!("the file has no {}", self.noun())),
            1..=MOST_LISTED => Some(format!(
                "one of: {}",
                ids.iter()
                    .map(|id| quoted(id))
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            _ => None,
        };
        faults
            .did_you_mean(written, ids.iter().copied())
            .or_else(define)
            .or_else(list)
    }

    fn noun(&self) -> &'static str {
        self.what
            .split_once(' ')
            .map_or(self.what, |(_, noun)| noun)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }
}
