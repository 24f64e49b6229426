//! The plan, and every page of the fixture through the built-in theme.

use super::fixture;
use super::*;
use crate::diag::{Diagnostics, Files};
use crate::theme::Theme;
use std::path::Path;

fn theme(archive: &Archive) -> Theme {
    let mut diagnostics = Diagnostics::default();
    let theme = Theme::load(Path::new("/nowhere"), &archive.config, &mut Files::default(), &mut diagnostics);
    let problems: Vec<_> = diagnostics.iter().map(|d| d.message.en()).collect();
    theme.unwrap_or_else(|| panic!("{problems:?}"))
}

/// All pages: (path, HTML).
fn rendered(archive: &Archive) -> BTreeMap<String, String> {
    let theme = theme(archive);
    let pages = Pages::new(archive);
    let page = |planned: &Planned| {
        let bytes = theme.render(&pages.view(planned));
        let bytes = bytes.unwrap_or_else(|d| panic!("{}: {}", planned.path, d.message.en()));
        (planned.path.clone(), String::from_utf8(bytes).expect("pages are UTF-8"))
    };
    plan(archive).iter().map(page).collect()
}

/// Values of an attribute in the tags of a page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let wanted = format!(" {name}=\"");
    html.match_indices(&wanted)
        .map(|(at, _)| &html[at + wanted.len()..])
        .map(|rest| &rest[..rest.find('"').expect("a quoted value ends")])
        .collect()
}

#[test]
fn the_plan_is_sorted_and_has_no_path_twice() {
    let pages = plan(&fixture::archive());
    let paths: Vec<_> = pages.iter().map(|p| p.path.as_str()).collect();
    assert!(paths.windows(2).all(|w| w[0] < w[1]), "{paths:#?}");
    for expected in [
        "index.html",
        "404.html",
        "issues/index.html",
        "issues/2022/index.html",
        "issues/2022/all/index.html",
        "issues/2022/006/index.html",
        "issues/kuaibao/index.html",
        "issues/kuaibao/2023/te/index.html",
        "issues/2022/6/index.html",
        "townships/caozhen/2022/index.html",
        "townships/matrix/2022/index.html",
        "companies/initial/q/index.html",
        "companies/qinglan-shidai/index.html",
        "pages/guanyu/index.html",
        "search/index.html",
    ] {
        assert!(paths.contains(&expected), "{expected} is missing in {paths:#?}");
    }
    assert!(!paths.iter().any(|p| p.contains("wuming")), "an entity without a mention has no page");
}

#[test]
fn every_page_is_one_document_with_the_same_head() {
    for (path, html) in rendered(&fixture::archive()) {
        assert!(
            html.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">"),
            "{path}"
        );
        assert!(
            html.contains("content=\"default-src 'self'; object-src 'none'; base-uri 'none'\""),
            "{path}"
        );
        assert_eq!(html.matches("<h1").count(), 1, "{path}\n{html}");
        assert_eq!(html.matches("<title>").count(), 1, "{path}");
        assert!(html.contains("内部资料 注意保存"), "{path}");
        for inline in [" style=", " onclick", "<style", "<script>"] {
            assert!(!html.contains(inline), "{path} has {inline}");
        }
        let mut ids = attributes(&html, "id");
        ids.sort();
        assert!(ids.windows(2).all(|w| w[0] != w[1]), "{path} has an id twice: {ids:?}");
    }
}

#[test]
fn every_link_leads_to_a_page_a_file_or_an_id() {
    let archive = fixture::archive();
    let pages = rendered(&archive);
    let mut files: BTreeSet<String> = theme(&archive).files().map(|(path, _)| path).collect();
    files.extend(["fubiao.xlsx", "xianchang.png"].map(|f| format!("issues/2022/006/{f}")));
    files.insert(url::search_file("start.js"));
    for (path, html) in &pages {
        let links = ["href", "src"].into_iter().flat_map(|name| attributes(html, name));
        // `../{url}` is no link before the search page's script fills it in.
        for link in links.filter(|l| !l.starts_with("https://") && !l.starts_with("../{")) {
            let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = target.split('?').next().unwrap_or_default();
            let target = if target.is_empty() { path.clone() } else { resolve(path, target) };
            assert!(pages.contains_key(&target) || files.contains(&target), "{path}: {link} → {target}");
            if !fragment.is_empty() {
                assert!(attributes(&pages[&target], "id").contains(&fragment), "{path}: {link}");
            }
        }
    }
}

fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{link} in {from} leaves the site"),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn a_hostile_title_stays_text() {
    for (path, html) in rendered(&fixture::archive()) {
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path}\n{html}");
        assert!(!html.contains("onerror=alert(1)>"), "{path}");
        for tag in html.split('<').skip(1).map(|t| t.split('>').next().unwrap_or_default()) {
            assert_eq!(tag.matches('"').count() % 2, 0, "{path}: <{tag}>");
        }
    }
    let issue = &rendered(&fixture::archive())["issues/kuaibao/2023/te/index.html"];
    assert!(issue.contains("<h1><span class=\"phrased\">&lt;/title&gt;&lt;script&gt;"), "{issue}");
    assert!(issue.contains("{{ t.home }}"), "a template in a title is text");
}

#[test]
fn an_issue_shows_its_papers() {
    let pages = rendered(&fixture::archive());
    let html = &pages["issues/2022/006/index.html"];
    for expected in [
        "<p class=\"number\">第 6 期</p>",
        "2022年9月9日",
        "《督查通报》第6期，2022年9月9日",
        "data-cite=\"《督查通报》第6期，2022年9月9日，一、曹镇乡\"",
        "<a href=\"fubiao.xlsx\" download=\"附表.xlsx\">附表.xlsx</a> <span class=\"count\">13 KB</span>",
        "抄送：各乡（街道）",
        "2022年9月10日印发",
        "更正一处数字",
        "<strong>本期已被更正，见</strong><a href=\"../007/index.html\">督查通报 第 7 期</a>",
        "<a rel=\"next\" href=\"../007/index.html\">",
        "<li><a href=\"#qitajiedao\">二、其他街道</a>\n<ol>\n<li><a href=\"#gaoyanglu\">高阳路街道</a></li>",
        "<p class=\"summary\">提要一句。</p>",
    ] {
        assert!(html.contains(expected), "no {expected} in\n{html}");
    }
    let correction = &pages["issues/2022/007/index.html"];
    assert!(correction.contains("<strong>本期更正</strong><a href=\"../006/index.html\">"), "{correction}");
    assert!(!correction.contains("t_contents"), "an issue with an opening alone has no contents");
}

#[test]
fn an_archive_without_issues_has_whole_pages() {
    let pages = rendered(&fixture::empty());
    for path in ["index.html", "issues/index.html"] {
        assert!(pages[path].contains("还没有通报"), "{path}");
    }
}

#[test]
fn the_front_page_names_the_newest_and_its_year() {
    let mut archive = fixture::archive();
    archive.issues.truncate(2);
    let html = &rendered(&archive)["index.html"];
    assert!(
        html.contains(
            "<h2 id=\"t_newest\"><a href=\"issues/2022/007/index.html\"><span class=\"phrased\">更正</span></a></h2>"
        ),
        "{html}"
    );
    assert!(html.contains("最近 2022年9月"), "{html}");
    assert!(html.contains("与<strong>氢蓝时代动力科技有限公司</strong>签订&lt;框架&gt;协议"), "{html}");
    assert!(html.contains("href=\"issues/2022/006/index.html#caozhen-p1\""), "{html}");
}

#[test]
fn a_large_year_is_bound_in_halves() {
    let mut archive = fixture::empty();
    for number in 1..=12 {
        let mut issue = fixture::issue(number, "题");
        issue.date = jiff::civil::date(2022, number as i8, 1);
        let text = "文".repeat(12_000);
        issue.document.blocks.push(fixture::block(crate::markdown::BlockKind::Paragraph, &text));
        issue.document.nodes.push(crate::markdown::Node::Paragraph { blocks: vec![1] });
        issue.sections[0].blocks.push(1);
        issue.section_of.push(0);
        archive.issues.push(issue);
    }
    let pages = rendered(&archive);
    let whole = &pages["issues/2022/all/index.html"];
    assert!(whole.contains("<a href=\"h1/index.html\">上半年</a>") && !whole.contains("文文"), "{whole}");
    assert!(whole.contains("href=\"h2/index.html#2022-007\""), "{whole}");
    let half = &pages["issues/2022/all/h2/index.html"];
    assert!(half.contains("id=\"2022-007_top-p1\"") && !half.contains("2022-006"), "halves by date");
    archive.issues.truncate(6);
    assert_eq!(volumes(&archive, &[0, 1, 2, 3, 4, 5]), Vec::new());
}

#[test]
fn drafts_are_marked_and_404_knows_the_root() {
    let mut archive = fixture::archive();
    archive.config.base_url = Some("https://oa.example.cn/tongbao/".into());
    let theme = theme(&archive);
    let planned = Planned { path: "404.html".into(), subject: Subject::NotFound };
    let pages = Pages::new(&archive);
    let html = String::from_utf8(theme.render(&pages.view(&planned).with_drafts()).unwrap()).unwrap();
    assert!(html.contains("草稿预览") && html.contains("href=\"/tongbao/issues/index.html\""), "{html}");
    assert!(html.contains("href=\"/tongbao/assets/base.css\""), "{html}");
}

#[test]
fn a_new_issue_leaves_the_pages_of_others_alone() {
    let mut archive = fixture::archive();
    let before = rendered(&archive);
    let mut new = fixture::issue(8, "新的一期");
    new.date = jiff::civil::date(2022, 11, 1);
    new.previous = Some(1);
    archive.issues[1].next = Some(3);
    archive.issues.push(new);
    let after = rendered(&archive);
    let changed: Vec<_> = after.iter().filter(|(path, html)| before.get(*path) != Some(html)).collect();
    let changed: Vec<_> = changed.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "index.html",
        "issues/2022/007/index.html",
        "issues/2022/008/index.html",
        "issues/2022/all/index.html",
        "issues/2022/index.html",
        "issues/index.html",
        "townships/index.html",
        "townships/matrix/2022/index.html",
    ];
    assert_eq!(changed, expected);
}

#[test]
fn the_search_page_asks_and_lists_without_a_script() {
    let html = &rendered(&fixture::archive())["search/index.html"];
    for expected in [
        "<form id=\"t_ask\" class=\"ask\" role=\"search\" action=\"index.html\" method=\"get\">",
        "<script id=\"search/start.js\" src=\"../search/start.js\" defer></script>\n</head>",
        "<script src=\"../assets/search.js\"></script>\n<section id=\"t_how\"",
        "<li><a href=\"index.html\" aria-current=\"page\">检索</a></li>",
        "<a href=\"?q=%E4%B9%A1%E9%95%87%3A%E6%9B%B9%E9%95%87%E4%B9%A1%20%E9%A1%B9%E7%9B%AE\">乡镇:曹镇乡 项目</a>",
        "<a href=\"?q=czx\">czx</a>",
        ">年:2022 项目</a>",
        "<a href=\"../townships/gaoyanglu/index.html\">高阳路街道</a>",
        "<a href=\"../companies/initial/q/index.html\">Q</a>",
        "<a id=\"t_series_kuaibao\" href=\"../issues/kuaibao/index.html\">督查快报</a>",
    ] {
        assert!(html.contains(expected), "no {expected} in\n{html}");
    }
    assert!(!html.contains("class=\"box\""), "the page has a field of its own");
    assert!(rendered(&fixture::empty())["search/index.html"].contains("t_ask"), "a site without issues");
}

#[test]
fn the_box_of_a_record_begins_with_its_filter() {
    let pages = rendered(&fixture::archive());
    for (path, value) in [
        ("index.html", ""),
        ("issues/2022/006/index.html", ""),
        ("townships/index.html", ""),
        ("townships/caozhen/index.html", "乡镇:曹镇乡 "),
        ("townships/caozhen/2022/index.html", "乡镇:曹镇乡 "),
        ("companies/qinglan-shidai/index.html", "公司:氢蓝时代动力科技有限公司 "),
    ] {
        let html = &pages[path];
        let root = "../".repeat(path.matches('/').count());
        assert!(
            html.contains(&format!("action=\"{root}search/index.html\" method=\"get\"")),
            "{path}\n{html}"
        );
        assert!(html.contains(&format!("name=\"q\" value=\"{value}\"")), "{path}\n{html}");
    }
    let mut archive = fixture::archive();
    archive.entities[fixture::QINGLAN].name = "“A B” 公司".into();
    let html = &rendered(&archive)["companies/qinglan-shidai/index.html"];
    assert!(html.contains("value=\"公司:qinglan-shidai \""), "a value ends at a blank\n{html}");
}

#[test]
fn a_site_without_search_has_no_trace_of_it() {
    let mut archive = fixture::archive();
    archive.config.search.enabled = false;
    for (path, html) in rendered(&archive) {
        assert!(
            !html.contains("search/") && !html.contains("检索") && !html.contains("marks.js"),
            "{path}\n{html}"
        );
        assert!(!html.contains("<wbr>"), "the dictionary is not unfolded for titles\n{path}\n{html}");
    }
    let scripts: Vec<_> =
        theme(&archive).files().map(|(path, _)| path).filter(|p| p.ends_with(".js")).collect();
    assert_eq!(scripts, ["assets/site.js"]);
}
