//! What lies over the panes and takes the keys from them: at most one thing at a time.

use super::input::{Effect, Key, Size};
use super::keys::Context;
use super::line::{self, LineInput};
use super::location::Snapshot;
use super::motion::{Motion, Pace, step};
use super::panel::actions;
use super::panel::{Panel, Typing};
use super::picker::Picker;
use super::picker::run;
use super::prompt::Prompt;
use super::{App, Pane, Thread, copy, filtering, marks, navigate, rows, search, thread, tour};
use crate::text::wrap::wrap;

/// What is open over the panes.
#[derive(Debug)]
pub enum Overlay {
    /// A search being typed, with what Esc brings back.
    Search {
        /// What is typed.
        prompt: Prompt,
        /// How many earlier searches lie between the present and the one called back.
        recalled: usize,
        /// Where the search started, which Esc brings back.
        before: Box<Snapshot>,
    },
    /// A list to pick from: every menu, the help, the prompt of `:`.
    Picker(Box<Picker>),
    /// A text for the eyes, where the terminal has no clipboard.
    Text(TextViewer),
    /// The facets, with the filter to return to.
    Filter(Box<Panel>),
    /// A line that is asked for at the foot: a note, a name.
    Line(Box<LineInput>),
}

impl Overlay {
    /// Where its keys are looked up.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Overlay::Search { .. } | Overlay::Line(_) => Context::Prompt,
            Overlay::Picker(picker) => picker.spec().context,
            Overlay::Text(_) => Context::Menu,
            Overlay::Filter(panel) if panel.typing != Typing::Nothing => Context::Prompt,
            Overlay::Filter(_) => Context::Filter,
        }
    }
}

/// Rows that a page steps over.
const PAGE: Pace = Pace::fixed(10);

/// Columns in which a text reads well.
const WIDEST: u16 = 96;

/// A text to be read, and selected by hand, with the first line on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextViewer {
    /// What the text is.
    pub title: String,
    /// The text, with its line breaks.
    pub text: String,
    /// The first line in sight.
    pub top: usize,
    /// Whether it is an address, which Enter copies.
    pub is_address: bool,
}

impl TextViewer {
    /// A text under its title, from its beginning.
    #[must_use]
    pub fn new(title: String, text: String) -> Self {
        TextViewer {
            title,
            text,
            top: 0,
            is_address: false,
        }
    }

    /// An address in full.
    #[must_use]
    pub fn of_address(title: String, address: String) -> Self {
        TextViewer {
            is_address: true,
            ..TextViewer::new(title, address)
        }
    }

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
        self.top = step(self.top, by, last);
    }
}

/// Takes pasted text, where something can be typed.
pub(super) fn paste(app: &mut App, text: &str) {
    match &mut app.overlay {
        Some(Overlay::Search { prompt, .. }) => {
            prompt.insert(text);
            search::update_matches(app);
        }
        Some(Overlay::Picker(picker)) if picker.spec().has_prompt() => picker.paste(text),
        Some(Overlay::Filter(panel)) => panel.paste(text),
        Some(Overlay::Line(line)) => {
            line.paste(text);
            if let Some(refusal) = line.refusal() {
                app.say(format!("nothing was put in: {refusal}"));
            }
        }
        Some(Overlay::Text(_)) => {}
        Some(Overlay::Picker(_)) | None => {
            app.say("pasted text goes into a prompt: press / or : first");
        }
    }
}

/// Takes a key of typing, where something can be typed.
pub(super) fn edit(app: &mut App, key: Key) {
    match &mut app.overlay {
        Some(Overlay::Search { prompt, .. }) => {
            if prompt.edit(key) {
                search::update_matches(app);
            }
        }
        Some(Overlay::Picker(picker)) => {
            picker.edit(key);
        }
        Some(Overlay::Filter(panel)) => panel.edit(key),
        Some(Overlay::Line(line)) => line.edit(key),
        Some(Overlay::Text(_)) | None => {}
    }
}

/// Along the list or the text that is open.
pub(super) fn go(app: &mut App, motion: Motion) {
    let height = app.popup().map(|popup| usize::from(popup.items.height));
    match &mut app.overlay {
        Some(Overlay::Picker(picker)) => {
            let steps = motion.steps(height.map_or(PAGE, Pace::of_rows));
            if matches!(motion, Motion::PageDown | Motion::PageUp) {
                picker.turn(steps);
            }
            picker.step(steps, &app.memory.history);
        }
        Some(Overlay::Text(viewer)) => viewer.step(motion.steps(PAGE), app.screen.size),
        Some(Overlay::Filter(panel)) => panel.go(motion),
        Some(Overlay::Search { .. }) => search::recall(app, motion),
        Some(Overlay::Line(_)) | None => {}
    }
}

/// Keeps the chosen item of a list in sight.
pub(super) fn settle(app: &mut App) {
    let Some(height) = app.popup().map(|popup| usize::from(popup.items.height)) else {
        return;
    };
    if let Some(Overlay::Picker(picker)) = &mut app.overlay {
        let rows = picker.rows();
        picker.top = rows::scroll(picker.top, height, picker.chosen_row(&rows), rows.len());
        app.screen.seen.popup.take();
    }
}

/// Enter: takes what is open.
pub(super) fn accept(app: &mut App) -> Effect {
    if app.panel().is_some() {
        actions::accept(app);
        return Effect::Draw;
    }
    match app.overlay.take() {
        Some(Overlay::Picker(picker)) => return run::accept(app, picker),
        Some(Overlay::Search { prompt, .. }) => search::accept(app, &prompt),
        Some(Overlay::Line(line)) => return line::accept(app, *line),
        Some(Overlay::Text(viewer)) if viewer.is_address && app.setup.can_copy => {
            return copy::address(app, viewer.text);
        }
        Some(Overlay::Text(viewer)) => return Effect::Print(viewer.text),
        Some(Overlay::Filter(_)) | None => {}
    }
    Effect::Draw
}

/// Esc: ends one thing, from the innermost outwards.
pub(super) fn cancel(app: &mut App) {
    if app.panel().is_some() {
        return actions::cancel(app);
    }
    match app.overlay.take() {
        Some(Overlay::Search { before, .. }) => navigate::bring_back(app, *before),
        Some(Overlay::Picker(picker)) => {
            if let Some(marks) = picker.marks {
                navigate::bring_back(app, *marks.before);
            }
        }
        Some(Overlay::Line(line)) => marks::leave_note(app, &line),
        Some(Overlay::Text(_) | Overlay::Filter(_)) => {}
        None => cancel_browsing(app),
    }
}

/// Esc with nothing open: the search, the tour whose stop is read, the link, the page, the thread, a tour, the filter.
fn cancel_browsing(app: &mut App) {
    let reads = app.location.pane == Pane::Page;
    if app.walk.matches.take().is_some() {
        app.say("search ended");
    } else if tour::is_read(app) {
        tour::end(app);
    } else if reads && app.location.page.link.is_some() && !app.location.whole_page {
        app.location.page.link = None;
    } else if reads {
        navigate::leave_page(app);
    } else if let Some(ended) = thread::end(app) {
        // Of the violations and the matches nobody was told that they are a thread.
        if !matches!(ended, Thread::Violations | Thread::Matches) {
            app.say("] and [ walk the article’s events again");
        }
    } else if app.location.tour.is_some() {
        tour::end(app);
    } else if !app.location.selection.filter().is_empty() {
        filtering::toggle(app);
    }
}
