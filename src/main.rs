//! Arguments in, exit code out.

mod cli;
mod cmd;
mod edit;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cmd::run(std::env::args_os())
}
