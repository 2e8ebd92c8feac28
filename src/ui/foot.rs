//! The last line: a prompt, a message, or what can be done here; and always how much is shown of how much.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::action::Action;
use crate::app::keys::{self, Context};
use crate::app::layout::Area;
use crate::app::prompt::Prompt;
use crate::app::{App, Mode, View};
use crate::page::Link;
use crate::page::cases::Aspect;
use crate::text;

pub fn draw(app: &App, looks: &Looks, area: Area, canvas: &mut Canvas) -> Option<Position> {
    let shown = shown(app, area.width);
    let right = canvas.put_right(area.width.saturating_sub(2), area.y, &shown, looks.dim());
    let room = right.saturating_sub(4);
    match &app.mode {
        Mode::Search { prompt, .. } => Some(draw_prompt(
            "/",
            prompt,
            &matches(app),
            room,
            area.y,
            looks,
            canvas,
        )),
        Mode::GoTo(prompt) => {
            let hint = "a date as 1914-08, a passage as ¶6, an event’s id";
            Some(draw_prompt(":", prompt, hint, room, area.y, looks, canvas))
        }
        _ => {
            match &app.message {
                Some(message) => {
                    canvas.put(1, area.y, room, message, looks.plain());
                }
                None => draw_hints(app, looks, room, area.y, canvas),
            }
            None
        }
    }
}

/// How much is shown of how much: always the events, and of the cases as much as leaves room for the hints.
fn shown(app: &App, width: u16) -> String {
    let (visible, events) = (app.selection.visible().len(), app.timeline.events.len());
    let shown = format!("{visible} of {events} shown");
    if app.view == View::Lanes {
        return match app.clustered() {
            0 => shown,
            number => format!("{shown} · {number} clustered"),
        };
    }
    if app.view != View::Cases {
        return shown;
    }
    let timeline = &app.timeline;
    let cases = timeline.cases.len();
    let asked = app.cases.questions(timeline).count();
    let questions = format!("{asked} of {} questions · {shown}", timeline.criteria.len());
    let whole = format!("{cases} of {} · {questions}", text::count(cases, "case"));
    if text::width(&whole) <= usize::from(width) * 45 / 100 {
        whole
    } else if app.cases.only_differences && text::width(&questions) <= usize::from(width) / 2 {
        questions
    } else {
        shown
    }
}

fn matches(app: &App) -> String {
    app.found.as_ref().map_or(String::new(), |found| {
        let hidden = if found.hidden > 0 {
            format!(", {} hidden", found.hidden)
        } else {
            String::new()
        };
        if found.hits.is_empty() {
            format!("nothing found{hidden}")
        } else {
            let at = found
                .hits
                .binary_search(&app.selection.selected())
                .map_or(1, |at| at + 1);
            format!("{at} of {}{hidden}", found.hits.len())
        }
    })
}

fn draw_prompt(
    lead: &str,
    prompt: &Prompt,
    hint: &str,
    room: u16,
    y: u16,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Position {
    let x = 1 + canvas.put(1, y, room, lead, looks.accent());
    // A long line scrolls, so that the cursor is always in sight.
    let hidden = prompt
        .column()
        .saturating_sub(usize::from(room.saturating_sub(3)));
    let text = text::skip(prompt.text(), hidden);
    let used = canvas.put(x, y, room.saturating_sub(1), text, looks.plain());
    let after = x + used + 3;
    if text::width(hint) as u16 + after <= room + 1 {
        canvas.put(after, y, room, hint, looks.dim());
    }
    Position::new(x + (prompt.column() - hidden) as u16, y)
}

/// As many hints as there is room for, each its key and a word.
fn draw_hints(app: &App, looks: &Looks, room: u16, y: u16, canvas: &mut Canvas) {
    let context = app.context();
    let mut x = 1;
    for (action, word) in hints(app, context) {
        let Some(binding) = app.keymap.binding(context, action) else {
            continue;
        };
        let key = match action {
            Action::Down if context == Context::Cases => "↑↓←→".to_owned(),
            Action::Down => "↑↓".to_owned(),
            Action::Right => "←→".to_owned(),
            Action::ZoomIn => "+ -".to_owned(),
            _ => binding
                .keys
                .first()
                .map(|key| keys::sign(*key))
                .unwrap_or_default(),
        };
        let word = if word.is_empty() { binding.hint } else { word };
        let wide = (text::width(&key) + 1 + text::width(word)) as u16;
        if x + wide > room {
            break;
        }
        x += canvas.put(x, y, room, &key, looks.accent()) + 1;
        x += canvas.put(x, y, room, word, looks.dim()) + 3;
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
    let differences = if app.cases.only_differences {
        "all questions"
    } else {
        "differences"
    };
    let pin = if app.cases.pinned.is_some() && app.cases.pinned == app.cases.case {
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
    if matches!(app.cases.aspect, Aspect::Question(asked) if app.timeline[asked].passage.is_some())
    {
        hints.push((Action::Claims, ""));
    }
    if app.can_go_back() {
        hints.push((Action::Back, ""));
    }
    hints.push((Action::Quit, "timeline"));
    hints
}

/// What can be done here and now, the likeliest first; an empty word is the table's own.
fn hints(app: &App, context: Context) -> Vec<(Action, &'static str)> {
    let event = &app.timeline[app.selection.selected()];
    let linked = !event.links.is_empty();
    let filtered = !app.selection.filter().is_empty();
    let mut hints: Vec<(Action, &'static str)> = Vec::new();
    match context {
        Context::List => {
            hints.extend([(Action::Down, ""), (Action::Follow, "read")]);
            if app.found.is_some() {
                hints.push((Action::NextMatch, ""));
            }
            if filtered {
                hints.push((Action::ToggleFilter, ""));
            }
            if app.can_go_back() {
                hints.push((Action::Back, ""));
            }
            let thread = if app.thread.is_some() {
                "next of the country"
            } else {
                "next in the article"
            };
            hints.extend([
                (Action::NextInThread, thread),
                (Action::PickCountries, ""),
                (Action::Search, ""),
            ]);
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
                if app.view == View::Article {
                    "events"
                } else {
                    "links"
                },
            ));
            hints.extend([
                (Action::Follow, follow),
                (
                    Action::NextPane,
                    if app.view == View::Cases {
                        "table"
                    } else {
                        "list"
                    },
                ),
                (Action::Back, ""),
            ]);
            if app.view != View::Cases {
                hints.push((Action::Sources, ""));
            }
            hints.push((Action::Quit, "back"));
        }
        Context::Lanes => hints.extend(lanes_hints()),
        Context::Cases => hints.extend(cases_hints(app)),
        Context::Prompt | Context::Menu => {}
    }
    hints.push((Action::Help, ""));
    hints
}
