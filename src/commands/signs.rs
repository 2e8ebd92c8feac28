//! `neutrality signs`: every sign that a view can show and every word of the record, with what it means.

use super::{ascii_if, columns, progress, read_out};
use crate::cli::SignsArgs;
use crate::error::Error;
use crate::files::Origin;
use crate::page::cases::Signs;
use crate::page::glyphs::ascii::in_ascii;
use crate::page::signs;

pub(super) fn run(args: &SignsArgs) -> Result<u8, Error> {
    let timeline = progress::timeline(Origin::new(args.file.path()))?;
    let shown: Signs = if args.ascii { in_ascii } else { |sign| sign };
    let page = signs::page(&timeline, columns(), args.ascii, shown);
    read_out(&ascii_if(page.plain(), args.ascii))
}
