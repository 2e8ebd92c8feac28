//! The reader's marks and notes: what is marked where the eyes are, and what the keys for it do.
//!
//! Nothing is kept from in here: a change leaves as an effect, and what came of it comes back.

use std::collections::HashSet;

use super::input::{Effect, NoteDraft, Saving};
use super::line::{LineInput, LinePurpose};
use super::location::Subject;
use super::overlay::Overlay;
use super::picker::source::PickerSource;
use super::picker::target::Target;
use super::picker::{Picker, run};
use super::unkept::UnkeptNote;
use super::{App, Thread, filtering, goto, here, navigate};
use crate::notes::places::{MarkPlace, place, places};
use crate::notes::{MarkId, Notebook, NotebookChange, ReaderMark, written};
use crate::selection::filter::Filter;
use crate::text;
use crate::timeline::{EventId, Timeline};

/// Said where a mark would go with words that somebody wrote.
const NOTE_WOULD_BE_LOST: &str = "its note would be lost; empty the note first";

/// The notebook that is open, with what its marks are on in this timeline.
#[derive(Debug, Default)]
pub(super) struct OpenNotebook {
    notebook: Notebook,
    /// What every mark is on; `None` for one whose subject has gone.
    places: Vec<Option<MarkPlace>>,
    /// Why nothing can be kept.
    closed: Option<String>,
}

impl OpenNotebook {
    fn new(notebook: Notebook, timeline: &Timeline) -> Self {
        OpenNotebook {
            places: places(&notebook, timeline),
            notebook,
            closed: None,
        }
    }

    /// Every mark with what it is on, in the order in which they were made.
    pub(super) fn marks(&self) -> impl Iterator<Item = (&ReaderMark, Option<MarkPlace>)> {
        self.notebook.marks.iter().zip(self.places.iter().copied())
    }

    fn mark(&self, place: MarkPlace) -> Option<&ReaderMark> {
        let at = self.places.iter().position(|of| *of == Some(place))?;
        self.notebook.marks.get(at)
    }

    /// The notebook itself.
    pub(super) fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Ids of the marked events, as the timeline has them now.
    fn events(&self, timeline: &Timeline) -> HashSet<String> {
        let event = |place: &Option<MarkPlace>| match place {
            Some(MarkPlace::Event(event)) => Some(timeline[*event].id.to_string()),
            _ => None,
        };
        self.places.iter().filter_map(event).collect()
    }
}

impl App {
    /// Begins with a notebook.
    pub fn open_notebook(&mut self, notebook: Notebook) {
        self.take_notebook(notebook);
    }

    /// Begins without a notebook, since none can be kept, for this reason.
    pub fn close_notebook(&mut self, why: String) {
        self.memory.notebook.closed = Some(why);
    }

    /// Takes the notebook as it is kept after a change.
    pub fn saved(&mut self, notebook: Notebook) {
        self.memory.unkept.forget_kept(&notebook);
        self.take_notebook(notebook);
    }

    /// The notes that could not be kept, in the order in which they were written.
    #[must_use]
    pub fn unkept_notes(&self) -> &[UnkeptNote] {
        self.memory.unkept.notes()
    }

    /// Changes the notebook for as long as the reader runs, where nothing is kept.
    pub fn change_notebook(&mut self, change: NotebookChange) {
        let mut notebook = self.memory.notebook.notebook.clone();
        notebook.change(change);
        self.memory.unkept.forget_kept(&notebook);
        self.take_notebook(notebook);
    }

    fn take_notebook(&mut self, notebook: Notebook) {
        self.update(|app| {
            app.memory.notebook = OpenNotebook::new(notebook, &app.document.timeline);
            follow(app);
            if app
                .picker()
                .is_some_and(|picker| picker.source == PickerSource::Marks)
            {
                run::list_again(app);
            }
            Effect::Draw
        });
    }

    /// The mark on something.
    #[must_use]
    pub fn mark_on(&self, place: MarkPlace) -> Option<&ReaderMark> {
        self.memory.notebook.mark(place)
    }

    /// Whether the reader has marked an event.
    #[must_use]
    pub fn is_marked(&self, event: EventId) -> bool {
        self.mark_on(MarkPlace::Event(event)).is_some()
    }

    /// The events that the reader has marked, in the order in which that was done.
    pub fn marked_events(&self) -> impl Iterator<Item = EventId> {
        let places = self.memory.notebook.places.iter();
        places.filter_map(|place| match place {
            Some(MarkPlace::Event(event)) => Some(*event),
            _ => None,
        })
    }

    /// Whether anything is marked or named.
    #[must_use]
    pub fn notebook(&self) -> &Notebook {
        self.memory.notebook.notebook()
    }

    /// Whether the note on something could not be kept.
    #[must_use]
    pub fn has_unkept_note(&self, of: &MarkId) -> bool {
        self.memory.unkept.on(of).is_some()
    }

    /// Says in which file a note lies that could not be kept.
    pub fn note_lies_in(&mut self, of: &MarkId, file: &str) {
        self.memory.unkept.lies_in(of, file);
        let why = self.message().unwrap_or_default();
        self.say(format!("your note is in '{}'; {why}", text::clean(file)));
    }

    /// Takes a note that was written in the editor; the answer is what must be saved.
    pub fn note_written(&mut self, draft: NoteDraft, text: &str) -> Option<Saving> {
        match keep_note(self, draft.mark, draft.before, text) {
            Effect::Save(saving) => Some(*saving),
            _ => None,
        }
    }
}

/// Finds the marks in a timeline that has changed, and the filter that they make.
pub(super) fn follow(app: &mut App) {
    let timeline = &app.document.timeline;
    let open = &mut app.memory.notebook;
    open.places = places(&open.notebook, timeline);
    let filter = app.location.selection.filter();
    if filter.marked.is_some() {
        let marked = Some(open.events(timeline));
        let filter = Filter {
            marked,
            ..filter.clone()
        };
        filtering::apply(app, filter);
    }
}

/// What is marked here: what the eyes are on, and at a stop of a tour what that shows.
fn place_here(app: &App) -> Option<MarkPlace> {
    place_of(match here::subject(app)? {
        Subject::Stop(..) => app.location.selected()?,
        subject => subject,
    })
}

/// The mark on what the page is about; a stop of a tour has none.
pub(super) fn on_page(app: &App) -> Option<&ReaderMark> {
    let place = match app.location.subject()? {
        Subject::Event(_) if app.location.selection.visible().is_empty() => return None,
        subject => place_of(subject)?,
    };
    app.mark_on(place)
}

pub(super) fn place_of(subject: Subject) -> Option<MarkPlace> {
    match subject {
        Subject::Event(event) => Some(MarkPlace::Event(event)),
        Subject::Passage(passage) => Some(MarkPlace::Passage(passage)),
        Subject::Cell(case, aspect) => Some(MarkPlace::Cell(case, aspect)),
        Subject::Stop(..) => None,
    }
}

/// “Belgium neutralised, 1839”.
fn name(app: &App, place: MarkPlace) -> String {
    let subject = match place {
        MarkPlace::Event(event) => Subject::Event(event),
        MarkPlace::Passage(passage) => Subject::Passage(passage),
        MarkPlace::Cell(case, aspect) => Subject::Cell(case, aspect),
    };
    here::name(&app.document.timeline, subject)
}

/// Lets a change leave, unless nothing can be kept.
pub(super) fn save(app: &mut App, change: NotebookChange, message: String) -> Effect {
    if let Some(why) = &app.memory.notebook.closed {
        let why = format!("nothing can be kept: {why}");
        app.say(why);
        return Effect::Draw;
    }
    app.say(message);
    Effect::Save(Box::new(Saving::Change(change)))
}

/// The mark on what is looked at, or one to be made on it, and whether it is there.
fn mark_here(app: &mut App) -> Option<(ReaderMark, bool, String)> {
    let Some(place) = place_here(app) else {
        app.say(here::why_nothing(app));
        return None;
    };
    let name = name(app, place);
    Some(match app.mark_on(place) {
        Some(mark) => (mark.clone(), true, name),
        None => (place.mark(&app.document.timeline), false, name),
    })
}

/// Marks what is looked at, or no longer; a note is not lost by that.
pub(super) fn toggle(app: &mut App) -> Effect {
    match mark_here(app) {
        None => Effect::Draw,
        Some((mark, false, name)) => {
            save(app, NotebookChange::Mark(mark), format!("marked {name}"))
        }
        Some((mark, true, _)) if mark.note.is_some() => {
            app.say(NOTE_WOULD_BE_LOST);
            Effect::Draw
        }
        Some((mark, true, name)) => save(
            app,
            NotebookChange::Unmark(mark.of),
            format!("no longer marked: {name}"),
        ),
    }
}

/// Takes the mark away that is chosen in the list of marks.
pub(super) fn unmark_chosen(app: &mut App) -> Effect {
    let chosen = app.picker().and_then(Picker::target);
    let mark = match chosen {
        Some(Target::Mark(at)) => app.notebook().marks.get(at).cloned(),
        _ => None,
    };
    match mark {
        None => Effect::Draw,
        Some(mark) if mark.note.is_some() => {
            app.say(NOTE_WOULD_BE_LOST);
            Effect::Draw
        }
        Some(mark) => save(
            app,
            NotebookChange::Unmark(mark.of),
            format!("no longer marked: “{}”", mark.title),
        ),
    }
}

/// Asks for a note on what is looked at, in a line at the foot.
pub(super) fn write_note(app: &mut App) -> Effect {
    let Some((mark, ..)) = mark_here(app) else {
        return Effect::Draw;
    };
    let before = mark.note.clone();
    let text = begun(app, &mark);
    let line = LineInput::new(LinePurpose::Note { mark, before }, &text);
    match line {
        Some(line) => app.overlay = Some(Overlay::Line(Box::new(line))),
        None => app.say("the note is longer than a line; I opens it in your editor"),
    }
    Effect::Draw
}

/// Opens the note on what is looked at in the person's editor.
pub(super) fn edit_note(app: &mut App) -> Effect {
    let Some((mark, ..)) = mark_here(app) else {
        return Effect::Draw;
    };
    let (before, text) = (mark.note.clone(), begun(app, &mark));
    Effect::WriteNote(Box::new(NoteDraft { mark, before, text }))
}

/// Remembers what was typed of a note that is left, so that the next one on the same thing goes on with it.
pub(super) fn leave_note(app: &mut App, line: &LineInput) {
    let LinePurpose::Note { mark, .. } = &line.purpose else {
        return;
    };
    let text = line.prompt.text();
    if text.trim().is_empty() || text == begun(app, mark) {
        return;
    }
    app.memory.left_note = Some((mark.of.clone(), text.to_owned()));
    app.say("the note was not kept; i goes on with it");
}

/// What a note begins with: what was left of it, or could not be kept, else the note that is there.
fn begun(app: &App, mark: &ReaderMark) -> String {
    if let Some((_, text)) = app
        .memory
        .left_note
        .as_ref()
        .filter(|(of, _)| *of == mark.of)
    {
        return text.clone();
    }
    match app.memory.unkept.on(&mark.of) {
        Some(unkept) => unkept.text().to_owned(),
        None => mark.note.clone().unwrap_or_default(),
    }
}

/// Keeps a note as it was written; one without words takes it away.
pub(super) fn keep_note(
    app: &mut App,
    mark: ReaderMark,
    before: Option<String>,
    text: &str,
) -> Effect {
    app.memory.left_note.take_if(|(of, _)| *of == mark.of);
    let note = written::note(text);
    if note == before {
        app.memory.unkept.forget(&mark.of);
        app.say("the note is as it was");
        return Effect::Draw;
    }
    let message = match &note {
        Some(_) => format!("noted beside “{}”", mark.title),
        None => format!("the note on “{}” is taken away; its mark stays", mark.title),
    };
    let mark = ReaderMark { note, ..mark };
    // Until it is known to be kept.
    app.memory.unkept.put(mark.clone(), before.clone());
    save(app, NotebookChange::Note { mark, before }, message)
}

/// Shows only what is marked, or all again.
pub(super) fn only_marked(app: &mut App) {
    let filter = app.location.selection.filter().clone();
    let marked = app.memory.notebook.events(&app.document.timeline);
    if filter.marked.is_none() && marked.is_empty() {
        return app.say("no event is marked yet; m marks one");
    }
    navigate::leave(app);
    let marked = filter.marked.is_none().then_some(marked);
    let is_on = marked.is_some();
    filtering::apply(app, Filter { marked, ..filter });
    app.location.page.rewind();
    let shown = text::count(app.location.selection.visible().len(), "event");
    app.say(if is_on {
        format!("only what you marked: {shown}; the same key ends it")
    } else {
        format!("all again: {shown} shown")
    });
}

/// Goes to what a mark is on.
pub(super) fn go_to(app: &mut App, at: usize) {
    let Some(mark) = app.memory.notebook.notebook.marks.get(at) else {
        return;
    };
    match place(mark, &app.document.timeline) {
        Some(MarkPlace::Event(event)) => {
            goto::to_event(app, event);
            app.walk.thread = Thread::Marks;
        }
        Some(MarkPlace::Passage(passage)) => goto::to_passage(app, passage),
        Some(MarkPlace::Cell(case, aspect)) => {
            goto::to_case(app, case);
            app.location.cases.aspect = aspect;
        }
        None => {
            let message = format!(
                "“{}” is no longer in this timeline; the mark is kept",
                mark.title
            );
            app.say(message);
        }
    }
}
