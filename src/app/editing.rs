//! The way from what is on the screen to the file behind it: what to edit, and the list of the file's faults.

use super::input::{Effect, Spot};
use super::menu::{Item, Menu};
use super::{App, Mode, View};
use crate::timeline::diagnostic::Fault;
use crate::timeline::place::Written;

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
        if let Mode::Faults(menu) = &self.mode {
            let fault = self.fault(menu.chosen()?.value)?;
            let (line, _) = self.document.broken.as_ref()?.position(fault);
            return Some(Spot::Line(line));
        }
        let timeline = &self.document.timeline;
        Some(Spot::Table(
            match (
                self.location.view,
                self.location.passage,
                self.location.cases.case,
            ) {
                (View::Article, Some(passage), _) => Written::Passage(timeline[passage].id.clone()),
                (View::Cases, _, Some(case)) => Written::Case(timeline[case].id.clone()),
                _ => Written::Event(timeline[self.location.selection.selected()].id.clone()),
            },
        ))
    }

    /// A fault of the file as it is now.
    #[must_use]
    pub fn fault(&self, at: usize) -> Option<&Fault> {
        self.document.broken.as_ref()?.faults.get(at)
    }

    /// Lists the faults of the file as it is now, the chosen one staying where it is.
    pub(super) fn list_faults(&mut self) {
        let Some(report) = &self.document.broken else {
            if matches!(self.mode, Mode::Faults(_)) {
                self.mode = Mode::Browse;
            } else {
                self.say("the file has no fault that keeps it from being shown");
            }
            return;
        };
        let item = |(at, fault): (usize, &Fault)| {
            let (line, column) = report.position(fault);
            Item {
                value: at,
                label: fault.message.clone(),
                note: format!("{line}:{column}"),
                also: String::new(),
                group: "",
                marked: false,
            }
        };
        let mut menu = Menu::new(report.faults.iter().enumerate().map(item).collect());
        if let Mode::Faults(before) = &self.mode {
            menu.step(before.position().cast_signed());
        }
        self.mode = Mode::Faults(menu);
    }
}
