//! Every file operation of this door, one function each, so that an error always names what was
//! being done and where.
//!
//! A test may set a [`Guard`] before them, which refuses one or ends the process there; the program
//! itself has none and no way to get one.

use super::Pieces;
use crate::failure::{Action, Failure};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is about to be asked of the file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// Reading a file.
    Read,
    /// Listing a folder.
    List,
    /// Opening a new file.
    Open,
    /// Writing a half of what a file gets.
    Write,
    /// Waiting until a file is on the disk itself.
    Sync,
    /// Making a folder.
    CreateFolder,
    /// A hard link.
    Link,
    /// A symbolic link.
    SymbolicLink,
    /// Giving a file its time or a folder its permissions.
    Set,
    /// Giving a folder another name.
    Rename,
    /// Two folders change places.
    Exchange,
    /// Removing a file, or a folder with all it holds.
    Remove,
    /// Opening and marking the lock.
    Lock,
}

/// Stands before every file operation and lets it pass or fails in its stead.
pub trait Guard: Debug + Send + Sync {
    /// Called before the operation on `path`, from any thread.
    fn before(&self, operation: Operation, path: &Path) -> io::Result<()>;
}

/// The file system, behind a guard when a test set one.
#[derive(Debug, Clone, Default)]
pub(super) struct Disk {
    pub guard: Option<Arc<dyn Guard>>,
}

/// Bytes read at a time from files that may be large.
const CHUNK: usize = 64 * 1024;

/// SHA-256 of some content, with its size in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    pub size: u64,
    pub sha256: [u8; 32],
}

impl Sum {
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// The sum of what `write` writes, which goes to `each` in pieces of about [`CHUNK`].
    pub fn of_pieces(write: &Pieces, each: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<Self> {
        let mut pipe = Pipe { hash: Sha256::new(), size: 0, piece: Vec::with_capacity(2 * CHUNK), each };
        write(&mut pipe)?;
        pipe.flush()?;
        Ok(Self { size: pipe.size, sha256: pipe.hash.finalize().into() })
    }
}

/// Gathers small writes into pieces and adds up their checksum.
struct Pipe<'a> {
    hash: Sha256,
    size: u64,
    piece: Vec<u8>,
    each: &'a mut dyn FnMut(&[u8]) -> io::Result<()>,
}

impl Write for Pipe<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hash.update(&self.piece);
        self.size += self.piece.len() as u64;
        (self.each)(&self.piece)?;
        self.piece.clear();
        Ok(())
    }
}

impl Disk {
    /// Whether `operation` may be tried.
    pub fn pass(&self, operation: Operation, path: &Path) -> io::Result<()> {
        match &self.guard {
            None => Ok(()),
            Some(guard) => guard.before(operation, path),
        }
    }

    /// Makes one folder.
    pub fn create_dir(&self, path: &Path) -> Result<(), Failure> {
        self.pass(Operation::CreateFolder, path)
            .and_then(|()| fs::create_dir(path))
            .map_err(|e| Failure::io(Action::CreateFolder, path, e))
    }

    /// Creates what is missing above `path` and tells which folders those were, outermost first.
    pub fn create_parents(&self, path: &Path) -> Result<Vec<PathBuf>, Failure> {
        let missing: Vec<_> =
            path.ancestors().skip(1).take_while(|p| !p.exists()).map(Path::to_path_buf).collect();
        let mut created = Vec::new();
        for folder in missing.into_iter().rev() {
            if let Err(failure) = self.create_dir(&folder) {
                self.remove_empty(&created);
                return Err(failure);
            }
            created.push(folder);
        }
        Ok(created)
    }

    /// Takes back [`create_parents`], innermost first; what is in use meanwhile stays.
    pub fn remove_empty(&self, folders: &[PathBuf]) {
        for folder in folders.iter().rev() {
            let _ = self.pass(Operation::Remove, folder).and_then(|()| fs::remove_dir(folder));
        }
    }

    /// Opens a file that must not exist yet, with the folders above it.
    fn create(&self, path: &Path) -> Result<File, Failure> {
        let open = || {
            self.pass(Operation::Open, path)?;
            OpenOptions::new().write(true).create_new(true).open(path)
        };
        let opened = match (open(), path.parent()) {
            (Err(e), Some(parent)) if e.kind() == ErrorKind::NotFound => {
                self.create_dir_all(parent)?;
                open()
            }
            (result, _) => result,
        };
        opened.map_err(|e| Failure::io(Action::Write, path, e))
    }

    fn create_dir_all(&self, path: &Path) -> Result<(), Failure> {
        self.pass(Operation::CreateFolder, path)
            .and_then(|()| fs::create_dir_all(path))
            .map_err(|e| Failure::io(Action::CreateFolder, path, e))
    }

    /// Writes to an open file: in one go, but before a guard in halves, so that half a file can be left.
    fn append(&self, file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if self.guard.is_none() {
            return file.write_all(bytes);
        }
        let (first, second) = bytes.split_at(bytes.len() / 2);
        [first, second].into_iter().try_for_each(|half| {
            self.pass(Operation::Write, path)?;
            file.write_all(half)
        })
    }

    /// Writes a file that must not exist yet.
    pub fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let mut file = self.create(path)?;
        self.append(&mut file, path, bytes).map_err(|e| Failure::io(Action::Write, path, e))
    }

    /// As [`write_new`], of any size; the sum is that of what was written.
    pub fn write_new_pieces(&self, path: &Path, write: &Pieces) -> Result<Sum, Failure> {
        let mut file = self.create(path)?;
        Sum::of_pieces(write, &mut |piece| self.append(&mut file, path, piece))
            .map_err(|e| Failure::io(Action::Write, path, e))
    }

    /// As [`write_new`]; returns when the bytes are on the disk itself.
    pub fn write_new_synced(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let mut file = self.create(path)?;
        self.append(&mut file, path, bytes)
            .and_then(|()| self.pass(Operation::Sync, path))
            .and_then(|()| file.sync_all())
            .map_err(|e| Failure::io(Action::Write, path, e))
    }

    /// Reads a whole file.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        self.bytes(path).map_err(|e| Failure::io(Action::Read, path, e))
    }

    /// The bytes of a file, or the system's reason.
    pub fn bytes(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.pass(Operation::Read, path)?;
        fs::read(path)
    }

    /// Hands the file's bytes on in pieces. Links and special files are not followed.
    fn read_pieces(
        &self,
        path: &Path,
        mut each: impl FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let failed = |e| Failure::io(Action::Read, path, e);
        if !fs::symlink_metadata(path).map_err(failed)?.is_file() {
            return Err(failed(io::Error::new(ErrorKind::InvalidInput, "not a regular file")));
        }
        let mut file = self.pass(Operation::Read, path).and_then(|()| File::open(path)).map_err(failed)?;
        let mut buffer = vec![0; CHUNK];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(n) => each(&buffer[..n])?,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => return Err(failed(e)),
            }
        }
    }

    /// The checksum of a file of any size.
    pub fn sum(&self, path: &Path) -> Result<Sum, Failure> {
        let (mut hash, mut size) = (Sha256::new(), 0);
        self.read_pieces(path, |piece| {
            hash.update(piece);
            size += piece.len() as u64;
            Ok(())
        })?;
        Ok(Sum { size, sha256: hash.finalize().into() })
    }

    /// Copies a file of any size to a place that must not exist yet; the sum is that of the copy.
    pub fn copy_new(&self, from: &Path, to: &Path) -> Result<Sum, Failure> {
        let mut out = self.create(to)?;
        let (mut hash, mut size) = (Sha256::new(), 0);
        self.read_pieces(from, |piece| {
            hash.update(piece);
            size += piece.len() as u64;
            self.append(&mut out, to, piece).map_err(|e| Failure::io(Action::Write, to, e))
        })?;
        Ok(Sum { size, sha256: hash.finalize().into() })
    }

    /// Whether a regular file with exactly these bytes stands there; one that cannot be read does not.
    pub fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        self.holds_such(path, bytes.len() as u64, |old| old == bytes)
    }

    /// Whether a regular file of this size stands there whose bytes pass; one that cannot be read does not.
    pub fn holds_such(&self, path: &Path, size: u64, pass: impl FnOnce(&[u8]) -> bool) -> bool {
        let same_size = |m: fs::Metadata| m.is_file() && m.len() == size;
        fs::symlink_metadata(path).is_ok_and(same_size) && self.bytes(path).is_ok_and(|old| pass(&old))
    }

    /// Whether a regular file with this checksum stands there; one that cannot be read does not.
    pub fn holds_sum(&self, path: &Path, wanted: &Sum) -> bool {
        let same_size = |m: fs::Metadata| m.is_file() && m.len() == wanted.size;
        fs::symlink_metadata(path).is_ok_and(same_size) && self.sum(path).is_ok_and(|old| old == *wanted)
    }

    /// Puts the file `from` at `to` as well, with its time: a hard link, or a copy where links are
    /// impossible. A symbolic link is kept as one.
    pub fn link_or_copy(&self, from: &Path, to: &Path) -> Result<(), Failure> {
        let link = || {
            self.pass(Operation::Link, to)?;
            fs::hard_link(from, to)
        };
        let linked = match (link(), to.parent()) {
            (Err(e), Some(parent)) if e.kind() == ErrorKind::NotFound => {
                self.create_dir_all(parent)?;
                link()
            }
            (result, _) => result,
        };
        match linked {
            Ok(()) => Ok(()),
            Err(e) if e.kind() == ErrorKind::AlreadyExists => Err(Failure::io(Action::Write, to, e)),
            Err(_) => self.copy_with_time(from, to),
        }
    }

    fn copy_with_time(&self, from: &Path, to: &Path) -> Result<(), Failure> {
        let read = |e| Failure::io(Action::Read, from, e);
        let metadata = fs::symlink_metadata(from).map_err(read)?;
        #[cfg(unix)]
        if metadata.is_symlink() {
            let target = fs::read_link(from).map_err(read)?;
            return self
                .pass(Operation::SymbolicLink, to)
                .and_then(|()| std::os::unix::fs::symlink(target, to))
                .map_err(|e| Failure::io(Action::Write, to, e));
        }
        self.copy_new(from, to)?;
        let time = metadata.modified().map_err(read)?;
        let set_time = || {
            self.pass(Operation::Set, to)?;
            OpenOptions::new().write(true).open(to)?.set_modified(time)
        };
        set_time().map_err(|e| Failure::io(Action::Write, to, e))
    }

    /// Gives a folder another name.
    pub fn rename(&self, from: &Path, to: &Path) -> Result<(), Failure> {
        self.pass(Operation::Rename, from)
            .and_then(|()| fs::rename(from, to))
            .map_err(|e| Failure::io(Action::Rename, from, e))
    }

    /// Gives a file another name, with the folders above that.
    pub fn rename_below(&self, from: &Path, to: &Path) -> Result<(), Failure> {
        match (to.parent(), self.rename(from, to)) {
            (Some(parent), Err(_)) if !parent.exists() => {
                self.create_dir_all(parent)?;
                self.rename(from, to)
            }
            (_, renamed) => renamed,
        }
    }

    /// Gives the folder `to` the permissions of `from`: who may read the site is the administrator's choice.
    pub fn copy_permissions(&self, from: &Path, to: &Path) -> Result<(), Failure> {
        let copy = || {
            self.pass(Operation::Set, to)?;
            fs::set_permissions(to, fs::metadata(from)?.permissions())
        };
        copy().map_err(|e| Failure::io(Action::Write, to, e))
    }

    /// Removes a file if it is there.
    pub fn remove_file(&self, path: &Path) -> Result<(), Failure> {
        match self.pass(Operation::Remove, path).and_then(|()| fs::remove_file(path)) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(Failure::io(Action::Remove, path, e)),
            _ => Ok(()),
        }
    }

    /// Removes a folder with all it holds, the files `last` of its top after all others: while anything
    /// is left, so is the mark that tells whose it was.
    pub fn remove_tree(&self, folder: &Path, last: &[&str]) -> Result<(), Failure> {
        let failed = |path: &Path, e| Failure::io(Action::Remove, path, e);
        let is_dir = |entry: &fs::DirEntry| {
            entry.file_type().map(|kind| kind.is_dir()).map_err(|e| failed(&entry.path(), e))
        };
        let remove = |path: &Path, is_dir: bool| {
            let remove = || if is_dir { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            self.pass(Operation::Remove, path).and_then(|()| remove()).map_err(|e| failed(path, e))
        };
        for entry in self.list(folder)? {
            if last.iter().any(|name| entry.file_name() == *name) {
                continue;
            }
            let (path, is_folder) = (entry.path(), is_dir(&entry)?);
            if is_folder {
                // Side by side, for some folders hold nearly all there is.
                let within =
                    self.list(&path)?.into_par_iter().map(|entry| remove(&entry.path(), is_dir(&entry)?));
                within.collect::<Result<(), Failure>>()?;
            }
            remove(&path, is_folder)?;
        }
        last.iter().try_for_each(|name| self.remove_file(&folder.join(name)))?;
        self.pass(Operation::Remove, folder)
            .and_then(|()| fs::remove_dir(folder))
            .map_err(|e| failed(folder, e))
    }

    /// The entries of a folder, by name.
    pub fn list(&self, folder: &Path) -> Result<Vec<fs::DirEntry>, Failure> {
        let read = || {
            self.pass(Operation::List, folder)?;
            fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()
        };
        let mut entries = read().map_err(|e| Failure::io(Action::List, folder, e))?;
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        Ok(entries)
    }

    /// All files below a folder, links and special files included, as paths below it, sorted.
    pub fn walk(&self, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        self.walk_below(folder, Path::new(""))
    }

    fn walk_below(&self, folder: &Path, below: &Path) -> Result<Vec<PathBuf>, Failure> {
        let within = |entry: fs::DirEntry| {
            let path = below.join(entry.file_name());
            let kind = entry.file_type().map_err(|e| Failure::io(Action::Read, &entry.path(), e))?;
            if kind.is_dir() { self.walk_below(folder, &path) } else { Ok(vec![path]) }
        };
        let lists = self.list(&folder.join(below))?.into_par_iter().map(within);
        Ok(lists.collect::<Result<Vec<_>, Failure>>()?.into_iter().flatten().collect())
    }
}
