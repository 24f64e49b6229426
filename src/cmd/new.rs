//! `tongbao new`: the next issue's file, begun for the clerk.

use super::{End, Voice};
use crate::cli::New;
use std::path::Path;
use tongbao::failure::Failure;

pub fn run(_voice: &Voice, _site: &Path, _args: &New) -> Result<End, Failure> {
    Ok(End::Done)
}
