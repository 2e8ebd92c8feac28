//! Everything that a reader can mean; keys, the mouse and the help all lead to these.

use super::View;
use super::picker::source::PickerSource;

/// What can be taken away by the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Copied {
    /// A footnote of the status on the cursor's day, elsewhere of the event.
    Footnote,
    /// The sources in the style of Chicago's notes.
    Notes,
    /// The sources as references of the American Psychological Association.
    Apa,
    /// The sources as works cited of the Modern Language Association.
    Mla,
    /// The sources as entries of BibTeX.
    Bibtex,
    /// The sources as CSL-JSON.
    CslJson,
    /// A citation of the event as an entry of the timeline.
    Own,
    /// Title, date, summary and text.
    Text,
    /// The id of the event.
    Id,
    /// The command line that opens this very view.
    View,
    /// Every status on the day of the lanes' cursor.
    Day,
    /// The whole table of cases, or the chart of the lanes.
    Full,
    /// The chosen case with all its answers.
    Case,
    /// The address of the source that is chosen, or of the first that has one.
    Address,
}

/// What the reader means, whatever key it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row, line, passage or item down; stops at the end.
    Down,
    /// One row, line, passage or item up; stops at the beginning.
    Up,
    /// To the left or right within a view that has a breadth.
    Left,
    /// To the right within a view that has a breadth.
    Right,
    /// As many rows or lines down as are in sight.
    PageDown,
    /// As many rows or lines up as are in sight.
    PageUp,
    /// A page down; on a tour through the text of the stop and to the next, or back to the stop.
    Onward,
    /// Half as many rows or lines down.
    HalfPageDown,
    /// Half as many rows or lines up.
    HalfPageUp,
    /// To the first row, line, passage or item.
    First,
    /// To the last row, line, passage or item.
    Last,
    /// To the first or last column of a table.
    FirstColumn,
    /// To the last column of a table.
    LastColumn,
    /// A row further down, the selected one staying while it is in sight.
    ScrollDown,
    /// A row further up, the selected one staying while it is in sight.
    ScrollUp,
    /// Scrolls the list until the selected row stands in its middle.
    Centre,
    /// To the first event of the next heading, or the first question of the next passage.
    NextPeriod,
    /// To the first of this heading, or of the one before when it is selected already.
    PreviousPeriod,
    /// Shows only the questions that the cases answer differently, or all again.
    OnlyDifferences,
    /// Keeps the chosen case beside the questions, or lets it go.
    Pin,
    /// Scrolls the reading pane while the list keeps the keys.
    ReadOn,
    /// Scrolls the reading pane back while the list keeps the keys.
    ReadBack,
    /// Into what is selected: the link, the claim, the event's page.
    Follow,
    /// To the location before the last jump, with its filter.
    Back,
    /// Undoes `Back`.
    Forward,
    /// To the other pane, or to the next group of the lanes.
    NextPane,
    /// To a view, at the same event.
    Show(View),
    /// The next event of the thread: of the focused country, or linked to the article.
    NextInThread,
    /// The event of the thread before this one.
    PreviousInThread,
    /// The next event in which a neutral was invaded or a promise broken.
    NextViolation,
    /// The violation before this event.
    PreviousViolation,
    /// To the claims that rest on the selected event, or to the one that a question comes from.
    Claims,
    /// To the sources of the selected event.
    Sources,
    /// Opens a list to pick from: a menu, the help, the prompt of `:`.
    Pick(PickerSource),
    /// Opens the panel of facets.
    Filter,
    /// Takes the filter off, or puts the last one back.
    ToggleFilter,
    /// Shows only what complicates the claim that is looked at, or any claim; or all again.
    CounterReading,
    /// Opens the prompt of the search.
    Search,
    /// Searches for what the chosen link is called, or for the country that the event is about.
    SearchThis,
    /// The next event that the search has found.
    NextMatch,
    /// The event that the search has found before this one.
    PreviousMatch,
    /// Puts something about the event into the clipboard.
    Copy(Copied),
    /// Opens the address of a source in the browser.
    Open,
    /// Shows the picture of the event, where the terminal can.
    Picture,
    /// Shows what is looked at as plain text on the terminal's own screen.
    Print,
    /// Marks what is looked at, or no longer.
    ToggleMark,
    /// Takes the mark away that is chosen in the list of marks.
    Unmark,
    /// Asks for a note on it in a line.
    WriteNote,
    /// Opens the note on it in the editor.
    EditNote,
    /// Shows only what is marked, or all again.
    OnlyMarked,
    /// Asks what is to be written as a document, and where.
    Export,
    /// Asks for a name of the filter that is on.
    NameFilter,
    /// From dark to light to no colour, and dark again.
    NextTheme,
    /// Leaves the mouse to the terminal, which then selects text with it, or takes it back.
    ToggleMouse,
    /// Ends one thing: a prompt, a search, a focus; never the program.
    Cancel,
    /// Back to the timeline, then out of the program.
    Quit,
    /// Out of the program from anywhere.
    QuitNow,
    /// To the shell, until it brings the program back.
    Suspend,
    /// Draws every cell of the screen anew.
    Repaint,
    /// The editor, at what is selected.
    Edit,
    /// The cursor of the lanes, a day later or earlier whatever the zoom.
    NextDay,
    /// The cursor of the lanes, a day earlier whatever the zoom.
    PreviousDay,
    /// Shows a later or an earlier stretch of time, the cursor staying while it is in sight.
    PanRight,
    /// Shows an earlier stretch of time, the cursor staying while it is in sight.
    PanLeft,
    /// A shorter stretch of time around the cursor, in more detail.
    ZoomIn,
    /// A longer stretch of time around the cursor, in less detail.
    ZoomOut,
    /// The whole of the timeline.
    ZoomAll,
    /// The times in which the chosen row had a status.
    ZoomToRow,
    /// Shows or hides every row's status on the cursor's day.
    Standings,
    /// In the lanes: every title from its beginning on, or the years again.
    Ages,
    /// Folds the group of the chosen row, or unfolds it.
    Fold,
    /// Folds all groups, or unfolds them.
    FoldAll,
    /// Takes what a prompt or a menu holds.
    Accept,
    /// Writes out what is chosen, to go on typing from there.
    Complete,
    /// Marks an item of a menu, or asks for a value of a facet.
    Mark,
    /// Refuses a value of a facet.
    Refuse,
    /// Requires a value of a facet, beside whatever else an event has of it.
    Require,
    /// To the facet below.
    NextFacet,
    /// To the facet above.
    PreviousFacet,
    /// Narrows the values of a facet by what is typed.
    Narrow,
    /// Lifts all that is chosen of a facet.
    ClearFacet,
    /// Lifts all that is chosen.
    ClearFilter,
    /// Narrows a menu to the next role.
    NextRole,
}
