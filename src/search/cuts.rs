//! Where do words begin and end in a folded text, and which are they?
//!
//! jieba's search mode gives longer words and the shorter ones within them. All their edges are borders:
//! 有限公司 is one word and two, so 公司 stands there as a whole word and 限公 does not.

use crate::fold::is_han;
use crate::words;

/// The words of one folded block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    /// Whether a word begins or ends before each code point, and after the last; the first and the last
    /// are always borders.
    pub borders: Vec<bool>,
    /// Words of two code points or more, as byte ranges of the text, in no order.
    pub words: Vec<std::ops::Range<usize>>,
}

/// Cuts a folded text. `names` are byte ranges of names known to stand in it: they are words too.
pub fn cut(text: &str, names: &[std::ops::Range<usize>]) -> Cuts {
    let length = text.chars().count();
    let mut cuts = Cuts { borders: vec![false; length + 1], words: Vec::new() };
    cuts.borders[0] = true;
    cuts.borders[length] = true;
    let place = |at: usize| text[..at].chars().count();
    let names = names.iter().map(|bytes| [bytes.clone(), place(bytes.start)..place(bytes.end)]);
    for [bytes, points] in words::cut_for_search(text).chain(names) {
        cuts.borders[points.start] = true;
        cuts.borders[points.end] = true;
        if points.len() > 1 && is_word(&text[bytes.clone()]) {
            cuts.words.push(bytes);
        }
    }
    cuts
}

/// Whether a text may be a word of the index: nothing but Han characters, letters and digits.
pub fn is_word(text: &str) -> bool {
    text.chars().all(|c| is_han(c) || c.is_alphanumeric())
}
