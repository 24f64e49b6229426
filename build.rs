//! The built-in theme is part of the binary: when a file of it changes, the crate is built again.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
}
