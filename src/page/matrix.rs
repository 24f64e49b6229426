//! Townships down, the issues of a year across: who met companies when?

use super::{Body, Frame, Here, Tab, View, form, record};
use crate::model::{Archive, EntityKind, Entry, Issue};
use crate::url;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A year with more issues or cells has a column for each month: a wider table nobody reads, and the
/// page stays small.
const WIDEST: usize = 80;
/// See [`WIDEST`].
const MOST_CELLS: usize = 1600;

#[derive(Serialize)]
pub(crate) struct Page {
    table: Matrix,
    /// The townships' index.
    townships: String,
}

/// The table, with its own page's address where it stands on another.
#[derive(Serialize)]
pub(super) struct Matrix {
    /// `2022年`
    year: String,
    url: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Whether the columns are months.
    months: bool,
    /// What the tints mean, the lightest first.
    scale: Vec<Tint>,
}

/// A tint of a table.
#[derive(Serialize)]
pub(super) struct Tint {
    /// 1 to 5.
    tint: u8,
    /// The counts that have it: `4` or `4–7`.
    counts: String,
}

#[derive(Serialize)]
struct Column {
    /// None for a month.
    url: Option<String>,
    /// `第 6 期`, a title, or `9月`.
    label: String,
    /// Name of its series, unless that is the default one.
    series: Option<String>,
    /// `9月9日`; none for a month.
    day: Option<String>,
    iso: Option<String>,
}

#[derive(Serialize)]
struct Row {
    /// The township's year.
    url: String,
    name: String,
    /// One for each column; none where it is not named.
    cells: Vec<Option<Cell>>,
}

/// What a township did in an issue or month.
#[derive(Serialize, Clone)]
pub(super) struct Cell {
    pub(super) url: String,
    /// Companies named in its sections.
    pub(super) companies: usize,
    /// 1 to 5, by `companies` among the table's; 0 when there is none.
    pub(super) tint: u8,
    /// Whether sections belong to it, or it is only named in others'.
    pub(super) own: bool,
    /// Issues counted.
    pub(super) issues: usize,
}

pub(super) fn view<'a>(here: &Here<'a>, year: i16) -> View<'a> {
    let page = Page { table: table(here, year), townships: here.to(&url::townships()) };
    View { frame: Frame::new(here, "", Some(Tab::Townships)), body: Body::Matrix(page) }
}

/// The table of a year.
pub(super) fn table(here: &Here, year: i16) -> Matrix {
    let archive = here.archive;
    let issues: Vec<usize> = (0..archive.issues.len()).filter(|&i| archive.issues[i].year == year).collect();
    let townships = || archive.townships().filter(|(_, township)| lives(archive, township, year));
    let months = issues.len() > WIDEST || issues.len() * townships().count() > MOST_CELLS;
    // the column of each issue
    let mut columns = Vec::new();
    let mut column_of = BTreeMap::new();
    let mut last = None;
    for &issue in &issues {
        let date = archive.issues[issue].date;
        let month = (date.year(), date.month());
        if !months || last != Some(month) {
            columns.push(if months { month_column(date) } else { issue_column(here, issue) });
            last = Some(month);
        }
        column_of.insert(issue, columns.len() - 1);
    }
    let mut rows: Vec<Row> = townships()
        .map(|(index, township)| {
            let mut cells: Vec<Vec<&Entry>> = vec![Vec::new(); columns.len()];
            for entry in &township.record {
                if let Some(&column) = column_of.get(&entry.issue) {
                    cells[column].push(entry);
                }
            }
            let year_url = here.to(&url::township_year(&township.id, year));
            let link = |entries: &[&Entry]| match entries {
                [entry] => entry_url(here, entry),
                _ => {
                    let half = super::half(&archive.issues[entries[0].issue]);
                    format!("{year_url}#{}", url::half(year, half))
                }
            };
            Row {
                url: if township.record.iter().any(|e| archive.issues[e.issue].year == year) {
                    year_url.clone()
                } else {
                    here.entity(index).url
                },
                name: township.name.clone(),
                cells: cells.iter().map(|e| (!e.is_empty()).then(|| cell(archive, e, link(e)))).collect(),
            }
        })
        .collect();
    let scale = paint(rows.iter_mut().flat_map(|row| &mut row.cells));
    Matrix { scale, year: form::year(year), url: here.to(&url::matrix(year)), columns, rows, months }
}

/// Gives each cell the tint of its count among all of a table's, and says what the tints mean.
pub(super) fn paint<'a>(cells: impl Iterator<Item = &'a mut Option<Cell>>) -> Vec<Tint> {
    let mut cells: Vec<&mut Cell> = cells.flatten().collect();
    let steps = record::steps(cells.iter().map(|cell| cell.companies));
    cells.iter_mut().for_each(|cell| cell.tint = record::tint(cell.companies, steps));
    let of_tint = |tint: u8| {
        let counts = cells.iter().filter(|cell| cell.tint == tint).map(|cell| cell.companies);
        let (least, most) = (counts.clone().min()?, counts.max()?);
        let counts = if least == most { least.to_string() } else { format!("{least}–{most}") };
        Some(Tint { tint, counts })
    };
    (1..=5).filter_map(of_tint).collect()
}

/// A cell of these entries, at least one; without a tint until the table is whole.
pub(super) fn cell(archive: &Archive, entries: &[&Entry], url: String) -> Cell {
    let companies: BTreeSet<usize> = entries.iter().flat_map(|entry| companies(archive, entry)).collect();
    Cell {
        url,
        companies: companies.len(),
        tint: 0,
        own: entries.iter().any(|entry| !entry.sections.is_empty()),
        issues: entries.len(),
    }
}

/// Companies named in the sections of an entry.
fn companies(archive: &Archive, entry: &Entry) -> impl Iterator<Item = usize> {
    let issue = &archive.issues[entry.issue];
    issue
        .mentions
        .iter()
        .filter(|mention| entry.sections.contains(&issue.section_of[mention.block]))
        .map(|mention| mention.entity)
        .filter(|&entity| record::is(archive, entity, EntityKind::Company))
}

/// Whether a township has a row in a year: it is named in it, or was before and still exists. What
/// comes later does not change an earlier year.
fn lives(archive: &Archive, township: &crate::model::Entity, year: i16) -> bool {
    let mut years = township.record.iter().map(|entry| archive.issues[entry.issue].year);
    let abolished = township.until.is_some_and(|until| until.year() < year);
    years.clone().any(|own| own == year) || (!abolished && years.any(|own| own < year))
}

fn issue_column(here: &Here, index: usize) -> Column {
    let link = here.issue(index);
    Column {
        url: Some(link.url),
        label: link.number.unwrap_or(link.title).to_owned(),
        series: link.series.map(str::to_owned),
        day: Some(link.day.to_owned()),
        iso: Some(link.iso.to_owned()),
    }
}

fn month_column(date: jiff::civil::Date) -> Column {
    Column { url: None, label: form::month(date), series: None, day: None, iso: None }
}

/// The first section that belongs to the township, else the first that names it, else the issue.
fn entry_url(here: &Here, entry: &Entry) -> String {
    let issue: &Issue = &here.archive.issues[entry.issue];
    let named = || entry.mentions.first().map(|&m| issue.section_of[issue.mentions[m].block]);
    match entry.sections.first().copied().or_else(named) {
        Some(section) => record::section_url(here, entry.issue, section),
        None => here.to(here.issue_path(entry.issue)),
    }
}
