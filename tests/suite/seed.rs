//! The real bulletin, `content/issues/2022/006.md`, against the text it was made from.

use std::path::{Path, PathBuf};
use tongbao::diag::{Message, Severity};
use tongbao::model::visible::Drafts;
use tongbao::model::{Archive, EntityKind};
use tongbao::{Care, Loaded, Options, load};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("a file of the repository")
}

fn loaded(care: Care) -> Loaded {
    let today = Some(jiff::civil::date(2026, 11, 23));
    load(Path::new(env!("CARGO_MANIFEST_DIR")), &Options { today, drafts: Drafts::Hidden, care })
        .expect("the site")
}

fn archive() -> Archive {
    loaded(Care::Build).archive.expect("an archive")
}

/// Without white space, `#`, `*` and the lines `---`.
fn bare(text: &str) -> String {
    let lines = text.lines().filter(|l| l.trim() != "---");
    lines.flat_map(str::chars).filter(|c| !c.is_whitespace() && !matches!(c, '#' | '*')).collect()
}

#[test]
fn nothing_of_the_raw_text_is_lost_or_altered() {
    let raw = bare(&read("tests/seed/tongbao-2022-06-raw.md"));
    let file = read("content/issues/2022/006.md");
    let body = file.splitn(3, "+++").nth(2).expect("a body");
    let archive = archive();
    let issue = &archive.issues[0];
    let series = &archive.config.series[issue.series].name;
    let date = format!("{}年{}月{}日", issue.date.year(), issue.date.month(), issue.date.day());
    let number = issue.number.expect("a number");
    let masthead = format!("{series}第{number}期{}{date}{}", issue.issuer, issue.title);
    let signature = format!("{}{date}", issue.issuer);
    assert_eq!(raw, bare(&format!("{masthead}{body}{signature}")));
}

#[test]
fn ten_township_sections_on_one_level() {
    let archive = archive();
    let issue = &archive.issues[0];
    let levels: Vec<u8> = issue.sections.iter().map(|s| s.level).collect();
    assert_eq!(levels, [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    assert!(issue.sections[1..].iter().all(|s| s.townships.len() == 1));
    assert_eq!(archive.townships().count(), 10);
    let text: Vec<&str> = issue.document.blocks.iter().map(|b| b.text.as_str()).collect();
    assert!(text.iter().all(|t| !t.contains("**")), "no literal asterisks");
}

#[test]
fn every_company_that_it_names_is_found() {
    let archive = archive();
    let issue = &archive.issues[0];
    let written: Vec<&str> = issue
        .mentions
        .iter()
        .filter(|m| archive.entities[m.entity].kind == EntityKind::Company)
        .map(|m| &issue.document.blocks[m.block].text[m.range.clone()])
        .collect();
    assert_eq!(written.len(), 31);
    for short in ["氢蓝时代", "赛闻公司", "平高集团", "姚电公司", "平轨公司"] {
        assert!(written.contains(&short), "{short}");
    }
    assert_eq!(archive.companies().count(), 26);
}

#[test]
fn the_misplaced_comma_is_the_only_doubt() {
    let loaded = loaded(Care::Check);
    let found: Vec<(Severity, Message)> =
        loaded.diagnostics.iter().map(|d| (d.message.severity(), d.message.clone())).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0, found[0].1.code()), (Severity::Hint, "comma-in-word"));
    assert!(found[0].1.zh().contains("情况"));
    let none = self::loaded(Care::Build).diagnostics;
    assert_eq!(none.iter().count(), 0, "hints are given by check alone");
}
