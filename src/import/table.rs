//! A table of text as it stands in a spreadsheet, out of CSV: a row of names, and rows of cells under them.

use csv::ReaderBuilder;

use crate::text;
use crate::timeline::date::words::FigureOrder;

/// Rows of cells under names, whatever they were read from.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub names: Vec<String>,
    pub rows: Vec<Row>,
    /// Whether its names are not those of an author, so that nobody has to hear how they were read.
    pub is_made: bool,
    /// Rows that could not be read at all, each with the reason.
    pub broken: Vec<(String, String)>,
}

impl Table {
    /// A table without rows under names of our own, for forms that have no columns.
    pub(super) fn made(names: &[&str]) -> Self {
        Table {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            is_made: true,
            ..Table::default()
        }
    }
}

/// What a file says that names itself: its rows, its title, and what of it has no row.
#[derive(Debug)]
pub(super) struct TitledTable {
    pub table: Table,
    /// Empty where it has none.
    pub title: String,
    /// How it writes days and months in figures, where it says so or its form does.
    pub order: Option<FigureOrder>,
    pub remarks: Vec<String>,
}

impl TitledTable {
    /// Nothing yet, under names of our own.
    pub(super) fn made(names: &[&str]) -> Self {
        TitledTable {
            table: Table::made(names),
            title: String::new(),
            order: None,
            remarks: Vec::new(),
        }
    }
}

/// A row, and where it stands, for remarks.
#[derive(Debug)]
pub(super) struct Row {
    pub location: String,
    pub cells: Vec<String>,
}

/// The rows of CSV; `is_header` finds the row of names where notes stand above it.
pub(super) fn of_csv(text: &str, is_header: impl Fn(&[String]) -> bool) -> Result<Table, String> {
    const SEARCHED: usize = 10;
    let delimiter = delimiter(text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    for (at, row) in reader.records().enumerate() {
        let location = format!("row {}", at + 1);
        match row {
            Err(error) => table
                .broken
                .push((location, text::clean(&error.to_string()).into_owned())),
            Ok(row) => {
                let cells: Vec<String> = row.iter().map(str::to_owned).collect();
                table.rows.push(Row { location, cells });
            }
        }
    }
    if let Some(row) = unclosed(text, delimiter) {
        let reason = "a quotation mark in it is not closed; what follows it may be missing";
        table.broken.push((format!("row {row}"), reason.to_owned()));
    }
    let header = table
        .rows
        .iter()
        .take(SEARCHED)
        .position(|row| is_header(&row.cells));
    let mut rows = table.rows.into_iter().skip(header.unwrap_or(0));
    let Some(first) = rows.next() else {
        return Err("it has no first row with the names of the columns".to_owned());
    };
    table.names = first.cells;
    table.rows = rows
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    Ok(table)
}

/// The sign that a line of its own names, as spreadsheets write it above a table: "sep=;".
pub(super) fn parting_sign(line: &str) -> Option<u8> {
    let sign = line.trim_end_matches(['\r', '\n']).strip_prefix("sep=")?;
    match sign.as_bytes() {
        [sign] if sign.is_ascii_punctuation() || *sign == b'\t' => Some(*sign),
        _ => None,
    }
}

/// The sign that the first line names, or that parts the names of the first row most often.
fn delimiter(text: &str) -> u8 {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    if let Some(sign) = parting_sign(first) {
        return sign;
    }
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    let mut found = b',';
    for sign in [b';', b'\t', b'|'] {
        if count(&sign) > count(&found) {
            found = sign;
        }
    }
    found
}

/// The row in which a cell begins with a quotation mark that is never closed; an inch sign within a cell is none.
fn unclosed(text: &str, delimiter: u8) -> Option<usize> {
    let mut row = 1;
    let mut opened: Option<usize> = None;
    let mut at_start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if opened.is_some() => {
                if bytes.peek() == Some(&b'"') {
                    bytes.next();
                } else {
                    opened = None;
                }
            }
            b'"' if at_start => opened = Some(row),
            _ => {}
        }
        let parts = opened.is_none() && (byte == delimiter || byte == b'\n');
        row += usize::from(opened.is_none() && byte == b'\n');
        at_start = parts;
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_between_cells_is_named_or_counted() {
        let check = |text: &str, expected: u8| assert_eq!(delimiter(text), expected, "{text}");
        check("Date,Title\n", b',');
        check("Date;Title;Text, long\n", b';');
        check("\nDate\tTitle\n", b'\t');
        check("Date|Title\n", b'|');
        check("sep=;\r\na,b,c;d\n", b';');
        check("sep=\t\na\tb\n", b'\t');
        check("sep=ab\na;b\n", b',');
    }

    #[test]
    fn only_a_cell_that_is_opened_and_never_closed_is_a_fault() {
        let check = |text: &str, expected: Option<usize>| {
            assert_eq!(unclosed(text, b','), expected, "{text}");
        };
        check("a,b\n1,2\n", None);
        check("a,b\n1,The 5\" gun\n", None);
        check("a,b\n1,\"The 5\"\" gun\"\n2,\"two\nlines\"\n", None);
        check("a,b\n1,\"cut\n2,3\n", Some(2));
        check("a,b\n1,\"two\nlines\"\n3,\"cut", Some(3));
    }
}
