//! In which file does each stored string stand? Records lie in one sorted order in shards of about equal
//! size; a directory of separators names the one shard in which a look-up begins.

use super::bits::Writer;
use super::flat::Flat;
use super::repeats::{Record, Tree, WRITTEN};
use super::width;
use crate::search::units::count;
use std::ops::Range;

/// A list of at most so many bytes is written again rather than pointed to.
const SHORT: usize = 6;
/// What a pointer is reckoned at before shards have numbers.
const POINTER_SIZE: usize = 4;
/// Flag: the record begins the shard because all those after it grow from it, and itself stands elsewhere.
pub const ABOVE: u8 = 16;
/// How many bits flags have.
pub const FLAGS: u32 = 5;

/// All shards, laid out but not yet written.
pub struct Shards {
    /// The text.
    pub flat: Flat,
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
    pub fn new(flat: Flat, tree: Tree, target: usize) -> Self {
        let mut shards = Self { owners: owners(&tree), flat, tree, shards: Vec::new() };
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
        let sizes: Vec<usize> = (0..records.len()).map(|r| self.size(r)).collect();
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
        let written = self.edge(record).count() * self.width() as usize / 8;
        3 + written + record.own as usize + list
    }

    /// How many bits a character takes.
    fn width(&self) -> u32 {
        width(self.flat.alphabet.chars.len())
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
    fn edge(&self, record: &Record) -> impl Iterator<Item = u32> {
        self.label(record, record.parent..record.length.min(record.parent + WRITTEN))
    }

    /// The bytes of a shard.
    pub fn encode(&self, shard: usize) -> Vec<u8> {
        let Shard { records, ancestors } = &self.shards[shard];
        let mut out = Writer::default();
        out.count(count(ancestors.len() + records.len()));
        for &ancestor in ancestors {
            self.head(ancestor, ABOVE, &mut out);
            self.pointer(ancestor, &mut out);
            out.bytes(&[]);
        }
        for r in records.clone() {
            let record = &self.tree.records[r];
            self.head(r, 0, &mut out);
            match self.is_own(r) {
                true => out.bytes(self.list(record)),
                false => self.pointer(self.owners[record.list as usize] as usize, &mut out),
            }
            out.bytes(self.tree.own(record));
        }
        out.finish()
    }

    /// What a text is compared with.
    fn head(&self, r: usize, flag: u8, out: &mut Writer) {
        let record = &self.tree.records[r];
        out.count(record.parent);
        out.count(record.length - record.parent - 1);
        out.count(record.dmin - record.parent - 1);
        out.bits((record.flags | flag).into(), FLAGS);
        self.edge(record).for_each(|id| out.bits(id, self.width()));
    }

    /// A record elsewhere, in the place of a list: that of no bytes, then shard and number in it.
    fn pointer(&self, r: usize, out: &mut Writer) {
        let number = self.shards.partition_point(|shard| shard.records.end <= r);
        let shard = &self.shards[number];
        out.bytes(&[]);
        out.bits(count(number), width(self.count()));
        out.count(count(shard.ancestors.len() + r - shard.records.start));
    }

    /// The directory: how many shards there are; for each but the first a separator, the shortest prefix of
    /// its first label that is greater than every label before it.
    pub fn directory(&self, out: &mut Writer) {
        out.count(count(self.shards.len()));
        let mut before: Vec<u32> = Vec::new();
        for shard in &self.shards[1.min(self.shards.len())..] {
            let separator = self.separator(shard.records.start);
            let shared = before.iter().zip(&separator).take_while(|(a, b)| a == b).count();
            out.count(count(shared));
            out.count(count(separator.len() - shared));
            separator[shared..].iter().for_each(|id| out.bits(*id, self.width()));
            before = separator;
        }
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
