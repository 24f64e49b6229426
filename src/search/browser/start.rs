//! The root: what every query needs, and where everything else is.

use super::bits::Writer;
use super::flat::Alphabet;
use super::{Browser, b64, facts, put, width};
use crate::fold::{is_dropped, is_han, is_tight, unify};
use crate::search::units::count;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

/// `search/start.js`.
pub(super) fn file(browser: &Browser, path: &str) -> Vec<u8> {
    let corpus = browser.corpus;
    let flat = &browser.shards.flat;
    let series: Vec<Value> =
        corpus.series.iter().map(|s| json!({ "id": s.id, "name": s.name, "default": s.default })).collect();
    let alphabet = &flat.alphabet;
    let variants = variants(alphabet);
    let marks: BTreeSet<char> =
        variants.iter().map(|c| unify(*c)).filter(|c| alphabet.id(*c).is_none()).collect();
    let mut bits = Writer::default();
    characters(&alphabet.chars, &mut bits);
    fold_table(alphabet, &variants, &marks, &mut bits);
    browser.shards.directory(&mut bits);
    slices(browser, &mut bits);
    let texts: Vec<&str> = browser.years.iter().map(|year| year.hash.as_str()).collect();
    let payload = json!({
        "format": 3,
        "set": browser.set,
        "units": corpus.units.len(),
        "issues": corpus.issues.len(),
        "pivot": flat.pivot,
        "bits": b64(&bits.finish()),
        "marks": marks.iter().collect::<String>(),
        "dropped": dropped(),
        "names": browser.names.first(),
        "lists": browser.lists.first(),
        "near": facts::near(corpus),
        "texts": texts,
        "series": series,
        "synonyms": corpus.synonyms,
    });
    put(path, &payload)
}

/// For each year the number of its slices, then of each slice's units.
fn slices(browser: &Browser, out: &mut Writer) {
    for year in &browser.years {
        out.count(count(year.slices.len()));
        year.slices.iter().for_each(|slice| out.count(count(slice.len())));
    }
}

/// Characters, ascending.
fn characters(chars: &[char], out: &mut Writer) {
    let mut codes: Vec<u32> = chars.iter().map(|c| u32::from(*c)).collect();
    codes.sort_unstable();
    out.rising(&codes);
}

/// What the browser cannot work out by itself: NFKC and lower case it knows, after them a code point is
/// looked up here. Only what leads to characters of the site's texts, or to marks beside which blanks go.
fn variants(alphabet: &Alphabet) -> Vec<char> {
    let is_mark = |c: char| is_tight(c) && !is_han(c);
    let useful = |c: &char| {
        let unified = unify(*c);
        unified != *c && (alphabet.id(unified).is_some() && unified != ' ' || is_mark(unified))
    };
    ('\0'..='\u{3FFFF}').filter(useful).collect()
}

fn fold_table(alphabet: &Alphabet, variants: &[char], marks: &BTreeSet<char>, out: &mut Writer) {
    characters(variants, out);
    let known = alphabet.chars.iter().chain(marks).copied();
    let ids: HashMap<char, u32> = known.zip(0..).collect();
    variants.iter().for_each(|c| out.bits(ids[&unify(*c)], width(ids.len())));
}

/// What vanishes, as ranges within the brackets of a regular expression.
fn dropped() -> String {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|c| is_dropped(*c)) {
        match ranges.last_mut() {
            Some((_, last)) if *last as u32 + 1 == c as u32 => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    ranges.into_iter().flat_map(|(first, last)| [first, '-', last]).collect()
}
