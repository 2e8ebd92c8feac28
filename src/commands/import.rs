//! `neutrality import`: a timeline file out of TimelineJS, of a spreadsheet or of an export.

use std::io::{self, Write as _};

use super::write;
use crate::cli::{ImportArgs, ImportFormat};
use crate::error::Error;
use crate::files::Origin;
use crate::import::{ImportForm, import};
use crate::text;

/// Exits with 0 when everything was read, with 1 when something had to be left out; the file is written either way.
pub(super) fn run(args: &ImportArgs) -> Result<u8, Error> {
    let origin = Origin::new(Some(&args.path));
    let bytes = origin.bytes()?;
    let form = args.format.map(|format| match format {
        ImportFormat::Timelinejs => ImportForm::TimelineJs,
        ImportFormat::Csv => ImportForm::Csv,
        ImportFormat::Json => ImportForm::Json,
    });
    let name = origin.name();
    // What comes by a pipe has no name to call a timeline by.
    let title = match origin {
        Origin::File(_) => name.as_str(),
        Origin::Shipped | Origin::StandardInput => "",
    };
    let imported = import(title, &bytes, form).map_err(|source| Error::Import {
        name: name.clone(),
        source,
    })?;
    write(&imported.file, &args.output)?;
    let mut message = String::new();
    for line in imported.remarks.iter().chain(&imported.losses) {
        message.push_str(&format!("{}: {}\n", text::clean(&name), text::clean(line)));
    }
    let lost = imported.losses.len();
    if lost > 0 {
        let kept = text::count(imported.events, "event");
        message.push_str(&format!("neutrality: {kept} imported, {lost} left out\n"));
    }
    // A failed write is ignored: the exit status reports the losses as well.
    let _ = io::stderr().write_all(message.as_bytes());
    Ok(u8::from(lost > 0))
}
