//! `neutrality schema`: the format, for editors and for people.

use super::{print, read_out};
use crate::cli::{SchemaArgs, SchemaFormat};
use crate::error::Error;
use crate::export::{reference, schema};

pub(super) fn run(args: &SchemaArgs) -> Result<u8, Error> {
    match args.format {
        SchemaFormat::Json => print(&schema::schema()),
        SchemaFormat::Markdown => read_out(&reference::reference()),
    }
}
