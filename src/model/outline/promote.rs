//! Which paragraphs and list items are headings? They become [`Node::Heading`] with depth 0.

use crate::markdown::{Block, BlockKind, Document, Mark, MarkKind, Node};
use crate::model::heads::{HeadLine, Numbered};
use crate::model::names::Names;
use crate::parse::numbering::{Numbering, Rank, numbering};
use std::collections::BTreeMap;

/// Longest line without Markdown marks that can be a heading, in characters.
const LONGEST: usize = 40;

/// Makes headings of the lines that are headings (SPEC 4) and strips emphasis around whole ones.
pub fn promote(document: &mut Document, names: &Names) {
    split_lines(document, names);
    hoist_items(document, names);
    let lines = lines(document, names);
    let chosen = choose(&lines);
    for index in chosen {
        promote_node(document, index);
    }
    for node in &document.nodes {
        if let Node::Heading { block, .. } = node {
            strip_emphasis(&mut document.blocks[*block]);
        }
    }
}

/// What a top-level node is for the question of headings.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Line {
    /// A heading by its marks: `#`, or bold and numbered or a township.
    Sure(Option<Numbering>),
    /// A short numbered line.
    Candidate(Numbering),
    /// A numbered line too long for a heading.
    Text(Numbering),
    /// Anything else.
    Other,
}

fn lines(document: &Document, names: &Names) -> Vec<Line> {
    document.nodes.iter().map(|node| line(document, node, names)).collect()
}

fn line(document: &Document, node: &Node, names: &Names) -> Line {
    match node {
        Node::Heading { block, .. } => Line::Sure(numbering(&document.blocks[*block].text)),
        Node::Paragraph { blocks } => paragraph(document, blocks, None, names),
        Node::List { ordered, items, .. } => match items.as_slice() {
            [item] => match item.as_slice() {
                [Node::Paragraph { blocks }] => paragraph(document, blocks, *ordered, names),
                _ => Line::Other,
            },
            _ => Line::Other,
        },
        _ => Line::Other,
    }
}

fn paragraph(document: &Document, blocks: &[usize], ordered: Option<(usize, char)>, names: &Names) -> Line {
    let block = &document.blocks[blocks[0]];
    let number = ordered.map(item_number).or_else(|| numbering(&block.text));
    if blocks.len() == 1 && is_bold_only(block) && (number.is_some() || is_township(block, names)) {
        return Line::Sure(number);
    }
    let Some(number) = number else { return Line::Other };
    if blocks.len() == 1 && is_short(&block.text) && !is_label(block) {
        Line::Candidate(number)
    } else {
        Line::Text(number)
    }
}

fn item_number((value, delimiter): (usize, char)) -> Numbering {
    let rank = if delimiter == ')' { Rank::DigitBracket } else { Rank::Digit };
    Numbering { rank, value: value as u32, length: 0 }
}

/// The nodes to promote. Numbered lines of one rank that count on form a sequence; one whose members
/// all stand next to each other is a list, any other a sequence of headings.
fn choose(lines: &[Line]) -> Vec<usize> {
    let mut open: BTreeMap<Rank, Vec<usize>> = BTreeMap::new();
    let mut chosen = Vec::new();
    let number = |i: usize| match lines[i] {
        Line::Candidate(n) | Line::Text(n) | Line::Sure(Some(n)) => Some(n),
        _ => None,
    };
    for (i, line) in lines.iter().enumerate() {
        match line {
            Line::Sure(number) => {
                chosen.push(i);
                let rank = number.map(|n| n.rank);
                for (_, sequence) in open.extract_if(.., |r, _| rank.is_none_or(|rank| *r >= rank)) {
                    close(&sequence, lines, &mut chosen);
                }
            }
            Line::Candidate(n) | Line::Text(n) => {
                for (_, sequence) in open.extract_if(.., |r, _| *r > n.rank) {
                    close(&sequence, lines, &mut chosen);
                }
                let sequence = open.entry(n.rank).or_default();
                let last = sequence.last().and_then(|l| number(*l)).map(|l| l.value);
                if last.is_some_and(|l| l + 1 != n.value) {
                    close(&std::mem::take(sequence), lines, &mut chosen);
                }
                sequence.push(i);
            }
            Line::Other => {}
        }
    }
    for sequence in open.values() {
        close(sequence, lines, &mut chosen);
    }
    chosen.sort_unstable();
    chosen
}

fn close(sequence: &[usize], lines: &[Line], chosen: &mut Vec<usize>) {
    let adjacent = sequence.len() > 1 && sequence.windows(2).all(|w| w[0] + 1 == w[1]);
    if !adjacent {
        chosen.extend(sequence.iter().copied().filter(|i| matches!(lines[*i], Line::Candidate(_))));
    }
}

/// A paragraph whose first line is a heading (bold, or numbered and a township): two nodes.
fn split_lines(document: &mut Document, names: &Names) {
    let mut nodes = Vec::with_capacity(document.nodes.len());
    for node in std::mem::take(&mut document.nodes) {
        match node {
            Node::Paragraph { mut blocks }
                if blocks.len() > 1
                    && document.blocks[blocks[1]].kind == BlockKind::Paragraph
                    && is_head(&document.blocks[blocks[0]], names) =>
            {
                let rest = blocks.split_off(1);
                nodes.push(Node::Paragraph { blocks });
                nodes.push(Node::Paragraph { blocks: rest });
            }
            node => nodes.push(node),
        }
    }
    document.nodes = nodes;
}

fn is_head(block: &Block, names: &Names) -> bool {
    let numbered = numbering(&block.text).is_some();
    match is_bold_only(block) {
        true => numbered || is_township(block, names),
        false => numbered && is_township(block, names) && !is_label(block),
    }
}

/// A list whose items are each a township's name and its paragraphs: the names are headings.
fn hoist_items(document: &mut Document, names: &Names) {
    let mut nodes = Vec::with_capacity(document.nodes.len());
    for node in std::mem::take(&mut document.nodes) {
        match node {
            Node::List { ordered, tight, items } if is_outline_list(document, &items, names) => {
                for (i, mut item) in items.into_iter().enumerate() {
                    let rest = item.split_off(1);
                    let ordered = ordered.map(|(start, delimiter)| (start + i, delimiter));
                    nodes.push(Node::List { ordered, tight, items: vec![item] });
                    nodes.extend(rest);
                }
            }
            node => nodes.push(node),
        }
    }
    document.nodes = nodes;
}

fn is_outline_list(document: &Document, items: &[Vec<Node>], names: &Names) -> bool {
    items.iter().all(|item| match item.as_slice() {
        [Node::Paragraph { blocks }, rest @ ..] if blocks.len() == 1 => {
            let block = &document.blocks[blocks[0]];
            rest.iter().any(|n| matches!(n, Node::Paragraph { .. } | Node::Table { .. }))
                && is_short(&block.text)
                && HeadLine::new(&block.text, Numbered::Outside).heading(names).is_some()
        }
        _ => false,
    })
}

fn promote_node(document: &mut Document, index: usize) {
    let (block, number) = match &document.nodes[index] {
        Node::Paragraph { blocks } => (blocks[0], None),
        Node::List { ordered, items, .. } => match items[0].as_slice() {
            [Node::Paragraph { blocks }] => (blocks[0], *ordered),
            _ => return,
        },
        _ => return,
    };
    if let Some((value, delimiter)) = number {
        document.blocks[block].prepend(&format!("{value}{delimiter} "));
    }
    document.blocks[block].kind = BlockKind::Heading;
    document.nodes[index] = Node::Heading { depth: 0, block };
}

fn strip_emphasis(block: &mut Block) {
    let number = numbering(&block.text).map_or(0, |n| n.length);
    let length = block.text.trim_end_matches(['：', ':']).len();
    let whole = |mark: &Mark| {
        matches!(mark.kind, MarkKind::Strong | MarkKind::Emphasis)
            && mark.range.start <= number
            && mark.range.end >= length
    };
    block.marks.retain(|m| !whole(m));
}

fn is_bold_only(block: &Block) -> bool {
    let length = block.text.trim_end_matches(['：', ':']).len();
    block.marks.iter().any(|m| m.kind == MarkKind::Strong && m.range.start == 0 && m.range.end >= length)
}

fn is_township(block: &Block, names: &Names) -> bool {
    let line = HeadLine::new(&block.text, Numbered::Inside);
    (is_short(&block.text) && line.heading(names).is_some()) || line.unknown().is_some()
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.contains(['。', '；', '！', '？'])
}

/// A bold lead-in that ends in ： with text after it (机制建立情况：…).
fn is_label(block: &Block) -> bool {
    block.marks.iter().any(|m| {
        m.kind == MarkKind::Strong
            && m.range.end < block.text.len()
            && (block.text[..m.range.end].ends_with(['：', ':'])
                || block.text[m.range.end..].starts_with(['：', ':']))
    })
}
