//! The page: whole, closed in itself, without a script, and every link of it has its place.
//!
//! That a browser sees the same is asked by `.ci/chromium`.

use std::collections::HashSet;

use crate::common::files::{DATES, SHIPPED, SMALL};
use crate::common::process::export;

/// Elements without an end.
const VOID: [&str; 3] = ["meta", "br", "!doctype"];

/// A start tag with its attributes.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every element of a page that is written as strictly as ours: what is not balanced or not quoted is a panic.
fn elements(page: &str) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(
            !text.contains('>') || open.last().is_some_and(|name| name == "style"),
            "{text}"
        );
        let (inside, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(
                open.pop().as_deref(),
                Some(name),
                "at {:?}",
                &rest[..rest.len().min(80)]
            );
            continue;
        }
        let (name, mut written) = inside.split_once(' ').unwrap_or((inside, ""));
        let name = name.replace("!DOCTYPE", "!doctype");
        if !VOID.contains(&name.as_str()) {
            open.push(name.clone());
        }
        let mut attributes = Vec::new();
        while let Some((key, value)) = written.split_once("=\"") {
            let (value, after) = value.split_once('"').unwrap();
            attributes.push((key.trim().to_owned(), value.to_owned()));
            written = after;
        }
        elements.push(Element { name, attributes });
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    elements
}

#[test]
fn every_link_into_the_page_has_its_place_and_every_place_its_own_name() {
    let filtered: [&[&str]; 3] = [&[], &["--country", "belgium"], &["--from", "1900"]];
    for file in [SMALL, DATES, SHIPPED] {
        for filter in filtered {
            let page = export(file, "html", filter);
            let elements = elements(&page);
            let ids: Vec<&str> = elements
                .iter()
                .filter_map(|of| of.attribute("id"))
                .collect();
            let distinct: HashSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), distinct.len(), "an id stands twice");
            for link in elements.iter().filter_map(|of| of.attribute("href")) {
                let known = link
                    .strip_prefix('#')
                    .is_none_or(|id| distinct.contains(id));
                assert!(known, "{link} leads nowhere in {file} {filter:?}");
            }
        }
    }
}

#[test]
fn the_page_needs_nothing_and_runs_nothing() {
    for file in [SMALL, DATES, SHIPPED] {
        let page = export(file, "html", &[]);
        for element in elements(&page) {
            let name = element.name.as_str();
            assert!(
                !["script", "link", "img", "iframe", "object"].contains(&name),
                "{name}"
            );
            for (key, value) in &element.attributes {
                assert!(
                    !key.starts_with("on") && !value.starts_with("javascript:"),
                    "{key}"
                );
                assert!(key != "src", "{value} would be fetched");
            }
        }
        assert!(!page.contains("@import") && !page.contains("url(http"));
    }
}

#[test]
fn what_a_file_says_is_text_and_no_markup() {
    let page = export(DATES, "html", &[]);
    assert!(page.contains("<title>Dates &amp; &lt;doubts&gt;</title>"));
    assert!(page.contains("<h4>&lt;script&gt;alert('1830s')&lt;/script&gt;</h4>"));
}

#[test]
fn every_event_claim_case_and_source_has_its_place() {
    let page = export(SHIPPED, "html", &[]);
    let elements = elements(&page);
    let count = |start: &str| {
        // A footnote is a part of the place that it stands in.
        let places = elements.iter();
        let places = places.filter(|of| of.name != "li" || start == "source-");
        let ids = places.filter_map(|of| of.attribute("id"));
        ids.filter(|id| id.starts_with(start)).count()
    };
    let whole: serde_json::Value = serde_json::from_str(&export(SHIPPED, "json", &[])).unwrap();
    let list = |key: &str| whole[key].as_array().unwrap().len();
    assert_eq!(count("event-"), list("events"));
    assert_eq!(count("passage-"), list("passages"));
    assert_eq!(count("case-"), list("cases"));
    assert_eq!(
        count("source-"),
        whole["sources"].as_object().unwrap().len()
    );
    for part in ["lanes", "ages", "timeline", "article", "cases", "sources"] {
        assert!(
            elements
                .iter()
                .any(|of| of.name == "section" && of.attribute("id") == Some(part))
        );
        assert!(
            elements
                .iter()
                .any(|of| of.attribute("href") == Some(&format!("#{part}")))
        );
    }
}

#[test]
fn the_page_is_built_of_what_its_parts_are() {
    let elements = elements(&export(SHIPPED, "html", &[]));
    let count = |name: &str| elements.iter().filter(|of| of.name == name).count();
    for once in ["main", "nav", "h1", "header", "table", "thead"] {
        assert_eq!(count(once), 1, "{once}");
    }
    assert_eq!(count("svg"), 2, "the lanes and the ages");
    assert_eq!(elements[1].attribute("lang"), Some("en"));
    let levels = elements
        .iter()
        .filter(|of| of.name.len() == 2 && of.name.starts_with('h'));
    let levels: Vec<u32> = levels.filter_map(|of| of.name[1..].parse().ok()).collect();
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "h{} after h{}", pair[1], pair[0]);
    }
    for cell in elements.iter().filter(|of| of.name == "th") {
        assert!(cell.attribute("scope").is_some());
    }
    for date in elements.iter().filter(|of| of.name == "time") {
        let machine = date.attribute("datetime").unwrap();
        assert!(matches!(machine.len(), 4 | 7 | 10), "{machine}");
    }
}
