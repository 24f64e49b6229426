//! A word or phrase in both languages, for sentences that are built from parts.

use std::borrow::Cow;
use std::fmt;

/// A phrase inside a sentence: `{term}` writes the Chinese, `{term:#}` the English one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Term {
    /// A fixed phrase.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// A phrase that holds data.
    pub fn built(zh: String, en: String) -> Self {
        Self { zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if f.alternate() { &self.en } else { &self.zh })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_chooses_the_language() {
        let term = Term::new("文字", "a string");
        assert_eq!(format!("{term}/{term:#}"), "文字/a string");
    }
}
