#![no_main]

#[allow(dead_code)]
#[path = "../../tests/suite/properties.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|text: &str| properties::register_holds(text));
