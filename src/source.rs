//! The door in: reads site.toml and content/, sorted, as text; judges encodings, links and places.

use crate::config::Limits;
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span, Term};
use crate::failure::{Action, Failure};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::{DirEntry, WalkDir};

/// Everything read from a site folder, before anything is understood.
#[derive(Debug)]
pub struct Source {
    /// The site's folder.
    pub root: PathBuf,
    /// Texts that diagnostics point into.
    pub files: Files,
    /// site.toml.
    pub site: FileId,
    /// content/townships.toml.
    pub townships: Option<FileId>,
    /// content/companies.toml.
    pub companies: Option<FileId>,
    /// content/issues/**/*.md, sorted by path.
    pub issues: Vec<FileId>,
    /// content/pages/*.md, sorted by path.
    pub pages: Vec<FileId>,
    /// All other files under content/issues and content/pages, by their path relative to the site in
    /// NFC, as texts are: macOS stores names in another form. What attachments and images may name.
    pub assets: BTreeMap<String, Asset>,
}

/// Endings of the images that a text may show.
pub const IMAGES: [&str; 4] = ["png", "jpg", "jpeg", "gif"];

/// A file that is no text of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Path relative to the site, as it is stored.
    pub path: String,
    /// Size.
    pub bytes: u64,
    /// Width and height in pixels, of an image that says so.
    pub pixels: Option<(usize, usize)>,
}

/// Largest site.toml, in bytes; `[limits]` cannot raise it, for it is not read yet.
const SITE_BYTES: u64 = 1024 * 1024;

/// Bytes of a register that one entry of its limit allows. An entry has a little over a hundred; the
/// parser may need seventy bytes of memory for each byte, so the largest register that the default
/// limit lets through stays within 300 MB, whatever it holds.
const BYTES_AN_ENTRY: u64 = 192;

/// Reads site.toml, which says how far the content may go. Then comes [`read_content`].
///
/// # Errors
///
/// When there is no site.toml, or it cannot be read.
pub fn read_site(root: &Path, files: &mut Files, diagnostics: &mut Diagnostics) -> Result<FileId, Failure> {
    let found = Found {
        path: "site.toml".to_owned(),
        place: Place::Site,
        limit: Limit { bytes: SITE_BYTES, hint: Hint::SplitFile },
    };
    let text = read(root, &found)?;
    Ok(add(found.path, text, files, diagnostics))
}

/// Reads content/ and takes over the `files` that hold site.toml. Files come in the order registers,
/// issues, pages; each kind by path.
///
/// # Errors
///
/// When a folder cannot be listed or a file cannot be read. What is wrong with a text or with the
/// place of a file goes to `diagnostics`.
pub fn read_content(
    root: &Path,
    mut files: Files,
    site: FileId,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Result<Source, Failure> {
    let listing = list(root, limits, &mut files, diagnostics)?;
    let texts: Vec<Result<Text, Failure>> = listing.texts.par_iter().map(|found| read(root, found)).collect();
    let mut source = Source {
        root: root.to_owned(),
        files,
        site,
        townships: None,
        companies: None,
        issues: Vec::new(),
        pages: Vec::new(),
        assets: listing.assets,
    };
    for (found, text) in listing.texts.into_iter().zip(texts) {
        let file = add(found.path, text?, &mut source.files, diagnostics);
        match found.place {
            Place::Site => {}
            Place::Townships => source.townships = Some(file),
            Place::Companies => source.companies = Some(file),
            Place::Issue => source.issues.push(file),
            Place::Page => source.pages.push(file),
        }
    }
    if source.issues.is_empty() && !root.join("content").is_symlink() {
        diagnostics.push(Diagnostic::nowhere(Message::NoIssues).hint(Hint::FirstIssue));
    }
    Ok(source)
}

/// Reads once more the forgotten texts that problems point into, so that they can be shown there. A text
/// that cannot be read any more, or is another one now, stays empty: its problems are shown at its beginning.
pub fn recall(root: &Path, files: &mut Files, diagnostics: &Diagnostics) {
    let wanted: BTreeSet<FileId> = diagnostics
        .iter()
        .filter_map(|problem| problem.span)
        .map(|span| span.file)
        .filter(|file| files.is_forgotten(*file))
        .collect();
    for file in wanted {
        if let Some(Ok(text)) = std::fs::read(root.join(files.path(file))).ok().map(decode) {
            files.recall(file, text);
        }
    }
}

/// Which files a site has, with their sizes and times: equal stamps, equal content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// SHA-256 over all of it, in hexadecimal.
    pub hash: String,
    /// Whether the latest change is so long ago that another one would give another time.
    pub settled: bool,
}

/// The stamp of a site, without reading a file of it; none when a folder cannot be listed.
pub fn stamp(root: &Path) -> Option<Stamp> {
    /// The coarsest times of a file system: FAT counts in twos of seconds.
    const GRAIN: Duration = Duration::from_secs(2);
    let now = SystemTime::now();
    let mut hash = Sha256::new();
    let mut settled = true;
    let content = WalkDir::new(root.join("content")).sort_by_file_name();
    for entry in WalkDir::new(root.join("site.toml")).max_depth(0).into_iter().chain(content) {
        let entry = entry.ok()?;
        let metadata = entry.metadata().ok()?;
        let path = relative(&entry, root);
        let kind = if metadata.is_dir() { "folder" } else { "file" };
        hash.update(format!("{kind} {} {path}\n", path.len()));
        if metadata.is_dir() {
            continue;
        }
        let modified = metadata.modified().ok()?;
        hash.update(format!("{} {modified:?} {:?}\n", metadata.len(), status_time(&metadata)));
        settled &= now.duration_since(modified).is_ok_and(|age| age > GRAIN);
    }
    Some(Stamp { hash: format!("{:x}", hash.finalize()), settled })
}

/// When anything about a file last changed, in seconds and nanoseconds: a copy that keeps the time of
/// its original has another one.
#[cfg(unix)]
fn status_time(metadata: &std::fs::Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn status_time(_: &std::fs::Metadata) -> (i64, i64) {
    (0, 0)
}

/// A text to read, by its path relative to the site.
struct Found {
    path: String,
    place: Place,
    limit: Limit,
}

/// What a text is, by the place where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Site,
    Townships,
    Companies,
    Issue,
    Page,
}

/// How large a text may be, and what to do when it is larger.
#[derive(Clone)]
struct Limit {
    bytes: u64,
    hint: Hint,
}

/// What lies in content/.
#[derive(Default)]
struct Listing {
    texts: Vec<Found>,
    assets: BTreeMap<String, Asset>,
}

/// Walks content/ and judges every entry by its name, kind and place alone.
fn list(
    root: &Path,
    limits: &Limits,
    files: &mut Files,
    diagnostics: &mut Diagnostics,
) -> Result<Listing, Failure> {
    let mut listing = Listing::default();
    let content = root.join("content");
    if content.is_symlink() {
        let span = Span::file(files.add_unreadable("content"));
        let target =
            std::fs::read_link(&content).map_or(String::new(), |target| target.display().to_string());
        let message = Message::SymbolicLink { target };
        diagnostics.push(Diagnostic::at(span, message).hint(Hint::LinkOutside));
        return Ok(listing);
    }
    if !content.exists() {
        return Ok(listing);
    }
    let mut walk = WalkDir::new(&content).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|error| walk_failure(&content, error))?;
        if is_ignored(&entry) {
            if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
            continue;
        }
        let path = relative(&entry, root);
        if let Some(problem) = wrong_kind(&entry, &content) {
            let span = Span::file(files.add_unreadable(path));
            diagnostics.push(Diagnostic { span: Some(span), ..problem });
            continue;
        }
        match role(&path, entry.file_type()) {
            Role::Folder => {}
            Role::Text(place) => listing.texts.push(Found { path, place, limit: limit(place, limits) }),
            Role::Asset => {
                let bytes = entry.metadata().map_err(|error| walk_failure(&content, error))?.len();
                let name: String = path.nfc().collect();
                let pixels = pixels(&entry);
                let other = listing.assets.insert(name, Asset { path: path.clone(), bytes, pixels });
                if other.is_some() {
                    let span = Span::file(files.add_unreadable(path.clone()));
                    let other = SAME_NAME;
                    let message = Message::AddressClash { address: path, other };
                    diagnostics.push(Diagnostic::at(span, message).hint(Hint::RenameFile));
                }
            }
            Role::Misplaced(where_to) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                let span = Span::file(files.add_unreadable(path));
                let hint = Hint::BelongsTo { place: where_to };
                diagnostics.push(Diagnostic::at(span, Message::MisplacedFile).hint(hint));
            }
        }
    }
    listing.texts.sort_by(|a, b| (a.place, &a.path).cmp(&(b.place, &b.path)));
    Ok(listing)
}

fn walk_failure(content: &Path, error: walkdir::Error) -> Failure {
    let path = error.path().unwrap_or(content).to_owned();
    let source = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
    Failure::io(Action::List, &path, source)
}

/// What editors and systems leave behind: lock files of Word and WPS, hidden files, thumbnails.
fn is_ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || ["Thumbs.db", "desktop.ini"].iter().any(|system| name.eq_ignore_ascii_case(system))
}

/// Path relative to the site, `/` between parts on every system.
fn relative(entry: &DirEntry, root: &Path) -> String {
    let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let parts: Vec<Cow<str>> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The problem of an entry that is neither file nor folder, or whose name is no text.
fn wrong_kind(entry: &DirEntry, content: &Path) -> Option<Diagnostic> {
    let kind = entry.file_type();
    if kind.is_symlink() {
        return Some(link_problem(entry.path(), content));
    }
    if !kind.is_file() && !kind.is_dir() {
        return Some(Diagnostic::nowhere(Message::SpecialFile).hint(Hint::RemoveFile));
    }
    let is_text = entry.file_name().to_str().is_some();
    (!is_text).then(|| Diagnostic::nowhere(Message::FileNameEncoding).hint(Hint::RenameFile))
}

/// A link that leads nowhere counts as leading outside.
fn link_problem(link: &Path, content: &Path) -> Diagnostic {
    let target = std::fs::read_link(link).map_or(String::new(), |target| target.display().to_string());
    let is_inside = match (link.canonicalize(), content.canonicalize()) {
        (Ok(target), Ok(content)) => target.starts_with(content),
        _ => false,
    };
    let hint = if is_inside { Hint::LinkInside } else { Hint::LinkOutside };
    Diagnostic::nowhere(Message::SymbolicLink { target }).hint(hint)
}

/// What an entry of content/ is for.
#[derive(Debug, PartialEq, Eq)]
enum Role {
    Folder,
    Text(Place),
    Asset,
    /// Nothing reads it; where it belongs.
    Misplaced(Term),
}

fn role(path: &str, kind: FileType) -> Role {
    if kind.is_dir() { folder_role(path) } else { file_role(path) }
}

fn folder_role(path: &str) -> Role {
    let below =
        |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if below("content/issues") || below("content/pages") {
        Role::Folder
    } else {
        Role::Misplaced(TWO_FOLDERS)
    }
}

fn file_role(path: &str) -> Role {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let (is_markdown, is_toml) = (name.ends_with(".md"), name.ends_with(".toml"));
    match path {
        "content/townships.toml" => Role::Text(Place::Townships),
        "content/companies.toml" => Role::Text(Place::Companies),
        _ if is_toml => Role::Misplaced(REGISTERS),
        _ if path.starts_with("content/issues/") => {
            if is_markdown {
                Role::Text(Place::Issue)
            } else {
                Role::Asset
            }
        }
        _ => match path.strip_prefix("content/pages/") {
            Some(rest) if is_markdown && rest.contains('/') => Role::Misplaced(PAGES),
            Some(_) if is_markdown => Role::Text(Place::Page),
            Some(_) => Role::Asset,
            None => Role::Misplaced(TWO_FOLDERS),
        },
    }
}

const SAME_NAME: Term = Term::new("另一个看上去同名的文件", "another file whose name looks the same");
const TWO_FOLDERS: Term = Term::new(
    "通报和它的附件放在 content/issues/，其他页面放在 content/pages/",
    "issues and their attachments belong in content/issues/, other pages in content/pages/",
);
const PAGES: Term = Term::new(
    "页面直接放在 content/pages/ 下，不放在子文件夹里",
    "pages lie directly in content/pages/, not in a folder of it",
);
const REGISTERS: Term = Term::new(
    "名册只有 content/townships.toml 和 content/companies.toml 两个，请把内容并进去",
    "there are two registers, content/townships.toml and content/companies.toml; move the entries there",
);

fn limit(place: Place, limits: &Limits) -> Limit {
    let (bytes, key) = match place {
        Place::Townships | Place::Companies => {
            let bytes = (limits.register_entries as u64).saturating_mul(BYTES_AN_ENTRY);
            (bytes.max(SITE_BYTES), "register_entries")
        }
        Place::Site | Place::Issue | Place::Page => (limits.issue_bytes, "issue_bytes"),
    };
    // Spans count bytes in 32 bits.
    Limit { bytes: bytes.min(u64::from(u32::MAX)), hint: Hint::RaiseLimit { key: key.to_owned() } }
}

/// A text as read, or why it cannot be shown.
enum Text {
    Good(String, Vec<Control>),
    Bad(Trouble),
}

/// A kind of control character in a text, where it first stands and how often.
struct Control {
    c: char,
    first: usize,
    count: usize,
}

/// Why a text cannot be shown.
type Trouble = Box<(Message, Hint)>;

/// Reads one text. Its size is asked first and minded again while reading, so that a file that grows
/// meanwhile costs no more.
fn read(root: &Path, found: &Found) -> Result<Text, Failure> {
    let path = root.join(&found.path);
    let failure = |error| Failure::io(Action::Read, &path, error);
    let file = File::open(&path).map_err(failure)?;
    let expected = file.metadata().map_err(failure)?.len();
    let limit = found.limit.bytes;
    if expected > limit {
        return Ok(too_large(expected, &found.limit));
    }
    let mut bytes = Vec::with_capacity(expected as usize + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failure)?;
    if bytes.len() as u64 > limit {
        return Ok(too_large(bytes.len() as u64, &found.limit));
    }
    Ok(match decode(bytes) {
        Ok(text) => {
            let controls = controls(&text);
            Text::Good(text, controls)
        }
        Err(trouble) => Text::Bad(trouble),
    })
}

fn too_large(bytes: u64, limit: &Limit) -> Text {
    Text::Bad(Box::new((Message::FileTooLarge { bytes, limit: limit.bytes }, limit.hint.clone())))
}

/// Adds a text that was read, with its problems.
fn add(path: String, text: Text, files: &mut Files, diagnostics: &mut Diagnostics) -> FileId {
    match text {
        Text::Good(text, controls) => {
            let file = files.add(path, text);
            for Control { c, first, count } in controls {
                let message = Message::ControlCharacter { code: format!("U+{:04X}", c as u32), count };
                let span = Span::new(file, first..first + c.len_utf8());
                diagnostics.push(Diagnostic::at(span, message).hint(Hint::RemoveCharacter));
            }
            file
        }
        Text::Bad(problem) => {
            let (message, hint) = *problem;
            let file = files.add_unreadable(path);
            diagnostics.push(Diagnostic::at(Span::file(file), message).hint(hint));
            file
        }
    }
}

/// Width and height of an image, from its first bytes. None for anything else, and for a damaged one.
fn pixels(entry: &DirEntry) -> Option<(usize, usize)> {
    let ending = entry.path().extension()?.to_str()?.to_ascii_lowercase();
    let size = IMAGES.contains(&ending.as_str()).then(|| imagesize::size(entry.path()).ok()).flatten()?;
    Some((size.width, size.height)).filter(|(width, height)| *width > 0 && *height > 0)
}

/// Bytes → text in the one form that all stages expect: UTF-8, no byte order mark, line ends `\n`,
/// NFC. Or the name of what it is instead.
fn decode(bytes: Vec<u8>) -> Result<String, Trouble> {
    if is_utf16(&bytes) {
        return Err(Box::new((Message::Utf16, Hint::SaveAsUtf8)));
    }
    let text = simdutf8::basic::from_utf8(&bytes).map_err(|_| Box::new(no_utf8(&bytes)))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    // These begin no composition and end none: what is left of most texts is nothing.
    let plain = |c: &char| {
        matches!(c, ..'\u{300}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
            || matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}')
    };
    Ok(match is_nfc_quick(text.chars().filter(|c| !plain(c))) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    })
}

/// A byte order mark, or zero bytes at every second place as in `t\0i\0t\0l\0e\0`.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (more, less) = (even.max(odd), even.min(odd));
    let is_frequent = more * 4 >= sample.len() || (more >= 2 && std::str::from_utf8(bytes).is_err());
    more >= 2 && less * 10 <= more && is_frequent
}

/// Why bytes are no UTF-8: another encoding, or damage at a place.
fn no_utf8(bytes: &[u8]) -> (Message, Hint) {
    if is_gbk(bytes) {
        return (Message::Gbk, Hint::SaveAsUtf8);
    }
    let good = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let line_start = good.rfind('\n').map_or(0, |newline| newline + 1);
    let line = good.matches('\n').count() + 1;
    let column = good[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
    (Message::InvalidUtf8 { line, column }, Hint::MaybeDamaged)
}

/// Whether bytes read as Chinese in GB 18030 and do not look like UTF-8 with a few bad bytes (which
/// GB 18030 reads as Chinese too, without sense).
fn is_gbk(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad * 2 {
        return false;
    }
    let Some(text) = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes) else {
        return false;
    };
    let is_han = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let (han, other) = text.chars().filter(|c| !c.is_ascii()).partition::<Vec<char>, _>(is_han);
    han.len() > other.len()
}

/// Each kind of control or direction character in a text. They come by pasting, break searches and can make
/// a text look like another.
fn controls(text: &str) -> Vec<Control> {
    let mut found: BTreeMap<char, Control> = BTreeMap::new();
    for (first, c) in text.char_indices().filter(|(_, c)| is_control(*c)) {
        found.entry(c).or_insert(Control { c, first, count: 0 }).count += 1;
    }
    found.into_values().collect()
}

fn is_control(c: char) -> bool {
    match c {
        '\n' | '\t' | '\u{3000}'..='\u{9FFF}' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::report::{Colour, Format, Lang, report};

    /// Reads a site of these files; gives the source and its problems, one a line.
    fn read_files(list: &[(&str, &[u8])]) -> (Source, String) {
        let folder = folder_with(list);
        read_folder(folder.path(), &Limits::default())
    }

    fn folder_with(list: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in list {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn read_folder(root: &Path, limits: &Limits) -> (Source, String) {
        if !root.join("site.toml").exists() {
            std::fs::write(root.join("site.toml"), "").unwrap();
        }
        let (mut files, mut diagnostics) = (Files::default(), Diagnostics::default());
        let site = read_site(root, &mut files, &mut diagnostics).unwrap();
        let source = read_content(root, files, site, limits, &mut diagnostics).unwrap();
        let mut out = Vec::new();
        report(&diagnostics, &source.files, Format::Short, Lang::Zh, Colour::Plain, &mut out).unwrap();
        (source, String::from_utf8(out).unwrap())
    }

    fn paths<'s>(source: &'s Source, files: &[FileId]) -> Vec<&'s str> {
        files.iter().map(|file| source.files.path(*file)).collect()
    }

    /// What becomes of the bytes of an issue: its text, or the code of its problem.
    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let found = decode(bytes.to_vec()).map_err(|trouble| trouble.0.code());
        assert_eq!(found.as_deref().map_err(|code| *code), expected, "{bytes:?}");
    }

    #[test]
    fn every_file_has_its_place() {
        let (source, problems) = read_files(&[
            ("content/townships.toml", b""),
            ("content/companies.toml", b""),
            ("content/issues/2022/006/index.md", b"a"),
            ("content/issues/2022/006/t.xlsx", b"12345"),
            ("content/issues/2022/005.MD", b"a"),
            ("content/issues/2022-1.md", b"a"),
            ("content/pages/about.md", b"a"),
            ("content/pages/img/a.png", b"1"),
        ]);
        assert_eq!(problems, "");
        assert_eq!(
            paths(&source, &source.issues),
            ["content/issues/2022-1.md", "content/issues/2022/005.MD", "content/issues/2022/006/index.md"]
        );
        assert_eq!(paths(&source, &source.pages), ["content/pages/about.md"]);
        assert!(source.townships.is_some() && source.companies.is_some());
        let assets: Vec<_> = source.assets.iter().map(|(path, asset)| (path.as_str(), asset.bytes)).collect();
        assert_eq!(assets, [("content/issues/2022/006/t.xlsx", 5), ("content/pages/img/a.png", 1)]);
    }

    #[test]
    fn files_out_of_place() {
        let (source, problems) = read_files(&[
            ("content/issues/1.md", b"a"),
            ("content/issues/x.toml", b"a"),
            ("content/towns.toml", b"a"),
            ("content/2022.md", b"a"),
            ("content/notes/a.md", b"a"),
            ("content/notes/b.md", b"a"),
            ("content/pages/sub/a.md", b"a"),
        ]);
        assert_eq!(source.issues.len(), 1);
        let places: Vec<&str> = problems.lines().map(|line| line.split_once(": ").unwrap().0).collect();
        assert_eq!(
            places,
            [
                "content/2022.md",
                "content/issues/x.toml",
                "content/notes",
                "content/pages/sub/a.md",
                "content/towns.toml"
            ]
        );
        assert!(problems.lines().all(|line| line.contains("警告[misplaced-file]")), "{problems}");
    }

    #[test]
    fn what_systems_leave_behind_is_passed_over() {
        let (source, problems) = read_files(&[
            ("content/issues/1.md", b"a"),
            ("content/issues/~$1.docx", b"a"),
            ("content/issues/.~1.docx", b"a"),
            ("content/issues/.DS_Store", b"a"),
            ("content/issues/Thumbs.db", b"a"),
            ("content/desktop.ini", b"a"),
            ("content/.git/a.md", b"a"),
        ]);
        assert_eq!((problems.as_str(), source.assets.len(), source.issues.len()), ("", 0, 1));
    }

    #[test]
    fn a_site_without_issues() {
        for list in
            [&[][..], &[("content/pages/a.md", &b"a"[..])][..], &[("content/issues/a.txt", &b"a"[..])][..]]
        {
            assert!(read_files(list).1.starts_with("警告[no-issues]"));
        }
    }

    #[test]
    fn no_site_is_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let failure =
            read_site(folder.path(), &mut Files::default(), &mut Diagnostics::default()).unwrap_err();
        let message = failure.message(Lang::Zh);
        assert!(message.starts_with("无法读取 `") && message.ends_with("site.toml`：不存在"), "{message}");
    }

    #[test]
    fn texts_get_one_form() {
        check("\u{feff}a\r\nb\rc\n".as_bytes(), Ok("a\nb\nc\n"));
        check("e\u{301}曹\u{f900}".as_bytes(), Ok("é曹豈"));
        check(b"", Ok(""));
    }

    #[test]
    fn other_encodings_are_named() {
        let chinese = "关于各乡（街道）的通报\n标题 title = 6";
        let utf16 =
            |to_bytes: fn(u16) -> [u8; 2]| chinese.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
        check(&utf16(u16::to_le_bytes), Err("utf-16"));
        check(&utf16(u16::to_be_bytes), Err("utf-16"));
        check(&[0xff, 0xfe, b'a', 0], Err("utf-16"));
        check(b"t\0i\0t\0l\0e\0", Err("utf-16"));
        check(&encoding_rs::GB18030.encode(chinese).0, Err("gbk"));
        check(&encoding_rs::GBK.encode("通报").0, Err("gbk"));
        check(b"a\0b", Ok("a\0b"));
        let mut damaged = chinese.as_bytes().to_vec();
        damaged[1] = b'?';
        check(&damaged, Err("invalid-utf8"));
        check(b"\x89PNG\r\n\x1a\n\xff\xfd", Err("invalid-utf8"));
    }

    #[test]
    fn damage_has_a_place() {
        let trouble = decode(b"ab\n\xe6\x9b\xb9\xff".to_vec()).unwrap_err();
        assert_eq!(trouble.0, Message::InvalidUtf8 { line: 2, column: 2 });
    }

    #[test]
    fn an_unreadable_text_is_listed_and_silent() {
        let (source, problems) = read_files(&[("content/issues/1.md", b"\xff\xfea\0")]);
        assert!(problems.starts_with("content/issues/1.md: 错误[utf-16]"), "{problems}");
        let issue = source.issues[0];
        assert_eq!((source.files.text(issue), source.files.is_readable(issue)), ("", false));
    }

    #[test]
    fn control_characters_are_shown_once_a_kind() {
        let (_, problems) = read_files(&[("content/issues/1.md", "a\0b\0\n\u{202e}c\t".as_bytes())]);
        let hint = "(多半是从别处粘贴带来的，请删掉)";
        assert_eq!(
            problems,
            format!(
                "content/issues/1.md:1:2: 警告[control-character]: 正文里有看不见的控制字符 U+0000，共 2 处 {hint}\n\
                 content/issues/1.md:2:1: 警告[control-character]: 正文里有看不见的控制字符 U+202E，共 1 处 {hint}\n"
            )
        );
    }

    #[test]
    fn files_over_their_limit_are_not_read() {
        let folder = folder_with(&[("content/issues/1.md", b"12345"), ("content/issues/2.md", b"1234")]);
        let limits = Limits { issue_bytes: 4, ..Limits::default() };
        let (_, problems) = read_folder(folder.path(), &limits);
        assert_eq!(
            problems,
            "content/issues/1.md: 错误[file-too-large]: 文件有 5 字节，超过上限 4 字节 (确有需要时，在 site.toml 的 [limits] 里调高 `issue_bytes`)\n"
        );
    }

    #[cfg(unix)]
    #[test]
    fn content_itself_is_no_link() {
        let (folder, other) = (folder_with(&[]), folder_with(&[("issues/1.md", b"a")]));
        std::os::unix::fs::symlink(other.path(), folder.path().join("content")).unwrap();
        let (source, problems) = read_folder(folder.path(), &Limits::default());
        assert!(source.issues.is_empty() && problems.contains("content: 错误[symbolic-link]"), "{problems}");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_special_files_are_not_followed() {
        use std::os::unix::fs::symlink;
        let folder = folder_with(&[("content/issues/1.md", b"a"), ("secret.md", b"b")]);
        let issues = folder.path().join("content/issues");
        symlink("1.md", issues.join("in.md")).unwrap();
        symlink("../../secret.md", issues.join("out.md")).unwrap();
        symlink("..", issues.join("up")).unwrap();
        symlink("nowhere", issues.join("void")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(issues.join("s.md")).unwrap();
        let (source, problems) = read_folder(folder.path(), &Limits::default());
        assert_eq!((source.issues.len(), source.assets.len()), (1, 0));
        let found: Vec<(bool, bool)> = problems
            .lines()
            .map(|line| (line.contains("symbolic-link"), line.contains("content/ 之外")))
            .collect();
        assert_eq!(
            found,
            [(true, false), (true, true), (false, false), (true, false), (true, true)],
            "{problems}"
        );
        assert!(problems.contains("special-file"), "{problems}");
    }
}
