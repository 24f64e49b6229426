//! Numbers as bits and bytes: the codes that the shards are written in.
//!
//! Bits are taken from the highest of each byte down. Codes: LEB128 for bytes; Elias gamma (Elias 1975)
//! and Rice codes (Rice and Plaunt 1971) for bits.

/// Appends an unsigned LEB128 number.
pub fn varint(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// How many bytes [`varint`] takes.
pub fn varint_size(n: u32) -> usize {
    (32 - (n | 1).leading_zeros() as usize).div_ceil(7)
}

/// Reads an unsigned LEB128 number and moves on; `None` when there is none.
pub fn read_varint(bytes: &[u8], at: &mut usize) -> Option<u32> {
    let mut n = 0u32;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        n |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(n);
        }
    }
    None
}

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

    /// A number from 1.
    pub fn gamma(&mut self, n: u32) {
        let width = 32 - n.leading_zeros();
        self.bits(0, width - 1);
        self.bits(n, width);
    }

    /// A number as quotient (ones, closed by a zero) and `k` bits of rest.
    pub fn rice(&mut self, n: u32, k: u32) {
        let mut ones = n >> k;
        while ones >= 32 {
            self.bits(u32::MAX, 32);
            ones -= 32;
        }
        // A zero after them.
        self.bits(((1u64 << ones) - 1) as u32, ones);
        self.bits(n & ((1 << k) - 1), k + 1);
    }

    /// An ascending list as gaps: k in five bits, then each Rice-coded. Empty lists write nothing.
    pub fn gaps(&mut self, list: &[u32]) {
        let Some(last) = list.last() else { return };
        let k = rice_parameter(list.len(), *last + 1);
        self.bits(k, 5);
        self.rice_gaps(list, k);
    }

    /// The gaps of an ascending list.
    pub fn rice_gaps(&mut self, list: &[u32], k: u32) {
        let mut next = 0;
        for &n in list {
            self.rice(n - next, k);
            next = n + 1;
        }
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

/// The Rice parameter for `count` numbers spread over `span`: the binary logarithm of the mean gap
/// times ln 2, rounded down.
pub fn rice_parameter(count: usize, span: u32) -> u32 {
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

    /// See [`Writer::gamma`].
    pub fn gamma(&mut self) -> u32 {
        let mut width = 0;
        while width < 32 && !self.bit() {
            width += 1;
        }
        if width >= 32 {
            return 1;
        }
        1 << width | self.bits(width)
    }

    /// See [`Writer::rice`].
    pub fn rice(&mut self, k: u32) -> u32 {
        let mut ones = 0u32;
        while self.bit() {
            ones += 1;
        }
        (ones << k) | self.bits(k)
    }

    /// See [`Writer::gaps`].
    pub fn gaps(&mut self, count: usize) -> Vec<u32> {
        if count == 0 {
            return Vec::new();
        }
        let k = self.bits(5);
        self.rice_gaps(count, k)
    }

    /// See [`Writer::rice_gaps`].
    pub fn rice_gaps(&mut self, count: usize, k: u32) -> Vec<u32> {
        let mut next = 0;
        (0..count)
            .map(|_| {
                let n = next + self.rice(k);
                next = n + 1;
                n
            })
            .collect()
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
                writer.gamma(n);
                writer.rice(n >> 8, k.max(8));
                writer.bits(n, 32);
            }
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            for &(n, k) in &numbers {
                prop_assert_eq!((reader.gamma(), reader.rice(k.max(8)), reader.bits(32)), (n, n >> 8, n));
            }
            prop_assert!(!reader.overrun());
        }

        #[test]
        fn lists_come_back(list in prop::collection::btree_set(0u32..100_000, 0..300)) {
            let list: Vec<u32> = list.into_iter().collect();
            let mut writer = Writer::default();
            writer.gaps(&list);
            let bytes = writer.finish();
            prop_assert_eq!(Reader::new(&bytes).gaps(list.len()), list);
        }

        #[test]
        fn varints_come_back(n in any::<u32>()) {
            let mut bytes = Vec::new();
            varint(&mut bytes, n);
            prop_assert_eq!(bytes.len(), varint_size(n));
            prop_assert_eq!(read_varint(&bytes, &mut 0), Some(n));
        }
    }
}
