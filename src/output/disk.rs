//! Every file operation of this door, one function each, so that an error always names what was
//! being done and where.

use crate::failure::{Action, Failure};
use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

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
}

pub(super) fn create_dir(path: &Path) -> Result<(), Failure> {
    fs::create_dir(path).map_err(|e| Failure::io(Action::CreateFolder, path, e))
}

/// Creates what is missing above `path` and tells which folders those were, outermost first.
pub(super) fn create_parents(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let missing: Vec<_> =
        path.ancestors().skip(1).take_while(|p| !p.exists()).map(Path::to_path_buf).collect();
    let mut created = Vec::new();
    for folder in missing.into_iter().rev() {
        if let Err(failure) = create_dir(&folder) {
            remove_empty(&created);
            return Err(failure);
        }
        created.push(folder);
    }
    Ok(created)
}

/// Takes back [`create_parents`], innermost first; what is in use meanwhile stays.
pub(super) fn remove_empty(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// Opens a file that must not exist yet, with the folders above it.
fn create(path: &Path) -> Result<File, Failure> {
    let open = || OpenOptions::new().write(true).create_new(true).open(path);
    let opened = match (open(), path.parent()) {
        (Err(e), Some(parent)) if e.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(parent).map_err(|e| Failure::io(Action::CreateFolder, parent, e))?;
            open()
        }
        (result, _) => result,
    };
    opened.map_err(|e| Failure::io(Action::Write, path, e))
}

/// Writes a file that must not exist yet.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    create(path)?.write_all(bytes).map_err(|e| Failure::io(Action::Write, path, e))
}

/// As [`write_new`]; returns when the bytes are on the disk itself.
pub(super) fn write_new_synced(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut file = create(path)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|e| Failure::io(Action::Write, path, e))
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|e| Failure::io(Action::Read, path, e))
}

/// Hands the file's bytes on in pieces. Links and special files are not followed.
fn read_pieces(path: &Path, mut each: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
    let failed = |e| Failure::io(Action::Read, path, e);
    if !fs::symlink_metadata(path).map_err(failed)?.is_file() {
        return Err(failed(std::io::Error::new(ErrorKind::InvalidInput, "not a regular file")));
    }
    let mut file = File::open(path).map_err(failed)?;
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
pub(super) fn sum(path: &Path) -> Result<Sum, Failure> {
    let (mut hash, mut size) = (Sha256::new(), 0);
    read_pieces(path, |piece| {
        hash.update(piece);
        size += piece.len() as u64;
        Ok(())
    })?;
    Ok(Sum { size, sha256: hash.finalize().into() })
}

/// Copies a file of any size to a place that must not exist yet; the sum is that of the copy.
pub(super) fn copy_new(from: &Path, to: &Path) -> Result<Sum, Failure> {
    let mut out = create(to)?;
    let (mut hash, mut size) = (Sha256::new(), 0);
    read_pieces(from, |piece| {
        hash.update(piece);
        size += piece.len() as u64;
        out.write_all(piece).map_err(|e| Failure::io(Action::Write, to, e))
    })?;
    Ok(Sum { size, sha256: hash.finalize().into() })
}

/// Whether a regular file with exactly these bytes stands there; one that cannot be read does not.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_size = |m: fs::Metadata| m.is_file() && m.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(same_size) && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Whether a regular file with this checksum stands there; one that cannot be read does not.
pub(super) fn holds_sum(path: &Path, wanted: &Sum) -> bool {
    let same_size = |m: fs::Metadata| m.is_file() && m.len() == wanted.size;
    fs::symlink_metadata(path).is_ok_and(same_size) && sum(path).is_ok_and(|old| old == *wanted)
}

/// Puts the file `from` at `to` as well, with its time: a hard link, or a copy where links are
/// impossible. A symbolic link is kept as one.
pub(super) fn link_or_copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let link = || fs::hard_link(from, to);
    let linked = match (link(), to.parent()) {
        (Err(e), Some(parent)) if e.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(parent).map_err(|e| Failure::io(Action::CreateFolder, parent, e))?;
            link()
        }
        (result, _) => result,
    };
    match linked {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Err(Failure::io(Action::Write, to, e)),
        Err(_) => copy_with_time(from, to),
    }
}

fn copy_with_time(from: &Path, to: &Path) -> Result<(), Failure> {
    let read = |e| Failure::io(Action::Read, from, e);
    let metadata = fs::symlink_metadata(from).map_err(read)?;
    #[cfg(unix)]
    if metadata.is_symlink() {
        let target = fs::read_link(from).map_err(read)?;
        return std::os::unix::fs::symlink(target, to).map_err(|e| Failure::io(Action::Write, to, e));
    }
    copy_new(from, to)?;
    let time = metadata.modified().map_err(read)?;
    let set_time = || OpenOptions::new().write(true).open(to)?.set_modified(time);
    set_time().map_err(|e| Failure::io(Action::Write, to, e))
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|e| Failure::io(Action::Rename, from, e))
}

/// Gives the folder `to` the permissions of `from`: who may read the site is the administrator's choice.
pub(super) fn copy_permissions(from: &Path, to: &Path) -> Result<(), Failure> {
    let copy = || fs::set_permissions(to, fs::metadata(from)?.permissions());
    copy().map_err(|e| Failure::io(Action::Write, to, e))
}

/// Removes a file if it is there.
pub(super) fn remove_file(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(Failure::io(Action::Remove, path, e)),
        _ => Ok(()),
    }
}

/// Removes a folder with all it holds, the files `last` of its top after all others: while anything
/// is left, so is the mark that tells whose it was.
pub(super) fn remove_tree(folder: &Path, last: &[&str]) -> Result<(), Failure> {
    let failed = |path: &Path, e| Failure::io(Action::Remove, path, e);
    for entry in list(folder)? {
        if last.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let path = entry.path();
        let is_dir = entry.file_type().map_err(|e| failed(&path, e))?.is_dir();
        let removed = if is_dir { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(|e| failed(&path, e))?;
    }
    last.iter().try_for_each(|name| remove_file(&folder.join(name)))?;
    fs::remove_dir(folder).map_err(|e| failed(folder, e))
}

/// The entries of a folder, by name.
pub(super) fn list(folder: &Path) -> Result<Vec<fs::DirEntry>, Failure> {
    let read = || fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>();
    let mut entries = read().map_err(|e| Failure::io(Action::List, folder, e))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// All files below a folder, links and special files included, as paths below it, sorted.
pub(super) fn walk(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in list(&folder.join(&below))? {
            let path = below.join(entry.file_name());
            let kind = entry.file_type().map_err(|e| Failure::io(Action::Read, &folder.join(&path), e))?;
            if kind.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
