//! The tests of the program as a whole, in one binary: a module for what is tested, and first what they share.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "nobody uses a test binary, and a test may panic"
)]

mod common;

mod addresses;
mod ages;
mod all_of;
mod authoring;
mod bounds;
mod cases;
mod cases_screens;
mod citation_table;
mod cite;
mod commands;
mod completions;
mod copying;
mod copying_full;
mod counter_reading;
mod dependencies;
mod documents;
mod edtf;
mod escapes;
mod event_pictures;
mod evidence;
mod export;
mod faults;
mod filter_names;
mod filter_panel;
mod filters;
mod flags;
mod format;
mod growth;
mod hostile;
mod house;
mod html;
mod import;
mod imported_files;
mod joiners;
mod journeys;
mod json;
mod json_parts;
mod lanes;
mod lanes_hold;
mod lanes_screens;
mod lanes_text;
mod languages;
mod linear;
mod marks;
mod marks_kept;
mod marks_shown;
mod mouse;
mod odd_timelines;
mod own_words;
mod package;
mod palette;
mod pictures;
mod pipes;
mod pty_authoring;
mod pty_keys;
mod pty_lifecycle;
mod pty_pager;
mod pty_reading;
mod pty_waiting;
mod questions;
mod reader;
mod readme;
mod refusals;
mod reload;
mod screens;
mod settings;
mod several_files;
mod shell;
mod signs;
mod sizes;
mod thread;
mod timelinejs;
mod tours;
mod tours_reloaded;
mod tours_screens;
mod truth;
mod zooms;
