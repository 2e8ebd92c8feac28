//! Any bytes to `neutrality::fuzz::questions`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| neutrality::fuzz::questions(bytes));
