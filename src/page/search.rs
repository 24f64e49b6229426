//! The search page: a field, how to ask, and the registers' lists, which are there without scripts.
//! The scripts fill in the results; nothing here grows with the number of issues.

use super::{Body, EntityLink, Frame, Here, Tab, View, frame, initial};
use crate::model::Entity;
use crate::{pinyin, url};
use serde::Serialize;
use std::collections::BTreeSet;

/// Words of the examples.
const WORDS: [&str; 2] = ["项目", "协议"];

#[derive(Serialize)]
pub(crate) struct Search {
    /// Where the form leads: this page.
    action: String,
    examples: Vec<Example>,
    /// Townships that have a page.
    townships: Vec<Listed>,
    letters: Vec<Letter>,
    series: Vec<Listed>,
}

/// A query that can be tried, and what it asks.
#[derive(Serialize)]
struct Example {
    query: String,
    url: String,
    /// What it asks: the theme's string of this name.
    key: &'static str,
}

/// One line of a register's list.
#[derive(Serialize)]
struct Listed {
    /// As facets name it.
    id: String,
    url: String,
    name: String,
}

#[derive(Serialize)]
struct Letter {
    /// Empty for "other".
    letter: String,
    url: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> View<'a> {
    let page = Search {
        action: here.to(&url::search()),
        examples: examples(here),
        townships: townships(here),
        letters: letters(here),
        series: series(here),
    };
    let mut frame = Frame::new(here, "", Some(Tab::Search));
    frame.search = None;
    View { frame, body: Body::Search(page) }
}

/// One query for each way to ask, about what the site has. The oldest issue is named, not the newest,
/// so that the page stays as it is when an issue comes.
fn examples(here: &Here) -> Vec<Example> {
    let archive = here.archive;
    let [first, second] = WORDS;
    let mut list = vec![
        (first.to_owned(), "search_how_text"),
        (format!("{first} {second}"), "search_how_words"),
        (format!("“{first}{second}”"), "search_how_quoted"),
        (format!("{first} -{second}"), "search_how_without"),
    ];
    if let Some((_, township)) = archive.townships().next() {
        list.push((initials(&township.name), "search_how_initials"));
        list.push((format!("{} {first}", frame::filter(township)), "search_how_township"));
    }
    if let Some((_, company)) = archive.companies().next() {
        list.push((frame::filter(company), "search_how_company"));
    }
    if let Some(issue) = archive.issues.first() {
        let year = issue.year;
        list.push((format!("年:{year} {first}"), "search_how_year"));
        list.push((format!("期:{}", issue.number.unwrap_or(1)), "search_how_number"));
        list.push((format!("日期:{year}-01..{year}-06"), "search_how_dates"));
    }
    let link = |query: &str| here.to(&url::search_for(query));
    list.into_iter().map(|(query, key)| Example { url: link(&query), query, key }).collect()
}

/// 曹镇乡 → czx
fn initials(name: &str) -> String {
    pinyin::syllables(name).iter().filter_map(|syllable| syllable.chars().next()).collect()
}

fn townships(here: &Here) -> Vec<Listed> {
    let listed = |(index, township): (usize, &Entity)| {
        let EntityLink { url, name } = here.entity(index);
        Listed { id: township.id.clone(), url, name: name.to_owned() }
    };
    here.archive.townships().map(listed).collect()
}

/// Letters that companies begin with.
fn letters(here: &Here) -> Vec<Letter> {
    let letter = |letter: Option<char>| Letter {
        letter: letter.map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default(),
        url: here.to(&url::initial(letter)),
    };
    initial::letters(here.archive).into_iter().map(|(first, _)| letter(first)).collect()
}

/// Series that have an issue.
fn series(here: &Here) -> Vec<Listed> {
    let archive = here.archive;
    let used: BTreeSet<usize> = archive.issues.iter().map(|issue| issue.series).collect();
    let listed = |index: usize| {
        let series = &archive.config.series[index];
        Listed { id: series.id.clone(), url: here.to(&url::issues(Some(series))), name: series.name.clone() }
    };
    used.into_iter().map(listed).collect()
}
