//! What a site that was replaced leaves to the next one. Nearly all of a new site is folders and links to files
//! of the old one, and on most disks thousands of them take longer to make than all pages; in a spare they
//! stand already.
//!
//! A spare is never trusted: a link in it counts when it is the very file of the old site, all else goes. And
//! it keeps no file that the site has not: what was taken out of the content must not stay anywhere.

use super::Paths;
use super::disk::Disk;
use crate::failure::{Action, Failure};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// Removes what stands where a new file is to be written.
pub(super) fn make_way(disk: &Disk, root: &Path, path: &str) -> Result<(), Failure> {
    let mut at = root.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        at.push(part);
        let Ok(found) = fs::symlink_metadata(&at) else { return Ok(()) };
        match (parts.peek(), found.is_dir()) {
            (Some(_), true) => {}
            // Another thread may have put a folder there since.
            (Some(_), false) => return disk.remove_file(&at).or_else(|e| at.is_dir().then_some(()).ok_or(e)),
            (None, true) => return disk.remove_tree(&at, &[]),
            (None, false) => return disk.remove_file(&at),
        }
    }
    Ok(())
}

/// Removes all files and folders that a new site has not; `mark` stays.
pub(super) fn clear(disk: &Disk, root: &Path, new: &Paths, mark: &str) -> Result<(), Failure> {
    Clearing { disk, root, new, mark }.folder("")
}

struct Clearing<'a> {
    disk: &'a Disk,
    root: &'a Path,
    new: &'a Paths<'a>,
    mark: &'a str,
}

impl Clearing<'_> {
    /// `below` is empty or ends with `/`.
    fn folder(&self, below: &str) -> Result<(), Failure> {
        let clear = |entry: fs::DirEntry| {
            let full = entry.path();
            let path = entry.file_name().to_str().map(|name| format!("{below}{name}"));
            let is_dir = entry.file_type().map_err(|e| Failure::io(Action::Read, &full, e))?.is_dir();
            match (path, is_dir) {
                (Some(path), true) if self.new.has_below(&path) => self.folder(&format!("{path}/")),
                (_, true) => self.disk.remove_tree(&full, &[]),
                (Some(path), false) if path == self.mark || self.new.at(&path).is_some() => Ok(()),
                (_, false) => self.disk.remove_file(&full),
            }
        };
        self.disk.list(&self.root.join(below))?.into_par_iter().map(clear).collect()
    }
}

/// Makes the folder of a site that was replaced the spare, without the files that are `gone`.
pub(super) fn keep(disk: &Disk, replaced: &Path, spare: &Path, gone: &[PathBuf]) -> Result<(), Failure> {
    gone.par_iter().try_for_each(|path| disk.remove_file(&replaced.join(path)))?;
    discard(disk, spare)?;
    disk.rename(replaced, spare)
}

/// Removes a spare, if there is one; of a link only itself.
pub(super) fn discard(disk: &Disk, spare: &Path) -> Result<(), Failure> {
    match is_folder(spare) {
        true => disk.remove_tree(spare, &[]),
        false => disk.remove_file(spare),
    }
}

/// Whether a folder stands there, and not a link to one.
pub(super) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Whether two paths are names of one file.
#[cfg(unix)]
pub(super) fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |path: &Path| fs::symlink_metadata(path).map(|m| (m.dev(), m.ino()));
    matches!((id(a), id(b)), (Ok(a), Ok(b)) if a == b)
}

/// Elsewhere nobody can say.
#[cfg(not(unix))]
pub(super) fn is_same(_: &Path, _: &Path) -> bool {
    false
}
