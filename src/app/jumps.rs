//! Jumps: from here to somewhere else, with the way back.

use super::action::Action;
use super::copying::NO_EVENT;
use super::location::{Seek, Snapshot};
use super::{App, Location, Pane, View, search};
use crate::page::Link;
use crate::page::cases::Aspect;
use crate::selection::filter::Filter;
use crate::text;
use crate::timeline::{CountryId, Event, EventId, PassageId};

impl App {
    /// Performs the actions that lead away from where one is; says whether it was one.
    pub(super) fn jump(&mut self, action: Action) -> bool {
        let in_page = self.location.pane == Pane::Page;
        match action {
            Action::Follow if self.location.view == View::Lanes => self.open_in_lanes(),
            Action::Follow => self.follow(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::NextPane => self.other_pane(),
            Action::Show(view) => self.show(view),
            Action::NextInThread if self.shows_linked_events() && !in_page => self.enter_page(true),
            Action::PreviousInThread if self.shows_linked_events() && !in_page => {
                self.enter_page(false)
            }
            Action::NextInThread if self.location.view == View::Timeline => self.in_thread(true),
            Action::PreviousInThread if self.location.view == View::Timeline => {
                self.in_thread(false)
            }
            Action::NextViolation
            | Action::PreviousViolation
            | Action::Claims
            | Action::Sources
                if self.shows_linked_events()
                    && !(self.location.view == View::Cases && action == Action::Claims) =>
            {
                self.say(NO_EVENT);
            }
            Action::NextViolation => self.step_to_violation(true),
            Action::PreviousViolation => self.step_to_violation(false),
            Action::Claims => self.go_to_claims(),
            Action::Sources => self.go_to_sources(),
            Action::NextMatch => search::step(self, true),
            Action::PreviousMatch => search::step(self, false),
            _ => return false,
        }
        true
    }

    /// Whether the page is about a claim or a case, and the events that it rests on are what matters there.
    fn shows_linked_events(&self) -> bool {
        matches!(self.location.view, View::Article | View::Cases)
    }

    pub(super) fn leave(&mut self) {
        self.trail.leave(self.location.clone());
    }

    /// From another view to the list of events, with the way back.
    pub(super) fn leave_for_timeline(&mut self) {
        self.leave();
        self.location.show_list(View::Timeline);
    }

    /// All that Esc brings back.
    pub(super) fn before(&self) -> Snapshot {
        Snapshot {
            location: self.location.clone(),
            matches: self.walk.matches.clone(),
        }
    }

    pub(super) fn bring_back(&mut self, before: Snapshot) {
        self.return_to(before.location);
        self.walk.matches = before.matches;
    }

    fn back(&mut self) {
        let here = self.location.clone();
        match self.trail.back(here) {
            Some(place) => self.return_to(place),
            None => self.say("this is where you began"),
        }
    }

    fn forward(&mut self) {
        let here = self.location.clone();
        match self.trail.forward(here) {
            Some(place) => self.return_to(place),
            None => self.say("there is nothing ahead"),
        }
    }

    fn return_to(&mut self, location: Location) {
        self.location = location;
    }

    /// Shows an event; one that the filter hides takes the filter off, and Back brings it again.
    pub(super) fn go_to_event(&mut self, event: EventId) {
        self.leave();
        if !self.location.selection.shows(event) {
            self.memory.last_filter = Some(self.location.selection.filter().clone());
            self.apply_filter(Filter::default());
            self.say("the filter hid this event and is lifted; Backspace brings it back");
        }
        self.location.show_event(event);
    }

    pub(super) fn go_to_passage(&mut self, passage: PassageId) {
        self.leave();
        self.location.show_passage(passage);
    }

    /// Why there is nothing to show in a view; `None` where there is.
    pub(super) fn missing(&self, view: View) -> Option<&'static str> {
        match view {
            View::Article if self.location.passage.is_none() => {
                Some("no article beside this timeline")
            }
            View::Lanes if self.document.timeline.spans.is_empty() => {
                Some("no spans to draw as lanes")
            }
            View::Cases if self.document.timeline.cases.is_empty() => Some("no cases to compare"),
            _ => None,
        }
    }

    pub(super) fn show(&mut self, view: View) {
        if let Some(missing) = self.missing(view) {
            return self.say(missing);
        }
        if view != self.location.view {
            self.leave();
            self.location.show_list(view);
            if view == View::Cases {
                self.choose_case_of_event();
            }
        }
    }

    fn other_pane(&mut self) {
        match self.location.pane {
            Pane::List => self.enter_page(true),
            Pane::Page => {
                self.location.pane = Pane::List;
                self.location.page.link = None;
            }
        }
    }

    /// Gives the page the keys, its first or last link chosen when it is in sight.
    fn enter_page(&mut self, forward: bool) {
        self.location.pane = Pane::Page;
        self.location.page.seek = Some(if forward {
            Seek::FirstLink
        } else {
            Seek::LastLink
        });
    }

    /// Chooses the first or the last link that matters, when it is in sight.
    pub(super) fn seek_link(&mut self, forward: bool) {
        let links = &self.page().links;
        // Of a claim or a case the links that matter are the events.
        let linked = self.shows_linked_events();
        let wanted = |link: &Link| !linked || matches!(link, Link::Event(_));
        let link = if forward {
            links.iter().position(|place| wanted(&place.link))
        } else {
            links.iter().rposition(|place| wanted(&place.link))
        };
        let end = self.location.page.top + self.page_height();
        let reach = |link: &usize| linked || links[*link].lines.end <= end;
        self.location.page.link = link.filter(reach);
        if let Some(link) = self.location.page.link {
            self.show_link(link);
        }
    }

    /// Scrolls to the sources, the first of their links chosen.
    pub(super) fn seek_sources(&mut self) {
        let page = self.page();
        let Some(line) = page.sources_line else {
            return;
        };
        let link = page.links.iter().position(|place| place.lines.start > line);
        (self.location.page.link, self.location.page.top) = (link, line);
        self.scroll_by(0);
    }

    fn follow(&mut self) {
        if self.location.pane == Pane::List {
            return self.enter_page(true);
        }
        let Some(link) = self.chosen_link().cloned() else {
            return self.say("no link is chosen here; ↓ goes to the next");
        };
        self.follow_link(link);
    }

    pub(super) fn follow_link(&mut self, link: Link) {
        match link {
            Link::Country(country) if self.location.view == View::Lanes => {
                self.go_to_country(country)
            }
            Link::Event(event) => {
                self.go_to_event(event);
                self.location.pane = Pane::List;
            }
            Link::Passage(passage) => self.go_to_passage(passage),
            Link::Country(country) => self.follow_country(country),
            Link::Address(address) => self.say(address),
        }
    }

    /// From now on `]` and `[` walk the events of this country.
    pub(super) fn follow_country(&mut self, country: CountryId) {
        self.walk.country = Some(country);
        let name = &self.document.timeline[country].name;
        let number = self
            .location
            .selection
            .visible()
            .iter()
            .filter(|event| self.document.timeline[**event].involves(country, None))
            .count();
        self.say(format!(
            "] and [ now walk {} of {name}; Esc ends it",
            text::count(number, "event")
        ));
    }

    fn in_thread(&mut self, forward: bool) {
        match self.walk.country {
            Some(country) => {
                let what = format!("event of {}", self.document.timeline[country].name);
                self.step_to(forward, &|event| event.involves(country, None), &what);
            }
            None => self.step_to(
                forward,
                &|event| !event.links.is_empty(),
                "event linked to the article",
            ),
        }
    }

    fn step_to_violation(&mut self, forward: bool) {
        self.step_to(forward, &|event| event.breach.is_some(), "violation");
    }

    /// Selects the next visible event that belongs, or says that there is none.
    fn step_to(&mut self, forward: bool, belongs: &dyn Fn(&Event) -> bool, what: &str) {
        let selected = self.location.selection.selected();
        let belongs = |event: &&EventId| belongs(&self.document.timeline[**event]);
        let visible = self.location.selection.visible();
        let found = if forward {
            visible
                .iter()
                .filter(|event| **event > selected)
                .find(belongs)
        } else {
            visible
                .iter()
                .rev()
                .filter(|event| **event < selected)
                .find(belongs)
        };
        match found.copied() {
            Some(event) => {
                self.location.selection.select(event);
            }
            None => {
                let hidden = self.document.timeline.events.len() - visible.len();
                let more = if hidden > 0 {
                    format!(" among those shown ({hidden} are filtered out)")
                } else {
                    String::new()
                };
                let direction = if forward { "later" } else { "earlier" };
                self.say(format!("no {direction} {what}{more}"));
            }
        }
    }

    /// To the passage that the question comes from; the promise and the outcome are the timeline's own rows.
    fn go_to_claim_of_question(&mut self) {
        let passage = match self.location.cases.aspect {
            Aspect::Question(asked) => self.document.timeline[asked].passage,
            Aspect::Promise | Aspect::Outcome => None,
        };
        match passage {
            Some(passage) => self.go_to_passage(passage),
            None => self.say("this row comes from no claim of the article"),
        }
    }

    fn go_to_claims(&mut self) {
        if self.location.view == View::Cases {
            return self.go_to_claim_of_question();
        }
        let links = &self.document.timeline[self.location.selection.selected()].links;
        match links.first().map(|link| link.passage) {
            None => self.say("no claim of the article rests on this event"),
            Some(passage) => {
                let number = links.len();
                self.go_to_passage(passage);
                if number > 1 {
                    let others: Vec<String> = self.document.timeline
                        [self.location.selection.selected()]
                    .links
                    .iter()
                    .skip(1)
                    .map(|link| self.document.timeline[link.passage].mark())
                    .collect();
                    self.say(format!(
                        "also linked: {}; Backspace brings you back",
                        others.join(" ")
                    ));
                }
            }
        }
    }

    fn go_to_sources(&mut self) {
        // The lanes have no page of their own; the sources stand in the event's.
        if self.location.view == View::Lanes {
            self.show(View::Timeline);
        }
        let selection = &self.location.selection;
        let event = &self.document.timeline[selection.selected()];
        if selection.visible().is_empty() || event.citations.is_empty() {
            return self.say("this event names no source");
        }
        self.location.pane = Pane::Page;
        self.location.page.seek = Some(Seek::Sources);
    }
}
