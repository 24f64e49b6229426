//! What must hold of any text whatever. Asked here with random texts, and by the targets of `fuzz/`.

use std::path::PathBuf;
use std::sync::OnceLock;
use tongbao::diag::report::{Colour, Format, Lang, report};
use tongbao::diag::{Diagnostics, FileId, Files};
use tongbao::fold::{Folded, fold};
use tongbao::model::Issue;
use tongbao::model::visible::Drafts;
use tongbao::output::Content;
use tongbao::page::Pages;
use tongbao::parse::{front_matter, register};
use tongbao::search::browser::Growing;
use tongbao::search::prepare::Prepared;
use tongbao::search::units::{Corpus, Texts};
use tongbao::source::Source;
use tongbao::store::Store;
use tongbao::theme::{Memo, Theme};
use tongbao::{Care, Options, config};

const SITE: &str = "title = '测试'\n[[series]]\nid = 'tongbao'\nname = '督查通报'\ndefault = true\n";
const TOWNSHIPS: &str = "[[township]]\nid = 'qingshi'\nname = '青石街道'\nshort = ['青石']\nformer = [{ name = '青石乡', until = 2023-12-31 }]\n\
    [[township]]\nid = 'caozhen'\nname = '曹镇乡'\nshort = ['曹镇']\n";
const COMPANIES: &str = "[[company]]\nid = 'qinglan'\nname = '氢蓝时代动力科技有限公司'\nshort = ['氢蓝时代', '氢蓝']\nnot = ['氢蓝时代路']\n\
    [[company]]\nid = 'hongda'\nname = '宏达集团'\n";
const FRONT: &str = "+++\ntitle = '关于测试的通报'\nnumber = 1\ndate = 2023-01-05\n+++\n";

/// Folding twice is folding once, and every place of the folded text leads to one of the text.
pub fn fold_holds(text: &str) {
    let folded = Folded::with_map(text);
    assert_eq!(fold(&folded.text), folded.text, "folded twice: {text:?}");
    let borders: Vec<usize> =
        (0..=folded.text.len()).filter(|at| folded.text.is_char_boundary(*at)).collect();
    let mut last = 0;
    for (n, start) in borders.iter().enumerate() {
        for end in borders[n..].iter().take(4) {
            let shown = folded.shown(*start..*end);
            assert!(text.get(shown.clone()).is_some(), "{start}..{end} leads to {shown:?} of {text:?}");
        }
        let at = folded.shown(*start..*start).start;
        assert!(at >= last, "the map of {text:?} runs back at {start}");
        last = at;
    }
    for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(folded.text.is_char_boundary(folded.folded(at)), "{at} of {text:?}");
    }
}

/// Front matter is read or refused, with all places in the text.
pub fn front_matter_holds(text: &str) {
    let mut files = Files::default();
    let file = files.add("content/issues/1.md", text);
    let mut diagnostics = Diagnostics::default();
    if let Some((_, body)) = front_matter::parse(&files, file, &mut diagnostics) {
        assert!(text.is_char_boundary(body), "the body begins at {body}");
    }
    front_matter::parse_page(&files, file, &mut diagnostics);
    places_hold(&files, &diagnostics);
}

/// A register is read or refused, with all places in the text.
pub fn register_holds(text: &str) {
    let mut files = Files::default();
    let file = files.add("content/townships.toml", text);
    let mut diagnostics = Diagnostics::default();
    for kind in [register::Kind::Township, register::Kind::Company] {
        register::parse(kind, &files, file, &config::Limits::default(), &mut diagnostics);
    }
    places_hold(&files, &diagnostics);
}

/// A site with this issue is understood: its outline tiles it, its marks and mentions stand in its
/// blocks, and every page and search file can be made.
pub fn issue_holds(body: &str) {
    let text = if body.starts_with("+++") { body.to_owned() } else { format!("{FRONT}{body}") };
    let mut files = Files::default();
    let site = files.add("site.toml", SITE);
    let townships = Some(files.add("content/townships.toml", TOWNSHIPS));
    let companies = Some(files.add("content/companies.toml", COMPANIES));
    let issue = files.add("content/issues/1.md", text.as_str());
    let mut diagnostics = Diagnostics::default();
    let config = config::parse(&files, site, &mut diagnostics).expect("a good site.toml");
    let mut source = Source {
        root: PathBuf::from("/nowhere"),
        files,
        site,
        townships,
        companies,
        issues: vec![issue],
        pages: Vec::new(),
        assets: Default::default(),
    };
    let options = Options { today: "2026-01-01".parse().ok(), drafts: Drafts::Hidden, care: Care::Build };
    let (archive, _) = tongbao::understand(&mut source, config, &options, &mut diagnostics);
    source.files.recall(issue, text);
    printed(&source.files, &diagnostics);
    archive.issues.iter().for_each(|one| document_holds(one, &source.files, issue));
    let corpus = Corpus::new(&archive);
    let texts = Texts::new(&archive, &corpus);
    let prepared = Prepared::new(&corpus, &texts, &Store::none());
    let growing = Growing::default();
    growing.grow(&Store::none(), || (&corpus, prepared));
    let memo = Memo::new(theme(), None);
    let pages = Pages::new(&archive);
    for file in tongbao::plan(&source.root, &pages, theme(), Some(&growing), Drafts::Hidden, &memo) {
        if let Content::Make(make) = file.content {
            let bytes = make(None)
                .map(Option::unwrap_or_default)
                .unwrap_or_else(|problem| panic!("{}: {problem:?}", file.path));
            assert!(std::str::from_utf8(&bytes).is_ok(), "{}", file.path);
        }
    }
}

/// The built-in theme, read once.
fn theme() -> &'static Theme {
    static THEME: OnceLock<Theme> = OnceLock::new();
    THEME.get_or_init(|| {
        let mut files = Files::default();
        let mut diagnostics = Diagnostics::default();
        let site = files.add("site.toml", SITE);
        let config = config::parse(&files, site, &mut diagnostics).expect("a good site.toml");
        let theme = Theme::load(&PathBuf::from("/nowhere"), &config, &mut files, &mut diagnostics);
        theme.expect("the built-in theme")
    })
}

fn document_holds(issue: &Issue, files: &Files, file: FileId) {
    let blocks = &issue.document.blocks;
    assert_eq!(issue.section_of.len(), blocks.len());
    let mut owners = vec![0; blocks.len()];
    for (index, section) in issue.sections.iter().enumerate() {
        assert!(section.blocks.is_sorted(), "blocks of section {index}");
        for block in &section.blocks {
            owners[*block] += 1;
            assert_eq!(issue.section_of[*block], index, "block {block}");
        }
        assert!(section.parent.is_none_or(|parent| parent < index), "parent of section {index}");
    }
    assert!(owners.iter().all(|n| *n == 1), "the outline does not tile the issue: {owners:?}");
    let source = files.text(file);
    for (index, block) in blocks.iter().enumerate() {
        assert!(source.get(block.span.clone()).is_some(), "span of block {index}: {:?}", block.span);
        for mark in &block.marks {
            assert!(block.text.get(mark.range.clone()).is_some(), "{mark:?} in {:?}", block.text);
        }
    }
    for mention in &issue.mentions {
        let text = &blocks[mention.block].text;
        let name = text.get(mention.range.clone()).expect("a mention on borders");
        assert!(!name.is_empty());
        let sentence = text.get(mention.sentence.clone()).expect("a sentence on borders");
        assert!(sentence.contains(name), "{name} is not in its sentence {sentence}");
    }
}

/// Every place is in its file and on borders, and every report can be printed.
fn places_hold(files: &Files, diagnostics: &Diagnostics) {
    for diagnostic in diagnostics.iter() {
        if let Some(span) = diagnostic.span {
            let text = files.text(span.file);
            let range = span.start as usize..span.end as usize;
            assert!(text.get(range).is_some(), "{diagnostic:?}");
        }
    }
    printed(files, diagnostics);
}

/// Every report can be printed. Places within a body are only near where escapes and entities stand
/// beside line ends, so they need not lie on borders; the printer must cope.
fn printed(files: &Files, diagnostics: &Diagnostics) {
    for format in [Format::Human, Format::Json] {
        report(diagnostics, files, format, Lang::Zh, Colour::Plain, &mut Vec::new()).expect("a report");
    }
}
