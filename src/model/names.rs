//! Who bears which name, and when?

use super::entity::{Entity, EntityKind, NameKind};
use crate::fold::fold;
use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// All names of all entities, ready to be found in folded text.
///
/// A sorted list: the longest name that a text begins with is the text's predecessor in the list, or
/// one of the shorter names that the predecessor begins with. Texts that begin like no name, which
/// is nearly all, are told by their first two characters or three.
#[derive(Debug)]
pub struct Names {
    /// Folded names in order; a name's index is its pattern.
    sorted: Vec<String>,
    /// For each name the longest other one that it begins with.
    within: Vec<Option<usize>>,
    /// Which two characters names begin with: nearly every place of a text is told no here.
    pairs: Slots,
    /// Which three: most others are told no here.
    triples: Slots,
    /// Where in `sorted` stand the names that begin with three characters; NUL for those that a shorter one has not.
    beginnings: FxHashMap<[char; 3], Range<usize>>,
    /// For each pattern its bearers; none for a `not` text, which consumes and names nobody.
    bearers: Vec<Vec<Bearer>>,
}

/// One entity that bears a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// Who.
    pub entity: usize,
    /// Township or company.
    pub kind: EntityKind,
    /// Full, short or former.
    pub name: NameKind,
    /// Counts wherever it stands; an informal name must pass the rules of [`super::mention`].
    pub formal: bool,
    since: Option<Date>,
    until: Option<Date>,
}

/// A name found in folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Bytes of the folded text.
    pub range: Range<usize>,
    /// Which name; ask [`Names::bearers`].
    pub pattern: usize,
}

/// Who a name means on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nobody: a `not` text.
    Nobody,
    /// One entity; `outdated` when it does not bear the name on that day.
    One {
        /// Who.
        bearer: Bearer,
        /// 原名.
        outdated: bool,
    },
    /// Several, at least two.
    Several(Vec<Bearer>),
}

impl Names {
    /// Names of `entities`, and texts that are no names.
    pub fn new(entities: &[Entity], not: &[String]) -> Self {
        let borne = entities.par_iter().enumerate().flat_map_iter(|(index, entity)| {
            entity.names.iter().map(move |name| {
                let folded = fold(&name.text);
                let bearer = Bearer {
                    entity: index,
                    kind: entity.kind,
                    name: name.kind,
                    formal: is_formal(entity.kind, name.kind, &folded),
                    since: later(name.since, entity.since),
                    until: earlier(name.until, entity.until),
                };
                (folded, Some(bearer))
            })
        });
        let mut all: Vec<(String, Option<Bearer>)> = borne.collect();
        all.extend(not.iter().map(|text| (fold(text), None)));
        // Stable: bearers of one name keep their order.
        all.par_sort_by(|a, b| a.0.cmp(&b.0));
        let (mut sorted, mut bearers): (Vec<String>, Vec<Vec<Bearer>>) = (Vec::new(), Vec::new());
        for (name, bearer) in all.into_iter().filter(|(name, _)| !name.is_empty()) {
            if sorted.last() != Some(&name) {
                sorted.push(name);
                bearers.push(Vec::new());
            }
            // The same name twice for one entity: the years add up, the fuller kind stands first.
            if let (Some(list), Some(bearer)) = (bearers.last_mut(), bearer)
                && !list.contains(&bearer)
            {
                list.push(bearer);
            }
        }
        let within = within(&sorted);
        let mut beginnings: FxHashMap<[char; 3], Range<usize>> = FxHashMap::default();
        for (at, name) in sorted.iter().enumerate() {
            if let Some(beginning) = beginning(name) {
                beginnings.entry(beginning).or_insert_with(|| at..at).end = at + 1;
            }
        }
        let (mut pairs, mut triples) = (Slots::default(), Slots::default());
        for beginning in beginnings.keys() {
            pairs.put(&beginning[..2]);
            triples.put(beginning);
        }
        Self { sorted, within, pairs, triples, beginnings, bearers }
    }

    /// All names in `text`, which is folded: leftmost, longest, never overlapping. A name that begins
    /// or ends with a Latin letter or digit needs neither beside it there.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut characters = text.char_indices().peekable();
        while let Some((at, first)) = characters.next() {
            let second = characters.peek().map_or('\0', |(_, second)| *second);
            let is_free = hits.last().is_none_or(|hit| hit.range.end <= at);
            if is_free && self.may_begin(first, second) {
                hits.extend(self.at(text, at));
            }
        }
        hits
    }

    /// Whether some name may begin with two characters.
    fn may_begin(&self, first: char, second: char) -> bool {
        self.pairs.has(&[first, second]) || self.pairs.has(&[first, '\0'])
    }

    /// The longest name that begins at byte `at` of folded `text`.
    pub fn at(&self, text: &str, at: usize) -> Option<Hit> {
        let rest = &text[at..];
        let beginning = beginning(rest)?;
        let [first, second, _] = beginning;
        if !self.may_begin(first, second) {
            return None;
        }
        // A name of three characters or more, else one of two, else one of one.
        let ranges = [beginning, [first, second, '\0'], [first, '\0', '\0']].into_iter();
        let ranges = ranges.filter(|one| self.triples.has(one)).filter_map(|one| self.beginnings.get(&one));
        let mut pattern = ranges.flat_map(|range| {
            let not_after = self.sorted[range.clone()].partition_point(|name| name.as_str() <= rest);
            not_after.checked_sub(1).map(|n| range.start + n)
        });
        let mut pattern = pattern.next();
        while let Some(candidate) = pattern.filter(|p| !rest.starts_with(&self.sorted[*p])) {
            pattern = self.within[candidate];
        }
        let pattern = pattern?;
        let range = at..at + self.sorted[pattern].len();
        stands_alone(text, range.clone()).then_some(Hit { range, pattern })
    }

    /// The name that the whole of folded `text` is.
    pub fn whole(&self, text: &str) -> Option<usize> {
        self.at(text, 0).filter(|h| h.range.end == text.len()).map(|h| h.pattern)
    }

    /// All who ever bore the name.
    pub fn bearers(&self, pattern: usize) -> &[Bearer] {
        &self.bearers[pattern]
    }

    /// Who the name means on `date`: those who bear it then, else those who bore it at another time.
    pub fn meaning(&self, pattern: usize, date: Date) -> Meaning {
        let all = &self.bearers[pattern];
        let then: Vec<&Bearer> = all.iter().filter(|b| b.bears_on(date)).collect();
        let outdated = then.is_empty();
        let mut chosen: Vec<Bearer> =
            if outdated { all.clone() } else { then.into_iter().cloned().collect() };
        chosen.sort_by_key(|b| (b.entity, !b.formal));
        chosen.dedup_by_key(|b| b.entity);
        match chosen.len() {
            0 => Meaning::Nobody,
            1 => Meaning::One { bearer: chosen.remove(0), outdated },
            _ => Meaning::Several(chosen),
        }
    }
}

impl Bearer {
    /// One who is named by id, on any day.
    pub fn explicit(entity: usize, kind: EntityKind) -> Self {
        Self { entity, kind, name: NameKind::Full, formal: true, since: None, until: None }
    }

    fn bears_on(&self, date: Date) -> bool {
        self.since.is_none_or(|s| s <= date) && self.until.is_none_or(|u| date <= u)
    }
}

/// Whether a name counts anywhere. A company's name without legal form (诚达集团) is as easily part of
/// another company's name as a short one.
fn is_formal(kind: EntityKind, name: NameKind, folded: &str) -> bool {
    const LEGAL: [&str; 6] = ["有限公司", "有限责任公司", "股份公司", "合作社", "合作联社", "银行"];
    match (kind, name) {
        (_, NameKind::Short) => false,
        (EntityKind::Township, _) => true,
        (EntityKind::Company, _) => LEGAL.iter().any(|l| folded.ends_with(l)),
    }
}

/// The first three characters; NUL for those that are not there.
fn beginning(text: &str) -> Option<[char; 3]> {
    let mut characters = text.chars();
    let first = characters.next()?;
    Some([first, characters.next().unwrap_or('\0'), characters.next().unwrap_or('\0')])
}

/// A set of beginnings that may say yes of others too: a bit for each of a quarter of a million slots,
/// which together stay in the nearest cache.
#[derive(Debug)]
struct Slots(Box<[u64]>);

impl Default for Slots {
    fn default() -> Self {
        Self(vec![0; Self::COUNT / 64].into())
    }
}

impl Slots {
    const COUNT: usize = 1 << 18;

    fn slot(characters: &[char]) -> usize {
        characters.iter().fold(0usize, |slot, c| slot.wrapping_mul(509).wrapping_add(*c as usize))
            % Self::COUNT
    }

    fn put(&mut self, characters: &[char]) {
        let slot = Self::slot(characters);
        self.0[slot / 64] |= 1 << (slot % 64);
    }

    fn has(&self, characters: &[char]) -> bool {
        let slot = Self::slot(characters);
        self.0[slot / 64] >> (slot % 64) & 1 == 1
    }
}

/// For each of the sorted names the longest other one that it begins with.
fn within(sorted: &[String]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut within = Vec::with_capacity(sorted.len());
    for (i, name) in sorted.iter().enumerate() {
        while open.last().is_some_and(|o| !name.starts_with(&sorted[*o])) {
            open.pop();
        }
        within.push(open.last().copied());
        open.push(i);
    }
    within
}

fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !crate::fold::is_han(c));
    let name = &text[range.clone()];
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let joined_before = latin(name.chars().next()) && latin(before);
    let joined_after = latin(name.chars().next_back()) && latin(after);
    !joined_before && !joined_after
}

fn later(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.max(b)
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
