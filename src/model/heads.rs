//! Which townships does a line name at its beginning? Headings, openers and row heads.

use super::entity::EntityKind;
use super::names::{Hit, Names};
use crate::fold::{Folded, is_han};
use crate::parse::numbering::numbering;
use std::cell::OnceCell;

/// How much of a line is looked at, in characters: more than any enumeration of townships takes.
const LONGEST: usize = 400;

/// The townships that stand at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The names, in folded text; at least one.
    pub hits: Vec<Hit>,
    /// Byte of the folded text after the last name and an 办事处 that belongs to it.
    end: usize,
    /// The line begins with a number.
    numbered: bool,
    last_is_formal: bool,
}

/// A line, with the place after its number. It is folded when that is asked for.
pub struct HeadLine<'a> {
    shown: &'a str,
    folded: OnceCell<Folded>,
    /// Length of its own number as shown.
    number: Option<usize>,
    numbered: bool,
}

impl<'a> HeadLine<'a> {
    /// `numbered`: the number stands outside the text (an ordered list's item).
    pub fn new(shown: &'a str, numbered: Numbered) -> Self {
        // Names stand at the beginning: the rest of a long paragraph need not be folded.
        let shown = shown.char_indices().nth(LONGEST).map_or(shown, |(end, _)| &shown[..end]);
        let number = numbering(shown).map(|n| n.length);
        let numbered = number.is_some() || numbered == Numbered::Outside;
        Self { shown, folded: OnceCell::new(), number, numbered }
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::with_map(self.shown))
    }

    /// Byte of the folded text after the number.
    fn start(&self) -> usize {
        self.number.map_or(0, |length| self.folded().folded(length))
    }

    /// The names at its beginning, joined by 、，和与及.
    pub fn head(&self, names: &Names) -> Option<Head> {
        let text = self.folded().text.as_str();
        let mut hits: Vec<Hit> = Vec::new();
        let mut end = self.start();
        let mut last_is_formal = false;
        let mut at = end;
        while let Some(hit) = names.at(text, at) {
            let Some(bearer) = names.bearers(hit.pattern).iter().find(|b| b.kind == EntityKind::Township)
            else {
                break;
            };
            last_is_formal = bearer.formal;
            end = hit.range.end;
            if text[end..].starts_with("办事处") {
                end += "办事处".len();
            }
            hits.push(hit);
            match joint(&text[end..]) {
                Some(length) => at = end + length,
                None => break,
            }
        }
        (!hits.is_empty()).then_some(Head { hits, end, numbered: self.numbered, last_is_formal })
    }

    /// The townships of a heading: full names whatever follows, short names when the heading ends or
    /// a blank, ： （ 办事处 or 工作 follows.
    pub fn heading(&self, names: &Names) -> Option<Head> {
        self.head(names).filter(|h| h.last_is_formal || self.closes(h))
    }

    /// The townships of a table row's head cell: nothing but names, or a remark in brackets.
    pub fn row(&self, names: &Names) -> Option<Head> {
        self.head(names).filter(|h| {
            let rest = &self.folded().text[h.end..];
            rest.is_empty() || rest.starts_with(['(', ':', '*']) || self.blank_after(h)
        })
    }

    /// The opener of a paragraph: names, then ：, or after a number also 。 or a blank. Gives the head
    /// and the byte of the shown text where the names end.
    pub fn opener(&self, names: &Names) -> Option<(Head, usize)> {
        let head = self.head(names)?;
        let rest = &self.folded().text[head.end..];
        let opens = rest.starts_with(':')
            || (head.numbered && (rest.starts_with('.') || (!rest.is_empty() && self.blank_after(&head))));
        let end = self.folded().shown(self.start()..head.end).end;
        opens.then_some((head, end))
    }

    /// The text after an opener's names and mark, folded.
    pub fn after(&self, head: &Head) -> &str {
        self.folded().text[head.end..].trim_start_matches([':', '.', ' '])
    }

    /// A name of a township's form that nothing knows: `Han{1,8}(乡|镇|街道)(办事处)?` and nothing else.
    pub fn unknown(&self) -> Option<String> {
        fn stem(line: &str) -> Option<(&str, &str)> {
            let line = line.trim().trim_end_matches(['：', ':']);
            let name = line.strip_suffix("办事处").unwrap_or(line);
            ["乡", "镇", "街道"].into_iter().find_map(|kind| Some((name, name.strip_suffix(kind)?)))
        }
        // Few lines end so: the others need no fold.
        stem(self.shown)?;
        let begin = self.folded().shown(self.start()..self.folded().text.len()).start;
        let (name, stem) = stem(&self.shown[begin.min(self.shown.len())..])?;
        let length = stem.chars().count();
        let named = (1..=8).contains(&length) && stem.chars().all(is_han) && !is_collective(name);
        named.then(|| name.to_owned())
    }

    /// The same as an opener: the name and the byte of the shown text where it ends.
    pub fn unknown_opener(&self) -> Option<(String, usize)> {
        let end = self.shown.find(['：', ':'])?;
        let name = Self::new(&self.shown[..end], Numbered::Inside).unknown()?;
        Some((name, end))
    }

    fn closes(&self, head: &Head) -> bool {
        let text = &self.folded().text;
        let rest = &text[head.end..];
        let office = text[..head.end].ends_with("办事处");
        rest.is_empty()
            || office
            || rest.starts_with([':', '('])
            || rest.starts_with("工作")
            || self.blank_after(head)
    }

    /// A blank stands after the names in the text as shown; the fold has dropped it.
    fn blank_after(&self, head: &Head) -> bool {
        let end = self.folded().shown(self.start()..head.end).end;
        self.shown[end..].chars().next().is_some_and(char::is_whitespace)
    }
}

/// Whether a list numbers the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// The line's own text has the number, if any.
    Inside,
    /// It is an item of an ordered list.
    Outside,
}

/// 各乡镇, 全区乡镇, 城镇 …: words for townships in general.
fn is_collective(name: &str) -> bool {
    const FIRST: [&str; 26] = [
        "各", "全", "有关", "相关", "部分", "其他", "其它", "其余", "所有", "本", "该", "两", "三个", "四个",
        "几个", "多个", "我", "上述", "以上", "先进", "后进", "重点", "个别", "被", "一些", "下列",
    ];
    const WHOLE: [&str; 12] = [
        "乡镇",
        "城镇",
        "村镇",
        "集镇",
        "小城镇",
        "建制镇",
        "中心镇",
        "重镇",
        "特色小镇",
        "小镇",
        "城乡",
        "家乡",
    ];
    FIRST.iter().any(|f| name.starts_with(f)) || WHOLE.contains(&name) || name.ends_with("乡镇")
}

/// What joins two names: 、，和与及 (all commas fold to one).
fn joint(rest: &str) -> Option<usize> {
    ["以及", ",", "和", "与", "及"].into_iter().find(|j| rest.starts_with(j)).map(str::len)
}
