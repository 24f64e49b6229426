//! What does an issue bring to an index? Its folded blocks, where words begin and end in them, and its
//! words. Cutting costs more than all the rest, so what was cut is kept in the store by content, and a
//! changed issue is the only one that is cut again.

use super::cuts;
use super::find::Wanted;
use super::units::{Corpus, IssueRow, ShownBlock, Texts, UnitRow};
use crate::fold::fold;
use crate::store::Store;
use crate::words;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::OnceLock;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Number of the form in which cuts and indexes are kept; to be raised with every change of it, of
/// folding or of cutting.
const FORM: u32 = 5;
/// Folder of the store, in its folder for the search.
pub const NAME: &str = "words";
const FOLDER: &str = "search/words";
/// In how many files: only those of what is new and of what is gone are written again.
const DRAWERS: u8 = 64;

/// What all that is kept for the search hangs on, besides the content.
pub fn edition() -> String {
    format!("search {FORM}, tongbao {}, {}", env!("CARGO_PKG_VERSION"), words::EDITION)
}

/// Says which content an issue has: its blocks, which of them are headings, and the names to look for.
pub type Key = [u8; 16];

/// How many issues are made ready side by side.
const TOGETHER: usize = 64;

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

    /// Before which code points one stands, ascending.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let bits = |(n, byte): (usize, &u8)| {
            let mut left = *byte;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.wrapping_sub(1);
                (bit < 8).then_some(8 * n + bit)
            })
        };
        self.0.iter().enumerate().flat_map(bits)
    }
}

/// Whether a word begins or ends before a code point, of stored borders.
pub fn border(bytes: &[u8], place: usize) -> bool {
    bytes.get(place / 8).is_some_and(|byte| byte >> (place % 8) & 1 == 1)
}

/// The issues of an archive. What was cut of them stays in memory; folded texts are made when they are
/// asked for, for all of them together are as large as the archive.
#[derive(Debug)]
pub struct Prepared<'a> {
    issues: Vec<Source<'a>>,
    cuts: Vec<OnceLock<Cuts>>,
    kept: HashMap<Key, Cuts>,
}

/// An issue as it stands in the archive.
#[derive(Debug)]
struct Source<'a> {
    corpus: &'a Corpus,
    units: &'a [Vec<ShownBlock<'a>>],
    rows: &'a [UnitRow],
    key: Key,
}

/// What was cut of an issue.
#[derive(Debug)]
struct Cuts {
    /// Its words, each once, with a line end behind each.
    words: Box<str>,
    /// Those of its blocks one after the other.
    borders: Box<[u8]>,
    /// Folded code points.
    length: u64,
}

impl<'a> Prepared<'a> {
    /// The issues of a corpus by their rows, with what the store knows of them.
    pub fn new(corpus: &'a Corpus, texts: &'a Texts<'a>, store: &Store) -> Self {
        let issues: Vec<Source<'a>> =
            corpus.issues.par_iter().map(|row| Source::new(corpus, texts, row)).collect();
        let cuts = issues.iter().map(|_| OnceLock::new()).collect();
        Self { issues, cuts, kept: load(store) }
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

    /// The units of an issue in order, ready for an index.
    pub fn issue(&self, row: usize) -> Vec<Vec<FoldedBlock>> {
        let source = &self.issues[row];
        self.known(row).and_then(|cuts| source.with(cuts)).unwrap_or_else(|| {
            let (units, cuts) = source.cut();
            let _ = self.cuts[row].set(cuts); // another thread may have been first, with the same
            units
        })
    }

    /// All units in the order of their places.
    pub fn units(&self) -> impl Iterator<Item = Vec<FoldedBlock>> {
        (0..self.len()).step_by(TOGETHER).flat_map(|start| {
            let rows = start..self.len().min(start + TOGETHER);
            let issues: Vec<_> = rows.into_par_iter().map(|row| self.issue(row)).collect();
            issues.into_iter().flatten()
        })
    }

    fn known(&self, row: usize) -> Option<&Cuts> {
        self.cuts[row].get().or_else(|| self.kept.get(self.key(row)))
    }

    fn cuts(&self, row: usize) -> &Cuts {
        self.known(row).unwrap_or_else(|| {
            self.issue(row);
            self.known(row).expect("just cut")
        })
    }

    /// The words of an issue, each once, with a line end behind each.
    pub fn words_of(&self, row: usize) -> &str {
        &self.cuts(row).words
    }

    /// Folded code points of an issue.
    pub fn length(&self, row: usize) -> u64 {
        self.cuts(row).length
    }

    /// The words of the whole archive, each once, in no order.
    pub fn words<'b>(&'b self) -> Vec<&'b str> {
        let rows: Vec<usize> = (0..self.len()).collect();
        let share = rows.len().div_ceil(rayon::current_num_threads()).max(1);
        // Told by their checksums of 64 bits: that two of some hundred thousand words share one is not to be expected, and
        // would cost a cut of a query, no result.
        let of_share = |rows: &[usize]| -> FxHashMap<u64, &'b str> {
            let words = rows.iter().flat_map(|row| self.words_of(*row).lines());
            words.map(|word| (xxh3_64(word.as_bytes()), word)).collect()
        };
        let union = |mut a: FxHashMap<u64, &'b str>, b: FxHashMap<u64, &'b str>| {
            a.extend(b);
            a
        };
        let words = rows.par_chunks(share).map(of_share).reduce(FxHashMap::default, union);
        words.into_values().collect()
    }

    /// Keeps what was cut of the issues that there are now, and nothing else. A file with which nothing has changed
    /// is not written.
    pub fn keep(&self, store: &Store) {
        let mut drawers: BTreeMap<u8, BTreeMap<&Key, usize>> = BTreeMap::new();
        for (row, issue) in self.issues.iter().enumerate() {
            drawers.entry(drawer(&issue.key)).or_default().insert(&issue.key, row);
        }
        let names: Vec<String> = drawers.keys().map(u8::to_string).collect();
        store.keep_only(FOLDER, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut kept = [0; DRAWERS as usize];
        self.kept.keys().for_each(|key| kept[drawer(key) as usize] += 1);
        drawers.into_par_iter().for_each(|(drawer, rows)| {
            let is_same = kept[drawer as usize] == rows.len();
            if !is_same || rows.keys().any(|key| !self.kept.contains_key(*key)) {
                store.put_pieces(&file(drawer), |out| self.write(&rows, out));
            }
        });
    }

    fn write(&self, rows: &BTreeMap<&Key, usize>, out: &mut dyn Write) -> io::Result<()> {
        put(out, edition().as_bytes())?;
        rows.iter().try_for_each(|(key, row)| {
            let cuts = self.cuts(*row);
            out.write_all(&key[..])?;
            out.write_all(&cuts.length.to_le_bytes())?;
            put(out, cuts.words.as_bytes())?;
            put(out, &cuts.borders)
        })
    }
}

impl<'a> Source<'a> {
    fn new(corpus: &'a Corpus, texts: &'a Texts<'a>, row: &IssueRow) -> Self {
        let range = row.first as usize..(row.first + row.units) as usize;
        let (units, rows) = (&texts.units[range.clone()], &corpus.units[range]);
        let mut source = Self { corpus, units, rows, key: Key::default() };
        source.key = key(units, source.names());
        source
    }

    /// For each unit the folded names of what it is about or names.
    fn names(&self) -> impl Iterator<Item = Vec<&'a str>> {
        self.rows.iter().map(|row| names(self.corpus, row))
    }

    /// The issue with what was cut before, if that fits.
    fn with(&self, cuts: &Cuts) -> Option<Vec<Vec<FoldedBlock>>> {
        let mut rest = &*cuts.borders;
        let mut block = |shown: &ShownBlock<'_>| {
            let text = fold(shown.text);
            let (bits, after) = rest.split_at_checked(Borders::size(text.chars().count()))?;
            rest = after;
            Some(FoldedBlock { text, heading: shown.heading, borders: Borders::from_bytes(bits) })
        };
        let units = self.units.iter().map(|blocks| blocks.iter().map(&mut block).collect());
        let units = units.collect::<Option<_>>()?;
        rest.is_empty().then_some(units)
    }

    fn cut(&self) -> (Vec<Vec<FoldedBlock>>, Cuts) {
        let mut found: Vec<Vec<Range<usize>>> = Vec::new();
        let mut block = |shown: &ShownBlock<'_>, names: &[Wanted]| {
            let text = fold(shown.text);
            let named: Vec<Range<usize>> = names.iter().flat_map(|name| name.ranges(&text)).collect();
            let cuts = cuts::cut(&text, &named);
            let named = named.into_iter().filter(|range| text[range.clone()].chars().nth(1).is_some());
            found.push(cuts.words.into_iter().chain(named).collect());
            FoldedBlock { text, heading: shown.heading, borders: Borders::new(&cuts.borders) }
        };
        let units = self.units.iter().zip(self.names()).map(|(blocks, names)| {
            let names: Vec<Wanted> = names.into_iter().map(Wanted::new).collect();
            blocks.iter().map(|shown| block(shown, &names)).collect()
        });
        let units: Vec<Vec<FoldedBlock>> = units.collect();
        let found = units.iter().flatten().zip(found);
        let found = found.flat_map(|(block, found)| found.into_iter().map(|range| &block.text[range]));
        let mut known: FxHashSet<&str> = FxHashSet::default();
        let words = found.filter(|word| known.insert(word)).flat_map(|word| [word, "\n"]);
        let words = words.collect::<String>().into_boxed_str();
        let blocks = || units.iter().flatten();
        let borders = blocks().flat_map(|block| block.borders.bytes()).copied().collect();
        let length = blocks().map(|block| block.text.chars().count() as u64).sum();
        (units, Cuts { words, borders, length })
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

fn key<'a>(units: &[Vec<ShownBlock<'_>>], names: impl Iterator<Item = Vec<&'a str>>) -> Key {
    let mut hash = Xxh3::new();
    let mut text = |text: &str| {
        hash.update(&(text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
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
    hash.digest128().to_le_bytes()
}

/// Which drawer holds what was cut of an issue.
fn drawer(key: &Key) -> u8 {
    key[0] % DRAWERS
}

fn file(drawer: u8) -> String {
    format!("{FOLDER}/{drawer}")
}

/// What was cut before.
fn load(store: &Store) -> HashMap<Key, Cuts> {
    let drawer = |drawer| read(&store.get(&file(drawer))?);
    (0..DRAWERS).into_par_iter().filter_map(drawer).flatten_iter().collect()
}

fn read(mut bytes: &[u8]) -> Option<Vec<(Key, Cuts)>> {
    if take(&mut bytes)? != edition().as_bytes() {
        return None;
    }
    let mut kept = Vec::new();
    while !bytes.is_empty() {
        let key = bytes.split_off(..size_of::<Key>())?.try_into().ok()?;
        let length = u64::from_le_bytes(bytes.split_off(..8)?.try_into().ok()?);
        let words = simdutf8::basic::from_utf8(take(&mut bytes)?).ok()?.into();
        let borders = take(&mut bytes)?.into();
        kept.push((key, Cuts { words, borders, length }));
    }
    Some(kept)
}

/// Writes a piece with its length before it.
fn put(out: &mut dyn Write, piece: &[u8]) -> io::Result<()> {
    out.write_all(&(piece.len() as u64).to_le_bytes())?;
    out.write_all(piece)
}

/// Takes what [`put`] wrote.
fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u64::from_le_bytes(bytes.split_off(..8)?.try_into().ok()?);
    bytes.split_off(..usize::try_from(length).ok()?)
}
