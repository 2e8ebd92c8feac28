//! Any bytes to `neutrality::fuzz::settings`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| neutrality::fuzz::settings(bytes));
