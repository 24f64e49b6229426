//! tests/broken/<case>/: a site with mistakes, and `expected.txt`, the whole report that a clerk gets.

use crate::support::{SiteTest, TODAY, all_equal, cases, expect, files, tests};
use serde_json::Value;

const KEYS: [&str; 7] = ["code", "column", "file", "hint", "line", "message", "severity"];

#[test]
fn every_broken_site_gives_its_report() {
    all_equal(cases("broken").iter().map(|case| {
        let site = SiteTest::case(&format!("broken/{case}"));
        let outcome = site.run(&format!("check --lang zh --today {TODAY}")).complains_of_nothing();
        expect(&format!("broken/{case}/expected.txt"), &outcome.stdout)
    }));
}

/// The shape that scripts rely on, and the exit codes: 1 for errors, with `--strict` for warnings too.
#[test]
fn every_report_is_json_and_its_exit_code_tells_the_worst() {
    for case in cases("broken") {
        let site = SiteTest::case(&format!("broken/{case}"));
        let outcome = site.run(&format!("check --format json --today {TODAY}"));
        let Value::Array(list) = outcome.json() else { panic!("{case}: no array") };
        assert!(!list.is_empty(), "{case} has no mistakes");
        list.iter().for_each(|item| has_shape(&case, item));
        let has = |severity: &str| list.iter().any(|d| d["severity"] == severity);
        outcome.code(has("error").into());
        if !has("error") {
            site.run(&format!("check --strict --today {TODAY}")).code(has("warning").into());
        }
    }
}

#[track_caller]
fn has_shape(case: &str, item: &Value) {
    let mut keys: Vec<&String> = item.as_object().expect("an object").keys().collect();
    keys.sort();
    assert_eq!(keys, KEYS, "{case}");
    assert!(["error", "warning", "hint"].contains(&item["severity"].as_str().unwrap()), "{case}: {item}");
    assert_eq!(item["line"].is_null(), item["column"].is_null(), "{case}: {item}");
}

#[test]
fn every_expected_file_belongs_to_a_test() {
    for case in cases("broken") {
        let paths = files(&tests().join("broken").join(&case));
        let expected: Vec<&String> = paths.keys().filter(|path| path.starts_with("expected")).collect();
        assert_eq!(expected, ["expected.txt"], "{case}");
    }
}
