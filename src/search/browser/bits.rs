//! Numbers as bits: the codes that the shards are written in.
//!
//! Bits are taken from the highest of each byte down. Codes: Elias gamma (Elias 1975) and Rice codes (Rice and
//! Plaunt 1971). Both begin with a run of zeros that a one ends.

use crate::search::units::count;

/// The class of [`Writer::symbol`] that no number has.
pub const FREE: u32 = 7;

/// Writes bits.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// Bits not yet in `bytes`, right-aligned.
    open: u64,
    count: u32,
}

impl Writer {
    /// The lowest `width` (up to 32) bits of a number.
    pub fn bits(&mut self, n: u32, width: u32) {
        self.open = self.open << width | u64::from(n) & ((1u64 << width) - 1);
        self.count += width;
        if self.count >= 32 {
            self.count -= 32;
            self.bytes.extend_from_slice(&((self.open >> self.count) as u32).to_be_bytes());
        }
    }

    /// So many zeros, then a one.
    pub fn zeros(&mut self, mut count: u32) {
        while count >= 32 {
            self.bits(0, 32);
            count -= 32;
        }
        self.bits(1, count + 1);
    }

    /// [`Writer::zeros`] of each of some small numbers.
    pub fn levels(&mut self, levels: &[u8]) {
        // Most are 0 to 3: several at once.
        for some in levels.chunks(8) {
            let width: u32 = some.iter().map(|level| u32::from(*level) + 1).sum();
            if width > 32 {
                some.iter().for_each(|level| self.zeros((*level).into()));
            } else {
                self.bits(some.iter().fold(0, |bits, level| bits << level << 1 | 1), width);
            }
        }
    }

    /// A number from 0, in Elias' gamma code of the next one.
    ///
    /// # Panics
    /// In debug builds, when it is `u32::MAX`.
    pub fn number(&mut self, n: u32) {
        let width = (n + 1).ilog2();
        match width {
            0..16 => self.bits(n + 1, 2 * width + 1),
            _ => {
                self.zeros(width);
                self.bits(n + 1, width);
            }
        }
    }

    /// A number as quotient and `low` bits of rest.
    pub fn rice(&mut self, n: u32, low: u32) {
        let zeros = n >> low;
        if zeros.saturating_add(1 + low) <= 32 {
            // At once: most of all that is written are these.
            return self.bits(1 << low | n & ((1 << low) - 1), zeros + 1 + low);
        }
        self.zeros(zeros);
        self.bits(n, low);
    }

    /// A number from 0 that is mostly small, in classes that double: three bits tell how many more than 3 bits follow, where
    /// 6 is raised by a run of zeros. The class 7 is [`FREE`] for something else.
    pub fn symbol(&mut self, n: u32) {
        let more = (n + 8).ilog2() - 3;
        self.bits(more.min(6), 3);
        if let Some(raised) = more.checked_sub(6) {
            self.zeros(raised);
        }
        self.bits(n + 8, more + 3);
    }

    /// Ascending numbers below a limit: how many, then each as the gap to the one before.
    pub fn rising(&mut self, list: &[u32], limit: u32) {
        self.number(count(list.len()));
        let low = rice_parameter(list.len(), limit);
        let mut next = 0;
        for &n in list {
            self.rice(n - next, low);
            next = n + 1;
        }
    }

    /// Which of so many things are meant, as their indices: those or, when these are fewer, the others.
    pub fn marks(&mut self, marked: &[u32], of: u32) {
        let inverted = marked.len() * 2 > of as usize;
        self.bits(u32::from(inverted), 1);
        if !inverted {
            return self.rising(marked, of);
        }
        self.rising(&others(marked, of), of);
    }

    /// The first `width` bits of some bytes.
    pub fn copy(&mut self, bytes: &[u8], width: u32) {
        let whole = bytes[..width as usize / 8].chunks_exact(4);
        let rest = whole.remainder();
        for four in whole {
            self.bits(u32::from_be_bytes([four[0], four[1], four[2], four[3]]), 32);
        }
        rest.iter().for_each(|byte| self.bits((*byte).into(), 8));
        if !width.is_multiple_of(8) {
            self.bits(u32::from(bytes[width as usize / 8] >> (8 - width % 8)), width % 8);
        }
    }

    /// How many bits there are.
    pub fn len(&self) -> u32 {
        count(self.bytes.len()) * 8 + self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes, the last one filled up with zeros.
    pub fn finish(mut self) -> Vec<u8> {
        self.close();
        self.bytes
    }

    /// As [`Writer::finish`], and begins anew: for many short rows.
    pub fn drain<T>(&mut self, use_bytes: impl FnOnce(&[u8]) -> T) -> T {
        self.close();
        let used = use_bytes(&self.bytes);
        self.bytes.clear();
        used
    }

    fn close(&mut self) {
        let bytes = self.count.div_ceil(8);
        let open = (self.open << (bytes * 8 - self.count)) as u32;
        self.bytes.extend_from_slice(&open.to_be_bytes()[4 - bytes as usize..]);
        (self.open, self.count) = (0, 0);
    }
}

/// The numbers below a limit that are not among some ascending ones.
fn others(marked: &[u32], of: u32) -> Vec<u32> {
    let mut next = marked.iter().copied().peekable();
    (0..of).filter(|n| next.next_if_eq(n).is_none()).collect()
}

/// The Rice parameter for so many numbers below a limit: the binary logarithm of the mean gap, rounded down.
pub fn rice_parameter(count: usize, limit: u32) -> u32 {
    let mean = u64::from(limit) / count.max(1) as u64;
    mean.max(1).ilog2()
}

/// How many bits a [`Reader`] can look at once.
const AHEAD: u32 = 57;

/// Reads bits; past the end it reads zeros, and says so in the end.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// From the first byte on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self::from(bytes, 0)
    }

    /// From a bit on.
    pub fn from(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Which bit comes next.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes over some bits; says where they begin.
    pub fn skip(&mut self, width: u32) -> usize {
        self.at += width as usize;
        self.at - width as usize
    }

    /// One bit.
    pub fn bit(&mut self) -> bool {
        self.bits(1) == 1
    }

    /// A number of `width` bits, 32 at most.
    pub fn bits(&mut self, width: u32) -> u32 {
        let bits = self.ahead() >> 32 >> (32 - width);
        self.at += width as usize;
        bits as u32
    }

    /// See [`Writer::zeros`].
    pub fn zeros(&mut self) -> u32 {
        let mut count = 0;
        loop {
            let zeros = self.ahead().leading_zeros();
            if zeros < AHEAD {
                self.at += zeros as usize + 1;
                return count + zeros;
            }
            count += AHEAD;
            self.at += AHEAD as usize;
            if self.overrun() {
                return count;
            }
        }
    }

    /// The next [`AHEAD`] bits, and perhaps some more, from the highest down.
    fn ahead(&self) -> u64 {
        let byte = self.at / 8;
        let word = match self.bytes.get(byte..byte + 8) {
            Some(bytes) => bytes.try_into().unwrap_or_default(),
            None => {
                let left = self.bytes.get(byte..).unwrap_or_default();
                std::array::from_fn(|n| left.get(n).copied().unwrap_or(0))
            }
        };
        u64::from_be_bytes(word) << (self.at % 8)
    }

    /// See [`Writer::number`].
    pub fn number(&mut self) -> u32 {
        match self.zeros() {
            width @ 0..32 => (1 << width | self.bits(width)) - 1,
            _ => 0,
        }
    }

    /// See [`Writer::rice`].
    pub fn rice(&mut self, low: u32) -> u32 {
        let ahead = self.ahead();
        let zeros = ahead.leading_zeros();
        if zeros + 1 + low > AHEAD {
            return (self.zeros() << low) | self.bits(low);
        }
        self.at += (zeros + 1 + low) as usize;
        let bits = ahead << zeros << 1 >> 32 >> (32 - low);
        zeros << low | bits as u32
    }

    /// See [`Writer::symbol`]; `None` where the class is [`FREE`].
    pub fn symbol(&mut self) -> Option<u32> {
        let more = match self.bits(3) {
            FREE => return None,
            6 => 6 + self.zeros().min(22),
            more => more,
        };
        Some((1 << (more + 3)) + self.bits(more + 3) - 8)
    }

    /// See [`Writer::rising`]; `None` when there are more than can be.
    pub fn rising(&mut self, limit: u32) -> Option<Vec<u32>> {
        let count = self.number();
        (count <= limit).then_some(())?;
        let low = rice_parameter(count as usize, limit);
        let mut next = 0;
        let mut one = || {
            let n = next + self.rice(low);
            next = n + 1;
            n
        };
        Some((0..count).map(|_| one()).collect())
    }

    /// See [`Writer::marks`]: the indices of the things that are meant.
    pub fn marks(&mut self, of: u32) -> Option<Vec<u32>> {
        let inverted = self.bit();
        let marks = self.rising(of)?;
        if marks.last().is_some_and(|last| *last >= of) {
            return None;
        }
        Some(if inverted { others(&marks, of) } else { marks })
    }

    /// Whether more was read than there is.
    pub fn overrun(&self) -> bool {
        self.at > self.bytes.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(numbers in prop::collection::vec((0u32..5_000_000, 0u32..31), 0..50)) {
            let mut writer = Writer::default();
            for &(n, low) in &numbers {
                writer.number(n);
                writer.rice(n >> 8, low.max(8));
                writer.symbol(n);
                writer.bits(n, 32);
            }
            let written = writer.len() as usize;
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            for &(n, low) in &numbers {
                prop_assert_eq!((reader.number(), reader.rice(low.max(8))), (n, n >> 8));
                prop_assert_eq!((reader.symbol(), reader.bits(32)), (Some(n), n));
            }
            prop_assert_eq!(reader.at(), written);
            prop_assert!(!reader.overrun());
        }

        #[test]
        fn lists_come_back(list in prop::collection::btree_set(0u32..100_000, 0..300)) {
            let list: Vec<u32> = list.into_iter().collect();
            let mut writer = Writer::default();
            writer.rising(&list, 100_000);
            let bytes = writer.finish();
            prop_assert_eq!(Reader::new(&bytes).rising(100_000), Some(list));
        }

        #[test]
        fn marks_come_back(marks in prop::collection::vec(any::<bool>(), 0..200)) {
            let marked: Vec<u32> = (0u32..).zip(&marks).filter(|(_, is)| **is).map(|(n, _)| n).collect();
            let mut writer = Writer::default();
            writer.marks(&marked, marks.len() as u32);
            prop_assert_eq!(Reader::new(&writer.finish()).marks(marks.len() as u32), Some(marked));
        }

        #[test]
        fn bits_are_copied(bytes in prop::collection::vec(any::<u8>(), 1..20), cut in 0u32..8, before in 0u32..32) {
            let width = bytes.len() as u32 * 8 - cut;
            let mut writer = Writer::default();
            writer.bits(0, before);
            writer.copy(&bytes, width);
            prop_assert_eq!(writer.len(), before + width);
            let copied = writer.finish();
            let (mut from, mut to) = (Reader::new(&bytes), Reader::from(&copied, before as usize));
            prop_assert!((0..width).all(|_| from.bit() == to.bit()));
        }
    }
}
