//! What leaves the reader as a document: what is shown, the marks, a tour or the trail of this reading; and the name that
//! a filter gets, to be asked for again.
//!
//! Nothing is written from in here: the request leaves as an effect.

use super::copy::filter_flags;
use super::input::{Effect, ExportRequest, Saving};
use super::line::{LineInput, LinePurpose};
use super::overlay::Overlay;
use super::picker::source::PickerSource;
use super::picker::{everything, run};
use super::{App, FilterByName, filtering, marks};
use crate::notes::NotebookChange;
use crate::selection::facet::Facet;
use crate::selection::filter::Filter;
use crate::selection::value::Value;
use crate::timeline::{PassageId, TourId};
use crate::words::{count, fill, translated};

/// The name that a hand-out gets where nothing else is typed.
const USUAL_NAME: &str = "hand-out.html";

/// What becomes a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportSource {
    /// The events that the filter leaves.
    Shown,
    /// A claim of the article, with the events that bear on it.
    Claim(PassageId),
    /// What is marked, with the notes.
    Marks,
    /// A tour.
    Tour(TourId),
    /// What was read since the program began.
    Trail,
}

impl ExportSource {
    /// As the prompt names it.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            ExportSource::Shown => "what is shown",
            ExportSource::Claim(_) => "the claim",
            ExportSource::Marks => "the marks",
            ExportSource::Tour(_) => "the tour",
            ExportSource::Trail => "this reading",
        }
    }
}

/// All that there is to write, each with how much it is.
pub(super) fn sources(app: &App) -> Vec<(ExportSource, String, String)> {
    let timeline = &app.document.timeline;
    let claim = filtering::claim_here(app);
    let shown = app.location.selection.visible().len();
    let mut sources = Vec::new();
    let mut add = |source, title: &str, note: String| {
        sources.push((source, title.to_owned(), note));
    };
    if let Some(claim) = claim {
        let passage = &timeline[claim];
        let name = format!("{} {}", passage.mark(), passage.heading);
        let title = fill("{0}, with what bears on it", &[&name.trim()]);
        let note = count(passage.events.len(), "event");
        add(ExportSource::Claim(claim), &title, note);
    }
    if shown > 0 {
        let title = match app.is_filtered() {
            true => translated("What the filter leaves"),
            false => translated("The whole timeline"),
        };
        add(ExportSource::Shown, title, count(shown, "event"));
    }
    let marks = app.notebook().marks.len();
    if marks > 0 {
        let note = count(marks, "mark");
        add(
            ExportSource::Marks,
            translated("What you marked, with your notes"),
            note,
        );
    }
    let trail = app.trail_places().len();
    if trail > 1 {
        let note = count(trail, "place");
        add(
            ExportSource::Trail,
            translated("The trail of this reading"),
            note,
        );
    }
    for tour in TourId::all(timeline) {
        let stops = count(timeline[tour].stops.len(), "stop");
        let title = fill("The tour “{0}”", &[&timeline[tour].title]);
        add(ExportSource::Tour(tour), &title, stops);
    }
    sources
}

/// The filter that leaves a claim with all that bears on it, whatever else is hidden.
#[must_use]
pub fn claim_filter(claim: PassageId) -> Filter {
    let mut filter = Filter::default();
    let choices = &mut filter.choices;
    choices.include_only(Facet::Article, &[Value::Passage(claim)]);
    filter
}

/// Asks what is to be written, where there is more than one thing.
pub(super) fn open(app: &mut App) -> Effect {
    match sources(app).as_slice() {
        [] => app.say("the filter leaves nothing to write; x lifts it"),
        [(only, ..)] => ask_for_name(app, *only),
        _ => run::pick(app, PickerSource::Exports),
    }
    Effect::Draw
}

/// Asks for the name of the file.
pub(super) fn ask_for_name(app: &mut App, source: ExportSource) {
    let name = app.memory.exported_to.as_deref().unwrap_or(USUAL_NAME);
    let line = LineInput::new(LinePurpose::Export(source), name);
    app.overlay = line.map(|line| Overlay::Line(Box::new(line)));
}

/// Lets the request leave.
pub(super) fn to_file(app: &mut App, source: ExportSource, name: &str) -> Effect {
    if name.is_empty() {
        app.say("nothing was written: the file has no name");
        return Effect::Draw;
    }
    app.memory.exported_to = Some(name.to_owned());
    Effect::Save(Box::new(Saving::Export(ExportRequest {
        source,
        to: name.to_owned(),
    })))
}

/// Asks for a name of the filter that is on.
pub(super) fn ask_for_filter_name(app: &mut App) -> Effect {
    if app.location.selection.filter().is_empty() {
        app.say("there is no filter to be named; f makes one");
        return Effect::Draw;
    }
    let line = LineInput::new(LinePurpose::FilterName, "");
    app.overlay = line.map(|line| Overlay::Line(Box::new(line)));
    Effect::Draw
}

/// Gives the filter that is on a name.
pub(super) fn name_filter(app: &mut App, name: &str) -> Effect {
    let name = name.to_lowercase().replace(' ', "-");
    let is_plain = |sign: char| sign.is_alphanumeric() || "-_".contains(sign);
    if name.is_empty() || !name.chars().all(is_plain) || name.starts_with('-') {
        app.say("a name has letters, figures and hyphens, as in guarantor-violations");
        return Effect::Draw;
    }
    if let Some(meaning) = everything::meaning(app, &name) {
        app.say(format!(
            "“{name}” is {meaning} already, to which :{name} leads; V takes another name"
        ));
        return Effect::Draw;
    }
    let filter = app.location.selection.filter().clone();
    let flags = filter_flags(&filter, &app.document.timeline);
    let named = &mut app.setup.filters;
    named.retain(|known| known.name != name);
    named.push(FilterByName::new(name.clone(), filter));
    let message = format!("this filter is now “:{name}”, and --filter {name} in the shell");
    marks::save(app, NotebookChange::NameFilter(name, flags), message)
}
