//! The key table: the one place where keys are given their meaning.
//!
//! Help, the hints at the foot, the README's table and `neutrality keys` are drawn from it.
//! The reasons for the choice of keys: arrows and vi keys both work, digits are the views (shown in their titles),
//! `?` is help and `/` search as in most readers, `q` goes back before it quits, and Esc never quits.

use super::View;
use super::action::Action;
use super::input::{Code, Key};

/// Where keys are going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The list of events.
    List,
    /// The reading pane beside it, or alone.
    Reading,
    /// The lanes of the countries.
    Lanes,
    /// The outline of the article.
    Outline,
    /// The table of cases.
    Cases,
    /// A line that is being typed.
    Prompt,
    /// A menu that narrows as one types.
    Menu,
}

/// Parts of the help, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Moving,
    Following,
    Finding,
    Views,
    Cases,
    Program,
    Typing,
}

impl Group {
    pub const ALL: [Group; 7] = [
        Group::Moving,
        Group::Following,
        Group::Finding,
        Group::Views,
        Group::Cases,
        Group::Program,
        Group::Typing,
    ];

    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Group::Moving => "Moving",
            Group::Following => "Following",
            Group::Finding => "Finding",
            Group::Views => "Views",
            Group::Cases => "In the table of cases",
            Group::Program => "Program",
            Group::Typing => "In a prompt or a menu",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub keys: &'static [Key],
    pub action: Action,
    pub contexts: &'static [Context],
    pub group: Group,
    /// What the keys do, in the help.
    pub help: &'static str,
    /// What they do, in a word, at the foot.
    pub hint: &'static str,
}

const BROWSING: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Lanes,
    Context::Outline,
    Context::Cases,
];
const EVERYWHERE: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Lanes,
    Context::Outline,
    Context::Cases,
    Context::Prompt,
    Context::Menu,
];
/// Where there is one direction to go in; a table has two, and keys of its own for both.
const ALONG: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Lanes,
    Context::Outline,
];
const EVENTS: &[Context] = &[Context::List, Context::Reading, Context::Lanes];
const CASES: &[Context] = &[Context::Cases];
const HEADED: &[Context] = &[Context::List, Context::Lanes];
const BESIDE: &[Context] = &[
    Context::List,
    Context::Lanes,
    Context::Outline,
    Context::Cases,
];
const PANES: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Outline,
    Context::Cases,
];
const LANES: &[Context] = &[Context::Lanes];
const TYPING: &[Context] = &[Context::Prompt, Context::Menu];

const fn named(code: Code) -> Key {
    Key::plain(code)
}

const fn char(character: char) -> Key {
    Key::char(character)
}

const fn row(
    keys: &'static [Key],
    action: Action,
    contexts: &'static [Context],
    group: Group,
    help: &'static str,
    hint: &'static str,
) -> Binding {
    Binding {
        keys,
        action,
        contexts,
        group,
        help,
        hint,
    }
}

/// Every key of the program.
pub const BINDINGS: &[Binding] = {
    use Action as A;
    use Group as G;
    &[
        row(
            &[named(Code::Down), char('j')],
            A::Down,
            BROWSING,
            G::Moving,
            "next event, country, passage, link or line",
            "move",
        ),
        row(
            &[named(Code::Up), char('k')],
            A::Up,
            BROWSING,
            G::Moving,
            "previous event, country, passage, link or line",
            "move",
        ),
        row(
            &[named(Code::PageDown), Key::ctrl('f'), char(' ')],
            A::PageDown,
            BROWSING,
            G::Moving,
            "a page forward",
            "page",
        ),
        row(
            &[named(Code::PageUp), Key::ctrl('b'), char('b')],
            A::PageUp,
            BROWSING,
            G::Moving,
            "a page back",
            "page",
        ),
        row(
            &[Key::ctrl('d')],
            A::HalfPageDown,
            BROWSING,
            G::Moving,
            "half a page forward",
            "half page",
        ),
        row(
            &[Key::ctrl('u')],
            A::HalfPageUp,
            BROWSING,
            G::Moving,
            "half a page back",
            "half page",
        ),
        row(
            &[char('g'), named(Code::Home)],
            A::First,
            ALONG,
            G::Moving,
            "to the beginning",
            "first",
        ),
        row(
            &[char('G'), named(Code::End)],
            A::Last,
            ALONG,
            G::Moving,
            "to the end",
            "last",
        ),
        row(
            &[char('}')],
            A::NextPeriod,
            HEADED,
            G::Moving,
            "to the next heading or group",
            "next period",
        ),
        row(
            &[char('{')],
            A::PreviousPeriod,
            HEADED,
            G::Moving,
            "to the previous heading or group",
            "period before",
        ),
        row(
            &[char('J')],
            A::ReadOn,
            BESIDE,
            G::Moving,
            "scroll the text, keeping the list",
            "read on",
        ),
        row(
            &[char('K')],
            A::ReadBack,
            BESIDE,
            G::Moving,
            "scroll the text back",
            "read back",
        ),
        row(
            &[named(Code::Right), char('l')],
            A::Right,
            LANES,
            G::Moving,
            "later, by a step that suits the zoom",
            "in time",
        ),
        row(
            &[named(Code::Left), char('h')],
            A::Left,
            LANES,
            G::Moving,
            "earlier",
            "earlier",
        ),
        row(
            &[char('.')],
            A::NextDay,
            LANES,
            G::Moving,
            "a day later, at any zoom",
            "day",
        ),
        row(
            &[char(',')],
            A::PreviousDay,
            LANES,
            G::Moving,
            "a day earlier",
            "day before",
        ),
        row(
            &[char('>'), Key::shift(Code::Right)],
            A::PanRight,
            LANES,
            G::Moving,
            "show later years; the cursor stays while it is in sight",
            "pan",
        ),
        row(
            &[char('<'), Key::shift(Code::Left)],
            A::PanLeft,
            LANES,
            G::Moving,
            "show earlier years",
            "pan back",
        ),
        row(
            &[char('+'), char('=')],
            A::ZoomIn,
            LANES,
            G::Moving,
            "closer, down to a month",
            "zoom",
        ),
        row(
            &[char('-'), char('_')],
            A::ZoomOut,
            LANES,
            G::Moving,
            "further away",
            "zoom out",
        ),
        row(
            &[char('0')],
            A::ZoomAll,
            LANES,
            G::Moving,
            "all years",
            "all",
        ),
        row(
            &[char('z')],
            A::ZoomToRow,
            LANES,
            G::Moving,
            "the years in which the chosen row had a status",
            "fit",
        ),
        row(
            &[char('t')],
            A::Standings,
            LANES,
            G::Moving,
            "show or hide every row’s status on the cursor’s day",
            "as of",
        ),
        row(
            &[named(Code::Tab)],
            A::Fold,
            LANES,
            G::Moving,
            "fold the group of the row, or unfold it",
            "fold",
        ),
        row(
            &[named(Code::BackTab)],
            A::FoldAll,
            LANES,
            G::Moving,
            "fold all groups, or unfold them",
            "fold all",
        ),
        row(
            &[named(Code::Enter)],
            A::Follow,
            BROWSING,
            G::Following,
            "follow: into the text, then along the link",
            "follow",
        ),
        row(
            &[named(Code::Backspace), char('H'), Key::ctrl('o')],
            A::Back,
            BROWSING,
            G::Following,
            "back to the place before the jump, filter included",
            "back",
        ),
        row(
            &[char('L')],
            A::Forward,
            BROWSING,
            G::Following,
            "forward again",
            "forward",
        ),
        row(
            &[named(Code::Tab), named(Code::BackTab)],
            A::NextPane,
            PANES,
            G::Following,
            "to the other pane",
            "other pane",
        ),
        row(
            &[char(']')],
            A::NextInThread,
            BROWSING,
            G::Following,
            "next event of the row or country followed, else of the article",
            "next in the article",
        ),
        row(
            &[char('[')],
            A::PreviousInThread,
            BROWSING,
            G::Following,
            "previous event of the same",
            "previous",
        ),
        row(
            &[char('w')],
            A::NextViolation,
            EVENTS,
            G::Following,
            "next violation of a neutrality",
            "next violation",
        ),
        row(
            &[char('W')],
            A::PreviousViolation,
            EVENTS,
            G::Following,
            "previous violation",
            "violation before",
        ),
        row(
            &[char('a')],
            A::Claims,
            EVENTS,
            G::Following,
            "the claims of the article that rest on this event",
            "claims",
        ),
        row(
            &[char('s')],
            A::Sources,
            EVENTS,
            G::Following,
            "the sources of this event",
            "sources",
        ),
        row(
            &[char('c')],
            A::PickCountries,
            BROWSING,
            G::Finding,
            "filter by country and role",
            "country",
        ),
        row(
            &[char('x')],
            A::ToggleFilter,
            BROWSING,
            G::Finding,
            "lift the filter, or put it back",
            "lift filter",
        ),
        row(
            &[char('/')],
            A::Search,
            BROWSING,
            G::Finding,
            "search; case and accents do not count",
            "search",
        ),
        row(
            &[char('n')],
            A::NextMatch,
            BROWSING,
            G::Finding,
            "next match",
            "next match",
        ),
        row(
            &[char('N')],
            A::PreviousMatch,
            BROWSING,
            G::Finding,
            "previous match",
            "match before",
        ),
        row(
            &[char(':')],
            A::GoTo,
            BROWSING,
            G::Finding,
            "go to a date (1914-08), a passage (¶6) or an event",
            "go to",
        ),
        row(
            &[char('1')],
            A::Show(View::Timeline),
            BROWSING,
            G::Views,
            "the timeline",
            "timeline",
        ),
        row(
            &[char('2')],
            A::Show(View::Lanes),
            BROWSING,
            G::Views,
            "the lanes: every country’s status over time",
            "lanes",
        ),
        row(
            &[char('3')],
            A::Show(View::Article),
            BROWSING,
            G::Views,
            "the article, claim by claim",
            "article",
        ),
        row(
            &[char('4')],
            A::Show(View::Cases),
            BROWSING,
            G::Views,
            "the cases, side by side",
            "cases",
        ),
        row(
            &[char('T')],
            A::NextTheme,
            BROWSING,
            G::Views,
            "next theme: dark, light, without colour",
            "theme",
        ),
        row(
            &[named(Code::Left), char('h')],
            A::Left,
            CASES,
            G::Cases,
            "previous case",
            "case",
        ),
        row(
            &[named(Code::Right), char('l')],
            A::Right,
            CASES,
            G::Cases,
            "next case",
            "case",
        ),
        row(
            &[named(Code::Home)],
            A::FirstColumn,
            CASES,
            G::Cases,
            "to the first case",
            "first case",
        ),
        row(
            &[named(Code::End)],
            A::LastColumn,
            CASES,
            G::Cases,
            "to the last case",
            "last case",
        ),
        row(
            &[char('g')],
            A::First,
            CASES,
            G::Cases,
            "to the first question",
            "first question",
        ),
        row(
            &[char('G')],
            A::Last,
            CASES,
            G::Cases,
            "to what came of it",
            "outcome",
        ),
        row(
            &[char('}')],
            A::NextPeriod,
            CASES,
            G::Cases,
            "to the questions of the next passage",
            "next passage",
        ),
        row(
            &[char('{')],
            A::PreviousPeriod,
            CASES,
            G::Cases,
            "to the questions of the passage before",
            "passage before",
        ),
        row(
            &[char('d')],
            A::OnlyDifferences,
            CASES,
            G::Cases,
            "only the questions in which the cases differ, or all",
            "differences",
        ),
        row(
            &[char('=')],
            A::Pin,
            CASES,
            G::Cases,
            "keep this case beside the questions, or let it go",
            "pin",
        ),
        row(
            &[char('a')],
            A::Claims,
            CASES,
            G::Cases,
            "the claim that the question comes from",
            "claim",
        ),
        row(
            &[char('?'), named(Code::F(1))],
            A::Help,
            BROWSING,
            G::Program,
            "this help",
            "help",
        ),
        row(
            &[named(Code::Esc)],
            A::Cancel,
            BROWSING,
            G::Program,
            "end one thing: a search, a thread, a pane",
            "end",
        ),
        row(
            &[
                char('q'),
                Key {
                    alt: true,
                    ..Key::char('q')
                },
            ],
            A::Quit,
            BROWSING,
            G::Program,
            "back to the timeline, then quit",
            "quit",
        ),
        row(
            &[char('Q')],
            A::QuitNow,
            BROWSING,
            G::Program,
            "quit",
            "quit",
        ),
        row(
            &[Key::ctrl('c')],
            A::QuitNow,
            EVERYWHERE,
            G::Program,
            "quit from anywhere",
            "quit",
        ),
        row(
            &[Key::ctrl('z')],
            A::Suspend,
            EVERYWHERE,
            G::Program,
            "back to the shell for a while",
            "suspend",
        ),
        row(
            &[Key::ctrl('l')],
            A::Repaint,
            EVERYWHERE,
            G::Program,
            "draw the screen anew",
            "redraw",
        ),
        row(
            &[named(Code::Enter)],
            A::Accept,
            TYPING,
            G::Typing,
            "take it",
            "take",
        ),
        row(
            &[named(Code::Esc)],
            A::Cancel,
            TYPING,
            G::Typing,
            "leave all as it was",
            "leave",
        ),
        row(
            &[named(Code::Down), Key::ctrl('n')],
            A::Down,
            TYPING,
            G::Typing,
            "next item",
            "choose",
        ),
        row(
            &[named(Code::Up), Key::ctrl('p')],
            A::Up,
            TYPING,
            G::Typing,
            "previous item",
            "choose",
        ),
        row(
            &[named(Code::PageDown)],
            A::PageDown,
            &[Context::Menu],
            G::Typing,
            "a page of items forward",
            "page",
        ),
        row(
            &[named(Code::PageUp)],
            A::PageUp,
            &[Context::Menu],
            G::Typing,
            "a page of items back",
            "page",
        ),
        row(
            &[char(' ')],
            A::Mark,
            &[Context::Menu],
            G::Typing,
            "mark a country, to take several",
            "mark",
        ),
        row(
            &[named(Code::Tab)],
            A::NextRole,
            &[Context::Menu],
            G::Typing,
            "only in the next role",
            "role",
        ),
    ]
};

/// What a key means where it was pressed.
#[must_use]
pub fn action(context: Context, key: Key) -> Option<Action> {
    BINDINGS
        .iter()
        .find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key))
        .map(|binding| binding.action)
}

/// The row of an action in a context, for its keys and its hint.
#[must_use]
pub fn binding(context: Context, action: Action) -> Option<&'static Binding> {
    BINDINGS
        .iter()
        .find(|binding| binding.contexts.contains(&context) && binding.action == action)
}

impl Binding {
    /// "↓ j": the keys as a person reads them.
    #[must_use]
    pub fn keys_in_words(&self) -> String {
        let shown = self
            .keys
            .iter()
            .filter(|key| !key.alt)
            .map(|key| sign(*key));
        shown.collect::<Vec<_>>().join(" ")
    }
}

/// The sign of a key: an arrow for the arrow keys, the name for the others.
#[must_use]
pub fn sign(key: Key) -> String {
    match key.code {
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        Code::Left => "←".to_owned(),
        Code::Right => "→".to_owned(),
        _ => key.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        let mut seen = HashSet::new();
        for binding in BINDINGS {
            for context in binding.contexts {
                for key in binding.keys {
                    assert!(
                        seen.insert((*context, *key)),
                        "{key} stands twice in {context:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_row_says_what_it_does() {
        for binding in BINDINGS {
            assert!(
                !binding.keys.is_empty() && !binding.help.is_empty() && !binding.hint.is_empty(),
                "{binding:?}"
            );
        }
    }

    #[test]
    fn flow_control_keys_are_left_alone() {
        for binding in BINDINGS {
            assert!(
                !binding.keys.contains(&Key::ctrl('s')) && !binding.keys.contains(&Key::ctrl('q')),
                "{binding:?}"
            );
        }
    }
}
