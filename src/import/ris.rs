//! RIS: the records of a reference manager, a row each, every one an event on the day of its publication.

use std::collections::BTreeSet;

use super::columns::listed;
use super::table::{Row, TitledTable};
use crate::timeline::check::sources::is_web_address;

/// The columns.
const NAMES: [&str; 6] = ["date", "title", "text", "kind", "tags", "sources"];

/// Tags that are always read, or say nothing of the work.
const ALWAYS_READ: [&str; 12] = [
    "TY", "ID", "DA", "PY", "Y1", "AU", "A1", "KW", "AB", "N2", "N1", "LB",
];

/// Tags of which the first that is there is read.
const READ_IN_TURN: [&str; 12] = [
    "TI", "T1", "CT", "BT", "T2", "JO", "JF", "PB", "UR", "L1", "DO", "M3",
];

/// Whether a text is made of tagged lines, the first of which names a type.
pub(super) fn is_ris(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.and_then(tagged).is_some_and(|(tag, _)| tag == "TY")
}

/// The table of the records.
pub(super) fn read(text: &str) -> TitledTable {
    let mut made = TitledTable::made(&NAMES);
    let mut left_out: BTreeSet<String> = BTreeSet::new();
    let mut record: Vec<(String, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match tagged(line) {
            Some(("TY", value)) => record = vec![("TY".to_owned(), value.to_owned())],
            Some(("ER", _)) => {
                let location = format!("the record that ends in line {}", at + 1);
                let record = std::mem::take(&mut record);
                let cells = cells(&record);
                let unread = record.into_iter().filter(|it| !is_read(it, &cells));
                left_out.extend(unread.map(|(tag, _)| tag));
                made.table.rows.push(Row { location, cells });
            }
            Some((tag, value)) => record.push((tag.to_owned(), value.to_owned())),
            // A long value goes on in the next line.
            None => {
                if let Some((_, value)) = record.last_mut().filter(|_| !line.trim().is_empty()) {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
        }
    }
    if !record.is_empty() {
        let reason = "it has no line 'ER  -' at its end, and may be cut off";
        made.table
            .broken
            .push(("the last record".to_owned(), reason.to_owned()));
    }
    if !left_out.is_empty() {
        let names: Vec<String> = left_out.into_iter().collect();
        let what = match names.len() {
            1 => "1 tag is left out".to_owned(),
            many => format!("{many} tags are left out"),
        };
        made.remarks.push(format!("{what}: {}", listed(&names)));
    }
    made
}

/// Whether what a line says stands in the row that is made of its record.
fn is_read((tag, value): &(String, String), cells: &[String]) -> bool {
    let (tag, value) = (tag.as_str(), value.trim());
    value.is_empty()
        || ALWAYS_READ.contains(&tag)
        || (READ_IN_TURN.contains(&tag) && cells.iter().any(|cell| cell.contains(value)))
}

/// "TI  - Title": the tag and what stands behind it.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{FEFF}');
    let (tag, rest) = (line.get(..2)?, line.get(2..)?);
    let value = rest.trim_start().strip_prefix('-')?;
    let is_tag = tag.starts_with(|first: char| first.is_ascii_uppercase())
        && tag
            .chars()
            .all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    (is_tag && rest.starts_with("  ")).then(|| (tag, value.trim()))
}

fn cells(record: &[(String, String)]) -> Vec<String> {
    let all = |tags: &[&str]| -> Vec<&str> {
        let of = record
            .iter()
            .filter(|(tag, _)| tags.contains(&tag.as_str()));
        of.map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
            .collect()
    };
    let first = |tags: &[&str]| {
        let found = tags.iter().find_map(|tag| all(&[tag]).first().copied());
        found.unwrap_or_default().to_owned()
    };
    let title = first(&["TI", "T1", "CT", "BT"]);
    let work = [
        all(&["AU", "A1"]).join("; "),
        title.clone(),
        first(&["T2", "JO", "JF", "PB"]),
    ];
    let work: Vec<&str> = work
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let mut address = first(&["UR", "L1"]);
    if address.is_empty() {
        let doi = format!("https://doi.org/{}", first(&["DO"]));
        address = Some(doi)
            .filter(|doi| is_web_address(doi) && doi.contains("/10."))
            .unwrap_or_default();
    }
    let source = format!("{} {address}", work.join(", "));
    // What is called a note may be the abstract once more.
    let mut texts = all(&["AB", "N2", "N1"]);
    texts.dedup();
    vec![
        date(&first(&["DA", "PY", "Y1"])),
        title,
        texts.join("\n\n"),
        first(&["M3", "TY"]),
        all(&["KW"]).join("; "),
        source.trim().to_owned(),
    ]
}

/// "1914/08/04/" as a date that is written as people do; what is no such row of figures stays as it is.
fn date(written: &str) -> String {
    let parts: Vec<&str> = written.split('/').take(3).map(str::trim).collect();
    let known = parts.iter().take_while(|part| !part.is_empty());
    let known: Vec<&str> = known.copied().collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !written.contains('/') || !known.iter().all(is_number) {
        return written.to_owned();
    }
    let padded = known.iter().map(|part| format!("{part:0>2}"));
    padded.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_a_row() {
        let text = "TY  - BOOK\r\nTI  - The Map\r\nAU  - Hertslet, Edward\r\nPY  - 1875\r\nDA  - 1875/3//\r\n\
                    KW  - maps\r\nKW  - law\r\nUR  - https://example.org/map\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - Cut";
        assert!(is_ris(text));
        assert!(!is_ris("TI  - The Map"));
        let table = read(text).table;
        let source = "Hertslet, Edward, The Map https://example.org/map";
        assert_eq!(
            table.rows[0].cells,
            ["1875-03", "The Map", "", "BOOK", "maps; law", source]
        );
        assert_eq!((table.rows.len(), table.broken.len()), (1, 1));
        let check = |written: &str, expected: &str| assert_eq!(date(written), expected);
        check("1914/08/04/", "1914-08-04");
        check("1914///", "1914");
        check("spring 1914", "spring 1914");
    }
}
