//! The lists of all strings, encoded, each kept once: in drawers by their hash, so that threads seldom wait
//! for one another.

use crate::search::units::count;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::xxh3_64;

/// A list of at most so many bytes stays with its record, and is written again rather than pointed to: that costs less
/// than to look whether there is one like it.
pub const SHORT: u32 = 5;

/// How many drawers there are; an id is a place in a drawer, and which one.
pub const DRAWERS: u32 = 32;

/// Lists while the tree grows.
pub struct Lists {
    drawers: Vec<Mutex<Drawer>>,
}

#[derive(Default)]
struct Drawer {
    lists: Bytes,
    /// Their places by their hashes, those of others passed over.
    by_hash: FxHashMap<u32, u32>,
}

impl Drawer {
    /// Notes a place under the next hash that is free.
    fn note(&mut self, mut hash: u32, place: u32) {
        while self.by_hash.contains_key(&hash) {
            hash = hash.wrapping_add(1);
        }
        self.by_hash.insert(hash, place);
    }

    fn find(&self, mut hash: u32, bytes: &[u8]) -> Option<u32> {
        loop {
            let place = *self.by_hash.get(&hash)?;
            if self.lists.get(place) == bytes {
                return Some(place);
            }
            hash = hash.wrapping_add(1);
        }
    }
}

impl Lists {
    /// Begins with lists that are known; their ids stay.
    pub fn new(mut kept: KeptLists) -> Self {
        kept.0.resize_with(DRAWERS as usize, Bytes::default);
        let drawer = |lists: Bytes| {
            let mut drawer = Drawer::default();
            drawer.by_hash.reserve(lists.ends.len());
            (0..count(lists.ends.len())).for_each(|place| drawer.note(hashes(lists.get(place)).1, place));
            Mutex::new(Drawer { lists, ..drawer })
        };
        Self { drawers: kept.0.into_par_iter().map(drawer).collect() }
    }

    /// The id of a list, which is new or not.
    pub fn intern(&self, bytes: &[u8]) -> u32 {
        let (number, hash) = hashes(bytes);
        let mut drawer = self.drawers[number as usize].lock().unwrap_or_else(PoisonError::into_inner);
        let place = drawer.find(hash, bytes).unwrap_or_else(|| {
            let place = drawer.lists.push(bytes);
            drawer.note(hash, place);
            place
        });
        place * DRAWERS + number
    }

    /// No more lists.
    pub fn into_kept(self) -> KeptLists {
        let lists = |drawer: Mutex<Drawer>| drawer.into_inner().unwrap_or_else(PoisonError::into_inner).lists;
        KeptLists(self.drawers.into_iter().map(lists).collect())
    }
}

/// A list's drawer, and where it lies there.
fn hashes(bytes: &[u8]) -> (u32, u32) {
    let hash = xxh3_64(bytes);
    ((hash % u64::from(DRAWERS)) as u32, (hash >> 32) as u32)
}

/// Lists by their ids.
#[derive(Debug, Default)]
pub struct KeptLists(pub(super) Vec<Bytes>);

impl KeptLists {
    /// A list.
    pub fn get(&self, id: u32) -> &[u8] {
        self.0[(id % DRAWERS) as usize].get(id / DRAWERS)
    }

    /// More than the greatest id.
    pub fn limit(&self) -> usize {
        let longest = self.0.iter().map(|lists| lists.ends.len()).max();
        longest.unwrap_or(0) * DRAWERS as usize
    }
}

/// Bytes are kept as they are, not one number after the other.
pub(super) mod whole {
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};
    use std::fmt;

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        struct Whole;
        impl Visitor<'_> for Whole {
            type Value = Vec<u8>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }
        deserializer.deserialize_bytes(Whole)
    }
}

/// Rows of bytes, one after the other.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Bytes {
    #[serde(with = "whole")]
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Bytes {
    pub(super) fn push(&mut self, row: &[u8]) -> u32 {
        self.bytes.extend_from_slice(row);
        self.ends.push(count(self.bytes.len()));
        count(self.ends.len()) - 1
    }

    fn get(&self, row: u32) -> &[u8] {
        let start = (row as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start as usize..self.ends[row as usize] as usize]
    }

    /// Whether every row is within the bytes.
    pub(super) fn is_sound(&self) -> bool {
        self.ends.is_sorted() && self.ends.last().copied().unwrap_or(0) as usize == self.bytes.len()
    }
}
