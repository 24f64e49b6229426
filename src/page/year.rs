//! A series' issues of one year, newest first. Of the other years it names its neighbours only, so
//! that it does not change with years far away.

use super::{Body, Frame, Here, IssueLink, Tab, View, form, issues_by_year};
use crate::url;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Year<'a> {
    series: String,
    year: String,
    issues: Vec<IssueLink<'a>>,
    bound: String,
    /// All years.
    index: String,
    earlier: Option<YearLink>,
    later: Option<YearLink>,
}

/// A year of the same series.
#[derive(Serialize)]
struct YearLink {
    year: String,
    url: String,
}

pub(super) fn view<'a>(here: &Here<'a>, series_index: usize, year: i16) -> View<'a> {
    let series = &here.archive.config.series[series_index];
    let by_year = issues_by_year(here.archive);
    let link = |year: i16| YearLink { year: form::year(year), url: here.to(&url::year(series, year)) };
    let years = || by_year.keys().filter(|(s, _)| *s == series_index).map(|(_, y)| *y);
    let issues = by_year.get(&(series_index, year)).map_or(&[][..], Vec::as_slice);
    let body = Year {
        series: series.name.clone(),
        year: form::year(year),
        issues: issues.iter().rev().map(|i| here.issue(*i)).collect(),
        bound: here.to(&url::bound(series, year, None)),
        index: here.to(&url::issues((!series.default).then_some(series))),
        earlier: years().filter(|y| *y < year).max().map(link),
        later: years().filter(|y| *y > year).min().map(link),
    };
    let mut frame = Frame::new(here, format!("{} {}", series.name, body.year), Some(Tab::Issues));
    frame.series = series.name.clone();
    View { frame, body: Body::Year(body) }
}
