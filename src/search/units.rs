//! What can be searched? A unit is a section of a public issue, with its blocks of text.
//!
//! [`Corpus`] holds everything about the units but their text: it is small and can be kept between
//! builds. [`Texts`] borrows the text from the archive.
//!
//! Units are numbered by their *place*: the order of results that are otherwise equal. Place 0 is the
//! opening of the newest issue; among issues of one day the smaller id comes first; sections follow
//! each other as in their issue.

use crate::fold::{fold, fold_char};
use crate::model::{Archive, Entity, EntityKind, Form, Issue, Section};
use crate::{page, pinyin};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// All units of an archive, without their text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Hash)]
pub struct Corpus {
    /// Issues in the order of places: newest first.
    pub issues: Vec<IssueRow>,
    /// Units by place.
    pub units: Vec<UnitRow>,
    /// Public townships in list order, then public companies by id. An *entity number* is an index
    /// into this list.
    pub entities: Vec<EntityRow>,
    /// How many of the entities are townships.
    pub townships: u32,
    /// Series in the order of site.toml.
    pub series: Vec<SeriesRow>,
    /// Groups of words that mean the same, folded.
    pub synonyms: Vec<Vec<String>>,
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Hash)]
pub struct IssueRow {
    /// Id.
    pub id: String,
    /// `2022-09-09`.
    pub date: String,
    /// Title.
    pub title: String,
    /// Index into [`Corpus::series`].
    pub series: u32,
    /// Year of the number.
    pub year: i16,
    /// Number, else there is a slug.
    pub number: Option<u32>,
    /// Slug.
    pub slug: Option<String>,
    /// Place of its first unit.
    pub first: u32,
    /// Its units.
    pub units: u32,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Hash)]
pub struct UnitRow {
    /// Index into [`Corpus::issues`].
    pub issue: u32,
    /// Address relative to the root of the site, with its fragment.
    pub url: String,
    /// Heading as shown; empty for an opening.
    pub heading: String,
    /// Numbers of the townships that it belongs to, as shown.
    pub townships: Vec<u32>,
    /// Numbers of the companies that its own text names, as they are first named.
    pub companies: Vec<u32>,
    /// Numbers of all entities that it is about or names, ascending.
    pub about: Vec<u32>,
}

/// A township or company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Hash)]
pub struct EntityRow {
    /// Whether it is a company.
    pub company: bool,
    /// Id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Address relative to the root of the site.
    pub url: String,
    /// All names, folded, each once.
    pub names: Vec<String>,
    /// Joined readings of its names (`qinglanshidai`), each once.
    pub readings: Vec<String>,
    /// Initials of its names (`qlsd`), each once.
    pub initials: Vec<String>,
}

/// A series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Hash)]
pub struct SeriesRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether its issues' ids have no prefix.
    pub default: bool,
}

/// The text of a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitText {
    /// Its blocks in order; none is empty when folded.
    pub blocks: Vec<TextBlock>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextBlock {
    /// As shown.
    pub text: String,
    /// Whether it is the issue's title or a heading.
    pub heading: bool,
}

impl Corpus {
    /// The corpus of an archive.
    pub fn new(archive: &Archive) -> Self {
        let numbers = Numbers::new(archive);
        let mut order: Vec<usize> = (0..archive.issues.len()).collect();
        order.sort_by(|a, b| {
            let [a, b] = [a, b].map(|i| &archive.issues[*i]);
            Reverse(a.date).cmp(&Reverse(b.date)).then_with(|| a.id.cmp(&b.id))
        });
        let mut corpus = Self {
            entities: numbers.order.par_iter().map(|e| entity_row(&archive.entities[*e])).collect(),
            townships: count(archive.townships().count()),
            series: archive
                .config
                .series
                .iter()
                .map(|s| SeriesRow { id: s.id.clone(), name: s.name.clone(), default: s.default })
                .collect(),
            synonyms: synonyms(&archive.config.search.synonyms),
            ..Self::default()
        };
        for (row, index) in order.into_iter().enumerate() {
            let issue = &archive.issues[index];
            corpus.issues.push(issue_row(issue, corpus.units.len()));
            corpus.units.extend(unit_rows(archive, issue, count(row), &numbers));
        }
        corpus
    }

    /// The issue of a unit.
    pub fn issue_of(&self, place: u32) -> &IssueRow {
        &self.issues[self.units[place as usize].issue as usize]
    }

    /// Numbers of the entities of one kind that bear a name or have an id. The name is folded.
    pub fn named(&self, company: bool, name: &str) -> Vec<u32> {
        let range = match company {
            false => 0..self.townships as usize,
            true => self.townships as usize..self.entities.len(),
        };
        let fits = |row: &EntityRow| row.id == name || row.names.iter().any(|n| n == name);
        range.filter(|n| fits(&self.entities[*n])).map(count).collect()
    }
}

/// The texts of an archive's units by place, as shown. See [`blocks`].
#[derive(Debug, Clone)]
pub struct Texts<'a> {
    /// For each unit its blocks.
    pub units: Vec<Vec<ShownBlock<'a>>>,
}

/// A block of text that stands in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownBlock<'a> {
    /// As shown.
    pub text: &'a str,
    /// Whether it is the issue's title or a heading.
    pub heading: bool,
}

impl<'a> Texts<'a> {
    /// The texts of an archive, in the order of its [`Corpus`].
    pub fn new(archive: &'a Archive, corpus: &Corpus) -> Self {
        let ids: std::collections::HashMap<&str, &Issue> =
            archive.issues.iter().map(|issue| (issue.id.as_str(), issue)).collect();
        let units = corpus.issues.iter().flat_map(|row| {
            let issue = ids[row.id.as_str()];
            issue.sections.iter().map(move |section| blocks(issue, section))
        });
        Self { units: units.collect() }
    }
}

/// The blocks of a section that can be found: its own, and in the opening the topics. Blocks that show
/// nothing are left out.
pub fn blocks<'a>(issue: &'a Issue, section: &'a Section) -> Vec<ShownBlock<'a>> {
    let headed = matches!(section.form, Form::Opening | Form::Heading);
    let blocks = issue.texts(section).enumerate();
    let shown = blocks.map(|(n, text)| ShownBlock { text, heading: headed && n == 0 });
    shown.filter(|block| block.text.chars().any(is_seen)).collect()
}

/// Whether the fold of a text is not empty when the character stands in it.
fn is_seen(c: char) -> bool {
    !fold_char(c).trim().is_empty()
}

/// Entity numbers of the archive's public entities.
struct Numbers {
    /// Archive index → number.
    of: Vec<Option<u32>>,
    /// Number → archive index.
    order: Vec<usize>,
}

impl Numbers {
    fn new(archive: &Archive) -> Self {
        let order: Vec<usize> =
            archive.townships().chain(archive.companies()).map(|(index, _)| index).collect();
        let mut of = vec![None; archive.entities.len()];
        for (number, index) in order.iter().enumerate() {
            of[*index] = Some(count(number));
        }
        Self { of, order }
    }
}

fn issue_row(issue: &Issue, first: usize) -> IssueRow {
    IssueRow {
        id: issue.id.clone(),
        date: issue.date.to_string(),
        title: issue.title.clone(),
        series: count(issue.series),
        year: issue.year,
        number: issue.number,
        slug: issue.slug.clone(),
        first: count(first),
        units: count(issue.sections.len()),
    }
}

fn unit_rows(archive: &Archive, issue: &Issue, row: u32, numbers: &Numbers) -> Vec<UnitRow> {
    let path = page::issue_path(archive, issue);
    let mut rows: Vec<UnitRow> = issue
        .sections
        .iter()
        .map(|section| {
            let townships: Vec<u32> = section.townships.iter().filter_map(|t| numbers.of[*t]).collect();
            UnitRow {
                issue: row,
                url: format!("{path}#{}", section.anchor),
                heading: section.heading.clone(),
                about: townships.clone(),
                townships,
                companies: Vec::new(),
            }
        })
        .collect();
    for mention in &issue.mentions {
        let Some(number) = numbers.of[mention.entity] else { continue };
        let row = &mut rows[issue.section_of[mention.block]];
        row.about.push(number);
        if archive.entities[mention.entity].kind == EntityKind::Company && !row.companies.contains(&number) {
            row.companies.push(number);
        }
    }
    for row in &mut rows {
        row.about.sort_unstable();
        row.about.dedup();
    }
    rows
}

fn entity_row(entity: &Entity) -> EntityRow {
    let mut names = Vec::new();
    let mut readings = BTreeSet::new();
    let mut initials = BTreeSet::new();
    let mut read = |syllables: &[String]| {
        readings.insert(syllables.concat());
        initials.insert(pinyin::initials(syllables));
    };
    read(&entity.pinyin);
    for name in &entity.names {
        let folded = fold(&name.text);
        if !folded.is_empty() && !names.contains(&folded) {
            read(&pinyin::syllables(&name.text));
            names.push(folded);
        }
    }
    let latin = |set: BTreeSet<String>| set.into_iter().filter(|s| s.len() > 1).collect();
    EntityRow {
        company: entity.kind == EntityKind::Company,
        id: entity.id.clone(),
        name: entity.name.clone(),
        url: page::entity_path(entity),
        names,
        readings: latin(readings),
        initials: latin(initials),
    }
}

fn synonyms(groups: &[Vec<String>]) -> Vec<Vec<String>> {
    let fold_all =
        |group: &Vec<String>| group.iter().map(|word| fold(word)).filter(|w| !w.is_empty()).collect();
    groups.iter().map(fold_all).collect()
}

/// A count as the index keeps it.
///
/// # Panics
/// Beyond 4 billion, which no archive within the limits reaches.
pub fn count(n: usize) -> u32 {
    u32::try_from(n).expect("fewer than 2^32 of anything")
}
