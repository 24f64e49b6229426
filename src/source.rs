//! The door in: reads site.toml and content/, sorted, as text; judges encodings, links and places.

use crate::diag::{FileId, Files};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Everything read from a site folder, before anything is understood.
#[derive(Debug)]
pub struct Source {
    /// The site's folder.
    pub root: PathBuf,
    /// Texts that diagnostics point into.
    pub files: Files,
    /// site.toml.
    pub site: FileId,
    /// content/townships.toml.
    pub townships: Option<FileId>,
    /// content/companies.toml.
    pub companies: Option<FileId>,
    /// content/issues/**/*.md, sorted by path.
    pub issues: Vec<FileId>,
    /// content/pages/*.md, sorted by path.
    pub pages: Vec<FileId>,
    /// All other files under content/issues and content/pages: path relative to the site → size in
    /// bytes. What attachments and images may name.
    pub assets: BTreeMap<String, u64>,
}
