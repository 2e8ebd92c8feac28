//! `neutrality import`: a timeline file out of TimelineJS, of a spreadsheet, of records or of a calendar.

use std::io::{self, Write as _};

use super::{progress, write};
use crate::cli::{DateOrder, ImportArgs, ImportFormat};
use crate::error::Error;
use crate::files::{self, Origin};
use crate::import::{ImportForm, ImportOptions, import, roles, summed_up};
use crate::text;
use crate::timeline::date::words::FigureOrder;

/// Exits with 0 when everything was read, with 1 when something had to be left out; the file is written either way.
pub(super) fn run(args: &ImportArgs) -> Result<u8, Error> {
    let origin = Origin::new(Some(&args.path));
    let options = ImportOptions {
        form: args.format.map(form),
        columns: columns(args)?,
        order: args.dates.map(|order| match order {
            DateOrder::DayFirst => FigureOrder::DayFirst,
            DateOrder::MonthFirst => FigureOrder::MonthFirst,
        }),
        limits: files::limits(),
    };
    let name = origin.name();
    // What comes by a pipe has no name to call a timeline by.
    let title = match origin {
        Origin::File(_) | Origin::Files(_) => name.as_str(),
        Origin::Shipped | Origin::StandardInput => "",
    };
    let imported = progress::reporting(&name, |progress| {
        let bytes = origin.fetch(progress)?;
        import(title, &bytes, &options).map_err(|source| Error::Import {
            name: name.clone(),
            source,
        })
    })?;
    write(&imported.file, &args.output)?;
    let mut message = String::new();
    for line in summed_up(&imported.remarks).chain(summed_up(&imported.losses)) {
        message.push_str(&format!("{}: {}\n", text::clean(&name), text::clean(&line)));
    }
    let (lost, changed) = (imported.losses.len(), imported.changed);
    if !message.is_empty() {
        let kept = text::count(imported.events, "event");
        let changed = match changed {
            0 => String::new(),
            changed => format!(", {changed} of them not as written"),
        };
        let lost = match lost {
            0 => String::new(),
            lost => format!(", {lost} left out"),
        };
        message.push_str(&format!("neutrality: {kept} imported{changed}{lost}\n"));
    }
    // A failed write is ignored: the exit status reports the losses as well.
    let _ = io::stderr().write_all(message.as_bytes());
    Ok(u8::from(lost > 0))
}

fn form(format: ImportFormat) -> ImportForm {
    match format {
        ImportFormat::Timelinejs => ImportForm::TimelineJs,
        ImportFormat::Csv => ImportForm::Csv,
        ImportFormat::Json => ImportForm::Json,
        ImportFormat::Markwhen => ImportForm::Markwhen,
        ImportFormat::Org => ImportForm::Org,
        ImportFormat::Icalendar => ImportForm::ICalendar,
        ImportFormat::Ris => ImportForm::Ris,
    }
}

/// What is said of columns: by a file first, then by the command line.
fn columns(args: &ImportArgs) -> Result<Vec<(String, String)>, Error> {
    let mut columns = Vec::new();
    if let Some(path) = &args.map {
        let origin = Origin::new(Some(path));
        let name = origin.name();
        let fault = |what: &str| Error::Usage {
            message: format!("'{}' {what}", text::clean(&name)),
        };
        let table: toml::Table = origin
            .text()?
            .parse()
            .map_err(|_| fault("is no TOML; a line in it is: title = \"Topic\""))?;
        for (role, names) in table {
            let names = match names {
                toml::Value::Array(names) => names,
                name => vec![name],
            };
            for name in names {
                let Some(name) = name.as_str() else {
                    return Err(fault(&format!(
                        "has no name behind '{}'",
                        text::clean(&role)
                    )));
                };
                columns.push((role.clone(), name.to_owned()));
            }
        }
    }
    for given in &args.column {
        let Some((role, name)) = given.split_once('=') else {
            let message = format!(
                "'{}' says of no column what it holds; --column title=Topic does, and a column can hold: {}",
                text::clean(given),
                roles().join(", ")
            );
            return Err(Error::Usage { message });
        };
        columns.push((role.trim().to_owned(), name.trim().to_owned()));
    }
    Ok(columns)
}
