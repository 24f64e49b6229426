//! A row of symbols in which much comes again, in fewer bits: a string that stood before is told by its place and
//! length (Ziv and Lempel 1977), any other symbol by itself.
//!
//! The row is: number: how many symbols there are; then tokens until these are there. A token is a symbol, or, where the
//! class is the free one, a string: its first place, in as many bits as the number of symbols before it has; number: how
//! many symbols it has more than three. It ends before the place where it comes again.

use super::bits::{FREE, Reader, Writer};
use super::width;
use crate::search::units::count;

/// Shorter strings are told symbol by symbol.
const SHORTEST: usize = 3;
/// A longer one is told in parts: scripts take a string at once.
const LONGEST: usize = 10_000;
/// How many earlier places are looked at for the longest string.
const TRIES: usize = 4;
/// What follows no place.
const NONE: u32 = u32::MAX;

/// Writes a row.
pub fn write(row: &[u32], out: &mut Writer) {
    out.number(count(row.len()));
    let mut places = Places::new(row.len());
    let mut at = 0;
    while at < row.len() {
        let found = places.longest(row, at);
        match found {
            Some((from, length)) => {
                out.bits(FREE, 3);
                out.bits(from, width(at));
                out.number(count(length - SHORTEST));
            }
            None => out.symbol(row[at]),
        }
        let end = at + found.map_or(1, |(_, length)| length);
        (at..end).for_each(|at| places.note(row, at));
        at = end;
    }
}

/// Reads what [`write()`] wrote; `None` when it is damaged.
pub fn read(bits: &mut Reader) -> Option<Vec<u32>> {
    let size = bits.number() as usize;
    let mut row = Vec::new();
    while row.len() < size && !bits.overrun() {
        if let Some(symbol) = bits.symbol() {
            row.push(symbol);
            continue;
        }
        let from = bits.bits(width(row.len())) as usize;
        let string = row.get(from..from + SHORTEST + bits.number() as usize)?.to_vec();
        row.extend(string);
    }
    (row.len() == size).then_some(row)
}

/// Where strings of the shortest length stand.
struct Places {
    /// The last place of those with a hash.
    last: Vec<u32>,
    /// For each place the one before with the same hash.
    before: Vec<u32>,
}

impl Places {
    fn new(size: usize) -> Self {
        Self { last: vec![NONE; size.next_power_of_two().clamp(256, 1 << 20)], before: vec![NONE; size] }
    }

    fn hash(&self, row: &[u32], at: usize) -> Option<usize> {
        let [a, b, c] = row.get(at..at + SHORTEST)? else { return None };
        let mixed = [b, c].iter().fold(u64::from(*a), |mixed, n| mixed << 20 ^ u64::from(**n));
        // Fibonacci hashing (Knuth 1973).
        Some((mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (self.last.len() - 1))
    }

    fn note(&mut self, row: &[u32], at: usize) {
        if let Some(hash) = self.hash(row, at) {
            self.before[at] = std::mem::replace(&mut self.last[hash], count(at));
        }
    }

    /// The longest string before a place that goes on here, of those that are looked at; of equal ones the nearest.
    fn longest(&self, row: &[u32], at: usize) -> Option<(u32, usize)> {
        let mut place = self.last[self.hash(row, at)?];
        let mut found: Option<(u32, usize)> = None;
        for _ in 0..TRIES {
            let Some(before) = row[..at].get(place as usize..) else { break };
            let same = before.iter().zip(&row[at..]).take(LONGEST).take_while(|(a, b)| a == b).count();
            if same >= SHORTEST && found.is_none_or(|(_, length)| length < same) {
                found = Some((place, same));
            }
            place = self.before[place as usize];
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(row: &[u32]) -> Vec<u8> {
        let mut out = Writer::default();
        write(row, &mut out);
        out.finish()
    }

    proptest! {
        #[test]
        fn rows_come_back(row in prop::collection::vec(prop_oneof![0u32..4, 0u32..70_000], 0..400)) {
            prop_assert_eq!(read(&mut Reader::new(&written(&row))), Some(row));
        }

        #[test]
        fn damage_is_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = read(&mut Reader::new(&bytes));
        }
    }

    #[test]
    fn what_comes_again_takes_few_bits() {
        let phrase: Vec<u32> = (1_000..1_100).collect();
        let once = written(&phrase).len();
        assert!(written(&phrase.repeat(2)).len() < once + 8);
        // Each string ends before it comes again, also where one symbol goes on and on.
        assert_eq!(read(&mut Reader::new(&written(&vec![5; 50_000]))), Some(vec![5; 50_000]));
    }
}
