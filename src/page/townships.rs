//! All townships: × years, and the newest year's issues.

use super::matrix::{self, Cell, Matrix, Tint};
use super::record::{self, Named};
use super::{Body, Frame, Here, Tab, View, form};
use crate::model::{Archive, Entity, Entry};
use crate::url;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
pub(crate) struct Townships {
    /// Newest first.
    years: Vec<Column>,
    rows: Vec<Row>,
    /// What the tints mean.
    scale: Vec<Tint>,
    /// Those that are no more.
    abolished: Vec<Row>,
    /// The newest year's table; none while no township is named.
    newest: Option<Matrix>,
}

#[derive(Serialize)]
struct Column {
    /// `2022年`
    year: String,
    url: String,
}

#[derive(Serialize)]
struct Row {
    url: String,
    name: String,
    /// What became of it.
    fate: Option<Fate>,
    /// One for each year; none where it is not named.
    cells: Vec<Option<Cell>>,
}

#[derive(Serialize)]
struct Fate {
    /// As the note's own day: `2023年`.
    until: Option<String>,
    into: Option<Named>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> View<'a> {
    let archive = here.archive;
    let years: BTreeSet<i16> = archive
        .townships()
        .flat_map(|(_, township)| township.record.iter().map(|entry| archive.issues[entry.issue].year))
        .collect();
    let (mut rows, mut abolished) = (Vec::new(), Vec::new());
    for (index, township) in archive.townships() {
        let row = row(here, index, township, &years);
        if row.fate.is_some() { abolished.push(row) } else { rows.push(row) }
    }
    let scale = matrix::paint(rows.iter_mut().chain(&mut abolished).flat_map(|row| &mut row.cells));
    let page = Townships {
        scale,
        years: years
            .iter()
            .rev()
            .map(|&year| Column { year: form::year(year), url: here.to(&url::matrix(year)) })
            .collect(),
        rows,
        abolished,
        newest: years.last().map(|&year| matrix::table(here, year)),
    };
    View { frame: Frame::new(here, "", Some(Tab::Townships)), body: Body::Townships(page) }
}

fn row(here: &Here, index: usize, township: &Entity, years: &BTreeSet<i16>) -> Row {
    let archive = here.archive;
    let mut entries: BTreeMap<i16, Vec<&Entry>> = BTreeMap::new();
    for entry in &township.record {
        entries.entry(archive.issues[entry.issue].year).or_default().push(entry);
    }
    let cell = |year: &i16| {
        let url = here.to(&url::township_year(&township.id, *year));
        entries.get(year).map(|entries| matrix::cell(archive, entries, url))
    };
    Row {
        url: here.entity(index).url,
        name: township.name.clone(),
        fate: fate(here, township),
        cells: years.iter().rev().map(cell).collect(),
    }
}

/// A township is no more when another took it over, or its last day lies before the newest issue.
fn fate(here: &Here, township: &Entity) -> Option<Fate> {
    let over =
        |archive: &Archive| township.until.zip(archive.issues.last()).is_some_and(|(day, i)| day < i.date);
    (township.merged_into.is_some() || over(here.archive)).then(|| Fate {
        until: township.until.map(record::last_day),
        into: township.merged_into.map(|other| Named::of(here, other)),
    })
}
