//! `issues`: one row an issue. Fields: see [`crate::data`].

use crate::model::{Archive, EntityKind, Issue};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// A row of `issues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "fields are documented as columns in the module")]
pub struct IssueRow<'a> {
    pub id: &'a str,
    pub series: &'a str,
    pub year: i16,
    pub number: Option<u32>,
    pub slug: Option<&'a str>,
    #[serde(serialize_with = "super::iso")]
    pub date: Date,
    pub title: &'a str,
    pub issuer: &'a str,
    pub townships: Vec<&'a str>,
    pub companies: Vec<&'a str>,
    pub corrects: Vec<&'a str>,
    pub replaces: Vec<&'a str>,
    pub url: String,
}

pub(super) fn rows(archive: &Archive) -> impl Iterator<Item = IssueRow<'_>> {
    archive.issues.iter().map(move |issue| IssueRow {
        id: &issue.id,
        series: &archive.config.series[issue.series].id,
        year: issue.year,
        number: issue.number,
        slug: issue.slug.as_deref(),
        date: issue.date,
        title: &issue.title,
        issuer: &issue.issuer,
        townships: named(archive, issue, EntityKind::Township),
        companies: named(archive, issue, EntityKind::Company),
        corrects: ids(archive, &issue.corrects),
        replaces: ids(archive, &issue.replaces),
        url: super::issue_url(archive, issue),
    })
}

/// Ids of all of a kind that an issue's text names, its sections belong to, or it declares.
fn named<'a>(archive: &'a Archive, issue: &Issue, kind: EntityKind) -> Vec<&'a str> {
    let text = issue.mentions.iter().map(|mention| mention.entity);
    let owners = issue.sections.iter().flat_map(|section| section.townships.iter().copied());
    let declared = issue.declared.iter().map(|declared| declared.entity);
    let mut seen = BTreeSet::new();
    text.chain(owners)
        .chain(declared)
        .filter(|&entity| archive.entities[entity].kind == kind && seen.insert(entity))
        .map(|entity| archive.entities[entity].id.as_str())
        .collect()
}

fn ids<'a>(archive: &'a Archive, issues: &[usize]) -> Vec<&'a str> {
    issues.iter().map(|&issue| archive.issues[issue].id.as_str()).collect()
}
