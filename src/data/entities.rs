//! `townships` and `companies`: one row an entity. Fields: see [`crate::data`].

use crate::model::{Archive, Entity, EntityKind};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// A row of `townships`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "fields are documented as columns in the module")]
pub struct TownshipRow<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub names: Vec<&'a str>,
    pub kind: Option<&'a str>,
    #[serde(serialize_with = "super::iso")]
    pub first: Date,
    #[serde(serialize_with = "super::iso")]
    pub last: Date,
    pub issues: usize,
    pub sections: usize,
    pub mentions: usize,
    pub url: String,
}

/// A row of `companies`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "fields are documented as columns in the module")]
pub struct CompanyRow<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub names: Vec<&'a str>,
    pub region: Option<&'a str>,
    #[serde(serialize_with = "super::iso")]
    pub first: Date,
    #[serde(serialize_with = "super::iso")]
    pub last: Date,
    pub issues: usize,
    pub sections: usize,
    pub mentions: usize,
    pub url: String,
}

pub(super) fn townships(archive: &Archive) -> impl Iterator<Item = TownshipRow<'_>> {
    archive.townships().map(|(_, entity)| {
        let Counts { first, last, issues, sections, mentions } = count(archive, entity);
        TownshipRow {
            id: &entity.id,
            name: &entity.name,
            names: names(entity),
            kind: entity.label.as_deref(),
            first,
            last,
            issues,
            sections,
            mentions,
            url: super::entity_url(entity),
        }
    })
}

pub(super) fn companies(archive: &Archive) -> impl Iterator<Item = CompanyRow<'_>> {
    archive.companies().map(|(_, entity)| {
        let Counts { first, last, issues, sections, mentions } = count(archive, entity);
        CompanyRow {
            id: &entity.id,
            name: &entity.name,
            names: names(entity),
            region: entity.label.as_deref(),
            first,
            last,
            issues,
            sections,
            mentions,
            url: super::entity_url(entity),
        }
    })
}

/// All names, each once.
fn names(entity: &Entity) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    entity.names.iter().map(|name| name.text.as_str()).filter(|name| seen.insert(*name)).collect()
}

struct Counts {
    first: Date,
    last: Date,
    issues: usize,
    sections: usize,
    mentions: usize,
}

/// Counts a public entity's record.
fn count(archive: &Archive, entity: &Entity) -> Counts {
    let date = |place: usize| archive.issues[entity.record[place].issue].date;
    let (mut sections, mut mentions) = (0, 0);
    for entry in &entity.record {
        let issue = &archive.issues[entry.issue];
        let found = || entry.mentions.iter().map(|&mention| &issue.mentions[mention]);
        mentions += issue.sentences(&entry.mentions);
        sections += match entity.kind {
            EntityKind::Township => entry.sections.len(),
            EntityKind::Company => {
                let mut sections: Vec<usize> = found().map(|m| issue.section_of[m.block]).collect();
                sections.sort_unstable();
                sections.dedup();
                sections.len()
            }
        };
    }
    Counts {
        first: date(0),
        last: date(entity.record.len() - 1),
        issues: entity.record.len(),
        sections,
        mentions,
    }
}
