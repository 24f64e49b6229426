//! What is kept between two runs? The door to `.tongbao/` in the site's folder: caches, always safe to
//! delete.
//!
//! - A file is written beside its place and then moved there, so that it is old or new, never half. When
//!   it cannot be written the old one goes: what was taken out of the content must not stay here.
//! - Each begins with a line of its own and a checksum; what is damaged, foreign or of another format
//!   counts as absent.
//! - One command writes at a time; the lock is the system's and goes with its process.
//! - Where nothing can be written (a read-only site, a full disk) everything works without it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Name of the folder.
pub const FOLDER: &str = ".tongbao";
/// First bytes of every file.
const MARK: &[u8; 16] = b"tongbao store 1\n";
/// What stands before the content: the mark, the content's length (8 bytes, little-endian) and its
/// CRC-32 (4 bytes, little-endian).
const HEAD: usize = MARK.len() + 8 + 4;
/// Folder of the store that is the output's: what a replaced site leaves to the next one.
const SPARE: &str = "spare";
/// Ending of a file that is being written.
const UNFINISHED: &str = ".new";
/// How long to wait for another command.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often to look whether it is done.
const PAUSE: Duration = Duration::from_millis(20);

/// An open store, or none.
#[derive(Debug)]
pub struct Store {
    folder: Option<PathBuf>,
    writes: bool,
    /// Held as long as the store lives.
    _lock: Option<File>,
}

impl Store {
    /// A store that keeps nothing and finds nothing.
    pub fn none() -> Self {
        Self { folder: None, writes: false, _lock: None }
    }

    /// The store of a site, for reading. Others may read at the same time; nobody writes.
    pub fn read(site: &Path) -> Self {
        let folder = site.join(FOLDER);
        if !is_folder(&folder) {
            return Self::none();
        }
        // Without a lock file nobody writes, or nobody can.
        let Ok(file) = File::open(folder.join("lock")) else {
            return Self { folder: Some(folder), writes: false, _lock: None };
        };
        match patiently(|| file.try_lock_shared()) {
            true => Self { folder: Some(folder), writes: false, _lock: Some(file) },
            false => Self::none(),
        }
    }

    /// The store of a site, for reading and writing; made when it is missing. When it cannot be
    /// written it can still be read.
    pub fn write(site: &Path) -> Self {
        let folder = site.join(FOLDER);
        match prepare(&folder) {
            Ok(Some(lock)) => {
                let store = Self { folder: Some(folder), writes: true, _lock: Some(lock) };
                store.sweep();
                store
            }
            Ok(None) => Self::none(),
            Err(_) => Self::read(site),
        }
    }

    /// Where the output may leave folders and links to the next build.
    pub fn spare(&self) -> Option<PathBuf> {
        self.folder.as_ref().filter(|_| self.writes).map(|folder| folder.join(SPARE))
    }

    /// Whether what is written now is there in the next run, as far as can be told before.
    pub fn writes(&self) -> bool {
        self.writes
    }

    /// The content of a file, if it is there and whole. `name` may have folders, parted by `/`.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let mut file = File::open(self.folder.as_ref()?.join(name)).ok()?;
        let mut head = [0; HEAD];
        file.read_exact(&mut head).ok()?;
        let size = file.metadata().map_or(0, |found| found.len());
        let mut content = Vec::with_capacity(usize::try_from(size).ok()?);
        file.read_to_end(&mut content).ok()?;
        let mut sum = Summed::new(io::sink());
        sum.write_all(&content).ok()?;
        (head == sum.head()).then_some(content)
    }

    /// A file of any size, if it is there and whole, to be read piece by piece.
    pub fn open(&self, name: &str) -> Option<Pieces> {
        let file = File::open(self.folder.as_ref()?.join(name)).ok()?;
        let mut reader = BufReader::with_capacity(1 << 16, &file);
        let mut head = [0; HEAD];
        reader.read_exact(&mut head).ok()?;
        let mut sum = Summed::new(io::sink());
        io::copy(&mut reader, &mut sum).ok()?;
        let length = sum.length;
        (head == sum.head()).then(|| Pieces { file: Mutex::new(file), length })
    }

    /// Keeps a file; tells whether that was possible.
    pub fn put(&self, name: &str, content: &[u8]) -> bool {
        self.put_pieces(name, |out| out.write_all(content))
    }

    /// Keeps a file that is written piece by piece; tells whether that was possible.
    pub fn put_pieces(&self, name: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> bool {
        let Some(folder) = self.folder.as_ref().filter(|_| self.writes) else { return false };
        let path = folder.join(name);
        let mut unfinished = path.clone().into_os_string();
        unfinished.push(UNFINISHED);
        let unfinished = PathBuf::from(unfinished);
        let written = make_parent(&path)
            .and_then(|()| File::create(&unfinished))
            .and_then(|mut file| {
                file.seek(SeekFrom::Start(HEAD as u64))?;
                let mut out = Summed::new(BufWriter::with_capacity(1 << 16, &file));
                write(&mut out)?;
                out.flush()?;
                let head = out.head();
                drop(out);
                file.rewind()?;
                file.write_all(&head)
            })
            .and_then(|()| fs::rename(&unfinished, &path));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
            let _ = fs::remove_file(&path);
        }
        written.is_ok()
    }

    /// Removes everything in a folder of the store but the files named; tells whether that was
    /// possible. There is nothing in it that is not ours.
    pub fn keep_only(&self, folder: &str, names: &[&str]) -> bool {
        let Some(path) = self.folder.as_ref().filter(|_| self.writes).map(|f| f.join(folder)) else {
            return false;
        };
        let Ok(entries) = fs::read_dir(&path) else { return !path.exists() };
        let unwanted = entries.flatten().filter(|entry| names.iter().all(|name| entry.file_name() != *name));
        // Each is tried, whatever became of the one before.
        unwanted.filter(|entry| remove(&entry.path()).is_err()).count() == 0
    }

    /// Removes what a command left that did not live to finish it.
    fn sweep(&self) {
        let Some(folder) = &self.folder else { return };
        let entries = walkdir::WalkDir::new(folder).into_iter().filter_entry(|e| e.file_name() != SPARE);
        let files = entries.flatten().filter(|e| e.file_type().is_file());
        for entry in files.filter(|e| e.file_name().to_string_lossy().ends_with(UNFINISHED)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A file of the store that is whole, as long as the store is held.
#[derive(Debug)]
pub struct Pieces {
    file: Mutex<File>,
    length: u64,
}

impl Pieces {
    /// Bytes of the content.
    pub fn len(&self) -> u64 {
        self.length
    }

    /// Whether there is no content.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// A piece of the content; `None` when there is no such piece.
    pub fn read(&self, range: Range<u64>) -> Option<Vec<u8>> {
        let within = range.start <= range.end && range.end <= self.length;
        let size = range.end.checked_sub(range.start).filter(|_| within)?;
        let mut bytes = vec![0; usize::try_from(size).ok()?];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(HEAD as u64 + range.start)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}

/// Passes bytes on and sums them up.
struct Summed<W> {
    out: W,
    length: u64,
    sum: crc32fast::Hasher,
}

impl<W> Summed<W> {
    fn new(out: W) -> Self {
        Self { out, length: 0, sum: crc32fast::Hasher::new() }
    }

    /// What stands before the content.
    fn head(&self) -> [u8; HEAD] {
        let mut head = [0; HEAD];
        let (mark, rest) = head.split_at_mut(MARK.len());
        mark.copy_from_slice(MARK);
        rest[..8].copy_from_slice(&self.length.to_le_bytes());
        rest[8..].copy_from_slice(&self.sum.clone().finalize().to_le_bytes());
        head
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.length += written as u64;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Makes the folder and takes its lock. `None`: somebody else keeps it, or the name is taken.
fn prepare(folder: &Path) -> io::Result<Option<File>> {
    match fs::create_dir(folder) {
        Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(e),
        _ if !is_folder(folder) => return Ok(None),
        _ => {}
    }
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        fs::write(ignore, "*\n")?;
    }
    let lock =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join("lock"))?;
    Ok(patiently(|| lock.try_lock()).then_some(lock))
}

/// Tries until it can be had or patience ends.
fn patiently(mut lock: impl FnMut() -> Result<(), TryLockError>) -> bool {
    let start = Instant::now();
    loop {
        match lock() {
            Ok(()) => return true,
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
            Err(_) => return false,
        }
    }
}

/// A link would lead to a place that is not ours.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|m| m.is_dir())
}

fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

fn remove(path: &Path) -> io::Result<()> {
    if is_folder(path) { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_it_keeps() {
        let site = tempfile::tempdir().unwrap();
        assert_eq!(Store::read(site.path()).get("a/b"), None);
        let store = Store::write(site.path());
        assert!(store.put("a/b", "通报".as_bytes()) && store.put("a/b", "督查".as_bytes()));
        assert_eq!(store.get("a/b").as_deref(), Some("督查".as_bytes()));
        drop(store);
        let store = Store::read(site.path());
        assert_eq!(store.get("a/b").as_deref(), Some("督查".as_bytes()));
        assert!(!store.put("a/b", b""), "a reader does not write");
        assert_eq!(fs::read_to_string(site.path().join(".tongbao/.gitignore")).unwrap(), "*\n");
    }

    #[test]
    fn takes_nothing_damaged_or_foreign() {
        let site = tempfile::tempdir().unwrap();
        let store = Store::write(site.path());
        assert!(store.put("a", &[7; 100]));
        let path = site.path().join(".tongbao/a");
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            fs::write(&path, &bytes).unwrap();
            assert_eq!(store.get("a"), None, "byte {at}");
            fs::write(&path, &whole[..at]).unwrap();
            assert_eq!(store.get("a"), None, "{at} bytes");
        }
        fs::write(&path, &whole).unwrap();
        assert_eq!(store.get("a").as_deref(), Some(&[7; 100][..]));
    }

    #[test]
    fn a_file_is_written_and_read_piece_by_piece() {
        let site = tempfile::tempdir().unwrap();
        let store = Store::write(site.path());
        assert!(store.put_pieces("a", |out| {
            ["督查", "通报"].iter().try_for_each(|piece| out.write_all(piece.as_bytes()))
        }));
        let file = store.open("a").expect("a whole file");
        assert_eq!((file.len(), file.read(6..12).as_deref()), (12, Some("通报".as_bytes())));
        assert_eq!(file.read(0..12), store.get("a"));
        for missing in [0..13, 13..13, u64::MAX - 1..u64::MAX] {
            assert_eq!(file.read(missing), None);
        }
        let torn = |out: &mut dyn Write| out.write_all(b"x").and(Err(io::ErrorKind::StorageFull.into()));
        assert!(!store.put_pieces("a", torn) && store.open("a").is_none(), "neither half nor old");
    }

    #[test]
    fn keeps_only_what_is_named() {
        let site = tempfile::tempdir().unwrap();
        let store = Store::write(site.path());
        assert!(["s/1", "s/2", "s/3/4", "5"].iter().all(|name| store.put(name, b"x")));
        assert!(store.keep_only("s", &["2"]));
        let kept = ["s/1", "s/2", "s/3/4", "5"].map(|name| store.get(name).is_some());
        assert_eq!(kept, [false, true, false, true]);
        assert!(store.keep_only("not there", &[]));
    }

    #[test]
    fn sweeps_up_after_a_command_that_died() {
        let site = tempfile::tempdir().unwrap();
        assert!(Store::write(site.path()).put("s/1", b"x"));
        let left = site.path().join(".tongbao/s/2.new");
        fs::write(&left, "half").unwrap();
        let _ = Store::write(site.path());
        assert!(!left.exists());
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let site = tempfile::tempdir().unwrap();
        fs::write(site.path().join(FOLDER), "mine").unwrap();
        let store = Store::write(site.path());
        assert!(!store.put("a", b"x") && !store.writes() && store.get("a").is_none());
        assert_eq!(fs::read_to_string(site.path().join(FOLDER)).unwrap(), "mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let (site, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), site.path().join(FOLDER)).unwrap();
        assert!(!Store::write(site.path()).put("a", b"x"));
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }

    #[test]
    fn readers_and_a_writer_take_turns() {
        let site = tempfile::tempdir().unwrap();
        assert!(Store::write(site.path()).put("a", b"1"));
        let (first, second) = (Store::read(site.path()), Store::read(site.path()));
        assert!(first.get("a").is_some() && second.get("a").is_some());
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| Store::write(site.path()).put("a", b"2"));
            std::thread::sleep(Duration::from_millis(100));
            assert_eq!(first.get("a").as_deref(), Some(&b"1"[..]), "the writer waits");
            drop((first, second));
            assert!(writer.join().unwrap());
        });
        assert_eq!(Store::read(site.path()).get("a").as_deref(), Some(&b"2"[..]));
    }
}
