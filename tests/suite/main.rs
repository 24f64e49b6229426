//! The one test binary; every module below is a table or a set of folders.

mod broken;
mod cli;
mod hidden;
mod hostile;
mod limits;
mod mentions;
mod output;
mod properties;
mod random;
mod seed;
mod sites;
mod support;
mod whole;
