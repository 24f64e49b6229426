//! Arguments in, exit code out.

mod cli;
mod cmd;
mod edit;

fn main() -> std::process::ExitCode {
    cmd::run(std::env::args_os())
}
