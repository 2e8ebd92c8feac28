//! The timeline in other forms, one file a form. Nothing here knows of the terminal.

pub mod csv;
pub mod json;
pub mod picture;
mod standings;
