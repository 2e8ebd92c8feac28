//! Ids of one kind of thing: found, or missed with the nearest that exists.

use std::collections::HashMap;

use crate::text;
use crate::timeline::diagnostic::Faults;
use crate::timeline::reader::Located;

pub struct Lookup {
    /// What the ids stand for, in a message: "country".
    what: &'static str,
    places: HashMap<String, usize>,
}

impl Lookup {
    /// Ids in the order of the model; an id that stands twice is an error at its second place.
    pub fn new<'a>(
        what: &'static str,
        ids: impl Iterator<Item = &'a Located<String>>,
        faults: &Faults,
    ) -> Self {
        Self::placed(what, ids.enumerate(), faults)
    }

    /// As [`Lookup::new`], with the place of every id given.
    pub fn placed<'a>(
        what: &'static str,
        ids: impl Iterator<Item = (usize, &'a Located<String>)>,
        faults: &Faults,
    ) -> Self {
        let mut lookup = Lookup {
            what,
            places: HashMap::new(),
        };
        for (at, id) in ids {
            if lookup.places.contains_key(&id.value) {
                let help = "ids are used once; choose another".to_owned();
                faults.error(
                    &id.span,
                    format!("there is already a {what} `{}`", id.value),
                    Some(help),
                );
            } else {
                lookup.places.insert(id.value.clone(), at);
            }
        }
        lookup
    }

    /// The place of a reference; an unknown one is an error that proposes the nearest.
    pub fn find(&self, reference: &Located<String>, faults: &Faults) -> Option<usize> {
        let found = self.places.get(&reference.value).copied();
        if found.is_none() {
            let help = if self.places.is_empty() {
                Some(format!("the file defines no {}", self.what))
            } else {
                let mut names: Vec<&str> = self.places.keys().map(String::as_str).collect();
                names.sort_unstable();
                text::nearest(&reference.value, names).map(|near| format!("did you mean `{near}`?"))
            };
            faults.error(
                &reference.span,
                format!("no {} is called `{}`", self.what, reference.value),
                help,
            );
        }
        found
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}
