//! `neutrality keys`: the key table, with the changes that the settings make.

use std::fmt::Write as _;

use super::{read_out, settings};
use crate::app::keys::{Binding, KeyGroup};
use crate::cli::KeysArgs;
use crate::error::Error;
use crate::settings::Layer;
use crate::text;

pub(super) fn run(args: &KeysArgs) -> Result<u8, Error> {
    let found = settings::find(Layer::default());
    found.warn();
    let mut table = String::new();
    for group in KeyGroup::ALL {
        let _ = writeln!(table, "{}", group.title());
        let of_group = |binding: &&Binding| binding.group == group;
        for binding in found.settings.keymap.bindings().iter().filter(of_group) {
            let keys = text::pad(&binding.keys_in_words(), 20);
            let name = if args.names {
                text::pad(binding.name, 20)
            } else {
                String::new()
            };
            let _ = writeln!(table, "  {keys}  {name}{}", binding.help);
        }
        table.push('\n');
    }
    read_out(&format!("{}\n", table.trim_end_matches('\n')))
}
