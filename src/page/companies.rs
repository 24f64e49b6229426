//! All companies: by the first letter of their reading, and those named lately.

use super::{Body, EntityLink, Frame, Here, IssueLink, Tab, View, initial};
use super::{quote, record};
use crate::model::EntityKind;
use crate::url;
use serde::Serialize;
use std::collections::BTreeSet;

/// Companies named lately that are listed.
const LATELY: usize = 30;
/// Up to this many companies all names stand on this page.
const FEW: usize = 300;

#[derive(Serialize)]
pub(crate) struct Companies<'a> {
    /// A to Z and "other".
    letters: Vec<Letter<'a>>,
    lately: Vec<Lately<'a>>,
}

#[derive(Serialize)]
struct Letter<'a> {
    /// Empty for "other".
    letter: String,
    /// None when no company's reading begins with it.
    url: Option<String>,
    count: usize,
    /// All of them, when the site has few.
    companies: Vec<EntityLink<'a>>,
}

/// A company with the sentence that named it last.
#[derive(Serialize)]
struct Lately<'a> {
    company: EntityLink<'a>,
    issue: IssueLink<'a>,
    /// The section.
    url: String,
    heading: String,
    /// The sentence, as HTML.
    quote: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> View<'a> {
    let page = Companies { letters: letters(here), lately: lately(here) };
    View { frame: Frame::new(here, "", Some(Tab::Companies)), body: Body::Companies(page) }
}

fn letters<'a>(here: &Here<'a>) -> Vec<Letter<'a>> {
    let lists = initial::letters(here.archive);
    let few = lists.iter().map(|(_, list)| list.len()).sum::<usize>() <= FEW;
    ('a'..='z')
        .map(Some)
        .chain([None])
        .map(|letter| {
            let list = lists.iter().find(|(other, _)| *other == letter).map_or(&[][..], |(_, list)| list);
            Letter {
                letter: letter.map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default(),
                url: (!list.is_empty()).then(|| here.to(&url::initial(letter))),
                count: list.len(),
                companies: list.iter().filter(|_| few).map(|&index| here.entity(index)).collect(),
            }
        })
        .collect()
}

/// Newest issue first, in it the order of the text.
fn lately<'a>(here: &Here<'a>) -> Vec<Lately<'a>> {
    let mut seen = BTreeSet::new();
    let mut list = Vec::new();
    for (index, issue) in here.archive.issues.iter().enumerate().rev() {
        let companies =
            issue.mentions.iter().filter(|m| record::is(here.archive, m.entity, EntityKind::Company));
        for mention in companies {
            if list.len() == LATELY {
                return list;
            }
            if seen.insert(mention.entity) {
                let section = issue.section_of[mention.block];
                list.push(Lately {
                    company: here.entity(mention.entity),
                    issue: here.issue(index),
                    url: record::section_url(here, index, section),
                    heading: issue.sections[section].heading.clone(),
                    quote: quote::html(&quote::sentence(issue, &[mention])),
                });
            }
        }
    }
    list
}
