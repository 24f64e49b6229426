//! What of the tree is as it was? What grows from a group of places hangs on the blocks they are in, on what their
//! units are about and how long these are, on the forced strings, and on nothing else: where the last build saw the
//! same places in the same blocks, its records are taken over. So a changed paragraph costs little more than what its
//! own strings cost.
//!
//! The last tree is a file of the store: the drawers of its lists, a section for each first character, the
//! head, all in postcard's form, and the head's size in 8 bytes (little-endian).

use super::lists::{Bytes, DRAWERS, KeptLists, SHORT, whole};
use super::{Forced, Ground, Place, Record, Root, Seed, Tree, bytes_of};
use crate::search::browser::flat::Flat;
use crate::search::units::count;
use crate::store::{Pieces, Store};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::io;
use std::ops::Range;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

/// File of the store, in its folder for the search.
pub const NAME: &str = "tree";
const FILE: &str = "search/tree";
/// Groups of fewer places are not worth a look.
const LEAST: usize = 64;
/// Longer strings are not worth one: what a changed unit leaves untouched has shown by then.
const DEEPEST: u32 = 4;
/// An odd number without pattern: the fraction of the golden ratio, as in Fibonacci hashing.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

// --- What a group hangs on ---

/// What groups of places hang on, as checksums.
pub(super) struct Prints {
    /// All of them.
    whole: u128,
    /// Each block: its text, and what is asked of its unit.
    blocks: Vec<u64>,
    /// The forced strings, summed up to each.
    forced: Vec<u64>,
}

impl Prints {
    pub(super) fn new(ground: &Ground<'_>) -> Self {
        let Ground { flat, forced, settings, .. } = ground;
        let whole = (crate::PROGRAM, settings.often, settings.big, flat.units(), flat.pivot);
        let strings: Vec<u64> = forced.par_iter().map(|one| string(ground, one)).collect();
        let mut sum = 0u64;
        let sums = strings.into_iter().map(|print| {
            sum = sum.wrapping_add(print);
            sum
        });
        Self {
            whole: xxh3_128(&plain(&whole)),
            forced: [0].into_iter().chain(sums).collect(),
            blocks: (0..flat.units()).into_par_iter().flat_map_iter(|unit| blocks(ground, unit)).collect(),
        }
    }

    /// Of a string's group and of all that decides what grows from it; `None` when it is not worth a look.
    pub(super) fn of(&self, flat: &Flat, group: &[Place], seed: &Seed) -> Option<u128> {
        if seed.depth > DEEPEST || group.len() < LEAST {
            return None;
        }
        let mut block = 0;
        let mut one = |place: &Place| {
            // Places stand in the order of the text.
            block = block.max(flat.blocks_of(place.unit()).start);
            while flat.block_end(block) <= place.at {
                block += 1;
            }
            self.place(block, place.at - flat.places(place.unit() as usize).start)
        };
        let places = group.iter().fold(0u128, |sum, place| sum.wrapping_add(one(place)));
        Some(self.of_places(places, group.len(), seed))
    }

    /// The same of the group of each symbol, whose places need not be together for it.
    pub(super) fn of_symbols(
        &self,
        flat: &Flat,
        counts: &[u32],
        seed: &dyn Fn(u32) -> Seed,
    ) -> Vec<Option<u128>> {
        let sums = |mut sums: Vec<u128>, unit: u32| {
            let start = flat.places(unit as usize).start;
            let mut from = start;
            for block in flat.blocks_of(unit) {
                for at in std::mem::replace(&mut from, flat.block_end(block))..flat.block_end(block) {
                    let sum = &mut sums[flat.symbols.at(at) as usize];
                    *sum = sum.wrapping_add(self.place(block, at - start));
                }
            }
            sums
        };
        let none = || vec![0; counts.len()];
        let add = |a: Vec<u128>, b: Vec<u128>| a.into_iter().zip(b).map(|(a, b)| a.wrapping_add(b)).collect();
        let sums = (0..flat.units()).into_par_iter().with_min_len(1024).fold(none, sums).reduce(none, add);
        let print = |((symbol, sum), size): ((u32, u128), &u32)| {
            let size = *size as usize;
            (size >= LEAST).then(|| self.of_places(sum, size, &seed(symbol)))
        };
        (0..).zip(sums).zip(counts).map(print).collect()
    }

    /// Of one place, counted from its unit's beginning; those of a group add up.
    fn place(&self, block: usize, within: u32) -> u128 {
        let mixed = self.blocks[block] ^ u64::from(within).wrapping_mul(SPREAD);
        u128::from(mixed) * u128::from(mixed.rotate_left(32) ^ SPREAD)
    }

    fn of_places(&self, sum: u128, size: usize, seed: &Seed) -> u128 {
        let forced = self.forced[seed.forced.end].wrapping_sub(self.forced[seed.forced.start]);
        let seed = (seed.depth, seed.parent, seed.dmin, forced, seed.child_of_big);
        xxh3_128(&plain(&(sum, count(size), seed)))
    }
}

/// The prints of a unit's blocks.
fn blocks<'a>(ground: &Ground<'a>, unit: u32) -> impl Iterator<Item = u64> + use<'a> {
    let about: Vec<u64> = (ground.about)(unit).iter().map(|one| ground.identities[*one as usize]).collect();
    // Of the length only what decides levels: most changes leave that as it is.
    let of_unit = xxh3_64(&plain(&(unit, ground.flat.thresholds(unit), about)));
    ground.flat.block_prints(unit).iter().map(move |print| xxh3_64(&plain(&(of_unit, print))))
}

fn string(ground: &Ground<'_>, forced: &Forced) -> u64 {
    let chars = &ground.flat.alphabet.chars;
    let text: String = forced.symbols.iter().map(|symbol| chars[*symbol as usize - 1]).collect();
    let entities: Vec<u64> = forced.entities.iter().map(|one| ground.identities[*one as usize]).collect();
    xxh3_64(&plain(&(text, forced.word, entities)))
}

fn plain(of: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(of).expect("plain data")
}

// --- What is kept ---

/// A group that was looked at, and what grew from it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Node {
    print: u128,
    /// Its first record in its section.
    first: u32,
    records: u32,
    /// How many of the nodes behind it are within it.
    within: u32,
}

/// A record in a section; what [`Record`] says of the whole text is said of the unit.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    unit: u32,
    /// From the unit's beginning.
    at: u32,
    parent: u32,
    edge: u32,
    dmin: u32,
    complete: bool,
    word: bool,
    list: u32,
    own: u32,
}

/// All that grew from one character.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Section {
    nodes: Vec<Node>,
    rows: Vec<Row>,
    #[serde(with = "whole")]
    arena: Vec<u8>,
}

/// Where everything stands in the file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Head {
    /// [`Prints::whole`].
    ground: u128,
    /// The end of each drawer.
    drawers: Vec<u64>,
    /// The end of each character's section, and the print of all its places.
    sections: Vec<(char, u64, Option<u128>)>,
}

/// The last tree.
pub(super) struct Old {
    file: Pieces,
    sections: FxHashMap<char, (Range<u64>, Option<u128>)>,
}

impl Old {
    /// The last tree and its lists, if it grew on such ground.
    pub(super) fn open(store: &Store, prints: &Prints) -> Option<(Self, KeptLists)> {
        let file = store.open(FILE)?;
        let end = file.len().checked_sub(8)?;
        let size = u64::from_le_bytes(file.read(end..file.len())?.try_into().ok()?);
        let head: Head = postcard::from_bytes(&file.read(end.checked_sub(size)?..end)?).ok()?;
        if head.ground != prints.whole || head.drawers.len() != DRAWERS as usize {
            return None;
        }
        let mut start = 0;
        let mut piece = |end: u64| std::mem::replace(&mut start, end)..end;
        let drawers: Vec<Range<u64>> = head.drawers.into_iter().map(&mut piece).collect();
        let sections = head.sections.into_iter().map(|(c, end, print)| (c, (piece(end), print))).collect();
        let drawer = |range: &Range<u64>| {
            let lists: Bytes = postcard::from_bytes(&file.read(range.clone())?).ok()?;
            lists.is_sound().then_some(lists)
        };
        let lists = drawers.par_iter().map(drawer).collect::<Option<Vec<_>>>()?;
        Some((Self { file, sections }, KeptLists(lists)))
    }

    /// Whether all that grew from a character grew on such places.
    pub(super) fn is_whole(&self, c: char, print: Option<u128>) -> bool {
        print.is_some() && self.sections.get(&c).is_some_and(|(_, old)| *old == print)
    }

    /// All that grew from a character.
    pub(super) fn whole(&self, c: char, flat: &Flat) -> Option<Sprout> {
        let mut sprout = Sprout::default();
        self.section(c)?.take(0, flat, &mut sprout);
        Some(sprout)
    }

    /// What grew from a character, to be looked into.
    pub(super) fn parts(&self, c: char) -> Option<Grown> {
        let grown = self.section(c)?;
        let nodes = grown.section.nodes.iter().enumerate().map(|(n, node)| (node.print, n)).collect();
        Some(Grown { nodes, ..grown })
    }

    fn section(&self, c: char) -> Option<Grown> {
        let bytes = self.file.read(self.sections.get(&c)?.0.clone())?;
        Some(Grown::new(postcard::from_bytes(&bytes).ok()?))
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.sections.len()
    }
}

/// A section that can be asked.
#[derive(Debug)]
pub(super) struct Grown {
    section: Section,
    nodes: FxHashMap<u128, usize>,
    /// Where each row's part of the arena begins, and the end.
    kept: Vec<u32>,
}

impl Grown {
    fn new(section: Section) -> Self {
        let mut end = 0;
        let ends = section.rows.iter().map(|row| {
            end += bytes_of(row.own, row.list);
            end
        });
        let kept = [0].into_iter().chain(ends).collect();
        Self { section, nodes: FxHashMap::default(), kept }
    }

    /// The node with a print.
    pub(super) fn find(&self, print: u128) -> Option<usize> {
        self.nodes.get(&print).copied()
    }

    /// Whether the node is the whole section.
    pub(super) fn is_all(&self, node: usize) -> bool {
        self.section.nodes[node].records as usize == self.section.rows.len()
    }

    /// Puts what grew from a node behind what grew now.
    pub(super) fn take(&self, node: usize, flat: &Flat, to: &mut Sprout) {
        let top = self.section.nodes[node];
        let nodes = &self.section.nodes[node..=node + top.within as usize];
        let first = count(to.records.len());
        to.nodes.extend(nodes.iter().map(|node| Node { first: node.first - top.first + first, ..*node }));
        let rows = top.first as usize..(top.first + top.records) as usize;
        let from = self.kept[rows.start];
        let base = count(to.arena.len());
        let record = |(row, kept): (&Row, &u32)| Record {
            at: flat.places(row.unit as usize).start + row.at,
            parent: row.parent,
            length: row.parent + row.edge,
            dmin: row.dmin,
            complete: row.complete,
            word: row.word,
            list: row.list,
            kept: kept - from + base,
            own: row.own,
        };
        to.records.extend(self.section.rows[rows.clone()].iter().zip(&self.kept[rows.clone()]).map(record));
        let arena = from as usize..self.kept[rows.end] as usize;
        to.arena.extend_from_slice(&self.section.arena[arena]);
    }
}

/// What grows from one character.
#[derive(Debug, Default)]
pub(super) struct Sprout {
    pub(super) records: Vec<Record>,
    /// The records' own bits, each from a byte's start, and their short lists, in their order.
    pub(super) arena: Vec<u8>,
    pub(super) nodes: Vec<Node>,
}

impl Sprout {
    /// Notes that a group with such a print grows now.
    pub(super) fn begin(&mut self, print: u128) -> usize {
        let first = count(self.records.len());
        self.nodes.push(Node { print, first, records: 0, within: 0 });
        self.nodes.len() - 1
    }

    /// Notes that it has grown.
    pub(super) fn end(&mut self, node: usize) {
        let within = count(self.nodes.len() - node - 1);
        let records = count(self.records.len()) - self.nodes[node].first;
        self.nodes[node] = Node { records, within, ..self.nodes[node] };
    }
}

/// Keeps a tree for the next build.
pub(super) fn keep(store: &Store, flat: &Flat, tree: &Tree, prints: &Prints) {
    if !store.writes() {
        return;
    }
    let units = Units::new(flat);
    store.put_pieces(FILE, |out| {
        let mut end = 0;
        let mut put = |piece: Vec<u8>| -> io::Result<u64> {
            out.write_all(&piece)?;
            end += piece.len() as u64;
            Ok(end)
        };
        let mut head = Head { ground: prints.whole, ..Head::default() };
        let (used, ids) = used(tree);
        let drawer = |drawer: u32| {
            let mut lists = Bytes::default();
            let own = (drawer as usize..used.len()).step_by(DRAWERS as usize).filter(|id| used[*id]);
            own.for_each(|id| {
                lists.push(tree.lists.get(count(id)));
            });
            plain(&lists)
        };
        // Side by side, but never all of them in memory.
        for drawers in (0..DRAWERS).collect::<Vec<_>>().chunks(4) {
            for piece in drawers.par_iter().map(|n| drawer(*n)).collect::<Vec<_>>() {
                head.drawers.push(put(piece)?);
            }
        }
        for roots in tree.roots.chunks(32) {
            let pieces = roots.par_iter().map(|root| plain(&section(root, flat, tree, &units, &ids)));
            for (root, piece) in roots.iter().zip(pieces.collect::<Vec<_>>()) {
                let c = flat.alphabet.chars[root.symbol as usize - 1];
                head.sections.push((c, put(piece)?, root.nodes.first().map(|node| node.print)));
            }
        }
        let head = plain(&head);
        out.write_all(&head)?;
        out.write_all(&(head.len() as u64).to_le_bytes())
    });
}

/// Which lists have records, and the ids they get when the others are gone.
fn used(tree: &Tree) -> (Vec<bool>, Vec<u32>) {
    let mut used = vec![false; tree.lists.limit()];
    tree.records.iter().filter_map(Record::list_id).for_each(|id| used[id as usize] = true);
    let mut next: Vec<u32> = (0..DRAWERS).collect();
    let id = |(id, used): (usize, &bool)| {
        let own = &mut next[id % DRAWERS as usize];
        *own += if *used { DRAWERS } else { 0 };
        own.wrapping_sub(DRAWERS)
    };
    let ids = used.iter().enumerate().map(id).collect();
    (used, ids)
}

fn section(root: &Root, flat: &Flat, tree: &Tree, units: &Units, ids: &[u32]) -> Section {
    let records = &tree.records[root.records.clone()];
    let row = |record: &Record| {
        let unit = units.of(flat, record.at);
        Row {
            unit,
            at: record.at - flat.places(unit as usize).start,
            parent: record.parent,
            edge: record.length - record.parent,
            dmin: record.dmin,
            complete: record.complete,
            word: record.word,
            list: record.list_id().map_or(record.list, |id| ids[id as usize] + SHORT + 1),
            own: record.own,
        }
    };
    let from = records.first().map_or(0, |record| record.kept) as usize;
    let to = records.last().map_or(0, Record::end) as usize;
    Section {
        nodes: root.nodes.clone(),
        rows: records.iter().map(row).collect(),
        arena: tree.arena[from..to].to_vec(),
    }
}

/// Tells in which unit a place is.
struct Units {
    /// The unit of the first place of each stretch.
    hints: Vec<u32>,
}

impl Units {
    const STRETCH: u32 = 256;

    fn new(flat: &Flat) -> Self {
        let mut hints = Vec::new();
        for unit in 0..flat.units() {
            let end = flat.places(unit as usize).end;
            while count(hints.len()) * Self::STRETCH < end {
                hints.push(unit);
            }
        }
        Self { hints }
    }

    fn of(&self, flat: &Flat, at: u32) -> u32 {
        let mut unit = self.hints[(at / Self::STRETCH) as usize];
        while flat.places(unit as usize).end <= at {
            unit += 1;
        }
        unit
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, grow};
    use super::*;
    use crate::search::prepare::{Borders, FoldedBlock};

    /// For each unit two blocks of its own: the first begins as in half of the others, the last one can be changed.
    fn flat(change: impl Fn(usize) -> &'static str) -> Flat {
        let unit = |n: usize| {
            let own = (0..40).filter_map(|i| char::from_u32(0x4E00 + (n * 37 + i * 11) as u32 % 300));
            let shared = if n.is_multiple_of(2) {
                "会议听取汇报，要求加快建设。"
            } else {
                "督查发现：问题仍未整改！"
            };
            let own: String = own.collect();
            let block = |text: String, heading: bool| {
                let borders = Borders::from_bytes(&vec![0b1001_0101; Borders::size(text.chars().count())]);
                FoldedBlock { text, heading, borders }
            };
            let first = block(format!("{shared}{own}"), n.is_multiple_of(5));
            vec![first, block(format!("{own}{}", change(n)), false)]
        };
        Flat::new((0..200).map(unit))
    }

    const LONG: &str =
        "督促整改督促整改督促整改督促整改督促整改督促整改督促整改督促整改督促整改督促整改督促整改";

    fn forced(flat: &Flat, texts: &[&str]) -> Vec<Forced> {
        let one = |text: &&str| {
            let symbols = flat.alphabet.symbols(text)?.into_boxed_slice();
            Some(Forced { symbols, word: true, entities: vec![0] })
        };
        let mut all: Vec<Forced> = texts.iter().filter_map(one).collect();
        all.sort_unstable_by(|a, b| a.symbols.cmp(&b.symbols));
        all
    }

    fn ground<'a>(flat: &'a Flat, forced: &'a [Forced]) -> Ground<'a> {
        let settings = Settings { often: 8, big: 64 };
        let about = &|unit| if unit % 3 == 0 { &[0][..] } else { &[] };
        Ground { flat, forced, about, identities: &[7], settings }
    }

    fn grown(flat: &Flat, texts: &[&str], store: &Store) -> Tree {
        let (tree, keep) = grow(&ground(flat, &forced(flat, texts)), store);
        keep.iter().for_each(|keep| keep.keep(flat, &tree));
        tree
    }

    /// Everything that the files are made of: records with list ids and places in the arena gone, lists, own bits.
    fn shown(tree: &Tree) -> Vec<(Record, Vec<u8>, Vec<u8>)> {
        let record = |r: &Record| {
            (Record { list: 0, kept: 0, ..r.clone() }, tree.list(r).to_vec(), tree.own(r).to_vec())
        };
        tree.records.iter().map(record).collect()
    }

    #[test]
    fn a_tree_over_an_old_one_is_one_from_nothing() {
        let site = tempfile::tempdir().unwrap();
        let store = Store::write(site.path());
        let texts = ["听取", "汇报", "建设", "会议听取"];
        type Step<'a> = (fn(usize) -> &'static str, &'a [&'a str]);
        let steps: [Step; 7] = [
            (|_| "", &texts),
            (|n| if n == 70 { "会议" } else { "" }, &texts),
            (|n| if n == 70 { "会议" } else { "" }, &texts[..2]),
            (|n| if n > 190 { "强调" } else { "" }, &texts),
            (|n| if n > 190 { "强调" } else { "" }, &texts),
            // So long that what stands in the other blocks of the unit makes less of it.
            (|n| if n == 70 { LONG } else { "" }, &texts),
            (|n| if n == 70 { "议" } else { "" }, &texts),
        ];
        for (step, (change, texts)) in steps.into_iter().enumerate() {
            let flat = flat(change);
            let over = shown(&grown(&flat, texts, &store));
            assert!(over.len() > 100);
            assert_eq!(over, shown(&grown(&flat, texts, &Store::none())), "step {step}");
        }
    }

    #[test]
    fn what_has_not_changed_is_taken_over() {
        let site = tempfile::tempdir().unwrap();
        let store = Store::write(site.path());
        let flat = flat(|_| "");
        let mut tree = grown(&flat, &[], &store);
        // A mark by which what is taken is known.
        tree.records.iter_mut().for_each(|record| record.word = true);
        keep(&store, &flat, &tree, &Prints::new(&ground(&flat, &[])));
        let marked = |tree: &Tree| tree.records.iter().filter(|r| r.word).count();
        // Of rare characters and short groups nothing is.
        let all = marked(&grown(&flat, &[], &store));
        assert!(all > 1_000, "{all} of {}", tree.records.len());
        let changed = self::flat(|n| if n == 70 { "会议" } else { "" });
        let grown = grown(&changed, &[], &store);
        let some = marked(&grown);
        assert!(some > 0 && some < all, "{some} of {all}");
        // What stands only in the other blocks of the unit is as it was.
        let root = |c| {
            let symbol = changed.alphabet.id(c).unwrap() + 1;
            let root = grown.roots.iter().find(|root| root.symbol == symbol).unwrap();
            grown.records[root.records.clone()].iter().all(|record| record.word)
        };
        assert_eq!(['汇', '建', '会', '议'].map(root), [true, true, false, false]);
    }
}
