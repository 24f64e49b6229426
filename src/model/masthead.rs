//! Masthead and signature left in a body: they say what front matter says, and belong to the opening.

use crate::fold::fold;
use crate::markdown::{BlockKind, Document, Node};
use crate::parse::date;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What front matter says that a paper repeats at its head and foot.
pub struct Paper<'a> {
    /// Name of the series.
    pub series: &'a str,
    /// Title of the issue.
    pub title: &'a str,
    /// Issuing office.
    pub issuer: &'a str,
    /// Number within the year.
    pub number: Option<u32>,
    /// Year of the number.
    pub year: i16,
    /// Date.
    pub date: Date,
}

/// Takes masthead and signature out of the body where they say the same as front matter. What says
/// something else stays, and is returned as belonging to the opening.
pub fn strip(document: &mut Document, paper: &Paper<'_>) -> BTreeSet<usize> {
    let mut dropped = head(document, paper);
    let foot = foot(document, paper);
    dropped.extend(foot.iter().filter(|b| paper.says(&document.blocks[**b].text)));
    let mut kept: Vec<usize> = foot.into_iter().filter(|b| !dropped.contains(b)).collect();
    if !dropped.is_empty() {
        document.retain(|b| !dropped.contains(&b));
        for block in &mut kept {
            *block -= dropped.range(..*block).count();
        }
        trim_rules(document);
    }
    kept.into_iter().collect()
}

/// Blocks at the beginning that repeat the masthead. A document number among them (湛督〔2023〕5号) says
/// something of its own and stays.
fn head(document: &Document, paper: &Paper<'_>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for node in &document.nodes {
        let blocks = match node {
            Node::Rule => continue,
            Node::Heading { block, .. } => vec![*block],
            Node::Paragraph { blocks } => blocks.clone(),
            _ => break,
        };
        let (said, other): (Vec<usize>, Vec<usize>) =
            blocks.into_iter().partition(|b| paper.says(&document.blocks[*b].text));
        if !other.iter().all(|b| is_document_number(&document.blocks[*b].text)) {
            break;
        }
        found.extend(said);
    }
    found
}

/// Blocks at the end that are a signature: a date alone, and short lines without a sentence before
/// it; or the issuing office alone.
fn foot(document: &Document, paper: &Paper<'_>) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut dated = false;
    for node in document.nodes.iter().rev() {
        let Node::Paragraph { blocks } = node else {
            if matches!(node, Node::Rule) && found.is_empty() {
                continue;
            }
            break;
        };
        let texts: Vec<&str> = blocks.iter().map(|b| document.blocks[*b].text.as_str()).collect();
        let says = texts.iter().all(|t| paper.says(t) && fold(t) != fold(paper.title));
        let is_date = |t: &&str| date::parse(t).is_ok();
        let last_is_date = texts.last().is_some_and(is_date);
        let office = dated && found.len() < 4 && texts.iter().all(|t| is_office(t));
        let signed = last_is_date && texts.iter().all(|t| is_date(t) || is_office(t));
        if !(says || office || (found.is_empty() && signed)) {
            break;
        }
        dated |= last_is_date;
        found.splice(0..0, blocks.iter().copied());
    }
    // An office's name alone, unlike the issuer's, is no signature.
    found
}

/// 发文字号: an office's sign, a year in brackets, a number (湛督〔2023〕5号).
fn is_document_number(text: &str) -> bool {
    let folded = fold(text);
    let parts = folded.trim_end_matches('号').split_once('(').and_then(|(sign, rest)| {
        let (year, number) = rest.split_once(')')?;
        Some((sign.chars().count(), year.len(), number.trim_start_matches('第')))
    });
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    folded.ends_with('号')
        && parts.is_some_and(|(sign, year, number)| sign <= 12 && year == 4 && digits(number))
}

/// A short line that names an office: no sentence, no number, ending like one.
fn is_office(text: &str) -> bool {
    const ENDS: [&str; 24] = [
        "局",
        "办公室",
        "委员会",
        "政府",
        "委",
        "室",
        "院",
        "会",
        "组",
        "部",
        "处",
        "站",
        "中心",
        "厅",
        "指挥部",
        "队",
        "所",
        "科",
        "专班",
        "街道",
        "镇",
        "乡",
        "区",
        "县",
    ];
    let line = text.trim_matches(|c: char| c.is_whitespace() || "（）()".contains(c));
    (3..=30).contains(&line.chars().count())
        && !line.contains(['。', '，', '：', '；', '、', ':', ','])
        && ENDS.iter().any(|e| line.ends_with(e))
}

impl Paper<'_> {
    /// Whether a line says nothing but what front matter says: series, number, office, date, title.
    fn says(&self, line: &str) -> bool {
        let folded: String = fold(line).chars().filter(|c| !c.is_whitespace()).collect();
        let same =
            |text: &str| folded == fold(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if same(self.series) || same(self.title) || same(self.issuer) || self.is_date(line) {
            return true;
        }
        if self.is_number(&folded) {
            return true;
        }
        // 中共…督查局　2022年9月9日 on one line.
        folded
            .strip_prefix(fold(self.issuer).as_str())
            .is_some_and(|rest| !rest.is_empty() && self.is_date(rest))
    }

    fn is_date(&self, line: &str) -> bool {
        date::parse(line.trim()).is_ok_and(|d| d == self.date)
    }

    /// 第6期, （第六期）, 2022年第6期, 〔2022〕6号.
    fn is_number(&self, folded: &str) -> bool {
        let Some(number) = self.number else { return false };
        let line = folded.trim_matches(['(', ')']);
        let year = self.year.to_string();
        let line = line.strip_prefix(year.as_str()).map_or(line, |r| r.trim_start_matches(['年', ')']));
        let line = line.trim_start_matches('总').trim_start_matches('第');
        let Some(digits) = line.strip_suffix('期').or_else(|| line.strip_suffix('号')) else {
            return false;
        };
        digits.parse() == Ok(number) || date::han_number(digits) == Some(number)
    }
}

/// Rules that divided the masthead or signature from the text divide nothing any more.
fn trim_rules(document: &mut Document) {
    while document.nodes.first() == Some(&Node::Rule) {
        document.nodes.remove(0);
    }
    while document.nodes.last() == Some(&Node::Rule) {
        document.nodes.pop();
    }
}

/// The blocks of an issue that stand in no Markdown: its title and summary.
pub fn bare_blocks(
    title: &str,
    title_at: usize,
    summary: Option<(&str, usize)>,
) -> Vec<crate::markdown::Block> {
    let block = |text: &str, at: usize| {
        crate::markdown::Block::bare(
            BlockKind::Paragraph,
            text.split_whitespace().collect::<Vec<_>>().join(" "),
            at..at,
        )
    };
    let mut blocks = vec![block(title, title_at)];
    blocks.extend(summary.map(|(text, at)| block(text, at)));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_numbers() {
        for number in ["湛督〔2023〕5号", "湛督[2023]第 5 号", "青办督字（2021）12号"] {
            assert!(is_document_number(number), "{number}");
        }
        for other in ["（2023年）5号", "现通报如下：", "第5号", "2023年第5号"] {
            assert!(!is_document_number(other), "{other}");
        }
    }

    #[test]
    fn what_front_matter_says_goes_and_the_rest_stays() {
        let text =
            "湛督〔2023〕5号\n\n# 督查通报\n\n第1期\n\n---\n\n现通报如下：\n\n督查局\n\n2023年5月6日\n";
        let mut document = crate::markdown::parse(text, 0..text.len(), 100, |_, _| false).expect("shallow");
        let date = jiff::civil::date(2023, 5, 6);
        let paper =
            Paper {
                series: "督查通报", title: "题", issuer: "督查局", number: Some(1), year: 2023, date
            };
        let opening = strip(&mut document, &paper);
        let texts: Vec<&str> = document.blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!((texts, opening.len()), (vec!["湛督〔2023〕5号", "现通报如下："], 0));
    }
}
