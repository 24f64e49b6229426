//! The one test binary; every module below is a table or a set of folders.

mod broken;
mod cli;
mod faults;
mod index;
mod init;
mod manual;
mod mentions;
mod output;
mod seed;
mod shards;
mod sites;
mod support;
mod whole;
