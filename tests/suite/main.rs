//! The one test binary; every module below is a table or a set of folders.

mod added;
mod broken;
mod cli;
mod corpora;
mod faults;
mod hidden;
mod hostile;
mod index;
mod init;
mod limits;
mod manual;
mod mentions;
mod output;
mod properties;
mod random;
mod rebuilt;
mod search;
mod seed;
mod shards;
mod sites;
mod strict;
mod support;
mod whole;
