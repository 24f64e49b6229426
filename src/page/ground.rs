//! What does a page hang on? A checksum of all that its view may read: where that is as it was, the view is,
//! and need not be made to know it. Only the many pages have one; the few that count or list the whole record
//! are made each time.
//!
//! What is not listed here must not be read by a view of these pages. A debug build holds every page that is
//! taken for known against its view.

use super::{Subject, record, record_years};
use crate::model::{Archive, Entity, Issue, Target};
use crate::url;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::hash::Hash;
use xxhash_rust::xxh3::Xxh3;

/// The grounds of an archive's pages.
#[derive(Debug)]
pub struct Grounds<'a> {
    archive: &'a Archive,
    /// Settings, names and addresses: what any page may show.
    whole: u128,
    /// Each issue, and how the issues that it refers to are named.
    issues: Vec<u128>,
    /// The issues of each series and year.
    years: BTreeMap<(usize, i16), u128>,
    /// What lists say of the companies of each letter.
    letters: BTreeMap<Option<char>, u128>,
}

impl<'a> Grounds<'a> {
    /// Looks at the whole archive once.
    pub fn new(archive: &'a Archive) -> Self {
        let issues: Vec<u128> = archive.issues.par_iter().map(|issue| of_issue(archive, issue)).collect();
        let mut years: BTreeMap<(usize, i16), Vec<u128>> = BTreeMap::new();
        for (issue, ground) in archive.issues.iter().zip(&issues) {
            years.entry((issue.series, issue.year)).or_default().push(*ground);
        }
        let years = years.into_iter().map(|(year, grounds)| (year, checksum(&grounds))).collect();
        Self { archive, whole: of_whole(archive), issues, years, letters: of_letters(archive) }
    }

    /// The ground of one page.
    pub fn of(&self, subject: &Subject) -> Option<u128> {
        let archive = self.archive;
        Some(match subject {
            Subject::Issue(issue) => checksum(&(self.whole, self.issues[*issue])),
            Subject::Bound(series, year, volume) => {
                checksum(&(self.whole, volume.map(|v| (v.half, v.part)), self.years.get(&(*series, *year))))
            }
            Subject::Company(entity, years) => checksum(&(self.whole, years, self.record(*entity, None))),
            Subject::CompanyYear(entity, year) => checksum(&(self.whole, self.record(*entity, Some(*year)))),
            Subject::TownshipYear(entity, year) => {
                let years = record_years(archive, &archive.entities[*entity]);
                checksum(&(self.whole, years, self.record(*entity, Some(*year))))
            }
            Subject::Township(entity) => checksum(&(self.whole, self.record(*entity, None))),
            Subject::Matrix(year) => {
                // Who was named in earlier years has a row.
                let townships = archive.townships().map(|(_, township)| record_years(archive, township));
                checksum(&(self.whole, townships.collect::<Vec<_>>(), self.of_table(Some(*year))))
            }
            Subject::Initial(letter) => checksum(&(self.whole, self.letters.get(letter))),
            Subject::InitialPart(letter, prefix, companies) => {
                let rows: Vec<_> = companies.iter().map(|company| listed(archive, *company)).collect();
                checksum(&(self.whole, letter, prefix, rows))
            }
            _ => return None,
        })
    }

    /// The ground of a table of all issues, or of those of a year.
    pub fn of_table(&self, year: Option<i16>) -> u128 {
        let years = self.years.iter().filter(|((_, of), _)| year.is_none_or(|year| *of == year));
        checksum(&(self.whole, years.collect::<Vec<_>>()))
    }

    /// The record of an entity and of all that it took over, or a year of it.
    fn record(&self, entity: usize, year: Option<i16>) -> Vec<(usize, usize, u128)> {
        let lines = record::lines(self.archive, entity)
            .into_iter()
            .filter(|line| year.is_none_or(|year| self.archive.issues[line.entry.issue].year == year));
        lines.map(|line| (line.entity, line.entry.issue, self.issues[line.entry.issue])).collect()
    }
}

fn of_whole(archive: &Archive) -> u128 {
    let entities: Vec<u128> = archive.entities.par_iter().map(|entity| checksum(&facts(entity))).collect();
    let pages: Vec<&str> = archive.pages.iter().map(|page| page.slug.as_str()).collect();
    // Settings have no other form that shows them all.
    checksum(&(format!("{:?}", archive.config), entities, pages))
}

/// All of an entity but its record: of that only whether there is one.
fn facts(entity: &Entity) -> impl Hash {
    let Entity { kind, id, name, names, registered, label, pinyin, .. } = entity;
    let Entity { since, until, merged_into, merged_from, note, .. } = entity;
    let named = (kind, id, name, names, registered, label, pinyin);
    (named, since, until, merged_into, merged_from, note, entity.is_public())
}

fn of_letters(archive: &Archive) -> BTreeMap<Option<char>, u128> {
    let mut letters: BTreeMap<Option<char>, Vec<_>> = BTreeMap::new();
    for (index, company) in archive.companies() {
        let letter = url::initial_of(&company.pinyin);
        letters.entry(letter).or_default().push(listed(archive, index));
    }
    letters.into_iter().map(|(letter, rows)| (letter, checksum(&rows))).collect()
}

/// What a list says of an entity besides its names: how many issues name it, and the last one's date.
fn listed(archive: &Archive, entity: usize) -> (usize, usize, Option<jiff::civil::Date>) {
    let record = &archive.entities[entity].record;
    (entity, record.len(), record.last().map(|entry| archive.issues[entry.issue].date))
}

fn of_issue(archive: &Archive, issue: &Issue) -> u128 {
    let lists = [&issue.corrects, &issue.corrected_by, &issue.replaces, &issue.replaced_by];
    let linked = issue.links.values().filter_map(|link| match link.target {
        Target::Issue(other) => Some(other),
        Target::Entity(_) | Target::Page(_) => None,
    });
    let others = lists.into_iter().flatten().copied().chain(issue.previous).chain(issue.next).chain(linked);
    let named = |other: usize| {
        let Issue { id, series, year, number, slug, date, title, .. } = &archive.issues[other];
        (id, series, year, number, slug, date, title)
    };
    checksum(&(issue, others.map(named).collect::<Vec<_>>()))
}

fn checksum(of: &impl Hash) -> u128 {
    let mut hasher = Xxh3::new();
    of.hash(&mut hasher);
    hasher.digest128()
}
