//! A build over an old site gives, byte for byte, what a build from nothing gives, whatever was changed between
//! the two: what is remembered of the last build must never show.

use crate::support::{SiteTest, files, tongbao};
use std::fs;
use std::path::Path;

/// A change of one file: what it is, the file, and the file's text before and after.
type Change = (&'static str, &'static str, fn(&str) -> String);

const CHANGES: [Change; 10] = [
    ("a sentence", "content/issues/2024/001.md", |text| format!("{text}\n会议还听取了补充汇报。\n")),
    ("a title", "content/issues/2024/001.md", |text| text.replacen("title = \"", "title = \"（修订）", 1)),
    ("back again", "content/issues/2024/001.md", |text| text.replacen("（修订）", "", 1)),
    ("a company's name", "content/companies.toml", |text| text.replacen("name = \"", "name = \"新", 1)),
    ("a township's short name", "content/townships.toml", |text| {
        text.replacen("short = [\"", "short = [\"大", 1)
    }),
    ("a draft", "content/issues/2024/001.md", |text| text.replacen("+++\n", "+++\ndraft = true\n", 1)),
    ("no draft", "content/issues/2024/001.md", |text| text.replacen("draft = true\n", "", 1)),
    ("the office", "site.toml", |text| text.replacen("organisation = \"", "organisation = \"大", 1)),
    ("a word of the theme", "themes/own/strings.zh-CN.toml", |_| "contents = \"要目\"\n".to_owned()),
    ("a template", "themes/own/templates/plain.html", |_| {
        "{% extends \"base.html\" %}{% block main %}<h1>{{ frame.title }}</h1>{{ page.html | safe }}{% endblock %}".to_owned()
    }),
];

fn build(site: &Path, out: &str) {
    tongbao(site, &format!("build --quiet --today 2026-01-01 --out {out}"), &[]).code(0);
}

#[test]
fn a_build_over_an_old_site_is_a_build_from_nothing() {
    let site = SiteTest::small();
    let folder = site.path().join("s");
    tongbao(site.path(), "init s --quiet", &[]).code(0);
    let settings = fs::read_to_string(folder.join("site.toml")).unwrap();
    fs::write(folder.join("site.toml"), settings.replacen("theme = \"default\"", "theme = \"own\"", 1))
        .unwrap();
    fs::create_dir_all(folder.join("themes/own/templates")).unwrap();
    build(&folder, "public");
    for (what, file, change) in CHANGES {
        let path = folder.join(file);
        let before = fs::read_to_string(&path).unwrap_or_default();
        let after = change(&before);
        assert_ne!(before, after, "{what} changes nothing");
        fs::write(&path, after).unwrap();
        build(&folder, "public");
        // Beside the site, so that neither what it remembers nor its old pages are at hand.
        let fresh = site.path().join("fresh");
        let kept = folder.join(".tongbao");
        fs::rename(&kept, site.path().join("kept")).unwrap();
        build(&folder, "../fresh");
        fs::remove_dir_all(&kept).unwrap();
        fs::rename(site.path().join("kept"), &kept).unwrap();
        let (over, fresh_files) = (files(&folder.join("public")), files(&fresh));
        let differs = |path: &&String| over.get(*path) != fresh_files.get(*path);
        let different: Vec<&String> = over.keys().chain(fresh_files.keys()).filter(differs).collect();
        assert!(different.is_empty(), "after {what}: {different:?}");
        fs::remove_dir_all(&fresh).unwrap();
    }
}
