//! The shards read back, as the browser reads them: what the tests hold the files to.

use super::bits::Reader;
use super::list::{self, List};
use super::repeats::WRITTEN;
use super::text::{self, ReadUnit};
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
use std::rc::Rc;

/// Gives the bytes of a file by its path below `search/`.
pub type Files<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// The files of an index.
pub struct Shards<'a> {
    files: &'a Files<'a>,
    start: Value,
    letters: Vec<char>,
    separators: Vec<Vec<u16>>,
    shards: RefCell<BTreeMap<u32, Rc<Shard>>>,
}

/// One index shard.
#[derive(Debug)]
struct Shard {
    bytes: Vec<u8>,
    records: Vec<Record>,
}

#[derive(Debug)]
struct Record {
    parent: usize,
    /// The record that it is below, if there is one.
    above: Option<usize>,
    written: Vec<char>,
    length: usize,
    dmin: usize,
    complete: bool,
    word: bool,
    /// Where its list stands, when elsewhere.
    there: Option<(u32, u32)>,
    /// The bit where its list begins, and the one where its own bits do.
    list: usize,
    own: usize,
    has_own: bool,
}

impl Shard {
    /// The list of a record that has its own.
    fn list(&self, record: usize, units: u32) -> Option<List> {
        let record = self.records.get(record)?;
        let mut bits = Reader::from(&self.bytes, record.list);
        match record.above.filter(|above| self.records[*above].there.is_none()) {
            Some(above) => list::decode_within(&mut bits, &self.list(above, units)?),
            None => list::decode(&mut bits, units),
        }
    }
}

/// A stored string on the way to a query.
#[derive(Debug, Clone, Copy)]
struct Found {
    length: usize,
    complete: bool,
    word: bool,
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

impl<'a> Shards<'a> {
    /// Reads the root. `None` when it is missing or damaged.
    pub fn open(files: &'a Files<'a>) -> Option<Self> {
        let start = payload(&files("start.js")?)?;
        let mut separators: Vec<Vec<u16>> = Vec::new();
        for unit in start["shards"].as_str()?.encode_utf16() {
            match u8::try_from(unit) {
                Ok(letter @ b'A'..=b'Z') => {
                    let before = separators.last().map_or(&[][..], Vec::as_slice);
                    separators.push(before.get(..usize::from(letter - b'A'))?.to_vec());
                }
                _ => separators.last_mut()?.push(unit),
            }
        }
        let letters = start["letters"].as_str()?.chars().collect();
        Some(Self { files, start, letters, separators, shards: RefCell::default() })
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
        let shard = Rc::new(self.parse(bytes)?);
        self.shards.borrow_mut().insert(number, shard.clone());
        Some(shard)
    }

    fn parse(&self, bytes: Vec<u8>) -> Option<Shard> {
        let mut bits = Reader::new(&bytes);
        let mut records: Vec<Record> = Vec::new();
        for _ in 0..bits.number() {
            let parent = bits.number() as usize;
            let size = bits.number();
            let letters = (0..size).map(|_| text::letter(bits.symbol()?, &self.letters));
            let written = letters.collect::<Option<Vec<char>>>()?;
            let length = parent + written.len() + bits.number() as usize;
            let dmin = parent + 1 + bits.number() as usize;
            let there = if bits.bit() { Some((bits.symbol()?, bits.symbol()?)) } else { None };
            let (complete, word) = (bits.bit(), bits.bit());
            let size = bits.number() * 8;
            let list = bits.skip(size);
            let size = bits.number();
            let own = bits.skip(size);
            // In this order it is the last one of that length.
            let above = records.iter().rposition(|record| record.length == parent);
            records.push(Record {
                parent,
                above,
                written,
                length,
                dmin,
                complete,
                word,
                there,
                list,
                own,
                has_own: size > 0,
            });
        }
        (!bits.overrun() && bytes.len() == bits.at().div_ceil(8)).then_some(Shard { bytes, records })
    }

    /// Stored strings that `query` goes through or ends in, the shortest first, and how many of its
    /// characters the last one's label agrees with.
    fn reached(&self, query: &[char]) -> Option<(Vec<Found>, usize)> {
        let text: Vec<u16> = query.iter().collect::<String>().encode_utf16().collect();
        let number = self.separators.partition_point(|s| *s <= text).checked_sub(1)? as u32;
        let shard = self.shard(number)?;
        let mut reached: Vec<(Found, usize)> = Vec::new();
        let mut path: Vec<Option<char>> = Vec::new();
        for (n, record) in (0u32..).zip(&shard.records) {
            path.truncate(record.parent);
            path.extend(record.written.iter().map(|c| Some(*c)));
            path.resize(record.length, None);
            let m = path.iter().zip(query).take_while(|(a, b)| a.is_none_or(|a| a == **b)).count();
            if m >= record.dmin {
                let Record { length, complete, word, .. } = *record;
                reached.push((Found { length, complete, word, shard: number, record: n }, m));
            }
        }
        reached.sort_by_key(|(found, _)| found.length);
        let last = reached.last().map_or(0, |(_, m)| *m);
        Some((reached.into_iter().map(|(found, _)| found).collect(), last))
    }

    fn look_up(&self, query: &[char]) -> Option<Outcome> {
        let (reached, m) = self.reached(query)?;
        let Some(deepest) = reached.last().copied() else { return Some(Outcome::Absent) };
        if m == query.len() {
            return Some(Outcome::Exact(deepest));
        }
        if m < deepest.length {
            return Some(Outcome::Absent);
        }
        Some(if deepest.complete { Outcome::Absent } else { Outcome::Among(deepest) })
    }

    fn list(&self, found: Found) -> Option<List> {
        let mut shard = self.shard(found.shard)?;
        let mut record = found.record as usize;
        if let Some((there, owner)) = shard.records.get(record)?.there {
            (shard, record) = (self.shard(there)?, owner as usize);
        }
        shard.list(record, self.units())
    }

    /// The list of a stored string with classes.
    fn hits(&self, found: Found, length: usize) -> Option<Vec<Hit>> {
        let list = self.list(found)?;
        let shard = self.shard(found.shard)?;
        let record = shard.records.get(found.record as usize)?;
        let count = list.units.len();
        let mut class = vec![4; count];
        let mut own = Reader::from(&shard.bytes, record.own);
        let mut give = |marked: &[u32], class_of: u8| {
            for n in marked {
                let class = &mut class[*n as usize];
                *class = (*class).min(class_of);
            }
        };
        let rows = if record.has_own { own.number() as usize } else { 0 };
        for depth in record.dmin..record.dmin + rows {
            let marked = own.marks(count as u32)?;
            match depth == length {
                true => give(&marked, 3),
                false if depth > record.length && length == record.length => give(&marked, 1),
                false => {}
            }
        }
        give(&list.headings, 2);
        let hit = |((unit, level), class): ((&u32, &u8), u8)| Hit { unit: *unit, class, level: *level };
        Some(list.units.iter().zip(&list.levels).zip(class).map(hit).collect())
    }

    fn literal(&self, text: &str) -> Option<Vec<Hit>> {
        let chars: Vec<char> = text.chars().collect();
        let found = match self.look_up(&chars)? {
            Outcome::Absent => return Some(Vec::new()),
            Outcome::Exact(found) => {
                // Some character on the way may be one that is not written.
                if chars.len() > WRITTEN as usize && !self.stands_in_first(found, text)? {
                    return Some(Vec::new());
                }
                return self.hits(found, chars.len());
            }
            Outcome::Among(found) => found,
        };
        let mut units = self.list(found)?.units;
        for start in 1..chars.len() {
            match self.look_up(&chars[start..])? {
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

    fn slice_unit(&self, place: u32) -> Option<ReadUnit> {
        let mut end = 0;
        for text in self.start["texts"].as_array()? {
            for (n, size) in text[1].as_str()?.chars().enumerate() {
                let first = end;
                end += size.to_digit(36)?;
                if place < end {
                    let path = format!("text-{}/{n}.js", text[0].as_str()?);
                    let bytes = STANDARD.decode(payload(&(self.files)(&path)?)?.as_str()?).ok()?;
                    return text::read(&bytes, &self.letters)?.0.into_iter().nth((place - first) as usize);
                }
            }
        }
        None
    }

    /// Whether a text stands in a unit, and how. `text` is no name.
    fn verify(&self, place: u32, text: &str) -> Option<Option<Hit>> {
        let unit = self.slice_unit(place)?;
        let mut borders = unit.borders.iter();
        let wanted: Vec<char> = text.chars().collect();
        let (mut tf, mut length, mut class) = (0, 0, 4);
        for (block, heading) in &unit.blocks {
            let folded: Vec<char> = fold(block).chars().collect();
            // Before the first UTF-16 unit of a character; none stands within it.
            let mut border =
                |width: usize| (0..width).fold(false, |is, _| borders.next() == Some(&true) || is);
            let mut is_border: Vec<bool> = folded.iter().map(|c| border(c.len_utf16())).collect();
            is_border.push(border(1));
            length += folded.len() as u64;
            for at in 0..(folded.len() + 1).saturating_sub(wanted.len()) {
                if folded[at..at + wanted.len()] != wanted {
                    continue;
                }
                tf += 1;
                let here = match (*heading, is_border[at] && is_border[at + wanted.len()]) {
                    (true, _) => 2,
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
        let (reached, m) = self.reached(&text.chars().collect::<Vec<_>>()).ok_or_else(damaged)?;
        let whole = reached.into_iter().filter(|f| f.word && f.length <= m);
        Ok(whole.map(|f| f.length).collect())
    }

    fn text(&self, place: u32) -> Result<UnitText, Failure> {
        let unit = self.slice_unit(place).ok_or_else(damaged)?;
        let blocks = unit.blocks.into_iter().map(|(text, heading)| TextBlock { text, heading });
        Ok(UnitText { blocks: blocks.collect() })
    }
}

fn damaged() -> Failure {
    Failure::new("检索数据不完整".to_owned(), "the search data is not whole".to_owned())
}

/// The payload of a file: it is `tongbao.put(payload);`.
pub fn payload(script: &[u8]) -> Option<Value> {
    let call = std::str::from_utf8(script).ok()?.strip_prefix("tongbao.put(")?;
    serde_json::from_str(call.trim_end().strip_suffix(");")?).ok()
}
