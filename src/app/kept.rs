//! What the filter leaves of the claims, the cases and the rows of the lanes: what it leaves no event of stands back.

use super::{App, View};
use crate::lanes::plan::Lane;
use crate::page::cases::{Aspect, evidence, kept};
use crate::timeline::{CaseId, CriterionId, EventId, PassageId, Stance};

impl App {
    /// Whether a filter is on.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.selection().filter().is_empty()
    }

    /// Whether an event that is linked to a claim is left there.
    #[must_use]
    pub fn keeps_link(&self, passage: PassageId, event: EventId, stance: Stance) -> bool {
        let choices = &self.selection().filter().choices;
        self.selection().shows(event) && choices.allow_link(passage, stance)
    }

    /// The events that are left of a claim.
    pub fn kept_links(&self, id: PassageId) -> impl Iterator<Item = (EventId, Stance)> {
        let links = self.timeline()[id].events.iter().copied();
        links.filter(move |(event, stance)| self.keeps_link(id, *event, *stance))
    }

    /// Whether anything is left of a claim.
    #[must_use]
    pub fn keeps_passage(&self, id: PassageId) -> bool {
        !self.is_filtered() || self.kept_links(id).next().is_some()
    }

    /// Whether anything is left of a cell; one without events goes with its case, unless it was judged by its answer.
    #[must_use]
    pub fn keeps_cell(&self, case: CaseId, aspect: Aspect) -> bool {
        let (filter, timeline) = (self.selection().filter(), self.timeline());
        let has_events = || !evidence(timeline, case, aspect).is_empty();
        !self.is_filtered()
            || self.is_left_of_cell(case, aspect)
            || (kept::requested_bearing(filter, timeline, case, aspect).is_none()
                && !has_events()
                && self.keeps_case(case))
    }

    /// Whether anything is left of a case.
    #[must_use]
    pub fn keeps_case(&self, case: CaseId) -> bool {
        let questions = CriterionId::all(self.timeline()).map(Aspect::Question);
        let mut aspects = questions.chain([Aspect::Promise, Aspect::Outcome]);
        !self.is_filtered() || aspects.any(|aspect| self.is_left_of_cell(case, aspect))
    }

    fn is_left_of_cell(&self, case: CaseId, aspect: Aspect) -> bool {
        kept::keeps_cell(self.selection().filter(), self.timeline(), case, aspect)
    }

    /// Whether anything is left of a row of the lanes.
    #[must_use]
    pub fn keeps_lane(&self, lane: &Lane) -> bool {
        !self.is_filtered() || !self.moments_of(lane).is_empty()
    }

    /// "3 of 9 cases": how much the filter leaves of what the view has, where it has one and the view is no list of
    /// events.
    #[must_use]
    pub fn kept(&self) -> Option<(usize, usize, &'static str)> {
        let timeline = self.timeline();
        let count = |kept: usize, all: usize, kind| {
            (all > 0 && self.is_filtered()).then_some((kept, all, kind))
        };
        match self.location.view {
            View::Timeline => None,
            View::Lanes if self.location.lanes.ages.shown => None,
            View::Lanes => {
                let lanes = || self.document.plan().lanes();
                let kept = lanes().filter(|lane| self.keeps_lane(lane)).count();
                count(kept, lanes().count(), "row")
            }
            View::Article => {
                let passages = PassageId::all(timeline);
                let kept = passages.filter(|id| self.keeps_passage(*id)).count();
                count(kept, timeline.passages.len(), "claim")
            }
            View::Cases => {
                let cases = CaseId::all(timeline);
                let kept = cases.filter(|id| self.keeps_case(*id)).count();
                count(kept, timeline.cases.len(), "case")
            }
        }
    }
}
