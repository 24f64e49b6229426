//! Parsed files → [`Archive`]. The table of contents of the model:
//!
//! 1. `draft`: each issue's public text, without masthead, signature and hidden sections.
//! 2. `registry`: all entities, those known only from public front matter and wikilinks included.
//! 3. `assemble`: sections with their townships, mentions, files.
//! 4. `record`: order, neighbours, corrections, every entity's record, redirects.

use super::assemble::{self, Context};
use super::draft::Draft;
use super::entity::EntityKind;
use super::names::Names;
use super::registry::{self, Known};
use super::visible::Drafts;
use super::{Archive, PlainPage, files, record};
use crate::config::Config;
use crate::diag::{Diagnostics, Files};
use crate::markdown::Document;
use crate::parse::issue::{ParsedIssue, ParsedPage};
use crate::parse::register::Entry;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Everything parsed from a site.
#[derive(Debug)]
pub struct Parsed {
    /// site.toml.
    pub config: Config,
    /// townships.toml.
    pub townships: Vec<Entry>,
    /// companies.toml.
    pub companies: Vec<Entry>,
    /// content/issues.
    pub issues: Vec<ParsedIssue>,
    /// content/pages.
    pub pages: Vec<ParsedPage>,
}

/// Which text is public.
#[derive(Debug, Clone, Copy)]
pub struct Publicity {
    /// Today in the site's time zone.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
}

/// Builds the archive of what is public. Problems that only several files together show are in
/// [`super::check`].
pub fn build(
    parsed: &mut Parsed,
    sources: &Files,
    assets: &BTreeMap<String, u64>,
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
    let context =
        Context { config: &parsed.config, entities: &entities, names: &names, sources, paths: &paths };
    let mut assembled = assemble_all(drafts, &context, diagnostics);
    assembled.sort_by(|a, b| record::order(a, b));
    let pages = pages(parsed, &context, publicity, diagnostics);

    let mut issues: Vec<_> = assembled.into_iter().filter(|a| a.public).collect();
    record::connect(&mut issues, &mut entities);
    let redirects = record::redirects(parsed, &issues, &entities);
    let mut archive = Archive {
        config: parsed.config.clone(),
        issues: issues.into_iter().map(|a| a.issue).collect(),
        entities,
        pages,
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

fn pages(
    parsed: &Parsed,
    context: &Context<'_>,
    publicity: Publicity,
    diagnostics: &mut Diagnostics,
) -> Vec<PlainPage> {
    let mut pages: Vec<(i64, PlainPage)> = parsed
        .pages
        .iter()
        .filter(|p| !p.front.draft || publicity.drafts == Drafts::Shown)
        .map(|p| (p.front.order.unwrap_or(i64::MAX), assemble::page(p, context, diagnostics)))
        .collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.slug.cmp(&b.1.slug)));
    pages.into_iter().map(|(_, page)| page).collect()
}
