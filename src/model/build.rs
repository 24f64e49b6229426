//! Parsed files → [`Archive`]. The table of contents of the model:
//!
//! 1. `draft`: each issue's public text, without masthead, signature and hidden sections.
//! 2. `registry`: all entities, those known only from public front matter and wikilinks included.
//! 3. `assemble`: sections with their townships, mentions, files.
//! 4. `record`: order, neighbours, corrections, every entity's record, redirects.

use super::Parsed;
use super::assemble::{self, Context};
use super::draft::Draft;
use super::entity::EntityKind;
use super::names::Names;
use super::registry::{self, Known};
use super::visible::{Drafts, Publicity};
use super::{Archive, PlainPage, files, record};
use crate::diag::{Diagnostics, Files};
use crate::markdown::Document;
use crate::parse::issue::ParsedPage;
use crate::source::Asset;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Builds the archive of what is public. Problems that only several files together show are in
/// [`super::check`].
pub fn build(
    parsed: &mut Parsed,
    sources: &Files,
    assets: &BTreeMap<String, Asset>,
    publicity: Publicity,
    diagnostics: &mut Diagnostics,
) -> Archive {
    // The texts move from stage to stage: a large archive never stands in memory twice.
    let documents: Vec<Document> =
        parsed.issues.iter_mut().map(|i| std::mem::take(&mut i.document)).collect();
    let parsed = &*parsed;
    let known = Known::new(&[&parsed.townships, &parsed.companies]);
    let drafts = drafts(parsed, documents, &known, publicity, diagnostics);

    let declared = declared(&drafts, &known);
    let mut entities = registry::entities(&parsed.townships, &parsed.companies, &declared);
    let not: Vec<String> = parsed.companies.iter().flat_map(|e| &e.not).map(|n| n.value.clone()).collect();
    let names = Names::new(&entities, &not);

    let paths = files::Paths::new(parsed, sources, assets, publicity);
    let ids = registry::Ids::new(&entities);
    let context = Context {
        config: &parsed.config,
        entities: &entities,
        ids: &ids,
        names: &names,
        sources,
        paths: &paths,
    };
    let mut assembled = assemble_all(drafts, &context, diagnostics);
    assembled.sort_by(|a, b| record::order(a, b));
    let pages = pages(parsed, &context, publicity, diagnostics);

    let mut issues: Vec<_> = assembled.into_iter().filter(|a| a.public).collect();
    record::connect(&mut issues, &mut entities);
    let of_pages: Vec<_> = pages.iter().enumerate().map(|(i, (parsed, _))| (*parsed, i)).collect();
    let redirects = record::redirects(parsed, &issues, &entities, &of_pages);
    let mut archive = Archive {
        config: parsed.config.clone(),
        issues: issues.into_iter().map(|a| a.issue).collect(),
        entities,
        pages: pages.into_iter().map(|(_, page)| page).collect(),
        redirects,
    };
    files::resolve_links(&mut archive, parsed, sources, diagnostics);
    archive
}

fn drafts<'a>(
    parsed: &'a Parsed,
    documents: Vec<Document>,
    known: &Known,
    publicity: Publicity,
    diagnostics: &mut Diagnostics,
) -> Vec<Draft<'a>> {
    let results: Vec<(Option<Draft<'a>>, Diagnostics)> = parsed
        .issues
        .par_iter()
        .zip(documents)
        .map(|(issue, document)| {
            let mut own = Diagnostics::default();
            (Draft::new(issue, document, parsed, known, publicity, &mut own), own)
        })
        .collect();
    results
        .into_iter()
        .filter_map(|(draft, own)| {
            diagnostics.append(own);
            draft
        })
        .collect()
}

/// Names that public front matter lists and wikilinks give to somebody no register knows.
fn declared(drafts: &[Draft<'_>], known: &Known) -> BTreeSet<(EntityKind, String)> {
    let mut declared = BTreeSet::new();
    for draft in drafts.iter().filter(|d| d.public) {
        for (kind, name) in draft.names() {
            if !known.has(&name) {
                declared.insert((kind, name));
            }
        }
    }
    declared
}

fn assemble_all<'a>(
    drafts: Vec<Draft<'a>>,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<assemble::Assembled<'a>> {
    let results: Vec<_> = drafts
        .into_par_iter()
        .map(|draft| {
            let mut own = Diagnostics::default();
            (assemble::issue(draft, context, &mut own), own)
        })
        .collect();
    results
        .into_iter()
        .map(|(assembled, own)| {
            diagnostics.append(own);
            assembled
        })
        .collect()
}

fn pages<'a>(
    parsed: &'a Parsed,
    context: &Context<'_>,
    publicity: Publicity,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'a ParsedPage, PlainPage)> {
    let mut pages: Vec<(&ParsedPage, PlainPage)> = parsed
        .pages
        .iter()
        .filter(|p| !p.front.draft || publicity.drafts == Drafts::Shown)
        .map(|p| (p, assemble::page(p, context, diagnostics)))
        .collect();
    let order = |page: &ParsedPage| page.front.order.unwrap_or(i64::MAX);
    pages.sort_by(|a, b| order(a.0).cmp(&order(b.0)).then_with(|| a.1.slug.cmp(&b.1.slug)));
    pages
}
