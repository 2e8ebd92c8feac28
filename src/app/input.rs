//! What a person does, in the program's own words: keys, the mouse, pasted text, a new size.
//!
//! `terminal` translates from its library to these, so that nothing in `app` depends on it.

use std::fmt;

use super::export::ExportSource;
use crate::notes::{NotebookChange, ReaderMark};
use crate::timeline::EventId;
use crate::timeline::source_position::TableId;

/// Columns and rows of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From the left edge to the right one.
    pub columns: u16,
    /// From the top to the bottom.
    pub rows: u16,
}

/// What reaches the reader, whatever it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text pasted in one go, as the terminal gave it.
    Paste(String),
    /// The screen has another size.
    Resize(Size),
    /// The terminal has another background.
    Background(Background),
}

/// The background that colours must stand out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light text stands out.
    Dark,
    /// Dark text stands out.
    Light,
}

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// What types this character.
    Char(char),
    /// Enter, or Return.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// A function key, by its number.
    F(u8),
}

/// A key with its modifiers; Shift is part of a character ("G") and counts only for named keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key without its modifiers.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held; never with a character, which is another one then.
    pub shift: bool,
}

impl Key {
    /// A key with no modifier.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character as it is typed.
    #[must_use]
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// A character with Ctrl.
    #[must_use]
    pub const fn ctrl(character: char) -> Self {
        Key {
            code: Code::Char(character),
            ctrl: true,
            alt: false,
            shift: false,
        }
    }

    /// A key with Shift.
    #[must_use]
    pub const fn shift(code: Code) -> Self {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: true,
        }
    }

    /// Reads a key as [`Key`]'s `Display` writes it: `j`, `G`, `Enter`, `Ctrl-D`, `Shift-Left`, `Space`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == "Shift-Tab" {
            return Some(Self::plain(Code::BackTab));
        }
        for (prefix, ctrl, alt, shift) in [
            ("Ctrl-", true, false, false),
            ("Alt-", false, true, false),
            ("Shift-", false, false, true),
        ] {
            if let Some(rest) = name.strip_prefix(prefix)
                && !rest.is_empty()
            {
                let mut key = Self::named(rest)?;
                if ctrl && let Code::Char(character) = key.code {
                    key.code = Code::Char(character.to_ascii_lowercase());
                }
                (key.ctrl, key.alt, key.shift) =
                    (key.ctrl || ctrl, key.alt || alt, key.shift || shift);
                return Some(key);
            }
        }
        let named = NAMES
            .iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
            .map(|(code, _)| *code);
        let single = || {
            let mut characters = name.chars();
            characters
                .next()
                .filter(|_| characters.next().is_none())
                .map(Code::Char)
        };
        let function = || {
            name.strip_prefix('F')?
                .parse()
                .ok()
                .filter(|number| (1..=12).contains(number))
                .map(Code::F)
        };
        named.or_else(single).or_else(function).map(Self::plain)
    }
}

/// Named keys with the names that help, hints and `--keys` use.
const NAMES: [(Code, &str); 16] = [
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift-Tab"),
    (Code::BackTab, "BackTab"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::Char(' '), "Space"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        match (self.code, NAMES.iter().find(|(code, _)| *code == self.code)) {
            (_, Some((_, name))) => f.write_str(name),
            (Code::Char(character), _) if self.ctrl => {
                write!(f, "{}", character.to_ascii_uppercase())
            }
            (Code::Char(character), _) => write!(f, "{character}"),
            (Code::F(number), _) => write!(f, "F{number}"),
            _ => Ok(()),
        }
    }
}

/// The mouse at a cell of the screen, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// Where, counted from the left edge from 0.
    pub column: u16,
    /// Where, counted from the top from 0.
    pub row: u16,
}

/// What the mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button goes down.
    Press,
    /// The mouse moves while the left button is down.
    Drag,
    /// The wheel turns away from the person.
    ScrollUp,
    /// The wheel turns towards the person.
    ScrollDown,
    /// A second wheel turns to the left, or the wheel with Shift away from the person.
    ScrollLeft,
    /// A second wheel turns to the right, or the wheel with Shift towards the person.
    ScrollRight,
    /// The wheel turns away from the person while Ctrl is down.
    ZoomIn,
    /// The wheel turns towards the person while Ctrl is down.
    ZoomOut,
}

/// What the program outside must do after an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Draw, if anything changed.
    Draw,
    /// Draw every cell anew, also those that are believed to be right.
    Repaint,
    /// Take the reports of the mouse, or leave the mouse to the terminal.
    Mouse(bool),
    /// Stop the program's process until the shell continues it.
    Suspend,
    /// Lend the terminal to the reader's editor, at a spot in the file.
    Edit(Spot),
    /// Put a text into the clipboard.
    Copy(String),
    /// Show a text on the terminal's own screen, where it can be selected, until a key is pressed.
    Print(String),
    /// Show a picture in place of the screen, until a key is pressed.
    Picture(PictureRequest),
    /// Lend the terminal to the reader's editor, for a note.
    WriteNote(Box<NoteDraft>),
    /// Keep or write something.
    Save(Box<Saving>),
    /// Open an address of the web, http or https, in the browser.
    Open(String),
    /// The program ends.
    Quit,
}

/// A picture that is to be shown, and what stands below it, each in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRequest {
    /// Whose picture it is.
    pub event: EventId,
    /// What can be seen.
    pub caption: String,
    /// How to go back.
    pub way_back: String,
}

/// A note that is to be written: its mark with the note as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteDraft {
    /// The mark, by the ids of the file.
    pub mark: ReaderMark,
    /// The note that the reader saw.
    pub before: Option<String>,
    /// What the editor begins with.
    pub text: String,
}

/// What is to be kept or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// A change to the notebook.
    Change(NotebookChange),
    /// A document.
    Export(ExportRequest),
}

/// A document to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRequest {
    /// What it is made of.
    pub source: ExportSource,
    /// The name of the file, as it was typed.
    pub to: String,
}

/// A position in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Where a table is written now, wherever it was when the file was read.
    Table(TableId),
    /// A line, counted from 1, of the file or of one that it includes, by its name.
    Line(usize, Option<String>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        let check = |name: &str, key: Key| {
            assert_eq!(Key::named(name), Some(key));
            assert_eq!(key.to_string(), name);
        };
        check("j", Key::char('j'));
        check("G", Key::char('G'));
        check("¶", Key::char('¶'));
        check("Enter", Key::plain(Code::Enter));
        check("Space", Key::char(' '));
        check("Ctrl-D", Key::ctrl('d'));
        check("Shift-Left", Key::shift(Code::Left));
        check("Shift-Tab", Key::plain(Code::BackTab));
        check("F2", Key::plain(Code::F(2)));
        check("-", Key::char('-'));
    }

    #[test]
    fn what_is_no_key_has_no_name() {
        for name in ["", "Foo", "F13", "Ctrl-Foo", "jj"] {
            assert_eq!(Key::named(name), None, "{name}");
        }
    }
}
