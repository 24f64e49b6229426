//! Hidden text and all that hangs on it: no byte of it in what is published.

use crate::support::{SiteTest, files, legible};
use std::path::Path;

const TODAY: &str = "2026-11-23";
/// In every text that is hidden, and in no other.
const CANARIES: [&str; 5] = ["密桩", "mizhuang", "mi-zhuang", "Mizhuang", "mzny"];

/// Where a canary shows.
fn leaks(out: &Path) -> Vec<String> {
    let mut leaks = Vec::new();
    for (path, bytes) in legible(out) {
        for canary in CANARIES {
            let escaped: String = canary
                .chars()
                .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", c as u32) })
                .collect();
            for form in [canary, &escaped] {
                if path.contains(form) || bytes.windows(form.len()).any(|w| w == form.as_bytes()) {
                    leaks.push(format!("{form} in {path}"));
                }
            }
        }
    }
    leaks
}

/// The site of the case with more ways to leak: everything that a public text can say of a hidden one.
fn site() -> SiteTest {
    let site = SiteTest::case("sites/hidden-text");
    site.write(
        "content/issues/2026/008/index.md",
        "+++\ntitle = \"关于有关情况的更正\"\nnumber = 8\ndate = 2026-10-08\ncorrects = [\"2026-mizhuang-zengkan\"]\nreplaces = \"2026-002\"\n\
         internal = [\"二、内部掌握\"]\nattachments = [\"密桩甲.csv\", { file = \"清单.csv\", public = true }]\ntopics = [\"密桩话题\"]\n+++\n\n\
         有关情况[^1]见[上期](../009/index.md)、[页面](../../../pages/密桩页.md)、[附件](../005/密桩五号.csv)、[明细](../009/mizhuang.csv)。\n\n\
         ![图样](../009/mizhuang.png)\n\n\
         ## 一、汲崖镇\n\n已更正[^3]。\n\n\
         ## 二、内部掌握\n\n此处[^2]有[密桩表](密桩乙.csv)和[[密桩实业有限公司]]。\n\n![密桩图](密桩图.png \"密桩说明\")\n\n| 密桩表 |\n|---|\n| 密桩 |\n\n\
         ### （一）汲崖镇\n\n密桩详情[^4]。\n\n    密桩代码\n\n\
         ## 三、苍屿街道\n\n无。\n\n[^1]: 公开甲。\n[^2]: 密桩注释，另见[^5]。\n[^3]: 公开乙。\n[^4]: 密桩又注。\n[^5]: 密桩再注。\n",
    );
    for name in ["密桩甲.csv", "清单.csv", "密桩乙.csv", "密桩图.png"] {
        let text = if name == "清单.csv" { "公开" } else { "密桩" };
        site.write(&format!("content/issues/2026/008/{name}"), text);
    }
    site.write(
        "content/issues/2026/009/index.md",
        "+++\ntitle = \"密桩增刊\"\nslug = \"mizhuang-zengkan\"\ndate = 2026-10-09\ndraft = true\naliases = [\"old/mizhuang/\"]\nsummary = \"密桩摘要\"\n\
         issuer = \"密桩办公室\"\ncc = \"密桩抄送\"\nprinted_by = \"密桩印发\"\ntopics = [\"密桩话题\"]\nattachments = [\"mizhuang.csv\"]\n\
         companies = [\"密桩化工有限公司\"]\ncorrects = \"2026-001\"\n+++\n\n[[密桩纸业有限公司]]。\n\n## 一、密桩乡\n\n![密桩](mizhuang.png)\n",
    );
    site.write("content/issues/2026/009/mizhuang.csv", "密桩")
        .write("content/issues/2026/009/mizhuang.png", "密桩");
    site.write(
        "content/pages/密桩页.md",
        "+++\ntitle = \"密桩页\"\ndraft = true\naliases = [\"mizhuang-page\"]\n+++\n\n密桩。\n",
    );
    let companies =
        std::fs::read_to_string(site.path().join("content/companies.toml")).expect("the register");
    site.write(
        "content/companies.toml",
        format!(
            "{companies}\n[[company]]\nid = \"mizhuang-jixie\"\nname = \"密桩机械有限公司\"\nshort = [\"密桩机械\"]\nformer = [\"密桩旧厂有限公司\"]\n\
             pinyin = \"mizhuang jixie\"\nregion = \"密桩\"\nnote = \"密桩\"\naliases = [\"mizhuang-alt\"]\n"
        ),
    );
    site
}

#[test]
fn nothing_that_hangs_on_hidden_text_is_published() {
    let site = site();
    site.run(&format!("build --today {TODAY} --out out -q")).code(0);
    let out = site.path().join("out");
    assert_eq!(leaks(&out), Vec::<String>::new());
    let page = std::fs::read_to_string(out.join("issues/2026/008/index.html")).expect("the page");
    for public in ["有关情况", "已更正", "公开甲", "公开乙", "上期", "附件", "清单.csv"] {
        assert!(page.contains(public), "{public}");
    }
    assert!(page.contains("id=\"t_note2\"") && !page.contains("id=\"t_note3\""), "a gap in the footnotes");
}

#[test]
fn a_build_of_drafts_before_leaves_nothing_behind() {
    let site = site();
    for drafts in ["drafts", "out"] {
        site.run(&format!("build --today {TODAY} --drafts --out {drafts} -q")).code(0);
        let shown = leaks(&site.path().join(drafts));
        assert!(!shown.is_empty(), "a preview of drafts shows them, and the canaries are seen");
    }
    site.run(&format!("build --today {TODAY} --out out -q")).code(0);
    assert_eq!(leaks(&site.path().join("out")), Vec::<String>::new());
    let fresh = self::site();
    fresh.run(&format!("build --today {TODAY} --out out -q")).code(0);
    assert!(files(&site.path().join("out")) == files(&fresh.path().join("out")), "a fresh build is another");
}

#[test]
fn what_is_internal_is_in_no_preview_either() {
    let site = site();
    site.run(&format!("build --today {TODAY} --drafts --out drafts -q")).code(0);
    for (path, bytes) in legible(&site.path().join("drafts")) {
        for hidden in ["密桩五号", "密桩六号", "密桩七号", "密桩图", "密桩注释", "密桩甲", "密桩再注"]
        {
            let found = bytes.windows(hidden.len()).any(|w| w == hidden.as_bytes());
            assert!(!found && !path.contains(hidden), "{hidden} in {path}");
        }
    }
}

/// A public text beside a hidden one: nothing tells that there is another.
#[test]
fn the_site_is_the_same_as_if_the_hidden_issues_were_not_there() {
    let with = SiteTest::case("sites/hidden-text");
    let without = SiteTest::case("sites/hidden-text");
    for path in ["002.md", "003.md", "005"] {
        let path = without.path().join("content/issues/2026").join(path);
        if path.is_dir() {
            std::fs::remove_dir_all(path).expect("removed");
        } else {
            std::fs::remove_file(path).expect("removed");
        }
    }
    for site in [&with, &without] {
        site.run(&format!("build --today {TODAY} --out out -q")).code(0);
    }
    let (with, without) = (files(&with.path().join("out")), files(&without.path().join("out")));
    let different: Vec<&String> = with
        .iter()
        .filter(|(path, bytes)| without.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .chain(without.keys().filter(|path| !with.contains_key(*path)))
        .collect();
    assert!(different.is_empty(), "{different:?}");
}
