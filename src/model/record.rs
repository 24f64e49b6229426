//! What only all issues together tell: order, neighbours, corrections, every entity's record.

use super::assemble::Assembled;
use super::entity::{Entity, EntityKind, Entry};
use super::{Mention, Parsed, Redirect, Target};
use crate::parse::id::old_address;
use crate::parse::issue::ParsedPage;
use crate::url;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Archive order: date, series, number, slug.
pub fn order(a: &Assembled<'_>, b: &Assembled<'_>) -> Ordering {
    let key = |a: &Assembled<'_>| {
        let issue = &a.issue;
        // An issue without a number comes after the numbered ones of its day.
        (issue.date, issue.series, issue.number.unwrap_or(u32::MAX), issue.slug.clone())
    };
    key(a).cmp(&key(b)).then_with(|| a.parsed.file.cmp(&b.parsed.file))
}

/// Ties issues to their neighbours and corrections, and writes every entity's record.
pub fn connect(issues: &mut [Assembled<'_>], entities: &mut [Entity]) {
    neighbours(issues);
    corrections(issues);
    let found = issues.par_iter().enumerate().map(|(index, assembled)| entries(index, assembled, entities));
    for (entity, entry) in found.collect::<Vec<_>>().into_iter().flatten() {
        entities[entity].record.push(entry);
    }
}

fn neighbours(issues: &mut [Assembled<'_>]) {
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for i in 0..issues.len() {
        if let Some(previous) = last.insert(issues[i].issue.series, i) {
            issues[i].issue.previous = Some(previous);
            issues[previous].issue.next = Some(i);
        }
    }
}

/// Links corrections both ways; an issue that is not public is not linked.
fn corrections(issues: &mut [Assembled<'_>]) {
    let ids: BTreeMap<String, usize> =
        issues.iter().enumerate().map(|(i, a)| (a.issue.id.clone(), i)).collect();
    for i in 0..issues.len() {
        let front = &issues[i].parsed.front;
        let find = |list: &[crate::diag::At<String>]| -> BTreeSet<usize> {
            list.iter().filter_map(|id| ids.get(&id.value).copied()).filter(|other| *other != i).collect()
        };
        let (corrects, replaces) = (find(&front.corrects), find(&front.replaces));
        for other in &corrects {
            issues[*other].issue.corrected_by.push(i);
        }
        for other in &replaces {
            issues[*other].issue.replaced_by.push(i);
        }
        issues[i].issue.corrects = corrects.into_iter().collect();
        issues[i].issue.replaces = replaces.into_iter().collect();
    }
}

/// What one issue says of each entity that it names.
fn entries(index: usize, assembled: &Assembled<'_>, entities: &[Entity]) -> BTreeMap<usize, Entry> {
    let issue = &assembled.issue;
    let mut entries: BTreeMap<usize, Entry> = BTreeMap::new();
    let blank = || Entry { issue: index, sections: Vec::new(), mentions: Vec::new(), declared: false };
    for (section, s) in issue.sections.iter().enumerate() {
        for township in &s.townships {
            debug_assert_eq!(entities[*township].kind, EntityKind::Township);
            entries.entry(*township).or_insert_with(blank).sections.push(section);
        }
    }
    for (entity, mentions) in by_entity(&issue.mentions) {
        entries.entry(entity).or_insert_with(blank).mentions = mentions;
    }
    for declared in &issue.declared {
        entries.entry(declared.entity).or_insert_with(blank).declared = true;
    }
    entries
}

/// Old addresses of entities, issues and plain pages; of two that are one the first has the better
/// right. An entity without a public mention has none.
pub fn redirects(
    parsed: &Parsed,
    issues: &[Assembled<'_>],
    entities: &[Entity],
    pages: &[(&ParsedPage, usize)],
) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    let mut add = |address: &str, to, place| {
        redirects.extend(old_address(address).map(|from| Redirect { from, to, place }));
    };
    let registers = [(EntityKind::Township, &parsed.townships), (EntityKind::Company, &parsed.companies)];
    for (kind, entries) in registers {
        let public: BTreeMap<&str, usize> = entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.registered && e.kind == kind && e.is_public())
            .map(|(i, e)| (e.id.as_str(), i))
            .collect();
        for entry in entries {
            let Some(entity) = public.get(entry.id.value.as_str()) else { continue };
            for alias in &entry.aliases {
                let path = match kind {
                    EntityKind::Township => url::township(&alias.value),
                    EntityKind::Company => url::company(&alias.value),
                };
                add(&path, Target::Entity(*entity), alias.span);
            }
        }
    }
    for (index, assembled) in issues.iter().enumerate() {
        for alias in &assembled.parsed.front.aliases {
            add(&alias.value, Target::Issue(index), alias.span);
        }
    }
    for (page, index) in pages {
        for alias in &page.front.aliases {
            add(&alias.value, Target::Page(*index), alias.span);
        }
    }
    redirects
}

/// Mentions of an issue by entity, as indices.
fn by_entity(mentions: &[Mention]) -> BTreeMap<usize, Vec<usize>> {
    let mut map: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, mention) in mentions.iter().enumerate() {
        map.entry(mention.entity).or_default().push(i);
    }
    map
}
