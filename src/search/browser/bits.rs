//! Numbers as bits: the codes that the files are written in.
//!
//! Bits are taken from the highest of each byte down. Codes: Elias gamma (Elias 1975) and Rice codes
//! (Rice and Plaunt 1971).

use crate::search::units::count;

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
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.open >> self.count) as u8);
        }
    }

    /// A number as quotient (ones, closed by a zero) and `k` bits of rest.
    pub fn rice(&mut self, n: u32, k: u32) {
        self.ones(n >> k);
        self.bits(n, k);
    }

    /// So many ones, closed by a zero.
    fn ones(&mut self, mut count: u32) {
        while count >= 32 {
            self.bits(u32::MAX, 32);
            count -= 32;
        }
        self.bits(((1u64 << count) - 1) as u32, count);
        self.bits(0, 1);
    }

    /// A number: of the next one the bits after its highest, how many these are before them.
    pub fn count(&mut self, n: u32) {
        let width = (n + 1).ilog2();
        self.ones(width);
        self.bits(n + 1, width);
    }

    /// An ascending list: how many, then, if any, k in five bits and the gaps, each Rice-coded.
    pub fn rising(&mut self, list: &[u32]) {
        self.count(count(list.len()));
        let Some(last) = list.last() else { return };
        let k = rice_parameter(list.len(), *last + 1);
        self.bits(k, 5);
        let mut next = 0;
        for &n in list {
            self.rice(n - next, k);
            next = n + 1;
        }
    }

    /// What was written by itself, after its number of bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(count(bytes.len()));
        bytes.iter().for_each(|byte| self.bits((*byte).into(), 8));
    }

    /// The bytes, the last one filled up with zeros.
    pub fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bits(0, 8 - self.count);
        }
        self.bytes
    }
}

/// The Rice parameter for `count` numbers spread over `span`: the binary logarithm of the mean gap
/// times ln 2, rounded down.
fn rice_parameter(count: usize, span: u32) -> u32 {
    let mean = u64::from(span) * 7 / 10 / count.max(1) as u64;
    mean.max(1).ilog2().min(30)
}

/// Reads bits; past the end it reads zeros, and says so in the end.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// From the first byte on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// One bit.
    pub fn bit(&mut self) -> bool {
        let byte = self.bytes.get(self.at / 8).copied().unwrap_or(0);
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        bit == 1
    }

    /// A number of `width` bits.
    pub fn bits(&mut self, width: u32) -> u32 {
        (0..width).fold(0, |n, _| n << 1 | u32::from(self.bit()))
    }

    /// See [`Writer::count`].
    pub fn count(&mut self) -> u32 {
        let width = self.ones().min(31);
        (1 << width | self.bits(width)) - 1
    }

    /// See [`Writer::rice`].
    pub fn rice(&mut self, k: u32) -> u32 {
        (self.ones() << k) | self.bits(k)
    }

    fn ones(&mut self) -> u32 {
        std::iter::from_fn(|| self.bit().then_some(())).map(|()| 1).sum()
    }

    /// See [`Writer::rising`]; no more than `most` numbers.
    pub fn rising(&mut self, most: usize) -> Vec<u32> {
        let count = (self.count() as usize).min(most);
        let k = if count > 0 { self.bits(5) } else { 0 };
        let mut next = 0;
        (0..count)
            .map(|_| {
                let n = next + self.rice(k);
                next = n + 1;
                n
            })
            .collect()
    }

    /// So many bytes as a number says.
    pub fn bytes(&mut self) -> Vec<u8> {
        (0..self.count().min(count(self.bytes.len()))).map(|_| self.bits(8) as u8).collect()
    }

    /// Whether everything was read, but for what fills the last byte up.
    pub fn ended(&self) -> bool {
        self.at.div_ceil(8) == self.bytes.len()
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
        fn what_is_written_is_read(numbers in prop::collection::vec((1u32..5_000_000, 0u32..31), 0..50)) {
            let mut writer = Writer::default();
            for &(n, k) in &numbers {
                writer.count(n);
                writer.rice(n >> 8, k.max(8));
                writer.bits(n, 32);
            }
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            for &(n, k) in &numbers {
                prop_assert_eq!((reader.count(), reader.rice(k.max(8)), reader.bits(32)), (n, n >> 8, n));
            }
            prop_assert!(!reader.overrun());
        }

        #[test]
        fn lists_come_back(list in prop::collection::btree_set(0u32..100_000, 0..300)) {
            let list: Vec<u32> = list.into_iter().collect();
            let mut writer = Writer::default();
            writer.rising(&list);
            let bytes = writer.finish();
            prop_assert_eq!(Reader::new(&bytes).rising(list.len()), list);
        }
    }
}
