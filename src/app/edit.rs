//! The way from what is on the screen to the file behind it: what to edit, and what is wrong with it.

use super::input::{Effect, Spot};
use super::picker::Picker;
use super::picker::target::Target;
use super::{App, View, here};
use crate::timeline::source_position::TableId;

/// Where the timeline was read from, for those who want to change it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Provenance {
    /// The timeline that the program brings along.
    #[default]
    Shipped,
    /// What came by way of a pipe.
    StandardInput,
    /// A file that a person named and can edit.
    File,
}

/// Asks for the editor, at what is selected or at the chosen fault.
pub(super) fn here(app: &mut App) -> Effect {
    match app.setup.provenance {
        Provenance::Shipped => {
            app.say("this is no file of yours; `neutrality init FILE` begins one");
        }
        Provenance::StandardInput => {
            app.say("this timeline came through a pipe; open it as a file to edit it");
        }
        Provenance::File => return spot(app).map_or(Effect::Draw, Effect::Edit),
    }
    Effect::Draw
}

/// The position in the file of what is selected.
fn spot(app: &App) -> Option<Spot> {
    if let Some(Target::Fault(at)) = app.picker().and_then(Picker::target) {
        let report = app.document.broken.as_ref()?;
        let fault = report.faults.get(at)?;
        let (line, _) = report.position(fault);
        let included = Some(report.file_of(fault)).filter(|file| *file != report.name);
        return Some(Spot::Line(line, included.map(str::to_owned)));
    }
    let timeline = &app.document.timeline;
    Some(Spot::Table(
        match (
            app.location.view,
            app.location.passage,
            app.location.cases.case,
        ) {
            _ if app.location.is_before_events() => TableId::Timeline,
            (View::Article, Some(passage), _) => TableId::Passage(timeline[passage].id.clone()),
            (View::Cases, _, Some(case)) => TableId::Case(timeline[case].id.clone()),
            _ => {
                let event = here::event(app).unwrap_or(app.location.selection.selected());
                TableId::Event(timeline[event].id.to_string())
            }
        },
    ))
}
