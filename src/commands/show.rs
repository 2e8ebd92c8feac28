//! `neutrality show EVENT`: the page of one event, as the reader shows it.

use super::{answer, progress, question};
use crate::cli::ShowArgs;
use crate::error::Error;
use crate::files::Origin;

pub(super) fn run(args: &ShowArgs) -> Result<u8, Error> {
    let timeline = progress::timeline(Origin::new(args.file.file.as_deref()))?;
    let event = question::event(&args.event.join(" "), &timeline)?;
    answer::event(&timeline, event, &args.answer)
}
