//! Pickers at work: opening one, choosing in it, and what Enter does.

use super::source::PickerSource;
use super::{Picker, PickerRow};
use crate::app::action::Action;
use crate::app::input::Effect;
use crate::app::overlay::Overlay;
use crate::app::picker::{countries, everything, source, target};
use crate::app::{App, update};

/// Opens a list, or says why there is nothing to list.
pub(in crate::app) fn pick(app: &mut App, source: PickerSource) {
    match source::items(app, source) {
        Ok(items) => {
            let mut picker = Picker::new(source, items);
            picker.marks = countries::marks(app, &picker);
            app.overlay = Some(Overlay::Picker(Box::new(picker)));
        }
        Err(nothing) => app.say(nothing),
    }
}

/// Lists anew what is listed, for a file that has changed; the query and the chosen item stay.
pub(in crate::app) fn list_again(app: &mut App) {
    let Some(picker) = app.picker() else { return };
    let Ok(items) = source::items(app, picker.source) else {
        app.overlay = None;
        return;
    };
    let mut anew = Picker::new(picker.source, items);
    anew.prompt = picker.prompt.clone();
    anew.narrow();
    if let Some(at) = picker.position() {
        anew.choose(at.min(anew.matches.len().saturating_sub(1)));
    }
    app.overlay = Some(Overlay::Picker(Box::new(anew)));
}

/// Enter: what is chosen is gone to, done or taken.
pub(in crate::app) fn accept(app: &mut App, mut picker: Box<Picker>) -> Effect {
    if let Some(marks) = picker.marks.take() {
        countries::pick_countries(app, &picker, marks);
        return Effect::Draw;
    }
    if picker.source == PickerSource::GoTo {
        return everything::pick_goto(app, &picker);
    }
    let target = picker.target();
    if picker.spec().stays {
        app.overlay = Some(Overlay::Picker(picker));
    }
    target.map_or(Effect::Draw, |target| target::reach(app, target, None))
}

/// A press on a row of the list picks its item; beside other marks that were just made, it is one more.
pub(in crate::app) fn press(app: &mut App, row: usize, on_mark: bool) -> Effect {
    let Some(picker) = app.picker_mut() else {
        return Effect::Draw;
    };
    let Some(PickerRow::Item(at)) = picker.rows().get(row).copied() else {
        return Effect::Draw;
    };
    picker.choose(at);
    if let Some(marks) = &picker.marks {
        let marked = picker.chosen().is_some_and(|item| item.marked);
        let one_more = picker.marked() != marks.opened_with && !marked;
        if on_mark || one_more {
            countries::mark(app);
        }
        if on_mark {
            return Effect::Draw;
        }
    }
    update::act(app, Action::Accept)
}
