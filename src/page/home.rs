//! The front page: the newest issue, its year, all townships, the companies named lately.

use super::{Body, EntityLink, Frame, Here, IssueLink, Sentence, View, form, fragment_of};
use crate::markdown::BlockKind;
use crate::model::{EntityKind, Issue};
use crate::url;
use serde::Serialize;
use std::collections::BTreeSet;

/// Companies with their sentences.
const LATELY: usize = 8;
/// Issues of the year listed before a link to all of them.
const LISTED: usize = 16;
/// Characters of the newest issue's first lines.
const FIRST_LINES: usize = 240;
/// Sections whose first lines follow them where the issue stands nearly alone, and their characters.
const GOES_ON: usize = 2;
const PASSAGE: usize = 72;

#[derive(Serialize)]
pub(crate) struct Home<'a> {
    /// `None` before the first issue.
    newest: Option<Newest<'a>>,
    townships: Vec<Township<'a>>,
    companies: Vec<Lately<'a>>,
}

#[derive(Serialize)]
struct Newest<'a> {
    issue: IssueLink<'a>,
    series: String,
    issuer: String,
    lines: String,
    /// How it goes on.
    on: Vec<Passage>,
    townships: Vec<EntityLink<'a>>,
    year: String,
    year_url: String,
    bound: String,
    /// The year's issues, newest first.
    issues: Vec<IssueLink<'a>>,
    /// Whether the year has more of them.
    more: bool,
}

/// A section's heading and first lines.
#[derive(Serialize)]
struct Passage {
    heading: String,
    text: String,
}

#[derive(Serialize)]
struct Township<'a> {
    name: &'a str,
    url: String,
    /// Month of its last entry.
    last: String,
    /// The same as `2022-09`.
    iso: String,
}

/// A company named lately, with the sentence that names it.
#[derive(Serialize)]
struct Lately<'a> {
    name: &'a str,
    url: String,
    sentence: Sentence,
    /// Where the sentence stands.
    place: String,
    issue: IssueLink<'a>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> View<'a> {
    let body = Home { newest: newest(here), townships: townships(here), companies: lately(here) };
    let frame = Frame::new(here, "", None);
    let description = format!("{} {}", frame.site, frame.organisation);
    View { frame: frame.described(description), body: Body::Home(body) }
}

fn newest<'a>(here: &Here<'a>) -> Option<Newest<'a>> {
    let archive = here.archive;
    let issue = archive.issues.last()?;
    let series = &archive.config.series[issue.series];
    let of_year: Vec<usize> = (0..archive.issues.len())
        .rev()
        .filter(|i| (archive.issues[*i].series, archive.issues[*i].year) == (issue.series, issue.year))
        .collect();
    Some(Newest {
        issue: here.issue(archive.issues.len() - 1),
        series: series.name.clone(),
        issuer: issue.issuer.clone(),
        lines: first_lines(issue),
        on: goes_on(issue),
        townships: here.entities(EntityKind::Township, named(issue)),
        year: form::year(issue.year),
        year_url: here.to(&url::year(series, issue.year)),
        bound: here.to(&url::bound(series, issue.year, None)),
        issues: of_year.iter().take(LISTED).map(|i| here.issue(*i)).collect(),
        more: of_year.len() > LISTED,
    })
}

/// The summary, or else the first paragraph, cut after a sentence where that is possible.
fn first_lines(issue: &Issue) -> String {
    let own = usize::from(issue.summary.is_some()) + 1;
    let first = issue.document.blocks.iter().skip(own);
    let first = first.clone().find(|b| b.kind == BlockKind::Paragraph && !b.text.is_empty());
    let text = issue.summary.as_deref().or(first.map(|b| b.text.as_str())).unwrap_or_default();
    shortened(text, FIRST_LINES)
}

/// The first sections that have a paragraph of their own.
fn goes_on(issue: &Issue) -> Vec<Passage> {
    let headed = issue.sections.iter().filter(|section| !section.heading.is_empty());
    let passages = headed.filter_map(|section| {
        let mut blocks = section.blocks.iter().map(|block| &issue.document.blocks[*block]);
        let first = blocks.find(|b| b.kind == BlockKind::Paragraph && !b.text.is_empty())?;
        Some(Passage { heading: section.heading.clone(), text: shortened(&first.text, PASSAGE) })
    });
    passages.take(GOES_ON).collect()
}

/// At most `most` characters of a text, to the end of a sentence where that is possible.
fn shortened(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text.to_string() };
    match text[..cut].rfind(['。', '；']) {
        Some(end) => text[..end + '。'.len_utf8()].to_string(),
        None => format!("{}……", &text[..cut]),
    }
}

/// Everything that an issue names, in the order of its text; what is only declared comes last.
pub(super) fn named(issue: &Issue) -> impl Iterator<Item = usize> {
    let own = issue.sections.iter().flat_map(|s| s.townships.iter().copied());
    let mentioned = issue.mentions.iter().map(|m| m.entity);
    own.chain(mentioned).chain(issue.declared.iter().map(|d| d.entity))
}

fn townships<'a>(here: &Here<'a>) -> Vec<Township<'a>> {
    here.archive
        .townships()
        .filter_map(|(index, township)| {
            let last = here.archive.issues[township.record.last()?.issue].date;
            let EntityLink { url, name } = here.entity(index);
            let iso = format!("{:04}-{:02}", last.year(), last.month());
            Some(Township { name, url, last: form::month(last), iso })
        })
        .collect()
}

fn lately<'a>(here: &Here<'a>) -> Vec<Lately<'a>> {
    let mut seen = BTreeSet::new();
    let newest_first = here.archive.issues.iter().enumerate().rev();
    newest_first
        .flat_map(|(index, issue)| issue.mentions.iter().map(move |mention| (index, issue, mention)))
        .filter(|(_, _, m)| here.archive.entities[m.entity].kind == EntityKind::Company)
        .filter(|(_, _, mention)| seen.insert(mention.entity))
        .take(LATELY)
        .map(|(index, issue, mention)| {
            let EntityLink { url, name } = here.entity(mention.entity);
            let fragment = fragment_of(issue, mention.block);
            let place = here.to(&format!("{}#{fragment}", here.issue_path(index)));
            Lately { name, url, sentence: here.sentence(issue, mention), place, issue: here.issue(index) }
        })
        .collect()
}
