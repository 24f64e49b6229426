//! A document and its mentions → HTML, every character of the text exactly once.
//!
//! Marks and mentions lie over a block's text and may overlap; tags are split where they do, styles
//! rather than links. Nothing is copied without being escaped, and no link leads anywhere but to a
//! page, a file, `http(s):`, `mailto:` or a fragment.
//!
//! Permalinks have no text of their own: the style sheet draws their sign, so that a copied or
//! searched page holds the bulletin's words alone.

mod inline;
mod links;
#[cfg(test)]
mod tests;

pub use links::{Target, beside, own_name};

use super::{Here, form};
use crate::markdown::{Align, Block, BlockKind, Cell, Document, MarkKind, Node};
use crate::model::Form;
use crate::model::{Attachment, Issue, Link, Mention, PlainPage, Section};
use crate::parse::numbering::{Rank, numbering};
use crate::url;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A text with what the model knows of it. `sections`, `section_of` and `mentions` are empty for a
/// plain page.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its sections.
    pub sections: &'a [Section],
    /// The section of each block.
    pub section_of: &'a [usize],
    /// The names in it.
    pub mentions: &'a [Mention],
    /// Files that its links and images may mean, by `written`.
    pub files: &'a [Attachment],
    /// More of them: what front matter attaches.
    pub attachments: &'a [Attachment],
    /// Where its links to other issues and pages lead.
    pub links: &'a BTreeMap<String, Link>,
}

/// How a text stands on the page being made.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The page.
    pub here: &'a Here<'a>,
    /// The output path of the text's own page: its files lie beside it and permalinks lead there.
    pub own: &'a str,
    /// The issue's id on a page that holds several issues: it stands before every id.
    pub within: Option<&'a str>,
    /// Element of a section of level 1: 2 is `<h2>`.
    pub heading: u8,
    /// What a citation begins with; empty when nothing is cited.
    pub cite: &'a str,
}

impl<'a> Text<'a> {
    /// An issue's text.
    pub fn of_issue(issue: &'a Issue) -> Self {
        Self {
            document: &issue.document,
            sections: &issue.sections,
            section_of: &issue.section_of,
            mentions: &issue.mentions,
            files: &issue.files,
            attachments: &issue.attachments,
            links: &issue.links,
        }
    }

    /// A plain page's text.
    pub fn of_page(page: &'a PlainPage) -> Self {
        Self {
            document: &page.document,
            sections: &[],
            section_of: &[],
            mentions: &[],
            files: &page.files,
            attachments: &[],
            links: &page.links,
        }
    }
}

/// The fragment that leads to each block of an issue: its paragraph's, its row's, or its section's.
pub fn fragments(issue: &Issue) -> Vec<String> {
    let text = Text::of_issue(issue);
    let places = Places::of(&text);
    (0..issue.document.blocks.len()).map(|block| places.fragment(&text, block)).collect()
}

/// The text as HTML.
pub fn render(text: &Text, setting: &Setting) -> String {
    let lowest = text.document.nodes.iter().filter_map(heading_depth).min().unwrap_or(1);
    let mut writer = Writer {
        text,
        setting,
        places: Places::of(text),
        lowest,
        references: Default::default(),
        out: String::new(),
    };
    writer.nodes(&text.document.nodes);
    writer.out
}

/// `text` with the signs of HTML escaped, for content and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"')) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The class of a head that begins with 一、: as many characters hang in the margin.
fn hanging(text: &str) -> &'static str {
    let number = numbering(text).filter(|n| n.rank == Rank::Han);
    match number.map(|n| text[..n.length].trim_end().chars().count()) {
        Some(2) => " class=\"hang-2\"",
        Some(3) => " class=\"hang-3\"",
        _ => "",
    }
}

fn heading_depth(node: &Node) -> Option<u8> {
    match node {
        Node::Heading { depth, .. } => Some(*depth),
        _ => None,
    }
}

/// What each block begins, and the number of the paragraph it stands in.
struct Places {
    /// For each block, the section that begins with it (the opening excepted).
    starts: Vec<Option<usize>>,
    /// For each block of a paragraph with text, its number within the section's own text; 0 for the
    /// paragraph that opens its section and bears its anchor, although it counts as the first.
    paragraph: Vec<Option<usize>>,
    /// For each block of a table row that is a section, that section.
    row: Vec<Option<usize>>,
}

impl Places {
    fn of(text: &Text) -> Self {
        let count = text.document.blocks.len();
        let mut places =
            Self { starts: vec![None; count], paragraph: vec![None; count], row: vec![None; count] };
        for (index, section) in text.sections.iter().enumerate() {
            if let (true, Some(first)) = (section.form != Form::Opening, section.blocks.first()) {
                places.starts[*first] = Some(index);
            }
        }
        places.walk(text, &text.document.nodes, &mut vec![0; text.sections.len()]);
        places
    }

    fn walk(&mut self, text: &Text, nodes: &[Node], counts: &mut [usize]) {
        for node in nodes {
            match node {
                Node::Paragraph { blocks } => self.count(text, blocks, counts),
                Node::List { items, .. } => {
                    items.iter().for_each(|item| self.walk(text, item, counts));
                }
                Node::Quote { nodes } => self.walk(text, nodes, counts),
                Node::Table { rows, .. } => rows.iter().for_each(|row| self.note_row(text, row)),
                Node::Heading { .. } | Node::Code { .. } | Node::Rule | Node::Footnote { .. } => {}
            }
        }
    }

    fn count(&mut self, text: &Text, blocks: &[usize], counts: &mut [usize]) {
        let Some(first) = blocks.first() else { return };
        let Some(section) = text.section_of.get(*first) else { return };
        let blank = lines(text.document, blocks).all(|b| text.document.blocks[b].text.is_empty());
        if blank || self.heading(text, *first).is_some() {
            return;
        }
        counts[*section] += 1;
        let number = if self.starts[*first].is_some() { 0 } else { counts[*section] };
        for block in blocks {
            self.paragraph[*block] = Some(number);
        }
    }

    fn note_row(&mut self, text: &Text, row: &[Cell]) {
        let section = row.iter().flat_map(|cell| &cell.blocks).find_map(|b| self.starts[*b]);
        let section = section.filter(|s| text.sections[*s].form == Form::Row);
        for block in row.iter().flat_map(|cell| &cell.blocks) {
            self.row[*block] = section;
        }
    }

    /// The section whose heading is this block.
    fn heading(&self, text: &Text, block: usize) -> Option<usize> {
        self.starts[block].filter(|s| text.sections[*s].form == Form::Heading)
    }

    fn fragment(&self, text: &Text, block: usize) -> String {
        let section = self.row[block].or(self.starts[block]).unwrap_or(text.section_of[block]);
        let anchor = &text.sections[section].anchor;
        match self.paragraph[block] {
            Some(n) if n > 0 => url::paragraph(anchor, n),
            _ => anchor.clone(),
        }
    }
}

/// The blocks of a paragraph or cell that are its lines: not the words of its images.
fn lines<'a>(document: &'a Document, blocks: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
    blocks
        .iter()
        .copied()
        .filter(|b| !matches!(document.blocks[*b].kind, BlockKind::Alt | BlockKind::Caption))
}

struct Writer<'a> {
    text: &'a Text<'a>,
    setting: &'a Setting<'a>,
    places: Places,
    /// Depth of the highest Markdown heading, for a text without sections.
    lowest: u8,
    /// How often each footnote was referred to.
    references: std::collections::BTreeMap<u32, usize>,
    out: String,
}

impl Writer<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        let mut rest = nodes;
        while let Some(node) = rest.first() {
            let footnotes = rest.iter().take_while(|n| matches!(n, Node::Footnote { .. })).count();
            if footnotes > 0 {
                self.footnotes(&rest[..footnotes]);
                rest = &rest[footnotes..];
            } else {
                self.node(node);
                rest = &rest[1..];
            }
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Heading { depth, block } => self.heading(*block, *depth),
            Node::Paragraph { blocks } => self.paragraph(blocks),
            Node::List { ordered, tight, items } => self.list(*ordered, *tight, items),
            Node::Table { align, rows } => self.table(align, rows),
            Node::Quote { nodes } => {
                self.out.push_str("<blockquote>\n");
                self.nodes(nodes);
                self.out.push_str("</blockquote>\n");
            }
            Node::Code { block } => {
                self.out.push_str("<pre tabindex=\"0\"><code>");
                self.inline(*block);
                self.out.push_str("</code></pre>\n");
            }
            Node::Rule => self.out.push_str("<hr>\n"),
            Node::Footnote { .. } => self.footnotes(std::slice::from_ref(node)),
        }
    }

    fn heading(&mut self, block: usize, depth: u8) {
        let section = self.places.heading(self.text, block);
        let level = match section.or(self.text.section_of.get(block).copied()) {
            Some(section) => {
                let below = u8::from(self.places.heading(self.text, block).is_none());
                self.setting.heading - 1 + (self.text.sections[section].level + below).max(1)
            }
            None => self.setting.heading + depth.saturating_sub(self.lowest),
        }
        .min(6);
        let id = section.map_or(String::new(), |_| self.id(block));
        let hanging = hanging(&self.block(block).text);
        let _ = write!(self.out, "<h{level}{id}{hanging}>");
        self.inline(block);
        if section.is_some() {
            self.permalink(block);
        }
        let _ = writeln!(self.out, "</h{level}>");
    }

    fn paragraph(&mut self, blocks: &[usize]) {
        match blocks.first() {
            None => {}
            Some(first) if self.places.heading(self.text, *first).is_some() => {
                self.heading_lines(blocks);
            }
            Some(_) if self.is_figure(blocks) => self.figures(blocks),
            Some(first) => {
                let id = self.places.paragraph[*first].map_or(String::new(), |_| self.id(*first));
                let _ = write!(self.out, "<p{id}>");
                self.lines(blocks);
                self.paragraph_permalink(*first);
                self.out.push_str("</p>\n");
            }
        }
    }

    /// A paragraph that is a section's head; a second line of it (there should be none) follows as
    /// a paragraph.
    fn heading_lines(&mut self, blocks: &[usize]) {
        self.heading(blocks[0], 1);
        if lines(self.text.document, &blocks[1..]).next().is_some() {
            self.out.push_str("<p>");
            self.lines(&blocks[1..]);
            self.out.push_str("</p>\n");
        }
    }

    fn lines(&mut self, blocks: &[usize]) {
        for (n, block) in lines(self.text.document, blocks).enumerate() {
            if n > 0 {
                self.out.push_str("<br>\n");
            }
            self.inline(block);
        }
    }

    fn is_figure(&self, blocks: &[usize]) -> bool {
        let mut images = 0;
        for block in lines(self.text.document, blocks).map(|b| &self.text.document.blocks[b]) {
            if !block.text.trim().is_empty() {
                return false;
            }
            images += block.marks.iter().filter(|m| matches!(m.kind, MarkKind::Image { .. })).count();
        }
        images > 0
    }

    fn figures(&mut self, blocks: &[usize]) {
        let document = self.text.document;
        for block in lines(document, blocks) {
            for mark in &document.blocks[block].marks {
                let MarkKind::Image { src, alt, caption, .. } = &mark.kind else { continue };
                self.out.push_str("<figure>");
                self.image(src, *alt);
                if let Some(caption) = caption {
                    self.out.push_str("<figcaption>");
                    self.inline(*caption);
                    self.out.push_str("</figcaption>");
                }
                self.out.push_str("</figure>\n");
            }
        }
    }

    fn list(&mut self, ordered: Option<(usize, char)>, tight: bool, items: &[Vec<Node>]) {
        let tag = if ordered.is_some() { "ol" } else { "ul" };
        let start =
            ordered.filter(|(n, _)| *n != 1).map_or(String::new(), |(n, _)| format!(" start=\"{n}\""));
        let _ = writeln!(self.out, "<{tag}{start}>");
        for item in items {
            self.item(tight, item);
        }
        let _ = writeln!(self.out, "</{tag}>");
    }

    /// In a tight list an item's paragraph has no element of its own: the item bears its id.
    fn item(&mut self, tight: bool, item: &[Node]) {
        let plain = match item.first() {
            Some(Node::Paragraph { blocks }) if tight && !self.is_figure(blocks) => {
                blocks.first().filter(|b| self.places.heading(self.text, **b).is_none()).map(|b| (*b, blocks))
            }
            _ => None,
        };
        let Some((first, blocks)) = plain else {
            self.out.push_str("<li>");
            self.nodes(item);
            self.out.push_str("</li>\n");
            return;
        };
        let id = self.places.paragraph[first].map_or(String::new(), |_| self.id(first));
        let _ = write!(self.out, "<li{id}>");
        self.lines(blocks);
        self.paragraph_permalink(first);
        self.nodes(&item[1..]);
        self.out.push_str("</li>\n");
    }

    fn table(&mut self, align: &[Align], rows: &[Vec<Cell>]) {
        self.out.push_str("<div class=\"table\" tabindex=\"0\"><table>\n");
        let Some((head, body)) = rows.split_first() else {
            self.out.push_str("</table></div>\n");
            return;
        };
        if head.iter().any(|cell| !cell.blocks.is_empty()) {
            self.out.push_str("<thead>\n");
            self.row(align, head, "col");
            self.out.push_str("</thead>\n");
        }
        self.out.push_str("<tbody>\n");
        body.iter().for_each(|row| self.row(align, row, "row"));
        self.out.push_str("</tbody>\n</table></div>\n");
    }

    /// A row; `scope` is `col` for the head, whose filled cells are all heads. In another row that is
    /// a section its first cell is its head, unless it inherits from the row above.
    fn row(&mut self, align: &[Align], row: &[Cell], scope: &str) {
        let first = row.iter().flat_map(|cell| &cell.blocks).copied().next();
        let start = first.filter(|b| self.places.row[*b].is_some());
        let id = start.map_or(String::new(), |b| self.id(b));
        let _ = write!(self.out, "<tr{id}>");
        for (column, cell) in row.iter().enumerate() {
            let is_start = start.is_some_and(|b| cell.blocks.contains(&b));
            let head = (is_start && column == 0) || (scope == "col" && !cell.blocks.is_empty());
            let class = match align.get(column) {
                Some(Align::Left) => " class=\"left\"",
                Some(Align::Centre) => " class=\"centre\"",
                Some(Align::Right) => " class=\"right\"",
                Some(Align::None) | None => "",
            };
            let (tag, scope) =
                if head { ("th", format!(" scope=\"{scope}\"")) } else { ("td", String::new()) };
            let _ = write!(self.out, "<{tag}{scope}{class}>");
            self.lines(&cell.blocks);
            if let (true, Some(block)) = (is_start, start) {
                self.permalink(block);
            }
            let _ = write!(self.out, "</{tag}>");
        }
        self.out.push_str("</tr>\n");
    }

    fn footnotes(&mut self, footnotes: &[Node]) {
        self.out.push_str("<ol class=\"footnotes\">\n");
        for footnote in footnotes {
            let Node::Footnote { number, nodes } = footnote else { continue };
            let id = footnote_id(self.setting.within, *number);
            let _ = write!(self.out, "<li id=\"{id}\" value=\"{number}\">");
            self.nodes(nodes);
            for n in 1..=self.references.get(number).copied().unwrap_or(0) {
                let href = reference_id(self.setting.within, *number, n);
                let _ =
                    write!(self.out, "<a class=\"back\" href=\"#{href}\" aria-labelledby=\"t_back\"></a>");
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
    }

    /// ` id="…"` of the place where a block stands.
    fn id(&self, block: usize) -> String {
        format!(" id=\"{}\"", self.on_page(&self.places.fragment(self.text, block)))
    }

    /// A fragment of the text as it is on the page being made.
    fn on_page(&self, fragment: &str) -> String {
        self.setting.within.map_or_else(|| fragment.to_string(), |issue| url::within(issue, fragment))
    }

    fn paragraph_permalink(&mut self, block: usize) {
        if self.places.paragraph[block].is_some() {
            self.permalink(block);
        }
    }

    /// On a page of several issues there are none: each issue's own page has them.
    fn permalink(&mut self, block: usize) {
        if self.setting.within.is_some() {
            return;
        }
        let fragment = self.places.fragment(self.text, block);
        let href = escape(&self.setting.here.to(&format!("{}#{fragment}", self.setting.own)));
        let cite = escape(&self.cite(block));
        let _ = write!(
            self.out,
            "<a class=\"permalink\" href=\"{href}\" data-cite=\"{cite}\" aria-labelledby=\"t_permalink\"></a>"
        );
    }

    fn cite(&self, block: usize) -> String {
        let section = self.places.row[block].unwrap_or(self.text.section_of[block]);
        let heading = self.text.sections[section].heading.as_str();
        let paragraph = self.places.paragraph[block].filter(|n| *n > 0);
        let paragraph = paragraph.map(form::paragraph).unwrap_or_default();
        [self.setting.cite, heading, &paragraph]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("，")
    }

    fn block(&self, index: usize) -> &Block {
        &self.text.document.blocks[index]
    }
}

fn reference_id(within: Option<&str>, number: u32, n: usize) -> String {
    let repeat = if n == 1 { String::new() } else { format!("-{n}") };
    format!("t_{}ref{number}{repeat}", within.map(|issue| format!("{issue}_")).unwrap_or_default())
}

fn footnote_id(within: Option<&str>, number: u32) -> String {
    format!("t_{}note{number}", within.map(|issue| format!("{issue}_")).unwrap_or_default())
}
