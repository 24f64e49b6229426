//! What the pages of townships and companies share: facts, notes, and the record by year and half.

use super::{EntityLink, Here, IssueLink, form, half};
use crate::model::{Archive, Entity, EntityKind, Entry, NameKind};
use crate::url;
use jiff::civil::Date;
use serde::Serialize;
pub(super) use size::AROUND;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most bytes of a page's text as [`size::estimated_html`] counts them; what stands around it comes on top
/// and the page stays under 300 KB.
pub(super) const LARGEST: usize = 265_000;

// --- Facts ---

/// The line of facts above a record.
#[derive(Serialize)]
pub(super) struct Facts<'a> {
    /// 乡, 镇 or 街道 (townships).
    kind: Option<String>,
    /// Where it is from (companies).
    region: Option<String>,
    /// Names beside the full one.
    names: Vec<NameFact>,
    /// First and last issue that names it.
    first: Option<IssueLink<'a>>,
    last: Option<IssueLink<'a>>,
    /// How many issues name it.
    issues: usize,
    /// How many sentences name it.
    mentions: usize,
    /// Last day of its life.
    until: Option<String>,
    /// What took it over.
    merged_into: Option<Named>,
    /// What it took over.
    merged_from: Vec<Named>,
    /// The register's note.
    note: Option<String>,
}

/// A name with its years.
#[derive(Serialize)]
struct NameFact {
    text: String,
    /// `short` or `former`.
    kind: &'static str,
    since: Option<String>,
    until: Option<String>,
}

/// An entity that may have no page.
#[derive(Serialize)]
pub(super) struct Named {
    name: String,
    url: Option<String>,
    until: Option<String>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(here: &Here<'a>, entity: &Entity) -> Self {
        let issue = |entry: Option<&Entry>| entry.map(|entry| here.issue(entry.issue));
        let label = |kind| entity.label.clone().filter(|_| entity.kind == kind);
        Self {
            kind: label(EntityKind::Township),
            region: label(EntityKind::Company),
            names: names(entity),
            first: issue(entity.record.first()),
            last: issue(entity.record.last()),
            issues: entity.record.len(),
            mentions: entity
                .record
                .iter()
                .map(|entry| here.archive.issues[entry.issue].sentences(&entry.mentions))
                .sum(),
            until: entity.until.map(last_day),
            merged_into: entity.merged_into.map(|other| Named::of(here, other)),
            merged_from: entity.merged_from.iter().map(|&other| Named::of(here, other)).collect(),
            note: entity.note.clone(),
        }
    }
}

impl Named {
    pub(super) fn of(here: &Here, index: usize) -> Self {
        let entity = &here.archive.entities[index];
        Self {
            name: entity.name.clone(),
            url: entity.is_public().then(|| here.entity(index).url),
            until: entity.until.map(last_day),
        }
    }
}

fn names(entity: &Entity) -> Vec<NameFact> {
    entity
        .names
        .iter()
        .filter(|name| name.kind != NameKind::Full && name.text != entity.name)
        .map(|name| NameFact {
            text: name.text.clone(),
            kind: if name.kind == NameKind::Short { "short" } else { "former" },
            since: name.since.map(first_day),
            until: name.until.map(last_day),
        })
        .collect()
}

/// A day on which something begins; a year when it begins with the year.
fn first_day(date: Date) -> String {
    if date.day_of_year() == 1 { form::year(date.year()) } else { form::date(date) }
}

/// A day on which something ends; a year when it ends with the year.
pub(super) fn last_day(date: Date) -> String {
    if (date.month(), date.day()) == (12, 31) { form::year(date.year()) } else { form::date(date) }
}

// --- The record ---

/// An entry of a record shown on a page.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Whose entry it is: the page's own entity or one that it took over.
    pub(super) entity: usize,
    /// The entry.
    pub(super) entry: &'a Entry,
}

/// An entity's entries and those of all it took over, newest first.
pub(super) fn lines(archive: &Archive, entity: usize) -> Vec<Line<'_>> {
    let mut lines: Vec<_> =
        family(archive, entity).into_iter().flat_map(|entity| own_lines(archive, entity)).collect();
    lines.sort_by_key(|line| (Reverse(line.entry.issue), line.entity != entity, line.entity));
    lines
}

/// An entity's own entries.
pub(super) fn own_lines(archive: &Archive, entity: usize) -> Vec<Line<'_>> {
    archive.entities[entity].record.iter().map(|entry| Line { entity, entry }).collect()
}

/// An entity and all that it took over, itself first.
pub(super) fn family(archive: &Archive, entity: usize) -> Vec<usize> {
    let mut family = vec![entity];
    let mut next = 0;
    while let Some(&member) = family.get(next) {
        for &other in &archive.entities[member].merged_from {
            if !family.contains(&other) {
                family.push(other);
            }
        }
        next += 1;
    }
    family
}

/// The predecessor whose entry a line is; `None` for the page's own.
pub(super) fn predecessor<'a>(here: &Here<'a>, entity: usize, line: Line<'a>) -> Option<EntityLink<'a>> {
    (line.entity != entity).then(|| here.entity(line.entity))
}

/// A part of a record: a year or a half.
#[derive(Serialize)]
pub(super) struct Period<T> {
    /// Fragment.
    anchor: String,
    /// `2022年`
    year: String,
    /// 1 or 2; none for a whole year.
    half: Option<u8>,
    /// Issues in it.
    issues: usize,
    /// Newest first.
    entries: Vec<T>,
}

/// A year with its halves.
#[derive(Serialize)]
pub(super) struct Year<T> {
    /// `2022年`
    year: String,
    halves: Vec<Period<T>>,
}

/// Entries by year and half, newest first; `entries` come newest first.
pub(super) fn by_half<T>(archive: &Archive, entries: Vec<(usize, T)>) -> Vec<Year<T>> {
    let halves = |year, list| {
        let halves = newest_first(list, |issue| half(&archive.issues[issue])).into_iter();
        halves.map(|(half, list)| period(url::half(year, half), year, Some(half), list)).collect()
    };
    newest_first(entries, |issue| archive.issues[issue].year)
        .into_iter()
        .map(|(year, list)| Year { year: form::year(year), halves: halves(year, list) })
        .collect()
}

/// Entries by year, newest first; `entries` come newest first.
pub(super) fn by_year<T>(archive: &Archive, entries: Vec<(usize, T)>) -> Vec<Period<T>> {
    newest_first(entries, |issue| archive.issues[issue].year)
        .into_iter()
        .map(|(year, list)| period(year.to_string(), year, None, list))
        .collect()
}

/// Entries (issue and value) in groups, the greatest key first; in a group their order stays.
fn newest_first<K: Ord, T>(entries: Vec<(usize, T)>, key: impl Fn(usize) -> K) -> Vec<(K, Vec<(usize, T)>)> {
    let mut groups: BTreeMap<K, Vec<(usize, T)>> = BTreeMap::new();
    for (issue, value) in entries {
        groups.entry(key(issue)).or_default().push((issue, value));
    }
    groups.into_iter().rev().collect()
}

fn period<T>(anchor: String, year: i16, half: Option<u8>, entries: Vec<(usize, T)>) -> Period<T> {
    let issues: BTreeSet<_> = entries.iter().map(|(issue, _)| *issue).collect();
    Period {
        anchor,
        year: form::year(year),
        half,
        issues: issues.len(),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
    }
}

/// A year of a record as a link.
#[derive(Serialize)]
pub(super) struct YearLink {
    #[serde(skip)]
    pub(super) year: i16,
    /// `2022`, the fragment of the year.
    pub(super) anchor: String,
    /// `2022年`
    pub(super) label: String,
    pub(super) url: String,
    /// Issues of that year that name the entity.
    pub(super) issues: usize,
    /// 1 to 5, by `issues`.
    pub(super) tint: u8,
}

/// The years of these lines, newest first.
pub(super) fn years(archive: &Archive, lines: &[Line<'_>], url: impl Fn(i16) -> String) -> Vec<YearLink> {
    let mut years: BTreeMap<i16, BTreeSet<usize>> = BTreeMap::new();
    for line in lines {
        years.entry(archive.issues[line.entry.issue].year).or_default().insert(line.entry.issue);
    }
    let steps = steps(years.values().map(BTreeSet::len));
    let link = |(year, issues): (i16, BTreeSet<usize>)| YearLink {
        year,
        anchor: year.to_string(),
        label: form::year(year),
        url: url(year),
        issues: issues.len(),
        tint: tint(issues.len(), steps),
    };
    years.into_iter().rev().map(link).collect()
}

/// The tint of a count, 1 to 5; 0 for none.
pub(super) fn tint(count: usize, steps: [usize; 4]) -> u8 {
    u8::from(count > 0) + steps.iter().map(|&least| u8::from(count >= least)).sum::<u8>()
}

/// The least count of each tint after the first, so that about a fifth of a table's counts has each
/// tint: a table of hundreds says as much as one of ones and twos. It stands on the table's own
/// counts alone.
pub(super) fn steps(counts: impl Iterator<Item = usize>) -> [usize; 4] {
    let mut counts: Vec<usize> = counts.filter(|&count| count > 0).collect();
    counts.sort_unstable();
    let mut least = 1;
    [1, 2, 3, 4].map(|fifth| {
        let count = counts.get(counts.len() * fifth / 5).copied().unwrap_or_default();
        least = count.max(least + 1);
        least
    })
}

/// The address of a section, from the page being made.
pub(super) fn section_url(here: &Here, issue: usize, section: usize) -> String {
    let anchor = &here.archive.issues[issue].sections[section].anchor;
    here.to(&format!("{}#{anchor}", here.issue_path(issue)))
}

/// Whether an entity is of a kind.
pub(super) fn is(archive: &Archive, entity: usize, kind: EntityKind) -> bool {
    archive.entities[entity].kind == kind
}

// --- Size ---

/// How much a page tells of each entry. A page takes the fullest that keeps it small; what it leaves
/// out stands in the issues that it links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// Sections, names and quoted sentences.
    Quotes,
    /// The same with one sentence a section.
    Quote,
    /// Sections and names.
    Names,
    /// Issues.
    Issues,
}

impl Detail {
    /// Most sentences quoted of a section; a company's record has one item a sentence and takes all.
    pub(super) fn sentences(self) -> usize {
        match self {
            Self::Quotes => 3,
            Self::Quote => 1,
            Self::Names | Self::Issues => 0,
        }
    }
}

/// The fullest of the pages that `make` makes that is small enough.
pub(super) fn fit<T: Serialize>(make: impl Fn(Detail) -> T) -> T {
    for detail in [Detail::Quotes, Detail::Quote, Detail::Names] {
        let page = make(detail);
        if size::estimated_html(&page) <= LARGEST {
            return page;
        }
    }
    make(Detail::Issues)
}

mod size;
#[cfg(test)]
mod tests;
