//! Markdown → blocks of text as shown. The only user of comrak.
//!
//! A document is kept twice: as a tree of [`Node`]s, which is its layout, and as a flat list of
//! [`Block`]s, which is its text. Leaves of the tree hold indices into the list, so that sections,
//! mentions, search and pages all speak of the same characters.

use std::ops::Range;

/// One Markdown text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Layout, in document order.
    pub nodes: Vec<Node>,
    /// Text, in document order.
    pub blocks: Vec<Block>,
}

/// A piece of layout. `usize` fields are indices into [`Document::blocks`].
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// `#` heading with the count of `#`.
    Heading {
        /// 1 to 6.
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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Indices into [`Document::blocks`]; none when the cell is empty.
    pub blocks: Vec<usize>,
}

/// Alignment of a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Bytes of the block's text; empty for images and footnote references.
    pub range: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// Kinds of [`Mark`].
#[derive(Debug, Clone, PartialEq)]
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

impl Block {
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
