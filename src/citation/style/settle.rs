//! What a style asks of a work, answered before the engine is.
//!
//! What stands in an author's place is not written again where it usually stands. The engine goes further and answers
//! that the work has none of it, and what a question there was about counts as written. So the title of an unsigned
//! article lost the quotation marks that it has for being a part of something, the volume of an unsigned book was left
//! out, and the number of a report stood there twice. A question whose answer is known is taken out of the style.

use std::collections::BTreeMap;
use std::str::FromStr;

use hayagriva::citationberg::json::{Item, Value};
use hayagriva::citationberg::taxonomy::Variable;
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, IndependentStyle, LayoutRenderingElement as Element,
    NamesChild,
};
use hayagriva::types::Numeric;

/// What all works of a group have, and whether it is a number.
pub(super) type Known = BTreeMap<String, bool>;

/// What is known of works that are cited together: what one has and another lacks is left to the engine.
pub(super) fn known<'i>(mut items: impl Iterator<Item = &'i Item>) -> Known {
    let of = |item: &Item| -> Known {
        let texts = item.0.iter().filter_map(|(name, value)| match value {
            Value::String(text) => Some((name.clone(), Numeric::from_str(text).is_ok())),
            Value::Number(_) => Some((name.clone(), true)),
            // Whom a work goes by is what the engine is to find out; dates are in question nowhere but at their place.
            Value::Names(_) | Value::Date(_) => None,
        });
        texts.collect()
    };
    let mut all = items.next().map(of).unwrap_or_default();
    for item in items {
        let other = of(item);
        all.retain(|name, is_number| other.get(name) == Some(is_number));
    }
    all
}

/// Takes the questions out of a style to which the answer is known.
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
        Element::Choose(Choose {
            if_,
            else_if,
            otherwise,
            ..
        }) => {
            for branch in std::iter::once(if_).chain(else_if) {
                settle_branch(branch, known);
                let children = branch.children.iter_mut();
                children.for_each(|one| settle_element(one, known));
            }
            let otherwise = otherwise.iter_mut().flat_map(|branch| &mut branch.children);
            otherwise.for_each(|one| settle_element(one, known));
        }
        Element::Group(group) => {
            let children = group.children.iter_mut();
            children.for_each(|one| settle_element(one, known));
        }
        _ => {}
    }
}

fn settle_branch(branch: &mut ChooseBranch, known: &Known) {
    let has = |variable: &Variable| known.get(&variable.to_string()).map(|_| true);
    let is_number = |variable: &Variable| known.get(&variable.to_string()).copied();
    let mut answers = take_out(&mut branch.variable, has);
    answers.extend(take_out(&mut branch.is_numeric, is_number));
    // One answer can decide for all, and the others add nothing.
    let decided = match branch.match_ {
        ChooseMatch::All => answers.contains(&false).then_some(false),
        ChooseMatch::Any => answers.contains(&true).then_some(true),
        ChooseMatch::None => answers.contains(&true).then_some(false),
    };
    if let Some(holds) = decided {
        let children = std::mem::take(&mut branch.children);
        *branch = ChooseBranch {
            disambiguate: None,
            is_numeric: None,
            is_uncertain_date: None,
            locator: None,
            position: None,
            type_: None,
            variable: None,
            // Of no questions all have the answer yes, and not one has it.
            match_: if holds {
                ChooseMatch::All
            } else {
                ChooseMatch::Any
            },
            children,
        };
    }
}

/// The answers that are known, whose questions are gone from the list.
fn take_out(
    questions: &mut Option<Vec<Variable>>,
    answer: impl Fn(&Variable) -> Option<bool>,
) -> Vec<bool> {
    let Some(questions) = questions else {
        return Vec::new();
    };
    let answers = questions.iter().filter_map(&answer).collect();
    questions.retain(|question| answer(question).is_none());
    answers
}
