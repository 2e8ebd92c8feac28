//! JSON as it is written out: indented, with a line break at the end; what a terminal would obey is escaped.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CharEscape, Formatter, PrettyFormatter};

use crate::text;

/// Writes a value piece by piece, so that what is large need not be held in memory.
///
/// # Errors
/// When it cannot be written.
pub fn write(value: &impl Serialize, mut to: impl Write) -> io::Result<()> {
    let escaping = Escaping(PrettyFormatter::new());
    value.serialize(&mut Serializer::with_formatter(&mut to, escaping))?;
    to.write_all(b"\n")
}

/// The same in memory.
pub(crate) fn in_text(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    // Writing to memory cannot fail, and what is written is UTF-8.
    let _ = write(value, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// Indents, and escapes in strings more than JSON has to.
struct Escaping(PrettyFormatter<'static>);

impl Formatter for Escaping {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        to: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let mut written = 0;
        for (at, character) in text.char_indices() {
            if text::is_hostile(character) {
                to.write_all(text.get(written..at).unwrap_or_default().as_bytes())?;
                // JSON knows no more than four figures; a character beyond takes two of them.
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(to, "\\u{unit:04x}")?;
                }
                written = at + character.len_utf8();
            }
        }
        to.write_all(text.get(written..).unwrap_or_default().as_bytes())
    }

    fn write_char_escape<W: Write + ?Sized>(
        &mut self,
        to: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.0.write_char_escape(to, escape)
    }

    fn begin_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_array(to)
    }

    fn end_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array(to)
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(to, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array_value(to)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object(to)
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object(to)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(to, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object_value(to)
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object_value(to)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_read_back() {
        let check = |text: &str, expected: &str| {
            let value = json!({ text: [text, {}] });
            let written = in_text(&value);
            let string = format!("\"{expected}\"");
            assert_eq!(
                written,
                format!("{{\n  {string}: [\n    {string},\n    {{}}\n  ]\n}}\n")
            );
            assert_eq!(
                serde_json::from_str::<serde_json::Value>(&written).unwrap(),
                value
            );
        };
        check("Åland", "Åland");
        check("a \"b\" \\ \n", r#"a \"b\" \\ \n"#);
        check("\u{1b}[2J", r"\u001b[2J");
        check("\u{7f}é\u{9b}x\u{202e}", r"\u007fé\u009bx\u202e");
        check("\u{e0001}", r"\udb40\udc01");
    }
}
