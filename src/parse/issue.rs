//! One issue file → front matter, document and outline.

use super::front_matter::FrontMatter;
use crate::diag::FileId;
use crate::markdown::Document;

/// One issue file, understood as far as it can be without other issues.
#[derive(Debug, Clone)]
pub struct ParsedIssue {
    /// The file.
    pub file: FileId,
    /// Front matter.
    pub front: FrontMatter,
    /// Body as written; the masthead and signature still in it.
    pub document: Document,
}
