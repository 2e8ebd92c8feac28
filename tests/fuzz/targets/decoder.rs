//! Any bytes to `neutrality::fuzz::decoder`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| neutrality::fuzz::decoder(bytes));
