//! Arguments in, exit code out.

mod cli;
mod cmd;
mod edit;

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    cmd::run(std::env::args_os())
}
