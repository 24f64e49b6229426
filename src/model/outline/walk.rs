//! Tiles a document, whose headings are known, with sections.

use super::{Form, Outline, Part, PartHead};
use crate::markdown::{Cell, Document, MarkKind, Node};
use crate::model::heads::{HeadLine, Numbered};
use crate::model::names::Names;
use crate::parse::numbering::{Rank, numbering};
use std::collections::{BTreeMap, BTreeSet};

/// The sections of a document after [`super::promote`]. Blocks before the first node (title, summary)
/// and those of `opening` (masthead, signature) belong to the opening.
pub fn outline(document: &Document, opening: &BTreeSet<usize>, names: &Names) -> Outline {
    let mut walk = Walk {
        document,
        names,
        trust_depth: depths_are_consistent(document),
        restarts: numbers_restart(document, names),
        stack: Vec::new(),
        outline: Outline {
            sections: vec![first_part()],
            section_of: vec![usize::MAX; document.blocks.len()],
        },
        current: 0,
        openers: Vec::new(),
    };
    walk.run();
    let mut outline = walk.outline;
    for block in opening {
        outline.section_of[*block] = 0;
    }
    footnotes(document, &mut outline.section_of);
    fill(&mut outline.section_of);
    for (block, section) in outline.section_of.iter().enumerate() {
        outline.sections[*section].first.get_or_insert(block);
    }
    outline
}

fn first_part() -> Part {
    Part {
        heading: String::new(),
        level: 0,
        parent: None,
        form: Form::Opening,
        first: None,
        head: PartHead::None,
    }
}

/// A section that following headings may stand in.
struct Open {
    section: usize,
    rank: Option<Rank>,
    township: bool,
    /// Count of `#`; `None` when paragraphs or list items are its headings.
    depth: Option<u8>,
}

/// Text between two headings, in the pieces that an opener may begin or end at.
#[derive(Debug, Clone, Copy)]
enum Unit<'a> {
    /// A top-level node that is no list.
    Node(&'a Node),
    /// One item of a top-level list.
    Item { nodes: &'a [Node], ordered: bool },
}

struct Walk<'a> {
    document: &'a Document,
    names: &'a Names,
    trust_depth: bool,
    /// 一、 begins anew below every unnumbered township.
    restarts: bool,
    stack: Vec<Open>,
    outline: Outline,
    /// The section that takes the next block.
    current: usize,
    /// Units of the text being walked that an opener begins.
    openers: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn run(&mut self) {
        let nodes = &self.document.nodes;
        let mut at = 0;
        while at < nodes.len() {
            if let Node::Heading { depth, block } = nodes[at] {
                self.heading(depth, block);
                at += 1;
                continue;
            }
            let end = nodes[at..]
                .iter()
                .position(|n| matches!(n, Node::Heading { .. }))
                .map_or(nodes.len(), |p| at + p);
            self.text(&nodes[at..end]);
            at = end;
        }
    }

    fn heading(&mut self, depth: u8, block: usize) {
        let text = &self.document.blocks[block].text;
        let line = HeadLine::new(text, Numbered::Inside);
        let head = match line.heading(self.names) {
            Some(head) => PartHead::Names(head.hits.iter().map(|h| h.pattern).collect()),
            None => line.unknown().map_or(PartHead::None, PartHead::Unknown),
        };
        let open = Open {
            section: self.outline.sections.len(),
            rank: numbering(text).map(|n| n.rank),
            township: head != PartHead::None,
            depth: (depth > 0).then_some(depth),
        };
        self.close_for(&open);
        let parent = self.stack.last().map(|o| o.section);
        let heading = text.trim_end_matches(['：', ':']).to_owned();
        self.current = self.begin(parent, heading, Form::Heading, head, block);
        self.stack.push(open);
        self.take(block);
    }

    /// Pops what the new heading does not stand in.
    fn close_for(&mut self, new: &Open) {
        let keep = match (new.rank, new.township) {
            (Some(rank), _) => self.keep_for_number(rank, new),
            (None, true) => self.keep_for_township(new),
            (None, false) => self.keep_for_plain(new),
        };
        self.stack.truncate(keep);
    }

    /// A numbered heading stands below every open number of a higher form.
    fn keep_for_number(&self, rank: Rank, new: &Open) -> usize {
        let same = self.stack.iter().position(|o| o.rank.is_some_and(|r| r >= rank));
        same.unwrap_or_else(|| {
            let beside = |o: &Open| {
                let above = rank <= Rank::Han && o.township && !self.restarts;
                o.rank.is_none() && (above || self.is_beside(o, new))
            };
            self.stack.iter().position(beside).unwrap_or(self.stack.len())
        })
    }

    /// An unnumbered township stands one level below the last numbered heading that is no
    /// township's, or below an unnumbered one with fewer `#`.
    fn keep_for_township(&self, new: &Open) -> usize {
        let townships = self.stack.iter().position(|o| o.township).unwrap_or(self.stack.len());
        let numbered = self.stack[..townships].iter().rposition(|o| o.rank.is_some()).map_or(0, |p| p + 1);
        let beside = self.stack[numbered..townships].iter().position(|o| self.is_beside(o, new));
        beside.map_or(townships, |p| numbered + p)
    }

    /// Other headings keep their depth below the section that they stand in.
    fn keep_for_plain(&self, new: &Open) -> usize {
        let beside = |o: &Open| (o.rank.is_none() || self.trust_depth) && self.is_beside(o, new);
        self.stack.iter().position(beside).unwrap_or(self.stack.len())
    }

    /// By the count of `#`, `new` does not stand in `open`.
    fn is_beside(&self, open: &Open, new: &Open) -> bool {
        match (open.depth, new.depth) {
            (Some(open), Some(new)) => new <= open,
            // A `#` outranks a bold line or a numbered paragraph; of two such lines nothing is known.
            (None, Some(_)) => true,
            (_, None) => false,
        }
    }

    /// Text up to the next heading. Which openers are single paragraphs is known only at its end.
    fn text(&mut self, nodes: &'a [Node]) {
        let units = self.units(nodes);
        let heads: Vec<Option<(PartHead, String)>> = self.opener_heads(&units);
        self.openers = (0..units.len()).filter(|u| heads[*u].is_some()).collect();
        let holder = self.current;
        for (u, unit) in units.iter().enumerate() {
            if let Some((head, heading)) = &heads[u] {
                let parent = self.stack.last().map(|o| o.section);
                let first = first_block(unit);
                self.current = self.begin(parent, heading.clone(), Form::Opener, head.clone(), first);
            } else if self.is_past_openers(u) {
                self.current = holder;
            }
            self.unit(unit);
        }
        self.current = holder;
    }

    /// Whether unit `u` comes after the last opener, and that one is a single paragraph because all
    /// openers before it are.
    fn is_past_openers(&self, u: usize) -> bool {
        let Some((last, earlier)) = self.openers.split_last() else { return false };
        let single = earlier.iter().zip(&self.openers[1..]).all(|(a, b)| a + 1 == *b);
        u > *last && !earlier.is_empty() && single
    }

    fn units(&self, nodes: &'a [Node]) -> Vec<Unit<'a>> {
        let mut units = Vec::new();
        for node in nodes {
            match node {
                Node::List { ordered, items, .. } => units
                    .extend(items.iter().map(|item| Unit::Item { nodes: item, ordered: ordered.is_some() })),
                node => units.push(Unit::Node(node)),
            }
        }
        units
    }

    fn opener_heads(&self, units: &[Unit<'a>]) -> Vec<Option<(PartHead, String)>> {
        let mut heads = Vec::with_capacity(units.len());
        for (u, unit) in units.iter().enumerate() {
            let ranked = match unit {
                Unit::Item { .. } => self.is_ranked(&units[..u]),
                Unit::Node(_) => false,
            };
            heads.push(if ranked { None } else { self.opener(unit) });
        }
        // 红岭镇：… among openers is one too, though no register knows the name.
        if heads.iter().any(Option::is_some) {
            for (head, unit) in heads.iter_mut().zip(units) {
                *head = head.take().or_else(|| self.unknown_opener(unit));
            }
        }
        heads
    }

    fn unknown_opener(&self, unit: &Unit<'a>) -> Option<(PartHead, String)> {
        let Unit::Node(Node::Paragraph { blocks }) = unit else { return None };
        let text = &self.document.blocks[blocks[0]].text;
        let (name, end) = HeadLine::new(text, Numbered::Inside).unknown_opener()?;
        Some((PartHead::Unknown(name), text[..end].trim().to_owned()))
    }

    /// The paragraph or heading before the list speaks of a ranking.
    fn is_ranked(&self, before: &[Unit<'a>]) -> bool {
        const WORDS: [&str; 6] = ["排名", "排序", "名次", "得分", "位次", "评分"];
        let spoken = |text: &str| WORDS.iter().any(|w| text.contains(w));
        let lead = before.iter().rev().find(|u| !matches!(u, Unit::Item { .. }));
        match lead {
            Some(Unit::Node(Node::Paragraph { blocks })) => {
                spoken(&self.document.blocks[*blocks.last().unwrap_or(&blocks[0])].text)
            }
            _ => spoken(&self.outline.sections[self.current].heading),
        }
    }

    fn opener(&self, unit: &Unit<'a>) -> Option<(PartHead, String)> {
        let (block, numbered, item) = match unit {
            Unit::Node(Node::Paragraph { blocks }) => (blocks[0], Numbered::Inside, false),
            Unit::Item { nodes: [Node::Paragraph { blocks }, ..], ordered } => {
                (blocks[0], if *ordered { Numbered::Outside } else { Numbered::Inside }, true)
            }
            _ => return None,
        };
        let text = &self.document.blocks[block].text;
        let line = HeadLine::new(text, numbered);
        let (head, end) = line.opener(self.names)?;
        if item && !is_prose(line.after(&head)) {
            return None;
        }
        let heading = text[..end].trim().to_owned();
        Some((PartHead::Names(head.hits.iter().map(|h| h.pattern).collect()), heading))
    }

    fn unit(&mut self, unit: &Unit<'a>) {
        match unit {
            Unit::Node(Node::Table { rows, .. }) => self.table(rows),
            Unit::Node(node) => self.take_all(std::slice::from_ref(*node)),
            Unit::Item { nodes, .. } => self.take_all(nodes),
        }
    }

    fn table(&mut self, rows: &[Vec<Cell>]) {
        let holder = self.current;
        let parent = if self.outline.sections[holder].form == Form::Opening { None } else { Some(holder) };
        let mut heads = RowHeads::new(self.document, self.names);
        for (r, row) in rows.iter().enumerate() {
            let head = if r == 0 { None } else { heads.read(row) };
            let first = row.iter().flat_map(|c| &c.blocks).next().copied();
            if let (Some((head, heading)), Some(first)) = (head, first) {
                self.current = self.begin(parent, heading, Form::Row, head, first);
            }
            for block in row.iter().flat_map(|c| &c.blocks) {
                self.take(*block);
            }
            self.current = holder;
        }
    }

    fn begin(
        &mut self,
        parent: Option<usize>,
        heading: String,
        form: Form,
        head: PartHead,
        first: usize,
    ) -> usize {
        let level = parent.map_or(0, |p| self.outline.sections[p].level) + 1;
        self.outline.sections.push(Part { heading, level, parent, form, first: Some(first), head });
        self.outline.sections.len() - 1
    }

    fn take(&mut self, block: usize) {
        self.outline.section_of[block] = self.current;
    }

    fn take_all(&mut self, nodes: &[Node]) {
        for node in nodes {
            let current = self.current;
            node.each_block(&mut |b| self.outline.section_of[b] = current);
        }
    }
}

/// Reads the head cells of one table's rows.
struct RowHeads<'a> {
    document: &'a Document,
    names: &'a Names,
    /// Column in which townships were found.
    column: Option<usize>,
    /// What an empty cell of that column goes on with.
    above: Option<(PartHead, String)>,
    /// The last township stood alone in its row, over the rows below.
    banner: bool,
}

impl<'a> RowHeads<'a> {
    fn new(document: &'a Document, names: &'a Names) -> Self {
        Self { document, names, column: None, above: None, banner: false }
    }

    /// The township of a row, and its heading as shown.
    fn read(&mut self, row: &[Cell]) -> Option<(PartHead, String)> {
        let filled: Vec<usize> = (0..row.len()).filter(|c| !self.text(&row[*c]).is_empty()).collect();
        let first = *filled.first()?;
        let head_column = filled.iter().copied().find(|c| !is_serial(&self.text(&row[*c])));
        if let Some((column, head)) = head_column.and_then(|c| Some((c, self.head(&row[c])?))) {
            self.column = Some(column);
            self.banner = filled.len() == 1 && row.len() > 1;
            self.above = Some(head.clone());
            return (!self.banner).then_some(head);
        }
        let column = self.column?;
        let cell = row.get(column).map(|c| self.text(c)).unwrap_or_default();
        if let Some(name) = HeadLine::new(&cell, Numbered::Inside).unknown() {
            let head = (PartHead::Unknown(name), cell);
            self.above = Some(head.clone());
            return Some(head);
        }
        let spanned = cell.is_empty() || is_ditto(&cell);
        let total = head_column.is_none_or(|c| is_total(&self.text(&row[c])));
        let alone = filled.len() == 1;
        if total || (alone && row.len() > 2 && first <= column) {
            // 合计, or the name of another group: nothing is inherited past it.
            self.above = None;
            return None;
        }
        (spanned || self.banner).then(|| self.above.clone()).flatten()
    }

    fn head(&self, cell: &Cell) -> Option<(PartHead, String)> {
        let text = self.text(cell);
        let head = HeadLine::new(&text, Numbered::Inside).row(self.names)?;
        Some((PartHead::Names(head.hits.iter().map(|h| h.pattern).collect()), text))
    }

    fn text(&self, cell: &Cell) -> String {
        cell.blocks.iter().map(|b| self.document.blocks[*b].text.as_str()).collect()
    }
}

fn is_serial(text: &str) -> bool {
    text.chars().all(|c| c.is_numeric() || "、.．()（）第〇一二三四五六七八九十 ".contains(c))
}

fn is_ditto(text: &str) -> bool {
    matches!(text, "同上" | "〃" | "″" | "^^" | "\"")
}

fn is_total(text: &str) -> bool {
    ["合计", "总计", "小计", "全区", "全县", "全市", "平均", "累计"].iter().any(|w| text.starts_with(w))
}

/// Whether what follows a township in a list item is told, not scored.
fn is_prose(text: &str) -> bool {
    text.chars().count() >= 12 && text.contains([',', '.', ';'])
        || text.chars().filter(|c| crate::fold::is_han(*c)).count() >= 15
}

/// Whether each form of numbering has one count of `#`, deeper forms more than higher ones. Then the
/// counts may be believed where there is no number.
fn depths_are_consistent(document: &Document) -> bool {
    let mut depths: BTreeMap<Rank, BTreeSet<u8>> = BTreeMap::new();
    for node in &document.nodes {
        if let Node::Heading { depth, block } = node
            && let Some(number) = numbering(&document.blocks[*block].text)
        {
            depths.entry(number.rank).or_default().insert(*depth);
        }
    }
    let single = depths.values().all(|d| d.len() == 1);
    let deepening = depths.values().zip(depths.values().skip(1)).all(|(a, b)| a.last() < b.first());
    single && deepening
}

/// Whether 一、 (or 第一部分) stands below unnumbered townships: it begins anew, or there is one such
/// township alone. Else it stands beside them, as 一、下步要求 after the last.
fn numbers_restart(document: &Document, names: &Names) -> bool {
    let (mut firsts, mut townships, mut begins_below) = (0, 0, None);
    for node in &document.nodes {
        let Node::Heading { block, .. } = node else { continue };
        let text = &document.blocks[*block].text;
        match numbering(text) {
            Some(number) if number.rank <= Rank::Han => {
                firsts += usize::from(number.value == 1);
                if townships > 0 {
                    begins_below.get_or_insert(number.value == 1);
                }
            }
            Some(_) => {}
            None => {
                let line = HeadLine::new(text, Numbered::Inside);
                townships += usize::from(line.heading(names).is_some() || line.unknown().is_some());
            }
        }
    }
    firsts > 1 || (townships == 1 && begins_below == Some(true))
}

/// A footnote belongs to the section of its first reference.
fn footnotes(document: &Document, section_of: &mut [usize]) {
    let mut sections: BTreeMap<u32, usize> = BTreeMap::new();
    for (i, block) in document.blocks.iter().enumerate() {
        for mark in &block.marks {
            if let MarkKind::FootnoteReference { number } = mark.kind {
                sections.entry(number).or_insert(section_of[i]);
            }
        }
    }
    for node in &document.nodes {
        if let Node::Footnote { number, .. } = node
            && let Some(section) = sections.get(number)
        {
            node.each_block(&mut |b| section_of[b] = *section);
        }
    }
}

/// Texts of images that no node holds belong to the section of the block before them.
fn fill(section_of: &mut [usize]) {
    let mut last = 0;
    for section in section_of {
        if *section == usize::MAX {
            *section = last;
        }
        last = *section;
    }
}

fn first_block(unit: &Unit<'_>) -> usize {
    let mut first = None;
    let mut note = |b: usize| {
        first.get_or_insert(b);
    };
    match unit {
        Unit::Node(node) => node.each_block(&mut note),
        Unit::Item { nodes, .. } => nodes.iter().for_each(|n| n.each_block(&mut note)),
    }
    first.unwrap_or(0)
}
