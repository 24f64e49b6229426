//! The shards read back, as the browser reads them: what the tests hold the files to.

use super::bits::{Reader, read_varint};
use super::list::{self, List, read_subset};
use super::repeats::{LIMIT, NAME, POINTER, RARE, START, WORD, WRITTEN};
use super::width;
use crate::failure::Failure;
use crate::fold::fold;
use crate::search::Lookup;
use crate::search::rank::{self, Hit};
use crate::search::units::{TextBlock, UnitText};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Gives the bytes of a file by its path below `search/`.
pub type Files<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// The files of an index.
pub struct Shards<'a> {
    files: &'a Files<'a>,
    start: Value,
    ids: HashMap<char, u32>,
    separators: Vec<Vec<u32>>,
    shards: RefCell<BTreeMap<u32, Rc<Shard>>>,
}

/// One index shard.
#[derive(Debug)]
struct Shard {
    bytes: Vec<u8>,
    ancestors: Vec<Found>,
    path: Vec<Option<u32>>,
    records: Vec<Record>,
}

#[derive(Debug)]
struct Record {
    parent: usize,
    edge: usize,
    written: Vec<u32>,
    dmin: usize,
    flags: u8,
    states: Vec<u8>,
    list: Location,
    own: std::ops::Range<usize>,
}

#[derive(Debug, Clone)]
enum Location {
    Here(std::ops::Range<usize>),
    There(u32, u32),
}

/// A stored string on the way to a query.
#[derive(Debug, Clone, Copy)]
struct Found {
    length: usize,
    dmin: usize,
    flags: u8,
    shard: u32,
    record: u32,
}

/// What one look-up says.
enum Outcome {
    Absent,
    /// The string's own list.
    Exact(Found),
    /// A list that holds all answers.
    Among(Found),
}

/// The characters by id.
fn characters(table: &Value) -> Option<Vec<char>> {
    let bytes = STANDARD.decode(table["rest"].as_str()?).ok()?;
    let rest = Reader::new(&bytes).gaps(table["count"].as_u64()? as usize);
    let rest = rest.into_iter().map(char::from_u32);
    table["common"].as_str()?.chars().map(Some).chain(rest).collect()
}

impl<'a> Shards<'a> {
    /// Reads the root. `None` when it is missing or damaged.
    pub fn open(files: &'a Files<'a>) -> Option<Self> {
        let start = payload(&files("start.js")?)?;
        let chars = characters(&start["chars"])?;
        let width = width(chars.len());
        let ids = chars.into_iter().zip(0..).collect();
        let bytes = STANDARD.decode(start["shards"]["keys"].as_str()?).ok()?;
        let mut keys = Reader::new(&bytes);
        let mut separators: Vec<Vec<u32>> = Vec::new();
        for _ in 1..start["shards"]["count"].as_u64()? {
            let shared = keys.gamma() as usize - 1;
            let more = keys.gamma();
            let mut key = separators.last().map_or(Vec::new(), |last| last[..shared].to_vec());
            key.extend((0..more).map(|_| keys.bits(width)));
            separators.push(key);
        }
        Some(Self { files, start, ids, separators, shards: RefCell::default() })
    }

    fn units(&self) -> u32 {
        self.start["units"].as_u64().unwrap_or(0) as u32
    }

    fn shard(&self, number: u32) -> Option<Rc<Shard>> {
        if let Some(shard) = self.shards.borrow().get(&number) {
            return Some(shard.clone());
        }
        let path = format!("{}/i/{number}.js", self.start["set"].as_str()?);
        let bytes = STANDARD.decode(payload(&(self.files)(&path)?)?.as_str()?).ok()?;
        let shard = Rc::new(parse(bytes)?);
        self.shards.borrow_mut().insert(number, shard.clone());
        Some(shard)
    }

    /// Stored strings that `query` goes through or ends in, the shortest first, and how many of its
    /// characters the last one's label agrees with.
    fn reached(&self, query: &[u32]) -> Option<(Vec<Found>, usize)> {
        let number = self.separators.partition_point(|s| s.as_slice() <= query) as u32;
        let shard = self.shard(number)?;
        let mut reached: Vec<(Found, usize)> = Vec::new();
        let agree = |path: &[Option<u32>]| {
            path.iter().zip(query).take_while(|(a, b)| a.is_none_or(|a| a == **b)).count()
        };
        for found in &shard.ancestors {
            let m = agree(&shard.path[..found.length]);
            if m >= found.dmin {
                reached.push((*found, m));
            }
        }
        let mut path = shard.path.clone();
        for (n, record) in (0u32..).zip(&shard.records) {
            path.truncate(record.parent);
            path.extend(record.written.iter().map(|id| Some(*id)));
            path.resize(record.parent + record.edge, None);
            let m = agree(&path);
            if m >= record.dmin {
                let length = path.len();
                let found =
                    Found { length, dmin: record.dmin, flags: record.flags, shard: number, record: n };
                reached.push((found, m));
            }
        }
        reached.sort_by_key(|(found, _)| found.length);
        let last = reached.last().map_or(0, |(_, m)| *m);
        Some((reached.into_iter().map(|(found, _)| found).collect(), last))
    }

    fn look_up(&self, query: &[u32]) -> Option<Outcome> {
        let (reached, m) = self.reached(query)?;
        let Some(deepest) = reached.last().copied() else { return Some(Outcome::Absent) };
        if m == query.len() {
            return Some(Outcome::Exact(deepest));
        }
        if m < deepest.length {
            return Some(Outcome::Absent);
        }
        let df = self.list(deepest)?.units.len() as u64;
        let complete = df > self.start["big"].as_u64()? && deepest.flags & LIMIT == 0;
        Some(if complete { Outcome::Absent } else { Outcome::Among(deepest) })
    }

    fn list(&self, found: Found) -> Option<List> {
        let shard = self.shard(found.shard)?;
        match &shard.records.get(found.record as usize)?.list {
            Location::Here(range) => list::decode(shard.bytes.get(range.clone())?, self.units()),
            Location::There(shard, record) => self.list(Found { shard: *shard, record: *record, ..found }),
        }
    }

    /// The list of a stored string with classes.
    fn hits(&self, found: Found, length: usize) -> Option<Vec<Hit>> {
        let list = self.list(found)?;
        let shard = self.shard(found.shard)?;
        let record = shard.records.get(found.record as usize)?;
        let count = list.units.len();
        let state = |n: usize| record.states.get(n / 4).map_or(0, |byte| byte >> (2 * (n % 4)) & 3);
        let mut own = Reader::new(&shard.bytes[record.own.clone()]);
        let mut aligned = vec![false; count];
        for depth in found.dmin..=found.length {
            let units = match state(depth - found.dmin) {
                2 => read_subset(&mut own, count),
                state => vec![state == 1; count],
            };
            if depth == length {
                aligned = units;
            }
        }
        let about = match found.flags & NAME != 0 {
            true => read_subset(&mut own, count),
            false => vec![false; count],
        };
        let mut class: Vec<u8> = aligned.iter().map(|aligned| if *aligned { 3 } else { 4 }).collect();
        list.headings.iter().for_each(|n| class[*n as usize] = 2);
        if length == found.length {
            about.iter().zip(&mut class).filter(|(about, _)| **about).for_each(|(_, class)| *class = 1);
        }
        let hit = |((unit, level), class): ((&u32, &u8), u8)| Hit { unit: *unit, class, level: *level };
        Some(list.units.iter().zip(&list.levels).zip(class).map(hit).collect())
    }

    fn literal(&self, text: &str) -> Option<Vec<Hit>> {
        let ids: Option<Vec<u32>> = text.chars().map(|c| self.ids.get(&c).copied()).collect();
        let Some(ids) = ids else { return Some(Vec::new()) };
        let found = match self.look_up(&ids)? {
            Outcome::Absent => return Some(Vec::new()),
            Outcome::Exact(found) => {
                // Some character on the way may be one that is not written.
                if ids.len() > WRITTEN as usize && !self.stands_in_first(found, text)? {
                    return Some(Vec::new());
                }
                return self.hits(found, ids.len());
            }
            Outcome::Among(found) => found,
        };
        let mut units = self.list(found)?.units;
        for start in 1..ids.len() {
            match self.look_up(&ids[start..])? {
                Outcome::Absent => return Some(Vec::new()),
                Outcome::Exact(found) | Outcome::Among(found) => {
                    let other = self.list(found)?.units;
                    units.retain(|unit| other.binary_search(unit).is_ok());
                }
            }
        }
        let verified: Option<Vec<Option<Hit>>> =
            units.into_iter().map(|unit| self.verify(unit, text)).collect();
        Some(verified?.into_iter().flatten().collect())
    }

    fn stands_in_first(&self, found: Found, text: &str) -> Option<bool> {
        let first = *self.list(found)?.units.first()?;
        Some(self.verify(first, text)?.is_some())
    }

    fn slice_unit(&self, place: u32) -> Option<Value> {
        let bytes = STANDARD.decode(self.start["slices"].as_str()?).ok()?;
        let mut slices = Reader::new(&bytes);
        let mut end = 0;
        for hash in self.start["texts"].as_array()? {
            for n in 0..slices.gamma() {
                let first = end;
                end += slices.gamma();
                if place < end {
                    let path = format!("text-{}/{n}.js", hash.as_str()?);
                    let slice = payload(&(self.files)(&path)?)?;
                    return slice["units"].get((place - first) as usize).cloned();
                }
            }
        }
        None
    }

    /// Whether a text stands in a unit, and how. `text` is no name.
    fn verify(&self, place: u32, text: &str) -> Option<Option<Hit>> {
        let unit = self.slice_unit(place)?;
        let borders = STANDARD.decode(unit["w"].as_str()?).ok()?;
        let mut borders = Reader::new(&borders);
        let kinds = unit["k"].as_str()?.as_bytes();
        let wanted: Vec<char> = text.chars().collect();
        let (mut tf, mut length, mut class) = (0, 0, 4);
        for (block, kind) in unit["b"].as_array()?.iter().zip(kinds) {
            let folded: Vec<char> = fold(block.as_str()?).chars().collect();
            let is_border: Vec<bool> = (0..=folded.len()).map(|_| borders.bit()).collect();
            length += folded.len() as u64;
            for at in 0..(folded.len() + 1).saturating_sub(wanted.len()) {
                if folded[at..at + wanted.len()] != wanted {
                    continue;
                }
                tf += 1;
                let here = match (*kind, is_border[at] && is_border[at + wanted.len()]) {
                    (b'1', _) => 2,
                    (_, true) => 3,
                    (_, false) => 4,
                };
                class = class.min(here);
            }
        }
        let level = rank::level(tf, length, self.start["pivot"].as_u64()?);
        Some((tf > 0).then_some(Hit { unit: place, class, level }))
    }
}

impl Lookup for Shards<'_> {
    fn literal(&self, text: &str) -> Result<Vec<Hit>, Failure> {
        self.literal(text).ok_or_else(damaged)
    }

    fn words(&self, text: &str) -> Result<Vec<usize>, Failure> {
        let known = text.chars().map_while(|c| self.ids.get(&c).copied());
        let ids: Vec<u32> = known.collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let (reached, m) = self.reached(&ids).ok_or_else(damaged)?;
        let whole = reached.into_iter().filter(|f| f.flags & WORD != 0 && f.length <= m);
        Ok(whole.map(|f| f.length).collect())
    }

    fn text(&self, place: u32) -> Result<UnitText, Failure> {
        let unit = self.slice_unit(place).ok_or_else(damaged)?;
        let kinds = unit["k"].as_str().unwrap_or_default().as_bytes();
        let texts = unit["b"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let blocks =
            texts.zip(kinds).map(|(text, kind)| TextBlock { text: text.to_owned(), heading: *kind == b'1' });
        Ok(UnitText { blocks: blocks.collect() })
    }
}

fn damaged() -> Failure {
    Failure::new("检索数据不完整".to_owned(), "the search data is not whole".to_owned())
}

/// The payload of `tongbao.put(payload);`.
fn payload(script: &[u8]) -> Option<Value> {
    let call = std::str::from_utf8(script).ok()?.strip_prefix("tongbao.put(")?;
    serde_json::from_str(call.trim_end().strip_suffix(");")?).ok()
}

fn parse(bytes: Vec<u8>) -> Option<Shard> {
    let mut at = 0;
    let next = |at: &mut usize| read_varint(&bytes, at).map(|n| n as usize);
    let mut ancestors = Vec::new();
    for _ in 0..next(&mut at)? {
        let (length, dmin) = (next(&mut at)?, next(&mut at)?);
        let flags = *bytes.get(at)?;
        at += 1;
        let (shard, record) = (read_varint(&bytes, &mut at)?, read_varint(&bytes, &mut at)?);
        ancestors.push(Found { length, dmin, flags, shard, record });
    }
    let mut path = Vec::new();
    for _ in 0..next(&mut at)? {
        path.push(read_varint(&bytes, &mut at)?.checked_sub(1));
    }
    let count = next(&mut at)?;
    let mut sizes = Vec::new();
    let mut records = Vec::new();
    for _ in 0..count {
        let (parent, edge) = (next(&mut at)?, next(&mut at)?);
        let flags = *bytes.get(at)?;
        at += 1;
        let mut written = Vec::new();
        for _ in 0..edge.min(WRITTEN as usize) {
            written.push(read_varint(&bytes, &mut at)?);
        }
        let dmin = if flags & RARE != 0 { next(&mut at)? } else { parent + 1 };
        if flags & NAME != 0 {
            for _ in 0..next(&mut at)? {
                next(&mut at)?;
            }
        }
        let mut states = Vec::new();
        if flags & START != 0 {
            let size = (parent + edge + 1).checked_sub(dmin)?.div_ceil(4);
            states = bytes.get(at..at + size)?.to_vec();
            at += size;
        }
        let list = match flags & POINTER != 0 {
            true => Location::There(read_varint(&bytes, &mut at)?, read_varint(&bytes, &mut at)?),
            false => Location::Here(0..next(&mut at)?),
        };
        let mixed = states.iter().any(|byte| byte & 0b1010_1010 != 0);
        let own = if mixed || flags & NAME != 0 { next(&mut at)? } else { 0 };
        sizes.push(own);
        records.push(Record { parent, edge, written, dmin, flags, states, list, own: 0..0 });
    }
    for (record, own) in records.iter_mut().zip(sizes) {
        if let Location::Here(range) = &mut record.list {
            *range = at..at + range.end;
            at = range.end;
        }
        record.own = at..at + own;
        at += own;
    }
    (at == bytes.len()).then_some(())?;
    Some(Shard { bytes, ancestors, path, records })
}
