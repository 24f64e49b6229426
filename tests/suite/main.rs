//! The one test binary; every module below is a table or a set of folders.

mod mentions;
mod sites;
