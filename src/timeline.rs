//! The timeline: what the file says, after every check.
//!
//! In here an id always resolves, a date is always real, and a string holds nothing that a terminal would obey.
//! Outside this room nobody can make a [`Timeline`]; [`load::read`] is the one door.
//! No drawing, no terminal and no file system in this room.

pub(crate) mod alike;
pub mod check;
pub mod coverage;
pub mod date;
pub mod diagnostic;
mod document;
pub mod format;
pub mod load;
pub(crate) mod model;
pub mod name;
#[cfg(any(test, fuzzing))]
pub(crate) mod samples;
mod shares;
pub mod source_position;
pub mod status_at;
pub(crate) mod syntax;
pub(crate) mod table_reader;
pub(crate) mod tree;

pub use date::HistoricDate;
pub use model::*;
