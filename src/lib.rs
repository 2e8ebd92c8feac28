//! wip
pub mod text;
pub mod timeline;
