//! Which sections does an issue have, and which townships does each belong to?
//!
//! [`promote`] finds the headings among paragraphs and list items; [`outline`] tiles the document with
//! sections: headings nest by numbering, openers and table rows stand below the section that holds
//! them. Who a head names, and what sections without a head inherit, is settled when the issue is
//! assembled.

mod promote;
mod walk;

pub use promote::promote;
pub use walk::outline;

/// The sections of one issue. They tile it: every block belongs to exactly one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// The opening first, then in document order.
    pub sections: Vec<Part>,
    /// For each block of the document, its section.
    pub section_of: Vec<usize>,
}

/// One section as the text shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The heading as shown, numbering included; empty for the opening.
    pub heading: String,
    /// Depth in the outline: 0 the opening, 1 top sections.
    pub level: u8,
    /// The section above it in the outline; `None` for the opening and top sections.
    pub parent: Option<usize>,
    /// What starts it.
    pub form: Form,
    /// Its first block; `None` for an opening without text.
    pub first: Option<usize>,
    /// The townships that its head names.
    pub head: PartHead,
}

/// What the head of a section says of townships.
#[derive(Debug, Clone, PartialEq)]
pub enum PartHead {
    /// Nothing.
    None,
    /// Names, as patterns of [`super::names::Names`].
    Names(Vec<usize>),
    /// A township's name that neither register nor front matter knows.
    Unknown(String),
}

/// What starts a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// The beginning of the issue.
    Opening,
    /// A heading of any form.
    Heading,
    /// `X：` at the beginning of a paragraph.
    Opener,
    /// A row of a table.
    Row,
}
