//! The browser's index: the same units as files that classic scripts load as a query needs them.
//!
//! Everything hangs on one root, `search/start.js`, which names folders by their content: two
//! publications never mix, and a browser may keep what it has for ever. The files' fields are documented
//! in `tests/browser/types.d.ts`; the index itself is the repeat index of [`repeats`].

pub mod bits;
pub mod facts;
pub mod flat;
pub mod list;
pub mod read;
pub mod repeats;
pub mod shards;
mod start;
pub mod text;

use super::cuts::is_word;
use super::prepare::{Prepared, edition};
use super::units::{Corpus, ShownBlock};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flat::Flat;
use rayon::Yield;
use repeats::{Forced, Settings};
use serde_json::Value;
use sha2::{Digest, Sha256};
use shards::Shards;
use std::sync::OnceLock;
use std::time::Duration;

/// Changes when the same content gives other files.
pub const VERSION: &str = "tongbao search 3";

/// How long to wait before looking again whether there is something to help with.
const PAUSE: Duration = Duration::from_micros(200);

/// About how many bytes a text slice has.
const TEXT_TARGET: usize = 9_000;

/// A file of the index: its path below `search/`, and how its bytes are made when its turn comes.
pub struct File<'a> {
    /// `start.js`, `<set>/i/0.js` …
    pub path: String,
    /// Whether the path tells the content: a file that stands there is this one.
    pub tells_content: bool,
    /// Makes the bytes, on any thread.
    pub make: Box<dyn Fn() -> Vec<u8> + Send + Sync + 'a>,
}

/// An index that is built beside other work.
pub struct Growing<'a> {
    corpus: &'a Corpus,
    prepared: &'a Prepared<'a>,
    browser: OnceLock<Browser<'a>>,
}

impl<'a> Growing<'a> {
    /// An index that is still to be built.
    pub fn new(corpus: &'a Corpus, prepared: &'a Prepared<'a>) -> Self {
        Self { corpus, prepared, browser: OnceLock::new() }
    }

    /// Builds it.
    pub fn grow(&self) {
        self.browser.get_or_init(|| Browser::new(self.corpus, self.prepared));
    }

    /// Its files. Until it is built, helps whoever builds it: one of rayon's threads does, or will.
    pub fn files(&self) -> Vec<File<'_>> {
        loop {
            if let Some(browser) = self.browser.get() {
                return browser.files();
            }
            if rayon::yield_now() != Some(Yield::Executed) {
                std::thread::sleep(PAUSE);
            }
        }
    }
}

/// The index of a corpus, ready to be written file by file.
pub struct Browser<'a> {
    corpus: &'a Corpus,
    shown: Vec<&'a [ShownBlock<'a>]>,
    shards: Shards,
    settings: Settings,
    years: Vec<text::Year>,
    names: facts::Names,
    lists: facts::EntityLists,
    /// Folder of all files but texts.
    set: String,
}

impl<'a> Browser<'a> {
    /// Builds the index.
    pub fn new(corpus: &'a Corpus, prepared: &'a Prepared<'a>) -> Self {
        let shown: Vec<&[ShownBlock]> =
            (0..prepared.len()).flat_map(|row| prepared.shown(row)).map(Vec::as_slice).collect();
        let flat = Flat::new(prepared.units());
        let forced = forced(corpus, prepared, &flat);
        let settings = settings(flat.units());
        let about = |unit: u32| corpus.units[unit as usize].about.as_slice();
        let tree = repeats::grow(&flat, &forced, &about, settings);
        let shards = Shards::new(flat, forced, tree, shard_target(corpus.units.len()));
        let names = facts::Names::new(corpus);
        let lists = facts::EntityLists::new(corpus);
        let years = text::years(text::Source { corpus, shown: &shown, flat: &shards.flat });
        let mut browser = Self { corpus, shown, shards, settings, years, names, lists, set: String::new() };
        browser.set = browser.content();
        browser
    }

    /// What all files but texts hang on: the corpus, the years with their texts, and how these were cut.
    fn content(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(VERSION);
        hasher.update(edition());
        hasher.update(serde_json::to_vec(self.corpus).unwrap_or_default());
        self.years.iter().for_each(|year| hasher.update(&year.hash));
        hex(&hasher.finalize())
    }

    /// All files, each once.
    pub fn files<'b>(&'b self) -> Vec<File<'b>> {
        let set = &self.set;
        let mut files = vec![
            file("start".to_owned(), || start::file(self)),
            file(format!("{set}/facets"), || facts::facets(self.corpus)),
            file(format!("{set}/issues"), || facts::issues(self.corpus)),
        ];
        let numbered = |folder: &str, count: usize| {
            (0..count).map(move |n| (n, format!("{set}/{folder}/{n}"))).collect::<Vec<_>>()
        };
        for (n, path) in numbered("i", self.shards.count()) {
            files.push(file(path, move || Value::from(b64(&self.shards.encode(n)))));
        }
        for (n, path) in numbered("n", self.names.count()) {
            files.push(file(path, move || self.names.file(self.corpus, n)));
        }
        for (n, path) in numbered("l", self.lists.count()) {
            files.push(file(path, move || self.lists.file(n)));
        }
        for (n, path) in numbered("e", self.corpus.entities.len().div_ceil(facts::ENTITIES)) {
            files.push(file(path, move || facts::entities(self.corpus, n)));
        }
        for (n, path) in numbered("c", self.corpus.units.len().div_ceil(facts::UNITS)) {
            files.push(file(path, move || facts::companies(self.corpus, n)));
        }
        for year in &self.years {
            for (n, slice) in year.slices.iter().enumerate() {
                let make = move || text::slice(self.source(), slice);
                files.push(file(format!("text-{}/{n}", year.hash), make));
            }
        }
        files
    }

    fn source(&self) -> text::Source<'_> {
        text::Source { corpus: self.corpus, shown: &self.shown, flat: &self.shards.flat }
    }
}

/// A file of one payload. All but the root stand in folders that are named by their content.
fn file<'a>(path: String, payload: impl Fn() -> Value + Send + Sync + 'a) -> File<'a> {
    let tells_content = path.contains('/');
    File { path: format!("{path}.js"), tells_content, make: Box::new(move || put(&payload())) }
}

/// All words and names that occur, sorted by their symbols.
fn forced(corpus: &Corpus, prepared: &Prepared, flat: &Flat) -> Vec<Forced> {
    let one = |text: &str, entities: Vec<u32>| {
        let symbols = flat.alphabet.symbols(text)?.into_boxed_slice();
        Some(Forced { word: symbols.len() > 1 && is_word(text), symbols, entities })
    };
    let words = prepared.words().into_iter().filter_map(|word| one(word, Vec::new()));
    let mut all: Vec<Forced> = words.collect();
    for (number, entity) in (0u32..).zip(&corpus.entities) {
        all.extend(entity.names.iter().filter_map(|name| one(name, vec![number])));
    }
    all.sort_unstable_by(|a, b| (&a.symbols, &a.entities).cmp(&(&b.symbols, &b.entities)));
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
        _ => Settings { often: 16, big: units / 25 },
    }
}

/// About how many bytes a shard has, before base64.
fn shard_target(units: usize) -> usize {
    match units {
        0..33_000 => 6_000,
        _ => 12_000,
    }
}

/// `tongbao.put(payload);`: a file does not tell its path, so that equal content is an equal file in the next
/// publication.
fn put(payload: &Value) -> Vec<u8> {
    format!("tongbao.put({payload});\n").into_bytes()
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
