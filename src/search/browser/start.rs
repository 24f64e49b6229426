//! The root: what every query needs, and where everything else is.

use super::{Browser, b64, put};
use crate::fold::{fold_char, is_tight};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};

/// Most bytes of the fold table.
const FOLD_TABLE: usize = 24_000;

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
        "fold": fold_table(browser, chars),
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

/// Code points that fold to something else that occurs in the site's texts (or to nothing, or to what
/// blanks are judged by). Those that the texts themselves use come first, if not all fit.
fn fold_table(browser: &Browser, chars: &[char]) -> Value {
    let known: HashSet<char> = chars.iter().copied().collect();
    let used: BTreeSet<char> = browser
        .shown
        .iter()
        .copied()
        .flatten()
        .flat_map(|block| block.text.chars())
        .filter(|c| folds(*c))
        .collect();
    let others = ('\0'..='\u{2FA1F}').chain('\u{E0100}'..='\u{E01EF}');
    let useful = |c: &char| {
        folds(*c)
            && !used.contains(c)
            && fold_char(*c).chars().all(|f| known.contains(&f) || f == ' ' || is_tight(f))
    };
    let others: Vec<char> = others.filter(|c| quick(*c)).filter(useful).collect();
    let mut singles = String::new();
    let mut longer = Vec::new();
    let mut size = 0;
    for c in used.into_iter().chain(others) {
        let folded = fold_char(c);
        let mut parts = folded.chars();
        let one = parts.next().filter(|_| parts.next().is_none());
        size += c.len_utf8() + folded.len() + if one.is_some() { 0 } else { 8 };
        if size > FOLD_TABLE - 200 {
            break;
        }
        match one {
            Some(one) => singles.extend([c, one]),
            None => longer.push(json!([c, folded])),
        }
    }
    json!({ "singles": singles, "others": longer })
}

fn folds(c: char) -> bool {
    let mut buffer = [0; 4];
    fold_char(c) != *c.encode_utf8(&mut buffer)
}

/// Most of the plane is Hangul syllables and private use, which fold to themselves.
fn quick(c: char) -> bool {
    !('\u{AC00}'..='\u{D7A3}').contains(&c) && !('\u{E000}'..='\u{F8FF}').contains(&c)
}
