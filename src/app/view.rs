//! One file a view: its state, its keys, what the mouse does in it, and how it scrolls.

pub mod article;
pub mod cases;
pub mod lanes;
pub(super) mod reading;
pub(super) mod timeline;
