//! What stands in the site folder, and how does it get there unbroken? The only writer of site folders.
//!
//! The new site is made in a folder beside the old one and then takes its place in one step: with an
//! error, a kill or a full disk the old site stays whole. A file that is as before is linked from the
//! old site and keeps its time; when all are, nothing is written at all.
//!
//! A folder is ours when it holds `tongbao.json`. What that file does not list is foreign: it is
//! carried over and named, never overwritten.

mod disk;
mod folder;
mod lock;
mod manifest;
mod moved;
mod refusal;
mod seen;
mod spare;
mod swap;

pub use disk::{Guard, Operation};
pub use folder::Folder;
pub use manifest::{Listed, MANIFEST, Manifest, SUMS};

use crate::diag::Diagnostic;
use crate::failure::{Action, Failure};
use crate::model::visible::Drafts;
use crate::parse::id::is_device;
use disk::{Disk, Sum};
use moved::Moved;
use rayon::prelude::*;
use seen::{Mark, Seen};
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use swap::Staging;

/// How long a build waits for another one that writes the same folder.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// Files made at a time by each thread; with the largest page this bounds memory.
const BATCH: usize = 64;

/// Most bytes of a file that is written piece by piece which are kept until it is known whether they are new.
const GATHERED: usize = 32 * 1024 * 1024;

/// One file of the site.
pub struct File<'a> {
    /// Path below the site folder, `/` between parts: see [`is_safe`].
    pub path: String,
    /// Where the old site has it, if not there: known to be the same it moves.
    pub former: Option<String>,
    /// Its bytes, or how to get them.
    pub content: Content<'a>,
}

/// Where a file's bytes come from.
pub enum Content<'a> {
    /// Here they are.
    Bytes(Cow<'a, [u8]>),
    /// Made when the file's turn comes, on any thread.
    Make(Box<Maker<'a>>),
    /// Written piece by piece, of any size, the same each time it is asked; or known, as a [`Maker`] knows.
    Stream(Box<Pieces<'a>>, Box<Knower<'a>>),
    /// A file to copy, of any size.
    Copy(PathBuf),
}

/// Makes a file's bytes. It is told the id ([`Manifest::build`]) of the old site when that has a file at the
/// path, or at the former one, and may then answer `None`: the same again.
pub type Maker<'a> = dyn Fn(Option<&str>) -> Result<Option<Vec<u8>>, Box<Diagnostic>> + Send + 'a;

/// Writes a file's bytes into what it is given.
pub type Pieces<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + 'a;

/// Says whether a file is the same again, if that can be told; asked once for every file, as a [`Maker`] is.
pub type Knower<'a> = dyn Fn(Option<&str>) -> Option<bool> + Send + 'a;

impl<'a> File<'a> {
    /// A file whose bytes are made when its turn comes.
    pub fn make(
        path: impl Into<String>,
        make: impl Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + 'a,
    ) -> Self {
        Self::make_unless_known(path, move |_| make().map(Some))
    }

    /// A file whose bytes are made when its turn comes, unless its [`Maker`] knows them to be those of the
    /// old site.
    pub fn make_unless_known(
        path: impl Into<String>,
        make: impl Fn(Option<&str>) -> Result<Option<Vec<u8>>, Box<Diagnostic>> + Send + 'a,
    ) -> Self {
        Self::new(path, Content::Make(Box::new(make)))
    }

    /// A file whose bytes are known.
    pub fn bytes(path: impl Into<String>, bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self::new(path, Content::Bytes(bytes.into()))
    }

    /// A file that is written piece by piece: twice when an old one stands there and it is large, first to
    /// compare.
    pub fn stream(
        path: impl Into<String>,
        write: impl Fn(&mut dyn Write) -> io::Result<()> + Send + 'a,
    ) -> Self {
        Self::stream_unless_known(path, write, |_| None)
    }

    /// A file that is written piece by piece unless it is known to be that of the old site.
    pub fn stream_unless_known(
        path: impl Into<String>,
        write: impl Fn(&mut dyn Write) -> io::Result<()> + Send + 'a,
        known: impl Fn(Option<&str>) -> Option<bool> + Send + 'a,
    ) -> Self {
        Self::new(path, Content::Stream(Box::new(write), Box::new(known)))
    }

    /// A copy of another file.
    pub fn copy(path: impl Into<String>, from: impl Into<PathBuf>) -> Self {
        Self::new(path, Content::Copy(from.into()))
    }

    fn new(path: impl Into<String>, content: Content<'a>) -> Self {
        Self { path: path.into(), former: None, content }
    }
}

/// Why a [`write()`] stopped; the old site is as it was.
#[derive(Debug)]
pub enum Stop {
    /// The machine did not let us.
    Failure(Failure),
    /// A file could not be made, for a reason that somebody wrote.
    Problem(Box<Diagnostic>),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Box<Diagnostic>> for Stop {
    fn from(problem: Box<Diagnostic>) -> Self {
        Self::Problem(problem)
    }
}

/// What a [`write()`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Files of the site, manifest and checksums included, foreign ones not.
    pub files: usize,
    /// Of these, new or changed.
    pub written: usize,
    /// Files of the old site that the new one has no more.
    pub removed: usize,
    /// Size of all files of the site.
    pub bytes: u64,
    /// The site's id: [`Manifest::build`].
    pub build: String,
    /// Foreign files that were carried over.
    pub foreign: Vec<String>,
    /// How the files were found, for [`Folder::with_seen`] of the next write.
    pub seen: Vec<u8>,
}

/// Makes `files` the site in `folder`. They come in any order; no two have the same path.
///
/// `made` is called after each file with the count of files so far, from any thread.
pub fn write<'a>(
    folder: &Folder,
    drafts: Drafts,
    files: impl IntoIterator<Item = File<'a>>,
    made: &(dyn Fn(usize) + Sync),
) -> Result<Written, Stop> {
    let parents = folder.disk.create_parents(folder.path())?;
    let written = write_locked(folder, drafts, files, made);
    if written.is_err() {
        folder.disk.remove_empty(&parents);
    }
    written
}

fn write_locked<'a>(
    folder: &Folder,
    drafts: Drafts,
    files: impl IntoIterator<Item = File<'a>>,
    made: &(dyn Fn(usize) + Sync),
) -> Result<Written, Stop> {
    let _lock = lock::Lock::acquire(&folder.disk, &folder.lock(), folder.patience)?;
    swap::recover(&folder.disk, folder.path())?;
    let old = folder.manifest()?;
    if drafts == Drafts::Shown && old.as_ref().is_some_and(|old| !old.drafts) {
        return Err(refusal::drafts_over_public(folder.path()).into());
    }
    let old = old.map(|old| Old::new(old, folder.seen.as_deref()));
    let site = Site::new(folder, old.as_ref());
    let mut entries = site.make_all(files, made)?;
    entries.sort_by(|a, b| a.listed.path.cmp(&b.listed.path));
    if let Some(pair) = entries.windows(2).find(|pair| pair[0].listed.path == pair[1].listed.path) {
        return Err(refusal::bad_path(&pair[0].listed.path).into());
    }
    Ok(site.finish(drafts, entries)?)
}

/// A made file.
struct Entry {
    listed: Listed,
    /// Where the old site has it; else it was written.
    kept: Option<Kept>,
}

/// A file of the old site that stays, at its place or another.
#[derive(Debug, Clone, Copy)]
struct Kept {
    /// Its index in the old site.
    old: usize,
    moved: bool,
    /// By which it was known.
    mark: Option<Mark>,
}

impl Entry {
    fn written(path: String, sum: Sum) -> Self {
        Self { listed: Listed::new(path, sum), kept: None }
    }
}

/// What the old site lists.
struct Old {
    build: String,
    /// By path.
    files: Vec<Listed>,
    /// For each how it was last found.
    marks: Vec<Option<Mark>>,
    /// Indices of the files by checksum, for what comes again under another name.
    by_content: Vec<usize>,
}

impl Old {
    fn new(manifest: Manifest, seen: Option<&[u8]>) -> Self {
        // What a mark says of a file it says of the file as listed.
        let is_whole = manifest.is_whole();
        let Manifest { build, mut files, .. } = manifest;
        let seen = seen.and_then(Seen::parse).filter(|seen| is_whole && seen.build == build);
        let marks = seen.map(|seen| seen.marks).filter(|marks| marks.len() == files.len());
        let marks = marks.unwrap_or_else(|| vec![None; files.len()]);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut by_content: Vec<usize> = (0..files.len()).collect();
        by_content.par_sort_by_key(|n| &files[*n].sha256);
        Self { build, files, marks, by_content }
    }

    /// The index of the file at a path.
    fn at(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()
    }

    /// Where it lists the same content: at the file's own path, or else, when nothing stands there, at another.
    fn place_of(&self, file: &Listed) -> Option<usize> {
        match self.at(&file.path) {
            Some(own) => (self.files[own] == *file).then_some(own),
            None => {
                let content = |n: &usize| self.files[*n].sha256.as_str().cmp(&file.sha256);
                self.by_content.binary_search_by(content).ok().map(|n| self.by_content[n])
            }
        }
    }
}

/// The old site, and the new one, which is begun when the first difference shows.
struct Site<'a> {
    disk: &'a Disk,
    target: &'a Path,
    old: Option<&'a Old>,
    /// Where there may be a spare, and where the old site is to be left as one.
    spare: Option<&'a Path>,
    staging: Mutex<Option<Staging>>,
}

impl<'a> Site<'a> {
    fn new(folder: &'a Folder, old: Option<&'a Old>) -> Self {
        let (target, spare) = (folder.path(), folder.spare.as_deref());
        Self { disk: &folder.disk, target, old, spare, staging: Mutex::new(None) }
    }

    /// The old site's file at a path, and its index.
    fn old_file(&self, path: &str) -> Option<(usize, &'a Listed)> {
        let old = self.old?;
        old.at(path).map(|n| (n, &old.files[n]))
    }

    /// The old site's file, if it really holds what is listed, whatever happened to it meanwhile: by its mark, or as
    /// `read` says, which looks at the bytes.
    fn stands(&self, old: usize, read: impl FnOnce(&Path) -> bool) -> Option<Kept> {
        let Old { files, marks, .. } = self.old?;
        let path = self.target.join(&files[old].path);
        let now = || path.symlink_metadata().ok().and_then(|found| Mark::of(&found));
        let mark = marks[old].filter(|mark| now() == Some(*mark));
        (mark.is_some() || read(&path)).then_some(Kept { old, moved: false, mark })
    }

    /// Where the file `path` of the new site is to be written, and stands until the exchange.
    fn staged(&self, path: &str) -> Result<PathBuf, Failure> {
        let (root, begun) = self.root()?;
        if begun {
            spare::make_way(self.disk, &root, path)?;
        }
        Ok(root.join(path))
    }

    /// The new folder, and whether it began as a spare.
    fn root(&self) -> Result<(PathBuf, bool), Failure> {
        let mut staging = self.staging.lock().unwrap_or_else(PoisonError::into_inner);
        if staging.is_none() {
            // Without an old site nothing in a spare can be trusted.
            let spare = self.spare.filter(|_| self.old.is_some());
            *staging = Some(Staging::create(self.disk, self.target, spare)?);
        }
        Ok(staging.as_ref().map(|s| (s.path.clone(), s.begun)).unwrap_or_default())
    }

    /// Makes the files in batches, in parallel within each; the first error in their order counts.
    fn make_all<'f>(
        &self,
        files: impl IntoIterator<Item = File<'f>>,
        made: &(dyn Fn(usize) + Sync),
    ) -> Result<Vec<Entry>, Stop> {
        let count = AtomicUsize::new(0);
        let make = |file| {
            let entry = self.make(file)?;
            made(count.fetch_add(1, Ordering::Relaxed) + 1);
            Ok(entry)
        };
        let mut files = files.into_iter();
        let mut entries = Vec::new();
        loop {
            let batch: Vec<File> = files.by_ref().take(BATCH * rayon::current_num_threads()).collect();
            if batch.is_empty() {
                return Ok(entries);
            }
            let results: Vec<Result<Entry, Stop>> = batch.into_par_iter().with_max_len(1).map(make).collect();
            for result in results {
                entries.push(result?);
            }
        }
    }

    /// Makes one file and writes it, unless the old site has it.
    fn make(&self, file: File) -> Result<Entry, Stop> {
        if !is_safe(&file.path) || file.path == MANIFEST || file.path == SUMS {
            return Err(refusal::bad_path(&file.path).into());
        }
        Ok(match file.content {
            Content::Bytes(bytes) => self.put(file.path, &bytes)?,
            Content::Make(make) => self.put_made(file.path, file.former.as_deref(), &*make)?,
            Content::Stream(write, known) => self.put_stream(file.path, &*write, &*known)?,
            Content::Copy(from) => self.put_copy(file.path, &from)?,
        })
    }

    fn put(&self, path: String, bytes: &[u8]) -> Result<Entry, Failure> {
        let listed = Listed::new(path, Sum::of(bytes));
        let kept = self.find(&listed, |old| self.disk.holds(old, bytes));
        if kept.is_none() {
            self.disk.write_new(&self.staged(&listed.path)?, bytes)?;
        }
        Ok(Entry { listed, kept })
    }

    fn put_made(&self, path: String, former: Option<&str>, make: &Maker) -> Result<Entry, Stop> {
        let old = self.old_file(&path).or_else(|| self.old_file(former?));
        let known = old.and(self.old).map(|old| old.build.as_str());
        let mut made = make(known)?;
        if let (None, Some((n, old))) = (&made, old) {
            let is_it = |bytes: &[u8]| Listed::new(old.path.clone(), Sum::of(bytes)) == *old;
            if let Some(kept) = self.stands(n, |at| self.disk.holds_such(at, old.size, is_it)) {
                let moved = old.path != path;
                return Ok(Entry {
                    listed: Listed { path, ..old.clone() },
                    kept: Some(Kept { moved, ..kept }),
                });
            }
            // Somebody changed it: it is made after all.
            made = make(None)?;
        }
        Ok(self.put(path, &made.expect("where nothing is known there are bytes"))?)
    }

    fn put_stream(&self, path: String, write: &Pieces, known: &Knower) -> Result<Entry, Failure> {
        let old = self.old_file(&path);
        let is_known = known(old.and(self.old).map(|old| old.build.as_str()));
        if let Some((n, old)) = old {
            let is_it = |at: &Path| self.disk.sum(at).is_ok_and(|sum| Listed::new(path.clone(), sum) == *old);
            if is_known == Some(true)
                && let Some(kept) = self.stands(n, is_it)
            {
                return Ok(Entry { listed: old.clone(), kept: Some(kept) });
            }
            if is_known == Some(false) {
                return self.put_other(path, write);
            }
            let failed = |e| Failure::io(Action::Write, &self.target.join(&path), e);
            // It is about as large as it was: growing by and by would copy it several times.
            let room = usize::try_from(old.size + old.size / 64).unwrap_or(GATHERED).min(GATHERED);
            let mut bytes = Some(Vec::with_capacity(room));
            let mut gather = |piece: &[u8]| {
                bytes = bytes.take().filter(|bytes| bytes.len() + piece.len() <= GATHERED);
                bytes.iter_mut().for_each(|bytes| bytes.extend_from_slice(piece));
                Ok(())
            };
            let sum = Sum::of_pieces(write, &mut gather).map_err(failed)?;
            if let Some(entry) = self.keep_sum(&path, sum) {
                return Ok(entry);
            }
            if let Some(bytes) = bytes {
                self.disk.write_new(&self.staged(&path)?, &bytes)?;
                return Ok(Entry::written(path, sum));
            }
        }
        let sum = self.disk.write_new_pieces(&self.staged(&path)?, write)?;
        Ok(Entry::written(path, sum))
    }

    /// A file that is hardly the same again is not written twice to know it. It is written beside its place, where what
    /// a spare has brought may stay.
    fn put_other(&self, path: String, write: &Pieces) -> Result<Entry, Failure> {
        // No path of a site begins a name like this.
        let (folder, name) =
            path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (folder, name));
        let unfinished = self.root()?.0.join(folder).join(format!(".{name}"));
        let sum = self.disk.write_new_pieces(&unfinished, write)?;
        if let Some(entry) = self.keep_sum(&path, sum) {
            return self.disk.remove_file(&unfinished).map(|()| entry);
        }
        self.disk.rename(&unfinished, &self.staged(&path)?)?;
        Ok(Entry::written(path, sum))
    }

    fn put_copy(&self, path: String, from: &Path) -> Result<Entry, Failure> {
        if self.old_file(&path).is_some()
            && let Some(entry) = self.keep_sum(&path, self.disk.sum(from)?)
        {
            return Ok(entry);
        }
        let sum = self.disk.copy_new(from, &self.staged(&path)?)?;
        Ok(Entry::written(path, sum))
    }

    /// The old site's file with this checksum.
    fn keep_sum(&self, path: &str, sum: Sum) -> Option<Entry> {
        let listed = Listed::new(path.to_owned(), sum);
        let kept = self.find(&listed, |old| self.disk.holds_sum(old, &sum))?;
        Some(Entry { listed, kept: Some(kept) })
    }

    /// Where the old site lists the file's content and holds it.
    fn find(&self, file: &Listed, read: impl FnOnce(&Path) -> bool) -> Option<Kept> {
        let old = self.old?;
        let n = old.place_of(file)?;
        let moved = old.files[n].path != file.path;
        self.stands(n, read).map(|kept| Kept { moved, ..kept })
    }

    /// Adds what stays as it is and the manifest, and makes the new folder the site. Does nothing when
    /// the old site is the same.
    fn finish(self, drafts: Drafts, entries: Vec<Entry>) -> Result<Written, Failure> {
        let (files, kept): (Vec<Listed>, Vec<Option<Kept>>) =
            entries.into_iter().map(|entry| (entry.listed, entry.kept)).unzip();
        let is_as_it_was = |n: usize| kept[n].is_some_and(|kept| !kept.moved);
        let old = self.old.map_or(&[][..], |old| &old.files);
        let files = Paths(&files);
        let changed = (0..kept.len()).filter(|n| !is_as_it_was(*n)).count();
        let removed = old.par_iter().filter(|file| files.at(&file.path).is_none()).count();
        let moved = Moved::find(old, &files, &kept);
        let move_in = || {
            let (foreign, marks) = rayon::join(
                || self.foreign(&files),
                || self.clear(&files, &kept, &moved).and_then(|()| self.keep(&files, &kept)),
            );
            Ok::<_, Failure>((foreign?, marks?))
        };
        let seal = || Seals::new(&self, drafts, &files);
        let (seals, moved_in) = match changed + removed {
            0 => (seal(), None),
            _ => {
                let (seals, moved_in) = rayon::join(seal, move_in);
                (seals, Some(moved_in?))
            }
        };
        let mut written = Written {
            files: files.0.len() + seals.files.len(),
            written: changed + seals.new,
            removed,
            bytes: files.0.iter().map(|file| file.size).sum::<u64>() + seals.size(),
            build: seals.build.clone(),
            foreign: Vec::new(),
            seen: Vec::new(),
        };
        // By which the files can be known next time without another look.
        let mut marks: Vec<Option<Mark>> = kept.iter().map(|kept| kept.as_ref()?.mark).collect();
        if written.written > 0 {
            let foreign;
            (foreign, marks) = moved_in.map_or_else(move_in, Ok)?;
            self.keep_foreign(&foreign)?;
            written.foreign = foreign.iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
            let [(_, sums), (_, manifest)] = &seals.files;
            self.disk.write_new(&self.staged(SUMS)?, sums)?;
            self.disk.write_new_synced(&self.staged(MANIFEST)?, manifest)?;
            let staging = self.staging.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(staging) = staging {
                staging.publish()?;
                let left = self.spare.is_some_and(|spare| {
                    let link = (0..kept.len()).find(|n| is_as_it_was(*n)).map(|n| files.0[n].path.as_str());
                    let is_link = |n: usize, path: &Path| {
                        let new = slashed(path).and_then(|path| files.at(&path));
                        new.and_then(|new| kept[new]).is_some_and(|kept| kept.old == n)
                    };
                    let old = (0..).zip(old).map(|(n, file)| (n, moved.renamed(Path::new(&file.path))));
                    let gone = old.filter(|(n, path)| !is_link(*n, path)).map(|(_, path)| path);
                    let gone = gone.chain(foreign.iter().map(|path| moved.renamed(path)));
                    let gone: Vec<PathBuf> = gone.chain([MANIFEST, SUMS].map(PathBuf::from)).collect();
                    staging.leave(spare, &moved, &gone, link)
                });
                if !left {
                    // With the old links the times have changed.
                    marks.fill(None);
                }
            }
        }
        written.seen = self.look(&files, &written.build, marks);
        Ok(written)
    }

    /// How the files of the new site are found when all is done.
    fn look(&self, files: &Paths, build: &str, mut marks: Vec<Option<Mark>>) -> Vec<u8> {
        let now = SystemTime::now();
        let look = |file: &Listed| Mark::settled(&self.target.join(&file.path).symlink_metadata().ok()?, now);
        let unknown = marks.par_iter_mut().zip(files.0).filter(|(mark, _)| mark.is_none());
        unknown.for_each(|(mark, file)| *mark = look(file));
        Seen { build: build.to_owned(), marks }.to_bytes()
    }

    /// Removes from what a spare has brought all that the new site has not, under whatever name.
    fn clear(&self, new: &Paths, kept: &[Option<Kept>], moved: &Moved) -> Result<(), Failure> {
        // Where only files went, nothing has begun it yet.
        let (root, begun) = self.root()?;
        if begun {
            moved.merge(self.disk, &root, new, kept)?;
        }
        let staging = self.staging.lock().unwrap_or_else(PoisonError::into_inner);
        staging.as_ref().map_or(Ok(()), |staging| staging.clear(new))
    }

    /// Files of the old site that are no business of ours. One that stands where a new file or folder
    /// must stand is an error.
    fn foreign(&self, new: &Paths) -> Result<Vec<PathBuf>, Failure> {
        if !self.target.exists() {
            return Ok(Vec::new());
        }
        let is_ours = |path: &str| {
            [MANIFEST, SUMS].contains(&path) || self.old.is_some_and(|old| old.at(path).is_some())
        };
        let foreign = self.disk.walk(self.target)?.into_iter();
        let foreign: Vec<PathBuf> =
            foreign.filter(|path| !slashed(path).is_some_and(|path| is_ours(&path))).collect();
        let in_the_way = |path: &&PathBuf| {
            slashed(path).is_some_and(|path| {
                let above = path.match_indices('/').map(|(end, _)| &path[..end]);
                new.has_below(&path) || above.chain([&*path]).any(|part| new.at(part).is_some())
            })
        };
        match foreign.iter().find(in_the_way) {
            Some(path) => Err(refusal::foreign_file(&self.target.join(path))),
            None => Ok(foreign),
        }
    }

    /// Puts the files that stay into the new site; says of which the mark is as it was.
    fn keep(&self, files: &Paths, kept: &[Option<Kept>]) -> Result<Vec<Option<Mark>>, Failure> {
        let Some(old) = self.old else { return Ok(vec![None; kept.len()]) };
        let (root, begun) = self.root()?;
        let keep = |(file, kept): (&Listed, &Option<Kept>)| {
            let Some(kept) = kept else { return Ok(None) };
            let new = root.join(&file.path);
            if begun && let Ok(found) = new.symlink_metadata() {
                let is_marked = kept.mark.is_some() && kept.mark == Mark::of(&found);
                if is_marked || spare::is_same(&self.target.join(&old.files[kept.old].path), &new) {
                    return Ok(kept.mark.filter(|_| is_marked));
                }
                self.disk.remove_file(&new)?;
            }
            self.disk.link_or_copy(&self.target.join(&old.files[kept.old].path), &new)?;
            Ok(None)
        };
        files.0.par_iter().zip(kept).map(keep).collect::<Vec<_>>().into_iter().collect()
    }

    /// Puts foreign files into the new site as they are.
    fn keep_foreign(&self, paths: &[PathBuf]) -> Result<(), Failure> {
        let (root, begun) = self.root()?;
        paths.iter().try_for_each(|path| {
            let (old, new) = (self.target.join(path), root.join(path));
            if begun {
                self.disk.remove_file(&new)?;
            }
            self.disk.link_or_copy(&old, &new)
        })
    }
}

/// The two files that say what the others are.
struct Seals {
    build: String,
    files: [(&'static str, Vec<u8>); 2],
    /// How many of them the old site has not.
    new: usize,
}

impl Seals {
    fn new(site: &Site, drafts: Drafts, files: &Paths) -> Self {
        let manifest = Manifest::new(drafts, files.0.to_vec());
        let bytes = manifest.to_bytes();
        let files = [(SUMS, manifest.sums(&bytes)), (MANIFEST, bytes)];
        let is_new = |(name, bytes): &&(&str, Vec<u8>)| !site.disk.holds(&site.target.join(name), bytes);
        let new = files.iter().filter(is_new).count();
        Self { build: manifest.build, files, new }
    }

    fn size(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| bytes.len() as u64).sum()
    }
}

/// The files of the new site, sorted by path.
struct Paths<'a>(&'a [Listed]);

impl Paths<'_> {
    /// The index of the file at a path.
    fn at(&self, path: &str) -> Option<usize> {
        self.0.binary_search_by(|file| file.path.as_str().cmp(path)).ok()
    }

    /// Whether there is a file below a folder.
    fn has_below(&self, folder: &str) -> bool {
        !self.below(folder).is_empty()
    }

    /// The indices of the files below a folder.
    fn below(&self, folder: &str) -> Range<usize> {
        let folder = format!("{folder}/");
        let start = self.0.partition_point(|file| file.path < folder);
        let within = self.0[start..].partition_point(|file| file.path.starts_with(&folder));
        start..start + within
    }
}

/// A path below a site folder as the manifest writes it; `None` when it cannot be one.
fn slashed(path: &Path) -> Option<Cow<'_, str>> {
    let path = path.to_str()?;
    Some(if cfg!(windows) { path.replace('\\', "/").into() } else { path.into() })
}

/// Whether a path may stand in a site folder: ASCII letters, digits and `-_.~` in parts that no system
/// reads as something else. Whoever plans paths keeps to more; this is the last guard of the disk.
pub fn is_safe(path: &str) -> bool {
    let plain = |c: u8| c.is_ascii_alphanumeric() || b"-_.~".contains(&c);
    path.split('/').all(|part| {
        (1..=60).contains(&part.len())
            && part.bytes().all(plain)
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !is_device(part)
    })
}
