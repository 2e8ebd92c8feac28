//! What the tests share: timelines to read, the reader without a terminal, the program as a process and in a terminal.

pub mod clock;
pub mod files;
pub mod process;
pub mod reader;
pub mod snapshot;
pub mod terminal;
pub mod texts;
