//! All series and their years, or one series' years.

use super::{Body, Frame, Here, Tab, View, form, issues_by_year};
use crate::url;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Years {
    series: Vec<SeriesYears>,
}

/// One series with its years, newest first.
#[derive(Serialize)]
struct SeriesYears {
    name: String,
    /// The series' own page, when this is not it.
    url: Option<String>,
    years: Vec<YearEntry>,
}

#[derive(Serialize)]
struct YearEntry {
    year: String,
    url: String,
    issues: usize,
    bound: String,
}

pub(super) fn view<'a>(here: &Here<'a>, only: Option<usize>) -> View<'a> {
    let config = &here.archive.config;
    let series = (0..config.series.len())
        .filter(|s| only.is_none_or(|only| only == *s))
        .map(|s| series_years(here, s))
        .filter(|s| !s.years.is_empty())
        .collect();
    let mut frame = Frame::new(here, "", Some(Tab::Issues));
    if let Some(series) = only {
        frame.title = config.series[series].name.clone();
        frame.series = frame.title.clone();
    }
    View { frame, body: Body::Years(Years { series }) }
}

fn series_years(here: &Here, index: usize) -> SeriesYears {
    let series = &here.archive.config.series[index];
    let own = url::issues(Some(series));
    let years = issues_by_year(here.archive)
        .into_iter()
        .rev()
        .filter(|((s, _), _)| *s == index)
        .map(|((_, year), issues)| YearEntry {
            year: form::year(year),
            url: here.to(&url::year(series, year)),
            issues: issues.len(),
            bound: here.to(&url::bound(series, year, None)),
        })
        .collect();
    SeriesYears { name: series.name.clone(), url: (own != here.path).then(|| here.to(&own)), years }
}
