//! What does an issue bring to an index? Its folded blocks, where words begin and end in them, and its
//! words. Cutting costs more than all the rest, so what was cut is kept in the store by content, and a
//! changed issue is the only one that is cut again.

use super::cuts;
use super::find::occurrences;
use super::units::{Corpus, IssueRow, ShownBlock, Texts, UnitRow};
use crate::fold::fold;
use crate::store::Store;
use crate::words;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

/// Number of the form in which cuts and indexes are kept; to be raised with every change of it, of
/// folding or of cutting.
const FORM: u32 = 1;
/// File of the store.
const FILE: &str = "search/cuts";

/// What all that is kept for the search hangs on, besides the content.
pub fn edition() -> String {
    format!("search {FORM}, tongbao {}, {}", env!("CARGO_PKG_VERSION"), words::EDITION)
}

/// Says which content an issue has: its blocks, which of them are headings, and the names to look for.
pub type Key = [u8; 16];

/// The units of an issue, ready for an index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IssueText {
    /// Its units in order.
    pub units: Vec<Vec<FoldedBlock>>,
    /// Its words, sorted, each once, with a line end behind each.
    pub words: String,
}

/// A block of text, ready for an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedBlock {
    /// Folded.
    pub text: String,
    /// Whether it is the issue's title or a heading.
    pub heading: bool,
    /// Where words begin and end in it.
    pub borders: Borders,
}

/// One bit for each place before a code point and for the end: whether a word begins or ends there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Borders(Vec<u8>);

impl Borders {
    fn new(bits: &[bool]) -> Self {
        let byte =
            |bits: &[bool]| bits.iter().enumerate().fold(0, |byte, (n, bit)| byte | u8::from(*bit) << n);
        Self(bits.chunks(8).map(byte).collect())
    }

    /// Borders as they were stored; their number is that of the code points and one more.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// How many bytes a text of `length` code points needs.
    pub fn size(length: usize) -> usize {
        length / 8 + 1
    }

    /// To be stored; lowest bit first.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether a word begins or ends before a code point.
    pub fn at(&self, place: usize) -> bool {
        border(&self.0, place)
    }
}

/// As [`Borders::at`], of stored borders.
pub fn border(bytes: &[u8], place: usize) -> bool {
    bytes.get(place / 8).is_some_and(|byte| byte >> (place % 8) & 1 == 1)
}

/// The issues of an archive, each made ready when it is asked for, once.
#[derive(Debug)]
pub struct Prepared<'a> {
    issues: Vec<Source<'a>>,
    ready: Vec<OnceLock<IssueText>>,
    kept: HashMap<Key, Kept>,
}

/// An issue as it stands in the archive.
#[derive(Debug)]
struct Source<'a> {
    units: &'a [Vec<ShownBlock<'a>>],
    /// For each unit the folded names of what it is about or names.
    names: Vec<Vec<&'a str>>,
    key: Key,
}

/// What was cut of an issue.
#[derive(Debug)]
struct Kept {
    words: String,
    /// Those of its blocks one after the other.
    borders: Vec<u8>,
}

impl<'a> Prepared<'a> {
    /// The issues of a corpus by their rows, with what the store knows of them.
    pub fn new(corpus: &'a Corpus, texts: &'a Texts<'a>, store: &Store) -> Self {
        let issues: Vec<Source<'a>> =
            corpus.issues.par_iter().map(|row| Source::new(corpus, texts, row)).collect();
        let ready = issues.iter().map(|_| OnceLock::new()).collect();
        Self { issues, ready, kept: load(store) }
    }

    /// How many issues there are.
    pub fn len(&self) -> usize {
        self.issues.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// What content an issue has.
    pub fn key(&self, row: usize) -> &Key {
        &self.issues[row].key
    }

    /// The units of an issue as shown.
    pub fn shown(&self, row: usize) -> &'a [Vec<ShownBlock<'a>>] {
        self.issues[row].units
    }

    /// An issue made ready.
    pub fn issue(&self, row: usize) -> &IssueText {
        let source = &self.issues[row];
        self.ready[row].get_or_init(|| {
            let kept = self.kept.get(&source.key);
            kept.and_then(|kept| source.with(kept)).unwrap_or_else(|| source.cut())
        })
    }

    /// Makes all issues ready, side by side.
    pub fn all(&self) -> Vec<&IssueText> {
        (0..self.len()).into_par_iter().map(|row| self.issue(row)).collect()
    }

    /// The words of the whole archive, sorted, each once.
    pub fn words(&self) -> BTreeSet<&str> {
        let mut words: HashSet<&str> = HashSet::new();
        for row in 0..self.len() {
            words.extend(self.words_of(row).lines());
        }
        words.into_iter().collect()
    }

    fn words_of(&self, row: usize) -> &str {
        match (self.ready[row].get(), self.kept.get(self.key(row))) {
            (None, Some(kept)) => &kept.words,
            _ => &self.issue(row).words,
        }
    }

    /// Keeps what was cut of the issues that there are now, and nothing else. When nothing has changed,
    /// nothing is written.
    pub fn keep(&self, store: &Store) {
        let current: HashSet<&Key> = self.issues.iter().map(|issue| &issue.key).collect();
        if self.kept.len() == current.len() && self.kept.keys().all(|key| current.contains(key)) {
            return;
        }
        let mut written = HashSet::new();
        let mut bytes = Vec::new();
        put(&mut bytes, edition().as_bytes());
        for (row, issue) in self.issues.iter().enumerate() {
            if !written.insert(issue.key) {
                continue;
            }
            bytes.extend_from_slice(&issue.key);
            match (self.kept.get(&issue.key), self.ready[row].get()) {
                (Some(kept), None) => {
                    put(&mut bytes, kept.words.as_bytes());
                    put(&mut bytes, &kept.borders);
                }
                _ => {
                    let ready = self.issue(row);
                    put(&mut bytes, ready.words.as_bytes());
                    let blocks = ready.units.iter().flatten();
                    put(&mut bytes, &blocks.flat_map(|b| b.borders.bytes()).copied().collect::<Vec<u8>>());
                }
            }
        }
        store.put(FILE, &bytes);
    }
}

impl<'a> Source<'a> {
    fn new(corpus: &'a Corpus, texts: &'a Texts<'a>, row: &IssueRow) -> Self {
        let range = row.first as usize..(row.first + row.units) as usize;
        let units = &texts.units[range.clone()];
        let names: Vec<_> = corpus.units[range].iter().map(|unit| names(corpus, unit)).collect();
        let key = key(units, &names);
        Self { units, names, key }
    }

    /// The issue with what was cut before, if that fits.
    fn with(&self, kept: &Kept) -> Option<IssueText> {
        let mut rest = kept.borders.as_slice();
        let mut block = |shown: &ShownBlock<'_>| {
            let text = fold(shown.text);
            let (bits, after) = rest.split_at_checked(Borders::size(text.chars().count()))?;
            rest = after;
            Some(FoldedBlock { text, heading: shown.heading, borders: Borders::from_bytes(bits) })
        };
        let units = self.units.iter().map(|blocks| blocks.iter().map(&mut block).collect());
        let units = units.collect::<Option<_>>()?;
        rest.is_empty().then(|| IssueText { units, words: kept.words.clone() })
    }

    fn cut(&self) -> IssueText {
        let mut found: Vec<Vec<Range<usize>>> = Vec::new();
        let mut block = |shown: &ShownBlock<'_>, names: &[&str]| {
            let text = fold(shown.text);
            let named: Vec<Range<usize>> = names
                .iter()
                .flat_map(|name| occurrences(&text, name).map(|at| at..at + name.len()))
                .collect();
            let cuts = cuts::cut(&text, &named);
            let named = named.into_iter().filter(|range| text[range.clone()].chars().nth(1).is_some());
            found.push(cuts.words.into_iter().chain(named).collect());
            FoldedBlock { text, heading: shown.heading, borders: Borders::new(&cuts.borders) }
        };
        let units = self.units.iter().zip(&self.names);
        let units: Vec<Vec<FoldedBlock>> =
            units.map(|(blocks, names)| blocks.iter().map(|shown| block(shown, names)).collect()).collect();
        let words = units.iter().flatten().zip(found);
        let words: HashSet<&str> =
            words.flat_map(|(block, found)| found.into_iter().map(|range| &block.text[range])).collect();
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        let words = words.into_iter().flat_map(|word| [word, "\n"]).collect();
        IssueText { units, words }
    }
}

/// The folded names of what a unit is about or names, sorted, each once.
fn names<'a>(corpus: &'a Corpus, unit: &UnitRow) -> Vec<&'a str> {
    let entities = unit.about.iter().map(|entity| &corpus.entities[*entity as usize]);
    let mut names: Vec<&str> = entities.flat_map(|e| e.names.iter().map(String::as_str)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn key(units: &[Vec<ShownBlock<'_>>], names: &[Vec<&str>]) -> Key {
    let mut hash = Sha256::new();
    let mut text = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    };
    for (blocks, names) in units.iter().zip(names) {
        // Lengths tell where a text ends; these tell what it is.
        for block in blocks {
            text(if block.heading { "heading" } else { "text" });
            text(block.text);
        }
        text("names");
        names.iter().for_each(|name| text(name));
        text("unit");
    }
    let digest: [u8; 32] = hash.finalize().into();
    digest[..size_of::<Key>()].try_into().expect("a part of it")
}

/// What was cut before.
fn load(store: &Store) -> HashMap<Key, Kept> {
    let Some(bytes) = store.get(FILE) else { return HashMap::new() };
    read(&bytes).unwrap_or_default()
}

fn read(mut bytes: &[u8]) -> Option<HashMap<Key, Kept>> {
    if take(&mut bytes)? != edition().as_bytes() {
        return None;
    }
    let mut kept = HashMap::new();
    while !bytes.is_empty() {
        let key = bytes.split_off(..size_of::<Key>())?.try_into().ok()?;
        let words = String::from_utf8(take(&mut bytes)?.to_vec()).ok()?;
        let borders = take(&mut bytes)?.to_vec();
        kept.insert(key, Kept { words, borders });
    }
    Some(kept)
}

/// Writes a piece with its length before it.
fn put(bytes: &mut Vec<u8>, piece: &[u8]) {
    bytes.extend_from_slice(&(piece.len() as u64).to_le_bytes());
    bytes.extend_from_slice(piece);
}

/// Takes what [`put`] wrote.
fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u64::from_le_bytes(bytes.split_off(..8)?.try_into().ok()?);
    bytes.split_off(..usize::try_from(length).ok()?)
}
