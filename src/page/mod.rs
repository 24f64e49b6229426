//! Archive → pages as views. The plan is a value: a list of (path, [`Subject`]); a view is made
//! from the archive when its page is rendered, one at a time, so that a large site never stands in
//! memory. A file here has its template's name.
//!
//! Views hold strings, numbers and links relative to their own page, never model types. A page
//! changes only with its own subject: nothing in [`Frame`] counts or names the rest of the site.

pub mod addresses;
mod bound;
mod companies;
mod company;
pub mod form;
mod frame;
mod ground;
mod here;
mod home;
pub mod html;
mod initial;
mod issue;
mod matrix;
mod not_found;
mod plain;
mod quote;
mod record;
mod redirect;
mod search;
mod township;
mod townships;
mod year;
mod years;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use frame::{Frame, NavItem, SearchBox, Tab};
use ground::Grounds;
pub use here::{EntityLink, Here, IssueLink, Sentence};

use crate::model::{Archive, Entity, EntityKind, Issue, Target};
use crate::url;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a page is about: enough to make its view from the archive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The front page.
    Home,
    /// `issues/`: all series and years (`None`), or one series' years.
    Years(Option<usize>),
    /// A series' issues of one year: (series, year).
    Year(usize, i16),
    /// The bound year (合订本): (series, year, volume; `None` is the whole year).
    Bound(usize, i16, Option<Volume>),
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
    /// A part of the companies of a letter that has too many: (letter, prefix of the readings, its
    /// companies in order; looking for them again on each page would be work that grows with its square).
    InitialPart(Option<char>, String, Vec<usize>),
    /// One company, and the years of it on pages of their own.
    Company(usize, BTreeSet<i16>),
    /// A year of a company whose whole record is too large for its page: (entity, year).
    CompanyYear(usize, i16),
    /// A plain page.
    Plain(usize),
    /// The search page; none when site.toml or `--no-search` says so.
    Search,
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

/// One page, ready for its template.
pub struct View<'a> {
    /// What stands around every page.
    pub frame: Frame,
    /// What the page says.
    pub(crate) body: Body<'a>,
}

/// What a page says: its template sees the fields as `page.…`. Plain data, strings, numbers and lists.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Body<'a> {
    Home(home::Home<'a>),
    Years(years::Years),
    Year(year::Year<'a>),
    Bound(bound::Bound),
    Issue(Box<issue::IssuePage<'a>>),
    Townships(townships::Townships),
    Matrix(matrix::Page),
    Township(township::Township<'a>),
    TownshipYear(township::TownshipYear<'a>),
    Companies(companies::Companies<'a>),
    Initial(initial::Initial<'a>),
    Company(company::Company<'a>),
    CompanyYear(company::CompanyYear<'a>),
    Plain(plain::Plain),
    Search(search::Search),
    Redirect(redirect::Redirect),
    NotFound,
}

impl View<'_> {
    /// All it says as bytes: equal for equal views, and for no others.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(&(self.template(), &self.frame, &self.body)).expect("a view is plain data")
    }

    /// Its file in the theme's `templates/`.
    pub fn template(&self) -> &'static str {
        match self.body {
            Body::Home(_) => "home.html",
            Body::Years(_) => "years.html",
            Body::Year(_) => "year.html",
            Body::Bound(_) => "bound.html",
            Body::Issue(_) => "issue.html",
            Body::Townships(_) => "townships.html",
            Body::Matrix(_) => "matrix.html",
            Body::Township(_) => "township.html",
            Body::TownshipYear(_) => "township_year.html",
            Body::Companies(_) => "companies.html",
            Body::Initial(_) => "initial.html",
            Body::Company(_) => "company.html",
            Body::CompanyYear(_) => "company_year.html",
            Body::Plain(_) => "plain.html",
            Body::Search(_) => "search.html",
            Body::Redirect(_) => "redirect.html",
            Body::NotFound => "not_found.html",
        }
    }

    /// The same page, marked as a preview of drafts (`--drafts`).
    pub fn with_drafts(mut self) -> Self {
        self.frame.drafts = true;
        self
    }
}

/// All pages of the site, sorted by path.
pub fn plan(archive: &Archive) -> Vec<Planned> {
    let mut subjects = vec![Subject::Home, Subject::Years(None), Subject::NotFound];
    subjects.extend(issue_subjects(archive));
    subjects.extend(entity_subjects(archive));
    subjects.extend((0..archive.pages.len()).map(Subject::Plain));
    subjects.extend(archive.config.search.enabled.then_some(Subject::Search));
    subjects.extend(redirects(archive));
    let planned = |subject| Planned { path: path(archive, &subject), subject };
    let mut pages: Vec<_> = subjects.into_par_iter().map(planned).collect();
    pages.par_sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

/// The pages of an archive, with what many of them say alike.
#[derive(Debug)]
pub struct Pages<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// By the archive's index.
    issues: Vec<here::Written>,
    /// Output paths of the entities' pages, by the archive's index.
    entities: Vec<String>,
    grounds: Grounds<'a>,
    /// All of them: see [`plan`].
    pub plan: Vec<Planned>,
}

impl<'a> Pages<'a> {
    /// All pages of an archive.
    pub fn new(archive: &'a Archive) -> Self {
        Self::of_plan(archive, plan(archive))
    }

    /// The pages of a plan.
    pub fn of_plan(archive: &'a Archive, plan: Vec<Planned>) -> Self {
        Self {
            archive,
            issues: archive.issues.par_iter().map(|issue| here::Written::new(archive, issue)).collect(),
            entities: archive.entities.par_iter().map(entity_path).collect(),
            grounds: Grounds::new(archive),
            plan,
        }
    }

    /// What a table of the whole record hangs on, or one of a year's issues: see [`Pages::ground`].
    pub fn ground_of_table(&self, year: Option<i16>) -> u128 {
        self.grounds.of_table(year)
    }

    /// Checksum of all that the view of a page may read. `None` where the view is to be made to know it.
    pub fn ground(&self, planned: &Planned) -> Option<u128> {
        self.grounds.of(&planned.subject)
    }

    /// The view of one page of the plan.
    pub fn view(&'a self, planned: &'a Planned) -> View<'a> {
        view(&Here::new(self, &planned.path), planned)
    }
}

fn view<'a>(here: &Here<'a>, planned: &'a Planned) -> View<'a> {
    match &planned.subject {
        Subject::Home => home::view(here),
        Subject::Years(series) => years::view(here, *series),
        Subject::Year(series, year) => year::view(here, *series, *year),
        Subject::Bound(series, year, volume) => bound::view(here, *series, *year, *volume),
        Subject::Issue(index) => issue::view(here, *index),
        Subject::Plain(page) => plain::view(here, *page),
        Subject::Search => search::view(here),
        Subject::NotFound => not_found::view(here.clone()),
        Subject::Redirect(_, new) => redirect::view(here, new),
        Subject::Townships => townships::view(here),
        Subject::Matrix(year) => matrix::view(here, *year),
        Subject::Township(entity) => township::view(here, *entity),
        Subject::TownshipYear(entity, year) => township::year_view(here, *entity, *year),
        Subject::Companies => companies::view(here),
        Subject::Initial(letter) => initial::view(here, *letter),
        Subject::InitialPart(letter, prefix, companies) => {
            initial::part_view(here, *letter, prefix, companies)
        }
        Subject::Company(entity, years) => company::view(here, *entity, years),
        Subject::CompanyYear(entity, year) => company::year_view(here, *entity, *year),
    }
}

/// The output path of a subject's page.
pub fn path(archive: &Archive, subject: &Subject) -> String {
    let config = &archive.config;
    match subject {
        Subject::Home => url::home(),
        Subject::Years(None) => url::issues(None),
        Subject::Years(Some(series)) => url::issues(Some(&config.series[*series])),
        Subject::Year(series, year) => url::year(&config.series[*series], *year),
        Subject::Bound(series, year, volume) => {
            url::bound(&config.series[*series], *year, volume.map(|v| (v.half, v.part)))
        }
        Subject::Issue(issue) => issue_path(archive, &archive.issues[*issue]),
        Subject::Townships => url::townships(),
        Subject::Matrix(year) => url::matrix(*year),
        Subject::Township(entity) => url::township(&archive.entities[*entity].id),
        Subject::TownshipYear(entity, year) => url::township_year(&archive.entities[*entity].id, *year),
        Subject::Companies => url::companies(),
        Subject::Initial(letter) => url::initial(*letter),
        Subject::InitialPart(letter, prefix, _) => url::initial_part(*letter, prefix),
        Subject::Company(entity, _) => url::company(&archive.entities[*entity].id),
        Subject::CompanyYear(entity, year) => url::company_year(&archive.entities[*entity].id, *year),
        Subject::Plain(page) => url::plain(&archive.pages[*page].slug),
        Subject::Search => url::search(),
        Subject::NotFound => url::not_found(),
        Subject::Redirect(old, _) => old.clone(),
    }
}

/// The output path of an issue's page.
pub fn issue_path(archive: &Archive, issue: &Issue) -> String {
    let series = &archive.config.series[issue.series];
    url::issue(series, issue.year, issue.number, issue.slug.as_deref())
}

/// The output path of a township's or company's page.
pub fn entity_path(entity: &Entity) -> String {
    match entity.kind {
        EntityKind::Township => url::township(&entity.id),
        EntityKind::Company => url::company(&entity.id),
    }
}

/// The fragment of an issue's page that leads to a block: see [`html::fragments`], which does it for
/// all blocks at once.
pub fn fragment_of(issue: &Issue, block: usize) -> String {
    html::fragments(issue).swap_remove(block)
}

/// Years in which an entity's record has entries, newest first. A year is the issue's (that of its
/// number), everywhere on the site.
pub fn record_years(archive: &Archive, entity: &Entity) -> Vec<i16> {
    let years: BTreeSet<i16> = entity.record.iter().map(|entry| archive.issues[entry.issue].year).collect();
    years.into_iter().rev().collect()
}

/// The half of its year that an issue belongs to, by its date: 1 or 2. An issue dated outside its
/// number's year counts with the half beside it.
pub fn half(issue: &Issue) -> u8 {
    match issue.date.year().cmp(&issue.year) {
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => 1 + u8::from(issue.date.month() > 6),
        std::cmp::Ordering::Greater => 2,
    }
}

/// Issues by series and year, in archive order.
pub fn issues_by_year(archive: &Archive) -> BTreeMap<(usize, i16), Vec<usize>> {
    let mut years: BTreeMap<(usize, i16), Vec<usize>> = BTreeMap::new();
    for (index, issue) in archive.issues.iter().enumerate() {
        years.entry((issue.series, issue.year)).or_default().push(index);
    }
    years
}

fn issue_subjects(archive: &Archive) -> Vec<Subject> {
    let mut subjects: Vec<_> = (0..archive.issues.len()).map(Subject::Issue).collect();
    let mut series_seen = BTreeSet::new();
    for ((series, year), issues) in issues_by_year(archive) {
        if !archive.config.series[series].default && series_seen.insert(series) {
            subjects.push(Subject::Years(Some(series)));
        }
        subjects.push(Subject::Year(series, year));
        subjects.push(Subject::Bound(series, year, None));
        let volumes = volumes(archive, &issues).into_iter();
        subjects.extend(volumes.map(|(volume, _)| Subject::Bound(series, year, Some(volume))));
    }
    subjects
}

/// One of the pages into which a large bound year is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume {
    /// 1 or 2.
    pub half: u8,
    /// From 1; a half that fits on one page has one.
    pub part: u32,
}

/// The volumes of a bound year with their issues; none when it fits on one page. Parts are filled
/// from the oldest issue on, so that a new one changes the last part alone.
pub fn volumes(archive: &Archive, issues: &[usize]) -> Vec<(Volume, Vec<usize>)> {
    const LARGEST: usize = 280_000;
    let size = |issue: usize| estimated_html(&archive.issues[issue]);
    if issues.iter().map(|i| size(*i)).sum::<usize>() <= LARGEST {
        return Vec::new();
    }
    let mut volumes: Vec<(Volume, Vec<usize>)> = Vec::new();
    for half_year in [1, 2] {
        let (mut part, mut filled) = (0, usize::MAX);
        for issue in issues.iter().copied().filter(|i| half(&archive.issues[*i]) == half_year) {
            if filled.saturating_add(size(issue)) > LARGEST {
                (part, filled) = (part + 1, 0);
                volumes.push((Volume { half: half_year, part }, Vec::new()));
            }
            filled += size(issue);
            volumes.last_mut().expect("a part was begun").1.push(issue);
        }
    }
    volumes
}

/// Bytes of an issue's text as HTML, roughly: known without rendering it.
fn estimated_html(issue: &Issue) -> usize {
    const AROUND_AN_ISSUE: usize = 1_000;
    const AROUND_A_BLOCK: usize = 60;
    const LINK: usize = 90;
    let text: usize = issue.document.blocks.iter().map(|b| b.text.len() + AROUND_A_BLOCK).sum();
    AROUND_AN_ISSUE + text + issue.mentions.len() * LINK
}

fn entity_subjects(archive: &Archive) -> Vec<Subject> {
    let mut subjects = vec![Subject::Townships, Subject::Companies];
    let mut matrix_years = BTreeSet::new();
    for (index, township) in archive.townships() {
        subjects.push(Subject::Township(index));
        let years = record_years(archive, township);
        matrix_years.extend(years.iter().copied());
        subjects.extend(years.into_iter().map(|year| Subject::TownshipYear(index, year)));
    }
    subjects.extend(matrix_years.into_iter().map(Subject::Matrix));
    let sizes = company::Sizes::new(archive);
    for (index, _) in archive.companies() {
        let years = sizes.year_pages(index);
        subjects.extend(years.iter().map(|year| Subject::CompanyYear(index, *year)));
        subjects.push(Subject::Company(index, years));
    }
    for (letter, companies) in initial::letters(archive) {
        subjects.push(Subject::Initial(letter));
        let parts = initial::parts(archive, &companies).into_iter();
        subjects.extend(parts.map(|part| Subject::InitialPart(letter, part.prefix, part.companies)));
    }
    subjects
}

fn redirects(archive: &Archive) -> impl Iterator<Item = Subject> {
    archive
        .redirects
        .iter()
        .map(|old| Subject::Redirect(url::redirect(&old.from), target_path(archive, old.to)))
}

/// The output path of what a redirect or link leads to.
pub fn target_path(archive: &Archive, target: Target) -> String {
    match target {
        Target::Issue(issue) => issue_path(archive, &archive.issues[issue]),
        Target::Entity(entity) => entity_path(&archive.entities[entity]),
        Target::Page(page) => url::plain(&archive.pages[page].slug),
    }
}
