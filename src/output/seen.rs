//! Is a file what it was when it was last read or written? Its number, size and times say so, as they do to
//! git's index: whoever changes a file changes the time of its status too, which nobody can set. Where no
//! mark speaks for a file its bytes are read.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::num::NonZeroU64;
use std::time::SystemTime;

/// Tells one state of a file from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark(NonZeroU64);

/// The marks of a site's files.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Seen {
    /// The site's id: [`Manifest::build`](super::Manifest::build).
    pub build: String,
    /// In the order of its manifest; none of a file that may change again without another time.
    pub marks: Vec<Option<Mark>>,
}

impl Seen {
    /// What was kept of the last site.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// To be kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("texts and numbers")
    }
}

impl Mark {
    /// The mark of a regular file.
    #[cfg(unix)]
    pub fn of(found: &Metadata) -> Option<Self> {
        use std::hash::{Hash, Hasher};
        use std::os::unix::fs::MetadataExt;
        use xxhash_rust::xxh3::Xxh3;
        let times = (found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec());
        let mut hasher = Xxh3::new();
        (found.ino(), found.len(), times).hash(&mut hasher);
        NonZeroU64::new(hasher.finish()).filter(|_| found.is_file()).map(Self)
    }

    /// Elsewhere nothing tells that a copy kept its original's time.
    #[cfg(not(unix))]
    pub fn of(_: &Metadata) -> Option<Self> {
        None
    }

    /// The mark of a file that can be relied on from `now` on.
    #[cfg(unix)]
    pub fn settled(found: &Metadata, now: SystemTime) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        use std::time::{Duration, UNIX_EPOCH};
        let [seconds, nanos] = [found.ctime(), found.ctime_nsec()].map(u64::try_from);
        let (seconds, nanos) = (seconds.ok()?, nanos.ok()?);
        // Systems count in ticks of ten milliseconds or less; some disks in seconds, FAT in twos of them.
        let grain = Duration::from_millis(if nanos == 0 { 2_000 } else { 100 });
        let changed = UNIX_EPOCH + Duration::from_secs(seconds) + Duration::from_nanos(nanos);
        Self::of(found).filter(|_| now.duration_since(changed).is_ok_and(|age| age > grain))
    }

    /// Elsewhere there is none.
    #[cfg(not(unix))]
    pub fn settled(_: &Metadata, _: SystemTime) -> Option<Self> {
        None
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::time::Duration;

    #[test]
    fn a_change_that_keeps_size_and_time_has_another_mark() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("page.html");
        fs::write(&path, "one").unwrap();
        let before = fs::symlink_metadata(&path).unwrap();
        assert_eq!(Mark::settled(&before, SystemTime::now() - Duration::from_secs(1)), None, "just written");
        let later = SystemTime::now() + Duration::from_secs(3);
        assert!(Mark::of(&before).is_some() && Mark::settled(&before, later) == Mark::of(&before));
        std::thread::sleep(Duration::from_millis(50));
        fs::write(&path, "two").unwrap();
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(before.modified().unwrap())
            .unwrap();
        let after = fs::symlink_metadata(&path).unwrap();
        assert_eq!((after.len(), after.modified().unwrap()), (before.len(), before.modified().unwrap()));
        assert_ne!(Mark::of(&after), Mark::of(&before));
        assert_eq!(Mark::of(&fs::symlink_metadata(temp.path()).unwrap()), None, "no file");
    }
}
