//! One writer at a time: a lock file beside the site folder, held while a build writes.
//!
//! The lock is the system's, so it goes with its process however that ends; the file's content only
//! tells who holds it.

use super::disk::{Disk, Operation};
use super::refusal;
use crate::failure::{Action, Failure};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a waiting build tries again.
const PAUSE: Duration = Duration::from_millis(50);
/// First word of the lock file; a file that begins otherwise is not ours.
const WORD: &str = "tongbao";

/// Held as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    disk: Disk,
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits up to `patience` for the lock file `path`.
    pub fn acquire(disk: &Disk, path: &Path, patience: Duration) -> Result<Self, Failure> {
        let failed = |e| Failure::io(Action::Lock, path, e);
        let start = Instant::now();
        loop {
            let mut file = disk.pass(Operation::Lock, path).and_then(|()| open(path)).map_err(failed)?;
            match file.try_lock() {
                // Its last holder may have removed the file between our opening and our locking.
                Ok(()) if !still_there(&file, path) => continue,
                Ok(()) => {
                    mark(disk, &mut file, path)?;
                    return Ok(Self { disk: disk.clone(), file, path: path.to_path_buf() });
                }
                Err(TryLockError::Error(e)) => return Err(failed(e)),
                Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                    return Err(busy(&mut file, path));
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            }
        }
    }
}

impl Drop for Lock {
    /// Removes the file while it is still locked: whoever waits sees that it went, and starts anew.
    fn drop(&mut self) {
        if cfg!(unix) {
            let _ = self.disk.remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits() as i32);
    }
    options.open(path)
}

/// Whether the open file is the one that stands at the path now.
#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |m: std::fs::Metadata| (m.dev(), m.ino());
    let (open, named) = (file.metadata().map(id), std::fs::symlink_metadata(path).map(id));
    matches!((open, named), (Ok(open), Ok(named)) if open == named)
}

/// Elsewhere the file is never removed.
#[cfg(not(unix))]
fn still_there(_: &File, _: &Path) -> bool {
    true
}

/// Writes our process into the file, which must be empty or an earlier lock.
fn mark(disk: &Disk, file: &mut File, path: &Path) -> Result<(), Failure> {
    let failed = |e| Failure::io(Action::Lock, path, e);
    let mut text = Vec::new();
    file.take(64).read_to_end(&mut text).map_err(failed)?;
    if !text.is_empty() && !text.starts_with(WORD.as_bytes()) {
        return Err(refusal::not_a_lock(path));
    }
    let write = |file: &mut File| {
        disk.pass(Operation::Lock, path)?;
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{WORD} {}", std::process::id())
    };
    write(file).map_err(failed)
}

fn busy(file: &mut File, path: &Path) -> Failure {
    let mut text = String::new();
    let _ = file.take(64).read_to_string(&mut text);
    let process = text.strip_prefix(WORD).and_then(|rest| rest.trim().parse().ok());
    refusal::locked(path, process)
}
