//! What is included, required and excluded of the facets that have values, and whether an event passes.
//!
//! All rules are of one form: an event must have an attribute of some sort, or must have none of it. So they can be asked
//! of one event, and of every attribute that there is once before a long timeline is looked at ([`super::sieve`]).

use super::attribute::Attribute;
use super::facet::Facet;
use super::requirement::Requirement;
use super::value::Value;
use crate::timeline::{ArticleLink, Event, PassageId, Stance};

/// The values that are included and those that are excluded, of all facets, in the order in which they were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// An event must have one of these of every facet that is named here.
    pub include: Vec<Value>,
    /// An event must have all of these.
    pub require: Vec<Requirement>,
    /// An event must have none of these.
    pub exclude: Vec<Value>,
}

/// One thing that is demanded of the attributes that an event has of a group.
#[derive(Debug, Clone, Copy)]
pub(super) enum Condition {
    /// One of them is what is required.
    Require(Requirement),
    /// One of them is what is included.
    Include(Facet),
    /// None of them is what is excluded.
    Exclude(Facet),
}

impl Condition {
    /// The group of facets that it is about.
    pub(super) fn group(self) -> Facet {
        match self {
            Condition::Require(required) => required.facet().group(),
            Condition::Include(group) | Condition::Exclude(group) => group,
        }
    }

    /// Whether an event must have an attribute that it speaks of, and not rather none.
    pub(super) fn wants_one(self) -> bool {
        !matches!(self, Condition::Exclude(_))
    }
}

impl Choices {
    /// What is included of a facet.
    pub fn included_of(&self, facet: Facet) -> impl Iterator<Item = Value> {
        let of_facet = move |value: &Value| value.facet() == facet;
        self.include.iter().copied().filter(of_facet)
    }

    /// What is required of a facet.
    pub fn required_of(&self, facet: Facet) -> impl Iterator<Item = Requirement> {
        let of_facet = move |required: &Requirement| required.facet() == facet;
        self.require.iter().copied().filter(of_facet)
    }

    /// What is excluded of a facet.
    pub fn excluded_of(&self, facet: Facet) -> impl Iterator<Item = Value> {
        let of_facet = move |value: &Value| value.facet() == facet;
        self.exclude.iter().copied().filter(of_facet)
    }

    /// Whether anything of a facet is included.
    #[must_use]
    pub fn includes_any(&self, facet: Facet) -> bool {
        self.included_of(facet).next().is_some()
    }

    /// Includes a value, or no longer; it is not excluded then.
    pub fn toggle_included(&mut self, value: Value) {
        self.require
            .retain(|kept| *kept != Requirement::Value(value));
        toggle(value, &mut self.include, &mut self.exclude);
    }

    /// Excludes a value, or no longer; it is not included then.
    pub fn toggle_excluded(&mut self, value: Value) {
        self.require
            .retain(|kept| *kept != Requirement::Value(value));
        toggle(value, &mut self.exclude, &mut self.include);
    }

    /// Requires a value, or no longer; it is neither included nor excluded then.
    pub fn toggle_required(&mut self, value: Value) {
        let required = Requirement::Value(value);
        self.include.retain(|kept| *kept != value);
        self.exclude.retain(|kept| *kept != value);
        if self.require.contains(&required) {
            self.require.retain(|kept| *kept != required);
        } else {
            self.require.push(required);
        }
    }

    /// Includes of a facet these values and no others; what else is excluded stays so.
    pub fn include_only(&mut self, facet: Facet, values: &[Value]) {
        self.include.retain(|value| value.facet() != facet);
        self.include.extend(values);
        self.exclude.retain(|value| !values.contains(value));
    }

    /// All that is demanded of the attributes of a group; where nothing is, every event passes.
    pub(super) fn conditions(&self, group: Facet) -> impl Iterator<Item = Condition> {
        let is_of_group = move |value: &Value| value.facet().group() == group;
        let of_group = move |condition: &Condition| condition.group() == group;
        let required = self.require.iter().copied().map(Condition::Require);
        let included = self.include.iter().any(is_of_group);
        let excluded = self.exclude.iter().any(is_of_group);
        required
            .filter(of_group)
            .chain(included.then_some(Condition::Include(group)))
            .chain(excluded.then_some(Condition::Exclude(group)))
    }

    /// Whether a condition of these choices speaks of an attribute.
    pub(super) fn names(&self, condition: Condition, attribute: Attribute) -> bool {
        if attribute.group() != condition.group() {
            return false;
        }
        // What goes with a value counts for the values that are chosen, and with none chosen for all.
        let counts = || {
            let facet = attribute.group();
            !self.includes_any(facet) || is_among(attribute.value, &self.include)
        };
        match condition {
            Condition::Require(required) => required.is_met_by(attribute),
            Condition::Include(_) => {
                let is_chosen =
                    |with: Value| !self.includes_any(with.facet()) || self.include.contains(&with);
                counts() && attribute.with.is_none_or(is_chosen)
            }
            Condition::Exclude(_) => {
                let with = attribute.with;
                is_among(attribute.value, &self.exclude)
                    || (with.is_some_and(|with| self.exclude.contains(&with)) && counts())
            }
        }
    }

    /// Whether what is required and excluded means the same if of its facet a value alone is included: it is not excluded
    /// itself, and of what goes with values, which counts for those that are chosen, nothing is.
    pub(super) fn are_the_same_beside(&self, value: Value) -> bool {
        let group = value.facet().group();
        let depends = |other: &Value| other.facet().group() == group && other.facet() != group;
        !self.exclude.contains(&value)
            && (value.facet() != group || !self.exclude.iter().any(depends))
    }

    /// Whether these choices let an event pass, as far as a group of facets goes.
    #[must_use]
    pub fn allow(&self, group: Facet, event: &Event) -> bool {
        let names = |condition| move |attribute| self.names(condition, attribute);
        self.conditions(group).all(|condition| {
            Attribute::any_of(event, group, names(condition)) == condition.wants_one()
        })
    }

    /// The same of an event of which the attributes are at hand.
    pub(super) fn allow_with(
        &self,
        group: Facet,
        attributes: impl Iterator<Item = Attribute> + Clone,
    ) -> bool {
        self.conditions(group).all(|condition| {
            let mut attributes = attributes.clone();
            attributes.any(|own| self.names(condition, own)) == condition.wants_one()
        })
    }

    /// Whether a link of an event to the article is one of those that are included.
    #[must_use]
    pub fn allow_link(&self, passage: PassageId, stance: Stance) -> bool {
        let (passage, stance) = (Value::Passage(passage), Value::Stance(stance));
        let included = |facet, value| !self.includes_any(facet) || self.include.contains(&value);
        (self.include.contains(&Value::Linked) || included(Facet::Article, passage))
            && included(Facet::Stance, stance)
            && ![passage, stance]
                .iter()
                .any(|value| self.exclude.contains(value))
    }

    /// Whether it is asked what events do to claims.
    #[must_use]
    pub fn requests_stance(&self) -> bool {
        self.includes_any(Facet::Stance)
    }

    /// Whether a stance is asked for, and this link is one of those that are meant: then its reason is told.
    #[must_use]
    pub fn requests(&self, link: &ArticleLink) -> bool {
        self.requests_stance() && self.allow_link(link.passage, link.stance)
    }

    /// The link to the article by which an event is marked (¶6) wherever one mark stands for all: of those that are
    /// included the first that supports a claim, else that complicates one, else that gives context.
    #[must_use]
    pub fn marking_link<'e>(&self, event: &'e Event) -> Option<&'e ArticleLink> {
        let is_included = |link: &&ArticleLink| self.allow_link(link.passage, link.stance);
        let by_stance = |link: &&ArticleLink| link.stance;
        let included = event.links.iter().filter(is_included).min_by_key(by_stance);
        included.or_else(|| event.links.iter().min_by_key(by_stance))
    }
}

/// Whether a value is among others; every passage is where all that is linked is.
fn is_among(value: Value, others: &[Value]) -> bool {
    let is_linked = matches!(value, Value::Passage(_));
    others.contains(&value) || (is_linked && others.contains(&Value::Linked))
}

/// Puts a value into one list, or takes it out when it is there; the other list does not keep it.
fn toggle(value: Value, list: &mut Vec<Value>, other: &mut Vec<Value>) {
    other.retain(|kept| *kept != value);
    if list.contains(&value) {
        list.retain(|kept| *kept != value);
    } else {
        list.push(value);
    }
}
