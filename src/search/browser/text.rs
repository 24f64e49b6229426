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
    let mut letters = Letters::default();
    let mut counts: Vec<u32> = Vec::new();
    let mut count_one = |c| {
        let number = letters.meet(c) as usize;
        counts.resize(number.max(counts.len()), 0);
        counts[number - 1] += 1;
    };
    let slice = Slice::new(source, &units);
    slice.strings().for_each(|text| text.chars().for_each(&mut count_one));
    let places = source.flat.places(units.start).start..source.flat.places(units.end - 1).end;
    let ids = places.filter_map(|at| source.flat.symbols.at(at).checked_sub(1));
    ids.for_each(|id| count_one(source.flat.alphabet.chars[id as usize]));
    letters.chars.into_iter().zip(counts).collect()
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

/// What is written of some units: see `TextSlice` in types.d.ts.
struct Slice<'a> {
    /// Id, date, title, page.
    issues: Vec<[&'a str; 4]>,
    /// Id, name.
    entities: Vec<[&'a str; 2]>,
    units: Vec<Unit<'a>>,
}

/// A unit: see `TextUnit`.
struct Unit<'a> {
    place: usize,
    issue: usize,
    townships: Vec<usize>,
    companies: Vec<usize>,
    anchor: &'a str,
    heading: &'a str,
    blocks: &'a [ShownBlock<'a>],
}

impl<'a> Slice<'a> {
    fn new(source: Source<'a>, units: &Range<usize>) -> Self {
        let corpus = source.corpus;
        let (mut issues, mut entities) = (Known::default(), Known::default());
        let unit = |place| unit(source, place, &mut issues, &mut entities);
        let units = units.clone().map(unit).collect();
        let issue = |row: u32| {
            let issue = &corpus.issues[row as usize];
            let page = page_and_anchor(&corpus.units[issue.first as usize].url).0;
            [issue.id.as_str(), issue.date.as_str(), issue.title.as_str(), page]
        };
        let entity = |number: u32| {
            let entity = &corpus.entities[number as usize];
            [entity.id.as_str(), entity.name.as_str()]
        };
        Slice {
            issues: issues.all.into_iter().map(issue).collect(),
            entities: entities.all.into_iter().map(entity).collect(),
            units,
        }
    }

    /// All texts in the order in which they are written.
    fn strings(&self) -> impl Iterator<Item = &'a str> {
        let rows = self.issues.iter().flatten().chain(self.entities.iter().flatten()).copied();
        let of_unit = |unit: &Unit<'a>| {
            [unit.anchor, unit.heading].into_iter().chain(unit.blocks.iter().map(|block| block.text))
        };
        rows.chain(self.units.iter().flat_map(of_unit))
    }
}

/// Numbers in the order in which they were first asked for.
#[derive(Default)]
struct Known {
    all: Vec<u32>,
    indices: FxHashMap<u32, usize>,
}

impl Known {
    fn index_of(&mut self, n: u32) -> usize {
        *self.indices.entry(n).or_insert_with(|| {
            self.all.push(n);
            self.all.len() - 1
        })
    }
}

fn unit<'a>(source: Source<'a>, place: usize, issues: &mut Known, entities: &mut Known) -> Unit<'a> {
    let row = &source.corpus.units[place];
    let mut local = |list: &[u32]| -> Vec<usize> { list.iter().map(|n| entities.index_of(*n)).collect() };
    // The townships' names stand before the companies'.
    let townships = local(&row.townships);
    Unit {
        place,
        issue: issues.index_of(row.issue),
        townships,
        companies: local(&row.companies),
        anchor: page_and_anchor(&row.url).1,
        heading: &row.heading,
        blocks: source.shown[place],
    }
}

/// The bytes of one slice.
pub fn slice(source: Source, letters: &Letters, units: &Range<usize>) -> Vec<u8> {
    let slice = Slice::new(source, units);
    let mut out = Writer::default();
    out.number(count(slice.units.len()));
    for unit in &slice.units {
        out.number(count(unit.issue));
        for entities in [&unit.townships, &unit.companies] {
            out.number(count(entities.len()));
            entities.iter().for_each(|n| out.number(count(*n)));
        }
        out.number(count(unit.blocks.len()));
        unit.blocks.iter().for_each(|block| out.bits(block.heading.into(), 1));
        borders(source.flat, unit.place, &mut out);
    }
    out.number(count(slice.issues.len()));
    out.number(count(slice.entities.len()));
    let mut row: Vec<u32> = Vec::new();
    for text in slice.strings() {
        row.extend(text.chars().filter_map(|c| letters.number(c)));
        row.push(END);
    }
    lz::write(&row, &mut out);
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

/// Reads what [`slice`] wrote, for the tests: its units, and all its texts. `None` when it is damaged.
pub fn read(bytes: &[u8], letters: &[char]) -> Option<(Vec<ReadUnit>, Vec<String>)> {
    let mut bits = Reader::new(bytes);
    // There cannot be more of anything than there are bits.
    let most = count(bytes.len()) * 8;
    let numbers = |bits: &mut Reader| (0..bits.number().min(most)).map(|_| bits.number()).max();
    let marks = |bits: &mut Reader| (0..bits.number().min(most)).map(|_| bits.bit()).collect::<Vec<bool>>();
    let mut heads = Vec::new();
    for _ in 0..bits.number().min(most) {
        bits.number();
        numbers(&mut bits);
        numbers(&mut bits);
        heads.push((marks(&mut bits), marks(&mut bits)));
    }
    let others = 4 * u64::from(bits.number()) + 2 * u64::from(bits.number());
    let row = lz::read(&mut bits)?;
    let text = |symbols: &[u32]| symbols.iter().map(|symbol| letter(*symbol, letters)).collect();
    let texts = row
        .strip_suffix(&[END])?
        .split(|symbol| *symbol == END)
        .map(text)
        .collect::<Option<Vec<String>>>()?;
    let mut rest = texts.get(others as usize..)?.iter().cloned();
    let unit = |(headings, borders): (Vec<bool>, Vec<bool>)| {
        // Anchor and heading.
        let mut rest = rest.by_ref().skip(2);
        let blocks = headings.into_iter().map(|heading| Some((rest.next()?, heading)));
        Some(ReadUnit { blocks: blocks.collect::<Option<_>>()?, borders })
    };
    let units = heads.into_iter().map(unit).collect::<Option<_>>()?;
    Some((units, texts))
}

/// All units of an issue stand on one page.
fn page_and_anchor(url: &str) -> (&str, &str) {
    url.split_once('#').unwrap_or((url, ""))
}

/// For each block a bit before each UTF-16 unit and one after the last, and how many bits these are.
fn borders(flat: &Flat, unit: usize, out: &mut Writer) {
    out.number(flat.places(unit).map(|place| flat.units_of(place)).sum());
    for place in flat.places(unit) {
        out.bits(u32::from(flat.is_border(place)), 1);
        out.bits(0, flat.units_of(place) - 1);
    }
}
