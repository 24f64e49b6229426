//! The texts that results are shown from, in slices of a few units; one folder for each year of the
//! issues' dates, named by what the year holds, so that a new issue leaves older years alone.

use super::bits::{Reader, Writer};
use super::flat::Flat;
use super::letters::Letters;
use super::{TEXT_TARGET, lz};
use crate::search::units::{Corpus, IssueRow, ShownBlock, count};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::ops::Range;
use xxhash_rust::xxh3::Xxh3;

/// Most units of a slice: one digit to the base of 36 tells how many there are.
const MOST: usize = 35;

/// The slices of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// 16 hex digits of the SHA-256 of what it holds.
    pub hash: String,
    /// Units of each slice, newest first.
    pub slices: Vec<Range<usize>>,
}

/// What slices are made of, by place.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The units.
    pub corpus: &'a Corpus,
    /// Their text as shown.
    pub shown: &'a [&'a [ShownBlock<'a>]],
    /// Where words begin and end in them.
    pub flat: &'a Flat,
}

/// Cuts all units into years, newest first, and slices; and numbers the characters that they are written with.
pub fn years(source: Source) -> (Vec<Year>, Letters) {
    let corpus = source.corpus;
    let year = |place: usize| &corpus.issue_of(place as u32).date[..4];
    let mut years: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < corpus.units.len() {
        let end = (start..corpus.units.len()).find(|p| year(*p) != year(start)).unwrap_or(corpus.units.len());
        years.push(start..end);
        start = end;
    }
    let counts = years.par_iter().rev().map(|units| counts(source, units.clone())).collect();
    let (letters, mut known) = Letters::of_years(counts);
    known.reverse();
    let year = |(units, known): (Range<usize>, usize)| Year {
        hash: hash(source, &letters.chars[..known], units.clone()),
        slices: slices(source, units),
    };
    let years = years.into_par_iter().zip(known).map(year).collect();
    (years, letters)
}

/// How often each character stands in the texts of some units, as shown and as folded.
fn counts(source: Source, units: Range<usize>) -> Vec<(char, u32)> {
    let Flat { symbols, alphabet, .. } = source.flat;
    let mut folded = vec![0; alphabet.chars.len() + 1];
    let places = source.flat.places(units.start).start..source.flat.places(units.end - 1).end;
    places.for_each(|at| folded[symbols.at(at) as usize] += 1);
    let mut letters = Letters::default();
    let mut shown: Vec<u32> = Vec::new();
    Slice::new(source, units).texts().flat_map(str::chars).for_each(|c| {
        let number = letters.meet(c) as usize;
        shown.resize(number.max(shown.len()), 0);
        shown[number - 1] += 1;
    });
    let folded = alphabet.chars.iter().copied().zip(folded.into_iter().skip(1)).filter(|(_, n)| *n > 0);
    let mut counts: FxHashMap<char, u32> = letters.chars.into_iter().zip(shown).collect();
    folded.for_each(|(c, n)| *counts.entry(c).or_default() += n);
    counts.into_iter().collect()
}

fn slices(source: Source, units: Range<usize>) -> Vec<Range<usize>> {
    let mut slices: Vec<Range<usize>> = Vec::new();
    let mut filled = usize::MAX;
    for place in units {
        let text: usize = source.shown[place].iter().map(|b| b.text.len() + b.text.len() / 18 + 4).sum();
        let size = text + 150;
        let most = slices.last().is_some_and(|slice| slice.len() == MOST);
        if filled.saturating_add(size) > TEXT_TARGET || most {
            slices.push(place..place);
            filled = 0;
        }
        filled += size;
        if let Some(slice) = slices.last_mut() {
            slice.end = place + 1;
        }
    }
    slices
}

/// SHA-256 over the letters that the year is written with and the checksums of the units.
fn hash(source: Source, letters: &[char], units: Range<usize>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(super::VERSION);
    letters.iter().for_each(|c| hasher.update(u32::from(*c).to_le_bytes()));
    let corpus = source.corpus;
    for place in units {
        let unit = &corpus.units[place];
        let IssueRow { id, date, title, series, year, number, .. } = corpus.issue_of(place as u32);
        let mut own = Xxh3::new();
        (id, date, title, series, year, number, &unit.url, &unit.heading, unit.townships.len())
            .hash(&mut own);
        for entity in unit.townships.iter().chain(&unit.companies) {
            let entity = &corpus.entities[*entity as usize];
            (&entity.id, &entity.name).hash(&mut own);
        }
        source.shown[place].iter().for_each(|block| (block.text, block.heading).hash(&mut own));
        source.flat.print(place as u32).hash(&mut own);
        hasher.update(own.digest128().to_le_bytes());
    }
    super::hex(&hasher.finalize())
}

/// What is written of some units: see `TextUnit` in types.d.ts.
struct Slice<'a> {
    source: Source<'a>,
    places: Range<usize>,
    issues: Known,
    entities: Known,
}

impl<'a> Slice<'a> {
    fn new(source: Source<'a>, places: Range<usize>) -> Self {
        let (mut issues, mut entities) = (Known::default(), Known::default());
        for unit in &source.corpus.units[places.clone()] {
            issues.meet(unit.issue);
            // The townships' names stand before the companies'.
            unit.townships.iter().chain(&unit.companies).for_each(|n| entities.meet(*n));
        }
        Self { source, places, issues, entities }
    }

    /// All texts in the order in which they are used.
    fn texts(&self) -> impl Iterator<Item = &'a str> {
        let Source { corpus, shown, .. } = self.source;
        let issues = self.issues.all.iter().flat_map(|row| {
            let issue = &corpus.issues[*row as usize];
            [&issue.id, &issue.date, &issue.title]
        });
        let entities = self.entities.all.iter().flat_map(|number| {
            let entity = &corpus.entities[*number as usize];
            [&entity.id, &entity.name]
        });
        let units = self.places.clone().flat_map(move |place| {
            let unit = &corpus.units[place];
            let own = [&unit.url, &unit.heading].map(String::as_str);
            own.into_iter().chain(shown[place].iter().map(|block| block.text))
        });
        issues.chain(entities).map(String::as_str).chain(units)
    }

    fn write(&self, letters: &Letters, out: &mut Writer) {
        let mut row: Vec<u32> = Vec::new();
        for text in self.texts() {
            row.extend(text.chars().filter_map(|c| letters.number(c)));
            row.push(END);
        }
        lz::write(&row, out);
        out.number(count(self.issues.all.len()));
        out.number(count(self.entities.all.len()));
        out.number(count(self.places.len()));
        for place in self.places.clone() {
            let unit = &self.source.corpus.units[place];
            out.number(self.issues.index_of(unit.issue));
            for named in [&unit.townships, &unit.companies] {
                out.number(count(named.len()));
                named.iter().for_each(|n| out.number(self.entities.index_of(*n)));
            }
            let shown = self.source.shown[place];
            out.number(count(shown.len()));
            shown.iter().for_each(|block| out.bits(block.heading.into(), 1));
            borders(self.source.flat, place, out);
        }
    }
}

/// Numbers in the order in which they were first asked for.
#[derive(Default)]
struct Known {
    all: Vec<u32>,
    indices: FxHashMap<u32, u32>,
}

impl Known {
    fn meet(&mut self, n: u32) {
        let next = count(self.all.len());
        if let Entry::Vacant(new) = self.indices.entry(n) {
            new.insert(next);
            self.all.push(n);
        }
    }

    fn index_of(&self, n: u32) -> u32 {
        self.indices[&n]
    }
}

/// The bytes of one slice.
pub fn slice(source: Source, letters: &Letters, units: &Range<usize>) -> Vec<u8> {
    let mut out = Writer::default();
    Slice::new(source, units.clone()).write(letters, &mut out);
    out.finish()
}

/// Ends each text of a slice; no letter has this number.
const END: u32 = 0;

/// A unit's blocks as they are read from a slice.
#[derive(Debug)]
pub struct ReadUnit {
    /// Text as shown, and whether it is a heading.
    pub blocks: Vec<(String, bool)>,
    /// For each folded block a bit before each UTF-16 unit and one after the last: whether a word begins or ends.
    pub borders: Vec<bool>,
}

/// The letter of a symbol.
pub fn letter(symbol: u32, letters: &[char]) -> Option<char> {
    letters.get((symbol as usize).checked_sub(1)?).copied()
}

/// Reads what [`slice()`] wrote, for the tests: its units, and all its texts. `None` when it is damaged.
pub fn read(bytes: &[u8], letters: &[char]) -> Option<(Vec<ReadUnit>, Vec<String>)> {
    let mut bits = Reader::new(bytes);
    // There cannot be more of anything than there are bits.
    let most = count(bytes.len()) * 8;
    let row = lz::read(&mut bits)?;
    let text = |symbols: &[u32]| symbols.iter().map(|symbol| letter(*symbol, letters)).collect();
    let texts: Vec<String> = row.split(|symbol| *symbol == END).map(text).collect::<Option<_>>()?;
    let before = 3 * u64::from(bits.number()) + 2 * u64::from(bits.number());
    let mut rest = texts.get(before as usize..)?.iter();
    let numbers = |bits: &mut Reader| (0..bits.number().min(most)).map(|_| bits.number()).max();
    let marks = |bits: &mut Reader| (0..bits.number().min(most)).map(|_| bits.bit()).collect::<Vec<bool>>();
    let mut unit = |bits: &mut Reader| {
        bits.number();
        numbers(bits);
        numbers(bits);
        // Address and heading.
        let mut rest = rest.by_ref().skip(2);
        let blocks = marks(bits).into_iter().map(|heading| Some((rest.next()?.clone(), heading)));
        Some(ReadUnit { blocks: blocks.collect::<Option<_>>()?, borders: marks(bits) })
    };
    let units = (0..bits.number().min(most)).map(|_| unit(&mut bits)).collect::<Option<_>>()?;
    Some((units, texts))
}

/// For each block a bit before each UTF-16 unit and one after the last, and how many bits these are.
fn borders(flat: &Flat, unit: usize, out: &mut Writer) {
    out.number(flat.places(unit).map(|place| flat.units_of(place)).sum());
    for place in flat.places(unit) {
        out.bits(u32::from(flat.is_border(place)), 1);
        out.bits(0, flat.units_of(place) - 1);
    }
}
