//! Any bytes to `neutrality::fuzz::import`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| neutrality::fuzz::import(bytes));
