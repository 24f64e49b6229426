//! The browser's index: the same units as files that classic scripts load as a query needs them.
//!
//! Everything hangs on one root, `search/start.js`, which names folders by their content: two
//! publications never mix, and a browser may keep what it has for ever. The files' fields are documented
//! in `tests/browser/types.d.ts`; the index itself is the repeat index of [`repeats`].

pub mod bits;
pub mod facts;
pub mod flat;
pub mod letters;
pub mod list;
pub mod lz;
pub mod read;
pub mod repeats;
pub mod shards;
mod start;
pub mod text;

use super::cuts::is_word;
use super::prepare::{Prepared, edition};
use super::units::{Corpus, ShownBlock, count};
use crate::store::Store;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flat::Flat;
use letters::Letters;
use rayon::Yield;
use rayon::prelude::*;
use repeats::{Forced, Ground, Settings};
use serde::Serialize;
use sha2::{Digest, Sha256};
use shards::Shards;
use std::hash::Hash;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Changes when the same content gives other files.
pub const VERSION: &str = "tongbao search 6";

/// How long to wait before looking again whether there is something to help with.
const PAUSE: Duration = Duration::from_micros(200);

/// About how many bytes of text, in UTF-8, a text slice holds; it takes about half as many.
const TEXT_TARGET: usize = 10_000;

/// A file of the index: its path below `search/`, and how its bytes are made when its turn comes.
pub struct File<'a> {
    /// `start.js`, `<set>/i/0.js` …
    pub path: String,
    /// Whether the path tells the content: a file that stands there is this one.
    pub tells_content: bool,
    /// Checksum of all that the bytes hang on, if that costs less than to make them.
    pub ground: Option<Box<dyn Fn() -> u128 + Send + Sync + 'a>>,
    /// Makes the bytes, on any thread.
    pub make: Box<dyn Fn() -> Vec<u8> + Send + Sync + 'a>,
}

/// An index that is built beside other work.
#[derive(Default)]
pub struct Growing<'a> {
    browser: OnceLock<Browser<'a>>,
    /// Whether nobody builds it any more.
    given_up: AtomicBool,
}

impl<'a> Growing<'a> {
    /// Builds it from what `prepare` gives, with what the store knows of the last one.
    pub fn grow(&self, store: &Store, prepare: impl FnOnce() -> (&'a Corpus, Prepared<'a>)) {
        let _ends = Ends(&self.given_up);
        let (corpus, prepared) = prepare();
        self.browser.get_or_init(|| Browser::new(corpus, prepared, store));
    }

    /// Its files. Until it is built, helps whoever builds it: another of rayon's threads does, or this one when
    /// it looks for work.
    ///
    /// # Panics
    /// When building it has panicked.
    pub fn files(&self) -> Vec<File<'_>> {
        loop {
            let given_up = self.given_up.load(Ordering::Acquire);
            if let Some(browser) = self.browser.get() {
                return browser.files();
            }
            assert!(!given_up, "the index for the browser could not be built");
            if rayon::yield_now() != Some(Yield::Executed) {
                std::thread::sleep(PAUSE);
            }
        }
    }
}

/// Tells that something is over, however it ends.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

/// The index of a corpus, ready to be written file by file.
pub struct Browser<'a> {
    corpus: &'a Corpus,
    shown: Vec<&'a [ShownBlock<'a>]>,
    shards: Shards,
    years: Vec<text::Year>,
    letters: Letters,
    names: facts::Names,
    lists: facts::EntityLists,
    /// Folder of all files but texts.
    set: String,
}

impl<'a> Browser<'a> {
    /// Builds the index.
    pub fn new(corpus: &'a Corpus, prepared: Prepared<'a>, store: &Store) -> Self {
        let shown: Vec<&[ShownBlock]> =
            (0..prepared.len()).flat_map(|row| prepared.shown(row)).map(Vec::as_slice).collect();
        let flat = Flat::new(prepared.units());
        let forced = forced(corpus, &prepared, &flat);
        // What grows now needs the room.
        drop(prepared);
        let settings = settings(flat.units());
        let about = |unit: u32| corpus.units[unit as usize].about.as_slice();
        let identities: Vec<u64> =
            corpus.entities.iter().map(|entity| xxh3_64(entity.id.as_bytes())).collect();
        let ground =
            Ground { flat: &flat, forced: &forced, about: &about, identities: &identities, settings };
        let ((tree, keep), (names, lists, (years, letters), set)) = rayon::join(
            || repeats::grow(&ground, store),
            || {
                let years = text::years(text::Source { corpus, shown: &shown, flat: &flat });
                let set = content(corpus, &years.0);
                (facts::Names::new(corpus), facts::EntityLists::new(corpus), years, set)
            },
        );
        let shards = Shards::new(flat, forced, tree, keep, shard_target(corpus.units.len()));
        Self { corpus, shown, shards, years, letters, names, lists, set }
    }

    /// All files, each once.
    pub fn files<'b>(&'b self) -> Vec<File<'b>> {
        let set = &self.set;
        let mut files = vec![
            file("start".to_owned(), || start::file(self)),
            bit_file(format!("{set}/facets"), || facts::facets(self.corpus)),
            bit_file(format!("{set}/issues"), || facts::issues(self.corpus)),
        ];
        let numbered = |folder: &str, count: usize| {
            (0..count).map(move |n| (n, format!("{set}/{folder}/{n}"))).collect::<Vec<_>>()
        };
        let letters = self.letters.print();
        for (n, path) in numbered("i", self.shards.count()) {
            let file = bit_file(path, move || self.shards.encode(n, &self.letters));
            let ground = move || self.shards.ground(n, letters);
            files.push(File { ground: Some(Box::new(ground)), ..file });
        }
        for (n, path) in numbered("n", self.names.count()) {
            files.push(file(path, move || self.names.file(self.corpus, n)));
        }
        for (n, path) in numbered("l", self.lists.count()) {
            files.push(bit_file(path, move || self.lists.file(n)));
        }
        for (n, path) in numbered("e", self.corpus.entities.len().div_ceil(facts::ENTITIES)) {
            files.push(file(path, move || facts::entities(self.corpus, n)));
        }
        for (n, path) in numbered("c", self.corpus.units.len().div_ceil(facts::UNITS)) {
            files.push(bit_file(path, move || facts::companies(self.corpus, n)));
        }
        for year in &self.years {
            for (n, slice) in year.slices.iter().enumerate() {
                let make = move || text::slice(self.source(), &self.letters, slice);
                files.push(bit_file(format!("text-{}/{n}", year.hash), make));
            }
        }
        files
    }

    fn source(&self) -> text::Source<'_> {
        text::Source { corpus: self.corpus, shown: &self.shown, flat: &self.shards.flat }
    }
}

/// What all files but texts hang on: the corpus, the years with their texts, and how these were cut.
fn content(corpus: &Corpus, years: &[text::Year]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(VERSION);
    hasher.update(edition());
    let mut of_corpus = Xxh3::new();
    corpus.hash(&mut of_corpus);
    hasher.update(of_corpus.digest128().to_le_bytes());
    years.iter().for_each(|year| hasher.update(&year.hash));
    hex(&hasher.finalize())
}

/// A file of one payload.
fn file<'a, T: Serialize>(path: String, payload: impl Fn() -> T + Send + Sync + 'a) -> File<'a> {
    made(path, move || put(&payload()))
}

/// A file of bits.
fn bit_file<'a>(path: String, bits: impl Fn() -> Vec<u8> + Send + Sync + 'a) -> File<'a> {
    made(path, move || put_bits(&bits()))
}

/// All files but the root stand in folders that are named by their content.
fn made<'a>(path: String, make: impl Fn() -> Vec<u8> + Send + Sync + 'a) -> File<'a> {
    let tells_content = path.contains('/');
    File { path: format!("{path}.js"), tells_content, ground: None, make: Box::new(make) }
}

/// All words and names that occur, sorted by their symbols.
fn forced(corpus: &Corpus, prepared: &Prepared, flat: &Flat) -> Vec<Forced> {
    let one = |text: &str, entities: Vec<u32>| {
        let symbols = flat.alphabet.symbols(text)?.into_boxed_slice();
        Some(Forced { word: symbols.len() > 1 && is_word(text), symbols, entities })
    };
    let words = prepared.words().into_par_iter().filter_map(|word| one(word, Vec::new()));
    let entities = corpus.entities.par_iter().enumerate();
    let names = entities.flat_map_iter(|(number, entity)| {
        entity.names.iter().filter_map(move |name| one(name, vec![count(number)]))
    });
    let mut all: Vec<Forced> = words.chain(names).collect();
    all.par_sort_unstable_by(|a, b| (&a.symbols, &a.entities).cmp(&(&b.symbols, &b.entities)));
    all.dedup_by(|next, kept| {
        let same = next.symbols == kept.symbols;
        if same {
            kept.entities.append(&mut next.entities);
            kept.entities.dedup();
        }
        same
    });
    all
}

/// Thresholds by the number of units: see the study of formats.
fn settings(units: u32) -> Settings {
    match units {
        0..33_000 => Settings { often: 8, big: (units / 20).max(64) },
        _ => Settings { often: 12, big: units / 25 },
    }
}

/// About how many bytes a shard has.
fn shard_target(units: usize) -> usize {
    match units {
        0..33_000 => 8_000,
        _ => 20_000,
    }
}

/// What stands before and behind a payload. A file does not tell its path, so that equal content is an equal
/// file in the next publication.
const CALL: [&[u8]; 2] = [b"tongbao.put(", b");\n"];

fn put(payload: &impl Serialize) -> Vec<u8> {
    let mut script = CALL[0].to_vec();
    serde_json::to_writer(&mut script, payload).expect("texts and numbers are JSON");
    script.extend_from_slice(CALL[1]);
    script
}

/// Bits as base64, of which JSON escapes nothing.
fn put_bits(bytes: &[u8]) -> Vec<u8> {
    let [before, behind] = CALL;
    [before, b"\"", b64(bytes).as_bytes(), b"\"", behind].concat()
}

/// How many bits tell one of so many things.
fn width(things: usize) -> u32 {
    usize::BITS - things.leading_zeros()
}

fn b64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The first 16 hexadecimal digits of a hash.
fn hex(hash: &[u8]) -> String {
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
