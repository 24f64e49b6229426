//! The pages of townships and companies, rendered with the built-in theme.

use crate::diag::{Diagnostics, Files};
use crate::model::{Archive, Name, NameKind, sample};
use crate::page::{self, Planned, Subject, initial, quote};
use crate::theme::Theme;
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

/// The built-in theme.
fn theme(archive: &Archive) -> Theme {
    let (mut files, mut diagnostics) = (Files::default(), Diagnostics::default());
    let theme = Theme::load(std::path::Path::new("/nowhere"), &archive.config, &mut files, &mut diagnostics);
    assert_eq!(diagnostics.iter().count(), 0, "{:?}", diagnostics.iter().collect::<Vec<_>>());
    theme.unwrap()
}

fn render(archive: &Archive, theme: &Theme, subject: Subject) -> String {
    let planned = Planned { path: page::path(archive, &subject), subject };
    assert!(page::plan(archive).contains(&planned), "{} is not planned", planned.path);
    render_planned(archive, theme, &planned)
}

fn render_planned(archive: &Archive, theme: &Theme, planned: &Planned) -> String {
    let bytes = theme.render(&page::Pages::new(archive).view(planned));
    String::from_utf8(bytes.unwrap_or_else(|error| panic!("{}: {error:?}", planned.path))).unwrap()
}

fn contains(html: &str, part: &str) {
    assert!(html.contains(part), "{part} is not in:\n{html}");
}

/// Two townships of which one took over the other, three companies, issues of three years.
fn archive() -> Archive {
    let mut qingshi = sample::township("qingshi", "青石街道", &["青石"]);
    let former =
        Name {
            text: "青石乡".into(), kind: NameKind::Former, since: None, until: Some(date(2021, 12, 31))
        };
    qingshi.names.push(former);
    let mut archive = sample::archive(vec![
        qingshi,
        sample::township("baiyang", "白杨乡", &[]),
        sample::township("heitu", "黑土乡", &[]),
        sample::company("jia-guang", "甲光电有限公司", &["甲光电"]),
        sample::company("yi-wu", "乙物流有限公司", &[]),
        sample::company("zhang", "<丈&量>集团", &[]),
    ]);
    let mut issue = |day: Date, number, parts: &[sample::Part<'_>]| {
        sample::issue(&mut archive, day, number, "关于项目进展的通报", parts);
    };
    issue(date(2020, 3, 1), 1, &[("一、黑土乡", &["heitu"], &["甲光电来访。"])]);
    issue(date(2021, 5, 1), 1, &[("一、青石乡", &["qingshi"], &["没有接触企业。正在谋划。"])]);
    issue(
        date(2021, 11, 1),
        2,
        &[
            (
                "一、青石乡",
                &["qingshi"],
                &["机制建立。", "8月2日，甲光电有限公司来访，<丈&量>集团同来。乙物流有限公司项目已备案。"],
            ),
            ("二、白杨乡", &["baiyang"], &["学习青石乡做法。"]),
        ],
    );
    issue(date(2022, 1, 9), 1, &[("一、青石街道", &["qingshi"], &["甲光电开工。"])]);
    sample::declare(&mut archive, "yi-wu", "乙物流");
    archive.entities[2].merged_into = Some(0);
    archive.entities[2].until = Some(date(2020, 12, 31));
    archive.entities[0].merged_from = vec![2];
    archive
}

#[test]
fn a_township_shows_its_whole_record() {
    let archive = archive();
    let html = render(&archive, &theme(&archive), Subject::Township(0));
    contains(&html, "<h1>青石街道</h1>");
    contains(&html, "<dt>原名</dt><dd>青石乡（至2021年）</dd>");
    contains(&html, "3 期，4 处，以通报记载为准");
    contains(&html, r#"<section class="record-half" id="2021-h2">"#);
    contains(&html, r#"<a href="../../issues/2021/002/index.html#qingshi">一、青石乡</a>"#);
    contains(
        &html,
        "<p>8月2日，<strong>甲光电有限公司</strong>来访，<strong>&lt;丈&amp;量&gt;集团</strong>同来。</p>",
    );
    contains(
        &html,
        r#"<a href="../../companies/yi-wu/index.html">乙物流有限公司</a><span class="mark">项目</span>"#,
    );
    contains(&html, "<p>没有接触企业。正在谋划。</p>");
    // the predecessor's record stands with its own, marked and linked
    contains(&html, r#"并入本单位的有：<a href="../heitu/index.html">黑土乡</a>（至2020年）"#);
    contains(&html, r#"原记录单位：<a href="../heitu/index.html">黑土乡</a>"#);
    contains(&html, r#"href="../heitu/2020/index.html""#);
    let places: Vec<_> = ["2022-h1", "2021-h2", "2021-h1", "2020-h1"]
        .iter()
        .map(|anchor| html.find(&format!("id=\"{anchor}\"")).unwrap())
        .collect();
    assert!(places.is_sorted(), "newest first");

    let html = render(&archive, &theme(&archive), Subject::Township(2));
    contains(&html, r#"并入<a href="../qingshi/index.html">青石街道</a>（至2020年）"#);
    assert!(!html.contains("开工"), "the record of its successor is not its own");
}

#[test]
fn a_township_named_elsewhere_is_quoted() {
    let archive = archive();
    let html = render(&archive, &theme(&archive), Subject::TownshipYear(0, 2021));
    contains(
        &html,
        r#"<span class="mark">别处提到</span> <a href="../../../issues/2021/002/index.html#baiyang">"#,
    );
    contains(&html, "<p>学习<strong>青石乡</strong>做法。</p>");
    contains(&html, r#"<a rel="next" href="../2022/index.html"><span>下一年</span> 2022年</a>"#);
    assert!(!html.contains("开工"), "other years stand on their own pages");
}

#[test]
fn a_company_shows_every_sentence() {
    let archive = archive();
    let theme = theme(&archive);
    let html = render(&archive, &theme, Subject::Company(3, BTreeSet::new()));
    contains(&html, "3 期，3 处");
    contains(&html, "<p><strong>甲光电</strong>开工。</p>");
    contains(
        &html,
        r#"青石乡</a> <a class="township" href="../../townships/qingshi/index.html">青石街道</a>"#,
    );
    contains(&html, "黑土乡</a></p>");
    contains(&html, "见于乡镇街道：");
    assert!(!html.contains("<details>"), "a short record is not folded");
    let html = render(&archive, &theme, Subject::Company(4, BTreeSet::new()));
    contains(
        &html,
        "<strong>乙物流有限公司</strong>项目已备案。 <span class=\"mark\">项目</span>"
            .replace(". ", ".")
            .as_str(),
    );
    contains(&html, "本期列名“乙物流”，正文未提到。");
    let html = render(&archive, &theme, Subject::Company(5, BTreeSet::new()));
    contains(&html, "<h1>&lt;丈&amp;量&gt;集团</h1>");
    contains(&html, "<strong>&lt;丈&amp;量&gt;集团</strong>同来。");
}

#[test]
fn outdated_names_are_marked() {
    let mut archive = archive();
    let name =
        Name { text: "老甲".into(), kind: NameKind::Former, since: None, until: Some(date(2010, 12, 31)) };
    archive.entities[3].names.push(name);
    sample::issue(&mut archive, date(2023, 1, 1), 1, "通报", &[("", &[], &["老甲来访。"])]);
    let html = render(&archive, &theme(&archive), Subject::Company(3, BTreeSet::new()));
    contains(&html, "<strong>老甲</strong>来访。 <span class=\"mark\">原名</span>");
    contains(&html, r#"<a href="../../issues/2023/001/index.html#top">开头</a>"#);
}

#[test]
fn the_matrix_counts_companies() {
    let archive = archive();
    let theme = theme(&archive);
    let html = render(&archive, &theme, Subject::Matrix(2021));
    contains(
        &html,
        r#"<td class="tint-2"><a href="../../../issues/2021/002/index.html#qingshi">3<span class="unseen"> 家企业</span></a></td>"#,
    );
    contains(&html, r#"<span aria-hidden="true">·</span><span class="unseen">有记载，未写到企业</span>"#);
    contains(&html, r#"<th scope="row"><a href="../../qingshi/2021/index.html">青石街道</a></th>"#);
    contains(&html, r#"<time datetime="2021-11-01">11月1日</time></th>"#);
    assert!(!html.contains("黑土乡"), "it was no more");

    let html = render(&archive, &theme, Subject::Townships);
    contains(&html, "已撤并");
    contains(&html, "至2020年，并入");
    contains(&html, r#"<a href="matrix/2021/index.html">2021年</a>"#);
    contains(&html, r#"<th scope="row"><a href="qingshi/2022/index.html">青石街道</a></th>"#);
}

#[test]
fn companies_stand_under_their_letters() {
    let archive = archive();
    let theme = theme(&archive);
    let html = render(&archive, &theme, Subject::Companies);
    contains(&html, r#"<a href="initial/j/index.html">J <span class="count">1</span></a>"#);
    contains(&html, r#"<span class="none">A</span>"#);
    contains(&html, "<p><strong>甲光电</strong>开工。</p>");
    let html = render(&archive, &theme, Subject::Initial(Some('j')));
    contains(&html, "<h1>企业：J</h1>");
    contains(&html, r#"<a href="../../jia-guang/index.html">甲光电有限公司</a></th><td>甲光电</td>"#);
    contains(&html, r#"<time datetime="2022-01-09">2022年1月9日</time>"#);
}

#[test]
fn an_empty_archive_has_whole_pages() {
    let archive = sample::archive(vec![sample::township("qingshi", "青石街道", &[])]);
    let theme = theme(&archive);
    contains(&render(&archive, &theme, Subject::Townships), "还没有通报写到乡镇街道");
    contains(&render(&archive, &theme, Subject::Companies), "还没有通报写到企业");
}

/// All pages by path.
fn site(archive: &Archive) -> BTreeMap<String, String> {
    let theme = theme(archive);
    page::plan(archive)
        .into_iter()
        .map(|planned| (planned.path.clone(), render_planned(archive, &theme, &planned)))
        .collect()
}

#[test]
fn an_issue_rewrites_the_pages_of_what_it_names() {
    let mut archive = archive();
    let before = site(&archive);
    let parts: [sample::Part<'_>; 1] = [("一、白杨乡", &["baiyang"], &["<丈&量>集团来访。"])];
    sample::issue(&mut archive, date(2022, 6, 1), 2, "关于项目进展的通报", &parts);
    let after = site(&archive);
    let changed =
        after.iter().filter(|(path, html)| before.get(*path) != Some(html)).map(|(path, _)| path.as_str());
    let changed: Vec<_> = changed.filter(|path| !path.starts_with("issues/")).collect();
    assert_eq!(
        changed,
        [
            "companies/index.html",
            "companies/initial/z/index.html",
            "companies/zhang/index.html",
            "index.html",
            "townships/baiyang/2021/index.html", // its neighbour
            "townships/baiyang/2022/index.html",
            "townships/baiyang/index.html",
            "townships/index.html",
            "townships/matrix/2022/index.html",
        ]
    );
}

#[test]
fn every_link_leads_to_a_page_and_a_fragment_of_it() {
    let archive = archive();
    let site = site(&archive);
    let mut links = 0;
    for (path, html) in &site {
        for href in html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let (to, fragment) = href.split_once('#').unwrap_or((href, ""));
            let to = to.split('?').next().unwrap_or_default();
            let mut parts: Vec<_> = path.split('/').collect();
            parts.pop();
            for part in to.split('/') {
                if part == ".." { parts.pop().map(|_| ()).unwrap() } else { parts.push(part) }
            }
            let target = if to.is_empty() { path.clone() } else { parts.join("/") };
            // `../{url}` is no link before the search page's script fills it in.
            if target.starts_with("assets/") || path == "404.html" || href.starts_with("../{") {
                continue;
            }
            let page = site.get(&target).unwrap_or_else(|| panic!("{path} links {href}"));
            let id = format!("id=\"{fragment}\"");
            assert!(fragment.is_empty() || page.contains(&id), "{path} links {href}, which has no {id}");
            links += 1;
        }
    }
    assert!(links > 200, "{links}");
}

#[test]
fn parts_of_a_letter_hold_every_company_once() {
    let entity = |n: usize, reading: &str| {
        let mut company = sample::company(&format!("c{n}"), &format!("企业{n}"), &[]);
        company.pinyin = reading.split('-').map(Into::into).collect();
        company.record =
            vec![crate::model::Entry { issue: 0, sections: vec![], mentions: vec![], declared: true }];
        company
    };
    let mut entities = Vec::new();
    for n in 0..900 {
        entities.push(entity(n, ["he-nan-a", "he-nan-b", "he-nan"][n % 3]));
    }
    entities.extend((900..1600).map(|n| entity(n, "hu-bei"))); // no letter cuts these
    entities.push(entity(1600, "con-a"));
    let mut archive = sample::archive(entities);
    sample::issue(&mut archive, date(2022, 1, 1), 1, "通报", &[]);
    let letters = initial::letters(&archive);
    assert_eq!(
        letters.iter().map(|(letter, list)| (*letter, list.len())).collect::<Vec<_>>(),
        [(Some('c'), 1), (Some('h'), 1600)]
    );
    assert!(initial::parts(&archive, &letters[0].1).is_empty());
    let parts = initial::parts(&archive, &letters[1].1);
    let prefixes: Vec<&str> = parts.iter().map(|part| part.prefix.as_str()).collect();
    assert_eq!(prefixes, ["henan", "henana", "henanb", "hubei"]);
    let theme = theme(&archive);
    let mut shown = Vec::new();
    for part in parts {
        let html = render(&archive, &theme, Subject::InitialPart(Some('h'), part.prefix, part.companies));
        let links = html.split("href=\"../../../c").skip(1);
        shown.extend(links.map(|rest| rest.split('/').next().unwrap().parse::<usize>().unwrap()));
    }
    shown.sort_unstable();
    assert_eq!(shown, (0..1600).collect::<Vec<_>>());
    let html = render(&archive, &theme, Subject::Initial(Some('h')));
    contains(
        &html,
        r#"<a href="hubei/index.html">企业1000 至 企业999</a> <span class="count">700 家</span>"#,
    );
}

#[test]
fn a_long_sentence_is_cut_around_its_names() {
    let mut archive = archive();
    let text = format!("{}甲光电{}乙物流有限公司{}。", "前".repeat(100), "中".repeat(130), "后".repeat(100));
    sample::issue(&mut archive, date(2022, 2, 1), 2, "通报", &[("", &[], &[&text])]);
    let issue = archive.issues.last().unwrap();
    let mentions: Vec<_> = issue.mentions.iter().collect();
    let text = |mentions: &[_]| -> Vec<_> {
        quote::sentence(issue, mentions).into_iter().map(|piece| (piece.text, piece.strong)).collect()
    };
    let before = "前".repeat(60);
    let all = text(&mentions);
    assert_eq!(all[0], ("…".into(), false));
    assert_eq!(all[1], (before.as_str().into(), false));
    assert_eq!(all[2], ("甲光电".into(), true));
    assert_eq!(all[4], ("乙物流有限公司".into(), true), "a name at the cut is quoted whole");
    assert_eq!(all[5], ("…".into(), false));
    let one = text(&mentions[1..]);
    assert_eq!(one.iter().filter(|(_, strong)| *strong).count(), 1);
    assert_eq!(one[1].0, "中".repeat(60));
}

/// Twenty years of fifty issues with a section for each of eighteen townships, five thousand
/// companies of which two in five begin alike, and one that every section names.
fn large() -> Archive {
    let mut entities: Vec<_> =
        (0..18).map(|n| sample::township(&format!("township-{n}"), &format!("第{n}号街道"), &[])).collect();
    let places = ["he-nan", "he-nan", "ping-ding-shan", "bei-jing", "guang-zhou"];
    for n in 0..5000 {
        let id = format!(
            "{}-{}-{n:04}",
            places[n % 5],
            ["xin-xi", "wu-liu", "zhi-zao", "ke-ji", "tou-zi"][n / 5 % 5]
        );
        let name = format!("河南省第{n:04}号新材料科技股份有限公司");
        entities.push(sample::company(&id, &name, &[&format!("第{n:04}号新材")]));
    }
    entities.push(sample::company("mei-qi", "每期实业有限公司", &[]));
    entities.push(sample::company("zhuo-yue", "卓越产业发展集团有限公司", &["卓越集团"]));
    let mut archive = sample::archive(entities);
    let finder = sample::names(&archive);
    let mut next = 0;
    let mut company = || {
        next = (next + 1_237) % 5000;
        format!("河南省第{next:04}号新材料科技股份有限公司")
    };
    let heads: Vec<_> = (0..18).map(|n| (format!("{n}、第{n}号街道"), format!("township-{n}"))).collect();
    for year in 2004..2024 {
        for number in 1..=50_u32 {
            let mut texts: Vec<String> = heads.iter().map(|_| paragraph(&company(), &company())).collect();
            if year >= 2018 {
                texts[3].push_str(
                    "每期实业有限公司年产十万吨高纯石英砂生产线建设稳步推进，厂房主体封顶，设备陆续进场。",
                );
            }
            let parts: Vec<_> = heads
                .iter()
                .zip(&texts)
                .map(|((head, id), text)| (head, [id.as_str()], [text.as_str()]))
                .collect();
            let parts: Vec<sample::Part<'_>> =
                parts.iter().map(|(head, ids, texts)| (head.as_str(), &ids[..], &texts[..])).collect();
            let day = date(year, (1 + number / 5) as i8, (1 + number % 28) as i8);
            let title = "关于各乡镇街道新引进五千万元以上产业项目工作进展情况的通报";
            sample::issue_with(&finder, &mut archive, day, number, title, &parts);
        }
    }
    archive
}

fn paragraph(one: &str, other: &str) -> String {
    format!(
        "本月街道党工委书记带队赴外地考察{one}，双方就智能制造、仓储物流等事项深入交流，达成初步合作意向。\
         下一步将继续跟进{other}年产三万吨新材料项目，协调解决土地、环评等手续，力争早日开工建设。\
         卓越产业发展集团有限公司来访，实地察看了地块，表示愿意进一步洽谈合作事宜。"
    )
}

#[test]
fn the_largest_pages_stay_small() {
    const MOST: usize = 300_000;
    let archive = large();
    let theme = theme(&archive);
    let hot = archive.entities.len() - 1;
    let mut largest: BTreeMap<&str, usize> = Default::default();
    for planned in page::plan(&archive) {
        let kind = match planned.subject {
            Subject::Townships => "townships",
            Subject::Matrix(2023) => "matrix",
            Subject::Township(0) => "township",
            Subject::TownshipYear(0, 2020) => "township year",
            Subject::Companies => "companies",
            Subject::Initial(_) => "initial",
            Subject::InitialPart(..) => "initial part",
            Subject::Company(entity, _) if entity == hot => "company",
            Subject::Company(entity, _) if entity == hot - 1 => "company of 300 entries",
            Subject::Company(100, _) => "small company",
            Subject::CompanyYear(entity, 2010) if entity == hot => "company year",
            _ => continue,
        };
        let bytes = render_planned(&archive, &theme, &planned).len();
        assert!(bytes <= MOST, "{} has {bytes} bytes", planned.path);
        let size = largest.entry(kind).or_default();
        *size = bytes.max(*size);
    }
    assert_eq!(largest.len(), 11, "{largest:?}");
}

#[test]
fn three_hundred_entries_stand_on_one_page() {
    let archive = large();
    let company = archive.entities.len() - 2;
    assert_eq!(
        page::plan(&archive)
            .iter()
            .filter(|p| matches!(p.subject, Subject::CompanyYear(c, _) if c == company))
            .count(),
        0
    );
    let html = render(&archive, &theme(&archive), Subject::Company(company, BTreeSet::new()));
    assert_eq!(html.matches("<strong>每期实业有限公司</strong>年产").count(), 300);
    assert_eq!(html.matches("<details>").count(), 5, "all years but the newest are folded");
    contains(&html, r##"href="#2018">2018年"##);
}

#[test]
fn tints_follow_the_tables_own_counts() {
    let of = |counts: &[usize]| super::steps(counts.iter().copied());
    assert_eq!(of(&[]), [2, 3, 4, 5]);
    assert_eq!(of(&[1, 1, 0, 1]), [2, 3, 4, 5], "equal counts are all light");
    let steps = of(&[40, 50, 60, 70, 80, 90, 100, 110, 120, 130]);
    assert_eq!(steps, [60, 80, 100, 120]);
    assert_eq!([0, 40, 60, 99, 100, 130].map(|n| super::tint(n, steps)), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_name_in_a_table_is_quoted_with_its_row() {
    let mut archive = archive();
    sample::issue(
        &mut archive,
        date(2023, 2, 1),
        2,
        "通报",
        &[("青石街道", &[], &["甲", "乙物流有限公司", "在建"])],
    );
    let issue = archive.issues.last_mut().expect("just added");
    let last = issue.sections.len() - 1;
    let blocks = issue.sections[last].blocks.clone();
    assert_eq!(super::super::quote::around(issue, blocks[2]), (String::new(), String::new()));
    issue.sections[last].form = crate::model::Form::Row;
    let (before, after) = super::super::quote::around(issue, blocks[2]);
    assert_eq!((before.as_str(), after.as_str()), ("青石街道　甲　", "　在建"));
    let named: Vec<_> = issue.mentions.iter().filter(|m| m.block == blocks[2]).collect();
    let text = quote::sentence(issue, &named).iter().map(|piece| &*piece.text).collect::<String>();
    assert_eq!(text, "甲　乙物流有限公司　在建", "the head stands above the quote");
}

#[test]
fn a_quote_does_not_repeat_the_head_of_an_opener() {
    let mut archive = archive();
    sample::issue(
        &mut archive,
        date(2023, 2, 1),
        2,
        "通报",
        &[("青石街道", &[], &["青石街道：乙物流有限公司在建。"])],
    );
    let issue = archive.issues.last_mut().expect("just added");
    let section = issue.sections.last_mut().expect("just added");
    section.form = crate::model::Form::Opener;
    section.blocks.remove(0);
    let issue = archive.issues.last().expect("just added");
    let company: Vec<_> = issue.mentions.iter().filter(|m| m.range.start > 0).take(1).collect();
    let pieces = quote::sentence(issue, &company);
    assert_eq!((&*pieces[0].text, pieces[0].strong), ("乙物流有限公司", true));
    let beginning = quote::beginning(issue, issue.sections.last().expect("just added"));
    assert_eq!(beginning[0].text, "乙物流有限公司在建。");
}
