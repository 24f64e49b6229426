//! A string's list: the units it stands in, how much of each it makes up, and where it is in a heading.

use super::bits::{Reader, Writer};
use crate::search::units::count;

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

/// The list as bytes.
pub fn encode(list: &List) -> Vec<u8> {
    let mut out = Writer::default();
    out.rising(&list.units);
    let order = level_order(&list.levels);
    order.iter().for_each(|level| out.bits(u32::from(*level), 2));
    let mut ranks = [0; 4];
    (0u32..).zip(order).for_each(|(rank, level)| ranks[usize::from(level)] = rank);
    list.levels.iter().for_each(|level| out.rice(ranks[usize::from(*level)], 0));
    write_subset(&mut out, &list.headings, list.units.len());
    out.finish()
}

/// Reads what [`encode`] wrote; `None` when it is damaged.
pub fn decode(bytes: &[u8], units: u32) -> Option<List> {
    let mut input = Reader::new(bytes);
    let places = input.rising(units as usize);
    let order = [(); 4].map(|()| input.bits(2) as u8);
    let levels: Option<Vec<u8>> = places.iter().map(|_| order.get(input.rice(0) as usize).copied()).collect();
    let headings = read_subset(&mut input, places.len());
    let headings = (0u32..).zip(headings).filter(|(_, is_in)| *is_in).map(|(n, _)| n).collect();
    (!input.overrun()).then_some(List { units: places, levels: levels?, headings })
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
    let listed: Vec<u32> = match inverted {
        false => subset.to_vec(),
        true => {
            let mut next = subset.iter().copied().peekable();
            (0..count(of)).filter(|n| next.next_if_eq(n).is_none()).collect()
        }
    };
    out.bits(u32::from(inverted), 1);
    out.rising(&listed);
}

/// Reads what [`write_subset`] wrote: for each of the list's units, whether it is in.
pub fn read_subset(input: &mut Reader, of: usize) -> Vec<bool> {
    let inverted = input.bit();
    let mut is_in = vec![inverted; of];
    for n in input.rising(of) {
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
            prop_assert_eq!(decode(&encode(&list), 2000), Some(list));
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
