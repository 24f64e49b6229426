//! A string's list: the units it stands in, how much of each it makes up, and where it is in a heading.

use super::bits::{Reader, Writer};

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
    list.levels.iter().for_each(|level| out.zeros((*level).into()));
    out.marks(&list.headings, super::super::units::count(list.units.len()));
}

/// Reads what [`encode`] wrote; `None` when it is damaged.
pub fn decode(input: &mut Reader, units: u32) -> Option<List> {
    let places = input.rising(units)?;
    let levels = places.iter().map(|_| input.zeros().min(3) as u8).collect();
    let headings = input.marks(places.len() as u32)?;
    let headings = (0..).zip(headings).filter(|(_, heading)| *heading).map(|(n, _)| n).collect();
    (!input.overrun()).then_some(List { units: places, levels, headings })
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
            prop_assert_eq!(decode(&mut Reader::new(&out.finish()), 2000), Some(list));
        }
    }
}
