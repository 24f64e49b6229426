//! Sentences of a bulletin as pages quote them: pieces of text, names set strong.

use super::html;
use crate::model::{Form, Issue, Mention, Section};
use std::borrow::Cow;

/// A run of quoted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Whether it is a name that the page is about.
    pub strong: bool,
}

/// A quote as HTML. Records hold tens of thousands of quotes: made into values piece by piece, and put together
/// again by templates, these take longer than all else on their pages.
pub fn html(pieces: &[Piece]) -> String {
    let size: usize = pieces.iter().map(|piece| piece.text.len() + "<strong></strong>".len()).sum();
    let mut out = String::with_capacity(size);
    for Piece { text, strong } in pieces {
        let [open, close] = if *strong { ["<strong>", "</strong>"] } else { ["", ""] };
        out.push_str(open);
        html::push_escaped(&mut out, text);
        out.push_str(close);
    }
    out
}

/// Most characters quoted of one sentence; a longer one is cut around the first name.
const LONGEST: usize = 200;
/// Characters kept before the first name of a sentence that is cut.
const BEFORE: usize = 60;
/// Characters quoted of a section that names nobody.
const BEGINNING: usize = 80;

/// An issue's mentions by sentence, in the order of the text.
pub fn by_sentence<'a>(mentions: impl IntoIterator<Item = &'a Mention>) -> Vec<Vec<&'a Mention>> {
    let mut groups: Vec<Vec<&Mention>> = Vec::new();
    for mention in mentions {
        let same =
            |other: &Mention| (other.block, other.sentence.start) == (mention.block, mention.sentence.start);
        match groups.last_mut() {
            Some(group) if same(group[0]) => group.push(mention),
            _ => groups.push(vec![mention]),
        }
    }
    groups
}

/// One sentence, the names of these mentions set strong. All stand in the same sentence, in order.
pub fn sentence<'a>(issue: &'a Issue, mentions: &[&Mention]) -> Vec<Piece<'a>> {
    let text = &issue.document.blocks[mentions[0].block].text;
    let whole = mentions[0].sentence.clone();
    let (mut start, mut end) = (whole.start, whole.end);
    if whole.len() > LONGEST && text[whole.clone()].chars().count() > LONGEST {
        let first = mentions[0].range.start;
        start = text[whole.start..first]
            .char_indices()
            .rev()
            .nth(BEFORE - 1)
            .map_or(whole.start, |(at, _)| whole.start + at);
        end = text[start..whole.end].char_indices().nth(LONGEST).map_or(whole.end, |(at, _)| start + at);
        // a name is quoted whole or not at all
        end = mentions.iter().filter(|m| m.range.start < end).map(|m| m.range.end).fold(end, usize::max);
    }
    let (before, after) = around(issue, mentions[0].block);
    let mut pieces = Vec::new();
    push(&mut pieces, before, false);
    if start > whole.start {
        push(&mut pieces, "…", false);
    }
    let mut at = start;
    for range in mentions.iter().map(|m| m.range.clone()).filter(|range| range.end <= end) {
        push(&mut pieces, &text[at..range.start], false);
        push(&mut pieces, &text[range.clone()], true);
        at = range.end;
    }
    push(&mut pieces, text[at..end].trim_end(), false);
    if end < whole.end {
        push(&mut pieces, "…", false);
    }
    push(&mut pieces, after, false);
    if let Some(first) = pieces.first_mut() {
        match &mut first.text {
            Cow::Borrowed(text) => *text = text.trim_start(),
            Cow::Owned(text) => *text = text.trim_start().to_owned(),
        }
    }
    unheaded(pieces, &issue.sections[issue.section_of[mentions[0].block]])
}

/// Without the head of an opener or a row, which stands above the quote: 柳汀乡：无新增项目。
fn unheaded<'a>(mut pieces: Vec<Piece<'a>>, section: &Section) -> Vec<Piece<'a>> {
    if !matches!(section.form, Form::Opener | Form::Row) {
        return pieces;
    }
    let text: String = pieces.iter().map(|piece| &*piece.text).collect();
    let after =
        text.strip_prefix(&*section.heading).and_then(|rest| rest.strip_prefix(['：', ':', '\u{3000}']));
    let Some(rest) = after.map(str::trim_start).filter(|rest| !rest.is_empty()) else { return pieces };
    let mut head = text.len() - rest.len();
    pieces.retain_mut(|piece| {
        let cut = head.min(piece.text.len());
        head -= cut;
        if cut > 0 {
            piece.text = Cow::Owned(piece.text[cut..].to_owned());
        }
        !piece.text.is_empty()
    });
    pieces
}

/// What stands before and after a cell in its row, blanks between: a name alone in its cell says nothing.
/// Empty for other blocks, and where the row is long.
pub fn around(issue: &Issue, block: usize) -> (String, String) {
    let section = &issue.sections[issue.section_of[block]];
    let text = |block: &usize| issue.document.blocks[*block].text.trim();
    let long = || section.blocks.iter().map(|b| text(b).chars().count()).sum::<usize>() > LONGEST;
    if section.form != Form::Row || long() {
        return Default::default();
    }
    let cells = |blocks: &[usize]| blocks.iter().map(text).filter(|t| !t.is_empty()).collect::<Vec<_>>();
    let at = section.blocks.iter().position(|b| *b == block).unwrap_or_default();
    let before = cells(&section.blocks[..at]).iter().map(|cell| format!("{cell}\u{3000}")).collect();
    let after = cells(&section.blocks[at + 1..]).iter().map(|cell| format!("\u{3000}{cell}")).collect();
    (before, after)
}

/// How a section begins, its heading left out; nothing when it has no text of its own.
pub fn beginning(issue: &Issue, section: &Section) -> Vec<Piece<'static>> {
    let headed = matches!(section.form, Form::Opening | Form::Heading);
    let mut text = String::new();
    for &block in section.blocks.iter().skip(usize::from(headed)) {
        let own = issue.document.blocks[block].text.trim();
        if !text.is_empty() && !own.is_empty() {
            text.push(' ');
        }
        text.push_str(own);
        if let Some((cut, _)) = text.char_indices().nth(BEGINNING) {
            text.truncate(cut);
            text.push('…');
            break;
        }
    }
    let mut pieces = Vec::new();
    push(&mut pieces, text, false);
    unheaded(pieces, section)
}

/// Whether a mention stands in the section's heading.
pub fn in_heading(section: &Section, mention: &Mention) -> bool {
    section.form == Form::Heading && section.blocks.first() == Some(&mention.block)
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, text: impl Into<Cow<'a, str>>, strong: bool) {
    let text = text.into();
    if !text.is_empty() {
        pieces.push(Piece { text, strong });
    }
}
