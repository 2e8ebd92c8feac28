//! JSON with keys that an object has more than once: the last one is taken, and what the others held is told.
//!
//! The reader of JSON lets a value go without a word where its key comes again; this one reads the same and keeps count.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::text;

/// The longest part of a lost value that is shown, in columns.
const SHOWN: usize = 60;

/// The value of a text, and a remark on every value that is lost because its key comes again.
pub(super) fn parsed(json: &str) -> Result<(Value, Vec<String>), serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let mut notes = RepeatedKeys::default();
    let value = Watched(&mut notes).deserialize(&mut reader)?;
    reader.end()?;
    Ok((value, notes.remarks))
}

/// A step from an object or a list into what it holds.
enum JsonStep {
    Key(String),
    /// The position in a list, counted from 1 as records and slides are.
    Item(usize),
}

/// Where one is, and what was lost so far.
#[derive(Default)]
struct RepeatedKeys {
    path: Vec<JsonStep>,
    remarks: Vec<String>,
}

impl RepeatedKeys {
    fn lose(&mut self, key: &str, lost: &Value) {
        let written = match lost {
            Value::String(text) => format!("“{text}”"),
            other => other.to_string(),
        };
        let written = text::clean(&written);
        let shown = text::truncate(&written, SHOWN);
        let key = text::clean(key);
        self.remarks.push(format!(
            "{}'{key}' stands again further on, and what it has here is lost: {shown}",
            self.place()
        ));
    }

    /// "events 3, sources 1: ", and nothing for the whole.
    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            match step {
                JsonStep::Key(key) if place.is_empty() => place.push_str(&text::clean(key)),
                JsonStep::Key(key) => place.push_str(&format!(", {}", text::clean(key))),
                JsonStep::Item(number) if place.is_empty() => {
                    place.push_str(&format!("entry {number}"))
                }
                JsonStep::Item(number) => place.push_str(&format!(" {number}")),
            }
        }
        if !place.is_empty() {
            place.push_str(": ");
        }
        place
    }
}

/// A value that is read while its repeated keys are noted.
struct Watched<'n>(&'n mut RepeatedKeys);

impl<'de> DeserializeSeed<'de> for Watched<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Watched<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            self.0.path.push(JsonStep::Item(list.len() + 1));
            let item = items.next_element_seed(Watched(&mut *self.0))?;
            self.0.path.pop();
            match item {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            self.0.path.push(JsonStep::Key(key.clone()));
            let value = entries.next_value_seed(Watched(&mut *self.0))?;
            self.0.path.pop();
            if let Some(lost) = object.insert(key.clone(), value) {
                self.0.lose(&key, &lost);
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_that_is_lost_is_named_with_its_place() {
        let check = |json: &str, expected: &[&str]| {
            let (value, remarks) = parsed(json).unwrap();
            assert_eq!(remarks, expected, "{json}");
            // What is taken is what it always was.
            let plain: Value = serde_json::from_str(json).unwrap();
            assert_eq!(value, plain, "{json}");
        };
        check(r#"{"a": 1, "b": [1, -2, 1.5, null, true, "x", {}]}"#, &[]);
        check(r#"[{"a": 1}, {"a": 2}]"#, &[]);
        check(
            r#"{"a": "one", "a": "two"}"#,
            &["'a' stands again further on, and what it has here is lost: “one”"],
        );
        check(
            r#"{"a": 1, "a": 2, "a": 3}"#,
            &[
                "'a' stands again further on, and what it has here is lost: 1",
                "'a' stands again further on, and what it has here is lost: 2",
            ],
        );
        check(
            r#"{"events": [{}, {"text": {"t": [1], "t": 2}}]}"#,
            &["events 2, text: 't' stands again further on, and what it has here is lost: [1]"],
        );
        check(
            r#"[{"a": {"b": 1}, "a": null}]"#,
            &["entry 1: 'a' stands again further on, and what it has here is lost: {\"b\":1}"],
        );
    }

    #[test]
    fn what_is_no_json_is_refused_where_it_always_was() {
        for json in ["", "{", "[1,]", "{} {}", r#"{"a" 1}"#, &"[".repeat(200)] {
            let plain = serde_json::from_str::<Value>(json).unwrap_err();
            assert_eq!(parsed(json).unwrap_err().to_string(), plain.to_string());
        }
    }
}
