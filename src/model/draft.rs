//! One issue's public text, before names are looked for in it.

use super::Parsed;
use super::entity::EntityKind;
use super::masthead::{self, Paper};
use super::names::Names;
use super::outline;
use super::registry::{self, Known};
use super::visible;
use super::visible::Publicity;
use crate::diag::{At, Diagnostic, Diagnostics, Hint, Message};
use crate::fold::fold;
use crate::markdown::{Document, MarkKind};
use crate::parse::front_matter::{Declared, Internal};
use crate::parse::issue::ParsedIssue;
use std::collections::BTreeSet;

/// An issue on its way into the archive.
pub struct Draft<'a> {
    /// What was parsed.
    pub parsed: &'a ParsedIssue,
    /// Index of its series.
    pub series: usize,
    /// Year of its number.
    pub year: i16,
    /// Issuing office.
    pub issuer: String,
    /// It is part of the public archive; else it is only checked.
    pub public: bool,
    /// Public text: title, summary, body.
    pub document: Document,
    /// Blocks of masthead and signature: they belong to the opening wherever they stand.
    pub opening: BTreeSet<usize>,
    /// Entries of `townships` that count.
    pub townships: Vec<&'a At<Declared>>,
    /// Entries of `companies` that count.
    pub companies: Vec<&'a At<Declared>>,
    /// Entries of `topics` that count.
    pub topics: Vec<String>,
}

impl<'a> Draft<'a> {
    /// Cuts an issue's `document` down to its public text. `None` when the whole issue is internal, or when its
    /// series is unknown.
    pub fn new(
        parsed: &'a ParsedIssue,
        mut document: Document,
        site: &Parsed,
        known: &Known,
        publicity: Publicity,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let front = &parsed.front;
        if front.internal == Internal::All {
            return None;
        }
        let series = series(parsed, site, diagnostics)?;
        let year = front.number_year();
        let issuer = front
            .issuer
            .as_ref()
            .map_or_else(|| site.config.series[series].issuer.clone(), |i| i.value.clone());
        let paper = Paper {
            series: &site.config.series[series].name,
            title: &front.title.value,
            issuer: &issuer,
            number: front.number.as_ref().map(|n| n.value),
            year,
            date: front.date.value,
        };
        let signature = masthead::strip(&mut document, &paper);
        let summary = front.summary.as_ref().map(|s| (s.value.as_str(), s.span.start as usize));
        let bare = masthead::bare_blocks(&front.title.value, front.title.span.start as usize, summary);
        let opening = signature.into_iter().map(|b| b + bare.len()).collect();
        document.put_first(bare);
        let mut draft = Self {
            parsed,
            series,
            year,
            issuer,
            public: visible::is_public(front, publicity.today, publicity.drafts),
            document,
            opening,
            townships: front.townships.iter().collect(),
            companies: front.companies.iter().collect(),
            topics: Vec::new(),
        };
        if let Internal::Sections(entries) = &front.internal {
            draft.cut(entries, site, known, diagnostics);
        }
        let topics = front.topics.iter().filter(|t| draft.counts(t));
        draft.topics = topics.map(|t| t.value.name.clone()).collect();
        Some(draft)
    }

    /// Every name that front matter or a wikilink gives.
    pub fn names(&self) -> impl Iterator<Item = (EntityKind, String)> {
        let townships = self.townships.iter().map(|d| (EntityKind::Township, d.value.name.clone()));
        let companies = self.companies.iter().map(|d| (EntityKind::Company, d.value.name.clone()));
        let marks = self.document.blocks.iter().flat_map(|b| &b.marks);
        let links = marks.filter_map(|m| match &m.kind {
            MarkKind::Wikilink { target } if is_name(target) => Some((EntityKind::Company, target.clone())),
            _ => None,
        });
        townships.chain(companies).chain(links)
    }

    fn cut(&mut self, entries: &[At<String>], site: &Parsed, known: &Known, diagnostics: &mut Diagnostics) {
        // Townships that only this issue's front matter names may head the sections to hide.
        let own: BTreeSet<_> = self.names().filter(|(_, name)| !known.has(name)).collect();
        let entities = registry::entities(&site.townships, &site.companies, &own);
        let names = Names::new(&entities, &[]);
        outline::promote(&mut self.document, &names);
        let outline = outline::outline(&self.document, &self.opening, &names);
        let mut hidden = visible::hidden_blocks(&outline, entries, diagnostics);
        visible::hide_notes(&self.document, &mut hidden);
        visible::cut(&mut self.document, &hidden);
        self.opening = self.opening.iter().map(|b| b - hidden.range(..*b).count()).collect();
        let (townships, companies) =
            (std::mem::take(&mut self.townships), std::mem::take(&mut self.companies));
        self.townships = townships.into_iter().filter(|d| self.counts(d)).collect();
        self.companies = companies.into_iter().filter(|d| self.counts(d)).collect();
    }

    /// Whether a front matter entry is public: always, unless text is hidden that it might tell of.
    fn counts(&self, entry: &At<Declared>) -> bool {
        !visible::is_cut(&self.parsed.front)
            || entry.value.public
            || visible::shows(&self.document, &self.parsed.front.title.value, &entry.value.name)
    }
}

/// Whether a wikilink's target has the form of an id, which a name never has.
pub fn is_id(target: &str) -> bool {
    !target.is_empty() && target.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether a wikilink's target can be a name: no id, and something when folded.
pub fn is_name(target: &str) -> bool {
    !is_id(target) && !fold(target).is_empty()
}

fn series(parsed: &ParsedIssue, site: &Parsed, diagnostics: &mut Diagnostics) -> Option<usize> {
    let all = &site.config.series;
    let found = site.series_of(parsed);
    if let (None, Some(wanted)) = (found, &parsed.front.series) {
        let mut problem = Diagnostic::at(wanted.span, Message::UnknownSeries { name: wanted.value.clone() });
        let known = all.iter().flat_map(|s| [s.id.as_str(), s.name.as_str()]);
        problem = problem.hint(match crate::diag::nearest(&wanted.value, known) {
            Some(nearest) => Hint::DidYouMean { nearest: nearest.to_owned() },
            None => {
                let names: Vec<String> = all.iter().map(|s| format!("{}（{}）", s.name, s.id)).collect();
                Hint::KnownSeries { names: names.join("、") }
            }
        });
        diagnostics.push(problem);
    }
    found
}
