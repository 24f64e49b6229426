//! Chinese text → words. The only user of jieba-rs; its dictionary takes a third of a second to
//! unfold, so it is loaded once, by the first who asks.

use jieba_rs::Jieba;
use std::sync::OnceLock;

static DICTIONARY: OnceLock<Jieba> = OnceLock::new();

fn dictionary() -> &'static Jieba {
    DICTIONARY.get_or_init(Jieba::new)
}

/// Loads the dictionary now, on a thread that has nothing else to do.
pub fn load() {
    dictionary();
}

/// Whether the dictionary has the word.
pub fn is_word(word: &str) -> bool {
    dictionary().has_word(word)
}

/// The words of a text, in order; together they are the text.
pub fn cut(text: &str) -> Vec<&str> {
    dictionary().cut(text, true).into_iter().map(|t| t.word).collect()
}
