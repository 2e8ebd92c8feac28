//! Repairs of styles for the engine, and what it does not do of what they say.
//!
//! Who stands in for an author keeps the form that the author would have.
//! Where a work has no author, a style may let its editors take the place, in the author's form. The engine finds
//! the form only for names that stand directly in `cs:substitute`; Chicago's stand in a `cs:choose` there
//! (<https://github.com/typst/hayagriva/issues/444>), and "Anne Brown, ed." would become "A. Brown".

use hayagriva::citationberg::{
    Choose, CslMacro, IndependentStyle, LayoutRenderingElement as Element, Names, NamesChild,
    TermForm, TextCase,
};

/// Writes the form out wherever names inherit it, and has every entry of a list stand by itself.
pub(super) fn repair(style: &mut IndependentStyle) {
    if let Some(list) = &mut style.bibliography {
        // A dash for the author of the entry before says nothing where entries are pasted one by one.
        list.subsequent_author_substitute = None;
    }
    let macros = style.macros.iter_mut();
    macros.for_each(|CslMacro { children, .. }| children.iter_mut().for_each(find));
}

/// Whether a style writes "Ed." and "Eds." behind names; the engine writes every label small.
pub(super) fn begins_labels_with_a_capital(style: &IndependentStyle) -> bool {
    style
        .macros
        .iter()
        .flat_map(|one| &one.children)
        .any(has_capital_label)
}

fn has_capital_label(element: &Element) -> bool {
    match element {
        Element::Names(names) => names.children.iter().any(|child| match child {
            // "Edited by" stands before names, whatever stands behind them.
            NamesChild::Label(label) => {
                let is_behind = !matches!(label.form, TermForm::Verb | TermForm::VerbShort);
                let capitals = [TextCase::TitleCase, TextCase::CapitalizeFirst];
                is_behind && label.text_case.is_some_and(|case| capitals.contains(&case))
            }
            NamesChild::Substitute(substitute) => substitute.children.iter().any(has_capital_label),
            _ => false,
        }),
        Element::Group(group) => group.children.iter().any(has_capital_label),
        Element::Choose(choose) => {
            let branches = std::iter::once(&choose.if_).chain(&choose.else_if);
            let otherwise = choose.otherwise.iter().flat_map(|branch| &branch.children);
            branches
                .flat_map(|branch| &branch.children)
                .chain(otherwise)
                .any(has_capital_label)
        }
        _ => false,
    }
}

/// Looks for names that others can stand in for.
fn find(element: &mut Element) {
    match element {
        Element::Names(names) => {
            let form = names.clone();
            for child in &mut names.children {
                if let NamesChild::Substitute(substitute) = child {
                    substitute
                        .children
                        .iter_mut()
                        .for_each(|one| write_out(one, &form));
                }
            }
        }
        Element::Choose(choose) => branches(choose).for_each(find),
        Element::Group(group) => group.children.iter_mut().for_each(find),
        _ => {}
    }
}

/// Gives names the form of those that they stand in for.
fn write_out(element: &mut Element, form: &Names) {
    match element {
        Element::Names(names) => *names = form.from_names_substitute(names),
        Element::Choose(choose) => branches(choose).for_each(|one| write_out(one, form)),
        Element::Group(group) => group
            .children
            .iter_mut()
            .for_each(|one| write_out(one, form)),
        _ => {}
    }
}

fn branches(choose: &mut Choose) -> impl Iterator<Item = &mut Element> {
    let tested = std::iter::once(&mut choose.if_).chain(&mut choose.else_if);
    let otherwise = choose.otherwise.iter_mut();
    let otherwise = otherwise.flat_map(|branch| &mut branch.children);
    tested
        .flat_map(|branch| &mut branch.children)
        .chain(otherwise)
}
