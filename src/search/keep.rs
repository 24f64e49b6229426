//! How does the index stay right from one command to the next? What it was made of is written down in
//! the store beside it; what has changed since is made anew.

use super::browser::repeats::graft;
use super::index::{self, Index, Part};
use super::prepare::{self, Prepared, edition};
use super::units::{Corpus, Texts};
use crate::failure::Failure;
use crate::model::Archive;
use crate::store::Store;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// Folder of the store.
const FOLDER: &str = "search";
/// File that says what all others are.
const CATALOGUE: &str = "catalogue";
/// File of the corpus.
const CORPUS: &str = "corpus";
/// Folded code points of a part, at least: some two hundred issues.
const LEAST: u64 = 1_000_000;
/// There are no more than about so many parts.
const PARTS: u64 = 32;

/// What the archive was read from, and for which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Hash of the sources' [stamp](crate::source::stamp); none when it cannot vouch for them.
    pub sources: Option<String>,
    /// The day: issues of later days are not public yet.
    pub today: String,
}

/// What was done to bring an index up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing, it was right.
    Nothing,
    /// So many issues were new or changed, so many had gone.
    Some {
        /// New or changed.
        new: usize,
        /// Gone, or changed.
        old: usize,
    },
    /// There was none that could be used.
    All,
}

/// What the store holds.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Catalogue {
    edition: String,
    origin: Origin,
    parts: Vec<PartRow>,
    /// Hash of the corpus's file.
    corpus: String,
}

/// A part of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PartRow {
    /// Name of its file.
    name: String,
    /// Its issues in order.
    issues: Vec<Held>,
}

/// An issue in a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Held {
    id: String,
    /// [Key](super::prepare::Key) in hexadecimal.
    key: String,
    /// Folded code points.
    length: u64,
}

impl Catalogue {
    fn load(store: &Store) -> Option<Self> {
        let catalogue: Self = serde_json::from_slice(&store.get(&path(CATALOGUE))?).ok()?;
        (catalogue.edition == edition()).then_some(catalogue)
    }

    fn load_corpus(&self, store: &Store) -> Option<Corpus> {
        let bytes = store.get(&path(CORPUS)).filter(|bytes| hash(bytes) == self.corpus)?;
        postcard::from_bytes(&bytes).ok()
    }

    fn length(parts: &[PartRow]) -> u64 {
        parts.iter().map(PartRow::length).sum()
    }
}

impl PartRow {
    fn new(issues: Vec<Held>) -> Self {
        let mut hash = Sha256::new();
        for issue in &issues {
            hash.update(format!("{} {}\n", issue.id, issue.key));
        }
        let name = format!("part-{:.16}", hex(&hash.finalize()));
        Self { name, issues }
    }

    fn length(&self) -> u64 {
        self.issues.iter().map(|issue| issue.length).sum()
    }

    fn load(&self, store: &Store) -> Option<Vec<u8>> {
        store.get(&path(&self.name))
    }

    /// Its issues' rows, if each of them is what it was.
    fn rows(&self, current: &HashMap<&str, (usize, String)>) -> Option<Vec<usize>> {
        let row = |held: &Held| {
            let (row, key) = current.get(held.id.as_str())?;
            (*key == held.key).then_some(*row)
        };
        self.issues.iter().map(row).collect()
    }
}

/// The index in the store, if it was made of just these sources.
pub fn find(store: &Store, origin: &Origin) -> Option<Index> {
    origin.sources.as_ref()?;
    let catalogue = Catalogue::load(store).filter(|catalogue| catalogue.origin == *origin)?;
    let corpus = catalogue.load_corpus(store)?;
    let rows: HashMap<&str, usize> =
        corpus.issues.iter().enumerate().map(|(row, issue)| (issue.id.as_str(), row)).collect();
    let parts = catalogue.parts.par_iter().map(|part| {
        let rows = part.issues.iter().map(|held| rows.get(held.id.as_str()).copied());
        Some((Part::open(&part.load(store)?)?, rows.collect::<Option<_>>()?))
    });
    let parts = parts.collect::<Option<Vec<_>>>()?;
    Index::new(corpus, Catalogue::length(&catalogue.parts), parts)
}

/// The index of an archive: from the store what is still right, the rest made anew and put there. When
/// the store does not write, the index is right all the same.
///
/// # Errors
/// When tantivy refuses.
pub fn bring_up_to_date(
    store: &Store,
    archive: &Archive,
    origin: &Origin,
) -> Result<(Index, Change), Failure> {
    let corpus = Corpus::new(archive);
    let texts = Texts::new(archive, &corpus);
    let prepared = Prepared::new(&corpus, &texts, store);
    let (parts, change) = renew(store, &corpus, &prepared, origin, &Part::open)?;
    let length = parts.iter().map(|used| used.row.length()).sum();
    let parts = parts.into_iter().map(|used| (used.part, used.rows)).collect();
    let index = Index::new(corpus, length, parts).expect("every issue is in one part");
    Ok((index, change))
}

/// Brings what the store holds up to date, for whoever searches later. The parts are looked at one by
/// one, and none stays in memory.
///
/// # Errors
/// When tantivy refuses.
pub fn update(
    store: &Store,
    corpus: &Corpus,
    prepared: &Prepared<'_>,
    origin: &Origin,
) -> Result<Change, Failure> {
    if !store.writes() {
        return Ok(Change::Nothing);
    }
    renew(store, corpus, prepared, origin, &|_| Some(())).map(|(_, change)| change)
}

/// Finds or makes all parts and puts the new ones into the store; `take` is what becomes of the bytes of
/// each.
fn renew<T: Send>(
    store: &Store,
    corpus: &Corpus,
    prepared: &Prepared<'_>,
    origin: &Origin,
    take: &(dyn Fn(&[u8]) -> Option<T> + Sync),
) -> Result<(Vec<Used<T>>, Change), Failure> {
    let current: HashMap<&str, (usize, String)> = corpus
        .issues
        .iter()
        .enumerate()
        .map(|(row, issue)| (issue.id.as_str(), (row, hex(prepared.key(row)))))
        .collect();
    let old = Catalogue::load(store);
    let before = old.as_ref().map_or(0, |old| old.parts.len());
    let mut parts = kept(store, old.as_ref(), &current, take);
    let loose = loose(corpus.issues.len(), &mut parts);
    let is_same = loose.is_empty() && parts.len() == before;
    let change = change(old.as_ref(), &parts, &current);
    if !is_same {
        let mut names: Vec<&str> = parts.iter().map(|part| part.row.name.as_str()).collect();
        names.extend([prepare::NAME, graft::NAME]);
        store.keep_only(FOLDER, &names);
    }
    prepared.keep(store);
    parts.extend(make(store, corpus, prepared, loose, take)?);
    let catalogue = Catalogue {
        edition: edition(),
        origin: origin.clone(),
        parts: parts.iter().map(|part| part.row.clone()).collect(),
        corpus: keep_corpus(store, corpus),
    };
    if !is_same || old.is_none_or(|old| old != catalogue) {
        let bytes = serde_json::to_vec(&catalogue).expect("names and numbers are JSON");
        store.put(&path(CATALOGUE), &bytes);
    }
    Ok((parts, change))
}

/// Keeps the corpus, if it is not there yet; returns the hash of its file.
fn keep_corpus(store: &Store, corpus: &Corpus) -> String {
    let bytes = postcard::to_allocvec(corpus).expect("names and numbers");
    if store.get(&path(CORPUS)).is_none_or(|old| old != bytes) {
        store.put(&path(CORPUS), &bytes);
    }
    hash(&bytes)
}

/// A part in use.
struct Used<T> {
    row: PartRow,
    rows: Vec<usize>,
    part: T,
}

/// The parts that are still right.
fn kept<T: Send>(
    store: &Store,
    old: Option<&Catalogue>,
    current: &HashMap<&str, (usize, String)>,
    take: &(dyn Fn(&[u8]) -> Option<T> + Sync),
) -> Vec<Used<T>> {
    let parts = old.map_or(&[][..], |old| &old.parts);
    let part = |row: &PartRow| {
        let rows = row.rows(current)?;
        Some(Used { part: take(&row.load(store)?)?, rows, row: row.clone() })
    };
    parts.par_iter().filter_map(part).collect()
}

/// The rows of issues that need a part. If there are any, those of small parts are made anew with them,
/// so that small parts do not add up.
fn loose<T>(issues: usize, parts: &mut Vec<Used<T>>) -> Vec<usize> {
    let mut has_part = vec![false; issues];
    parts.iter().flat_map(|part| &part.rows).for_each(|row| has_part[*row] = true);
    if has_part.iter().all(|has| *has) {
        return Vec::new();
    }
    parts.retain(|part| {
        let stays = part.row.length() >= LEAST / 2;
        if !stays {
            part.rows.iter().for_each(|row| has_part[*row] = false);
        }
        stays
    });
    (0..issues).filter(|row| !has_part[*row]).collect()
}

/// Makes parts of issues and keeps them.
fn make<T: Send>(
    store: &Store,
    corpus: &Corpus,
    prepared: &Prepared<'_>,
    rows: Vec<usize>,
    take: &(dyn Fn(&[u8]) -> Option<T> + Sync),
) -> Result<Vec<Used<T>>, Failure> {
    let lengths: Vec<u64> = rows.par_iter().map(|row| prepared.length(*row)).collect();
    let shares = shares(&rows, &lengths);
    let part = |rows: Vec<usize>| {
        let bytes = Part::make(prepared, &rows)?;
        let held = rows.iter().map(|row| Held {
            id: corpus.issues[*row].id.clone(),
            key: hex(prepared.key(*row)),
            length: prepared.length(*row),
        });
        let row = PartRow::new(held.collect());
        store.put(&path(&row.name), &bytes);
        let part = take(&bytes).ok_or_else(index::torn)?;
        Ok(Used { row, rows, part })
    };
    shares.into_par_iter().map(part).collect()
}

/// Rows in shares of about equal length, neighbours together.
fn shares(rows: &[usize], lengths: &[u64]) -> Vec<Vec<usize>> {
    let total: u64 = lengths.iter().sum();
    let number = (total / LEAST).clamp(1, PARTS);
    let mut shares = vec![Vec::new(); number as usize];
    let mut before = 0;
    for (row, length) in rows.iter().zip(lengths) {
        let share = before * number / total.max(1);
        shares[share.min(number - 1) as usize].push(*row);
        before += length;
    }
    shares.retain(|share| !share.is_empty());
    shares
}

fn change<T>(old: Option<&Catalogue>, kept: &[Used<T>], current: &HashMap<&str, (usize, String)>) -> Change {
    let Some(old) = old else { return Change::All };
    let held: HashMap<&str, &str> = old
        .parts
        .iter()
        .flat_map(|part| &part.issues)
        .map(|held| (held.id.as_str(), held.key.as_str()))
        .collect();
    let new = current.iter().filter(|(id, (_, key))| held.get(**id) != Some(&key.as_str())).count();
    let gone = |(id, key): &(&&str, &&str)| current.get(**id).is_none_or(|(_, now)| now != **key);
    match (new, held.iter().filter(gone).count()) {
        // Nothing has changed, yet nothing could be used.
        (0, 0) if kept.is_empty() && !current.is_empty() => Change::All,
        (0, 0) => Change::Nothing,
        (new, old) => Change::Some { new, old },
    }
}

fn path(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
