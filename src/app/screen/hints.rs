//! What can be done where the reader is, the likeliest first: a key and a word, for the footer and for popups.

use super::layout::Area;
use crate::app::View;
use crate::app::action::{Action, Copied};
use crate::app::keys::{Binding, Context, Keymap, Sequence};
use crate::app::panel::actions;
use crate::app::picker::source::PickerSource;
use crate::app::view::reading;
use crate::app::{App, Thread, filtering, thread, tour};
use crate::page::Link;
use crate::page::cases::Aspect;
use crate::text;
use crate::words::translated;

const HELP: Action = Action::Pick(PickerSource::Help);

/// A key and what it does in a word; pressed with the mouse it does that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What a click on it does.
    pub action: Action,
    /// The key that does so.
    pub key: String,
    /// What it does, in a word.
    pub word: &'static str,
    /// Where it stands.
    pub area: Area,
}

/// As many hints as there is room for, each its key and a word.
pub(super) fn lay_out(
    keymap: &Keymap,
    context: Context,
    hints: &[(Action, &'static str)],
    line: Area,
) -> Vec<Hint> {
    let mut placed = Vec::new();
    let mut x = line.x;
    for (action, word) in hints {
        let Some(binding) = keymap.binding(context, *action) else {
            continue;
        };
        let key = match action {
            Action::Down if context == Context::Cases => "↑↓←→".to_owned(),
            Action::Down => "↑↓".to_owned(),
            Action::Right => "←→".to_owned(),
            Action::ZoomIn => "+ -".to_owned(),
            // The first key of several shows what goes on from it.
            Action::Copy(_) => binding.first_key(),
            _ => binding
                .keys
                .first()
                .map(Sequence::label)
                .unwrap_or_default(),
        };
        let word = translated(if word.is_empty() { binding.hint } else { word });
        let width = text::columns(&key) + 1 + text::columns(word);
        if x + width > line.x + line.width {
            break;
        }
        let area = Area {
            x,
            width,
            height: 1,
            ..line
        };
        placed.push(Hint {
            action: *action,
            key,
            word,
            area,
        });
        x += width + 3;
    }
    placed
}

/// What can be done here and now, the likeliest first: its row of the key table and a word.
#[must_use]
pub fn here(app: &App) -> Vec<(&Binding, &'static str)> {
    let context = app.context();
    let hint = |(action, word): (Action, &'static str)| {
        let binding = app.setup.keymap.binding(context, action)?;
        Some((
            binding,
            translated(if word.is_empty() { binding.hint } else { word }),
        ))
    };
    likeliest(app, context)
        .into_iter()
        .filter_map(hint)
        .collect()
}

/// A violation to go to, where there is one.
fn violation_hint(app: &App) -> Option<(Action, &'static str)> {
    let hint = (Action::NextViolation, "violation");
    app.document.has_violations.then_some(hint)
}

const COPY: (Action, &str) = (Action::Copy(Copied::Notes), "copy");
const COUNTRIES: (Action, &str) = (Action::Pick(PickerSource::Countries), "");

fn lanes_hints(app: &App) -> Vec<(Action, &'static str)> {
    let mut hints = vec![
        (Action::Right, ""),
        (Action::ZoomIn, ""),
        (Action::Down, "row"),
        (Action::Follow, "open"),
        (Action::Ages, ""),
    ];
    hints.extend(violation_hint(app));
    hints.extend([
        COPY,
        COUNTRIES,
        (Action::Sources, ""),
        (Action::Standings, ""),
        (Action::NextInThread, "next event"),
        (Action::ZoomToRow, ""),
        (Action::ZoomAll, ""),
        (Action::Fold, ""),
        (Action::Quit, "back"),
    ]);
    hints
}

fn ages_hints(app: &App) -> Vec<(Action, &'static str)> {
    let mut hints = vec![
        (Action::Down, "title"),
        (Action::Follow, "its events"),
        (Action::ZoomIn, ""),
        (Action::Ages, "years"),
    ];
    hints.extend(violation_hint(app));
    hints.extend([
        COPY,
        (Action::NextPeriod, "next group"),
        (Action::Standings, "about it"),
        (Action::ZoomToRow, ""),
        (Action::ZoomAll, ""),
        (Action::Quit, "back"),
    ]);
    hints
}

fn cases_hints(app: &App) -> Vec<(Action, &'static str)> {
    let differences = if app.location.cases.only_differences {
        "all questions"
    } else {
        "differences"
    };
    let pin = if app.location.cases.pinned.is_some()
        && app.location.cases.pinned == app.location.cases.case
    {
        "unpin"
    } else {
        "pin"
    };
    let mut hints = vec![
        (Action::Down, "cell"),
        (Action::Follow, "evidence"),
        (Action::OnlyDifferences, differences),
        (Action::Pin, pin),
    ];
    if matches!(app.location.cases.aspect, Aspect::Question(criterion) if app.document.timeline[criterion].passage.is_some())
    {
        hints.push((Action::Claims, ""));
    }
    let counter = (Action::CounterReading, filtering::counter_word(app));
    hints.extend([COPY, counter, COUNTRIES]);
    if app.can_go_back() {
        hints.push((Action::Back, ""));
    }
    hints.push((Action::Quit, "timeline"));
    hints
}

/// On the row of the timeline as a whole: the ways in.
fn hints_before_events(app: &App) -> Vec<(Action, &'static str)> {
    let read = (Action::Follow, "read");
    // Where the page is not in sight, it is what comes first.
    let is_alone = app.layout().is_some_and(|layout| layout.page.is_none());
    let mut hints: Vec<(Action, &'static str)> = Vec::new();
    hints.extend(is_alone.then_some(read));
    if tour::first(app).is_some() && app.location.tour.is_none() {
        hints.push((Action::Onward, "walk a tour"));
    }
    hints.push((Action::Down, "the events"));
    // What is most worth knowing stands first; where there is no room for all, the foot says how to come to the rest.
    let is_cut = !is_alone && reading::goes_on(app);
    hints.extend(is_cut.then_some((Action::Follow, "the rest")));
    hints.extend((!is_alone && !is_cut).then_some((Action::Follow, "choose")));
    hints.push((Action::Pick(PickerSource::GoTo), "ask"));
    let views = [
        (View::Article, "the argument"),
        (View::Lanes, "the lanes"),
        (View::Cases, "the cases"),
    ];
    let there = views
        .into_iter()
        .filter(|(view, _)| app.document.missing(*view).is_none());
    hints.extend(there.map(|(view, word)| (Action::Show(view), word)));
    hints.push((HELP, ""));
    hints.push((Action::Quit, ""));
    hints
}

fn stop_hints(app: &App) -> Vec<(Action, &'static str)> {
    let (tour, at) = app.tour().unzip();
    let is_last = tour.is_some_and(|tour| Some(tour.stops.len()) == at.map(|at| at + 1));
    let mut hints = Vec::new();
    if reading::goes_on(app) {
        hints.push((Action::Onward, "read on"));
    } else if !is_last {
        hints.push((Action::Onward, "next stop"));
    }
    if app.can_go_back() {
        let word = if at == Some(0) { "back" } else { "stop before" };
        hints.push((Action::Back, word));
    }
    match app.chosen_link() {
        Some(Link::Event(_)) => hints.push((Action::Follow, "read the event")),
        Some(_) => hints.push((Action::Follow, "")),
        None => {}
    }
    hints.extend([
        (Action::Down, "what it shows"),
        (Action::Cancel, "end the tour"),
        (Action::Copy(Copied::Notes), ""),
        (HELP, ""),
    ]);
    hints
}

fn filter_hints(app: &App) -> Vec<(Action, &'static str)> {
    vec![
        (Action::Mark, ""),
        (Action::Require, ""),
        (Action::Refuse, ""),
        (Action::NextFacet, ""),
        (Action::Accept, actions::enter_word(app)),
        (Action::Cancel, ""),
        (Action::ClearFacet, ""),
        (Action::ClearFilter, ""),
        (Action::Narrow, ""),
    ]
}

/// What can be done here and now, the likeliest first; an empty word is the table's own.
pub(super) fn likeliest(app: &App, context: Context) -> Vec<(Action, &'static str)> {
    let event = &app.document.timeline[app.location.selection.selected()];
    let linked = !event.links.is_empty();
    let mut hints: Vec<(Action, &'static str)> = Vec::new();
    if tour::is_read(app) && context == Context::Reading {
        return stop_hints(app);
    }
    if app.location.tour.is_some() && context.view().is_some() {
        hints.push((Action::Onward, "back to the stop"));
    }
    match context {
        Context::List => {
            if filtering::is_offering(app) {
                hints.extend([(Action::Follow, "lift"), (Action::ToggleFilter, "lift all")]);
                hints.extend([(Action::Filter, ""), (Action::Down, ""), (HELP, "")]);
                return hints;
            }
            if app.location.selection.is_before_events() {
                hints.extend(hints_before_events(app));
                return hints;
            }
            // Who has come from elsewhere knows how to move, and may want to go back.
            if !app.can_go_back() {
                hints.push((Action::Down, ""));
            }
            hints.push((Action::Follow, "read"));
            if app.walk.matches.is_some() {
                hints.push((Action::NextMatch, ""));
            }
            if app.can_go_back() {
                hints.push((Action::Back, ""));
            }
            let next = thread::followed(app).hint();
            hints.extend([
                (Action::Search, ""),
                (Action::Pick(PickerSource::GoTo), "ask"),
                (Action::Filter, ""),
                COUNTRIES,
            ]);
            hints.extend(violation_hint(app));
            hints.extend([COPY, (Action::Sources, "")]);
            if linked {
                hints.push((Action::Claims, ""));
            }
            if thread::followed(app) != Thread::Article || app.document.timeline.article.is_some() {
                hints.push((Action::NextInThread, next));
            }
            hints.push((Action::Quit, ""));
        }
        Context::Outline => {
            hints.extend([(Action::Down, "claims"), (Action::Follow, "read")]);
            hints.extend([
                (Action::CounterReading, filtering::counter_word(app)),
                (Action::NextPane, "events"),
                COPY,
                (Action::Search, ""),
                (Action::Back, ""),
                (Action::Quit, "back"),
            ]);
        }
        Context::Reading => {
            let follow = match app.chosen_link() {
                Some(Link::Event(_)) => "go to event",
                Some(Link::Passage(_)) => "go to claim",
                Some(Link::Country(_)) => "follow country",
                Some(Link::Tour(_)) => "walk it",
                Some(Link::Line(_)) => "ask",
                Some(Link::Signs) => "all signs",
                Some(Link::Address(_)) => "show address",
                None if app.location.whole_page && app.location.view == View::Cases => {
                    "back to the table"
                }
                None if app.location.whole_page => "back to the list",
                None => "follow",
            };
            hints.push((
                Action::Down,
                if app.location.view == View::Article {
                    "events"
                } else {
                    "links"
                },
            ));
            hints.push((Action::Follow, follow));
            if matches!(app.chosen_link(), Some(Link::Address(_))) {
                hints.push((Action::Open, ""));
            }
            if !app.location.is_before_events() {
                hints.push(COPY);
            }
            let list = match app.location.view {
                View::Cases => "table",
                _ => "list",
            };
            if !(app.location.whole_page && app.chosen_link().is_none()) {
                hints.push((Action::NextPane, list));
            }
            hints.push((Action::Back, ""));
            let of_event = match app.location.view {
                View::Timeline => !app.location.is_before_events(),
                _ => matches!(app.chosen_link(), Some(Link::Event(_))),
            };
            if of_event {
                hints.push((Action::Sources, ""));
            }
            hints.push((Action::Quit, "back"));
        }
        Context::Lanes if app.location.lanes.ages.shown => hints.extend(ages_hints(app)),
        Context::Lanes => hints.extend(lanes_hints(app)),
        Context::Cases => hints.extend(cases_hints(app)),
        Context::Filter => return filter_hints(app),
        Context::Prompt if app.panel().is_some() => {
            return vec![(Action::Accept, ""), (Action::Cancel, "")];
        }
        Context::Prompt | Context::Menu | Context::Faults => {}
    }
    hints.push((HELP, ""));
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, while_speaking};

    /// The actions whose hint is the word of the key table, as the code that shows them names them.
    fn hinted() -> Vec<String> {
        let files = [
            include_str!("hints.rs"),
            include_str!("popup.rs"),
            include_str!("../picker/source.rs"),
        ];
        let code = files.concat();
        let named = code.split("(Action::").skip(1);
        let named = named.filter_map(|rest| rest.lines().next()?.split_once(", \"\")"));
        named
            .map(|(name, _)| name.replace("Copied::", "").replace("PickerSource::", ""))
            .collect()
    }

    #[test]
    fn every_word_of_a_hint_is_said_in_every_language() {
        let (keymap, hinted) = (Keymap::default(), hinted());
        assert!(hinted.len() > 30, "{hinted:?}");
        let bindings = keymap.bindings().iter();
        // In a text no key leads into the text, and Esc ends what has no foot.
        let is_shown = |row: &&Binding| !["text", "end"].contains(&row.hint);
        let shown = bindings.filter(|row| hinted.contains(&format!("{:?}", row.action)));
        let shown = shown.filter(is_shown);
        let mut missing: Vec<&str> = Vec::new();
        for hint in shown.map(|row| row.hint).filter(|hint| !hint.is_empty()) {
            for language in [Language::German, Language::Ukrainian] {
                if while_speaking(language, || translated(hint)) == hint {
                    missing.push(hint);
                }
            }
        }
        assert_eq!(missing, [""; 0]);
    }
}
