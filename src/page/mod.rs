//! Archive → pages as views. The plan is a value: a list of (path, [`Subject`]); a view is made
//! from the archive when its page is rendered, one at a time, so that a large site never stands in
//! memory. A file here has its template's name.

use crate::model::Archive;

/// What a page is about: enough to make its view from the archive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The front page.
    Home,
    /// `issues/`: all series and years (`None`), or one series' years.
    Years(Option<usize>),
    /// A series' issues of one year: (series, year).
    Year(usize, i16),
    /// The bound year (合订本): (series, year, half 1 or 2; `None` is the whole year).
    Bound(usize, i16, Option<u8>),
    /// One issue.
    Issue(usize),
    /// Townships × years, and the newest year's issues.
    Townships,
    /// Townships × the issues of one year.
    Matrix(i16),
    /// One township: its newest entries and all years.
    Township(usize),
    /// One township's year: (entity, year).
    TownshipYear(usize, i16),
    /// Companies: initials, and the lately named.
    Companies,
    /// Companies whose reading begins with a letter; `None` is "other".
    Initial(Option<char>),
    /// One company.
    Company(usize),
    /// A plain page.
    Plain(usize),
    /// 404.html.
    NotFound,
    /// An old address that leads to a new one: (old path, new path), both output paths.
    Redirect(String, String),
}

/// A page of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Output path, `/` between parts.
    pub path: String,
    /// What it shows.
    pub subject: Subject,
}

/// All pages of the site, sorted by path.
pub fn plan(_archive: &Archive) -> Vec<Planned> {
    Vec::new()
}
