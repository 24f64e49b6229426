//! What only the whole archive shows to be wrong. Looks at everything parsed, hidden text included:
//! a draft's number is no gap.

use super::entity::{Entity, EntityKind};
use super::registry::Known;
use super::{Archive, Parsed, consequence};
use crate::diag::{At, Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span, Term};
use crate::fold::fold;
use crate::markdown::MarkKind;
use crate::parse::fields::quoted;
use crate::parse::front_matter::Internal;
use crate::parse::issue::ParsedIssue;
use crate::parse::register::Entry;
use crate::url;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Reports everything that the files show together.
pub fn check(parsed: &Parsed, archive: &Archive, sources: &Files, diagnostics: &mut Diagnostics) {
    let checks: [&(dyn Fn(&mut Diagnostics) + Sync); 7] = [
        &|found| issues(parsed, sources, found),
        &|found| issuers(parsed, found),
        &|found| corrections(parsed, sources, found),
        &|found| registers(parsed, found),
        &|found| unregistered(parsed, archive, found),
        &|found| plain_pages(parsed, sources, found),
        &|found| missing_townships(parsed, archive, found),
    ];
    let found = checks.par_iter().with_max_len(1).map(|check| {
        let mut found = Diagnostics::default();
        check(&mut found);
        found
    });
    found.collect::<Vec<_>>().into_iter().for_each(|found| diagnostics.append(found));
}

/// One issue's place in its series.
struct Numbered<'a> {
    issue: &'a ParsedIssue,
    number: u32,
    date: Date,
}

/// Duplicates, gaps and the order of dates.
fn issues(parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let mut by_id: BTreeMap<String, &ParsedIssue> = BTreeMap::new();
    let mut years: BTreeMap<(usize, i16), Vec<Numbered<'_>>> = BTreeMap::new();
    for issue in &parsed.issues {
        let (Some(series), Some(id)) = (parsed.series_of(issue), parsed.id_of(issue)) else { continue };
        if let Some(first) = by_id.get(&id) {
            let other = sources.path(first.file).to_owned();
            diagnostics.push(Diagnostic::at(id_span(issue), Message::DuplicateIssue { id, other }));
            continue;
        }
        by_id.insert(id, issue);
        if let Some(number) = &issue.front.number {
            let numbered = Numbered { issue, number: number.value, date: issue.front.date.value };
            years.entry((series, issue.front.number_year())).or_default().push(numbered);
        }
    }
    let claimed = consequence::claimed_numbers(&parsed.unused, sources);
    for ((series, year), mut list) in years {
        list.sort_by_key(|n| n.number);
        gaps(&parsed.config.series[series].name, year, &list, &claimed, diagnostics);
        for pair in list.windows(2) {
            if pair[1].date < pair[0].date {
                let message =
                    Message::DateOrder { date: pair[1].date.to_string(), before: pair[0].date.to_string() };
                diagnostics.push(meant(Diagnostic::at(pair[1].issue.front.date.span, message)));
            }
        }
    }
}

fn id_span(issue: &ParsedIssue) -> Span {
    let front = &issue.front;
    front.number.as_ref().map(|n| n.span).or(front.slug.as_ref().map(|s| s.span)).unwrap_or(front.span)
}

/// One warning for each gap between the first number and the last, at the issue after the gap.
/// Numbers that files bear which cannot be used are no gap.
fn gaps(
    series: &str,
    year: i16,
    list: &[Numbered<'_>],
    claimed: &BTreeSet<u32>,
    diagnostics: &mut Diagnostics,
) {
    for pair in list.windows(2) {
        let (first, after) = (pair[0].number + 1, pair[1].number);
        let mut missing: Vec<String> = Vec::new();
        let mut from = first;
        let within = if first < after { claimed.range(first..after) } else { claimed.range(0..0) };
        for stop in within.copied().chain([after]) {
            match stop.saturating_sub(from) {
                0 => {}
                1 => missing.push(from.to_string()),
                _ => missing.push(format!("{from}–{}", stop - 1)),
            }
            from = stop + 1;
        }
        if !missing.is_empty() {
            let message =
                Message::NumberGap { series: series.to_owned(), year, numbers: missing.join("、") };
            diagnostics.push(meant(Diagnostic::at(id_span(pair[1].issue), message)));
        }
    }
}

/// The problem with the advice how to allow it.
fn meant(problem: Diagnostic) -> Diagnostic {
    let code = problem.message.code().to_owned();
    problem.hint(Hint::MeantIf { code })
}

fn issuers(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    for issue in &parsed.issues {
        let (Some(issuer), Some(series)) = (&issue.front.issuer, parsed.series_of(issue)) else { continue };
        let expected = &parsed.config.series[series].issuer;
        if fold(&issuer.value) != fold(expected) {
            let message = Message::OtherIssuer { issuer: issuer.value.clone(), expected: expected.clone() };
            diagnostics.push(meant(Diagnostic::at(issuer.span, message)));
        }
    }
}

/// Unknown targets and circles of `corrects` and `replaces`.
fn corrections(parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let mut ids: BTreeMap<String, &ParsedIssue> = BTreeMap::new();
    for issue in &parsed.issues {
        if let Some(id) = parsed.id_of(issue) {
            ids.entry(id).or_insert(issue);
        }
    }
    let claimed = consequence::claimed_numbers(&parsed.unused, sources);
    let mut next: BTreeMap<&str, Vec<&At<String>>> = BTreeMap::new();
    for (id, issue) in &ids {
        for target in issue.front.corrects.iter().chain(&issue.front.replaces) {
            if ids.contains_key(&target.value) {
                next.entry(id.as_str()).or_default().push(target);
                continue;
            }
            let number = target.value.rsplit('-').next().and_then(|n| n.parse().ok());
            if number.is_some_and(|n| claimed.contains(&n)) {
                continue;
            }
            let problem = Diagnostic::at(target.span, Message::UnknownIssue { id: quoted(&target.value) });
            let nearest = crate::diag::nearest(&target.value, ids.keys().map(String::as_str));
            diagnostics.push(problem.hint(match nearest {
                Some(nearest) => Hint::DidYouMean { nearest: nearest.to_owned() },
                None => Hint::IssueIdForm,
            }));
        }
    }
    for circle in circles(&next) {
        let ids = circle.shown();
        diagnostics.push(Diagnostic::at(circle.place, Message::CorrectionCycle { ids }));
    }
}

/// References that lead back to where they began.
struct Circle<'a> {
    members: Vec<&'a str>,
    /// The reference of the first member.
    place: Span,
}

impl Circle<'_> {
    /// `a → b → a`
    fn shown(&self) -> String {
        const MOST: usize = 8;
        let mut shown: Vec<&str> = self.members.iter().copied().take(MOST).collect();
        if self.members.len() > MOST {
            shown.push("……");
        }
        shown.push(self.members[0]);
        shown.join(" → ")
    }
}

/// Circles of references, each with a member that no other one has, or a reference to itself. One walk,
/// depth first: a reference to a place on the way walked closes a circle.
fn circles<'a>(next: &'a BTreeMap<&'a str, Vec<&'a At<String>>>) -> Vec<Circle<'a>> {
    let targets = |at: &str| next.get(at).map_or(&[][..], Vec::as_slice);
    let mut found = Vec::new();
    let (mut done, mut told): (BTreeSet<&str>, BTreeSet<&str>) = Default::default();
    for start in next.keys().copied() {
        // The way walked: each place with the number of its references tried, and places by depth.
        let mut way: Vec<(&'a str, usize)> = vec![(start, 0)];
        let mut depth: BTreeMap<&'a str, usize> = BTreeMap::from([(start, 0)]);
        if done.contains(start) {
            continue;
        }
        while let Some((at, tried)) = way.last_mut() {
            let Some(target) = targets(at).get(*tried) else {
                done.insert(at);
                depth.remove(at);
                way.pop();
                continue;
            };
            *tried += 1;
            let target = target.value.as_str();
            if let Some(first) = depth.get(target) {
                let (at, is_self) = (way[way.len() - 1].0, *first + 1 == way.len());
                if is_self || !told.contains(at) || !told.contains(target) {
                    let circle = circle(&way[*first..], &targets);
                    told.extend(circle.members.iter().copied().filter(|_| !is_self));
                    found.push(circle);
                }
            } else if !done.contains(target) {
                depth.insert(target, way.len());
                way.push((target, 0));
            }
        }
    }
    found
}

/// The circle of a way, from its least member; each has tried one reference more than it followed.
fn circle<'a>(way: &[(&'a str, usize)], targets: &impl Fn(&str) -> &'a [&'a At<String>]) -> Circle<'a> {
    let least = (0..way.len()).min_by_key(|i| way[*i].0).unwrap_or(0);
    let members: Vec<&str> = way[least..].iter().chain(&way[..least]).map(|(at, _)| *at).collect();
    let (at, tried) = way[least];
    Circle { place: targets(at)[tried - 1].span, members }
}

fn registers(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    let both = [(EntityKind::Township, &parsed.townships), (EntityKind::Company, &parsed.companies)];
    for (_, entries) in both {
        successors(entries, diagnostics);
    }
    names(parsed, diagnostics);
}

fn successors(entries: &[Entry], diagnostics: &mut Diagnostics) {
    let known: BTreeSet<&str> = entries.iter().map(|e| e.id.value.as_str()).collect();
    let mut next: BTreeMap<&str, Vec<&At<String>>> = BTreeMap::new();
    for entry in entries {
        // An entity merged into itself is reported already.
        let Some(target) = entry.merged_into.as_ref().filter(|t| t.value != entry.id.value) else { continue };
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
        let ids = circle.shown();
        diagnostics.push(Diagnostic::at(circle.place, Message::MergeCycle { ids }));
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
            diagnostics.push(if earlier.full && later.full {
                Diagnostic::at(later.span, Message::DuplicateName { name, other })
            } else {
                let example = format!("[[{}|{name}]]", later.entry.id.value);
                Diagnostic::at(later.span, Message::NameClash { name, other })
                    .hint(Hint::SayWhichInText { example })
            });
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

/// Plain pages whose names read alike have one address; so have two whose names differ in case.
fn plain_pages(parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for page in &parsed.pages {
        let path = sources.path(page.file);
        let slug = url::page_slug(super::files::stem(path));
        match taken.get(&slug) {
            Some(first) => {
                let other = Term::built(format!(" `{first}`"), format!("`{first}`"));
                let address = url::plain(&slug).trim_end_matches("index.html").to_owned();
                let message = Message::AddressClash { address, other };
                diagnostics.push(Diagnostic::at(Span::file(page.file), message).hint(Hint::RenameFile));
            }
            None => {
                taken.insert(slug, path);
            }
        }
    }
}

/// Names of front matter and wikilinks that no register has, each at its first place, with the entry to
/// paste: its `aliases` keep the address that the name has had without a register.
fn unregistered(parsed: &Parsed, archive: &Archive, diagnostics: &mut Diagnostics) {
    let known = Known::new(&[&parsed.townships, &parsed.companies]);
    let mut seen: BTreeSet<(EntityKind, String)> = BTreeSet::new();
    let mut note = |kind, name: &str, place: Span| {
        if known.has(name) || !seen.insert((kind, fold(name))) {
            return;
        }
        let message = Message::UnregisteredEntity { name: quoted(name) };
        diagnostics.push(Diagnostic::at(place, message).hint(paste(kind, name)));
    };
    for issue in parsed.issues.iter().filter(|i| i.front.internal != Internal::All) {
        let townships = issue.front.townships.iter().map(|d| (EntityKind::Township, d));
        let companies = issue.front.companies.iter().map(|d| (EntityKind::Company, d));
        for (kind, declared) in townships.chain(companies) {
            note(kind, &declared.value.name, declared.span);
        }
    }
    let files: BTreeMap<String, FileId> =
        parsed.issues.iter().filter_map(|i| Some((parsed.id_of(i)?, i.file))).collect();
    for issue in &archive.issues {
        let Some(file) = files.get(&issue.id) else { continue };
        for block in &issue.document.blocks {
            for mark in &block.marks {
                if let MarkKind::Wikilink { target } = &mark.kind
                    && super::draft::is_name(target)
                {
                    let place = block.place(*file, mark.range.clone());
                    note(EntityKind::Company, target, place);
                }
            }
        }
    }
}

/// A register entry for a name, ready to paste.
fn paste(kind: EntityKind, name: &str) -> Hint {
    let alias = url::unregistered(name);
    let (file, table) = match kind {
        EntityKind::Township => ("content/townships.toml", "township"),
        EntityKind::Company => ("content/companies.toml", "company"),
    };
    let kinds = ["街道", "乡", "镇"].into_iter().filter(|_| kind == EntityKind::Township);
    let id = url::suggested_id(kinds.filter_map(|k| name.strip_suffix(k)).next().unwrap_or(name));
    let name = toml::Value::String(name.to_owned());
    let entry = format!("[[{table}]]\nid = \"{id}\"\nname = {name}\naliases = [\"{alias}\"]");
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
        parsed.issues.iter().filter_map(|i| Some((parsed.id_of(i)?, i))).collect();
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
            let message = Message::MissingTownship { names };
            diagnostics.push(meant(Diagnostic::at(file.front.title.span, message)));
        }
    }
}
