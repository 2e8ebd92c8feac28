//! What is taken out of the reader: citations and texts by the clipboard, addresses by the browser.
//!
//! The clipboard is written and never read. Citations are made on the key and not before.

mod paragraph;

use std::fmt;

use super::action::Copied;
use super::input::Effect;
use super::overlay::{Overlay, TextViewer};
use super::{App, View, open};
use crate::citation::style::{self, Style, StyleError};
use crate::citation::{self, Work, bibtex, csl_json};
use crate::page::Link;
use crate::text;
use crate::timeline::EventId;

/// The longest text in bytes: more than this is beyond what terminals take, 74 994 bytes in base 64.
const LONGEST: usize = 74_994 / 4 * 3;

/// Said where nothing about an event can be done.
pub(super) const NO_EVENT: &str =
    "that is about an event, and none is selected here; 1 shows the events";

/// Why there is nothing to copy.
#[derive(Debug)]
enum CopyError {
    /// There is nothing of the kind here.
    Missing(&'static str),
    /// The sources cannot be cited in the style.
    Style(StyleError),
}

impl fmt::Display for CopyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CopyError::Missing(message) => f.write_str(message),
            CopyError::Style(refusal) => refusal.fmt(f),
        }
    }
}

impl From<StyleError> for CopyError {
    fn from(refusal: StyleError) -> Self {
        CopyError::Style(refusal)
    }
}

/// Copies something about the event; where the terminal has no clipboard, shows it.
pub(super) fn copy(app: &mut App, what: Copied) -> Effect {
    match text_of(app, what) {
        Err(error) => app.say(error.to_string()),
        Ok((title, text)) if !app.setup.can_copy => {
            let title = format!("{title}: this terminal has no clipboard");
            app.overlay = Some(Overlay::Text(TextViewer {
                title,
                text,
                top: 0,
            }));
        }
        Ok((_, text)) if text.len() > LONGEST => app.say(format!(
            "{} characters are more than a terminal takes; `neutrality cite` prints them",
            text.chars().count()
        )),
        Ok((title, text)) => {
            let number = text::count(text.chars().count(), "character");
            app.say(format!("copied {title}, {number}"));
            return Effect::Copy(text);
        }
    }
    Effect::Draw
}

/// A text to copy under its name, or why there is none.
fn text_of(app: &App, what: Copied) -> Result<(String, String), CopyError> {
    if what == Copied::Address {
        let address =
            open::address(app).ok_or_else(|| CopyError::Missing(open::why_no_address(app)))?;
        return Ok((address.clone(), address));
    }
    let id = match (event_here(app), style_of(what)) {
        (None, Some(style)) => return paragraph::with_footnotes(app, style),
        (event, _) => event.ok_or(CopyError::Missing(NO_EVENT))?,
    };
    let event = &app.document.timeline[id];
    let (name, text) = match what {
        Copied::Own => (
            "the event’s citation",
            citation::event::citation(&app.document.timeline, id),
        ),
        Copied::Id => ("the id", event.id.clone()),
        Copied::Text => {
            let head = format!("{}\n{}\n", event.title, event.date.label());
            let summary = event
                .texts
                .summary
                .as_ref()
                .map(|summary| format!("\n{summary}\n"));
            ("the text", head + &summary.unwrap_or_default())
        }
        _ => return sources_as(app, what, id),
    };
    Ok((name.to_owned(), text))
}

/// The sources of an event, or the one that is chosen, in a form.
fn sources_as(app: &App, what: Copied, event: EventId) -> Result<(String, String), CopyError> {
    let mut works = citation::works(&app.document.timeline, &[event]);
    if let Some(Link::Address(address)) = app.chosen_link() {
        works.retain(|work| work.source.url.as_ref() == Some(address));
    }
    if works.is_empty() {
        return Err(CopyError::Missing("this event names no source"));
    }
    let (form, text) = match what {
        Copied::Bibtex => ("BibTeX", bibtex::write(&works)),
        Copied::CslJson => ("CSL-JSON", csl_json::write(&works)),
        _ => {
            let (form, style) = style_of(what).unwrap_or(CHICAGO);
            (form, in_style(&works, style)?)
        }
    };
    Ok((
        format!("{} in {form}", text::count(works.len(), "source")),
        text,
    ))
}

/// What is copied by default.
const CHICAGO: (&str, Style) = ("Chicago notes", Style::CHICAGO_NOTES);

/// The style of a copy, with its name; `None` for what is no text in a style.
fn style_of(what: Copied) -> Option<(&'static str, Style)> {
    match what {
        Copied::Notes => Some(CHICAGO),
        Copied::Apa => Some(("APA", Style::APA)),
        Copied::Mla => Some(("MLA", Style::MLA)),
        _ => None,
    }
}

/// The event that is meant: that of the chosen link, or the selected one where events are what is looked at.
pub(super) fn event_here(app: &App) -> Option<EventId> {
    match app.chosen_link() {
        Some(Link::Event(event)) if is_about_several(app) => Some(*event),
        _ => matches!(app.location.view, View::Timeline | View::Lanes)
            .then(|| app.location.selection.selected()),
    }
}

/// Whether the page is about more than the selected event.
fn is_about_several(app: &App) -> bool {
    app.location.view != View::Timeline || app.location.stop().is_some()
}

fn in_style(works: &[Work], style: Style) -> Result<String, StyleError> {
    let cited = style::cite(works, style)?;
    Ok(cited.iter().map(|cited| cited.lines() + "\n").collect())
}
