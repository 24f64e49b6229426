//! One issue: masthead, contents, full text, what it names, its papers and its neighbours.

use super::html::{self, Setting, Text};
use super::{Body, Frame, Here, IssueLink, Tab, View, form, home};
use crate::model::Form;
use crate::model::{Attachment, EntityKind, Issue};
use crate::url;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
pub(crate) struct IssuePage<'a> {
    /// Fragment of the opening.
    top: &'static str,
    series: String,
    number: Option<String>,
    issuer: String,
    date: String,
    iso: String,
    year: String,
    year_url: String,
    summary: Option<String>,
    topics: Vec<String>,
    corrects: Vec<IssueLink<'a>>,
    corrected_by: Vec<IssueLink<'a>>,
    replaces: Vec<IssueLink<'a>>,
    replaced_by: Vec<IssueLink<'a>>,
    contents: Vec<ContentsEntry>,
    html: String,
    townships: Vec<Named<'a>>,
    /// Companies by the section that names them first.
    companies: Vec<Group<'a>>,
    attachments: Vec<File>,
    cc: Option<String>,
    printed_by: Option<String>,
    printed_on: Option<String>,
    revisions: Vec<Revision>,
    previous: Option<IssueLink<'a>>,
    next: Option<IssueLink<'a>>,
    citation: String,
}

/// A section in the contents, with those below it.
#[derive(Serialize)]
struct ContentsEntry {
    heading: String,
    url: String,
    children: Vec<ContentsEntry>,
}

/// Companies of one section, or those that front matter alone declares.
#[derive(Serialize)]
struct Group<'a> {
    place: Option<Place>,
    /// The section's fragment, empty for declared ones.
    section: String,
    companies: Vec<Named<'a>>,
}

/// A township or company that the issue names.
#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    url: String,
    /// The first place that names it; `None` when front matter alone declares it.
    place: Option<Place>,
}

#[derive(Serialize, Clone)]
struct Place {
    /// The section's heading; empty for the opening.
    heading: String,
    url: String,
    /// The section's fragment.
    section: String,
}

#[derive(Serialize)]
struct File {
    title: String,
    url: String,
    /// The name under which it is saved.
    download: String,
    size: String,
}

#[derive(Serialize)]
struct Revision {
    date: String,
    iso: String,
    note: String,
}

pub(super) fn view<'a>(here: &Here<'a>, index: usize) -> View<'a> {
    let issue = &here.archive.issues[index];
    let series = &here.archive.config.series[issue.series];
    let citation = form::citation(&series.name, issue.number, issue.date);
    let links = |list: &[usize]| list.iter().map(|i| here.issue(*i)).collect();
    let body = IssuePage {
        top: url::TOP,
        series: series.name.clone(),
        number: issue.number.map(form::number),
        issuer: issue.issuer.clone(),
        date: form::date(issue.date),
        iso: form::iso(issue.date),
        year: form::year(issue.year),
        year_url: here.to(&url::year(series, issue.year)),
        summary: issue.summary.clone(),
        topics: issue.topics.clone(),
        corrects: links(&issue.corrects),
        corrected_by: links(&issue.corrected_by),
        replaces: links(&issue.replaces),
        replaced_by: links(&issue.replaced_by),
        contents: contents(issue),
        html: text(here, issue, &citation),
        townships: all_named(here, issue, EntityKind::Township),
        companies: by_section(all_named(here, issue, EntityKind::Company)),
        attachments: issue.attachments.iter().map(|a| file(here, a)).collect(),
        cc: issue.cc.clone(),
        printed_by: issue.printed_by.clone(),
        printed_on: issue.printed_on.map(form::date),
        revisions: revisions(issue),
        previous: issue.previous.map(|i| here.issue(i)),
        next: issue.next.map(|i| here.issue(i)),
        citation: citation.clone(),
    };
    let mut frame = Frame::new(here, &issue.title, Some(Tab::Issues)).described(citation);
    frame.series = series.name.clone();
    View { frame, body: Body::Issue(Box::new(body)) }
}

fn text(here: &Here, issue: &Issue, cite: &str) -> String {
    let setting = Setting { here, own: here.path, within: None, heading: 2, cite };
    html::render(&Text::of_issue(issue), &setting)
}

/// Headings and openers as a tree; rows of tables are too many for it.
fn contents(issue: &Issue) -> Vec<ContentsEntry> {
    let listed = |index: usize| matches!(issue.sections[index].form, Form::Heading | Form::Opener);
    let mut below: Vec<Vec<ContentsEntry>> = Vec::new();
    below.resize_with(issue.sections.len() + 1, Vec::new);
    let top = issue.sections.len();
    // a section stands after the one above it, so that from the end every entry finds its children
    for index in (0..issue.sections.len()).rev().filter(|i| listed(*i)) {
        let section = &issue.sections[index];
        let mut children = std::mem::take(&mut below[index]);
        children.reverse();
        let entry =
            ContentsEntry { heading: section.heading.clone(), url: format!("#{}", section.anchor), children };
        below[section.parent.filter(|p| listed(*p)).unwrap_or(top)].push(entry);
    }
    let mut entries = std::mem::take(&mut below[top]);
    entries.reverse();
    entries
}

fn all_named<'a>(here: &Here<'a>, issue: &Issue, kind: EntityKind) -> Vec<Named<'a>> {
    let mut seen = BTreeSet::new();
    let fragments = html::fragments(issue);
    home::named(issue)
        .filter(|e| here.archive.entities[*e].kind == kind && seen.insert(*e))
        .map(|entity| {
            let link = here.entity(entity);
            Named { name: link.name, url: link.url, place: place(issue, &fragments, entity) }
        })
        .collect()
}

/// Runs of names of one section.
fn by_section(companies: Vec<Named<'_>>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for company in companies {
        let section = company.place.as_ref().map_or("", |place| place.section.as_str());
        match groups.last_mut() {
            Some(group) if group.section == section => group.companies.push(company),
            _ => groups.push(Group {
                section: section.to_string(),
                place: company.place.clone(),
                companies: vec![company],
            }),
        }
    }
    groups
}

/// The section of a township, or else the first place that names an entity.
fn place(issue: &Issue, fragments: &[String], entity: usize) -> Option<Place> {
    let own = issue.sections.iter().find(|s| s.townships.contains(&entity));
    if let Some(section) = own {
        let url = format!("#{}", section.anchor);
        return Some(Place { heading: section.heading.clone(), url, section: section.anchor.clone() });
    }
    let mention = issue.mentions.iter().find(|m| m.entity == entity)?;
    let section = &issue.sections[issue.section_of[mention.block]];
    let url = format!("#{}", fragments[mention.block]);
    Some(Place { heading: section.heading.clone(), url, section: section.anchor.clone() })
}

fn file(here: &Here, attachment: &Attachment) -> File {
    File {
        title: attachment.title.clone(),
        url: here.to(&html::beside(here.path, &attachment.name)),
        download: html::own_name(attachment).to_string(),
        size: form::bytes(attachment.bytes),
    }
}

fn revisions(issue: &Issue) -> Vec<Revision> {
    issue
        .revisions
        .iter()
        .map(|r| Revision { date: form::date(r.date), iso: form::iso(r.date), note: r.note.clone() })
        .collect()
}
