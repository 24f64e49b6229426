//! A string's list: the units it stands in, how much of each it makes up, and where it is in a heading.

use super::bits::{Reader, Writer, rice_parameter};
use std::borrow::Cow;

/// Five bits that say: a bit for each unit follows.
const BITMAP: u32 = 31;

/// The units of one string. All four lists are parallel but `headings`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Places, ascending.
    pub units: Vec<u32>,
    /// Level of each: see [`crate::search::rank::level`].
    pub levels: Vec<u8>,
    /// Indices into `units` of those where it stands in a title or heading.
    pub headings: Vec<u32>,
}

impl List {
    /// Makes it empty.
    pub fn clear(&mut self) {
        self.units.clear();
        self.levels.clear();
        self.headings.clear();
    }
}

/// Writes a list; `units` is how many units there are in all.
pub fn encode(list: &List, units: u32, out: &mut Writer) {
    out.gamma(super::super::units::count(list.units.len()));
    write_units(out, &list.units, units);
    let order = level_order(&list.levels);
    order[..3].iter().for_each(|level| out.bits(u32::from(*level), 2));
    let mut codes = [(0, 0); 4];
    for (rank, level) in order.into_iter().enumerate() {
        codes[usize::from(level)] = [(1, 1), (1, 2), (1, 3), (0, 3)][rank];
    }
    for level in &list.levels {
        let (code, width) = codes[usize::from(*level)];
        out.bits(code, width);
    }
    out.bits(u32::from(!list.headings.is_empty()), 1);
    if !list.headings.is_empty() {
        out.gamma(super::super::units::count(list.headings.len()));
        out.gaps(&list.headings);
    }
}

/// Reads what [`encode`] wrote; `None` when it is damaged.
pub fn decode(bytes: &[u8], units: u32) -> Option<List> {
    let mut input = Reader::new(bytes);
    let count = input.gamma() as usize;
    if count > units as usize {
        return None;
    }
    let places = read_units(&mut input, count, units);
    let mut order = [0u8; 4];
    for slot in &mut order[..3] {
        *slot = input.bits(2) as u8;
    }
    order[3] = 6u8.wrapping_sub(order[0] + order[1] + order[2]) & 3;
    let level = |input: &mut Reader| order[(0..3).take_while(|_| !input.bit()).count()];
    let levels = (0..count).map(|_| level(&mut input)).collect();
    let headings = match input.bit() {
        true => {
            let count = input.gamma() as usize;
            if count > places.len() {
                return None;
            }
            input.gaps(count)
        }
        false => Vec::new(),
    };
    (!input.overrun()).then_some(List { units: places, levels, headings })
}

/// An ascending list of places after its count: gaps or bitmap, whichever is shorter.
pub fn write_units(out: &mut Writer, list: &[u32], units: u32) {
    let k = rice_parameter(list.len(), units);
    let mut next = 0;
    let mut size = 0u64;
    for &unit in list {
        size += u64::from((unit - next) >> k) + 1 + u64::from(k);
        next = unit + 1;
    }
    if size <= u64::from(units) {
        out.bits(k, 5);
        out.rice_gaps(list, k);
        return;
    }
    out.bits(BITMAP, 5);
    let mut next = 0;
    for &unit in list {
        zeros(out, unit - next);
        out.bits(1, 1);
        next = unit + 1;
    }
    zeros(out, units - next);
}

fn zeros(out: &mut Writer, mut count: u32) {
    while count > 0 {
        let some = count.min(32);
        out.bits(0, some);
        count -= some;
    }
}

/// Reads what [`write_units`] wrote.
pub fn read_units(input: &mut Reader, count: usize, units: u32) -> Vec<u32> {
    match input.bits(5) {
        BITMAP => (0..units).filter(|_| input.bit()).collect(),
        k => input.rice_gaps(count, k),
    }
}

/// The levels, the commonest first.
fn level_order(levels: &[u8]) -> [u8; 4] {
    let mut counts = [0u32; 4];
    levels.iter().for_each(|level| counts[usize::from(*level)] += 1);
    let mut order = [0, 1, 2, 3];
    order.sort_by_key(|level| (u32::MAX - counts[usize::from(*level)], *level));
    order
}

/// A part of a list, as indices: the rarer side is written.
pub fn write_subset(out: &mut Writer, subset: &[u32], of: usize) {
    let inverted = subset.len() * 2 > of;
    let listed = match inverted {
        false => Cow::Borrowed(subset),
        true => {
            let mut next = subset.iter().copied().peekable();
            (0..super::super::units::count(of)).filter(|n| next.next_if_eq(n).is_none()).collect()
        }
    };
    out.bits(u32::from(inverted), 1);
    out.gamma(super::super::units::count(listed.len()) + 1);
    out.gaps(&listed);
}

/// Reads what [`write_subset`] wrote: for each of the list's units, whether it is in.
pub fn read_subset(input: &mut Reader, of: usize) -> Vec<bool> {
    let inverted = input.bit();
    let count = (input.gamma() as usize - 1).min(of);
    let mut is_in = vec![inverted; of];
    for n in input.gaps(count) {
        if let Some(slot) = is_in.get_mut(n as usize) {
            *slot = !inverted;
        }
    }
    is_in
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_come_back(units in prop::collection::btree_map(0u32..2000, (0u8..4, any::<bool>()), 1..500)) {
            let list = List {
                units: units.keys().copied().collect(),
                levels: units.values().map(|(level, _)| *level).collect(),
                headings: (0u32..).zip(units.values()).filter(|(_, (_, h))| *h).map(|(n, _)| n).collect(),
            };
            let mut out = Writer::default();
            encode(&list, 2000, &mut out);
            prop_assert_eq!(decode(&out.finish(), 2000), Some(list));
        }

        #[test]
        fn subsets_come_back(is_in in prop::collection::vec(any::<bool>(), 1..200)) {
            let subset: Vec<u32> = (0u32..).zip(&is_in).filter(|(_, i)| **i).map(|(n, _)| n).collect();
            let mut out = Writer::default();
            write_subset(&mut out, &subset, is_in.len());
            prop_assert_eq!(read_subset(&mut Reader::new(&out.finish()), is_in.len()), is_in);
        }
    }
}
