//! Any bytes to `neutrality::fuzz::dates`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| neutrality::fuzz::dates(bytes));
