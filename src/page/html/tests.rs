//! What the HTML of a text must hold: every character once, tags well nested, links to known places.

use super::*;
use crate::markdown::Mark;
use crate::model::{Archive, Role};
use crate::page::{Pages, fixture};
use proptest::prelude::*;

fn html_of(archive: &Archive, index: usize, within: Option<&str>) -> String {
    let issue = &archive.issues[index];
    let own = crate::page::issue_path(archive, issue);
    let pages = Pages::new(archive);
    let here = Here::new(&pages, &own);
    let setting = Setting { here: &here, own: &own, within, heading: 2, cite: "" };
    render(&Text::of_issue(issue), &setting)
}

/// The words of a piece of HTML as a reader gets them: texts and the words of images, without the
/// numbers of footnotes. Fails when tags are not nested.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if !open.contains(&"sup") {
            out.push_str(&rest[..at]);
        }
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "tags are nested in {html}"),
            None if name == "img" => {
                let alt = tag.split(" alt=\"").nth(1).expect("an image has words");
                out.push_str(&alt[..alt.find('"').expect("quoted")]);
            }
            None if !matches!(name, "br" | "hr") => open.push(name),
            None => {}
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    assert_eq!(open, Vec::<&str>::new(), "all tags are closed in {html}");
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    plain.iter().fold(out, |text, (entity, sign)| text.replace(entity, sign)).replace('\n', "")
}

#[test]
fn every_block_stands_in_the_page_once() {
    let archive = fixture::archive();
    for (index, issue) in archive.issues.iter().enumerate() {
        let headless = 1 + usize::from(issue.summary.is_some());
        let expected: String = issue.document.blocks[headless..].iter().map(|b| b.text.as_str()).collect();
        assert_eq!(words(&html_of(&archive, index, None)), expected);
        assert_eq!(words(&html_of(&archive, index, Some("2022-006"))), expected);
    }
}

#[test]
fn the_layout_of_an_issue() {
    let html = html_of(&fixture::archive(), 0, None);
    for expected in [
        "<p id=\"top-p1\">现将有关情况通报如下：<a class=\"permalink\" href=\"#top-p1\"",
        "<h2 id=\"caozhen\" class=\"hang-2\">一、<a class=\"township\" href=\"../../../townships/caozhen/index.html\">曹镇乡</a>",
        "<p id=\"caozhen-p1\"><strong>机制建立情况：与</strong><a class=\"company project former\" \
         href=\"../../../companies/qinglan-shidai/index.html\" title=\"氢蓝时代动力科技有限公司\">\
         <strong>氢蓝</strong>时代动力科技有限公司</a>签订&lt;框架&gt;协议",
        "<a href=\"fubiao.xlsx\" download=\"附表.xlsx\">附表</a>",
        "<sup class=\"reference\"><a id=\"t_ref1\" href=\"#t_note1\">1</a></sup>",
        "<ol start=\"3\">\n<li id=\"caozhen-p2\">第一项<a class=\"permalink\"",
        "<figure><img src=\"xianchang.png\" alt=\"现场&quot;照片&quot;\" width=\"640\" height=\"480\" loading=\"lazy\"><figcaption>图1 现场</figcaption></figure>",
        "<h2 id=\"qitajiedao\" class=\"hang-2\">二、其他街道",
        "<p id=\"gaoyanglu\"><a class=\"township\" href=\"../../../townships/gaoyanglu/index.html\">高阳路街道</a>：推进较快。<br>\n第二行",
        "<p id=\"gaoyanglu-p2\">另起一段。",
        "<thead>\n<tr><th scope=\"col\">单位</th><th scope=\"col\" class=\"right\">进度</th></tr>\n</thead>",
        "<tr id=\"caozhen-2\"><th scope=\"row\">",
        "<tr id=\"caozhen-3\"><td></td><td class=\"right\">60%<a class=\"permalink\"",
        "<blockquote>\n<p id=\"qitajiedao-p1\">以上。",
        "<pre tabindex=\"0\"><code>a &lt; b &amp;&amp; c</code></pre>",
        "<li id=\"t_note1\" value=\"1\"><p>见《办法》。</p>\n<a class=\"back\" href=\"#t_ref1\"",
    ] {
        assert!(html.contains(expected), "no {expected} in\n{html}");
    }
    assert!(!html.to_lowercase().contains("javascript"), "{html}");
}

#[test]
fn in_a_bound_year_ids_bear_the_issue_and_permalinks_are_left_to_its_own_page() {
    let archive = fixture::archive();
    let issue = &archive.issues[0];
    let own = crate::page::issue_path(&archive, issue);
    let pages = Pages::new(&archive);
    let here = Here::new(&pages, "issues/2022/all/index.html");
    let setting = Setting { here: &here, own: &own, within: Some(&issue.id), heading: 3, cite: "" };
    let html = render(&Text::of_issue(issue), &setting);
    assert!(html.contains("<h3 id=\"2022-006_caozhen\" class=\"hang-2\">"), "{html}");
    assert!(!html.contains("permalink"), "{html}");
    assert!(html.contains("<a href=\"../006/fubiao.xlsx\""), "{html}");
    assert!(html.contains("id=\"t_2022-006_ref1\" href=\"#t_2022-006_note1\""), "{html}");
}

#[test]
fn fragments_are_the_ids_of_the_page() {
    let archive = fixture::archive();
    let html = html_of(&archive, 0, None);
    let fragments = fragments(&archive.issues[0]);
    assert_eq!(fragments[13], "gaoyanglu-p2");
    assert_eq!(fragments[17], "caozhen-2");
    for fragment in fragments.iter().filter(|f| *f != "top") {
        assert!(html.contains(&format!(" id=\"{fragment}\"")), "{fragment}");
    }
}

proptest! {
    /// Whatever lies over a text, its words stay and its tags are nested.
    #[test]
    fn overlapping_marks_and_mentions_keep_the_text(
        marks in prop::collection::vec((0usize..12, 0usize..12, 0usize..6), 0..6),
        mentions in prop::collection::vec((0usize..12, 1usize..4), 0..3),
    ) {
        let text = "甲<乙>丙&丁\"戊己庚";
        let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let range = |a: usize, b: usize| {
            let (a, b) = (a.min(borders.len() - 1), b.min(borders.len() - 1));
            borders[a.min(b)]..borders[a.max(b)]
        };
        let mut archive = fixture::archive();
        let issue = &mut archive.issues[1];
        issue.document.blocks.push(fixture::block(BlockKind::Paragraph, text));
        issue.document.nodes.push(Node::Paragraph { blocks: vec![1] });
        issue.sections[0].blocks.push(1);
        issue.section_of.push(0);
        issue.document.blocks[1].marks = marks
            .iter()
            .map(|(a, b, kind)| Mark {
                range: range(*a, *b),
                kind: match kind {
                    0 => MarkKind::Strong,
                    1 => MarkKind::Emphasis,
                    2 => MarkKind::Link { href: "https://a.cn/\"<".into(), title: "\"<".into() },
                    3 => MarkKind::Link { href: "javascript:x".into(), title: String::new() },
                    4 => MarkKind::Strike,
                    _ => MarkKind::Code,
                },
            })
            .collect();
        let mut end = 0;
        for (start, length) in mentions {
            let range = range(start.max(end), start.max(end) + length);
            if range.is_empty() {
                continue;
            }
            end = start.max(end) + length;
            let sentence = 0..text.len();
            let entity = fixture::QINGLAN;
            issue.mentions.push(Mention { entity, block: 1, range, sentence, role: Role::Named, outdated: false });
        }
        let html = html_of(&archive, 1, None);
        prop_assert_eq!(words(&html), text);
        let inside = html.split("<a ").skip(1).all(|a| a.contains("</a>"));
        prop_assert!(inside, "no link in a link: {}", html);
    }
}
