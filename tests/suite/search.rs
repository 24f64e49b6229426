//! Search: the golden queries of `search/queries.toml`, random pieces of text against a plain look at every
//! section, and what the command says.

use crate::support::{SiteTest, files, tests, tongbao};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;
use tongbao::data;
use tongbao::fold::fold;
use tongbao::model::Archive;
use tongbao::model::visible::Drafts;
use tongbao::search::engine::{self, Answer, Facet, Found, Mode, Options, Sort};
use tongbao::search::query::{self, Filter, Key};
use tongbao::search::scan::Scan;
use tongbao::search::units::{Corpus, Texts};
use tongbao::{Care, load};

const SYNONYMS: &str = "\n[search]\nsynonyms = [[\"冷库\", \"冷藏库\"]]\n";

// --- Golden queries ---

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    query: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    q: String,
    #[serde(default)]
    options: Given,
    #[serde(default)]
    mode: Option<String>,
    literal: Option<usize>,
    total: Option<usize>,
    #[serde(default)]
    found: Vec<String>,
    #[serde(default)]
    in_order: Vec<String>,
    #[serde(default)]
    entities: Vec<String>,
    township: Option<Vec<String>>,
    company: Option<Vec<String>>,
    years: Option<Vec<String>>,
    series: Option<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    township: Option<String>,
    company: Option<String>,
    year: Option<String>,
    from: Option<String>,
    to: Option<String>,
    sort: Option<String>,
    limit: Option<usize>,
    offset: Option<usize>,
}

#[test]
fn golden_queries() {
    let table = std::fs::read_to_string(tests().join("search/queries.toml")).expect("the table");
    let table: Table = toml::from_str(&table).expect("the table");
    assert!(table.query.len() >= 60, "{}", table.query.len());
    let site = example();
    let searched = Searched::new(&archive(site.path()));
    let wrong: Vec<String> = table.query.iter().flat_map(|case| searched.differences(case)).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The site that `init` writes, with synonyms.
fn example() -> SiteTest {
    let site = SiteTest::small();
    std::fs::remove_dir_all(site.path().join("content")).expect("a folder");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cmd/init");
    for (path, bytes) in files(&folder) {
        site.write(&path, bytes);
    }
    let settings = std::fs::read_to_string(site.path().join("site.toml")).expect("settings");
    site.write("site.toml", settings + SYNONYMS);
    site
}

fn archive(root: &Path) -> Archive {
    let today = Some(jiff::civil::date(2026, 1, 1));
    let options = tongbao::Options { today, drafts: Drafts::Hidden, care: Care::Build };
    load(root, &options).expect("the site").archive.expect("an archive")
}

struct Searched {
    corpus: Corpus,
    scan: Scan,
}

impl Searched {
    fn new(archive: &Archive) -> Self {
        let corpus = Corpus::new(archive);
        let scan = Scan::new(&corpus, &Texts::new(archive, &corpus));
        Self { corpus, scan }
    }

    fn search(&self, query: &str, options: &Options) -> Answer {
        engine::search(&self.corpus, &self.scan, query, options).expect("memory does not fail")
    }

    fn known(&self, key: Key, value: &str) -> bool {
        engine::is_known(&self.corpus, key, value)
    }

    fn differences(&self, case: &Case) -> Vec<String> {
        let answer = self.search(&case.q, &self.options(&case.options));
        let mode = case.mode.as_deref().unwrap_or("literal");
        let listed = if case.in_order.is_empty() { &case.found } else { &case.in_order };
        let total = case.total.unwrap_or(listed.len());
        let literal = case.literal.unwrap_or(if mode == "literal" { total } else { 0 });
        let mut wrong = Vec::new();
        let mut same = |what: &str, expected: String, actual: String| {
            if expected != actual {
                wrong.push(format!("{} {what}:\n  expected {expected}\n  actual   {actual}", case.q));
            }
        };
        same("mode", mode.to_owned(), format!("{:?}", answer.mode).to_lowercase());
        same("total", total.to_string(), answer.total.to_string());
        same("literal_total", literal.to_string(), answer.literal_total.to_string());
        let mut results: Vec<String> = answer.results.iter().map(place).collect();
        let mut listed = listed.clone();
        if case.in_order.is_empty() {
            results.sort();
            listed.sort();
        }
        same("results", format!("{listed:?}"), format!("{results:?}"));
        let entities: Vec<&String> = answer.entities.iter().map(|entity| &entity.id).collect();
        same("entities", format!("{:?}", case.entities), format!("{entities:?}"));
        let facets = &answer.facets;
        let pairs = [
            ("township", &case.township, &facets.township),
            ("company", &case.company, &facets.company),
            ("years", &case.years, &facets.year),
            ("series", &case.series, &facets.series),
        ];
        for (name, expected, actual) in pairs {
            if let Some(expected) = expected {
                same(name, format!("{expected:?}"), format!("{:?}", shown(actual)));
            }
        }
        wrong
    }

    fn options(&self, given: &Given) -> Options {
        let mut filters = Vec::new();
        let names =
            [(Key::Township, &given.township), (Key::Company, &given.company), (Key::Year, &given.year)];
        for (key, value) in names {
            let known = |key, value: &str| self.known(key, value);
            filters.extend(value.iter().map(|value| Filter::new(key, value, known).expect("a filter")));
        }
        let from = given.from.as_ref().map(|from| format!("{from}.."));
        let to = given.to.as_ref().map(|to| format!("..{to}"));
        let dates = [from, to].into_iter().flatten();
        filters.extend(dates.map(|range| Filter::new(Key::Date, &range, |_, _| false).expect("dates")));
        let sort = if given.sort.as_deref() == Some("date") { Sort::Date } else { Sort::Relevance };
        Options { filters, sort, offset: given.offset.unwrap_or(0), limit: given.limit.unwrap_or(0) }
    }
}

/// `2023-001#tingfeng`
fn place(found: &Found) -> String {
    let anchor = found.url.split('#').nth(1).expect("an anchor");
    format!("{}#{anchor}", found.issue)
}

fn shown(facets: &[Facet]) -> Vec<String> {
    facets.iter().map(|facet| format!("{} {}", facet.id, facet.count)).collect()
}

// --- Random pieces of text ---

/// Numbers that look random and are the same in every run (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

#[test]
fn every_piece_of_the_seed_is_found_where_it_stands_and_nowhere_else() {
    let archive = archive(Path::new(env!("CARGO_MANIFEST_DIR")));
    pieces_are_found(&archive, 1, 15);
}

#[test]
fn every_piece_of_a_made_archive_is_found_where_it_stands_and_nowhere_else() {
    let site = made(2);
    pieces_are_found(&archive(site.path()), 3, 20);
}

/// For each length from 1 to 20 so many pieces: the literal results are the sections one of whose lines,
/// folded, contains the piece, folded.
fn pieces_are_found(archive: &Archive, seed: u64, of_each_length: usize) {
    let searched = Searched::new(archive);
    let sections: Vec<(String, Vec<String>)> = (0..archive.issues.len())
        .flat_map(|issue| data::sections(archive, issue))
        .map(|row| (format!("{}#{}", row.issue, row.section), row.text.lines().map(str::to_owned).collect()))
        .collect();
    let folded: Vec<Vec<String>> =
        sections.iter().map(|(_, lines)| lines.iter().map(|line| fold(line)).collect()).collect();
    let lines: Vec<&str> = sections.iter().flat_map(|(_, lines)| lines.iter().map(String::as_str)).collect();
    let mut random = Random(seed);
    let mut asked = 0;
    for length in 1..=20 {
        for _ in 0..of_each_length {
            let chars: Vec<char> = random.of(&lines).chars().collect();
            let start = random.below(chars.len().saturating_sub(length) + 1);
            let piece: String = chars[start.min(chars.len())..].iter().take(length).collect();
            let text = fold(&piece);
            if text.is_empty() || !is_plain(&searched, &piece) {
                continue;
            }
            let answer = searched.search(&piece, &Options::default());
            let found: BTreeSet<String> = answer.results[..answer.literal_total].iter().map(place).collect();
            let expected: BTreeSet<String> = sections
                .iter()
                .zip(&folded)
                .filter(|(_, lines)| lines.iter().any(|line| line.contains(&text)))
                .map(|((place, _), _)| place.clone())
                .collect();
            assert_eq!(found, expected, "{piece:?}");
            assert_eq!((answer.mode, answer.literal_total), (Mode::Literal, expected.len()), "{piece:?}");
            marks_hold(&answer, &text);
            asked += 1;
        }
    }
    assert!(asked > 17 * of_each_length, "only {asked}");
}

/// Whether a query has no operators.
fn is_plain(searched: &Searched, piece: &str) -> bool {
    let query = query::parse(piece, |key, value| searched.known(key, value));
    query.literal == fold(piece)
        && query.quoted.is_empty()
        && query.not.is_empty()
        && query.filters.is_empty()
}

/// What is marked first in a literal result is the text that was asked for.
#[track_caller]
fn marks_hold(answer: &Answer, text: &str) {
    for result in &answer.results[..answer.literal_total] {
        let chars: Vec<char> = result.excerpt.chars().collect();
        let [start, end] = result.highlights[0];
        let marked: String = chars[start..end].iter().collect();
        assert!(fold(&marked).contains(text), "{marked:?} for {text:?}");
    }
}

/// A site of forty issues, put together from words by chance.
fn made(seed: u64) -> SiteTest {
    let words = [
        "青石街道",
        "白水镇",
        "青石",
        "青禾重工有限公司",
        "青禾重工",
        "基站",
        "５Ｇ 基站",
        "5G",
        "8月16日",
        "８ 月",
        "開工",
        "建设",
        "進度",
        "推进",
        "“基站”项目",
        "（含附件）",
        "，",
        "。",
        "、",
        "；",
        "—",
        "3.5万元",
        "50%",
        "㎡",
        "𠮷野",
        "〇",
        "々",
        "Café",
        "wi-fi 6",
        " ",
        "　",
        "的",
        "了",
        "项目",
        "招商引资",
        "引资",
        "有限公司",
        "责任",
        "完成",
        "投资",
        "《方案》",
        "·",
        "～",
        "！",
        "？",
        "…",
        "①",
        "Ａ座",
        "a",
        "b c",
    ];
    let mut random = Random(seed);
    let site = SiteTest::small();
    for number in 2..42 {
        let mut text = format!(
            "+++\ntitle = \"关于第{number}项工作的通报\"\nnumber = {number}\ndate = 2023-{:02}-{:02}\ntopics = [\"专题{}\"]\n+++\n",
            2 + number / 28,
            1 + number % 28,
            number % 5
        );
        for section in ["一、青石乡", "二、其他乡镇", "三、要求"] {
            text.push_str(&format!("\n## {section}\n"));
            for _ in 0..1 + random.below(3) {
                let length = 3 + random.below(30);
                let line: String = (0..length).map(|_| random.of(&words)).collect();
                text.push_str(&format!("\n通报{}\n", line.trim()));
            }
        }
        site.write(&format!("content/issues/2023/{number:03}.md"), text);
    }
    site
}

// --- The command ---

#[test]
fn json_has_the_shape_that_scripts_rely_on() {
    let site = example();
    let json = site.run("search 湾口观鸟步道沿线 --json").code(0).complains_of_nothing().json();
    let expected = serde_json::json!({
        "query": "湾口观鸟步道沿线",
        "mode": "literal",
        "total": 1,
        "literal_total": 1,
        "offset": 0,
        "elapsed_ms": json["elapsed_ms"],
        "entities": [],
        "facets": {
            "township": [{"id": "banyuewan", "count": 1}],
            "company": [{"id": "bailuting", "count": 1}],
            "year": [{"id": "2025", "count": 1}],
            "series": [{"id": "tongbao", "count": 1}],
        },
        "results": [{
            "issue": "2025-002",
            "date": "2025-05-20",
            "url": "issues/2025/002/index.html#banyuewan",
            "title": "关于人居环境整治督查情况的通报",
            "section": "一、半月湾街道",
            "township": "半月湾街道",
            "townships": [{"id": "banyuewan", "name": "半月湾街道"}],
            "companies": [{"id": "bailuting", "name": "霁川白鹭汀旅游开发有限公司"}],
            "score": json["results"][0]["score"],
            "excerpt": "湾口观鸟步道沿线整治到位，霁川白鹭汀旅游开发有限公司配建了垃圾分类点。",
            "highlights": [[0, 8]],
        }],
    });
    assert_eq!(json, expected);
    assert!(json["elapsed_ms"].is_u64() && json["results"][0]["score"].as_u64() > Some(0), "{json}");
}

/// The order of keys is part of the contract: the browser gives the same text.
#[test]
fn keys_stand_in_their_order() {
    let site = example();
    let text = site.run("search 观鸟步道 --json").code(0).stdout;
    let mut from = 0;
    for key in [
        "query",
        "mode",
        "total",
        "literal_total",
        "offset",
        "elapsed_ms",
        "entities",
        "facets",
        "township",
        "company",
        "year",
        "series",
        "results",
    ] {
        from += text[from..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} in {text}"));
    }
    for key in [
        "issue",
        "date",
        "url",
        "title",
        "section",
        "township",
        "townships",
        "id",
        "name",
        "companies",
        "score",
        "excerpt",
        "highlights",
    ] {
        from += text[from..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} in {text}"));
    }
}

#[test]
fn people_read_results_by_issue() {
    let site = example();
    let said = site.run("search 观鸟步道").code(0).complains_of_nothing();
    let said = said.says("共 2 处，见于 2 期；都含有所查的原文\n");
    let said = said.says("\n2025-05-20  关于人居环境整治督查情况的通报  2025-002\n  一、半月湾街道\n    湾口观鸟步道沿线整治到位");
    said.says("\n    issues/2025/002/index.html#banyuewan\n");
    let said = site.run("search 冷库 二期 --lang en").code(0);
    said.says("3 places in 3 issues; the first 1 contain the text, the others all its words, apart\n");
    let said = site.run("search qlsd --lang en").code(0).complains_of_nothing();
    assert_eq!(said.stdout, "nothing found\n");
    let said = site.run("search qlzy").code(0);
    assert_eq!(said.stdout, "没有找到\n企业：霁川青篱竹业有限责任公司  companies/qingli-zhuye/index.html\n");
    let said = site.run("search --township 石笋岭 --limit 2 --offset 1").code(0);
    said.says("共 7 处，见于 7 期；只按条件列出，新的在前\n")
        .says("\n这是第 2 至 3 处；加上 --offset 3 看后面的\n");
    let said = site.run("search 竹纖維 --color always").code(0);
    said.says("洽谈\x1b[1m竹纤维\x1b[0m面料项目");
}

#[test]
fn words_that_begin_with_a_dash_stand_after_two() {
    let site = example();
    site.run("search -- 进山道路 -停工").code(0).says("共 3 处，见于 3 期");
}

#[test]
fn an_unknown_name_or_year_is_a_mistake() {
    let site = example();
    let said = site.run("search x --township 听风街道").code(2).says_nothing();
    said.complains("通报里没有名为 `听风街道` 的乡镇街道").complains("是不是 `听枫街道`？");
    site.run("search x --company 云浆智能 --lang en").code(2).complains("did you mean `云桨智能`?");
    site.run("search x --year 2031").code(2).complains("没有 2031 年的通报").complains("最近的是 2025 年");
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_searched() {
    let site = example();
    site.write("content/issues/2025/009.md", "没有信息栏\n");
    let said = site.run("search 观鸟步道").code(0);
    said.says("共 2 处").complains("009.md");
    assert_eq!(tongbao(site.path(), "search 观鸟步道 -q --json", &[]).code(0).json()["total"], 2);
}
