//! `neutrality diff OLD NEW`: what differs between two versions of a timeline.

use super::{print, progress, read_out};
use crate::cli::{DiffArgs, DiffFormat};
use crate::error::Error;
use crate::export::diff;
use crate::files::Origin;

/// Exits with 0 when nothing differs, with 1 when something does.
pub(super) fn run(args: &DiffArgs) -> Result<u8, Error> {
    if args
        .new
        .as_deref()
        .is_some_and(|new| new.as_os_str() == "-")
        && args.old.as_os_str() == "-"
    {
        return Err(Error::Usage {
            message: "standard input cannot be both versions; name a file".to_owned(),
        });
    }
    let old = progress::timeline(Origin::new(Some(&args.old)))?;
    let new = progress::timeline(Origin::new(args.new.as_deref()))?;
    let differences = diff::compare(&old, &new);
    match args.format {
        DiffFormat::Text => read_out(&diff::text(&differences))?,
        DiffFormat::Markdown => print(&diff::markdown(&differences))?,
        DiffFormat::Json => print(&diff::json(&differences))?,
    };
    Ok(u8::from(!differences.is_empty()))
}
