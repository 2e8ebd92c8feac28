//! From input to action to a changed state: the only place where the reader's state changes.

use super::action::Action;
use super::input::{Effect, Input, Key};
use super::keys::{Context, Meaning, sequence};
use super::prompt::Prompt;
use super::{App, Mode, Pane, View, search};

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
            Action::Faults => self.list_faults(),
            Action::Quit => {
                if self.location.view == View::Timeline && self.location.pane == Pane::List {
                    return Effect::Quit;
                }
                self.go_home();
            }
            Action::Copy(what) => return self.copy(what),
            Action::Open => return self.open(),
            _ if matches!(self.mode, Mode::Filter(_)) => self.in_panel(action),
            Action::Accept => return self.accept(),
            Action::Cancel => self.cancel(),
            Action::Mark => self.mark(),
            Action::NextRole => self.next_role(),
            Action::PickCountries => self.pick_countries(),
            Action::Filter => self.open_panel(),
            Action::ToggleFilter => self.toggle_filter(),
            Action::Search => {
                self.mode = Mode::Search {
                    prompt: Prompt::default(),
                    origin: self.location.selection.selected(),
                    before: Box::new(self.before()),
                };
            }
            Action::GoTo => self.open_palette(),
            Action::Complete => self.complete(),
            Action::Help => self.mode = Mode::Help(self.help_menu()),
            Action::ToggleMouse => return self.toggle_mouse(),
            Action::NextTheme => self.setup.theme = self.setup.theme.next(),
            _ if self.mode.is_overlay() => self.move_in_menu(action),
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

    fn paste(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Search { prompt, .. } => {
                prompt.insert(text);
                search::as_typed(self);
            }
            Mode::GoTo(palette) => palette.paste(text),
            Mode::Countries { menu, .. } => menu.paste(text),
            Mode::Help(menu) => menu.paste(text),
            Mode::Cluster(menu) => menu.paste(text),
            Mode::Addresses(menu) => menu.paste(text),
            Mode::Shown(_) => {}
            Mode::Filter(panel) => panel.paste(text),
            Mode::Browse | Mode::Faults(_) => {
                self.message = Some("pasted text goes into a prompt: press / or : first".to_owned())
            }
        }
    }

    pub(super) fn edit(&mut self, key: Key) {
        match &mut self.mode {
            Mode::Search { prompt, .. } => {
                if prompt.edit(key) {
                    search::as_typed(self);
                }
            }
            Mode::GoTo(palette) => {
                palette.edit(key);
            }
            Mode::Countries { menu, .. } => {
                menu.edit(key);
            }
            Mode::Help(menu) => {
                menu.edit(key);
            }
            Mode::Cluster(menu) => {
                menu.edit(key);
            }
            Mode::Addresses(menu) => {
                menu.edit(key);
            }
            Mode::Filter(panel) => panel.edit(key),
            Mode::Shown(_) | Mode::Browse | Mode::Faults(_) => {}
        }
    }

    pub(super) fn move_in_menu(&mut self, action: Action) {
        let step = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown => 10,
            Action::PageUp => -10,
            _ => return,
        };
        match &mut self.mode {
            Mode::GoTo(palette) => palette.step(step, &self.memory.typed),
            Mode::Countries { menu, .. } => menu.step(step),
            Mode::Help(menu) => menu.step(step),
            Mode::Cluster(menu) => menu.step(step),
            Mode::Faults(menu) => menu.step(step),
            Mode::Addresses(menu) => menu.step(step),
            Mode::Shown(shown) => shown.step(step, self.screen.size),
            _ => {}
        }
    }

    pub(super) fn accept(&mut self) -> Effect {
        match std::mem::replace(&mut self.mode, Mode::Browse) {
            // The panel takes its keys before; see `in_panel`.
            Mode::Browse | Mode::Shown(_) | Mode::Filter(_) => {}
            // The list stays, to go on with when the editor is left.
            Mode::Faults(menu) => {
                self.mode = Mode::Faults(menu);
                return self.edit_here();
            }
            Mode::Addresses(menu) => {
                if let Some(source) = menu.chosen().map(|item| item.value) {
                    return self.open_source(source);
                }
            }
            Mode::Search { prompt, .. } => {
                if prompt.text().trim().is_empty() {
                    self.walk.matches = None;
                } else {
                    search::show_first(self);
                }
            }
            Mode::GoTo(palette) => return self.take_palette(&palette),
            Mode::Countries {
                menu,
                before,
                opened_with,
            } => self.take_countries(&menu, *before, &opened_with),
            Mode::Cluster(menu) => {
                if let Some(event) = menu.chosen().map(|item| item.value) {
                    self.open_from_lanes(event);
                }
            }
            Mode::Help(menu) => {
                if let Some(row) = menu.chosen().map(|item| item.value) {
                    return self.run(row);
                }
            }
        }
        Effect::Draw
    }

    /// Ends one thing, from the innermost outwards.
    fn cancel(&mut self) {
        match std::mem::replace(&mut self.mode, Mode::Browse) {
            Mode::Search { before, .. } | Mode::Countries { before, .. } => {
                self.bring_back(*before);
            }
            Mode::GoTo(_)
            | Mode::Help(_)
            | Mode::Cluster(_)
            | Mode::Addresses(_)
            | Mode::Shown(_)
            | Mode::Filter(_)
            | Mode::Faults(_) => {}
            Mode::Browse => self.cancel_browsing(),
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

impl Mode {
    /// Whether something lies over the panes or takes the keys from them.
    #[must_use]
    pub fn is_overlay(&self) -> bool {
        !matches!(self, Mode::Browse)
    }
}
