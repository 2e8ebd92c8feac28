//! What there is to go to or to do: how each goal is named, told in a row, and reached.
//!
//! The actions come from the key table, so that none is forgotten and none stands twice.

use super::{Goals, Palette};
use crate::app::action::Action;
use crate::app::input::Effect;
use crate::app::keys::{Binding, Context};
use crate::app::{App, Mode, Pane, Theme, View};
use crate::text;
use crate::timeline::date::Certainty;
use crate::timeline::standing::{Standing, status_during};
use crate::timeline::{CaseId, CountryId, Event, EventId, HistoricDate, PassageId};

/// Lines that are kept to be called back.
const HISTORY: usize = 100;

/// Something that a typed line can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The date that was typed.
    Date,
    Passage(PassageId),
    /// A row of the key table that shows a view.
    View(usize),
    /// Any other row of the key table.
    Action(usize),
    /// A country to follow, or its row in the lanes.
    Country(CountryId),
    /// The status of a country at the date that was typed with it.
    Standing(CountryId),
    /// The events of a country and no others.
    Only(CountryId),
    Case(CaseId),
    Event(EventId),
    Theme(Theme),
}

impl Goal {
    /// Which of two comes first where both answer as well.
    #[must_use]
    pub fn order(self) -> u8 {
        match self {
            Goal::Date | Goal::Standing(_) => 0,
            Goal::Passage(_) => 1,
            Goal::View(_) => 2,
            Goal::Country(_) => 3,
            Goal::Only(_) => 4,
            Goal::Case(_) => 5,
            Goal::Action(_) => 6,
            Goal::Event(_) => 7,
            Goal::Theme(_) => 8,
        }
    }

    #[must_use]
    pub fn is_action(self) -> bool {
        matches!(self, Goal::Action(_) | Goal::View(_))
    }

    /// What it is, in a word.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Goal::Date => "date",
            Goal::Passage(_) => "passage",
            Goal::View(_) => "view",
            Goal::Country(_) => "country",
            Goal::Standing(_) => "status",
            Goal::Only(_) => "filter",
            Goal::Case(_) => "case",
            Goal::Action(_) => "action",
            Goal::Event(_) => "event",
            Goal::Theme(_) => "theme",
        }
    }
}

/// A goal in a row of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub title: String,
    /// What stands back behind the title.
    pub aside: String,
    /// What stands at the right: a key, a date, a number.
    pub note: String,
}

impl App {
    pub(in crate::app) fn open_palette(&mut self) {
        self.mode = Mode::GoTo(Box::new(Palette::new(self.goals())));
    }

    /// Opens it once more for another timeline, with what was typed.
    pub(in crate::app) fn reopen_palette(&mut self) {
        if let Mode::GoTo(palette) = &self.mode {
            let palette = Palette::new(self.goals()).with(palette.prompt.clone());
            self.mode = Mode::GoTo(Box::new(palette));
        }
    }

    /// Everything that can be gone to or done from here.
    fn goals(&self) -> Goals {
        let timeline = &self.document.timeline;
        let mut goals = Goals::default();
        self.add_actions(&mut goals);
        for id in PassageId::all(timeline) {
            let passage = &timeline[id];
            let number = passage.paragraph.map(|number| number.to_string());
            let number = number.unwrap_or_default();
            let marks = [format!("¶{number}"), format!("p{number}"), number.clone()];
            let marks = marks.iter().filter(|_| !number.is_empty());
            let names = [passage.heading.as_str(), &passage.id];
            goals.add(
                Goal::Passage(id),
                names.into_iter().chain(marks.map(String::as_str)),
            );
        }
        for id in CountryId::all(timeline) {
            let country = &timeline[id];
            let aliases = country.aliases.iter().map(String::as_str);
            let names = [country.name.as_str(), &country.id, &country.code];
            goals.add(Goal::Country(id), names.into_iter().chain(aliases));
            if self.document.plan.lane(id).is_some() {
                goals.add_standing(id);
            }
            let only = format!("only {}", country.name);
            goals.add(Goal::Only(id), [only.as_str(), &country.name]);
        }
        for id in CaseId::all(timeline) {
            let case = &timeline[id];
            goals.add(Goal::Case(id), [case.title.as_str(), &case.id]);
        }
        for id in EventId::all(timeline) {
            let event = &timeline[id];
            let names = [event.title.as_str(), &event.id];
            goals.add(
                Goal::Event(id),
                names.into_iter().chain(event.short.as_deref()),
            );
        }
        for (theme, name) in Theme::ALL {
            let full = format!("{name} theme");
            goals.add(Goal::Theme(theme), [name, &full]);
        }
        goals
    }

    /// The rows of the key table, those that run here first; the same action in the same place stands once.
    fn add_actions(&self, goals: &mut Goals) {
        let here = self.place();
        let bindings = self.setup.keymap.bindings().iter().enumerate();
        let mut placed: Vec<(usize, Context, Action)> = bindings
            .filter_map(|(row, binding)| Some((row, self.place_of(binding)?, binding.action)))
            .collect();
        placed.sort_by_key(|(_, place, _)| *place != here);
        let mut listed: Vec<(Context, Action)> = Vec::new();
        for (row, place, action) in &placed {
            if listed.contains(&(*place, *action)) {
                continue;
            }
            listed.push((*place, *action));
            let same = placed
                .iter()
                .filter(|(_, other, same)| other == place && same == action)
                .filter_map(|(row, ..)| self.setup.keymap.bindings().get(*row));
            let names = same.flat_map(|binding| [binding.help, binding.name, binding.hint]);
            let names: Vec<&str> = names.collect();
            let goal = match action {
                Action::Show(_) => Goal::View(*row),
                _ => Goal::Action(*row),
            };
            let view = match action {
                Action::Show(view) => View::ALL.iter().find(|(known, ..)| known == view),
                _ => None,
            };
            goals.add(
                goal,
                names.into_iter().chain(view.map(|(_, _, name)| *name)),
            );
        }
    }

    /// A goal as a row of the list tells it.
    #[must_use]
    pub fn tell(&self, goal: Goal, palette: &Palette) -> Said {
        let timeline = &self.document.timeline;
        let said = |title: &str, aside: String, note: String| Said {
            title: title.to_owned(),
            aside,
            note,
        };
        match goal {
            Goal::Date => palette
                .date
                .as_ref()
                .map_or_else(Said::default, |date| self.tell_date(date)),
            Goal::Standing(id) => palette
                .date
                .as_ref()
                .map_or_else(Said::default, |date| self.tell_standing(id, date)),
            Goal::Passage(id) => {
                let passage = &timeline[id];
                let title = format!("{} {}", passage.mark(), passage.heading);
                said(
                    &title,
                    String::new(),
                    text::count(passage.events.len(), "event"),
                )
            }
            Goal::View(row) | Goal::Action(row) => self.tell_action(row),
            Goal::Country(id) => {
                let aside = if self.location.view == View::Lanes {
                    "its row"
                } else {
                    "follow it with ] and ["
                };
                said(&timeline[id].name, aside.to_owned(), String::new())
            }
            Goal::Only(id) => {
                let involved = |event: &&Event| event.involves(id, None);
                let number = timeline.events.iter().filter(involved).count();
                let title = format!("only {}", timeline[id].name);
                said(
                    &title,
                    text::count(number, "event"),
                    self.key_of(Action::PickCountries),
                )
            }
            Goal::Case(id) => {
                let case = &timeline[id];
                said(&case.title, String::new(), case.outcome.word().to_owned())
            }
            Goal::Event(id) => {
                let event = &timeline[id];
                said(&event.title, String::new(), event.date.short_label())
            }
            Goal::Theme(theme) => said(theme.name(), String::new(), self.key_of(Action::NextTheme)),
        }
    }

    fn key_of(&self, action: Action) -> String {
        let binding = self.setup.keymap.binding(self.place(), action);
        binding.map(Binding::keys_in_words).unwrap_or_default()
    }

    fn tell_date(&self, date: &HistoricDate) -> Said {
        let visible = self.location.selection.visible().iter();
        let number = visible.filter(|event| self.lies_in(**event, date)).count();
        let aside = match self.event_at(date) {
            _ if self.location.view == View::Lanes => String::new(),
            Some(event) if number > 0 => self.document.timeline[event].short_title().to_owned(),
            Some(event) => format!(
                "nothing then; the nearest is of {}",
                self.document.timeline[event].date.label()
            ),
            None => "the filter leaves nothing".to_owned(),
        };
        Said {
            title: date.label(),
            aside,
            note: text::count(number, "event"),
        }
    }

    /// "Belgium, 1 August 1914" and what it was then.
    fn tell_standing(&self, country: CountryId, date: &HistoricDate) -> Said {
        let timeline = &self.document.timeline;
        let bounds = date.earliest().zip(date.latest());
        let standings = bounds.map_or_else(Vec::new, |(from, to)| {
            status_during(timeline, country, from, to)
        });
        let status = |standing: &Standing| {
            let status = &timeline[timeline[standing.span].status];
            match standing.holds {
                Certainty::Possibly => format!("{}, possibly", status.label),
                _ => status.label.clone(),
            }
        };
        let none = || "no status then".to_owned();
        Said {
            title: format!("{}, {}", timeline[country].name, date.label()),
            aside: standings.first().map_or_else(none, status),
            note: String::new(),
        }
    }

    fn tell_action(&self, row: usize) -> Said {
        let Some(binding) = self.setup.keymap.bindings().get(row) else {
            return Said::default();
        };
        let elsewhere = self
            .place_of(binding)
            .filter(|place| *place != self.place())
            .map(|place| format!("{} · ", place.title().to_lowercase()));
        Said {
            title: binding.help.to_owned(),
            aside: format!("{}{}", elsewhere.unwrap_or_default(), binding.name),
            note: binding.keys_in_words(),
        }
    }

    /// Writes out the chosen goal in the prompt, so that the line leads there again.
    pub(in crate::app) fn complete(&mut self) {
        let Mode::GoTo(palette) = &self.mode else {
            return;
        };
        let Some(goal) = palette.goal().or(palette.left().first().copied()) else {
            return;
        };
        let timeline = &self.document.timeline;
        let name = match goal {
            Goal::Date => palette.date.as_ref().map(|date| date.written().to_owned()),
            Goal::Standing(id) => {
                let date = palette.date.as_ref().map(HistoricDate::written);
                date.map(|date| format!("{} {date}", timeline[id].name))
            }
            Goal::Passage(id) => Some(match timeline[id].paragraph {
                Some(_) => timeline[id].mark(),
                None => timeline[id].id.clone(),
            }),
            Goal::View(row) | Goal::Action(row) => {
                let binding = self.setup.keymap.bindings().get(row);
                binding.map(|binding| binding.name.to_owned())
            }
            Goal::Country(id) => Some(timeline[id].name.clone()),
            Goal::Only(id) => Some(format!("only {}", timeline[id].name)),
            Goal::Case(id) => Some(timeline[id].id.clone()),
            Goal::Event(id) => Some(timeline[id].id.clone()),
            Goal::Theme(theme) => Some(theme.name().to_owned()),
        };
        if let (Some(name), Mode::GoTo(palette)) = (name, &mut self.mode) {
            palette.complete(goal, &name);
        }
    }

    /// Goes where the prompt points to, or names what it does not find and what is nearest.
    pub(in crate::app) fn take_palette(&mut self, palette: &Palette) -> Effect {
        let typed = palette.typed().to_owned();
        if !typed.is_empty() && self.memory.typed.last() != Some(&typed) {
            self.memory.typed.push(typed.clone());
            let oldest = self.memory.typed.len().saturating_sub(HISTORY);
            self.memory.typed.drain(..oldest);
        }
        match palette.goal() {
            Some(goal) => self.reach(goal, palette),
            None if typed.is_empty() => Effect::Draw,
            None => {
                self.say(self.not_found(palette));
                Effect::Draw
            }
        }
    }

    fn reach(&mut self, goal: Goal, palette: &Palette) -> Effect {
        match goal {
            Goal::Date => {
                if let Some(date) = &palette.date {
                    self.go_to_date(date);
                }
            }
            Goal::Standing(country) => {
                if let Some(date) = &palette.date {
                    self.go_to_standing(country, date);
                }
            }
            Goal::Passage(passage) => self.go_to_passage(passage),
            Goal::View(row) | Goal::Action(row) => return self.run(row),
            Goal::Country(country) => self.go_to_country(country),
            Goal::Only(country) => self.ask_only_countries(&[country]),
            Goal::Case(case) => self.go_to_case(case),
            Goal::Event(event) => {
                self.go_to_event(event);
                self.location.pane = Pane::List;
            }
            Goal::Theme(theme) => self.setup.theme = theme,
        }
        Effect::Draw
    }

    /// What is said where nothing answers: the nearest name, or why what looks like a date is none.
    #[must_use]
    pub fn not_found(&self, palette: &Palette) -> String {
        let typed = palette.typed();
        let figures = typed.len() > 4
            && typed
                .chars()
                .all(|sign| sign.is_ascii_digit() || "-/.?~%X".contains(sign));
        if let (true, Err(fault)) = (figures, HistoricDate::parse(typed)) {
            return format!("“{typed}” is no date: {}", fault.reason);
        }
        match palette.nearest() {
            Some(near) => format!("nothing is called “{typed}”; the nearest is {near}"),
            None => format!("nothing is called “{typed}”; try 1914-08, ¶6 or a country"),
        }
    }
}
