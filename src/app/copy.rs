//! What is taken out of the reader: citations and texts by the clipboard, addresses by the browser.
//!
//! What is taken is what the eyes are on, in every view, and the foot names it.
//! The clipboard is written and never read. Citations are made on the key and not before.

mod excerpt;
mod full;
mod view_command;

pub(super) use view_command::filter_flags;
pub use view_command::{left_out, place_flags, view_command};

use std::fmt;

use super::action::Copied;
use super::input::Effect;
use super::location::Subject;
use super::overlay::{Overlay, TextViewer};
use super::{App, View};
use super::{here, open};
use crate::citation::style::{self, Style, StyleError};
use crate::citation::{self, Work, bibtex, csl_json, entry};
use crate::page::{Link, footnote, status_at};
use crate::text;
use crate::timeline::Timeline;
use crate::timeline::status_at::status_during;

/// The longest text in bytes: more than this is beyond what terminals take, 74 994 bytes in base 64.
const LONGEST: usize = 74_994 / 4 * 3;

/// Columns of a text that has columns.
const COLUMNS: usize = 80;

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

/// Copies something of what is looked at; where the terminal has no clipboard, shows it.
pub(super) fn copy(app: &mut App, what: Copied) -> Effect {
    match text_of(app, what) {
        Err(error) => app.say(error.to_string()),
        Ok((title, text)) if !app.setup.can_copy => {
            let title = format!("{title}: this terminal has no clipboard");
            app.overlay = Some(Overlay::Text(TextViewer::new(title, text)));
        }
        Ok((_, text)) if text.len() > LONGEST => app.say(format!(
            "{} characters are more than a terminal takes; `neutrality cite` prints them",
            text.chars().count()
        )),
        Ok((title, text)) => {
            app.say(sent(&title));
            return Effect::Copy(text);
        }
    }
    Effect::Draw
}

/// What was done is told and no more: whether the terminal took it is not known, and tmux may keep it back.
fn sent(what: &str) -> String {
    format!("sent to the clipboard: {what}")
}

/// Copies an address that is shown.
pub(super) fn address(app: &mut App, address: String) -> Effect {
    app.say(sent(&address));
    Effect::Copy(address)
}

/// What is looked at with its name over it, and with the footnotes of its text where that has some.
pub(super) fn in_full(app: &App, subject: Subject) -> String {
    let timeline = &app.document.timeline;
    match excerpt::with_footnotes(app, subject, Style::CHICAGO_NOTES) {
        Ok(text) => format!("{}\n\n{text}", here::name(timeline, subject)),
        Err(_) => excerpt::plain(timeline, subject),
    }
}

/// The table or the chart that is looked at, as it is copied.
pub(super) fn picture(app: &App) -> Option<String> {
    let is_picture = matches!(app.location.view, View::Cases | View::Lanes);
    let full = is_picture.then(|| full::full(app).ok()).flatten();
    full.map(|(_, text)| text)
}

/// A text to copy under its name, or why there is none.
fn text_of(app: &App, what: Copied) -> Result<(String, String), CopyError> {
    match what {
        Copied::Address => address_here(app),
        Copied::View => command_of_view(app),
        Copied::Day => statuses(app),
        Copied::Footnote => footnote_of(app),
        Copied::Full => full::full(app),
        Copied::Case => full::case(app),
        Copied::Notes
        | Copied::Apa
        | Copied::Mla
        | Copied::Bibtex
        | Copied::CslJson
        | Copied::Own
        | Copied::Text
        | Copied::Id => of_subject(app, what),
    }
}

fn address_here(app: &App) -> Result<(String, String), CopyError> {
    let none = || CopyError::Missing(open::why_no_address(app));
    let address = open::address(app).ok_or_else(none)?;
    Ok((address.clone(), address))
}

fn command_of_view(app: &App) -> Result<(String, String), CopyError> {
    let command = view_command(app).map_err(CopyError::Missing)?;
    let mut title = "the command that opens this view".to_owned();
    let left_out = left_out(app);
    if !left_out.is_empty() {
        title = format!("{title}, without {}", left_out.join(" and "));
    }
    Ok((title, command))
}

/// What is copied of the one thing that is looked at.
fn of_subject(app: &App, what: Copied) -> Result<(String, String), CopyError> {
    let timeline = &app.document.timeline;
    let nothing = || CopyError::Missing(here::why_nothing(app));
    let subject = here::subject(app).ok_or_else(nothing)?;
    let name = here::name(timeline, subject);
    match what {
        Copied::Own => {
            let own = own_citation(timeline, subject);
            Ok((format!("a citation of {name}"), own))
        }
        Copied::Id => {
            let id = id(timeline, subject).to_owned();
            Ok((format!("the id {id}"), id))
        }
        Copied::Text => {
            let text = excerpt::plain(timeline, subject);
            Ok((format!("the text of {name}"), text))
        }
        Copied::Bibtex | Copied::CslJson => sources_as(app, what, subject, &name),
        _ => {
            let (form, style) = style_of(what);
            if matches!(subject, Subject::Event(_)) || is_source_chosen(app) {
                return sources_as(app, what, subject, &name);
            }
            let text = excerpt::with_footnotes(app, subject, style)?;
            Ok((format!("{name} with its footnotes in {form}"), text))
        }
    }
}

/// What every country of the lanes was on the cursor's day, as `neutrality at` says it; an empty text would empty the
/// clipboard.
fn statuses(app: &App) -> Result<(String, String), CopyError> {
    let (timeline, lanes) = (&app.document.timeline, &app.location.lanes);
    let mut countries = lanes.countries(app.document.plan());
    let time = lanes.time();
    countries.retain(|country| !status_during(timeline, *country, time.0, time.1).is_empty());
    if countries.is_empty() {
        return Err(CopyError::Missing("no country has a status on this day"));
    }
    let page = status_at::panel(timeline, time, &countries, None, COLUMNS, None);
    let day = lanes.date();
    let day = day.map_or_else(String::new, |day| day.label());
    Ok((format!("every status on {day}"), page.plain()))
}

/// The footnote of what held on the chosen row at the time of the cursor; elsewhere that of the event.
fn footnote_of(app: &App) -> Result<(String, String), CopyError> {
    let (timeline, lanes) = (&app.document.timeline, &app.location.lanes);
    let in_lanes = app.location.view == View::Lanes && !lanes.ages.shown;
    let row = lanes.chosen_lane(app.document.plan()).filter(|_| in_lanes);
    let (name, notes) = match (row, lanes.date()) {
        (Some(lane), Some(date)) => {
            let name = format!("{}, {}", timeline[lane.country].name, date.label());
            let notes = footnote::of_status(timeline, lane.country, &date, lanes.time());
            (name, notes)
        }
        _ => {
            let event = here::event(app);
            let event = event.ok_or(CopyError::Missing("a footnote is of a status or an event"))?;
            let name = here::name(timeline, Subject::Event(event));
            (name, vec![footnote::of_event(timeline, event)])
        }
    };
    let lines = notes
        .iter()
        .map(|note| note.in_lines(timeline, Style::CHICAGO_NOTES));
    let blocks: Vec<String> = lines.collect::<Result<_, _>>()?;
    Ok((format!("a footnote of {name}"), blocks.join("\n")))
}

/// Whether the chosen link is the address of a source and not that of the article.
fn is_source_chosen(app: &App) -> bool {
    let article = app.document.timeline.article.as_ref();
    let article = article.and_then(|article| article.url.as_ref());
    matches!(app.chosen_link(), Some(Link::Address(address)) if Some(address) != article)
}

/// The sources of what is looked at, or the one that is chosen, in a form.
fn sources_as(
    app: &App,
    what: Copied,
    subject: Subject,
    name: &str,
) -> Result<(String, String), CopyError> {
    let timeline = &app.document.timeline;
    let carried_by = here::carried_by(timeline, subject);
    let mut works = citation::works_behind(timeline, &carried_by);
    if let Some(Link::Address(address)) = app.chosen_link().filter(|_| is_source_chosen(app)) {
        works.retain(|work| work.source.url.as_ref() == Some(address));
    }
    if works.is_empty() {
        return Err(CopyError::Missing(match subject {
            Subject::Event(_) => "this event names no source",
            _ => "nothing here names a source",
        }));
    }
    let (form, text) = match what {
        Copied::Bibtex => ("BibTeX", bibtex::write(&works)),
        Copied::CslJson => ("CSL-JSON", csl_json::write(&works)),
        _ => {
            let (form, style) = style_of(what);
            (form, in_style(&works, style)?)
        }
    };
    let number = text::count(works.len(), "source");
    Ok((format!("{number} of {name} in {form}"), text))
}

/// The style of a copy, with its name: Chicago's notes unless another is asked for.
fn style_of(what: Copied) -> (&'static str, Style) {
    match what {
        Copied::Apa => ("APA", Style::APA),
        Copied::Mla => ("MLA", Style::MLA),
        _ => ("Chicago notes", Style::CHICAGO_NOTES),
    }
}

/// A citation of the entry of the timeline itself.
fn own_citation(timeline: &Timeline, subject: Subject) -> String {
    match subject {
        Subject::Event(event) => citation::event::citation(timeline, event),
        Subject::Passage(passage) => entry::of_passage(timeline, passage),
        Subject::Cell(case, aspect) => {
            let (of, question) = (&timeline[case], aspect.label(timeline));
            entry::of_cell(timeline, case, question, excerpt::answer_word(of, aspect))
        }
        Subject::Stop(tour, at) => entry::of_stop(timeline, tour, at),
    }
}

/// By which the file names it; a stop goes by its tour’s.
fn id(timeline: &Timeline, subject: Subject) -> &str {
    match subject {
        Subject::Event(event) => &timeline[event].id,
        Subject::Passage(passage) => &timeline[passage].id,
        Subject::Cell(case, _) => &timeline[case].id,
        Subject::Stop(tour, _) => &timeline[tour].id,
    }
}

/// So many works are cited before it is seen whether they are too many already; a citation takes a millisecond.
const AT_ONCE: usize = 50;

/// The works in a style, as far as they can be copied, and what is left out of them.
fn in_style(works: &[Work], style: Style) -> Result<String, StyleError> {
    let mut text = String::new();
    let mut cited = 0;
    for works in works.chunks(AT_ONCE) {
        if text.len() > LONGEST {
            break;
        }
        for work in style::cite(works, style)? {
            text.push_str(&work.lines());
            text.push('\n');
        }
        cited += works.len();
    }
    if cited < works.len() {
        let more = works.len() - cited;
        text.push_str(&format!(
            "… and {more} more; `neutrality cite` prints them\n"
        ));
    }
    Ok(text)
}
