//! In which file does each stored string stand? Records lie in one sorted order in shards of about equal
//! size; a directory of separators names the one shard in which a look-up begins.

use super::bits::{Reader, Writer};
use super::flat::Flat;
use super::letters::Letters;
use super::list::{self, List};
use super::repeats::{Forced, Keep, Record, Tree, WRITTEN};
use crate::search::units::count;
use rayon::prelude::*;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_128;

/// About how many bits a record has besides its label and lists, a character, and a pointer.
const HEADER: usize = 20;
const LETTER: usize = 11;
const POINTER_BITS: usize = 25;

/// All shards, laid out but not yet written.
pub struct Shards {
    /// The text.
    pub flat: Flat,
    forced: Vec<Forced>,
    tree: Tree,
    /// For each list the record that has it.
    owners: Vec<u32>,
    shards: Vec<Shard>,
}

/// One file.
struct Shard {
    records: Range<usize>,
    /// Stored ancestors of the first record, from the root down.
    ancestors: Vec<usize>,
}

impl Shards {
    /// Lays out the records of a tree in shards of about `target` bytes, and keeps the tree.
    pub fn new(flat: Flat, forced: Vec<Forced>, tree: Tree, keep: Option<Keep>, target: usize) -> Self {
        let shards = Self { owners: owners(&tree), flat, forced, tree, shards: Vec::new() };
        let keep = || keep.iter().for_each(|keep| keep.keep(&shards.flat, &shards.tree));
        let (laid_out, ()) = rayon::join(|| shards.laid_out(target), keep);
        Self { shards: laid_out, ..shards }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.shards.len()
    }

    fn laid_out(&self, target: usize) -> Vec<Shard> {
        let records = &self.tree.records;
        let mut shards = Vec::new();
        let sizes: Vec<usize> = (0..records.len()).into_par_iter().map(|r| self.size(r)).collect();
        let mut start = 0;
        let mut ancestors: Vec<usize> = Vec::new();
        let mut stack: Vec<usize> = Vec::new();
        while start < records.len() {
            let end = border(records, &sizes, start, target);
            shards.push(Shard { records: start..end, ancestors: ancestors.clone() });
            for (r, record) in records.iter().enumerate().take(end).skip(start) {
                unwind(records, &mut stack, record);
                stack.push(r);
            }
            if let Some(next) = records.get(end) {
                unwind(records, &mut stack, next);
                ancestors.clone_from(&stack);
            }
            start = end;
        }
        if shards.is_empty() {
            shards.push(Shard { records: 0..0, ancestors });
        }
        shards
    }

    /// About how many bytes a record takes in its file.
    fn size(&self, r: usize) -> usize {
        let record = &self.tree.records[r];
        let list = if self.is_own(r) { self.list(record).len() * 8 } else { POINTER_BITS };
        (HEADER + self.edge(record).len() * LETTER + record.own as usize + list) / 6
    }

    fn list(&self, record: &Record) -> &[u8] {
        self.tree.list(record)
    }

    fn is_own(&self, r: usize) -> bool {
        let record = &self.tree.records[r];
        record.list_id().is_none_or(|id| self.owners[id as usize] as usize == r)
    }

    /// Ids of the characters of a part of a record's label.
    fn label(&self, record: &Record, range: Range<u32>) -> impl Iterator<Item = u32> {
        let places = record.at + range.start..record.at + range.end;
        places.map(|place| self.flat.symbols.at(place) - 1)
    }

    /// A record's edge, as far as it is written: whole when it leads to a word.
    fn edge(&self, record: &Record) -> Range<u32> {
        let written = record.length.min(record.parent + WRITTEN);
        let end = if written < record.length && self.leads_to_word(record) { record.length } else { written };
        record.parent..end
    }

    fn leads_to_word(&self, record: &Record) -> bool {
        let label: Vec<u32> = self.label(record, 0..record.length).map(|id| id + 1).collect();
        let from = self.forced.partition_point(|forced| *forced.symbols < *label);
        let mut below = self.forced[from..].iter().take_while(|forced| forced.symbols.starts_with(&label));
        below.any(|forced| forced.word)
    }

    /// Where a record stands: shard and number in it.
    fn place(&self, r: usize) -> [u32; 2] {
        let n = self.shards.partition_point(|s| s.records.end <= r);
        let shard = &self.shards[n];
        [count(n), count(shard.ancestors.len() + r - shard.records.start)]
    }

    /// The bytes of a shard.
    pub fn encode(&self, shard: usize, letters: &Letters) -> Vec<u8> {
        let shard = &self.shards[shard];
        let mut out = Writer::default();
        out.number(count(shard.ancestors.len() + shard.records.len()));
        shard.ancestors.iter().for_each(|r| self.record(*r, true, None, letters, &mut out));
        // Of the records that the next one is below, each list that is written here.
        let (mut path, mut lists): (Vec<usize>, Vec<Option<ListHere>>) = Default::default();
        for r in shard.records.clone() {
            let record = &self.tree.records[r];
            unwind(&self.tree.records, &mut path, record);
            lists.truncate(path.len());
            let above = lists.last().and_then(Option::as_ref);
            let here = self.is_own(r).then(|| ListHere::new(self.list(record)));
            let written = here.as_ref().map(|here| here.written(above, self.flat.units()));
            self.record(r, false, written.as_deref(), letters, &mut out);
            path.push(r);
            lists.push(here);
        }
        out.finish()
    }

    /// Checksum of all that a shard's bytes hang on; `letters` is that of the letters.
    pub fn ground(&self, shard: usize, letters: u64) -> u128 {
        let shard = &self.shards[shard];
        let above = shard.ancestors.iter().map(|r| (*r, true));
        // Numbers, and behind them bytes: each of their lengths is among the numbers.
        let (mut numbers, mut bytes) = (vec![self.flat.units()], letters.to_le_bytes().to_vec());
        for (r, above) in above.chain(shard.records.clone().map(|r| (r, false))) {
            let record = &self.tree.records[r];
            let (here, edge) = (self.is_own(r) && !above, self.edge(record));
            let flags = [record.complete, record.word, above, here].map(u32::from);
            numbers.extend([record.parent, record.length, edge.end, record.dmin, record.own]);
            numbers.extend(flags);
            numbers.extend(self.label(record, edge));
            if here {
                numbers.push(count(self.list(record).len()));
                bytes.extend_from_slice(self.list(record));
            } else {
                numbers.extend(self.pointer(r));
            }
            bytes.extend_from_slice(self.tree.own(record));
        }
        numbers.iter().for_each(|n| bytes.extend_from_slice(&n.to_le_bytes()));
        xxh3_128(&bytes)
    }

    /// Where a record's list stands that is not here.
    fn pointer(&self, r: usize) -> [u32; 2] {
        let id = self.tree.records[r].list_id();
        self.place(id.map_or(r, |id| self.owners[id as usize] as usize))
    }

    /// A record with its list, if that is here; or one above the shard: of that only the label and the list are asked
    /// for, since it stands before all texts that are looked up here.
    fn record(&self, r: usize, above: bool, list: Option<&[u8]>, letters: &Letters, out: &mut Writer) {
        let record = &self.tree.records[r];
        let edge = self.edge(record);
        out.number(record.parent);
        out.number(count(edge.len()));
        // Every character of the text is a letter.
        let letter = |id: u32| letters.number(self.flat.alphabet.chars[id as usize]).unwrap_or_default();
        self.label(record, edge.clone()).for_each(|id| out.symbol(letter(id)));
        out.number(record.length - edge.end);
        out.number(record.dmin - record.parent - 1);
        out.bits(u32::from(list.is_none()), 1);
        if list.is_none() {
            self.pointer(r).into_iter().for_each(|n| out.symbol(n));
        }
        out.bits(record.complete.into(), 1);
        out.bits(record.word.into(), 1);
        let list = list.unwrap_or_default();
        out.number(count(list.len()));
        out.copy(list, count(list.len()) * 8);
        let own = if above { 0 } else { record.own };
        out.number(own);
        out.copy(self.tree.own(record), own);
    }

    /// The directory: for each shard a separator, the shortest prefix of its first label that is greater than every
    /// label before it. A letter tells how many UTF-16 units it shares with the separator before: A none, B one …
    pub fn directory(&self) -> String {
        let mut out = String::new();
        let mut before: Vec<char> = Vec::new();
        for shard in &self.shards {
            let separator = self.separator(shard.records.start);
            // Two units for each of twelve are still within the letters.
            let pairs = before.iter().zip(&separator).take(12).take_while(|(a, b)| a == b);
            let (shared, rest) = separator.split_at(pairs.count());
            let units: usize = shared.iter().map(|c| c.len_utf16()).sum();
            out.push(char::from(b'A' + units as u8));
            out.extend(rest);
            before = separator;
        }
        out
    }

    fn separator(&self, r: usize) -> Vec<char> {
        let Some(before) = r.checked_sub(1) else { return Vec::new() };
        let [before, first] = [before, r].map(|r| &self.tree.records[r]);
        let shared = self.label(before, 0..before.length).zip(self.label(first, 0..first.length));
        let shared = count(shared.take_while(|(a, b)| a == b).count());
        let ids = self.label(first, 0..first.length.min(shared + 1));
        ids.map(|id| self.flat.alphabet.chars[id as usize]).collect()
    }
}

/// A list that is written in a shard.
struct ListHere<'a> {
    /// As the tree has it.
    bytes: &'a [u8],
    list: OnceCell<List>,
}

impl<'a> ListHere<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, list: OnceCell::new() }
    }

    fn list(&self, units: u32) -> &List {
        let read = || list::decode(&mut Reader::new(self.bytes), units).expect("what was written is read");
        self.list.get_or_init(read)
    }

    /// Its bytes: within the one of the record above, when that is here too.
    fn written(&self, above: Option<&Self>, units: u32) -> Cow<'a, [u8]> {
        let Some(above) = above else { return Cow::Borrowed(self.bytes) };
        let mut out = Writer::default();
        list::encode_within(self.list(units), above.list(units), &mut out);
        Cow::Owned(out.finish())
    }
}

/// Leaves of a path of records those that the next one is below.
fn unwind(records: &[Record], path: &mut Vec<usize>, next: &Record) {
    path.truncate(path.partition_point(|r| records[*r].length <= next.parent));
}

/// Where the shard that begins at `start` ends: of the records that bring it within a quarter of the
/// target the one with the shortest parent, so that separators are short.
fn border(records: &[Record], sizes: &[usize], start: usize, target: usize) -> usize {
    let mut size = 0;
    let mut best: Option<(u32, usize)> = None;
    for r in start..records.len() {
        if size >= target * 3 / 4 && r > start && best.is_none_or(|(parent, _)| records[r].parent < parent) {
            best = Some((records[r].parent, r));
        }
        size += sizes[r];
        if size > target * 5 / 4
            && let Some((_, border)) = best
        {
            return border;
        }
    }
    // What is left makes one shard, unless it is too large for that.
    best.filter(|_| size > target).map_or(records.len(), |(_, border)| border)
}

/// Each list belongs to the shortest string that has it, the first of several.
fn owners(tree: &Tree) -> Vec<u32> {
    let mut owners: Vec<Option<u32>> = vec![None; tree.lists.limit()];
    for (r, record) in (0u32..).zip(&tree.records) {
        let Some(id) = record.list_id() else { continue };
        let owner = &mut owners[id as usize];
        if owner.is_none_or(|o| tree.records[o as usize].length > record.length) {
            *owner = Some(r);
        }
    }
    owners.into_iter().map(Option::unwrap_or_default).collect()
}
