//! Front matter: TOML between `+++` lines, as written by the clerk.

use crate::diag::{At, FileId, Span};
use jiff::civil::Date;

/// The keys of an issue's front matter (SPEC 3), each with its place.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The file it stands in.
    pub file: FileId,
    /// The whole fenced text, for problems of the front matter as such.
    pub span: Span,
    /// Title of the issue.
    pub title: At<String>,
    /// Date of the issue.
    pub date: At<Date>,
    /// Number within series and year, from 1.
    pub number: Option<At<u32>>,
    /// Address part of an issue without a number (增刊, 特刊).
    pub slug: Option<At<String>>,
    /// Id or name of the series; the default one when absent.
    pub series: Option<At<String>>,
    /// Year of the number; the date's when absent.
    pub year: Option<At<i16>>,
    /// Issuing office; the series' when absent.
    pub issuer: Option<At<String>>,
    /// A few sentences shown and searched with the opening.
    pub summary: Option<At<String>>,
    /// Topics, shown and searched.
    pub topics: Vec<At<Declared>>,
    /// Townships declared beside what the text shows; ids or names.
    pub townships: Vec<At<Declared>>,
    /// Companies declared beside what the text shows; ids or names.
    pub companies: Vec<At<Declared>>,
    /// Attached files.
    pub attachments: Vec<At<Attachment>>,
    /// Issues that this one corrects.
    pub corrects: Vec<At<String>>,
    /// Issues that this one replaces.
    pub replaces: Vec<At<String>>,
    /// Revisions of this issue.
    pub revisions: Vec<Revision>,
    /// 抄送, for the foot of the paper.
    pub cc: Option<String>,
    /// 印发机关.
    pub printed_by: Option<String>,
    /// 印发日期.
    pub printed_on: Option<Date>,
    /// Not public.
    pub draft: bool,
    /// Public when today is that day or later.
    pub publish_after: Option<Date>,
    /// What of the issue stays inside the office.
    pub internal: Internal,
    /// Old addresses that redirect here.
    pub aliases: Vec<At<String>>,
    /// Diagnostic codes that are meant.
    pub allow: Vec<At<String>>,
}

/// An entry of `topics`, `townships` or `companies`: a name, and whether it may be shown although
/// hidden text is all that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Id or any name.
    pub name: String,
    /// `{ name, public = true }`.
    pub public: bool,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Path relative to the folder.
    pub file: String,
    /// Shown instead of the file name.
    pub title: Option<String>,
    /// Listed although the issue has hidden sections.
    pub public: bool,
}

/// A dated note about a change of the issue after it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// When.
    pub date: Date,
    /// What.
    pub note: String,
}

/// `internal = true` or a list of headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Internal {
    /// Nothing is hidden.
    No,
    /// The whole issue.
    All,
    /// These sections with all below them.
    Sections(Vec<At<String>>),
}
