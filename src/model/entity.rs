//! A township or company with all its names and its whole record.

use jiff::civil::Date;

/// A township (乡镇街道) or a company (企业).
#[derive(Debug, Clone)]
pub struct Entity {
    /// Which of the two.
    pub kind: EntityKind,
    /// Address part; the register's id, or pinyin and hash when unregistered.
    pub id: String,
    /// Full name (as declared, when unregistered).
    pub name: String,
    /// All names, the full one first, then short, then former.
    pub names: Vec<Name>,
    /// Whether a register names it.
    pub registered: bool,
    /// 乡, 镇 or 街道 (townships); region (companies).
    pub label: Option<String>,
    /// Reading of the name in syllables, for initials and order.
    pub pinyin: Vec<String>,
    /// First day of its life.
    pub since: Option<Date>,
    /// Last day of its life.
    pub until: Option<Date>,
    /// The entity that took it over.
    pub merged_into: Option<usize>,
    /// Entities that it took over.
    pub merged_from: Vec<usize>,
    /// Note for its page.
    pub note: Option<String>,
    /// Its record, oldest issue first: one entry for each issue that names it.
    pub record: Vec<Entry>,
}

/// Township or company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// 乡镇街道.
    Township,
    /// 企业.
    Company,
}

/// A name with the days it was borne, both inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// The name as written in the register.
    pub text: String,
    /// Full, short or former.
    pub kind: NameKind,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// Kinds of name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// 全称
    Full,
    /// 简称
    Short,
    /// 曾用名
    Former,
}

/// What one issue says of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The issue.
    pub issue: usize,
    /// Sections that belong to it (townships).
    pub sections: Vec<usize>,
    /// Indices into the issue's mentions.
    pub mentions: Vec<usize>,
    /// Front matter declares it and the public text does not name it.
    pub declared: bool,
}

impl Entity {
    /// Whether public text names it: only then it has a page, rows and a place in lists.
    pub fn is_public(&self) -> bool {
        !self.record.is_empty()
    }
}
