//! Register entries and declared names → entities with all their names.

use super::entity::{Entity, EntityKind, Name, NameKind};
use super::names::{Meaning, Names};
use crate::fold::fold;
use crate::parse::register::{DatedName, Entry};
use crate::{pinyin, url};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Entities of the two registers, and of names that only public front matter or wikilinks know:
/// townships in the order of their lists, then companies by id.
pub fn entities(
    townships: &[Entry],
    companies: &[Entry],
    declared: &BTreeSet<(EntityKind, String)>,
) -> Vec<Entity> {
    let mut ordered: Vec<&Entry> = townships.iter().collect();
    ordered.sort_by_key(|e| e.order.unwrap_or(i64::MAX));
    let registered = ordered
        .into_par_iter()
        .map(|e| from_register(EntityKind::Township, e))
        .chain(companies.par_iter().map(|e| from_register(EntityKind::Company, e)));
    let mut entities: Vec<Entity> = registered.collect();
    entities.extend(declared.iter().map(|(kind, name)| unregistered(*kind, name)));
    // Stable: townships keep the order of the register, the unregistered come after.
    entities.sort_by(|a, b| {
        a.kind.cmp(&b.kind).then_with(|| match a.kind {
            EntityKind::Township => std::cmp::Ordering::Equal,
            EntityKind::Company => a.id.cmp(&b.id),
        })
    });
    merge(&mut entities, townships.iter().chain(companies));
    entities
}

/// Ids and folded names of everybody in the registers.
#[derive(Debug, Default)]
pub struct Known(HashSet<String>);

impl Known {
    /// Who the registers know.
    pub fn new(registers: &[&[Entry]]) -> Self {
        let entries = registers.par_iter().flat_map(|entries| entries.par_iter());
        let names = |e: &Entry| {
            let names = e.short.iter().chain(&e.former).map(|n| n.value.text.as_str());
            let names: Vec<String> = names.chain([e.name.value.as_str()]).map(fold).collect();
            names.into_iter().chain([e.id.value.clone()])
        };
        Self(entries.flat_map_iter(names).collect())
    }

    /// Whether a name or id is borne by somebody in the registers.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name) || self.0.contains(&fold(name))
    }
}

/// Registered entities by their ids.
#[derive(Debug)]
pub struct Ids<'a>(HashMap<(EntityKind, &'a str), usize>);

impl<'a> Ids<'a> {
    /// Of two with one id the first counts.
    pub fn new(entities: &'a [Entity]) -> Self {
        let registered = entities.iter().enumerate().filter(|(_, entity)| entity.registered);
        let id = |(index, entity): (usize, &'a Entity)| ((entity.kind, entity.id.as_str()), index);
        Self(registered.rev().map(id).collect())
    }
}

/// Whom a front matter entry means: an id, or a name on that day.
pub fn find(
    entities: &[Entity],
    ids: &Ids,
    names: &Names,
    kind: EntityKind,
    name: &str,
    date: Date,
) -> Vec<usize> {
    if let Some(by_id) = ids.0.get(&(kind, name)) {
        return vec![*by_id];
    }
    let Some(pattern) = names.whole(&fold(name)) else { return Vec::new() };
    let found: Vec<usize> = match names.meaning(pattern, date) {
        Meaning::Nobody => Vec::new(),
        Meaning::One { bearer, .. } => vec![bearer.entity],
        Meaning::Several(bearers) => bearers.iter().map(|b| b.entity).collect(),
    };
    found.into_iter().filter(|e| entities[*e].kind == kind).collect()
}

fn from_register(kind: EntityKind, entry: &Entry) -> Entity {
    let mut names =
        vec![Name { text: entry.name.value.clone(), kind: NameKind::Full, since: None, until: None }];
    names.extend(entry.short.iter().map(|n| dated(NameKind::Short, &n.value)));
    names.extend(entry.former.iter().map(|n| dated(NameKind::Former, &n.value)));
    Entity {
        kind,
        id: entry.id.value.clone(),
        name: entry.name.value.clone(),
        names,
        registered: true,
        label: match kind {
            EntityKind::Township => entry.kind.clone(),
            EntityKind::Company => entry.region.clone(),
        },
        pinyin: pinyin::with_override(&entry.name.value, entry.pinyin.as_deref()),
        since: entry.since,
        until: entry.until,
        merged_into: None,
        merged_from: Vec::new(),
        note: entry.note.clone(),
        record: Vec::new(),
    }
}

fn dated(kind: NameKind, name: &DatedName) -> Name {
    Name { text: name.text.clone(), kind, since: name.since, until: name.until }
}

fn unregistered(kind: EntityKind, name: &str) -> Entity {
    Entity {
        kind,
        id: url::unregistered(name),
        name: name.to_owned(),
        names: vec![Name { text: name.to_owned(), kind: NameKind::Full, since: None, until: None }],
        registered: false,
        label: None,
        pinyin: pinyin::syllables(name),
        since: None,
        until: None,
        merged_into: None,
        merged_from: Vec::new(),
        note: None,
        record: Vec::new(),
    }
}

/// Ties the ends of `merged_into`; targets of another kind or unknown ones are left to the checks.
fn merge<'a>(entities: &mut [Entity], entries: impl Iterator<Item = &'a Entry>) {
    for entry in entries {
        let Some(target) = &entry.merged_into else { continue };
        let find = |id: &str, kind: Option<EntityKind>| {
            entities.iter().position(|e| e.registered && e.id == id && kind.is_none_or(|k| k == e.kind))
        };
        let Some(from) = entities
            .iter()
            .position(|e| e.registered && e.id == entry.id.value && e.name == entry.name.value)
        else {
            continue;
        };
        if let Some(to) = find(&target.value, Some(entities[from].kind)).filter(|to| *to != from) {
            entities[from].merged_into = Some(to);
            entities[to].merged_from.push(from);
        }
    }
}
