//! tests/hostile/cases.toml: what an archive may be fed, and that nothing of it becomes more than text.
//!
//! Cases that are built share a site, an issue each; so do those that are refused, since every problem
//! names its file. Cases of site.toml and of the registers stand alone.

use crate::strict::Page;
use crate::support::{SiteTest, files, tests};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use toml::Value as Toml;

#[derive(Deserialize)]
struct Table {
    texts: Vec<String>,
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    what: String,
    #[serde(rename = "in")]
    place: Place,
    must: Must,
    code: Option<String>,
    cases: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Place {
    Body,
    Front,
    Slug,
    Page,
    Site,
    Series,
    Townships,
    Companies,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Must {
    Inert,
    Shown,
    Dropped,
    Kept,
    Refused,
}

/// One case: its group, its number there, and its text.
struct Case<'a> {
    group: &'a Group,
    text: &'a str,
    /// Where it is written in the site.
    path: String,
}

fn table() -> Table {
    let text = std::fs::read_to_string(tests().join("hostile/cases.toml")).expect("the table");
    toml::from_str(&text).expect("a table of cases")
}

/// The cases of some groups, in files of their own.
fn cases(table: &Table, wanted: impl Fn(&Group) -> bool) -> Vec<Case<'_>> {
    let all = table.group.iter().filter(|g| wanted(g)).flat_map(|g| g.cases.iter().map(move |c| (g, c)));
    let path = |n: usize, group: &Group| match group.place {
        Place::Body | Place::Front | Place::Slug => format!("content/issues/{n:03}/index.md"),
        Place::Page => format!("content/pages/p{n}.md"),
        Place::Site | Place::Series => "site.toml".to_owned(),
        Place::Townships => "content/townships.toml".to_owned(),
        Place::Companies => "content/companies.toml".to_owned(),
    };
    all.enumerate().map(|(n, (group, text))| Case { group, text, path: path(n + 1, group) }).collect()
}

const SITE: &str = "title = \"测试通报\"\norganisation = \"测试办公室\"\n";
const SERIES: &str =
    "[[series]]\nid = \"tongbao\"\nname = \"督查通报\"\nissuer = \"测试办公室\"\ndefault = true\n";

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    Toml::String(text.to_owned()).to_string()
}

/// Writes a case into a site; issues get the files that their links may name.
fn put(site: &SiteTest, number: usize, case: &Case) {
    let date = format!("date = {}-01-05\n", 2000 + number / 300);
    let own = format!("number = {number}\nyear = 2000\n");
    let title = format!("title = \"关于第{number}例的通报\"\n");
    let text = case.text;
    match case.group.place {
        Place::Body => site.write(&case.path, format!("+++\n{title}{own}{date}+++\n\n{text}\n")),
        Place::Front => {
            let title = if text.starts_with("title") { "" } else { &title };
            site.write(&case.path, format!("+++\n{title}{own}{date}{text}\n+++\n\n正文。\n"))
        }
        Place::Slug => {
            site.write(&case.path, format!("+++\n{title}{date}slug = {}\n+++\n\n正文。\n", quoted(text)))
        }
        Place::Page => site.write(&case.path, format!("+++\ntitle = \"第{number}页\"\n+++\n\n{text}\n")),
        Place::Site => site.write(&case.path, format!("{SITE}{text}\n{SERIES}")),
        Place::Series => {
            let another = format!("[[series]]\nid = {}\nname = \"专报\"\n", quoted(text));
            site.write(&case.path, format!("{SITE}{SERIES}{another}"))
        }
        Place::Townships => {
            let entry = format!("[[township]]\nid = {}\nname = \"青石乡\"\n", quoted(text));
            site.write(&case.path, entry)
        }
        Place::Companies => {
            let entry = format!("[[company]]\nid = {}\nname = \"宏达有限公司\"\n", quoted(text));
            site.write(&case.path, entry)
        }
    };
    if let Some(folder) = case.path.strip_suffix("/index.md") {
        for name in ["a.pdf", "a.png", "a.html", "a.svg", "a.js", "a.xml", "a.HTM", "a.pdf.exe", "a"] {
            site.write(&format!("{folder}/{name}"), "x");
        }
    }
}

/// Codes of a report by file; errors apart from the rest.
#[derive(Default)]
struct Codes {
    errors: BTreeMap<String, BTreeSet<String>>,
    others: BTreeMap<String, BTreeSet<String>>,
}

fn codes(site: &SiteTest) -> Codes {
    let outcome = site.run("check --format json --today 2026-01-01");
    let Value::Array(list) = outcome.json() else { panic!("no array") };
    let mut codes = Codes::default();
    for problem in list {
        let kind = if problem["severity"] == "error" { &mut codes.errors } else { &mut codes.others };
        let file = problem["file"].as_str().unwrap_or_default().to_owned();
        kind.entry(file).or_default().insert(problem["code"].as_str().expect("a code").to_owned());
    }
    let broken = !codes.errors.is_empty();
    outcome.code(broken.into());
    codes
}

#[test]
fn there_are_enough_cases() {
    let table = table();
    let cases: usize = table.group.iter().map(|g| g.cases.len()).sum();
    assert!(table.texts.len() >= 50 && cases >= 300, "{} texts, {cases} cases", table.texts.len());
    let all: BTreeSet<&String> = table.texts.iter().collect();
    assert_eq!(all.len(), table.texts.len(), "a text stands twice");
}

#[test]
fn what_is_refused_is_refused_and_nothing_is_built() {
    let table = table();
    let in_issues = |g: &Group| matches!(g.place, Place::Body | Place::Front | Place::Slug);
    let together = cases(&table, |g| g.must == Must::Refused && in_issues(g));
    let site = SiteTest::small();
    for (n, case) in together.iter().enumerate() {
        put(&site, n + 10, case);
    }
    let found = codes(&site);
    let mut wrong = Vec::new();
    for case in &together {
        let code = case.group.code.as_deref().expect("a refusal has its code");
        let errors = found.errors.get(&case.path).cloned().unwrap_or_default();
        if !errors.contains(code) {
            wrong.push(format!("{}: {}: {errors:?}, not {code}", case.group.what, case.text));
        }
    }
    site.run("build --out out --today 2026-01-01 -q").code(1);
    assert!(!site.path().join("out").exists());
    for case in cases(&table, |g| g.must == Must::Refused && !in_issues(g)) {
        let site = SiteTest::small();
        put(&site, 10, &case);
        site.run("build --out out --today 2026-01-01 -q");
        assert!(!site.path().join("out").exists(), "{}: {}", case.group.what, case.text);
        let code = case.group.code.as_deref().expect("a refusal has its code");
        let errors = codes(&site).errors.remove(&case.path).unwrap_or_default();
        if !errors.contains(code) {
            wrong.push(format!("{}: {}: {errors:?}, not {code}", case.group.what, case.text));
        }
    }
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

/// The site of all cases that are built.
fn inert_site(table: &Table) -> (SiteTest, Vec<Case<'_>>) {
    let site = SiteTest::small();
    let all = cases(table, |g| g.must != Must::Refused);
    for (n, case) in all.iter().enumerate() {
        put(&site, n + 10, case);
    }
    (site, all)
}

#[test]
fn what_is_built_is_text_alone() {
    let table = table();
    let (site, all) = inert_site(&table);
    let found = codes(&site);
    let mut wrong = Vec::new();
    for case in &all {
        if let Some(errors) = found.errors.get(&case.path) {
            wrong.push(format!("{}: {} is refused: {errors:?}", case.group.what, case.text));
        }
        let others = found.others.get(&case.path).cloned().unwrap_or_default();
        if let Some(code) = case.group.code.as_ref().filter(|code| !others.contains(*code)) {
            wrong.push(format!("{}: {}: {others:?}, not {code}", case.group.what, case.text));
        }
    }
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
    site.run("build --out out --today 2026-01-01 -q").code(0);
    let out = site.path().join("out");
    wrong.extend(troubles(&out));
    for (n, case) in all.iter().enumerate() {
        let path = match case.group.place {
            Place::Page => format!("pages/p{}/index.html", n + 1),
            _ => format!("issues/2000/{:03}/index.html", n + 10),
        };
        let html = std::fs::read_to_string(out.join(&path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        wrong.extend(
            judge(case, &html).map(|why| format!("{}: {}: {why} ({path})", case.group.what, case.text)),
        );
    }
    assert!(wrong.is_empty(), "{} troubles\n{}", wrong.len(), wrong.join("\n"));
}

/// Writes the same site into the folder `TONGBAO_HOSTILE`, for tests/browser/hostile.test.js.
#[test]
fn the_site_for_the_browser() {
    let table = table();
    let (site, _) = inert_site(&table);
    let Some(folder) = std::env::var_os("TONGBAO_HOSTILE") else { return };
    for (path, bytes) in files(site.path()) {
        let path = Path::new(&folder).join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
}

/// What is wrong with the page of a case.
fn judge(case: &Case, html: &str) -> Option<String> {
    let page = match Page::read(html) {
        Ok(page) => page,
        Err(why) => return Some(why),
    };
    let text: String = page.texts("main").concat();
    let links: Vec<_> = ["main a", "main img"]
        .into_iter()
        .flat_map(|path| page.select(path))
        .filter(|e| page.text(e).contains('词') || e.attribute("alt").is_some_and(|a| a.contains('词')))
        .collect();
    match case.group.must {
        Must::Shown => {
            let missing = case.text.lines().find(|line| !text.contains(line));
            missing.map(|line| format!("the page lacks {line:?}: {}", text.trim()))
        }
        Must::Dropped if !links.is_empty() => Some(format!("it is a link: {links:?}")),
        Must::Dropped | Must::Kept if !text.contains('词') => Some("its text is lost".to_owned()),
        Must::Kept if links.len() != 1 => Some(format!("{links:?}")),
        _ => None,
    }
}

/// Every text in every field that a person writes: shown as it stands, text alone, whole in the data.
#[test]
fn texts_are_text_in_every_field() {
    let table = table();
    let site = SiteTest::small();
    let mut register = String::new();
    for (n, text) in table.texts.iter().enumerate() {
        let q = quoted(text);
        let folder = format!("content/issues/{:03}", n + 10);
        let name = format!("{}.pdf", text.replace(['/', '\\', ':'], "／").trim_matches(['.', ' ']));
        // Escaped, so that Markdown makes nothing of it either: what is left is the writer's work.
        let cell: String = text
            .chars()
            .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
            .collect();
        let company = quoted(&format!("{text}第{n}有限公司"));
        let mut front = format!(
            "+++\ntitle = {q}\nnumber = {}\ndate = 2001-02-{:02}\nyear = 2001\nissuer = {q}\nsummary = {q}\ntopics = [{q}]\ncc = {q}\nprinted_by = {q}\n",
            n + 10,
            n % 28 + 1
        );
        let declared = quoted(&format!("宣{text}有限公司"));
        let _ = writeln!(
            front,
            "companies = [{company}, {declared}]\nrevisions = [{{ date = 2001-03-01, note = {q} }}]"
        );
        let _ = writeln!(front, "attachments = [{{ file = {}, title = {q} }}]\n+++", quoted(&name));
        let _ = write!(
            front,
            "\n## 一、{cell}\n\n{cell}\n\n- {cell}\n\n| {cell} | 甲 |\n|---|---|\n| 乙 | {cell} |\n\n![{cell}](a.png \"{cell}\")\n\n[{cell}](a.png '{cell}')\n\n**{cell}**[^1]\n\n[[{cell}公司]]\n\n[^1]: {cell}\n\n~~~~~~\n{text}\n~~~~~~\n"
        );
        site.write(&format!("{folder}/index.md"), front);
        site.write(&format!("{folder}/{name}"), "x").write(&format!("{folder}/a.png"), "x");
        let _ =
            writeln!(register, "[[company]]\nid = \"c{n}\"\nname = {company}\nregion = {q}\nnote = {q}\n");
    }
    site.write("content/companies.toml", register);
    let errors = codes(&site).errors;
    assert!(errors.is_empty(), "{errors:?}");
    site.run("build --out out --today 2026-01-01 -q").code(0);
    let out = site.path().join("out");
    let mut wrong = troubles(&out);
    let issues = json(&out, "issues");
    for (n, text) in table.texts.iter().enumerate() {
        let text = text.trim();
        let id = format!("2001-{:03}", n + 10);
        let row = issues.iter().find(|row| row["id"] == id.as_str()).expect("a row");
        if row["title"] != text || row["issuer"] != text {
            wrong.push(format!("{text}: in issues.json {}", row["title"]));
        }
        let path = format!("issues/2001/{:03}/index.html", n + 10);
        let html = std::fs::read_to_string(out.join(&path)).expect("the page");
        let page = Page::read(&html).unwrap_or_else(|why| panic!("{path}: {why}"));
        for selector in ["h1", ".summary", ".issued span", ".attachments a", ".printed span", "pre code"] {
            let found = page.texts(selector);
            if !found.iter().any(|t| plain(t) == plain(text)) {
                wrong.push(format!("{text}: {selector} of {path} is {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} troubles\n{}", wrong.len(), wrong.join("\n"));
}

/// As a reader compares: HTML and NFC leave the text, but line ends and blanks at the ends may go.
fn plain(text: &str) -> &str {
    text.trim()
}

/// The texts of site.toml stand on every page.
#[test]
fn texts_are_text_in_site_toml() {
    let table = table();
    let mut wrong = Vec::new();
    for text in &table.texts {
        let q = quoted(text);
        let site = SiteTest::small();
        let toml = format!(
            "title = {q}\norganisation = {q}\nnotice = {q}\ncolors = {{ accent = \"#123456\" }}\n[[series]]\nid = \"tongbao\"\nname = {q}\nissuer = {q}\ndefault = true\n[search]\nsynonyms = [[{q}, \"招商\"]]\n"
        );
        site.write("site.toml", toml);
        site.run("build --out out --today 2026-01-01 -q").code(0);
        let out = site.path().join("out");
        wrong.extend(troubles(&out).into_iter().map(|t| format!("{text}: {t}")));
        let html = std::fs::read_to_string(out.join("index.html")).expect("the front page");
        let page = Page::read(&html).unwrap_or_else(|why| panic!("{text}: {why}"));
        for selector in ["title", ".notice", ".foot"] {
            let found = page.texts(selector).concat();
            if !found.contains(text.trim()) {
                wrong.push(format!("{text}: the front page has {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} troubles\n{}", wrong.len(), wrong.join("\n"));
}

fn json(out: &Path, table: &str) -> Vec<Value> {
    let bytes = std::fs::read(out.join(format!("data/{table}.json"))).expect("the table");
    serde_json::from_slice(&bytes).expect("JSON")
}

const ELEMENTS: &str = "html head meta title link script body a header footer main nav section article aside div p \
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tr th td blockquote pre code strong em del \
    sup br hr img figure figcaption span time button details summary label input select option form search fieldset legend noscript wbr \
    template mark";
const ATTRIBUTES: &str = "charset name content http-equiv rel href src defer class id lang role tabindex hidden type alt \
    loading download title scope value start datetime open for selected min max step placeholder autocomplete method \
    action form colspan rowspan spellcheck disabled";
/// What templates hand to scripts and styles in `data-…`.
const DATA: &str = "cite copied not-copied section words step page left n again found dates";
/// What the search page's script fills in before it is a link.
const UNFILLED: [&str; 3] = ["../{path}?{marks}", "../{path}?{marks}#{anchor}", "../{url}"];

/// Everything in a built site that is more than it may be.
fn troubles(out: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    let all = files(out);
    for (path, bytes) in &all {
        wrong.extend(path_trouble(path).map(|why| format!("{path}: {why}")));
        let ending = path.rsplit('.').next().unwrap_or_default();
        match ending {
            "html" => {
                let text = std::str::from_utf8(bytes).expect("UTF-8");
                wrong.extend(page_troubles(path, text, &all).into_iter().map(|why| format!("{path}: {why}")));
            }
            "json" => {
                if let Err(error) = serde_json::from_slice::<Value>(bytes) {
                    wrong.push(format!("{path}: {error}"));
                }
            }
            "js" if path.starts_with("search/") => {
                let text = std::str::from_utf8(bytes).expect("UTF-8");
                let call = text.strip_prefix("tongbao.put(").and_then(|rest| rest.strip_suffix(");\n"));
                if call.is_none_or(|payload| serde_json::from_str::<Value>(payload).is_err()) {
                    wrong.push(format!("{path}: more than one call with data"));
                }
            }
            "css" => {
                let text = std::str::from_utf8(bytes).expect("UTF-8");
                if text.matches('{').count() != text.matches('}').count() || text.contains("evil") {
                    wrong.push(format!("{path}: not the house's style"));
                }
            }
            _ => {}
        }
    }
    wrong
}

fn path_trouble(path: &str) -> Option<&'static str> {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    for part in path.split('/') {
        let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        if part.is_empty() || part.len() > 60 {
            return Some("a part's length");
        }
        if part.starts_with('.') || part.ends_with('.') || !part.chars().all(safe) {
            return Some("a part's letters");
        }
        let devices = ["con", "prn", "aux", "nul"].iter().any(|d| stem == *d);
        if devices || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"))) {
            return Some("a device of Windows");
        }
    }
    None
}

fn page_troubles(path: &str, html: &str, all: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let page = match Page::read(html) {
        Ok(page) => page,
        Err(why) => return vec![why],
    };
    let mut wrong = Vec::new();
    for element in &page.elements {
        let name = element.name.as_str();
        if !ELEMENTS.split_whitespace().any(|e| e == name) {
            wrong.push(format!("<{name}>"));
        }
        if name == "script" && (element.attribute("src").is_none() || !page.text(element).is_empty()) {
            wrong.push("a script in the page".to_owned());
        }
        for (key, value) in &element.attributes {
            let known = ATTRIBUTES.split_whitespace().any(|a| a == key)
                || key.starts_with("aria-")
                || key.strip_prefix("data-").is_some_and(|name| DATA.split_whitespace().any(|a| a == name));
            let leads = ["href", "src", "action"].contains(&key.as_str());
            let strange =
                key == "http-equiv" && !["Content-Security-Policy", "refresh"].contains(&value.as_str());
            if !known
                || strange
                || (leads && !UNFILLED.contains(&value.as_str()) && !is_address(name, path, value, all))
            {
                wrong.push(format!("<{name} {key}={value:?}>"));
            }
        }
    }
    wrong
}

/// Whether an address is a file of the site, a fragment, or leads out by http or mail. It is read as
/// browsers read it: blanks at the ends and all tabs and line ends are nothing.
fn is_address(element: &str, from: &str, written: &str, all: &BTreeMap<String, Vec<u8>>) -> bool {
    let read: String = written.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let read = read.trim_matches(|c: char| c <= ' ').replace('\\', "/");
    let lower = read.to_ascii_lowercase();
    if ["http://", "https://", "mailto:"].iter().any(|s| lower.starts_with(s)) {
        return element == "a";
    }
    if read.starts_with('/') || read.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':')) {
        return false;
    }
    let file = read.split(['?', '#']).next().unwrap_or_default();
    if file.is_empty() {
        return true;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => {
                if parts.pop().is_none() {
                    return false;
                }
            }
            "." => {}
            part => parts.push(part),
        }
    }
    all.contains_key(&parts.join("/"))
}

#[test]
fn a_damaged_image_has_no_size_and_a_whole_one_has() {
    let png =
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 2, 128, 0, 0, 1, 104, 8, 2, 0, 0, 0]].concat();
    let gif = b"GIF89a\x80\x02\x68\x01\0\0\0".to_vec();
    let jpg = [
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".as_slice(),
        b"\xff\xc0\0\x11\x08\x01\x68\x02\x80\x03\x01\x22\0\x02\x11\x01\x03\x11\x01",
    ]
    .concat();
    let site = SiteTest::small();
    let folder = "content/issues/2026/090";
    let mut text = "+++\ntitle = \"图\"\nnumber = 90\ndate = 2026-01-01\n+++\n".to_owned();
    for (ending, whole) in [("png", png), ("gif", gif), ("jpg", jpg)] {
        for cut in 0..=whole.len() {
            for (kind, filler) in [("end", None), ("zero", Some(0)), ("full", Some(0xff))] {
                let mut bytes = whole[..cut].to_vec();
                bytes.extend(filler.into_iter().flat_map(|byte| [byte; 100]));
                let name = format!("{kind}{cut}.{ending}");
                site.write(&format!("{folder}/{name}"), bytes);
                text.push_str(&format!("\n![图]({name})\n"));
            }
        }
        text.push_str(&format!("\n![全图](whole.{ending})\n"));
        site.write(&format!("{folder}/whole.{ending}"), whole);
    }
    site.write(&format!("{folder}/index.md"), text);
    site.run("build --no-search --today 2026-01-01").code(0);
    let page =
        std::fs::read_to_string(site.path().join("public/issues/2026/090/index.html")).expect("a page");
    let image = |name: &str| page.split("<img ").find(|tag| tag.contains(name)).expect("an image");
    for ending in ["png", "gif", "jpg"] {
        let whole = image(&format!("whole.{ending}"));
        assert!(whole.contains(r#"alt="全图" width="640" height="360""#), "{whole}");
        assert!(!image(&format!("end3.{ending}")).contains("width"));
    }
}
