//! A small archive made by hand: two townships, two companies, three issues (one with every kind of
//! layout, one with an opening alone, one with a hostile title), a plain page, a redirect.

use crate::config::{Config, Limits, Search, Series};
use crate::diag::{FileId, Span};
use crate::markdown::{Align, Block, BlockKind, Cell, Document, Mark, MarkKind, Node};
use crate::model::Form;
use crate::model::{
    Archive, Attachment, Entity, EntityKind, Entry, Issue, Mention, Name, NameKind, PlainPage, Redirect,
    Role, Section, Target,
};
use crate::parse::front_matter::Revision;
use jiff::civil::date;

pub const CAOZHEN: usize = 0;
pub const GAOYANGLU: usize = 1;
pub const QINGLAN: usize = 2;

/// A title that would break out of any context that does not escape it.
pub const HOSTILE: &str = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)> & {{ t.home }}";

pub fn archive() -> Archive {
    let mut archive = empty();
    archive.entities = vec![
        entity(EntityKind::Township, "caozhen", "曹镇乡", &["cao", "zhen", "xiang"]),
        entity(EntityKind::Township, "gaoyanglu", "高阳路街道", &["gao", "yang", "lu"]),
        entity(EntityKind::Company, "qinglan-shidai", "氢蓝时代动力科技有限公司", &["qing", "lan"]),
        entity(EntityKind::Company, "wuming", "从未见报有限公司", &["cong"]),
    ];
    archive.issues = vec![rich(), opening_only(), hostile()];
    archive.issues[0].next = Some(1);
    archive.issues[1].previous = Some(0);
    archive.issues[1].corrects = vec![0];
    archive.issues[0].corrected_by = vec![1];
    let record = |archive: &Archive, entity: usize| {
        let entries = archive.issues.iter().enumerate().map(|(issue, i)| Entry {
            issue,
            sections: (0..i.sections.len()).filter(|s| i.sections[*s].townships.contains(&entity)).collect(),
            mentions: (0..i.mentions.len()).filter(|m| i.mentions[*m].entity == entity).collect(),
            declared: false,
        });
        entries.filter(|e| !e.sections.is_empty() || !e.mentions.is_empty()).collect::<Vec<_>>()
    };
    for entity in [CAOZHEN, GAOYANGLU, QINGLAN] {
        archive.entities[entity].record = record(&archive, entity);
    }
    archive.pages = vec![plain_page()];
    let redirect = |from: &str, to| Redirect { from: from.into(), to, place: Span::file(FileId(0)) };
    archive.redirects =
        vec![redirect("issues/2022/6", Target::Issue(0)), redirect("townships/cao", Target::Entity(CAOZHEN))];
    archive
}

/// No issue at all.
pub fn empty() -> Archive {
    Archive { config: config(), issues: vec![], entities: vec![], pages: vec![], redirects: vec![] }
}

pub fn config() -> Config {
    let series = |id: &str, name: &str, default| Series {
        id: id.into(),
        name: name.into(),
        issuer: "区委区政府督查局".into(),
        default,
    };
    Config {
        title: "青石区督查通报".into(),
        organisation: "区委区政府督查局".into(),
        base_url: None,
        language: "zh-CN".into(),
        timezone: jiff::tz::TimeZone::UTC,
        theme: "default".into(),
        theme_at: None,
        notice: Some("内部资料 注意保存".into()),
        accent: None,
        logo: None,
        logo_at: None,
        series: vec![series("tongbao", "督查通报", true), series("kuaibao", "督查快报", false)],
        search: Search { enabled: true, synonyms: vec![] },
        limits: Limits {
            issue_bytes: 1 << 22,
            nesting: 100,
            table_rows: 2000,
            table_columns: 100,
            register_entries: 20_000,
            attachment_bytes: 1 << 28,
        },
    }
}

fn entity(kind: EntityKind, id: &str, name: &str, pinyin: &[&str]) -> Entity {
    Entity {
        kind,
        id: id.into(),
        name: name.into(),
        names: vec![Name { text: name.into(), kind: NameKind::Full, since: None, until: None }],
        registered: true,
        label: None,
        pinyin: pinyin.iter().map(|s| s.to_string()).collect(),
        since: None,
        until: None,
        merged_into: None,
        merged_from: vec![],
        note: None,
        record: vec![],
    }
}

pub fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.into(), marks: vec![], origin: vec![], span: 0..0 }
}

fn mark(text: &str, marked: &str, kind: MarkKind) -> Mark {
    let start = text.find(marked).expect("the mark is in the text");
    Mark { range: start..start + marked.len(), kind }
}

fn section(
    anchor: &str,
    heading: &str,
    level: u8,
    form: Form,
    townships: &[usize],
    blocks: &[usize],
) -> Section {
    Section {
        anchor: anchor.into(),
        heading: heading.into(),
        level,
        parent: None,
        form,
        townships: townships.to_vec(),
        blocks: blocks.to_vec(),
    }
}

/// An issue whose opening holds `title` alone.
pub fn issue(number: u32, title: &str) -> Issue {
    Issue {
        id: format!("2022-{number:03}"),
        series: 0,
        year: 2022,
        number: Some(number),
        slug: None,
        date: date(2022, 9, 9),
        title: title.into(),
        issuer: "区委区政府督查局".into(),
        summary: None,
        topics: vec![],
        cc: None,
        printed_by: None,
        printed_on: None,
        revisions: vec![],
        document: Document { blocks: vec![block(BlockKind::Heading, title)], ..Document::default() },
        sections: vec![section("top", "", 0, Form::Opening, &[], &[0])],
        section_of: vec![0],
        mentions: vec![],
        declared: vec![],
        attachments: vec![],
        files: vec![],
        links: Default::default(),
        corrects: vec![],
        corrected_by: vec![],
        replaces: vec![],
        replaced_by: vec![],
        previous: None,
        next: None,
    }
}

fn mention(issue: &Issue, entity: usize, block: usize, name: &str, role: Role) -> Mention {
    let text = &issue.document.blocks[block].text;
    let start = text.find(name).expect("the name is in the text");
    Mention {
        entity,
        block,
        range: start..start + name.len(),
        sentence: 0..text.len(),
        role,
        outdated: false,
    }
}

fn rich() -> Issue {
    let mut issue = issue(6, "关于8月份工作进展情况的通报");
    let labelled = "机制建立情况：与氢蓝时代动力科技有限公司签订<框架>协议，见附表1。";
    let mut paragraph = block(BlockKind::Paragraph, labelled);
    paragraph.marks = vec![
        mark(labelled, "机制建立情况：与氢蓝", MarkKind::Strong),
        mark(labelled, "附表", MarkKind::Link { href: "附表.xlsx".into(), title: String::new() }),
        mark(labelled, "签订", MarkKind::Link { href: "JavaScript:alert(1)".into(), title: String::new() }),
        Mark { range: labelled.len()..labelled.len(), kind: MarkKind::FootnoteReference { number: 1 } },
    ];
    let mut picture = block(BlockKind::Paragraph, "");
    let image = MarkKind::Image { src: "现场.png".into(), alt: Some(8), caption: Some(9), place: 0..0 };
    picture.marks = vec![Mark { range: 0..0, kind: image }];
    issue.summary = Some("提要一句。".into());
    issue.document.blocks.extend([
        block(BlockKind::Paragraph, "提要一句。"),             // 1, no node
        block(BlockKind::Paragraph, "现将有关情况通报如下："), // 2
        block(BlockKind::Heading, "一、曹镇乡"),               // 3
        paragraph,                                             // 4
        block(BlockKind::Item, "第一项"),                      // 5
        block(BlockKind::Item, "第二项"),                      // 6
        picture,                                               // 7
        block(BlockKind::Alt, "现场\"照片\""),                 // 8
        block(BlockKind::Caption, "图1 现场"),                 // 9
        block(BlockKind::Paragraph, "二、其他街道"),           // 10, a numbered paragraph as head
        block(BlockKind::Paragraph, "高阳路街道：推进较快。"), // 11, an opener
        block(BlockKind::Paragraph, "第二行"),                 // 12, after a hard break
        block(BlockKind::Paragraph, "另起一段。"),             // 13
        block(BlockKind::Cell, "单位"),                        // 14
        block(BlockKind::Cell, "进度"),                        // 15
        block(BlockKind::Cell, "曹镇乡"),                      // 16
        block(BlockKind::Cell, "50%"),                         // 17
        block(BlockKind::Cell, "60%"),                         // 18
        block(BlockKind::Paragraph, "以上。"),                 // 19
        block(BlockKind::Code, "a < b && c"),                  // 20
        block(BlockKind::Footnote, "见《办法》。"),            // 21
    ]);
    let cell = |blocks: &[usize]| Cell { blocks: blocks.to_vec() };
    issue.document.nodes = vec![
        Node::Paragraph { blocks: vec![2] },
        Node::Heading { depth: 3, block: 3 },
        Node::Paragraph { blocks: vec![4] },
        Node::List {
            ordered: Some((3, '.')),
            tight: true,
            items: vec![vec![Node::Paragraph { blocks: vec![5] }], vec![Node::Paragraph { blocks: vec![6] }]],
        },
        Node::Paragraph { blocks: vec![7, 8, 9] },
        Node::Paragraph { blocks: vec![10] },
        Node::Paragraph { blocks: vec![11, 12] },
        Node::Paragraph { blocks: vec![13] },
        Node::Table {
            align: vec![Align::None, Align::Right],
            rows: vec![
                vec![cell(&[14]), cell(&[15])],
                vec![cell(&[16]), cell(&[17])],
                vec![cell(&[]), cell(&[18])],
            ],
        },
        Node::Quote { nodes: vec![Node::Paragraph { blocks: vec![19] }] },
        Node::Code { block: 20 },
        Node::Rule,
        Node::Footnote { number: 1, nodes: vec![Node::Paragraph { blocks: vec![21] }] },
    ];
    issue.sections = vec![
        section("top", "", 0, Form::Opening, &[], &[0, 1, 2]),
        section("caozhen", "一、曹镇乡", 1, Form::Heading, &[CAOZHEN], &[3, 4, 5, 6, 7, 8, 9]),
        section("qitajiedao", "二、其他街道", 1, Form::Heading, &[], &[10, 14, 15, 19, 20, 21]),
        section("gaoyanglu", "高阳路街道", 2, Form::Opener, &[GAOYANGLU], &[11, 12, 13]),
        section("caozhen-2", "曹镇乡", 2, Form::Row, &[CAOZHEN], &[16, 17]),
        section("caozhen-3", "曹镇乡", 2, Form::Row, &[CAOZHEN], &[18]),
    ];
    for below in [3, 4, 5] {
        issue.sections[below].parent = Some(2);
    }
    issue.section_of = vec![0; issue.document.blocks.len()];
    for (index, section) in issue.sections.iter().enumerate() {
        for block in &section.blocks {
            issue.section_of[*block] = index;
        }
    }
    issue.mentions = vec![
        mention(&issue, CAOZHEN, 3, "曹镇乡", Role::Own),
        mention(&issue, QINGLAN, 4, "氢蓝时代动力科技有限公司", Role::Project),
        mention(&issue, GAOYANGLU, 11, "高阳路街道", Role::Own),
        mention(&issue, CAOZHEN, 16, "曹镇乡", Role::Own),
    ];
    issue.mentions[1].outdated = true;
    let file = |written: &str, name: &str| Attachment {
        source: format!("content/issues/2022/006/{written}"),
        written: written.into(),
        title: written.into(),
        name: name.into(),
        bytes: 12_345,
        pixels: written.ends_with(".png").then_some((640, 480)),
    };
    issue.attachments = vec![file("附表.xlsx", "fubiao.xlsx")];
    issue.files = vec![file("现场.png", "xianchang.png")];
    issue.cc = Some("各乡（街道）".into());
    issue.printed_by = Some("督查局办公室".into());
    issue.printed_on = Some(date(2022, 9, 10));
    issue.revisions = vec![Revision { date: date(2022, 9, 12), note: "更正一处数字".into() }];
    issue
}

fn opening_only() -> Issue {
    let mut issue = issue(7, "更正");
    issue.date = date(2022, 10, 8);
    issue
}

fn hostile() -> Issue {
    let mut issue = issue(0, HOSTILE);
    (issue.id, issue.number, issue.slug) = ("kuaibao-2023-te".into(), None, Some("te".into()));
    (issue.series, issue.year, issue.date) = (1, 2023, date(2023, 1, 5));
    issue.topics = vec![HOSTILE.into()];
    issue.document.blocks.push(block(BlockKind::Paragraph, HOSTILE));
    issue.document.nodes = vec![Node::Paragraph { blocks: vec![1] }];
    issue.sections[0].blocks.push(1);
    issue.section_of.push(0);
    issue
}

fn plain_page() -> PlainPage {
    let mut paragraph = block(BlockKind::Paragraph, "电话见官网。");
    paragraph.marks = vec![mark(
        "电话见官网。",
        "官网",
        MarkKind::Link { href: "https://example.cn/".into(), title: "官".into() },
    )];
    PlainPage {
        slug: "guanyu".into(),
        title: "关于本站".into(),
        document: Document {
            nodes: vec![Node::Heading { depth: 2, block: 0 }, Node::Paragraph { blocks: vec![1] }],
            blocks: vec![block(BlockKind::Heading, "联系"), paragraph],
            ..Document::default()
        },
        files: vec![],
        links: Default::default(),
    }
}
