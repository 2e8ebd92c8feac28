//! What is taken out of the reader: citations and texts by the clipboard, addresses by the browser.
//!
//! The clipboard is written and never read. Citations are made on the key and not before.

use super::action::Copied;
use super::input::Effect;
use super::overlay::{Overlay, TextViewer};
use super::picker::source::Source;
use super::{App, View};
use crate::citation::style::{self, Style};
use crate::citation::{self, Work, bibtex, csl_json};
use crate::page::Link;
use crate::text;
use crate::timeline::{EventId, SourceId};

/// The longest text in bytes: more than this is beyond what terminals take, 74 994 bytes in base 64.
const LONGEST: usize = 74_994 / 4 * 3;

/// Said where nothing about an event can be done.
pub(super) const NO_EVENT: &str =
    "that is about an event, and none is selected here; 1 shows the events";

impl App {
    /// Copies something about the event; where the terminal has no clipboard, shows it.
    pub(super) fn copy(&mut self, what: Copied) -> Effect {
        match self.text_of(what) {
            Err(missing) => self.say(missing),
            Ok((title, text)) if !self.setup.can_copy => {
                let title = format!("{title}: this terminal has no clipboard");
                self.overlay = Some(Overlay::Text(TextViewer {
                    title,
                    text,
                    top: 0,
                }));
            }
            Ok((_, text)) if text.len() > LONGEST => self.say(format!(
                "{} characters are more than a terminal takes; `neutrality cite` prints them",
                text.chars().count()
            )),
            Ok((title, text)) => {
                let number = text::count(text.chars().count(), "character");
                self.say(format!("copied {title}, {number}"));
                return Effect::Copy(text);
            }
        }
        Effect::Draw
    }

    /// A text to copy under its name, or why there is none.
    fn text_of(&self, what: Copied) -> Result<(String, String), String> {
        if what == Copied::Address {
            let address = self.address().ok_or_else(|| self.why_no_address())?;
            return Ok((address.clone(), address));
        }
        let id = self.event_here().ok_or(NO_EVENT)?;
        let event = &self.document.timeline[id];
        let (name, text) = match what {
            Copied::Own => (
                "the event’s citation",
                citation::event::citation(&self.document.timeline, id),
            ),
            Copied::Id => ("the id", event.id.clone()),
            Copied::Text => {
                let head = format!("{}\n{}\n", event.title, event.date.label());
                let summary = event.summary.as_ref().map(|said| format!("\n{said}\n"));
                ("the text", head + &summary.unwrap_or_default())
            }
            _ => return self.sources_as(what, id),
        };
        Ok((name.to_owned(), text))
    }

    /// The sources of an event, or the one that is chosen, in a form.
    fn sources_as(&self, what: Copied, event: EventId) -> Result<(String, String), String> {
        let mut works = citation::works(&self.document.timeline, &[event]);
        if let Some(Link::Address(address)) = self.chosen_link() {
            works.retain(|work| work.source.url.as_ref() == Some(address));
        }
        if works.is_empty() {
            return Err("this event names no source".to_owned());
        }
        let (form, text) = match what {
            Copied::Bibtex => ("BibTeX", bibtex::write(&works)),
            Copied::CslJson => ("CSL-JSON", csl_json::write(&works)),
            Copied::Apa => ("APA", in_style(&works, Style::APA)?),
            Copied::Mla => ("MLA", in_style(&works, Style::MLA)?),
            _ => ("Chicago notes", in_style(&works, Style::CHICAGO_NOTES)?),
        };
        Ok((
            format!("{} in {form}", text::count(works.len(), "source")),
            text,
        ))
    }

    /// The event that is meant: that of the chosen link, or the selected one where events are what is looked at.
    fn event_here(&self) -> Option<EventId> {
        match self.chosen_link() {
            Some(Link::Event(event)) if self.location.view != View::Timeline => Some(*event),
            _ => matches!(self.location.view, View::Timeline | View::Lanes)
                .then(|| self.location.selection.selected()),
        }
    }

    /// The address that is meant: the chosen one, the article's beside its claims, the first of the event's sources.
    fn address(&self) -> Option<String> {
        if let Some(Link::Address(address)) = self.chosen_link() {
            return Some(address.clone());
        }
        match self.event_here() {
            Some(event) => {
                let source = *self.sources_with_address(event).first()?;
                self.document.timeline[source].url.clone()
            }
            None if self.location.view == View::Article => {
                self.document.timeline.article.as_ref()?.url.clone()
            }
            None => None,
        }
    }

    fn why_no_address(&self) -> &'static str {
        match (self.event_here(), self.location.view) {
            (Some(_), _) => "no source of this event has an address",
            (None, View::Article) => "the timeline has no address for the article",
            (None, _) => NO_EVENT,
        }
    }

    /// The sources of an event that can be opened, each once.
    fn sources_with_address(&self, event: EventId) -> Vec<SourceId> {
        let mut sources = Vec::new();
        for citation in &self.document.timeline[event].citations {
            if self.document.timeline[citation.source].url.is_some()
                && !sources.contains(&citation.source)
            {
                sources.push(citation.source);
            }
        }
        sources
    }

    /// The sources of the event that is meant, where no one of them is chosen.
    pub(super) fn sources_to_open(&self) -> Vec<SourceId> {
        let chosen = matches!(self.chosen_link(), Some(Link::Address(_)));
        let event = self.event_here().filter(|_| !chosen);
        event.map_or_else(Vec::new, |event| self.sources_with_address(event))
    }

    /// Opens the address that is meant; of several sources one is to be chosen first.
    pub(super) fn open(&mut self) -> Effect {
        if self.sources_to_open().len() > 1 {
            self.pick(Source::Addresses);
            return Effect::Draw;
        }
        match self.address() {
            Some(address) => self.open_address(address),
            None => {
                self.say(self.why_no_address());
                Effect::Draw
            }
        }
    }

    pub(super) fn open_source(&mut self, source: SourceId) -> Effect {
        match self.document.timeline[source].url.clone() {
            Some(address) => self.open_address(address),
            None => Effect::Draw,
        }
    }

    /// The check let only addresses of the web into the timeline; they are looked at once more before they go out.
    fn open_address(&mut self, address: String) -> Effect {
        if !is_of_the_web(&address) {
            self.say(format!("{address} is no address of the web"));
            return Effect::Draw;
        }
        self.say(format!("opening {address}"));
        Effect::Open(address)
    }
}

fn is_of_the_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn in_style(works: &[Work], style: Style) -> Result<String, String> {
    let cited = style::cite(works, style).map_err(|refusal| refusal.to_string())?;
    Ok(cited.iter().map(|cited| cited.lines() + "\n").collect())
}
