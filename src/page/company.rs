//! One company: facts and every sentence that names it, newest first; and one year of it, when the
//! whole record is too large for a page.

use super::record::{self, Detail, Facts, Line, Period, YearLink};
use super::{Body, EntityLink, Frame, Here, IssueLink, Tab, View, form, quote};
use crate::model::{Archive, Declared, EntityKind, Issue, Mention, Role, Section};
use crate::url;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// From this many entries on all years but the newest are folded.
const FOLDED: usize = 30;
/// Room for entries on a company's page; the rest of [`record::LARGEST`] is for its facts.
const ROOM: usize = record::LARGEST - 20_000;

#[derive(Serialize)]
pub(crate) struct Company<'a> {
    name: String,
    facts: Facts<'a>,
    /// Townships whose sections name it, in list order.
    townships: Vec<EntityLink<'a>>,
    /// All years that have entries; the older ones may lead to pages of their own.
    years: Vec<YearLink>,
    record: Vec<Period<Item<'a>>>,
    folded: bool,
    /// Years on pages of their own.
    older: Vec<YearLink>,
}

#[derive(Serialize)]
pub(crate) struct CompanyYear<'a> {
    name: String,
    /// `2022年`
    year: String,
    /// Its own page.
    url: String,
    record: Vec<Period<Item<'a>>>,
}

/// What an issue says of the company.
#[derive(Serialize)]
struct Item<'a> {
    issue: IssueLink<'a>,
    /// Whose entry it is, when not the page's own.
    of: Option<EntityLink<'a>>,
    sections: Vec<Part<'a>>,
    /// As front matter names it, when the text does not.
    declared: Option<String>,
}

/// A section that names it.
#[derive(Serialize)]
struct Part<'a> {
    url: String,
    heading: &'a str,
    townships: Vec<EntityLink<'a>>,
    quotes: Vec<Quote>,
}

/// A sentence that names it.
#[derive(Serialize)]
struct Quote {
    /// As HTML.
    html: String,
    /// Only as the owner of a project.
    project: bool,
    /// By a name that it did not bear then.
    outdated: bool,
}

pub(super) fn view<'a>(here: &Here<'a>, index: usize, own_pages: &BTreeSet<i16>) -> View<'a> {
    let archive = here.archive;
    let entity = &archive.entities[index];
    let lines = record::lines(archive, index);
    let on_page: Vec<_> = lines
        .iter()
        .copied()
        .filter(|line| !own_pages.contains(&archive.issues[line.entry.issue].year))
        .collect();
    let years = || {
        let link = |year| match own_pages.contains(&year) {
            true => here.to(&url::company_year(&entity.id, year)),
            false => format!("#{year}"),
        };
        record::years(archive, &lines, link)
    };
    let page = record::fit(|detail| Company {
        name: entity.name.clone(),
        facts: Facts::of(here, entity),
        townships: townships(here, &lines),
        years: years(),
        record: items(here, index, &on_page, detail),
        folded: on_page.len() >= FOLDED,
        older: years().into_iter().filter(|link| own_pages.contains(&link.year)).collect(),
    });
    View {
        frame: Frame::new(here, &entity.name, Some(Tab::Companies)).about(entity),
        body: Body::Company(page),
    }
}

pub(super) fn year_view<'a>(here: &Here<'a>, index: usize, year: i16) -> View<'a> {
    let archive = here.archive;
    let entity = &archive.entities[index];
    let mut lines = record::lines(archive, index);
    lines.retain(|line| archive.issues[line.entry.issue].year == year);
    let page = record::fit(|detail| CompanyYear {
        name: entity.name.clone(),
        year: form::year(year),
        url: here.entity(index).url,
        record: items(here, index, &lines, detail),
    });
    let title = format!("{} {}", entity.name, form::year(year));
    View { frame: Frame::new(here, title, Some(Tab::Companies)).about(entity), body: Body::CompanyYear(page) }
}

/// How large companies' records are, known without making them.
pub(super) struct Sizes<'a> {
    archive: &'a Archive,
    /// Most bytes of an issue's title.
    title: usize,
    /// Most bytes of what stands around a section's sentences.
    section: usize,
}

impl<'a> Sizes<'a> {
    /// Looks at the archive's longest titles and headings.
    pub(super) fn new(archive: &'a Archive) -> Self {
        let sections = archive.issues.iter().flat_map(|issue| &issue.sections);
        Self {
            archive,
            title: archive.issues.iter().map(|issue| issue.title.len()).max().unwrap_or_default(),
            section: sections.map(around_section).max().unwrap_or_default(),
        }
    }

    /// The years that stand on pages of their own: none when the whole record fits on one page, else
    /// all years older than those that fit.
    pub(super) fn year_pages(&self, index: usize) -> BTreeSet<i16> {
        let lines = record::lines(self.archive, index);
        // Of nearly all companies this tells enough, and it looks at no issue.
        if lines.iter().map(|line| self.most(*line)).sum::<usize>() <= ROOM {
            return BTreeSet::new();
        }
        let mut sizes: BTreeMap<i16, usize> = BTreeMap::new();
        for line in lines {
            let issue = &self.archive.issues[line.entry.issue];
            *sizes.entry(issue.year).or_default() += estimated_html(issue, line);
        }
        let mut size = 0;
        let newest = sizes.keys().next_back().copied();
        sizes
            .iter()
            .rev()
            .filter(|(year, bytes)| {
                size += **bytes;
                size > ROOM && Some(**year) != newest
            })
            .map(|(year, _)| *year)
            .collect()
    }

    /// No entry with so many mentions is larger.
    fn most(&self, line: Line<'_>) -> usize {
        ISSUE + self.title + line.entry.mentions.len() * (QUOTED + SENTENCE + self.section)
    }
}

const ISSUE: usize = 80 + 6 * record::AROUND;
const SECTION: usize = 50 + 2 * record::AROUND;
const TOWNSHIP: usize = 60 + 2 * record::AROUND;
const SENTENCE: usize = 3 * record::AROUND;
const QUOTED: usize = 650;

/// Bytes of an entry as HTML, roughly and as [`record::fit`] counts: known without making it.
fn estimated_html(issue: &Issue, line: Line<'_>) -> usize {
    let mut size = ISSUE + issue.title.len();
    let mut sections: Vec<usize> = Vec::new();
    let mut sentence = None;
    for mention in line.entry.mentions.iter().map(|&m| &issue.mentions[m]) {
        if sentence.replace((mention.block, mention.sentence.start))
            != Some((mention.block, mention.sentence.start))
        {
            size += mention.sentence.len().min(QUOTED) + SENTENCE;
        }
        let place = issue.section_of[mention.block];
        if !sections.contains(&place) {
            size += around_section(&issue.sections[place]);
            sections.push(place);
        }
    }
    size
}

fn around_section(section: &Section) -> usize {
    SECTION + section.heading.len() + section.townships.len() * TOWNSHIP
}

/// Townships whose sections name the company, in list order.
fn townships<'a>(here: &Here<'a>, lines: &[Line<'a>]) -> Vec<EntityLink<'a>> {
    let mut met = BTreeSet::new();
    for line in lines {
        let issue = &here.archive.issues[line.entry.issue];
        for &mention in &line.entry.mentions {
            let section = issue.section_of[issue.mentions[mention].block];
            met.extend(&issue.sections[section].townships);
        }
    }
    here.entities(EntityKind::Township, met)
}

fn items<'a>(here: &Here<'a>, index: usize, lines: &[Line<'a>], detail: Detail) -> Vec<Period<Item<'a>>> {
    let items = lines.iter().map(|line| (line.entry.issue, item(here, index, *line, detail))).collect();
    record::by_year(here.archive, items)
}

fn item<'a>(here: &Here<'a>, index: usize, line: Line<'a>, detail: Detail) -> Item<'a> {
    let issue = &here.archive.issues[line.entry.issue];
    let declared = |declared: &&Declared| declared.entity == line.entity;
    Item {
        issue: here.issue(line.entry.issue),
        of: record::predecessor(here, index, line),
        sections: if detail == Detail::Issues { Vec::new() } else { sections(here, line, detail) },
        declared: issue.declared.iter().find(declared).map(|declared| declared.written.clone()),
    }
}

fn sections<'a>(here: &Here<'a>, line: Line<'a>, detail: Detail) -> Vec<Part<'a>> {
    let issue = &here.archive.issues[line.entry.issue];
    let mut list: BTreeMap<usize, Part> = BTreeMap::new();
    for group in quote::by_sentence(line.entry.mentions.iter().map(|&m| &issue.mentions[m])) {
        let place = issue.section_of[group[0].block];
        let section = &issue.sections[place];
        let part = list.entry(place).or_insert_with(|| Part {
            url: record::section_url(here, line.entry.issue, place),
            heading: &section.heading,
            townships: here.entities(EntityKind::Township, section.townships.iter().copied()),
            quotes: Vec::new(),
        });
        if detail <= Detail::Quote {
            part.quotes.push(quote(issue, &group));
        }
    }
    list.into_values().collect()
}

fn quote(issue: &Issue, group: &[&Mention]) -> Quote {
    Quote {
        html: quote::html(&quote::sentence(issue, group)),
        project: group.iter().all(|mention| mention.role == Role::Project),
        outdated: group.iter().any(|mention| mention.outdated),
    }
}
