//! Archive → the tables of `data/`, the contract that scripts and spreadsheets rely on (SPEC 6).
//!
//! A row is a typed struct; its fields in their order are the columns. [`plan`] lists the files,
//! [`write()`] makes one of them, row by row; other formats (csv, xlsx) stand on the same rows.
//!
//! Every file is a JSON array of objects, one object a line, in a fixed order, so that two builds
//! of the same content are equal and a difference between two archives can be read line by line.
//! Dates are `YYYY-MM-DD`, strings NFC, ids as in addresses. `url` is relative to the site's root
//! and names the file. Only public text stands behind a row.
//!
//! `issues.json` ([`IssueRow`]), one row an issue, in archive order (date, series, number, slug):
//!
//! | field | value |
//! | --- | --- |
//! | `id` | `[series-]YEAR-NNN` or `[series-]YEAR-slug` |
//! | `series` | the series' id, for the default one too |
//! | `year` | year of the number; integer |
//! | `number` | number within series and year, from 1; null when the issue has a slug |
//! | `slug` | null when the issue has a number |
//! | `date` | date of the issue |
//! | `title`, `issuer` | as on the paper |
//! | `townships`, `companies` | ids of all that the issue names or declares: in the order of the text, the declared after |
//! | `corrects`, `replaces` | ids of issues |
//! | `url` | the issue's page |
//!
//! `townships.json` ([`TownshipRow`]) in list order and `companies.json` ([`CompanyRow`]) by id, one
//! row for each entity that public text names or public front matter declares:
//!
//! | field | value |
//! | --- | --- |
//! | `id` | stable; unregistered ones have a made id |
//! | `name` | full name |
//! | `names` | all names: full, short, former |
//! | `kind` (townships) | 乡, 镇 or 街道; null when unknown |
//! | `region` (companies) | as registered; null when unknown |
//! | `first`, `last` | dates of the first and last issue that names or declares it |
//! | `issues` | how many issues name or declare it |
//! | `sections` | townships: sections that belong to it; companies: sections whose own text names it |
//! | `mentions` | sentences that name it, each counted once |
//! | `url` | its page |
//!
//! `sections.json` ([`SectionRow`]), one row a section, by issue, then place in the outline; from
//! [`MANY_ISSUES`] issues on one file for each year of the issues' numbers, `sections-2022.json`:
//!
//! | field | value |
//! | --- | --- |
//! | `issue`, `date` | the issue's id and date |
//! | `section` | the anchor; `top` for the opening |
//! | `heading` | as shown, numbering included; empty for the opening |
//! | `level` | depth in the outline, 0 for the opening |
//! | `townships` | ids of the townships that it belongs to, in the order named |
//! | `companies` | ids of the companies that its own text names, in the order named |
//! | `text` | its own blocks joined by `\n`: the heading first; of the opening title, summary, text, topics |
//! | `url` | page and anchor |
//!
//! `mentions.json` ([`MentionRow`]), one row a sentence × company × township of its section; by
//! issue, section, place in the text, township, company:
//!
//! | field | value |
//! | --- | --- |
//! | `issue`, `date`, `section`, `heading` | as in `sections.json` |
//! | `township_id`, `township` | the section's township, id and name; both empty when it has none |
//! | `company_id`, `company` | id and full name |
//! | `written` | the forms that the sentence uses, each once, in their order, joined by `\|` |
//! | `role` | `named`; `project` when every form in the sentence stands for a project's owner; `elsewhere` see below |
//! | `declared` | true when front matter alone names it |
//! | `sentence` | the whole sentence |
//! | `url` | page and anchor of the section |
//!
//! A township named in a section not its own gives a row a sentence with its own id and name, the
//! company's fields empty and `role` `elsewhere`. An entity that front matter declares and the text
//! does not name gives a row at section `top`, after the opening's own, with `sentence` empty,
//! `written` as declared and `declared` true: a company as `named`, once for each township of the
//! opening; a township as `elsewhere`.

mod entities;
mod issues;
mod mentions;
mod sections;

pub use entities::{CompanyRow, TownshipRow};
pub use issues::IssueRow;
pub use mentions::{MentionRow, RowRole};
pub use sections::SectionRow;

use crate::model::{Archive, Entity, EntityKind, Issue, Section};
use crate::url;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// From this many issues on the sections stand in one file a year.
pub const MANY_ISSUES: usize = 3000;

/// One file of `data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Companies.
    Companies,
    /// Issues.
    Issues,
    /// Mentions.
    Mentions,
    /// Sections of all issues, or of those whose numbers belong to a year.
    Sections(Option<i16>),
    /// Townships.
    Townships,
}

impl Table {
    /// The year of its issues, when it is not of all.
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Sections(year) => year,
            _ => None,
        }
    }

    /// File name without extension.
    pub fn stem(self) -> String {
        match self {
            Self::Companies => "companies".into(),
            Self::Issues => "issues".into(),
            Self::Mentions => "mentions".into(),
            Self::Sections(None) => "sections".into(),
            Self::Sections(Some(year)) => format!("sections-{year}"),
            Self::Townships => "townships".into(),
        }
    }
}

/// The tables of the archive, sorted by name.
pub fn plan(archive: &Archive) -> Vec<Table> {
    let mut tables = vec![Table::Companies, Table::Issues, Table::Mentions];
    if archive.issues.len() < MANY_ISSUES {
        tables.push(Table::Sections(None));
    } else {
        let mut years: Vec<_> = archive.issues.iter().map(|issue| issue.year).collect();
        years.sort_unstable();
        years.dedup();
        tables.extend(years.into_iter().map(|year| Table::Sections(Some(year))));
    }
    tables.push(Table::Townships);
    tables
}

/// One table as JSON in memory.
pub fn json(archive: &Archive, table: Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(archive, table, &mut bytes).expect("memory takes every byte");
    bytes
}

/// Writes one table as JSON. Rows are made issue by issue and dropped once written.
///
/// # Errors
/// Those of `out`.
pub fn write(archive: &Archive, table: Table, out: &mut dyn Write) -> io::Result<()> {
    let issues = 0..archive.issues.len();
    match table {
        Table::Companies => lines(companies(archive), out),
        Table::Issues => lines(self::issues(archive), out),
        Table::Mentions => lines(issues.flat_map(|issue| mentions(archive, issue)), out),
        Table::Sections(year) => {
            let of_year = issues.filter(|&issue| year.is_none_or(|year| archive.issues[issue].year == year));
            lines(of_year.flat_map(|issue| sections(archive, issue)), out)
        }
        Table::Townships => lines(townships(archive), out),
    }
}

/// The rows of `issues`.
pub fn issues(archive: &Archive) -> impl Iterator<Item = IssueRow<'_>> {
    issues::rows(archive)
}

/// The rows of `townships`.
pub fn townships(archive: &Archive) -> impl Iterator<Item = TownshipRow<'_>> {
    entities::townships(archive)
}

/// The rows of `companies`.
pub fn companies(archive: &Archive) -> impl Iterator<Item = CompanyRow<'_>> {
    entities::companies(archive)
}

/// One issue's rows of `sections`.
pub fn sections(archive: &Archive, issue: usize) -> Vec<SectionRow<'_>> {
    sections::rows(archive, issue)
}

/// One issue's rows of `mentions`.
pub fn mentions(archive: &Archive, issue: usize) -> Vec<MentionRow<'_>> {
    mentions::rows(archive, issue)
}

/// A JSON array, one row a line.
fn lines(rows: impl Iterator<Item = impl Serialize>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut line = Vec::new();
    for row in rows {
        let begin: &[u8] = if line.is_empty() { b"\n" } else { b",\n" };
        line.clear();
        line.extend_from_slice(begin);
        serde_json::to_writer(&mut line, &row).expect("a row of strings and numbers is JSON");
        out.write_all(&line)?;
    }
    out.write_all(if line.is_empty() { b"]\n" } else { b"\n]\n" })
}

fn issue_url(archive: &Archive, issue: &Issue) -> String {
    url::issue(&archive.config.series[issue.series], issue.year, issue.number, issue.slug.as_deref())
}

fn section_url(archive: &Archive, issue: &Issue, section: &Section) -> String {
    [&issue_url(archive, issue), "#", &section.anchor].concat()
}

fn entity_url(entity: &Entity) -> String {
    match entity.kind {
        EntityKind::Township => url::township(&entity.id),
        EntityKind::Company => url::company(&entity.id),
    }
}

/// A date as `YYYY-MM-DD`.
fn iso<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

#[cfg(test)]
mod tests;
