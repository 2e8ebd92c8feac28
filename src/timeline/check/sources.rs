//! Sources: their types, and the addresses that a browser may open.

use std::collections::HashSet;
use std::fmt::Write;
use std::iter::successors;

use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{Document, EventTable, SourceTable};
use crate::timeline::model::Source;
use crate::timeline::name;
use crate::timeline::table_reader::Located;

/// Hayagriva's types of entries.
pub const TYPES: [&str; 26] = [
    "article",
    "chapter",
    "entry",
    "anthos",
    "report",
    "thesis",
    "web",
    "scene",
    "artwork",
    "patent",
    "case",
    "newspaper",
    "legislation",
    "manuscript",
    "post",
    "misc",
    "performance",
    "periodical",
    "proceedings",
    "book",
    "blog",
    "reference",
    "conference",
    "anthology",
    "repository",
    "video",
];

/// The source of a table, with nothing of it checked.
pub fn source(table: SourceTable) -> Source {
    Source {
        id: table.id.value,
        kind: table
            .kind
            .map(|kind| kind.value.to_lowercase())
            .unwrap_or_default(),
        title: table.title.unwrap_or_default(),
        authors: values(table.authors),
        editors: values(table.editors),
        date: table.date,
        url: table.url.map(|url| url.value),
        fields: table.fields,
    }
}

fn values(names: Vec<Located<String>>) -> Vec<String> {
    names.into_iter().map(|name| name.value).collect()
}

/// Finds what is wrong with the sources of a file: addresses, hosts, works that nobody could find.
pub fn check(document: &Document, faults: &Faults) {
    for kind in document
        .sources
        .iter()
        .filter_map(|source| source.kind.as_ref())
    {
        check_type(kind, faults);
    }
    let names = document.sources.iter();
    let names = names.flat_map(|source| source.authors.iter().chain(&source.editors));
    for name in names.filter(|name| name::looks_like_a_body(&name.value)) {
        let message = format!("{} is read as the name of a person", quoted(&name.value));
        let help = format!("put the name of a body into braces: \"{{{}}}\"", name.value);
        faults.warning(&name.span, message, Some(help));
    }
    let urls = document
        .sources
        .iter()
        .filter_map(|source| source.url.as_ref());
    let hosts = document.untrusted_hosts.iter();
    let untrusted: HashSet<String> = hosts.map(|host| host.value.to_lowercase()).collect();
    for url in urls.chain(&document.article_url) {
        if check_address(url, faults) {
            leads_to_a_text(url, &untrusted, faults);
        }
    }
}

/// Whether a browser would open the picture of an event.
pub fn check_image(event: &EventTable, faults: &Faults) {
    let image = event.image.as_ref();
    if let Some(url) = image.and_then(|image| image.url.as_ref()) {
        check_address(url, faults);
    }
}

fn check_type(kind: &Located<String>, faults: &Faults) {
    if TYPES.contains(&kind.value.to_lowercase().as_str()) {
        return;
    }
    let some = || "one of Hayagriva's types: book, article, legislation, web, report …".to_owned();
    let help = faults.did_you_mean(&kind.value, TYPES).unwrap_or_else(some);
    faults.error(
        &kind.span,
        format!("no type of source is called {}", quoted(&kind.value)),
        Some(help),
    );
}

/// Links open in a browser, so they are addresses of the web and nothing else.
fn check_address(url: &Located<String>, faults: &Faults) -> bool {
    if is_web_address(&url.value) {
        return true;
    }
    let with_scheme = format!("https://{}", url.value);
    let encoded = encoded(&url.value);
    let help = if is_web_address(&encoded) {
        let what = match url.value.contains(' ') {
            true => "write spaces as %20",
            false => "an address has it as",
        };
        format!("{what}: {}", quoted(&encoded))
    } else if !url.value.contains(':') && is_web_address(&with_scheme) {
        format!("did you mean {}?", quoted(&with_scheme))
    } else {
        "an address begins with https:// or http:// and holds no spaces".to_owned()
    };
    faults.error(
        &url.span,
        format!("{} is no address of the web", quoted(&url.value)),
        Some(help),
    );
    false
}

/// An address that stands for evidence leads to the text itself, on a host that can be trusted to have it.
fn leads_to_a_text(url: &Located<String>, untrusted: &HashSet<String>, faults: &Faults) {
    let rest = url.value.split_once("://").map_or("", |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.split(':').next().unwrap_or_default().to_lowercase();
    // What is said of a host holds of all below it.
    let mut names = successors(Some(host.as_str()), |name| Some(name.split_once('.')?.1));
    if let Some(found) = names.find(|name| untrusted.contains(*name)) {
        let message = format!("the host {} is one of `untrusted_hosts`", quoted(found));
        let help = "find the text in an archive, a library or a gazette, or leave the address out";
        faults.warning(&url.span, message, Some(help.to_owned()));
    } else if matches!(path, "" | "/") {
        let message = format!(
            "{} leads to a front page, and not to a text",
            quoted(&url.value)
        );
        let help = "give the address of the text, or leave it out".to_owned();
        faults.warning(&url.span, message, Some(help));
    }
}

/// Whether a browser may open it: http or https, a host, no spaces and nothing that a shell would read.
pub fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_alphanumeric())
            && url.len() <= 8192
            && url
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control() && !ENCODED.contains(c))
    })
}

/// Signs that an address holds only as their figures.
const ENCODED: &str = "\"<>\\^`{|}";

/// An address with the spaces and the signs that it may not hold as their figures.
fn encoded(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for sign in url.chars() {
        match sign {
            ' ' => encoded.push_str("%20"),
            sign if ENCODED.contains(sign) => {
                let _ = write!(encoded, "%{:02X}", u32::from(sign));
            }
            sign => encoded.push(sign),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::diagnostic::Report;

    #[test]
    fn what_is_no_address_of_the_web_is_told_the_way_to_one() {
        let check = |address: &str, expected: Option<&str>| {
            let faults = Faults::default();
            let url = Located {
                value: address.to_owned(),
                span: 0..1,
            };
            assert_eq!(
                check_address(&url, &faults),
                expected.is_none(),
                "{address}"
            );
            let found = Report::new("a.toml", "x".to_owned(), faults).lines();
            assert!(
                found.contains(expected.unwrap_or_default()),
                "{address}: {found}"
            );
        };
        check("https://example.org/a", None);
        check(
            "example.org/a",
            Some("did you mean `https://example.org/a`?"),
        );
        check(
            "https://example.org/a b",
            Some("write spaces as %20: `https://example.org/a%20b`"),
        );
        check(
            "a b",
            Some("an address begins with https:// or http:// and holds no spaces"),
        );
        check("ftp://example.org/a", Some("an address begins with"));
        check("mailto:a@example.org", Some("an address begins with"));
    }
}
