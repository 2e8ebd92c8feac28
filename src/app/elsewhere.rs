//! A key, or keys one after another, that mean nothing where the reader is: in which view they mean something, and how one comes there.

use super::action::Action;
use super::input::Key;
use super::keys::{Context, sequence};
use super::picker::source::PickerSource;
use super::{App, Pane};
use crate::words::translated;

/// "+ works in the lanes: closer, down to a month; 2 shows them".
pub(super) fn meaning(app: &App, pressed: &[Key]) -> String {
    let (keymap, here) = (&app.setup.keymap, app.context());
    let Some((last, before)) = pressed.split_last() else {
        return String::new();
    };
    let pressed = sequence::in_words(pressed);
    let views = [
        Context::List,
        Context::Lanes,
        Context::Outline,
        Context::Cases,
    ];
    let there = |context: &Context| {
        let view = context.view()?;
        let missing = app.document.missing(view).is_some();
        let (_, row) = keymap
            .following(*context, before)
            .find(|(other, _)| other == last)?;
        (!missing).then_some((*context, view, row.help))
    };
    if let Some((context, view, help)) = views.iter().find_map(there) {
        let place = context.title().to_lowercase();
        // The view may be this one, with its text before the eyes.
        let way = match context == Context::of(app.location.view, Pane::List) {
            true => Action::NextPane,
            false => Action::Show(view),
        };
        let way = keymap.binding(here, way).and_then(|row| row.keys.first());
        let way = way.map_or_else(String::new, |keys| {
            format!("; {} leads there", keys.label())
        });
        return format!("{pressed} works {place}: {}{way}", translated(help));
    }
    let help = keymap.binding(here, Action::Pick(PickerSource::Help));
    let help = help.and_then(|row| row.keys.first());
    let help = help.map_or_else(String::new, |keys| {
        format!("; {} lists every key", keys.label())
    });
    format!("{pressed} means nothing{help}")
}
