//! The format as a JSON Schema (draft 2020-12), for editors that complete and check while one types.
//!
//! It says what can be said of a single value. What needs the whole file, such as whether an id is known or a span
//! ends after it begins, is for `neutrality check`.

use serde_json::{Map, Value as Json, json};

use crate::timeline::format::tables::{ALL, FILE};
use crate::timeline::format::{FormatKey, FormatTable, ValueKind};

/// Characters that are never shown as they are: controls, and those that turn or hide text.
///
/// They stand in the patterns as themselves, escaped as JSON has it: a pattern in Perl, Go or PHP knows no `\u`.
const HIDDEN: &str = "\u{0000}-\u{0008}\u{000B}\u{000C}\u{000E}-\u{001F}\u{007F}-\u{009F}\u{061C}\u{200B}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}";

/// Marks that stand on the character before them and take no column. Not every language of validators knows a class of them.
const MARKS: &str = "\u{0300}-\u{036F}\u{0483}-\u{0489}\u{0591}-\u{05BD}\u{0610}-\u{061A}\u{064B}-\u{065F}\u{1AB0}-\u{1AFF}\u{1DC0}-\u{1DFF}\u{20D0}-\u{20FF}\u{FE00}-\u{FE0F}\u{FE20}-\u{FE2F}";

/// The whole schema.
#[must_use]
pub fn schema() -> String {
    let mut schema = table(&FILE);
    let mut definitions: Map<String, Json> = ALL
        .iter()
        .skip(1)
        .map(|inner| (inner.name.to_owned(), table(inner)))
        .collect();
    definitions.insert("text".to_owned(), text());
    definitions.insert("date".to_owned(), date());
    if let Json::Object(root) = &mut schema {
        root.insert(
            "$schema".to_owned(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        root.insert("title".to_owned(), json!("A timeline of neutrality"));
        root.insert("$defs".to_owned(), Json::Object(definitions));
    }
    format!("{schema:#}\n")
}

fn table(table: &FormatTable) -> Json {
    let properties: Map<String, Json> = table
        .keys
        .iter()
        .map(|key| (key.name.to_owned(), property(key)))
        .collect();
    let required: Vec<&str> = table
        .keys
        .iter()
        .filter(|key| key.required && key.or.is_none())
        .map(|key| key.name)
        .collect();
    let mut schema = json!({
        "type": "object",
        "description": table.about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    for key in table.keys {
        if let Some(other) = key.or {
            // Strict validators want what is required to be a property of the very schema that says so.
            let has = |name: &str| json!({ "properties": { name: true }, "required": [name] });
            schema["anyOf"] = json!([has(key.name), has(other)]);
        }
    }
    schema
}

fn property(key: &FormatKey) -> Json {
    let mut property = value(key.value);
    if let Json::Object(property) = &mut property {
        property.insert("description".to_owned(), json!(key.about));
        if let Some(example) = example(key) {
            property.insert("examples".to_owned(), json!([example]));
        }
    }
    property
}

/// The example of a key, out of the TOML that it is written in.
fn example(key: &FormatKey) -> Option<Json> {
    let written: toml::Table = toml::from_str(&format!("value = {}", key.example)).ok()?;
    serde_json::to_value(written.get("value")?).ok()
}

fn value(value: ValueKind) -> Json {
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let text = || reference("text");
    let texts = || json!({ "anyOf": [text(), { "type": "array", "items": text() }] });
    match value {
        ValueKind::Format => json!({ "const": 1 }),
        ValueKind::Line
        | ValueKind::Paragraphs
        | ValueKind::Prose
        | ValueKind::Id
        | ValueKind::Reference(_) => text(),
        ValueKind::LineOrNumber => json!({ "anyOf": [text(), { "type": "integer" }] }),
        ValueKind::Lines | ValueKind::References(_) => texts(),
        ValueKind::Columns(most) => {
            json!({ "type": "string", "pattern": format!("^([^{MARKS}][{MARKS}]*){{1,{most}}}$") })
        }
        ValueKind::Ascii => json!({ "type": "string", "pattern": "^[!-~]$" }),
        ValueKind::Date => reference("date"),
        ValueKind::Address => json!({
            "type": "string",
            "maxLength": 8192,
            "pattern": r#"^https?://[^\s"<>\\^`{|}/?#:@.-][^\s"<>\\^`{|}]*$"#,
        }),
        ValueKind::Number(least, None) => json!({ "type": "integer", "minimum": least }),
        ValueKind::Number(least, Some(most)) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        ValueKind::Flag => json!({ "type": "boolean" }),
        ValueKind::Word(words) => json!({ "enum": words() }),
        ValueKind::Table(inner) => reference(inner.name),
        ValueKind::List(inner, filled) => {
            json!({ "type": "array", "items": reference(inner.name), "minItems": u8::from(filled) })
        }
        ValueKind::ListOrLines(inner) => {
            let item = json!({ "anyOf": [text(), reference(inner.name)] });
            json!({ "anyOf": [text(), { "type": "array", "items": item }] })
        }
        ValueKind::Named(inner) => {
            json!({ "type": "object", "additionalProperties": reference(inner.name) })
        }
        ValueKind::NamedOrLine(inner) => json!({
            "type": "object",
            "additionalProperties": { "anyOf": [text(), reference(inner.name)] },
        }),
    }
}

/// Text that says something and hides nothing.
fn text() -> Json {
    json!({
        "type": "string",
        "pattern": format!(r"^[^{HIDDEN}]*[^{HIDDEN}\s][^{HIDDEN}]*$"),
    })
}

/// EDTF, levels 0 to 2, in four-figure years; what no calendar has, such as 30 February, is left to `check`.
fn date() -> Json {
    let qualified = |part: &str| format!("[?~%]?({part})[?~%]?");
    let year = qualified("[0-9X]{4}(S[0-9]+)?|-[0-9]{4}(S[0-9]+)?");
    let month = qualified("0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|X[0-9X]|[0-4]X");
    let day = qualified("0[1-9]|[12][0-9]|3[01]|X[0-9X]|[0-3]X");
    let date = format!("{year}(-{month}(-{day})?)?");
    let (begin, end) = (
        format!(r"(\.\.|(\.\.)?{date})?"),
        format!(r"(\.\.|{date}(\.\.)?)?"),
    );
    let member = format!(r"({date}(\.\.({date})?)?|\.\.{date})");
    let members = format!(r"{member}( ?, ?{member})*");
    json!({
        "description": "A date in EDTF, as exact as the record and no more.",
        "anyOf": [
            {
                "type": "string",
                "pattern": format!(r"^({date}|{begin}/{end}|\[{members}\]|\{{{members}\}})$"),
            },
            { "type": "integer", "minimum": 1, "maximum": 9999 },
        ],
        "examples": ["1914-08-04", "1914-08", "1914", "1907~", "1914-08/1918-11", "19XX"],
    })
}
