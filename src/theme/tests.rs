//! A site's theme over the built-in one, and where its mistakes are shown.

use super::*;
use crate::page::{Subject, fixture};
use std::fs;

/// A site whose theme `ours` has these files.
fn load(theme_files: &[(&str, &str)]) -> (Option<Theme>, Vec<String>) {
    let site = tempfile::tempdir().expect("a folder for the test");
    for (name, text) in theme_files {
        let path = site.path().join("themes/ours").join(name);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let mut config = fixture::config();
    config.theme = "ours".into();
    let (mut files, mut diagnostics) = (Files::default(), Diagnostics::default());
    let theme = Theme::load(site.path(), &config, &mut files, &mut diagnostics);
    (theme, diagnostics.iter().map(|d| shown(&files, d)).collect())
}

fn shown(files: &Files, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.span.map_or(String::new(), |span| {
        let at = files.position(span.file, span.start as usize);
        format!("{}:{}:{}: ", files.path(span.file), at.line, at.column)
    });
    format!("{place}{}", diagnostic.message.en())
}

fn page(theme: &Theme) -> String {
    let archive = fixture::archive();
    let planned = crate::page::Planned { path: "404.html".into(), subject: Subject::NotFound };
    let bytes = theme.render(&crate::page::Pages::new(&archive).view(&planned));
    String::from_utf8(bytes.expect("renders")).expect("UTF-8")
}

#[test]
fn a_site_lays_its_files_over_the_built_in_theme() {
    let (theme, problems) = load(&[
        ("theme.toml", "styles = [\"extra.css\"]"),
        ("static/css/extra.css", "p {}"),
        ("static/css/base.css", "body {}"),
        ("static/images/hui.svg", "<svg/>"),
        ("strings.zh-CN.toml", "not_found = \"查无此页\""),
        (
            "templates/not_found.html",
            "{% extends \"base.html\" %}{% block main %}<h1>{{ t.not_found }}</h1>{% endblock %}",
        ),
    ]);
    assert_eq!(problems, Vec::<String>::new());
    let theme = theme.unwrap();
    let html = page(&theme);
    assert!(html.contains("<h1>查无此页</h1>") && html.contains("跳到正文"), "{html}");
    assert!(html.contains("<link rel=\"stylesheet\" href=\"assets/extra.css\">"), "{html}");
    let files: BTreeMap<_, _> = theme.files().collect();
    assert_eq!(files["assets/base.css"], b"body {}");
    assert!(files.contains_key("assets/images/hui.svg") && files.contains_key("assets/site.js"));
}

#[test]
fn the_search_scripts_are_one_file_and_a_site_may_replace_one() {
    let (theme, problems) = load(&[("static/js/search/page.js", "ours();\n"), ("static/js/types.d.ts", "x")]);
    assert_eq!(problems, Vec::<String>::new());
    let theme = theme.unwrap();
    let files: BTreeMap<_, _> = theme.files().collect();
    let search = std::str::from_utf8(files["assets/search.js"]).unwrap();
    assert!(search.starts_with("'use strict';\n(() => {\n"), "{search}");
    assert!(search.ends_with("ours();\n})();\n") && !search.contains("t_ask"), "{search}");
    let others: Vec<_> =
        files.keys().filter(|path| path.contains("search/") || path.ends_with(".ts")).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn types_and_comments_do_not_ship() {
    let (theme, _) = load(&[("static/js/own.js", "")]);
    let theme = theme.unwrap();
    let files: BTreeMap<_, _> = theme.files().collect();
    let search = std::str::from_utf8(files["assets/search.js"]).unwrap();
    assert!(!search.contains("/**") && !search.contains("@type"), "{search}");
    assert!(!search.lines().any(|line| line.ends_with(' ') || line.starts_with("  ")), "{search}");
    assert!(!search.lines().any(|line| line.trim_start().starts_with("//")), "{search}");
}

#[test]
fn scripts_are_served_as_they_work() {
    let served = |script: &str| {
        let (theme, _) = load(&[("static/js/search/page.js", script)]);
        let theme = theme.unwrap();
        let files: BTreeMap<_, _> = theme.files().collect();
        let search = String::from_utf8(files["assets/search.js"].to_vec()).unwrap();
        search.rsplit("tongbao.own\n").next().unwrap().strip_suffix("})();\n").unwrap().to_owned()
    };
    let commented = "tongbao.own\n/** @type {T}\n * of two lines */\nif (/** @type {U} */ (a)) {\n   \n  /** What. */\n   b(); // why\n  // why\n}";
    assert_eq!(served(commented), "if ((a)) {\n\t \n\t b(); // why\n}\n");
    let spanning = "tongbao.own\n  const a = `${b}\n  c`;\n";
    assert_eq!(served(spanning), "  const a = `${b}\n  c`;\n");
}

#[test]
fn mistakes_in_a_theme_have_a_place() {
    let one = |name: &str, text: &str| {
        let (theme, problems) = load(&[(name, text)]);
        assert!(theme.is_none());
        problems.join("\n")
    };
    let syntax = one("templates/plain.html", "<p>\n{% if 曹 %}");
    assert!(syntax.starts_with("themes/ours/templates/plain.html:2:"), "{syntax}");
    let filter = one("templates/plain.html", "<p>\n乡{{ page.html | shout }}");
    assert_eq!(
        filter,
        "themes/ours/templates/plain.html:2:17: the template is wrong: Unknown filter `shout`"
    );
    let parent = one("templates/plain.html", "{% extends \"nobody.html\" %}");
    assert!(parent.starts_with("themes/ours/templates/plain.html:1:13: "), "{parent}");
    let twice =
        one("templates/a.html", "\n{% component issue_line(issue: map) %}{% endcomponent issue_line %}");
    assert!(twice.starts_with("themes/ours/templates/a.html:2:14: "), "{twice}");
    let words = one("strings.zh-CN.toml", "home = 1");
    assert!(words.starts_with("themes/ours/strings.zh-CN.toml:1:8: "), "{words}");
    let key = one("theme.toml", "scripts = []\nstyle = []");
    assert!(key.starts_with("themes/ours/theme.toml:2:1: "), "{key}");
    let file = one("theme.toml", "scripts = [\"own.js\"]");
    assert_eq!(file, "themes/ours/theme.toml:1:12: the theme has no file `own.js`");
}

#[test]
fn what_is_undefined_is_an_error_with_a_place() {
    let archive = fixture::archive();
    let planned = crate::page::Planned { path: "404.html".into(), subject: Subject::NotFound };
    let problem = |template: &str| {
        let (theme, _) = load(&[("templates/not_found.html", template)]);
        let problem = theme.unwrap().render(&crate::page::Pages::new(&archive).view(&planned)).unwrap_err();
        assert!(problem.span.is_some() && problem.message.code() == "bad-template", "{problem:?}");
        (problem.message.en(), problem.hints.iter().map(Hint::en).collect::<Vec<_>>())
    };
    let wrong = |reason: &str| format!("the template is wrong: {reason}");
    problem("<p>\n  {{ page.nothing }}");
    let (message, hints) = problem("{{ t.not_fond }}");
    assert_eq!(message, wrong("Field `not_fond` is not defined."));
    assert_eq!(hints, ["did you mean `not_found`?"]);
    let (message, _) = problem("{{ t.count_issues | fill(m=1) }}");
    assert!(message.contains("No `n` is given for"), "{message}");
}

#[test]
fn the_lines_of_a_title_end_between_words() {
    let phrased = |title: &str| {
        let template = format!("{{{{ \"{title}\" | phrased }}}}");
        let (theme, _) = load(&[("templates/not_found.html", &template)]);
        page(&theme.unwrap()).replace("<span class=\"phrased\">", "").replace("</span>", "")
    };
    assert_eq!(phrased("人居环境整治情况的通报"), "人居<wbr>环境<wbr>整治<wbr>情况的<wbr>通报");
    assert_eq!(phrased("产业项目8月份、9月份<进展>"), "产业<wbr>项目8月份、9月份&lt;进展&gt;");
    assert_eq!(phrased("引进5000万元以上项目"), "引进5000万元<wbr>以上<wbr>项目");
}

#[test]
fn a_theme_that_is_not_there_is_named() {
    let (theme, problems) = load(&[]);
    assert!(theme.is_none());
    assert_eq!(problems, ["there is no theme `ours`"]);
}

#[test]
fn the_accent_becomes_a_sheet_of_its_own() {
    let mut config = fixture::config();
    config.accent = Some("#0a5a2b".into());
    let mut diagnostics = Diagnostics::default();
    let theme = Theme::load(Path::new("/nowhere"), &config, &mut Files::default(), &mut diagnostics).unwrap();
    assert!(page(&theme).contains("href=\"assets/colours.css\""));
    assert!(theme.files().any(|(path, _)| path == "assets/colours.css"));
}

/// Bytes of the built-in files that `wanted` picks.
fn size(wanted: fn(&str) -> bool) -> usize {
    let (mut files, mut diagnostics) = (Files::default(), Diagnostics::default());
    let theme = Theme::load(Path::new("/nowhere"), &fixture::config(), &mut files, &mut diagnostics);
    theme.unwrap().files().filter(|(path, _)| wanted(path)).map(|(_, bytes)| bytes.len()).sum()
}

#[test]
fn the_style_sheets_stay_small() {
    let size = size(|path| path.ends_with(".css"));
    assert!(size < 40_000, "{size} bytes");
}

#[test]
fn the_scripts_of_pages_stay_small() {
    let size = size(|path| path.ends_with(".js") && path != "assets/search.js");
    assert!(size < 12_000, "{size} bytes");
}
