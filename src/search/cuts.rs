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
    let mut index = vec![0u32; text.len() + 1];
    let mut length = 0;
    for (at, c) in text.char_indices() {
        index[at] = length;
        length += 1;
        debug_assert!(c.len_utf8() > 0);
    }
    index[text.len()] = length;
    let mut cuts = Cuts { borders: vec![false; length as usize + 1], words: Vec::new() };
    cuts.borders[0] = true;
    cuts.borders[length as usize] = true;
    for range in words::cut_for_search(text).into_iter().chain(names.iter().cloned()) {
        let (from, to) = (index[range.start], index[range.end]);
        cuts.borders[from as usize] = true;
        cuts.borders[to as usize] = true;
        if to - from > 1 && is_word(&text[range.clone()]) {
            cuts.words.push(range);
        }
    }
    cuts
}

/// Whether a text may be a word of the index: nothing but Han characters, letters and digits.
pub fn is_word(text: &str) -> bool {
    text.chars().all(|c| is_han(c) || c.is_alphanumeric())
}
