//! The built-in theme and the example site are part of the binary: when a file of them changes, the
//! crate is built again.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=src/cmd/init");
}
