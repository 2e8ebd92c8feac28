//! The way from what is on the screen to the file behind it: what to edit, and what is wrong with it.

use super::input::{Effect, Spot};
use super::picker::Picker;
use super::picker::target::Target;
use super::{App, View};
use crate::timeline::source_position::TableId;

/// Where the timeline was read from, for those who want to change it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Provenance {
    #[default]
    Shipped,
    StandardInput,
    File,
}

impl App {
    /// Asks for the editor, at what is selected or at the chosen fault.
    pub(super) fn edit_here(&mut self) -> Effect {
        match self.setup.provenance {
            Provenance::Shipped => {
                self.say("this is no file of yours; `neutrality init FILE` begins one")
            }
            Provenance::StandardInput => {
                self.say("this timeline came through a pipe; open it as a file to edit it");
            }
            Provenance::File => return self.spot().map_or(Effect::Draw, Effect::Edit),
        }
        Effect::Draw
    }

    /// The place in the file of what is selected.
    fn spot(&self) -> Option<Spot> {
        if let Some(Target::Fault(at)) = self.picker().and_then(Picker::target) {
            let report = self.document.broken.as_ref()?;
            let (line, _) = report.position(report.faults.get(at)?);
            return Some(Spot::Line(line));
        }
        let timeline = &self.document.timeline;
        Some(Spot::Table(
            match (
                self.location.view,
                self.location.passage,
                self.location.cases.case,
            ) {
                (View::Article, Some(passage), _) => TableId::Passage(timeline[passage].id.clone()),
                (View::Cases, _, Some(case)) => TableId::Case(timeline[case].id.clone()),
                _ => TableId::Event(timeline[self.location.selection.selected()].id.clone()),
            },
        ))
    }

    /// The file that cannot be shown as it is now, and how much is wrong with it: "timeline.toml: 2 errors".
    #[must_use]
    pub fn file_at_fault(&self) -> Option<String> {
        let report = self.document.broken.as_ref()?;
        // What leads to the file is known to the one who opened it.
        let name = report.name.rsplit('/').next().unwrap_or(&report.name);
        Some(format!("{name}: {}", report.tally()))
    }
}
