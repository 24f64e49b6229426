//! The root: what every query needs, and where everything else is.

use super::{Browser, b64, put};
use crate::fold::{is_dropped, is_han, is_tight, unify};
use serde_json::{Value, json};
use std::collections::HashSet;

/// About the most bytes of the fold table.
const FOLD_TABLE: usize = 22_000;

/// `search/start.js`.
pub(super) fn file(browser: &Browser, path: &str) -> Vec<u8> {
    let corpus = browser.corpus;
    let flat = &browser.shards.flat;
    let chars = &flat.alphabet.chars;
    let series: Vec<Value> =
        corpus.series.iter().map(|s| json!({ "id": s.id, "name": s.name, "default": s.default })).collect();
    let mut first = 0;
    let text: Vec<Value> = browser
        .years
        .iter()
        .map(|year| {
            let slices: Vec<usize> = year.slices.iter().map(ExactSizeIterator::len).collect();
            let row = json!({ "hash": year.hash, "first": first, "slices": slices });
            first += slices.iter().sum::<usize>();
            row
        })
        .collect();
    let payload = json!({
        "format": 1,
        "set": browser.set,
        "units": corpus.units.len(),
        "issues": corpus.issues.len(),
        "pivot": flat.pivot,
        "t": browser.settings.often,
        "big": browser.settings.big,
        "fold": fold_table(chars),
        "chars": chars.iter().collect::<String>(),
        "shards": { "keys": b64(&browser.shards.directory()), "count": browser.shards.count() },
        "names": { "first": browser.names.first() },
        "lists": { "first": browser.lists.first() },
        "entities": corpus.entities.len(),
        "townships": corpus.townships,
        "text": text,
        "series": series,
        "synonyms": corpus.synonyms,
    });
    put(path, &payload)
}

/// What the browser cannot work out by itself: NFKC and lower case it knows, after them a code point is
/// looked up here. Only what leads to characters of the site's texts, or to what blanks are judged by;
/// punctuation first, if not all fit.
fn fold_table(chars: &[char]) -> Value {
    let known: HashSet<char> = chars.iter().copied().collect();
    let useful = |c: &char| {
        let unified = unify(*c);
        unified != *c && unified != ' ' && (known.contains(&unified) || is_tight(unified))
    };
    let (han, rest): (Vec<char>, Vec<char>) = ('\0'..='\u{3FFFF}').filter(useful).partition(|c| is_han(*c));
    let mut singles = String::new();
    for c in rest.into_iter().chain(han) {
        if singles.len() > FOLD_TABLE {
            break;
        }
        singles.extend([c, unify(c)]);
    }
    json!({ "singles": singles, "dropped": dropped() })
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
