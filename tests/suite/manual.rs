//! `docs/manual.zh-CN.md` against the program: what it names is there, what is there it names, and its
//! examples do what it says.

use crate::support::{SiteTest, TODAY, tongbao};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tongbao::config::{self, Limits};
use tongbao::diag::report::{Colour, Format, Lang, report};
use tongbao::diag::{Diagnostics, FileId, Files, Hint, Message, Severity};
use tongbao::parse::{front_matter, register};

const COMMANDS: [&str; 6] = ["init", "build", "check", "search", "new", "completions"];

/// A key that no schema has, and that is near to none.
const STRANGE: &str = "\"？？？\" = 1";

fn manual() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.zh-CN.md");
    std::fs::read_to_string(path).expect("the manual is there")
}

// --- Diagnostics ---

#[test]
fn every_diagnostic_is_explained_with_its_severity() {
    let manual = manual();
    let mut explained = BTreeMap::new();
    for row in tables_below(&manual, "## 6. 检查与诊断").iter().filter(|row| row.len() == 4) {
        for code in codes(&row[0]) {
            assert_eq!(explained.insert(code.clone(), row[1].clone()), None, "{code} stands twice");
            assert!(!row[2].is_empty() && !row[3].is_empty(), "{code}");
        }
    }
    let known: BTreeMap<String, String> =
        Message::CODES.iter().map(|(code, s)| (code.to_string(), word(*s).to_owned())).collect();
    same(&explained, &known);
}

/// In examples: `错误[code]` and `allow = ["code"]`.
#[test]
fn examples_name_known_diagnostics() {
    let known = |code: &str| Message::CODES.iter().any(|(k, _)| *k == code);
    let manual = manual();
    let mut seen = 0;
    for label in ["错误[", "警告[", "提示["] {
        for (at, _) in manual.match_indices(label) {
            let code = manual[at + label.len()..].split(']').next().unwrap();
            assert!(known(code), "{code}");
            seen += 1;
        }
    }
    for line in manual.lines().filter_map(|l| l.strip_prefix("allow = ")) {
        for code in line.split('"').skip(1).step_by(2) {
            assert!(known(code), "{code}");
            seen += 1;
        }
    }
    assert!(seen > 2, "{seen}");
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Hint => "提示",
    }
}

// --- Keys: the program tells those that it knows when it meets one that it does not ---

#[test]
fn every_key_of_the_front_matter() {
    let probe = |lines: &str| {
        let lines = lines.replace('?', STRANGE);
        known_keys(&format!("+++\ntitle = 't'\ndate = 2024-01-01\nnumber = 1\n{lines}\n+++\n"), |f, id, d| {
            front_matter::parse(f, id, d);
        })
    };
    let manual = manual();
    same(&keys(&manual, "### 信息栏的键"), &probe("?"));
    let nested: Owned = [
        ("attachments", "attachments = [{ file = 'a.txt', ? }]"),
        ("townships", "townships = [{ name = 'a', ? }]"),
        ("companies", "companies = [{ name = 'a', ? }]"),
        ("topics", "topics = [{ name = 'a', ? }]"),
        ("revisions", "revisions = [{ date = 2024-01-01, note = 'n', ? }]"),
    ]
    .into_iter()
    .map(|(owner, lines)| (owner.to_owned(), probe(lines)))
    .collect();
    same(&owned_keys(&manual, "### 写成表的键"), &nested);
}

#[test]
fn every_key_of_a_page() {
    let known = known_keys(&format!("+++\ntitle = 't'\n{STRANGE}\n+++\n"), |f, id, d| {
        front_matter::parse_page(f, id, d);
    });
    same(&keys(&manual(), "### 其他页面"), &known);
}

#[test]
fn every_key_of_the_registers() {
    let manual = manual();
    let entry = |table: &str, lines: &str| format!("[[{table}]]\nid = 'a'\nname = '甲乙'\n{lines}\n");
    let probe = |kind, text: &str| known_keys(text, |f, id, d| drop(read_register(kind, f, id, d)));
    let (township, company) = (register::Kind::Township, register::Kind::Company);
    same(&keys(&manual, "### 乡镇街道名册"), &probe(township, &entry("township", STRANGE)));
    same(&keys(&manual, "### 企业名册"), &probe(company, &entry("company", STRANGE)));
    let dated = |key: &str| {
        let text = entry("company", &format!("{key} = [{{ name = '丙丁', {STRANGE} }}]"));
        (key.to_owned(), probe(company, &text))
    };
    same(&owned_keys(&manual, "### 曾用名、日期与合并"), &Owned::from([dated("short"), dated("former")]));
}

#[test]
fn every_key_of_site_toml() {
    let manual = manual();
    let probe = |lines: &str| {
        known_keys(&format!("title = 't'\n{lines}\n{STRANGE}\n"), |f, id, d| {
            config::parse(f, id, d);
        })
    };
    same(&keys(&manual, "## 9. site.toml"), &probe(""));
    let tables = [
        ("colors", "[colors]"),
        ("series", "[[series]]\nid = 'a'\nname = 'b'"),
        ("search", "[search]"),
        ("limits", "[limits]"),
    ];
    let nested = tables.map(|(owner, head)| (owner.to_owned(), probe(head)));
    same(&owned_keys(&manual, "### 各段的键"), &Owned::from(nested));
}

/// Keys by the key whose table they stand in.
type Owned = BTreeMap<String, BTreeSet<String>>;

/// The keys of the first table below a heading.
#[track_caller]
fn keys(manual: &str, heading: &str) -> BTreeSet<String> {
    table_below(manual, heading).iter().flat_map(|row| codes(&row[0])).collect()
}

/// The same, when the first column names the owners.
#[track_caller]
fn owned_keys(manual: &str, heading: &str) -> Owned {
    let mut owned = Owned::new();
    for row in table_below(manual, heading) {
        for owner in codes(&row[0]) {
            owned.entry(owner).or_default().extend(codes(&row[1]));
        }
    }
    owned
}

/// What the program gives as known keys at the one unknown key of `text`.
#[track_caller]
fn known_keys(text: &str, parse: impl Fn(&Files, FileId, &mut Diagnostics)) -> BTreeSet<String> {
    let mut files = Files::default();
    let file = files.add("probe", text);
    let mut diagnostics = Diagnostics::default();
    parse(&files, file, &mut diagnostics);
    let hints = diagnostics.iter().flat_map(|d| &d.hints);
    let lists: Vec<&String> = hints
        .filter_map(|hint| match hint {
            Hint::KnownKeys { keys } => Some(keys),
            _ => None,
        })
        .collect();
    assert_eq!((lists.len(), diagnostics.iter().count()), (1, 1), "{text}\n{diagnostics:?}");
    lists[0].split(' ').map(str::to_owned).collect()
}

fn read_register(
    kind: register::Kind,
    files: &Files,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Vec<register::Entry> {
    register::parse(kind, files, file, &Limits::default(), diagnostics)
}

// --- Examples ---

/// A TOML block says in its first line which file it is from; the program reads it without complaint.
#[test]
fn every_toml_example_is_good() {
    let manual = manual();
    let blocks = blocks(&manual, "toml");
    assert!(blocks.len() > 6, "{}", blocks.len());
    for block in blocks {
        let (first, _) = block.split_once('\n').unwrap();
        let found = match first {
            "# site.toml" => problems(block, |f, id, d| drop(config::parse(f, id, d))),
            "# content/townships.toml" => {
                problems(block, |f, id, d| drop(read_register(register::Kind::Township, f, id, d)))
            }
            "# content/companies.toml" => {
                problems(block, |f, id, d| drop(read_register(register::Kind::Company, f, id, d)))
            }
            "# 信息栏" => {
                let front = format!("+++\ntitle = '甲'\nnumber = 1\ndate = 2024-01-01\n{block}+++\n");
                problems(&front, |f, id, d| drop(front_matter::parse(f, id, d)))
            }
            // `the_example_theme_does_what_it_says` reads these.
            _ if theme_path(first).is_some() => continue,
            _ => panic!("of which file is this?\n{block}"),
        };
        assert_eq!(found, "", "{block}");
    }
}

/// Blocks of a theme name their file in a comment of their language.
fn theme_path(first: &str) -> Option<&str> {
    first.split_whitespace().find(|word| word.starts_with("themes/"))
}

#[test]
fn the_example_theme_does_what_it_says() {
    let manual = manual();
    let site = SiteTest::small();
    let config = std::fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", format!("theme = \"qinghe\"\n{config}"));
    let languages = ["toml", "css", "html"];
    let parts: Vec<(&str, &str)> = languages
        .into_iter()
        .flat_map(|language| blocks(&manual, language))
        .filter_map(|block| Some((theme_path(block.lines().next()?)?, block)))
        .collect();
    assert_eq!(parts.len(), 4);
    for (path, block) in &parts {
        site.write(path, block);
    }
    site.run(&format!("build -q --today {TODAY}")).code(0);
    let public = |path: &str| std::fs::read_to_string(site.path().join("public").join(path)).unwrap();
    let home = public("index.html");
    for shown in ["头条", ">镇街</a>", "assets/qinghe.css"] {
        assert!(home.contains(shown), "{shown}");
    }
    assert!(public("assets/qinghe.css").contains("--red: #1f6b4f"));
    // Its only way on: the built-in page has five.
    let missing = public("404.html");
    let main = missing.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
    assert_eq!(main.matches("<a ").count(), 1, "{main}");
}

/// The names that the manual gives the colours are those of the built-in theme.
#[test]
fn every_colour_of_the_theme() {
    let sheet = include_str!("../../themes/default/static/css/variables.css");
    let root = sheet.split('}').next().unwrap();
    let colours = root.lines().filter(|line| line.contains(": #"));
    let known: BTreeSet<String> = colours
        .map(|line| line.trim().trim_start_matches('-').split(':').next().unwrap().to_owned())
        .collect();
    let manual = manual();
    let line = text_lines(&manual).find(|line| line.starts_with("颜色都有名字")).expect("the line is there");
    same(&codes(line).into_iter().collect(), &known);
}

/// Where the site lies: each address of the table is there once the site of `init` is built.
#[test]
fn every_address_of_a_site() {
    let folder = tempfile::tempdir().unwrap();
    tongbao(folder.path(), "init -q site", &[]).code(0);
    tongbao(folder.path(), &format!("--site site build -q --today {TODAY}"), &[]).code(0);
    let mut named: BTreeSet<String> = BTreeSet::new();
    for row in table_below(&manual(), "## 7. 生成网站") {
        named.extend(codes(&row[0]).iter().map(|path| path.split('/').next().unwrap().to_owned()));
    }
    let entries = std::fs::read_dir(folder.path().join("site/public")).unwrap();
    let there = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    same(&named, &there);
}

#[test]
fn the_example_issue_passes_the_check() {
    let manual = manual();
    let issues: Vec<&str> =
        blocks(&manual, "markdown").into_iter().filter(|b| b.starts_with("+++")).collect();
    assert!(!issues.is_empty());
    for issue in issues {
        let site = example_site(&manual);
        site.write("content/issues/2024/001.md", issue);
        site.run(&format!("check --strict --today {TODAY}")).code(0).says("没有发现问题");
    }
}

/// Section 5 says of every name in bold whether it counts.
#[test]
fn names_count_as_the_manual_says() {
    let manual = manual();
    let mut rows = table_below(&manual, "### 乡镇街道");
    rows.extend(table_below(&manual, "### 企业"));
    let site = example_site(&manual);
    let mut expected = Vec::new();
    for (number, row) in (1..).zip(&rows) {
        let text = row[0].replace("**", "");
        site.write(
            &format!("content/issues/{number:03}.md"),
            format!("+++\ntitle = \"测试\"\nnumber = {number}\ndate = 2024-09-09\n+++\n\n{text}\n"),
        );
        let name = row[0].split("**").nth(1).unwrap_or_else(|| panic!("no name in {}", row[0]));
        assert!(["算", "不算"].contains(&row[1].as_str()), "{}", row[1]);
        expected.push((format!("2024-{number:03}"), name, row[1] == "算", &row[0]));
    }
    assert!(expected.len() > 15, "{}", expected.len());
    site.run(&format!("build -q --today {TODAY}")).code(0);
    let mentions = data(&site, "mentions");
    for (issue, name, counts, text) in expected {
        let found = mentions.iter().any(|row| row["issue"] == *issue && row["written"] == *name);
        assert_eq!(found, counts, "{text}");
    }
}

/// The site of the manual's examples; a later example of a register takes an earlier one's place.
fn example_site(manual: &str) -> SiteTest {
    let site = SiteTest::small();
    std::fs::remove_dir_all(site.path().join("content")).unwrap();
    for block in blocks(manual, "toml") {
        let path = block.lines().next().unwrap().trim_start_matches("# ");
        if path.ends_with(".toml") {
            site.write(path, block);
        }
    }
    site
}

fn problems(text: &str, parse: impl Fn(&Files, FileId, &mut Diagnostics)) -> String {
    let mut files = Files::default();
    let file = files.add("example", text);
    let mut diagnostics = Diagnostics::default();
    parse(&files, file, &mut diagnostics);
    let mut out = Vec::new();
    report(&diagnostics, &files, Format::Short, Lang::Zh, Colour::Plain, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

// --- Data ---

#[test]
fn every_field_of_the_data() {
    let manual = manual();
    let site = SiteTest::case("sites/companies-by-section");
    site.run(&format!("build -q --today {TODAY}")).code(0);
    for table in ["issues", "townships", "companies", "sections", "mentions"] {
        let rows = data(&site, table);
        let fields = rows[0].as_object().expect("a row is an object").keys().cloned().collect();
        same(&keys(&manual, &format!("### {table}.json")), &fields);
    }
}

fn data(site: &SiteTest, table: &str) -> Vec<serde_json::Value> {
    let bytes = std::fs::read(site.path().join(format!("public/data/{table}.json"))).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

// --- Commands ---

#[test]
fn every_command_and_flag() {
    let manual = manual();
    let help = help();
    let all: BTreeSet<String> = help.values().flatten().cloned().collect();
    let mut named = BTreeSet::new();
    let mut commands = BTreeSet::new();
    for piece in code_pieces(&manual) {
        let mut known = &all;
        let mut words = piece.split_whitespace().peekable();
        if words.next_if_eq(&"tongbao").is_some()
            && let Some(command) = words.next_if(|word| !word.starts_with('-'))
        {
            known = help.get(command).unwrap_or_else(|| panic!("no command `{command}` in `{piece}`"));
            commands.insert(command.to_owned());
        }
        for flag in words.filter(|word| is_flag(word)) {
            assert!(known.contains(flag), "no flag {flag}: `{piece}`");
            named.insert(flag.to_owned());
        }
    }
    same(&named, &all.iter().filter(|flag| is_flag(flag)).cloned().collect());
    same(&commands, &COMMANDS.map(str::to_owned).into());
}

/// The flags of every command, and under "" those of the program; as `--help` shows them.
fn help() -> BTreeMap<String, BTreeSet<String>> {
    let folder = tempfile::tempdir().unwrap();
    let shown = |command: &str| tongbao(folder.path(), &format!("{command} --help"), &[]).code(0).stdout;
    let top = shown("");
    for command in COMMANDS {
        assert!(top.contains(&format!("\n  {command}\n")), "{command}");
    }
    let listed = top.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    assert_eq!(listed.filter(|line| !line.trim().starts_with('-')).count(), COMMANDS.len(), "{top}");
    let flags = |text: &str| -> BTreeSet<String> {
        let lines = text.lines().filter(|line| line.trim_start().starts_with('-'));
        lines.flat_map(|line| line.split([' ', ','])).filter(|w| is_flag(w)).map(str::to_owned).collect()
    };
    COMMANDS.iter().chain(&[""]).map(|command| (command.to_string(), flags(&shown(command)))).collect()
}

/// `--out`, `-q`.
fn is_flag(word: &str) -> bool {
    match (word.strip_prefix("--"), word.strip_prefix('-')) {
        (Some(long), _) => {
            long.starts_with(|c: char| c.is_ascii_lowercase())
                && long.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        }
        (None, Some(short)) => short.len() == 1 && short.starts_with(|c: char| c.is_ascii_alphabetic()),
        (None, None) => false,
    }
}

/// Code spans, and the lines of console blocks; those of other programs left out.
fn code_pieces(manual: &str) -> Vec<String> {
    let mut pieces: Vec<String> =
        blocks(manual, "console").into_iter().flat_map(str::lines).map(str::to_owned).collect();
    pieces.extend(text_lines(manual).flat_map(codes));
    pieces.retain(|piece| !["sha256sum ", "certutil "].iter().any(|other| piece.starts_with(other)));
    pieces
}

// --- The manual as Markdown ---

#[track_caller]
fn same<T: PartialEq + std::fmt::Debug>(manual: &T, program: &T) {
    assert!(manual == program, "the manual has\n{manual:?}\nthe program\n{program:?}");
}

/// The contents of fenced blocks of a language.
fn blocks<'a>(manual: &'a str, language: &str) -> Vec<&'a str> {
    let parts = manual.split("\n```").skip(1).step_by(2);
    let of_language = |part: &'a str| part.split_once('\n').filter(|(word, _)| *word == language);
    // The line end before the closing fence went with the fence.
    let inside = parts.filter_map(of_language).map(|(_, body)| body);
    inside.map(|body| &manual[offset(manual, body)..=offset(manual, body) + body.len()]).collect()
}

fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// Lines outside fenced blocks.
fn text_lines(manual: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    manual.lines().filter(move |line| {
        let fence = line.starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// The text between single backquotes.
fn codes(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The rows of all tables in the part that a heading begins, heads left out.
#[track_caller]
fn tables_below(manual: &str, heading: &str) -> Vec<Vec<String>> {
    let level = heading.chars().take_while(|c| *c == '#').count();
    let mut lines = text_lines(manual).skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "no heading {heading}");
    let ends = |line: &str| {
        let marks = line.chars().take_while(|c| *c == '#').count();
        (1..=level).contains(&marks)
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in lines.take_while(|line| !ends(line)).filter(|line| line.starts_with('|')) {
        match line.starts_with("| ---") {
            // The line above it was the head.
            true => drop(rows.pop()),
            false => rows.push(cells(line)),
        }
    }
    rows
}

/// The rows of the first table below a heading.
#[track_caller]
fn table_below(manual: &str, heading: &str) -> Vec<Vec<String>> {
    let lines = text_lines(manual).skip_while(|line| *line != heading).skip(1);
    let table = lines.skip_while(|line| !line.starts_with(['|', '#']));
    let rows: Vec<Vec<String>> = table.take_while(|line| line.starts_with('|')).skip(2).map(cells).collect();
    assert!(!rows.is_empty(), "no table below {heading}");
    rows
}

/// `| a | b \| c |` → a, b | c
fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_matches('|').replace("\\|", "\u{0}");
    row.split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect()
}
