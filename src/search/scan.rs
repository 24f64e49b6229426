//! The plainest index: it looks at every block. What the others are held to.

use super::Lookup;
use super::cuts::cut;
use super::find::occurrences;
use super::rank::{self, Hit};
use super::units::{Corpus, ShownBlock, TextBlock, Texts, UnitText, count};
use crate::failure::Failure;
use crate::fold::fold;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

/// All units with their text.
#[derive(Debug)]
pub struct Scan {
    units: Vec<Unit>,
    pivot: u64,
    words: OnceLock<BTreeSet<String>>,
}

#[derive(Debug)]
struct Unit {
    blocks: Vec<Block>,
    /// Folded names of the townships and companies that the unit is about or names.
    names: Vec<String>,
    /// Folded code points.
    length: u64,
}

#[derive(Debug)]
struct Block {
    shown: TextBlock,
    folded: String,
    /// Where words begin and end, in bytes, ascending.
    borders: OnceLock<Vec<usize>>,
}

impl Scan {
    /// A scan of the units of a corpus.
    pub fn new(corpus: &Corpus, texts: &Texts) -> Self {
        let names = |about: &[u32]| {
            about.iter().flat_map(|entity| corpus.entities[*entity as usize].names.iter().cloned()).collect()
        };
        let units: Vec<Unit> = corpus
            .units
            .iter()
            .zip(&texts.units)
            .map(|(row, blocks)| Unit::new(blocks, names(&row.about)))
            .collect();
        let pivot = rank::pivot(units.iter().map(|unit| unit.length).sum(), units.len() as u64);
        Self { units, pivot, words: OnceLock::new() }
    }

    fn word_list(&self) -> &BTreeSet<String> {
        self.words.get_or_init(|| {
            let blocks =
                self.units.iter().flat_map(|unit| unit.blocks.iter().map(move |block| (unit, block)));
            blocks.flat_map(|(unit, block)| block.words(&unit.names)).collect()
        })
    }
}

impl Lookup for Scan {
    fn literal(&self, text: &str) -> Result<Vec<Hit>, Failure> {
        let hit = |(place, unit): (usize, &Unit)| unit.hit(count(place), text, self.pivot);
        Ok(self.units.iter().enumerate().filter_map(hit).collect())
    }

    fn words(&self, text: &str) -> Result<Vec<usize>, Failure> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let known = |(_, end): &(usize, usize)| self.word_list().contains(&text[..*end]);
        Ok((1..).zip(ends).skip(1).filter(known).map(|(length, _)| length).collect())
    }

    fn text(&self, place: u32) -> Result<UnitText, Failure> {
        let blocks = &self.units[place as usize].blocks;
        Ok(UnitText { blocks: blocks.iter().map(|block| block.shown.clone()).collect() })
    }
}

impl Unit {
    fn new(blocks: &[ShownBlock], names: Vec<String>) -> Self {
        let blocks: Vec<Block> =
            blocks.iter().map(Block::new).filter(|block| !block.folded.is_empty()).collect();
        let length = blocks.iter().map(|block| block.folded.chars().count() as u64).sum();
        Self { blocks, names, length }
    }

    fn hit(&self, unit: u32, text: &str, pivot: u64) -> Option<Hit> {
        let found = self.blocks.iter().map(|block| occurrences(&block.folded, text).len() as u64).sum();
        (found > 0).then(|| Hit {
            unit,
            class: self.class(text),
            level: rank::level(found, self.length, pivot),
        })
    }

    /// The class of a text that stands in the unit.
    fn class(&self, text: &str) -> u8 {
        let mut blocks = self.blocks.iter().filter(|block| block.folded.contains(text));
        if self.names.iter().any(|name| name == text) {
            1
        } else if blocks.clone().any(|block| block.shown.heading) {
            2
        } else if blocks.any(|block| block.has_as_words(text, &self.names)) {
            3
        } else {
            4
        }
    }
}

impl Block {
    fn new(block: &ShownBlock) -> Self {
        let shown = TextBlock { text: block.text.to_owned(), heading: block.heading };
        Self { folded: fold(block.text), shown, borders: OnceLock::new() }
    }

    fn has_as_words(&self, text: &str, names: &[String]) -> bool {
        let borders = self.borders.get_or_init(|| {
            let borders = cut(&self.folded, &self.places(names)).borders;
            let bytes = self.folded.char_indices().map(|(at, _)| at).chain([self.folded.len()]);
            bytes.zip(borders).filter(|(_, is_border)| *is_border).map(|(at, _)| at).collect()
        });
        let is_border = |at: usize| borders.binary_search(&at).is_ok();
        occurrences(&self.folded, text).iter().any(|at| is_border(at.start) && is_border(at.end))
    }

    /// Its words of two code points or more, and the names that stand in it.
    fn words(&self, names: &[String]) -> Vec<String> {
        let places = self.places(names);
        let words = cut(&self.folded, &places).words;
        let named =
            places.into_iter().map(|place| &self.folded[place]).filter(|name| name.chars().count() > 1);
        words.into_iter().map(|word| &self.folded[word]).chain(named).map(str::to_owned).collect()
    }

    fn places(&self, names: &[String]) -> Vec<Range<usize>> {
        names.iter().flat_map(|name| occurrences(&self.folded, name)).collect()
    }
}
