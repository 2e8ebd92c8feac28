//! The rows of the key table: a name for settings and prompts, the keys, the action, where, and what help and hints say.
//!
//! The reasons for the choice of keys: arrows and vi keys both work, digits are the views (shown in their titles),
//! `?` is help and `/` search as in most readers, `q` goes back before it quits, and Esc never quits.
//! Ctrl-S and Ctrl-Q are left to the terminal, which may stop and resume its output with them.

use super::super::View;
use super::super::action::{Action as A, Copied as C};
use super::super::picker::source::PickerSource as S;
use super::{Context, KeyGroup as G};

/// A row as it is written down; [`super::Keymap`] reads the keys.
pub(super) struct KeyRow {
    pub name: &'static str,
    /// Sequences of keys, parted by spaces, as [`super::Sequence::named`] reads them: `Down j`, `y,b`.
    pub keys: &'static str,
    pub action: A,
    pub contexts: &'static [Context],
    pub group: G,
    pub help: &'static str,
    pub hint: &'static str,
}

const EVERYWHERE: &[Context] = &Context::ALL;
const BROWSING: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Lanes,
    Context::Outline,
    Context::Cases,
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
/// Where a picture is made of all that there is.
const DRAWN: &[Context] = &[Context::Lanes, Context::Cases];
const HEADED: &[Context] = &[Context::List, Context::Lanes];
const PANES: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Outline,
    Context::Cases,
];
const LANES: &[Context] = &[Context::Lanes];
const LISTS: &[Context] = &[Context::List, Context::Outline];
const READING: &[Context] = &[Context::Reading];
const SCROLLED: &[Context] = &[Context::List, Context::Outline, Context::Reading];
const TYPING: &[Context] = &[Context::Prompt, Context::Menu];
const MENU: &[Context] = &[Context::Menu];
const FILTER: &[Context] = &[Context::Filter];
const PROMPT: &[Context] = &[Context::Prompt];
const FAULTS: &[Context] = &[Context::Faults];
const EDITABLE: &[Context] = &[
    Context::List,
    Context::Reading,
    Context::Lanes,
    Context::Outline,
    Context::Cases,
    Context::Faults,
];

const fn row(
    name: &'static str,
    keys: &'static str,
    action: A,
    contexts: &'static [Context],
    group: G,
    help: &'static str,
    hint: &'static str,
) -> KeyRow {
    KeyRow {
        name,
        keys,
        action,
        contexts,
        group,
        help,
        hint,
    }
}

/// Every key of the program, a line each.
#[rustfmt::skip]
pub(super) const ROWS: &[KeyRow] = &[
    row("down",                "Down j",              A::Down,                 BROWSING,   G::Moving,     "next event, country, passage, link or line", "move"),
    row("up",                  "Up k",                A::Up,                   BROWSING,   G::Moving,     "previous event, country, passage, link or line", "move"),
    row("page-down",           "PgDn Ctrl-F",         A::PageDown,             BROWSING,   G::Moving,     "a page forward", "page"),
    row("page-up",             "PgUp Ctrl-B b",       A::PageUp,               BROWSING,   G::Moving,     "a page back", "page"),
    row("onward",              "Space",               A::Onward,               BROWSING,   G::Moving,     "a page forward; on a tour to the next stop, or back to it", "next stop"),
    row("half-page-down",      "Ctrl-D",              A::HalfPageDown,         BROWSING,   G::Moving,     "half a page forward", "half page"),
    row("half-page-up",        "Ctrl-U",              A::HalfPageUp,           BROWSING,   G::Moving,     "half a page back", "half page"),
    row("first",               "g Home",              A::First,                ALONG,      G::Moving,     "to the beginning", "first"),
    row("last",                "G End",               A::Last,                 ALONG,      G::Moving,     "to the end", "last"),
    row("next-period",         "}",                   A::NextPeriod,           HEADED,     G::Moving,     "to the next heading or group", "next period"),
    row("previous-period",     "{",                   A::PreviousPeriod,       HEADED,     G::Moving,     "to the previous heading or group", "period before"),
    row("scroll-down",         "Ctrl-E",              A::ScrollDown,           SCROLLED,   G::Moving,     "scroll a line down, the selected one staying", "scroll"),
    row("scroll-up",           "Ctrl-Y",              A::ScrollUp,             SCROLLED,   G::Moving,     "scroll a line up", "scroll back"),
    row("centre",              "z,z",                 A::Centre,               LISTS,      G::Moving,     "the selected row to the middle", "centre"),
    row("read-on",             "J",                   A::ReadOn,               BROWSING,     G::Moving,     "scroll the text, keeping the list", "read on"),
    row("read-back",           "K",                   A::ReadBack,             BROWSING,     G::Moving,     "scroll the text back", "read back"),
    row("right",               "Right l",             A::Right,                LANES,      G::Moving,     "later, by a step that suits the zoom", "in time"),
    row("left",                "Left h",              A::Left,                 LANES,      G::Moving,     "earlier", "earlier"),
    row("next-day",            ".",                   A::NextDay,              LANES,      G::Moving,     "a day later, at any zoom", "day"),
    row("previous-day",        ",",                   A::PreviousDay,          LANES,      G::Moving,     "a day earlier", "day before"),
    row("pan-right",           "> Shift-Right",       A::PanRight,             LANES,      G::Moving,     "show later years; the cursor stays while it is in sight", "pan"),
    row("pan-left",            "< Shift-Left",        A::PanLeft,              LANES,      G::Moving,     "show earlier years", "pan back"),
    row("zoom-in",             "+ =",                 A::ZoomIn,               LANES,      G::Moving,     "closer, down to a month", "zoom"),
    row("zoom-out",            "- _",                 A::ZoomOut,              LANES,      G::Moving,     "further away", "zoom out"),
    row("zoom-all",            "0",                   A::ZoomAll,              LANES,      G::Moving,     "all years", "all"),
    row("zoom-to-row",         "z",                   A::ZoomToRow,            LANES,      G::Moving,     "the years in which the chosen row had a status", "fit"),
    row("standings",           "t",                   A::Standings,            LANES,      G::Moving,     "show or hide every row’s status on the cursor’s day", "as of"),
    row("ages",                "A",                   A::Ages,                 LANES,      G::Moving,     "every title from its beginning on, or the years again", "ages"),
    row("fold",                "Tab",                 A::Fold,                 LANES,      G::Moving,     "fold the group of the row, or unfold it", "fold"),
    row("fold-all",            "Shift-Tab",           A::FoldAll,              LANES,      G::Moving,     "fold all groups, or unfold them", "fold all"),
    row("follow",              "Enter",               A::Follow,               BROWSING,   G::Following,  "read: the text has the screen; then along the link, or back", "follow"),
    row("back",                "Backspace H Ctrl-O",  A::Back,                 BROWSING,   G::Following,  "back to the place before the jump, filter included", "back"),
    row("forward",             "L",                   A::Forward,              BROWSING,   G::Following,  "forward again", "forward"),
    row("right",               "Right l Ctrl-W,l",    A::Right,                LISTS,      G::Following,  "into the text beside the list", "text"),
    row("left",                "Left h Ctrl-W,h",     A::Left,                 READING,    G::Following,  "back to the list", "list"),
    row("next-pane",           "Tab Shift-Tab",       A::NextPane,             PANES,      G::Following,  "to the other pane", "other pane"),
    row("other-pane",          "Ctrl-W,w",            A::NextPane,             PANES,      G::Following,  "to the other pane, as in vi", "other pane"),
    row("next-in-thread",      "]",                   A::NextInThread,         BROWSING,   G::Following,  "next of what is followed: claim, country, violations, marks", "next in the article"),
    row("previous-in-thread",  "[",                   A::PreviousInThread,     BROWSING,   G::Following,  "previous event of the same", "previous"),
    row("next-violation",      "w",                   A::NextViolation,        EVENTS,     G::Following,  "next violation of a neutrality", "next violation"),
    row("previous-violation",  "W",                   A::PreviousViolation,    EVENTS,     G::Following,  "previous violation", "violation before"),
    row("marks",               "'",                   A::Pick(S::Marks),       BROWSING,   G::Following,  "what you marked, with your notes, to go there", "marks"),
    row("tours",               "p",                   A::Pick(S::Tours),       BROWSING,   G::Following,  "the tours: paths through the record, stop by stop", "tours"),
    row("claims",              "a",                   A::Claims,               EVENTS,     G::Following,  "the claims of the article that rest on this event", "claims"),
    row("sources",             "s",                   A::Sources,              EVENTS,     G::Following,  "the sources of this event", "sources"),
    row("picture",             "v",                   A::Picture,              EVENTS,     G::Following,  "the picture of this event, where the terminal shows pictures", "picture"),
    row("filter",              "f",                   A::Filter,               BROWSING,   G::Finding,    "filter by country, role, kind, violation, time and more", "filter"),
    row("pick-countries",      "c",                   A::Pick(S::Countries),   BROWSING,   G::Finding,    "filter by country and role", "country"),
    row("toggle-filter",       "x",                   A::ToggleFilter,         BROWSING,   G::Finding,    "lift the filter, or put it back", "lift filter"),
    row("counter-reading",     "X",                   A::CounterReading,       BROWSING,   G::Finding,    "only what complicates the claim, or any claim", "what complicates it"),
    row("only-marked",         "*",                   A::OnlyMarked,           BROWSING,   G::Finding,    "only the events that you marked, or all again", "only marked"),
    row("name-filter",         "V",                   A::NameFilter,           BROWSING,   G::Finding,    "give the filter that is on a name, to ask for it again", "name filter"),
    row("search",              "/",                   A::Search,               BROWSING,   G::Finding,    "search; case and accents do not count", "search"),
    row("search-this",         "#",                   A::SearchThis,           EVENTS,     G::Finding,    "search for the chosen link, or the event’s country", "search it"),
    row("next-match",          "n",                   A::NextMatch,            BROWSING,   G::Finding,    "next match", "next match"),
    row("previous-match",      "N",                   A::PreviousMatch,        BROWSING,   G::Finding,    "previous match", "match before"),
    row("go-to",               ":",                   A::Pick(S::GoTo),        BROWSING,   G::Finding,    "go to a date, a passage or an event, or do anything by name", "go to"),
    row("copy-footnote",       "y,f",                 A::Copy(C::Footnote),    BROWSING,   G::Taking,     "copy a footnote of the status or the event", "footnote"),
    row("copy-citation",       "y,y",                 A::Copy(C::Notes),       BROWSING,   G::Taking,     "copy the sources as notes (Chicago)", "cite"),
    row("copy-apa",            "y,a",                 A::Copy(C::Apa),         BROWSING,   G::Taking,     "copy the sources as references (APA)", "APA"),
    row("copy-mla",            "y,m",                 A::Copy(C::Mla),         BROWSING,   G::Taking,     "copy the sources as works cited (MLA)", "MLA"),
    row("copy-bibtex",         "y,b",                 A::Copy(C::Bibtex),      BROWSING,   G::Taking,     "copy the sources as BibTeX", "BibTeX"),
    row("copy-csl-json",       "y,j",                 A::Copy(C::CslJson),     BROWSING,   G::Taking,     "copy the sources as CSL-JSON", "CSL-JSON"),
    row("copy-event-citation", "y,e",                 A::Copy(C::Own),         BROWSING,   G::Taking,     "copy a citation of this entry of the timeline", "event"),
    row("copy-text",           "y,t",                 A::Copy(C::Text),        BROWSING,   G::Taking,     "copy the title and the text", "text"),
    row("copy-id",             "y,i",                 A::Copy(C::Id),          BROWSING,   G::Taking,     "copy the id that the file gives it", "id"),
    row("copy-view",           "y,v",                 A::Copy(C::View),        BROWSING,   G::Taking,     "copy the command that opens this very view", "view"),
    row("copy-day",            "y,d",                 A::Copy(C::Day),         LANES,      G::Taking,     "copy every country’s status on the cursor’s day", "statuses"),
    row("copy-full",          "y,w",                 A::Copy(C::Full),       DRAWN,      G::Taking,     "copy the whole table or the chart as text", "all of it"),
    row("copy-case",           "y,c",                 A::Copy(C::Case),        CASES,      G::Taking,     "copy the chosen case with all its answers", "case"),
    row("copy-address",        "y,u",                 A::Copy(C::Address),     BROWSING,   G::Taking,     "copy the address of the chosen or first source", "address"),
    row("mark-this",           "m",                   A::ToggleMark,           BROWSING,   G::Taking,     "mark this event, claim or cell, or no longer", "mark"),
    row("write-note",          "i",                   A::WriteNote,            BROWSING,   G::Taking,     "write a note beside it, in a line", "note"),
    row("edit-note",           "I",                   A::EditNote,             BROWSING,   G::Taking,     "write the note in your editor", "note in the editor"),
    row("print",               "P",                   A::Print,                BROWSING,   G::Taking,     "print it as plain text on the terminal, to be selected there", "print"),
    row("export",              "E",                   A::Export,               BROWSING,   G::Taking,     "write what is shown, or your marks, to a file", "write a file"),
    row("open",                "o",                   A::Open,                 BROWSING,   G::Taking,     "open the source in the browser", "open"),
    row("show-timeline",       "1",                   A::Show(View::Timeline), BROWSING,   G::Views,      "the timeline", "timeline"),
    row("show-lanes",          "2",                   A::Show(View::Lanes),    BROWSING,   G::Views,      "the lanes: every country’s status over time", "lanes"),
    row("show-article",        "3",                   A::Show(View::Article),  BROWSING,   G::Views,      "the article, claim by claim", "article"),
    row("show-cases",          "4",                   A::Show(View::Cases),    BROWSING,   G::Views,      "the cases, side by side", "cases"),
    row("next-theme",          "T",                   A::NextTheme,            BROWSING,   G::Views,      "next theme: dark, light, without colour", "theme"),
    row("left",                "Left h",              A::Left,                 CASES,      G::Cases,      "previous case", "case"),
    row("right",               "Right l",             A::Right,                CASES,      G::Cases,      "next case", "case"),
    row("first-column",        "Home 0",              A::FirstColumn,          CASES,      G::Cases,      "to the first case", "first case"),
    row("last-column",         "End $",               A::LastColumn,           CASES,      G::Cases,      "to the last case", "last case"),
    row("first",               "g",                   A::First,                CASES,      G::Cases,      "to the first question", "first question"),
    row("last",                "G",                   A::Last,                 CASES,      G::Cases,      "to what came of it", "outcome"),
    row("next-period",         "}",                   A::NextPeriod,           CASES,      G::Cases,      "to the questions of the next passage", "next passage"),
    row("previous-period",     "{",                   A::PreviousPeriod,       CASES,      G::Cases,      "to the questions of the passage before", "passage before"),
    row("only-differences",    "d",                   A::OnlyDifferences,      CASES,      G::Cases,      "only the questions in which the cases differ, or all", "differences"),
    row("pin",                 "=",                   A::Pin,                  CASES,      G::Cases,      "keep this case beside the questions, or let it go", "pin"),
    row("claims",              "a",                   A::Claims,               CASES,      G::Cases,      "the claim that the question comes from", "claim"),
    row("down",                "Down j",              A::Down,                 FILTER,     G::Filter,     "next value", "choose"),
    row("up",                  "Up k",                A::Up,                   FILTER,     G::Filter,     "previous value", "choose"),
    row("page-down",           "PgDn Ctrl-F",         A::PageDown,             FILTER,     G::Filter,     "a page of values forward", "page"),
    row("page-up",             "PgUp Ctrl-B",         A::PageUp,               FILTER,     G::Filter,     "a page of values back", "page"),
    row("first",               "g Home",              A::First,                FILTER,     G::Filter,     "to the first value", "first"),
    row("last",                "G End",               A::Last,                 FILTER,     G::Filter,     "to the last value", "last"),
    row("next-facet",          "Tab Right l",         A::NextFacet,            FILTER,     G::Filter,     "next facet", "facet"),
    row("previous-facet",      "Shift-Tab Left h",    A::PreviousFacet,        FILTER,     G::Filter,     "previous facet", "facet before"),
    row("ask-for",             "Space",               A::Mark,                 FILTER,     G::Filter,     "any of: ask for the value, or no longer", "any of"),
    row("require",             "+ &",                 A::Require,              FILTER,     G::Filter,     "all of: require the value beside others, or no longer", "all of"),
    row("refuse",              "- !",                 A::Refuse,               FILTER,     G::Filter,     "none of: refuse the value, or no longer", "none of"),
    row("narrow",              "/",                   A::Narrow,               FILTER,     G::Filter,     "narrow the values by what is typed", "narrow"),
    row("clear-facet",         "x",                   A::ClearFacet,           FILTER,     G::Filter,     "lift what is chosen of this facet", "clear"),
    row("clear-filter",        "X",                   A::ClearFilter,          FILTER,     G::Filter,     "lift the whole filter", "clear all"),
    row("accept",              "Enter f q",           A::Accept,               FILTER,     G::Filter,     "keep the filter; with nothing changed, take the value", "keep"),
    row("cancel",              "Esc",                 A::Cancel,               FILTER,     G::Filter,     "leave the filter as it was", "as before"),
    row("mouse",               "M",                   A::ToggleMouse,          BROWSING,   G::Program,    "leave the mouse to the terminal, or take it back", "mouse"),
    row("edit",                "e",                   A::Edit,                 EDITABLE,   G::Program,    "edit your own file where this is written", "edit"),
    row("faults",              "F",                   A::Pick(S::Faults),      BROWSING,   G::Program,    "the faults of your file, when it cannot be shown", "faults"),
    row("help",                "? F1",                A::Pick(S::Help),        BROWSING,   G::Program,    "this help", "help"),
    row("cancel",              "Esc",                 A::Cancel,               BROWSING,   G::Program,    "end one thing: a search, a thread, a pane", "end"),
    row("quit",                "q Alt-q",             A::Quit,                 BROWSING,   G::Program,    "back to the timeline, then quit", "quit"),
    row("quit-now",            "Q",                   A::QuitNow,              BROWSING,   G::Program,    "quit", "quit"),
    row("quit-now",            "Ctrl-C",              A::QuitNow,              EVERYWHERE, G::Program,    "quit from anywhere", "quit"),
    row("suspend",             "Ctrl-Z",              A::Suspend,              EVERYWHERE, G::Program,    "back to the shell for a while", "suspend"),
    row("repaint",             "Ctrl-L",              A::Repaint,              EVERYWHERE, G::Program,    "draw the screen anew", "redraw"),
    row("accept",              "Enter",               A::Accept,               TYPING,     G::Typing,     "take it", "take"),
    row("cancel",              "Esc",                 A::Cancel,               TYPING,     G::Typing,     "leave all as it was", "leave"),
    row("down",                "Down Ctrl-N",         A::Down,                 TYPING,     G::Typing,     "next item", "choose"),
    row("up",                  "Up Ctrl-P",           A::Up,                   TYPING,     G::Typing,     "previous item", "choose"),
    row("complete",            "Tab",                 A::Complete,             PROMPT,     G::Typing,     "write out what is chosen", "complete"),
    row("page-down",           "PgDn",                A::PageDown,             TYPING,      G::Typing,     "a page of items forward", "page"),
    row("page-up",             "PgUp",                A::PageUp,               TYPING,      G::Typing,     "a page of items back", "page"),
    row("accept",              "Enter",               A::Accept,               FAULTS,     G::Typing,     "edit the file at this fault", "edit"),
    row("cancel",              "Esc F q",             A::Cancel,               FAULTS,     G::Typing,     "close the list of faults", "close"),
    row("down",                "Down j Ctrl-N",       A::Down,                 FAULTS,     G::Typing,     "next fault", "choose"),
    row("up",                  "Up k Ctrl-P",         A::Up,                   FAULTS,     G::Typing,     "previous fault", "choose"),
    row("page-down",           "PgDn Space",          A::PageDown,             FAULTS,     G::Typing,     "a page of faults forward", "page"),
    row("page-up",             "PgUp b",              A::PageUp,               FAULTS,     G::Typing,     "a page of faults back", "page"),
    row("mark",                "Space",               A::Mark,                 MENU,       G::Typing,     "mark a country, to take several", "mark"),
    row("unmark",              "Ctrl-X",              A::Unmark,               MENU,       G::Typing,     "in the list of marks: take the mark away", "unmark"),
    row("next-role",           "Tab",                 A::NextRole,             MENU,       G::Typing,     "only in the next role", "role"),
];
