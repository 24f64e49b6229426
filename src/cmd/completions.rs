//! `tongbao completions`: the script that teaches a shell our commands.

use super::{End, print};
use crate::cli::{Cli, Completions};
use clap::CommandFactory;

pub fn run(args: &Completions) -> End {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "tongbao", &mut script);
    print(&String::from_utf8_lossy(&script));
    End::Done
}
