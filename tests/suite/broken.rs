//! tests/broken/<case>/: a site with mistakes, and `expected.txt`, the whole report that a clerk gets.

use crate::support::{Outcome, SiteTest, TODAY, all_equal, cases, expect, files, tests};
use serde_json::Value;
use std::collections::BTreeSet;
use tongbao::diag::Message;

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

/// Codes that no folder of a repository can show; each has a test below.
const IN_NO_CASE: [&str; 5] = [
    // A checkout on Windows makes a plain file of a link.
    "symbolic-link",
    // git keeps no sockets.
    "special-file",
    // Not every disk takes a name that is no text.
    "file-name-encoding",
    // A quarter of a megabyte of front matter.
    "long-front-matter",
    // Rights are not kept, and root may read everything.
    "unreadable-theme",
];

#[test]
fn every_code_is_shown_by_a_case() {
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for case in cases("broken") {
        let report = std::fs::read_to_string(tests().join("broken").join(case).join("expected.txt")).unwrap();
        let titles = report.lines().filter_map(|line| line.split_once("]: ")?.0.split_once('['));
        shown.extend(titles.map(|(_, code)| code.to_owned()));
    }
    for code in IN_NO_CASE {
        assert!(!shown.contains(code), "{code} is in a case");
    }
    let missing: Vec<&str> = Message::CODES
        .iter()
        .map(|(code, _)| *code)
        .filter(|code| !shown.contains(*code) && !IN_NO_CASE.contains(code))
        .collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
    let unknown = |code: &&String| Message::CODES.iter().all(|(known, _)| known != code);
    assert_eq!(shown.iter().find(unknown), None);
}

/// What `check` says of a site, one problem a line.
fn check(site: &SiteTest) -> Outcome {
    site.run(&format!("check --lang zh --format short --today {TODAY}")).complains_of_nothing()
}

#[test]
fn front_matter_of_a_quarter_of_a_megabyte() {
    let site = SiteTest::small();
    let comment = "# 说明\n".repeat(40_000);
    let text = format!("+++\ntitle = \"二\"\nnumber = 2\ndate = 2023-02-05\n{comment}+++\n\n正文。\n");
    site.write("content/issues/2023/002.md", text);
    check(&site).code(1).says(
        "content/issues/2023/002.md:1:1: 错误[long-front-matter]: 信息栏有 360043 字节，超过上限 262144 字节",
    );
}

#[test]
fn a_theme_that_is_no_text() {
    let site = SiteTest::small();
    site.write("themes/default/theme.toml", [0xff, 0xfe, b'a', 0]);
    check(&site).code(1).says("错误[unreadable-theme]: 读取 `themes/default/theme.toml` 失败");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_what_names_them_is_not_missing() {
    use std::os::unix::fs::symlink;
    let site = SiteTest::small();
    site.write("secret.pdf", "x").write(
        "content/issues/2023/002/index.md",
        "+++\ntitle = \"二\"\nnumber = 2\ndate = 2023-02-05\nattachments = [\"原件.pdf\"]\n+++\n\n正文。\n",
    );
    symlink("../../../../secret.pdf", site.path().join("content/issues/2023/002/原件.pdf")).unwrap();
    let outcome = check(&site).code(1);
    let expected = "content/issues/2023/002/原件.pdf: 错误[symbolic-link]: \
        这是指向 `../../../../secret.pdf` 的符号链接，不会读取 \
        (它指向 content/ 之外，可能把不该公开的文件带出来；请把要用的文件复制进来)\n";
    assert_eq!(outcome.stdout, expected);
}

#[cfg(unix)]
#[test]
fn sockets_are_not_read() {
    let site = SiteTest::small();
    let _socket = std::os::unix::net::UnixListener::bind(site.path().join("content/issues/s.md")).unwrap();
    check(&site).code(1).says("content/issues/s.md: 错误[special-file]: 不是普通文件，不会读取 (请移走)");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let site = SiteTest::small();
    let name = std::ffi::OsStr::from_bytes(b"content/issues/\xcd\xa8\xb1\xa8.md");
    if std::fs::write(site.path().join(name), "").is_ok() {
        check(&site).code(1).says("错误[file-name-encoding]: 文件名不是有效的 UTF-8 (请改名)");
    }
}

/// macOS stores é as e with a combining accent; a text has it in one piece.
#[test]
fn names_in_another_normal_form_are_found() {
    let site = SiteTest::small();
    site.write("content/issues/2023/002/Cafe\u{301} 清单.csv", "1,2\n").write(
        "content/issues/2023/002/index.md",
        "+++\ntitle = \"二\"\nnumber = 2\ndate = 2023-02-05\nattachments = [\"Caf\u{e9} 清单.csv\"]\n+++\n\n正文。\n",
    );
    assert_eq!(check(&site).code(0).stdout, "");
    site.run(&format!("build --today {TODAY} -q")).code(0);
    let copied = files(&site.path().join("public/issues/2023/002"));
    let copied: Vec<&String> = copied.keys().filter(|path| path.ends_with(".csv")).collect();
    assert_eq!(copied, ["cafe-qing-dan.csv"]);
    site.write("content/issues/2023/002/Caf\u{e9} 清单.csv", "3,4\n");
    let both = files(&site.path().join("content/issues/2023/002")).len() == 3;
    if both {
        check(&site).code(1).says("错误[address-clash]").says("另一个看上去同名的文件 (请改名)");
    }
}

#[test]
fn aliases_of_plain_pages_lead_to_them() {
    let site = SiteTest::small();
    let page = "+++\ntitle = \"说明\"\naliases = [\"old/about.html\", \"guanyu\"]\n+++\n\n正文。\n";
    site.write("content/pages/about.md", page);
    assert_eq!(check(&site).code(0).stdout, "");
    site.run(&format!("build --today {TODAY} -q")).code(0);
    let out = files(&site.path().join("public"));
    for (old, link) in
        [("old/about.html", "../pages/about/index.html"), ("guanyu/index.html", "../pages/about/index.html")]
    {
        let html = String::from_utf8(out[old].clone()).unwrap();
        assert!(html.contains(link), "{old}: {html}");
    }
}
