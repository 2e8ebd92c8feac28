//! The thread that reads keys, the mouse and pasted text, and their translation.
//!
//! It blocks for the first event, takes everything that is queued behind it, and reads on only
//! after the main thread is done with that: so a held key is drawn once for all its repeats, and
//! nothing is read while the terminal is lent to another program. What a key does is not known here.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use super::Message;
use crate::app::input::{Code, Input, Key, Mouse, MouseKind, Size};

/// The longest batch, so that input without an end still gets drawn.
const BATCH: usize = 4096;

/// The shortest time for which crossterm still looks: with none at all it passes over even the
/// events that it has read already.
const INSTANT: Duration = Duration::from_micros(20);

/// The main thread's end of the keyboard's thread.
pub(super) struct Keyboard {
    acknowledgements: Sender<()>,
}

impl Keyboard {
    /// Starts to read.
    pub(super) fn start(to: Sender<Message>) -> io::Result<Self> {
        let (acknowledgements, acknowledged) = mpsc::channel();
        thread::Builder::new()
            .name("keyboard".into())
            .spawn(move || read_on(&to, &acknowledged))?;
        Ok(Keyboard { acknowledgements })
    }

    /// Lets the thread read the next batch.
    pub(super) fn acknowledge(&self) {
        // A thread that has ended has already reported why.
        let _ = self.acknowledgements.send(());
    }
}

fn read_on(to: &Sender<Message>, acknowledged: &Receiver<()>) {
    loop {
        let batch = read_batch();
        #[cfg(debug_assertions)]
        rehearse_panic("worker");
        let failed = batch.is_err();
        let message = batch.map_or_else(Message::Failed, Message::Events);
        if to.send(message).is_err() || failed || acknowledged.recv().is_err() {
            return;
        }
    }
}

/// Waits for an event and takes those that are queued behind it.
fn read_batch() -> io::Result<Vec<Event>> {
    let mut batch = vec![event::read()?];
    while batch.len() < BATCH && event::poll(INSTANT)? {
        batch.push(event::read()?);
    }
    drop_answers(&mut batch);
    Ok(batch)
}

/// Drops a terminal's answers about its colours, which a slow line brings when the one who asked
/// has given up. They are read as Alt-] and text and would be taken for keys.
fn drop_answers(batch: &mut Vec<Event>) {
    let key = |code, modifiers| Event::Key(KeyEvent::new(KeyCode::Char(code), modifiers));
    let start = [key(']', KeyModifiers::ALT), key('1', KeyModifiers::NONE)];
    let ends = [
        key('\\', KeyModifiers::ALT),
        key('g', KeyModifiers::CONTROL),
    ];
    while let Some(first) = batch
        .windows(start.len())
        .position(|events| events == start)
    {
        let Some(length) = batch
            .iter()
            .skip(first)
            .position(|event| ends.contains(event))
        else {
            return;
        };
        batch.drain(first..=first + length);
    }
}

/// Puts an event into the program's words; `None` for what it has no word for.
///
/// Sizes are left out: they come with SIGWINCH, which is watched from before the first frame.
pub(super) fn translate(event: Event, size: Size) -> Option<Input> {
    match event {
        Event::Key(key) => translate_key(key).map(Input::Key),
        Event::Mouse(mouse) => translate_mouse(mouse, size).map(Input::Mouse),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn translate_key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let code = match event.code {
        KeyCode::Char(character) if ctrl => Code::Char(character.to_ascii_lowercase()),
        KeyCode::Char(character) => Code::Char(character),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    // Shift is part of a character and of BackTab, and says nothing more about them.
    let shift = event.modifiers.contains(KeyModifiers::SHIFT)
        && !matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key {
        code,
        ctrl,
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift,
    })
}

/// A report may name a cell outside the screen: after a resize, or when the terminal is wrong.
fn translate_mouse(event: MouseEvent, size: Size) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::ScrollUp => MouseKind::ScrollUp,
        MouseEventKind::ScrollDown => MouseKind::ScrollDown,
        _ => return None,
    };
    let inside = event.column < size.columns && event.row < size.rows;
    inside.then_some(Mouse {
        kind,
        column: event.column,
        row: event.row,
    })
}

/// Panics if the environment asks for it, so that tests can see the terminal restored.
#[cfg(debug_assertions)]
pub(super) fn rehearse_panic(at: &str) {
    assert!(
        std::env::var("NEUTRALITY_PANIC").as_deref() != Ok(at),
        "a rehearsed panic in {at}"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        columns: 80,
        rows: 24,
    };

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
        translate(Event::Key(KeyEvent::new(code, modifiers)), SIZE)
    }

    #[test]
    fn shift_counts_only_where_the_key_does_not_say_it() {
        assert_eq!(
            key(KeyCode::Char('G'), KeyModifiers::SHIFT),
            Some(Input::Key(Key::char('G')))
        );
        assert_eq!(
            key(KeyCode::BackTab, KeyModifiers::SHIFT),
            Some(Input::Key(Key::plain(Code::BackTab)))
        );
        assert_eq!(
            key(KeyCode::Left, KeyModifiers::SHIFT),
            Some(Input::Key(Key::shift(Code::Left)))
        );
    }

    #[test]
    fn control_letters_are_lower_case() {
        for character in ['d', 'D'] {
            assert_eq!(
                key(KeyCode::Char(character), KeyModifiers::CONTROL),
                Some(Input::Key(Key::ctrl('d')))
            );
        }
    }

    #[test]
    fn escape_read_together_with_a_key_is_alt() {
        let alt_q = Key {
            alt: true,
            ..Key::char('q')
        };
        assert_eq!(
            key(KeyCode::Char('q'), KeyModifiers::ALT),
            Some(Input::Key(alt_q))
        );
    }

    #[test]
    fn a_repeat_counts_and_a_release_does_not() {
        let event = |kind| {
            Event::Key(KeyEvent::new_with_kind(
                KeyCode::Down,
                KeyModifiers::NONE,
                kind,
            ))
        };
        assert!(translate(event(KeyEventKind::Repeat), SIZE).is_some());
        assert_eq!(translate(event(KeyEventKind::Release), SIZE), None);
    }

    #[test]
    fn keys_without_a_name_of_ours_are_passed_over() {
        assert_eq!(key(KeyCode::Insert, KeyModifiers::NONE), None);
        assert_eq!(key(KeyCode::Null, KeyModifiers::NONE), None);
    }

    #[test]
    fn the_mouse_counts_only_on_the_screen() {
        let press = |column, row| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            translate(
                Event::Mouse(MouseEvent {
                    kind,
                    column,
                    row,
                    modifiers: KeyModifiers::NONE,
                }),
                SIZE,
            )
        };
        let corner = Mouse {
            kind: MouseKind::Press,
            column: 79,
            row: 23,
        };
        assert_eq!(press(79, 23), Some(Input::Mouse(corner)));
        for (column, row) in [(80, 0), (0, 24), (u16::MAX, 0), (0, u16::MAX)] {
            assert_eq!(press(column, row), None, "{column} {row}");
        }
    }

    #[test]
    fn a_late_answer_about_colours_is_no_input() {
        let text = |text: &str| {
            text.chars()
                .map(|c| KeyEvent::from(KeyCode::Char(c)))
                .collect::<Vec<_>>()
        };
        let alt = |character| KeyEvent::new(KeyCode::Char(character), KeyModifiers::ALT);
        let bell = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
        let answer = |end| [vec![alt(']')], text("11;rgb:1e1e/1e1e/1e1e"), vec![end]].concat();
        let keys = [text("j"), answer(bell), answer(alt('\\')), text("k")].concat();
        let mut batch = keys.into_iter().map(Event::Key).collect();
        drop_answers(&mut batch);
        assert_eq!(
            batch,
            text("jk").into_iter().map(Event::Key).collect::<Vec<_>>()
        );
    }

    #[test]
    fn an_answer_without_an_end_is_left_as_it_is() {
        let start = [
            KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT),
            KeyEvent::from(KeyCode::Char('1')),
        ];
        let mut batch: Vec<_> = start.into_iter().map(Event::Key).collect();
        drop_answers(&mut batch);
        assert_eq!(batch.len(), 2);
    }
}
