//! What a style asks of a work, answered before the engine is.
//!
//! What stands in an author's place is not written again where it usually stands. The engine goes further and answers
//! that the work has none of it, and what a question there was about counts as written. So the title of an unsigned
//! article lost the quotation marks that it has for being a part of something, the volume of an unsigned book was left
//! out, and the number of a report stood there twice. A question whose answer is known is taken out of the style, and
//! so is what it decides against: of every group the engine first asks what will be printed of all that is in it, and
//! again of each group within, so that each branch that can never be taken is a multiple of its own time.

use std::collections::{BTreeMap, HashSet};
use std::str::FromStr;

use hayagriva::citationberg::json::{Item, Value};
use hayagriva::citationberg::taxonomy::{Kind, StandardVariable, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, ElseBranch, IndependentStyle,
    LayoutRenderingElement as Element, NamesChild,
};
use hayagriva::types::Numeric;

/// What a style asks of works; two works that differ in nothing of it are cited by the same settled style.
#[derive(Debug, Default)]
pub(super) struct StyleQuestions {
    /// Of what it asks whether a work has it.
    had: HashSet<String>,
    /// Of what it asks whether it is a number.
    numbers: HashSet<String>,
    kinds: Vec<Kind>,
}

impl StyleQuestions {
    /// All that a style asks.
    pub(super) fn by(style: &IndependentStyle) -> Self {
        let mut questions = StyleQuestions::default();
        let list = style.bibliography.iter();
        let layouts = list.flat_map(|list| &list.layout.elements);
        let macros = style.macros.iter().flat_map(|one| &one.children);
        macros
            .chain(layouts)
            .chain(&style.citation.layout.elements)
            .for_each(|element| questions.add(element));
        questions
    }

    fn add(&mut self, element: &Element) {
        match element {
            Element::Names(names) => names.children.iter().for_each(|child| {
                if let NamesChild::Substitute(substitute) = child {
                    substitute.children.iter().for_each(|one| self.add(one));
                }
            }),
            Element::Choose(choose) => {
                for branch in choose.branches() {
                    let numbers = branch.is_numeric.iter().flatten();
                    self.numbers.extend(numbers.map(ToString::to_string));
                    let had = branch.variable.iter().flatten();
                    self.had.extend(had.map(ToString::to_string));
                    self.kinds.extend(branch.type_.iter().flatten());
                    branch.children.iter().for_each(|one| self.add(one));
                }
                let otherwise = choose.otherwise.iter();
                let otherwise = otherwise.flat_map(|branch| &branch.children);
                otherwise.for_each(|one| self.add(one));
            }
            Element::Group(group) => group.children.iter().for_each(|one| self.add(one)),
            _ => {}
        }
    }
}

/// What is known of works that are cited together, of all that a style asks.
#[derive(Debug, Default, Clone, PartialEq, Eq, Hash)]
pub(super) struct Known {
    /// What at least one of them has, and whether it is a number; `None` where they differ in that.
    has: BTreeMap<String, Option<bool>>,
    /// What all of them are.
    kind: Option<String>,
}

impl Known {
    /// What one work has.
    fn of(item: &Item, questions: &StyleQuestions) -> Self {
        let is_in_question =
            |name: &String| questions.had.contains(name) || questions.numbers.contains(name);
        let fields = item.0.iter().filter(|(name, _)| is_in_question(name));
        let texts = fields.filter_map(|(name, value)| {
            let is_number = match value {
                Value::String(text) => {
                    !questions.numbers.contains(name) || Numeric::from_str(text).is_ok()
                }
                Value::Number(_) => true,
                // Whom a work goes by is what the engine is to find out; dates are in question nowhere but at their place.
                Value::Names(_) | Value::Date(_) => return None,
            };
            Some((name.clone(), Some(is_number)))
        });
        let is_in_question =
            |kind: &str| Kind::from_str(kind).is_ok_and(|kind| questions.kinds.contains(&kind));
        let kind = item.type_().filter(|kind| is_in_question(kind));
        Known {
            has: texts.collect(),
            // Of a kind that no question is about every answer is no.
            kind: Some(kind.map_or_else(String::new, Into::into)),
        }
    }

    /// What is known of these and those: what one has and another lacks is left to the engine.
    fn and(mut self, other: Known) -> Self {
        for (name, is_number) in &mut self.has {
            if other.has.get(name) != Some(is_number) {
                *is_number = None;
            }
        }
        for name in other.has.into_keys() {
            self.has.entry(name).or_insert(None);
        }
        if self.kind != other.kind {
            self.kind = None;
        }
        self
    }

    /// Whether they have something.
    fn has(&self, variable: &Variable) -> Option<bool> {
        match self.has.get(&variable.to_string()) {
            Some(is_number) => is_number.map(|_| true),
            None => is_of_the_work(variable).then_some(false),
        }
    }

    /// Whether what they have is a number.
    fn is_number(&self, variable: &Variable) -> Option<bool> {
        match self.has.get(&variable.to_string()) {
            Some(is_number) => *is_number,
            None => is_of_the_work(variable).then_some(false),
        }
    }

    /// Whether they are of a kind.
    fn is(&self, kind: Kind) -> Option<bool> {
        let known = self.kind.as_ref()?;
        Some(Kind::from_str(known) == Ok(kind))
    }
}

/// Whether nothing but the work says what it has of this; the place where it is cited has numbers and letters too.
fn is_of_the_work(variable: &Variable) -> bool {
    matches!(variable, Variable::Standard(text) if *text != StandardVariable::YearSuffix)
}

/// What is known of works that are cited together, of all that a style asks.
pub(super) fn known<'i>(
    items: impl Iterator<Item = &'i Item>,
    questions: &StyleQuestions,
) -> Known {
    let each = items.map(|item| Known::of(item, questions));
    each.reduce(Known::and).unwrap_or_default()
}

/// Takes the questions out of a style to which the answer is known, and what can never be written.
pub(super) fn settle(style: &mut IndependentStyle, known: &Known) {
    let list = style.bibliography.iter_mut();
    let layouts = list.flat_map(|list| &mut list.layout.elements);
    let macros = style.macros.iter_mut().flat_map(|one| &mut one.children);
    macros
        .chain(layouts)
        .chain(&mut style.citation.layout.elements)
        .for_each(|element| settle_element(element, known));
}

fn settle_element(element: &mut Element, known: &Known) {
    match element {
        Element::Names(names) => {
            for child in &mut names.children {
                if let NamesChild::Substitute(substitute) = child {
                    let stand_in = substitute.children.iter_mut();
                    stand_in.for_each(|one| settle_element(one, known));
                }
            }
        }
        Element::Choose(choose) => {
            settle_choice(choose, known);
            let branches = std::iter::once(&mut choose.if_).chain(&mut choose.else_if);
            let children = branches.flat_map(|branch| &mut branch.children);
            let otherwise = choose.otherwise.iter_mut();
            let otherwise = otherwise.flat_map(|branch| &mut branch.children);
            children
                .chain(otherwise)
                .for_each(|one| settle_element(one, known));
        }
        Element::Group(group) => {
            let children = group.children.iter_mut();
            children.for_each(|one| settle_element(one, known));
        }
        _ => {}
    }
}

/// Keeps the branches that can be taken: up to the first that always is.
fn settle_choice(choose: &mut Choose, known: &Known) {
    let first = std::mem::replace(&mut choose.if_, always(Vec::new()));
    let mut open = Vec::new();
    for mut branch in std::iter::once(first).chain(std::mem::take(&mut choose.else_if)) {
        match settle_branch(&mut branch, known) {
            None => open.push(branch),
            Some(false) => {}
            Some(true) => {
                choose.otherwise = Some(ElseBranch {
                    children: branch.children,
                });
                break;
            }
        }
    }
    let mut open = open.into_iter();
    match open.next() {
        Some(branch) => choose.if_ = branch,
        None => {
            let otherwise = choose.otherwise.take();
            choose.if_ = always(otherwise.map_or_else(Vec::new, |branch| branch.children));
        }
    }
    choose.else_if = open.collect();
}

/// A branch that is always taken: of no questions all have the answer yes.
fn always(children: Vec<Element>) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: ChooseMatch::All,
        children,
    }
}

/// Takes the questions out of a branch to which the answer is known; whether it is taken, where that is known then.
fn settle_branch(branch: &mut ChooseBranch, known: &Known) -> Option<bool> {
    let mut answers = take_out(&mut branch.variable, |variable| known.has(variable));
    answers.extend(take_out(&mut branch.is_numeric, |variable| {
        known.is_number(variable)
    }));
    answers.extend(take_out(&mut branch.type_, |kind| known.is(*kind)));
    let is_left = branch.disambiguate.is_some()
        || has_any(&branch.is_numeric)
        || has_any(&branch.is_uncertain_date)
        || has_any(&branch.locator)
        || has_any(&branch.position)
        || has_any(&branch.type_)
        || has_any(&branch.variable);
    // One answer can decide for all; where none does, it is for those that are left.
    let (deciding, decision) = match branch.match_ {
        ChooseMatch::All => (false, false),
        ChooseMatch::Any => (true, true),
        ChooseMatch::None => (true, false),
    };
    match answers.contains(&deciding) {
        true => Some(decision),
        false => (!is_left).then_some(!decision),
    }
}

fn has_any<Q>(questions: &Option<Vec<Q>>) -> bool {
    questions.as_ref().is_some_and(|all| !all.is_empty())
}

/// The answers that are known, whose questions are gone from the list.
fn take_out<Q>(questions: &mut Option<Vec<Q>>, answer: impl Fn(&Q) -> Option<bool>) -> Vec<bool> {
    let Some(questions) = questions else {
        return Vec::new();
    };
    let answers = questions.iter().filter_map(&answer).collect();
    questions.retain(|question| answer(question).is_none());
    answers
}
