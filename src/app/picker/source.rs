//! What a picker can list: a row of a table for each source, its title, and its items.
//!
//! Adding a menu is a variant, a row of the table, a title and its items here, a way to open it in the key table
//! (`Action::Pick`), and in `target` what picking does where its items stand for something new.

use super::spec::{Columns, Placement, Spec};
use super::target::{Label, Target};
use super::{Items, Picker};
use crate::app::action::Action;
use crate::app::keys::Context;
use crate::app::picker::{countries, everything, help, marks, signs};
use crate::app::view::lanes::opening;
use crate::app::{App, open};
use crate::page::{self, Tone};
use crate::selection::facet::Facet;
use crate::selection::filter::FilterPart;
use crate::text;
use crate::timeline::TourId;
use crate::timeline::diagnostic::Severity;
use crate::words::{count, fill, translated};

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PickerSource {
    /// Everything that can be gone to or done: the prompt of `:`.
    GoTo,
    /// The countries, of which several can be marked, to filter by.
    Countries,
    /// Every key with what it does.
    Help,
    /// The events that share a mark on a lane.
    Cluster,
    /// The faults of the file as it is now.
    Faults,
    /// The sources of an event that have an address, to open one.
    Addresses,
    /// The tours, to begin one.
    Tours,
    /// Every sign and word with its meaning.
    Signs,
    /// The reader's marks, those whose subject has gone among them.
    Marks,
    /// What can be written as a document.
    Exports,
}

const CLOSE: (Action, &str) = (Action::Cancel, "");

/// A menu like most others.
const MENU: Spec = Spec {
    name: "",
    context: Context::Menu,
    placement: Placement::Centred {
        width: 44,
        below: [1, 1],
    },
    columns: Columns::Title,
    bold: false,
    placeholder: Some("type to narrow"),
    nothing: "",
    hints: &[(Action::Accept, "open"), CLOSE],
    stays: false,
};

const GO_TO: Spec = Spec {
    name: "Go to or do",
    context: Context::Prompt,
    placement: Placement::AboveFooter,
    columns: Columns::Kinds,
    bold: true,
    placeholder: Some("a date, a country and a date, ¶6, a name, what to do"),
    hints: &[],
    ..MENU
};

const COUNTRIES: Spec = Spec {
    name: "Country",
    columns: Columns::Marked,
    bold: true,
    nothing: "no country is called so",
    hints: &[
        (Action::Accept, ""),
        (Action::Mark, ""),
        (Action::NextRole, ""),
        CLOSE,
    ],
    ..MENU
};

const HELP: Spec = Spec {
    name: "Help: every command with its keys",
    placement: Placement::Centred {
        width: 84,
        below: [0, 0],
    },
    columns: Columns::Keys,
    nothing: "no key does that, and no sign is called so; Esc, then : finds events and countries",
    hints: &[],
    ..MENU
};

const CLUSTER: Spec = Spec {
    name: "Several events",
    placement: Placement::Centred {
        width: 64,
        below: [1, 1],
    },
    columns: Columns::NoteFirst(13),
    bold: true,
    nothing: "no event here is called so",
    ..MENU
};

const FAULTS: Spec = Spec {
    name: "Faults of the file",
    context: Context::Faults,
    placement: Placement::Centred {
        width: 100,
        below: [2, 5],
    },
    columns: Columns::NoteFirst(7),
    placeholder: None,
    hints: &[(Action::Edit, ""), CLOSE],
    stays: true,
    ..MENU
};

const ADDRESSES: Spec = Spec {
    name: "Sources with an address",
    placement: Placement::Centred {
        width: 84,
        below: [2, 2],
    },
    ..MENU
};

const TOURS: Spec = Spec {
    name: "Tours",
    placement: Placement::Centred {
        width: 72,
        below: [3, 4],
    },
    columns: Columns::NoteFirst(8),
    bold: true,
    nothing: "no tour is called so",
    hints: &[(Action::Accept, "begin"), CLOSE],
    ..MENU
};

const SIGNS: Spec = Spec {
    name: "Signs and words",
    placement: Placement::Centred {
        width: 96,
        below: [2, 4],
    },
    columns: Columns::Signs,
    bold: true,
    nothing: "nothing that is drawn or defined is called so",
    hints: &[CLOSE],
    stays: true,
    ..MENU
};

const MARKS: Spec = Spec {
    name: "Marks and notes",
    placement: Placement::Centred {
        width: 84,
        below: [2, 4],
    },
    columns: Columns::NoteFirst(13),
    bold: true,
    nothing: "no mark and no note has these words",
    hints: &[(Action::Accept, "go there"), (Action::Unmark, ""), CLOSE],
    ..MENU
};

const EXPORTS: Spec = Spec {
    name: "Write to a file",
    placement: Placement::Centred {
        width: 72,
        below: [1, 1],
    },
    columns: Columns::NoteFirst(11),
    bold: true,
    nothing: "nothing of it can be written",
    hints: &[(Action::Accept, "go on"), CLOSE],
    ..MENU
};

impl PickerSource {
    /// Whether a file that has changed is listed anew; elsewhere the items are followed to where they are now.
    #[must_use]
    pub fn is_listed_anew(self) -> bool {
        matches!(
            self,
            PickerSource::GoTo
                | PickerSource::Faults
                | PickerSource::Signs
                | PickerSource::Marks
                | PickerSource::Exports
        )
    }

    /// The row of the table.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        match self {
            PickerSource::GoTo => &GO_TO,
            PickerSource::Countries => &COUNTRIES,
            PickerSource::Help => &HELP,
            PickerSource::Cluster => &CLUSTER,
            PickerSource::Faults => &FAULTS,
            PickerSource::Addresses => &ADDRESSES,
            PickerSource::Tours => &TOURS,
            PickerSource::Signs => &SIGNS,
            PickerSource::Marks => &MARKS,
            PickerSource::Exports => &EXPORTS,
        }
    }
}

/// The line over a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The words of the line.
    pub text: String,
    /// What stands at its right end, in a tone.
    pub aside: (String, Tone),
}

/// What a source lists here and now; a sentence where there is nothing to list.
pub(in crate::app) fn items(app: &App, source: PickerSource) -> Result<Items, &'static str> {
    match source {
        PickerSource::GoTo => Ok(everything::goto_items(app)),
        PickerSource::Countries => countries::country_items(app),
        PickerSource::Help => Ok(help::help_items(app)),
        PickerSource::Cluster => Ok(cluster_items(app)),
        PickerSource::Faults => fault_items(app),
        PickerSource::Addresses => Ok(address_items(app)),
        PickerSource::Tours => tour_items(app),
        PickerSource::Signs => Ok(signs::items(app)),
        PickerSource::Marks => marks::items(app),
        PickerSource::Exports => Ok(marks::export_items(app)),
    }
}

/// The title of a list in the middle of the screen.
#[must_use]
pub fn title(app: &App, picker: &Picker) -> Title {
    let plain = |text: &str| (text.to_owned(), (String::new(), Tone::Dim));
    let (text, aside) = match picker.source {
        PickerSource::GoTo => plain(""),
        PickerSource::Countries => {
            let role = (included_role(app), Tone::Accent);
            (translated("Events of a country").to_owned(), role)
        }
        PickerSource::Help => {
            let hint = "type to search · Enter runs · Esc closes";
            let hint = (translated(hint).to_owned(), Tone::Dim);
            (translated("Keys").to_owned(), hint)
        }
        PickerSource::Cluster => {
            let events = count(picker.all().len(), "event");
            plain(&if app.location.lanes.ages.shown {
                fill("{0} of this title", &[&events])
            } else {
                fill("{0} at this mark", &[&events])
            })
        }
        PickerSource::Faults => plain(&app.document.file_at_fault().unwrap_or_default()),
        PickerSource::Addresses => plain(translated("Open a source")),
        PickerSource::Tours => plain(translated("Tours: Space walks from stop to stop")),
        PickerSource::Signs => plain(translated(SIGNS.name)),
        PickerSource::Marks => plain(translated(MARKS.name)),
        PickerSource::Exports => plain(translated(EXPORTS.name)),
    };
    Title { text, aside }
}

/// What describes the chosen item below a list of so many columns, in a tone.
#[must_use]
pub fn detail(app: &App, picker: &Picker, columns: u16) -> Option<(String, Tone)> {
    match picker.target() {
        Some(Target::Fault(at)) => {
            let fault = app.document.broken.as_ref()?.faults.get(at)?;
            let room = usize::from(picker.columns().room(columns));
            let was_cut = text::width(&fault.message) > room;
            let message = was_cut.then_some(fault.message.as_str());
            let parts: Vec<&str> = message.into_iter().chain(fault.help.as_deref()).collect();
            Some((parts.join("; "), Tone::Dim))
        }
        // Nothing is opened whose address was not on the screen.
        Some(Target::Address(source)) => {
            let address = app.document.timeline[source].url.clone()?;
            Some((address, Tone::Accent))
        }
        Some(Target::Tour(tour)) if picker.source == PickerSource::Tours => {
            let summary = app.document.timeline[tour].summary.clone()?;
            Some((summary, Tone::Dim))
        }
        Some(Target::Sign(_)) => {
            Some((picker.chosen()?.label.as_ref()?.aside.clone(), Tone::Plain))
        }
        Some(Target::Mark(at)) => {
            let mark = app.notebook().marks.get(at)?;
            Some((mark.note.clone()?.replace('\n', " "), Tone::Plain))
        }
        None if picker.source == PickerSource::Addresses => Some((
            translated("no source is called so").to_owned(),
            Tone::Accent,
        )),
        _ => None,
    }
}

fn included_role(app: &App) -> String {
    let filter = app.location.selection.filter();
    match filter.choices.included_of(Facet::Role).next() {
        None => translated("in any role").to_owned(),
        Some(_) => filter.describe(FilterPart::Include(Facet::Role), &app.document.timeline),
    }
}

fn cluster_items(app: &App) -> Items {
    let mut items = Items::default();
    for id in opening::events_at_cursor(app) {
        let event = &app.document.timeline[id];
        let label = Label::noted(event.short_title(), event.date.short_label());
        items.add(Target::Event(id), label, &event.title);
    }
    items
}

fn fault_items(app: &App) -> Result<Items, &'static str> {
    let nothing = "the file has no fault that keeps it from being shown";
    let report = app.document.broken.as_ref().ok_or(nothing)?;
    let mut items = Items::default();
    // What keeps the file from being shown comes first.
    for (severity, group, tone) in [
        (
            Severity::Error,
            "Errors: they keep the file from being shown",
            Tone::Violation,
        ),
        (Severity::Warning, "Warnings", Tone::Dim),
    ] {
        let faults = report.faults.iter().enumerate();
        for (at, fault) in faults.filter(|(_, fault)| fault.severity == severity) {
            let (line, column) = report.position(fault);
            let place = match report.other_file_of(fault) {
                Some(file) => format!("{file}:{line}:{column}"),
                None => format!("{line}:{column}"),
            };
            let label = Label {
                tone,
                ..Label::noted(&fault.message, place)
            };
            items.add(Target::Fault(at), label, "").group = group;
        }
    }
    Ok(items)
}

fn address_items(app: &App) -> Items {
    let mut items = Items::default();
    for id in open::sources_to_open(app) {
        let source = &app.document.timeline[id];
        let label = Label::noted(&page::citation::in_words(source, None), String::new());
        let address = source.url.as_deref().unwrap_or_default();
        items.add(Target::Address(id), label, address);
    }
    items
}

fn tour_items(app: &App) -> Result<Items, &'static str> {
    let timeline = &app.document.timeline;
    if timeline.tours.is_empty() {
        return Err("this timeline has no tours");
    }
    let mut items = Items::default();
    for id in TourId::all(timeline) {
        let tour = &timeline[id];
        let stops = count(tour.stops.len(), "stop");
        items.add(Target::Tour(id), Label::noted(&tour.title, stops), &tour.id);
    }
    Ok(items)
}
