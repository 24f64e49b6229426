//! An issue with its sections and what they mention.

use super::Target;
use super::outline::Form;
use crate::markdown::Document;
use crate::parse::front_matter::Revision;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;

/// A public issue (期).
#[derive(Debug, Clone, Hash)]
pub struct Issue {
    /// `[series-]YEAR-NNN` or `[series-]YEAR-slug`.
    pub id: String,
    /// Index into [`crate::config::Config::series`].
    pub series: usize,
    /// Year of the number.
    pub year: i16,
    /// Number within series and year; else there is a slug.
    pub number: Option<u32>,
    /// Address part of an issue without a number.
    pub slug: Option<String>,
    /// Date of the issue.
    pub date: Date,
    /// Title.
    pub title: String,
    /// Issuing office.
    pub issuer: String,
    /// Summary.
    pub summary: Option<String>,
    /// Topics.
    pub topics: Vec<String>,
    /// 抄送.
    pub cc: Option<String>,
    /// 印发机关.
    pub printed_by: Option<String>,
    /// 印发日期.
    pub printed_on: Option<Date>,
    /// Revisions, oldest first.
    pub revisions: Vec<Revision>,
    /// Public text. The first blocks are the title and, if there is one, the summary: they belong
    /// to the opening and have no node.
    pub document: Document,
    /// Sections in document order, the opening first.
    pub sections: Vec<Section>,
    /// The section of each block of `document`.
    pub section_of: Vec<usize>,
    /// Every name found in the text, by block and place.
    pub mentions: Vec<Mention>,
    /// Entities that front matter declares and the public text does not name.
    pub declared: Vec<Declared>,
    /// Files listed as attachments.
    pub attachments: Vec<Attachment>,
    /// Files that the text shows or links: images and the like.
    pub files: Vec<Attachment>,
    /// Where the text's links to other issues and pages lead, by target as written.
    pub links: BTreeMap<String, Link>,
    /// Issues (public) that this one corrects, and those that correct it.
    pub corrects: Vec<usize>,
    /// See `corrects`.
    pub corrected_by: Vec<usize>,
    /// Issues (public) that this one replaces, and those that replace it.
    pub replaces: Vec<usize>,
    /// See `replaces`.
    pub replaced_by: Vec<usize>,
    /// The issue before it in its series.
    pub previous: Option<usize>,
    /// The issue after it in its series.
    pub next: Option<usize>,
}

impl Issue {
    /// In how many sentences some of the mentions stand, given by their indices in order.
    pub fn sentences(&self, mentions: &[usize]) -> usize {
        let place = |mention: &usize| {
            let mention = &self.mentions[*mention];
            (mention.block, mention.sentence.start)
        };
        mentions.chunk_by(|a, b| place(a) == place(b)).count()
    }

    /// The texts of one of its sections: its blocks in order, and in the opening the topics after them.
    pub fn texts<'a>(&'a self, section: &'a Section) -> impl Iterator<Item = &'a str> + Clone {
        let topics = if section.form == Form::Opening { self.topics.as_slice() } else { &[] };
        let blocks = section.blocks.iter().map(|block| self.document.blocks[*block].text.as_str());
        blocks.chain(topics.iter().map(String::as_str))
    }
}

/// Where a link to another source file leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// What.
    pub target: Target,
    /// Fragment as written, without `#`.
    pub fragment: Option<String>,
}

/// A section: the unit of mentions and of search.
#[derive(Debug, Clone, Hash)]
pub struct Section {
    /// Fragment of its address.
    pub anchor: String,
    /// The heading as shown, numbering included; empty for the opening.
    pub heading: String,
    /// Depth in the outline, 0 for the opening.
    pub level: u8,
    /// The section above it.
    pub parent: Option<usize>,
    /// What starts it.
    pub form: Form,
    /// Its townships (entity indices), own or inherited, in the order named.
    pub townships: Vec<usize>,
    /// Its own blocks, ascending; not necessarily a run (text after a table goes on with the
    /// section that holds the table).
    pub blocks: Vec<usize>,
}

/// A name found in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mention {
    /// Who.
    pub entity: usize,
    /// Block of the issue's document.
    pub block: usize,
    /// Bytes of the block's text: the name as written.
    pub range: Range<usize>,
    /// Bytes of the block's text: the sentence that holds it.
    pub sentence: Range<usize>,
    /// How it is named.
    pub role: Role,
    /// The name was not borne at the issue's date (原名).
    pub outdated: bool,
}

/// How a mention counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A company.
    Named,
    /// A company as the owner of a project.
    Project,
    /// A township in a section that belongs to it.
    Own,
    /// A township in a section not its own.
    Elsewhere,
}

/// An entity that only front matter names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Declared {
    /// Who.
    pub entity: usize,
    /// As declared.
    pub written: String,
}

/// A file that travels with an issue or page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Attachment {
    /// Path relative to the site's folder.
    pub source: String,
    /// As written in the text or front matter; what a link's target is compared with.
    pub written: String,
    /// Shown name; the file's own when the clerk gives none.
    pub title: String,
    /// ASCII name in the issue's output folder.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Width and height in pixels, of an image.
    pub pixels: Option<(usize, usize)>,
}
