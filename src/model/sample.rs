//! Archives made by hand, for tests of what stands right of the model.

use super::*;
use crate::config::{Config, Limits, Search, Series};
use crate::markdown::{Block, BlockKind, Node};
use crate::model::Form;
use crate::model::mention::{self, Place};
use crate::model::names::Names;
use jiff::civil::Date;

/// A section as a test writes it: heading, ids of its townships, paragraphs.
pub type Part<'a> = (&'a str, &'a [&'a str], &'a [&'a str]);

/// An archive with these entities and no issue yet.
pub fn archive(entities: Vec<Entity>) -> Archive {
    let series = Series {
        id: "tongbao".into(),
        name: "督查通报".into(),
        issuer: "青石区督查局".into(),
        default: true,
    };
    let limits = Limits {
        issue_bytes: 0,
        nesting: 0,
        table_rows: 0,
        table_columns: 0,
        register_entries: 0,
        attachment_bytes: 0,
    };
    let config = Config {
        title: "青石区督查通报".into(),
        organisation: "青石区督查局".into(),
        base_url: None,
        language: "zh-CN".into(),
        timezone: jiff::tz::TimeZone::UTC,
        theme: "default".into(),
        theme_at: None,
        notice: None,
        accent: None,
        logo: None,
        logo_at: None,
        series: vec![series],
        search: Search { enabled: true, synonyms: Vec::new() },
        limits,
    };
    Archive { config, issues: Vec::new(), entities, pages: Vec::new(), redirects: Vec::new() }
}

/// A registered township with its short names.
pub fn township(id: &str, name: &str, short: &[&str]) -> Entity {
    let kind = if name.ends_with("街道") { "街道" } else { "乡" };
    entity(EntityKind::Township, id, name, short, Some(kind))
}

/// A registered company with its short names; its reading is its id, syllables between `-`.
pub fn company(id: &str, name: &str, short: &[&str]) -> Entity {
    entity(EntityKind::Company, id, name, short, None)
}

fn entity(kind: EntityKind, id: &str, name: &str, short: &[&str], label: Option<&str>) -> Entity {
    let named = |text: &str, kind| Name { text: text.into(), kind, since: None, until: None };
    let mut names = vec![named(name, NameKind::Full)];
    names.extend(short.iter().map(|text| named(text, NameKind::Short)));
    Entity {
        kind,
        id: id.into(),
        name: name.into(),
        names,
        registered: true,
        label: label.map(Into::into),
        pinyin: id.split('-').map(Into::into).collect(),
        since: None,
        until: None,
        merged_into: None,
        merged_from: Vec::new(),
        note: None,
        record: Vec::new(),
    }
}

/// Adds an issue; issues are to be added in archive order.
pub fn issue(archive: &mut Archive, date: Date, number: u32, title: &str, parts: &[Part<'_>]) {
    let names = names(archive);
    issue_with(&names, archive, date, number, title, parts);
}

/// All names of an archive's entities.
pub fn names(archive: &Archive) -> Names {
    Names::new(&archive.entities, &[])
}

/// The same with the names read once, for large archives.
pub fn issue_with(
    names: &Names,
    archive: &mut Archive,
    date: Date,
    number: u32,
    title: &str,
    parts: &[Part<'_>],
) {
    let place = archive.issues.len();
    let mut document = Document::default();
    let (mut sections, mut section_of) = (Vec::new(), Vec::new());
    let opening: Part<'_> = ("", &[], &[]);
    let parts = match parts.first() {
        Some(("", _, _)) => parts.to_vec(),
        _ => [&[opening], parts].concat(),
    };
    for (at, (heading, townships, paragraphs)) in parts.iter().enumerate() {
        let mut blocks = Vec::new();
        let mut push = |kind, text: &str| {
            blocks.push(document.blocks.len());
            section_of.push(at);
            document.blocks.push(block(kind, text));
            document.blocks.len() - 1
        };
        let head = push(BlockKind::Heading, if at == 0 { title } else { heading });
        let texts: Vec<_> = paragraphs.iter().map(|text| push(BlockKind::Paragraph, text)).collect();
        if at > 0 {
            document.nodes.push(Node::Heading { depth: 2, block: head });
        }
        document.nodes.extend(texts.iter().map(|&text| Node::Paragraph { blocks: vec![text] }));
        let townships: Vec<_> = townships.iter().map(|id| find(archive, id)).collect();
        sections.push(Section {
            anchor: match (at, townships.first()) {
                (0, _) => "top".into(),
                (_, Some(&township)) => archive.entities[township].id.clone(),
                (_, None) => format!("s{at}"),
            },
            heading: (*heading).into(),
            level: u8::from(at > 0),
            parent: None,
            form: if at == 0 { Form::Opening } else { Form::Heading },
            townships,
            blocks,
        });
    }
    let mentions = mentions(names, archive, date, &document, &sections, &section_of);
    let previous = place.checked_sub(1);
    if let Some(previous) = previous {
        archive.issues[previous].next = Some(place);
    }
    archive.issues.push(Issue {
        id: format!("{}-{number:03}", date.year()),
        series: 0,
        year: date.year(),
        number: Some(number),
        slug: None,
        date,
        title: title.into(),
        issuer: archive.config.organisation.clone(),
        summary: None,
        topics: Vec::new(),
        cc: None,
        printed_by: None,
        printed_on: None,
        revisions: Vec::new(),
        document,
        sections,
        section_of,
        mentions,
        declared: Vec::new(),
        attachments: Vec::new(),
        files: Vec::new(),
        links: Default::default(),
        corrects: Vec::new(),
        corrected_by: Vec::new(),
        replaces: Vec::new(),
        replaced_by: Vec::new(),
        previous,
        next: None,
    });
    record(archive, place);
}

/// Lets the newest issue declare an entity that its text does not name.
pub fn declare(archive: &mut Archive, id: &str, written: &str) {
    let entity = find(archive, id);
    let place = archive.issues.len() - 1;
    archive.issues[place].declared.push(Declared { entity, written: written.into() });
    archive.entities[entity].record.push(Entry {
        issue: place,
        sections: Vec::new(),
        mentions: Vec::new(),
        declared: true,
    });
}

/// Index of the entity with this id.
pub fn find(archive: &Archive, id: &str) -> usize {
    archive.entities.iter().position(|entity| entity.id == id).expect("the test made this entity")
}

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.into(), marks: Vec::new(), origin: Vec::new(), span: 0..0 }
}

fn mentions(
    names: &Names,
    archive: &Archive,
    date: Date,
    document: &Document,
    sections: &[Section],
    section_of: &[usize],
) -> Vec<Mention> {
    let townships: Vec<_> = sections.iter().map(|s| s.townships.clone()).collect();
    let heads: Vec<_> = sections.iter().map(|s| (s.form, s.blocks[0])).collect();
    let declared = Default::default();
    let place = Place { date, section_of, townships: &townships, heads: &heads, declared: &declared };
    mention::find(&document.blocks, &archive.entities, names, &place).mentions
}

/// Notes the issue in the record of all it names.
fn record(archive: &mut Archive, place: usize) {
    let Archive { issues, entities, .. } = archive;
    let issue = &issues[place];
    let mut entries: BTreeMap<usize, Entry> = BTreeMap::new();
    let new = || Entry { issue: place, sections: Vec::new(), mentions: Vec::new(), declared: false };
    for (at, section) in issue.sections.iter().enumerate() {
        for &township in &section.townships {
            entries.entry(township).or_insert_with(new).sections.push(at);
        }
    }
    for (at, mention) in issue.mentions.iter().enumerate() {
        entries.entry(mention.entity).or_insert_with(new).mentions.push(at);
    }
    for (entity, entry) in entries {
        entities[entity].record.push(entry);
    }
}
