//! The prompt of `:`: everything that a typed line can mean, the likeliest first.
//!
//! The actions come from the key table, so that none is forgotten and none stands twice.

use super::dates;
use super::source::PickerSource;
use super::target::Target;
use super::{Item, Items, Match, Picker};
use crate::app::action::Action;
use crate::app::input::Effect;
use crate::app::keys::Context;
use crate::app::overlay::Overlay;
use crate::app::picker::{help, signs, target};
use crate::app::{App, FilterByName, Theme, View};
use crate::page::about;
use crate::text;
use crate::text::rank::{Matcher, Rank};
use crate::timeline::{CaseId, CountryId, EventId, PassageId, Timeline, TourId};
use crate::words::{fill, translated};

/// Lines typed before that the prompt opens with.
const LATEST: usize = 3;

/// Lines that are kept to be called back.
const HISTORY: usize = 100;

/// What hands type to save that have learned it elsewhere.
const SAVES: [&str; 5] = ["w", "w!", "wa", "write", "up"];

impl Picker {
    /// The items that a line can mean, which may be a date, or a country and a date.
    pub(super) fn rank_all(&mut self, matcher: &Matcher) -> Vec<Match> {
        let line = self.query().to_owned();
        let country = match dates::date(&line) {
            Some(date) => {
                self.date = Some(date);
                None
            }
            None => dates::name_and_date(&line).map(|(name, date)| {
                self.date = Some(date);
                Matcher::new(name)
            }),
        };
        let is_date = self.date.is_some() && country.is_none();
        let mut found = Vec::new();
        for (at, item) in self.all().iter().enumerate() {
            let names = self.items.names_of(item);
            let rank = match item.target {
                Target::Date => is_date.then_some(Rank::Exact),
                Target::StatusAt(_) => country
                    .as_ref()
                    .and_then(|country| country.rank(names))
                    .filter(|rank| matches!(rank, Rank::Exact | Rank::Prefix)),
                // What a word means comes after what is called so.
                Target::Sign(_) => matcher.rank(names).map(|rank| rank.max(Rank::Prefix)),
                _ => matcher.rank(names),
            };
            let in_full = names.lines().next().and_then(|name| matcher.rank(name));
            found.extend(rank.map(|rank| Match {
                class: 0,
                rank,
                // What an action is called in a settings file is as good a name as what it does.
                by_alias: in_full != Some(rank) && !item.target.is_action(),
                order: item.target.order(),
                at,
            }));
        }
        found
    }

    /// "the article has ¶1 to ¶19": where a paragraph is asked for that it has not.
    pub(super) fn beyond_the_paragraphs(&self) -> Option<String> {
        let number = self.query().trim().strip_prefix(['¶', '#'])?.trim();
        number.parse::<u32>().ok()?;
        let marked = |name: &str| {
            name.strip_prefix('¶')
                .and_then(|number| number.parse().ok())
        };
        let numbers: Vec<u32> = self.items.names().filter_map(marked).collect();
        let (first, last) = (numbers.iter().min()?, numbers.iter().max()?);
        Some(format!("the article has ¶{first} to ¶{last}"))
    }

    /// The name that is nearest to the query, or to the name that stands in it beside a date, where nothing has that name.
    pub(super) fn nearest(&self) -> Option<&str> {
        let nearest = |name| text::nearest(name, self.items.names());
        nearest(self.query()).or_else(|| nearest(dates::name_and_date(self.query())?.0))
    }
}

/// Everything that can be gone to or done from here.
pub(in crate::app) fn goto_items(app: &App) -> Items {
    let timeline = &app.document.timeline;
    let mut items = Items::default();
    items.add_named(Target::Date, []);
    let lines = app.memory.history.len();
    for at in (0..lines).rev().take(LATEST) {
        items.add_named(Target::History(at), []);
    }
    for at in 0..about::proposed(timeline).len() {
        items.add_named(Target::Proposed(at), []);
    }
    add_actions(app, &mut items);
    for (at, FilterByName { name, .. }) in app.setup.filters.iter().enumerate() {
        let prefixed = format!("filter {name}");
        items.add_named(Target::Filter(at), [name.as_str(), &prefixed]);
    }
    items.add_named(
        Target::About,
        [about::TITLE, "about", "home", &timeline.title],
    );
    items.extend(app.document.things());
    signs::add_all(app, &mut items);
    for (theme, name) in Theme::ALL {
        let full = format!("{name} theme");
        items.add_named(Target::Theme(theme), [name, &full]);
    }
    items
}

/// What the timeline has that can be gone to, whoever reads it.
pub(in crate::app) fn things(timeline: &Timeline) -> Items {
    let mut items = Items::default();
    for id in PassageId::all(timeline) {
        let passage = &timeline[id];
        let number = passage.paragraph.map(|number| number.to_string());
        let number = number.unwrap_or_default();
        // The sign is drawn so in ASCII.
        let drawn = format!("#{number}");
        let marks = [
            format!("¶{number}"),
            format!("p{number}"),
            number.clone(),
            drawn,
        ];
        let marks = marks.iter().filter(|_| !number.is_empty());
        let names = [passage.heading.as_str(), &passage.id];
        items.add_named(
            Target::Passage(id),
            names.into_iter().chain(marks.map(String::as_str)),
        );
    }
    for id in CountryId::all(timeline) {
        let country = &timeline[id];
        let aliases = country.aliases.iter().map(String::as_str);
        let names = [country.name.as_str(), &country.id, &country.code];
        let names = names.into_iter().chain(aliases);
        items.add_named(Target::StatusAt(id), names.clone());
        items.add_named(Target::Country(id), names);
        let only = format!("only {}", country.name);
        items.add_named(Target::Only(id), [country.name.as_str(), &only]);
    }
    for id in CaseId::all(timeline) {
        let case = &timeline[id];
        items.add_named(Target::Case(id), [case.title.as_str(), &case.id]);
    }
    for id in TourId::all(timeline) {
        let tour = &timeline[id];
        let prefixed_id = format!("tour {}", tour.id);
        items.add_named(
            Target::Tour(id),
            [tour.title.as_str(), &tour.id, &prefixed_id],
        );
    }
    for id in EventId::all(timeline) {
        let event = &timeline[id];
        let names = [event.title.as_str(), &event.id];
        items.add_named(
            Target::Event(id),
            names.into_iter().chain(event.texts.short.as_deref()),
        );
    }
    items
}

/// The rows of the key table, those that run here first; the same action in the same context stands once.
fn add_actions(app: &App, items: &mut Items) {
    let here = app.location.context();
    let bindings = app.setup.keymap.bindings().iter().enumerate();
    let mut placed: Vec<(usize, Context, Action)> = bindings
        .filter_map(|(row, binding)| Some((row, help::context_of(app, binding)?, binding.action)))
        .collect();
    placed.sort_by_key(|(_, context, _)| *context != here);
    let mut listed: Vec<(Context, Action)> = Vec::new();
    for (row, context, action) in &placed {
        if listed.contains(&(*context, *action)) {
            continue;
        }
        listed.push((*context, *action));
        let same = placed
            .iter()
            .filter(|(_, other, same)| other == context && same == action)
            .filter_map(|(row, ..)| app.setup.keymap.bindings().get(*row));
        let names = same.flat_map(|binding| [translated(binding.help), binding.name, binding.hint]);
        let names: Vec<&str> = names.collect();
        let target = match action {
            Action::Show(_) => Target::View(*row),
            _ => Target::Action(*row),
        };
        let view = match action {
            Action::Show(view) => View::ALL.iter().find(|(known, ..)| known == view),
            _ => None,
        };
        items.add_named(
            target,
            names
                .into_iter()
                .chain(view.map(|(_, _, name)| *name))
                .chain(habits(app, *action).iter().copied()),
        );
    }
}

/// What hands type for an action that have learned it elsewhere, and what readers call it.
fn habits(app: &App, action: Action) -> &'static [&'static str] {
    match action {
        Action::QuitNow => &["q", "q!", "qa", "qa!", "wq", "wqa", "x", "exit"],
        Action::Pick(PickerSource::Help) => &["h"],
        // What ends a search ends other things where nothing is searched for.
        Action::Cancel if app.matches().is_some() => &["noh", "nohl", "nohlsearch"],
        Action::Ages => &["what lasted", "how long", "duration", "longest", "ages"],
        Action::NextViolation => &["who broke what", "broken promises", "breach"],
        Action::CounterReading => &["what speaks against it", "objections", "counter-argument"],
        Action::Sources => &["bibliography", "references", "footnotes"],
        Action::Export => &["hand-out", "handout", "save as", "document", "pdf"],
        _ => &[],
    }
}

/// Where in the list that the prompt opens with something stands; `None` for what is only found by typing.
pub(super) fn opens_with(target: Target) -> Option<u8> {
    match target {
        Target::History(_) => Some(0),
        Target::Proposed(_) => Some(1),
        Target::View(_) | Target::About => Some(2),
        Target::Passage(_) => Some(3),
        Target::Country(_) => Some(4),
        Target::Tour(_) => Some(5),
        _ => None,
    }
}

/// Writes out the chosen item in the prompt, so that the line leads there again.
pub(in crate::app) fn complete(app: &mut App) {
    let Some(picker) = app
        .picker()
        .filter(|picker| picker.source == PickerSource::GoTo)
    else {
        return;
    };
    let first = || picker.get(0).map(|item| item.target);
    let Some(target) = picker.target().or_else(first) else {
        return;
    };
    let name = target::written(app, target, picker.date.as_ref());
    if let (Some(name), Some(Overlay::Picker(picker))) = (name, &mut app.overlay) {
        picker.complete(target, &name);
    }
}

/// Goes where the line leads, or names what it does not find and what is nearest.
pub(in crate::app) fn pick_goto(app: &mut App, picker: &Picker) -> Effect {
    let query = picker.query();
    if !query.is_empty() && app.memory.history.last().is_none_or(|last| last != query) {
        app.memory.history.push(query.to_owned());
        let oldest = app.memory.history.len().saturating_sub(HISTORY);
        app.memory.history.drain(..oldest);
    }
    let is_first = picker.position().is_none_or(|at| at == 0);
    if is_first && SAVES.contains(&query) {
        app.say("nothing is to be saved: marks and notes are kept at once");
        return Effect::Draw;
    }
    match picker.target() {
        Some(target) => return target::reach(app, target, picker.date.as_ref()),
        None if query.is_empty() => {}
        None => app.say(not_found(picker)),
    }
    Effect::Draw
}

/// Goes where a line leads that is proposed or was typed before, as if it were typed now.
pub(in crate::app) fn go_to_line(app: &mut App, line: &str) -> Effect {
    let mut picker = Picker::new(PickerSource::GoTo, goto_items(app));
    picker.paste(line);
    pick_goto(app, &picker)
}

/// What a word means already, so that no filter may be called so: "a country", "what a key does".
pub(in crate::app) fn meaning(app: &App, word: &str) -> Option<&'static str> {
    if dates::date(word).is_some() {
        return Some("a date");
    }
    let (items, matcher) = (goto_items(app), Matcher::new(word));
    let is_called_so = |item: &&Item| {
        let is_own = matches!(item.target, Target::Filter(_) | Target::Sign(_));
        !is_own && matcher.rank(items.names_of(item)) == Some(Rank::Exact)
    };
    let found = items.items.iter().find(is_called_so)?;
    Some(match found.target {
        Target::Action(_) => "what a key does",
        Target::View(_) => "a view",
        Target::Theme(_) => "a theme",
        Target::Passage(_) => "a claim",
        Target::Country(_) | Target::StatusAt(_) | Target::Only(_) => translated("a country"),
        Target::Case(_) => "a case",
        Target::Tour(_) => "a tour",
        Target::Event(_) => "an event",
        _ => "a page",
    })
}

/// The message where nothing matches: the nearest name, or why what looks like a date is none.
#[must_use]
pub(super) fn not_found(picker: &Picker) -> String {
    let query = picker.query();
    if let Some(reason) = dates::impossible(query) {
        return format!("“{query}” is no date: {reason}");
    }
    if let Some(range) = picker.beyond_the_paragraphs() {
        return range;
    }
    match picker.nearest() {
        Some(near) => format!("nothing is called “{query}”; the nearest is {near}"),
        None => fill(
            "nothing is called “{0}”; try 1914-08, ¶6 or a country",
            &[&query],
        ),
    }
}
