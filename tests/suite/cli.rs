//! What scripts and people rely on: help, exit codes, language, the shape of JSON.

use crate::support::{SiteTest, TODAY, all_equal, expect, files, tests, tongbao};
use std::path::Path;

/// Golden name, and the words that print it.
const HELP: [(&str, &str); 7] = [
    ("tongbao", "--help"),
    ("init", "init --help"),
    ("build", "build --help"),
    ("check", "check --help"),
    ("search", "search --help"),
    ("new", "new --help"),
    ("completions", "completions --help"),
];

/// Golden name, and a mistaken call.
const MISTAKES: [(&str, &str); 15] = [
    ("unknown-command", "buidl"),
    ("unknown-flag", "build --oot x"),
    ("unknown-flag-english", "build --oot x --lang en"),
    ("unknown-value", "check --format yaml"),
    ("missing-value", "build --out"),
    ("bad-day", "check --today 2022-9-9"),
    ("bad-number", "build --threads 0"),
    ("bad-slug", "new --slug 增刊"),
    ("bad-base-url", "build --base-url example.org"),
    ("search-nothing", "search"),
    ("search-bad-date", "search x --from 2022-7"),
    ("search-bad-order", "search x --sort score"),
    ("conflict", "new --number 3 --slug x"),
    ("drafts-without-out", "build --drafts"),
    ("no-site", "check"),
];

#[test]
fn help_is_as_written_down() {
    let folder = tempfile::tempdir().unwrap();
    all_equal(HELP.map(|(name, args)| {
        let help = tongbao(folder.path(), args, &[]).code(0).complains_of_nothing();
        expect(&format!("cli/help/{name}.txt"), &help.stdout)
    }));
}

#[test]
fn without_a_command_the_help_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let help = tongbao(folder.path(), "--help", &[]).stdout;
    assert_eq!(tongbao(folder.path(), "", &[]).code(0).stdout, help);
    assert_eq!(SiteTest::small().run("").code(0).stdout, help);
}

#[test]
fn mistakes_are_explained_with_exit_code_2() {
    all_equal(MISTAKES.map(|(name, args)| {
        let folder = Path::new("/");
        let outcome = tongbao(folder, args, &[]).code(2).says_nothing();
        expect(&format!("cli/mistakes/{name}.txt"), &outcome.stderr)
    }));
}

#[test]
fn every_golden_belongs_to_a_call() {
    let names = |list: &[(&str, &str)]| {
        let mut names: Vec<String> = list.iter().map(|(name, _)| format!("{name}.txt")).collect();
        names.sort();
        names
    };
    let there = |kind: &str| files(&tests().join("cli").join(kind)).into_keys().collect::<Vec<_>>();
    assert_eq!(there("help"), names(&HELP));
    assert_eq!(there("mistakes"), names(&MISTAKES));
}

#[test]
fn the_locale_chooses_the_language_unless_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let speaks = |args: &str, variables: &[(&str, &str)]| {
        let said = tongbao(folder.path(), args, variables).code(2).stderr;
        if said.starts_with("error: ") { "en" } else { "zh" }
    };
    assert_eq!(speaks("check", &[]), "zh");
    assert_eq!(speaks("check", &[("LANG", "C")]), "zh");
    assert_eq!(speaks("check", &[("LANG", "zh_CN.UTF-8")]), "zh");
    assert_eq!(speaks("check", &[("LANG", "en_GB.UTF-8")]), "en");
    assert_eq!(speaks("check", &[("LANG", "en_GB"), ("LC_MESSAGES", "zh_CN")]), "zh");
    assert_eq!(speaks("check", &[("LANG", "zh_CN"), ("LC_ALL", "en_US")]), "en");
    assert_eq!(speaks("check", &[("LANG", "en_US"), ("LC_ALL", "")]), "en");
    assert_eq!(speaks("check --lang zh", &[("LANG", "en_US")]), "zh");
    assert_eq!(speaks("check --lang=en", &[]), "en");
    assert_eq!(speaks("check --nonsense --lang en", &[]), "en");
}

#[test]
fn colours_only_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let coloured = |args: &str, variables: &[(&str, &str)]| {
        tongbao(folder.path(), args, variables).stderr.contains('\x1b')
    };
    assert!(!coloured("check", &[]));
    assert!(coloured("check --color always", &[("NO_COLOR", "1")]));
    assert!(!coloured("check --color never", &[]));
}

#[test]
fn completions_name_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        tongbao(folder.path(), &format!("completions {shell}"), &[]).code(0).says("build").says("strict");
    }
}

#[test]
fn the_site_is_found_from_below_and_by_flag() {
    let site = SiteTest::small();
    let below = site.path().join("content/issues");
    tongbao(&below, &format!("check --today {TODAY}"), &[]).code(0);
    let elsewhere = tempfile::tempdir().unwrap();
    let flag = format!("--site {} check --today {TODAY}", site.path().display());
    tongbao(elsewhere.path(), &flag, &[]).code(0);
    tongbao(&below, "check --site .", &[]).code(2).complains("site.toml");
}

#[test]
fn a_clean_site_has_an_empty_array_of_problems() {
    let outcome =
        SiteTest::small().run(&format!("check --format json --today {TODAY}")).code(0).complains_of_nothing();
    assert_eq!(outcome.json(), serde_json::json!([]));
}

#[test]
fn build_tells_its_result_as_json() {
    let site = SiteTest::small();
    let built = site.run(&format!("build --json --today {TODAY}")).code(0).complains_of_nothing().json();
    let keys: Vec<&str> = built.as_object().unwrap().keys().map(String::as_str).collect();
    let wanted =
        ["bytes", "companies", "files", "issues", "ms", "out", "removed", "sections", "townships", "written"];
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, wanted);
    assert_eq!(built["issues"], 1);
    assert_eq!(built["townships"], 1);
    assert_eq!(built["written"], built["files"]);
    let out = site.path().canonicalize().unwrap().join("public");
    assert_eq!(built["out"], out.to_str().unwrap());
    assert!(out.join("index.html").is_file());
}

#[test]
fn build_tells_what_it_built_and_how_to_open_it() {
    let site = SiteTest::small();
    let out = site.path().canonicalize().unwrap().join("public/index.html");
    let args = format!("build --today {TODAY}");
    site.run(&args).code(0).says("1 期").says("双击打开").says(out.to_str().unwrap()).complains_of_nothing();
    site.run(&args).code(0).says("写入 0").says("删除 0");
    site.run(&format!("{args} -q")).code(0).says_nothing().complains_of_nothing();
    site.run(&format!("{args} --lang en")).code(0).says("0 written").says("double-click");
    site.run(&format!("{args} --timings")).code(0).complains(" ms  ");
}

#[test]
fn out_is_relative_to_the_current_folder() {
    let site = SiteTest::small();
    let below = site.path().join("work");
    std::fs::create_dir(&below).unwrap();
    tongbao(&below, &format!("build --out site --today {TODAY}"), &[]).code(0);
    assert!(below.join("site/index.html").is_file());
    assert!(!site.path().join("public").exists());
}

#[test]
fn new_creates_the_next_issue_and_overwrites_none() {
    let site = SiteTest::small();
    let made = site.run("new --date 2023-02-03").code(0).complains_of_nothing().stdout;
    let path = site.path().canonicalize().unwrap().join("content/issues/2023/002.md");
    assert_eq!(made.trim_end(), path.to_str().unwrap());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("number = 2\n")
            && text.contains("date = 2023-02-03\n")
            && text.contains("draft = true\n"),
        "{text}"
    );
    assert!(text.contains("## 一、青石乡\n"), "{text}");
    site.run("new --date 2023-02-03 --number 2").code(2).complains("已经存在");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    site.run("new --date 2023-02-04").code(0).says("003.md");
    site.run("new --date 2024-01-02").code(0).says("001.md");
    site.run("new --date 2024-01-02 --slug zengkan").code(0).says("zengkan.md");
    site.run("new --series 无此刊").code(2).complains("无此刊");
    let drafts = site.run(&format!("build --drafts --out drafts --json --today {TODAY}")).code(0).json();
    assert_eq!(drafts["issues"], 5);
    assert_eq!(site.run(&format!("build --json --today {TODAY}")).code(0).json()["issues"], 1);
}

#[test]
fn build_refuses_what_check_calls_an_error() {
    let site = SiteTest::small();
    site.run(&format!("build --today {TODAY}")).code(0);
    let before = files(&site.path().join("public"));
    site.write("content/issues/2023/002.md", "+++\ntitle = \"没有日期\"\nnumber = 2\n+++\n");
    site.run(&format!("build --today {TODAY}")).code(1).complains("date").complains("没有动").says_nothing();
    assert_eq!(files(&site.path().join("public")), before);
}
