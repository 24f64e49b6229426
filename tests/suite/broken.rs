//! tests/broken/<case>/: a site with mistakes, and `expected.txt`, the whole report that a clerk gets.

use crate::support::{SiteTest, TODAY, all_equal, cases, expect, files, tests};

#[test]
fn every_broken_site_gives_its_report() {
    all_equal(cases("broken").iter().map(|case| {
        let site = SiteTest::case(&format!("broken/{case}"));
        let outcome = site.run(&format!("check --lang zh --today {TODAY}")).complains_of_nothing();
        expect(&format!("broken/{case}/expected.txt"), &outcome.stdout)
    }));
}

#[test]
fn every_report_in_json_has_the_shape_that_scripts_rely_on() {
    for case in cases("broken") {
        let site = SiteTest::case(&format!("broken/{case}"));
        let list = site.run(&format!("check --format json --today {TODAY}")).json();
        let list = list.as_array().unwrap_or_else(|| panic!("{case}: no array"));
        assert!(!list.is_empty(), "{case} has no mistakes");
        for item in list {
            let keys: Vec<&str> = item.as_object().unwrap().keys().map(String::as_str).collect();
            let mut wanted = ["severity", "code", "message", "file", "line", "column", "hint"];
            wanted.sort_unstable();
            let mut sorted = keys.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, wanted, "{case}");
            assert!(
                ["error", "warning", "hint"].contains(&item["severity"].as_str().unwrap()),
                "{case}: {item}"
            );
            assert_eq!(item["line"].is_null(), item["column"].is_null(), "{case}: {item}");
        }
    }
}

#[test]
fn exit_code_tells_errors_and_with_strict_warnings() {
    for case in cases("broken") {
        let site = SiteTest::case(&format!("broken/{case}"));
        let outcome = site.run(&format!("check --format json --today {TODAY}"));
        let list = outcome.json();
        let has = |severity: &str| list.as_array().unwrap().iter().any(|d| d["severity"] == severity);
        let (errors, warnings) = (has("error"), has("warning"));
        outcome.code(errors.into());
        site.run(&format!("check --strict --today {TODAY}")).code((errors || warnings).into());
    }
}

#[test]
fn every_expected_file_belongs_to_a_test() {
    for case in cases("broken") {
        let paths = files(&tests().join("broken").join(&case));
        let expected: Vec<&String> = paths.keys().filter(|path| path.starts_with("expected")).collect();
        assert_eq!(expected, ["expected.txt"], "{case}");
    }
}
