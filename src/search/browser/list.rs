//! A string's list: the units it stands in, how much of each it makes up, and where it is in a heading.

use super::bits::{Reader, Writer};
use crate::search::units::count;

/// The units of one string. All three lists are parallel but `headings`.
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
    out.rising(&list.units, units);
    out.levels(&list.levels);
    out.marks(&list.headings, count(list.units.len()));
}

/// Reads what [`encode`] wrote; `None` when it is damaged.
pub fn decode(input: &mut Reader, units: u32) -> Option<List> {
    let places = input.rising(units)?;
    let levels = places.iter().map(|_| input.zeros().min(3) as u8).collect();
    let headings = input.marks(count(places.len()))?;
    (!input.overrun()).then_some(List { units: places, levels, headings })
}

/// Writes a list of which all units are in another: which of that one's they are; for each that has a level there above 0
/// how many less it has here; then the headings.
pub fn encode_within(list: &List, above: &List, out: &mut Writer) {
    let mut n = 0;
    // Galloping (Bentley and Yao 1976): the next one is mostly near, but a short list has far ones in a long one.
    let index = |unit: &u32| {
        let mut step = 1;
        while above.units.get(n + step).is_some_and(|other| other <= unit) {
            n += step;
            step *= 2;
        }
        n += above.units[n..above.units.len().min(n + step)].partition_point(|other| other < unit);
        count(n)
    };
    let among: Vec<u32> = list.units.iter().map(index).collect();
    out.marks(&among, count(above.units.len()));
    for (level, n) in list.levels.iter().zip(&among) {
        let most = above.levels[*n as usize];
        if most > 0 {
            out.zeros((most - level).into());
        }
    }
    out.marks(&list.headings, count(list.units.len()));
}

/// Reads what [`encode_within`] wrote; `None` when it is damaged.
pub fn decode_within(input: &mut Reader, above: &List) -> Option<List> {
    let among = input.marks(count(above.units.len()))?;
    let units: Vec<u32> = among.iter().map(|n| above.units[*n as usize]).collect();
    let mut level = |most: u8| if most > 0 { most.saturating_sub(input.zeros().min(3) as u8) } else { 0 };
    let levels = among.iter().map(|n| level(above.levels[*n as usize])).collect();
    let headings = input.marks(count(units.len()))?;
    (!input.overrun()).then_some(List { units, levels, headings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A list, and one of which it has all units, with levels at least as high.
    type Units = std::collections::BTreeMap<u32, (u8, bool, Option<u8>)>;

    fn lists(units: &Units) -> [List; 2] {
        let above = units.iter().map(|(unit, (level, heading, _))| (*unit, *level, *heading));
        let within = units.iter().filter_map(|(unit, (level, heading, less))| {
            less.map(|less| (*unit, level.saturating_sub(less), *heading && less == 0))
        });
        let list = |rows: Vec<(u32, u8, bool)>| List {
            units: rows.iter().map(|row| row.0).collect(),
            levels: rows.iter().map(|row| row.1).collect(),
            headings: (0u32..).zip(&rows).filter(|(_, row)| row.2).map(|(n, _)| n).collect(),
        };
        [list(above.collect()), list(within.collect())]
    }

    proptest! {
        #[test]
        fn lists_come_back(units in prop::collection::btree_map(
            0u32..2000,
            (0u8..4, any::<bool>(), prop::option::of(0u8..4)),
            1..500,
        )) {
            let [above, within] = lists(&units);
            let mut out = Writer::default();
            encode(&above, 2000, &mut out);
            encode_within(&within, &above, &mut out);
            let bytes = out.finish();
            let mut bits = Reader::new(&bytes);
            prop_assert_eq!(decode(&mut bits, 2000), Some(above.clone()));
            prop_assert_eq!(decode_within(&mut bits, &above), Some(within));
        }
    }
}
