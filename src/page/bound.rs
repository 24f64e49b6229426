//! The bound year (合订本): every issue of a year in full, oldest first, to read or print in one go.
//!
//! A large year (see [`super::halves`]) is split into its half-years; its page for the whole year
//! then lists the issues with links into the halves. A half is never split again, however large:
//! people print half-years, and the browser's own search goes over one page.

use super::html::{self, Setting, Text};
use super::{Frame, Here, Tab, View, form, half, halves, issue_path, issues_by_year};
use crate::url;
use serde::Serialize;

#[derive(Serialize)]
struct Bound {
    series: String,
    year: String,
    /// 1 or 2 on the page of a half.
    half: Option<u8>,
    /// The year's list of issues.
    list: String,
    /// The whole year's page, on the page of a half.
    whole: Option<String>,
    /// The halves, when the year is split and this is its whole page.
    halves: Vec<Half>,
    contents: Vec<ContentsEntry>,
    /// Empty when the year is split and this is its whole page.
    issues: Vec<BoundIssue>,
}

#[derive(Serialize)]
struct Half {
    half: u8,
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

pub(super) fn view(here: &Here, series_index: usize, year: i16, only: Option<u8>) -> View {
    let series = &here.archive.config.series[series_index];
    let all = issues_by_year(here.archive).remove(&(series_index, year)).unwrap_or_default();
    let split = halves(here.archive, &all);
    let page_of = |i: usize| {
        let half = (!split.is_empty()).then(|| half(&here.archive.issues[i]));
        url::bound(series, year, half)
    };
    let shown: Vec<usize> = all
        .iter()
        .copied()
        .filter(|i| only.is_none_or(|only| half(&here.archive.issues[*i]) == only))
        .collect();
    let in_full = only.is_some() || split.is_empty();
    let body = Bound {
        series: series.name.clone(),
        year: form::year(year),
        half: only,
        list: here.to(&url::year(series, year)),
        whole: only.map(|_| here.to(&url::bound(series, year, None))),
        halves: if only.is_some() { Vec::new() } else { half_links(here, &all, &split, page_of) },
        contents: shown.iter().map(|i| entry(here, *i, &page_of(*i))).collect(),
        issues: if in_full { shown.iter().map(|i| bound_issue(here, *i)).collect() } else { Vec::new() },
    };
    let mut frame = Frame::new(here, "", Some(Tab::Issues));
    frame.series = series.name.clone();
    View::new("bound.html", frame, &body)
}

fn half_links(here: &Here, all: &[usize], split: &[u8], page_of: impl Fn(usize) -> String) -> Vec<Half> {
    split
        .iter()
        .filter_map(|number| {
            let of_half = || all.iter().filter(|i| half(&here.archive.issues[**i]) == *number);
            let url = here.to(&page_of(*of_half().next()?));
            Some(Half { half: *number, url, issues: of_half().count() })
        })
        .collect()
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
    let own = issue_path(here.archive, issue);
    let series = &here.archive.config.series[issue.series];
    let cite = form::citation(&series.name, issue.number, issue.date);
    let setting =
        Setting { here, own: &own, within: Some(&issue.id), heading: 3, cite: &cite, link: &|_| None };
    BoundIssue {
        id: url::within(&issue.id, url::TOP),
        url: here.to(&own),
        number: issue.number.map(form::number),
        title: issue.title.clone(),
        issuer: issue.issuer.clone(),
        date: form::date(issue.date),
        iso: form::iso(issue.date),
        summary: issue.summary.clone(),
        html: html::render(&Text::of_issue(issue), &setting),
    }
}
