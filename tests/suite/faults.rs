//! A disk that fails, and a process that dies, at every file operation of a build: the site folder is
//! the old site or the new one, never between, and the next run leaves no litter.

use crate::support::{SiteTest, TODAY, files, tongbao};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;
use tempfile::TempDir;
use tongbao::diag::report::Lang;
use tongbao::failure::Failure;
use tongbao::model::visible::Drafts;
use tongbao::output::{File, Folder, Guard, MANIFEST, Operation, SUMS, Stop, Written, write};

/// Set for the process that is to die: the place, then the number of the operation.
const PLACE: &str = "TONGBAO_TEST_PLACE";
const NTH: &str = "TONGBAO_TEST_NTH";
const WAY: &str = "TONGBAO_TEST_WAY";

/// How the file system is apart from what fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Links and exchanges work.
    Able,
    /// Neither works: files are copied and folders renamed twice.
    Unable,
}

/// What stands in the output folder before a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Site,
    /// A site that has replaced another, which left its folders and links.
    Spare,
}

const BEFORES: [Before; 3] = [Before::Nothing, Before::Site, Before::Spare];

/// What happens at the operation `nth` (from 0).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Nothing,
    /// It fails once.
    Once(i32),
    /// It fails, and everything after it.
    Forever(i32),
    /// The disk is full from then on: what needs room fails, the rest works.
    Full,
    /// The process is killed.
    Kill,
}

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;
const EPERM: i32 = 1;
const EINVAL: i32 = 22;

#[derive(Debug)]
struct Faults {
    way: Way,
    fault: Fault,
    nth: usize,
    count: AtomicUsize,
}

impl Faults {
    fn new(way: Way, fault: Fault, nth: usize) -> Arc<Self> {
        Arc::new(Self { way, fault, nth, count: AtomicUsize::new(0) })
    }

    fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }
}

impl Guard for Faults {
    fn before(&self, operation: Operation, _: &Path) -> io::Result<()> {
        use Operation::{CreateFolder, Exchange, Link, Lock, Open, Rename, SymbolicLink, Sync, Write};
        let n = self.count.fetch_add(1, Ordering::SeqCst);
        let needs_room =
            matches!(operation, Open | Write | Sync | CreateFolder | Link | SymbolicLink | Lock | Rename);
        let error = match self.fault {
            Fault::Once(code) if n == self.nth => Some(code),
            Fault::Forever(code) if n >= self.nth => Some(code),
            Fault::Full if n >= self.nth && needs_room => Some(ENOSPC),
            Fault::Kill if n == self.nth => die(),
            _ => match (self.way, operation) {
                (Way::Unable, Link) => Some(EPERM),
                (Way::Unable, Exchange) => Some(EINVAL),
                _ => None,
            },
        };
        error.map_or(Ok(()), |code| Err(io::Error::from_raw_os_error(code)))
    }
}

/// SIGKILL: nothing is unwound, no file is closed by us.
fn die() -> ! {
    let _ = Command::new("kill").args(["-KILL", &std::process::id().to_string()]).status();
    std::process::abort()
}

/// The old site and the new one, made once; each trial begins with a copy of the old.
struct Trial {
    root: PathBuf,
    /// Removes the root; the process that dies borrows another's.
    _temp: Option<TempDir>,
    old: Shape,
    new: Shape,
}

/// The bytes of every file, by path.
type Shape = BTreeMap<String, Vec<u8>>;

/// A file that is copied.
const ATTACHMENT: &str = "table.xls";
/// Files of other people in the output folder.
const FOREIGN: [&str; 2] = ["robots.txt", "notes/由来.txt"];

impl Trial {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let (old, mut new) = (built("工作已完成。"), built("工作没有完成。"));
        let same = old.iter().filter(|(path, bytes)| new.get(*path) == Some(*bytes)).count();
        assert!(same > 5 && old.len() - same > 2, "{same} of {} pages stay", old.len());
        // One page goes, one comes.
        new.remove("404.html").expect("a page");
        new.insert("issues/2023/002/index.html".to_owned(), b"second".to_vec());
        fs::create_dir_all(temp.path().join("site/content")).unwrap();
        fs::write(temp.path().join("site/content").join(ATTACHMENT), [7; 100_000]).unwrap();
        let root = temp.path().to_path_buf();
        let trial = Self { root, _temp: Some(temp), old: Shape::new(), new: Shape::new() };
        let make = |files: &Shape, name: &str| {
            trial.run_with(files, &trial.at(name), Faults::new(Way::Able, Fault::Nothing, 0)).unwrap();
            self::files(&trial.at(name))
        };
        let (old, new) = (make(&old, "old"), make(&new, "new"));
        assert!(new.len() <= 30, "{} files", new.len());
        Self { old, new, ..trial }
    }

    /// The trial that another process made.
    fn from(root: &Path) -> Self {
        let [old, new] = ["old", "new"].map(|name| files(&root.join(name)));
        Self { root: root.to_path_buf(), _temp: None, old, new }
    }

    /// Writes the new site into a folder, in this process and on one thread: the Nth operation is the
    /// same in every run.
    fn run(&self, out: &Path, faults: Arc<Faults>) -> Result<Written, Failure> {
        self.run_with(&self.new, out, faults)
    }

    fn run_with(&self, site: &Shape, out: &Path, faults: Arc<Faults>) -> Result<Written, Failure> {
        let made = |path: &String| ![MANIFEST, SUMS, ATTACHMENT].contains(&path.as_str());
        let pages = site.iter().filter(|(path, _)| made(path));
        let pages = pages.map(|(path, bytes)| File::bytes(path.clone(), bytes.as_slice()));
        let attachment = File::copy(ATTACHMENT, self.at("site/content").join(ATTACHMENT));
        let plan: Vec<File> = pages.chain([attachment]).collect();
        let spare = out.with_file_name(KEPT).join("spare");
        let folder = Folder::new(out, &self.at("site"))?.guarded(faults).with_spare(Some(spare));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        pool.install(|| write(&folder, Drafts::Hidden, plan, &|_| ())).map_err(|stop| match stop {
            Stop::Failure(failure) => failure,
            Stop::Problem(problem) => panic!("{problem:?}"),
        })
    }

    fn at(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// An empty place, or one with the old site and foreign files in it.
    fn place(&self, before: Before) -> Place {
        let place = Place { temp: tempfile::tempdir_in(&self.root).unwrap(), before };
        fs::create_dir(place.temp.path().join(KEPT)).unwrap();
        for (path, bytes) in self.before(before) {
            let to = place.public().join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(&to, bytes).unwrap();
        }
        if before == Before::Spare {
            let able = || Faults::new(Way::Able, Fault::Nothing, 0);
            for site in [&self.new, &self.old] {
                self.run_with(site, &place.public(), able()).expect("an undisturbed build");
            }
            assert!(place.spare().exists() && place.shape() == self.before(before));
        }
        place
    }

    fn before(&self, before: Before) -> Shape {
        if before == Before::Nothing {
            return Shape::new();
        }
        let mut shape = self.old.clone();
        shape.extend(FOREIGN.map(|path| (path.to_owned(), b"foreign".to_vec())));
        shape
    }

    fn after(&self, before: Before) -> Shape {
        let mut shape = self.new.clone();
        if before != Before::Nothing {
            shape.extend(FOREIGN.map(|path| (path.to_owned(), b"foreign".to_vec())));
        }
        shape
    }

    /// The place is as before or as after; tells whether as after.
    #[track_caller]
    fn is_whole(&self, place: &Place, what: &str) -> bool {
        let is = place.shape();
        let new = is == self.after(place.before);
        assert!(new || is == self.before(place.before), "between, {what}: {:?}", is.keys());
        new
    }

    /// The next run succeeds and nothing but the new site is left.
    #[track_caller]
    fn mends(&self, place: &Place, way: Way, what: &str) {
        let next = self.run(&place.public(), Faults::new(way, Fault::Nothing, 0));
        assert!(next.is_ok(), "next run, {what}: {next:?}");
        assert!(place.shape() == self.after(place.before), "next site, {what}");
        assert_eq!(place.names(), [KEPT, "public"], "litter, {what}");
        place.spare_is_of_the_site(what);
    }
}

/// The folder beside the output that stands for the store.
const KEPT: &str = "kept";

/// Where a trial writes: the folder `public` in a folder of its own.
struct Place {
    temp: TempDir,
    before: Before,
}

impl Place {
    fn public(&self) -> PathBuf {
        self.temp.path().join("public")
    }

    fn spare(&self) -> PathBuf {
        self.temp.path().join(KEPT).join("spare")
    }

    /// A spare holds, beside its mark, nothing that the site has not: links to its files, or what they were copied
    /// from where a link failed.
    #[track_caller]
    fn spare_is_of_the_site(&self, what: &str) {
        let spare = if self.spare().exists() { files(&self.spare()) } else { Shape::new() };
        let site = self.shape();
        for (path, bytes) in spare.iter().filter(|(path, _)| *path != ".tongbao-new") {
            assert!(site.get(path) == Some(bytes), "{path} in the spare, {what}");
        }
    }

    fn shape(&self) -> Shape {
        if self.public().exists() { files(&self.public()) } else { Shape::new() }
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.temp.path()).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

const ISSUE: &str = "+++\ntitle = \"关于测试的通报\"\nnumber = 1\ndate = 2023-01-05\n+++\n\n现通报如下：\n\n## 一、青石乡\n\nTEXT\n";

/// A small site with this text: what the program makes of it but the tables of `data/`.
fn built(text: &str) -> Shape {
    let site = SiteTest::small();
    site.write("content/issues/2023/001.md", ISSUE.replace("TEXT", text));
    site.run(&format!("build -q --no-search --today {TODAY}")).code(0);
    let mut files = files(&site.path().join("public"));
    files.retain(|path, _| !path.starts_with("data/"));
    files
}

/// How many operations a build makes that nothing disturbs.
fn operations(trial: &Trial, way: Way, before: Before) -> usize {
    let faults = Faults::new(way, Fault::Nothing, 0);
    trial.run(&trial.place(before).public(), faults.clone()).unwrap();
    faults.count()
}

/// Each operation of a build fails in turn, in one way.
fn fail_each(way: Way, fault: Fault) {
    let trial = Trial::new();
    let (mut failed, mut succeeded) = (0, 0);
    for before in BEFORES {
        let total = operations(&trial, way, before);
        assert!(total > 60, "only {total} operations");
        for nth in 0..total {
            let what = format!("{way:?} {fault:?} over {before:?}, operation {nth} of {total}");
            let place = trial.place(before);
            match trial.run(&place.public(), Faults::new(way, fault, nth)) {
                Ok(_) => {
                    succeeded += 1;
                    assert!(trial.is_whole(&place, &what), "said to be new, {what}");
                }
                Err(failure) => {
                    failed += 1;
                    says_where(&failure, &trial.root, &what);
                    // Two renames have a moment without a site; when renaming back fails as well,
                    // the next run completes it.
                    let gone = before != Before::Nothing && way == Way::Unable && !place.public().exists();
                    assert!(gone || !trial.is_whole(&place, &what), "said to be old, {what}");
                }
            }
            trial.mends(&place, way, &what);
        }
    }
    assert!(failed > 40 && succeeded > 0, "{failed} failed, {succeeded} succeeded");
}

/// A message names what was done and to which path, in both languages.
#[track_caller]
fn says_where(failure: &Failure, root: &Path, what: &str) {
    let root = root.file_name().unwrap().to_str().unwrap();
    for (lang, begin) in [(Lang::Zh, "无法"), (Lang::En, "cannot ")] {
        let message = failure.message(lang);
        assert!(message.starts_with(begin) && message.contains(root), "{message}, {what}");
    }
}

#[test]
fn an_io_error_at_every_operation() {
    fail_each(Way::Able, Fault::Once(EIO));
}

#[test]
fn no_permission_at_every_operation() {
    fail_each(Way::Able, Fault::Once(EACCES));
}

#[test]
fn no_room_once_at_every_operation() {
    fail_each(Way::Unable, Fault::Once(ENOSPC));
}

#[test]
fn a_full_disk_from_every_operation_on() {
    fail_each(Way::Able, Fault::Full);
    fail_each(Way::Unable, Fault::Full);
}

#[test]
fn a_dead_disk_from_every_operation_on() {
    fail_each(Way::Able, Fault::Forever(EIO));
    fail_each(Way::Unable, Fault::Forever(EACCES));
}

/// Kills a build at one operation; the site is whole and the next run mends the rest.
fn kill(trial: &Trial, way: Way, before: Before, nth: usize) {
    let what = format!("{way:?} over {before:?}, killed at operation {nth}");
    let place = trial.place(before);
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["faults::the_process_that_dies", "--exact", "--ignored"])
        .env(PLACE, place.temp.path())
        .env(WAY, format!("{way:?}"))
        .env(NTH, nth.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    #[cfg(unix)]
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(9), "{what}: {status}");
    let gone = before != Before::Nothing && way == Way::Unable && !place.public().exists();
    if !gone {
        trial.is_whole(&place, &what);
    }
    trial.mends(&place, way, &what);
}

#[test]
#[ignore = "started by the tests that kill it"]
fn the_process_that_dies() {
    let variable = |name| std::env::var(name).ok();
    let (Some(place), Some(way), Some(nth)) = (variable(PLACE), variable(WAY), variable(NTH)) else { return };
    let place = PathBuf::from(place);
    let way = if way == "Able" { Way::Able } else { Way::Unable };
    let faults = Faults::new(way, Fault::Kill, nth.parse().unwrap());
    Trial::from(place.parent().unwrap()).run(&place.join("public"), faults).unwrap();
}

/// All moments at which a build can be killed.
fn moments(trial: &Trial) -> Vec<(Way, Before, usize)> {
    let builds = [Way::Able, Way::Unable].into_iter().flat_map(|way| BEFORES.map(|before| (way, before)));
    let moments = |(way, before)| (0..operations(trial, way, before)).map(move |nth| (way, before, nth));
    builds.flat_map(moments).collect()
}

#[cfg(unix)]
#[test]
fn a_kill_at_fifty_operations() {
    let trial = Trial::new();
    let mut moments = moments(&trial);
    // xorshift64 from a fixed seed: the same fifty in every run.
    let mut state = 0x2022_0909_u64;
    for _ in 0..50 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let (way, before, nth) = moments.swap_remove((state % moments.len() as u64) as usize);
        kill(&trial, way, before, nth);
    }
}

#[cfg(unix)]
#[test]
#[ignore = "long: every operation of six builds, see benches/README.md"]
fn a_kill_at_every_operation() {
    let trial = Trial::new();
    for (way, before, nth) in moments(&trial) {
        kill(&trial, way, before, nth);
    }
}

/// Locale C, no home folder, the clock in 1990, and sources that nobody may write to.
#[cfg(unix)]
#[test]
fn poor_surroundings_give_the_same_site() {
    use std::os::unix::fs::PermissionsExt;
    let site = SiteTest::small();
    let build = format!("build -q --today {TODAY} --out");
    site.run(&format!("{build} usual")).code(0);
    let usual = files(&site.path().join("usual"));
    let modes = |file: u32, folder: u32| {
        for entry in walkdir::WalkDir::new(site.path().join("content")).contents_first(true) {
            let entry = entry.unwrap();
            let mode = if entry.file_type().is_dir() { folder } else { file };
            fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    modes(0o444, 0o555);
    tongbao(site.path(), &format!("{build} poor"), &[("LC_ALL", "C"), ("TZ", "nowhere")]).code(0);
    modes(0o644, 0o755);
    assert!(files(&site.path().join("poor")) == usual);
    // A clock that went back: the old site is from the future.
    for entry in walkdir::WalkDir::new(site.path().join("poor")) {
        let file = fs::File::open(entry.unwrap().path()).unwrap();
        file.set_modified(SystemTime::now() + std::time::Duration::from_secs(40 * 365 * 86_400)).unwrap();
    }
    let again = site.run(&format!("build --json --today {TODAY} --out poor")).code(0).json();
    assert_eq!(again["written"], 0);
    site.write("content/issues/2023/001.md", ISSUE.replace("TEXT", "更正。"));
    site.run(&format!("{build} poor")).code(0);
    site.run(&format!("{build} fresh")).code(0);
    assert!(files(&site.path().join("poor")) == files(&site.path().join("fresh")));
}
