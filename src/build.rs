//! Reads and checks the shipped timeline when the program is built, with the program's own reader.
//!
//! So the program opens it without waiting for a parser, and a timeline with errors is never shipped.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the rooms of the library, of which only a part is needed to read a timeline"
)]

mod text;
mod timeline;
mod words;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use timeline::load;

const SHIPPED: &str = "timeline.toml";

fn main() -> Result<(), Box<dyn Error>> {
    for path in [
        SHIPPED,
        "src/text.rs",
        "src/text",
        "src/timeline.rs",
        "src/timeline",
        "src/words.rs",
        "src/words",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let loaded = load::read(SHIPPED, fs::read(SHIPPED)?);
    let Some(timeline) = loaded.timeline else {
        return Err(format!(
            "{}\n{}",
            loaded.report.render(false, false),
            loaded.report.tally()
        )
        .into());
    };
    let target = PathBuf::from(env::var("OUT_DIR")?).join("timeline.packed");
    fs::write(target, load::pack(&timeline)?)?;
    Ok(())
}
