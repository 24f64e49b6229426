//! The root: what every query needs, and where everything else is.

use super::flat::Alphabet;
use super::text::Year;
use super::{Browser, facts, width};
use crate::fold::{is_dropped, is_han, is_tight, unify};
use crate::search::units::SeriesRow;
use serde_json::{Value, json};
use std::char::from_digit;

/// `search/start.js`.
pub(super) fn file(browser: &Browser) -> Value {
    let corpus = browser.corpus;
    let flat = &browser.shards.flat;
    let prefix = |series: &SeriesRow| if series.default { String::new() } else { format!("{}-", series.id) };
    let series: Vec<Value> =
        corpus.series.iter().map(|s| json!({ "id": s.id, "prefix": prefix(s) })).collect();
    let texts: Vec<Value> = browser.years.iter().map(|year| json!([year.hash, slices(year)])).collect();
    json!({
        "format": 4,
        "set": browser.set,
        "units": corpus.units.len(),
        "issues": corpus.issues.len(),
        "newest": facts::newest(corpus),
        "pivot": flat.pivot,
        "letters": browser.letters.chars.iter().collect::<String>(),
        "fold": fold_table(&flat.alphabet),
        "shards": browser.shards.directory(),
        "names": browser.names.first(),
        "lists": browser.lists.first(),
        "width": width(corpus.entities.len()),
        "townships": corpus.townships,
        "near": facts::near(corpus),
        "texts": texts,
        "series": series,
        "synonyms": corpus.synonyms,
    })
}

/// How many units each slice has, a digit for each.
fn slices(year: &Year) -> String {
    year.slices.iter().filter_map(|slice| from_digit(slice.len() as u32, 36)).collect()
}

/// What the browser cannot work out by itself: NFKC and lower case it knows, after them a code point is
/// looked up here. Only what leads to characters of the site's texts, or to marks beside which blanks go.
fn fold_table(alphabet: &Alphabet) -> Value {
    let is_mark = |c: char| is_tight(c) && !is_han(c);
    let useful = |c: &char| {
        let unified = unify(*c);
        unified != *c && (alphabet.id(unified).is_some() || unified == ' ' || is_mark(unified))
    };
    let variants: Vec<char> = ('\0'..='\u{3FFFF}').filter(useful).collect();
    json!({
        "from": variants.iter().collect::<String>(),
        "to": variants.iter().map(|c| unify(*c)).collect::<String>(),
        "dropped": dropped(),
    })
}

/// What vanishes, as the ranges of a regular expression.
fn dropped() -> String {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|c| is_dropped(*c)) {
        match ranges.last_mut() {
            Some((_, last)) if *last as u32 + 1 == c as u32 => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    ranges.into_iter().map(|(first, last)| format!("{first}-{last}")).collect()
}
