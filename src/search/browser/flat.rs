//! The whole text as one row of symbols, with what the index asks of each place.

use super::letters::Letters;
use crate::search::prepare::FoldedBlock;
use crate::search::rank;
use crate::search::units::count;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3;

/// The symbol that ends each block; characters have their id plus one.
pub const END: u32 = 0;

/// The characters of a text, in the order in which scripts compare strings: by UTF-16 code units. An id is an index.
#[derive(Debug, Clone, Default)]
pub struct Alphabet {
    /// Characters by id.
    pub chars: Vec<char>,
    ids: FxHashMap<char, u32>,
}

impl Alphabet {
    fn new(mut chars: Vec<char>) -> Self {
        chars.sort_by_cached_key(|c| c.encode_utf16(&mut [0; 2]).to_vec());
        let ids = chars.iter().copied().zip(0..).collect();
        Self { chars, ids }
    }

    /// The id of a character.
    pub fn id(&self, c: char) -> Option<u32> {
        self.ids.get(&c).copied()
    }

    /// The symbols of a text; `None` when one of its characters is in no text.
    pub fn symbols(&self, text: &str) -> Option<Vec<u32>> {
        text.chars().map(|c| self.id(c).map(|id| id + 1)).collect()
    }
}

/// A row of symbols, in two bytes each as long as there are few enough.
#[derive(Debug, Clone)]
pub enum Symbols {
    /// Below 65,536.
    Narrow(Vec<u16>),
    /// All characters there are.
    Wide(Vec<u32>),
}

impl Default for Symbols {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Symbols {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(all) => all.len(),
            Self::Wide(all) => all.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The symbol at a place.
    pub fn at(&self, place: u32) -> u32 {
        match self {
            Self::Narrow(all) => all[place as usize].into(),
            Self::Wide(all) => all[place as usize],
        }
    }

    /// All in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..count(self.len())).map(|place| self.at(place))
    }

    fn extend(&mut self, mut symbols: impl Iterator<Item = u32>) {
        if let Self::Narrow(all) = self {
            for symbol in symbols.by_ref() {
                if let Ok(narrow) = u16::try_from(symbol) {
                    all.push(narrow);
                } else {
                    *self = Self::Wide(self.iter().chain([symbol]).collect());
                    break;
                }
            }
        }
        if let Self::Wide(all) = self {
            all.extend(symbols);
        }
    }

    /// Puts `numbers[symbol]` in the place of each symbol; these are others of the same numbers.
    fn renumber(&mut self, numbers: &[u32]) {
        match self {
            Self::Narrow(all) => all.iter_mut().for_each(|symbol| *symbol = numbers[*symbol as usize] as u16),
            Self::Wide(all) => all.iter_mut().for_each(|symbol| *symbol = numbers[*symbol as usize]),
        }
    }
}

/// A set of places.
#[derive(Debug, Clone, Default)]
struct Places(Vec<u64>);

impl Places {
    fn put(&mut self, at: usize) {
        if self.0.len() <= at / 64 {
            self.0.resize(at / 64 + 1, 0);
        }
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// A bit for each of the 64 places from one on, the lowest for the first.
    fn from(&self, at: usize) -> u64 {
        let word = |n: usize| self.0.get(n).copied().unwrap_or_default();
        match at % 64 {
            0 => word(at / 64),
            low => word(at / 64) >> low | word(at / 64 + 1) << (64 - low),
        }
    }
}

/// All blocks of all units, each closed by [`END`].
#[derive(Debug, Clone, Default)]
pub struct Flat {
    /// Character ids plus one, and [`END`].
    pub symbols: Symbols,
    /// The characters.
    pub alphabet: Alphabet,
    /// See [`rank::pivot`].
    pub pivot: u64,
    headings: Places,
    borders: Places,
    /// Checksums of the units' blocks.
    prints: Vec<u64>,
    /// Where each unit begins, and the end.
    starts: Vec<u32>,
    /// Checksums of single blocks.
    block_prints: Vec<u64>,
    /// Behind which place each block ends.
    block_ends: Vec<u32>,
    /// The first block of each unit, and how many there are in all.
    first_blocks: Vec<u32>,
    lengths: Vec<u32>,
    /// For each unit the levels of one, two and three occurrences, two bits each.
    levels: Vec<u8>,
}

impl Flat {
    /// Lays out the blocks of all units, given in the order of their places.
    pub fn new(units: impl Iterator<Item = Vec<FoldedBlock>>) -> Self {
        let mut flat = Self { pivot: 16, starts: vec![0], first_blocks: vec![0], ..Self::default() };
        let mut sight = Letters::default();
        units.for_each(|blocks| flat.push(&blocks, &mut sight));
        flat.alphabet = Alphabet::new(sight.chars.clone());
        let ids = sight.chars.iter().map(|c| flat.alphabet.ids[c] + 1);
        flat.symbols.renumber(&std::iter::once(END).chain(ids).collect::<Vec<u32>>());
        flat.measure();
        flat
    }

    /// Until all characters are known, one has the number of its first sight as its symbol.
    fn push(&mut self, blocks: &[FoldedBlock], sight: &mut Letters) {
        let mut length = 0;
        let mut print = Xxh3::new();
        for block in blocks {
            let mut block_print = Xxh3::new();
            // No text holds the byte between: it tells where one ends.
            for piece in [&[u8::from(block.heading)], block.text.as_bytes(), &[0xFF], block.borders.bytes()] {
                print.update(piece);
                block_print.update(piece);
            }
            self.block_prints.push(block_print.digest());
            let start = self.symbols.len();
            self.symbols.extend(block.text.chars().map(|c| sight.meet(c)));
            let end = self.symbols.len();
            self.symbols.extend([END].into_iter());
            if block.heading {
                (start..end).for_each(|at| self.headings.put(at));
            }
            let borders = block.borders.places().map(|n| start + n).take_while(|at| *at <= end);
            borders.for_each(|at| self.borders.put(at));
            length += count(end - start);
            self.block_ends.push(count(self.symbols.len()));
        }
        self.first_blocks.push(count(self.block_ends.len()));
        self.prints.push(print.digest());
        self.lengths.push(length);
        self.starts.push(count(self.symbols.len()));
    }

    fn measure(&mut self) {
        let total = self.lengths.iter().map(|n| u64::from(*n)).sum();
        self.pivot = rank::pivot(total, self.lengths.len() as u64);
        let level = |tf, length: u32| rank::level(tf, length.into(), self.pivot);
        let levels =
            self.lengths.iter().map(|n| level(1, *n) | level(2, *n) << 2 | level(3, *n) << 4).collect();
        self.levels = levels;
    }

    /// How many units there are.
    pub fn units(&self) -> u32 {
        count(self.lengths.len())
    }

    /// The level of a string that stands so often in a unit.
    pub fn level(&self, unit: u32, tf: u32) -> u8 {
        match tf {
            1..=3 => self.levels[unit as usize] >> (2 * (tf - 1)) & 3,
            _ => rank::level(tf.into(), self.lengths[unit as usize].into(), self.pivot),
        }
    }

    /// Checksum of a unit's blocks: text, headings and borders.
    pub fn print(&self, unit: u32) -> u64 {
        self.prints[unit as usize]
    }

    /// Checksums of a unit's blocks, one by one.
    pub fn block_prints(&self, unit: u32) -> &[u64] {
        &self.block_prints[self.blocks_of(unit)]
    }

    /// The numbers of a unit's blocks, over the whole text.
    pub fn blocks_of(&self, unit: u32) -> std::ops::Range<usize> {
        self.first_blocks[unit as usize] as usize..self.first_blocks[unit as usize + 1] as usize
    }

    /// Behind which place a block ends, by its number over the whole text.
    pub fn block_end(&self, block: usize) -> u32 {
        self.block_ends[block]
    }

    /// From which frequencies on strings of a unit have the next level.
    pub fn thresholds(&self, unit: u32) -> [u64; 3] {
        rank::thresholds(self.lengths[unit as usize].into(), self.pivot)
    }

    /// How many UTF-16 units the character at a place has; one for the end of a block.
    pub fn units_of(&self, at: u32) -> u32 {
        let id = self.symbols.at(at).checked_sub(1);
        id.map_or(1, |id| count(self.alphabet.chars[id as usize].len_utf16()))
    }

    /// Whether a place lies in a title or heading.
    pub fn in_heading(&self, at: u32) -> bool {
        self.headings.has(at as usize)
    }

    /// The places of a unit: its characters, and the end of each block.
    pub fn places(&self, unit: usize) -> std::ops::Range<u32> {
        self.starts[unit]..self.starts[unit + 1]
    }

    /// Whether a word begins or ends before a place.
    pub fn is_border(&self, at: u32) -> bool {
        self.borders.has(at as usize)
    }

    /// The same of the 64 places from one on, the lowest bit for the first.
    pub fn borders_from(&self, at: u32) -> u64 {
        self.borders.from(at as usize)
    }

    /// How many symbols, `most` at most, are the same from two places on; `a` is the earlier one.
    pub fn agreement(&self, a: u32, b: u32, most: usize) -> usize {
        fn same<T: PartialEq>(all: &[T], a: u32, b: u32, most: usize) -> usize {
            let pairs = all[a as usize..].iter().zip(&all[b as usize..]).take(most);
            pairs.take_while(|(a, b)| a == b).count()
        }
        match &self.symbols {
            Symbols::Narrow(all) => same(all, a, b, most),
            Symbols::Wide(all) => same(all, a, b, most),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::prepare::Borders;

    #[test]
    fn more_characters_than_two_bytes_tell_apart() {
        let all: String = ('一'..='\u{2FFFF}').filter(|c| !c.is_ascii()).take(70_000).collect();
        let block = FoldedBlock {
            text: format!("{all}一一"),
            heading: false,
            borders: Borders::from_bytes(&[0; 10_000]),
        };
        let flat = Flat::new([vec![block.clone()], vec![block]].into_iter());
        assert!(matches!(flat.symbols, Symbols::Wide(_)));
        let symbols: Vec<u32> = flat.symbols.iter().collect();
        let text: String =
            symbols.iter().filter(|s| **s != END).map(|s| flat.alphabet.chars[*s as usize - 1]).collect();
        assert_eq!(text, format!("{all}一一{all}一一"));
        assert!(flat.alphabet.chars.is_sorted_by_key(|c| c.encode_utf16(&mut [0; 2]).to_vec()));
    }
}
