//! The two registers, townships.toml and companies.toml, as written by the clerk.

use crate::diag::{At, Span};
use jiff::civil::Date;

/// One `[[township]]` or `[[company]]`. Keys of the other register stay empty.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The whole table's place.
    pub span: Span,
    /// The address, never changes; for a company that the text calls by wikilink, its target too.
    pub id: At<String>,
    /// Full name.
    pub name: At<String>,
    /// Short names.
    pub short: Vec<At<DatedName>>,
    /// Former names.
    pub former: Vec<At<DatedName>>,
    /// Texts that hold a name and mean something else (companies).
    pub not: Vec<At<String>>,
    /// 乡, 镇 or 街道 (townships).
    pub kind: Option<String>,
    /// Region (companies).
    pub region: Option<String>,
    /// Reading, where the common one is wrong (companies).
    pub pinyin: Option<String>,
    /// First day of its life.
    pub since: Option<Date>,
    /// Last day of its life.
    pub until: Option<Date>,
    /// Id of the entity that took it over.
    pub merged_into: Option<At<String>>,
    /// Old ids whose addresses redirect here.
    pub aliases: Vec<At<String>>,
    /// Place in lists (townships); those without come after, in register order.
    pub order: Option<i64>,
    /// A note shown on its page.
    pub note: Option<String>,
}

/// A name with the days it was borne, both inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedName {
    /// The name.
    pub text: String,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}
