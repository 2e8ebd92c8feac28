//! What a typed line means: a number, a key, a prompt with its text, or something by its name.

use chrono::{Datelike, NaiveDate};

use super::Linear;
use super::listing::listing;
use crate::app::action::Action;
use crate::app::input::{Code, Effect, Input, Key};
use crate::app::keys::{Binding, Meaning as Means, Sequence, label};
use crate::app::overlay::Overlay;
use crate::app::panel::Typing;
use crate::app::picker::Picker;
use crate::app::picker::source::PickerSource;
use crate::app::picker::target::Target;
use crate::app::view::lanes;
use crate::app::{App, Pane, View};
use crate::page::Link;
use crate::text;

/// What the key Esc writes into a line.
const ESCAPE: char = '\u{1b}';

/// What a line was taken for.
pub(super) enum LineMeaning {
    /// It went to the reader, who asks for this.
    Done(Effect),
    /// Further items of the list, or those before.
    Turn(bool),
    /// Nothing, and why.
    Nothing(String),
}

/// The keys of a row that are easiest to type in a line: letters or signs, else names.
pub(super) fn key_to_type(binding: &Binding) -> String {
    let letter = |key: &Key| {
        matches!(key.code, Code::Char(letter) if letter != ' ') && !key.ctrl && !key.alt
    };
    let is_plain = |keys: &&Sequence| keys.keys().iter().all(letter);
    let keys = binding.keys.iter().find(is_plain).or(binding.keys.first());
    keys.map_or_else(String::new, Sequence::label)
}

impl Linear {
    /// Does what the line means.
    pub(super) fn means(&mut self, line: &str) -> LineMeaning {
        // A terminal that reads lines sends the key itself, and a line that holds it means nothing else.
        if line.contains(ESCAPE) {
            return LineMeaning::Done(self.press(Key::plain(Code::Esc)));
        }
        let word = line.trim();
        match word.to_lowercase().as_str() {
            "" if line.is_empty() => return LineMeaning::Done(self.press_enter()),
            "" | "space" if self.is_on_tour() => {
                return LineMeaning::Done(self.app.perform(Action::Onward));
            }
            "space" if self.can_begin_tour() => {
                return LineMeaning::Done(self.app.perform(Action::Onward));
            }
            "" | "more" | "space" | "pgdn" => return LineMeaning::Turn(true),
            "less" | "pgup" => return LineMeaning::Turn(false),
            _ => {}
        }
        match word.parse::<usize>() {
            Ok(number) if !self.types_a_range() => self.take_number(number),
            _ => match self.app.overlay() {
                None => self.browse(word),
                Some(Overlay::Filter(_)) => LineMeaning::Done(self.in_panel(word)),
                Some(_) => LineMeaning::Done(self.in_menu(word)),
            },
        }
    }

    /// Whether Space begins the first tour: on the row of the timeline as a whole.
    fn can_begin_tour(&self) -> bool {
        let on_row = self.app.overlay().is_none() && self.app.location().is_before_events();
        on_row && !self.app.timeline().tours.is_empty()
    }

    /// Whether Space walks a tour; a long list is turned by its words then.
    fn is_on_tour(&self) -> bool {
        self.app.overlay().is_none() && self.app.tour().is_some()
    }

    fn press(&mut self, key: Key) -> Effect {
        self.app.handle(Input::Key(key))
    }

    /// Enter; the event that it opens from the lanes, or that a prompt leads to, is read.
    fn press_enter(&mut self) -> Effect {
        if self.app.overlay().is_none() && self.app.location().pane == Pane::List {
            let chosen = listing(&self.app, self.columns).chosen;
            if let Some(at) = chosen {
                return self.app.choose(at);
            }
        }
        let from_lanes = self.app.overlay().is_none() && self.app.location().view == View::Lanes;
        let leads = from_lanes || self.leads_to_page(None);
        let effect = self.press(Key::plain(Code::Enter));
        self.read_on(leads).unwrap_or(effect)
    }

    fn take_number(&mut self, number: usize) -> LineMeaning {
        let items = listing(&self.app, self.columns).items.len();
        let Some(at) = number.checked_sub(1).filter(|at| *at < items) else {
            return LineMeaning::Nothing(match items {
                0 => "there is nothing here to take by a number".to_owned(),
                _ => format!(
                    "the numbers here go from 1 to {items}; a date is typed after a colon, as :1914"
                ),
            });
        };
        let leads = self.leads_to_page(Some(at));
        let effect = self.app.choose(at);
        LineMeaning::Done(self.read_on(leads).unwrap_or(effect))
    }

    /// Whether taking an item, or the chosen one, leads to an event or to a claim.
    fn leads_to_page(&self, at: Option<usize>) -> bool {
        let app = &self.app;
        match app.overlay() {
            Some(Overlay::Picker(picker)) => {
                let item = at.map_or(picker.chosen(), |at| picker.get(at));
                let target = item.map(|item| item.target);
                matches!(
                    target,
                    Some(Target::About | Target::Event(_) | Target::Passage(_))
                )
            }
            None if app.location().pane == Pane::Page => {
                let page = app.page();
                let at = at.or(app.location().page.link);
                let link = at
                    .and_then(|at| page.links.get(at))
                    .map(|found| &found.link);
                matches!(link, Some(Link::Event(_) | Link::Passage(_)))
            }
            None if app.location().view == View::Lanes => {
                let page = lanes::panel_page(app, self.columns);
                let link = at
                    .and_then(|at| page.links.get(at))
                    .map(|found| &found.link);
                matches!(link, Some(Link::Event(_)))
            }
            _ => false,
        }
    }

    /// Reads what was gone to: here no page stands beside the list.
    fn read_on(&mut self, leads: bool) -> Option<Effect> {
        let arrived = self.app.overlay().is_none()
            && self.app.location().pane == Pane::List
            && matches!(self.app.location().view, View::Timeline | View::Article);
        if leads && arrived {
            let message = self.app.take_message();
            self.app.perform(Action::Follow);
            self.app.take_message();
            message
                .into_iter()
                .for_each(|message| self.app.say(message));
            return Some(Effect::Draw);
        }
        None
    }

    /// Says how far the cursor of the lanes has gone, which nobody sees here.
    fn say_step(&mut self, before: NaiveDate) {
        let after = self.app.location().lanes.as_of;
        let steps = self.app.location().view == View::Lanes && self.app.message().is_none();
        if let Some(step) = in_words(before, after).filter(|_| steps) {
            self.app.say(step);
        }
    }

    /// Writes a line into what is open, instead of what stands there.
    fn write(&mut self, line: &str) {
        self.press(Key::ctrl('u'));
        self.app.handle(Input::Paste(line.to_owned()));
    }

    fn types_a_range(&self) -> bool {
        self.app
            .panel()
            .is_some_and(|panel| panel.typing == Typing::Range)
    }

    fn browse(&mut self, word: &str) -> LineMeaning {
        if let Some((key, text)) = opens(&self.app, word) {
            let effect = self.press(key);
            if text.is_empty() {
                return LineMeaning::Done(effect);
            }
            return LineMeaning::Done(self.fill_in(text));
        }
        // "y b" are two keys that mean one thing.
        let keys: Option<Vec<Key>> = word.split(' ').map(Key::named).collect();
        let Some(keys) = keys else {
            let apart = self.keys_in_a_row(word);
            self.app.perform(Action::Pick(PickerSource::GoTo));
            self.write(word);
            // What is called so goes before them.
            let is_name = self.app.picker().is_some_and(Picker::is_sure);
            if let Some(keys) = apart.filter(|_| !is_name) {
                self.app.perform(Action::Cancel);
                return self.browse(&keys);
            }
            return LineMeaning::Done(self.fill_in(word));
        };
        let (keymap, context) = (&self.app.setup.keymap, self.app.context());
        let word = text::clean(word);
        match keymap.meaning(context, &keys) {
            Means::Action(action) => {
                let before = (
                    self.app.selection().selected(),
                    self.app.location().lanes.as_of,
                );
                let mut effect = Effect::Draw;
                for key in keys {
                    effect = self.press(key);
                }
                let moved = before.0 != self.app.selection().selected();
                if let Some(read) = self.read_on(moved && leaps(action)) {
                    effect = read;
                }
                self.say_step(before.1);
                LineMeaning::Done(effect)
            }
            Means::Prefix => {
                let more = keymap.following(context, &keys);
                let more: Vec<String> = more
                    .map(|(key, row)| format!("{word} {} {}", label(key), row.hint))
                    .collect();
                LineMeaning::Nothing(format!("“{word}” goes on: {}", more.join(", ")))
            }
            Means::Nothing => {
                let help = keymap.binding(context, Action::Pick(PickerSource::Help));
                let help = help.map_or_else(String::new, key_to_type);
                LineMeaning::Nothing(format!(
                    "“{word}” means nothing here; {help} lists what does"
                ))
            }
        }
    }

    /// "y y" for `yy`: keys that mean something together and are typed as a screen takes them, with nothing between.
    fn keys_in_a_row(&self, word: &str) -> Option<String> {
        let keys: Vec<Key> = word.chars().map(Key::char).collect();
        let meaning = self.app.setup.keymap.meaning(self.app.context(), &keys);
        let apart: Vec<String> = word.chars().map(String::from).collect();
        matches!(meaning, Means::Action(_)).then(|| apart.join(" "))
    }

    /// Writes into the prompt that is open, and takes it where it can mean one thing only.
    fn fill_in(&mut self, text: &str) -> Effect {
        self.write(text);
        // Enter would take the line without what was not put in.
        if let Some(Overlay::Line(line)) = self.app.overlay()
            && line.refusal().is_some()
        {
            return Effect::Draw;
        }
        let is_clear = self.app.picker().is_none_or(|picker| match picker.source {
            PickerSource::GoTo => picker.is_sure() || picker.matches().len() == 0,
            PickerSource::Help => false,
            _ => true,
        });
        if is_clear {
            return self.press_enter();
        }
        Effect::Draw
    }

    /// A key that has a name, else words that narrow.
    fn in_menu(&mut self, word: &str) -> Effect {
        match Key::named(word).filter(|_| word.chars().count() > 1) {
            Some(key) if key.code == Code::Enter => self.press_enter(),
            Some(key) => self.press(key),
            None if word == "q" && !self.asks_for_anything() => self.press(Key::plain(Code::Esc)),
            None if self.is_key_beneath(word) => {
                self.app.perform(Action::Cancel);
                match self.browse(word) {
                    LineMeaning::Done(effect) => effect,
                    LineMeaning::Turn(_) | LineMeaning::Nothing(_) => Effect::Draw,
                }
            }
            None => self.fill_in(word),
        }
    }

    /// Whether the prompt of `:` is open, or another line is typed, in which a letter is no key.
    fn asks_for_anything(&self) -> bool {
        match self.app.overlay() {
            Some(Overlay::Picker(picker)) => picker.source == PickerSource::GoTo,
            Some(Overlay::Text(_)) => false,
            Some(Overlay::Search { .. } | Overlay::Filter(_) | Overlay::Line(_)) | None => true,
        }
    }

    /// Whether a line means nothing to the open prompt of `:`, and is a key of what lies under it.
    fn is_key_beneath(&self, word: &str) -> bool {
        let asks = self.app.picker().is_some() && self.asks_for_anything();
        let context = self.app.location().context();
        let means = |key: Key| self.app.setup.keymap.meaning(context, &[key]);
        asks && !word.chars().any(char::is_alphanumeric)
            && Key::named(word).is_some_and(|key| matches!(means(key), Means::Action(_)))
    }

    /// Leaves of a facet the values that the words find, as a menu does; where none is found, all of them.
    fn narrow_values(&mut self, word: &str) {
        let keymap = &self.app.setup.keymap;
        let narrow = keymap.binding(self.app.context(), Action::Narrow);
        let key = narrow.map_or_else(String::new, key_to_type);
        // The key may stand before the words, as that of a search does.
        let words = word.strip_prefix(&key).map_or(word, str::trim_start);
        self.app.perform(Action::Narrow);
        self.write(words);
        if self
            .app
            .panel()
            .is_some_and(|panel| panel.chosen().is_none())
        {
            self.app.perform(Action::Cancel);
            let words = text::clean(words);
            return self.app.say(format!(
                "no facet and no value of this one is called “{words}”"
            ));
        }
        self.app.perform(Action::Accept);
    }

    /// A facet by its title, text for its prompt, an exclusion, or a key, else words that narrow.
    fn in_panel(&mut self, word: &str) -> Effect {
        let Some(panel) = self.app.panel() else {
            return Effect::Draw;
        };
        if panel.typing != Typing::Nothing && Key::named(word).is_none() {
            self.write(word);
            return self.press(Key::plain(Code::Enter));
        }
        let facets = panel.facets().count();
        let called = |title: &str| title.to_lowercase() == word.to_lowercase();
        let wanted = panel
            .facets()
            .position(|facet| called(facet.title_in(self.app.timeline())));
        if let Some(wanted) = wanted {
            let steps = (wanted + facets - panel.facet_position()) % facets;
            for _ in 0..steps {
                self.app.perform(Action::NextFacet);
            }
            return Effect::Draw;
        }
        let refused = word
            .strip_prefix('-')
            .and_then(|number| number.parse().ok());
        if let Some(at) = refused.and_then(|number: usize| number.checked_sub(1)) {
            return self.app.refuse(at);
        }
        if let Some(key) = Key::named(word) {
            return self.press(key);
        }
        self.narrow_values(word);
        Effect::Draw
    }
}

/// Whether an action leads to an event that is read then: one of another place, not the next row.
fn leaps(action: Action) -> bool {
    matches!(
        action,
        Action::NextViolation
            | Action::PreviousViolation
            | Action::NextInThread
            | Action::PreviousInThread
            | Action::NextMatch
            | Action::PreviousMatch
    )
}

/// "5 years later", "a month earlier"; `None` where it is the same day.
fn in_words(before: NaiveDate, after: NaiveDate) -> Option<String> {
    let (first, last) = (before.min(after), before.max(after));
    let months = (last.year() - first.year()) * 12 + last.month() as i32 - first.month() as i32;
    let number = |number: i64, one: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    };
    let step = match months {
        _ if first == last => return None,
        months if months % 12 == 0 && first.day() == last.day() => {
            number((months / 12).into(), "year")
        }
        months if first.day() == last.day() => number(months.into(), "month"),
        _ => number(last.signed_duration_since(first).num_days(), "day"),
    };
    let direction = match before < after {
        true => "later",
        false => "earlier",
    };
    Some(format!("{step} {direction}"))
}

/// The key of something that is typed into, and what the line types: `/belgium`, `c Belgium`, `:1914-08`.
fn opens<'l>(app: &App, line: &'l str) -> Option<(Key, &'l str)> {
    let first = line.chars().next()?;
    let (key, rest) = (Key::char(first), line.strip_prefix(first)?);
    let Means::Action(action) = app.setup.keymap.meaning(app.context(), &[key]) else {
        return None;
    };
    let takes_text = matches!(
        action,
        Action::Search
            | Action::Pick(PickerSource::GoTo | PickerSource::Countries | PickerSource::Help)
    );
    let parted = !first.is_alphanumeric() || rest.is_empty() || rest.starts_with(' ');
    (takes_text && parted).then(|| (key, rest.trim()))
}
