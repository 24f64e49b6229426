//! How is a Chinese text read? Syllables for addresses, for order and for finding by pinyin.
//!
//! Characters with several readings are settled by a table of words, the longest first, and else
//! by their commonest reading. Where that is wrong for a name, the register's `pinyin` decides
//! ([`with_override`]).

use crate::fold::{is_han, simplified};
use pinyin::ToPinyin;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words and readings, one a line: `重庆 chong qing`; the file's head says the rest. Addresses hang on
/// it: whoever changes a reading here moves the addresses that were made of it.
const PHRASES: &str = include_str!("pinyin/phrases.txt");

/// Surnames that are read otherwise than the character or word elsewhere; the longest first.
#[rustfmt::skip]
const SURNAMES: &[(&str, &str)] = &[
    ("万俟", "mo qi"), ("尉迟", "yu chi"), ("单于", "chan yu"), ("澹台", "tan tai"), ("令狐", "ling hu"),
    ("长孙", "zhang sun"), ("夏侯", "xia hou"), ("皇甫", "huang fu"), ("宰父", "zai fu"), ("亓官", "qi guan"),
    ("单", "shan"), ("解", "xie"), ("区", "ou"), ("曾", "zeng"), ("查", "zha"), ("仇", "qiu"), ("朴", "piao"),
    ("尉", "wei"), ("盖", "ge"), ("任", "ren"), ("华", "hua"), ("翟", "zhai"), ("乐", "yue"), ("折", "she"),
    ("纪", "ji"), ("种", "chong"), ("晁", "chao"), ("员", "yun"), ("贠", "yun"), ("缪", "miao"), ("宁", "ning"),
    ("覃", "qin"), ("召", "shao"), ("冼", "xian"), ("洗", "xian"), ("秘", "bi"), ("费", "fei"), ("应", "ying"),
    ("燕", "yan"), ("葛", "ge"), ("都", "du"), ("车", "che"), ("石", "shi"), ("晟", "cheng"), ("长", "chang"),
    ("繁", "po"), ("祭", "zhai"), ("逄", "pang"), ("佴", "nai"), ("乜", "nie"), ("隗", "wei"), ("那", "na"),
    ("哈", "ha"), ("黑", "he"), ("重", "chong"), ("降", "jiang"), ("行", "xing"), ("强", "qiang"), ("参", "can"),
    ("殷", "yin"), ("訾", "zi"), ("牟", "mou"), ("瞿", "qu"), ("谌", "chen"), ("仉", "zhang"), ("郗", "xi"),
    ("郇", "xun"), ("郝", "hao"), ("柏", "bai"), ("卜", "bu"), ("褚", "chu"), ("沈", "shen"), ("俞", "yu"),
    ("薄", "bo"), ("逯", "lu"), ("麹", "qu"), ("幺", "yao"), ("於", "yu"), ("佘", "she"), ("阚", "kan"),
];

/// Lower-case syllables without tones: one for each Han character, one for each run of Latin
/// letters and digits. `ü` is written `v` (绿 is `lv`, as typed). Other characters only separate.
/// A Han character that nobody knows how to read is `u` and its code point in hex: see
/// [`is_reading`]. 々 repeats the syllable before it.
pub fn syllables(text: &str) -> Vec<String> {
    let chars = letters(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        at += match phrase_at(&chars[at..]) {
            Some((length, readings)) => {
                out.extend(readings.iter().map(|reading| (*reading).to_owned()));
                length
            }
            None => one_item(&chars[at..], &mut out),
        };
    }
    out
}

/// As [`syllables`], but when the register says how a name is read, its syllables: parted by
/// blanks, hyphens, apostrophes or anything else but letters and digits; tone marks are taken off.
pub fn with_override(text: &str, register: Option<&str>) -> Vec<String> {
    let said = register.map(said_syllables).filter(|said| !said.is_empty());
    said.unwrap_or_else(|| syllables(text))
}

/// As [`syllables`] for a person's name: its first character is read as a surname (单 shan, 曾 zeng).
pub fn person(name: &str) -> Vec<String> {
    let name: String = letters(name).into_iter().collect();
    let Some((surname, reading)) = SURNAMES.iter().find(|(surname, _)| name.starts_with(surname)) else {
        return syllables(&name);
    };
    let mut out: Vec<String> = reading.split(' ').map(str::to_owned).collect();
    out.extend(syllables(&name[surname.len()..]));
    out
}

/// First letters, as typed to find a name: `qing lan shi dai` → `qlsd`. An item that begins with a
/// digit stays whole (`5g ji zhan` → `5gjz`); an unknown character gives nothing.
pub fn initials(syllables: &[String]) -> String {
    let known = syllables.iter().filter(|syllable| is_reading(syllable));
    let initial = |syllable: &String| {
        let whole = syllable.starts_with(|c: char| c.is_ascii_digit());
        syllable.chars().take(if whole { usize::MAX } else { 1 }).collect::<String>()
    };
    known.map(initial).collect()
}

/// Whether a syllable is one, and not the code point of a character that nobody can read
/// (`u2a6d6`). No reading begins with `u`.
pub fn is_reading(syllable: &str) -> bool {
    let hex = |digits: &str| (4..=6).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
    !syllable.strip_prefix('u').is_some_and(hex)
}

/// The text as it is read: widths and ligatures resolved, simplified, without accents, lower case.
fn letters(text: &str) -> Vec<char> {
    // Nearly all names are of characters that no normal form changes.
    if text.chars().all(|c| c.is_ascii() || ('\u{4E00}'..='\u{9FFF}').contains(&c)) {
        return text.chars().map(|c| simplified(c.to_ascii_lowercase())).collect();
    }
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).nfc();
    plain.flat_map(char::to_lowercase).map(simplified).collect()
}

fn said_syllables(register: &str) -> Vec<String> {
    let toned = register.to_lowercase().nfc().collect::<String>();
    let umlaut = toned.replace(['ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ'], "v");
    let plain: String = letters(&umlaut).into_iter().collect();
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The item that begins a text in which no phrase begins; returns how many characters it takes.
fn one_item(chars: &[char], out: &mut Vec<String>) -> usize {
    let first = chars[0];
    if first == '々' {
        out.extend(out.last().cloned());
    } else if is_han(first) {
        out.push(reading(first));
    }
    let run = chars.iter().take_while(|c| c.is_ascii_alphanumeric());
    let run: String = run.collect();
    if run.is_empty() {
        return 1;
    }
    let length = run.len();
    out.push(run);
    length
}

fn reading(c: char) -> String {
    let plain = c.to_pinyin().map(|pinyin| pinyin.plain()).unwrap_or_default();
    if !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return plain.to_owned();
    }
    let ascii: String =
        letters(&plain.replace('ü', "v")).into_iter().filter(char::is_ascii_lowercase).collect();
    if ascii.is_empty() { format!("u{:x}", u32::from(c)) } else { ascii }
}

/// Phrases with their readings by their first character, the longest first.
type Phrases = HashMap<char, Vec<(Vec<char>, Vec<&'static str>)>>;

static PHRASE_TABLE: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    for line in PHRASES.lines().filter(|line| !line.starts_with('#')) {
        let Some((word, readings)) = line.split_once(' ') else { continue };
        let word: Vec<char> = word.chars().collect();
        phrases.entry(word[0]).or_default().push((word, readings.split(' ').collect()));
    }
    phrases.values_mut().for_each(|same| same.sort_by_key(|(word, _)| usize::MAX - word.len()));
    phrases
});

/// The longest phrase that begins the text.
fn phrase_at(chars: &[char]) -> Option<(usize, &'static [&'static str])> {
    let same = PHRASE_TABLE.get(chars.first()?)?;
    let (word, readings) = same.iter().find(|(word, _)| chars.starts_with(word))?;
    Some((word.len(), readings))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(syllables(text).join(" "), expected, "reading of {text}");
    }

    #[track_caller]
    fn check_said(register: &str, expected: &str) {
        assert_eq!(with_override("曹镇乡", Some(register)).join(" "), expected);
    }

    #[test]
    fn a_syllable_for_each_character() {
        check("", "");
        check("曹镇乡", "cao zhen xiang");
        check("氢蓝时代动力科技有限公司", "qing lan shi dai dong li ke ji you xian gong si");
        check("青海卓翔工贸有限公司", "qing hai zhuo xiang gong mao you xian gong si");
        check("绿色女子旅游", "lv se nv zi lv you");
        check("二〇二二", "er ling er er");
        check("人々", "ren ren");
        check("银行", "yin hang");
    }

    #[test]
    fn traditional_and_wide_forms_are_read_alike() {
        check("銀行", "yin hang");
        check("重慶", "chong qing");
        check("廈門", "xia men");
        check("５Ｇ基站", "5g ji zhan");
        check("㈱", "zhu");
    }

    #[test]
    fn latin_and_digits_stay_together() {
        check("7-Eleven（中国）", "7 eleven zhong guo");
        check("新引进5000万元", "xin yin jin 5000 wan yuan");
        check("A4纸", "a4 zhi");
        check("Café Wi-Fi", "cafe wi fi");
        check("，。 ★", "");
        check("ひらがな", "");
    }

    #[test]
    fn what_nobody_can_read_is_its_code_point() {
        check("\u{2A6D6}", "u2a6d6");
        check("\u{2A6D6}面", "u2a6d6 mian");
        check("𰻞面", "biang mian");
        assert!(!is_reading("u2a6d6") && is_reading("yu") && is_reading("u") && is_reading("usb"));
    }

    #[test]
    fn places() {
        for (place, reading) in [
            ("重庆", "chong qing"),
            ("长沙", "chang sha"),
            ("长江", "chang jiang"),
            ("长春", "chang chun"),
            ("长葛", "chang ge"),
            ("长垣", "chang yuan"),
            ("长子县", "zhang zi xian"),
            ("厦门", "xia men"),
            ("六安", "lu an"),
            ("蚌埠", "beng bu"),
            ("亳州", "bo zhou"),
            ("乐清", "yue qing"),
            ("乐山", "le shan"),
            ("单县", "shan xian"),
            ("朝阳", "zhao yang"),
            ("湛河", "zhan he"),
            ("宿州", "su zhou"),
            ("宿迁", "su qian"),
            ("台州", "tai zhou"),
            ("番禺", "pan yu"),
            ("东莞", "dong guan"),
            ("莘县", "shen xian"),
            ("浚县", "xun xian"),
            ("泌阳", "bi yang"),
            ("尉氏", "wei shi"),
            ("中牟", "zhong mu"),
            ("石家庄", "shi jia zhuang"),
            ("洛阳", "luo yang"),
            ("蔚县", "yu xian"),
            ("铅山", "yan shan"),
            ("歙县", "she xian"),
            ("砀山", "dang shan"),
            ("涡阳", "guo yang"),
            ("枞阳", "zong yang"),
            ("任丘", "ren qiu"),
            ("华县", "hua xian"),
            ("华山", "hua shan"),
            ("成都", "cheng du"),
            ("漯河", "luo he"),
            ("濮阳", "pu yang"),
            ("荥阳", "xing yang"),
            ("渑池", "mian chi"),
            ("郏县", "jia xian"),
            ("深圳", "shen zhen"),
            ("西藏", "xi zang"),
            ("喀什", "ka shi"),
            ("黄陂", "huang pi"),
            ("黄埔", "huang pu"),
            ("大埔", "da bu"),
            ("闵行", "min hang"),
            ("洪洞", "hong tong"),
            ("柏林", "bo lin"),
        ] {
            check(place, reading);
        }
    }

    #[test]
    fn words() {
        for (word, reading) in [
            ("成长", "cheng zhang"),
            ("市长", "shi zhang"),
            ("长期", "chang qi"),
            ("市长期", "shi chang qi"),
            ("大厦", "da sha"),
            ("行业", "hang ye"),
            ("行政", "xing zheng"),
            ("执行情况", "zhi xing qing kuang"),
            ("重工", "zhong gong"),
            ("重型", "zhong xing"),
            ("中信", "zhong xin"),
            ("重阳", "chong yang"),
            ("会计", "kuai ji"),
            ("社会计划", "she hui ji hua"),
            ("音乐", "yin yue"),
            ("快乐", "kuai le"),
            ("解放", "jie fang"),
            ("都市", "du shi"),
            ("都是", "dou shi"),
            ("成都是", "cheng du shi"),
            ("调度", "diao du"),
            ("调整", "tiao zheng"),
            ("强调整体", "qiang diao zheng ti"),
            ("汽车", "qi che"),
            ("人参", "ren shen"),
            ("负责人参加", "fu ze ren can jia"),
            ("参加", "can jia"),
            ("还款", "huan kuan"),
            ("还是", "hai shi"),
            ("得到", "de dao"),
            ("目的", "mu di"),
            ("项目的", "xiang mu de"),
            ("土地", "tu di"),
            ("曾经", "ceng jing"),
            ("规模具有", "gui mo ju you"),
            ("模具", "mu ju"),
            ("畜牧", "xu mu"),
            ("为了解决", "wei le jie jue"),
            ("了解", "liao jie"),
            ("订单集中", "ding dan ji zhong"),
        ] {
            check(word, reading);
        }
    }

    #[test]
    fn a_person_has_a_surname() {
        let read = |name| person(name).join(" ");
        assert_eq!(read("单明"), "shan ming");
        assert_eq!(read("曾国强"), "zeng guo qiang");
        assert_eq!(read("尉迟恭"), "yu chi gong");
        assert_eq!(read("解振华"), "xie zhen hua");
        assert_eq!(read("柳波"), "liu bo");
        assert_eq!(read("翟單"), "zhai dan");
        assert_eq!(read(""), "");
    }

    #[test]
    fn the_register_decides() {
        check_said("cao zhen xiang", "cao zhen xiang");
        check_said("Cáo-Zhèn  xiāng", "cao zhen xiang");
        check_said("xi'an", "xi an");
        check_said("lǜ nü", "lv nv");
        check_said(" - ", "cao zhen xiang");
        assert_eq!(with_override("曹镇", None), ["cao", "zhen"]);
    }

    #[test]
    fn initials_are_what_one_types() {
        let typed = |text| initials(&syllables(text));
        assert_eq!(typed("氢蓝时代"), "qlsd");
        assert_eq!(typed("5G基站"), "5gjz");
        assert_eq!(typed("ABC公司"), "ags");
        assert_eq!(typed("\u{2A6D6}面"), "m");
    }

    #[test]
    fn the_table_is_well_formed() {
        let words: BTreeSet<_> = PHRASE_TABLE.values().flatten().map(|(word, _)| word).collect();
        let lines = PHRASES.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(words.len(), lines, "a word stands twice");
        for (word, readings) in PHRASE_TABLE.values().flatten() {
            assert_eq!(word.len(), readings.len(), "{word:?}");
            assert!(readings.iter().all(|r| r.bytes().all(|b| b.is_ascii_lowercase())), "{word:?}");
            assert_eq!(word.iter().copied().map(simplified).collect::<Vec<_>>(), *word, "{word:?}");
        }
    }

    proptest! {
        #[test]
        fn syllables_are_safe_in_addresses(text in any::<String>()) {
            for syllable in syllables(&text) {
                prop_assert!(!syllable.is_empty());
                prop_assert!(syllable.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            }
        }

        #[test]
        fn every_han_character_gives_one(text in "[一-龥]{0,20}") {
            prop_assert_eq!(syllables(&text).len(), text.chars().count());
        }
    }
}
