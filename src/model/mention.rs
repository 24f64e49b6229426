//! Who is named where? Names found in folded text, and the rules that tell a name from the same
//! characters inside another name (SPEC 4; `tests/mentions/cases.toml` is the definition).

mod company;
mod township;

use super::entity::{Entity, EntityKind, NameKind};
use super::heads::{HeadLine, Numbered};
use super::issue::{Mention, Role};
use super::names::{Bearer, Hit, Meaning, Names};
use super::outline::Form;
use super::sentence;
use crate::fold::{Folded, fold};
use crate::markdown::{Block, BlockKind, MarkKind};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Range;

/// What the finder needs to know of an issue beside its blocks.
pub struct Place<'a> {
    /// Date of the issue.
    pub date: Date,
    /// The section of each block.
    pub section_of: &'a [usize],
    /// The townships of each section.
    pub townships: &'a [Vec<usize>],
    /// Form and first block of each section.
    pub heads: &'a [(Form, usize)],
    /// Entities that front matter declares: they resolve an ambiguous name.
    pub declared: &'a BTreeSet<usize>,
}

/// What was found in an issue.
#[derive(Debug, Default)]
pub struct Found {
    /// Mentions by block and place.
    pub mentions: Vec<Mention>,
    /// Names that mean several and could not be resolved.
    pub ambiguous: Vec<Ambiguous>,
    /// Targets of wikilinks that name nobody known.
    pub unknown: Vec<(usize, Range<usize>)>,
}

/// A name that means several entities on the issue's day.
#[derive(Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// Block of the document.
    pub block: usize,
    /// Bytes of its text.
    pub range: Range<usize>,
    /// Whom it may mean.
    pub candidates: Vec<usize>,
}

/// All mentions of an issue.
pub fn find(blocks: &[Block], entities: &[Entity], names: &Names, place: &Place<'_>) -> Found {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut found = Found::default();
    for (index, block) in blocks.iter().enumerate() {
        let text = BlockText::new(index, block, entities, names, place);
        text.candidates(&mut candidates, &mut found.unknown);
    }
    candidates.sort_by_key(|c| (c.block, c.range.start));
    let mut named: BTreeSet<usize> = candidates.iter().filter_map(Candidate::named_in_full).collect();
    named.extend(place.declared);
    let mut sentences: (usize, Vec<Range<usize>>) = (usize::MAX, Vec::new());
    for candidate in candidates {
        let block = &blocks[candidate.block];
        if sentences.0 != candidate.block {
            sentences = (candidate.block, sentence::sentences(&block.text));
        }
        match candidate.resolve(&named) {
            Ok((bearer, outdated)) => {
                let own = place.townships[place.section_of[candidate.block]].contains(&bearer.entity);
                let role = match bearer.kind {
                    EntityKind::Company => candidate.role,
                    EntityKind::Township if own => Role::Own,
                    EntityKind::Township => Role::Elsewhere,
                };
                found.mentions.push(Mention {
                    entity: bearer.entity,
                    block: candidate.block,
                    sentence: sentence::holding(&sentences.1, candidate.range.start, block.text.len()),
                    range: candidate.range,
                    role,
                    outdated,
                });
            }
            Err(candidates) => found.ambiguous.push(Ambiguous {
                block: candidate.block,
                range: candidate.range,
                candidates: candidates.iter().map(|b| b.entity).collect(),
            }),
        }
    }
    found
}

/// A name that passed the rules, before it is known whom it means.
struct Candidate {
    block: usize,
    range: Range<usize>,
    bearers: Vec<Bearer>,
    outdated: bool,
    role: Role,
    /// A wikilink by id: it names its entity as surely as a full name.
    explicit: bool,
}

impl Candidate {
    fn named_in_full(&self) -> Option<usize> {
        match self.bearers.as_slice() {
            [one] if self.explicit || one.name != NameKind::Short => Some(one.entity),
            _ => None,
        }
    }

    fn resolve(&self, named: &BTreeSet<usize>) -> Result<(Bearer, bool), Vec<Bearer>> {
        if let [one] = self.bearers.as_slice() {
            return Ok((one.clone(), self.outdated));
        }
        let mut sure = self.bearers.iter().filter(|b| named.contains(&b.entity));
        match (sure.next(), sure.next()) {
            (Some(one), None) => Ok((one.clone(), self.outdated)),
            _ => Err(self.bearers.clone()),
        }
    }
}

/// One block with its hits, and what the rules ask about it.
struct BlockText<'a> {
    index: usize,
    block: &'a Block,
    folded: Folded,
    hits: Vec<Hit>,
    entities: &'a [Entity],
    names: &'a Names,
    date: Date,
    /// Folded ranges of township names that head the section beginning here.
    head: Vec<Range<usize>>,
}

impl<'a> BlockText<'a> {
    fn new(
        index: usize,
        block: &'a Block,
        entities: &'a [Entity],
        names: &'a Names,
        place: &Place<'_>,
    ) -> Self {
        let folded = Folded::with_map(&block.text);
        let hits = names.find(&folded.text);
        let (form, first) = place.heads[place.section_of[index]];
        let head = match form {
            _ if first != index && form != Form::Row => Vec::new(),
            Form::Opening => Vec::new(),
            Form::Heading | Form::Row | Form::Opener => {
                let line = HeadLine::new(&block.text, Numbered::Inside);
                let head = match form {
                    Form::Heading => line.heading(names),
                    Form::Row => line.row(names),
                    _ => line.head(names),
                };
                head.map(|h| h.hits.into_iter().map(|h| h.range).collect()).unwrap_or_default()
            }
        };
        Self { index, block, folded, hits, entities, names, date: place.date, head }
    }

    fn candidates(&self, out: &mut Vec<Candidate>, unknown: &mut Vec<(usize, Range<usize>)>) {
        let marked = self.wikilinks(out, unknown);
        for (i, hit) in self.hits.iter().enumerate() {
            let range = self.folded.shown(hit.range.clone());
            if marked.iter().any(|m| m.start < range.end && range.start < m.end) {
                continue;
            }
            let (bearers, outdated) = match self.names.meaning(hit.pattern, self.date) {
                Meaning::Nobody => continue,
                Meaning::One { bearer, outdated } => (vec![bearer], outdated),
                Meaning::Several(bearers) => (bearers, false),
            };
            let counting: Vec<Bearer> = bearers.into_iter().filter(|b| self.counts(i, b)).collect();
            if !counting.is_empty() {
                let role = if self.owns_project(i) { Role::Project } else { Role::Named };
                out.push(Candidate {
                    block: self.index,
                    range,
                    bearers: counting,
                    outdated,
                    role,
                    explicit: false,
                });
            }
        }
    }

    /// The names said explicitly; returns the ranges that are settled thereby.
    fn wikilinks(
        &self,
        out: &mut Vec<Candidate>,
        unknown: &mut Vec<(usize, Range<usize>)>,
    ) -> Vec<Range<usize>> {
        let mut settled = Vec::new();
        for mark in &self.block.marks {
            let target = match &mark.kind {
                MarkKind::Veto => {
                    settled.push(mark.range.clone());
                    continue;
                }
                MarkKind::Wikilink { target } => target,
                _ => continue,
            };
            settled.push(mark.range.clone());
            let meaning = self.target(target);
            let (bearers, outdated, explicit) = match meaning {
                Some(Meaning::One { bearer, outdated }) => (vec![bearer], outdated, true),
                Some(Meaning::Several(bearers)) => (bearers, false, false),
                _ => {
                    unknown.push((self.index, mark.range.clone()));
                    continue;
                }
            };
            let end = self.folded.folded(mark.range.end);
            let next = self.hits.partition_point(|h| h.range.start < end);
            let role = if self.project_follows(end, next) { Role::Project } else { Role::Named };
            let range = mark.range.clone();
            out.push(Candidate { block: self.index, range, bearers, outdated, role, explicit });
        }
        settled
    }

    fn target(&self, target: &str) -> Option<Meaning> {
        let by_id = self.entities.iter().position(|e| e.registered && e.id == target.trim());
        if let Some(entity) = by_id {
            let kind = self.entities[entity].kind;
            return Some(Meaning::One { bearer: Bearer::explicit(entity, kind), outdated: false });
        }
        Some(self.names.meaning(self.names.whole(&fold(target))?, self.date))
    }

    fn counts(&self, hit: usize, bearer: &Bearer) -> bool {
        match bearer.kind {
            _ if bearer.formal => true,
            EntityKind::Company => self.company_counts(hit, bearer),
            EntityKind::Township => self.township_counts(hit),
        }
    }

    fn owns_project(&self, hit: usize) -> bool {
        self.project_follows(self.hits[hit].range.end, hit + 1)
    }

    fn before(&self, hit: usize) -> &str {
        &self.folded.text[..self.hits[hit].range.start]
    }

    fn after(&self, hit: usize) -> &str {
        &self.folded.text[self.hits[hit].range.end..]
    }

    fn hit_begins(&self, at: usize, from: usize) -> bool {
        self.hits[from..].iter().any(|h| h.range.start == at)
    }

    /// A blank of the text as shown, which the fold may have dropped, stands directly before or after.
    fn blank_beside(&self, hit: usize) -> (bool, bool) {
        let range = self.folded.shown(self.hits[hit].range.clone());
        let text = &self.block.text;
        let before = text[..range.start].chars().next_back().is_some_and(char::is_whitespace);
        let after = text[range.end..].chars().next().is_some_and(char::is_whitespace);
        (before, after)
    }

    fn is_item(&self) -> bool {
        self.block.kind == BlockKind::Item
    }
}

/// Neither letter, digit nor blank.
fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && c != ' '
}
