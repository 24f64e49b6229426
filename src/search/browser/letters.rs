//! By which number is each character told? Those that the archive's first year brought come first, then those that
//! were new in the second, and so on; within a year the commoner ones. So common characters have small numbers, and
//! a new issue gives no other numbers to what older years are written with.

use crate::search::units::count;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

/// Characters with numbers from 1.
#[derive(Debug, Clone)]
pub struct Letters {
    /// By their numbers, the first is number 1.
    pub chars: Vec<char>,
    /// Numbers of the characters of the basic plane, 0 for one that there is not.
    basic: Vec<u32>,
    others: FxHashMap<char, u32>,
}

impl Default for Letters {
    fn default() -> Self {
        Self { chars: Vec::new(), basic: vec![0; 0x1_0000], others: FxHashMap::default() }
    }
}

impl Letters {
    /// From the characters of each year and how often they stand there, the oldest year first; says too how many
    /// are known after each.
    pub fn of_years(years: Vec<Vec<(char, u32)>>) -> (Self, Vec<usize>) {
        let mut letters = Self::default();
        let known = years.into_iter().map(|mut counts| {
            counts.retain(|(c, _)| letters.number(*c).is_none());
            // By the magnitude of the counts: so a changed issue seldom moves a number, and with it all files.
            counts.sort_unstable_by_key(|(c, n)| (u32::BITS - n.max(&1).ilog2(), *c));
            counts.iter().for_each(|(c, _)| {
                letters.meet(*c);
            });
            letters.chars.len()
        });
        let known = known.collect();
        (letters, known)
    }

    /// Checksum of which character has which number.
    pub fn print(&self) -> u64 {
        xxh3_64(self.chars.iter().collect::<String>().as_bytes())
    }

    /// The number of a character, which is the next one when it was not met before.
    pub fn meet(&mut self, c: char) -> u32 {
        let number = match self.basic.get_mut(c as usize) {
            Some(number) => number,
            None => self.others.entry(c).or_default(),
        };
        if *number == 0 {
            self.chars.push(c);
            *number = count(self.chars.len());
        }
        *number
    }

    /// The number of a character that is there.
    pub fn number(&self, c: char) -> Option<u32> {
        let number = self.basic.get(c as usize).or_else(|| self.others.get(&c));
        number.copied().filter(|number| *number > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_year_moves_nothing() {
        let first = vec![('丙', 1), ('甲', 9), ('\u{2000B}', 8), ('乙', 1)];
        let (one, _) = Letters::of_years(vec![first.clone()]);
        let (two, known) = Letters::of_years(vec![first, vec![('丁', 1), ('甲', 90), ('戊', 70)]]);
        assert_eq!(one.chars, ['甲', '\u{2000B}', '丙', '乙']);
        assert_eq!((&two.chars[..4], &two.chars[4..]), (one.chars.as_slice(), ['戊', '丁'].as_slice()));
        assert_eq!(known, [4, 6]);
        assert_eq!(['甲', '\u{2000B}', '丁', '己'].map(|c| two.number(c)), [Some(1), Some(2), Some(6), None]);
    }
}
