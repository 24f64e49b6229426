//! The words around a hit, and what is marked in them. All places are code points of the text as shown.
//!
//! The browser does the same (`js/search/excerpt.js`); `tests/search/excerpt.jsonl` holds both to one
//! another.

use super::find::occurrences;
use super::units::TextBlock;
use crate::fold::Folded;
use std::ops::Range;

/// Length of a usual excerpt.
const USUAL: usize = 120;
/// Length that an excerpt may have so that its first hit is whole.
const LONGEST: usize = 300;
/// What is left before a hit in a clause that is too long.
const BEFORE: usize = 40;
const SENTENCES: &[char] = &['。', '！', '？', '；', '!', '?', ';'];
const CLOSERS: &[char] = &['”', '’', '」', '』', '）', '》', '】'];
const CLAUSES: &[char] = &['，', '、', '：', ',', ':'];

/// A piece of a unit's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// As shown, with `…` where the block goes on.
    pub text: String,
    /// What to mark, ascending, apart from one another.
    pub highlights: Vec<Range<usize>>,
}

/// The piece of a unit that tells why it was found. `terms` are folded; the first matters most.
pub fn excerpt(blocks: &[TextBlock], terms: &[String]) -> Excerpt {
    let blocks: Vec<Shown> = blocks.iter().map(Shown::new).collect();
    let Some((block, hit)) = choose(&blocks, terms) else { return Excerpt::default() };
    let window = frame(&block.chars, &hit);
    let lead = if window.start > 0 { "…" } else { "" };
    let tail = if window.end < block.chars.len() { "…" } else { "" };
    let window = trimmed(&block.chars, window);
    let shown: String = block.chars[window.clone()].iter().collect();
    let hits = terms.iter().flat_map(|term| block.hits(term)).collect();
    let lead_length = lead.chars().count();
    let inside = |hit: Range<usize>| {
        let (start, end) = (hit.start.max(window.start), hit.end.min(window.end));
        (start < end).then(|| start + lead_length - window.start..end + lead_length - window.start)
    };
    Excerpt {
        text: format!("{lead}{shown}{tail}"),
        highlights: merged(hits).into_iter().filter_map(inside).collect(),
    }
}

/// A block with its fold.
struct Shown {
    heading: bool,
    chars: Vec<char>,
    /// Where each character begins in the text, in bytes.
    bytes: Vec<usize>,
    folded: Folded,
}

impl Shown {
    fn new(block: &TextBlock) -> Self {
        let (bytes, chars) = block.text.char_indices().unzip();
        Self { heading: block.heading, chars, bytes, folded: Folded::with_map(&block.text) }
    }

    fn has(&self, term: &str) -> bool {
        self.folded.text.contains(term)
    }

    /// Where a term stands, overlaps included.
    fn hits<'a>(&'a self, term: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let place = |byte: usize| self.bytes.partition_point(|b| *b < byte);
        occurrences(&self.folded.text, term).into_iter().map(move |at| {
            let shown = self.folded.shown(at);
            place(shown.start)..place(shown.end)
        })
    }
}

/// The block to show, and the hit to show of it: of the first term if it can be, in running text rather
/// than in a heading, which is shown anyway.
fn choose<'a>(blocks: &'a [Shown], terms: &[String]) -> Option<(&'a Shown, Range<usize>)> {
    let body = || blocks.iter().filter(|block| !block.heading);
    let first = terms.first().and_then(|term| {
        let block = body().find(|b| b.has(term)).or_else(|| blocks.iter().find(|b| b.has(term)))?;
        Some((block, block.hits(term).next()?))
    });
    let any = || {
        let block = blocks.iter().find(|block| terms.iter().any(|term| block.has(term)))?;
        let hits = terms.iter().filter_map(|term| block.hits(term).next());
        Some((block, hits.min_by_key(|hit| hit.start)?))
    };
    let none = || body().next().or(blocks.first()).map(|block| (block, 0..0));
    first.or_else(any).or_else(none)
}

/// The part of a block to show: sentences around the hit, else clauses, else so many characters.
fn frame(chars: &[char], hit: &Range<usize>) -> Range<usize> {
    if chars.len() <= USUAL {
        return 0..chars.len();
    }
    let mut window = grown(&borders(chars, 0..chars.len(), SENTENCES, CLOSERS), hit.start);
    if window.len() > USUAL {
        window = grown(&borders(chars, window, CLAUSES, &[]), hit.start);
    }
    if window.len() > USUAL {
        let start = window.start.max(hit.start.saturating_sub(BEFORE));
        window = start..window.end.min(start + USUAL);
    }
    window.start..window.end.max(hit.end.min(window.start + LONGEST))
}

/// Where pieces of a text end, its own beginning first: after each mark and the closing quotes behind it.
fn borders(chars: &[char], range: Range<usize>, marks: &[char], closers: &[char]) -> Vec<usize> {
    let mut ends = vec![range.start];
    let mut at = range.start;
    while at < range.end {
        let is_end = marks.contains(&chars[at]);
        at += 1;
        if is_end {
            at += chars[at..range.end].iter().take_while(|c| closers.contains(c)).count();
            ends.push(at);
        }
    }
    if ends.last().is_some_and(|last| *last < range.end) {
        ends.push(range.end);
    }
    ends
}

/// The piece that holds a place, with the pieces after and then before it as long as they fit. One
/// piece alone may be too long.
fn grown(ends: &[usize], place: usize) -> Range<usize> {
    let mut last = match ends.iter().position(|end| *end > place) {
        None | Some(0) => ends.len() - 1,
        Some(last) => last,
    };
    let mut first = last - 1;
    while last + 1 < ends.len() && ends[last + 1] - ends[first] <= USUAL {
        last += 1;
    }
    while first > 0 && ends[last] - ends[first - 1] <= USUAL {
        first -= 1;
    }
    ends[first]..ends[last]
}

fn trimmed(chars: &[char], window: Range<usize>) -> Range<usize> {
    let is_blank = |c: &&char| c.is_whitespace();
    let start = window.start + chars[window.clone()].iter().take_while(is_blank).count();
    let end = window.end - chars[start..window.end].iter().rev().take_while(is_blank).count();
    start..end
}

/// Sorted, those that overlap or touch made one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Vector {
        blocks: Vec<TextBlock>,
        terms: Vec<String>,
        excerpt: String,
        highlights: Vec<[usize; 2]>,
    }

    /// The vectors that the browser reads too.
    #[test]
    fn vectors() {
        for line in include_str!("../../tests/search/excerpt.jsonl").lines() {
            let vector: Vector = serde_json::from_str(line).expect(line);
            let found = excerpt(&vector.blocks, &vector.terms);
            let highlights: Vec<[usize; 2]> = found.highlights.iter().map(|h| [h.start, h.end]).collect();
            assert_eq!((found.text, highlights), (vector.excerpt, vector.highlights), "{line}");
        }
    }

    proptest::proptest! {
        /// What is marked is the term, whatever the block.
        #[test]
        fn marks_hold_the_term(text in "[甲乙 丙。，；”a1]{1,400}", from in 0usize..300, length in 1usize..9) {
            let folded: Vec<char> = crate::fold::fold(&text).chars().collect();
            let term: String = folded.iter().skip(from).take(length).collect();
            let found = excerpt(&[TextBlock { text, heading: false }], std::slice::from_ref(&term));
            let chars: Vec<char> = found.text.chars().collect();
            proptest::prop_assert!(chars.len() <= LONGEST + 2);
            if !term.trim().is_empty() {
                proptest::prop_assert!(!found.highlights.is_empty());
                let first: String = chars[found.highlights[0].clone()].iter().collect();
                proptest::prop_assert!(crate::fold::fold(&first).contains(term.trim()));
            }
        }
    }
}
