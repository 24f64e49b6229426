//! What an added issue rewrites: itself, what leads to it, and nothing else (SPEC 5).

use crate::support::SiteTest;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

const ISSUES: usize = 1000;
const A_YEAR: usize = 100;
const TOWNSHIPS: [(&str, &str); 3] = [("cao-zhen", "曹镇乡"), ("qing-shi", "青石街道"), ("bei-du", "北渡镇")];
const COMPANIES: [(&str, &str); 4] = [
    ("hong-da", "河南宏达物流有限公司"),
    ("jin-ding", "金鼎化工有限公司"),
    ("peng-cheng", "鹏程建材有限公司"),
    ("zhong-tian", "中天电气有限公司"),
];

#[test]
fn an_added_issue_rewrites_only_what_it_concerns() {
    let site = SiteTest::small();
    fs::remove_dir_all(site.path().join("content")).unwrap();
    let township = |(id, name): &(&str, &str)| format!("[[township]]\nid = \"{id}\"\nname = \"{name}\"\n");
    let company = |(id, name): &(&str, &str)| format!("[[company]]\nid = \"{id}\"\nname = \"{name}\"\n");
    site.write("content/townships.toml", TOWNSHIPS.iter().map(township).collect::<String>());
    site.write("content/companies.toml", COMPANIES.iter().map(company).collect::<String>());
    (0..ISSUES).for_each(|n| write(&site, n, n % 3, n % 4));
    let build = "build --quiet --no-search --today 2026-01-01";
    site.run(build).code(0);
    let before = marks(&site.path().join("public"));
    write(&site, ISSUES, 0, 0);
    site.run(build).code(0);
    let after = marks(&site.path().join("public"));

    let changed: BTreeSet<&str> = after
        .iter()
        .filter(|(path, mark)| before.get(*path) != Some(mark))
        .map(|(path, _)| path.as_str())
        .collect();
    let wanted = BTreeSet::from([
        "index.html",
        "issues/index.html",
        "issues/2024/index.html",
        "issues/2024/all/index.html",
        "issues/2024/100/index.html",
        "issues/2024/101/index.html",
        "townships/index.html",
        "townships/matrix/2024/index.html",
        "townships/cao-zhen/index.html",
        "townships/cao-zhen/2024/index.html",
        "companies/index.html",
        "companies/initial/h/index.html",
        "companies/hong-da/index.html",
        "data/companies.json",
        "data/issues.json",
        "data/mentions.json",
        "data/sections.json",
        "data/townships.json",
        "SHA256SUMS.txt",
        "tongbao.json",
    ]);
    assert_eq!(changed, wanted);
    let same = |path: &&str| before.get(*path).is_some_and(|mark| mark.2 == after[*path].2);
    let touched: Vec<_> = changed.iter().filter(|path| same(path)).collect();
    assert!(touched.is_empty(), "written anew with the same bytes: {touched:?}");
    assert!(before.keys().all(|path| after.contains_key(path)), "no file goes");
}

/// The issue of this running number: a hundred a year from 2015 on.
fn write(site: &SiteTest, n: usize, township: usize, company: usize) {
    let year = 2015 + n.min(ISSUES - 1) / A_YEAR;
    let number = n - (year - 2015) * A_YEAR + 1;
    let (month, day) = ((number - 1) / 9 + 1, (number - 1) % 9 + 1);
    let (_, township) = TOWNSHIPS[township];
    let (_, company) = COMPANIES[company];
    let text = format!(
        "+++\ntitle = \"关于项目进度的通报\"\nnumber = {number}\ndate = {year}-{month:02}-{day:02}\n+++\n\n\
         ## 一、{township}\n\n{company}的项目进度滞后。\n"
    );
    site.write(&format!("content/issues/{year}/{number:03}.md"), text);
}

/// Each file's inode, time and bytes.
fn marks(folder: &Path) -> BTreeMap<String, (u64, i64, Vec<u8>)> {
    crate::support::files(folder)
        .into_iter()
        .map(|(path, bytes)| {
            let metadata = fs::metadata(folder.join(&path)).unwrap();
            (path, (metadata.ino(), metadata.mtime_nsec(), bytes))
        })
        .collect()
}
