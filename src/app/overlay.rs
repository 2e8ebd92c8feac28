//! What lies over the panes and takes the keys from them: at most one thing at a time.

use super::input::{Key, Size};
use super::keys::Context;
use super::location::Snapshot;
use super::panel::{Panel, Typing};
use super::picker::Picker;
use super::prompt::Prompt;
use super::{App, search};
use crate::text::wrap::wrap;
use crate::timeline::EventId;

/// What is open over the panes.
#[derive(Debug)]
pub enum Overlay {
    /// A search being typed, with the event from which it started and what Esc brings back.
    Search {
        prompt: Prompt,
        origin: EventId,
        before: Box<Snapshot>,
    },
    /// A list to pick from: every menu, the help, the prompt of `:`.
    Picker(Box<Picker>),
    /// A text for the eyes, where the terminal has no clipboard.
    Text(TextViewer),
    /// The facets, with the filter to return to.
    Filter(Box<Panel>),
}

impl Overlay {
    /// Where its keys are looked up.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Overlay::Search { .. } => Context::Prompt,
            Overlay::Picker(picker) => picker.spec().context,
            Overlay::Text(_) => Context::Menu,
            Overlay::Filter(panel) if panel.typing != Typing::Nothing => Context::Prompt,
            Overlay::Filter(_) => Context::Filter,
        }
    }
}

/// Columns in which a text reads well.
const WIDEST: u16 = 96;

/// A text to be read, and selected by hand, with the first line on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextViewer {
    pub title: String,
    pub text: String,
    pub top: usize,
}

impl TextViewer {
    /// Columns of the text on a screen of this size.
    #[must_use]
    pub fn columns(size: Size) -> u16 {
        size.columns.saturating_sub(6).min(WIDEST)
    }

    /// The text, wrapped.
    #[must_use]
    pub fn lines(&self, columns: u16) -> Vec<&str> {
        let wrapped = |line| {
            wrap(line, columns.into())
                .into_iter()
                .map(move |range| &line[range])
        };
        self.text.lines().flat_map(wrapped).collect()
    }

    pub(super) fn step(&mut self, by: isize, size: Size) {
        let last = self.lines(Self::columns(size)).len().saturating_sub(1);
        self.top = self.top.saturating_add_signed(by).min(last);
    }
}

impl App {
    /// The panel of facets, while it is open.
    #[must_use]
    pub fn panel(&self) -> Option<&Panel> {
        match &self.overlay {
            Some(Overlay::Filter(panel)) => Some(panel),
            _ => None,
        }
    }

    pub(super) fn panel_mut(&mut self) -> Option<&mut Panel> {
        match &mut self.overlay {
            Some(Overlay::Filter(panel)) => Some(panel),
            _ => None,
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Search { prompt, .. }) => {
                prompt.insert(text);
                search::as_typed(self);
            }
            Some(Overlay::Picker(picker)) if picker.spec().is_typed_into() => picker.paste(text),
            Some(Overlay::Filter(panel)) => panel.paste(text),
            Some(Overlay::Text(_)) => {}
            Some(Overlay::Picker(_)) | None => {
                self.say("pasted text goes into a prompt: press / or : first");
            }
        }
    }

    pub(super) fn edit(&mut self, key: Key) {
        match &mut self.overlay {
            Some(Overlay::Search { prompt, .. }) => {
                if prompt.edit(key) {
                    search::as_typed(self);
                }
            }
            Some(Overlay::Picker(picker)) => {
                picker.edit(key);
            }
            Some(Overlay::Filter(panel)) => panel.edit(key),
            Some(Overlay::Text(_)) | None => {}
        }
    }

    /// Moves the choice, or the text, by a number of rows.
    pub(super) fn step_in_overlay(&mut self, by: isize) {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.step(by, &self.memory.typed),
            Some(Overlay::Text(viewer)) => viewer.step(by, self.screen.size),
            Some(Overlay::Search { .. } | Overlay::Filter(_)) | None => {}
        }
    }
}
