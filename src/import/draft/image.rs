//! The picture of a row or a slide, as the format has it.

use serde_json::Value;

use crate::text;
use crate::timeline::check::sources::is_web_address;

/// A picture of an event.
#[derive(Debug)]
pub(in crate::import) struct ImageDraft {
    /// Its address, or its file beside the timeline.
    pub place: String,
    pub alt: String,
    pub credit: String,
}

impl ImageDraft {
    pub(super) fn table(&self) -> Value {
        let place = if is_web_address(&self.place) {
            "url"
        } else {
            "file"
        };
        let texts = [
            (place, &self.place),
            ("alt", &self.alt),
            ("credit", &self.credit),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let texts = texts.map(|(key, text)| (key.to_owned(), text::clean(text).into()));
        Value::Object(texts.collect())
    }
}
