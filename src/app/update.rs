//! From input to action to a changed state: every way in which the state changes from outside begins here.
//!
//! An action is one arm of [`act`]. Where it means different things in different contexts, its arm leads to a function
//! that names them all, so that neither a new action nor a new context can be forgotten.

use super::action::Action;
use super::input::{Effect, Input, Key};
use super::keys::{Context, Meaning};
use super::motion::Motion;
use super::panel::actions;
use super::picker::{countries, everything, run};
use super::trail::Trail;
use super::view::lanes::{ages, cursor, opening};
use super::view::{article, cases, reading, timeline};
use super::{App, Pane, View};
use super::{
    copy, edit, elsewhere, export, filtering, follow, goto, here, marks, mouse, navigate, open,
    overlay, pick, picture, print, reload, search, thread, tour,
};
use crate::selection::filter::Filter;
use crate::timeline::EventId;
use crate::timeline::load::Loaded;

/// Said where nothing about an event can be done.
const NO_EVENT: &str = "that is about an event, and none is selected here; 1 shows the events";

impl App {
    /// Takes one input and says what must be done about it.
    pub fn handle(&mut self, input: Input) -> Effect {
        self.update(|app| match input {
            Input::Key(pressed) => key(app, pressed),
            Input::Mouse(mouse) => {
                app.gesture.keys.clear();
                mouse::mouse(app, mouse)
            }
            Input::Paste(text) => {
                app.gesture.keys.clear();
                overlay::paste(app, &text);
                Effect::Draw
            }
            Input::Resize(size) => {
                app.screen.size = size;
                Effect::Draw
            }
            Input::Background(background) => {
                if app.setup.follows_terminal {
                    app.setup.theme = background.into();
                }
                Effect::Draw
            }
        })
    }

    /// Does what an action means where the reader is, as a key would.
    pub fn perform(&mut self, action: Action) -> Effect {
        self.update(|app| act(app, action))
    }

    /// Takes an item of what is listed here, by its index; an index past the end takes nothing.
    pub fn choose(&mut self, at: usize) -> Effect {
        self.update(|app| pick::item(app, at))
    }

    /// Refuses a value of the panel, by its index.
    pub fn refuse(&mut self, at: usize) -> Effect {
        self.update(|app| pick::refuse(app, at))
    }

    /// Shows the file as it is now; one that cannot be shown leaves the last good timeline on the screen.
    pub fn changed(&mut self, loaded: Loaded) {
        self.update(|app| reload::reload(app, loaded));
    }

    /// Begins with a filter.
    pub fn set_filter(&mut self, filter: Filter) {
        self.update(|app| {
            filtering::apply(app, filter);
            Effect::Draw
        });
    }

    /// Begins on the row of the timeline as a whole, with its own page beside it.
    pub fn start_before_events(&mut self) {
        self.update(|app| {
            app.location.selection.go_before_events();
            Effect::Draw
        });
    }

    /// Begins at an event, by its id, or at a date.
    pub fn start_at(&mut self, at: &str) {
        let filter = self.location.selection.filter().clone();
        self.update(|app| {
            goto::named(app, at);
            // There is nothing to go back to, unless the filter hides the event.
            if filter == *app.location.selection.filter() {
                app.trail = Trail::default();
            }
            Effect::Draw
        });
    }

    /// Shows the ages at the title that an event begins, violates or ends.
    pub fn start_in_ages(&mut self, event: EventId) {
        self.update(|app| {
            ages::toggle(app);
            ages::follow(app, event);
            Effect::Draw
        });
    }

    /// Changes the state, and brings up to date what is derived from it: the one way in which it changes.
    pub(super) fn update(&mut self, change: impl FnOnce(&mut App) -> Effect) -> Effect {
        let effect = change(self);
        self.settle();
        effect
    }
}

fn key(app: &mut App, key: Key) -> Effect {
    app.message = None;
    let context = app.context();
    let mut pressed = std::mem::take(&mut app.gesture.keys);
    pressed.push(key);
    match app.setup.keymap.meaning(context, &pressed) {
        Meaning::Action(action) => act(app, action),
        Meaning::Prefix => {
            app.gesture.keys = pressed;
            Effect::Draw
        }
        Meaning::Nothing if pressed.len() > 1 => end_sequence(app, &pressed, key),
        Meaning::Nothing => {
            if matches!(context, Context::Prompt | Context::Menu | Context::Filter) {
                overlay::edit(app, key);
            } else if context.view().is_some() {
                app.say(elsewhere::meaning(app, &pressed));
            }
            Effect::Draw
        }
    }
}

/// A key that nothing goes on with ends what was begun; the keys of the program itself still work.
fn end_sequence(app: &mut App, pressed: &[Key], last: Key) -> Effect {
    match app.setup.keymap.meaning(app.context(), &[last]) {
        Meaning::Action(action @ (Action::QuitNow | Action::Suspend | Action::Repaint)) => {
            act(app, action)
        }
        Meaning::Action(Action::Cancel) => Effect::Draw,
        _ => {
            app.say(elsewhere::meaning(app, pressed));
            Effect::Draw
        }
    }
}

/// Does what an action means where the reader is; where the key table has no row of it, it means nothing.
pub(super) fn act(app: &mut App, action: Action) -> Effect {
    use Action as A;
    let context = app.context();
    if app.setup.keymap.binding(context, action).is_none() {
        return Effect::Draw;
    }
    match action {
        // The program.
        A::QuitNow => return Effect::Quit,
        A::Quit => return quit(app),
        A::Suspend => return Effect::Suspend,
        A::Repaint => return Effect::Repaint,
        A::ToggleMouse => return mouse::toggle(app),
        A::NextTheme => {
            // Who has chosen one is not taken back from it.
            app.setup.follows_terminal = false;
            app.setup.theme = app.setup.theme.next();
        }
        // What leaves the reader.
        A::Copy(what) => return copy::copy(app, what),
        A::Open => return open::open(app),
        A::Picture => return picture::see(app),
        A::Print => return print::print(app),
        A::Export => return export::open(app),
        A::ToggleMark => return marks::toggle(app),
        A::Unmark => return marks::unmark_chosen(app),
        A::WriteNote => return marks::write_note(app),
        A::EditNote => return marks::edit_note(app),
        A::NameFilter => return export::ask_for_filter_name(app),
        A::Edit => return edit::here(app),
        // Along what has the keys, and across it.
        A::Down => go(app, Motion::Down),
        A::Up => go(app, Motion::Up),
        A::PageDown => go(app, Motion::PageDown),
        A::PageUp => go(app, Motion::PageUp),
        A::Onward => tour::onward(app),
        A::HalfPageDown => go(app, Motion::HalfPageDown),
        A::HalfPageUp => go(app, Motion::HalfPageUp),
        A::First => go(app, Motion::First),
        A::Last => go(app, Motion::Last),
        A::NextPeriod => step_period(app, true),
        A::PreviousPeriod => step_period(app, false),
        A::Left => step_across(app, false),
        A::Right => step_across(app, true),
        A::ScrollDown => scroll(app, 1),
        A::ScrollUp => scroll(app, -1),
        A::Centre => timeline::centre(app),
        A::ReadOn => read_on(app, true),
        A::ReadBack => read_on(app, false),
        // To somewhere else.
        A::Follow => enter(app),
        A::Back => navigate::back(app),
        A::Forward => navigate::forward(app),
        A::NextPane => navigate::other_pane(app),
        A::Show(view) => navigate::show(app, view),
        A::NextInThread => step_thread(app, true),
        A::PreviousInThread => step_thread(app, false),
        A::NextViolation => among_events(app, |app| follow::violation(app, true)),
        A::PreviousViolation => among_events(app, |app| follow::violation(app, false)),
        A::Claims if app.location.view == View::Cases => goto::to_claim_of_question(app),
        A::Claims => of_event(app, goto::to_claims),
        A::Sources => of_event(app, goto::to_sources),
        A::SearchThis => search::this(app),
        A::NextMatch => search::step(app, true),
        A::PreviousMatch => search::step(app, false),
        // In the lanes.
        A::NextDay => cursor::step_day(app, true),
        A::PreviousDay => cursor::step_day(app, false),
        A::PanRight => cursor::pan(app, 1),
        A::PanLeft => cursor::pan(app, -1),
        A::ZoomIn => cursor::zoom_in(app),
        A::ZoomOut => cursor::zoom_out(app),
        A::ZoomAll => cursor::zoom_all(app),
        A::ZoomToRow => cursor::zoom_to_row(app),
        A::Standings => cursor::toggle_panel(app),
        A::Fold => cursor::fold(app, false),
        A::FoldAll => cursor::fold(app, true),
        A::Ages => ages::toggle(app),
        // In the table of cases.
        A::FirstColumn => cases::step_right(app, isize::MIN),
        A::LastColumn => cases::step_right(app, isize::MAX),
        A::OnlyDifferences => cases::toggle_differences(app),
        A::Pin => cases::toggle_pin(app),
        // What is shown, and what is open over it.
        A::Filter => actions::open(app),
        A::ToggleFilter => filtering::toggle(app),
        A::CounterReading => filtering::counter_reading(app),
        A::OnlyMarked => marks::only_marked(app),
        A::Search => search::open(app),
        A::Pick(source) => run::pick(app, source),
        A::Accept => return overlay::accept(app),
        A::Cancel => overlay::cancel(app),
        A::Complete => everything::complete(app),
        A::NextRole => countries::next_role(app),
        A::Mark if context == Context::Filter => actions::take_chosen(app),
        A::Mark => countries::mark(app),
        A::Refuse => actions::refuse_chosen(app),
        A::Require => actions::require_chosen(app),
        A::NextFacet => actions::step_facet(app, true),
        A::PreviousFacet => actions::step_facet(app, false),
        A::Narrow => actions::narrow(app),
        A::ClearFacet => actions::clear_facet(app),
        A::ClearFilter => actions::apply(app, Filter::default()),
    }
    Effect::Draw
}

/// From the page to its list, from any view to the timeline, and from there out of the program.
fn quit(app: &mut App) -> Effect {
    match (app.location.pane, app.location.view) {
        (Pane::Page, _) => app.location.pane = Pane::List,
        (Pane::List, View::Timeline) => return Effect::Quit,
        (Pane::List, View::Lanes | View::Article | View::Cases) => {
            navigate::show(app, View::Timeline);
        }
    }
    Effect::Draw
}

/// Along what has the keys.
pub(super) fn go(app: &mut App, motion: Motion) {
    match app.context() {
        Context::List => timeline::go(app, motion),
        Context::Reading => reading::go(app, motion),
        Context::Lanes => cursor::go(app, motion),
        Context::Outline => article::go(app, motion),
        Context::Cases => cases::go(app, motion),
        Context::Prompt | Context::Menu | Context::Filter | Context::Faults => {
            overlay::go(app, motion);
        }
    }
}

/// Along the list of the view, whatever has the keys.
pub(super) fn go_in_list(app: &mut App, motion: Motion) {
    app.location.pane = Pane::List;
    go(app, motion);
}

/// To the next heading, group or passage, or back to the beginning of this one or the one before.
fn step_period(app: &mut App, forward: bool) {
    match app.location.view {
        View::Timeline => timeline::step_period(app, forward),
        View::Lanes => cursor::step_groups(app, forward),
        View::Cases => cases::step_to_passage(app, forward),
        View::Article => {}
    }
}

/// Later or earlier, to another case, or into the text and out of it.
fn step_across(app: &mut App, right: bool) {
    match (app.location.pane, app.location.view) {
        (Pane::Page, _) => navigate::leave_page(app),
        (Pane::List, View::Lanes) => cursor::step_in_time(app, right),
        (Pane::List, View::Cases) => cases::step_right(app, if right { 1 } else { -1 }),
        (Pane::List, View::Timeline | View::Article) => navigate::enter_page(app, true),
    }
}

/// A line of what has the keys.
fn scroll(app: &mut App, by: isize) {
    match app.location.pane {
        Pane::Page => reading::scroll_by(app, by),
        Pane::List => timeline::scroll_by(app, by),
    }
}

/// Scrolls the text beside what has the keys.
fn read_on(app: &mut App, forward: bool) {
    match app.location.view {
        View::Lanes if app.location.stop().is_none() => cursor::scroll_panel(app, forward),
        // Where the page is not in sight there is nothing to read on in.
        _ if app.layout().is_some_and(|layout| layout.page.is_none()) => navigate::read(app),
        View::Timeline | View::Lanes | View::Article | View::Cases => {
            reading::scroll_by(app, if forward { 1 } else { -1 });
        }
    }
}

/// Into what is selected.
fn enter(app: &mut App) {
    match app.location.view {
        View::Lanes if app.location.pane == Pane::List => opening::open(app),
        View::Timeline if filtering::is_offering(app) => filtering::lift_chosen(app),
        View::Timeline | View::Lanes | View::Article | View::Cases => follow::selected(app),
    }
}

/// Along the events of the article, of a country or of a row, or the events behind a claim or a case.
fn step_thread(app: &mut App, forward: bool) {
    match (app.location.view, app.location.pane) {
        (View::Timeline, _) => thread::step(app, forward),
        (View::Lanes, _) => cursor::step_along_row(app, forward),
        (View::Article | View::Cases, Pane::List) => navigate::enter_page(app, forward),
        (View::Article | View::Cases, Pane::Page) => reading::step(app, forward),
    }
}

/// Does something about the event that is looked at, where it is one.
fn of_event(app: &mut App, act: impl FnOnce(&mut App, EventId)) {
    match here::event(app) {
        _ if app.location.view.rests_on_events() => app.say(NO_EVENT),
        Some(event) => act(app, event),
        None => app.say(here::why_nothing(app)),
    }
}

/// Goes along the events, where they are what is looked at.
fn among_events(app: &mut App, go: impl FnOnce(&mut App)) {
    if app.location.view.rests_on_events() {
        app.say(NO_EVENT);
    } else {
        go(app);
    }
}
