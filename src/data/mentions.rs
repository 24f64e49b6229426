//! `mentions`: one row a sentence × company × township. Fields: see [`crate::data`].

use crate::model::{Archive, EntityKind, Issue, Mention, Role};
use jiff::civil::Date;
use serde::Serialize;

/// A row of `mentions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "fields are documented as columns in the module")]
pub struct MentionRow<'a> {
    pub issue: &'a str,
    #[serde(serialize_with = "super::iso")]
    pub date: Date,
    pub section: &'a str,
    pub heading: &'a str,
    pub township_id: &'a str,
    pub township: &'a str,
    pub company_id: &'a str,
    pub company: &'a str,
    pub written: String,
    pub role: RowRole,
    pub declared: bool,
    pub sentence: &'a str,
    pub url: String,
}

/// The values of `role`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowRole {
    /// A company.
    Named,
    /// A company, only as the owner of a project.
    Project,
    /// A township, in a section not its own.
    Elsewhere,
}

pub(super) fn rows(archive: &Archive, issue: usize) -> Vec<MentionRow<'_>> {
    let issue = &archive.issues[issue];
    let mut groups = sentences(issue);
    groups.sort_by_key(|group| group.section); // stable: groups of a section stay in the order of the text
    let rest = groups.split_off(groups.partition_point(|group| group.section == 0));
    let of_sentence = |group| of_sentence(archive, issue, &group);
    let mut rows: Vec<_> = groups.into_iter().flat_map(of_sentence).collect();
    rows.extend(declared(archive, issue));
    rows.extend(rest.into_iter().flat_map(of_sentence));
    rows
}

/// What one sentence says of one entity.
struct Group<'a> {
    section: usize,
    /// At least one, in the order of the text.
    mentions: Vec<&'a Mention>,
}

/// The issue's mentions by sentence and entity, in the order of each group's first.
fn sentences(issue: &Issue) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut sentence = 0; // the first group of the sentence
    for mention in &issue.mentions {
        let same =
            |other: &Mention| other.block == mention.block && other.sentence.start == mention.sentence.start;
        if groups.last().is_none_or(|group| !same(group.mentions[0])) {
            sentence = groups.len();
        }
        match groups[sentence..].iter_mut().find(|group| group.mentions[0].entity == mention.entity) {
            Some(group) => group.mentions.push(mention),
            None => {
                groups.push(Group { section: issue.section_of[mention.block], mentions: vec![mention] });
            }
        }
    }
    groups
}

fn of_sentence<'a>(archive: &'a Archive, issue: &'a Issue, group: &Group<'a>) -> Vec<MentionRow<'a>> {
    let mention = group.mentions[0];
    let section = &issue.sections[group.section];
    let entity = &archive.entities[mention.entity];
    let text = &issue.document.blocks[mention.block].text;
    let row = MentionRow {
        written: written(text, &group.mentions),
        role: role(&group.mentions),
        sentence: &text[mention.sentence.clone()],
        ..blank(archive, issue, group.section)
    };
    match entity.kind {
        EntityKind::Company => {
            let row = MentionRow { company_id: &entity.id, company: &entity.name, ..row };
            for_each_township(archive, &section.townships, row)
        }
        EntityKind::Township if mention.role == Role::Elsewhere => {
            vec![MentionRow { township_id: &entity.id, township: &entity.name, ..row }]
        }
        EntityKind::Township => Vec::new(),
    }
}

fn declared<'a>(archive: &'a Archive, issue: &'a Issue) -> Vec<MentionRow<'a>> {
    let mut rows = Vec::new();
    for declared in &issue.declared {
        let entity = &archive.entities[declared.entity];
        let row =
            MentionRow { written: declared.written.clone(), declared: true, ..blank(archive, issue, 0) };
        match entity.kind {
            EntityKind::Company => {
                let row = MentionRow { company_id: &entity.id, company: &entity.name, ..row };
                rows.extend(for_each_township(archive, &issue.sections[0].townships, row));
            }
            EntityKind::Township => rows.push(MentionRow {
                township_id: &entity.id,
                township: &entity.name,
                role: RowRole::Elsewhere,
                ..row
            }),
        }
    }
    rows
}

/// A row that so far names nobody.
fn blank<'a>(archive: &Archive, issue: &'a Issue, section: usize) -> MentionRow<'a> {
    let section = &issue.sections[section];
    MentionRow {
        issue: &issue.id,
        date: issue.date,
        section: &section.anchor,
        heading: &section.heading,
        township_id: "",
        township: "",
        company_id: "",
        company: "",
        written: String::new(),
        role: RowRole::Named,
        declared: false,
        sentence: "",
        url: super::section_url(archive, issue, section),
    }
}

/// The row once for each township, or once with none.
fn for_each_township<'a>(
    archive: &'a Archive,
    townships: &[usize],
    row: MentionRow<'a>,
) -> Vec<MentionRow<'a>> {
    if townships.is_empty() {
        return vec![row];
    }
    townships
        .iter()
        .map(|&township| {
            let township = &archive.entities[township];
            MentionRow { township_id: &township.id, township: &township.name, ..row.clone() }
        })
        .collect()
}

/// The forms as written, each once.
fn written(text: &str, mentions: &[&Mention]) -> String {
    let mut forms: Vec<&str> = Vec::new();
    for mention in mentions {
        let form = &text[mention.range.clone()];
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms.join("|")
}

/// Named wins over project: a sentence that also speaks of the company itself is about it.
fn role(mentions: &[&Mention]) -> RowRole {
    match mentions[0].role {
        Role::Own | Role::Elsewhere => RowRole::Elsewhere,
        Role::Named | Role::Project if mentions.iter().all(|m| m.role == Role::Project) => RowRole::Project,
        Role::Named | Role::Project => RowRole::Named,
    }
}
