//! CSV of a spreadsheet: TimelineJS's template in both of its versions, our own export, and plain tables.
//!
//! A first row of names says what the columns are, in any order and any case; parted by commas, semicolons or tabs.

use csv::{ReaderBuilder, StringRecord};

use super::dates::{ImportedDate, Parts, between, of_cell, of_slide};
use super::draft::{Draft, EventDraft};
use super::plain::line;
use super::timelinejs::body;
use super::{Read, Unreadable};
use crate::text;
use crate::timeline::format::event_texts;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Date,
    EndDate,
    Year,
    Month,
    Day,
    EndYear,
    EndMonth,
    EndDay,
    Time,
    DisplayDate,
    Basis,
    Place,
    Title,
    /// A headline of TimelineJS: it and its text are HTML.
    Headline,
    Short,
    Text,
    Summary,
    Kind,
    /// TimelineJS: an event, the title, or an era.
    Type,
    Importance,
    Parties,
    Provision,
    /// Another text of an event, by its key in the format.
    Other(&'static str),
    Milestones,
    Sources,
    Media,
    MediaCaption,
    MediaCredit,
    /// Derived from the others by our own export.
    Derived,
}

/// The names of columns, in lower case.
const NAMES: [(Field, &[&str]); 29] = [
    (Field::Id, &["id"]),
    (
        Field::Date,
        &["date", "edtf", "when", "start date", "start", "begin"],
    ),
    (Field::EndDate, &["end date", "end", "until"]),
    (Field::Year, &["year"]),
    (Field::Month, &["month"]),
    (Field::Day, &["day"]),
    (Field::EndYear, &["end year"]),
    (Field::EndMonth, &["end month"]),
    (Field::EndDay, &["end day"]),
    (Field::Time, &["time", "end time"]),
    (Field::DisplayDate, &["display date"]),
    (Field::Basis, &["basis"]),
    (Field::Place, &["place", "location", "where"]),
    (Field::Title, &["title", "event", "name", "what"]),
    (Field::Headline, &["headline"]),
    (Field::Short, &["short"]),
    (Field::Text, &["text", "description", "notes"]),
    (Field::Summary, &["summary"]),
    (Field::Kind, &["kind", "group", "category", "tag"]),
    (Field::Type, &["type"]),
    (Field::Importance, &["importance"]),
    (Field::Parties, &["parties"]),
    (Field::Provision, &["provision"]),
    (Field::Milestones, &["milestones"]),
    (Field::Sources, &["sources", "source", "url", "link"]),
    (Field::Media, &["media"]),
    (Field::MediaCaption, &["media caption"]),
    (Field::MediaCredit, &["media credit"]),
    (Field::Derived, &["earliest", "latest", "label"]),
];

pub(super) fn read(name: &str, text: &str) -> Result<Read, Unreadable> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut rows = reader.records().enumerate();
    let Some((_, Ok(header))) = rows.next() else {
        return Err(Unreadable::content(
            "it has no first row with the names of the columns",
        ));
    };
    let mut draft = Draft::default();
    let sheet = Spreadsheet::new(&header, &mut draft)?;
    let stem = std::path::Path::new(name).file_stem();
    let stem = stem.map(|stem| stem.to_string_lossy().replace(['_', '-'], " "));
    draft.head(
        &text::capitalised(stem.as_deref().unwrap_or_default().trim()),
        "",
    );
    let mut timed = 0;
    let mut last: Option<usize> = None;
    for (at, row) in rows {
        let location = format!("row {}", at + 1);
        match row {
            Err(error) => draft.lose(&location, &text::clean(&error.to_string())),
            Ok(row) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(row) => {
                last = Some(at + 1);
                timed += usize::from(!sheet.cell(&row, Field::Time).is_empty());
                if let Err(reason) = sheet.row(&row, &location, &mut draft) {
                    draft.lose(&location, &reason);
                }
            }
        }
    }
    if timed > 0 {
        draft.remark(format!(
            "{} of day left out: dates are days",
            crate::text::count(timed, "time")
        ));
    }
    if text.matches('"').count() % 2 == 1
        && let Some(row) = last
    {
        // All behind the mark has become one cell.
        draft.lose(
            &format!("row {row}"),
            "a quotation mark in it or before it is not closed; what follows it may be missing",
        );
    }
    Ok(draft.finish())
}

/// The sign that parts the names of the first row most often.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    let mut found = b',';
    for sign in [b';', b'\t'] {
        if count(&sign) > count(&found) {
            found = sign;
        }
    }
    found
}

struct Spreadsheet {
    columns: Vec<Option<Field>>,
}

impl Spreadsheet {
    fn new(header: &StringRecord, draft: &mut Draft) -> Result<Self, Unreadable> {
        let known = |cell: &str| {
            let name = cell.trim().to_lowercase();
            let named = NAMES
                .iter()
                .find(|(_, names)| names.contains(&name.as_str()));
            let other = || event_texts().find(|(key, _)| key.name == name);
            named
                .map(|(column, _)| *column)
                .or_else(|| other().map(|(key, _)| Field::Other(key.name)))
        };
        let columns: Vec<Option<Field>> = header.iter().map(known).collect();
        let has = |wanted: &[Field]| columns.iter().flatten().any(|of| wanted.contains(of));
        let found: Vec<String> = header
            .iter()
            .map(|cell| format!("'{}'", text::truncate(&text::clean(cell.trim()), 30)))
            .collect();
        let found = found.join(", ");
        if !has(&[Field::Date, Field::Year]) {
            return Err(Unreadable::Content(format!(
                "no column is called 'date', 'Start Date' or 'Year'; the first row has {found}"
            )));
        }
        if !has(&[Field::Title, Field::Headline]) {
            return Err(Unreadable::Content(format!(
                "no column is called 'title' or 'Headline'; the first row has {found}"
            )));
        }
        for (cell, column) in header.iter().zip(&columns) {
            if column.is_none() && !cell.trim().is_empty() {
                let cell = text::clean(cell.trim());
                draft.remark(format!("the column '{cell}' is left out"));
            }
        }
        Ok(Spreadsheet { columns })
    }

    fn has(&self, column: Field) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The first cell of a column that says something.
    fn cell<'r>(&self, row: &'r StringRecord, column: Field) -> &'r str {
        let cells = row.iter().zip(&self.columns);
        let mut cells = cells.filter(|(_, of)| **of == Some(column));
        let full = cells.find(|(cell, _)| !cell.trim().is_empty());
        full.map_or("", |(cell, _)| cell.trim())
    }

    fn row(&self, row: &StringRecord, location: &str, draft: &mut Draft) -> Result<(), String> {
        let more = row.iter().skip(self.columns.len());
        if more.filter(|cell| !cell.trim().is_empty()).count() > 0 {
            return Err(format!(
                "it has {} cells under {} names; a cell that holds the parting sign stands between quotation marks",
                row.len(),
                self.columns.len()
            ));
        }
        let entry = self.entry(row);
        let template = self.has(Field::Headline);
        match self.cell(row, Field::Type).to_lowercase().as_str() {
            "title" if template => draft.head(&entry.title, &entry.text.replace("\n\n", " ")),
            "era" if template => draft.era(&entry.title, &self.date(row)?),
            _ => {
                let found = self.date(row)?;
                if entry.title.is_empty() {
                    return Err("it has no title".to_owned());
                }
                draft.event(location, entry, &found);
            }
        }
        Ok(())
    }

    fn date(&self, row: &StringRecord) -> Result<ImportedDate, String> {
        let cell = |column| self.cell(row, column);
        // TimelineJS's first version wrote months first.
        let months_first = self.has(Field::Headline);
        if self.has(Field::Date) {
            let start = match cell(Field::Date) {
                "" => return Err("it has no date".to_owned()),
                start => of_cell(start, months_first)?,
            };
            return match cell(Field::EndDate) {
                "" => Ok(start),
                end => {
                    let end = of_cell(end, months_first)?;
                    if end.date == start.date {
                        Ok(start)
                    } else {
                        between(start, end)
                    }
                }
            };
        }
        let parts = |year, month, day| Parts {
            year: cell(year).to_owned(),
            month: cell(month).to_owned(),
            day: cell(day).to_owned(),
        };
        let start = parts(Field::Year, Field::Month, Field::Day);
        let end = parts(Field::EndYear, Field::EndMonth, Field::EndDay);
        let end = Some(&end).filter(|end| !end.year.is_empty());
        of_slide(&start, end, cell(Field::DisplayDate))
    }

    fn entry(&self, row: &StringRecord) -> EventDraft {
        let cell = |column| self.cell(row, column).to_owned();
        let lines = |column| -> Vec<String> {
            let cells = row.iter().zip(&self.columns);
            let cells = cells.filter(|(_, of)| **of == Some(column));
            let lines = cells.flat_map(|(cell, _)| cell.lines());
            let lines = lines.map(str::trim).filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        };
        let mut entry = EventDraft {
            id: cell(Field::Id),
            title: cell(Field::Title),
            basis: cell(Field::Basis),
            place: cell(Field::Place),
            short: cell(Field::Short),
            kind: cell(Field::Kind),
            importance: cell(Field::Importance),
            parties: cell(Field::Parties),
            provision: cell(Field::Provision),
            summary: cell(Field::Summary),
            text: cell(Field::Text),
            others: event_texts()
                .map(|(key, _)| (key.name, cell(Field::Other(key.name))))
                .filter(|(_, text)| !text.is_empty())
                .collect(),
            milestones: lines(Field::Milestones),
            sources: lines(Field::Sources),
        };
        if self.has(Field::Headline) {
            entry.title = line(self.cell(row, Field::Headline));
            body(self.cell(row, Field::Text), &mut entry);
            let words = [Field::MediaCaption, Field::MediaCredit];
            let words: Vec<String> = words
                .map(|of| line(self.cell(row, of)))
                .into_iter()
                .collect();
            let words: Vec<&str> = words
                .iter()
                .map(String::as_str)
                .filter(|of| !of.is_empty())
                .collect();
            let address = line(self.cell(row, Field::Media));
            if !words.is_empty() || !address.is_empty() {
                entry
                    .sources
                    .push(format!("{} {address}", words.join(", ")));
            }
        } else if entry.kind.is_empty() {
            // Only the template means something else by a type.
            entry.kind = cell(Field::Type);
        }
        entry
    }
}
