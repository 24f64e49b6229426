//! The example site: written whole, without a doubt in it, never over anything.

use crate::support::{TODAY, files, tongbao};
use std::fs;

#[test]
fn the_example_is_clean_and_builds() {
    let temp = tempfile::tempdir().unwrap();
    tongbao(temp.path(), "init 示例", &[]).code(0).says("tongbao check").complains_of_nothing();
    let site = temp.path().join("示例");
    tongbao(&site, &format!("check --strict --format short --today {TODAY}"), &[])
        .code(0)
        .complains_of_nothing();
    tongbao(&site, &format!("build --quiet --today {TODAY}"), &[]).code(0).complains_of_nothing();
    let built = files(&site.join("public"));
    for page in [
        "issues/2024/zengkan/index.html",
        "issues/zhuanbao/2025/001/index.html",
        "townships/liuting/index.html",
        "companies/shuoye/index.html",
        "pages/about/index.html",
    ] {
        assert!(built.contains_key(page), "no {page}");
    }
    let text = |name: &str| String::from_utf8_lossy(&built[name]).into_owned();
    assert!(text("issues/2024/003/index.html").contains("本期已被更正"));
    assert!(!built.contains_key("issues/2025/005/index.html"), "a draft is public");
    let leaks = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("此节只供内部掌握");
    assert!(!built.values().any(leaks), "internal text is public");
}

#[test]
fn it_tells_what_every_part_of_a_bulletin_looks_like() {
    let temp = tempfile::tempdir().unwrap();
    tongbao(temp.path(), "init site --lang en", &[]).code(0).says("begin the next issue");
    let outcome =
        tongbao(&temp.path().join("site"), &format!("build --json --today {TODAY} --out ../out"), &[])
            .code(0);
    let result = outcome.json();
    assert_eq!(
        (&result["issues"], &result["townships"], &result["companies"]),
        (&16.into(), &10.into(), &20.into())
    );
}

#[test]
fn nothing_is_overwritten() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("我的.txt"), "留着").unwrap();
    tongbao(temp.path(), "init .", &[]).code(2).says_nothing().complains("不是空文件夹");
    assert_eq!(files(temp.path()).into_keys().collect::<Vec<_>>(), ["我的.txt"]);
    fs::create_dir(temp.path().join("empty")).unwrap();
    tongbao(temp.path(), "init empty --quiet", &[]).code(0).says_nothing();
    tongbao(temp.path(), "init empty", &[]).code(2).complains("不是空文件夹");
    tongbao(temp.path(), "init 我的.txt", &[]).code(2).says_nothing();
}

#[test]
fn its_own_theme_changes_colours_masthead_words_and_one_template() {
    let temp = tempfile::tempdir().unwrap();
    tongbao(temp.path(), "init site", &[]).code(0);
    let site = temp.path().join("site");
    let config = fs::read_to_string(site.join("site.toml")).unwrap();
    let own = config.replace("theme = \"default\"", "theme = \"zhuqing\"");
    assert_ne!(own, config);
    fs::write(site.join("site.toml"), own).unwrap();
    tongbao(&site, &format!("build --quiet --today {TODAY}"), &[]).code(0).complains_of_nothing();
    let built = files(&site.join("public"));
    let text = |name: &str| String::from_utf8_lossy(&built[name]).into_owned();
    let home = text("index.html");
    let sheet = |name: &str| home.find(&format!("href=\"assets/{name}\"")).expect("a style sheet");
    assert!(sheet("zhuqing.css") > sheet("base.css"), "its colours come after the built-in ones");
    assert!(home.contains("头条") && !home.contains("最新一期"), "its words");
    assert!(!text("404.html").contains("地址可能写错了"), "its template");

    let template = site.join("themes/zhuqing/templates/not_found.html");
    fs::write(
        template,
        "{% extends \"base.html\" %}\n{% block main %}<p>{{ t.gone | shout }}</p>{% endblock %}",
    )
    .unwrap();
    tongbao(&site, "build --quiet --format short", &[])
        .code(1)
        .complains("themes/zhuqing/templates/not_found.html:2:");
}
