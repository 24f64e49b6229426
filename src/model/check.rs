//! What only the whole archive shows to be wrong. Looks at everything parsed, hidden text included:
//! a draft's number is no gap.

use super::Archive;
use super::Parsed;
use super::entity::{Entity, EntityKind};
use super::registry::Known;
use crate::diag::{At, Diagnostic, Diagnostics, Files, Hint, Message, Span};
use crate::fold::fold;
use crate::parse::front_matter::Internal;
use crate::parse::issue::ParsedIssue;
use crate::parse::register::Entry;
use crate::url;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Reports everything that the files show together.
pub fn check(parsed: &Parsed, archive: &Archive, sources: &Files, diagnostics: &mut Diagnostics) {
    issues(parsed, sources, diagnostics);
    issuers(parsed, diagnostics);
    corrections(parsed, diagnostics);
    registers(parsed, sources, diagnostics);
    unregistered(parsed, diagnostics);
    missing_townships(parsed, archive, diagnostics);
}

/// One issue's place in its series.
struct Numbered<'a> {
    issue: &'a ParsedIssue,
    number: u32,
    date: Date,
}

fn series_of(parsed: &Parsed, issue: &ParsedIssue) -> Option<usize> {
    let series = &parsed.config.series;
    match &issue.front.series {
        Some(name) => series.iter().position(|s| s.id == name.value || s.name == name.value),
        None => series.iter().position(|s| s.default),
    }
}

fn year_of(issue: &ParsedIssue) -> i16 {
    issue.front.year.as_ref().map_or(issue.front.date.value.year(), |y| y.value)
}

fn id_of(parsed: &Parsed, issue: &ParsedIssue) -> Option<String> {
    let series = &parsed.config.series[series_of(parsed, issue)?];
    let number = issue.front.number.as_ref().map(|n| n.value);
    Some(url::issue_id(series, year_of(issue), number, issue.front.slug.as_ref().map(|s| s.value.as_str())))
}

/// Duplicates, gaps and the order of dates.
fn issues(parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let mut by_id: BTreeMap<String, &ParsedIssue> = BTreeMap::new();
    let mut years: BTreeMap<(usize, i16), Vec<Numbered<'_>>> = BTreeMap::new();
    for issue in &parsed.issues {
        let (Some(series), Some(id)) = (series_of(parsed, issue), id_of(parsed, issue)) else { continue };
        if let Some(first) = by_id.get(&id) {
            let other = sources.path(first.file).to_owned();
            diagnostics.push(Diagnostic::at(id_span(issue), Message::DuplicateIssue { id, other }));
            continue;
        }
        by_id.insert(id, issue);
        if let Some(number) = &issue.front.number {
            let numbered = Numbered { issue, number: number.value, date: issue.front.date.value };
            years.entry((series, year_of(issue))).or_default().push(numbered);
        }
    }
    for ((series, year), mut list) in years {
        list.sort_by_key(|n| n.number);
        gaps(&parsed.config.series[series].name, year, &list, diagnostics);
        for pair in list.windows(2) {
            if pair[1].date < pair[0].date {
                let message =
                    Message::DateOrder { date: pair[1].date.to_string(), before: pair[0].date.to_string() };
                diagnostics.push(Diagnostic::at(pair[1].issue.front.date.span, message));
            }
        }
    }
}

fn id_span(issue: &ParsedIssue) -> Span {
    let front = &issue.front;
    front.number.as_ref().map(|n| n.span).or(front.slug.as_ref().map(|s| s.span)).unwrap_or(front.span)
}

/// One warning for all numbers that lack between the first and the last, at the issue after the gap.
fn gaps(series: &str, year: i16, list: &[Numbered<'_>], diagnostics: &mut Diagnostics) {
    for pair in list.windows(2) {
        let (before, after) = (pair[0].number, pair[1].number);
        if after <= before + 1 {
            continue;
        }
        let numbers = match after - before {
            2 => (before + 1).to_string(),
            _ => format!("{}–{}", before + 1, after - 1),
        };
        let message = Message::NumberGap { series: series.to_owned(), year, numbers };
        diagnostics.push(Diagnostic::at(id_span(pair[1].issue), message));
    }
}

fn issuers(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    for issue in &parsed.issues {
        let (Some(issuer), Some(series)) = (&issue.front.issuer, series_of(parsed, issue)) else { continue };
        let expected = &parsed.config.series[series].issuer;
        if fold(&issuer.value) != fold(expected) {
            let message = Message::OtherIssuer { issuer: issuer.value.clone(), expected: expected.clone() };
            diagnostics.push(Diagnostic::at(issuer.span, message));
        }
    }
}

/// Unknown targets and circles of `corrects` and `replaces`.
fn corrections(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    let ids: BTreeMap<String, &ParsedIssue> =
        parsed.issues.iter().filter_map(|i| Some((id_of(parsed, i)?, i))).collect();
    let mut next: BTreeMap<&str, Vec<&At<String>>> = BTreeMap::new();
    for (id, issue) in &ids {
        for target in issue.front.corrects.iter().chain(&issue.front.replaces) {
            if ids.contains_key(&target.value) {
                next.entry(id.as_str()).or_default().push(target);
                continue;
            }
            let mut problem = Diagnostic::at(target.span, Message::UnknownIssue { id: target.value.clone() });
            if let Some(nearest) = crate::diag::nearest(&target.value, ids.keys().map(String::as_str)) {
                problem = problem.hint(Hint::DidYouMean { nearest: nearest.to_owned() });
            }
            diagnostics.push(problem);
        }
    }
    for circle in circles(&next) {
        let ids = circle.iter().map(|t| t.value.as_str()).collect::<Vec<_>>().join(" → ");
        diagnostics.push(Diagnostic::at(circle[0].span, Message::CorrectionCycle { ids }));
    }
}

/// Each circle of references once, from its least member.
fn circles<'a>(next: &BTreeMap<&str, Vec<&'a At<String>>>) -> Vec<Vec<&'a At<String>>> {
    let mut found = Vec::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in next.keys() {
        // Depth first, with the path walked: a reference back to the start closes a circle.
        let mut stack: Vec<(&str, Vec<&'a At<String>>)> = vec![(start, Vec::new())];
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        while let Some((at, path)) = stack.pop() {
            for target in next.get(at).into_iter().flatten() {
                let mut path = path.clone();
                path.push(target);
                if target.value == *start {
                    if !path.iter().any(|t| done.contains(t.value.as_str())) {
                        found.push(path.clone());
                    }
                } else if seen.insert(&target.value) {
                    stack.push((&target.value, path));
                }
            }
        }
        done.insert(start);
    }
    found
}

fn registers(parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let both = [(EntityKind::Township, &parsed.townships), (EntityKind::Company, &parsed.companies)];
    for (_, entries) in both {
        successors(entries, diagnostics);
    }
    names(parsed, diagnostics);
    aliases(parsed, sources, diagnostics);
}

fn successors(entries: &[Entry], diagnostics: &mut Diagnostics) {
    let known: BTreeSet<&str> = entries.iter().map(|e| e.id.value.as_str()).collect();
    let mut next: BTreeMap<&str, Vec<&At<String>>> = BTreeMap::new();
    for entry in entries {
        let Some(target) = &entry.merged_into else { continue };
        if known.contains(target.value.as_str()) {
            next.entry(entry.id.value.as_str()).or_default().push(target);
            continue;
        }
        let mut problem = Diagnostic::at(target.span, Message::UnknownSuccessor { id: target.value.clone() });
        if let Some(nearest) = crate::diag::nearest(&target.value, known.iter().copied()) {
            problem = problem.hint(Hint::DidYouMean { nearest: nearest.to_owned() });
        }
        diagnostics.push(problem);
    }
    for circle in circles(&next) {
        let ids = circle.iter().map(|t| t.value.as_str()).collect::<Vec<_>>().join(" → ");
        diagnostics.push(Diagnostic::at(circle[0].span, Message::MergeCycle { ids }));
    }
}

/// A name in the registers: whose, where, and when it was borne.
struct Borne<'a> {
    entry: &'a Entry,
    span: Span,
    full: bool,
    since: Option<Date>,
    until: Option<Date>,
}

/// Names that two entities bear at the same time.
fn names(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    let mut by_name: BTreeMap<String, Vec<(String, Borne<'_>)>> = BTreeMap::new();
    for entry in parsed.townships.iter().chain(&parsed.companies) {
        let full = Borne { entry, span: entry.name.span, full: true, since: entry.since, until: entry.until };
        by_name.entry(fold(&entry.name.value)).or_default().push((entry.name.value.clone(), full));
        for name in entry.short.iter().chain(&entry.former) {
            let borne = Borne {
                entry,
                span: name.span,
                full: false,
                since: name.value.since.max(entry.since),
                until: match (name.value.until, entry.until) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                },
            };
            by_name.entry(fold(&name.value.text)).or_default().push((name.value.text.clone(), borne));
        }
    }
    for list in by_name.values() {
        for (i, (name, later)) in list.iter().enumerate() {
            let clash = list[..i].iter().find(|(_, earlier)| {
                earlier.entry.id.value != later.entry.id.value && overlap(earlier, later)
            });
            let Some((_, earlier)) = clash else { continue };
            let (name, other) = (name.clone(), earlier.entry.id.value.clone());
            let message = if earlier.full && later.full {
                Message::DuplicateName { name, other }
            } else {
                Message::NameClash { name, other }
            };
            diagnostics.push(Diagnostic::at(later.span, message));
        }
    }
}

fn overlap(a: &Borne<'_>, b: &Borne<'_>) -> bool {
    let before = |x: &Borne<'_>, y: &Borne<'_>| match (x.until, y.since) {
        (Some(until), Some(since)) => until < since,
        _ => false,
    };
    !before(a, b) && !before(b, a)
}

/// Old addresses that are somebody's present one, or two entities' at once.
fn aliases(parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let _ = sources;
    for entries in [&parsed.townships, &parsed.companies] {
        let mut taken: BTreeMap<String, String> =
            entries.iter().map(|e| (e.id.value.clone(), e.id.value.clone())).collect();
        for entry in entries {
            for alias in &entry.aliases {
                if let Some(other) = taken.insert(alias.value.clone(), entry.id.value.clone()) {
                    let message =
                        Message::AddressClash { address: alias.value.clone(), other: format!("`{other}`") };
                    diagnostics.push(Diagnostic::at(alias.span, message));
                }
            }
        }
    }
}

/// Declared names that no register has, each at its first place, with the entry to paste: its
/// `aliases` keep the address that the name has had without a register.
fn unregistered(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    let known = Known::new(&[&parsed.townships, &parsed.companies]);
    let mut seen: BTreeSet<(EntityKind, String)> = BTreeSet::new();
    for issue in &parsed.issues {
        if issue.front.internal == Internal::All {
            continue;
        }
        let townships = issue.front.townships.iter().map(|d| (EntityKind::Township, d));
        let companies = issue.front.companies.iter().map(|d| (EntityKind::Company, d));
        for (kind, declared) in townships.chain(companies) {
            let name = &declared.value.name;
            if known.has(name) || !seen.insert((kind, fold(name))) {
                continue;
            }
            let message = Message::UnregisteredEntity { name: name.clone() };
            diagnostics.push(Diagnostic::at(declared.span, message).hint(paste(kind, name)));
        }
    }
}

/// A register entry for a name, ready to paste.
fn paste(kind: EntityKind, name: &str) -> Hint {
    let id = url::suggested_id(name);
    let alias = url::unregistered(name);
    let (file, table) = match kind {
        EntityKind::Township => ("content/townships.toml", "township"),
        EntityKind::Company => ("content/companies.toml", "company"),
    };
    let quoted = toml::Value::String(name.to_owned());
    let entry = format!("[[{table}]]\nid = \"{id}\"\nname = {quoted}\naliases = [\"{alias}\"]");
    Hint::Paste { file: file.to_owned(), entry }
}

/// An issue that lists nearly all townships but not some: at least four fifths of those alive, and
/// at least three, have sections of their own.
fn missing_townships(parsed: &Parsed, archive: &Archive, diagnostics: &mut Diagnostics) {
    let registered: Vec<(usize, &Entity)> = archive
        .entities
        .iter()
        .enumerate()
        .filter(|(_, e)| e.kind == EntityKind::Township && e.registered)
        .collect();
    let files: BTreeMap<String, &ParsedIssue> =
        parsed.issues.iter().filter_map(|i| Some((id_of(parsed, i)?, i))).collect();
    for issue in &archive.issues {
        let alive: Vec<&(usize, &Entity)> = registered
            .iter()
            .filter(|(_, e)| {
                e.since.is_none_or(|d| d <= issue.date) && e.until.is_none_or(|d| issue.date <= d)
            })
            .collect();
        let own: BTreeSet<usize> = issue.sections.iter().flat_map(|s| s.townships.iter().copied()).collect();
        let missing: Vec<&str> =
            alive.iter().filter(|(i, _)| !own.contains(i)).map(|(_, e)| e.name.as_str()).collect();
        let listed = alive.len() - missing.len();
        if missing.is_empty() || listed < 3 || listed * 5 < alive.len() * 4 {
            continue;
        }
        // Hidden sections may be the missing ones; the note must not tell.
        if let Some(file) = files.get(&issue.id).filter(|f| f.front.internal == Internal::No) {
            let names = missing.join("、");
            diagnostics.push(Diagnostic::at(file.front.title.span, Message::MissingTownship { names }));
        }
    }
}
