//! The filter: what an event must have to be shown.
//!
//! Different facets narrow each other; several values of one facet widen it (Belgium or Luxembourg).
//! An inexact date that may lie in the range is kept.

use crate::timeline::{CountryId, Event, HistoricDate, KindId, PassageId, RoleId, Timeline};

/// Nothing in it: everything is shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Any of these takes part …
    pub countries: Vec<CountryId>,
    /// … in any of these roles.
    pub roles: Vec<RoleId>,
    pub kinds: Vec<KindId>,
    pub from: Option<HistoricDate>,
    pub to: Option<HistoricDate>,
    pub linked: Option<Linked>,
    /// Words that the event must contain, as the search finds them.
    pub matching: Option<Matching>,
}

/// Linked to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linked {
    Anywhere,
    To(PassageId),
}

/// The text that was asked for, and the events that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Matching {
    pub text: String,
    /// Ids of the events, as in [`Event::id`].
    pub events: std::collections::HashSet<String>,
}

impl Filter {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// Whether the filter shows the event.
    #[must_use]
    pub fn keeps(&self, event: &Event) -> bool {
        self.keeps_parties(event) && self.keeps_the_rest(event)
    }

    fn keeps_parties(&self, event: &Event) -> bool {
        let country = |country| self.countries.is_empty() || self.countries.contains(&country);
        let role = |role| self.roles.is_empty() || self.roles.contains(&role);
        (self.countries.is_empty() && self.roles.is_empty())
            || event
                .parties
                .iter()
                .any(|party| country(party.country) && role(party.role))
    }

    fn keeps_the_rest(&self, event: &Event) -> bool {
        (self.kinds.is_empty() || event.kind.is_some_and(|kind| self.kinds.contains(&kind)))
            && event
                .date
                .is_within(self.from.as_ref(), self.to.as_ref())
                .is_possible()
            && match self.linked {
                None => true,
                Some(Linked::Anywhere) => !event.links.is_empty(),
                Some(Linked::To(passage)) => event.links.iter().any(|link| link.passage == passage),
            }
            && self
                .matching
                .as_ref()
                .is_none_or(|matching| matching.events.contains(&event.id))
    }

    /// How many events each country would leave, in each of the roles asked for, everything else as it is.
    #[must_use]
    pub fn count_by_country(&self, timeline: &Timeline) -> Vec<usize> {
        let mut counts = vec![0; timeline.countries.len()];
        for event in timeline
            .events
            .iter()
            .filter(|event| self.keeps_the_rest(event))
        {
            let mut seen: Vec<CountryId> = Vec::new();
            for party in &event.parties {
                let counts_here = self.roles.is_empty() || self.roles.contains(&party.role);
                if counts_here && !seen.contains(&party.country) {
                    seen.push(party.country);
                    counts[party.country.index()] += 1;
                }
            }
        }
        counts
    }

    /// The filter in words, one part a facet: "Belgium or Luxembourg", "as guarantor", "from 1839".
    #[must_use]
    pub fn parts(&self, timeline: &Timeline) -> Vec<String> {
        let mut parts = Vec::new();
        if !self.countries.is_empty() {
            let names: Vec<&str> = self
                .countries
                .iter()
                .map(|country| timeline[*country].name.as_str())
                .collect();
            parts.push(names.join(" or "));
        }
        if !self.roles.is_empty() {
            let names: Vec<String> = self
                .roles
                .iter()
                .map(|role| timeline[*role].label.to_lowercase())
                .collect();
            parts.push(format!("as {}", names.join(" or ")));
        }
        if !self.kinds.is_empty() {
            let names: Vec<String> = self
                .kinds
                .iter()
                .map(|kind| timeline[*kind].label.to_lowercase())
                .collect();
            parts.push(names.join(" or "));
        }
        if let Some(from) = &self.from {
            parts.push(format!("from {}", from.label()));
        }
        if let Some(to) = &self.to {
            parts.push(format!("to {}", to.label()));
        }
        match self.linked {
            None => {}
            Some(Linked::Anywhere) => parts.push("linked to the article".to_owned()),
            Some(Linked::To(passage)) => {
                parts.push(format!("linked to {}", timeline[passage].mark()))
            }
        }
        if let Some(matching) = &self.matching {
            parts.push(format!("with “{}”", matching.text));
        }
        parts
    }
}
