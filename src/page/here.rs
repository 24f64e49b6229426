//! The page being made: every link in its view starts from here.

use super::{Pages, form};
use crate::model::{Archive, EntityKind, Issue, Mention};
use crate::url;
use serde::Serialize;

/// What many pages say of an issue, worked out once.
#[derive(Debug)]
pub(super) struct Written {
    /// Output path of its page.
    path: String,
    number: Option<String>,
    date: String,
    day: String,
    iso: String,
}

impl Written {
    pub(super) fn new(archive: &Archive, issue: &Issue) -> Self {
        Self {
            path: super::issue_path(archive, issue),
            number: issue.number.map(form::number),
            date: form::date(issue.date),
            day: form::day(issue.date),
            iso: form::iso(issue.date),
        }
    }
}

/// The page being made.
#[derive(Debug, Clone)]
pub struct Here<'a> {
    /// The whole record.
    pub archive: &'a Archive,
    /// All pages.
    pages: &'a Pages<'a>,
    /// Output path of the page.
    pub path: &'a str,
    /// Stands before every link of a page that a server shows at any address (404.html): the path
    /// of the site on its host. All other pages link relative to themselves.
    pub base: Option<String>,
}

/// A sentence around a name.
#[derive(Debug, Clone, Serialize)]
pub struct Sentence {
    /// What stands before the name.
    pub before: String,
    /// The name as written.
    pub name: String,
    /// What stands after it.
    pub after: String,
}

/// An issue as lists name it.
#[derive(Debug, Clone, Serialize)]
pub struct IssueLink<'a> {
    /// Its page.
    pub url: String,
    /// Title.
    pub title: &'a str,
    /// `第 6 期`; none for an issue without a number.
    pub number: Option<&'a str>,
    /// Name of its series, unless that is the default one.
    pub series: Option<&'a str>,
    /// `2022年9月9日`
    pub date: &'a str,
    /// `9月9日`
    pub day: &'a str,
    /// `2022-09-09`
    pub iso: &'a str,
}

/// A township or company as lists name it.
#[derive(Debug, Clone, Serialize)]
pub struct EntityLink<'a> {
    /// Its page.
    pub url: String,
    /// Full name.
    pub name: &'a str,
}

impl<'a> Here<'a> {
    /// The page at an output path.
    pub fn new(pages: &'a Pages<'a>, path: &'a str) -> Self {
        Self { archive: pages.archive, pages, path, base: None }
    }

    /// The link to an output path, with or without a fragment.
    pub fn to(&self, path: &str) -> String {
        match &self.base {
            Some(base) => format!("{base}{path}"),
            None => url::relative(self.path, path),
        }
    }

    /// An issue as lists name it.
    pub fn issue(&self, index: usize) -> IssueLink<'a> {
        let issue = &self.archive.issues[index];
        let series = &self.archive.config.series[issue.series];
        let written = &self.pages.issues[index];
        IssueLink {
            url: self.to(&written.path),
            title: &issue.title,
            number: written.number.as_deref(),
            series: (!series.default).then_some(series.name.as_str()),
            date: &written.date,
            day: &written.day,
            iso: &written.iso,
        }
    }

    /// The output path of an issue's page.
    pub fn issue_path(&self, index: usize) -> &'a str {
        &self.pages.issues[index].path
    }

    /// A township or company as lists name it.
    pub fn entity(&self, index: usize) -> EntityLink<'a> {
        let entity = &self.archive.entities[index];
        EntityLink { url: self.to(&self.pages.entities[index]), name: &entity.name }
    }

    /// Entities of one kind out of `entities`, each once, in the order given.
    pub fn entities(
        &self,
        kind: EntityKind,
        entities: impl IntoIterator<Item = usize>,
    ) -> Vec<EntityLink<'a>> {
        let mut seen = std::collections::BTreeSet::new();
        entities
            .into_iter()
            .filter(|e| self.archive.entities[*e].kind == kind && seen.insert(*e))
            .map(|e| self.entity(e))
            .collect()
    }

    /// The sentence that a mention stands in.
    pub fn sentence(&self, issue: &Issue, mention: &Mention) -> Sentence {
        let text = &issue.document.blocks[mention.block].text;
        let (before, after) = super::quote::around(issue, mention.block);
        Sentence {
            before: before + &text[mention.sentence.start..mention.range.start],
            name: text[mention.range.clone()].to_string(),
            after: text[mention.range.end..mention.sentence.end].to_string() + &after,
        }
    }
}
