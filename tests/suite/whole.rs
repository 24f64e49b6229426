//! What must hold of every site, shown on all of `tests/sites` and on this repository's own.

use crate::support::{SiteTest, files, legible, tests};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tongbao::model::visible::Drafts;
use tongbao::{Care, Options};

const TODAY: &str = "2026-11-23";

/// All sites of the tests.
fn sites() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(tests().join("sites"))
        .expect("the folder is there")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn built(case: &str) -> (SiteTest, PathBuf) {
    let site = SiteTest::case(&format!("sites/{case}"));
    site.run(&format!("build --today {TODAY} --out out -q")).code(0);
    let out = site.path().join("out");
    (site, out)
}

fn output(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().collect()
}

#[test]
fn every_link_and_asset_of_every_page_is_there() {
    let mut broken = Vec::new();
    let mut links = 0;
    for case in sites() {
        let (_site, out) = built(&case);
        let pages = output(&out);
        let ids: BTreeMap<&str, BTreeSet<&str>> = pages
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path.as_str(), attributes(text(bytes), "id").collect()))
            .collect();
        for (path, bytes) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
            for attribute in ["href", "src"] {
                for link in attributes(text(bytes), attribute) {
                    let link = link.replace("&amp;", "&");
                    links += 1;
                    // `../{url}` is no link before the search page's script fills it in.
                    if ["http", "mailto:", "../{"].iter().any(|start| link.starts_with(start)) {
                        continue;
                    }
                    let (file, fragment) = link.split_once('#').unwrap_or((&link, ""));
                    let file = file.split('?').next().unwrap_or_default();
                    let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
                    let known = fragment.is_empty()
                        || ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment));
                    if !pages.contains_key(&target) || !known {
                        broken.push(format!("{case}/{path}: {link}"));
                    }
                }
            }
        }
    }
    assert!(links > 5_000, "only {links} links were seen");
    assert!(broken.is_empty(), "{} broken links:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn ids_are_unique_on_every_page() {
    let mut twice = Vec::new();
    for case in sites() {
        let (_site, out) = built(&case);
        for (path, bytes) in output(&out).iter().filter(|(path, _)| path.ends_with(".html")) {
            let mut seen = BTreeSet::new();
            twice.extend(
                attributes(text(bytes), "id")
                    .filter(|id| !seen.insert(id.to_string()))
                    .map(|id| format!("{case}/{path}#{id}")),
            );
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn two_builds_are_equal_whatever_the_threads() {
    for case in sites() {
        let site = SiteTest::case(&format!("sites/{case}"));
        site.run(&format!("build --today {TODAY} --out one --threads 1 -q")).code(0);
        site.run(&format!("build --today {TODAY} --out two --threads 7 -q")).code(0);
        assert!(output(&site.path().join("one")) == output(&site.path().join("two")), "{case}");
    }
}

#[test]
fn hidden_text_is_in_no_byte_of_the_output() {
    let (site, out) = built("hidden-text");
    // A preview of drafts before must leave nothing behind either.
    site.run(&format!("build --today {TODAY} --drafts --out drafts -q")).code(0);
    site.run(&format!("build --today {TODAY} --out out -q")).code(0);
    let mut leaks = Vec::new();
    for (path, bytes) in legible(&out) {
        for canary in ["密桩", "mizhuang", "mi-zhuang"] {
            let inside = bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
            if inside || path.contains(canary) {
                leaks.push(format!("{canary} in {path}"));
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn every_text_of_an_issue_stands_on_its_page() {
    for case in sites() {
        let (_site, out) = built(&case);
        let sections: Vec<serde_json::Value> =
            serde_json::from_slice(&std::fs::read(out.join("data/sections.json")).expect("sections"))
                .expect("JSON");
        for section in sections {
            let url =
                section["url"].as_str().expect("an address").split('#').next().expect("a path").to_owned();
            let html = std::fs::read(out.join(&url)).expect("the page");
            // What an image shows to those who do not see it stands in its attribute.
            let alts: String = attributes(text(&html), "alt").collect();
            let page = words(text(&html)) + &alts;
            for line in section["text"].as_str().expect("text").lines() {
                let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
                assert!(page.contains(&line), "{case}/{url} lacks {line}");
            }
        }
    }
}

#[test]
fn every_mention_is_a_name_of_its_entity() {
    for case in sites() {
        let options = Options { today: TODAY.parse().ok(), drafts: Drafts::Hidden, care: Care::Build };
        let loaded = tongbao::load(&tests().join("sites").join(&case), &options).expect("the site");
        let archive = loaded.archive.expect("an archive");
        for issue in &archive.issues {
            for mention in &issue.mentions {
                let block = &issue.document.blocks[mention.block];
                let linked = block.marks.iter().any(|m| m.range == mention.range);
                let written = tongbao::fold::fold(&block.text[mention.range.clone()]);
                let entity = &archive.entities[mention.entity];
                let named = entity.names.iter().any(|n| tongbao::fold::fold(&n.text) == written);
                assert!(named || linked, "{case}: {written} for {}", entity.id);
                assert!(block.text[mention.sentence.clone()].contains(&block.text[mention.range.clone()]));
            }
        }
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("pages are UTF-8")
}

/// The values of an attribute, in order.
fn attributes<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(name).filter_map(move |(at, _)| {
        let value = html[at + name.len()..].strip_prefix("=\"")?;
        html[..at].ends_with([' ', '\n']).then(|| value.split('"').next())?
    })
}

/// The characters that a reader sees, without white space.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if inside || c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
