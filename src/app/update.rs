//! From input to action to a changed state: the only place where the reader's state changes.

use super::action::Action;
use super::input::{Effect, Input, Key};
use super::keys::{Context, Meaning, sequence};
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::{App, Pane, View, search};

impl App {
    /// Takes one input and says what must be done about it.
    pub fn handle(&mut self, input: Input) -> Effect {
        self.update(|app| match input {
            Input::Key(key) => app.key(key),
            Input::Mouse(mouse) => {
                app.gesture.keys.clear();
                app.mouse(mouse)
            }
            Input::Paste(text) => {
                app.gesture.keys.clear();
                app.paste(&text);
                Effect::Draw
            }
            Input::Resize(size) => {
                app.screen.size = size;
                Effect::Draw
            }
        })
    }

    fn key(&mut self, key: Key) -> Effect {
        self.message = None;
        let context = self.context();
        let mut pressed = std::mem::take(&mut self.gesture.keys);
        pressed.push(key);
        match self.setup.keymap.meaning(context, &pressed) {
            Meaning::Action(action) => self.act(action),
            Meaning::Prefix => {
                self.gesture.keys = pressed;
                Effect::Draw
            }
            Meaning::Nothing if pressed.len() > 1 => self.end_sequence(&pressed, key),
            Meaning::Nothing => {
                if matches!(context, Context::Prompt | Context::Menu | Context::Filter) {
                    self.edit(key);
                }
                Effect::Draw
            }
        }
    }

    /// A key that nothing goes on with ends what was begun; those for the program as a whole still do theirs.
    fn end_sequence(&mut self, pressed: &[Key], last: Key) -> Effect {
        match self.setup.keymap.meaning(self.context(), &[last]) {
            Meaning::Action(action @ (Action::QuitNow | Action::Suspend | Action::Repaint)) => {
                self.act(action)
            }
            Meaning::Action(Action::Cancel) => Effect::Draw,
            _ => {
                self.say(format!("{} means nothing", sequence::in_words(pressed)));
                Effect::Draw
            }
        }
    }

    /// Does what an action means where the reader is, as a key would.
    pub fn perform(&mut self, action: Action) -> Effect {
        self.update(|app| app.act(action))
    }

    pub(super) fn act(&mut self, action: Action) -> Effect {
        match action {
            Action::QuitNow => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Repaint => return Effect::Repaint,
            Action::Edit => return self.edit_here(),
            Action::Pick(source) => self.pick(source),
            Action::Quit => {
                if self.location.view == View::Timeline && self.location.pane == Pane::List {
                    return Effect::Quit;
                }
                self.go_home();
            }
            Action::Copy(what) => return self.copy(what),
            Action::Open => return self.open(),
            _ if self.panel().is_some() => self.in_panel(action),
            Action::Accept => return self.accept(),
            Action::Cancel => self.cancel(),
            Action::Mark => self.mark(),
            Action::NextRole => self.next_role(),
            Action::Filter => self.open_panel(),
            Action::ToggleFilter => self.toggle_filter(),
            Action::Search => {
                self.overlay = Some(Overlay::Search {
                    prompt: Prompt::default(),
                    origin: self.location.selection.selected(),
                    before: Box::new(self.before()),
                });
            }
            Action::Complete => self.complete(),
            Action::ToggleMouse => return self.toggle_mouse(),
            Action::NextTheme => self.setup.theme = self.setup.theme.next(),
            _ if self.overlay.is_some() => self.move_in_overlay(action),
            _ => self.move_or_jump(action),
        }
        Effect::Draw
    }

    /// From the page to its list, and from any view to the timeline.
    fn go_home(&mut self) {
        if self.location.pane == Pane::Page {
            self.location.pane = Pane::List;
        } else {
            self.show(View::Timeline);
        }
    }

    pub(super) fn move_in_overlay(&mut self, action: Action) {
        match action {
            Action::Down => self.step_in_overlay(1),
            Action::Up => self.step_in_overlay(-1),
            Action::PageDown => self.step_in_overlay(10),
            Action::PageUp => self.step_in_overlay(-10),
            _ => {}
        }
    }

    /// Enter: takes what is open.
    pub(super) fn accept(&mut self) -> Effect {
        match self.overlay.take() {
            Some(Overlay::Picker(picker)) => return self.accept_picked(picker),
            Some(Overlay::Search { prompt, .. }) => {
                if prompt.text().trim().is_empty() {
                    self.walk.matches = None;
                } else {
                    search::show_first(self);
                }
            }
            // The panel takes its keys before; see `in_panel`.
            Some(Overlay::Text(_) | Overlay::Filter(_)) | None => {}
        }
        Effect::Draw
    }

    /// Ends one thing, from the innermost outwards.
    fn cancel(&mut self) {
        match self.overlay.take() {
            Some(Overlay::Search { before, .. }) => self.bring_back(*before),
            Some(Overlay::Picker(picker)) => {
                if let Some(marks) = picker.marks {
                    self.bring_back(*marks.before);
                }
            }
            Some(Overlay::Text(_) | Overlay::Filter(_)) => {}
            None => self.cancel_browsing(),
        }
    }

    fn cancel_browsing(&mut self) {
        if self.walk.matches.take().is_some() {
            self.say("search ended");
        } else if self.location.page.link.is_some() && self.location.pane == Pane::Page {
            self.location.page.link = None;
        } else if self.location.pane == Pane::Page {
            self.location.pane = Pane::List;
        } else if self.walk.country.take().is_some() {
            self.say("] and [ walk the article’s events again");
        } else if !self.location.selection.filter().is_empty() {
            self.toggle_filter();
        }
    }
}
