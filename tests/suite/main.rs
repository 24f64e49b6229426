//! The one test binary; every module below is a table or a set of folders.

mod broken;
mod cli;
mod faults;
mod hidden;
mod hostile;
mod init;
mod limits;
mod manual;
mod mentions;
mod output;
mod properties;
mod random;
mod seed;
mod sites;
mod strict;
mod support;
mod whole;
