//! What the reader asks to be kept or written: changes of the notebook, and documents.

use std::path::{Path, PathBuf};

use super::{export, notebook};
use crate::app::export::{ExportSource, claim_filter};
use crate::app::input::{ExportRequest, Saving};
use crate::app::{App, UnkeptNote};
use crate::cli::ExportFormat;
use crate::error::Error;
use crate::export::layout::DocumentLayout;
use crate::files::{self, NotebookFile, Origin, Patience};
use crate::notes::{Notebook, NotebookChange};
use crate::text;

/// Keeps what the reader of one timeline asks for.
pub(super) struct Keeper {
    file: Result<NotebookFile, Error>,
}

impl Keeper {
    pub(super) fn new(origin: Origin) -> Self {
        Keeper {
            file: notebook::file(origin),
        }
    }

    /// Keeps or writes it, and tells the reader what came of it.
    pub(super) fn save(&self, app: &mut App, saving: Saving) {
        match saving {
            Saving::Change(change) => match self.keep(app, change, Patience::AtTheScreen) {
                Ok(notebook) => app.saved(notebook),
                Err(why) => app.say(format!("nothing was kept: {why}")),
            },
            Saving::Export(request) => app.say(match write(app, &request) {
                Ok(path) => format!("written to {}", text::clean(&placed(&path))),
                Err(Error::Exists { name }) => format!(
                    "'{}' exists already and is not replaced; E asks for another name",
                    text::clean(&name)
                ),
                Err(error) => format!("nothing was written: {error}"),
            }),
        }
    }

    /// Tries once more to keep the notes that could not be kept, and says what came of it: of those that still cannot the
    /// words are written out, so that they do not go with the screen.
    pub(super) fn keep_at_last(&self, app: &App) {
        let mut patience = Patience::Long;
        for note in app.unkept_notes() {
            match self.keep(app, note.change(), patience) {
                Ok(_) => super::warn(&format!("the note on “{}” is kept now", note.mark.title)),
                Err(why) => {
                    super::warn(&lost(note, &why));
                    patience = Patience::AtTheScreen;
                }
            }
        }
    }

    fn keep(
        &self,
        app: &App,
        change: NotebookChange,
        patience: Patience,
    ) -> Result<Notebook, String> {
        let file = self.file.as_ref().map_err(ToString::to_string)?;
        let kept = file.change(&app.timeline().title, change, patience);
        kept.map_err(|error| error.to_string())
    }
}

/// A note in the words in which it could not be kept.
fn lost(note: &UnkeptNote, why: &str) -> String {
    let title = &note.mark.title;
    match &note.file {
        Some(file) => {
            let file = text::clean(file);
            format!("the note on “{title}” is not kept, and lies in '{file}'; {why}")
        }
        None => format!(
            "the note on “{title}” is not kept; {why}; it says:\n{}",
            note.text()
        ),
    }
}

/// The name of a file that was written with its folder: one of the folder in which the program was called begins with a
/// dot.
fn placed(path: &Path) -> String {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new(".").join(path),
        _ => path.to_owned(),
    }
    .display()
    .to_string()
}

/// Writes a document, and never over another file.
fn write(app: &App, request: &ExportRequest) -> Result<PathBuf, Error> {
    let path = &in_home(&request.to);
    let format = format_of(path)?;
    let timeline = app.timeline();
    let document = match request.source {
        ExportSource::Tour(tour) => {
            export::hand_out(timeline, tour, format, &DocumentLayout::default())?
        }
        ExportSource::Shown => {
            let filter = app.selection().filter();
            export::shown(timeline, filter, app.notebook(), format)?
        }
        ExportSource::Claim(claim) => {
            let filter = claim_filter(claim);
            export::shown(timeline, &filter, app.notebook(), format)?
        }
        ExportSource::Marks => export::marked(timeline, app.notebook(), format)?,
        ExportSource::Trail => {
            export::trail(timeline, &app.trail_places(), app.notebook(), format)?
        }
    };
    files::write_new(path, document.as_bytes())?;
    Ok(path.to_owned())
}

/// A name as shells read it: behind "~/" it is in the person's own folder.
fn in_home(name: &str) -> PathBuf {
    let home = name.strip_prefix("~/").zip(std::env::home_dir());
    home.map_or_else(|| PathBuf::from(name), |(below, home)| home.join(below))
}

/// The form that a file's name asks for.
fn format_of(path: &Path) -> Result<ExportFormat, Error> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    Ok(match ending.map(str::to_lowercase).as_deref() {
        Some("md" | "markdown") => ExportFormat::Markdown,
        Some("html" | "htm") => ExportFormat::Html,
        Some("json") => ExportFormat::Json,
        Some("csv") => ExportFormat::Csv,
        Some("svg") => ExportFormat::Svg,
        Some("ics") => ExportFormat::Icalendar,
        Some("bib") => ExportFormat::Bibtex,
        Some("ris") => ExportFormat::Ris,
        _ => {
            return Err(Error::Request {
                message: format!(
                    "the end of '{}' names no form; it is one of .md .html .json .csv .svg .ics .bib .ris",
                    text::clean(&path.display().to_string())
                ),
            });
        }
    })
}
