//! The new folder takes the old one's place: in one step where the system can, else in two renames
//! with a journal that the next run completes.
//!
//! Names beside the site folder `public`: `public.new-<pid>` is being made, or was just replaced;
//! `public.old-<pid>` was replaced by two renames; `public.swap` is the journal.

use super::Paths;
use super::disk::{Disk, Operation};
use super::manifest::MANIFEST;
use super::moved::Moved;
use super::spare;
use crate::failure::{Action, Failure};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

/// The file that makes a folder without a manifest known as ours.
const MARK: &str = ".tongbao-new";

/// A new site folder on its way; removed when dropped, whatever it holds by then.
#[derive(Debug)]
pub(super) struct Staging {
    disk: Disk,
    /// Where it stands.
    pub path: PathBuf,
    /// Whether a spare stood there first.
    pub begun: bool,
    target: PathBuf,
}

impl Staging {
    /// A folder beside `target`: the spare if there is one, else an empty one. The caller holds the lock and has
    /// called [`recover`].
    pub fn create(disk: &Disk, target: &Path, spare: Option<&Path>) -> Result<Self, Failure> {
        let path = beside(target, &format!(".new-{}", std::process::id()));
        // Its mark is in it: whatever happens now, the next run knows it as ours. A link would lead elsewhere.
        let spare = spare.filter(|spare| spare::is_folder(spare) && spare.join(MARK).exists());
        let begun = spare.is_some_and(|spare| disk.rename(spare, &path).is_ok());
        if !begun {
            disk.create_dir(&path)?;
        }
        let staging = Self { disk: disk.clone(), path, begun, target: target.to_path_buf() };
        if !begun {
            disk.write_new(&staging.path.join(MARK), b"")?;
        }
        Ok(staging)
    }

    /// Removes from what a spare has brought all that the new site has not.
    pub fn clear(&self, new: &Paths) -> Result<(), Failure> {
        if self.begun { spare::clear(&self.disk, &self.path, new, MARK) } else { Ok(()) }
    }

    /// Makes the old site the spare, with the names of its folders that the new site has, without the files that are
    /// `gone`: if one of the others, the `link`, is really a
    /// link to the new site's. When that cannot be, there is no spare and the old site goes as without. Says whether
    /// there is one.
    pub fn leave(self, spare: &Path, moved: &Moved, gone: &[PathBuf], link: Option<&str>) -> bool {
        let is_link = |link| spare::is_same(&self.path.join(link), &self.target.join(link));
        let keep = || {
            self.disk.write_new(&self.path.join(MARK), b"")?;
            moved.rename(&self.disk, &self.path)?;
            spare::keep(&self.disk, &self.path, spare, gone)
        };
        let left = link.is_some_and(is_link) && keep().is_ok();
        if !left {
            // An older one may hold what the site has no more.
            let _ = spare::discard(&self.disk, spare);
        }
        left
    }

    /// Makes the new folder the site; the old one stands where it was until it is left or dropped.
    pub fn publish(&self) -> Result<(), Failure> {
        self.disk.remove_file(&self.path.join(MARK))?;
        if !self.target.exists() {
            return self.disk.rename(&self.path, &self.target);
        }
        self.disk.copy_permissions(&self.target, &self.path)?;
        let pass = self.disk.pass(Operation::Exchange, &self.target);
        match pass.and_then(|()| exchange(&self.path, &self.target)) {
            Err(e) if is_unknown(&e) => two_renames(&self.disk, &self.path, &self.target),
            result => result.map_err(|e| Failure::io(Action::Exchange, &self.target, e)),
        }
    }
}

impl Drop for Staging {
    /// What cannot be removed now is removed by the next run.
    fn drop(&mut self) {
        if self.path.exists() {
            let _ = remove(&self.disk, &self.path);
        }
    }
}

/// Completes what a dead run began and removes what it left. The caller holds the lock, so no run
/// that is alive has anything here.
pub(super) fn recover(disk: &Disk, target: &Path) -> Result<(), Failure> {
    let journal = journal(target);
    if journal.exists() {
        complete(disk, target, &journal)?;
    }
    for leftover in leftovers(disk, target)? {
        remove(disk, &leftover)?;
    }
    Ok(())
}

/// Folders of dead runs beside the target: named as ours, and known as ours by what they hold.
fn leftovers(disk: &Disk, target: &Path) -> Result<Vec<PathBuf>, Failure> {
    let Some(parent) = target.parent() else { return Ok(Vec::new()) };
    let name = target.file_name().unwrap_or_default();
    let entries = disk.list(parent)?;
    let ours = entries.iter().filter(|entry| {
        let is_dir = entry.file_type().is_ok_and(|t| t.is_dir());
        is_dir && (pid(name, ".new-", &entry.file_name()) || pid(name, ".old-", &entry.file_name()))
    });
    Ok(ours.map(std::fs::DirEntry::path).filter(|path| is_marked(path)).collect())
}

/// Whether `name` is `target`, `infix` and digits.
fn pid(target: &OsStr, infix: &str, name: &OsStr) -> bool {
    let (target, name) = (target.as_encoded_bytes(), name.as_encoded_bytes());
    let digits = name.strip_prefix(target).and_then(|rest| rest.strip_prefix(infix.as_bytes()));
    digits.is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
}

fn is_marked(folder: &Path) -> bool {
    let empty = || std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    folder.join(MARK).exists() || folder.join(MANIFEST).exists() || empty()
}

fn remove(disk: &Disk, folder: &Path) -> Result<(), Failure> {
    disk.remove_tree(folder, &[MARK, MANIFEST])
}

fn beside(target: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = target.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    target.with_file_name(name)
}

fn journal(target: &Path) -> PathBuf {
    beside(target, ".swap")
}

/// Two folders change places in one step.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system or its file system cannot exchange at all.
fn is_unknown(e: &io::Error) -> bool {
    // EINVAL: the file system does not know the flag.
    matches!(e.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// target → old, new → target. The journal names both until the second is done.
fn two_renames(disk: &Disk, new: &Path, target: &Path) -> Result<(), Failure> {
    let journal = journal(target);
    let old = beside(target, &format!(".old-{}", std::process::id()));
    let names = [&old, new].map(|p| p.file_name().unwrap_or_default().to_string_lossy().into_owned());
    disk.write_new_synced(&journal, names.map(|n| n + "\n").concat().as_bytes())?;
    let renamed = disk.rename(target, &old).and_then(|()| {
        disk.rename(new, target).inspect_err(|_| {
            let _ = disk.rename(&old, target);
        })
    });
    if renamed.is_ok() || target.exists() {
        // A journal beside a site asks for nothing; what stays of it is removed by the next run.
        let _ = disk.remove_file(&journal);
    }
    renamed?;
    // The site is new already; what stays of the old one is removed by the next run.
    let _ = remove(disk, &old);
    Ok(())
}

/// Ends an exchange of two renames that a dead run began: the new site stands if it got as far as
/// having no site, else the old one stands.
fn complete(disk: &Disk, target: &Path, journal: &Path) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(&disk.read(journal)?).into_owned();
    let mut names = text.lines().map(|name| target.with_file_name(name));
    if let (false, Some(old), Some(new)) = (target.exists(), names.next(), names.next()) {
        let from = if new.exists() { new } else { old };
        disk.rename(&from, target)?;
    }
    disk.remove_file(journal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn site(at: &Path, text: &str) {
        fs::create_dir(at).unwrap();
        fs::write(at.join(MANIFEST), text).unwrap();
    }

    fn shown(at: &Path) -> String {
        fs::read_to_string(at.join(MANIFEST)).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let list = Disk::default().list(folder).unwrap();
        list.iter().map(|e| e.file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn two_renames_leave_only_the_new_site() {
        let temp = tempfile::tempdir().unwrap();
        let (target, new) = (temp.path().join("public"), temp.path().join("public.new-1"));
        site(&target, "old");
        site(&new, "new");
        two_renames(&Disk::default(), &new, &target).unwrap();
        assert_eq!((shown(&target).as_str(), names(temp.path())), ("new", vec!["public".to_owned()]));
    }

    /// Killed after the journal, after the first rename, after the second, and after the journal went.
    #[test]
    fn every_half_done_exchange_is_completed() {
        for (step, want) in ["old", "new", "new", "new"].iter().enumerate() {
            let temp = tempfile::tempdir().unwrap();
            let at = |name: &str| temp.path().join(name);
            site(&at("public"), "old");
            site(&at("public.new-1"), "new");
            fs::write(at("public.swap"), "public.old-1\npublic.new-1\n").unwrap();
            if step >= 1 {
                fs::rename(at("public"), at("public.old-1")).unwrap();
            }
            if step >= 2 {
                fs::rename(at("public.new-1"), at("public")).unwrap();
            }
            if step >= 3 {
                fs::remove_file(at("public.swap")).unwrap();
            }
            recover(&Disk::default(), &at("public")).unwrap();
            assert_eq!(
                (shown(&at("public")).as_str(), names(temp.path())),
                (*want, vec!["public".to_owned()]),
                "{step}"
            );
        }
    }

    #[test]
    fn folders_that_only_look_like_leftovers_stay() {
        let temp = tempfile::tempdir().unwrap();
        for name in ["public.new-2024", "public.new-x", "public.new-", "publicity.new-1"] {
            fs::create_dir(temp.path().join(name)).unwrap();
            fs::write(temp.path().join(name).join("notes.txt"), "kept").unwrap();
        }
        recover(&Disk::default(), &temp.path().join("public")).unwrap();
        assert_eq!(names(temp.path()).len(), 4);
    }
}
