//! Ids → addresses, anchors and output paths (SPEC 5). Nobody else builds one.
//!
//! A page's address is its output path: parts joined by `/`, the file always named, so that links
//! work from a folder opened without a web server. Everything here is ASCII.

use crate::config::Series;
use crate::fold::fold;
use crate::pinyin;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// Most characters of a reading in an address.
const READING: usize = 40;

/// Most characters of a part of a path.
const PART: usize = 60;

// --- Issues ---

/// `[series-]YEAR-NNN` or `[series-]YEAR-slug`; the default series has no prefix.
pub fn issue_id(series: &Series, year: i16, number: Option<u32>, slug: Option<&str>) -> String {
    let mut id = if series.default { String::new() } else { format!("{}-", series.id) };
    write!(id, "{year:04}-").expect("a string takes all");
    push_own_part(&mut id, number, slug);
    id
}

/// What stands behind a page's folder.
const PAGE: &str = "/index.html";

/// The folder of an issue's page and attachments: `issues/2022/006`.
pub fn issue_dir(series: &Series, year: i16, number: Option<u32>, slug: Option<&str>) -> String {
    let mut path = year_dir(series, year);
    path.push('/');
    push_own_part(&mut path, number, slug);
    path
}

/// An issue's page.
pub fn issue(series: &Series, year: i16, number: Option<u32>, slug: Option<&str>) -> String {
    issue_dir(series, year, number, slug) + PAGE
}

/// A file in an issue's folder, by the name that [`file_name`] gave it.
pub fn issue_file(series: &Series, year: i16, number: Option<u32>, slug: Option<&str>, name: &str) -> String {
    format!("{}/{name}", issue_dir(series, year, number, slug))
}

/// All series and years; or one series' years, which for the default series is the same page.
pub fn issues(series: Option<&Series>) -> String {
    page(&series.map_or_else(|| "issues".to_owned(), series_dir))
}

/// A series' issues of one year.
pub fn year(series: &Series, year: i16) -> String {
    page(&year_dir(series, year))
}

/// The bound year (合订本): whole, or a volume of it: half and part, both from 1.
pub fn bound(series: &Series, year: i16, volume: Option<(u8, u32)>) -> String {
    let volume = match volume {
        None => String::new(),
        Some((half, 1)) => format!("/h{half}"),
        Some((half, part)) => format!("/h{half}/{part}"),
    };
    page(&format!("{}/all{volume}", year_dir(series, year)))
}

/// Three digits or more, or the slug. An issue has one of them; the front matter sees to that.
fn push_own_part(path: &mut String, number: Option<u32>, slug: Option<&str>) {
    match number {
        Some(number) => write!(path, "{number:03}").expect("a string takes all"),
        None => path.push_str(slug.unwrap_or_default()),
    }
}

fn year_dir(series: &Series, year: i16) -> String {
    let mut path = series_dir(series);
    write!(path, "/{year:04}").expect("a string takes all");
    path
}

/// With room for what most paths below it add.
fn series_dir(series: &Series) -> String {
    let mut path = String::with_capacity(64);
    path.push_str("issues");
    if !series.default {
        path.push('/');
        path.push_str(&series.id);
    }
    path
}

// --- Townships and companies ---

/// Townships × years.
pub fn townships() -> String {
    page("townships")
}

/// Townships × the issues of one year.
pub fn matrix(year: i16) -> String {
    page(&format!("townships/matrix/{year:04}"))
}

/// A township's page: its newest entries.
pub fn township(id: &str) -> String {
    ["townships/", id, PAGE].concat()
}

/// A township's year.
pub fn township_year(id: &str, year: i16) -> String {
    page(&format!("townships/{id}/{year:04}"))
}

/// A township's feed.
pub fn township_feed(id: &str) -> String {
    format!("townships/{id}/feed.xml")
}

/// A township's rows as a table; the extension is `csv` or `xlsx`.
pub fn township_data(id: &str, extension: &str) -> String {
    format!("townships/{id}/data.{extension}")
}

/// All initials, and the companies named lately.
pub fn companies() -> String {
    page("companies")
}

/// Companies whose reading begins with a letter; `None` is all others.
pub fn initial(letter: Option<char>) -> String {
    page(&format!("companies/initial/{}", letter.map_or_else(|| "other".to_owned(), String::from)))
}

/// A part of a letter that has too many companies, by the prefix that their readings share.
pub fn initial_part(letter: Option<char>, prefix: &str) -> String {
    let folder = letter.map_or_else(|| "other".to_owned(), String::from);
    let end = if is_device(prefix) { "_" } else { "" };
    page(&format!("companies/initial/{folder}/{prefix}{end}"))
}

/// A company's page.
pub fn company(id: &str) -> String {
    ["companies/", id, PAGE].concat()
}

/// A company's year, when its whole record is too large for its page.
pub fn company_year(id: &str, year: i16) -> String {
    page(&format!("companies/{id}/{year:04}"))
}

/// A company's rows as a table; the extension is `csv`.
pub fn company_data(id: &str, extension: &str) -> String {
    format!("companies/{id}/data.{extension}")
}

/// The id of an entity that no register names: `<pinyin>-<6 hex of the SHA-256 of the folded
/// name>`. It depends on the name alone, so it never moves when one that sounds alike arrives.
pub fn unregistered(name: &str) -> String {
    let folded = fold(name);
    let hash = Sha256::digest(folded.as_bytes());
    let reading = cut(&pinyin::syllables(&folded), READING);
    let reading = if reading.is_empty() { "x" } else { &reading };
    format!("{reading}-{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2])
}

/// The letter under which a reading is listed; `None` is "other".
pub fn initial_of(syllables: &[String]) -> Option<char> {
    let first = syllables.first().filter(|first| pinyin::is_reading(first))?;
    first.chars().next().filter(char::is_ascii_lowercase)
}

// --- Other pages and files ---

/// The front page.
pub fn home() -> String {
    "index.html".to_owned()
}

/// The search page.
pub fn search() -> String {
    page("search")
}

/// The search page with a query: everything but unreserved ASCII is written as `%XX` of its UTF-8.
pub fn search_for(query: &str) -> String {
    let mut address = format!("{}?q=", search());
    for byte in query.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => address.push(byte.into()),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// The address part of a plain page, from its file's name without `.md`.
pub fn page_slug(stem: &str) -> String {
    let slug = cut(&pinyin::syllables(stem), READING);
    if slug.is_empty() || is_reserved(&slug) {
        format!("page-{slug}").trim_end_matches('-').to_owned()
    } else {
        slug
    }
}

/// An id to propose for a name that no register has.
pub fn suggested_id(name: &str) -> String {
    let slug = cut(&pinyin::syllables(name), READING);
    if slug.is_empty() || is_reserved(&slug) {
        format!("x-{slug}").trim_end_matches('-').to_owned()
    } else {
        slug
    }
}

/// A plain page.
pub fn plain(slug: &str) -> String {
    page(&format!("pages/{slug}"))
}

/// A file in a plain page's folder.
pub fn plain_file(slug: &str, name: &str) -> String {
    format!("pages/{slug}/{name}")
}

/// The page for addresses that do not exist.
pub fn not_found() -> String {
    "404.html".to_owned()
}

/// What stands beside the front page and is no page: folders of the house and single files, some of
/// which only some builds make. In small letters, as [`same_address_key`] gives them.
pub const HOUSE: [&str; 10] = [
    "assets",
    "cards",
    "data",
    "search",
    "feed.xml",
    "opensearch.xml",
    "robots.txt",
    "sha256sums.txt",
    "sitemap.xml",
    "tongbao.json",
];

/// A file of the theme.
pub fn asset(name: &str) -> String {
    format!("assets/{name}")
}

/// A file of open data.
pub fn data(name: &str) -> String {
    format!("data/{name}")
}

/// A file of the search: its start or a shard.
pub fn search_file(name: &str) -> String {
    format!("search/{name}")
}

/// A card, loaded when asked for; the kind is `townships`, `companies` or `issues`.
pub fn card(kind: &str, id: &str) -> String {
    format!("cards/{kind}/{id}.js")
}

/// The page that stands at an address given without its file, as `aliases` give them.
pub fn page(address: &str) -> String {
    let address = address.trim_matches('/');
    if address.is_empty() { home() } else { [address, PAGE].concat() }
}

/// The file of an old address, which may be that of an `.html` file.
pub fn redirect(address: &str) -> String {
    if address.ends_with(".html") { address.to_owned() } else { page(address) }
}

// --- Links ---

/// The link from one page to another, both as output paths. It names the file, and keeps what
/// follows `?` or `#`; to a fragment of the same page it is the fragment alone.
pub fn relative(from: &str, to: &str) -> String {
    let end = to.bytes().position(|byte| matches!(byte, b'?' | b'#'));
    let (path, rest) = to.split_at(end.unwrap_or(to.len()));
    if path == from && rest.starts_with('#') {
        return rest.to_owned();
    }
    // The folders that both share end with the last `/` up to which the two agree.
    let agree = from.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count();
    let shared = from.as_bytes()[..agree].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let up = from[shared..].bytes().filter(|byte| *byte == b'/').count();
    let mut link = String::with_capacity(3 * up + to.len() - shared);
    (0..up).for_each(|_| link.push_str("../"));
    link.push_str(&path[shared..]);
    link.push_str(rest);
    link
}

/// Whether an address leads out of the site in a way that runs nothing: browsers skip blanks and
/// control signs when they look for the scheme, so one that holds any is refused.
pub fn leads_out(href: &str) -> bool {
    let clean = !href.chars().any(|c| c.is_control() || c.is_whitespace());
    let has =
        |scheme: &&str| href.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
    clean && ["http://", "https://", "mailto:"].iter().any(has)
}

// --- Anchors ---

/// The fragment of the opening.
pub const TOP: &str = "top";

/// The fragments of an issue's sections, in their order; the first section is the opening.
///
/// A section is given as its heading and the id of the first township that its head names (`None`
/// when it has none of its own). Townships' anchors are given first, so that a heading never takes
/// one away; a repeat gets `-2`, `-3` …, never one that another section has by its own right.
pub fn anchors<'a>(sections: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Vec<String> {
    let sections: Vec<_> = sections.collect();
    let mut given = Given::default();
    let mut anchors = vec![String::new(); sections.len()];
    if let Some(opening) = anchors.first_mut() {
        *opening = given.give(TOP, &BTreeSet::new());
    }
    let rest = sections.iter().enumerate().skip(1);
    let (of_townships, others): (Vec<_>, Vec<_>) = rest.partition(|(_, (_, township))| township.is_some());
    for part in [of_townships, others] {
        let wanted: Vec<(usize, String)> =
            part.into_iter().map(|(i, &(heading, township))| (i, wanted_anchor(heading, township))).collect();
        let natural = wanted.iter().map(|(_, anchor)| anchor.as_str()).collect();
        for (i, anchor) in &wanted {
            anchors[*i] = given.give(anchor, &natural);
        }
    }
    anchors
}

/// The fragment of a section's paragraph, counted from 1.
pub fn paragraph(section_anchor: &str, n: usize) -> String {
    format!("{section_anchor}-p{n}")
}

/// The fragment of a half-year on a timeline.
pub fn half(year: i16, half: u8) -> String {
    format!("{year:04}-h{half}")
}

/// The fragment of an issue, or of one of its fragments, on a page that holds several issues. `_`
/// is in no id, so that no two of them meet.
pub fn within(issue_id: &str, anchor: &str) -> String {
    if anchor == TOP { issue_id.to_owned() } else { format!("{issue_id}_{anchor}") }
}

/// Anchors given so far in one issue.
#[derive(Default)]
struct Given {
    taken: BTreeSet<String>,
    /// The last number tried for each anchor, so that a thousand repeats do not take a million steps.
    last: BTreeMap<String, usize>,
}

impl Given {
    /// The anchor itself the first time, then numbered; a number is skipped when the result is
    /// `natural` for another section.
    fn give(&mut self, anchor: &str, natural: &BTreeSet<&str>) -> String {
        if self.taken.insert(anchor.to_owned()) {
            return anchor.to_owned();
        }
        let last = self.last.entry(anchor.to_owned()).or_insert(1);
        loop {
            *last += 1;
            let numbered = format!("{anchor}-{last}");
            if !natural.contains(numbered.as_str()) && self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// The anchor a section has by its own right. One that looks like a [`paragraph`] gets `-s`.
fn wanted_anchor(heading: &str, township: Option<&str>) -> String {
    let own = township.map_or_else(|| heading_anchor(heading), str::to_owned);
    let digits = own.rsplit_once("-p").map(|(_, digits)| digits);
    let like_paragraph = digits.is_some_and(|digits| !digits.is_empty() && is_digits(digits));
    if like_paragraph { format!("{own}-s") } else { own }
}

fn heading_anchor(heading: &str) -> String {
    let reading = cut(&pinyin::syllables(without_number(heading)), READING);
    if reading.is_empty() { "s".to_owned() } else { reading }
}

/// A heading without the numbers before it: 第三部分 一、 （一） 1. （1） ①, also several of them. `1.`
/// before a digit is no number.
pub fn without_number(heading: &str) -> &str {
    let mut rest = heading.trim();
    while let Some(shorter) = without_one_number(rest) {
        rest = shorter.trim_start();
    }
    rest
}

fn without_one_number(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(|c: char| ('①'..='⒇').contains(&c)) {
        return Some(rest);
    }
    if let Some(rest) = text.strip_prefix('第') {
        return number(rest)?.trim_start().strip_prefix("部分").map(after_separator);
    }
    if let Some(rest) = text.strip_prefix(['（', '(', '﹙']) {
        return number(rest.trim_start())?.trim_start().strip_prefix(['）', ')', '﹚']);
    }
    let rest = number(text)?.trim_start();
    let after = rest.strip_prefix(['、', '.', '．', '）', ')', '﹑'])?;
    let decimal = rest.starts_with(['.', '．']) && after.starts_with(is_digit);
    (!decimal).then_some(after)
}

fn number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c| is_digit(c) || "〇零一二三四五六七八九十百".contains(c));
    (rest.len() < text.len()).then_some(rest)
}

fn after_separator(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{3000}', '、', '：', ':', '，', '.', '．'])
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

// --- Names ---

/// An ASCII name for an attachment or image: the reading of its stem and its extension in lower
/// case, at most 60 characters, no name that Windows keeps for itself, and none of `taken`, to which
/// it is added.
pub fn file_name(original: &str, taken: &mut BTreeSet<String>) -> String {
    let last = original.rsplit(['/', '\\']).next().unwrap_or(original);
    let (stem, extension) = stem_and_extension(last);
    let mut name = format!("{}{extension}", safe_stem(stem, PART - extension.len()));
    let mut n = 1;
    while !taken.insert(name.clone()) {
        n += 1;
        let end = format!("-{n}{extension}");
        name = format!("{}{end}", safe_stem(stem, PART - end.len()));
    }
    name
}

/// A readable stem of at most `most` characters.
fn safe_stem(stem: &str, most: usize) -> String {
    let reading = cut(&pinyin::syllables(stem), most);
    match reading.as_str() {
        "" => "file".to_owned(),
        device if is_device(device) => format!("file-{device}"),
        _ => reading,
    }
}

/// The stem, and the extension with its point in lower case ("" when there is none fit to be one).
fn stem_and_extension(name: &str) -> (&str, String) {
    let Some((stem, extension)) = name.rsplit_once('.') else { return (name, String::new()) };
    let plain = fold(extension);
    let fit = (1..=10).contains(&plain.len()) && plain.chars().all(|c| c.is_ascii_alphanumeric());
    if fit { (stem, format!(".{plain}")) } else { (name, String::new()) }
}

/// Whether a slug or id cannot be an address part, because a page of the house or Windows has it.
pub fn is_reserved(slug: &str) -> bool {
    let slug = slug.to_ascii_lowercase();
    matches!(slug.as_str(), "" | "index" | "all" | "matrix" | "initial" | TOP)
        || is_digits(&slug)
        || is_device(&slug)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Names that Windows gives to devices, whatever the extension.
fn is_device(stem: &str) -> bool {
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered.is_some_and(|n| n.len() == 1 && is_digits(n))
}

/// The key under which two addresses are one on some disk: Windows and macOS compare names without
/// case, macOS in a normal form.
pub fn same_address_key(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfkc().flat_map(char::to_lowercase).nfc().collect()
}

/// Syllables joined by `-`, as many as fit; a first one that does not fit is cut.
fn cut(syllables: &[String], most: usize) -> String {
    let mut joined = String::new();
    for syllable in syllables {
        if joined.is_empty() {
            joined.extend(syllable.chars().take(most));
        } else if joined.len() + 1 + syllable.len() <= most {
            joined.push('-');
            joined.push_str(syllable);
        } else {
            break;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(id: &str, default: bool) -> Series {
        Series { id: id.to_owned(), name: id.to_owned(), issuer: String::new(), default }
    }

    #[track_caller]
    fn check(address: impl AsRef<str>, expected: &str) {
        assert_eq!(address.as_ref(), expected);
    }

    #[track_caller]
    fn check_anchors(sections: &[(&str, Option<&str>)], expected: &[&str]) {
        assert_eq!(anchors(sections.iter().copied()), expected);
    }

    #[track_caller]
    fn check_files(originals: &[&str], expected: &[&str]) {
        let mut taken = BTreeSet::new();
        let names: Vec<String> = originals.iter().map(|original| file_name(original, &mut taken)).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn issues_of_the_default_series() {
        let main = series("tongbao", true);
        check(issue_id(&main, 2022, Some(6), None), "2022-006");
        check(issue_id(&main, 2022, Some(1234), None), "2022-1234");
        check(issue_id(&main, 2022, None, Some("zengkan")), "2022-zengkan");
        check(issue_dir(&main, 2022, Some(6), None), "issues/2022/006");
        check(issue(&main, 2022, Some(6), None), "issues/2022/006/index.html");
        check(issue_file(&main, 2022, Some(6), None, "fu-biao.xlsx"), "issues/2022/006/fu-biao.xlsx");
        check(issues(Some(&main)), "issues/index.html");
        check(year(&main, 2022), "issues/2022/index.html");
        check(bound(&main, 2022, None), "issues/2022/all/index.html");
        check(bound(&main, 2022, Some((2, 1))), "issues/2022/all/h2/index.html");
        check(bound(&main, 2022, Some((2, 3))), "issues/2022/all/h2/3/index.html");
    }

    #[test]
    fn issues_of_another_series() {
        let other = series("jianbao", false);
        check(issue_id(&other, 2022, Some(6), None), "jianbao-2022-006");
        check(issue(&other, 2022, None, Some("tekan")), "issues/jianbao/2022/tekan/index.html");
        check(issues(Some(&other)), "issues/jianbao/index.html");
        check(issues(None), "issues/index.html");
        check(year(&other, 2022), "issues/jianbao/2022/index.html");
        check(bound(&other, 2022, Some((1, 1))), "issues/jianbao/2022/all/h1/index.html");
    }

    #[test]
    fn all_other_pages() {
        check(home(), "index.html");
        check(townships(), "townships/index.html");
        check(matrix(2022), "townships/matrix/2022/index.html");
        check(township("caozhen"), "townships/caozhen/index.html");
        check(township_year("caozhen", 2022), "townships/caozhen/2022/index.html");
        check(township_feed("caozhen"), "townships/caozhen/feed.xml");
        check(township_data("caozhen", "csv"), "townships/caozhen/data.csv");
        check(companies(), "companies/index.html");
        check(initial(Some('a')), "companies/initial/a/index.html");
        check(initial(None), "companies/initial/other/index.html");
        check(company("x"), "companies/x/index.html");
        check(company_data("x", "csv"), "companies/x/data.csv");
        check(plain("about"), "pages/about/index.html");
        check(plain_file("about", "a.png"), "pages/about/a.png");
        check(search(), "search/index.html");
        check(search_for("年:2022 a-b&c"), "search/index.html?q=%E5%B9%B4%3A2022%20a-b%26c");
        check(not_found(), "404.html");
        check(asset("site.js"), "assets/site.js");
        check(data("issues.json"), "data/issues.json");
        check(search_file("start.js"), "search/start.js");
        check(card("companies", "x"), "cards/companies/x.js");
        check(page("/2021/old/"), "2021/old/index.html");
        check(page(""), "index.html");
    }

    #[test]
    fn links_go_from_file_to_file() {
        let from = "issues/2022/006/index.html";
        check(relative(from, "townships/caozhen/index.html"), "../../../townships/caozhen/index.html");
        check(relative(from, "issues/2022/007/index.html"), "../007/index.html");
        check(relative(from, "issues/2022/index.html"), "../index.html");
        check(relative(from, "issues/2022/006/fu-biao.xlsx"), "fu-biao.xlsx");
        check(relative(from, "index.html"), "../../../index.html");
        check(relative("index.html", from), "issues/2022/006/index.html");
        check(relative("404.html", "assets/site.js"), "assets/site.js");
        check(relative(from, from), "index.html");
        check(relative(from, "issues/2022/006/index.html#top"), "#top");
        check(relative(from, "issues/2022/007/index.html#a-p3"), "../007/index.html#a-p3");
        check(relative(from, "search/index.html?q=a/b#x"), "../../../search/index.html?q=a/b#x");
        check(relative("a/b/index.html", "a/bc/index.html"), "../bc/index.html");
    }

    #[test]
    fn anchors_of_the_seed() {
        let seed = [("", None), ("一、曹镇乡", Some("caozhen")), ("三、九里山街道", Some("jiulishan"))];
        check_anchors(&seed, &["top", "caozhen", "jiulishan"]);
        check_anchors(&[], &[]);
    }

    #[test]
    fn headings_are_read_without_their_numbers() {
        fn anchor(heading: &str) -> String {
            anchors([("", None), (heading, None)].into_iter()).remove(1)
        }
        check(anchor("第三部分 存在问题"), "cun-zai-wen-ti");
        check(anchor("（一）工作要求"), "gong-zuo-yao-qiu");
        check(anchor("1．重庆考察"), "chong-qing-kao-cha");
        check(anchor("一、（二）"), "s");
        check(anchor("★"), "s");
        check(anchor("Top"), "top-2");
        check(anchor("2022年工作"), "2022-nian-gong-zuo");
        check(
            anchor("关于各乡（街道）新引进产业项目工作进展情况的通报"),
            "guan-yu-ge-xiang-jie-dao-xin-yin-jin",
        );
        check(anchor(&"a".repeat(99)), &"a".repeat(40));
        check(anchor("方案 P3"), "fang-an-p3-s");
    }

    #[test]
    fn repeats_are_numbered_and_never_clash() {
        check_anchors(
            &[("", None), ("要求", None), ("要求", None), ("要求", None)],
            &["top", "yao-qiu", "yao-qiu-2", "yao-qiu-3"],
        );
        check_anchors(
            &[("", None), ("要求", None), ("要求", None), ("要求2", None)],
            &["top", "yao-qiu", "yao-qiu-3", "yao-qiu-2"],
        );
        check_anchors(
            &[("", None), ("河滨", None), ("河滨街道", Some("he-bin"))],
            &["top", "he-bin-2", "he-bin"],
        );
        check_anchors(
            &[("", None), ("a", Some("a")), ("a", Some("a")), ("b", Some("a-2"))],
            &["top", "a", "a-3", "a-2"],
        );
    }

    #[test]
    fn other_fragments() {
        check(paragraph("caozhen", 3), "caozhen-p3");
        check(half(2022, 2), "2022-h2");
        check(within("2022-006", "caozhen"), "2022-006_caozhen");
        check(within("2022-006", TOP), "2022-006");
    }

    #[test]
    fn numbers_before_headings() {
        for (heading, expected) in [
            ("一、曹镇乡", "曹镇乡"),
            ("十二、 曹镇乡", "曹镇乡"),
            ("（一）机制", "机制"),
            ("(十一) 机制", "机制"),
            ("1. 机制", "机制"),
            ("１．机制", "机制"),
            ("12、机制", "机制"),
            ("（3）机制", "机制"),
            ("3）机制", "机制"),
            ("①机制", "机制"),
            ("第一部分：总体", "总体"),
            ("第二部分　总体", "总体"),
            ("一、（一）机制", "机制"),
            ("1.5万吨项目", "1.5万吨项目"),
            ("2022年工作", "2022年工作"),
            ("一是加强", "一是加强"),
            ("第一书记", "第一书记"),
            ("三门峡", "三门峡"),
            ("（街道）", "（街道）"),
            ("", ""),
        ] {
            check(without_number(heading), expected);
        }
    }

    #[test]
    fn unregistered_entities() {
        check(unregistered("姚电公司"), "yao-dian-gong-si-55a075");
        check(unregistered("姚電 公司"), &unregistered("姚电公司"));
        check(unregistered("ＡＢ（中国）公司"), "ab-zhong-guo-gong-si-47ca9a");
        check(unregistered("★"), "x-26c57b");
        let long = unregistered("氢蓝时代动力科技有限公司第一分公司");
        check(long, "qing-lan-shi-dai-dong-li-ke-ji-you-xian-663f60");
    }

    #[test]
    fn file_names() {
        check_files(&["原件.docx"], &["yuan-jian.docx"]);
        check_files(&["附 表（1）.XLSX"], &["fu-biao-1.xlsx"]);
        check_files(&["images/图.PNG", "图.png", "圖.png"], &["tu.png", "tu-2.png", "tu-3.png"]);
        check_files(
            &["IMG_2022.jpg", "README", ".docx", "★.pdf"],
            &["img-2022.jpg", "readme", "file.docx", "file.pdf"],
        );
        check_files(&["con.docx", "COM1.txt", "con"], &["file-con.docx", "file-com1.txt", "file-con"]);
        check_files(&["a.", "v1.2版", "a.doc.zip"], &["a", "v1-2-ban", "a-doc.zip"]);
        check_files(&["a\\b\\c.txt", "../../etc/passwd"], &["c.txt", "passwd"]);
    }

    #[test]
    fn reserved_slugs() {
        for slug in [
            "", "index", "all", "matrix", "initial", "top", "2022", "0", "con", "CON", "nul", "com1", "lpt9",
            "com0",
        ] {
            assert!(is_reserved(slug), "{slug}");
        }
        for slug in ["caozhen", "com", "com10", "2022a", "h1", "console", "lpt", "other"] {
            assert!(!is_reserved(slug), "{slug}");
        }
    }

    #[test]
    fn initials_of_readings() {
        let initial = |name| initial_of(&pinyin::syllables(name));
        assert_eq!(initial("氢蓝时代"), Some('q'));
        assert_eq!(initial("ABC公司"), Some('a'));
        assert_eq!(initial("重庆公司"), Some('c'));
        assert_eq!(initial("360公司"), None);
        assert_eq!(initial("\u{2A6D6}面公司"), None);
        assert_eq!(initial(""), None);
    }

    #[test]
    fn the_house_has_its_names() {
        use crate::output::{MANIFEST, SUMS};
        let ours = [asset("x"), data("x"), search_file("x"), card("x", "x"), MANIFEST.into(), SUMS.into()];
        for path in ours.map(|path| same_address_key(&path)) {
            let first = path.split('/').next().expect("a part");
            assert!(HOUSE.contains(&first), "{path}");
        }
        assert!(HOUSE.iter().all(|name| same_address_key(name) == *name));
    }

    #[test]
    fn only_harmless_schemes_lead_out() {
        for good in ["https://www.gov.cn/", "HTTP://a/", "mailto:ducha@example.cn"] {
            assert!(leads_out(good), "{good}");
        }
        let bad =
            ["javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\tscript:x", "data:text/html,x"];
        for bad in
            bad.into_iter().chain(["vbscript:x", "file:///c:/", "//host/x", "http:/\n/x", "\u{1}https://a"])
        {
            assert!(!leads_out(bad), "{bad:?}");
        }
    }

    #[test]
    fn addresses_that_are_one_on_some_disk() {
        check(same_address_key("A/Ｂ/É.html"), &same_address_key("a/b/e\u{301}.html"));
        assert_ne!(same_address_key("a/b"), same_address_key("a-b"));
    }

    fn headings() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
        let heading = prop::sample::select(vec![
            "", "要求", "要求2", "要求-2", "a", "a-2", "一、a", "top", "s", "a p1", "★",
        ]);
        let township =
            prop::option::weighted(0.3, prop::sample::select(vec!["a", "a-2", "s", "yao-qiu", "a-p1"]));
        prop::collection::vec(
            (heading.prop_map(str::to_owned), township.prop_map(|t| t.map(str::to_owned))),
            0..14,
        )
    }

    proptest! {
        #[test]
        fn anchors_differ_and_are_no_paragraphs(sections in headings()) {
            let anchors = anchors(sections.iter().map(|(heading, township)| (heading.as_str(), township.as_deref())));
            prop_assert_eq!(anchors.len(), sections.len());
            let all: BTreeSet<&String> = anchors.iter().collect();
            prop_assert_eq!(all.len(), anchors.len());
            for anchor in &anchors {
                for n in 1..5 {
                    prop_assert!(!all.contains(&paragraph(anchor, n)));
                }
            }
        }

        #[test]
        fn a_link_leads_where_it_should(from in "([a-c]{1,2}/){0,4}index.html", to in "([a-c]{1,2}/){0,4}x.html") {
            let link = relative(&from, &to);
            let mut at: Vec<&str> = from.split('/').collect();
            at.pop();
            for part in link.split('/') {
                if part == ".." { prop_assert!(at.pop().is_some()); } else { at.push(part); }
            }
            prop_assert_eq!(at.join("/"), to);
        }

        #[test]
        fn file_names_are_safe(originals in prop::collection::vec(any::<String>(), 0..6)) {
            let mut taken = BTreeSet::new();
            let names: BTreeSet<String> = originals.iter().map(|original| file_name(original, &mut taken)).collect();
            prop_assert_eq!(names.len(), originals.len());
            for name in names {
                prop_assert!(!name.is_empty() && name.len() <= PART);
                prop_assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.'));
                prop_assert!(!name.starts_with('.') && !name.ends_with('.'));
            }
        }

        #[test]
        fn unregistered_ids_are_address_parts(name in any::<String>()) {
            let id = unregistered(&name);
            prop_assert!(id.len() <= READING + 7 && !is_reserved(&id));
            prop_assert!(id.starts_with(|c: char| c.is_ascii_alphanumeric()));
            prop_assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert_eq!(id, unregistered(&fold(&name)));
        }
    }
}
