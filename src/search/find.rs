//! Where does a text stand in another?

use memchr::memmem::Finder;
use std::ops::Range;

/// A text that is looked for in others.
pub struct Wanted<'a> {
    finder: Finder<'a>,
    /// Length of its first code point.
    step: usize,
}

impl<'a> Wanted<'a> {
    /// Prepares to look for a text.
    pub fn new(text: &'a str) -> Self {
        Self { finder: Finder::new(text), step: text.chars().next().map_or(0, char::len_utf8) }
    }

    /// Where it stands in another text, in bytes; occurrences may overlap. An empty one stands nowhere.
    pub fn ranges(&self, within: &str) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = within.as_bytes().get(from..).filter(|_| self.step > 0)?;
            let at = from + self.finder.find(rest)?;
            from = at + self.step;
            Some(at..at + self.finder.needle().len())
        })
    }
}

/// Where `text` stands in `within`, in bytes, ascending; occurrences may overlap. None for an empty text.
pub fn occurrences(within: &str, text: &str) -> Vec<Range<usize>> {
    Wanted::new(text).ranges(within).collect()
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn they_may_overlap() {
        let all = |within, text| occurrences(within, text).iter().map(|at| at.start).collect::<Vec<_>>();
        assert_eq!(all("aaaa", "aa"), [0, 1, 2]);
        assert_eq!(all("甲乙甲乙甲", "甲乙甲"), [0, 6]);
        assert_eq!(all("甲", "甲"), [0]);
        assert_eq!(all("甲", "乙"), [0; 0]);
        assert_eq!(all("甲", ""), [0; 0]);
        assert_eq!(all("", "甲"), [0; 0]);
    }
}
