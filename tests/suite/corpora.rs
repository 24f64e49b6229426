//! The sites that searches are tried on, beside the bulletin and the example.

use crate::support::SiteTest;
use std::fmt::Write;
use std::path::Path;

#[path = "../../benches/generate.rs"]
#[allow(dead_code, reason = "its command line is not needed here")]
mod generate;

/// SplitMix64: the same choices in every run.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) % n as u64) as usize
    }
}

/// A new folder with an invented archive.
pub fn generated(issues: usize) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let out = site.path().to_path_buf();
    generate::generate(&generate::Options { issues, companies: 60, years: 5, seed: 7, out }).unwrap();
    site
}

/// A site of what is rare: characters beyond the basic plane, digits, Latin, marks, a block that is
/// nothing, one that is a single character.
pub fn rare() -> SiteTest {
    let site = SiteTest::case("sites/traditional-and-rare");
    site.write(
        "content/issues/2024/009.md",
        "+++\ntitle = \"𠀀𠀁与 5G 基站（7-Eleven）的通报\"\nnumber = 9\ndate = 2024-08-10\n+++\n\n\
         8 月 10 日，𠀀𠀁𠀀𠀁𠀀，aaaa，㎡ ﬁ 𝔸𝔹 “引号”——破折号……\n\n\u{200b}\n\n㐀\n\n𐀀𐀁𐏿𐀀𐀁𐏿𐀂\n\n\
         ## 一、其他\n\n甲 a b c 乙。100 %，3.14，A/B，ＡＢＣ，①②③。\n\n| 列 | 二 |\n| --- | --- |\n| 甲 | 1,234.5 |\n",
    );
    site
}

/// A site that is no bulletin: long repetitions of one and of several characters, equal paragraphs in many
/// sections, English, code, old prose, hardly a word twice; and synonyms, two of them no words.
pub fn other() -> SiteTest {
    let site = SiteTest::small();
    site.write(
        "site.toml",
        "title = '杂录'\n[[series]]\nid = 'zalu'\nname = '杂录'\ndefault = true\n[search]\n\
         synonyms = [['甲乙甲乙甲乙', '车轮战'], ['refactoring', '重构'], ['己欲立', '推己及人', '恕']]\n",
    );
    let mut chance = Chance(3);
    let equal: String = (0..900).map(|n| char::from_u32(0x4E00 + n * 37 % 2600).unwrap()).collect();
    for number in 1..=30_usize {
        let mut text =
            format!("+++\ntitle = '第 {number} 卷'\nnumber = {number}\ndate = 2023-03-{number:02}\n+++\n\n");
        for (section, head) in ["一", "二", "三"].iter().enumerate() {
            let _ = writeln!(text, "## {head}、{}\n", "甲乙".repeat(1 + (number * 7 + section) % 90));
            let _ = writeln!(text, "{}\n", "啊".repeat(1 + chance.below(700)));
            let _ = writeln!(text, "{equal}{}\n", "东南西北".repeat(chance.below(60)));
            let words: Vec<String> = (0..40).map(|_| format!("w{:x}", chance.below(5000))).collect();
            let _ = writeln!(
                text,
                "{}. Refactoring isn't rewriting; “it depends”, don't it? {number}e-3\n",
                words.join(" ")
            );
            let _ = writeln!(
                text,
                "`let mut at = {number}; while at > 0 {{ at -= 1; }}` 己欲立而立人，己欲達而達人。\n"
            );
            let han: String =
                (0..120).map(|_| char::from_u32(0x4E00 + chance.below(0x5000) as u32).unwrap()).collect();
            let _ = writeln!(text, "{han}🙂👩‍👩‍👧{}\n", "ab".repeat(chance.below(300)));
        }
        site.write(&format!("content/issues/2023/{number:03}.md"), text);
    }
    site
}

/// Copies the sites into the folder `TONGBAO_CORPORA`, for tests/browser/search-whole.test.js.
#[test]
fn the_sites_for_the_browser() {
    let Some(folder) = std::env::var_os("TONGBAO_CORPORA") else { return };
    let (generated, rare, other) = (generated(40), rare(), other());
    for (name, site) in [("generated", generated.path()), ("rare", rare.path()), ("other", other.path())] {
        for (path, bytes) in crate::support::files(site) {
            let path = Path::new(&folder).join(name).join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, bytes).expect("written");
        }
    }
}
