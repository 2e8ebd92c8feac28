//! A table whose columns have names becomes a timeline: TimelineJS's template in both of its versions, our own export,
//! and whatever people keep in a spreadsheet or in records.

use super::columns::{Field, TableFields, listed};
use super::dates::{
    DateParts, Habits, ImportedDate, as_exact_as, displayed, ended, first_of_wikidata, of_cell,
    of_parts, of_slide, since, with_parts,
};
use super::draft::{Draft, EventDraft};
use super::plain::{blocks, line};
use super::report::About;
use super::table::{Row, Table};
use super::timelinejs::{body, media};
use super::{Read, Unreadable};
use crate::export::csv::unguarded;
use crate::text;
use crate::timeline::check::sources::is_web_address;
use crate::timeline::date::words::FigureOrder;
use crate::timeline::format::event_texts;

/// What an end that has not come is called.
const OPEN: [&str; 6] = ["present", "now", "today", "ongoing", "current", ".."];

/// Whether a row of names tells of a date and of a title, so that it heads a table.
pub(super) fn is_header(names: &[String], given: &[(String, String)]) -> bool {
    TableFields::new(names, given).is_ok_and(|columns| has_date(&columns) && has_title(&columns))
}

fn has_date(columns: &TableFields) -> bool {
    columns.has(Field::Date) || columns.has(Field::Year)
}

fn has_title(columns: &TableFields) -> bool {
    [Field::Title, Field::Headline, Field::Text, Field::Summary]
        .into_iter()
        .any(|column| columns.has(column))
}

/// The rows of a table as events, under a title.
///
/// # Errors
/// Why no column of it can be the date or the title.
pub(super) fn read(
    title: &str,
    table: Table,
    given: &[(String, String)],
    order: Option<FigureOrder>,
    remarks: &[String],
) -> Result<Read, Unreadable> {
    let mut draft = Draft::default();
    draft.head(&text::capitalised(title.trim()), "");
    for remark in remarks {
        draft.remark(About::Whole, remark);
    }
    let columns = TableFields::new(&table.names, given)?;
    let sheet = Spreadsheet::new(&table, columns, order, &mut draft)?;
    for row in &table.rows {
        if let Err(reason) = sheet.row(row, &mut draft) {
            draft.lose(&row.location, &reason);
        }
    }
    for (place, reason) in &table.broken {
        draft.lose(place, reason);
    }
    Ok(draft.finish())
}

struct Spreadsheet<'t> {
    names: &'t [String],
    columns: TableFields,
    order: Option<FigureOrder>,
    /// Whether it comes from Wikidata, which writes a year as its first of January.
    is_wikidata: bool,
}

impl<'t> Spreadsheet<'t> {
    fn new(
        table: &'t Table,
        mut columns: TableFields,
        order: Option<FigureOrder>,
        draft: &mut Draft,
    ) -> Result<Self, Unreadable> {
        let names = &table.names;
        if !has_date(&columns) {
            return Err(format!(
                "no column is called 'date', 'Start Date' or 'Year'; the columns are {}; --column date=NAME says which it is",
                listed(names)
            )
            .into());
        }
        if !has_title(&columns) {
            return Err(format!(
                "no column is called 'title' or 'Headline'; the columns are {}; --column title=NAME says which it is",
                listed(names)
            )
            .into());
        }
        for at in 0..names.len() {
            // A column of events or items may hold their addresses.
            let is_title = matches!(columns.of.get(at), Some(Some(Field::Title | Field::More)));
            if is_title
                && is_full_of_addresses(table, at)
                && let Some(column) = columns.of.get_mut(at)
            {
                *column = Some(Field::Sources);
            }
        }
        if let Some(description) = columns
            .described(names)
            .filter(|_| !columns.has(Field::Headline) && !table.is_made)
        {
            draft.remark(About::Columns, description);
        }
        let has_cells = |at: usize| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            cells.into_iter().any(|cell| !cell.trim().is_empty())
        };
        let left_out = names.iter().enumerate().zip(&columns.of);
        let left_out: Vec<String> = left_out
            .filter(|((at, _), column)| column.is_none() && has_cells(*at))
            .map(|((at, name), _)| match name.trim() {
                "" => format!("column {} without a name", at + 1),
                name => name.to_owned(),
            })
            .collect();
        if !left_out.is_empty() {
            let them = if left_out.len() == 1 { "is" } else { "are" };
            let count = text::count(left_out.len(), "column");
            draft.remark(
                About::Columns,
                format!(
                    "{count} {them} left out: {}; --column ROLE=NAME takes one",
                    listed(&left_out)
                ),
            );
        }
        let mut sheet = Spreadsheet {
            names,
            columns,
            order,
            is_wikidata: is_of_wikidata(table),
        };
        if order.is_none() {
            sheet.order = sheet.order_in(table, draft);
        }
        Ok(sheet)
    }

    /// The order of days and months that some cell shows, so that it holds for all of them.
    fn order_in(&self, table: &Table, draft: &mut Draft) -> Option<FigureOrder> {
        // TimelineJS's first version wrote months first.
        if self.columns.has(Field::Headline) {
            return Some(FigureOrder::MonthFirst);
        }
        let mut shown: Option<(FigureOrder, String)> = None;
        let mut is_needed = false;
        for row in &table.rows {
            for column in [Field::Date, Field::EndDate] {
                let cell = self.cell(row, column);
                let order = match two_figures(cell) {
                    None => continue,
                    // A number over twelve is no month.
                    Some((13.., ..=12)) => FigureOrder::DayFirst,
                    Some((..=12, 13..)) => FigureOrder::MonthFirst,
                    Some((first, second)) => {
                        is_needed |= first != second;
                        continue;
                    }
                };
                match &shown {
                    // A column that is written both ways settles nothing.
                    Some((other, _)) if order != *other => return None,
                    Some(_) => {}
                    None => {
                        let place = format!("'{}' in {}", text::clean(cell), row.location);
                        shown = Some((order, place));
                    }
                }
            }
        }
        let (order, place) = shown?;
        if is_needed {
            let first = match order {
                FigureOrder::DayFirst => "days",
                FigureOrder::MonthFirst => "months",
            };
            draft.remark(
                About::Columns,
                format!("dates are read {first} first, as {place} can only be"),
            );
        }
        Some(order)
    }

    fn has(&self, column: Field) -> bool {
        self.columns.has(column)
    }

    /// The cells of a column, or of several of the kind, that say something.
    fn cells<'r>(&self, row: &'r Row, column: Field) -> impl Iterator<Item = (usize, &'r str)> {
        let cells = row.cells.iter().zip(&self.columns.of).enumerate();
        let cells = cells.filter(move |(_, (_, of))| **of == Some(column));
        cells
            .map(|(at, (cell, _))| (at, cell.trim()))
            .filter(|(_, cell)| !cell.is_empty())
    }

    /// The first cell of a column that says something.
    fn cell<'r>(&self, row: &'r Row, column: Field) -> &'r str {
        self.cells(row, column).next().map_or("", |(_, cell)| cell)
    }

    fn row(&self, row: &Row, draft: &mut Draft) -> Result<(), String> {
        let more = row.cells.iter().skip(self.names.len());
        if more.filter(|cell| !cell.trim().is_empty()).count() > 0 {
            return Err(format!(
                "it has {} cells under {} names; a cell that holds the parting sign stands between quotation marks",
                row.cells.len(),
                self.names.len()
            ));
        }
        let entry = self.entry(row);
        let times = self.cells(row, Field::Time).count();
        let template = self.has(Field::Headline);
        match self.cell(row, Field::Type).to_lowercase().as_str() {
            "title" if template => draft.head(&entry.title, &entry.text.replace("\n\n", " ")),
            "era" if template => draft.era(&row.location, &entry.title, &self.date(row)?),
            _ => {
                let mut found = self.date(row)?;
                if entry.title.is_empty() {
                    return Err("it has no title".to_owned());
                }
                found.has_time |= times > 0;
                draft.event(&row.location, entry, &found);
            }
        }
        Ok(())
    }

    fn date(&self, row: &Row) -> Result<ImportedDate, String> {
        let parts = |year, month, day| DateParts {
            year: self.cell(row, year).to_owned(),
            month: self.cell(row, month).to_owned(),
            day: self.cell(row, day).to_owned(),
        };
        let start = parts(Field::Year, Field::Month, Field::Day);
        let end = parts(Field::EndYear, Field::EndMonth, Field::EndDay);
        let found = match self.cells(row, Field::Date).next() {
            Some((at, cell)) => with_parts(self.cell_date(at, cell, row, &start.year)?, &start),
            None if start.is_empty() => return Err("it has no date".to_owned()),
            None => return of_slide(&start, Some(&end), self.cell(row, Field::DisplayDate)),
        };
        let found = match self.cells(row, Field::EndDate).next() {
            Some((_, end)) if OPEN.contains(&end.to_lowercase().as_str()) => since(found),
            Some((at, cell)) => ended(found, of_cell(cell, self.habits(at))),
            None if !end.is_empty() => ended(found, of_parts(&end)),
            None => found,
        };
        Ok(displayed(found, self.cell(row, Field::DisplayDate)))
    }

    /// The date of a cell; where it lacks a year and another column has one, with that.
    fn cell_date(
        &self,
        at: usize,
        cell: &str,
        row: &Row,
        year: &str,
    ) -> Result<ImportedDate, String> {
        let found = of_cell(cell, self.habits(at));
        let found = match found {
            Err(_) if !year.is_empty() => {
                of_cell(&format!("{cell} {year}"), self.habits(at)).or(found)
            }
            found => found,
        }?;
        Ok(match self.cell(row, Field::Precision) {
            "" if self.is_wikidata => first_of_wikidata(found, cell),
            precision => as_exact_as(found, precision),
        })
    }

    fn habits(&self, at: usize) -> Habits {
        Habits {
            order: self.order,
            edtf: self.columns.edtf.get(at).copied().unwrap_or(false),
        }
    }

    fn entry(&self, row: &Row) -> EventDraft {
        // Our own export holds plain text, and what looks like a tag in it is none.
        let is_ours = self.has(Field::Derived);
        let plain = |cell: &str| {
            if is_ours {
                unguarded(cell).to_owned()
            } else {
                line(cell)
            }
        };
        let cell = |column| plain(self.cell(row, column));
        let joined = |column, sign: &str| {
            let cells: Vec<String> = self
                .cells(row, column)
                .map(|(_, cell)| plain(cell))
                .collect();
            cells.join(sign)
        };
        let lines = |column| -> Vec<String> {
            let lines = self.cells(row, column).flat_map(|(_, cell)| cell.lines());
            let lines = lines.map(str::trim).filter(|line| !line.is_empty());
            lines.map(plain).collect()
        };
        let mut entry = EventDraft {
            id: cell(Field::Id),
            title: cell(Field::Title),
            basis: cell(Field::Basis),
            place: cell(Field::Place),
            short: cell(Field::Short),
            kind: cell(Field::Kind),
            importance: cell(Field::Importance),
            tags: tags(&joined(Field::Tags, "; ")),
            parties: joined(Field::Parties, "; "),
            provision: cell(Field::Provision),
            summary: joined(Field::Summary, " "),
            others: event_texts()
                .map(|(key, _)| (key.name, cell(Field::Other(key.name))))
                .filter(|(_, text)| !text.is_empty())
                .collect(),
            milestones: lines(Field::Milestones),
            sources: lines(Field::Sources),
            ..EventDraft::default()
        };
        let mut paragraphs: Vec<String> = Vec::new();
        for (_, text) in self.cells(row, Field::Text) {
            if is_ours {
                paragraphs.push(unguarded(text).to_owned());
            } else if self.has(Field::Headline) {
                body(text, &mut entry);
                paragraphs.push(std::mem::take(&mut entry.text));
            } else {
                let parts = text.split("\n\n").flat_map(blocks);
                paragraphs.extend(parts.map(|block| block.text));
            }
        }
        // What an event has once and the row twice is not lost.
        for (at, more) in self.cells(row, Field::More) {
            let name = self.names.get(at).map_or("", |name| name.trim());
            paragraphs.push(format!("{name}: {}", plain(more)));
        }
        if self.has(Field::Headline) {
            entry.title = cell(Field::Headline);
        }
        if entry.title.is_empty() && !self.has(Field::Title) && !self.has(Field::Headline) {
            let first = [entry.summary.as_str()]
                .into_iter()
                .chain(paragraphs.first().map(String::as_str));
            let first = first
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_default();
            entry.title = text::truncate(first, 70).into_owned();
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        entry.text = paragraphs.join("\n\n");
        let words = [Field::MediaCaption, Field::MediaCredit, Field::MediaAlt].map(&cell);
        let addresses = self
            .cells(row, Field::Media)
            .chain(self.cells(row, Field::MediaLink));
        let addresses: Vec<&str> = addresses.map(|(_, cell)| cell).collect();
        media(&words, &addresses, &mut entry);
        entry
    }
}

/// The tags of a cell, which semicolons part, or commas where there is none of them.
fn tags(cell: &str) -> Vec<String> {
    let sign = if cell.contains(';') { ';' } else { ',' };
    let tags = cell
        .split(sign)
        .map(|tag| tag.trim().trim_start_matches('#'));
    tags.filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The two small figures before a year, "13" and "8" of 13/8/1914.
fn two_figures(cell: &str) -> Option<(u8, u8)> {
    let mut parts = cell.splitn(3, ['/', '-']).map(str::trim);
    let mut small = || {
        parts
            .next()
            .filter(|part| part.len() <= 2)?
            .parse::<u8>()
            .ok()
    };
    let figures = (small()?, small()?);
    let year = parts.next()?.bytes().take_while(u8::is_ascii_digit).count();
    (year == 4).then_some(figures)
}

/// Whether the cells of a column are addresses, every one of them.
fn is_full_of_addresses(table: &Table, at: usize) -> bool {
    let cells = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(at))
        .map(|cell| cell.trim());
    let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_web_address)
}

/// Whether some column names entities of Wikidata.
fn is_of_wikidata(table: &Table) -> bool {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| cell.contains("wikidata.org/entity/Q"))
}
