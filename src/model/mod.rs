//! The archive: every public issue, township and company, cross-checked, built once and then only
//! read. Knows no HTML, no template, no index.

mod assemble;
pub mod build;
pub mod check;
pub mod consequence;
mod draft;
mod entity;
mod files;
pub mod heads;
mod issue;
pub mod masthead;
pub mod mention;
pub mod names;
pub mod outline;
pub mod proofread;
mod record;
pub mod registry;
#[cfg(test)]
pub(crate) mod sample;
pub mod sentence;
pub mod visible;

pub use entity::{Entity, EntityKind, Entry, Name, NameKind};
pub use issue::{Attachment, Declared, Issue, Link, Mention, Role, Section};
pub use outline::Form;

use crate::config::Config;
use crate::diag::FileId;
use crate::diag::Span;
use crate::markdown::Document;
use crate::parse::issue::{ParsedIssue, ParsedPage};
use crate::parse::register::Entry as RegisterEntry;
use crate::url;
use std::collections::BTreeMap;

/// Everything parsed from a site.
#[derive(Debug)]
pub struct Parsed {
    /// site.toml.
    pub config: Config,
    /// townships.toml.
    pub townships: Vec<RegisterEntry>,
    /// companies.toml.
    pub companies: Vec<RegisterEntry>,
    /// content/issues.
    pub issues: Vec<ParsedIssue>,
    /// content/pages.
    pub pages: Vec<ParsedPage>,
    /// Files of content/issues and content/pages that cannot be used, for reasons reported.
    pub unused: Vec<FileId>,
}

impl Parsed {
    /// The series that an issue names, if there is one.
    pub fn series_of(&self, issue: &ParsedIssue) -> Option<usize> {
        self.config.find_series(issue.front.series.as_ref().map(|s| s.value.as_str()))
    }

    /// An issue's id; none when its series is unknown.
    pub fn id_of(&self, issue: &ParsedIssue) -> Option<String> {
        let (series, front) = (&self.config.series[self.series_of(issue)?], &issue.front);
        let number = front.number.as_ref().map(|n| n.value);
        Some(url::issue_id(
            series,
            front.number_year(),
            number,
            front.slug.as_ref().map(|s| s.value.as_str()),
        ))
    }
}

/// The whole public record.
#[derive(Debug)]
pub struct Archive {
    /// The site's settings.
    pub config: Config,
    /// All public issues in archive order: date, series, number, slug. `usize` fields called
    /// `issue` anywhere in the model are indices into this list.
    pub issues: Vec<Issue>,
    /// Townships (in register order) and then companies (by id). `usize` fields called `entity` are
    /// indices into this list. Only entities with a public mention have pages: see
    /// [`Entity::is_public`].
    pub entities: Vec<Entity>,
    /// Plain pages by slug.
    pub pages: Vec<PlainPage>,
    /// Old addresses; the checks see to it that each is free.
    pub redirects: Vec<Redirect>,
}

/// An old address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// Path below the root, without `index.html`.
    pub from: String,
    /// What stands there now.
    pub to: Target,
    /// Where it is written.
    pub place: Span,
}

/// What a redirect leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// An issue.
    Issue(usize),
    /// An entity.
    Entity(usize),
    /// A plain page.
    Page(usize),
}

/// A plain page.
#[derive(Debug, Clone)]
pub struct PlainPage {
    /// Address part.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Text.
    pub document: Document,
    /// Images and linked files.
    pub files: Vec<Attachment>,
    /// Where links to issues and other pages lead, by target as written.
    pub links: BTreeMap<String, Link>,
}

impl Archive {
    /// Public townships in list order, with their indices.
    pub fn townships(&self) -> impl Iterator<Item = (usize, &Entity)> {
        self.public(EntityKind::Township)
    }

    /// Public companies by id, with their indices.
    pub fn companies(&self) -> impl Iterator<Item = (usize, &Entity)> {
        self.public(EntityKind::Company)
    }

    fn public(&self, kind: EntityKind) -> impl Iterator<Item = (usize, &Entity)> {
        self.entities.iter().enumerate().filter(move |(_, e)| e.kind == kind && e.is_public())
    }
}
