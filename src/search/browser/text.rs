//! The texts that results are shown from, in slices of a few units; one folder for each year of the
//! issues' dates, named by what the year holds, so that a new issue leaves older years alone.

use super::bits::Writer;
use super::flat::Flat;
use super::{TEXT_TARGET, b64};
use crate::search::units::{Corpus, IssueRow, ShownBlock};
use rayon::prelude::*;
use serde::Serialize;
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

/// Cuts all units into years and slices.
pub fn years(source: Source) -> Vec<Year> {
    let corpus = source.corpus;
    let year = |place: usize| &corpus.issue_of(place as u32).date[..4];
    let mut years: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < corpus.units.len() {
        let end = (start..corpus.units.len()).find(|p| year(*p) != year(start)).unwrap_or(corpus.units.len());
        years.push(start..end);
        start = end;
    }
    let year =
        |units: Range<usize>| Year { hash: hash(source, units.clone()), slices: slices(source, units) };
    years.into_par_iter().map(year).collect()
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

/// SHA-256 over the checksums of the units.
fn hash(source: Source, units: Range<usize>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(super::VERSION);
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

/// A slice as it is written: see `TextSlice` in types.d.ts.
#[derive(Debug, Serialize)]
pub struct Slice<'a> {
    entities: Vec<(&'a str, &'a str)>,
    issues: Vec<(&'a str, &'a str, &'a str, &'a str)>,
    units: Vec<Unit<'a>>,
}

/// A unit in a slice: see `TextUnit`.
#[derive(Debug, Serialize)]
struct Unit<'a> {
    a: &'a str,
    b: Vec<&'a str>,
    c: Vec<usize>,
    h: &'a str,
    i: usize,
    k: String,
    t: Vec<usize>,
    w: String,
}

/// One slice.
pub fn slice<'a>(source: Source<'a>, units: &Range<usize>) -> Slice<'a> {
    let corpus = source.corpus;
    let (mut issues, mut entities): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let units = units.clone().map(|place| unit(source, place, &mut issues, &mut entities)).collect();
    let issue = |row: u32| {
        let issue = &corpus.issues[row as usize];
        let page = page_and_anchor(&corpus.units[issue.first as usize].url).0;
        (issue.id.as_str(), issue.date.as_str(), issue.title.as_str(), page)
    };
    let entity = |number: u32| {
        let entity = &corpus.entities[number as usize];
        (entity.id.as_str(), entity.name.as_str())
    };
    Slice {
        entities: entities.into_iter().map(entity).collect(),
        issues: issues.into_iter().map(issue).collect(),
        units,
    }
}

fn unit<'a>(source: Source<'a>, place: usize, issues: &mut Vec<u32>, entities: &mut Vec<u32>) -> Unit<'a> {
    let row = &source.corpus.units[place];
    let shown = source.shown[place];
    let mut local = |list: &[u32]| -> Vec<usize> { list.iter().map(|n| index_of(entities, *n)).collect() };
    // The townships' names stand before the companies'.
    let t = local(&row.townships);
    Unit {
        a: page_and_anchor(&row.url).1,
        b: shown.iter().map(|block| block.text).collect(),
        c: local(&row.companies),
        h: &row.heading,
        i: index_of(issues, row.issue),
        k: shown.iter().map(|block| if block.heading { '1' } else { '0' }).collect(),
        t,
        w: borders(source.flat, place),
    }
}

/// All units of an issue stand on one page.
fn page_and_anchor(url: &str) -> (&str, &str) {
    url.split_once('#').unwrap_or((url, ""))
}

fn index_of(list: &mut Vec<u32>, n: u32) -> usize {
    list.iter().position(|other| *other == n).unwrap_or_else(|| {
        list.push(n);
        list.len() - 1
    })
}

/// For each block a bit before each UTF-16 unit and one after the last.
fn borders(flat: &Flat, unit: usize) -> String {
    let mut out = Writer::default();
    for place in flat.places(unit) {
        out.bits(u32::from(flat.is_border(place)), 1);
        out.bits(0, flat.units_of(place) - 1);
    }
    b64(&out.finish())
}
