//! Markdown → blocks of text as shown. The only user of comrak.
//!
//! A document is kept twice: as a tree of [`Node`]s, which is its layout, and as a flat list of
//! [`Block`]s, which is its text. Leaves of the tree hold indices into the list, so that sections,
//! mentions, search and pages all speak of the same characters.

use crate::diag::{FileId, Span};
use comrak::nodes::{ListDelimType, ListType, Node as Ast, NodeValue, TableAlignment};
use comrak::{Arena, Options, parse_document};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// One Markdown text.
#[derive(Debug, Clone, Default, PartialEq, Hash)]
pub struct Document {
    /// Layout, in document order.
    pub nodes: Vec<Node>,
    /// Text, in document order.
    pub blocks: Vec<Block>,
    /// Bytes of the file that hold raw HTML; it is kept as text.
    pub raw_html: Vec<Range<usize>>,
}

/// A piece of layout. `usize` fields are indices into [`Document::blocks`].
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Node {
    /// A heading.
    Heading {
        /// Count of `#`, 1 to 6; 0 when the outline made a heading of a paragraph or list item.
        depth: u8,
        /// Its text.
        block: usize,
    },
    /// A paragraph: its lines (a hard break ends a block), then the alt texts and captions of its
    /// images.
    Paragraph {
        /// At least one.
        blocks: Vec<usize>,
    },
    /// A list.
    List {
        /// First number and its delimiter (`.` or `)`) of an ordered list.
        ordered: Option<(usize, char)>,
        /// Whether items are set without space between them.
        tight: bool,
        /// The items' contents.
        items: Vec<Vec<Node>>,
    },
    /// A table.
    Table {
        /// One for each column.
        align: Vec<Align>,
        /// The head row first.
        rows: Vec<Vec<Cell>>,
    },
    /// A block quote.
    Quote {
        /// Contents.
        nodes: Vec<Node>,
    },
    /// A code block.
    Code {
        /// Its text.
        block: usize,
    },
    /// A horizontal rule.
    Rule,
    /// A footnote's text.
    Footnote {
        /// Number in order of first reference, from 1.
        number: u32,
        /// Contents.
        nodes: Vec<Node>,
    },
}

/// A table cell: its lines.
#[derive(Debug, Clone, Default, PartialEq, Hash)]
pub struct Cell {
    /// Indices into [`Document::blocks`]; none when the cell is empty.
    pub blocks: Vec<usize>,
}

/// Alignment of a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// Not said.
    None,
    /// `:--`
    Left,
    /// `:-:`
    Centre,
    /// `--:`
    Right,
}

/// A run of text as shown that nothing interrupts: the unit in which names and queries are found.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Text as shown, NFC, without line breaks.
    pub text: String,
    /// Emphasis, links and images over ranges of `text`, outer before inner.
    pub marks: Vec<Mark>,
    /// Where pieces of `text` stand in the file: (byte in `text`, byte in the file), ascending.
    pub origin: Vec<(usize, usize)>,
    /// The block's bytes in the file.
    pub span: Range<usize>,
}

/// Kinds of block (SPEC 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Text of a heading.
    Heading,
    /// A line of a paragraph.
    Paragraph,
    /// A line of a list item's own text.
    Item,
    /// A line of a table cell.
    Cell,
    /// An image's title.
    Caption,
    /// A code block.
    Code,
    /// A line of a footnote.
    Footnote,
    /// An image's alternative text.
    Alt,
}

/// A style or link over a range of a block's text.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Mark {
    /// Bytes of the block's text; empty for images and footnote references.
    pub range: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// Kinds of [`Mark`].
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum MarkKind {
    /// `**…**`
    Strong,
    /// `*…*`
    Emphasis,
    /// `~~…~~`
    Strike,
    /// `` `…` ``
    Code,
    /// A link, its target as written.
    Link {
        /// Target.
        href: String,
        /// Title, may be empty.
        title: String,
    },
    /// An image; alt text and caption are blocks of their own.
    Image {
        /// Source as written.
        src: String,
        /// Index of the alt text's block, when there is one.
        alt: Option<usize>,
        /// Index of the caption's block, when there is one.
        caption: Option<usize>,
        /// Its bytes in the file.
        place: Range<usize>,
    },
    /// A reference to a footnote.
    FootnoteReference {
        /// Its number, from 1.
        number: u32,
    },
    /// `[[target|text]]`: the text names the company or township `target`.
    Wikilink {
        /// Id or name.
        target: String,
    },
    /// `[[!text]]`: the text names nobody.
    Veto,
}

impl Document {
    /// Gives back what growing has reserved: a large archive keeps all its documents.
    fn shrink(&mut self) {
        for block in &mut self.blocks {
            block.text.shrink_to_fit();
            block.marks.shrink_to_fit();
            block.origin.shrink_to_fit();
        }
        self.blocks.shrink_to_fit();
    }

    /// Puts blocks that stand in no node before all others.
    pub fn put_first(&mut self, blocks: Vec<Block>) {
        let shift = blocks.len();
        self.renumber(|b| Some(b + shift));
        // Exactly as many as there are: growing in place would double the room.
        let mut all = Vec::with_capacity(shift + self.blocks.len());
        all.extend(blocks);
        all.append(&mut self.blocks);
        self.blocks = all;
    }

    /// Drops every block that `keep` refuses, and the layout that holds nothing any more.
    pub fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let mut numbers = Vec::with_capacity(self.blocks.len());
        let mut next = 0;
        for block in 0..self.blocks.len() {
            numbers.push(keep(block).then_some(next));
            next += usize::from(keep(block));
        }
        self.renumber(|b| numbers[b]);
        let mut index = 0;
        self.blocks.retain(|_| {
            index += 1;
            numbers[index - 1].is_some()
        });
    }

    fn renumber(&mut self, number: impl Fn(usize) -> Option<usize>) {
        for block in &mut self.blocks {
            for mark in &mut block.marks {
                if let MarkKind::Image { alt, caption, .. } = &mut mark.kind {
                    *alt = alt.and_then(&number);
                    *caption = caption.and_then(&number);
                }
            }
        }
        renumber_nodes(&mut self.nodes, &number);
    }
}

fn renumber_nodes(nodes: &mut Vec<Node>, number: &impl Fn(usize) -> Option<usize>) {
    let all = |blocks: &mut Vec<usize>| {
        *blocks = blocks.iter().filter_map(|b| number(*b)).collect();
    };
    nodes.retain_mut(|node| match node {
        Node::Heading { block, .. } | Node::Code { block } => match number(*block) {
            Some(new) => {
                *block = new;
                true
            }
            None => false,
        },
        Node::Paragraph { blocks } => {
            all(blocks);
            !blocks.is_empty()
        }
        Node::List { items, .. } => {
            items.retain_mut(|item| {
                renumber_nodes(item, number);
                !item.is_empty()
            });
            !items.is_empty()
        }
        Node::Table { rows, .. } => {
            rows.retain_mut(|row| {
                let filled = row.iter().any(|c| !c.blocks.is_empty());
                row.iter_mut().for_each(|c| all(&mut c.blocks));
                !filled || row.iter().any(|c| !c.blocks.is_empty())
            });
            rows.iter().flatten().any(|c| !c.blocks.is_empty())
        }
        Node::Quote { nodes } | Node::Footnote { nodes, .. } => {
            renumber_nodes(nodes, number);
            !nodes.is_empty()
        }
        Node::Rule => true,
    });
}

impl Node {
    /// Calls `note` with every block of the node, in document order.
    pub fn each_block(&self, note: &mut impl FnMut(usize)) {
        match self {
            Node::Heading { block, .. } | Node::Code { block } => note(*block),
            Node::Paragraph { blocks } => blocks.iter().copied().for_each(note),
            Node::List { items, .. } => {
                items.iter().flatten().for_each(|n| n.each_block(note));
            }
            Node::Table { rows, .. } => {
                rows.iter().flatten().flat_map(|c| &c.blocks).copied().for_each(note);
            }
            Node::Quote { nodes } | Node::Footnote { nodes, .. } => {
                nodes.iter().for_each(|n| n.each_block(note));
            }
            Node::Rule => {}
        }
    }
}

impl Block {
    /// A block that stands in no Markdown: title, summary.
    pub fn bare(kind: BlockKind, text: String, span: Range<usize>) -> Self {
        let origin = vec![(0, span.start)];
        Self { kind, text, marks: Vec::new(), origin, span }
    }

    /// Puts text before the block's own, such as the number of a list item.
    pub fn prepend(&mut self, text: &str) {
        self.text.insert_str(0, text);
        for (at, _) in &mut self.origin {
            *at += text.len();
        }
        for mark in &mut self.marks {
            mark.range = mark.range.start + text.len()..mark.range.end + text.len();
        }
    }

    /// Puts `new` in place of a marked range, as when `[[id]]` shows a register's name.
    pub fn replace(&mut self, range: Range<usize>, new: &str) {
        self.text.replace_range(range.clone(), new);
        let moved = |at: usize| match at {
            at if at <= range.start => at,
            at if at >= range.end => at - range.end + range.start + new.len(),
            _ => range.start,
        };
        for mark in &mut self.marks {
            mark.range = moved(mark.range.start)..moved(mark.range.end);
        }
        self.origin.retain(|(at, _)| *at <= range.start || *at >= range.end);
        for (at, _) in &mut self.origin {
            *at = moved(*at);
        }
    }

    /// Where bytes `range` of the text stand in `file`.
    pub fn place(&self, file: FileId, range: Range<usize>) -> Span {
        let start = self.source(range.start);
        let last = self.text[range.clone()].char_indices().next_back();
        let end = last.map_or(start, |(i, c)| self.source(range.start + i) + c.len_utf8());
        Span::new(file, start..end.max(start))
    }

    /// The byte in the file where byte `at` of the text stands; exact but inside escapes.
    pub fn source(&self, at: usize) -> usize {
        match self.origin.partition_point(|(text, _)| *text <= at) {
            0 => self.span.start,
            i => {
                let (text, file) = self.origin[i - 1];
                (file + (at - text)).min(self.span.end)
            }
        }
    }
}

/// Containers nested deeper than the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooDeep {
    /// Byte in the file where it happens.
    pub at: usize,
}

/// Whether the first line of a paragraph, bold or not, stands for itself although no empty line
/// follows it: a heading that was typed like one line of a paper.
pub type StandsAlone = fn(line: &str, bold: bool) -> bool;

/// Reads the Markdown that stands at `body` of `text`; nesting deeper than `nesting` is refused.
pub fn parse(
    text: &str,
    body: Range<usize>,
    nesting: usize,
    stands_alone: StandsAlone,
) -> Result<Document, TooDeep> {
    if let Some(at) = deep_prefix(&text[body.clone()], nesting) {
        return Err(TooDeep { at: body.start + at });
    }
    let mut reader = Reader {
        source: &text[body.clone()],
        base: body.start,
        lines: line_starts(&text[body.clone()]),
        nesting,
        stands_alone,
        document: Document::default(),
        footnotes: BTreeMap::new(),
    };
    let arena = Arena::new();
    let root = parse_document(&arena, reader.source, &options());
    let nodes = reader.nodes(root, BlockKind::Paragraph, 0)?;
    reader.document.nodes = nodes;
    reader.document.shrink();
    Ok(reader.document)
}

/// The one decision which Markdown an office writes.
fn options() -> Options<'static> {
    let mut options = Options::default();
    // Without it `**机制建立情况：**全面` keeps its asterisks: commonmark-spec issue 650.
    options.extension.cjk_friendly_emphasis = true;
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.wikilinks_title_after_pipe = true;
    options.extension.wikilinks_ignore_embeds = true;
    // A rule under a paragraph, common in converted papers, must not make a heading of it.
    options.parse.ignore_setext = true;
    // A footnote nobody refers to is still text, and it belongs where it was written.
    options.parse.leave_footnote_definitions = true;
    options
}

/// First byte of a line whose container markers nest deeper than `limit`; found before comrak sees
/// the text, so that a refused file costs nothing.
fn deep_prefix(text: &str, limit: usize) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut depth = 0;
        let mut rest = line.as_bytes();
        loop {
            rest = match rest {
                [b' ' | b'\t', tail @ ..] => tail,
                [b'>', tail @ ..] => {
                    depth += 1;
                    tail
                }
                [b'-' | b'*' | b'+', b' ', tail @ ..] => {
                    depth += 1;
                    tail
                }
                [b'0'..=b'9', b'.' | b')', b' ', tail @ ..] => {
                    depth += 1;
                    tail
                }
                _ => break,
            };
        }
        if depth > limit {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0)
        .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1))
        .collect()
}

/// Turns comrak's tree into a [`Document`].
struct Reader<'a> {
    source: &'a str,
    /// Where `source` begins in the file.
    base: usize,
    lines: Vec<usize>,
    nesting: usize,
    stands_alone: StandsAlone,
    document: Document,
    /// The number of each footnote by its name, in order of first sight from 1.
    footnotes: BTreeMap<String, u32>,
}

impl Reader<'_> {
    /// The children of a container. `kind` is what a paragraph's lines are there.
    fn nodes<'a>(&mut self, parent: Ast<'a>, kind: BlockKind, depth: usize) -> Result<Vec<Node>, TooDeep> {
        let mut nodes = Vec::new();
        for child in parent.children() {
            self.node(child, kind, depth, &mut nodes)?;
        }
        Ok(nodes)
    }

    fn node<'a>(
        &mut self,
        ast: Ast<'a>,
        kind: BlockKind,
        depth: usize,
        out: &mut Vec<Node>,
    ) -> Result<(), TooDeep> {
        let span = self.span(ast);
        if depth > self.nesting {
            return Err(TooDeep { at: span.start });
        }
        let data = ast.data();
        match &data.value {
            NodeValue::Paragraph => out.extend(self.paragraph(ast, kind)?),
            NodeValue::Heading(heading) => {
                let depth = heading.level;
                let blocks = self.leaf(ast, BlockKind::Heading)?;
                // A hard break inside a heading is a line break of the paper, not a second heading.
                if let Some(block) = self.join(blocks) {
                    out.push(Node::Heading { depth, block });
                }
            }
            NodeValue::List(list) => {
                let ordered = match list.list_type {
                    ListType::Ordered if list.delimiter == ListDelimType::Paren => Some((list.start, ')')),
                    ListType::Ordered => Some((list.start, '.')),
                    ListType::Bullet => None,
                };
                let tight = list.tight;
                let mut items = Vec::new();
                for item in ast.children() {
                    items.push(self.nodes(item, BlockKind::Item, depth + 1)?);
                }
                out.push(Node::List { ordered, tight, items });
            }
            NodeValue::Table(table) => {
                let align = table.alignments.iter().map(align_of).collect();
                let mut rows = Vec::new();
                for row in ast.children() {
                    let mut cells = Vec::new();
                    for cell in row.children() {
                        cells.push(Cell { blocks: self.leaf(cell, BlockKind::Cell)? });
                    }
                    rows.push(cells);
                }
                out.push(Node::Table { align, rows });
            }
            NodeValue::BlockQuote => {
                let nodes = self.nodes(ast, kind, depth + 1)?;
                out.push(Node::Quote { nodes });
            }
            NodeValue::CodeBlock(code) if !code.fenced => {
                let literal = clean(&code.literal).into_owned();
                self.indented(&literal, span, kind, depth, out)?;
            }
            NodeValue::CodeBlock(code) => {
                let block = self.plain(BlockKind::Code, code.literal.trim_end().to_owned(), span);
                out.push(Node::Code { block });
            }
            NodeValue::HtmlBlock(html) => {
                let literal = clean(&html.literal).trim().to_owned();
                if !literal.starts_with("<!--") {
                    self.document.raw_html.push(span.clone());
                    let lines = literal.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty());
                    let blocks: Vec<usize> = lines.map(|l| self.plain(kind, l, span.clone())).collect();
                    if !blocks.is_empty() {
                        out.push(Node::Paragraph { blocks });
                    }
                }
            }
            NodeValue::ThematicBreak => out.push(Node::Rule),
            NodeValue::FootnoteDefinition(definition) => {
                let number = self.footnote(&definition.name);
                let nodes = self.nodes(ast, BlockKind::Footnote, depth + 1)?;
                out.push(Node::Footnote { number, nodes });
            }
            // Anything comrak may add: its contents, so that no text is lost.
            _ => out.extend(self.nodes(ast, kind, depth + 1)?),
        }
        Ok(())
    }

    /// Clerks indent a paragraph by blanks: text indented by four or more is a paragraph, not code.
    fn indented(
        &mut self,
        literal: &str,
        span: Range<usize>,
        kind: BlockKind,
        depth: usize,
        out: &mut Vec<Node>,
    ) -> Result<(), TooDeep> {
        let first = self.document.blocks.len();
        for line in literal.lines().map(|l| l.trim_matches(is_blank)).filter(|l| !l.is_empty()) {
            let mut inner = Reader {
                source: line,
                base: span.start,
                lines: vec![0],
                nesting: self.nesting,
                stands_alone: self.stands_alone,
                document: std::mem::take(&mut self.document),
                footnotes: std::mem::take(&mut self.footnotes),
            };
            let arena = Arena::new();
            let root = parse_document(&arena, line, &options());
            let nodes = inner.nodes(root, kind, depth + 1);
            self.document = inner.document;
            self.footnotes = inner.footnotes;
            out.extend(nodes?);
        }
        for block in &mut self.document.blocks[first..] {
            block.origin = vec![(0, span.start)];
            block.span = span.clone();
        }
        Ok(())
    }

    fn paragraph(&mut self, ast: Ast<'_>, kind: BlockKind) -> Result<Option<Node>, TooDeep> {
        let blocks = self.leaf(ast, kind)?;
        Ok((!blocks.is_empty()).then_some(Node::Paragraph { blocks }))
    }

    /// The blocks of a node that holds inlines: its lines, then its images' texts.
    fn leaf(&mut self, ast: Ast<'_>, kind: BlockKind) -> Result<Vec<usize>, TooDeep> {
        let span = self.span(ast);
        let mut line = Line { blocks: Vec::new(), text: Text::default(), images: Vec::new(), kind, span };
        self.inlines(ast, &mut line, 0)?;
        line.end();
        let first = self.document.blocks.len();
        let lines = line.blocks.len();
        let mut blocks: Vec<usize> = (first..first + lines).collect();
        self.document.blocks.append(&mut line.blocks);
        for image in line.images {
            let alt = self.image_text(BlockKind::Alt, image.alt, &image.span);
            let caption = self.image_text(BlockKind::Caption, image.caption, &image.span);
            blocks.extend(alt);
            blocks.extend(caption);
            let mark = MarkKind::Image { src: image.src, alt, caption, place: image.span };
            let holder = &mut self.document.blocks[first + image.line];
            // The blank before an image at the end of a line is trimmed.
            let at = image.at.min(holder.text.len());
            holder.marks.push(Mark { range: at..at, kind: mark });
        }
        for block in &mut self.document.blocks[first..] {
            sort_marks(&mut block.marks);
        }
        Ok(blocks)
    }

    fn image_text(&mut self, kind: BlockKind, text: String, span: &Range<usize>) -> Option<usize> {
        let text = clean(&text).trim().to_owned();
        (!text.is_empty()).then(|| self.plain(kind, text, span.clone()))
    }

    /// One block without marks.
    fn plain(&mut self, kind: BlockKind, text: String, span: Range<usize>) -> usize {
        let text = clean(&text).into_owned();
        let origin = align(&text, self.source, span.start.saturating_sub(self.base), self.base);
        self.document.blocks.push(Block { kind, text, marks: Vec::new(), origin, span });
        self.document.blocks.len() - 1
    }

    /// Makes one block of a heading's lines.
    fn join(&mut self, blocks: Vec<usize>) -> Option<usize> {
        let first = *blocks.first()?;
        let lines = blocks.iter().filter(|b| self.document.blocks[**b].kind == BlockKind::Heading).count();
        if lines > 1 {
            for mark in self.document.blocks[first..].iter_mut().flat_map(|b| &mut b.marks) {
                if let MarkKind::Image { alt, caption, .. } = &mut mark.kind {
                    for text in [alt, caption].into_iter().flatten() {
                        *text -= lines - 1;
                    }
                }
            }
            let rest: Vec<Block> = self.document.blocks.drain(first + 1..first + lines).collect();
            let head = &mut self.document.blocks[first];
            for block in rest {
                let shift = head.text.len();
                head.text.push_str(&block.text);
                let marks = block.marks.into_iter();
                head.marks.extend(
                    marks.map(|m| Mark { range: m.range.start + shift..m.range.end + shift, kind: m.kind }),
                );
                head.origin.extend(block.origin.into_iter().map(|(t, f)| (t + shift, f)));
            }
        }
        Some(first)
    }

    fn inlines(&mut self, parent: Ast<'_>, line: &mut Line, depth: usize) -> Result<(), TooDeep> {
        if depth > self.nesting {
            return Err(TooDeep { at: self.span(parent).start });
        }
        for child in parent.children() {
            let span = self.span(child);
            let data = child.data();
            match &data.value {
                NodeValue::Text(text) => self.say(text, &span, line),
                NodeValue::Code(code) => {
                    let start = line.text.text.len();
                    self.say(&code.literal, &span, line);
                    line.mark(start, MarkKind::Code);
                }
                NodeValue::SoftBreak if line.is_first() && line.text.stands_alone(self.stands_alone) => {
                    line.end()
                }
                NodeValue::SoftBreak => line.soft_break(child),
                NodeValue::LineBreak => line.end(),
                NodeValue::HtmlInline(html) if is_break(html) => line.end(),
                NodeValue::HtmlInline(html) => {
                    if !html.starts_with("<!--") {
                        self.document.raw_html.push(span.clone());
                        self.say(html, &span, line);
                    }
                }
                NodeValue::FootnoteReference(reference) => {
                    let number = self.footnote(&reference.name);
                    let at = line.text.text.len();
                    line.mark(at, MarkKind::FootnoteReference { number });
                }
                NodeValue::Image(link) => {
                    let (src, caption) = (link.url.clone(), link.title.clone());
                    let mut alt = Line { span: span.clone(), ..Line::of(line.kind) };
                    self.inlines(child, &mut alt, depth + 1)?;
                    alt.end();
                    let alt = alt.blocks.iter().map(|b| b.text.as_str()).collect();
                    let (at, index) = (line.text.text.len(), line.blocks.len());
                    line.text.used = true;
                    line.images.push(Image { line: index, at, src, alt, caption, span });
                }
                value => {
                    let kind = mark_of(value);
                    let (start, first) = (line.text.text.len(), line.blocks.len());
                    self.inlines(child, line, depth + 1)?;
                    if kind == Some(MarkKind::Veto) && line.blocks.len() == first {
                        line.unsay(start);
                    }
                    if let Some(kind) = kind {
                        line.mark_from(first, start, kind);
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds a text of the file to a line.
    fn say(&self, text: &str, span: &Range<usize>, line: &mut Line) {
        let text = clean(text);
        line.push(&text, &align(&text, self.source, span.start.saturating_sub(self.base), self.base));
    }

    fn footnote(&mut self, name: &str) -> u32 {
        let next = self.footnotes.len() as u32 + 1;
        *self.footnotes.entry(name.to_owned()).or_insert(next)
    }

    /// Bytes of the file that a node covers.
    fn span(&self, ast: Ast<'_>) -> Range<usize> {
        let place = ast.data().sourcepos;
        let byte = |line: usize, column: usize| {
            let start = self.lines.get(line.wrapping_sub(1)).copied().unwrap_or(self.source.len());
            let mut at = (start + column).min(self.source.len());
            while !self.source.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        let start = byte(place.start.line, place.start.column.saturating_sub(1));
        let end = byte(place.end.line, place.end.column).max(start);
        self.base + start..self.base + end
    }
}

/// An image met in a line, until its texts become blocks.
struct Image {
    line: usize,
    at: usize,
    src: String,
    alt: String,
    caption: String,
    span: Range<usize>,
}

/// The line being read.
#[derive(Default)]
struct Text {
    text: String,
    marks: Vec<Mark>,
    origin: Vec<(usize, usize)>,
    /// Holds an image, so that it is kept although it has no text.
    used: bool,
}

impl Text {
    fn stands_alone(&self, judge: StandsAlone) -> bool {
        let bold = |m: &Mark| m.kind == MarkKind::Strong && m.range == (0..self.text.len());
        judge(&self.text, self.marks.iter().any(bold))
    }
}

/// The lines of one leaf.
struct Line {
    blocks: Vec<Block>,
    text: Text,
    images: Vec<Image>,
    kind: BlockKind,
    span: Range<usize>,
}

impl Line {
    fn of(kind: BlockKind) -> Self {
        Self { blocks: Vec::new(), text: Text::default(), images: Vec::new(), kind, span: 0..0 }
    }

    fn is_first(&self) -> bool {
        self.blocks.is_empty() && matches!(self.kind, BlockKind::Paragraph)
    }

    fn push(&mut self, text: &str, origin: &[(usize, usize)]) {
        // Ideographic blanks at the beginning are an indent of the paper; the theme indents.
        let kept = if self.text.text.is_empty() { text.trim_start_matches(is_blank) } else { text };
        let cut = text.len() - kept.len();
        let shift = self.text.text.len();
        let mut last = None;
        for (at, file) in origin {
            match at.checked_sub(cut) {
                Some(at) => self.text.origin.push((at + shift, *file)),
                None => last = Some(file + cut - at),
            }
        }
        if let Some(file) = last {
            let place = self.text.origin.partition_point(|(at, _)| *at < shift);
            if self.text.origin.get(place).is_none_or(|(at, _)| *at != shift) {
                self.text.origin.insert(place, (shift, file));
            }
        }
        self.text.text.push_str(kept);
    }

    /// Takes the `!` of a veto, which stands at `start`, out of the text.
    fn unsay(&mut self, start: usize) {
        if let Some(sign) = self.text.text[start..].chars().next().filter(|c| matches!(c, '!' | '！')) {
            self.text.text.remove(start);
            let after = self.text.origin.partition_point(|(at, _)| *at <= start);
            if let Some(place) = after.checked_sub(1) {
                self.text.origin[place].1 += sign.len_utf8();
            }
            for (at, _) in &mut self.text.origin[after..] {
                *at -= sign.len_utf8();
            }
        }
    }

    fn mark(&mut self, start: usize, kind: MarkKind) {
        self.text.marks.push(Mark { range: start..self.text.text.len(), kind });
    }

    /// Marks what was read since byte `start` of line `first`, which may be lines ago.
    fn mark_from(&mut self, first: usize, start: usize, kind: MarkKind) {
        for (i, block) in self.blocks.iter_mut().enumerate().skip(first) {
            let range = if i == first { start.min(block.text.len()) } else { 0 }..block.text.len();
            block.marks.push(Mark { range, kind: kind.clone() });
        }
        let start = if self.blocks.len() == first { start } else { 0 };
        self.mark(start.min(self.text.text.len()), kind);
    }

    /// A line break of the file: nothing between Han, a blank elsewhere.
    fn soft_break(&mut self, ast: Ast<'_>) {
        let next = ast.next_sibling().and_then(first_character);
        let before = self.text.text.chars().next_back();
        if before.is_some_and(is_wide) && next.is_none_or(is_wide) {
            return;
        }
        if !self.text.text.is_empty() && !self.text.text.ends_with(' ') {
            self.text.text.push(' ');
        }
    }

    /// Ends the block: an empty one is dropped.
    fn end(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        let length = text.text.trim_end_matches(is_blank).len();
        text.text.truncate(length);
        for mark in &mut text.marks {
            mark.range = mark.range.start.min(length)..mark.range.end.min(length);
        }
        text.marks.retain(|m| !m.range.is_empty() || matches!(m.kind, MarkKind::FootnoteReference { .. }));
        if text.text.is_empty() && !text.used && text.marks.is_empty() {
            // Images look for their line by index: keep counting right by keeping none of it.
            return;
        }
        let Text { text, marks, origin, .. } = text;
        self.blocks.push(Block { kind: self.kind, text, marks, origin, span: self.span.clone() });
    }
}

fn align_of(alignment: &TableAlignment) -> Align {
    match alignment {
        TableAlignment::None => Align::None,
        TableAlignment::Left => Align::Left,
        TableAlignment::Center => Align::Centre,
        TableAlignment::Right => Align::Right,
    }
}

fn mark_of(value: &NodeValue) -> Option<MarkKind> {
    match value {
        NodeValue::Strong => Some(MarkKind::Strong),
        NodeValue::Emph => Some(MarkKind::Emphasis),
        NodeValue::Strikethrough => Some(MarkKind::Strike),
        NodeValue::Link(link) => {
            Some(MarkKind::Link { href: link.url.clone(), title: clean(&link.title).into_owned() })
        }
        NodeValue::WikiLink(link) => {
            let target = clean(&percent_decode(&link.url)).into_owned();
            Some(if target.starts_with(['!', '！']) {
                MarkKind::Veto
            } else {
                MarkKind::Wikilink { target }
            })
        }
        _ => None,
    }
}

/// Outer marks before inner ones.
fn sort_marks(marks: &mut [Mark]) {
    marks.sort_by(|a, b| a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)));
}

/// A text without what is none.
fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_no_text) {
        text.chars().filter(|c| !is_no_text(*c)).collect::<String>().into()
    } else {
        text.into()
    }
}

/// Whether a character is no text: a control character, which XML cannot hold and terminals obey.
pub fn is_no_text(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// comrak keeps a wikilink's target URL-encoded.
pub fn percent_decode(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = (bytes[i] == b'%').then(|| url.get(i + 1..i + 3)).flatten();
        let hex = hex.filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit()));
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn is_break(html: &str) -> bool {
    let tag = html.trim_matches(['<', '>', '/', ' ']);
    tag.eq_ignore_ascii_case("br")
}

fn first_character(ast: Ast<'_>) -> Option<char> {
    ast.descendants().find_map(|n| match &n.data().value {
        NodeValue::Text(text) => text.trim_start_matches(is_blank).chars().next(),
        NodeValue::Code(code) => code.literal.chars().next(),
        _ => None,
    })
}

/// A blank of any width.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// Han and full-width punctuation: no blank is wanted beside them.
fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x2018..=0x201D | 0x2026 | 0x2014 | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

/// Where each piece of `text` stands in the file, walking `source` from `start` over escapes and
/// entities. Adds a pair wherever text and file stop running in step.
fn align(text: &str, source: &str, start: usize, base: usize) -> Vec<(usize, usize)> {
    let mut origin: Vec<(usize, usize)> = Vec::new();
    let mut at = start.min(source.len());
    while !source.is_char_boundary(at) {
        at += 1;
    }
    // Nearly every text stands in the file as it is shown.
    if source[at..].starts_with(text) {
        return vec![(0, base + at)];
    }
    for (i, c) in text.char_indices() {
        let rest = &source[at..];
        if !rest.starts_with(c) {
            at += resync(rest, c);
        }
        if origin.last().is_none_or(|(t, f)| f + (i - t) != base + at) {
            origin.push((i, base + at));
        }
        if source[at..].starts_with(c) {
            at += c.len_utf8();
        }
    }
    // What is put behind a text that the file does not hold begins where the file was left.
    if origin.last().is_some_and(|(t, f)| f + (text.len() - t) != base + at) {
        origin.push((text.len(), base + at));
    }
    origin
}

/// How many bytes to skip until `c` comes, near by; none when it does not.
fn resync(rest: &str, c: char) -> usize {
    const NEAR: usize = 12;
    const ENTITY: usize = 34;
    if rest.starts_with('&')
        && let Some(end) = rest.bytes().take(ENTITY).position(|b| b == b';')
    {
        return end + 1;
    }
    rest.char_indices().take(NEAR).find(|(_, r)| *r == c).map_or(0, |(i, _)| i)
}
