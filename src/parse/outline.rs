//! Which sections does an issue have, and which township does each belong to?

/// The sections of one issue. They tile it: every block belongs to exactly one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// The opening first, then in document order.
    pub sections: Vec<Section>,
    /// For each block of the document, its section.
    pub section_of: Vec<usize>,
}

/// One section as the text shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The heading as shown, numbering included; empty for the opening.
    pub heading: String,
    /// Depth in the outline: 0 the opening, 1 top sections.
    pub level: u8,
    /// The section above it in the outline; `None` for the opening and top sections.
    pub parent: Option<usize>,
    /// What starts it.
    pub form: Form,
    /// The townships' names as its head shows them; empty when it has none of its own.
    pub names: Vec<String>,
    /// Its first block; `None` when it has no text (the opening may have none).
    pub first: Option<usize>,
}

/// What starts a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
