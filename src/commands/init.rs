//! `neutrality init FILE`: a commented timeline to begin with.

use super::print;
use crate::cli::InitArgs;
use crate::error::Error;
use crate::{files, text};

/// A small timeline that has no fault, and says what one can change.
const BEGINNING: &str = include_str!("init.toml");

pub(super) fn run(args: &InitArgs) -> Result<u8, Error> {
    if args.path.as_os_str() == "-" {
        return print(BEGINNING);
    }
    files::write(&args.path, BEGINNING.as_bytes(), args.force)?;
    let name = args.path.display().to_string();
    let name = text::clean(&name);
    print(&format!(
        "{name} is written; `neutrality {name}` shows it and follows what you save\n"
    ))
}
