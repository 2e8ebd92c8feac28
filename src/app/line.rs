//! A line that is asked for at the foot of the screen: what for, and what taking it does.

use super::App;
use super::export::{self, ExportSource};
use super::input::{Code, Effect, Key};
use super::marks;
use super::prompt::Prompt;
use crate::notes::ReaderMark;
use crate::text;

/// The longest note that is typed in a line, in characters.
const LONGEST_NOTE: usize = 1000;

/// The longest name of a file, in characters: no system takes a longer one.
const LONGEST_NAME: usize = 4096;

/// Columns that the words before a typed line leave to it: enough to see what is being typed.
const LEAST_OF_LINE: usize = 14;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinePurpose {
    /// A note beside a mark, with the one that was there.
    Note {
        /// The mark that it is for, by the ids of the file.
        mark: ReaderMark,
        /// The note that was there.
        before: Option<String>,
    },
    /// The name of the file that a hand-out is written to.
    Export(ExportSource),
    /// A name for the filter that is on.
    FilterName,
}

/// A line being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineInput {
    /// What is asked for.
    pub purpose: LinePurpose,
    /// What is typed.
    pub prompt: Prompt,
    /// Whether it is still the name that is proposed, which the first letter that is typed replaces.
    is_proposal: bool,
}

impl LineInput {
    /// A line that begins with a text; `None` where that is no line, or longer than one can be.
    #[must_use]
    pub fn new(purpose: LinePurpose, text: &str) -> Option<Self> {
        let mut prompt = match purpose {
            LinePurpose::Note { .. } => Prompt::of_at_most(LONGEST_NOTE),
            LinePurpose::Export(_) => Prompt::of_at_most(LONGEST_NAME),
            LinePurpose::FilterName => Prompt::default(),
        };
        prompt.insert(text);
        let is_proposal = matches!(purpose, LinePurpose::Export(_));
        (prompt.text() == text).then_some(LineInput {
            purpose,
            prompt,
            is_proposal,
        })
    }

    /// Takes a key of typing.
    pub(super) fn edit(&mut self, key: Key) {
        let is_letter = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        self.begin_anew(is_letter);
        self.prompt.edit(key);
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.begin_anew(true);
        self.prompt.insert(text);
    }

    /// Ends the proposal; what is written instead of it finds an empty line.
    fn begin_anew(&mut self, writes: bool) {
        if std::mem::take(&mut self.is_proposal) && writes {
            self.prompt = Prompt::of_at_most(LONGEST_NAME);
        }
    }

    /// Why what came last was not put in, and what can be done about it.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let refusal = self.prompt.refusal()?;
        Some(match &self.purpose {
            LinePurpose::Note { .. } => format!("{refusal}; I has your editor for more"),
            LinePurpose::Export(_) | LinePurpose::FilterName => refusal,
        })
    }

    /// What stands before the line.
    #[must_use]
    pub fn lead(&self) -> String {
        match &self.purpose {
            LinePurpose::Note { .. } => "Note: ".to_owned(),
            LinePurpose::Export(source) => format!("Write {} to: ", source.in_words()),
            LinePurpose::FilterName => "Name of this filter: ".to_owned(),
        }
    }

    /// What stands before the line where there are so many columns for both; what is typed goes before all words of it.
    #[must_use]
    pub fn lead_within(&self, columns: usize) -> String {
        let lead = self.lead();
        if text::width(&lead) + LEAST_OF_LINE <= columns {
            return lead;
        }
        let short = match &self.purpose {
            LinePurpose::Note { .. } => "Note: ",
            LinePurpose::Export(_) => "to: ",
            LinePurpose::FilterName => "Name: ",
        };
        short.to_owned()
    }

    /// What can be done, behind the line.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match &self.purpose {
            LinePurpose::Note { before: None, .. } => "Enter keeps it",
            LinePurpose::Note { .. } => "Enter keeps it; empty, it is taken away",
            LinePurpose::Export(_) => ".md .html .json .csv .svg .ics .bib .ris",
            LinePurpose::FilterName => "then :NAME and --filter NAME ask for it",
        }
    }
}

/// Enter: takes the line.
pub(super) fn accept(app: &mut App, line: LineInput) -> Effect {
    let text = line.prompt.text().trim().to_owned();
    match line.purpose {
        LinePurpose::Note { mark, before } => marks::keep_note(app, mark, before, &text),
        LinePurpose::Export(source) => export::to_file(app, source, &text),
        LinePurpose::FilterName => export::name_filter(app, &text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_first_replaces_the_name_that_is_proposed() {
        let check = |purpose: LinePurpose, keys: &[Key], expected: &str| {
            let mut line = LineInput::new(purpose, "all.md").unwrap();
            keys.iter().for_each(|key| line.edit(*key));
            assert_eq!(line.prompt.text(), expected, "{keys:?}");
        };
        let export = || LinePurpose::Export(ExportSource::Shown);
        let (a, back) = (Key::char('a'), Key::plain(Code::Backspace));
        check(export(), &[], "all.md");
        check(export(), &[a], "a");
        check(export(), &[a, a], "aa");
        check(export(), &[back], "all.m");
        check(export(), &[Key::plain(Code::End), a], "all.mda");
        check(LinePurpose::FilterName, &[a], "all.mda");
    }

    #[test]
    fn what_is_typed_has_room_before_the_words_for_it() {
        let check = |purpose: LinePurpose, columns: usize, expected: &str| {
            let line = LineInput::new(purpose, "").unwrap();
            assert_eq!(line.lead_within(columns), expected, "{columns}");
        };
        let export = || LinePurpose::Export(ExportSource::Shown);
        check(export(), 60, "Write what is shown to: ");
        check(export(), 38, "Write what is shown to: ");
        check(export(), 37, "to: ");
        check(LinePurpose::FilterName, 60, "Name of this filter: ");
        check(LinePurpose::FilterName, 18, "Name: ");
    }
}
