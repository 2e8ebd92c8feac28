//! The file was saved: another timeline takes the place of this one, and the reader keeps the place.
//!
//! Ids are places in the lists of one timeline, so everything that the state holds is looked up again by its name.
//! Each piece of state is taken apart whole here, so that a new part of it cannot be forgotten.

use std::collections::HashMap;
use std::rc::Rc;

use super::cases::CasesState;
use super::lanes::LanesState;
use super::{App, Before, Mode, Place};
use crate::lanes::plan::Plan;
use crate::page::cases::Aspect;
use crate::selection::Selection;
use crate::selection::facet::Value;
use crate::selection::filter::{Choices, Filter, Matching};
use crate::selection::search::{Index, Query};
use crate::timeline::load::Loaded;
use crate::timeline::{
    CaseId, CountryId, CriterionId, EventId, KindId, PassageId, RoleId, StatusId, Timeline,
};

impl App {
    /// Shows the file as it is now; one that cannot be shown leaves the last good timeline on the screen.
    pub fn changed(&mut self, loaded: Loaded) {
        let Loaded { timeline, report } = loaded;
        if let Some(timeline) = timeline {
            self.broken = None;
            self.take_over(timeline);
            self.say("the file was saved and is read anew");
        } else {
            self.broken = Some(report);
        }
        if matches!(self.mode, Mode::Faults(_)) {
            self.list_faults();
        }
        self.refresh();
    }

    fn take_over(&mut self, timeline: Timeline) {
        let Some(selection) = Selection::new(&timeline) else {
            return;
        };
        let change = Change::new(&self.timeline, &timeline);
        let before = self.selection.selected();
        let height = self
            .selected_row()
            .map(|row| row.saturating_sub(self.list_top));

        let (kept, nearest) = (change.event(before), change.nearest_event(before));
        let filter = change.filter(self.selection.filter());
        self.passage = change.passage_or_first(self.passage);
        self.lanes = change.lanes(&self.lanes);
        self.cases = change.cases(&self.cases);
        self.thread = self.thread.and_then(|country| change.country(country));
        self.lifted = self.lifted.as_ref().map(|filter| change.filter(filter));
        self.trail.change(|place| change.place(place));
        let mode = std::mem::replace(&mut self.mode, Mode::Browse);
        self.mode = change.mode(mode, &filter);

        let page_state = self.page_state;
        self.index = Index::default();
        self.timeline = timeline;
        self.selection = selection;
        self.set_filter_near(nearest, filter);
        self.reopen_palette();
        if kept == Some(self.selection.selected()) {
            self.page_state = page_state;
        }
        // The selected row stays where the eye is.
        if let (Some(row), Some(height)) = (self.selected_row(), height) {
            self.list_top = row.saturating_sub(height);
        }
    }
}

/// From one timeline to the next: what became of each thing that an id can name.
struct Change<'t> {
    old: &'t Timeline,
    new: &'t Timeline,
    plan: Rc<Plan>,
    events: Vec<Option<EventId>>,
    countries: Vec<Option<CountryId>>,
    roles: Vec<Option<RoleId>>,
    kinds: Vec<Option<KindId>>,
    statuses: Vec<Option<StatusId>>,
    passages: Vec<Option<PassageId>>,
    criteria: Vec<Option<CriterionId>>,
    cases: Vec<Option<CaseId>>,
}

/// For every thing of the old list the id of the one that has its name in the new list.
fn renamed<T, I>(
    old: &[T],
    new: &[T],
    name: impl Fn(&T) -> &String,
    id: impl Fn(usize) -> Option<I>,
) -> Vec<Option<I>> {
    let places: HashMap<&String, usize> = new
        .iter()
        .enumerate()
        .map(|(at, thing)| (name(thing), at))
        .collect();
    old.iter()
        .map(|thing| places.get(name(thing)).and_then(|at| id(*at)))
        .collect()
}

/// What became of the thing at a place of the old list.
fn now<I: Copy>(ids: &[Option<I>], at: usize) -> Option<I> {
    ids.get(at).copied().flatten()
}

impl<'t> Change<'t> {
    fn new(old: &'t Timeline, new: &'t Timeline) -> Self {
        macro_rules! renamed {
            ($list:ident, $id:ident) => {
                renamed(
                    &old.$list,
                    &new.$list,
                    |thing| &thing.id,
                    |at| $id::at(new, at),
                )
            };
        }
        Change {
            old,
            new,
            plan: Rc::new(Plan::new(new)),
            events: renamed!(events, EventId),
            countries: renamed!(countries, CountryId),
            roles: renamed!(roles, RoleId),
            kinds: renamed!(kinds, KindId),
            statuses: renamed!(statuses, StatusId),
            passages: renamed!(passages, PassageId),
            criteria: renamed!(criteria, CriterionId),
            cases: renamed!(cases, CaseId),
        }
    }

    fn event(&self, event: EventId) -> Option<EventId> {
        now(&self.events, event.index())
    }

    fn country(&self, country: CountryId) -> Option<CountryId> {
        now(&self.countries, country.index())
    }

    fn case(&self, case: CaseId) -> Option<CaseId> {
        now(&self.cases, case.index())
    }

    fn passage(&self, passage: PassageId) -> Option<PassageId> {
        now(&self.passages, passage.index())
    }

    /// The event itself, or the one nearest in time where it is gone.
    fn nearest_event(&self, event: EventId) -> EventId {
        let day = |timeline: &Timeline, event: EventId| timeline[event].date.anchor();
        let was = day(self.old, event);
        let distance = |other: &EventId| (day(self.new, *other) - was).num_days().abs();
        self.event(event)
            .or_else(|| EventId::all(self.new).min_by_key(distance))
            .unwrap_or(event)
    }

    fn passage_or_first(&self, passage: Option<PassageId>) -> Option<PassageId> {
        passage
            .and_then(|passage| self.passage(passage))
            .or_else(|| PassageId::at(self.new, 0))
    }

    fn filter(&self, filter: &Filter) -> Filter {
        let Filter {
            choices: Choices { asked, refused },
            range,
            matching,
        } = filter;
        let values = |values: &[Value]| {
            let now = values.iter().filter_map(|value| self.value(*value));
            now.collect()
        };
        Filter {
            choices: Choices {
                asked: values(asked),
                refused: values(refused),
            },
            range: range.clone(),
            matching: matching.as_ref().map(|Matching { text, events: _ }| {
                let found = Index::new(self.new).find(&Query::new(text), self.new);
                Matching {
                    events: found
                        .iter()
                        .map(|event| self.new[*event].id.clone())
                        .collect(),
                    text: text.clone(),
                }
            }),
        }
    }

    fn value(&self, value: Value) -> Option<Value> {
        match value {
            Value::Country(country) => self.country(country).map(Value::Country),
            Value::Role(role) => now(&self.roles, role.index()).map(Value::Role),
            Value::Kind(kind) => now(&self.kinds, kind.index()).map(Value::Kind),
            Value::Status(status) => now(&self.statuses, status.index()).map(Value::Status),
            Value::Passage(passage) => self.passage(passage).map(Value::Passage),
            Value::Violation(_) | Value::Linked | Value::Stance(_) | Value::Importance(_) => {
                Some(value)
            }
        }
    }

    fn lanes(&self, lanes: &LanesState) -> LanesState {
        lanes.moved_to(
            &self.plan,
            |country| self.country(country),
            |event| self.event(event),
        )
    }

    fn cases(&self, cases: &CasesState) -> CasesState {
        let CasesState {
            case,
            aspect,
            pinned,
            only_differences,
            left,
            top,
        } = *cases;
        let first = CasesState::new(self.new);
        CasesState {
            case: case.and_then(|case| self.case(case)).or(first.case),
            aspect: match aspect {
                Aspect::Question(asked) => {
                    now(&self.criteria, asked.index()).map_or(first.aspect, Aspect::Question)
                }
                other => other,
            },
            pinned: pinned.and_then(|case| self.case(case)),
            only_differences,
            left,
            top,
        }
    }

    fn place(&self, place: &Place) -> Place {
        let Place {
            view,
            pane,
            event,
            passage,
            lanes,
            cases,
            filter,
            list_top,
            page_top,
            link,
        } = place;
        Place {
            view: *view,
            pane: *pane,
            event: self.nearest_event(*event),
            passage: self.passage_or_first(*passage),
            lanes: self.lanes(lanes),
            cases: self.cases(cases),
            filter: self.filter(filter),
            list_top: *list_top,
            page_top: *page_top,
            link: *link,
        }
    }

    fn before(&self, before: &Before) -> Before {
        let Before { place, found } = before;
        // What was found is looked for again when it is brought back.
        Before {
            place: self.place(place),
            found: found.clone(),
        }
    }

    fn mode(&self, mode: Mode, filter: &Filter) -> Mode {
        match mode {
            Mode::Filter(panel) => {
                let before = self.before(panel.before());
                Mode::Filter(Box::new(panel.moved_to(self.new, filter, before)))
            }
            Mode::Browse | Mode::GoTo(_) | Mode::Help(_) | Mode::Faults(_) | Mode::Shown(_) => mode,
            // The sources may be others now; `o` lists them again.
            Mode::Addresses(_) => Mode::Browse,
            Mode::Search {
                prompt,
                origin,
                before,
            } => Mode::Search {
                prompt,
                origin: self.nearest_event(origin),
                before: Box::new(self.before(&before)),
            },
            Mode::Countries {
                mut menu,
                before,
                opened_with,
            } => {
                menu.change(|country| self.country(country));
                Mode::Countries {
                    menu,
                    before: Box::new(self.before(&before)),
                    opened_with: opened_with
                        .into_iter()
                        .filter_map(|country| self.country(country))
                        .collect(),
                }
            }
            Mode::Cluster(mut menu) => {
                menu.change(|event| self.event(event));
                Mode::Cluster(menu)
            }
        }
    }
}
