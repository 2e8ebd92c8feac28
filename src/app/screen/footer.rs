//! The last line of the screen: what can be done here, as hints, and how much is shown of how much.
//!
//! What stands where is the same for drawing and for the mouse, which runs the hint that it presses.

use super::layout::Area;
use crate::app::action::{Action, Copied};
use crate::app::keys::{Binding, Context, Sequence};
use crate::app::picker::source::Source;
use crate::app::{App, View};
use crate::page::Link;
use crate::page::cases::Aspect;
use crate::text;

const HELP: Action = Action::Pick(Source::Help);

/// A key and what it does in a word; pressed with the mouse it does that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub action: Action,
    pub key: String,
    pub word: &'static str,
    pub area: Area,
}

/// The parts of the line, around what is typed or said on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footer {
    /// "37 of 118 shown", and the column at which it begins.
    pub shown: (u16, String),
    /// Columns from the left that prompts, messages and hints may take.
    pub room: u16,
    /// None while something is typed or said.
    pub hints: Vec<Hint>,
}

impl App {
    /// The parts of the last line.
    #[must_use]
    pub fn footer(&self, line: Area) -> Footer {
        let shown = shown(self, line.width);
        let right = line.width.saturating_sub(2);
        let x = right.saturating_sub(text::width(&shown) as u16);
        let room = x.saturating_sub(4);
        Footer {
            shown: (x, shown),
            room,
            hints: self.hints(line, room),
        }
    }

    fn hints(&self, line: Area, room: u16) -> Vec<Hint> {
        let context = self.context();
        let typed_here = context == Context::Prompt && self.panel().is_none();
        if typed_here || self.message.is_some() {
            return Vec::new();
        }
        let line = Area {
            x: 1,
            width: room.saturating_sub(1),
            ..line
        };
        self.place_hints(context, &likeliest(self, context), line)
    }

    /// What can be done here and now, the likeliest first: its row of the key table and a word.
    #[must_use]
    pub fn likeliest(&self) -> Vec<(&Binding, &'static str)> {
        let context = self.context();
        let hint = |(action, word): (Action, &'static str)| {
            let binding = self.setup.keymap.binding(context, action)?;
            Some((binding, if word.is_empty() { binding.hint } else { word }))
        };
        likeliest(self, context)
            .into_iter()
            .filter_map(hint)
            .collect()
    }

    /// As many hints as there is room for, each its key and a word.
    pub(in crate::app) fn place_hints(
        &self,
        context: Context,
        hints: &[(Action, &'static str)],
        line: Area,
    ) -> Vec<Hint> {
        let mut placed = Vec::new();
        let mut x = line.x;
        for (action, word) in hints {
            let Some(binding) = self.setup.keymap.binding(context, *action) else {
                continue;
            };
            let key = match action {
                Action::Down if context == Context::Cases => "↑↓←→".to_owned(),
                Action::Down => "↑↓".to_owned(),
                Action::Right => "←→".to_owned(),
                Action::ZoomIn => "+ -".to_owned(),
                _ => binding.keys.first().map(Sequence::sign).unwrap_or_default(),
            };
            let word = if word.is_empty() { binding.hint } else { word };
            let width = (text::width(&key) + 1 + text::width(word)) as u16;
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
}

/// How much is shown of how much: always the events, and of the cases as much as leaves room for the hints.
fn shown(app: &App, width: u16) -> String {
    let (visible, events) = (
        app.location.selection.visible().len(),
        app.document.timeline.events.len(),
    );
    let shown = format!("{visible} of {events} shown");
    if app.location.view == View::Lanes {
        return match app.clustered() {
            0 => shown,
            number => format!("{shown} · {number} clustered"),
        };
    }
    if app.location.view != View::Cases {
        return shown;
    }
    let timeline = &app.document.timeline;
    let cases = timeline.cases.len();
    let asked = app.location.cases.questions(timeline).count();
    let questions = format!("{asked} of {} questions · {shown}", timeline.criteria.len());
    let whole = format!("{cases} of {} · {questions}", text::count(cases, "case"));
    if text::width(&whole) <= usize::from(width) * 45 / 100 {
        whole
    } else if app.location.cases.only_differences
        && text::width(&questions) <= usize::from(width) / 2
    {
        questions
    } else {
        shown
    }
}

fn lanes_hints() -> Vec<(Action, &'static str)> {
    vec![
        (Action::Right, ""),
        (Action::ZoomIn, ""),
        (Action::Down, "country"),
        (Action::Follow, "open"),
        (Action::NextInThread, "next event"),
        (Action::Standings, ""),
        (Action::ZoomToRow, ""),
        (Action::ZoomAll, ""),
        (Action::NextViolation, ""),
        (Action::Fold, ""),
        (Action::Quit, "back"),
    ]
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
    if matches!(app.location.cases.aspect, Aspect::Question(asked) if app.document.timeline[asked].passage.is_some())
    {
        hints.push((Action::Claims, ""));
    }
    if app.can_go_back() {
        hints.push((Action::Back, ""));
    }
    hints.push((Action::Quit, "timeline"));
    hints
}

fn filter_hints(app: &App) -> Vec<(Action, &'static str)> {
    vec![
        (Action::Mark, ""),
        (Action::Refuse, ""),
        (Action::NextFacet, ""),
        (Action::Accept, app.enter_in_panel()),
        (Action::Cancel, ""),
        (Action::ClearFacet, ""),
        (Action::ClearFilter, ""),
        (Action::Narrow, ""),
    ]
}

/// What can be done here and now, the likeliest first; an empty word is the table's own.
fn likeliest(app: &App, context: Context) -> Vec<(Action, &'static str)> {
    let event = &app.document.timeline[app.location.selection.selected()];
    let linked = !event.links.is_empty();
    let mut hints: Vec<(Action, &'static str)> = Vec::new();
    match context {
        Context::List => {
            if app.is_offering() {
                hints.extend([(Action::Follow, "lift"), (Action::ToggleFilter, "lift all")]);
                hints.extend([(Action::Filter, ""), (Action::Down, ""), (HELP, "")]);
                return hints;
            }
            hints.extend([(Action::Down, ""), (Action::Follow, "read")]);
            if app.walk.matches.is_some() {
                hints.push((Action::NextMatch, ""));
            }
            if app.can_go_back() {
                hints.push((Action::Back, ""));
            }
            let thread = if app.walk.country.is_some() {
                "next of the country"
            } else {
                "next in the article"
            };
            hints.extend([
                (Action::Filter, ""),
                (Action::Search, ""),
                (Action::Pick(Source::GoTo), ""),
            ]);
            if app.walk.country.is_some() || app.document.timeline.article.is_some() {
                hints.push((Action::NextInThread, thread));
            }
            if linked {
                hints.push((Action::Claims, ""));
            }
            hints.push((Action::Quit, ""));
        }
        Context::Outline => {
            hints.extend([(Action::Down, "claims"), (Action::Follow, "its events")]);
            hints.extend([
                (Action::NextInThread, "first event"),
                (Action::Back, ""),
                (Action::Search, ""),
                (Action::Quit, "back"),
            ]);
        }
        Context::Reading => {
            let follow = match app.chosen_link() {
                Some(Link::Event(_)) => "go to event",
                Some(Link::Passage(_)) => "go to claim",
                Some(Link::Country(_)) => "follow country",
                Some(Link::Address(_)) => "show address",
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
                hints.push((Action::Copy(Copied::Notes), ""));
            }
            hints.extend([
                (
                    Action::NextPane,
                    if app.location.view == View::Cases {
                        "table"
                    } else {
                        "list"
                    },
                ),
                (Action::Back, ""),
            ]);
            if app.location.view != View::Cases {
                hints.push((Action::Sources, ""));
            }
            hints.push((Action::Quit, "back"));
        }
        Context::Lanes => hints.extend(lanes_hints()),
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
