//! Which strings does the index store? A suffix tree, cut off where strings become rare.
//!
//! A *record* stands for all strings that are prefixes of its label and longer than its nearest
//! ancestor: they occur at the same places, so they share one list of units. Stored are
//!
//! - every single character, every string that stands in more than [`Settings::often`] units and is
//!   followed by different characters, and its label as far as all its places agree;
//! - all one-character extensions of strings in more than [`Settings::big`] units, and of single characters in more
//!   than `often`, so that for them a missing extension proves that it occurs nowhere;
//! - every word and every name (*forced*), however rare.
//!
//! So a string that is not stored stands in at most `often` units, but for two guards against texts that
//! repeat themselves without end, after which no record is [`Record::complete`]: labels grow at most [`LONGEST_EDGE`]
//! characters at once, and nothing branches beyond [`DEEPEST`].
//!
//! The tree is grown by stable partition: the places of a string are sorted by the character after it.
//! Places stay in the order of the text, so that every list comes out sorted by unit.

pub mod graft;
mod lists;

use super::bits::Writer;
use super::flat::{END, Flat, Symbols};
use super::list::{self, List};
use crate::search::units::count;
use crate::store::Store;
use graft::{Grown, Node, Old, Prints, Sprout};
use lists::{KeptLists, Lists, SHORT};
use rayon::prelude::*;
use std::ops::Range;

/// Most characters that a label is longer than its parent's.
pub const LONGEST_EDGE: u32 = 256;
/// A string of this length or more branches no further.
pub const DEEPEST: u32 = 64;
/// Most characters of an edge that are written; those after them are blind: whether a query agrees with
/// them shows in the text of any unit of the list.
pub const WRITTEN: u32 = 24;

/// Thresholds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// A string that is not stored stands in at most so many units.
    pub often: u32,
    /// Strings in more units than this have all their extensions stored.
    pub big: u32,
}

/// A word or name that is stored in any case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forced {
    /// Its symbols.
    pub symbols: Box<[u32]>,
    /// Whether it counts as a word when a query is cut.
    pub word: bool,
    /// Numbers of the entities whose name it is, ascending.
    pub entities: Vec<u32>,
}

/// A stored string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// A place where it occurs.
    pub at: u32,
    /// Length of the parent's label.
    pub parent: u32,
    /// Length of the label.
    pub length: u32,
    /// The shortest prefix of the label that occurs only where the label does.
    pub dmin: u32,
    /// Whether all one-character extensions are stored: from the absence of one follows that it occurs nowhere.
    pub complete: bool,
    /// Whether the label is a word of the index.
    pub word: bool,
    /// How many bytes its list has, when that is short and stands behind its own bits; else one more than `SHORT` and
    /// an id in [`Tree::lists`].
    pub list: u32,
    /// Where its own bits begin in [`Tree::arena`].
    pub kept: u32,
    /// How many there are.
    pub own: u32,
}

impl Record {
    /// The id of its list, if that is not short.
    pub fn list_id(&self) -> Option<u32> {
        self.list.checked_sub(SHORT + 1)
    }

    /// Where its bytes end in [`Tree::arena`].
    fn end(&self) -> u32 {
        self.kept + bytes_of(self.own, self.list)
    }
}

/// How many bytes of the arena so many own bits and such a list have.
fn bytes_of(own: u32, list: u32) -> u32 {
    own.div_ceil(8) + if list <= SHORT { list } else { 0 }
}

/// All records in order (a prefix before its extensions, else by symbols).
#[derive(Debug, Default)]
pub struct Tree {
    /// Records.
    pub records: Vec<Record>,
    /// Encoded lists; no order of their ids may show in the output.
    pub lists: KeptLists,
    /// The records' own bits, each from a byte's start, and their short lists, in their order.
    pub arena: Vec<u8>,
    roots: Vec<Root>,
}

/// What grew from one character.
#[derive(Debug)]
struct Root {
    symbol: u32,
    records: Range<usize>,
    nodes: Vec<Node>,
}

impl Tree {
    /// Adds what grew from a character behind what grew from those before it.
    fn add(&mut self, symbol: u32, sprout: Sprout) {
        let (first, base) = (self.records.len(), count(self.arena.len()));
        self.arena.extend(sprout.arena);
        self.records.extend(sprout.records.into_iter().map(|r| Record { kept: r.kept + base, ..r }));
        self.roots.push(Root { symbol, records: first..self.records.len(), nodes: sprout.nodes });
    }

    /// After the first of so many parts makes room for the others: growing by and by would copy all that is there
    /// several times. The parts are not equal, and room that is not used costs nothing.
    fn expect(&mut self, parts: usize) {
        self.records.reserve(self.records.len() * (parts - 1) * 3 / 2);
        self.arena.reserve(self.arena.len() * (parts - 1) * 3 / 2);
    }

    /// A record's list.
    pub fn list(&self, record: &Record) -> &[u8] {
        match record.list_id() {
            Some(id) => self.lists.get(id),
            None => &self.arena[..record.end() as usize][(record.kept + record.own.div_ceil(8)) as usize..],
        }
    }

    /// What only this record has, when some occurrence begins and ends at word borders or the label is a name: for
    /// each length from `dmin` on which units are aligned; then which are about the entity.
    pub fn own(&self, record: &Record) -> &[u8] {
        &self.arena[record.kept as usize..][..record.own.div_ceil(8) as usize]
    }
}

/// All that decides how a tree grows.
pub struct Ground<'a> {
    /// The text.
    pub flat: &'a Flat,
    /// Sorted by symbols, each once, none empty.
    pub forced: &'a [Forced],
    /// For each unit, by ascending numbers, the entities that it is about or names.
    pub about: &'a (dyn Fn(u32) -> &'a [u32] + Sync),
    /// For each entity what tells it from others, whatever its number.
    pub identities: &'a [u64],
    /// Thresholds.
    pub settings: Settings,
}

/// Grows the tree; what has grown on the same places before comes from the store. The second part keeps the tree
/// there, when it is not the one that is kept.
pub fn grow<'s>(ground: &Ground<'_>, store: &'s Store) -> (Tree, Option<Keep<'s>>) {
    let flat = ground.flat;
    let prints = Prints::new(ground);
    let (old, lists) = Old::open(store, &prints).unzip();
    let lists = Lists::new(lists.unwrap_or_default());
    let mut tree = Tree::default();
    let mut taken = 0;
    let counts = counts(flat);
    let char = |symbol: u32| flat.alphabet.chars[symbol as usize - 1];
    let root = |symbol: u32, df: u32| {
        let forced = narrow(ground.forced, 0..ground.forced.len(), 0, symbol);
        Seed { depth: 1, parent: 0, dmin: 1, df, forced, child_of_big: false }
    };
    // Which symbols stand where they stood: their places are not even gathered.
    let known: Vec<bool> = old.as_ref().map_or_else(
        || vec![false; counts.len()],
        |old| {
            let of_symbols = prints.of_symbols(flat, &counts, &|symbol| root(symbol, 0));
            let is_whole =
                |(symbol, print): (u32, &Option<u128>)| symbol != END && old.is_whole(char(symbol), *print);
            (0..).zip(&of_symbols).map(is_whole).collect()
        },
    );
    let wanted: Vec<u32> = counts.iter().zip(&known).map(|(n, known)| if *known { 0 } else { *n }).collect();
    let grow_one = |scratch: &mut Scratch, (symbol, group): (u32, &mut [Place])| {
        if known[symbol as usize]
            && let Some(sprout) = old.as_ref().and_then(|old| old.whole(char(symbol), flat))
        {
            return (symbol, sprout, true);
        }
        // What was known cannot be read, against all odds.
        let mut late = known[symbol as usize].then(|| by_first(flat, &counts, symbol..symbol + 1));
        let group = late.as_deref_mut().unwrap_or(group);
        let old = old.as_ref().and_then(|old| old.parts(char(symbol)));
        let mut branch =
            Branch { ground, prints: &prints, old, lists: &lists, sprout: Sprout::default(), all: false };
        let seed = root(symbol, df(group));
        branch.grow(group, seed, scratch);
        (symbol, branch.sprout, branch.all)
    };
    let grow_part = |symbols: Range<u32>, mut rest: &mut [Place]| {
        let mut roots: Vec<(u32, &mut [Place])> = symbols
            .map(|symbol| {
                let (group, others) =
                    std::mem::take(&mut rest).split_at_mut(wanted[symbol as usize] as usize);
                rest = others;
                (symbol, group)
            })
            .collect();
        // The largest first, so that the threads end together.
        roots.sort_by_key(|(symbol, group)| (usize::MAX - group.len(), *symbol));
        let roots = roots.into_par_iter().with_max_len(1);
        let branches = roots.map_init(|| Scratch::new(counts.len()), grow_one);
        let mut branches: Vec<(u32, Sprout, bool)> = branches.collect();
        branches.sort_by_key(|(symbol, ..)| *symbol);
        branches
    };
    // What is taken over needs no places, but it too is in memory twice until it stands in the tree.
    let batches: Vec<Vec<Range<u32>>> =
        runs(&wanted, 1..count(wanted.len())).into_iter().map(|symbols| runs(&counts, symbols)).collect();
    let mut parts: Option<usize> = Some(batches.iter().map(Vec::len).sum());
    let gather = |batch: &Vec<Range<u32>>| {
        let symbols = batch.first().zip(batch.last()).map(|(first, last)| first.start..last.end);
        by_first(flat, &wanted, symbols.unwrap_or_default())
    };
    let mut next = batches.first().map(gather);
    for (n, batch) in batches.iter().enumerate() {
        let mut places = next.take().unwrap_or_default();
        let mut rest = places.as_mut_slice();
        let mut grow_parts = || {
            for symbols in batch {
                let size: u32 = symbols.clone().map(|symbol| wanted[symbol as usize]).sum();
                let (part, others) = std::mem::take(&mut rest).split_at_mut(size as usize);
                rest = others;
                for (symbol, sprout, all) in grow_part(symbols.clone(), part) {
                    taken += usize::from(all);
                    tree.add(symbol, sprout);
                }
                parts.take().into_iter().for_each(|parts| tree.expect(parts));
            }
        };
        // Gathering places is work for one thread: it goes beside the batch before.
        ((), next) = rayon::join(&mut grow_parts, || batches.get(n + 1).map(gather));
    }
    tree.lists = lists.into_kept();
    let is_new = old.is_none_or(|old| old.len() != taken || taken != tree.roots.len());
    (tree, is_new.then_some(Keep { store, prints }))
}

/// Keeps a tree for the next build.
pub struct Keep<'s> {
    store: &'s Store,
    prints: Prints,
}

impl Keep<'_> {
    /// Writes it into the store.
    pub fn keep(&self, flat: &Flat, tree: &Tree) {
        graft::keep(self.store, flat, tree, &self.prints);
    }
}

/// How often each symbol stands in the text; block ends are no strings.
fn counts(flat: &Flat) -> Vec<u32> {
    let mut counts = vec![0; flat.alphabet.chars.len() + 1];
    flat.symbols.iter().for_each(|symbol| counts[symbol as usize] += 1);
    counts[END as usize] = 0;
    counts
}

/// Places of a run at least: some 30 MB.
const RUN: u64 = 4_000_000;

/// Symbols in runs of about a twelfth of a large text: only the places of two runs are in memory.
fn runs(counts: &[u32], symbols: Range<u32>) -> Vec<Range<u32>> {
    let total: u64 = counts.iter().map(|n| u64::from(*n)).sum();
    let mut runs: Vec<Range<u32>> = Vec::new();
    let mut size = u64::MAX;
    for symbol in symbols {
        if size >= RUN.max(total / 12) {
            runs.push(symbol..symbol);
            size = 0;
        }
        size += u64::from(counts[symbol as usize]);
        if let Some(run) = runs.last_mut() {
            run.end = symbol + 1;
        }
    }
    runs
}

/// A place of the text, with what is asked of it at every length of string.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    at: u32,
    /// The unit, then a bit for a title or heading, then one for a word border.
    what: u32,
}

impl Place {
    fn new(flat: &Flat, unit: u32, at: u32) -> Self {
        let bits = u32::from(flat.in_heading(at)) << 1 | u32::from(flat.is_border(at));
        Self { at, what: unit << 2 | bits }
    }

    fn unit(self) -> u32 {
        self.what >> 2
    }

    fn in_heading(self) -> bool {
        self.what & 2 != 0
    }

    fn is_border(self) -> bool {
        self.what & 1 != 0
    }
}

/// The places of some symbols, those of one symbol together and in the order of the text; none of a symbol whose
/// count is zero.
fn by_first(flat: &Flat, counts: &[u32], symbols: Range<u32>) -> Vec<Place> {
    /// Calls `at` for each place whose symbol has a slot; `next` has those of the symbols from `first` on.
    fn each<T: Copy + Into<u32>>(all: &[T], first: u32, next: &mut [u32], mut at: impl FnMut(u32, &mut u32)) {
        for (place, symbol) in (0u32..).zip(all) {
            // How far from the first, which is huge for one before it.
            let slot = next.get_mut((*symbol).into().wrapping_sub(first) as usize);
            if let Some(slot) = slot.filter(|slot| **slot != NONE) {
                at(place, slot);
            }
        }
    }
    /// Of a symbol that is not asked for.
    const NONE: u32 = u32::MAX;
    assert!(flat.units() < 1 << 30, "a unit has 30 bits");
    let mut size = 0;
    let mut next: Vec<u32> = Vec::with_capacity(symbols.len());
    for symbol in symbols.clone() {
        next.push(if counts[symbol as usize] == 0 { NONE } else { size });
        size += counts[symbol as usize];
    }
    if size == 0 {
        return Vec::new();
    }
    let mut places = vec![Place::default(); size as usize];
    let (mut unit, mut end) = (0, flat.places(0).end);
    let put = |at, slot: &mut u32| {
        while at >= end {
            unit += 1;
            end = flat.places(unit as usize).end;
        }
        places[*slot as usize] = Place::new(flat, unit, at);
        *slot += 1;
    };
    match &flat.symbols {
        Symbols::Narrow(all) => each(all, symbols.start, &mut next, put),
        Symbols::Wide(all) => each(all, symbols.start, &mut next, put),
    }
    places
}

/// In how many units the places are.
fn df(group: &[Place]) -> u32 {
    let first = u32::from(!group.is_empty());
    first + count(group.windows(2).filter(|pair| pair[0].unit() != pair[1].unit()).count())
}

/// The forced strings of a range that go on with `symbol` after `depth` symbols.
fn narrow(forced: &[Forced], range: Range<usize>, depth: u32, symbol: u32) -> Range<usize> {
    let part = &forced[range.clone()];
    let at = |f: &Forced| f.symbols.get(depth as usize).copied();
    let from = part.partition_point(|f| at(f) < Some(symbol));
    let to = part.partition_point(|f| at(f) <= Some(symbol));
    range.start + from..range.start + to
}

/// What a thread uses again and again.
struct Scratch {
    /// For each symbol how often it follows; zero between uses.
    counts: Vec<u32>,
    /// The symbols that follow a group's places.
    symbols: Vec<u32>,
    sorted: Vec<Place>,
    /// For each string that is being branched the symbols that follow it and how often.
    following: Vec<(u32, u32)>,
    list: List,
    /// Places at a word border, and the index of their unit in the list.
    starts: Vec<(u32, u32)>,
    /// The same units, each with the borders behind its place.
    borders: Vec<(u32, u64)>,
    /// Indices of units in the list.
    subset: Vec<u32>,
    list_bits: Writer,
    own_bits: Writer,
}

impl Scratch {
    fn new(symbols: usize) -> Self {
        Self {
            counts: vec![0; symbols],
            symbols: Vec::new(),
            sorted: Vec::new(),
            following: Vec::new(),
            list: List::default(),
            starts: Vec::new(),
            borders: Vec::new(),
            subset: Vec::new(),
            list_bits: Writer::default(),
            own_bits: Writer::default(),
        }
    }
}

/// A string whose places are known.
struct Seed {
    depth: u32,
    parent: u32,
    dmin: u32,
    /// In how many units it stands.
    df: u32,
    forced: Range<usize>,
    child_of_big: bool,
}

/// The part of the tree below one character.
struct Branch<'s, 'a> {
    ground: &'s Ground<'a>,
    prints: &'s Prints,
    /// What grew there before.
    old: Option<Grown>,
    lists: &'s Lists,
    sprout: Sprout,
    /// Whether all of it is what grew before, and nothing else did.
    all: bool,
}

impl Branch<'_, '_> {
    /// Stores a string and what grows from it, or takes over what has grown before.
    fn grow(&mut self, group: &mut [Place], seed: Seed, scratch: &mut Scratch) {
        let Some(print) = self.prints.of(self.ground.flat, group, &seed) else {
            return self.grow_anew(group, seed, scratch);
        };
        if let Some(old) = &self.old
            && let Some(node) = old.find(print)
        {
            self.all |= old.is_all(node);
            return old.take(node, self.ground.flat, &mut self.sprout);
        }
        let node = self.sprout.begin(print);
        self.grow_anew(group, seed, scratch);
        self.sprout.end(node);
    }

    fn grow_anew(&mut self, group: &mut [Place], mut seed: Seed, scratch: &mut Scratch) {
        let often = seed.df > self.ground.settings.often;
        // The places are known to agree up to here.
        let mut agreed = seed.depth;
        loop {
            let here = self.ends_here(&seed);
            if agreed == seed.depth {
                agreed += self.agreement(group, seed.depth);
            }
            let next = group.first().filter(|_| agreed > seed.depth);
            let same = next.map(|place| self.ground.flat.symbols.at(place.at + seed.depth));
            let too_long = seed.depth - seed.parent >= LONGEST_EDGE;
            // Stored by a rule of its own, however rare, and no further than it must.
            let alone = (seed.child_of_big || seed.depth == 1) && !often;
            if let Some(symbol) = same.filter(|s| *s != END && !too_long && !alone) {
                if here {
                    self.emit(group, &mut seed, true, false, scratch);
                }
                seed.forced = narrow(self.ground.forced, self.after(&seed), seed.depth, symbol);
                seed.depth += 1;
                if !often && seed.forced.is_empty() {
                    return;
                }
                continue;
            }
            let goes_on = same != Some(END);
            let below = self.after(&seed);
            let stops = too_long || seed.depth >= DEEPEST;
            let only_forced = goes_on && stops && often;
            if here || often || alone {
                self.emit(group, &mut seed, here, only_forced, scratch);
            }
            seed.child_of_big = false;
            if !goes_on || (only_forced && below.is_empty()) || (!often && below.is_empty()) {
                return;
            }
            if let Some(symbol) = same {
                // A child of a big string, or an edge of full length: the same places go on.
                seed.forced = narrow(self.ground.forced, below, seed.depth, symbol);
                seed.depth += 1;
                if seed.forced.is_empty() {
                    return;
                }
                continue;
            }
            return self.children(group, &Seed { forced: below, ..seed }, only_forced, scratch);
        }
    }

    fn children(&mut self, group: &mut [Place], seed: &Seed, only_forced: bool, scratch: &mut Scratch) {
        let big = self.has_all_extensions(seed) && !only_forced;
        let stack = scratch.following.len();
        self.partition(group, seed.depth, scratch);
        let mut from = 0;
        for n in stack..scratch.following.len() {
            let (symbol, size) = scratch.following[n];
            let child = &mut group[from..from + size as usize];
            from += size as usize;
            if symbol == END {
                continue;
            }
            let forced = narrow(self.ground.forced, seed.forced.clone(), seed.depth, symbol);
            let may_be_often = size > self.ground.settings.often && !only_forced;
            if !(big || !forced.is_empty() || may_be_often) {
                continue;
            }
            let df = df(child);
            if !(big || !forced.is_empty() || df > self.ground.settings.often) {
                continue;
            }
            let next = Seed {
                depth: seed.depth + 1,
                parent: seed.parent,
                dmin: seed.depth + 1,
                df,
                forced,
                child_of_big: big,
            };
            self.grow(child, next, scratch);
        }
        scratch.following.truncate(stack);
    }

    /// Sorts the places by the symbol after `depth`, those of one symbol in the order of the text.
    /// Puts the symbols and how many places each has on top of what follows.
    fn partition(&self, group: &mut [Place], depth: u32, scratch: &mut Scratch) {
        let Scratch { counts, symbols, sorted, following, .. } = scratch;
        let stack = following.len();
        symbols.clear();
        symbols.extend(group.iter().map(|place| self.ground.flat.symbols.at(place.at + depth)));
        for &symbol in symbols.iter() {
            if counts[symbol as usize] == 0 {
                following.push((symbol, 0));
            }
            counts[symbol as usize] += 1;
        }
        let seen = &mut following[stack..];
        seen.sort_unstable();
        let mut from = 0;
        for (symbol, size) in seen.iter_mut() {
            *size = std::mem::replace(&mut counts[*symbol as usize], from);
            from += *size;
        }
        sorted.resize(group.len().max(sorted.len()), Place::default());
        for (place, symbol) in group.iter().zip(symbols.iter()) {
            let slot = &mut counts[*symbol as usize];
            sorted[*slot as usize] = *place;
            *slot += 1;
        }
        group.copy_from_slice(&sorted[..group.len()]);
        seen.iter().for_each(|(symbol, _)| counts[*symbol as usize] = 0);
    }

    /// How many symbols after `depth` are the same at all places, as far as is worth looking at once.
    fn agreement(&self, group: &[Place], depth: u32) -> u32 {
        const FAR: usize = 32;
        let Some((first, others)) = group.split_first() else { return 0 };
        let mut agreed = FAR.min(self.ground.flat.symbols.len() - (first.at + depth) as usize);
        for place in others {
            agreed = self.ground.flat.agreement(first.at + depth, place.at + depth, agreed);
            if agreed == 0 {
                break;
            }
        }
        count(agreed)
    }

    fn has_all_extensions(&self, seed: &Seed) -> bool {
        let Settings { often, big } = self.ground.settings;
        seed.df > big || seed.depth == 1 && seed.df > often
    }

    fn ends_here(&self, seed: &Seed) -> bool {
        let first = self.ground.forced[seed.forced.clone()].first();
        first.is_some_and(|f| f.symbols.len() == seed.depth as usize)
    }

    /// The forced strings that are longer than this one.
    fn after(&self, seed: &Seed) -> Range<usize> {
        seed.forced.start + usize::from(self.ends_here(seed))..seed.forced.end
    }

    /// Adds the record of a string; what follows has it as its parent.
    fn emit(
        &mut self,
        group: &[Place],
        seed: &mut Seed,
        forced: bool,
        only_forced: bool,
        scratch: &mut Scratch,
    ) {
        self.list(group, scratch);
        let forced = forced.then(|| &self.ground.forced[seed.forced.start]);
        let entities = forced.map_or(&[][..], |forced| &forced.entities);
        let kept = count(self.sprout.arena.len());
        let own = if self.own(seed, entities, scratch) { scratch.own_bits.len() } else { 0 };
        let arena = &mut self.sprout.arena;
        scratch.own_bits.drain(|bytes| arena.extend_from_slice(&bytes[..own.div_ceil(8) as usize]));
        list::encode(&scratch.list, self.ground.flat.units(), &mut scratch.list_bits);
        let list = scratch.list_bits.drain(|bytes| match count(bytes.len()) {
            length @ ..=SHORT => {
                arena.extend_from_slice(bytes);
                length
            }
            _ => SHORT + 1 + self.lists.intern(bytes),
        });
        self.sprout.records.push(Record {
            at: group[0].at,
            parent: seed.parent,
            length: seed.depth,
            dmin: seed.dmin,
            complete: self.has_all_extensions(seed) && !only_forced,
            word: forced.is_some_and(|forced| forced.word),
            list,
            kept,
            own,
        });
        seed.parent = seed.depth;
        seed.dmin = seed.depth + 1;
    }

    /// The units of the places, and the places that begin at a word border.
    fn list(&self, group: &[Place], scratch: &mut Scratch) {
        let Scratch { list, starts, .. } = scratch;
        list.clear();
        starts.clear();
        for places in group.chunk_by(|a, b| a.unit() == b.unit()) {
            let (n, unit) = (count(list.units.len()), places[0].unit());
            list.units.push(unit);
            list.levels.push(self.ground.flat.level(unit, count(places.len())));
            if places.iter().any(|place| place.in_heading()) {
                list.headings.push(n);
            }
            starts.extend(places.iter().filter(|place| place.is_border()).map(|place| (place.at, n)));
        }
    }

    /// Writes for each depth of the record which units are aligned, then of a name which are about its bearers;
    /// says whether that is worth keeping.
    fn own(&self, seed: &Seed, entities: &[u32], scratch: &mut Scratch) -> bool {
        let Scratch { list, starts, borders, subset, own_bits, .. } = scratch;
        let units = count(list.units.len());
        let is_name = !entities.is_empty();
        let depths = seed.depth - seed.dmin + 1;
        own_bits.number(depths + u32::from(is_name));
        let mut any = is_name;
        let mut of_any = 0;
        for n in 0..depths {
            let bit = n % 64;
            if bit == 0 {
                borders.clear();
                let from = seed.dmin + n;
                borders.extend(
                    starts.iter().map(|(at, unit)| (*unit, self.ground.flat.borders_from(at + from))),
                );
                of_any = borders.iter().fold(0, |any, (_, bits)| any | bits);
            }
            subset.clear();
            if of_any >> bit & 1 == 1 {
                for (unit, bits) in borders.iter() {
                    if bits >> bit & 1 == 1 && subset.last() != Some(unit) {
                        subset.push(*unit);
                    }
                }
            }
            any |= !subset.is_empty();
            own_bits.marks(subset, units);
        }
        if is_name {
            let about = |unit: u32| {
                let about = (self.ground.about)(unit);
                entities.iter().any(|e| about.binary_search(e).is_ok())
            };
            subset.clear();
            subset.extend((0u32..).zip(&list.units).filter(|(_, unit)| about(**unit)).map(|(n, _)| n));
            own_bits.marks(subset, units);
        }
        any
    }
}
