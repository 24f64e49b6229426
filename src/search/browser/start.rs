//! The root: what every query needs, and where everything else is.

use super::bits::Writer;
use super::flat::Alphabet;
use super::{Browser, b64, facts, width};
use crate::fold::{is_dropped, is_han, is_tight, unify};
use crate::search::units::count;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

/// `search/start.js`.
pub(super) fn file(browser: &Browser) -> Value {
    let corpus = browser.corpus;
    let flat = &browser.shards.flat;
    let series: Vec<Value> =
        corpus.series.iter().map(|s| json!({ "id": s.id, "name": s.name, "default": s.default })).collect();
    let keys = browser.shards.directory(width(flat.alphabet.chars.len()));
    let texts: Vec<&str> = browser.years.iter().map(|year| year.hash.as_str()).collect();
    json!({
        "format": 2,
        "set": browser.set,
        "units": corpus.units.len(),
        "issues": corpus.issues.len(),
        "pivot": flat.pivot,
        "t": browser.settings.often,
        "big": browser.settings.big,
        "chars": characters(&flat.alphabet),
        "fold": fold_table(&flat.alphabet),
        "shards": { "keys": b64(&keys), "count": browser.shards.count() },
        "names": { "first": browser.names.first() },
        "lists": { "first": browser.lists.first() },
        "entities": corpus.entities.len(),
        "townships": corpus.townships,
        "near": facts::near(corpus),
        "texts": texts,
        "slices": slices(browser),
        "series": series,
        "synonyms": corpus.synonyms,
    })
}

/// For each year the number of its slices, then of each slice's units.
fn slices(browser: &Browser) -> String {
    let mut out = Writer::default();
    for year in &browser.years {
        out.gamma(count(year.slices.len()));
        year.slices.iter().for_each(|slice| out.gamma(count(slice.len())));
    }
    b64(&out.finish())
}

fn characters(alphabet: &Alphabet) -> Value {
    let (common, rest) = alphabet.common_and_rest();
    json!({ "common": common.iter().collect::<String>(), "count": rest.len(), "rest": gaps(rest) })
}

/// Ascending characters.
fn gaps(chars: &[char]) -> String {
    let mut out = Writer::default();
    out.gaps(&chars.iter().map(|c| u32::from(*c)).collect::<Vec<_>>());
    b64(&out.finish())
}

/// What the browser cannot work out by itself: NFKC and lower case it knows, after them a code point is
/// looked up here. Only what leads to characters of the site's texts, or to marks beside which blanks go.
fn fold_table(alphabet: &Alphabet) -> Value {
    let is_mark = |c: char| is_tight(c) && !is_han(c);
    let useful = |c: &char| {
        let unified = unify(*c);
        unified != *c && (alphabet.id(unified).is_some() && unified != ' ' || is_mark(unified))
    };
    let variants: Vec<char> = ('\0'..='\u{3FFFF}').filter(useful).collect();
    let targets = variants.iter().map(|c| unify(*c));
    let marks: BTreeSet<char> = targets.clone().filter(|c| alphabet.id(*c).is_none()).collect();
    let known = alphabet.chars.iter().chain(&marks).copied();
    let ids: HashMap<char, u32> = known.zip(0..).collect();
    let mut to = Writer::default();
    targets.for_each(|c| to.bits(ids[&c], width(ids.len())));
    json!({
        "count": variants.len(),
        "from": gaps(&variants),
        "to": b64(&to.finish()),
        "marks": marks.iter().collect::<String>(),
        "dropped": dropped(),
    })
}

/// What vanishes, as ranges: the first and the last code point of each by turns.
fn dropped() -> String {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|c| is_dropped(*c)) {
        match ranges.last_mut() {
            Some((_, last)) if *last as u32 + 1 == c as u32 => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    ranges.into_iter().flat_map(|(first, last)| [first, last]).collect()
}
