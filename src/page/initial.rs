//! Companies whose reading begins with a letter, by reading. A letter with too many of them is cut
//! by the letters that follow; its own page then leads to the parts.
//!
//! Parts are the nodes of a tree of prefixes: `h` → `ha`, `he`, `hu`; `he` → `hea`, `hena`. Where a
//! cut falls depends on the readings alone, never on how many stand before it, so a new company
//! rewrites its own part and the letter's page. What no letter can cut any more (equal readings, or
//! no letters at all) stands on one page, names only.

use super::record::{self, Detail};
use super::{Body, EntityLink, Frame, Here, Tab, View, form};
use crate::model::{Archive, Entity, NameKind};
use crate::url;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// Most companies with all their facts on one page.
pub(super) const MOST: usize = 500;
/// Longest prefix in an address.
const LONGEST: usize = 40;
/// Prefix of readings without letters or digits.
const NO_LETTER: &str = "_";

#[derive(Serialize)]
pub(crate) struct Initial<'a> {
    /// The letter or prefix in capitals; empty for "other".
    letter: String,
    /// The companies' index.
    companies: String,
    /// The whole letter, on a part's page.
    whole: Option<String>,
    rows: Vec<Row<'a>>,
    /// Names only, when even a part has too many.
    names: Vec<EntityLink<'a>>,
    /// Parts, on the page of a letter that is cut.
    parts: Vec<PartLink>,
}

#[derive(Serialize)]
struct Row<'a> {
    url: String,
    name: &'a str,
    /// Short and former names.
    short: Vec<String>,
    former: Vec<String>,
    /// Date of the last issue that names it.
    date: String,
    iso: String,
    /// Issues that name it.
    issues: usize,
}

#[derive(Serialize)]
struct PartLink {
    url: String,
    letter: String,
    first: String,
    last: String,
    companies: usize,
}

/// A part of a letter's companies.
pub(super) struct Part {
    /// What the readings begin with.
    pub(super) prefix: String,
    /// Its companies, in the letter's order.
    pub(super) companies: Vec<usize>,
}

/// Order of companies in lists: reading, name, id.
pub(super) fn sort_key(entity: &Entity) -> (String, &str, &str) {
    (reading(entity), &entity.name, &entity.id)
}

/// All letters of the reading.
fn reading(entity: &Entity) -> String {
    entity.pinyin.concat().to_lowercase()
}

/// Companies by letter, each list sorted; "other" comes last.
pub(super) fn letters(archive: &Archive) -> Vec<(Option<char>, Vec<usize>)> {
    let companies: Vec<usize> = archive.companies().map(|(index, _)| index).collect();
    let entity = |index: usize| &archive.entities[index];
    let mut read: Vec<_> = companies.into_par_iter().map(|index| (sort_key(entity(index)), index)).collect();
    read.par_sort_unstable();
    let mut letters: BTreeMap<(bool, Option<char>), Vec<usize>> = BTreeMap::new();
    for (_, index) in read {
        let letter = url::initial_of(&entity(index).pinyin);
        letters.entry((letter.is_none(), letter)).or_default().push(index);
    }
    letters.into_iter().map(|((_, letter), list)| (letter, list)).collect()
}

/// The companies of one letter, sorted.
fn of_letter(archive: &Archive, letter: Option<char>) -> Vec<usize> {
    let of_letter = archive.companies().filter(|(_, company)| url::initial_of(&company.pinyin) == letter);
    let mut list: Vec<usize> = of_letter.map(|(index, _)| index).collect();
    list.sort_by_cached_key(|&index| sort_key(&archive.entities[index]));
    list
}

/// The parts into which a letter is cut; none when it fits on one page or nothing cuts it.
pub(super) fn parts(archive: &Archive, companies: &[usize]) -> Vec<Part> {
    if companies.len() <= MOST {
        return Vec::new();
    }
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &company in companies {
        keys.entry(key(&archive.entities[company])).or_default().push(company);
    }
    let mut parts = Vec::new();
    cut(&keys.iter().map(|(key, list)| (key.as_str(), list.as_slice())).collect::<Vec<_>>(), 0, &mut parts);
    if parts.len() == 1 {
        parts.clear();
    }
    parts
}

/// What a company is cut by: the letters and digits of its reading.
fn key(entity: &Entity) -> String {
    reading(entity).chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect()
}

/// Cuts a run of sorted keys that agree in their first `agreed` characters.
fn cut(keys: &[(&str, &[usize])], agreed: usize, parts: &mut Vec<Part>) {
    let count: usize = keys.iter().map(|(_, list)| list.len()).sum();
    let Some(((first, list), last)) = keys.first().zip(keys.last()) else { return };
    if count <= MOST && agreed > 0 || keys.len() == 1 {
        let prefix = if keys.len() == 1 { first } else { &first[..agreed] };
        let prefix = if prefix.is_empty() { NO_LETTER } else { prefix };
        let companies = keys.iter().flat_map(|(_, list)| list.iter().copied()).collect();
        parts.push(Part { prefix: prefix.to_string(), companies });
        return;
    }
    // letters that all agree in are no cut
    let shared = first.bytes().zip(last.0.bytes()).take_while(|(a, b)| a == b).count();
    let mut rest = keys;
    if first.len() == shared {
        let prefix = if shared == 0 { NO_LETTER } else { first };
        parts.push(Part { prefix: prefix.to_string(), companies: list.to_vec() });
        rest = &keys[1..];
    }
    for run in rest.chunk_by(|(a, _), (b, _)| a.as_bytes()[shared] == b.as_bytes()[shared]) {
        cut(run, shared + 1, parts);
    }
}

pub(super) fn view<'a>(here: &Here<'a>, letter: Option<char>) -> View<'a> {
    let companies = of_letter(here.archive, letter);
    let parts = parts(here.archive, &companies);
    let shown = if parts.is_empty() { companies.as_slice() } else { &[] };
    let title = letter.map_or_else(String::new, String::from).to_uppercase();
    list(here, &title, shown, |page| Initial {
        parts: parts.iter().map(|part| part_link(here, letter, part)).collect(),
        ..page
    })
}

pub(super) fn part_view<'a>(
    here: &Here<'a>,
    letter: Option<char>,
    prefix: &str,
    companies: &[usize],
) -> View<'a> {
    let whole = || Some(here.to(&url::initial(letter)));
    list(here, &prefix.to_uppercase(), companies, |page| Initial { whole: whole(), ..page })
}

/// A page that lists companies, with what `complete` adds.
fn list<'a>(
    here: &Here<'a>,
    title: &str,
    companies: &[usize],
    complete: impl Fn(Initial<'a>) -> Initial<'a>,
) -> View<'a> {
    let page = record::fit(|detail| {
        let (full, names) = if detail < Detail::Issues { (companies, &[][..]) } else { (&[][..], companies) };
        complete(Initial {
            letter: title.to_string(),
            companies: here.to(&url::companies()),
            whole: None,
            rows: full.iter().map(|&index| row(here, index)).collect(),
            names: names.iter().map(|&index| here.entity(index)).collect(),
            parts: Vec::new(),
        })
    });
    View { frame: Frame::new(here, title, Some(Tab::Companies)), body: Body::Initial(page) }
}

fn row<'a>(here: &Here<'a>, index: usize) -> Row<'a> {
    let company = &here.archive.entities[index];
    let names = |kind| {
        let of_kind = company.names.iter().filter(move |name| name.kind == kind && name.text != company.name);
        of_kind.map(|name| name.text.clone()).collect()
    };
    let last = company.record.last().map(|entry| here.archive.issues[entry.issue].date);
    let EntityLink { url, name } = here.entity(index);
    Row {
        url,
        name,
        short: names(NameKind::Short),
        former: names(NameKind::Former),
        date: last.map(form::date).unwrap_or_default(),
        iso: last.map(form::iso).unwrap_or_default(),
        issues: company.record.len(),
    }
}

fn part_link(here: &Here, letter: Option<char>, part: &Part) -> PartLink {
    let prefix = part.prefix.as_str();
    let name =
        |index: Option<&usize>| index.map(|&i| here.archive.entities[i].name.clone()).unwrap_or_default();
    PartLink {
        url: here.to(&url::initial_part(letter, prefix)),
        letter: prefix.to_uppercase(),
        first: name(part.companies.first()),
        last: name(part.companies.last()),
        companies: part.companies.len(),
    }
}
