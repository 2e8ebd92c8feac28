//! The tree of a file as TOML, as an author would write it: tables with headers, and inside of them lists of short
//! tables, a line each.

use serde_json::Value;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlKeyBuilder, TomlStringBuilder};

use super::Object;

/// The table whose values are short tables and no tables of their own.
const SHORT: &str = "relations";

/// The complete file; lists, tables and texts without anything in them are left out.
#[must_use]
pub(super) fn written(file: &Object) -> String {
    let mut toml = String::new();
    body(&mut toml, "", file);
    toml.trim_start().to_owned()
}

/// The keys of a table, then the tables in it under their headers.
fn body(toml: &mut String, path: &str, table: &Object) {
    let full = || table.iter().filter(|(_, value)| !is_empty(value));
    for (key, value) in full().filter(|(_, value)| !is_long(path, value)) {
        toml.push_str(&format!(
            "{} = {}\n",
            quoted_key(key),
            value_in_line(value, true)
        ));
    }
    for (key, value) in full().filter(|(_, value)| is_long(path, value)) {
        let inner = if path.is_empty() {
            quoted_key(key)
        } else {
            format!("{path}.{}", quoted_key(key))
        };
        match value {
            // A table of tables has no header of its own.
            Value::Object(tables) if inner != SHORT && tables.values().all(Value::is_object) => {
                for (id, table) in tables {
                    let id = format!("{inner}.{}", quoted_key(id));
                    header(toml, &format!("[{id}]"), &id, table);
                }
            }
            Value::Array(tables) => {
                for table in tables {
                    header(toml, &format!("[[{inner}]]"), &inner, table);
                }
            }
            table => header(toml, &format!("[{inner}]"), &inner, table),
        }
    }
}

fn header(toml: &mut String, header: &str, path: &str, table: &Value) {
    toml.push_str(&format!("\n{header}\n"));
    if let Value::Object(table) = table {
        body(toml, path, table);
    }
}

/// Whether a value stands under headers of its own: tables, and lists of tables down to the passages of the article.
fn is_long(path: &str, value: &Value) -> bool {
    match value {
        Value::Object(_) => path != SHORT,
        Value::Array(items) => {
            (path.is_empty() || path == "article") && items.iter().all(Value::is_object)
        }
        _ => false,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(table) => table.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

fn value_in_line(value: &Value, outermost: bool) -> String {
    match value {
        Value::String(text) => TomlStringBuilder::new(text).as_default().to_toml_value(),
        Value::Array(items) if outermost && items.iter().all(Value::is_object) => {
            let items = items.iter().map(|item| value_in_line(item, false));
            let items: String = items.map(|item| format!("  {item},\n")).collect();
            format!("[\n{items}]")
        }
        Value::Array(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| value_in_line(item, false))
                .collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(table) => {
            let keys = table.iter().filter(|(_, value)| !is_empty(value));
            let keys: Vec<String> = keys
                .map(|(key, value)| {
                    format!("{} = {}", quoted_key(key), value_in_line(value, false))
                })
                .collect();
            format!("{{ {} }}", keys.join(", "))
        }
        // Numbers and truths are written as JSON writes them.
        plain => plain.to_string(),
    }
}

fn quoted_key(key: &str) -> String {
    TomlKeyBuilder::new(key).as_default().to_toml_key()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_file_looks_as_an_author_would_write_it() {
        let file = json!({
            "format": 1,
            "timeline": { "title": "A \"small\" history", "summary": "" },
            "countries": { "belgium": { "name": "Belgium", "aliases": ["B", "C"] } },
            "relations": { "broken by": { "inverse": "breaks", "order": "before" } },
            "events": [{
                "id": "a",
                "text": "One.\n\nTwo.",
                "parties": [{ "country": "belgium", "role": "neutral" }],
                "related": [],
            }],
        });
        let Value::Object(file) = file else { panic!() };
        let expected = "format = 1\n\n\
            [timeline]\ntitle = 'A \"small\" history'\n\n\
            [countries.belgium]\nname = \"Belgium\"\naliases = [\"B\", \"C\"]\n\n\
            [relations]\n\"broken by\" = { inverse = \"breaks\", order = \"before\" }\n\n\
            [[events]]\nid = \"a\"\ntext = \"\"\"\nOne.\n\nTwo.\"\"\"\nparties = [\n  { country = \"belgium\", role = \"neutral\" },\n]\n";
        assert_eq!(written(&file), expected);
    }
}
