//! One township: facts, all its years, its newest entries; and one year of it.

use super::record::{self, Detail, Facts, Line, Named, Year, YearLink};
use super::{Body, EntityLink, Frame, Here, IssueLink, Tab, View, form, quote, record_years};
use crate::model::{EntityKind, Form, Mention, Role};
use crate::url;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Entries on a township's own page; the others stand on its years' pages.
const NEWEST: usize = 60;

#[derive(Serialize)]
pub(crate) struct Township<'a> {
    name: String,
    facts: Facts<'a>,
    years: Vec<YearLink>,
    /// Years of what it took over.
    others: Vec<Other>,
    record: Vec<Year<Item<'a>>>,
    /// Whether the record goes on on the years' pages.
    more: bool,
}

#[derive(Serialize)]
pub(crate) struct TownshipYear<'a> {
    name: String,
    /// `2022年`
    year: String,
    /// Its own page.
    url: String,
    /// The years beside it, without counts: a year's page does not change with the others.
    earlier: Option<Neighbour>,
    later: Option<Neighbour>,
    record: Vec<Year<Item<'a>>>,
}

/// A year of the same record.
#[derive(Serialize)]
struct Neighbour {
    label: String,
    url: String,
}

/// The years of a township that was taken over.
#[derive(Serialize)]
struct Other {
    township: Named,
    years: Vec<YearLink>,
}

/// What an issue says of the township.
#[derive(Serialize)]
struct Item<'a> {
    issue: IssueLink<'a>,
    /// Whose entry it is, when not the page's own.
    of: Option<EntityLink<'a>>,
    sections: Vec<Own<'a>>,
    elsewhere: Vec<Elsewhere<'a>>,
    declared: bool,
}

/// A section that belongs to it.
#[derive(Serialize)]
struct Own<'a> {
    url: String,
    heading: &'a str,
    /// As HTML.
    quotes: Vec<String>,
    companies: Vec<Met<'a>>,
}

/// A company named in a section.
#[derive(Serialize)]
struct Met<'a> {
    url: String,
    name: &'a str,
    /// Only as the owner of a project.
    project: bool,
}

/// A section not its own that names it.
#[derive(Serialize)]
struct Elsewhere<'a> {
    url: String,
    heading: &'a str,
    /// As HTML.
    quotes: Vec<String>,
}

pub(super) fn view<'a>(here: &Here<'a>, index: usize) -> View<'a> {
    let archive = here.archive;
    let entity = &archive.entities[index];
    let lines = record::lines(archive, index);
    let newest = &lines[..lines.len().min(NEWEST)];
    let page = record::fit(|detail| Township {
        name: entity.name.clone(),
        facts: Facts::of(here, entity),
        years: years(here, index),
        others: record::family(archive, index)[1..]
            .iter()
            .filter(|&&other| archive.entities[other].is_public())
            .map(|&other| Other { township: Named::of(here, other), years: years(here, other) })
            .collect(),
        record: items(here, index, newest, detail),
        more: lines.len() > NEWEST,
    });
    View {
        frame: Frame::new(here, &entity.name, Some(Tab::Townships)).about(entity),
        body: Body::Township(page),
    }
}

pub(super) fn year_view<'a>(here: &Here<'a>, index: usize, year: i16) -> View<'a> {
    let archive = here.archive;
    let entity = &archive.entities[index];
    let mut lines = record::lines(archive, index);
    lines.retain(|line| archive.issues[line.entry.issue].year == year);
    let years = record_years(archive, entity);
    let neighbour =
        |year| Neighbour { label: form::year(year), url: here.to(&url::township_year(&entity.id, year)) };
    let page = record::fit(|detail| TownshipYear {
        name: entity.name.clone(),
        year: form::year(year),
        url: here.entity(index).url,
        earlier: years.iter().copied().filter(|other| *other < year).max().map(neighbour),
        later: years.iter().copied().filter(|other| *other > year).min().map(neighbour),
        record: items(here, index, &lines, detail),
    });
    let title = format!("{} {}", entity.name, form::year(year));
    View {
        frame: Frame::new(here, title, Some(Tab::Townships)).about(entity),
        body: Body::TownshipYear(page),
    }
}

fn years(here: &Here, index: usize) -> Vec<YearLink> {
    let id = &here.archive.entities[index].id;
    let lines = record::own_lines(here.archive, index);
    record::years(here.archive, &lines, |year| here.to(&url::township_year(id, year)))
}

fn items<'a>(here: &Here<'a>, index: usize, lines: &[Line<'a>], detail: Detail) -> Vec<Year<Item<'a>>> {
    let items = lines.iter().map(|line| (line.entry.issue, item(here, index, *line, detail))).collect();
    record::by_half(here.archive, items)
}

fn item<'a>(here: &Here<'a>, index: usize, line: Line<'a>, detail: Detail) -> Item<'a> {
    let (mut sections, mut elsewhere) = (Vec::new(), Vec::new());
    if detail < Detail::Issues {
        sections = own_sections(here, line, detail);
        elsewhere = others_sections(here, line, detail);
    }
    Item {
        issue: here.issue(line.entry.issue),
        of: record::predecessor(here, index, line),
        sections,
        elsewhere,
        declared: line.entry.declared,
    }
}

/// The sections that belong to the township. Those that say nothing of their own (an outline's upper
/// sections) are left out, unless none says anything.
fn own_sections<'a>(here: &Here<'a>, line: Line<'a>, detail: Detail) -> Vec<Own<'a>> {
    let issue = &here.archive.issues[line.entry.issue];
    let mut companies: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    for mention in &issue.mentions {
        let place = issue.section_of[mention.block];
        if line.entry.sections.contains(&place)
            && record::is(here.archive, mention.entity, EntityKind::Company)
        {
            companies.entry(place).or_default().push(mention);
        }
    }
    let mut list: Vec<(bool, Own)> = Vec::new();
    for &place in &line.entry.sections {
        let section = &issue.sections[place];
        let mentions = companies.remove(&place).unwrap_or_default();
        let in_text = mentions.iter().copied().filter(|m| !quote::in_heading(section, m));
        let sentences = quote::by_sentence(in_text);
        let beginning = sentences.is_empty().then(|| quote::beginning(issue, section));
        let beginning = beginning.filter(|beginning| !beginning.is_empty());
        let says_something = !mentions.is_empty() || beginning.is_some();
        // a row is quoted whole
        let most = if section.form == Form::Row { 1 } else { usize::MAX }.min(detail.sentences());
        let quotes = sentences.iter().map(|group| quote::sentence(issue, group)).chain(beginning);
        let quotes = quotes.take(most).map(|pieces| quote::html(&pieces)).collect();
        let own = Own {
            url: record::section_url(here, line.entry.issue, place),
            heading: &section.heading,
            quotes,
            companies: met(here, &mentions),
        };
        list.push((says_something, own));
    }
    if list.iter().any(|(says_something, _)| *says_something) {
        list.retain(|(says_something, _)| *says_something);
    }
    list.into_iter().map(|(_, own)| own).collect()
}

fn met<'a>(here: &Here<'a>, mentions: &[&Mention]) -> Vec<Met<'a>> {
    let mut seen = BTreeSet::new();
    mentions
        .iter()
        .filter(|mention| seen.insert(mention.entity))
        .map(|mention| {
            let EntityLink { url, name } = here.entity(mention.entity);
            let mut all = mentions.iter().filter(|other| other.entity == mention.entity);
            Met { url, name, project: all.all(|other| other.role == Role::Project) }
        })
        .collect()
}

/// The sections not its own that name the township.
fn others_sections<'a>(here: &Here<'a>, line: Line<'a>, detail: Detail) -> Vec<Elsewhere<'a>> {
    let issue = &here.archive.issues[line.entry.issue];
    let mentions = line.entry.mentions.iter().map(|&m| &issue.mentions[m]);
    let mut list: Vec<(usize, Elsewhere)> = Vec::new();
    for group in quote::by_sentence(mentions.filter(|m| m.role == Role::Elsewhere)) {
        let place = issue.section_of[group[0].block];
        if list.last().is_none_or(|(last, _)| *last != place) {
            let url = record::section_url(here, line.entry.issue, place);
            list.push((
                place,
                Elsewhere { url, heading: &issue.sections[place].heading, quotes: Vec::new() },
            ));
        }
        if let Some((_, elsewhere)) = list.last_mut()
            && elsewhere.quotes.len() < detail.sentences()
        {
            elsewhere.quotes.push(quote::html(&quote::sentence(issue, &group)));
        }
    }
    list.into_iter().map(|(_, elsewhere)| elsewhere).collect()
}
