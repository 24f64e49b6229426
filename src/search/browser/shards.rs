//! In which file does each stored string stand? Records lie in one sorted order in shards of about equal
//! size; a directory of separators names the one shard in which a look-up begins.

use super::bits::{Writer, varint, varint_size};
use super::flat::Flat;
use super::repeats::{Forced, NAME, POINTER, RARE, Record, START, Tree, WRITTEN};
use crate::search::units::count;
use rayon::prelude::*;
use std::ops::Range;

/// A list of at most so many bytes is written again rather than pointed to.
const SHORT: usize = 6;
/// What a pointer is reckoned at before shards have numbers.
const POINTER_SIZE: usize = 4;

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
    /// Lays out the records of a tree in shards of about `target` bytes.
    pub fn new(flat: Flat, forced: Vec<Forced>, tree: Tree, target: usize) -> Self {
        let mut shards = Self { owners: owners(&tree), flat, forced, tree, shards: Vec::new() };
        shards.lay_out(target);
        shards
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.shards.len()
    }

    fn lay_out(&mut self, target: usize) {
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
        self.shards = shards;
    }

    /// About how many bytes a record takes.
    fn size(&self, r: usize) -> usize {
        let record = &self.tree.records[r];
        let list = match self.is_own(r) {
            true => self.list(record).len() + 1,
            false => POINTER_SIZE,
        };
        let edge = self.edge(record);
        let written: usize = edge.iter().map(|id| varint_size(*id)).sum();
        3 + written + self.tree.states(record).len() + record.own as usize + list
    }

    fn list(&self, record: &Record) -> &[u8] {
        self.tree.list(record)
    }

    fn is_own(&self, r: usize) -> bool {
        let record = &self.tree.records[r];
        self.list(record).len() <= SHORT || self.owners[record.list as usize] as usize == r
    }

    fn label(&self, record: &Record, range: Range<u32>) -> impl Iterator<Item = u32> {
        let places = record.at + range.start..record.at + range.end;
        places.map(|place| self.flat.symbols.at(place) - 1)
    }

    /// Character ids of a record's edge, as far as they are written.
    fn edge(&self, record: &Record) -> Vec<u32> {
        let end = record.length.min(record.parent + WRITTEN);
        self.label(record, record.parent..end).collect()
    }

    /// Where a record stands: shard and number in it.
    fn place(&self, r: usize) -> (u32, u32) {
        let shard = self.shards.partition_point(|s| s.records.end <= r);
        (count(shard), count(r - self.shards[shard].records.start))
    }

    /// The bytes of a shard.
    pub fn encode(&self, shard: usize) -> Vec<u8> {
        let shard = &self.shards[shard];
        let mut out = Vec::new();
        self.header(shard, &mut out);
        varint(&mut out, count(shard.records.len()));
        shard.records.clone().for_each(|r| self.record(r, &mut out));
        for r in shard.records.clone() {
            let record = &self.tree.records[r];
            if self.is_own(r) {
                out.extend_from_slice(self.list(record));
            }
            out.extend_from_slice(self.tree.own(record));
        }
        out
    }

    fn header(&self, shard: &Shard, out: &mut Vec<u8>) {
        varint(out, count(shard.ancestors.len()));
        for &ancestor in &shard.ancestors {
            let record = &self.tree.records[ancestor];
            varint(out, record.length);
            varint(out, record.dmin);
            out.push(record.flags & !POINTER);
            let (place, number) = self.place(ancestor);
            varint(out, place);
            varint(out, number);
        }
        varint(out, shard.ancestors.last().map_or(0, |a| self.tree.records[*a].length));
        for &ancestor in &shard.ancestors {
            let record = &self.tree.records[ancestor];
            let edge = self.edge(record);
            let blind = (record.length - record.parent) as usize - edge.len();
            edge.into_iter().for_each(|id| varint(out, id + 1));
            out.extend(std::iter::repeat_n(0, blind));
        }
    }

    fn record(&self, r: usize, out: &mut Vec<u8>) {
        let record = &self.tree.records[r];
        let own = self.is_own(r);
        varint(out, record.parent);
        varint(out, record.length - record.parent);
        out.push(record.flags | if own { 0 } else { POINTER });
        self.edge(record).into_iter().for_each(|id| varint(out, id));
        if record.flags & RARE != 0 {
            varint(out, record.dmin);
        }
        if record.flags & NAME != 0 {
            let entities = &self.forced[record.forced as usize].entities;
            varint(out, count(entities.len()));
            entities.iter().for_each(|e| varint(out, *e));
        }
        let states = self.tree.states(record);
        out.extend_from_slice(states);
        if own {
            varint(out, count(self.list(record).len()));
        } else {
            let (shard, number) = self.place(self.owners[record.list as usize] as usize);
            varint(out, shard);
            varint(out, number);
        }
        let mixed = record.flags & START != 0 && states.iter().any(|byte| byte & 0b1010_1010 != 0);
        if mixed || record.flags & NAME != 0 {
            varint(out, record.own);
        }
    }

    /// The directory: for each shard but the first a separator, the shortest prefix of its first label
    /// that is greater than every label before it. Character ids take `width` bits.
    pub fn directory(&self, width: u32) -> Vec<u8> {
        let mut out = Writer::default();
        let mut before: Vec<u32> = Vec::new();
        for shard in &self.shards[1.min(self.shards.len())..] {
            let separator = self.separator(shard.records.start);
            let shared = before.iter().zip(&separator).take_while(|(a, b)| a == b).count();
            out.gamma(count(shared) + 1);
            out.gamma(count(separator.len() - shared));
            separator[shared..].iter().for_each(|id| out.bits(*id, width));
            before = separator;
        }
        out.finish()
    }

    fn separator(&self, r: usize) -> Vec<u32> {
        let [before, first] = [r - 1, r].map(|r| &self.tree.records[r]);
        let shared = self.label(before, 0..before.length).zip(self.label(first, 0..first.length));
        let shared = count(shared.take_while(|(a, b)| a == b).count());
        self.label(first, 0..first.length.min(shared + 1)).collect()
    }
}

fn unwind(records: &[Record], stack: &mut Vec<usize>, next: &Record) {
    while stack.last().is_some_and(|top| records[*top].length > next.parent) {
        stack.pop();
    }
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
        let owner = &mut owners[record.list as usize];
        if owner.is_none_or(|o| tree.records[o as usize].length > record.length) {
            *owner = Some(r);
        }
    }
    owners.into_iter().map(Option::unwrap_or_default).collect()
}
