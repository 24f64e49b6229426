//! One draft → an issue with sections, townships, mentions and files.

use super::draft::{Draft, is_id};
use super::entity::{Entity, EntityKind};
use super::files::Paths;
use super::issue::{Declared, Issue, Section};
use super::mention::{self, Found, Place};
use super::names::{Meaning, Names};
use super::outline::{self, Outline, PartHead};
use super::{PlainPage, registry};
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message};
use crate::fold::fold;
use crate::markdown::{Document, MarkKind};
use crate::parse::issue::{ParsedIssue, ParsedPage};
use crate::url;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What all issues share.
pub struct Context<'a> {
    /// Settings.
    pub config: &'a Config,
    /// All entities.
    pub entities: &'a [Entity],
    /// The registered ones by id.
    pub ids: &'a registry::Ids<'a>,
    /// All names.
    pub names: &'a Names,
    /// Texts of the source files.
    pub sources: &'a Files,
    /// Files that issues may attach.
    pub paths: &'a Paths<'a>,
}

/// An issue on its way into the archive: ids of other issues are not yet indices.
pub struct Assembled<'a> {
    /// The issue; its lists of other issues are empty.
    pub issue: Issue,
    /// What was parsed.
    pub parsed: &'a ParsedIssue,
    /// It is part of the public archive.
    pub public: bool,
}

/// Assembles one issue and reports what its text leaves open.
pub fn issue<'a>(
    mut draft: Draft<'a>,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Assembled<'a> {
    let parsed = draft.parsed;
    let front = &parsed.front;
    let date = front.date.value;
    show_names(&mut draft.document, context.entities);
    outline::promote(&mut draft.document, context.names);
    let outline = outline::outline(&draft.document, &draft.opening, context.names);
    report_unknown_townships(&outline, &draft.document, parsed.file, diagnostics);

    let declared_townships = declared(&draft.townships, EntityKind::Township, context, date, diagnostics);
    let declared_companies = declared(&draft.companies, EntityKind::Company, context, date, diagnostics);
    let townships = townships(&outline, &declared_townships, &front.title.value, context, date);
    let all_declared: BTreeSet<usize> =
        declared_townships.iter().chain(&declared_companies).map(|(e, _)| *e).collect();
    let heads: Vec<_> = outline.sections.iter().map(|s| (s.form, s.first.unwrap_or(usize::MAX))).collect();
    let place = Place {
        date,
        section_of: &outline.section_of,
        townships: &townships,
        heads: &heads,
        declared: &all_declared,
    };
    let found = mention::find(&draft.document.blocks, context.entities, context.names, &place);
    report_names(&found, &draft, context, diagnostics);

    let named: BTreeSet<usize> =
        found.mentions.iter().map(|m| m.entity).chain(townships.iter().flatten().copied()).collect();
    let text_named: BTreeSet<usize> = found.mentions.iter().map(|m| m.entity).collect();
    let mut only_declared: Vec<Declared> = Vec::new();
    for (entity, written) in declared_townships.into_iter().chain(declared_companies) {
        let is_named = match context.entities[entity].kind {
            EntityKind::Township => named.contains(&entity) && text_named.contains(&entity),
            EntityKind::Company => text_named.contains(&entity),
        };
        if !is_named && only_declared.iter().all(|d| d.entity != entity) {
            only_declared.push(Declared { entity, written });
        }
    }
    let sections = sections(outline.clone(), townships, context.entities);
    let series = &context.config.series[draft.series];
    let number = front.number.as_ref().map(|n| n.value);
    let slug = front.slug.as_ref().map(|s| s.value.clone());
    let files = context.paths.of_issue(parsed, &draft.document, diagnostics);
    let issue = Issue {
        id: url::issue_id(series, draft.year, number, slug.as_deref()),
        series: draft.series,
        year: draft.year,
        number,
        slug,
        date,
        title: front.title.value.clone(),
        issuer: draft.issuer,
        summary: front.summary.as_ref().map(|s| s.value.clone()),
        topics: draft.topics,
        cc: front.cc.clone(),
        printed_by: front.printed_by.clone(),
        printed_on: front.printed_on,
        revisions: front.revisions.clone(),
        section_of: outline.section_of,
        document: draft.document,
        sections,
        mentions: found.mentions,
        declared: only_declared,
        attachments: files.attachments,
        files: files.shown,
        links: BTreeMap::new(),
        corrects: Vec::new(),
        corrected_by: Vec::new(),
        replaces: Vec::new(),
        replaced_by: Vec::new(),
        previous: None,
        next: None,
    };
    Assembled { issue, parsed, public: draft.public }
}

/// A plain page with its files.
pub fn page(parsed: &ParsedPage, context: &Context<'_>, diagnostics: &mut Diagnostics) -> PlainPage {
    PlainPage {
        slug: url::page_slug(super::files::stem(context.sources.path(parsed.file))),
        title: parsed.front.title.value.clone(),
        document: parsed.document.clone(),
        files: context.paths.of_page(parsed, diagnostics),
        links: BTreeMap::new(),
    }
}

/// `[[id]]` shows the register's name.
fn show_names(document: &mut Document, entities: &[Entity]) {
    for block in &mut document.blocks {
        let ids: Vec<(Range<usize>, &str)> = block
            .marks
            .iter()
            .filter_map(|m| match &m.kind {
                MarkKind::Wikilink { target } if is_id(target) && block.text[m.range.clone()] == **target => {
                    let entity = entities.iter().find(|e| e.registered && e.id == *target)?;
                    Some((m.range.clone(), entity.name.as_str()))
                }
                _ => None,
            })
            .collect();
        for (range, name) in ids.into_iter().rev() {
            block.replace(range, name);
        }
    }
}

/// Whom the entries of a front matter list mean, each once, in the order listed. An entry that means
/// somebody of the other kind or several is reported.
fn declared(
    list: &[&crate::diag::At<crate::parse::front_matter::Declared>],
    kind: EntityKind,
    context: &Context<'_>,
    date: Date,
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, String)> {
    let (key, other, other_key) = match kind {
        EntityKind::Township => ("townships", EntityKind::Company, "companies"),
        EntityKind::Company => ("companies", EntityKind::Township, "townships"),
    };
    let find = |kind, name| registry::find(context.entities, context.ids, context.names, kind, name, date);
    let mut found: Vec<(usize, String)> = Vec::new();
    for entry in list {
        let name = &entry.value.name;
        match find(kind, name).as_slice() {
            [one] if found.iter().all(|(e, _)| e != one) => found.push((*one, name.clone())),
            [_] => {}
            [] if find(other, name).is_empty() => {}
            [] => {
                let message = Message::WrongList { key: key.to_owned(), name: name.clone() };
                let hint = Hint::MoveToList { key: other_key.to_owned() };
                diagnostics.push(Diagnostic::at(entry.span, message).hint(hint));
            }
            several => {
                let entities = || several.iter().map(|e| &context.entities[*e]);
                let message =
                    Message::AmbiguousName { name: name.clone(), candidates: candidates(entities()) };
                let ids: Vec<String> = entities().map(|e| format!("`{}`", e.id)).collect();
                let hint = Hint::SayWhichId { ids: ids.join(" ") };
                diagnostics.push(Diagnostic::at(entry.span, message).hint(hint));
            }
        }
    }
    found
}

/// Those whom a name may mean, for a sentence.
fn candidates<'a>(entities: impl Iterator<Item = &'a Entity>) -> String {
    entities.map(|e| format!("{}（{}）", e.name, e.id)).collect::<Vec<_>>().join("、")
}

/// The townships of every section: its own, else those of the section above it; when no section has
/// any, the declared ones, else those that the title names in full, hold for the whole issue.
fn townships(
    outline: &Outline,
    declared: &[(usize, String)],
    title: &str,
    context: &Context<'_>,
    date: Date,
) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::with_capacity(outline.sections.len());
    for section in &outline.sections {
        let own = match &section.head {
            PartHead::None => section.parent.map(|p| all[p].clone()).unwrap_or_default(),
            PartHead::Unknown(_) => Vec::new(),
            PartHead::Names(patterns) => {
                let mut own: Vec<usize> = Vec::new();
                for pattern in patterns {
                    if let Some(one) = township(*pattern, context, date).filter(|t| !own.contains(t)) {
                        own.push(one);
                    }
                }
                own
            }
        };
        all.push(own);
    }
    if all.iter().all(Vec::is_empty) {
        let whole = if declared.is_empty() {
            titled(title, context, date)
        } else {
            declared.iter().map(|(e, _)| *e).collect()
        };
        all.iter_mut().for_each(|section| section.clone_from(&whole));
    }
    all
}

fn township(pattern: usize, context: &Context<'_>, date: Date) -> Option<usize> {
    match context.names.meaning(pattern, date) {
        Meaning::One { bearer, .. } if bearer.kind == EntityKind::Township => Some(bearer.entity),
        _ => None,
    }
}

fn titled(title: &str, context: &Context<'_>, date: Date) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for hit in context.names.find(&fold(title)) {
        let formal = context.names.bearers(hit.pattern).iter().any(|b| b.formal);
        if let Some(one) = township(hit.pattern, context, date).filter(|t| formal && !found.contains(t)) {
            found.push(one);
        }
    }
    found
}

fn sections(outline: Outline, townships: Vec<Vec<usize>>, entities: &[Entity]) -> Vec<Section> {
    let heads = outline.sections.iter().enumerate().map(|(i, part)| {
        // An inherited township is no reason for an anchor; the section's own words are.
        let own = matches!(part.head, PartHead::Names(_));
        let township = townships[i].first().filter(|_| own).map(|t| entities[*t].id.as_str());
        (part.heading.as_str(), township)
    });
    let anchors = url::anchors(heads);
    let mut blocks: Vec<Vec<usize>> = vec![Vec::new(); outline.sections.len()];
    for (block, section) in outline.section_of.iter().enumerate() {
        blocks[*section].push(block);
    }
    let parts = outline.sections.into_iter().zip(anchors).zip(townships).zip(blocks);
    parts
        .map(|(((part, anchor), townships), blocks)| Section {
            anchor,
            heading: part.heading,
            level: part.level,
            parent: part.parent,
            form: part.form,
            townships,
            blocks,
        })
        .collect()
}

fn report_unknown_townships(
    outline: &Outline,
    document: &Document,
    file: FileId,
    diagnostics: &mut Diagnostics,
) {
    for section in &outline.sections {
        let (PartHead::Unknown(name), Some(first)) = (&section.head, section.first) else { continue };
        let block = &document.blocks[first];
        let start = block.text.find(name.as_str()).unwrap_or(0);
        let span = block.place(file, start..start + name.len());
        let kind = ["街道", "乡", "镇"].into_iter().find(|k| name.ends_with(k)).unwrap_or_default();
        let short = name.strip_suffix(kind).unwrap_or(name);
        let id = url::suggested_id(short);
        let short = match short.chars().count() {
            0 | 1 => String::new(),
            _ => format!("short = [\"{short}\"]\n"),
        };
        let entry = format!("[[township]]\nid = \"{id}\"\nname = \"{name}\"\n{short}kind = \"{kind}\"");
        let hint = Hint::Paste { file: "content/townships.toml".to_owned(), entry };
        let message = Message::UnregisteredTownship { name: name.clone() };
        diagnostics.push(Diagnostic::at(span, message).hint(hint));
    }
}

fn report_names(found: &Found, draft: &Draft<'_>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let file = draft.parsed.file;
    for ambiguous in &found.ambiguous {
        let block = &draft.document.blocks[ambiguous.block];
        let name = block.text[ambiguous.range.clone()].to_owned();
        let entities: Vec<&Entity> = ambiguous.candidates.iter().map(|e| &context.entities[*e]).collect();
        let candidates = candidates(entities.iter().copied());
        let example = format!("[[{}|{name}]]", entities[0].id);
        diagnostics.push(
            Diagnostic::at(
                block.place(file, ambiguous.range.clone()),
                Message::AmbiguousName { name, candidates },
            )
            .hint(Hint::SayWhich { example }),
        );
    }
    for (index, range) in &found.unknown {
        let block = &draft.document.blocks[*index];
        let target = block.marks.iter().find_map(|m| match &m.kind {
            MarkKind::Wikilink { target } if m.range == *range => Some(target.clone()),
            _ => None,
        });
        let target = target.unwrap_or_default();
        let known = context.entities.iter().filter(|e| e.registered).map(|e| e.id.as_str());
        let nearest = crate::diag::nearest(&target, known).map(str::to_owned);
        let mut problem = Diagnostic::at(block.place(file, range.clone()), Message::UnknownTarget { target });
        if let Some(nearest) = nearest {
            problem = problem.hint(Hint::DidYouMean { nearest });
        }
        diagnostics.push(problem);
    }
}
