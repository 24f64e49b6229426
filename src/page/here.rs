//! The page being made: every link in its view starts from here.

use super::form;
use crate::model::{Archive, EntityKind};
use crate::url;
use serde::Serialize;

/// The page being made.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The whole record.
    pub archive: &'a Archive,
    /// Output path of the page.
    pub path: &'a str,
}

/// An issue as lists name it.
#[derive(Debug, Clone, Serialize)]
pub struct IssueLink {
    /// Its page.
    pub url: String,
    /// Title.
    pub title: String,
    /// `第 6 期`; none for an issue without a number.
    pub number: Option<String>,
    /// Name of its series, unless that is the default one.
    pub series: Option<String>,
    /// `2022年9月9日`
    pub date: String,
    /// `9月9日`
    pub day: String,
    /// `2022-09-09`
    pub iso: String,
}

/// A township or company as lists name it.
#[derive(Debug, Clone, Serialize)]
pub struct EntityLink {
    /// Its page.
    pub url: String,
    /// Full name.
    pub name: String,
}

impl Here<'_> {
    /// The link to an output path.
    pub fn to(&self, path: &str) -> String {
        url::relative(self.path, path)
    }

    /// The link to a fragment of an output path.
    pub fn to_anchor(&self, path: &str, anchor: &str) -> String {
        if path == self.path { format!("#{anchor}") } else { format!("{}#{anchor}", self.to(path)) }
    }

    /// An issue as lists name it.
    pub fn issue(&self, index: usize) -> IssueLink {
        let issue = &self.archive.issues[index];
        let series = &self.archive.config.series[issue.series];
        IssueLink {
            url: self.to(&url::issue(self.archive, issue)),
            title: issue.title.clone(),
            number: issue.number.map(form::number),
            series: (!series.default).then(|| series.name.clone()),
            date: form::date(issue.date),
            day: form::day(issue.date),
            iso: form::iso(issue.date),
        }
    }

    /// A township or company as lists name it.
    pub fn entity(&self, index: usize) -> EntityLink {
        let entity = &self.archive.entities[index];
        EntityLink { url: self.to(&url::entity(entity)), name: entity.name.clone() }
    }

    /// Entities of one kind out of `entities`, each once, in the order given.
    pub fn entities(&self, kind: EntityKind, entities: impl IntoIterator<Item = usize>) -> Vec<EntityLink> {
        let mut seen = std::collections::BTreeSet::new();
        entities
            .into_iter()
            .filter(|e| self.archive.entities[*e].kind == kind && seen.insert(*e))
            .map(|e| self.entity(e))
            .collect()
    }
}
