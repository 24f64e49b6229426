//! The one test binary. A case is a folder: see tests/README.md.

mod broken;
mod cli;
mod output;
mod sites;
mod support;
