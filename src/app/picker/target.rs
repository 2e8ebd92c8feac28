//! What can be picked: how it is described in a row, how it is written, and what picking it does.

use crate::app::export::{self, ExportSource};
use crate::app::picker::{everything, help, run, signs};
use crate::app::{App, Pane, Theme, View, edit, filtering, goto, marks, open, tour};
use std::borrow::Cow;

use super::{Item, Picker};
use crate::app::action::Action;
use crate::app::input::Effect;
use crate::app::keys::Binding;
use crate::app::picker::source::PickerSource;
use crate::app::reload::Migration;
use crate::page::status_at::in_time;
use crate::page::{Tone, about};
use crate::timeline::status_at::{StatusAt, status_during};
use crate::timeline::{
    CaseId, CountryId, Event, EventId, HistoricDate, PassageId, SourceId, TourId,
};
use crate::words::{count, fill, translated};

/// Something that an item of a list stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The page of the timeline as a whole.
    About,
    /// The date that is typed.
    Date,
    /// A line that was typed before, by its place in the history.
    History(usize),
    /// A line that the timeline’s own page proposes, by its place there.
    Proposed(usize),
    /// A claim of the article.
    Passage(PassageId),
    /// A row of the key table that shows a view.
    View(usize),
    /// Any other row of the key table.
    Action(usize),
    /// A country to follow, or its row in the lanes.
    Country(CountryId),
    /// The status of a country at the date that is typed with it.
    StatusAt(CountryId),
    /// The events of a country and no others.
    Only(CountryId),
    /// A case of the table.
    Case(CaseId),
    /// A tour, to begin it.
    Tour(TourId),
    /// An event.
    Event(EventId),
    /// A theme.
    Theme(Theme),
    /// A fault of the file as it is now, by its position in the report.
    Fault(usize),
    /// The address of a source.
    Address(SourceId),
    /// The list of signs and words.
    Signs,
    /// A sign or a word, by its position in that list.
    Sign(usize),
    /// A mark of the reader, by its place in the notebook.
    Mark(usize),
    /// A filter that has a name, by its place among them.
    Filter(usize),
    /// Something that can be written as a document.
    Export(ExportSource),
}

impl Target {
    /// Which of two comes first where both answer as well.
    #[must_use]
    pub fn order(self) -> u8 {
        match self {
            Target::Date | Target::StatusAt(_) | Target::History(_) | Target::Proposed(_) => 0,
            Target::Passage(_) => 1,
            Target::View(_) | Target::About => 2,
            Target::Country(_) => 3,
            Target::Only(_) => 4,
            Target::Case(_) => 5,
            Target::Tour(_) => 6,
            Target::Action(_) => 7,
            Target::Event(_) => 8,
            Target::Theme(_) => 9,
            Target::Fault(_) | Target::Address(_) => 10,
            Target::Filter(_) => 4,
            Target::Signs | Target::Sign(_) | Target::Mark(_) | Target::Export(_) => 11,
        }
    }

    /// Whether picking it does something instead of leading somewhere.
    #[must_use]
    pub fn is_action(self) -> bool {
        matches!(self, Target::Action(_) | Target::View(_))
    }

    /// What it is in a file that has changed; `None` for what is gone, and for what is not followed.
    pub(in crate::app) fn followed(self, change: &Migration) -> Option<Target> {
        match self {
            Target::Country(country) => change.country(country).map(Target::Country),
            Target::StatusAt(country) => change.country(country).map(Target::StatusAt),
            Target::Only(country) => change.country(country).map(Target::Only),
            Target::Event(event) => change.event(event).map(Target::Event),
            Target::Passage(passage) => change.passage(passage).map(Target::Passage),
            Target::Case(case) => change.case(case).map(Target::Case),
            Target::Tour(tour) => change.tour(tour).map(Target::Tour),
            Target::Address(_) | Target::Export(_) => None,
            Target::Mark(_)
            | Target::Filter(_)
            | Target::Date
            | Target::View(_)
            | Target::Action(_)
            | Target::Theme(_)
            | Target::Fault(_)
            | Target::About
            | Target::History(_)
            | Target::Proposed(_)
            | Target::Signs
            | Target::Sign(_) => Some(self),
        }
    }

    /// What it is, in a word.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Target::About => "page",
            Target::History(_) => "again",
            Target::Proposed(_) => "ask",
            Target::Date => "date",
            Target::Passage(_) => "passage",
            Target::View(_) => "view",
            Target::Country(_) => "country",
            Target::StatusAt(_) => "status",
            Target::Only(_) => "filter",
            Target::Case(_) => "case",
            Target::Tour(_) => "tour",
            Target::Action(_) => "action",
            Target::Event(_) => "event",
            Target::Theme(_) => "theme",
            Target::Fault(_) => "fault",
            Target::Address(_) => "address",
            Target::Signs | Target::Sign(_) => "sign",
            Target::Mark(_) => "mark",
            Target::Filter(_) => "filter",
            Target::Export(_) => "file",
        }
    }
}

/// The text of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// The name of what it leads to.
    pub title: String,
    /// What stands back behind the title.
    pub aside: String,
    /// What stands in a column of its own: a key, a date, a number.
    pub note: String,
    /// The tone of the note where that is a sign.
    pub tone: Tone,
}

impl Label {
    /// A title and a note.
    #[must_use]
    pub fn noted(title: &str, note: String) -> Self {
        Label {
            title: title.to_owned(),
            aside: String::new(),
            note,
            tone: Tone::Plain,
        }
    }
}

/// The text of an item's row.
#[must_use]
pub fn label<'i>(app: &App, item: &'i Item, picker: &Picker) -> Cow<'i, Label> {
    match &item.label {
        Some(label) => Cow::Borrowed(label),
        None => Cow::Owned(describe(app, item.target, picker.date.as_ref())),
    }
}

/// The label of a target, with the date that is typed where there is one.
pub(in crate::app) fn describe(app: &App, target: Target, date: Option<&HistoricDate>) -> Label {
    let timeline = &app.document.timeline;
    let noted = |title: &str, note: String| Label::noted(title, note);
    match target {
        Target::About => noted(translated(about::TITLE), key_of(app, Action::First)),
        Target::History(_) | Target::Proposed(_) => {
            let (line, aside) = line(app, target).unwrap_or_default();
            Label {
                aside: translated(aside).to_owned(),
                ..noted(&line, String::new())
            }
        }
        Target::Date => date.map_or_else(Label::default, |date| describe_date(app, date)),
        Target::StatusAt(id) => {
            date.map_or_else(Label::default, |date| describe_status(app, id, date))
        }
        Target::Passage(id) => {
            let passage = &timeline[id];
            let title = format!("{} {}", passage.mark(), passage.heading);
            noted(&title, count(passage.events.len(), "event"))
        }
        Target::View(row) | Target::Action(row) => describe_action(app, row),
        Target::Country(id) => {
            let aside = if app.location.view == View::Lanes {
                translated("its row")
            } else {
                translated("follow it with ] and [")
            };
            Label {
                aside: aside.to_owned(),
                ..noted(&timeline[id].name, String::new())
            }
        }
        Target::Only(id) => {
            let involved = |event: &&Event| event.involves(id, None);
            let number = timeline.events.iter().filter(involved).count();
            let title = format!("only {}", timeline[id].name);
            Label {
                aside: count(number, "event"),
                ..noted(&title, key_of(app, Action::Pick(PickerSource::Countries)))
            }
        }
        Target::Case(id) => {
            let case = &timeline[id];
            noted(&case.title, translated(case.outcome.word()).to_owned())
        }
        Target::Tour(id) => {
            let tour = &timeline[id];
            noted(&tour.title, count(tour.stops.len(), "stop"))
        }
        Target::Event(id) => {
            let event = &timeline[id];
            noted(&event.title, event.date.short_label())
        }
        Target::Theme(theme) => noted(theme.name(), key_of(app, Action::NextTheme)),
        Target::Signs => signs::of_all(),
        Target::Filter(at) => {
            let Some(named) = app.setup.filters.get(at) else {
                return Label::default();
            };
            let mut of_timeline = timeline.filters.iter();
            let titled = of_timeline.find(|filter| filter.id == named.name);
            let title = titled.and_then(|filter| filter.title.clone());
            let parts = || named.filter(timeline).parts(timeline).join(", ");
            Label {
                aside: title.unwrap_or_else(parts),
                ..noted(&named.name, String::new())
            }
        }
        // These are listed with their text.
        Target::Fault(_)
        | Target::Address(_)
        | Target::Sign(_)
        | Target::Mark(_)
        | Target::Export(_) => Label::default(),
    }
}

fn key_of(app: &App, action: Action) -> String {
    let binding = app.setup.keymap.binding(app.location.context(), action);
    binding.map(Binding::keys_in_words).unwrap_or_default()
}

fn describe_date(app: &App, date: &HistoricDate) -> Label {
    let visible = app.location.selection.visible().iter();
    let number = visible
        .filter(|event| goto::lies_in(app, **event, date))
        .count();
    let aside = match goto::event_at(app, date) {
        _ if app.location.view == View::Lanes => String::new(),
        Some(event) if number > 0 => app.document.timeline[event].short_title().to_owned(),
        Some(event) => fill(
            "nothing then; the nearest is of {0}",
            &[&app.document.timeline[event].date.label()],
        ),
        None => translated("the filter leaves nothing").to_owned(),
    };
    Label {
        title: date.label(),
        aside,
        note: count(number, "event"),
        tone: Tone::Plain,
    }
}

/// "Belgium, 1 August 1914" and what it was then.
fn describe_status(app: &App, country: CountryId, date: &HistoricDate) -> Label {
    let timeline = &app.document.timeline;
    let bounds = date.earliest().zip(date.latest());
    let statuses = bounds.map_or_else(Vec::new, |(from, to)| {
        status_during(timeline, country, from, to)
    });
    let status = |status_at: &StatusAt| {
        let status = &timeline[timeline[status_at.span].status];
        in_time(timeline, status_at, status.label.clone())
    };
    let none = || translated("no status then").to_owned();
    Label {
        title: format!("{}, {}", timeline[country].name, date.label()),
        aside: statuses.first().map_or_else(none, status),
        note: String::new(),
        tone: Tone::Plain,
    }
}

/// The line that was typed before or that is proposed, and what it answers.
fn line(app: &App, target: Target) -> Option<(String, &'static str)> {
    match target {
        Target::History(at) => Some((app.memory.history.get(at)?.clone(), "")),
        Target::Proposed(at) => about::proposed(&app.document.timeline).into_iter().nth(at),
        _ => None,
    }
}

fn describe_action(app: &App, row: usize) -> Label {
    let Some(binding) = app.setup.keymap.bindings().get(row) else {
        return Label::default();
    };
    let elsewhere = help::context_of(app, binding)
        .filter(|context| *context != app.location.context())
        .map(|context| format!("{} · ", context.title().to_lowercase()));
    Label {
        title: translated(binding.help).to_owned(),
        aside: format!("{}{}", elsewhere.unwrap_or_default(), binding.name),
        note: binding.keys_in_words(),
        tone: Tone::Plain,
    }
}

/// A name of the target that, typed into the prompt of `:`, leads there again.
pub(in crate::app) fn written(
    app: &App,
    target: Target,
    date: Option<&HistoricDate>,
) -> Option<String> {
    let timeline = &app.document.timeline;
    match target {
        Target::Date => date.map(|date| date.written().to_owned()),
        Target::StatusAt(id) => {
            date.map(|date| format!("{} {}", timeline[id].name, date.written()))
        }
        Target::Passage(id) => Some(match timeline[id].paragraph {
            Some(_) => timeline[id].mark(),
            None => timeline[id].id.clone(),
        }),
        Target::View(row) | Target::Action(row) => {
            let binding = app.setup.keymap.bindings().get(row);
            binding.map(|binding| binding.name.to_owned())
        }
        Target::Country(id) => Some(timeline[id].name.clone()),
        Target::Only(id) => Some(format!("only {}", timeline[id].name)),
        Target::Case(id) => Some(timeline[id].id.clone()),
        Target::Tour(id) => Some(timeline[id].id.clone()),
        Target::Event(id) => Some(timeline[id].id.to_string()),
        Target::Theme(theme) => Some(theme.name().to_owned()),
        Target::About => Some(about::TITLE.to_owned()),
        Target::History(_) | Target::Proposed(_) => line(app, target).map(|(line, _)| line),
        Target::Signs => Some(signs::of_all().title),
        Target::Filter(at) => app.setup.filters.get(at).map(|filter| filter.name.clone()),
        Target::Fault(_)
        | Target::Address(_)
        | Target::Sign(_)
        | Target::Mark(_)
        | Target::Export(_) => None,
    }
}

/// Goes to a target, or does it.
pub(in crate::app) fn reach(app: &mut App, target: Target, date: Option<&HistoricDate>) -> Effect {
    match (target, date) {
        (Target::Date, Some(date)) => goto::to_date(app, date),
        (Target::StatusAt(country), Some(date)) => goto::to_status(app, country, date),
        (Target::Date | Target::StatusAt(_), None) => {}
        (Target::Passage(passage), _) => goto::to_passage(app, passage),
        (Target::View(row) | Target::Action(row), _) => return help::run(app, row),
        (Target::Country(country), _) => goto::to_country(app, country),
        (Target::Only(country), _) => filtering::ask_only_countries(app, &[country]),
        (Target::Case(case), _) => goto::to_case(app, case),
        (Target::Tour(tour), _) => tour::start(app, tour),
        (Target::Event(event), _) => {
            goto::to_event(app, event);
            app.location.pane = Pane::List;
        }
        (Target::Theme(theme), _) => app.setup.theme = theme,
        (Target::Fault(_), _) => return edit::here(app),
        (Target::Address(source), _) => return open::source(app, source),
        (Target::About, _) => goto::to_timeline(app),
        (Target::History(_) | Target::Proposed(_), _) => {
            if let Some((line, _)) = line(app, target) {
                return everything::go_to_line(app, &line);
            }
        }
        (Target::Signs, _) => run::pick(app, PickerSource::Signs),
        (Target::Sign(_), _) => signs::show(app, target),
        (Target::Mark(at), _) => marks::go_to(app, at),
        (Target::Filter(at), _) => filtering::ask_by_name(app, at),
        (Target::Export(source), _) => export::ask_for_name(app, source),
    }
    Effect::Draw
}
