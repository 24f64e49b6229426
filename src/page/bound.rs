//! The bound year (合订本): every issue of a year in full, oldest first, to read or print in one go.
//!
//! A large year (see [`super::volumes`]) is split into half-years, and a half-year that is still too
//! large for one page into parts; the page for the whole year then lists the issues with links into
//! the volumes. The text stands here without permalinks: each issue's own page has them.

use super::html::{self, Setting, Text};
use super::{Body, Frame, Here, Tab, View, Volume, form, issues_by_year, volumes};
use crate::url;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Bound {
    series: String,
    year: String,
    /// 1 or 2 on the page of a volume.
    half: Option<u8>,
    /// From 1, when its half-year has several parts.
    part: Option<u32>,
    /// The year's list of issues.
    list: String,
    /// The whole year's page, on the page of a volume.
    whole: Option<String>,
    /// The part before it.
    previous: Option<String>,
    /// The part after it.
    next: Option<String>,
    /// The volumes, when the year is split and this is its whole page.
    volumes: Vec<VolumeLink>,
    contents: Vec<ContentsEntry>,
    /// Empty when the year is split and this is its whole page.
    issues: Vec<BoundIssue>,
}

#[derive(Serialize)]
struct VolumeLink {
    half: u8,
    part: Option<u32>,
    url: String,
    issues: usize,
}

/// An issue in the contents.
#[derive(Serialize)]
struct ContentsEntry {
    url: String,
    number: Option<String>,
    title: String,
    day: String,
}

/// An issue in full.
#[derive(Serialize)]
struct BoundIssue {
    id: String,
    /// Its own page.
    url: String,
    number: Option<String>,
    title: String,
    issuer: String,
    date: String,
    iso: String,
    summary: Option<String>,
    html: String,
}

pub(super) fn view<'a>(here: &Here<'a>, series_index: usize, year: i16, only: Option<Volume>) -> View<'a> {
    let series = &here.archive.config.series[series_index];
    let all = issues_by_year(here.archive).remove(&(series_index, year)).unwrap_or_default();
    let split = volumes(here.archive, &all);
    let address = |volume: Option<Volume>| url::bound(series, year, volume.map(|v| (v.half, v.part)));
    let own = split.iter().position(|(volume, _)| Some(*volume) == only);
    // Where each issue shown stands in full.
    let shown: Vec<(Option<Volume>, usize)> = match own {
        Some(own) => split[own].1.iter().map(|i| (only, *i)).collect(),
        None if split.is_empty() => all.iter().map(|i| (None, *i)).collect(),
        None => split.iter().flat_map(|(volume, list)| list.iter().map(|i| (Some(*volume), *i))).collect(),
    };
    let beside = |step: isize| {
        let other = own?.checked_add_signed(step)?;
        split.get(other).map(|(volume, _)| here.to(&address(Some(*volume))))
    };
    let in_full = only.is_some() || split.is_empty();
    let body = Bound {
        series: series.name.clone(),
        year: form::year(year),
        half: only.map(|v| v.half),
        part: only.and_then(|v| part_number(&split, v)),
        list: here.to(&url::year(series, year)),
        whole: only.map(|_| here.to(&address(None))),
        previous: beside(-1),
        next: beside(1),
        volumes: match only {
            Some(_) => Vec::new(),
            None => split
                .iter()
                .map(|(volume, list)| VolumeLink {
                    half: volume.half,
                    part: part_number(&split, *volume),
                    url: here.to(&address(Some(*volume))),
                    issues: list.len(),
                })
                .collect(),
        },
        contents: shown.iter().map(|(volume, i)| entry(here, *i, &address(*volume))).collect(),
        issues: if in_full { shown.iter().map(|(_, i)| bound_issue(here, *i)).collect() } else { Vec::new() },
    };
    let mut frame = Frame::new(here, "", Some(Tab::Issues));
    frame.series = series.name.clone();
    View { frame, body: Body::Bound(body) }
}

/// The number of a part, when its half-year has several.
fn part_number(split: &[(Volume, Vec<usize>)], volume: Volume) -> Option<u32> {
    let several = split.iter().filter(|(v, _)| v.half == volume.half).count() > 1;
    several.then_some(volume.part)
}

fn entry(here: &Here, index: usize, page: &str) -> ContentsEntry {
    let issue = &here.archive.issues[index];
    ContentsEntry {
        url: here.to(&format!("{page}#{}", url::within(&issue.id, url::TOP))),
        number: issue.number.map(form::number),
        title: issue.title.clone(),
        day: form::day(issue.date),
    }
}

fn bound_issue(here: &Here, index: usize) -> BoundIssue {
    let issue = &here.archive.issues[index];
    let own = here.issue_path(index);
    let series = &here.archive.config.series[issue.series];
    let cite = form::citation(&series.name, issue.number, issue.date);
    let setting = Setting { here, own, within: Some(&issue.id), heading: 3, cite: &cite };
    BoundIssue {
        id: url::within(&issue.id, url::TOP),
        url: here.to(own),
        number: issue.number.map(form::number),
        title: issue.title.clone(),
        issuer: issue.issuer.clone(),
        date: form::date(issue.date),
        iso: form::iso(issue.date),
        summary: issue.summary.clone(),
        html: html::render(&Text::of_issue(issue), &setting),
    }
}
