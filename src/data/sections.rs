//! `sections`: one row a section. Fields: see [`crate::data`].

use crate::model::{Archive, EntityKind, Issue};
use jiff::civil::Date;
use serde::Serialize;

/// A row of `sections`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "fields are documented as columns in the module")]
pub struct SectionRow<'a> {
    pub issue: &'a str,
    #[serde(serialize_with = "super::iso")]
    pub date: Date,
    pub section: &'a str,
    pub heading: &'a str,
    pub level: u8,
    pub townships: Vec<&'a str>,
    pub companies: Vec<&'a str>,
    pub text: String,
    pub url: String,
}

pub(super) fn rows(archive: &Archive, issue: usize) -> Vec<SectionRow<'_>> {
    let issue = &archive.issues[issue];
    let mut companies = companies(archive, issue);
    issue
        .sections
        .iter()
        .enumerate()
        .map(|(place, section)| SectionRow {
            issue: &issue.id,
            date: issue.date,
            section: &section.anchor,
            heading: &section.heading,
            level: section.level,
            townships: section.townships.iter().map(|&t| archive.entities[t].id.as_str()).collect(),
            companies: std::mem::take(&mut companies[place]),
            text: issue.texts(section).collect::<Vec<_>>().join("\n"),
            url: super::section_url(archive, issue, section),
        })
        .collect()
}

/// For each section the ids of the companies that its own text names, each once, in their order.
fn companies<'a>(archive: &'a Archive, issue: &Issue) -> Vec<Vec<&'a str>> {
    let mut lists = vec![Vec::new(); issue.sections.len()];
    for mention in &issue.mentions {
        let entity = &archive.entities[mention.entity];
        let list = &mut lists[issue.section_of[mention.block]];
        if entity.kind == EntityKind::Company && !list.contains(&entity.id.as_str()) {
            list.push(&entity.id);
        }
    }
    lists
}
