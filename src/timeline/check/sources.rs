//! Sources: their types, and the addresses that a browser is asked to open.

use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{Document, SourceTable};
use crate::timeline::model::Source;
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

pub fn source(table: SourceTable) -> Source {
    Source {
        id: table.id.value,
        kind: table
            .kind
            .map(|kind| kind.value.to_lowercase())
            .unwrap_or_default(),
        title: table.title.unwrap_or_default(),
        authors: table.authors,
        editors: table.editors,
        date: table.date,
        url: table.url.map(|url| url.value),
        fields: table.fields,
    }
}

pub fn check(document: &Document, faults: &Faults) {
    for kind in document
        .sources
        .iter()
        .filter_map(|source| source.kind.as_ref())
    {
        check_type(kind, faults);
    }
    let urls = document
        .sources
        .iter()
        .filter_map(|source| source.url.as_ref());
    for url in urls.chain(&document.article_url) {
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
fn check_address(url: &Located<String>, faults: &Faults) {
    if is_web_address(&url.value) {
        return;
    }
    let with_scheme = format!("https://{}", url.value);
    let help = if url.value.contains(char::is_whitespace)
        && is_web_address(&url.value.replace(' ', "%20"))
    {
        format!(
            "write spaces as %20: {}",
            quoted(&url.value.replace(' ', "%20"))
        )
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
}

/// Whether a browser may be asked to open it: http or https, a host, no spaces and nothing that a shell would read.
pub fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_alphanumeric())
            && url.len() <= 8192
            && url
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c))
    })
}
