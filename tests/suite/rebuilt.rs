//! A build over an old site gives, byte for byte, what a build from nothing gives, whatever was changed between
//! the two: what is remembered of the last build must never show.

use crate::corpora::Chance;
use crate::support::{SiteTest, files, tongbao};
use std::fs;
use std::path::{Path, PathBuf};

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
        compare(&folder, what);
    }
}

/// The site in `public` is, byte for byte, what a build from nothing gives.
#[track_caller]
fn compare(folder: &Path, what: &str) {
    // Beside the site, so that neither what it remembers nor its old pages are at hand.
    let [fresh, kept] = ["fresh", "kept"].map(|name| folder.with_file_name(name));
    let own = folder.join(".tongbao");
    fs::rename(&own, &kept).unwrap();
    build(folder, "../fresh");
    fs::remove_dir_all(&own).unwrap();
    fs::rename(&kept, &own).unwrap();
    let (over, fresh_files) = (files(&folder.join("public")), files(&fresh));
    let differs = |path: &&String| over.get(*path) != fresh_files.get(*path);
    let different: Vec<&String> = over.keys().chain(fresh_files.keys()).filter(differs).collect();
    assert!(different.is_empty(), "after {what}: {different:?}");
    fs::remove_dir_all(&fresh).unwrap();
}

/// What is taken over from the last build of an archive hangs on what has not changed, whatever that was: pages
/// on the issues that they show, the index on the sections. (In a debug build each page that is not made is held
/// against its view as well.)
#[test]
fn changes_of_an_archive_show_as_in_a_build_from_nothing() {
    let temp = crate::corpora::generated(40);
    // Its own folder, with room beside it.
    let folder = temp.path().join("s");
    fs::create_dir(&folder).unwrap();
    for name in ["content", "site.toml"] {
        fs::rename(temp.path().join(name), folder.join(name)).unwrap();
    }
    build(&folder, "public");
    let mut chance = Chance(11);
    let mut held = 0;
    for step in 0..10 {
        let mut what = format!("step {step}:");
        let before = files(&folder.join("content"));
        for _ in 0..=chance.below(2) {
            what += &edit(&folder.join("content"), &mut chance, step);
        }
        let built = tongbao(&folder, "build --quiet --today 2026-01-01 --out public", &[]);
        if built.exit_code() == Some(0) {
            held += 1;
        } else {
            let built = built.code(1);
            assert!(!built.stderr.contains("panicked"), "after {what}: {}", built.stderr);
            // What was changed does not fit together: a link to an issue that is gone, say.
            fs::remove_dir_all(folder.join("content")).unwrap();
            for (path, bytes) in &before {
                let path = folder.join("content").join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            build(&folder, "public");
        }
        compare(&folder, &what);
    }
    assert!(held > 5, "only {held} changes held");
}

/// Changes something in `content/` and says what.
fn edit(content: &Path, chance: &mut Chance, step: usize) -> String {
    let mut issues: Vec<PathBuf> =
        files(content).into_keys().filter(|p| p.ends_with(".md")).map(|p| content.join(p)).collect();
    issues.sort();
    let [one, other] = [(); 2].map(|()| issues[chance.below(issues.len())].clone());
    let numbered: Vec<&PathBuf> =
        issues.iter().filter(|path| fs::read_to_string(path).unwrap().contains("\nnumber = ")).collect();
    let corrected = numbered[chance.below(numbered.len())].strip_prefix(content.join("issues")).unwrap();
    let id = corrected.with_extension("").display().to_string().replace('/', "-");
    let register = |kind: &str| fs::read_to_string(content.join(format!("{kind}.toml"))).unwrap();
    let name = |register: &str, n: usize| {
        let names = register.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
        let names: Vec<&str> = names.collect();
        names[n % names.len()].to_owned()
    };
    let text = fs::read_to_string(&one).unwrap();
    let place = one.strip_prefix(content).unwrap().display().to_string();
    let (companies, townships) = (register("companies"), register("townships"));
    let (company, township) = (name(&companies, chance.below(99)), name(&townships, chance.below(99)));
    match chance.below(9) {
        0 => {
            fs::write(&one, format!("{text}\n{company}在{township}的项目已开工。\n")).unwrap();
            format!(" a sentence in {place};")
        }
        1 => {
            let cut = text.rfind("\n## ").unwrap_or(text.len());
            fs::write(&one, format!("{}\n", &text[..cut])).unwrap();
            format!(" {place} without its last section;")
        }
        2 => {
            fs::remove_file(&one).unwrap();
            format!(" {place} gone;")
        }
        3 => {
            let new = content.join(format!("issues/2031/{:03}.md", step + 1));
            fs::create_dir_all(new.parent().unwrap()).unwrap();
            let number = step + 1;
            fs::write(
                new,
                format!(
                    "+++\ntitle = \"关于更正的通报\"\nnumber = {number}\nyear = 2031\ndate = 2025-12-{number:02}\n\
                     corrects = \"{id}\"\n+++\n\n## 一、{township}\n\n{company}已投产。\n"
                ),
            )
            .unwrap();
            format!(" a new issue that corrects {id};")
        }
        4 => {
            let other = other.strip_prefix(content.join("issues")).unwrap().display().to_string();
            fs::write(&one, format!("{text}\n参见[另一期](../{other})。\n")).unwrap();
            format!(" a link from {place} to {other};")
        }
        5 => {
            fs::write(&one, text.replacen("title = \"", "title = \"（修订）", 1)).unwrap();
            format!(" another title of {place};")
        }
        6 => {
            let at = text.find("\ndate = ").unwrap() + "\ndate = 2024-01-".len();
            fs::write(&one, format!("{}{:02}{}", &text[..at], 1 + chance.below(28), &text[at + 2..]))
                .unwrap();
            format!(" another date of {place};")
        }
        7 => {
            let renamed =
                companies.replacen(&format!("name = \"{company}"), &format!("name = \"新{company}"), 1);
            fs::write(content.join("companies.toml"), renamed).unwrap();
            format!(" another name of {company};")
        }
        _ => {
            let entries: Vec<&str> = companies.split("[[company]]").collect();
            let out = 1 + chance.below(entries.len() - 1);
            let rest: Vec<&str> =
                entries.iter().enumerate().filter(|(n, _)| *n != out).map(|(_, entry)| *entry).collect();
            fs::write(content.join("companies.toml"), rest.join("[[company]]")).unwrap();
            " a company that the register does not name any more;".to_owned()
        }
    }
}
