//! What differs between two versions of a timeline: what was added, what is gone, and which fields say something else.
//!
//! Both are compared as their JSON has them, so that every key of the format is compared and none can be forgotten.
//! Things are told apart by their ids; what has none, a span, is told apart by what it is of and what it begins with.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::json::{FORMAT, in_text};
use super::{Extract, full_json};
use crate::selection::filter::Filter;
use crate::timeline::Timeline;

/// The lists that are compared, with what one of them is called.
const LISTS: [(&str, &str); 11] = [
    ("events", "event"),
    ("spans", "span"),
    ("passages", "passage"),
    ("cases", "case"),
    ("criteria", "criterion"),
    ("tours", "tour"),
    ("countries", "country"),
    ("kinds", "kind"),
    ("roles", "role"),
    ("statuses", "status"),
    ("sources", "source"),
];

/// What follows from other keys, and would be reported twice.
const DERIVED: [&str; 4] = ["earliest", "latest", "label", "name"];

/// One thing that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What it is: "event", "span".
    pub kind: &'static str,
    /// By what it is told apart.
    pub id: String,
    /// What became of it.
    pub fate: DifferenceKind,
}

/// What became of a thing.
#[derive(Debug, Clone, PartialEq)]
pub enum DifferenceKind {
    /// It is new.
    Added,
    /// It is there no longer.
    Gone,
    /// It says something else: the fields with what stood and what stands in them.
    Changed(Vec<FieldChange>),
}

/// A field that says something else.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// The key, and those within it: "date", "answers.small.note".
    pub key: String,
    /// What stood there; empty where nothing did.
    pub old: String,
    /// What stands there; empty where nothing does.
    pub new: String,
}

/// Everything that differs, in the order of the lists and of the newer version.
#[must_use]
pub fn compare(old: &Timeline, new: &Timeline) -> Vec<Difference> {
    let filter = Filter::default();
    let [old, new] = [old, new].map(|timeline| full_json::value(&Extract::new(timeline, &filter)));
    let mut differences = Vec::new();
    for (list, kind) in LISTS {
        let [old, new] = [&old, &new].map(|file| entries(&file[list]));
        for (id, value) in &new {
            let before = old.iter().find(|(known, _)| known == id);
            let fate = match before {
                None => DifferenceKind::Added,
                Some((_, before)) => {
                    let mut fields = Vec::new();
                    fields_of(before, value, "", &mut fields);
                    if fields.is_empty() {
                        continue;
                    }
                    DifferenceKind::Changed(fields)
                }
            };
            let id = id.clone();
            differences.push(Difference { kind, id, fate });
        }
        let is_gone = |(id, _): &&(String, &Value)| !new.iter().any(|(known, _)| known == id);
        differences.extend(old.iter().filter(is_gone).map(|(id, _)| Difference {
            kind,
            id: id.clone(),
            fate: DifferenceKind::Gone,
        }));
    }
    differences
}

/// The things of a list or a table under their ids.
fn entries(list: &Value) -> Vec<(String, &Value)> {
    match list {
        Value::Object(table) => table
            .iter()
            .map(|(id, value)| (id.clone(), value))
            .collect(),
        Value::Array(items) => items.iter().map(|item| (id_of(item), item)).collect(),
        _ => Vec::new(),
    }
}

fn id_of(item: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match &item["id"] {
        Value::String(id) => id.clone(),
        _ => {
            let of = [&item["country"], &item["status"], &item["begins"]["event"]];
            of.map(text).join(" ")
        }
    }
}

/// The fields that differ, down to the texts in them.
fn fields_of(old: &Value, new: &Value, key: &str, fields: &mut Vec<FieldChange>) {
    if old == new {
        return;
    }
    let within = |inner: &str| {
        if key.is_empty() {
            inner.to_owned()
        } else {
            format!("{key}.{inner}")
        }
    };
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let mut keys: Vec<&String> = new.keys().collect();
            keys.extend(old.keys().filter(|key| !new.contains_key(*key)));
            for inner in keys
                .into_iter()
                .filter(|key| !DERIVED.contains(&key.as_str()))
            {
                let side = |map: &Map<String, Value>| map.get(inner).cloned().unwrap_or_default();
                fields_of(&side(old), &side(new), &within(inner), fields);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            let is_in = |list: &[Value], item: &Value| list.contains(item);
            let gone = old.iter().filter(|item| !is_in(new, item));
            let added = new.iter().filter(|item| !is_in(old, item));
            let (gone, added): (Vec<&Value>, Vec<&Value>) = (gone.collect(), added.collect());
            if gone.is_empty() && added.is_empty() {
                fields.push(FieldChange {
                    key: key.to_owned(),
                    old: "in another order".to_owned(),
                    new: "in this order".to_owned(),
                });
            }
            for at in 0..gone.len().max(added.len()) {
                let side = |list: &[&Value]| list.get(at).map_or_else(String::new, |v| in_words(v));
                fields.push(FieldChange {
                    key: key.to_owned(),
                    old: side(&gone),
                    new: side(&added),
                });
            }
        }
        _ => fields.push(FieldChange {
            key: key.to_owned(),
            old: in_words(old),
            new: in_words(new),
        }),
    }
}

/// A value in one line, without what follows from the rest of it.
fn in_words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .filter(|(key, _)| !DERIVED.contains(&key.as_str()));
            let field = |(key, value): (&String, &Value)| match key.as_str() {
                "edtf" => in_words(value),
                _ => format!("{key} {}", in_words(value)),
            };
            fields.map(field).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// What differs in lines, as a terminal or a mail shows it: "+" added, "-" gone, "~" changed.
#[must_use]
pub fn text(differences: &[Difference]) -> String {
    let mut text = String::new();
    for Difference { kind, id, fate } in differences {
        let sign = match fate {
            DifferenceKind::Added => '+',
            DifferenceKind::Gone => '-',
            DifferenceKind::Changed(_) => '~',
        };
        let _ = writeln!(text, "{sign} {kind} {id}");
        for field in fate.fields() {
            let _ = writeln!(text, "    {}: {}", field.key, by_words(field));
        }
    }
    text
}

/// The same as a list of Markdown.
#[must_use]
pub fn markdown(differences: &[Difference]) -> String {
    let mut text = String::new();
    for Difference { kind, id, fate } in differences {
        let word = match fate {
            DifferenceKind::Added => "added",
            DifferenceKind::Gone => "gone",
            DifferenceKind::Changed(_) => "changed",
        };
        let _ = writeln!(text, "- {kind} `{id}` {word}");
        for field in fate.fields() {
            let words = super::markdown::escaped(&by_words(field));
            let _ = writeln!(text, "  - {}: {words}", field.key);
        }
    }
    text
}

/// The same for programs.
#[must_use]
pub fn json(differences: &[Difference]) -> String {
    let entry = |of: &Difference| {
        let mut object = Map::new();
        object.insert("kind".into(), of.kind.into());
        object.insert("id".into(), of.id.clone().into());
        let fate = match &of.fate {
            DifferenceKind::Added => "added",
            DifferenceKind::Gone => "gone",
            DifferenceKind::Changed(_) => "changed",
        };
        object.insert("fate".into(), fate.into());
        let field =
            |field: &FieldChange| json!({ "key": field.key, "old": field.old, "new": field.new });
        object.insert(
            "fields".into(),
            of.fate.fields().iter().map(field).collect(),
        );
        Value::Object(object)
    };
    let differences: Vec<Value> = differences.iter().map(entry).collect();
    in_text(&json!({ "format": FORMAT, "differences": differences }))
}

impl DifferenceKind {
    fn fields(&self) -> &[FieldChange] {
        match self {
            DifferenceKind::Changed(fields) => fields,
            DifferenceKind::Added | DifferenceKind::Gone => &[],
        }
    }
}

/// Words in a run that are the same are left out where there are more than these on each side.
const NEAR: usize = 4;

/// "signed on [-4 August-] {+5 August+} 1914": what went and what came, with the words around it.
fn by_words(field: &FieldChange) -> String {
    let old: Vec<&str> = field.old.split_whitespace().collect();
    let new: Vec<&str> = field.new.split_whitespace().collect();
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old.iter().rev().zip(new.iter().rev()).take(rest);
    let same_end = same_end.take_while(|(a, b)| a == b).count();
    let gone = old[same_start..old.len() - same_end].join(" ");
    let came = new[same_start..new.len() - same_end].join(" ");
    let before = &new[..same_start];
    let after = &new[new.len() - same_end..];
    let mut parts: Vec<String> = Vec::new();
    if before.len() > NEAR {
        parts.push("…".to_owned());
    }
    parts.extend(
        before[before.len().saturating_sub(NEAR)..]
            .iter()
            .map(|word| (*word).to_owned()),
    );
    if !gone.is_empty() {
        parts.push(format!("[-{gone}-]"));
    }
    if !came.is_empty() {
        parts.push(format!("{{+{came}+}}"));
    }
    parts.extend(
        after[..after.len().min(NEAR)]
            .iter()
            .map(|word| (*word).to_owned()),
    );
    if after.len() > NEAR {
        parts.push("…".to_owned());
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn a_text_is_compared_word_by_word() {
        let check = |old: &str, new: &str, expected: &str| {
            let [old, new] = [old, new].map(str::to_owned);
            let key = "text".to_owned();
            assert_eq!(by_words(&FieldChange { key, old, new }), expected);
        };
        check("a b c", "a x c", "a [-b-] {+x+} c");
        check("a", "", "[-a-]");
        check("", "a b", "{+a b+}");
        check("a b", "a b c", "a b {+c+}");
        check(
            "one two three four five six 4 August 1914 seven",
            "one two three four five six 5 August 1914 seven",
            "… three four five six [-4-] {+5+} August 1914 seven",
        );
    }

    #[test]
    fn what_was_added_gone_and_changed_is_found() {
        let old = include_str!("../../tests/data/small.toml");
        let new = old
            .replace("Germany invades Belgium", "Germany attacks Belgium")
            .replace("repeal-2014", "repeal-of-2014");
        let found = text(&compare(&samples::small(), &samples::read(&new)));
        for line in [
            "~ event invasion-1914\n    title: Germany [-invades-] {+attacks+} Belgium\n",
            "+ event repeal-of-2014\n",
            "- event repeal-2014\n",
        ] {
            assert!(found.contains(line), "{found}");
        }
        assert_eq!(compare(&samples::small(), &samples::small()), []);
    }
}
