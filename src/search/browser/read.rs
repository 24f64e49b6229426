//! The shards read back, as the browser reads them: what the tests hold the files to.

use super::bits::Reader;
use super::list::{self, List, read_subset};
use super::repeats::{COMPLETE, NAME, START, WORD, WRITTEN};
use super::shards::{ABOVE, FLAGS};
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
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// Gives the bytes of a file by its path below `search/`.
pub type Files<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// The files of an index.
pub struct Shards<'a> {
    files: &'a Files<'a>,
    start: Value,
    /// In the order of scripts.
    chars: Vec<char>,
    separators: Vec<Vec<u32>>,
    /// The files of texts, and the places of their units.
    slices: Vec<(String, Range<u32>)>,
    shards: RefCell<BTreeMap<u32, Rc<Vec<Record>>>>,
}

/// Where a record stands: shard and number in it.
type Place = (u32, u32);

#[derive(Debug)]
struct Record {
    parent: usize,
    length: usize,
    dmin: usize,
    flags: u8,
    edge: Vec<u32>,
    /// Its list; else where it is.
    list: Result<Vec<u8>, Place>,
    own: Vec<u8>,
}

/// A stored string on the way to a query.
#[derive(Debug, Clone, Copy)]
struct Found {
    length: usize,
    dmin: usize,
    flags: u8,
    place: Place,
}

/// What one look-up says.
enum Outcome {
    Absent,
    /// The string's own list.
    Exact(Found),
    /// A list that holds all answers.
    Among(Found),
}

/// Characters in the order of scripts, which is that of their ids.
fn characters(bits: &mut Reader) -> Option<Vec<char>> {
    let chars: Option<Vec<char>> = bits.rising(usize::MAX).into_iter().map(char::from_u32).collect();
    let mut chars: Vec<String> = chars?.iter().map(char::to_string).collect();
    chars.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
    Some(chars.iter().flat_map(|c| c.chars()).collect())
}

impl<'a> Shards<'a> {
    /// Reads the root. `None` when it is missing or damaged.
    pub fn open(files: &'a Files<'a>) -> Option<Self> {
        let start = payload(&files("start.js")?)?;
        let bytes = STANDARD.decode(start["bits"].as_str()?).ok()?;
        let mut bits = Reader::new(&bytes);
        let chars = characters(&mut bits)?;
        let targets = width(chars.len() + start["marks"].as_str()?.chars().count());
        for _ in bits.rising(usize::MAX) {
            bits.bits(targets);
        }
        let mut separators: Vec<Vec<u32>> = Vec::new();
        for _ in 1..bits.count() {
            let shared = bits.count() as usize;
            let more = bits.count();
            let mut key = separators.last().map_or(Vec::new(), |last| last[..shared].to_vec());
            key.extend((0..more).map(|_| bits.bits(width(chars.len()))));
            separators.push(key);
        }
        let mut slices = Vec::new();
        let mut end = 0;
        for hash in start["texts"].as_array()? {
            for n in 0..bits.count() {
                let first = end;
                end += bits.count();
                slices.push((format!("text-{}/{n}.js", hash.as_str()?), first..end));
            }
        }
        bits.ended().then_some(())?;
        Some(Self { files, start, chars, separators, slices, shards: RefCell::default() })
    }

    fn units(&self) -> u32 {
        self.start["units"].as_u64().unwrap_or(0) as u32
    }

    fn id(&self, c: char) -> Option<u32> {
        self.chars.iter().position(|other| *other == c).map(|id| id as u32)
    }

    fn shard(&self, number: u32) -> Option<Rc<Vec<Record>>> {
        if let Some(shard) = self.shards.borrow().get(&number) {
            return Some(shard.clone());
        }
        let path = format!("{}/i/{number}.js", self.start["set"].as_str()?);
        let bytes = STANDARD.decode(payload(&(self.files)(&path)?)?.as_str()?).ok()?;
        let shard = Rc::new(self.records(&bytes)?);
        self.shards.borrow_mut().insert(number, shard.clone());
        Some(shard)
    }

    fn records(&self, bytes: &[u8]) -> Option<Vec<Record>> {
        let mut input = Reader::new(bytes);
        let shards = width(self.separators.len() + 1);
        let mut records = Vec::new();
        for _ in 0..input.count() {
            let parent = input.count() as usize;
            let length = parent + 1 + input.count() as usize;
            let dmin = parent + 1 + input.count() as usize;
            let flags = input.bits(FLAGS) as u8;
            let written = (length - parent).min(WRITTEN as usize);
            let edge = (0..written).map(|_| input.bits(width(self.chars.len()))).collect();
            let list = match input.bytes() {
                list if list.is_empty() => Err((input.bits(shards), input.count())),
                list => Ok(list),
            };
            records.push(Record { parent, length, dmin, flags, edge, list, own: input.bytes() });
        }
        input.ended().then_some(records)
    }

    /// Stored strings that `query` goes through or ends in, the shortest first, and how many of its
    /// characters the last one's label agrees with.
    fn reached(&self, query: &[u32]) -> Option<(Vec<Found>, usize)> {
        let number = self.separators.partition_point(|s| s.as_slice() <= query) as u32;
        let shard = self.shard(number)?;
        let mut reached: Vec<(Found, usize)> = Vec::new();
        let mut path = Vec::new();
        for (n, record) in (0u32..).zip(shard.iter()) {
            path.truncate(record.parent);
            path.extend(record.edge.iter().map(|id| Some(*id)));
            path.resize(record.length, None);
            let agreeing = path.iter().zip(query).take_while(|(a, b)| a.is_none_or(|a| a == **b));
            let m = agreeing.count();
            if m >= record.dmin {
                let Record { length, dmin, flags, .. } = *record;
                let place = match record.list {
                    Err(place) if flags & ABOVE != 0 => place,
                    _ => (number, n),
                };
                reached.push((Found { length, dmin, flags, place }, m));
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
        let complete = deepest.flags & COMPLETE != 0;
        Some(if complete { Outcome::Absent } else { Outcome::Among(deepest) })
    }

    fn list(&self, (shard, record): Place) -> Option<List> {
        match &self.shard(shard)?.get(record as usize)?.list {
            Ok(list) => list::decode(list, self.units()),
            Err(place) => self.list(*place),
        }
    }

    /// The list of a stored string with classes.
    fn hits(&self, found: Found, length: usize) -> Option<Vec<Hit>> {
        let list = self.list(found.place)?;
        let shard = self.shard(found.place.0)?;
        let count = list.units.len();
        let mut own = Reader::new(&shard.get(found.place.1 as usize)?.own);
        let mut aligned = vec![false; count];
        for depth in (found.dmin..=found.length).filter(|_| found.flags & START != 0) {
            let units = read_subset(&mut own, count);
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
        let ids: Option<Vec<u32>> = text.chars().map(|c| self.id(c)).collect();
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
        let mut units = self.list(found.place)?.units;
        for start in 1..ids.len() {
            match self.look_up(&ids[start..])? {
                Outcome::Absent => return Some(Vec::new()),
                Outcome::Exact(found) | Outcome::Among(found) => {
                    let other = self.list(found.place)?.units;
                    units.retain(|unit| other.binary_search(unit).is_ok());
                }
            }
        }
        let verified: Option<Vec<Option<Hit>>> =
            units.into_iter().map(|unit| self.verify(unit, text)).collect();
        Some(verified?.into_iter().flatten().collect())
    }

    fn stands_in_first(&self, found: Found, text: &str) -> Option<bool> {
        let first = *self.list(found.place)?.units.first()?;
        Some(self.verify(first, text)?.is_some())
    }

    fn slice_unit(&self, place: u32) -> Option<Value> {
        let (path, places) = self.slices.iter().find(|(_, places)| places.contains(&place))?;
        let slice = payload(&(self.files)(path)?)?;
        slice["units"].get((place - places.start) as usize).cloned()
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
        let known = text.chars().map_while(|c| self.id(c));
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

/// The payload of `tongbao.put("path", payload);`.
fn payload(script: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(script).ok()?;
    let (_, rest) = text.split_once(", ")?;
    serde_json::from_str(rest.trim_end().strip_suffix(");")?).ok()
}
