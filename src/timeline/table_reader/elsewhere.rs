//! The keys of other programs, and what they are called here; the keys of another table, and where they belong. A slip
//! of the pen is not looked for here.

use super::{THE_FILE, THE_TIMELINE};
use crate::timeline::format::FormatTable;
use crate::timeline::format::tables::{FILE, TIMELINE};

/// What other programs call something that the format has under another name.
pub(super) fn elsewhere(what: &str, key: &str) -> Option<String> {
    let meant = match (what, key) {
        ("an event", "description" | "body" | "notes" | "note" | "content" | "details") => "text",
        ("an event", "location" | "where" | "city") => "place",
        ("an event", "headline" | "name" | "label" | "event") => "title",
        ("an event", "tag" | "keywords") => "tags",
        ("an event", "media" | "picture" | "photo" | "img") => "image",
        ("an event", "category" | "categories" | "group" | "type") => "kind",
        ("an event", "countries" | "country" | "people" | "participants") => "parties",
        ("an event", "start" | "start_date" | "begin" | "begins" | "when" | "year") => "date",
        ("an event", "url" | "link" | "href" | "source" | "reference" | "references") => {
            return Some("an address can stand alone, as `sources = [\"https://…\"]`".to_owned());
        }
        ("a source" | "an image", "link" | "href" | "address") => "url",
        ("an image", "path" | "src" | "filename") => "file",
        ("an image", "caption" | "description") => "alt",
        ("a source", "authors" | "by") => "author",
        ("a source", "year") => "date",
        ("the timeline", "description" | "subtitle" | "about") => "summary",
        ("the timeline", "name" | "headline") => "title",
        _ => return of_the_other_head(what, key),
    };
    Some(format!("did you mean `{meant}`?"))
}

/// Where a key belongs that stands above `[timeline]` and not under it, or the other way round.
fn of_the_other_head(what: &str, key: &str) -> Option<String> {
    let has = |table: &FormatTable| table.keys.iter().any(|known| known.name == key);
    match what {
        THE_FILE if has(&TIMELINE) => Some("it stands under `[timeline]`".to_owned()),
        THE_TIMELINE if has(&FILE) => Some("it stands above `[timeline]`".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_call_it_leads_to_the_key_of_the_format() {
        let check = |what: &str, key: &str, expected: Option<&str>| {
            let meant = expected.map(|key| format!("did you mean `{key}`?"));
            assert_eq!(elsewhere(what, key), meant, "{key} of {what}");
        };
        check("an event", "content", Some("text"));
        check("an event", "where", Some("place"));
        check("an event", "headline", Some("title"));
        check("an event", "keywords", Some("tags"));
        check("an event", "photo", Some("image"));
        check("an event", "category", Some("kind"));
        check("an event", "participants", Some("parties"));
        check("an event", "start_date", Some("date"));
        check("a source", "href", Some("url"));
        check("a source", "by", Some("author"));
        check("a source", "year", Some("date"));
        check("the timeline", "subtitle", Some("summary"));
        check("the timeline", "headline", Some("title"));
        check("a source", "headline", None);
        check("an event", "colour", None);
        let address = elsewhere("an event", "link").unwrap_or_default();
        assert!(address.contains("sources = ["), "{address}");
    }
}
