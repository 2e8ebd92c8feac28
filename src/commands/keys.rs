//! `neutrality keys`: the key table.

use std::fmt::Write as _;

use super::read_out;
use crate::app::keys::{Group, Keymap};
use crate::error::Error;
use crate::text;

pub fn run() -> Result<u8, Error> {
    let keymap = Keymap::default();
    let mut table = String::new();
    for group in Group::ALL {
        let _ = writeln!(table, "{}", group.title());
        for binding in keymap
            .bindings()
            .iter()
            .filter(|binding| binding.group == group)
        {
            let _ = writeln!(
                table,
                "  {}  {}",
                text::pad(&binding.keys_in_words(), 20),
                binding.help
            );
        }
        table.push('\n');
    }
    read_out(&format!("{}\n", table.trim_end_matches('\n')))
}
