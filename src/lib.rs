//! tongbao (通报) turns a folder of bulletin issues into an archive site.
//!
//! The way of the data is the order of the modules; imports look only to the left:
//!
//! ```text
//! content/ ─▶ source ─▶ parse ─▶ model ─┬▶ page ─▶ theme ─┬▶ output ─▶ public/
//!              read    one file  whole  └▶ data ──────────┘   write
//!                                archive     (every stage reports to diag)
//! ```

pub mod config;
pub mod diag;
pub mod failure;
pub mod fold;
pub mod markdown;
pub mod model;
pub mod output;
pub mod page;
pub mod parse;
pub mod source;
pub mod url;

/// Whether drafts are shown. (placeholder: the chief writes it with `load`)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drafts {
    /// Public text only.
    #[default]
    Hidden,
    /// Drafts too; such a site must not be published.
    Shown,
}

// ---- placeholders, until the chief's `load` and the pages are merged ----

/// How a site is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day that counts as today; the clock's in the site's time zone when absent.
    pub today: Option<jiff::civil::Date>,
    /// Whether drafts are shown.
    pub drafts: Drafts,
}

/// A site as read.
#[derive(Debug)]
pub struct Loaded {
    /// The texts that diagnostics point into.
    pub files: diag::Files,
    /// What is wrong or doubtful.
    pub diagnostics: diag::Diagnostics,
    /// `None` when errors forbid to build one.
    pub archive: Option<model::Archive>,
}

/// Reads the site in the folder `root`.
pub fn load(_root: &std::path::Path, _options: &Options) -> Result<Loaded, failure::Failure> {
    Ok(Loaded { files: diag::Files::default(), diagnostics: diag::Diagnostics::default(), archive: None })
}

/// All files of the site, in the order of the plan; their bytes are made one by one when written.
pub fn site<'a>(_root: &std::path::Path, _archive: &'a model::Archive) -> Vec<output::File<'a>> {
    Vec::new()
}
