//! `neutrality keys`: the key table.

use std::fmt::Write as _;

use super::print;
use crate::app::keys::{BINDINGS, Group};
use crate::error::Error;
use crate::text;

pub fn run() -> Result<u8, Error> {
    let mut table = String::new();
    for group in Group::ALL {
        let _ = writeln!(table, "{}", group.title());
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let _ = writeln!(
                table,
                "  {}  {}",
                text::pad(&binding.keys_in_words(), 20),
                binding.help
            );
        }
        table.push('\n');
    }
    print(table.trim_end_matches('\n')).and_then(|_| print("\n"))
}
