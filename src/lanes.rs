//! The geometry of time: which countries have a lane, and where days, bands, marks and ticks stand on an axis.
//!
//! Days become columns here, for the screen, for text and for SVG alike. Nothing in this room knows a screen, a key or
//! the state of the reader; what is chosen, zoomed or scrolled belongs to `app`.

pub mod ages;
pub mod axis;
pub mod band;
pub mod ending;
pub mod lifelines;
pub mod marks;
pub mod moments;
pub mod names;
pub mod plan;
pub mod scale;
pub mod ticks;
pub mod visible;
