//! The date of one cell, where the row has cells of a year, a month and a day as well.

use chrono::Datelike as _;

use super::slide::holds;
use super::{DateParts, ImportedDate, of_parts};
use crate::text;

/// The more exact one of the two, where one holds the other; else the cells beside the date are told as left out.
pub(in crate::import) fn with_parts(mut found: ImportedDate, parts: &DateParts) -> ImportedDate {
    if parts.is_empty() {
        return found;
    }
    let year = match parts.year.is_empty() {
        true => year_of(&found).unwrap_or_default(),
        false => parts.year.clone(),
    };
    let beside = of_parts(&DateParts {
        year,
        ..parts.clone()
    });
    match beside {
        Ok(beside) if holds(&beside.date, &found.date) => found,
        // A date with a doubt stays in doubt.
        Ok(beside) if !found.date.wants_basis() && holds(&found.date, &beside.date) => {
            ImportedDate {
                has_time: found.has_time,
                left_out: found.left_out,
                ..beside
            }
        }
        _ => {
            let cells = [&parts.day, &parts.month, &parts.year];
            let cells: Vec<&str> = cells
                .into_iter()
                .map(String::as_str)
                .filter(|cell| !cell.is_empty())
                .collect();
            found.left_out.push(format!(
                "'{}' beside the date {} is left out",
                text::clean(&cells.join(" ")),
                found.date.label()
            ));
            found
        }
    }
}

/// The year that a date lies in, if it is one, as people count.
fn year_of(found: &ImportedDate) -> Option<String> {
    let (first, last) = (found.date.earliest()?.year(), found.date.latest()?.year());
    (first == last).then(|| match first {
        1.. => first.to_string(),
        _ => format!("{} BC", 1 - first),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Habits, of_cell};
    use super::*;

    #[test]
    fn a_date_takes_what_the_cells_beside_it_add() {
        let check = |cell: &str, [year, month, day]: [&str; 3], expected: &str, left_out: &str| {
            let parts = DateParts {
                year: year.to_owned(),
                month: month.to_owned(),
                day: day.to_owned(),
            };
            let found = with_parts(of_cell(cell, Habits::default()).unwrap(), &parts);
            assert_eq!(found.date.written(), expected, "{cell} {parts:?}");
            assert_eq!(found.left_out.join("; "), left_out, "{cell} {parts:?}");
        };
        check("1914", ["", "", ""], "1914", "");
        check("1914", ["", "August", "4"], "1914-08-04", "");
        check("1914", ["1914", "8", ""], "1914-08", "");
        check("44 BC", ["", "March", "15"], "-0043-03-15", "");
        check("4 August 1914", ["1914", "8", "4"], "1914-08-04", "");
        check("4 August 1914", ["1914", "", ""], "1914-08-04", "");
        let left_out = "'August' beside the date c. 1914 is left out";
        check("c. 1914", ["", "August", ""], "1914~", left_out);
        check("191X", ["1914", "8", ""], "1914-08", "");
        let left_out = "'5 8 1914' beside the date 4 August 1914 is left out";
        check("4 August 1914", ["1914", "8", "5"], "1914-08-04", left_out);
        check(
            "1914",
            ["", "13", ""],
            "1914",
            "'13' beside the date 1914 is left out",
        );
        check(
            "1850s",
            ["", "8", ""],
            "185X",
            "'8' beside the date 1850s is left out",
        );
        check("1914", ["", "August", "Tuesday"], "1914-08", "");
        check(
            "1914",
            ["", "", "4"],
            "1914",
            "'4' beside the date 1914 is left out",
        );
    }
}
