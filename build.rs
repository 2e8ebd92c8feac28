//! Parses the shipped timeline when the program is built, so that it opens without waiting for a parser.
//!
//! Nothing is judged here: the tree is checked like any other when it is read.

#[allow(
    dead_code,
    reason = "the program reads the tree; here it is only written"
)]
#[path = "src/timeline/tree.rs"]
mod tree;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use toml::de::DeTable;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=timeline.toml");
    println!("cargo::rerun-if-changed=src/timeline/tree.rs");
    let source = fs::read_to_string("timeline.toml")?;
    let table = tree::Table::from(DeTable::parse(&source)?.into_inner());
    let target = PathBuf::from(env::var("OUT_DIR")?).join("timeline.tree");
    fs::write(target, postcard::to_allocvec(&table)?)?;
    Ok(())
}
