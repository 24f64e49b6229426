//! Archives made by hand, for tests of what stands right of the model. Names are found by plain
//! search, leftmost-longest; the rules of SPEC 4 are the model's own business and tested there.

use super::*;
use crate::config::{Config, Limits, Search, Series};
use crate::markdown::{Block, BlockKind, Node};
use crate::model::Form;
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
        notice: None,
        accent: None,
        logo: None,
        series: vec![series],
        search: Search { enabled: true, synonyms: Vec::new() },
        limits,
    };
    Archive { config, issues: Vec::new(), entities, pages: Vec::new(), redirects: BTreeMap::new() }
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

/// Finds the names of an archive's entities.
pub struct Finder {
    finder: aho_corasick::AhoCorasick,
    /// The entity of each pattern.
    entities: Vec<usize>,
}

impl Finder {
    /// A finder of all names that the archive has now.
    pub fn new(archive: &Archive) -> Self {
        let mut names: Vec<(&str, usize)> = Vec::new();
        for (place, entity) in archive.entities.iter().enumerate() {
            names.extend(entity.names.iter().map(|name| (name.text.as_str(), place)));
        }
        let finder = aho_corasick::AhoCorasick::builder()
            .match_kind(aho_corasick::MatchKind::LeftmostLongest)
            .build(names.iter().map(|(name, _)| name))
            .expect("names of a test");
        Self { finder, entities: names.into_iter().map(|(_, entity)| entity).collect() }
    }
}

/// Adds an issue; issues are to be added in archive order.
pub fn issue(archive: &mut Archive, date: Date, number: u32, title: &str, parts: &[Part<'_>]) {
    let finder = Finder::new(archive);
    issue_with(&finder, archive, date, number, title, parts);
}

/// The same with a finder made once, for large archives.
pub fn issue_with(
    finder: &Finder,
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
    let mentions = mentions(finder, archive, &document, &sections, &section_of);
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
    finder: &Finder,
    archive: &Archive,
    document: &Document,
    sections: &[Section],
    of: &[usize],
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (place, block) in document.blocks.iter().enumerate() {
        for hit in finder.finder.find_iter(&block.text) {
            let (name, entity) = (&block.text[hit.range()], finder.entities[hit.pattern().as_usize()]);
            let owns = sections[of[place]].townships.contains(&entity);
            let bearer = &archive.entities[entity];
            mentions.push(Mention {
                entity,
                block: place,
                range: hit.range(),
                sentence: sentence(&block.text, hit.start()),
                role: match bearer.kind {
                    EntityKind::Township if owns => Role::Own,
                    EntityKind::Township => Role::Elsewhere,
                    EntityKind::Company if block.text[hit.end()..].starts_with("项目") => Role::Project,
                    EntityKind::Company => Role::Named,
                },
                outdated: bearer.names.iter().any(|n| n.text == name && n.kind == NameKind::Former),
            });
        }
    }
    mentions
}

/// The sentence of `text` that holds byte `at`.
fn sentence(text: &str, at: usize) -> std::ops::Range<usize> {
    let ends = ['。', '！', '？', '；'];
    let start = text[..at].rfind(ends).map_or(0, |end| end + '。'.len_utf8());
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end + '。'.len_utf8());
    start..end
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
