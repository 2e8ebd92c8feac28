//! A repair of styles for the engine: who stands in for an author keeps the form that the author would have.
//!
//! Where a work has no author, a style may let its editors take the place, in the author's form. The engine finds
//! the form only for names that stand directly in `cs:substitute`; Chicago's stand in a `cs:choose` there
//! (<https://github.com/typst/hayagriva/issues/444>), and "Anne Brown, ed." would become "A. Brown".

use hayagriva::citationberg::{
    Choose, CslMacro, IndependentStyle, LayoutRenderingElement as Element, Names, NamesChild,
};

/// Writes the form out wherever names inherit it.
pub(super) fn repair(style: &mut IndependentStyle) {
    let macros = style.macros.iter_mut();
    macros.for_each(|CslMacro { children, .. }| children.iter_mut().for_each(find));
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
