//! The smaller files: names and the entities behind them, entities' lists, what facets count, issues.

use super::bits::Writer;
use super::{put_bits, width};
use crate::fold::fold;
use crate::search::units::{Corpus, IssueRow, count};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

/// Entities of one file of the entity table.
pub const ENTITIES: usize = 16;
/// Units of one file of companies.
pub const UNITS: usize = 128;
/// About the most bytes that one query's facets load, names left out.
const FACETS: usize = 41_000;
/// About how many bytes a file of names has.
const NAMES: usize = 8_000;
/// About how many files of names there are at most.
const MOST_NAMES: usize = 1_500;
/// About how many bytes a file of lists has, before base64.
const LISTS: usize = 6_000;

/// Keys by which entities are found, in the order of the keys and kinds.
pub struct Names {
    keys: Vec<(String, u8, Vec<u32>)>,
    files: Vec<Range<usize>>,
}

impl Names {
    /// All names, readings and initials of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let mut keys: BTreeMap<(String, u8), Vec<u32>> = BTreeMap::new();
        for (number, entity) in (0u32..).zip(&corpus.entities) {
            let id = [fold(&entity.id)];
            let kinds: [&[String]; 4] = [&entity.names, &entity.readings, &entity.initials, &id];
            for (kind, texts) in (0u8..).zip(kinds) {
                for text in texts {
                    keys.entry((text.clone(), kind)).or_default().push(number);
                }
            }
        }
        let mut keys: Vec<(String, u8, Vec<u32>)> =
            keys.into_iter().map(|((key, kind), numbers)| (key, kind, numbers)).collect();
        // The order in which scripts compare strings.
        keys.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()).then(a.1.cmp(&b.1)));
        let sizes = keys.iter().map(|(key, _, numbers)| key.len() + 60 * numbers.len());
        // The root, on the way of every first answer, tells where each begins.
        let target = NAMES.max(sizes.clone().sum::<usize>() / MOST_NAMES);
        let mut files = ranges(sizes, target);
        if files.is_empty() {
            files.push(0..0);
        }
        Self { keys, files }
    }

    /// For each file a text by which it is found: no key before the file's is as great, and its own first
    /// one is.
    pub fn first(&self) -> Vec<String> {
        let key = |n: usize| self.keys[n].0.as_str();
        let separator = |file: &Range<usize>| match file.start {
            0 => String::new(),
            n if key(n) == key(n - 1) => key(n).to_owned(),
            n => {
                let shared = key(n).chars().zip(key(n - 1).chars()).take_while(|(a, b)| a == b).count();
                key(n).chars().take(shared + 1).collect()
            }
        };
        self.files.iter().map(separator).collect()
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// One file.
    pub fn file<'a>(&'a self, corpus: &'a Corpus, file: usize) -> NamesFile<'a> {
        let keys = &self.keys[self.files[file].clone()];
        let mut numbers: Vec<u32> = keys.iter().flat_map(|key| &key.2).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let local = |number: &u32| numbers.partition_point(|one| one < number);
        let key = |(key, kind, of): &'a (String, u8, Vec<u32>)| {
            (key.as_str(), *kind, of.iter().map(local).collect::<Vec<usize>>())
        };
        let entity = |number: &u32| {
            let entity = &corpus.entities[*number as usize];
            (*number, u8::from(entity.company), entity.id.as_str(), entity.name.as_str())
        };
        NamesFile { entities: numbers.iter().map(entity).collect(), keys: keys.iter().map(key).collect() }
    }
}

/// A file of names as it is written: see `NamesFile` in types.d.ts.
#[derive(Debug, Serialize)]
pub struct NamesFile<'a> {
    entities: Vec<(u32, u8, &'a str, &'a str)>,
    keys: Vec<(&'a str, u8, Vec<usize>)>,
}

/// For each entity the units that belong to it (townships) or name it (companies).
pub struct EntityLists {
    lists: Vec<Vec<u32>>,
    /// How many units there are.
    units: u32,
    files: Vec<Range<usize>>,
}

impl EntityLists {
    /// Of all entities.
    pub fn new(corpus: &Corpus) -> Self {
        let mut units: Vec<Vec<u32>> = vec![Vec::new(); corpus.entities.len()];
        for (place, unit) in (0u32..).zip(&corpus.units) {
            for entity in unit.townships.iter().chain(&unit.companies) {
                let list = &mut units[*entity as usize];
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
        }
        let (lists, units) = (units, count(corpus.units.len()));
        let size = |list: &Vec<u32>| {
            let mut out = Writer::default();
            out.rising(list, units);
            out.len().div_ceil(8) as usize
        };
        let files = ranges(lists.iter().map(size), LISTS);
        Self { lists, units, files }
    }

    /// Number of the first entity of each file.
    pub fn first(&self) -> Vec<usize> {
        self.files.iter().map(|file| file.start).collect()
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// One file.
    pub fn file(&self, file: usize) -> Vec<u8> {
        let lists = &self.lists[self.files[file].clone()];
        let mut out = Writer::default();
        out.number(count(lists.len()));
        lists.iter().for_each(|list| out.rising(list, self.units));
        out.finish()
    }
}

/// Cuts a row of things into files of about `target` bytes.
fn ranges(sizes: impl Iterator<Item = usize>, target: usize) -> Vec<Range<usize>> {
    let mut files: Vec<Range<usize>> = Vec::new();
    let mut filled = usize::MAX;
    for (n, size) in sizes.enumerate() {
        if filled.saturating_add(size) > target {
            files.push(n..n);
            filled = 0;
        }
        filled += size;
        if let Some(file) = files.last_mut() {
            file.end = n + 1;
        }
    }
    files
}

/// A file of the entity table.
pub fn entities(corpus: &Corpus, file: usize) -> Value {
    let rows = corpus.entities.chunks(ENTITIES).nth(file).unwrap_or_default();
    let rows: Vec<Value> = rows.iter().map(|e| json!([u8::from(e.company), e.id, e.name])).collect();
    Value::Array(rows)
}

/// The companies of [`UNITS`] units.
pub fn companies(corpus: &Corpus, file: usize) -> Vec<u8> {
    let width = width(corpus.entities.len());
    let mut out = Writer::default();
    let units = corpus.units.chunks(UNITS).nth(file).unwrap_or_default();
    out.number(count(units.len()));
    for unit in units {
        out.number(count(unit.companies.len()));
        unit.companies.iter().for_each(|company| out.bits(*company, width));
    }
    out.finish()
}

/// From how many files of companies the facets of one query may count: all as long as these are small,
/// a good part in a large archive.
pub fn near(corpus: &Corpus) -> usize {
    let mentions: usize = corpus.units.iter().map(|unit| unit.companies.len()).sum();
    let bits = mentions * (width(corpus.entities.len()) as usize + 1) + 2 * corpus.units.len();
    let files = corpus.units.len().div_ceil(UNITS);
    let room = FACETS.saturating_sub(put_bits(&facets(corpus)).len());
    files * room / (bits / 6 + 50 * files).max(room).max(1)
}

/// What facets count of all units but companies: townships, years and series. Most sections have one township
/// that comes soon after the last one in the register: one number tells it.
pub fn facets(corpus: &Corpus) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(count(corpus.units.len()));
    let mut expected = 0;
    for unit in &corpus.units {
        let is_single = unit.townships.len() == 1;
        if !is_single {
            out.number(1);
            out.number(count(unit.townships.len()));
        }
        for township in &unit.townships {
            let skipped = (township + corpus.townships - expected) % corpus.townships;
            out.number(skipped + u32::from(is_single && skipped > 0));
            expected = (township + 1) % corpus.townships;
        }
    }
    let mut runs: Vec<(i16, u32, u32)> = Vec::new();
    for issue in &corpus.issues {
        match runs.last_mut() {
            Some((year, series, units)) if (*year, *series) == (issue.year, issue.series) => {
                *units += issue.units
            }
            _ => runs.push((issue.year, issue.series, issue.units)),
        }
    }
    out.number(count(runs.len()));
    for (year, series, units) in runs {
        out.number(u32::from(year.unsigned_abs()));
        out.number(series);
        out.number(units);
    }
    out.finish()
}

/// All issues, newest first. Most numbers follow each other within a year that is the date's.
pub fn issues(corpus: &Corpus) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(count(corpus.issues.len()));
    let (mut day, mut expected) = (newest(corpus), 0);
    for issue in &corpus.issues {
        out.number(day.abs_diff(day_of(issue)));
        let year = u32::from(issue.year.unsigned_abs());
        let of_date = issue.date.starts_with(&format!("{year:04}-"));
        out.bits(u32::from(of_date), 1);
        if !of_date {
            out.number(year);
        }
        let number = issue.number.unwrap_or(0);
        let follows = number == expected && number > 0;
        out.bits(u32::from(follows), 1);
        if !follows {
            out.number(number);
        }
        if let Some(slug) = issue.slug.as_deref().filter(|_| number == 0) {
            out.number(count(slug.len()));
            slug.bytes().for_each(|letter| out.bits(letter.into(), 7));
        }
        out.number(issue.series);
        out.number(issue.units);
        (day, expected) = (day_of(issue), number.saturating_sub(1));
    }
    out.finish()
}

/// The day of the newest issue.
pub fn newest(corpus: &Corpus) -> i32 {
    corpus.issues.first().map_or(0, day_of)
}

/// Days since 1970-01-01.
fn day_of(issue: &IssueRow) -> i32 {
    let date: Option<Date> = issue.date.parse().ok();
    date.and_then(|date| date.since(jiff::civil::date(1970, 1, 1)).ok()).map_or(0, |span| span.get_days())
}
