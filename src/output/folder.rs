//! Which folder is written, and may it be?

use super::disk::{Disk, Guard};
use super::manifest::{MANIFEST, Manifest};
use super::refusal;
use crate::failure::{Action, Failure};
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Folders of a site that no output may be in.
const PROTECTED: [&str; 5] = ["content", "themes", "src", ".git", ".tongbao"];

/// A place where a site folder may stand: checked, absolute, without links in its path.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    /// How long to wait for another writer.
    pub patience: Duration,
    pub(super) disk: Disk,
    /// Where what a site leaves to the next one is kept, if it is.
    pub(super) spare: Option<PathBuf>,
    /// How the files of the last site were found.
    pub(super) seen: Option<Vec<u8>>,
}

impl Folder {
    /// Judges `out` (relative to the current folder) as the output of the site whose folder is `site`.
    pub fn new(out: &Path, site: &Path) -> Result<Self, Failure> {
        // Without a `/` at the end, which would look through a link.
        let out: PathBuf = out.components().collect();
        if fs::symlink_metadata(&out).is_ok_and(|m| m.is_symlink()) {
            return Err(refusal::link_as_output(&out));
        }
        let path = resolve(&out)?;
        let site = fs::canonicalize(site).map_err(|e| Failure::io(Action::Read, site, e))?;
        let protected = PROTECTED.iter().map(|name| site.join(name)).find(|p| path.starts_with(p));
        if path.parent().is_none() || path.file_name().is_none() || site.starts_with(&path) {
            return Err(refusal::output_holds_site(&path));
        }
        if let Some(protected) = protected {
            return Err(refusal::output_in_sources(&path, &protected));
        }
        if path.exists() && !path.is_dir() {
            return Err(refusal::output_is_file(&path));
        }
        if is_mount_point(&path) {
            return Err(refusal::mount_as_output(&path));
        }
        Ok(Self { path, patience: super::PATIENCE, disk: Disk::default(), spare: None, seen: None })
    }

    /// The same folder with a guard before every file operation of a write: for tests of broken disks.
    pub fn guarded(mut self, guard: Arc<dyn Guard>) -> Self {
        self.disk.guard = Some(guard);
        self
    }

    /// The same folder with a place where a site that is replaced may leave its folders and links to the next one. It is
    /// nobody else's, and only of use on the same file system.
    pub fn with_spare(mut self, spare: Option<PathBuf>) -> Self {
        self.spare = spare;
        self
    }

    /// The same folder with what [`Written::seen`](super::Written::seen) said of the last site: files that are found as they were
    /// left need not be read to know them.
    pub fn with_seen(mut self, seen: Option<Vec<u8>>) -> Self {
        self.seen = seen;
        self
    }

    /// The folder's absolute path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The lock file beside it.
    pub(super) fn lock(&self) -> PathBuf {
        let mut name = self.path.file_name().map_or_else(OsString::new, OsString::from);
        name.push(".lock");
        self.path.with_file_name(name)
    }

    /// The manifest of the site that stands there; `None` when nothing does. A folder with other
    /// things in it is refused.
    pub(super) fn manifest(&self) -> Result<Option<Manifest>, Failure> {
        match self.disk.bytes(&self.path.join(MANIFEST)) {
            Ok(bytes) => {
                let manifest = Manifest::parse(&bytes);
                manifest.map(Some).ok_or_else(|| refusal::damaged_manifest(&self.path.join(MANIFEST)))
            }
            Err(e) if e.kind() != ErrorKind::NotFound => {
                Err(Failure::io(Action::Read, &self.path.join(MANIFEST), e))
            }
            Err(_) if !self.path.exists() || self.disk.list(&self.path)?.is_empty() => Ok(None),
            Err(_) => Err(refusal::foreign_folder(&self.path)),
        }
    }
}

/// The absolute path without links; what does not exist yet is kept as written.
fn resolve(out: &Path) -> Result<PathBuf, Failure> {
    let failed = |e| Failure::io(Action::Read, out, e);
    let absolute = std::path::absolute(out).map_err(failed)?;
    let mut missing = Vec::new();
    let mut existing = absolute.as_path();
    loop {
        match fs::canonicalize(existing) {
            Ok(path) => return Ok(missing.iter().rev().fold(path, |path, name| path.join(name))),
            Err(e) if e.kind() != ErrorKind::NotFound => return Err(failed(e)),
            Err(e) => match (existing.parent(), existing.file_name()) {
                (Some(parent), Some(name)) => {
                    missing.push(name);
                    existing = parent;
                }
                _ => return Err(failed(e)),
            },
        }
    }
}

/// Whether another file system (or a part of one) is mounted there, so that it cannot be renamed.
#[cfg(target_os = "linux")]
fn is_mount_point(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::TYPE)
        .is_ok_and(|s| s.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Whether another file system is mounted there, so that it cannot be renamed.
#[cfg(all(unix, not(target_os = "linux")))]
fn is_mount_point(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|m| m.dev());
    matches!((device(path), path.parent().map(device)), (Ok(a), Some(Ok(b))) if a != b)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path) -> bool {
    false
}
