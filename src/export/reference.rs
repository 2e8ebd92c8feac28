//! The format as a reference to be read: every table, every key, and an example of each.

use std::fmt::Write as _;

use crate::timeline::format::tables::{ALL, FILE};
use crate::timeline::format::{FormatTable, ValueKind};

const HEAD: &str = "\
# The format of a timeline

";

const MIDDLE: &str = "\
`neutrality init mine.toml` begins a file, and `neutrality new EVENT-ID` prints an event to be put into it.
`neutrality check mine.toml` finds every fault in one go, each with its place and a way out.
`neutrality schema > timeline.schema.json` puts the same rules beside the file for an editor, which finds them by the file’s first line, `#:schema ./timeline.schema.json`.
`neutrality fmt mine.toml` puts the keys of every table into the order of this page; no comment and no value changes.
While `neutrality mine.toml` is open, it shows what is saved; `e` opens the editor at the selected event.

## Values

An **id** names a table within the file; it is what stands in the header of a named table, or behind `id`. What refers to it writes it as it is there.

**Text** may hold any character that can be seen. Paragraphs are parted by empty lines and stand between `\"\"\"` and `\"\"\"`; a single line break counts as a space.

**A name** of a person is “Family, Given”, with a suffix between or behind: “King, Martin Luther, Jr.”. What has no comma is the name of a body; a body whose name has a comma stands in braces, “{Department of Peace, Order and Good Government}”. The page, the citations and every export read names so.

The running text of a record, of a case’s promise, notes and outcome, and of a tour may say what carries it. **A mark of evidence** stands behind the sentence or the clause: `[@treaty-of-london-1839]` names an event, `[@@hertslet-map, no. 183]` a source and the place in it. The mark is not shown as it is written, but as a note that leads there.

A **date** is written in EDTF (ISO 8601-2), levels 0 to 2, and is shown as exact as it is written:

| written | means |
|---|---|
| `\"1914-08-04\"` | a day |
| `\"1914-08\"` | a month |
| `\"1914\"` or `1914` | a year |
| `\"191X\"` | the 1910s |
| `\"1907~\"` | about 1907 |
| `\"1907?\"` | perhaps 1907 |
| `\"1907%\"` | perhaps, and about, 1907 |
| `\"1914-08/1918-11\"` | from one to the other |
| `\"1914/..\"` | from 1914 on, with no end |
| `\"[..1913]\"`, `\"[1915..]\"` | at some time before 1914, after 1914 |
| `\"[1914..1918]\"` | at some time in these years |
| `\"[1907-05,1907-06]\"` | one of the two |
| `\"{1907-05,1907-06}\"` | both |
| `\"1939-23\"` | autumn 1939 (21 spring, 22 summer, 23 autumn, 24 winter) |

TOML’s own dates mean the same: `1914-08-04` without quotation marks.

Years before Christ are counted as astronomers do, with a year 0: `\"0000\"` is 1 BC and `\"-0043\"` is 44 BC. They are shown as people say them, and so are the first hundred after: “44 BC”, “AD 79”. A bare `-44` could be counted in both ways and is refused with both.

Not taken are times of day, years before -9999 or after 9999 (`Y170000002`; what lies beyond can be written as the bound `\"[..-9999]\"` or `\"[9999..]\"`), an interval without either end (`../..`), and `X` in years before Christ: the fifth century BC is `\"[-0499..-0400]\"`.

";

/// The whole reference, as Markdown.
#[must_use]
pub fn reference() -> String {
    let mut text = format!("{HEAD}{}\n\n{MIDDLE}", FILE.about);
    text.push_str("## The file\n\n");
    keys(&FILE, &mut text);
    for table in ALL.iter().skip(1) {
        let _ = write!(text, "\n## `{}`\n\n{}\n\n", table.header, table.about);
        keys(table, &mut text);
        let _ = write!(text, "\n```toml\n{}```\n", example(table));
    }
    text
}

/// A row a key; what is needed is marked.
fn keys(table: &FormatTable, text: &mut String) {
    text.push_str("| key | value | what it says |\n|---|---|---|\n");
    for key in table.keys {
        let needed = match (key.required, key.or) {
            (true, None) => " (needed)".to_owned(),
            (true, Some(other)) => format!(" (or `{other}`)"),
            (false, _) => String::new(),
        };
        let cell = |text: &str| text.replace('|', "\\|");
        let _ = writeln!(
            text,
            "| `{}`{needed} | {} | {} |",
            key.name,
            cell(&in_words(key.value)),
            cell(key.about)
        );
    }
}

fn in_words(value: ValueKind) -> String {
    match value {
        ValueKind::Format => "`1`".to_owned(),
        ValueKind::Line => "a line of text".to_owned(),
        ValueKind::LineOrNumber => "a line of text, or a whole number".to_owned(),
        ValueKind::Paragraphs => "paragraphs".to_owned(),
        ValueKind::Prose => "text with marks of evidence".to_owned(),
        ValueKind::Lines => "a list of lines of text, or one".to_owned(),
        ValueKind::Id => "an id".to_owned(),
        ValueKind::Reference(to) => format!("an id of `{to}`"),
        ValueKind::References(to) => format!("a list of ids of `{to}`, or one"),
        ValueKind::Columns(1) => "one column of text".to_owned(),
        ValueKind::Columns(most) => format!("up to {most} columns of text"),
        ValueKind::Ascii => "one character of ASCII".to_owned(),
        ValueKind::Date => "a date".to_owned(),
        ValueKind::Address => "an address, https or http".to_owned(),
        ValueKind::Number(least, None) => format!("a whole number of {least} or more"),
        ValueKind::Number(least, Some(most)) => format!("a whole number from {least} to {most}"),
        ValueKind::Flag => "`true` or `false`".to_owned(),
        ValueKind::Word(words) => words()
            .into_iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(" · "),
        ValueKind::Table(inner) => format!("a table, `{}`", inner.header),
        ValueKind::List(inner, _) if inner.header.starts_with('[') => {
            format!("a list of tables, `{}`", inner.header)
        }
        ValueKind::List(inner, _) => format!("a list of tables, see `{}`", inner.header),
        ValueKind::ListOrLines(inner) => {
            format!("a list of lines of text or tables, see `{}`", inner.header)
        }
        ValueKind::Named(inner) => format!("tables by their ids, `{}`", inner.header),
        ValueKind::NamedOrLine(inner) => {
            format!("tables or lines of text by their words, `{}`", inner.header)
        }
    }
}

/// Whether a table stands in its key by itself, and not in a list.
fn is_single(table: &FormatTable) -> bool {
    let mut keys = ALL.iter().flat_map(|outer| outer.keys);
    keys.any(|key| matches!(key.value, ValueKind::Table(inner) if inner.name == table.name))
}

/// All keys of a table with their examples, as they stand in a file.
#[must_use]
pub fn example(table: &FormatTable) -> String {
    let written = table.keys.iter().filter(|key| !key.example.is_empty());
    let lines = written.map(|key| format!("{} = {}", key.name, key.example));
    if table.header.is_empty() || table.header.starts_with('[') {
        let mut text = format!("{}\n", table.header).trim_start().to_owned();
        lines.for_each(|line| text.extend([line.as_str(), "\n"]));
        return text;
    }
    // A table within an event is written into its key.
    let key = table.header.rsplit('.').next().unwrap_or(table.header);
    let lines: Vec<String> = lines.collect();
    let lines = lines.join(", ");
    if is_single(table) {
        format!("{key} = {{ {lines} }}\n")
    } else {
        format!("{key} = [{{ {lines} }}]\n")
    }
}
