//! What is too large, too deep or no file at all is refused with its code; what only looks endless ends.

use crate::support::SiteTest;
use std::fs::{self, File};

const FRONT: &str = "+++\ntitle = \"关于测试的通报\"\nnumber = 1\ndate = 2023-01-05\n";

fn issue(site: &SiteTest, front: &str, body: &str) {
    site.write("content/issues/2023/001.md", format!("{FRONT}{front}+++\n\n{body}\n"));
}

#[track_caller]
fn refused(site: &SiteTest, code: &str) {
    site.run("build --today 2026-01-01 --out out -q --format short").code(1).complains(&format!("[{code}]"));
    assert!(!site.path().join("out").exists());
}

#[test]
fn limits_hold() {
    let deep_list: String = (0..102).map(|n| format!("{}- 甲\n", "  ".repeat(n))).collect();
    let rows = format!("| 甲 |\n|---|\n{}", "| 乙 |\n".repeat(2_001));
    let columns = format!("|{}\n|{}\n|{}\n", "甲|".repeat(101), "-|".repeat(101), "乙|".repeat(101));
    let cases = [
        ("nesting", "> ".repeat(101) + "甲"),
        ("nesting", deep_list),
        ("table-rows", rows),
        ("table-columns", columns),
        ("file-too-large", "甲乙丙丁，".repeat(300_000)),
        ("long-front-matter", String::new()),
    ];
    for (code, body) in cases {
        let site = SiteTest::small();
        let front = if body.is_empty() { format!("# {}\n", "注".repeat(100_000)) } else { String::new() };
        issue(&site, &front, &body);
        refused(&site, code);
    }
}

#[test]
fn large_files_are_refused_unread() {
    let site = SiteTest::small();
    issue(&site, "attachments = [\"a.pdf\"]\n", "甲");
    let file = File::create(site.path().join("content/issues/2023/a.pdf")).expect("a file");
    file.set_len(201 * 1024 * 1024).expect("a sparse file");
    refused(&site, "attachment-size");

    let site = SiteTest::small();
    let entry = |n: usize| format!("[[company]]\nid = \"c{n}\"\nname = \"甲{n}公司\"\n");
    site.write("content/companies.toml", (0..20_001).map(entry).collect::<String>());
    refused(&site, "too-many-entries");
}

#[test]
#[cfg(unix)]
fn links_and_special_files_are_not_followed() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("secret.pdf"), "秘密").expect("a file");
    let site = SiteTest::small();
    let issues = site.path().join("content/issues");
    issue(&site, "", "甲");
    let links = [
        (outside.path().join("secret.pdf"), "file.pdf"),
        (outside.path().to_owned(), "folder"),
        (issues.join("2023"), "inside"),
        (issues.join("2023/001.md"), "002.md"),
        (issues.join("none"), "dangling"),
        (issues.clone(), "loop"),
    ];
    for (target, name) in links {
        symlink(target, issues.join(name)).expect("a link");
        refused(&site, "symbolic-link");
        fs::remove_file(issues.join(name)).expect("removed");
    }
    let listener = UnixListener::bind(issues.join("s.pdf")).expect("a socket");
    refused(&site, "special-file");
    drop(listener);
    fs::remove_file(issues.join("s.pdf")).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(issues.join("f.md")).status().expect("mkfifo");
    assert!(made.success());
    refused(&site, "special-file");
}

/// Small enough for a build without optimisation; in the square of the length they would still show.
#[test]
fn what_looks_endless_ends() {
    let site = SiteTest::small();
    let n = 20_000;
    let patterns = [
        "[".repeat(n),
        "[".repeat(n) + &"]".repeat(n),
        "[[a|".repeat(n),
        "<".repeat(n),
        "<a ".repeat(n),
        "<!--".repeat(n),
        "<![CDATA[".repeat(n),
        "<?".repeat(n),
        (0..200).map(|i| "`".repeat(i) + " ").collect(),
        "*".repeat(n),
        "_a__b".repeat(n),
        "&".repeat(n) + "\\*",
        "&#0;".repeat(n),
        "\\".repeat(n),
        "**曹**，".repeat(n),
        "[词](https://a.cn/)".repeat(n / 4),
        "![[[](".repeat(n),
        "e".to_owned() + &"\u{301}".repeat(n),
        "甲".to_owned() + &"\u{200b}".repeat(n),
        "青石乡，".repeat(n),
        (0..3_000).map(|i| format!("[^{i}]")).collect::<String>()
            + "\n\n"
            + &(0..3_000).map(|i| format!("[^{i}]: 注\n\n")).collect::<String>(),
    ];
    for (number, pattern) in patterns.iter().enumerate() {
        let front = FRONT.replace("number = 1", &format!("number = {}", number + 1));
        site.write(
            &format!("content/issues/2023/{:03}.md", number + 1),
            format!("{front}+++\n\n{pattern}\n"),
        );
    }
    site.run("build --today 2026-01-01 --out out -q").code(0);
}
