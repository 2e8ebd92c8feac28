//! Signs and words as a list: everything that can be drawn, with what it means, found by itself or by its name.

use super::source::PickerSource;
use super::target::{Label, Target};
use super::{Items, run};
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::page::signs;

/// Further words by which the list is found.
const CALLED: [&str; 5] = [
    "signs and words",
    "legend",
    "symbols",
    "glyphs",
    "definitions",
];

/// The row that leads to the list.
pub(super) fn of_all() -> Label {
    Label::noted(
        "Signs and words: what everything that is drawn means",
        String::new(),
    )
}

/// The row that leads to the list, before all others.
pub(super) fn add_first(items: &mut Items) {
    items.add(Target::Signs, of_all(), &CALLED.join("\n")).group = "What is drawn";
}

/// The list itself, and every sign and word by its name, for the prompt that finds everything.
pub(super) fn add_all(app: &App, items: &mut Items) {
    items.add_named(Target::Signs, CALLED);
    for (at, sign) in signs::all(&app.document.timeline, app.setup.ascii)
        .into_iter()
        .enumerate()
    {
        let keywords = sign.sign.clone();
        items.add(Target::Sign(at), label(sign), &keywords);
    }
}

/// Every sign and word.
pub(super) fn items(app: &App) -> Items {
    let mut items = Items::default();
    add_described(app, &mut items);
    items
}

/// The same behind other items.
pub(super) fn add_described(app: &App, items: &mut Items) {
    for (at, sign) in signs::all(&app.document.timeline, app.setup.ascii)
        .into_iter()
        .enumerate()
    {
        let (group, keywords) = (sign.group, format!("{}\n{}", sign.sign, sign.meaning));
        items.add(Target::Sign(at), label(sign), &keywords).group = group;
    }
}

fn label(sign: signs::Sign) -> Label {
    Label {
        title: sign.name,
        aside: sign.meaning,
        note: sign.sign,
        tone: sign.tone,
    }
}

/// Opens the list at one of its rows; where it is open, nothing more is to be done.
pub(super) fn show(app: &mut App, sign: Target) {
    if app
        .picker()
        .is_some_and(|picker| picker.source == PickerSource::Signs)
    {
        return;
    }
    run::pick(app, PickerSource::Signs);
    if let Some(Overlay::Picker(picker)) = &mut app.overlay {
        picker.choose_target(sign);
    }
}
