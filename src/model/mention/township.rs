//! When a township's short name means the township: as head, at the beginning of a list item, before
//! 乡 镇 街道 …, between punctuation, or in an enumeration of townships.

use super::{BlockText, is_punctuation};
use crate::model::entity::EntityKind;

/// What follows a short name that means the township.
const UNITS: [&str; 6] = ["乡", "镇", "街道", "办事处", "党工委", "党委"];

impl BlockText<'_> {
    /// SPEC 4: a township's short name in running text.
    pub(super) fn township_counts(&self, hit: usize) -> bool {
        let range = &self.hits[hit].range;
        let (before, after) = (self.before(hit), self.after(hit));
        self.head.contains(range)
            || UNITS.iter().any(|u| after.starts_with(u))
            || (self.closes_before(before) && self.closes_after(after))
            || (self.is_item() && before.is_empty() && self.heads_item(hit))
            || self.is_enumerated(hit)
    }

    fn closes_before(&self, before: &str) -> bool {
        before.chars().next_back().is_none_or(is_punctuation)
    }

    fn closes_after(&self, after: &str) -> bool {
        after.chars().next().is_none_or(is_punctuation)
    }

    /// An item begins with the name, and the name does not go on.
    fn heads_item(&self, hit: usize) -> bool {
        let (_, blank) = self.blank_beside(hit);
        let next = self.after(hit).chars().next();
        blank || next.is_none_or(|c| is_punctuation(c) || c.is_ascii_digit())
    }

    /// The name stands in a chain of township names joined by 、 (the last also by 和与及) that is
    /// closed on both sides.
    fn is_enumerated(&self, hit: usize) -> bool {
        let (mut first, mut last) = (hit, hit);
        while first > 0 && self.joined(first - 1) {
            first -= 1;
        }
        while last + 1 < self.hits.len() && self.joined(last) {
            last += 1;
        }
        if first == last || !(first..last).any(|h| self.gap(h) == ",") {
            return false;
        }
        let before = self.before(first);
        let after = self.after(last);
        let opens = self.closes_before(before)
            || before.ends_with(|c| "与和及到在赴对同由向等的是了将从为".contains(c))
            || self.head.contains(&self.hits[first].range);
        let closes = self.closes_after(after)
            || after.starts_with('等')
            || UNITS.iter().any(|u| after.starts_with(u))
            || after.starts_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c));
        opens && closes
    }

    /// Hits `h` and `h + 1` are townships with nothing but a joint between them.
    fn joined(&self, h: usize) -> bool {
        let township = |h: usize| {
            self.names.bearers(self.hits[h].pattern).iter().any(|b| b.kind == EntityKind::Township)
        };
        township(h) && township(h + 1) && matches!(self.gap(h), "," | "和" | "与" | "及" | "以及")
    }

    fn gap(&self, h: usize) -> &str {
        &self.folded.text[self.hits[h].range.end..self.hits[h + 1].range.start]
    }
}
