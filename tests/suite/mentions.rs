//! `tests/mentions/cases.toml`: every case is built as an archive of one issue, and all its mentions
//! are compared.

use std::collections::BTreeMap;
use std::path::PathBuf;
use tongbao::config;
use tongbao::diag::{Diagnostics, Files};
use tongbao::model::visible::Drafts;
use tongbao::model::{Archive, Role};
use tongbao::source::Source;
use tongbao::{Care, Options, understand};

fn table() -> toml::Table {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mentions/cases.toml");
    std::fs::read_to_string(path).expect("the table is there").parse().expect("the table is TOML")
}

/// The shared entries and the case's own; or its own alone.
fn register(table: &toml::Table, case: &toml::Table, kind: &str) -> String {
    let own = case.get(kind).and_then(|v| v.as_array()).cloned().unwrap_or_default();
    let only = case.get("only").and_then(toml::Value::as_bool).unwrap_or(false);
    let shared = table.get(kind).and_then(|v| v.as_array()).filter(|_| !only).cloned().unwrap_or_default();
    let mut register = toml::Table::new();
    let entries: Vec<toml::Value> = shared.into_iter().chain(own).collect();
    if !entries.is_empty() {
        register.insert(kind.to_owned(), toml::Value::Array(entries));
    }
    toml::to_string(&register).expect("a register is TOML")
}

fn issue(case: &toml::Table) -> String {
    let mut front = toml::Table::new();
    let title = case.get("title").cloned().unwrap_or_else(|| "工作情况通报".into());
    front.insert("title".into(), title);
    front.insert("number".into(), 1.into());
    let date = case.get("date").cloned().unwrap_or_else(|| toml::Value::String("2022-09-09".into()));
    front.insert("date".into(), date);
    for key in ["companies", "townships"] {
        if let Some(list) = case.get(key) {
            front.insert(key.into(), list.clone());
        }
    }
    let text = case.get("text").and_then(|t| t.as_str()).unwrap_or_default();
    format!("+++\n{}+++\n\n{text}\n", toml::to_string(&front).expect("front matter is TOML"))
}

fn build(table: &toml::Table, case: &toml::Table) -> (Archive, Diagnostics, Files) {
    let mut files = Files::default();
    let site = files.add("site.toml", "title = \"通报\"\norganisation = \"督查室\"\n");
    let townships = files.add("content/townships.toml", register(table, case, "township"));
    let companies = files.add("content/companies.toml", register(table, case, "company"));
    let text = issue(case);
    let issue = files.add("content/issues/001.md", text.as_str());
    let mut source = Source {
        root: PathBuf::new(),
        files,
        site,
        townships: Some(townships),
        companies: Some(companies),
        issues: vec![issue],
        pages: Vec::new(),
        assets: BTreeMap::new(),
    };
    let mut diagnostics = Diagnostics::default();
    let config = config::parse(&source.files, site, &mut diagnostics).expect("the settings are right");
    let options = Options { today: None, drafts: Drafts::Hidden, care: Care::Build };
    let (archive, _) = understand(&mut source, config, &options, &mut diagnostics);
    source.files.recall(issue, text);
    (archive, diagnostics, source.files)
}

fn mentions(archive: &Archive) -> Vec<String> {
    let Some(issue) = archive.issues.first() else { return vec!["no issue".into()] };
    let line = |m: &tongbao::model::Mention| {
        let entity = &archive.entities[m.entity];
        let id = if entity.registered { entity.id.as_str() } else { "?" };
        let written = &issue.document.blocks[m.block].text[m.range.clone()];
        let role = match m.role {
            Role::Named => "named",
            Role::Project => "project",
            Role::Own => "own",
            Role::Elsewhere => "elsewhere",
        };
        format!("{id}:{written}:{role}{}", if m.outdated { ":原名" } else { "" })
    };
    issue.mentions.iter().map(line).collect()
}

fn ambiguous(diagnostics: &Diagnostics) -> Vec<String> {
    let name = |d: &tongbao::diag::Diagnostic| match &d.message {
        tongbao::diag::Message::AmbiguousName { name, .. } => Some(name.to_string()),
        _ => None,
    };
    diagnostics.iter().filter_map(name).collect()
}

fn strings(case: &toml::Table, key: &str) -> Vec<String> {
    let list = case.get(key).and_then(|v| v.as_array()).cloned().unwrap_or_default();
    list.iter().filter_map(|v| v.as_str()).map(str::to_owned).collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures are wanted with --nocapture")]
fn every_case_of_the_table() {
    let table = table();
    let cases = table["case"].as_array().expect("cases");
    let mut wrong = Vec::new();
    let (mut right, mut found_all, mut expected_all) = (0, 0, 0);
    for case in cases {
        let case = case.as_table().expect("a case is a table");
        let (archive, diagnostics, files) = build(&table, case);
        let (found, expected) = (mentions(&archive), strings(case, "expect"));
        let mut rest = expected.clone();
        right += found
            .iter()
            .filter(|f| rest.iter().position(|r| r == *f).map(|i| rest.remove(i)).is_some())
            .count();
        found_all += found.len();
        expected_all += expected.len();
        let unclear = ambiguous(&diagnostics);
        if found != expected || unclear != strings(case, "ambiguous") {
            let mut report = Vec::new();
            if diagnostics.has_errors() {
                let plain = tongbao::diag::report::Colour::Plain;
                let (format, lang) = (tongbao::diag::report::Format::Short, tongbao::diag::report::Lang::Zh);
                let _ = tongbao::diag::report::report(&diagnostics, &files, format, lang, plain, &mut report);
            }
            wrong.push(format!(
                "{}\n  why      {}\n  text     {}\n  expected {expected:?} {:?}\n  found    {found:?} {unclear:?}\n  {}",
                case["name"], case["why"], case.get("text").unwrap_or(&"".into()),
                strings(case, "ambiguous"), String::from_utf8_lossy(&report),
            ));
        }
    }
    let (precision, recall) = (right as f64 / found_all as f64, right as f64 / expected_all as f64);
    assert!(
        wrong.is_empty(),
        "{} of {} cases are wrong (precision {precision:.4}, recall {recall:.4}):\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
