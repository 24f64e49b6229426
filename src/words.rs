//! Chinese text → words. The only user of jieba-rs; its dictionary takes a third of a second to
//! unfold, so it is loaded once, by the first who asks.

use jieba_rs::Jieba;
use std::ops::Range;
use std::sync::OnceLock;

/// What cuts: other words are to be expected from another edition.
pub const EDITION: &str = "jieba-rs 0.11.0";

static DICTIONARY: OnceLock<Jieba> = OnceLock::new();

fn dictionary() -> &'static Jieba {
    DICTIONARY.get_or_init(Jieba::new)
}

/// Loads the dictionary now, on a thread that has nothing else to do.
pub fn load() {
    dictionary();
}

/// Whether the dictionary has the word and counts it among the common ones (jieba's corpus of some
/// 60 million words has it a thousand times): 情况 is, 天镇 is not.
pub fn is_common(word: &str) -> bool {
    const OFTEN: usize = 1_000;
    dictionary().has_word(word) && dictionary().suggest_freq(word) >= OFTEN
}

/// The words of a text, in order; together they are the text.
pub fn cut(text: &str) -> Vec<&str> {
    dictionary().cut(text, true).into_iter().map(|t| t.word).collect()
}

/// The words of a text, each in bytes and in code points: longer ones and the shorter ones within them.
pub fn cut_for_search(text: &str) -> impl Iterator<Item = [Range<usize>; 2]> {
    let tokens = dictionary().cut_for_search(text, true);
    tokens.into_iter().map(|t| [t.byte_start..t.byte_end, t.start..t.end])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_edition_is_the_one_in_use() {
        let (name, version) = super::EDITION.split_once(' ').unwrap();
        let package = format!("name = \"{name}\"\nversion = \"{version}\"\n");
        assert!(include_str!("../Cargo.lock").contains(&package), "{package}");
    }
}
