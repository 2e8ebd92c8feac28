//! The timeline in other forms, one file a form. Nothing here knows of the terminal.

pub mod csv;
pub mod json;
pub mod picture;
pub mod reference;
pub mod schema;
mod standings;
