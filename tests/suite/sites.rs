//! `tests/sites/<case>/`: sites of other offices; their outlines are compared with `expected/outline.txt`.

use crate::support::{SiteTest, all_equal, expect};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tongbao::model::{Archive, EntityKind, Issue};

fn cases() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(root).expect("the folder is there").map(|e| e.expect("an entry").path()).collect();
    cases.sort();
    cases
}

fn id(archive: &Archive, entity: usize) -> String {
    let entity = &archive.entities[entity];
    if entity.registered { entity.id.clone() } else { "?".to_owned() }
}

/// One line a section: `anchor | level | heading | townships | companies | last 8 characters`.
fn outline(archive: &Archive, issue: &Issue) -> String {
    let mut out = format!("# {} {} {}\n", issue.id, issue.date, issue.title);
    for (index, section) in issue.sections.iter().enumerate() {
        let townships: Vec<String> = section.townships.iter().map(|t| id(archive, *t)).collect();
        let named: BTreeSet<usize> = issue
            .mentions
            .iter()
            .filter(|m| {
                issue.section_of[m.block] == index && archive.entities[m.entity].kind == EntityKind::Company
            })
            .map(|m| m.entity)
            .collect();
        let mut companies: Vec<String> = named.into_iter().map(|e| id(archive, e)).collect();
        companies.sort();
        let text: String = section.blocks.iter().map(|b| issue.document.blocks[*b].text.as_str()).collect();
        let text: Vec<char> = text.trim_end().chars().collect();
        let last: String = text[text.len().saturating_sub(8)..].iter().collect();
        // The id of a township without a register is no matter of the outline.
        let unregistered = archive.entities.iter().any(|e| !e.registered && e.id == section.anchor);
        let anchor = if unregistered { "?" } else { &section.anchor };
        out.push_str(&format!(
            "{anchor} | {} | {} | {} | {} | {last}\n",
            section.level,
            section.heading,
            townships.join(","),
            companies.join(","),
        ));
    }
    out
}

fn load(case: &Path) -> Archive {
    let options = tongbao::Options {
        today: Some(jiff::civil::date(2026, 11, 23)),
        drafts: tongbao::model::visible::Drafts::Hidden,
        care: tongbao::Care::Build,
    };
    tongbao::load(case, &options).expect("the site can be read").archive.expect("the settings are right")
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures are wanted with --nocapture")]
fn outlines_of_other_offices() {
    let mut wrong = Vec::new();
    let (mut lines, mut bad) = (0, 0);
    for case in cases() {
        let archive = load(&case);
        let found = archive.issues.iter().map(|i| outline(&archive, i)).collect::<Vec<_>>().join("\n");
        let expected =
            std::fs::read_to_string(case.join("expected/outline.txt")).expect("an expected outline");
        let trim = |text: &str| {
            text.lines().map(|l| l.trim_end().to_owned()).filter(|l| !l.is_empty()).collect::<Vec<_>>()
        };
        let (found, expected) = (trim(&found), trim(&expected));
        lines += expected.len();
        if found != expected {
            let differs = |a: &[String], b: &[String]| {
                a.iter().filter(|l| !b.contains(l)).map(|l| format!("    {l}\n")).collect::<String>()
            };
            bad += expected.iter().filter(|l| !found.contains(l)).count();
            wrong.push(format!(
                "{}\n  expected, not found:\n{}  found, not expected:\n{}",
                case.file_name().unwrap_or_default().display(),
                differs(&expected, &found),
                differs(&found, &expected),
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases, {bad} of {lines} lines are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What a careful clerk is told of them, and no more: a false warning is a defect.
#[test]
fn checks_of_other_offices() {
    all_equal(cases().iter().map(|case| {
        let case = format!("sites/{}", case.file_name().unwrap_or_default().display());
        let site = SiteTest::case(&case);
        let outcome = site.run("check --strict --lang zh -q --today 2026-11-23");
        let quiet = outcome.stdout.clone();
        let report = site.run("check --strict --lang zh --today 2026-11-23").complains_of_nothing();
        // A site with errors would not be built, and the outline above would mean nothing.
        assert_eq!(quiet, "", "{case} has errors");
        let text = if report.stdout == "没有发现问题\n" { String::new() } else { report.stdout };
        expect(&format!("{case}/expected/check.txt"), &text)
    }));
}
