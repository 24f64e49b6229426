use super::*;
use crate::model::sample;
use jiff::civil::date;

/// Two issues: a company in a section of two townships, a project, a township named elsewhere, an
/// opening that names a company, a declared company and a declared township.
fn archive() -> Archive {
    let mut archive = sample::archive(vec![
        sample::township("qingshi", "青石街道", &["青石"]),
        sample::township("baiyang", "白杨乡", &[]),
        sample::township("heitu", "黑土乡", &[]),
        sample::company("jia", "甲光电有限公司", &["甲光电"]),
        sample::company("yi", "乙物流有限公司", &[]),
        sample::company("bing", "丙集团", &[]),
    ]);
    let text = "8月2日，甲光电有限公司与乙物流有限公司来访，甲光电表示有意。甲光电项目已备案，白杨乡配合。";
    sample::issue(
        &mut archive,
        date(2022, 9, 9),
        6,
        "关于项目进展的通报",
        &[
            ("", &[], &["乙物流有限公司进展较快。"]),
            ("一、青石街道和黑土乡", &["qingshi", "heitu"], &[text]),
            ("二、白杨乡", &["baiyang"], &["无进展。"]),
        ],
    );
    sample::issue(
        &mut archive,
        date(2022, 10, 9),
        7,
        "补充通报",
        &[("一、总体", &[], &["乙物流有限公司开工。"])],
    );
    sample::declare(&mut archive, "bing", "丙");
    sample::declare(&mut archive, "heitu", "黑土");
    archive
}

fn read(bytes: &[u8]) -> Vec<serde_json::Map<String, serde_json::Value>> {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn one_row_a_line_in_the_order_of_the_columns() {
    let archive = archive();
    let text = String::from_utf8(json(&archive, Table::Issues)).unwrap();
    assert_eq!(text.lines().count(), 4);
    assert_eq!(
        text.lines().nth(1).unwrap(),
        r#"{"id":"2022-006","series":"tongbao","year":2022,"number":6,"slug":null,"date":"2022-09-09","title":"关于项目进展的通报","issuer":"青石区督查局","townships":["qingshi","heitu","baiyang"],"companies":["yi","jia"],"corrects":[],"replaces":[],"url":"issues/2022/006/index.html"},"#
    );
    let empty = sample::archive(Vec::new());
    for table in plan(&empty) {
        assert_eq!(json(&empty, table), b"[]\n", "{table:?}");
    }
}

#[test]
fn entities_count_issues_sections_and_sentences() {
    let archive = archive();
    let rows: Vec<_> = companies(&archive).collect();
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), ["jia", "yi", "bing"]);
    let jia = &rows[0];
    assert_eq!(
        (jia.issues, jia.sections, jia.mentions),
        (1, 1, 2),
        "two forms in a sentence are one mention"
    );
    assert_eq!(jia.names, ["甲光电有限公司", "甲光电"]);
    let yi = &rows[1];
    assert_eq!((yi.issues, yi.sections, yi.mentions), (2, 3, 3));
    assert_eq!((yi.first, yi.last), (date(2022, 9, 9), date(2022, 10, 9)));
    let bing = &rows[2];
    assert_eq!((bing.issues, bing.sections, bing.mentions), (1, 0, 0), "declared only");

    let rows: Vec<_> = townships(&archive).collect();
    let baiyang = &rows[1];
    assert_eq!((baiyang.id, baiyang.kind), ("baiyang", Some("乡")));
    assert_eq!((baiyang.issues, baiyang.sections, baiyang.mentions), (1, 1, 2), "its heading and elsewhere");
    assert_eq!(rows[2].issues, 2, "a declared entry counts as an issue");
}

#[test]
fn sections_hold_their_own_text() {
    let archive = archive();
    let rows = sections(&archive, 0);
    assert_eq!(rows[0].section, "top");
    assert_eq!(rows[0].heading, "");
    assert_eq!(rows[0].text, "关于项目进展的通报\n乙物流有限公司进展较快。");
    assert_eq!(rows[0].companies, ["yi"]);
    assert_eq!(rows[1].townships, ["qingshi", "heitu"]);
    assert_eq!(rows[1].companies, ["jia", "yi"]);
    assert!(rows[1].text.starts_with("一、青石街道和黑土乡\n8月2日"));
    assert_eq!(rows[1].url, "issues/2022/006/index.html#qingshi");
    assert_eq!(rows[2].level, 1);
}

#[test]
fn mentions_are_sentence_by_company_by_township() {
    let archive = archive();
    let rows = mentions(&archive, 0);
    let short: Vec<_> =
        rows.iter().map(|r| (r.section, r.township_id, r.company_id, r.written.as_str(), r.role)).collect();
    use RowRole::{Elsewhere, Named, Project};
    assert_eq!(
        short,
        [
            ("top", "", "yi", "乙物流有限公司", Named),
            ("qingshi", "qingshi", "jia", "甲光电有限公司|甲光电", Named),
            ("qingshi", "heitu", "jia", "甲光电有限公司|甲光电", Named),
            ("qingshi", "qingshi", "yi", "乙物流有限公司", Named),
            ("qingshi", "heitu", "yi", "乙物流有限公司", Named),
            ("qingshi", "qingshi", "jia", "甲光电", Project),
            ("qingshi", "heitu", "jia", "甲光电", Project),
            ("qingshi", "baiyang", "", "白杨乡", Elsewhere),
        ]
    );
    assert_eq!(rows[5].sentence, "甲光电项目已备案，白杨乡配合。");
    assert_eq!((rows[5].company, rows[6].township), ("甲光电有限公司", "黑土乡"));
    assert!(rows.iter().all(|row| !row.declared));
}

#[test]
fn declared_entities_have_a_row_at_the_top() {
    let archive = archive();
    let rows = read(&json(&archive, Table::Mentions));
    let declared: Vec<_> = rows.iter().filter(|row| row["declared"] == true).collect();
    assert_eq!(declared.len(), 2);
    assert_eq!(declared[0]["company_id"], "bing");
    assert_eq!(declared[0]["written"], "丙");
    assert_eq!(declared[0]["role"], "named");
    assert_eq!(declared[0]["sentence"], "");
    assert_eq!(declared[0]["section"], "top");
    assert_eq!(declared[0]["url"], "issues/2022/007/index.html#top");
    assert_eq!(declared[1]["township_id"], "heitu");
    assert_eq!(declared[1]["company_id"], "");
    assert_eq!(declared[1]["role"], "elsewhere");
}

#[test]
fn many_issues_have_a_file_of_sections_a_year() {
    let mut archive = archive();
    let rows = json(&archive, Table::Sections(None));
    assert!(plan(&archive).contains(&Table::Sections(None)));
    let issue = archive.issues[0].clone();
    for place in 2..MANY_ISSUES {
        let year = if place % 2 == 0 { 2023 } else { 2024 };
        archive.issues.push(crate::model::Issue { year, ..issue.clone() });
    }
    let names: Vec<_> = plan(&archive).into_iter().map(Table::stem).collect();
    assert_eq!(
        names,
        ["companies", "issues", "mentions", "sections-2022", "sections-2023", "sections-2024", "townships"]
    );
    assert_eq!(json(&archive, Table::Sections(Some(2022))), rows);
}
