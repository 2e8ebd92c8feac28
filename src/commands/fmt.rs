//! `neutrality fmt FILE`: the keys of every table in the order of the format, and nothing else changed.

use std::path::Path;

use super::print;
use crate::cli::FormatArgs;
use crate::error::Error;
use crate::files::{self, Origin};
use crate::text;
use crate::timeline::format::ordered::ordered;

/// Exits with 1 when a file is at fault, or with `--check` when one is not in order.
pub(super) fn run(args: &FormatArgs) -> Result<u8, Error> {
    let mut unordered = 0;
    for path in &args.paths {
        let origin = Origin::new(Some(path));
        let source = String::from_utf8(origin.bytes()?).ok();
        let written = source.as_deref().and_then(ordered);
        let (Some(source), Some(written)) = (source, written) else {
            let name = text::clean(&origin.name()).into_owned();
            return Err(Error::Request {
                message: format!("'{name}' is no TOML; 'neutrality check' says where"),
            });
        };
        let is_ordered = written == source;
        match origin {
            _ if args.check => unordered += usize::from(!is_ordered),
            Origin::File(path) if !is_ordered => files::write(path, written.as_bytes(), true)?,
            Origin::StandardInput => drop(print(&written)?),
            Origin::File(_) | Origin::Files(_) | Origin::Shipped => {}
        }
        if args.check && !is_ordered {
            print(&format!("{}\n", text::clean(&path_name(path))))?;
        }
    }
    Ok(u8::from(unordered > 0))
}

fn path_name(path: &Path) -> String {
    path.display().to_string()
}
