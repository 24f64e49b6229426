//! The archive: every public issue, township and company, cross-checked, built once and then only
//! read. Knows no HTML, no template, no index.

mod assemble;
pub mod build;
pub mod check;
mod draft;
mod entity;
pub mod files;
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
use crate::markdown::Document;
use std::collections::BTreeMap;

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
    /// Old address (path below the root, without `index.html`) → what stands there now.
    pub redirects: BTreeMap<String, Target>,
}

/// What a redirect leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
