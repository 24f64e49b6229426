//! Writes invented bulletin archives of any size: the corpora that tongbao is measured on.
//!
//! `cargo bench --bench generate -- --issues 1000 --out DIR` fills an empty folder with a whole site
//! source (site.toml, both registers, `content/issues/YYYY/NNN.md`, SPEC section 3) that `tongbao
//! check` should accept as it stands. Real archives cannot travel with the project, and a handful of
//! repeated template sentences would flatter a search index; so the text has to behave like the
//! genre, and these properties are what the program is for:
//!
//! - **Growing vocabulary.** Words, frames and coined names (villages, roads, campaigns, products,
//!   people) come into use as the years go on, so distinct terms keep rising (Heaps' law).
//! - **Long-tailed names.** A company is chosen mostly from earlier mentions, so few names are
//!   everywhere and most are rare (H. A. Simon, "On a class of skew distribution functions",
//!   Biometrika 42, 1955, which yields Zipf's law).
//! - **Boilerplate, but not everywhere.** Offices carry last month's paragraph over; the rest is put
//!   together from several hundred sentence frames with alternatives inside alternatives.
//! - **Determinism.** Equal seed and sizes give equal bytes: one seeded generator, no clock, and no
//!   walk over a hash map.
//!
//! The district, its officials, villages, firms and events are made up by chance from lists of
//! common words. **Any likeness to a real firm, person or place is accidental.**
//!
//! Reading order: options, `generate`, the world (townships, companies), the writer that fills
//! sentence frames, the forms an issue can take, then calendar, random numbers and the grammar
//! reader. The word lists and sentence frames are the constants at the end.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

fn main() -> ExitCode {
    match parse_arguments(env::args().skip(1)) {
        Ok(None) => {
            let _ = io::stdout().write_all(HELP.as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Some(options)) => match generate(&options) {
            Ok(line) => {
                let _ = writeln!(io::stderr(), "{line}");
                ExitCode::SUCCESS
            }
            Err(problem) => fail(&problem),
        },
        Err(problem) => fail(&problem),
    }
}

/// Says what is wrong on stderr; the exit code of a command that could not run is 2.
fn fail(problem: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{problem}");
    ExitCode::from(2)
}

const HELP: &str = "\
生成一个虚构的督查通报资料库，用于性能测试。内容全部虚构，如有雷同，纯属巧合。
Writes an invented bulletin archive for measurements. All content is made up.

  cargo bench --bench generate -- --issues 1000 --out DIR

  --out DIR       新建的或空的文件夹 / a new or empty folder (without it: this help)
  --issues N      期数，默认 1000 / number of issues
  --seed N        随机种子，默认 1 / the same seed and sizes give the same bytes
  --companies N   企业数，默认每期 5 家，至少 60 / registered companies, default 5 an issue, at least 60
  --years N       跨越年数，默认 20，到 2025 年 12 月为止 / years covered, ending in December 2025
";

// ---------------------------------------------------------------------------------------------
// Options

/// The last year of every archive; also the year after which nothing is dated.
const LAST_YEAR: i32 = 2025;
/// What a register may hold before `[limits]` has to be raised in site.toml (SPEC section 4).
const REGISTER_LIMIT: usize = 20_000;

/// What the command line asks for.
pub(crate) struct Options {
    pub issues: usize,
    pub companies: usize,
    pub years: usize,
    pub seed: u64,
    pub out: PathBuf,
}

/// Reads the arguments; `None` when help is wanted or no folder is named.
fn parse_arguments(mut args: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let (mut issues, mut companies, mut years, mut seed, mut out) = (1000, None, 20, 1, None);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} 后面缺少值 / needs a value"));
        match arg.as_str() {
            "--bench" => {} // cargo adds it
            "--help" | "-h" => return Ok(None),
            "--out" => out = Some(PathBuf::from(value()?)),
            "--issues" => issues = number(&arg, &value()?, 1, 200_000)?,
            "--companies" => companies = Some(number(&arg, &value()?, 2, 1_000_000)?),
            "--years" => years = number(&arg, &value()?, 1, 60)?,
            "--seed" => seed = number(&arg, &value()?, 0, usize::MAX)? as u64,
            _ => return Err(format!("不认识的参数 / unknown argument: {arg}\n\n{HELP}")),
        }
    }
    let companies = companies.unwrap_or((issues * 5).max(60));
    Ok(out.map(|out| Options { issues, companies, years, seed, out }))
}

/// A whole number between two bounds, or the sentence that says what it should be.
fn number(name: &str, text: &str, least: usize, most: usize) -> Result<usize, String> {
    match text.parse() {
        Ok(n) if (least..=most).contains(&n) => Ok(n),
        _ => Err(format!("{name} “{text}”：应为 {least} 至 {most} 的整数 / expected a whole number")),
    }
}

/// Writes the whole site source; gives back one line of figures.
pub(crate) fn generate(options: &Options) -> Result<String, String> {
    let start = Instant::now();
    prepare_folder(&options.out)?;
    let grammar = Grammar::read();
    let mut rng = Rng::new(options.seed);
    let dates = schedule(&mut rng, options);
    let townships = found_townships(&mut rng, &grammar, options.years);
    let companies = found_companies(&mut rng, &grammar, options.companies, &dates);

    write_file(&options.out.join("site.toml"), &site_toml(companies.len()))?;
    let content = options.out.join("content");
    write_file(&content.join("townships.toml"), &townships_toml(&townships))?;
    write_file(&content.join("companies.toml"), &companies_toml(&companies))?;

    let mut writer = Writer::new(rng, &grammar, townships, companies);
    let mut total = Totals::default();
    let mut year = YearNumbers::default();
    for (serial, &date) in dates.iter().enumerate() {
        writer.start_issue(serial, date, dates.len());
        let issue = write_issue(&mut writer, &mut year);
        let folder = content.join("issues").join(civil(date).0.to_string());
        write_file(&folder.join(format!("{}.md", issue.stem)), &issue.text)?;
        total.add(&issue);
    }
    let seconds = start.elapsed().as_secs_f64();
    let line = total.line(dates.len(), writer.companies_named(), seconds);
    Ok(format!("{}：{line}", options.out.display()))
}

/// Refuses a folder that holds anything, so that nothing is ever mixed or overwritten.
fn prepare_folder(out: &Path) -> Result<(), String> {
    let filled = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    if filled || out.is_file() {
        return Err(format!("“{}” 不是空文件夹 / is not an empty folder", out.display()));
    }
    Ok(())
}

/// Writes one file and the folders above it.
fn write_file(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|e| format!("写不了 / cannot write “{}”: {e}", path.display()))
}

/// What was written, for the line at the end.
#[derive(Default)]
struct Totals {
    bytes: usize,
    characters: usize,
    sections: usize,
    han: HashSet<char>,
}

impl Totals {
    fn add(&mut self, issue: &IssueFile) {
        self.bytes += issue.text.len();
        self.sections += issue.sections;
        for c in issue.text.chars() {
            self.characters += 1;
            if ('\u{3400}'..='\u{9fff}').contains(&c) {
                self.han.insert(c);
            }
        }
    }

    fn line(&self, issues: usize, named: usize, seconds: f64) -> String {
        format!(
            "{issues} 期 issues, {} 节 sections, {} 字 characters, {} 字节 bytes, \
             {} 个不同汉字 distinct Han, {named} 家企业 companies named, {seconds:.2} s",
            self.sections,
            self.characters,
            self.bytes,
            self.han.len()
        )
    }
}

/// The dates of all issues: spread over the years, never going back, at weekends moved to the
/// nearest working day (Saturday to Friday, Sunday to Monday, which keeps the order).
fn schedule(rng: &mut Rng, options: &Options) -> Vec<i32> {
    let first_year = LAST_YEAR + 1 - options.years as i32;
    let mut dates = Vec::with_capacity(options.issues);
    for y in 0..options.years {
        let before = options.issues * y / options.years;
        let count = options.issues * (y + 1) / options.years - before;
        let year = first_year + y as i32;
        let (start, end) = (days(year, 1, 1), days(year, 12, 31));
        let length = (end - start) as usize;
        for j in 0..count {
            let place = (j * 1000 + rng.below(1000)) * length / (count * 1000);
            dates.push(working_day(start + place as i32, start, end));
        }
    }
    dates
}

/// The working day nearest to `day` that still lies between `start` and `end`.
fn working_day(day: i32, start: i32, end: i32) -> i32 {
    match (day + 4).rem_euclid(7) {
        6 if day > start => day - 1,
        6 => day + 2,
        0 if day < end => day + 1,
        0 => day - 2,
        _ => day,
    }
}

// ---------------------------------------------------------------------------------------------
// Townships

/// One row of the invented district: (id, name, short name, kind).
type TownshipRow = (&'static str, &'static str, &'static str, &'static str);

/// A township with the officials of the moment and what its bulletins have already spoken of.
struct Township {
    row: TownshipRow,
    /// The name before `renamed` (a day number), when it has had another.
    former: Option<(&'static str, i32)>,
    since: Option<i32>,
    until: Option<i32>,
    merged_into: Option<&'static str>,
    /// Post and name; the first two are the two heads.
    officials: Vec<(String, String)>,
    villages: Growing,
    /// Projects mentioned before, newest last: company and project text.
    projects: Vec<(usize, String)>,
    /// The last mechanism paragraph on each topic, which the next report may carry over.
    carried: HashMap<&'static str, String>,
}

impl Township {
    fn name_on(&self, date: i32) -> &'static str {
        match self.former {
            Some((name, until)) if date <= until => name,
            _ => self.row.1,
        }
    }

    /// 乡, 镇 or 街道 on that day, as the name in use ends.
    fn kind_on(&self, date: i32) -> &'static str {
        let name = self.name_on(date);
        ["街道", "镇", "乡"].into_iter().find(|kind| name.ends_with(kind)).unwrap_or("街道")
    }

    fn exists_on(&self, date: i32) -> bool {
        self.since.is_none_or(|since| since <= date) && self.until.is_none_or(|end| date <= end)
    }
}

/// The townships with one renamed, one merged and one new, at fixed fractions of the years covered.
fn found_townships(rng: &mut Rng, grammar: &Grammar, years: usize) -> Vec<Township> {
    let first = days(LAST_YEAR + 1 - years as i32, 1, 1);
    let span = days(LAST_YEAR, 12, 31) - first;
    let turn = |percent: i32| month_end(first + span / 100 * percent);
    let year = civil(first).0;
    TOWNSHIPS
        .iter()
        .map(|&row| Township {
            row,
            former: (row.0 == RENAMED.0).then(|| (RENAMED.1, turn(42))),
            since: (row.0 == FOUNDED).then(|| turn(27) + 1),
            until: (row.0 == MERGED.0).then(|| turn(63)),
            merged_into: (row.0 == MERGED.0).then_some(MERGED.1),
            officials: (0..14).map(|place| appoint(rng, grammar, place, year)).collect(),
            villages: Growing::new(0.75, 60),
            projects: Vec::new(),
            carried: HashMap::new(),
        })
        .collect()
}

/// A new official for a place on the staff list; places 0 and 1 are the two heads.
fn appoint(rng: &mut Rng, grammar: &Grammar, place: usize, year: i32) -> (String, String) {
    let post = match place {
        0 => "书记",
        1 => "主任",
        _ => grammar.word(rng, "post", 1.0, year),
    };
    (post.to_owned(), person(rng, grammar))
}

/// An invented name: one or two given characters, common ones more often.
fn person(rng: &mut Rng, grammar: &Grammar) -> String {
    let mut name = grammar.word(rng, "surname", 1.0, 0).to_owned();
    for _ in 0..if rng.percent(78) { 2 } else { 1 } {
        name.push_str(grammar.word(rng, "given", 1.0, 0));
    }
    name
}

// ---------------------------------------------------------------------------------------------
// Companies

/// A registered company.
struct Company {
    id: String,
    name: String,
    /// A name it bore until that day.
    former: Option<(String, i32)>,
    short: Option<String>,
    /// The first day on which the short name is in use (after a change of the leading words).
    short_since: Option<i32>,
    /// What holds the short name and means something else.
    not: Option<String>,
    region: String,
    founded: Option<i32>,
    until: Option<i32>,
    merged_into: Option<String>,
    /// Index into the trades of the grammar, for products: `prod_<kind>`, `unit_<kind>`.
    kind: &'static str,
    /// The person who speaks for it.
    boss: String,
    /// The issue (by serial number) in which it turns up first.
    debut: usize,
}

impl Company {
    fn name_on(&self, date: i32) -> &str {
        match &self.former {
            Some((name, until)) if date <= *until => name,
            _ => &self.name,
        }
    }

    fn short_on(&self, date: i32) -> Option<&str> {
        let valid = self.short_since.is_none_or(|since| since <= date);
        self.short.as_deref().filter(|_| valid)
    }
}

/// The unit of those who make nothing that is counted.
const SERVICE: &str = "-";
/// The unit of what grows: animals, fruit, flowers, whose units differ too much.
const UNCOUNTED: &str = "=";

/// A 字号, the part of the name that is the firm's own, with its reading for the id.
#[derive(Clone)]
struct Brand {
    text: String,
    reading: String,
}

/// Names that are taken: no two companies may share any name, long or short.
struct Founding<'g> {
    grammar: &'g Grammar,
    taken: HashSet<String>,
    ids: HashSet<String>,
    brands: Vec<Brand>,
    brand_texts: HashSet<String>,
}

/// All companies, in the order in which they turn up.
fn found_companies(rng: &mut Rng, grammar: &Grammar, count: usize, dates: &[i32]) -> Vec<Company> {
    let mut founding = Founding {
        grammar,
        taken: HashSet::new(),
        ids: HashSet::new(),
        brands: Vec::new(),
        brand_texts: HashSet::new(),
    };
    let mut companies: Vec<Company> = Vec::with_capacity(count);
    for i in 0..count {
        let debut = i * dates.len() / count;
        let mut company = found_company(rng, &mut founding, &companies, debut);
        change_later(rng, &mut founding, &mut company, &companies, dates[debut]);
        companies.push(company);
    }
    companies
}

/// One company with a full name, perhaps a short name, that nobody else bears.
fn found_company(rng: &mut Rng, founding: &mut Founding, others: &[Company], debut: usize) -> Company {
    let grammar = founding.grammar;
    loop {
        let kind = grammar.any(rng, "kind");
        let trade = grammar.any(rng, &format!("trade_{kind}"));
        let (trade, key, head) = three_parts(trade);
        let brand = new_brand(rng, founding);
        let region = grammar.any(rng, "region");
        let org = grammar.word(rng, "org", 1.0, 0);
        let (name, mut short, key) = match rng.below(100) {
            0..8 => {
                let org = if rng.percent(75) { "集团有限公司" } else { "集团股份有限公司" };
                let name = format!("{region}{}{org}", brand.text);
                (name, format!("{}集团", brand.text), "jituan")
            }
            8..18 => (format!("{}{trade}{org}", brand.text), brand.text.clone() + head, key),
            18..22 => {
                let name = format!("{}（{region}）{trade}{org}", brand.text);
                (name, brand.text.clone() + head, key)
            }
            22..24 if !others.is_empty() => match subsidiary(rng, others, trade, org) {
                Some((name, short)) => (name, short, key),
                None => continue,
            },
            24..40 if matches!(kind, "muye" | "zhongzhi") => {
                let field = grammar.any(rng, "coop");
                let name = format!("{region}{}{field}专业合作社", brand.text);
                (name, format!("{}合作社", brand.text), "hezuoshe")
            }
            _ => (format!("{region}{}{trade}{org}", brand.text), brand.text.clone() + head, key),
        };
        let han_brand = !brand.text.is_ascii();
        let long_brand = han_brand && brand.text.chars().count() >= 3;
        match rng.below(100) {
            0..60 if long_brand => short = brand.text.clone(),
            0..9 => short = format!("{}公司", brand.text),
            9..11 if han_brand && key != "jituan" => short = brand.text.clone(),
            _ => {}
        }
        if founding.taken.contains(&name) {
            continue;
        }
        founding.taken.insert(name.clone());
        let has_short = rng.percent(if long_brand { 85 } else { 50 });
        let short = (has_short && founding.taken.insert(short.clone())).then_some(short);
        let not = short
            .as_ref()
            .filter(|s| **s == brand.text && rng.percent(25))
            .map(|s| format!("{s}{}", if rng.percent(50) { "路" } else { "花园" }));
        return Company {
            id: unique_id(&mut founding.ids, &format!("{}-{key}", brand.reading)),
            name,
            former: None,
            short,
            short_since: None,
            not,
            region: region.to_owned(),
            founded: None,
            until: None,
            merged_into: None,
            kind,
            boss: person(rng, grammar),
            debut,
        };
    }
}

/// A firm whose name begins with another one's short name: 某某集团国际工程有限公司.
fn subsidiary(rng: &mut Rng, others: &[Company], trade: &str, org: &str) -> Option<(String, String)> {
    let parent = &others[rng.below(others.len())];
    let short = parent.short.as_deref().filter(|s| s.ends_with("集团"))?;
    let scope = ["", "国际", "新", "第二", "岚河"][rng.below(5)];
    Some((format!("{short}{scope}{trade}{org}"), format!("{short}{scope}{trade}")))
}

/// A later change for some: another name, a merger, an end. `debut` is the day it turns up.
fn change_later(
    rng: &mut Rng,
    founding: &mut Founding,
    company: &mut Company,
    others: &[Company],
    debut: i32,
) {
    let last = days(LAST_YEAR, 12, 31);
    if rng.percent(12) {
        company.founded = Some(civil(debut).0 - rng.between(1, 16) as i32);
    }
    let day = debut + rng.between(200, 3000) as i32;
    if day > last - 60 {
        return;
    }
    let day = month_end(day);
    match rng.below(100) {
        0..6 => rename(rng, founding, company, day),
        6 => {
            company.until = Some(day);
            let heir = others.iter().rev().find(|c| c.until.is_none());
            company.merged_into = heir.map(|c| c.id.clone());
        }
        7 => company.until = Some(day),
        _ => {}
    }
}

/// Gives the company a former name: other leading words (the short name is then new as well), or
/// the form before it became a joint-stock company or a group.
fn rename(rng: &mut Rng, founding: &mut Founding, company: &mut Company, until: i32) {
    let name = &company.name;
    let plain = name
        .strip_suffix("集团股份有限公司")
        .or_else(|| name.strip_suffix("集团有限公司"))
        .map(|stem| format!("{stem}实业有限公司"))
        .or_else(|| name.strip_suffix("股份有限公司").map(|stem| format!("{stem}有限公司")))
        .or_else(|| name.strip_suffix("有限责任公司").map(|stem| format!("{stem}厂")));
    let (former, changed) = match plain {
        Some(former) if rng.percent(70) => (former, false),
        _ => {
            let brand = new_brand(rng, founding);
            let trade = founding.grammar.any(rng, &format!("trade_{}", company.kind));
            let (trade, ..) = three_parts(trade);
            (format!("{}{}{trade}有限公司", company.region, brand.text), true)
        }
    };
    if founding.taken.insert(former.clone()) {
        company.former = Some((former, until));
        company.short_since = changed.then_some(until + 1);
    }
}

/// A 字号: two characters, seldom three or four, seldom Latin; sometimes one that sounds like a
/// neighbour's (鸿达, 宏达), which is what makes search by sound and by character differ.
fn new_brand(rng: &mut Rng, founding: &mut Founding) -> Brand {
    let grammar = founding.grammar;
    loop {
        let mut brand = match rng.below(100) {
            0..5 if !founding.brands.is_empty() => sound_alike(rng, founding),
            5..9 => {
                let latin = grammar.any(rng, "latin");
                let text = latin.to_owned();
                Brand { text, reading: latin.to_lowercase() }
            }
            _ => Brand::of(&[
                grammar.word(rng, "brand_first", 1.0, 0),
                grammar.word(rng, "brand_second", 1.0, 0),
            ]),
        };
        match rng.below(100) {
            0..8 => brand.append(grammar.any(rng, "brand_third")),
            8..14 => brand.append(grammar.any(rng, "brand_tail")),
            _ => {}
        }
        let first_two: String = brand.text.chars().take(2).collect();
        let known = AVOIDED_BRANDS.split_whitespace().any(|word| word == first_two);
        let doubled = first_two.chars().next() == first_two.chars().nth(1);
        let fresh = !founding.brand_texts.contains(&brand.text);
        if !known && !doubled && (fresh || rng.percent(12)) {
            founding.brand_texts.insert(brand.text.clone());
            founding.brands.push(brand.clone());
            return brand;
        }
    }
}

/// Another 字号 with the same reading as one that exists, in other characters where there are any.
fn sound_alike(rng: &mut Rng, founding: &Founding) -> Brand {
    let model = &founding.brands[rng.below(founding.brands.len())];
    let lists = ["brand_first", "brand_second"].map(|name| founding.grammar.items(name));
    let pool: Vec<&str> = lists.into_iter().flatten().map(|item| item.text).collect();
    let mut brand = Brand { text: String::new(), reading: model.reading.clone() };
    for c in model.text.chars() {
        let own = pool.iter().find(|item| item.starts_with(c));
        let sound = own.map_or("", |item| &item[c.len_utf8()..]);
        let alike: Vec<char> = pool
            .iter()
            .filter(|item| sound == item.trim_start_matches(|c: char| !c.is_ascii()))
            .filter_map(|item| item.chars().next())
            .collect();
        brand.text.push(if alike.is_empty() { c } else { alike[rng.below(alike.len())] });
    }
    brand
}

impl Brand {
    /// Puts items such as `鸿hong` together.
    fn of(items: &[&str]) -> Brand {
        let mut brand = Brand { text: String::new(), reading: String::new() };
        for item in items {
            brand.append(item);
        }
        brand
    }

    fn append(&mut self, item: &str) {
        let end = item.find(|c: char| c.is_ascii()).unwrap_or(item.len());
        self.text.push_str(&item[..end]);
        self.reading.push_str(&item[end..]);
    }
}

/// `机械制造:jixie:机械` as its three parts: the trade, its key for ids, the head of short names.
fn three_parts(item: &'static str) -> (&'static str, &'static str, &'static str) {
    let mut parts = item.split(':');
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next())
}

/// The id, with `-2`, `-3`… when it is taken.
fn unique_id(ids: &mut HashSet<String>, base: &str) -> String {
    let mut id = base.to_owned();
    let mut n = 1;
    while !ids.insert(id.clone()) {
        n += 1;
        id = format!("{base}-{n}");
    }
    id
}

// ---------------------------------------------------------------------------------------------
// Registers

/// site.toml, with a raised limit for registers that need one.
fn site_toml(companies: usize) -> String {
    let mut out = SITE_TOML.to_owned();
    if companies > REGISTER_LIMIT {
        let _ = write!(out, "\n[limits]\nregister_entries = {companies}\n");
    }
    out
}

fn townships_toml(townships: &[Township]) -> String {
    let mut out = String::from("# 程序生成的虚构区划\n");
    for (order, township) in townships.iter().enumerate() {
        let (id, name, short, kind) = township.row;
        let _ = write!(
            out,
            "\n[[township]]\nid = \"{id}\"\nname = \"{name}\"\nshort = [\"{short}\"]\n\
             kind = \"{kind}\"\norder = {}\n",
            order + 1
        );
        if let Some((former, until)) = township.former {
            let _ = writeln!(out, "former = [{{ name = \"{former}\", until = {} }}]", iso(until));
        }
        if let Some(since) = township.since {
            let _ = writeln!(out, "since = {}", iso(since));
        }
        if let (Some(until), Some(heir)) = (township.until, township.merged_into) {
            let _ = writeln!(out, "until = {}\nmerged_into = \"{heir}\"", iso(until));
        }
    }
    out
}

fn companies_toml(companies: &[Company]) -> String {
    let mut out = String::from("# 程序生成的虚构企业，如有雷同，纯属巧合\n");
    for company in companies {
        let _ = write!(out, "\n[[company]]\nid = \"{}\"\nname = \"{}\"\n", company.id, company.name);
        match (&company.short, company.short_since) {
            (Some(short), Some(since)) => {
                let since = iso(since);
                let _ = writeln!(out, "short = [{{ name = \"{short}\", since = {since} }}]");
            }
            (Some(short), None) => {
                let _ = writeln!(out, "short = [\"{short}\"]");
            }
            (None, _) => {}
        }
        if let Some((former, until)) = &company.former {
            let _ = writeln!(out, "former = [{{ name = \"{former}\", until = {} }}]", iso(*until));
        }
        if let Some(not) = &company.not {
            let _ = writeln!(out, "not = [\"{not}\"]");
        }
        let _ = writeln!(out, "region = \"{}\"", company.region);
        if let Some(year) = company.founded {
            let _ = writeln!(out, "since = {year}");
        }
        if let Some(until) = company.until {
            let _ = writeln!(out, "until = {}", iso(until));
        }
        if let Some(heir) = &company.merged_into {
            let _ = writeln!(out, "merged_into = \"{heir}\"");
        }
    }
    out
}

// ---------------------------------------------------------------------------------------------
// The writer: fills sentence frames

/// An issue that is already written, as corrections refer to it.
#[derive(Clone)]
struct Past {
    year: i32,
    number: u32,
    date: i32,
    title: String,
    township: usize,
}

/// What the sentence being written is about.
#[derive(Default)]
struct Scene {
    township: Option<usize>,
    /// The day the paragraph has reached: actions are told in order.
    cursor: i32,
    company: Option<usize>,
    partner: Option<usize>,
    /// Companies already written in full in this section.
    named: Vec<usize>,
    /// The company named last, which 该公司 refers to.
    last: Option<usize>,
    /// The issue being corrected.
    corrected: Option<Past>,
    /// The township's points in tenths, in a ranking.
    score: usize,
    /// 上半年 and the like, in summaries.
    period: &'static str,
}

/// Holds the world and writes sentences about it.
struct Writer<'g> {
    rng: Rng,
    grammar: &'g Grammar,
    townships: Vec<Township>,
    companies: Vec<Company>,
    /// The next company, in order of debut, that has not been named yet.
    next_debut: usize,
    /// Companies whose time has come and that no sentence has named yet.
    waiting: Vec<usize>,
    /// One entry for each mention so far; a draw from it is Simon's rich-get-richer rule.
    mentions: Vec<u32>,
    leaders: Vec<String>,
    secretary: String,
    mayor: String,
    department_staff: Vec<Vec<String>>,
    roads: Growing,
    campaigns: Growing,
    past: Vec<Past>,
    date: i32,
    /// From 0 at the first issue to 1 at the last: how much of the vocabulary is in use.
    progress: f64,
    /// Counts sections; a frame's last use is one of these.
    section: u32,
    /// The first section of the current issue.
    issue_start: u32,
    /// For each frame of each list, the section that used it last.
    used: Vec<Vec<u32>>,
    /// The words that the current sentence has already drawn from lists.
    drawn: Vec<&'static str>,
    scene: Scene,
}

impl<'g> Writer<'g> {
    fn new(
        mut rng: Rng,
        grammar: &'g Grammar,
        townships: Vec<Township>,
        companies: Vec<Company>,
    ) -> Writer<'g> {
        let mut people = |n: usize| (0..n).map(|_| person(&mut rng, grammar)).collect::<Vec<_>>();
        Writer {
            leaders: people(18),
            department_staff: grammar.items("bm").iter().map(|_| people(4)).collect(),
            secretary: people(1).remove(0),
            mayor: people(1).remove(0),
            rng,
            grammar,
            townships,
            companies,
            next_debut: 0,
            waiting: Vec::new(),
            mentions: Vec::new(),
            roads: Growing::new(0.7, 320),
            campaigns: Growing::new(0.6, usize::MAX),
            past: Vec::new(),
            date: 0,
            progress: 0.0,
            section: 0,
            issue_start: 0,
            drawn: Vec::new(),
            used: grammar.lists.iter().map(|list| vec![0; list.items.len()]).collect(),
            scene: Scene::default(),
        }
    }

    /// Moves the world on to the day of the next issue.
    fn start_issue(&mut self, serial: usize, date: i32, issues: usize) {
        if serial > 0 && civil(date).0 != civil(self.date).0 {
            self.turn_of_the_year(civil(date).0);
        }
        self.date = date;
        self.progress = (serial + 1) as f64 / issues as f64;
        self.issue_start = self.section + 1;
        while self.companies.get(self.next_debut).is_some_and(|c| c.debut <= serial) {
            self.waiting.push(self.next_debut);
            self.next_debut += 1;
        }
        self.start_section(None);
    }

    /// Officials change posts, as they do after the turn of the year.
    fn turn_of_the_year(&mut self, year: i32) {
        let (rng, grammar) = (&mut self.rng, self.grammar);
        for township in &mut self.townships {
            for (place, official) in township.officials.iter_mut().enumerate() {
                if rng.percent(22) {
                    *official = appoint(rng, grammar, place, year);
                }
            }
        }
        let staff = self.department_staff.iter_mut().flatten();
        for name in staff.chain(&mut self.leaders) {
            if rng.percent(18) {
                *name = person(rng, grammar);
            }
        }
        if rng.percent(20) {
            self.secretary = std::mem::replace(&mut self.mayor, person(rng, grammar));
        }
    }

    fn year(&self) -> i32 {
        civil(self.date).0
    }

    /// The month that is reported on: an issue early in a month speaks of the month before.
    fn reported_month(&self) -> u32 {
        civil(self.date - 12).1
    }

    /// How many companies have been written about.
    fn companies_named(&self) -> usize {
        self.next_debut - self.waiting.len()
    }

    /// A new section: nobody has been named in it yet.
    fn start_section(&mut self, township: Option<usize>) {
        self.section += 1;
        self.scene = Scene { township, period: self.scene.period, ..Scene::default() };
        self.start_paragraph();
    }

    fn start_paragraph(&mut self) {
        self.scene.last = None;
        self.scene.cursor = self.date - 27;
    }

    /// A sentence from the list of frames, about companies of its own.
    fn sentence(&mut self, list: &str) -> String {
        self.scene.company = None;
        self.scene.partner = None;
        self.drawn.clear();
        let mut out = String::new();
        self.draw(list, &mut out);
        out
    }

    /// Several sentences from lists chosen by weight, until `length` characters are reached.
    fn sentences(&mut self, lists: &[(&str, usize)], length: usize) -> String {
        let mut out = String::new();
        let mut written = 0;
        while written < length {
            let list = self.rng.weighted(lists);
            let sentence = self.sentence(list);
            written += sentence.chars().count();
            out.push_str(&sentence);
        }
        out
    }

    /// Appends a word or an expanded frame of the list.
    fn draw(&mut self, name: &str, out: &mut String) {
        let list = self.grammar.list_index(name);
        match self.grammar.lists[list].kind {
            Kind::Words => {
                let word = self.new_word(name);
                out.push_str(word);
            }
            Kind::Frames => {
                let frame = self.choose_frame(list);
                self.expand(frame, out);
            }
        }
    }

    /// A word of the list that the sentence does not hold yet, as far as there are any.
    fn new_word(&mut self, name: &str) -> &'static str {
        let year = self.year();
        let mut word = self.grammar.word(&mut self.rng, name, self.progress, year);
        for _ in 0..8 {
            if !self.drawn.contains(&word) {
                break;
            }
            word = self.grammar.word(&mut self.rng, name, self.progress, year);
        }
        self.drawn.push(word);
        word
    }

    /// A frame that fits the year and that this issue, or at least this section, has not used yet.
    fn choose_frame(&mut self, list: usize) -> &'static str {
        let year = self.year();
        let items = &self.grammar.lists[list].items;
        let open = available(items.len(), 0.6, self.progress);
        let mut chosen = self.rng.below(open);
        for attempt in 0..60 {
            let unused_since = match attempt {
                0..12 => self.issue_start,
                12..40 => self.section,
                _ => u32::MAX,
            };
            if items[chosen].fits(year) && self.used[list][chosen] < unused_since {
                break;
            }
            chosen = self.rng.below(if attempt > 24 { items.len() } else { open });
        }
        self.used[list][chosen] = self.section;
        items[chosen].text
    }

    /// Writes a template: `[a|b]` is one of its alternatives, `{name}` a slot.
    fn expand(&mut self, template: &'static str, out: &mut String) {
        let mut rest = template;
        while let Some(at) = rest.find(['[', '{']) {
            out.push_str(&rest[..at]);
            let (inner, after) = enclosed(&rest[at..]);
            if rest[at..].starts_with('[') {
                let choice = alternative(inner, &mut self.rng);
                self.expand(choice, out);
            } else {
                self.slot(inner, out);
            }
            rest = after;
        }
        out.push_str(rest);
    }

    /// Fills one slot: numbers, people, places and companies here, everything else from its list.
    fn slot(&mut self, name: &'static str, out: &mut String) {
        let text = match name.split_once(':') {
            Some(("n", range)) => Some(self.whole_number(range)),
            Some((_, range)) => {
                let whole = self.whole_number(range);
                Some(format!("{whole}.{}", self.rng.between(1, 9)))
            }
            None => self
                .amount(name)
                .or_else(|| self.day(name))
                .or_else(|| self.official(name))
                .or_else(|| self.place(name))
                .or_else(|| self.business(name))
                .or_else(|| self.correction(name)),
        };
        match text {
            Some(text) => out.push_str(&text),
            None => self.draw(name, out),
        }
    }

    /// A number of the range `3-90`; large ones are round, as reported figures are.
    fn whole_number(&mut self, range: &str) -> String {
        let (low, high) = range.split_once('-').unwrap_or((range, range));
        let bounds = (low.parse().unwrap_or(1), high.parse().unwrap_or(9));
        let n = self.rng.between(bounds.0, bounds.1);
        let n = match n {
            2000.. if self.rng.percent(80) => n / 100 * 100,
            300.. if self.rng.percent(70) => n / 10 * 10,
            _ => n,
        };
        n.max(bounds.0).to_string()
    }

    /// Amounts of money, land and shares.
    fn amount(&mut self, name: &str) -> Option<String> {
        let rng = &mut self.rng;
        Some(match name {
            "rmb" => match rng.below(10) {
                0..4 => format!("{}.{}亿元", rng.between(1, 12), rng.between(1, 9)),
                4..6 => format!("{}亿元", rng.between(1, 30)),
                6..9 => format!("{}00万元", rng.between(6, 98)),
                _ => format!("{}50万元", rng.between(12, 90)),
            },
            "wan" => match rng.below(3) {
                0 => format!("{}.{}万元", rng.between(1, 30), rng.between(1, 9)),
                1 => format!("{}万元", rng.between(2, 98)),
                _ => format!("{}0万元", rng.between(3, 60)),
            },
            "mu" => match rng.below(4) {
                0 => format!("{}.{}亩", rng.between(3, 90), rng.between(1, 9)),
                1 => format!("{}亩", rng.between(6, 99)),
                _ => format!("{}0亩", rng.between(3, 98)),
            },
            "pct" => share(rng, 12, 98),
            "pct2" => share(rng, 3, 38),
            "hi" => share(rng, 78, 99),
            "gr" => share(rng, 2, 29),
            _ => return None,
        })
    }

    /// Dates (of actions in order, of meetings before, of what is due after) and the scene's figures.
    fn day(&mut self, name: &str) -> Option<String> {
        let (year, month, _) = civil(self.date);
        Some(match name {
            "day" => {
                let step = self.rng.below(6) as i32;
                self.scene.cursor = (self.scene.cursor + step).min(self.date - 3);
                month_day(self.scene.cursor)
            }
            "days" => {
                let step = self.rng.below(5) as i32;
                self.scene.cursor = (self.scene.cursor + step).min(self.date - 8);
                self.run_of_days(self.scene.cursor, '-')
            }
            "day0" => month_day(self.date - self.rng.between(18, 45) as i32),
            "days0" => {
                let first = self.date - self.rng.between(6, 16) as i32;
                self.run_of_days(first, '至')
            }
            "md" => {
                let (_, month, day) = civil(self.date - self.rng.between(15, 60) as i32);
                format!("{month}·{day}")
            }
            "mon" => format!("{}月", self.reported_month()),
            "y" => year.to_string(),
            "due" => {
                let (_, later, day) = civil(self.date + self.rng.between(12, 100) as i32);
                match self.rng.below(5) {
                    0 if month < 11 => "年底".to_owned(),
                    1 => format!("{later}月{day}日"),
                    2 => format!("{later}月{}旬", ["上", "中", "下"][self.rng.below(3)]),
                    3 if month > 8 => format!("{}年{}月底", year + 1, self.rng.between(1, 6)),
                    _ => format!("{later}月底"),
                }
            }
            "per" => self.scene.period.to_owned(),
            "score" => format!("{}.{}", self.scene.score / 10, self.scene.score % 10),
            _ => return None,
        })
    }

    /// `8月2日-5日`, with the month again when it changes.
    fn run_of_days(&mut self, first: i32, joint: char) -> String {
        let last = first + self.rng.between(1, 4) as i32;
        let ((_, m1, d1), (_, m2, d2)) = (civil(first), civil(last));
        if m1 == m2 {
            format!("{m1}月{d1}日{joint}{d2}日")
        } else {
            format!("{m1}月{d1}日{joint}{m2}月{d2}日")
        }
    }

    /// People: officials of the township in question, of the district, and others.
    fn official(&mut self, name: &str) -> Option<String> {
        let grammar = self.grammar;
        Some(match name {
            "who" => self.post_and_name(),
            "whos" => {
                let first = self.post_and_name();
                format!("{first}、{}", self.colleague())
            }
            "nm" => self.colleague(),
            "nms" => self.several(2, 2, Self::colleague),
            "names2" => {
                let kind = self.kind();
                let lead = if kind == "街道" { "" } else { "干部" };
                format!("{kind}{lead}{}", self.several(2, 2, Self::colleague))
            }
            "names3" => self.several(2, 3, |w| person(&mut w.rng, grammar)),
            "man" | "man2" | "man3" => person(&mut self.rng, grammar),
            "sur" => grammar.word(&mut self.rng, "surname", 1.0, 0).to_owned(),
            "sec" => self.secretary.clone(),
            "mayor" => self.mayor.clone(),
            "lead" => match self.rng.below(10) {
                0..6 => format!("区领导{}", self.leader()),
                6..8 => format!("区领导{}", self.several(2, 3, Self::leader)),
                _ => format!("{}{}", grammar.word(&mut self.rng, "lpost", 1.0, 0), self.leader()),
            },
            "bmr" | "deptman" => {
                let department = self.rng.below(self.department_staff.len());
                let staff = &self.department_staff[department];
                let person = &staff[self.rng.below(staff.len())];
                format!("{}{person}", grammar.items("bm")[department].text)
            }
            "bms" => self.several(2, 3, |w| grammar.any(&mut w.rng, "bm").to_owned()),
            "vilp" => {
                let village = self.village();
                let year = self.year();
                let post = grammar.word(&mut self.rng, "vpost", 1.0, year);
                format!("{village}{post}{}", person(&mut self.rng, grammar))
            }
            _ => return None,
        })
    }

    fn leader(&mut self) -> String {
        self.leaders[self.rng.below(self.leaders.len())].clone()
    }

    /// The bare name of an official of the township.
    fn colleague(&mut self) -> String {
        let township = self.township();
        let officials = &self.townships[township].officials;
        officials[self.rng.below(officials.len())].1.clone()
    }

    /// `镇党委副书记某某`, as the kind of township words it.
    fn post_and_name(&mut self) -> String {
        let township = self.township();
        let kind = self.kind();
        let officials = &self.townships[township].officials;
        let (post, name) = &officials[self.rng.skewed(officials.len())];
        let party = if kind == "街道" { "党工委" } else { "党委" };
        match (post.as_str(), kind) {
            ("书记" | "副书记", _) => format!("{kind}{party}{post}{name}"),
            ("主任" | "副主任", "街道") => format!("街道办事处{post}{name}"),
            ("主任", _) => format!("{kind}长{name}"),
            ("副主任", _) => format!("副{kind}长{name}"),
            _ => format!("{kind}{post}{name}"),
        }
    }

    /// Different items joined by 、; between `least` and `most` of them.
    fn several(&mut self, least: usize, most: usize, mut one: impl FnMut(&mut Self) -> String) -> String {
        let wanted = self.rng.between(least, most);
        let mut items: Vec<String> = Vec::with_capacity(wanted);
        for _ in 0..wanted * 3 {
            let item = one(self);
            if items.len() < wanted && !items.contains(&item) {
                items.push(item);
            }
        }
        items.join("、")
    }

    /// The township in question, or any that exists when there is none.
    fn township(&mut self) -> usize {
        if let Some(township) = self.scene.township {
            return township;
        }
        loop {
            let any = self.rng.below(self.townships.len());
            if self.townships[any].exists_on(self.date) {
                return any;
            }
        }
    }

    fn kind(&mut self) -> &'static str {
        let township = self.township();
        self.townships[township].kind_on(self.date)
    }

    /// Places: townships, villages, roads, spots, and the names given to campaigns and inns.
    fn place(&mut self, name: &str) -> Option<String> {
        let (grammar, progress) = (self.grammar, self.progress);
        Some(match name {
            "k" => self.kind().to_owned(),
            "T" | "T0" | "Tx" => {
                let township = self.township();
                self.townships[township].name_on(self.date).to_owned()
            }
            "Ts" => self.several(2, 4, |w| {
                let own = w.scene.township.take();
                let any = w.township();
                w.scene.township = own;
                w.townships[any].name_on(w.date).to_owned()
            }),
            "vil" => self.village(),
            "vils" => self.several(2, 3, Self::village),
            "spot" => {
                let village = self.village();
                let place = grammar.word(&mut self.rng, "spot_where", progress, 0);
                let thing = grammar.word(&mut self.rng, "spot_what", progress, 0);
                format!("{village}{place}{thing}")
            }
            "road" => self.roads.draw(&mut self.rng, |rng| coin_road(rng, grammar)),
            "camp" => self.campaigns.draw(&mut self.rng, |rng| coin_campaign(rng, grammar)),
            "brandmark" => {
                let mut word = |list| grammar.word(&mut self.rng, list, progress, 0);
                format!("{}{}", word("brandmark_a"), word("brandmark_b"))
            }
            _ => return None,
        })
    }

    /// A village of the township, now and then one of its hamlets.
    fn village(&mut self) -> String {
        let township = self.township();
        let urban = self.townships[township].row.3 == "街道";
        let (rng, grammar) = (&mut self.rng, self.grammar);
        let villages = &mut self.townships[township].villages;
        let village = villages.draw(rng, |rng| coin_village(rng, grammar, urban));
        if rng.percent(7) {
            let hamlet = coin_hamlet(rng, grammar);
            return format!("{village}{hamlet}{}", if urban { "小区" } else { "组" });
        }
        village
    }

    /// Companies, who speaks for them, what they make and plan.
    fn business(&mut self, name: &str) -> Option<String> {
        Some(match name {
            "co" => {
                let company = self.company();
                self.name_company(company)
            }
            "co2" => {
                let partner = self.partner();
                self.name_company(partner)
            }
            "boss" => {
                let company = self.company();
                self.companies[company].boss.clone()
            }
            "boss2" => {
                let partner = self.partner();
                self.companies[partner].boss.clone()
            }
            "rep2" => {
                let partner = self.partner();
                let own = self.scene.company.replace(partner);
                let mut out = String::new();
                self.draw("rep", &mut out);
                self.scene.company = own;
                out
            }
            "proj" => {
                let company = self.company();
                self.new_project(company)
            }
            "proj2" => {
                let partner = self.partner();
                self.new_project(partner)
            }
            "old" => self.earlier_project(),
            "prod" => {
                let kind = self.maker_kind();
                self.product(kind)
            }
            "unit" => {
                let kind = self.maker_kind();
                let unit = self.grammar.any(&mut self.rng, &format!("unit_{kind}"));
                if unit == UNCOUNTED { "吨" } else { unit }.to_owned()
            }
            _ => return None,
        })
    }

    /// The company the sentence is about, chosen at its first mention.
    fn company(&mut self) -> usize {
        match self.scene.company {
            Some(company) => company,
            None => {
                let company = self.choose_company();
                self.scene.company = Some(company);
                company
            }
        }
    }

    /// The second company of the sentence.
    fn partner(&mut self) -> usize {
        let company = self.company();
        if self.scene.partner.is_none() {
            let mut partner = self.choose_company();
            while partner == company {
                partner = self.rng.below(self.next_debut.max(2).min(self.companies.len()));
            }
            self.scene.partner = Some(partner);
        }
        self.scene.partner.unwrap_or(company)
    }

    /// One that waits for its first mention, one this township knows, or one drawn by fame.
    fn choose_company(&mut self) -> usize {
        let pressure = (self.waiting.len() * 8).clamp(0, 60) + 10;
        if !self.waiting.is_empty() && self.rng.percent(pressure) {
            return self.waiting[self.rng.below(self.waiting.len())];
        }
        let newest = self.mentions.len().saturating_sub(40);
        for attempt in 0..20 {
            let candidate = self.familiar_company();
            let lives = self.companies[candidate].until.is_none_or(|until| self.date <= until);
            let just_named = self.mentions[newest..].contains(&(candidate as u32));
            if lives && (!just_named || attempt > 3) {
                return candidate;
            }
        }
        self.familiar_company()
    }

    fn familiar_company(&mut self) -> usize {
        let local = self.scene.township.map_or(&[][..], |t| &self.townships[t].projects);
        let (all, recent) = (self.mentions.len(), self.mentions.len().min(800));
        match self.rng.below(100) {
            0..20 if !local.is_empty() => local[self.rng.below(local.len())].0,
            20..40 if all > 0 => self.mentions[all - 1 - self.rng.below(recent)] as usize,
            40..84 if all > 0 => self.mentions[self.rng.below(all)] as usize,
            _ => self.rng.below(self.next_debut.max(2).min(self.companies.len())),
        }
    }

    /// The name as a clerk writes it: in full first, then short.
    fn name_company(&mut self, index: usize) -> String {
        if let Some(place) = self.waiting.iter().position(|&waiting| waiting == index) {
            self.waiting.swap_remove(place);
        }
        self.mentions.push(index as u32);
        let company = &self.companies[index];
        let full = company.name_on(self.date);
        let seen = self.scene.named.contains(&index);
        let last = self.scene.last.replace(index) == Some(index);
        let chance = if seen { 80 } else { 22 };
        match company.short_on(self.date) {
            Some(short) if self.rng.percent(chance) => short.to_owned(),
            None if last && self.rng.percent(60) => "该公司".to_owned(),
            _ => {
                let full = full.to_owned();
                if !seen {
                    self.scene.named.push(index);
                }
                full
            }
        }
    }

    /// A product line of the sentence's company, or of any maker when it only trades or serves.
    fn maker_kind(&mut self) -> &'static str {
        let company = self.company();
        let mut kind = self.companies[company].kind;
        while self.grammar.items(&format!("unit_{kind}"))[0].text == SERVICE {
            kind = self.grammar.any(&mut self.rng, "kind");
        }
        kind
    }

    fn product(&mut self, kind: &str) -> String {
        let (rng, year) = (&mut self.rng, civil(self.date).0);
        let list = format!("prod_{kind}");
        let product = self.grammar.word(rng, &list, self.progress, year);
        if rng.percent(30) {
            let modifiers = self.grammar.modifiers(kind);
            return format!("{}{product}", self.grammar.word(rng, modifiers, self.progress, year));
        }
        product.to_owned()
    }

    /// A new project of the company, which later sentences of the township may come back to.
    fn new_project(&mut self, company: usize) -> String {
        let kind = self.companies[company].kind;
        let unit = self.grammar.any(&mut self.rng, &format!("unit_{kind}"));
        let product = self.product(kind);
        let tail = match unit {
            SERVICE => "proj_tail_service",
            UNCOUNTED => "proj_tail_field",
            _ => "proj_tail",
        };
        let tail = self.grammar.word(&mut self.rng, tail, 1.0, 0);
        let tail = without_echo(&product, tail);
        let counted = unit != SERVICE && unit != UNCOUNTED;
        let project = if counted && self.rng.percent(65) {
            format!("年产{}{unit}{product}{tail}", self.capacity(unit))
        } else if self.rng.percent(6) {
            format!("“{product}”项目")
        } else {
            format!("{product}{tail}")
        };
        if let Some(township) = self.scene.township {
            let projects = &mut self.townships[township].projects;
            projects.push((company, project.clone()));
            if projects.len() > 16 {
                projects.remove(0);
            }
        }
        project
    }

    fn capacity(&mut self, unit: &str) -> String {
        let rng = &mut self.rng;
        match unit.chars().next() {
            Some('万' | '亿' | '兆') => match rng.below(3) {
                0 => rng.between(1, 9).to_string(),
                1 => (rng.between(2, 18) * 5).to_string(),
                _ => (rng.between(1, 12) * 100).to_string(),
            },
            _ => (rng.between(1, 96) * [50, 100, 500][rng.below(3)]).to_string(),
        }
    }

    /// Company and project of an earlier report, told again; a new one where there is none.
    fn earlier_project(&mut self) -> String {
        if let Some(township) = self.scene.township {
            let (date, companies) = (self.date, &self.companies);
            let lives = |c: usize| companies[c].until.is_none_or(|until| date <= until);
            self.townships[township].projects.retain(|project| lives(project.0));
        }
        let known = self.scene.township.filter(|&t| !self.townships[t].projects.is_empty());
        let Some(township) = known else {
            let company = self.company();
            let project = self.new_project(company);
            return format!("{}{project}", self.name_company(company));
        };
        let projects = &mut self.townships[township].projects;
        let place = projects.len() - 1 - self.rng.skewed(projects.len());
        let (company, project) = projects[place].clone();
        if self.rng.percent(30) {
            projects.remove(place);
        }
        self.scene.company = Some(company);
        format!("{}{project}", self.name_company(company))
    }

    /// What a correction says about the issue it corrects.
    fn correction(&mut self, name: &str) -> Option<String> {
        let past = self.scene.corrected.as_ref()?;
        Some(match name {
            "cnum" => past.number.to_string(),
            "cdate" => {
                let (year, month, day) = civil(past.date);
                format!("{year}年{month}月{day}日")
            }
            "ctitle" => past.title.clone(),
            "cT" => self.townships[past.township].name_on(past.date).to_owned(),
            _ => return None,
        })
    }
}

/// The tail without what the product ends in: 老厂房改造 and 改造项目 make 老厂房改造项目.
fn without_echo<'t>(product: &str, tail: &'t str) -> &'t str {
    let ends = tail.char_indices().rev().map(|(at, _)| at);
    ends.map(|at| tail.split_at(at)).find(|(head, _)| product.ends_with(head)).map_or(tail, |s| s.1)
}

/// A percentage, half of them with a decimal.
fn share(rng: &mut Rng, low: usize, high: usize) -> String {
    let whole = rng.between(low, high);
    if rng.percent(50) { format!("{whole}%") } else { format!("{whole}.{}%", rng.between(1, 9)) }
}

/// A village: a family, a landmark or a thing of the place, and what the land is like.
fn coin_village(rng: &mut Rng, grammar: &Grammar, urban: bool) -> String {
    let mut word = |list| grammar.word(rng, list, 1.0, 0);
    let (surname, land) = (word("surname"), word("village_suffix"));
    let (nature, way) = (word("village_nature"), word("village_way"));
    let after_nature = land.trim_start_matches('家');
    let stem = match rng.below(100) {
        0..42 => format!("{surname}{land}"),
        42..78 => format!("{nature}{after_nature}"),
        78..93 => format!("{way}{surname}{land}"),
        _ => format!("{way}{nature}{after_nature}"),
    };
    format!("{stem}{}", if urban && rng.percent(60) { "社区" } else { "村" })
}

fn coin_hamlet(rng: &mut Rng, grammar: &Grammar) -> String {
    let lead = if rng.percent(50) { "surname" } else { "village_nature" };
    let lead = grammar.word(rng, lead, 1.0, 0);
    let land = grammar.word(rng, "village_suffix", 1.0, 0).trim_start_matches('家');
    format!("{lead}{land}")
}

fn coin_road(rng: &mut Rng, grammar: &Grammar) -> String {
    let mut word = |list| grammar.any(rng, list);
    format!("{}{}", word("road_stem"), word("road_kind"))
}

/// 春雷行动, 五比五看活动, 百日清零大排查.
fn coin_campaign(rng: &mut Rng, grammar: &Grammar) -> String {
    let mut word = |list| grammar.any(rng, list);
    let (n, a, b) = (word("campaign_n"), word("campaign_a"), word("campaign_a"));
    let (v, w, kind) = (word("campaign_v"), word("campaign_v"), word("campaign_b"));
    match rng.below(3) {
        0 if v != w => format!("{n}{v}{n}{w}{kind}"),
        1 if a != b => format!("{a}{b}{kind}"),
        _ => format!("{a}{kind}"),
    }
}

// ---------------------------------------------------------------------------------------------
// Issues

/// A subject that bulletins are about. Its lists in the grammar are `<key>_title`, `_open`, `_m`
/// (mechanisms) and `_a` (actions).
struct Topic {
    key: &'static str,
    /// As a front matter topic.
    name: &'static str,
    /// How often it comes up.
    weight: usize,
    /// The months it belongs to; empty for all.
    months: &'static [u32],
}

/// One issue, ready to be written to disk.
struct IssueFile {
    stem: String,
    text: String,
    sections: usize,
}

/// The numbers given out in the current year; they restart with the year.
#[derive(Default)]
struct YearNumbers {
    year: i32,
    issues: u32,
    specials: u32,
}

/// The forms that an issue can take.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// An opening and one section a township, each with the two labelled paragraphs.
    Standard,
    /// 总体情况, 各乡镇（街道）情况 with its sub-sections, 存在问题, 有关要求.
    Outline,
    /// A table with one row a township or two.
    Table,
    /// A ranking list and remarks that open with a township's name.
    Ranking,
    /// The half-year or quarter in figures.
    Summary,
    /// 增刊: one event, addressed by a slug.
    Special,
    /// Mends an earlier issue.
    Correction,
}

/// The body of an issue while it grows.
struct Body {
    text: String,
    sections: usize,
    townships: Vec<usize>,
}

impl Body {
    fn paragraph(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn heading(&mut self, text: &str) {
        self.sections += 1;
        self.paragraph(text);
    }
}

/// Writes the next issue: front matter and body.
fn write_issue(w: &mut Writer, numbers: &mut YearNumbers) -> IssueFile {
    let (year, month, _) = civil(w.date);
    if numbers.year != year {
        *numbers = YearNumbers { year, ..YearNumbers::default() };
    }
    let form = choose_form(w, month);
    let topic = match form {
        Form::Table => TOPICS.iter().find(|topic| topic.key == "zs").unwrap_or(&TOPICS[0]),
        _ => choose_topic(w, month),
    };
    let corrected = (form == Form::Correction).then(|| pick_past(w));
    w.scene.corrected.clone_from(&corrected);
    w.scene.period = period(month);
    let title = issue_title(w, form, topic);

    let mut body = Body { text: String::new(), sections: 1, townships: Vec::new() };
    match form {
        Form::Standard => standard_body(w, &mut body, topic),
        Form::Outline => outline_body(w, &mut body, topic),
        Form::Table => table_body(w, &mut body, topic),
        Form::Ranking => ranking_body(w, &mut body, topic),
        Form::Summary => summary_body(w, &mut body, topic),
        Form::Special => special_body(w, &mut body),
        Form::Correction => correction_body(w, &mut body),
    }
    if w.progress >= 1.0 {
        name_the_waiting(w, &mut body);
    }

    let (stem, place) = if form == Form::Special {
        numbers.specials += 1;
        let slug = format!("zengkan-{}", numbers.specials);
        (slug.clone(), format!("slug = \"{slug}\""))
    } else {
        numbers.issues += 1;
        (format!("{:03}", numbers.issues), format!("number = {}", numbers.issues))
    };
    let mut front = format!("title = {}\n{place}\ndate = {}\n", quoted(&title), iso(w.date));
    more_front_matter(w, &mut front, form, topic, &body, corrected.as_ref());
    if form != Form::Special {
        remember(w, &title, numbers.issues, &body);
    }
    let text = format!("+++\n{front}+++\n\n{}\n", typeset(&mut w.rng, body.text.trim_end()));
    IssueFile { stem, text, sections: body.sections }
}

fn choose_form(w: &mut Writer, month: u32) -> Form {
    let summary = usize::from(matches!(month, 1 | 4 | 7 | 10)) * 8;
    let correction = if w.past.len() > 3 { 2 } else { 0 };
    w.rng.weighted(&[
        (Form::Standard, 74),
        (Form::Outline, 8),
        (Form::Table, 7),
        (Form::Ranking, 5),
        (Form::Summary, summary),
        (Form::Special, 3),
        (Form::Correction, correction),
    ])
}

/// A topic that belongs to the month; epidemic work comes up far more often in its years.
fn choose_topic(w: &mut Writer, month: u32) -> &'static Topic {
    let epidemic = (2020..=2022).contains(&w.year());
    loop {
        let topic = &TOPICS[w.rng.below(TOPICS.len())];
        let in_season = topic.months.is_empty() || topic.months.contains(&month);
        let weight = if topic.key == "yq" && epidemic { 30 } else { topic.weight };
        if in_season && w.rng.below(36) < weight {
            return topic;
        }
    }
}

fn issue_title(w: &mut Writer, form: Form, topic: &Topic) -> String {
    match form {
        Form::Special => w.sentence("special_title"),
        Form::Correction => w.sentence("correct_title"),
        Form::Summary => {
            format!("关于{}年{}{}工作完成情况的通报", w.year(), w.scene.period, topic.name)
        }
        _ => w.sentence(&format!("{}_title", topic.key)),
    }
}

/// What a summary in that month looks back on.
fn period(month: u32) -> &'static str {
    match month {
        4 => "一季度",
        7 => "上半年",
        10 => "前三季度",
        1 => "1月",
        _ => "今年以来",
    }
}

fn pick_past(w: &mut Writer) -> Past {
    let near = w.past.len().min(40);
    w.past[w.past.len() - 1 - w.rng.below(near)].clone()
}

fn remember(w: &mut Writer, title: &str, number: u32, body: &Body) {
    if let Some(&township) = body.townships.first() {
        let title = title.to_owned();
        w.past.push(Past { year: w.year(), number, date: w.date, title, township });
    }
}

/// The optional keys, on as many issues as an office would fill them in.
fn more_front_matter(
    w: &mut Writer,
    front: &mut String,
    form: Form,
    topic: &Topic,
    body: &Body,
    corrected: Option<&Past>,
) {
    if let Some(past) = corrected {
        let _ = writeln!(front, "corrects = \"{}-{:03}\"", past.year, past.number);
        let township = w.townships[past.township].name_on(past.date);
        let _ = writeln!(front, "townships = [\"{township}\"]");
    } else if form == Form::Standard && w.rng.percent(6) {
        let names = body.townships.iter().map(|&t| quoted(w.townships[t].name_on(w.date)));
        let _ = writeln!(front, "townships = [{}]", names.collect::<Vec<_>>().join(", "));
    }
    if form != Form::Correction && w.rng.percent(45) {
        let _ = writeln!(front, "topics = [\"{}\"]", topic.name);
    }
    if w.rng.percent(8) {
        let summary = format!("{}工作：{}，{}。", topic.name, w.sentence("vo"), w.sentence("vo"));
        let _ = writeln!(front, "summary = {}", quoted(&summary));
    }
    if w.rng.percent(20) {
        let _ = writeln!(front, "cc = \"区委常委，区人大、区政府、区政协领导\"");
        let _ = writeln!(front, "printed_by = \"中共岚河区委区政府督查局\"");
        let _ = writeln!(front, "printed_on = {}", iso(w.date));
    }
}

fn standard_body(w: &mut Writer, body: &mut Body, topic: &Topic) {
    opening(w, body, topic);
    let style = w.rng.below(100);
    let labels = w.rng.weighted(&[
        (["机制建立情况", "行动进展情况"], 80),
        (["工作机制", "推进情况"], 10),
        (["主要做法", "进展情况"], 10),
    ]);
    let count = w.rng.between(8, 12);
    for (place, township) in reporting(w, count).into_iter().enumerate() {
        w.start_section(Some(township));
        let name = w.townships[township].name_on(w.date);
        body.heading(&heading(&mut w.rng, style, &format!("{}、{name}", han_number(place + 1))));
        body.townships.push(township);
        let mechanism = mechanism(w, township, topic);
        body.paragraph(&format!("**{}：**{mechanism}", labels[0]));
        let action = action(w, topic);
        body.paragraph(&format!("**{}：**{action}", labels[1]));
        if w.rng.percent(6) {
            let problems = problems(w, 2);
            body.paragraph(&format!("**存在问题：**{problems}"));
        }
    }
    if w.rng.percent(22) {
        let place = han_number(body.townships.len() + 1);
        requirements(w, body, &format!("## {place}、下步要求"), 2);
    }
}

/// The heading as offices mark it: mostly alike, sometimes as mixed as in the seed, sometimes only
/// bold.
fn heading(rng: &mut Rng, style: usize, text: &str) -> String {
    match style {
        0..88 => format!("## {text}"),
        88..95 => match rng.below(3) {
            0 => format!("## {text}"),
            1 => format!("### **{text}**"),
            _ => format!("## **{text}**"),
        },
        _ => format!("**{text}**"),
    }
}

/// The townships that report in this issue, in the order of the register: all, or so few (less than
/// four fifths) that nobody asks where the others are.
fn reporting(w: &mut Writer, count: usize) -> Vec<usize> {
    let mut present: Vec<usize> =
        (0..w.townships.len()).filter(|&t| w.townships[t].exists_on(w.date)).collect();
    while present.len() > count {
        let place = w.rng.below(present.len());
        present.remove(place);
    }
    present
}

fn opening(w: &mut Writer, body: &mut Body, topic: &Topic) {
    w.start_section(None);
    let mut text = w.sentence(&format!("{}_open", topic.key));
    for _ in 0..w.rng.below(3) {
        text.push_str(&w.sentence("gen_open"));
    }
    text.push_str(&w.sentence("close"));
    body.paragraph(&text);
}

/// The paragraph on how the work is organised. Offices like to carry the last one over.
fn mechanism(w: &mut Writer, township: usize, topic: &Topic) -> String {
    w.start_paragraph();
    if let Some(old) = w.townships[township].carried.get(topic.key).cloned() {
        match w.rng.below(100) {
            0..9 => return old,
            9..17 => return old + &w.sentence("mech"),
            _ => {}
        }
    }
    let own = format!("{}_m", topic.key);
    let lists = [(own.as_str(), 55), ("mech", 45)];
    let length = w.rng.between(100, 230);
    let text = if w.rng.percent(40) {
        let mut text = String::new();
        let mut point = 0;
        while text.chars().count() < length && point < 5 {
            point += 1;
            let list = w.rng.weighted(&lists);
            let _ = write!(text, "{}是{}", han_number(point), w.sentence(list));
        }
        text
    } else {
        w.sentences(&lists, length)
    };
    w.townships[township].carried.insert(topic.key, text.clone());
    text
}

/// The paragraph on what was done.
fn action(w: &mut Writer, topic: &Topic) -> String {
    w.start_paragraph();
    let own = format!("{}_a", topic.key);
    let own = own.as_str();
    let length = w.rng.between(140, 310);
    let mut text = match topic.key {
        "zs" => w.sentences(&[("inv", 78), (own, 8), ("gact", 6), ("gco", 6), ("voice", 2)], length),
        "ys" => w.sentences(&[(own, 53), ("inv", 25), ("gco", 12), ("gact", 7), ("voice", 3)], length),
        _ => {
            let mix = [(own, 54), ("gact", 16), ("gco", 13), ("inv", 8), ("voice", 9)];
            w.sentences(&mix, length)
        }
    };
    if w.rng.percent(22) {
        text.push_str(&w.sentence("tail"));
    }
    text
}

/// `一是…。二是…。`
fn problems(w: &mut Writer, count: usize) -> String {
    let mut text = String::new();
    for point in 1..=count {
        let _ = write!(text, "{}是{}。", han_number(point), w.sentence("problem"));
    }
    text
}

fn requirements(w: &mut Writer, body: &mut Body, heading: &str, count: usize) {
    w.start_section(None);
    body.heading(heading);
    for _ in 0..count {
        let text = w.sentence("require");
        body.paragraph(&text);
    }
}

fn outline_body(w: &mut Writer, body: &mut Body, topic: &Topic) {
    opening(w, body, topic);
    body.heading("## 一、总体情况");
    for _ in 0..2 {
        let length = w.rng.between(120, 220);
        let text = w.sentences(&[("overall", 1)], length);
        body.paragraph(&text);
    }
    body.heading("## 二、各乡镇（街道）情况");
    let count = w.rng.between(6, 8);
    for (place, township) in reporting(w, count).into_iter().enumerate() {
        w.start_section(Some(township));
        let name = w.townships[township].name_on(w.date);
        body.heading(&format!("### （{}）{name}", han_number(place + 1)));
        body.townships.push(township);
        let mechanism = mechanism(w, township, topic);
        body.paragraph(&format!("**机制建立情况：**{mechanism}"));
        let action = action(w, topic);
        body.paragraph(&format!("**行动进展情况：**{action}"));
    }
    w.start_section(None);
    body.heading("## 三、存在问题");
    let count = w.rng.between(2, 4);
    let problems = problems(w, count);
    body.paragraph(&problems);
    requirements(w, body, "## 四、有关要求", 3);
}

fn table_body(w: &mut Writer, body: &mut Body, topic: &Topic) {
    opening(w, body, topic);
    body.heading("## 一、进展情况");
    let mut table = String::from(
        "| 乡镇（街道） | 项目名称 | 投资主体 | 总投资 | 进展情况 |\n| --- | --- | --- | --- | --- |\n",
    );
    for township in reporting(w, usize::MAX) {
        body.townships.push(township);
        for _ in 0..w.rng.between(1, 2) {
            w.start_section(Some(township));
            body.sections += 1;
            let name = w.townships[township].name_on(w.date);
            let company = w.company();
            let (project, firm) = (w.new_project(company), w.name_company(company));
            let money = w.amount("rmb").unwrap_or_default();
            let mut progress = String::new();
            w.draw("table_progress", &mut progress);
            let _ = writeln!(table, "| {name} | {project} | {firm} | {money} | {progress} |");
        }
    }
    body.paragraph(table.trim_end());
    w.start_section(None);
    body.heading("## 二、存在问题");
    let count = w.rng.between(3, 5);
    let problems = problems(w, count);
    body.paragraph(&problems);
    let actions = w.sentences(&[("gact", 1), ("gco", 1)], 200);
    body.paragraph(&actions);
    requirements(w, body, "## 三、有关要求", 4);
}

fn ranking_body(w: &mut Writer, body: &mut Body, topic: &Topic) {
    opening(w, body, topic);
    body.heading("## 一、排名情况");
    let mut ranked = reporting(w, usize::MAX);
    w.rng.shuffle(&mut ranked);
    let mut list = String::new();
    let mut tenths = w.rng.between(960, 989);
    for (place, &township) in ranked.iter().enumerate() {
        w.start_section(Some(township));
        tenths -= w.rng.between(1, 12);
        w.scene.score = tenths;
        // An item that ends in ； or 。 is never taken for a heading.
        let end = if place + 1 == ranked.len() { '。' } else { '；' };
        let _ = writeln!(list, "{}. {}{end}", place + 1, w.sentence("rank_item"));
    }
    body.paragraph(list.trim_end());
    w.start_section(None);
    body.heading("## 二、有关情况点评");
    let count = w.rng.between(5, 7);
    for township in reporting(w, count) {
        w.start_section(Some(township));
        body.sections += 1;
        body.townships.push(township);
        let name = w.townships[township].name_on(w.date);
        let own = format!("{}_a", topic.key);
        let text = w.sentences(&[(own.as_str(), 50), ("gact", 25), ("gco", 25)], 230);
        let remark = w.sentence("rank_text");
        body.paragraph(&format!("{name}：{text}{remark}"));
    }
    requirements(w, body, "## 三、下步要求", 3);
}

fn summary_body(w: &mut Writer, body: &mut Body, topic: &Topic) {
    opening(w, body, topic);
    for (place, township) in reporting(w, 11).into_iter().enumerate() {
        w.start_section(Some(township));
        let name = w.townships[township].name_on(w.date);
        body.heading(&format!("## {}、{name}", han_number(place + 1)));
        body.townships.push(township);
        let length = w.rng.between(220, 340);
        let text = w.sentences(&[("halfyear", 1)], length);
        body.paragraph(&text);
        if w.rng.percent(60) {
            let own = format!("{}_a", topic.key);
            let text = w.sentences(&[(own.as_str(), 2), ("inv", 2), ("gco", 1)], 90);
            body.paragraph(&text);
        }
    }
}

fn special_body(w: &mut Writer, body: &mut Body) {
    w.start_section(None);
    let text = w.sentence("special_open") + &w.sentence("gen_open");
    body.paragraph(&text);
    let mut heads: Vec<&str> = w.grammar.items("special_head").iter().map(|i| i.text).collect();
    let count = w.rng.between(3, 5);
    while heads.len() > count {
        heads.remove(w.rng.below(heads.len()));
    }
    for (place, head) in heads.iter().enumerate() {
        w.start_section(None);
        body.heading(&format!("## {}、{head}", han_number(place + 1)));
        for _ in 0..2 {
            w.start_paragraph();
            let length = w.rng.between(120, 260);
            let text = w.sentences(&[("special_text", 4), ("inv", 3), ("gact", 2), ("gco", 1)], length);
            body.paragraph(&text);
        }
    }
}

fn correction_body(w: &mut Writer, body: &mut Body) {
    for _ in 0..w.rng.between(1, 2) {
        w.start_paragraph();
        let text = w.sentence("correct");
        body.paragraph(&text);
    }
    let text = w.sentence("correct_tail");
    body.paragraph(&text);
}

/// The last issue names the companies that no sentence came to, so that none stays unmentioned.
fn name_the_waiting(w: &mut Writer, body: &mut Body) {
    let mut names = Vec::new();
    while let (Some(company), true) = (w.waiting.pop(), names.len() < 200) {
        names.push(w.companies[company].name_on(w.date).to_owned());
    }
    if !names.is_empty() {
        let place = han_number(body.sections.min(20));
        body.heading(&format!("## {place}、其他在谈企业"));
        let text = format!("年内还与{}进行了初步接触。", names.join("、"));
        body.paragraph(&text);
    }
}

/// Some issues come from documents that space their figures or break their lines.
fn typeset(rng: &mut Rng, text: &str) -> String {
    match rng.below(100) {
        0..5 => spaced_figures(text),
        5..7 => broken_lines(rng, text),
        _ => text.to_owned(),
    }
}

/// `8 月 16 日`: a blank between digits and Han, in running text only.
fn spaced_figures(text: &str) -> String {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut out = String::with_capacity(text.len() + text.len() / 20);
    for line in text.split_inclusive('\n') {
        let plain = line.starts_with(['#', '|']);
        let mut before = ' ';
        for c in line.chars() {
            let border = before.is_ascii_digit() && han(c) || han(before) && c.is_ascii_digit();
            if border && !plain {
                out.push(' ');
            }
            out.push(c);
            before = c;
        }
    }
    out
}

/// Long paragraphs broken between two Han characters, as text copied from a page is.
fn broken_lines(rng: &mut Rng, text: &str) -> String {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut out = String::with_capacity(text.len() + text.len() / 90);
    for line in text.split_inclusive('\n') {
        let plain = line.starts_with(['#', '|']) || line.chars().count() < 60;
        let mut width = 0;
        let mut before = ' ';
        for c in line.chars() {
            if !plain && width > 36 && han(before) && han(c) && rng.percent(50) {
                out.push('\n');
                width = 0;
            }
            out.push(c);
            before = c;
            width += 1;
        }
    }
    out
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// 一 to 九十九.
fn han_number(n: usize) -> String {
    let digit = |d: usize| "零一二三四五六七八九".chars().nth(d).unwrap_or('零');
    match n {
        0..10 => digit(n).to_string(),
        10 => "十".to_owned(),
        11..20 => format!("十{}", digit(n % 10)),
        _ if n.is_multiple_of(10) => format!("{}十", digit(n / 10 % 10)),
        _ => format!("{}十{}", digit(n / 10 % 10), digit(n % 10)),
    }
}

// ---------------------------------------------------------------------------------------------
// Calendar: days since 1970-01-01

/// The day number of a date (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// `days_from_civil`).
fn days(year: i32, month: u32, day: u32) -> i32 {
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = ((153 * ((month as i32 + 9) % 12) + 2) / 5) + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of a day number (the same source, `civil_from_days`).
fn civil(days: i32) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * shifted + 2) / 5 + 1) as u32;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u32;
    (year_of_era + era * 400 + i32::from(month <= 2), month, day)
}

/// The last day of the month that holds the day.
fn month_end(day: i32) -> i32 {
    let (year, month, _) = civil(day);
    if month == 12 { days(year, 12, 31) } else { days(year, month + 1, 1) - 1 }
}

fn iso(day: i32) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

fn month_day(day: i32) -> String {
    let (_, month, day) = civil(day);
    format!("{month}月{day}日")
}

// ---------------------------------------------------------------------------------------------
// Random numbers

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014; the
/// constants as in S. Vigna's public domain <https://prng.di.unimi.it/splitmix64.c>). Small, fast,
/// equal on every machine; more is not needed here.
struct Rng(u64);

impl Rng {
    fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = self.0;
        let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which must not be 0.
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// A number from `low` to `high`, both included.
    fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.max(low) - low + 1)
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// A number from 0 to 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number below `n`, small ones more often. Product and square root are exact on every machine.
    fn skewed(&mut self, n: usize) -> usize {
        let u = self.unit();
        ((u * u.sqrt() * n as f64) as usize).min(n - 1)
    }

    /// Fisher and Yates's shuffle.
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// One of the items, by weight.
    fn weighted<T: Copy>(&mut self, items: &[(T, usize)]) -> T {
        let total = items.iter().map(|item| item.1).sum();
        let mut place = self.below(total);
        for &(item, weight) in items {
            if place < weight {
                return item;
            }
            place -= weight;
        }
        items[0].0
    }
}

/// A stock of coined names that grows like the vocabulary of a text: after t draws it holds about
/// t^beta names (Heaps), and a draw that coins none repeats an earlier draw (Simon).
struct Growing {
    beta: f64,
    most: usize,
    names: Vec<String>,
    draws: Vec<u32>,
}

impl Growing {
    /// `most` is the number of names at which coining ends.
    fn new(beta: f64, most: usize) -> Growing {
        Growing { beta, most, names: Vec::new(), draws: Vec::new() }
    }

    /// A name, coined or repeated. The first dozen are coined at once.
    fn draw(&mut self, rng: &mut Rng, coin: impl FnOnce(&mut Rng) -> String) -> String {
        // beta * t^(beta-1) without powf, whose last bit may differ between machines: the number
        // of names n is t^beta, so the chance is beta * n / t.
        let chance = self.beta * self.names.len() as f64 / (self.draws.len() + 1) as f64;
        let coins = self.names.len() < self.most && (self.names.len() < 12 || rng.unit() < chance);
        let name = if coins {
            self.names.push(coin(rng));
            self.names.len() as u32 - 1
        } else {
            self.draws[rng.below(self.draws.len())]
        };
        self.draws.push(name);
        self.names[name as usize].clone()
    }
}

// ---------------------------------------------------------------------------------------------
// Grammar

/// The word lists and sentence frames of the constants below, read once.
struct Grammar {
    lists: Vec<List>,
    index: HashMap<&'static str, usize>,
}

/// One list.
struct List {
    kind: Kind,
    items: Vec<Item>,
}

#[derive(Clone, Copy)]
enum Kind {
    /// `@name`: words between blanks, used as they stand, those in front more often.
    Words,
    /// `@@name`: one frame a line, to be expanded, all alike.
    Frames,
}

/// A word or frame with the years in which it may be used: `2020-2022~…`, `2014~…`, `-2019~…`.
struct Item {
    text: &'static str,
    from: i32,
    to: i32,
}

impl Item {
    fn read(source: &'static str) -> Item {
        let Some((years, text)) = source.split_once('~') else {
            return Item { text: source, from: 0, to: i32::MAX };
        };
        let (from, to) = years.split_once('-').unwrap_or((years, ""));
        Item { text, from: from.parse().unwrap_or(0), to: to.parse().unwrap_or(i32::MAX) }
    }

    fn fits(&self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }
}

impl Grammar {
    fn read() -> Grammar {
        let mut grammar = Grammar { lists: Vec::new(), index: HashMap::new() };
        for line in GRAMMAR.iter().flat_map(|part| part.lines()) {
            if let Some(name) = line.strip_prefix("@@") {
                grammar.open(name, Kind::Frames);
            } else if let Some(name) = line.strip_prefix('@') {
                grammar.open(name, Kind::Words);
            } else if let Some(list) = grammar.lists.last_mut() {
                match list.kind {
                    Kind::Words => list.items.extend(line.split_whitespace().map(Item::read)),
                    Kind::Frames if line.is_empty() => {}
                    Kind::Frames => list.items.push(Item::read(line)),
                }
            }
        }
        grammar.shuffle();
        grammar
    }

    fn open(&mut self, name: &'static str, kind: Kind) {
        let twice = self.index.insert(name, self.lists.len());
        assert!(twice.is_none(), "list {name} stands twice in the grammar");
        self.lists.push(List { kind, items: Vec::new() });
    }

    /// Mixes the items, so that what comes into use late is not what happens to be written last.
    /// Names keep their order: theirs says how common they are. The mix is the same for all seeds.
    fn shuffle(&mut self) {
        let kept = ["surname", "given", "bm", "org", "special_head"].map(|name| self.list_index(name));
        let mut rng = Rng::new(7);
        for (i, list) in self.lists.iter_mut().enumerate() {
            if !kept.contains(&i) {
                rng.shuffle(&mut list.items);
            }
        }
    }

    /// The place of a list; a name without one is a mistake in the grammar.
    fn list_index(&self, name: &str) -> usize {
        match self.index.get(name) {
            Some(&index) => index,
            None => panic!("the grammar has no list or slot named {name}"),
        }
    }

    /// The items of a list, in their fixed order.
    fn items(&self, name: &str) -> &[Item] {
        &self.lists[self.list_index(name)].items
    }

    /// The list of words that may stand before a product of that kind of company.
    fn modifiers(&self, kind: &str) -> &'static str {
        match kind {
            "muye" | "zhongzhi" => "mod_field",
            "shipin" => "mod_eaten",
            "yiyao" => "mod_drug",
            "fangzhi" | "jiaju" | "taoci" | "wanju" | "baozhuang" => "mod_craft",
            _ if self.items(&format!("unit_{kind}"))[0].text == SERVICE => "mod_service",
            _ => "mod",
        }
    }

    /// Any word of the list, all alike.
    fn any(&self, rng: &mut Rng, name: &str) -> &'static str {
        let items = self.items(name);
        items[rng.below(items.len())].text
    }

    /// A word: those in front more often, the later ones only as `progress` goes on.
    fn word(&self, rng: &mut Rng, name: &str, progress: f64, year: i32) -> &'static str {
        let items = self.items(name);
        let open = available(items.len(), 0.35, progress);
        let mut item = &items[rng.skewed(open)];
        for _ in 0..30 {
            if year == 0 || item.fits(year) {
                break;
            }
            item = &items[rng.below(open)];
        }
        item.text
    }
}

/// How many of `all` items are in use: a share at the start, all of them at the end. Short lists
/// are open from the start.
fn available(all: usize, share: f64, progress: f64) -> usize {
    if all <= 12 {
        return all;
    }
    ((all as f64 * (share + (1.0 - share) * progress)).ceil() as usize).clamp(1, all)
}

/// What stands between a bracket at the start of `text` and its partner, and what follows.
fn enclosed(text: &'static str) -> (&'static str, &'static str) {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[1..at], &text[at + 1..]);
        }
    }
    panic!("unclosed bracket in the grammar: {text}");
}

/// One of the alternatives `a|b|c`, which may hold brackets of their own.
fn alternative(inner: &'static str, rng: &mut Rng) -> &'static str {
    let mut depth = 0;
    let mut borders = inner.match_indices(['[', '{', ']', '}', '|']).filter_map(|(at, found)| {
        match found {
            "[" | "{" => depth += 1,
            "]" | "}" => depth -= 1,
            _ if depth == 0 => return Some(at),
            _ => {}
        }
        None
    });
    // Reservoir choice in one pass: the n-th alternative replaces the choice with chance 1/n.
    let (mut start, mut count, mut chosen) = (0, 0, inner);
    loop {
        let end = borders.next();
        count += 1;
        if rng.below(count) == 0 {
            chosen = &inner[start..end.unwrap_or(inner.len())];
        }
        match end {
            Some(end) => start = end + 1,
            None => return chosen,
        }
    }
}

// ---------------------------------------------------------------------------------------------
// The invented district

const SITE_TOML: &str = r##"# 程序生成的虚构资料，用于性能测试
title = "岚河区督查通报"
organisation = "中共岚河区委区政府督查局"
base_url = "https://tongbao.example/"
language = "zh-CN"
timezone = "Asia/Shanghai"
theme = "default"
notice = "程序生成的虚构资料"
colors = { accent = "#b3121d" }

[[series]]
id = "tongbao"
name = "督查通报"
issuer = "中共岚河区委区政府督查局"
default = true

[search]
enabled = true
synonyms = [["招商", "招商引资"]]
"##;

const TOWNSHIPS: &[TownshipRow] = &[
    ("guitang", "桂堂街道", "桂堂", "街道"),
    ("wangxi", "望溪街道", "望溪", "街道"),
    ("liulang", "柳浪街道", "柳浪", "街道"),
    ("shigutai", "石鼓台街道", "石鼓台", "街道"),
    ("donglan", "东岚街道", "东岚", "街道"),
    ("nanpulu", "南浦路街道", "南浦路", "街道"),
    ("jinlan", "锦澜街道", "锦澜", "街道"),
    ("qingya", "青崖镇", "青崖", "镇"),
    ("bailuzhou", "白鹭洲镇", "白鹭洲", "镇"),
    ("wutongpo", "梧桐坡镇", "梧桐坡", "镇"),
    ("shuangquan", "双泉镇", "双泉", "镇"),
    ("luhuadang", "芦花荡镇", "芦花荡", "镇"),
    ("mailing", "麦岭镇", "麦岭", "镇"),
    ("huaiyindian", "槐荫店乡", "槐荫店", "乡"),
    ("hezhuang", "鹤庄乡", "鹤庄", "乡"),
    ("yanchi", "砚池乡", "砚池", "乡"),
    ("huanglugou", "黄栌沟乡", "黄栌沟", "乡"),
];
/// The township that was renamed, and its name before.
const RENAMED: (&str, &str) = ("shuangquan", "双泉乡");
/// The township that was merged, and into which.
const MERGED: (&str, &str) = ("hezhuang", "qingya");
/// The township that did not exist at the beginning.
const FOUNDED: &str = "jinlan";

const TOPICS: &[Topic] = &[
    Topic { key: "zs", name: "招商引资", weight: 36, months: &[] },
    Topic { key: "rj", name: "人居环境整治", weight: 5, months: &[] },
    Topic { key: "fx", name: "防汛抗旱", weight: 8, months: &[5, 6, 7, 8, 9] },
    Topic { key: "dq", name: "大气污染防治", weight: 6, months: &[1, 5, 6, 9, 10, 11, 12] },
    Topic { key: "aq", name: "安全生产", weight: 5, months: &[] },
    Topic { key: "ny", name: "农业生产", weight: 7, months: &[2, 3, 4, 5, 6, 9, 10] },
    Topic { key: "xf", name: "信访稳定", weight: 4, months: &[] },
    Topic { key: "wm", name: "精神文明建设", weight: 3, months: &[] },
    Topic { key: "fp", name: "农村帮扶", weight: 5, months: &[] },
    Topic { key: "cj", name: "城市建设", weight: 5, months: &[] },
    Topic { key: "ms", name: "民生实事", weight: 4, months: &[] },
    Topic { key: "ln", name: "生态建设", weight: 5, months: &[1, 2, 3, 4, 11, 12] },
    Topic { key: "ys", name: "营商环境", weight: 14, months: &[] },
    Topic { key: "yq", name: "卫生防疫", weight: 3, months: &[] },
    Topic { key: "wl", name: "文化旅游", weight: 4, months: &[] },
];

/// Leading pairs that are words or well-known firms, never used as a 字号.
const AVOIDED_BRANDS: &str = r"
华为 海尔 中兴 美的 格力 腾讯 百度 京东 平安 万科 恒大 中信 国美 联想 万达 海信 长虹 中联 三一
吉利 长城 奇瑞 东风 金龙 宇通 双汇 伊利 蒙牛 光明 华润 正大 平高 天安 大唐 华能 华电 国电 中粮
绿地 保利 龙湖 融创 正商 建业 同仁 茅台 青岛 雪花 海康 大华 东方 立讯 歌尔 宁德 天合 隆基 晶科
阳光 金风 明阳 中天 亨通 正泰 人民 新华 中国 国家 天下 大海 中心 南方 北方 西方 发展 国际 世界
上海 中华 中州 青海 云南 河南 湖南 湖北 海南 河北 山东 山西 广东 广西 江西 江苏 浙江 福建 安徽
四川 贵州 陕西 甘肃 宁夏 西藏 新疆 吉林 辽宁 天津 北京 重庆 香港 澳门 台湾 广州 深圳 杭州 苏州
南京 成都 武汉 郑州 西安 长沙 福州 泉州 徐州 扬州 常州 无锡 温州 宁波 台州 金华 丽水 青州 德州
兰州 锦州 洛阳 安阳 信阳 平顶 比亚 大众 本田 丰田 三星 松下 索尼 西门 博世 飞利 高通 英特 微软
谷歌 苹果 特斯 宝马 奔驰 奥迪 宝洁 可口 百事 雀巢 达能 沃尔 家乐 阿里 美团 滴滴 拼多 小米 网易
搜狐 新浪 科大 用友 金蝶 浪潮 曙光 中科 中兴 国药 华夏 民生 招商 兴业 浦发 光大 泰康 新东 好未
学而 顺丰 中通 圆通 申通 韵达 德邦 百世 安能 大商 天虹 永辉 步步 物美 华联 友阿 天地 山水 河山
江山 江湖 湖山 山川 海洋 海河 海湖 海港 江河 河川 山林 山野 山岭 水电 田野 田园 风光 日光 日月
星辰 星光 月光 阳台 春风 清泉 泉水 石油 玉石 石化 钢铁 铁路 金属 金石 银行 白云 青云 青山 青天
蓝天 晴天 明月 明日 今日 和平 平安 安平 安康 健康 吉祥 喜庆 富裕 富强 自然 自动 自信 智慧 智能
文明 文智 文化 学城 学府 书城 书香 大学 大路 大桥 大江 大山 大义 大美 美味 美丽 力量 力行 实力
实业 实行 能力 能动 通行 流通 联通 联合 联盟 合力 合同 协和 和合 创业 创新 先行 先锋 先进 领先
领航 首领 首都 首府 国土 国都 国道 国力 家园 家庭 家居 家业 林业 商业 牧业 渔业 矿业 水利 水泉
水田 水城 水港 水桥 水路 山城 山泉 山庄 山河 山石 山桥 石桥 石山 铁桥 铁山 永远 长远 长江 长河
长桥 长龙 长安 长寿 长生 长青 常青 常德 忠义 忠诚 诚信 信义 信誉 正义 正直 仁义 仁爱 善良 书林
思维 思路 生态 生命 生动 时代 时光 时速 速达 光电 光芒 光泽 世邦 东海 东阳 东城 东都 东湖 东江
东岳 南海 南阳 南山 南湖 南洋 南都 南城 南江 西湖 西川 西域 西城 西都 西山 西江 上城 上林 上原
上山 中山 中原 中海 中江 中都 中阳 中洋 中行 中建 中石 中铁 中电 中航 中航 中芯 中林 万象 万年
万事 千里 百里 百年 九州 三江 三湖 三川 三山 五岳 五湖 五星 四海 四方 双江 双湖 双喜 双星 石家
黄山 泰山 泰安 衡山 衡阳 恒山 华山 嵩山 昆山 昆明 乐山 乐清 象山 舟山 宝山 房山 金山 铁岭 鞍山
唐山 文山 保山 眉山 巢湖 芜湖 太湖 太原 太平 太阳 太行 龙江 龙岩 龙泉 龙川 龙山 凤山 凤城 凤阳
富阳 绵阳 德阳 资阳 沈阳 辽阳 朝阳 安庆 安吉 吉安 吉首 永安 永康 永州 福清 福安 福鼎 清远 清江
惠州 惠阳 惠东 惠安 江门 江都 江阴 江川 丰城 丰都 新乡 新都 新余 新沂 新泰 新会 中泰 国泰 国信
国元 国联 国金 华泰 华安 海通 海天 海澜 海马 申万 申能 光远 广发 广汽 广汇 平洋 太保 新城 世茂
金地 金科 金茂 中梁 中南 旭辉 阳光 正荣 融信 佳兆 雅居 合景 龙光 时代 富力 远洋 首开 首创 绿城
祥生 美好 荣盛 蓝光 泰禾 中骏 宝龙 禹洲 建发 联发 大发 新力 奥园 花样 世荣 卓越 雅戈 双鹤 天士
康美 康恩 九芝 九阳 苏泊 老板 方太 志高 奥克 创维 康佳 步长 修正 济民 哈药 石药 齐鲁 鲁南 罗欣
扬子 先声 恒瑞 豪森 信达 君实 百济 康宁 康泰 智飞 沃森 万泰 科兴 华大 达安 迪安 金域 迈瑞 联影
鱼跃 乐普 微创 威高 蓝帆 英科 振德 奥美 稳健
";

// ---------------------------------------------------------------------------------------------
// Word lists and sentence frames

/// All of it, in the notation that [`Grammar`] reads: `@name` opens a list of words, `@@name` a list
/// of frames, one a line; in frames `[a|b]` is a choice and `{name}` a slot or another list;
/// `2014~`, `-2019~` or `2020-2022~` limits the years.
const GRAMMAR: &[&str] = &[PEOPLE, PLACES, GOODS, STYLE, GENERAL, BY_TOPIC, VOICES, FORMS];

/// People: surnames, given characters (common ones first), posts, departments.
const PEOPLE: &str = r"
@surname
王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹
袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚
谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔
贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安 颜 倪 严 牛 温 芦 季 俞 章 鲁 葛 伍 韦 申 尤 毕 聂 丛 焦
向 柳 邢 路 岳 齐 沿 梅 莫 庄 辛 管 祝 左 涂 谷 祁 时 舒 耿 牟 卜 詹 关 苗 凌 费 纪 靳 盛 童 欧
甄 项 曲 成 游 阳 裴 席 卫 查 屈 鲍 位 覃 霍 翁 隋 植 甘 景 薄 单 包 司 柏 宁 柯 阮 桂 闵 解 强
柴 华 车 冉 房 边 辜 吉 饶 刁 瞿 戚 丘 古 米 池 滕 晋 苑 邬 臧 畅 宫 来 嵺 苟 全 褚 廉 简 娄 盖
符 奚 木 穆 党 燕 郎 邸 冀 谈 姬 屠 连 郜 晏 栾 郁 商 蒙 计 喻 揭 窦 迟 宇 敖 糜 鄢 冷 卓 花 仇
艾 蓝 都 巩 稽 井 练 仲 乐 虞 卞 封 竺 冼 原 官 衣 楚 佟 栗 匡 宗 应 台 巫 鞠 僧 桑 荆 谌 银 扬
明 沙 伏 岑 习 胥 保 和 蔺 欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 令狐 慕容 司徒 轩辕 端木 申屠
濮阳 淳于
@given
伟 建 国 明 志 军 华 平 海 文 红 玉 春 晓 新 永 东 辉 强 杰 涛 鹏 飞 波 斌 宇 浩 凯 俊 峰 林 云
生 成 庆 祥 光 荣 德 忠 义 信 良 丽 敏 静 秀 霞 桂 英 玲 芳 娟 艳 燕 梅 兰 萍 洁 琴 琳 颖 莉 娜
倩 婷 雪 慧 磊 勇 超 刚 毅 龙 洋 亮 鑫 旭 阳 晨 帆 航 博 恒 达 昌 盛 富 贵 福 寿 安 康 宁 和 泰
顺 兴 旺 发 财 喜 乐 保 全 金 银 铜 铁 钢 锋 锐 铭 镇 钊 锦 钧 铎 钰 铮 锴 鉴 镕 木 森 松 柏 杨
柳 桐 楠 梓 棋 栋 梁 材 桦 槐 榕 樟 桢 楷 模 权 枫 彬 树 根 枝 茂 水 江 河 湖 泽 润 沛 涵 清 澄
澜 泓 洲 涌 源 淼 深 渊 浦 滨 济 治 淳 湘 沁 沐 洪 流 汉 沙 淑 渝 漫 潇 火 炎 焱 煜 炜 炳 焕 烨
灿 炬 煌 熙 燃 照 然 烽 焰 耀 曜 晖 昊 昕 昱 晋 晟 晗 晶 景 晴 暄 曦 曙 旦 早 时 星 辰 月 朗 朋
朝 期 土 坤 坚 培 基 境 墨 垚 城 塘 山 岩 岳 峻 岭 峥 嵘 巍 崇 岚 嵩 石 磐 硕 碧 砚 础 玮 珂 珍
珊 珠 琪 琦 瑜 瑞 瑶 璐 璇 琼 琛 瑾 璞 瑛 珏 玥 琬 琰 瑄 环 理 琢 天 宏 宽 宝 宗 定 宜 实 宣 容
宾 家 寅 守 学 书 诗 经 典 礼 射 思 想 念 恩 惠 慈 爱 悦 怡 恺 恬 忱 怀 慎 懿 心 忆 性 仁 仲 伯
叔 季 任 伦 佑 佐 佳 侠 修 倬 健 传 儒 俭 元 先 克 免 公 兵 冠 冬 凌 凡 凤 利 剑 力 功 加 励 勋
勤 化 北 南 西 千 卓 卫 印 厚 友 叶 吉 同 名 向 君 启 咏 品 哲 唯 善 嘉 四 园 圆 士 声 壮 夏 多
大 夫 奇 奎 奕 好 如 妍 妙 姗 姣 娅 娥 婉 婕 媛 嫣 嫦 孟 孝 宪 寒 尊 小 少 尚 展 岐 崧 巧 广 庭
廉 廷 开 弘 张 弛 弢 彤 彦 彩 彪 征 律 得 御 循 微 恕 战 才 承 技 扬 抒 拓 捷 授 振 挺 攀 攸 政
敬 敦 斐 斯 方 施 旋 旌 无 昂 昆 易 映 晔 普 智 曼 朴 来 果 柯 查 栩 桃 梦 楚 榜 欢 欣 正 武 殿
民 求 池 汝 沅 沧 泉 泊 法 泳 津 洛 浚 浓 涓 添 渡 滔 漪 潜 澎 濂 瀚 灵 炯 烁 焘 煊 熹 爽 牧 特
献 玄 率 玫 珅 球 琅 琮 瑗 璋 璟 瓒 甜 甫 申 男 画 畅 留 益 盈 直 相 真 睿 知 祖 祺 禄 禹 秉 秋
科 程 稳 立 章 竞 端 笑 笛 筠 策 简 箫 粲 素 纪 纯 纲 纹 绅 绍 绪 维 绮 缘 罡 群 羽 翀 翎 翔 翠
翰 翼 耕 聪 胜 能 脉 自 致 舒 艺 节 芊 芝 芬 芮 花 芸 苏 若 茜 茹 荃 荔 荷 莎 莲 菁 菊 菲 萌 萱
葆 葵 蒙 蓉 蓓 蔓 蔚 蕊 蕙 蕾 薇 藤 虎 虹 蛟 融 衍 裕 襄 言 训 许 诚 语 谊 谦 谨 豪 象 贞 贤 质
贻 资 赋 赞 越 跃 路 轩 轶 辅 迅 运 进 远 迪 适 逊 通 逸 道 遥 邦 郁 邻 采 重 野 量 钦 锟 镜 长
闻 阔 陆 隆 际 雁 雄 雅 雨 雯 霄 震 霆 霓 露 霏 青 靖 韬 韵 音 颂 颜 风 飒 馨 香 馥 骁 骅 骏 骐
骥 高 魁 鲁 鲲 鸣 鸿 鹃 鹤 鹭 麒 麟 黎 默 鼎 齐 龄 奂 彧 晁 晞 昀 沄 泠 浛 淇 湛 漩 潮 炅 琨 璘
瑭 禧 秾 竣 筱 纶 绎 翊 臻 芃 苒 莘 菡 蓁 蔼 薪 蘅 诺 赟 跬 逢 逵 郴 铠 锜 镛 闯 陶 雍 霖 韫 颀
飏 骢 鸥 黛
@post
书记 主任 副书记 副书记 副主任 副主任 纪委书记 组织委员 宣传委员 统战委员 政法委员 武装部长
人大主席 党委委员 副科级干部 三级主任科员 四级主任科员 综合执法大队队长 农业服务中心主任
财政所所长 工会主席 2008~招商办主任 2010~项目办主任 2012~便民服务中心主任 2016~扶贫办主任
2021~乡村振兴办主任 2018~退役军人服务站站长
@vpost
党支部书记 村委会主任 会计 妇女主任 支部委员 治保主任 民兵连长 包村干部 网格员 监委会主任
2017~驻村第一书记 2018~村医
@repost
董事长 总经理 副总经理 总裁 副总裁 总监 投资总监 销售总监 技术总监 项目负责人 项目经理 区域经理
总工程师 财务总监 市场部经理 战略投资部负责人 常务副总 执行董事 工厂厂长 研发中心主任 监事
合伙人 首席科学家 采购部经理 政府事务部负责人
@@rep
{repost}{boss}
{repost}{boss}
董事长{boss}一行
总经理{boss}一行
{repost}{man}
{repost}{man}
{repost}{man}一行
{sur}总
{sur}总一行
{sur}总、{sur}总一行
{repost}{man}、{repost}{man}
负责人
相关负责人
代表
{repost}{boss}博士
@bm
发改委 自然资源局 生态环境分局 住建局 农业农村局 水利局 交通运输局 商务局 工信局 科技局 财政局
审计局 统计局 市场监管局 应急管理局 卫健委 教体局 民政局 人社局 司法局 公安分局 文旅局 林业局
城管局 行政审批局 信访局 税务局 供电公司 自来水公司 消防救援大队 气象局 档案馆 残联 团区委 妇联
总工会 工商联 科协 文联 供销社 融媒体中心 人防办 畜牧中心 农机中心 房管中心 征收办 创建办 爱卫办
督查局 机关事务中心 园区管委会 医保局 退役军人事务局 红十字会
@lpost
区委常委、组织部长 区委常委、宣传部长 区委常委、纪委书记 区委常委、政法委书记 区委常委、统战部长
常务副区长 副区长 区人大常委会副主任 区政协副主席 区委副书记 区法院院长 区检察院检察长
";

/// Places: parts of village, road and city names; campaigns and parks.
const PLACES: &str = r"
@village_nature
柳林 槐树 黑石 白土 红石 青龙 黄龙 卧龙 凤凰 老鸦 石婆 观音 关帝 二郎 三官 娘娘 火神 土地 龙王
药王 罗汉 金牛 石羊 铁佛 铜铃 银杏 枣林 核桃 皂角 马蹄 牛角 羊肠 鸡冠 鹰嘴 虎头 龟背 蛤蟆 蜈蚣
蝎子 喜鹊 鹁鸽 鸬鹚 斑鸠 野雉 獾子 狐仙 桑树 梨树 柿树 椿树 楝树 榆树 杏花 桃花 梅花 菊花 荷花
芦苇 蒲草 茅草 艾蒿 荆条 葛藤 苇子 荻芦 蓼花 菖蒲 茱萸 杜鹃 大石 小石 乱石 白石 磨石 火石 滑石
赤土 黄土 胶泥 沙土 盐碱 瓦渣 砖窑 瓷窑 炭窑 缸窑 铁炉 油坊 粉坊 豆腐 染坊 毡坊 鞭炮 铁匠 木匠
皮匠 銮驾 状元 秀才 举人 翰林 将军 校尉 军屯 营盘 烽火 望乡 点将 饮马 拴马 卸甲 歇马 走马 晾甲
藏兵 三里 五里 八里 十里 七里 二十里 四方 双庙 三岔 九曲 六合 五道 七星 八卦 百福 千佛 万寿 三清
大悲 弥陀 普济 慈云 净土 上清 玄武 真武 玉皇 文昌 奎星 魁元 城隍 山神 牛王 马王 虫王 蚕姑 泰山
华佗 孙膑 鲁班 仓颉 夸父 盘古 女娲 精卫 嫘祖 清水 浑水 苦水 甜水 冷水 温泉 响泉 珍珠 琵琶 月牙
葫芦 簸箕 筲箕 碾盘 磨盘 棋盘 香炉 笔架 砚瓦 玉带 金钗 银锭 元宝 落雁 栖凤 鸣鹤 放鹰 伏虎 降龙
盘蛇 跑马 斗鸡 牧羊 洗墨 濯缨 钓鱼 晒网 渔家 摆渡 浣纱 捣衣 绣花 织锦 熬盐 淘金 采莲 仁和 义合
礼让 智信 忠孝 廉泉 让里 兴隆 永安 太平 安乐 长春 迎春 富饶 和睦 团结 建新 向阳 东风 红旗 胜利
先锋 跃进
@village_suffix
庄 寨 营 楼 岗 沟 洼 湾 坡 桥 店 铺 集 堂 庙 寺 院 窑 坊 屯 堡 堤 圈 坑 塘 渡 口 畈 坪 峪 垌 岭
坳 墩 台 井 泉 泊 滩 圪垱 垛 冢 阁 闸 碾 磨 园 河 冲 港 垸 埠 浜 圩 荡 淀 洲 嘴 崖 梁 塬 峁 坨
垭 碥 磴 峡 岔 峒 湖 池 川 巷 门 家沟 家湾 家坡 家岭 家洼 家寨 家营 家冲 家坪 家河 家窑 家畈
家垱 家圩 家垛 家塆 家岙 家埭 家墩 家塬
@village_way
东 西 南 北 前 后 上 下 大 小 老 新 中 里 外
@spot_where
村东 村西 村南 村北 村东头 村西头 村南口 村北口 村中心 老村部 新村部 小学门前 卫生室旁 文化广场
进村路口 后河沿 前街 后街 西坑 东坑 集贸市场 养殖场旁 敬老院门口 桥头 铁路桥下 高速口 国道旁
省道两侧 渠首 堤脚 堤顶 山脚 半山腰 水库下游 水库上游 变电站旁 加油站对面 汽修厂东侧 粮库南侧
旧戏台 祠堂前 老槐树下 供销社旧址 废弃窑厂 老砖厂 打谷场 晒场 林场
@spot_what
坑塘 排水沟 涵洞 机井 水渠 泵站 闸门 堤防 护坡 便桥 漫水桥 公厕 旱厕 垃圾池 中转站 粪堆 柴垛
残垣断壁 危房 空心房 空闲宅基 边沟 路肩 路灯 电杆 变压器 广告牌 护栏 花池 绿地 游园 晒谷场 沟渠
桥涵 蓄水池 拦河坝 滚水坝 溢洪道 渡槽 沉淀池 化粪池 污水管网 窨井 雨水篦子 道牙 花坛 健身器材
阅报栏 文化墙 凉亭 长廊 苗圃 温棚 鱼塘 藕塘 猪舍 羊圈 鸡棚
@road_stem
建设 人民 光明 和平 文昌 文化 学院 园林 湖滨 河堤 迎宾 振兴 兴业 创新 科技 工业 开源 诚信 仁爱
礼贤 崇文 尚德 育才 青年 新华 解放 胜利 幸福 平安 长安 永乐 康宁 安康 凌云 飞鹤 翠竹 紫荆 丁香
海棠 玉兰 芙蓉 牡丹 芍药 蔷薇 木槿 月季 银杏 梧桐 雪松 香樟 合欢 垂柳 碧桃 石榴 金桂 红枫 白杨
乌桕 柠檬 枇杷 杨梅 荔枝 菩提 榕荫 柏翠 松涛 竹韵 兰亭 菊香 凤鸣 龙翔 鹤鸣 鹭影 燕归 雁塔 鹊桥
麒麟 朱雀 玄武 青龙 白虎 望岳 临江 滨河 沿溪 听涛 观澜 映月 披霞 晨曦 暮云 朝阳 瑞雪 甘霖 春晖
夏荷 秋实 冬青 启明 天狼 北辰 星汉 银河 云鼎 九鼎 问鼎 镜湖 砚湖 墨香 书院 状元 探花 榜眼 进士
鼓楼 钟楼
@road_kind
路 路 路 路 街 大道 大街 巷 北路 南路 中路 东路 西路 东街 西街
@city
云岭 沂阳 澄州 临澧 汶陵 淮源 湘浦 赣阳 瓯宁 瑶州 榕城 鹭城 潞阳 汾城 洺州 滏阳 漳陵 浔州 沅安
邕宁 濠州 泗阳 涡城 颍丘 睢城 溱州 洧川 伊阙 洛浦 嵩城 汝南关 淇水 沁州 渭南桥 泾源 洮阳 湟中坝
岷州 嘉陵渡 巴城 渝北湾 夔门 荆城 襄州 郢都 潇浦 衡陵 郴阳 韶关口 梅岭 潮安 雷城 琼南 象州 桂浦
柳城 黔中 遵阳 滇池岸 洱源 丽城 拉托 哈尔滩 雁门 朔阳 云中 燕城 蓟州 幽城 辽滨 松江坝 鞍城 镜泊
乌苏口 营州 兖州 曲城 莱阳 登州 胶城 琅琊 沭阳 海陵 广陵 润州 常城 吴江岸 越州 明州
@prov
省内 浙江 江苏 上海 广东 福建 山东 湖北 湖南 安徽 四川 重庆 陕西 北京 天津 河北 江西 辽宁 山西
珠三角 长三角 京津冀 粤港澳大湾区
@region
云岭 沂阳 澄州 汶陵 淮源 湘浦 赣阳 瓯宁 瑶州 潞阳 洺州 滏阳 漳陵 浔州 沅安 濠州 涡城 颍丘 溱州
洧川 嵩城 淇水 洮阳 岷州 巴城 夔门 郢都 潇浦 衡陵 郴阳 梅岭 琼南 桂浦 黔中 遵阳 洱源 雁门 朔阳
云中 燕城 蓟州 辽滨 鞍城 镜泊 营州 莱溪 登岚 琅川 海陵 广陵 润州 越州 明州 清州市 清州 岚河
岚河区 中原 华东 华南 华北 西南 西北 东北 江南 江北 淮北 淮南 岭南 关中 河洛 伏牛 太岳 武陵 雪峰
罗霄 九岭 大别 黄淮 江淮 环湖 滨海 沿江 长江口 洞庭 鄱阳 巢湖 太湖畔 芷山 绥岚 郡安 泽州 昭岚
定榆 武安关 怀澜 宣化门 靖溪 绥德桥 平澜口 安栾 永泾 崇岚 咸川 丰城坝 高岚 端溪 惠泽洲 清沅 英澜
南翎关 始川 曲江岸
@campaign_a
春雷 春风 春雨 清风 雷霆 利剑 飓风 蓝天 碧水 净土 金秋 百日 暖冬 夏季 冬季 护航 护苗 亮剑 铁拳
清朗 清零 攻坚 破冰 拔钉 扫尾 归巢 筑巢 引凤 金雁 金钥匙 红旗 先锋 头雁 领航 强基 固本 培元 惠民
暖心 连心 同心 聚力 赋能 提质 倍增 赶考 奋进 争先 晋位 登高 跨越 冲刺 决胜 会战 大干 快干 比学
赶超 亮晒 擂台 破题 攀登 蓄势 扬帆 启航 凤凰 麦浪 硕果 燎原
@campaign_b
行动 行动 专项行动 活动 活动 大会战 工程 计划 攻坚战 集中整治 三年行动 百日竞赛 提升年 大排查
擂台赛 大走访 大讨论 大比武
@campaign_n
一 二 三 四 五 六 七 八
@campaign_v
比 看 查 改 访 促 讲 评 问 定 清 包 保 带 提 帮 联 树 亮 学 赛 治 建 送
@park
智能制造产业园 装备制造产业园 食品产业园 农副产品加工园 建材产业园 服装产业园 循环经济产业园
中小企业创业园 高新技术产业园 返乡创业园 家居产业园 轻工产业园 物流园区 现代农业示范园
农机产业园 包装产业园 陶瓷产业园 纺织服装园 专业园区 标准化厂房 2012~电子商务产业园 2014~孵化器
2015~众创空间 2016~双创基地 2017~大数据产业园 2018~军民融合产业园 2019~智慧岛 2020~直播基地
2021~储能产业园 2022~预制菜产业园 2023~低空经济产业园 2024~算力中心 2024~氢能产业园
2023~新材料产业园 医药产业园 再生资源园 花卉产业园
";

/// Companies: characters of 字号 with readings, trades (`trade:key:head`), units, products.
const GOODS: &str = r"
@brand_first
鸿hong 宏hong 弘hong 恒heng 衡heng 瑞rui 睿rui 锐rui 金jin 锦jin 晋jin 华hua 骅hua 天tian 添tian
海hai 东dong 新xin 鑫xin 欣xin 馨xin 昕xin 泰tai 盛sheng 晟sheng 圣sheng 兴xing 星xing 永yong
咏yong 远yuan 源yuan 元yuan 园yuan 圆yuan 长chang 昌chang 常chang 畅chang 诚cheng 承cheng
程cheng 卓zhuo 广guang 光guang 安an 康kang 嘉jia 佳jia 家jia 隆long 龙long 凤feng 丰feng 峰feng
锋feng 德de 得de 富fu 福fu 顺shun 利li 力li 立li 黎li 丽li 通tong 同tong 桐tong 大da 达da 博bo
百bai 万wan 亿yi 易yi 亦yi 益yi 毅yi 逸yi 翼yi 云yun 运yun 祥xiang 翔xiang 香xiang 明ming 铭ming
名ming 茗ming 信xin 正zheng 政zheng 中zhong 众zhong 忠zhong 和he 合he 禾he 河he 荷he 鹤he 仁ren
润run 胜sheng 升sheng 腾teng 旺wang 伟wei 威wei 微wei 维wei 文wen 五wu 吾wu 祺qi 奇qi 启qi 齐qi
琪qi 旗qi 双shuang 三san 四si 九jiu 久jiu 聚ju 巨ju 钜ju 凯kai 开kai 科ke 可ke 蓝lan 岚lan 澜lan
兰lan 乐le 联lian 良liang 亮liang 领ling 灵ling 凌ling 陵ling 翎ling 美mei 梅mei 民min 敏min
南nan 宁ning 诺nuo 欧ou 鹏peng 普pu 璞pu 浦pu 千qian 乾qian 强qiang 青qing 清qing 庆qing 晴qing
全quan 泉quan 荣rong 融rong 蓉rong 如ru 儒ru 山shan 善shan 尚shang 上shang 申shen 慎shen 世shi
实shi 时shi 硕shuo 思si 松song 颂song 苏su 太tai 唐tang 特te 田tian 铁tie 伍wu 西xi 熙xi 曦xi
禧xi 喜xi 先xian 贤xian 向xiang 晓xiao 协xie 雄xiong 旭xu 轩xuan 璇xuan 雪xue 雅ya 亚ya 炎yan
扬yang 阳yang 洋yang 耀yao 业ye 烨ye 一yi 怡yi 宜yi 艺yi 银yin 英ying 颖ying 盈ying 优you 友you
佑you 裕yu 豫yu 玉yu 宇yu 誉yu 瑜yu 钰yu 煜yu 渊yuan 悦yue 越yue 跃yue 岳yue 泽ze 展zhan 兆zhao
哲zhe 臻zhen 振zhen 震zhen 至zhi 志zhi 智zhi 致zhi 洲zhou 紫zi 梓zi 子zi 自zi 鼎ding 鲲kun 骐qi
骏jun 俊jun 钧jun 君jun 珺jun 麒qi 麟lin 霖lin 琳lin 淼miao 森sen 垚yao 赫he 浩hao 皓hao 昊hao
豪hao 辉hui 汇hui 惠hui 慧hui 徽hui 晖hui 冠guan 观guan 贯guan 国guo 固gu 谷gu 厚hou 沪hu 虎hu
环huan 寰huan 桓huan 吉ji 际ji 佶ji 济ji 冀ji 坚jian 建jian 健jian 江jiang 匠jiang 杰jie 捷jie
洁jie 京jing 晶jing 景jing 菁jing 璟jing 靖jing 敬jing 坤kun 昆kun 来lai 朗lang 磊lei 礼li 理li
连lian 林lin 流liu 鲁lu 陆lu 鹭lu 路lu 绿lv 罗luo 洛luo 迈mai 满man 茂mao 牧mu 沐mu 能neng
年nian 牛niu 盼pan 沛pei 品pin 平ping 坪ping 栖qi 岐qi 琦qi 迁qian 勤qin 沁qin 秋qiu 球qiu 群qun
然ran 日ri 若ruo 飒sa 赛sai 商shang 韶shao 深shen 生sheng 石shi 士shi 首shou 书shu 舒shu 曙shu
水shui 丝si 速su 穗sui 索suo 台tai 坦tan 陶tao 韬tao 拓tuo 图tu 完wan 望wang 沃wo 希xi 夕xi 锡xi
夏xia 仙xian 显xian 象xiang 骁xiao 学xue 勋xun 迅xun 雁yan 燕yan 彦yan 养yang 遥yao 伊yi 依yi
映ying 勇yong 涌yong 尤you 禹yu 羽yu 育yu 御yu 韵yun 赞zan 增zeng 章zhang 彰zhang 征zheng 知zhi
筑zhu 铸zhu 壮zhuang 准zhun 宗zong 祖zu 佐zuo
@brand_second
达da 泰tai 盛sheng 源yuan 通tong 兴xing 隆long 丰feng 顺shun 祥xiang 瑞rui 昌chang 华hua 利li
发fa 安an 康kang 宇yu 腾teng 辉hui 邦bang 信xin 诚cheng 润run 和he 鑫xin 荣rong 茂mao 远yuan
恒heng 成cheng 创chuang 科ke 维wei 联lian 合he 建jian 博bo 升sheng 鼎ding 业ye 益yi 旺wang 亿yi
捷jie 云yun 威wei 力li 诺nuo 美mei 优you 宝bao 阳yang 朗lang 森sen 特te 德de 拓tuo 洋yang 航hang
鸿hong 宏hong 凯kai 翔xiang 飞fei 龙long 江jiang 山shan 川chuan 海hai 河he 湖hu 林lin 峰feng
岭ling 岳yue 原yuan 野ye 田tian 禾he 谷gu 穗sui 园yuan 苑yuan 庄zhuang 居ju 舍she 坊fang 阁ge
轩xuan 斋zhai 堂tang 府fu 城cheng 都du 州zhou 洲zhou 港gang 湾wan 浦pu 溪xi 泉quan 光guang 晖hui
晨chen 曦xi 旭xu 昊hao 晟sheng 星xing 辰chen 月yue 日ri 天tian 霖lin 雨yu 雪xue 风feng 雷lei
霆ting 电dian 火huo 焰yan 炎yan 石shi 玉yu 珠zhu 璞pu 琪qi 琳lin 瑶yao 璐lu 钢gang 铁tie 锋feng
钧jun 铭ming 锐rui 钰yu 锦jin 帛bo 丝si 绣xiu 织zhi 思si 智zhi 慧hui 睿rui 哲zhe 文wen 礼li 义yi
仁ren 善shan 贤xian 良liang 忠zhong 正zheng 平ping 宁ning 静jing 悦yue 欣xin 怡yi 乐le 喜xi 福fu
禄lu 寿shou 吉ji 庆qing 裕yu 富fu 余yu 满man 盈ying 足zu 健jian 强qiang 壮zhuang 雄xiong 豪hao
杰jie 骏jun 骐qi 骥ji 鹏peng 鹤he 凤feng 麒qi 麟lin 象xiang 虎hu 晶jing 纳na 普pu 迈mai 奥ao
格ge 贝bei 尔er 斯si 曼man 伦lun 尼ni 克ke 莱lai 雅ya 洁jie 沃wo 迪di 派pai 仕shi 卡ka 泽ze
沛pei 浩hao 瀚han 渊yuan 涛tao 澜lan 泓hong 清qing 芯xin 能neng 动dong 连lian 链lian 桥qiao 路lu
运yun 速su 迅xun 畅chang 行xing 驰chi 骋cheng 途tu 跃yue 越yue 超chao 群qun 冠guan 首shou 领ling
标biao 志zhi 鸣ming 韵yun 声sheng 彩cai 绘hui 图tu 景jing 然ran 生sheng 命ming 芝zhi 草cao 兰lan
蕙hui 桂gui 松song 柏bai 桐tong 梓zi 楠nan 樟zhang 榕rong 枫feng 茗ming 茶cha 香xiang 馨xin
甜tian 鲜xian 味wei
@brand_third
达da 泰tai 隆long 源yuan 通tong 兴xing 丰feng 祥xiang 昌chang 利li 安an 康kang 邦bang 信xin
成cheng 创chuang 合he 建jian 升sheng 业ye 旺wang 亿yi 捷jie 威wei 诺nuo 美mei 宝bao 朗lang 特te
德de 洋yang 尔er 斯si 克ke 莱lai 思si 迪di 奇qi 世shi 丽li 华hua 纳na 顿dun 仕shi
@latin
QN KTR HZM LVT DXY BRC GYK TFZ WNS QLD JRT MVC ZKX HGQ PLT XNB RDW YQT SFN CVK NMR TLX EVK OPR
UQM IVT AKW 5N 3Q 7L 9K M8 T6 K2 X3
@kind
jixie jixie jixie dianzi dianzi huagong huagong yejin jiancai jiancai fangzhi fangzhi shipin
shipin shipin yiyao yiyao muye muye zhongzhi zhongzhi jiaju baozhuang wuliu wuliu nengyuan
nengyuan huanbao qiche ruanjian ruanjian shangmao shangmao jianzhu jianzhu wenlv canyin taoci
yiliao wanju zhiye
@trade_jixie
机械制造:jixie:机械 机械设备:jixie:机械 重型机械:zhongji:重机 精密机械:jingji:精机
数控机床:shukong:数控 智能装备:zhineng:智能 液压科技:yeya:液压 轴承制造:zhoucheng:轴承
电梯:dianti:电梯 矿山机械:kuangji:矿机 农业机械:nongji:农机 起重设备:qizhong:起重
泵阀制造:bengfa:泵阀 机器人科技:jiqiren:机器人 模具:moju:模具 传动机械:chuandong:传动
压缩机:yasuoji:压缩机 纺织机械:fangji:纺机
@unit_jixie
台 套 台套 万件 万套
@prod_jixie
数控车床 立式磨床 龙门铣床 折弯机 剪板机 冲压机 注塑机 挤出机 轴承座 滚珠丝杠 齿轮箱 减速器
联轴器 离合器 液压缸 柱塞泵 齿轮泵 螺杆泵 潜水泵 蝶阀 闸阀 截止阀 球阀 法兰 盾构机刀盘 掘进机
采煤机 刮板输送机 液压支架 破碎机 球磨机 振动筛 皮带机托辊 提升机 叉车 塔吊 升降平台 搅拌站
摊铺机 压路机 挖掘机斗齿 铲车 打桩机 混凝土泵车 收割机 旋耕机 播种机 插秧机 打捆机 脱粒机 烘干机
碾米机 榨油机 磨粉机 植保无人机 喷灌机 电梯导轨 曳引机 工业机器人 机械臂 自动导引车 码垛机
焊接变位机 激光切割机 喷涂线 真空泵 罗茨风机 空压机 冷凝器 换热器 锅炉配件 压力容器 反应釜
离心机 干燥机 灌装机 贴标机 封口机 织袋机 剑杆织机 络筒机 弹簧 紧固件 铆钉 螺栓 链条 钢丝绳 吊钩
砂轮 锯条 钻头 刀具 量具 夹具 模架 油缸
@trade_dianzi
电子科技:dianzi:电子 光电科技:guangdian:光电 微电子:weidianzi:微电子 半导体:bandaoti:半导体
精密电子:jingdian:精电 通信设备:tongxin:通信 仪器仪表:yibiao:仪表 电气:dianqi:电气
电器:dianqi:电器 照明科技:zhaoming:照明 智能科技:zhineng:智能 传感技术:chuangan:传感
电线电缆:dianlan:电缆 声学科技:shengxue:声学
@unit_dianzi
万只 万套 万台 万片 万件 万米
@prod_dianzi
印制电路板 柔性线路板 贴片电阻 陶瓷电容 铝电解电容 电感线圈 晶振 连接器 线束 继电器 接触器
断路器 熔断器 互感器 变压器铁芯 配电柜 箱式变电站 电能表 水表 燃气表 压力表 示波器 液晶显示屏
触摸屏 背光模组 导光板 偏光片 摄像头模组 镜头 滤光片 棱镜 光纤 光缆 光模块 路由器 交换机 天线
滤波器 功放 对讲机 话筒 耳机 扬声器 蓝牙音箱 扫码枪 打印头 充电器 适配器 锂电保护板 开关电源
逆变电源 稳压器 路灯灯具 景观灯 应急灯 灯珠 灯丝 霓虹管 感温探头 烟雾报警器 红外传感器 陀螺仪
加速度计 霍尔元件 温控器 电热毯 电饭煲 电磁炉 吸尘器 加湿器 剃须刀 2012~智能手机配件
2014~智能手环 2016~无线充电模组 2018~5G天线振子 2019~车载显示屏 2020~额温枪 2021~功率芯片
2022~碳化硅衬底 2023~激光雷达 2024~人形机器人关节 2017~石英晶片 硅片 电极箔 覆铜板 漆包线 铜箔
绝缘子
@trade_huagong
化工:huagong:化工 精细化工:jinghua:精化 新材料科技:xincai:新材 新材料:xincai:新材料
橡塑科技:xiangsu:橡塑 塑业:suye:塑业 橡胶制品:xiangjiao:橡胶 涂料:tuliao:涂料
高分子材料:gaofenzi:高分子 日化用品:rihua:日化 化肥:huafei:化肥 树脂科技:shuzhi:树脂
胶业:jiaoye:胶业
@unit_huagong
吨 万吨 万平方米 万件
@prod_huagong
环氧树脂 酚醛树脂 聚氨酯 聚丙烯 聚乙烯管材 聚酯切片 尼龙切片 己二酸 己内酰胺 苯乙烯 丁苯胶乳
丁腈手套 硅橡胶 密封胶 热熔胶 胶黏剂 水性漆 粉末涂料 防腐漆 腻子粉 颜料 染料中间体 增塑剂 阻燃剂
抗氧剂 催化剂 表面活性剂 乳化剂 洗洁精 洗衣液 香皂 牙膏 洗发露 护手霜 香精 活性炭 白炭黑 钛白粉
纯碱 烧碱 盐酸 硫酸铵 磷酸二氢钾 尿素 复合肥 缓释肥 叶面肥 有机肥 菌剂 除草剂 杀虫剂 甲醇 乙醇
丙酮 乙酸乙酯 甘油 草酸 柠檬酸 葡萄糖酸钠 山梨醇 木糖醇 氨水 双氧水 次氯酸钠 融雪剂 絮凝剂
缓蚀剂 脱硫剂 炭黑 轮胎 输送带 胶管 油封 瑜伽垫 泡沫板 珍珠棉 编织袋 塑料托盘 保鲜膜 地膜 滴灌带
土工膜 防水卷材 人造革 发泡鞋材 羟丙基甲基纤维素 羧甲基纤维素 2018~可降解塑料 2019~气凝胶
2021~电解液 2022~碳纤维预浸料 2023~聚醚醚酮 2015~石墨烯涂料 2020~熔喷布 氟硅材料 蜡烛 鞭炮引线
甲壳素 壳聚糖 松香 桐油
@trade_yejin
金属材料:jinshu:金属 金属制品:jinshu:金属 铝业:lvye:铝业 钢构:ganggou:钢构 特钢:tegang:特钢
铜业:tongye:铜业 有色金属:youse:有色 铸造:zhuzao:铸造 五金制品:wujin:五金 线材:xiancai:线材
钛业:taiye:钛业 管业:guanye:管业 磁材:cicai:磁材
@unit_yejin
吨 万吨 万件 万米
@prod_yejin
热轧卷板 冷轧薄板 镀锌钢管 不锈钢水槽 螺纹钢 型钢 角钢 槽钢 无缝钢管 螺旋焊管 钢格板 钢结构
彩钢瓦 铝型材 铝箔 铝合金轮毂 铝模板 铝单板 铜棒 铜排 黄铜阀门 锌锭 铅锑合金 锡焊丝 镍基合金
钛棒 钛锭 钛合金紧固件 钼丝 钨钢刀片 铬铁 锰硅合金 硅铁 钒氮合金 镁锭 稀土永磁体 钕铁硼 铁氧体
铸铁管 铸钢件 铝压铸件 球墨铸铁井盖 锻件 法兰锻坯 钢锹 镰刀 斧头 锄头 剪刀 菜刀 铁锅 锁具 合页
拉手 滑轨 铁丝网 焊条 药芯焊丝 钢帘线 钢绞线 钢纤维 焊割气嘴 铁艺护栏 卷闸门 防盗门 保险柜
暖气片 金属粉末 雾化铁粉 覆膜砂 耐火砖 电炉钢锭 铍铜带 铟靶材 锆英砂 锑白 金刚砂 金刚石微粉 锗片
镓锭 铋锭 钴粉
@trade_jiancai
建材:jiancai:建材 新型建材:jiancai:建材 水泥:shuini:水泥 玻璃:boli:玻璃 门窗:menchuang:门窗
石材:shicai:石材 混凝土:huning:混凝土 装饰材料:zhuangshi:装饰 节能建材:jieneng:节能
防水材料:fangshui:防水 保温材料:baowen:保温 管桩:guanzhuang:管桩 砂石:shashi:砂石
耐火材料:naihuo:耐火
@unit_jiancai
万吨 万立方米 万平方米 万块
@prod_jiancai
加气混凝土砌块 蒸压灰砂砖 透水砖 烧结页岩砖 水泥熟料 商品混凝土 预制箱梁 预制叠合板 管桩
钢化玻璃 中空玻璃 夹胶玻璃 浮法玻璃 玻璃棉 岩棉板 挤塑板 石膏板 硅酸钙板 矿棉吸音板 纤维水泥板
陶粒 膨胀珍珠岩 蛭石 花岗岩板材 大理石台面 人造石 石英石 机制砂 碎石骨料 石灰粉 轻质碳酸钙
矿渣微粉 粉煤灰 断桥铝门窗 塑钢型材 木门 防火门 幕墙 琉璃瓦 青瓦 陶瓦 集成吊顶 墙布 地板 踢脚线
瓷砖胶 填缝剂 美缝剂 干粉砂浆 自流平 减水剂 速凝剂 防水涂料 沥青混合料 乳化沥青 路缘石 井盖
检查井 化粪池 隔音屏 装配式墙板 榫卯构件 斗拱 雕花窗棂 仿古砖 水磨石 雨花石 鹅卵石 高岭土 膨润土
硅藻泥
@trade_fangzhi
纺织:fangzhi:纺织 服饰:fushi:服饰 服装:fuzhuang:服装 针织:zhenzhi:针织 印染:yinran:印染
家纺:jiafang:家纺 鞋业:xieye:鞋业 制衣:zhiyi:制衣 羽绒制品:yurong:羽绒 无纺布:wufang:无纺
纱业:shaye:纱业 丝绸:sichou:丝绸 皮革:pige:皮革 毛纺:maofang:毛纺
@unit_fangzhi
万件 万套 万米 万双 吨 万锭
@prod_fangzhi
棉纱 涤纶丝 氨纶包覆纱 亚麻布 苎麻布 牛仔布 灯芯绒 法兰绒 珊瑚绒 雪纺 蕾丝 绸缎 锦缎 蚕丝被
桑蚕丝 丝巾 旗袍 汉服 西装 衬衫 羽绒服 冲锋衣 工装 校服 童装 睡衣 内衣 文胸 袜子 毛衣 羊绒衫
围巾 手套 帽子 皮带 皮鞋 运动鞋 布鞋 棉拖鞋 凉鞋 箱包 背包 钱夹 窗帘 床单 毛毯 地毯 毛巾 浴巾
抱枕 蚊帐 帐篷 睡袋 雨衣 遮阳伞 无纺布 水刺布 卫生巾 纸尿裤 口罩 防护服 帆布 篷布 绳索 渔网 纽扣
拉链 织带 花边 绣片 唐卡绣 苏绣屏风 手工布艺 香包 坐垫 沙发布 汽车座套 轮胎帘子布 芳纶 粘胶短纤
莱赛尔纤维 竹纤维 羊毛衫 貂绒 兔毛 鹅绒 靴子 马甲 披肩 斗篷 襁褓 肚兜
@trade_shipin
食品:shipin:食品 粮油:liangyou:粮油 面业:mianye:面业 肉食品:roushi:肉食 乳业:ruye:乳业
饮品:yinpin:饮品 酒业:jiuye:酒业 调味品:tiaowei:调味品 生物科技:shengwu:生物
休闲食品:xiuxian:休食 茶业:chaye:茶业 豆制品:douzhi:豆业 糖业:tangye:糖业 蜂业:fengye:蜂业
果业:guoye:果业 冷冻食品:lengdong:冷食
@unit_shipin
吨 万吨 万箱 万瓶 万袋
@prod_shipin
挂面 方便面 面粉 馒头 花卷 包子 饺子 馄饨 汤圆 粽子 元宵 月饼 烧饼 麻花 油条 煎饼 凉皮 米线 河粉
粉条 粉丝 豆腐 豆干 腐竹 豆浆粉 豆瓣酱 酱油 香醋 料酒 味精 鸡精 辣椒酱 芝麻酱 花生酱 番茄酱 咖喱
胡椒粉 花椒油 火锅底料 菜籽油 花生油 芝麻油 茶籽油 亚麻籽油 大豆油 腊肉 香肠 火腿 卤鸭脖 烤鹅
烧鸡 扒鸡 牛肉干 羊肉卷 猪蹄 鱼丸 虾滑 蟹棒 鱿鱼丝 海带结 紫菜 咸鸭蛋 松花蛋 酸奶 奶酪 奶粉
冰淇淋 雪糕 巧克力 糖果 软糖 酥糖 龙须糖 饼干 蛋糕 面包 薯片 爆米花 锅巴 瓜子 杏仁 核桃乳 腰果
开心果 板栗仁 红枣片 山楂糕 果脯 蜜饯 话梅 柿饼 葡萄干 果酱 罐头 黄桃罐头 蜂蜜 蜂王浆 燕窝
银耳羹 莲子粉 藕粉 葛根粉 芡实糕 酒曲 白酒 黄酒 米酒 果酒 啤酒 葡萄酒 矿泉水 茶饮料 果汁 凉茶
酸梅汤 毛尖茶 红茶 绿茶 菊花茶 速冻蔬菜 脱水蒜片 泡菜 榨菜 梅干菜 酸豆角 笋干 香菇酱 海苔 魔芋丝
螺蛳粉 酸辣粉 2021~预制菜 2017~代餐粉 2019~自热米饭 胡辣汤料 羊肉烩面 烙馍 糍粑 糌粑 饸饹 炊饼
鹌鹑蛋 鲍汁 蚝油 虾酱 腌韭花
@trade_yiyao
药业:yaoye:药业 生物医药:shengyao:生物 制药:zhiyao:制药 中药饮片:yinpian:中药 医药科技:yike:医药
生物制药:shengyao:生药 保健品:baojian:保健 动物药业:dongbao:动保 医药物流:yiliu:医流
健康产业:jiankang:健康 医学检验:yijian:医检 再生医学:zaisheng:再生医学
@unit_yiyao
吨 万盒 万瓶 万支 亿片
@prod_yiyao
金银花饮片 连翘提取物 柴胡口服液 黄芩苷 丹参片 茯苓饮片 白芍 当归 党参 黄芪 甘草 桔梗 半夏 天麻
杜仲 厚朴 辛夷 山茱萸 枸杞 菊花 艾绒 艾条 薄荷脑 樟脑 冰片 麝香膏 膏药 藿香正气水 板蓝根颗粒
六味地黄丸 八珍丸 逍遥丸 阿胶 龟甲胶 鹿茸片 三七粉 灵芝孢子粉 冬虫菌粉 蒲公英茶 决明子茶 罗布麻
车前子 牛蒡 何首乌 五味子 酸枣仁 远志 防风 苍术 白术 玄参 麦冬 玉竹 黄精 石斛 川芎 白芷 细辛
羌活 独活 秦艽 荆芥 紫苏 益母草 红花 桃仁 莪术 郁金 姜黄 头孢原料药 阿莫西林胶囊 布洛芬缓释片
对乙酰氨基酚 阿司匹林 维生素C片 葡萄糖注射液 氯化钠注射液 透明质酸钠 胶原蛋白肽 玻尿酸
疫苗西林瓶 药用胶塞 空心胶囊 药用辅料 兽用疫苗 兽药粉剂 饲料添加剂 氨基酸 赖氨酸 辅酶 胰岛素
干扰素 试剂盒 2020~核酸检测试剂 2022~细胞制剂 2016~多肽原料药 肝素钠 硫酸软骨素 皂苷 黄酮 甾醇
萜烯 生物碱 糖浆 滴眼液 创可贴 碘伏
@trade_muye
农牧:nongmu:农牧 牧业:muye:牧业 水产养殖:shuichan:水产 养殖:yangzhi:养殖 饲料:siliao:饲料
禽业:qinye:禽业 蚕业:canye:蚕业 蜂业:fengye:蜂业 生态农业:shengnong:生态农业 畜牧科技:xumu:畜牧
@unit_muye
=
@prod_muye
生猪 仔猪 肉牛 奶牛 湖羊 山羊 麻鸭 鸳鸯鹅 蛋鸡 肉鸡 乌骨鸡 鹌鹑 肉鸽 孔雀 鸵鸟 梅花鹿 肉兔 獭兔
驴 小龙虾 河蟹 泥鳅 黄鳝 鲈鱼 鲟鱼 草鱼 鲢鳙 甲鱼 牛蛙 田螺 蚯蚓 蝎子 蚕茧 蜜蜂
@trade_zhongzhi
农业科技:nongye:农业 种业:zhongye:种业 农业发展:nongfa:农发 园艺:yuanyi:园艺 种植:zhongzhi:种植
花卉:huahui:花卉 苗木:miaomu:苗木 菌业:junye:菌业 林业:linye:林业 果蔬:guoshu:果蔬
种苗:zhongmiao:种苗 中药材:yaocai:药材
@unit_zhongzhi
=
@prod_zhongzhi
香菇 平菇 金针菇 杏鲍菇 羊肚菌 木耳 银耳 竹荪 猴头菇 草莓 葡萄 猕猴桃 樱桃 火龙果 蓝莓 桑葚
无花果 石榴 甜瓜 西瓜 哈密瓜 水蜜桃 黄桃 油桃 酥梨 苹果 李子 杏子 枇杷 柑橘 柚子 柠檬 番茄 黄瓜
茄子 辣椒 豆角 芹菜 韭菜 菠菜 生菜 莴笋 芦笋 西兰花 甘蓝 萝卜 胡萝卜 山药 芋头 红薯 土豆 生姜
大蒜 洋葱 莲藕 茭白 荸荠 菱角 秋葵 小麦良种 玉米制种 水稻 大豆 谷子 高粱 荞麦 绿豆 红小豆 芝麻
花生 油菜 油茶 油用牡丹 棉花 烟叶 茶叶 甘蔗 向日葵 苜蓿 黑麦草 青贮玉米 艾草 丹参 迷迭香 薰衣草
玫瑰 月季 百合 蝴蝶兰 郁金香 菊花 绣球 多肉 红掌 君子兰 蜡梅 海棠 紫薇 樱花 红叶石楠 桂花 香樟
女贞 法桐 楸树 核桃 板栗 花椒 皂荚 文冠果 构树 油橄榄
@trade_jiaju
家居:jiaju:家居 木业:muye:木业 家具:jiaju:家具 板业:banye:板业 竹业:zhuye:竹业
办公家具:bangong:办公 橱柜:chugui:橱柜 卫浴:weiyu:卫浴 红木:hongmu:红木
@unit_jiaju
万套 万件 万立方米 万张
@prod_jiaju
全屋定制家具 实木床 衣柜 橱柜 书桌 课桌椅 办公椅 沙发 茶几 餐桌 鞋柜 屏风 博古架 红木家具
紫檀手串 黄花梨摆件 榆木门 橡木地板 胡桃木贴面 榉木曲木椅 樟木箱 椴木百叶 桦木胶合板 刨花板
密度板 细木工板 生态板 竹地板 竹席 竹筷 藤椅 蔺草席 床垫 乳胶枕 马桶 浴缸 花洒 水龙头 淋浴房
镜柜 智能晾衣架 婴儿床 摇篮 轮椅 梳妆台 太师椅 八仙桌 木雕 根雕 牌匾 棺木 木桶 案板 擀面杖 衣架
画框 木偶
@trade_baozhuang
包装:baozhuang:包装 印务:yinwu:印务 纸业:zhiye:纸业 彩印:caiyin:彩印 纸制品:zhipin:纸品
塑料包装:suobao:塑包 印刷:yinshua:印刷 标签科技:biaoqian:标签
@unit_baozhuang
万只 吨 万吨 亿枚
@prod_baozhuang
瓦楞纸箱 蜂窝纸板 纸浆模塑餐盒 礼品盒 手提袋 不干胶标签 药品说明书 烟标 酒盒 易拉罐 玻璃瓶
吸塑托盘 复合软包装 真空袋 气泡膜 缠绕膜 封箱胶带 特种卷绕材料 纸钢轴 纸杯 纸吸管 生活用纸
面巾纸 宣纸 牛皮纸 铜版纸 淋膜纸 热敏纸 防伪标签 铁盒 木托盘 周转箱 吨袋 桶盖 喷头 奶瓶 试管
信封 台历 画册 绘本
@trade_wuliu
物流:wuliu:物流 供应链管理:gongying:供应链 冷链物流:lenglian:冷链 仓储:cangchu:仓储
运输:yunshu:运输 快递:kuaidi:快递 多式联运:lianyun:联运 港务:gangwu:港务 速运:suyun:速运
@unit_wuliu
-
@prod_wuliu
智慧物流园 冷链仓储中心 城乡配送中心 电煤配送中心 保税仓 集装箱货场 公铁联运枢纽 快递分拨中心
农产品集散中心 粮食仓储库 危化品专用停车场 网络货运平台 铁路专用线 码头泊位 散货堆场
汽车整车物流基地 医药仓储中心 云仓 前置仓 商砼运输车队 钢材仓储加工中心 零担专线平台
应急物资储备库 客货邮融合站点 中转冷库 气调库 油气储备库
@trade_nengyuan
能源科技:nengyuan:能源 新能源:xinneng:新能源 电力:dianli:电力 光伏科技:guangfu:光伏
动力科技:dongli:动力 储能科技:chuneng:储能 热力:reli:热力 燃气:ranqi:燃气 氢能科技:qingneng:氢能
电池科技:dianchi:电池 风电:fengdian:风电
@unit_nengyuan
万组 兆瓦时 万套 吨
@prod_nengyuan
铅酸蓄电池 锂离子电池 电池隔膜 正极材料 负极材料 磷酸铁锂 三元前驱体 六氟磷酸锂 光伏组件
光伏支架 光伏边框 多晶硅 逆变器 风电塔筒 风电叶片 轮毂铸件 太阳能热水器 空气能热泵 地源热泵机组
生物质颗粒 沼气发电机组 燃气调压箱 液化天然气储罐 充气桩 变流器 飞轮储能装置 电解槽 储氢瓶
燃料电池电堆 甲醇重整器 煤层气压缩机 瓦斯发电机组 余热锅炉 蒸汽轮机叶片 2016~充电桩
2018~动力电池梯次利用包 2021~钠离子电池 2022~全钒液流电池 2023~固态电池 2024~钙钛矿组件
2022~氢燃料电池系统
@trade_huanbao
环保科技:huanbao:环保 环境工程:huanjing:环境 水务:shuiwu:水务 再生资源:zaisheng:再生
环保设备:huanbao:环保 节能环保:jieneng:节环 资源利用:ziyuan:资源 净化科技:jinghua:净化
环卫:huanwei:环卫
@unit_huanbao
万吨 台套 吨
@prod_huanbao
污水处理一体化设备 除尘布袋 脱硫塔 脱硝催化剂 餐厨垃圾处理 建筑垃圾再生骨料 废旧轮胎裂解
废钢破碎 废铝再生 废纸打包 废塑料造粒 危废焚烧 医废处置 污泥干化 飞灰填埋 炉渣制砖 沼渣堆肥
畜禽粪污资源化利用 秸秆板材 反渗透膜 超滤膜 曝气器 活性污泥菌种 臭氧发生器 光氧催化设备 降噪屏障
洒水车 扫路车 垃圾压缩箱 油烟净化器 废矿物油再生 废旧锂电池拆解 报废汽车拆解 赤泥综合利用
煤矸石制砖 磷石膏板
@trade_qiche
汽车零部件:qipei:汽配 汽车科技:qiche:汽车 汽车部件:qibu:汽部 车业:cheye:车业
专用汽车:zhuanqi:专汽 车桥:cheqiao:车桥 摩托车:moto:摩托 新能源汽车:xinche:新能源汽车
汽车贸易:qimao:汽贸 航空科技:hangkong:航空
@unit_qiche
万套 万件 万台 辆
@prod_qiche
刹车盘 刹车片 减震器 转向节 万向节 半轴 传动轴 曲轴 活塞 缸套 气门 凸轮轴 涡轮增压器 滤清器
火花塞 散热器 油箱 保险杠 仪表台 座椅骨架 安全带 安全气囊 玻璃升降器 雨刮器 后视镜 车灯 轮毂
轮胎 排气管 挂车 半挂车 自卸车 冷藏车 救护车 消防车 房车 旅居车 电动三轮车 电动自行车 老年代步车
摩托车头盔 自行车车架 童车 轮椅车 直升机配件 无人机机架 游艇 皮划艇 高铁座椅 接触网零部件 扣件
闸瓦 2017~电机控制器 2019~毫米波雷达 2021~一体化压铸车身 2020~换电站 2023~线控底盘
2024~飞行汽车部件
@trade_ruanjian
软件:ruanjian:软件 信息技术:xinxi:信息 网络科技:wangluo:网络 数字科技:shuzi:数字
数据服务:shuju:数据 信息科技:xinxi:信科 文化传媒:chuanmei:传媒 电子商务:dianshang:电商
人力资源:renli:人力 检测技术:jiance:检测 测绘:cehui:测绘
@unit_ruanjian
-
@prod_ruanjian
呼叫中心 软件外包基地 智慧停车平台 视频监控联网平台 网上办事大厅 政务云平台 地理信息系统
遥感测绘基地 动漫制作基地 游戏研发中心 影视拍摄基地 数字档案馆 检验检测中心 人力资源服务产业园
电子竞技馆 教育培训基地 呼叫坐席 广告设计中心 2012~电商运营中心 2013~跨境电商园 2014~云计算中心
2016~大数据中心 2016~农村淘宝服务站 2018~区块链存证平台 2019~5G基站 2020~直播电商基地
2021~工业互联网平台 2022~数字人直播间 2023~大模型训练基地 2024~智算中心 2020~健康码核验设备
2021~元宇宙体验馆 2025~低空管控平台
@trade_shangmao
商贸:shangmao:商贸 贸易:maoyi:贸易 实业:shiye:实业 进出口:jinchukou:进出口 百货:baihuo:百货
投资:touzi:投资 控股:konggu:控股 商业管理:shangguan:商管 超市:chaoshi:超市 珠宝:zhubao:珠宝
企业管理:qiguan:企管 酒水:jiushui:酒水
@unit_shangmao
-
@prod_shangmao
智慧农贸市场 农贸产业园 家电卖场 建材市场 花鸟市场 古玩城 小商品批发城 汽车城 二手车交易市场
服装批发市场 农资超市 生鲜超市 便民超市 便利店连锁 购物中心 商业综合体 奥特莱斯 商业步行街 夜市
美食街 珠宝城 茶城 钢材市场 五金机电城 农机大市场 粮油交易中心 总部经济 跨境商品展示中心 加油站
加气站 旧货市场 眼镜店 钟表行 渔具城
@trade_jianzhu
建设工程:jianshe:建工 建筑工程:jianzhu:建筑 建筑安装:jianan:建安 市政工程:shizheng:市政
路桥:luqiao:路桥 装饰工程:zhuangshi:装饰 水利工程:shuili:水利 园林绿化:yuanlin:园林
工程咨询:zixun:咨询 钢结构工程:ganggou:钢构 古建园林:gujian:古建 基础工程:jichu:基础
工程实验检测:jiance:检测 爆破工程:baopo:爆破
@unit_jianzhu
-
@prod_jianzhu
安置小区 保障性住房 标准化厂房 棚户区改造 城中村改造 老旧小区改造 污水处理厂 自来水厂
垃圾焚烧发电厂 跨河大桥 过街天桥 地下通道 综合管廊 立体停车场 公园绿道 滨河公园 体育馆 图书馆
博物馆 游泳馆 学校迁建 幼儿园 卫生院迁建 敬老院 骨灰堂 公墓 殡仪馆 河道治理 水库除险加固
灌区改造 高标准农田 农村公路 村村通 道路改扩建 雨污分流 电网改造 天然气管网 集中供热管网
景观亮化 装配式建筑基地
@trade_wenlv
文化旅游:wenlv:文旅 旅游开发:lvyou:旅游 文化发展:wenhua:文化 影视文化:yingshi:影视
旅行社:lvxing:旅行社 体育发展:tiyu:体育 文化创意:wenchuang:文创 艺术中心:yishu:艺术
教育科技:jiaoyu:教育 温泉度假:wenquan:温泉
@unit_wenlv
-
@prod_wenlv
大型游乐园 水上乐园 动物园 海洋馆 滑雪场 漂流 玻璃栈道 温泉度假村 生态采摘园 研学营地 露营基地
房车营地 民宿集群 汽车影院 古镇保护开发 古村落修缮 书院复建 非遗工坊 皮影戏展馆 窑址公园
考古遗址公园 红色教育基地 实景演艺 婚纱摄影基地 马术俱乐部 高尔夫练习场 足球小镇 垂钓中心
农耕文化园 花海 薰衣草庄园 葡萄酒庄 康养小镇 森林康养基地 中医药文化园 国学馆 画家村 陶艺村
萌宠乐园 卡丁车场 射箭馆 攀岩馆 蹦床馆 剧本体验馆
@trade_canyin
餐饮管理:canyin:餐饮 酒店管理:jiudian:酒店 餐饮:canyin:餐饮 大酒店:jiudian:酒店
团膳服务:tuanshan:团膳 养老服务:yanglao:养老 家政服务:jiazheng:家政 物业管理:wuye:物业
物业服务:wuye:物业 婚庆服务:hunqing:婚庆
@unit_canyin
-
@prod_canyin
婚宴文化产业园 星级酒店 连锁快捷酒店 中央厨房 团餐配送中心 火锅城 海鲜酒楼 素食馆 茶馆 咖啡馆
烘焙工坊 老年公寓 康养中心 医养结合中心 月子会所 托育中心 家政培训基地 洗涤中心 浴池 棋牌室
烧烤广场 早餐工程 小吃城 农家乐 社区食堂 宴会厅 陵园服务中心 洗车行 美容院 健身房
@trade_taoci
陶瓷:taoci:陶瓷 工艺品:gongyi:工艺 瓷业:ciye:瓷业 玉雕:yudiao:玉雕 琉璃:liuli:琉璃
汝瓷文化:ruci:瓷艺 艺术陶瓷:yitao:艺陶 珐琅:falang:珐琅
@unit_taoci
万件 万套 万平方米
@prod_taoci
日用瓷 骨质瓷餐具 紫砂壶 青花瓷瓶 天青釉茶器 钧釉花瓶 卫生洁具 抛光砖 釉面砖 陶瓷绝缘子 蜂窝陶瓷
陶瓷刀 氧化锆陶瓷 琉璃摆件 玉雕挂件 翡翠手镯 玛瑙珠 珐琅彩盘 景泰蓝 漆器 剪纸 年画 泥塑 面塑
糖画 绒花 草编 柳编 竹编 棕编 麦秆画 烙画葫芦 鸟笼 风筝 灯笼 折扇 油纸伞 砚台 毛笔 墨锭 印泥
古琴 琵琶 二胡 唢呐 笙 竹笛 锣鼓 铜钹 铜鼎 铜镜 铁艺 银饰 首饰盒 香炉 檀香 线香 盘扣 蜡染 扎染
蓝印花布 刺绣团扇
@trade_yiliao
医疗器械:qixie:器械 医疗科技:yiliao:医疗 医用材料:yicai:医材 康复器材:kangfu:康复
医疗设备:yishe:医设 义齿:yichi:义齿
@unit_yiliao
万件 万支 万套 台
@prod_yiliao
一次性注射器 输液器 留置针 采血管 医用纱布 绷带 手术衣 手术刀片 缝合线 止血钳 骨科植入物
人工关节 心脏支架 球囊导管 导尿包 血糖仪 血压计 体温计 听诊器 雾化器 制氧机 呼吸机 监护仪 胎心仪
超声探头 牙科种植体 义齿 隐形眼镜 老花镜 助听器 拐杖 护理床 轮椅 艾灸仪 针灸针 拔罐器 刮痧板
理疗仪 紫外线消毒灯 负压救护舱 假肢 血液透析器 敷料 医用凝胶 防褥疮床垫
@trade_wanju
玩具:wanju:玩具 体育用品:tiyu:体育 文具:wenju:文具 乐器:yueqi:乐器 箱包:xiangbao:箱包
发制品:fazhi:发制品 眼镜:yanjing:眼镜 伞业:sanye:伞业 钟表:zhongbiao:钟表 渔具:yuju:渔具
@unit_wanju
万件 万套 万只
@prod_wanju
毛绒玩具 积木 遥控车 拼图 布娃娃 泡泡机 滑板车 平衡车 羽毛球拍 乒乓球台 篮球架 跳绳 毽子 哑铃
跑步机 台球桌 象棋 围棋 麻将机 扑克牌 铅笔 钢笔 圆珠笔 橡皮 蜡笔 水彩 文具盒 书包 小提琴 吉他
钢琴 电子琴 葫芦丝 箫 埙 琴弦 假发 发套 睫毛 美甲片 化妆刷 眉笔 镜框 镜片 太阳镜 雨伞 钟表 表带
鱼竿 鱼钩 浮漂 宠物窝 猫砂 狗粮 烟花 气球 圣诞树 红包 灯谜挂饰 手办 盲盒 陀螺 风车 铁环
@trade_zhiye
置业:zhiye:置业 房地产开发:dichan:地产 地产:dichan:地产 产业园运营:yunying:运营
城市建设投资:chengtou:城投 城市更新:gengxin:城更 土地整理:tudi:土整
@unit_zhiye
-
@prod_zhiye
城市综合体 商住小区 写字楼 标准化厂房 科创园 产业孵化园 人才公寓 长租公寓 康养地产 特色小镇
回迁安置房 商业街区 文化广场 创意园 老厂房改造 仓库改造 工业邻里中心 社区综合服务中心 总部大厦
会展中心
@mod_field
优质 富硒 有机 精品 绿色 出口 特色 标准化 生态 高产 高效 林下 设施 反季节 早熟 晚熟 良种 脱毒
订单 智能化
@mod_eaten
优质 富硒 有机 速冻 精品 绿色 出口 传统 风味 低糖 低脂 无添加 即食 便携 老字号 手工 高端 营养
配制 礼盒装
@mod_drug
道地 精制 高纯度 缓释 新型 优质 传统 定制 出口 高端 无菌 冻干 速溶 老字号 儿童 浓缩
@mod_craft
精品 手工 定制 出口 仿古 环保 轻奢 创意 高端 儿童 家用 户外 文创 可降解 新型 便携式 多功能 防水
抗菌 民族风
@mod_service
智慧 区域性 现代 综合 高标准 数字化 生态 特色 沉浸式 标准化 大型 一站式 新型 中央 城东 城西 沿河
镇区 示范 共享
@proj_tail_field
基地项目 标准化基地项目 产业园项目 良种繁育项目 示范园项目 加工项目 深加工项目 冷藏保鲜项目
扩建项目 全产业链项目 智慧农场项目 标准化建设项目 一期项目 二期项目
@mod
高端 智能 新型 精密 环保 节能 特种 高性能 轻量化 绿色 优质 出口 定制 工业用 家用 车用 医用 农用
矿用 船用 军民两用 超薄 耐高温 耐磨 防腐 阻燃 抗静电 低碳 无甲醛 富硒 有机 速冻 精品 便携式
一次性 可循环 数字化 自动化 全自动 半自动 多功能 纳米 复合 仿生 微型 大型 高强度 高纯度 高精度
低噪音 变频
@proj_tail
项目 生产线项目 生产项目 加工项目 基地项目 扩建项目 技改项目 二期项目 一期项目 深加工项目
研发及生产项目 全产业链项目 智能化改造项目 产业化项目 仓库项目 配套项目
@proj_tail_service
项目 项目 建设项目 改造项目 二期项目 一期项目 示范项目 综合开发项目 运营项目 提升项目
@org
有限公司 有限公司 有限公司 有限公司 有限公司 有限公司 有限公司 有限责任公司 有限责任公司
股份有限公司 股份有限公司 有限责任公司
@coop
种植 养殖 种养 果蔬 农机 蔬菜 林果 中药材 食用菌 花卉苗木 粮食种植 生猪养殖 肉羊养殖 水产养殖
蜂业 茶叶 葡萄种植 草莓种植 艾草种植 莲藕种植 红薯种植 植保服务 土地托管 蛋鸡养殖
@brand_tail
时代shidai 未来weilai 世纪shiji 天地tiandi 家园jiayuan 风尚fengshang 远景yuanjing 优选youxuan
东方dongfang 金桥jinqiao 阳光yangguang 绿源lvyuan 之星zhixing 之家zhijia 先锋xianfeng
同创tongchuang 合力heli 嘉禾jiahe 银河yinhe 智谷zhigu 云谷yungu 蓝海lanhai 星辰xingchen
方圆fangyuan 兄弟xiongdi 无限wuxian 纪元jiyuan 百川baichuan
";

/// Idioms, quotations, set phrases, and the nouns of each field of work.
const STYLE: &str = r"
@good
真抓实干 久久为功 善作善成 驰而不息 锲而不舍 脚踏实地 只争朝夕 快马加鞭 雷厉风行 马不停蹄
闻鸡起舞 披星戴月 夜以继日 废寝忘食 通宵达旦 兢兢业业 任劳任怨 勤勤恳恳 孜孜不倦 精益求精
一丝不苟 严谨细致 滴水穿石 绳锯木断 铁杵成针 愚公移山 百折不挠 坚韧不拔 迎难而上 知难而进
攻坚克难 破釜沉舟 背水一战 逢山开路 遇水架桥 披荆斩棘 乘风破浪 勇立潮头 中流击楫 奋楫扬帆
砥砺前行 踔厉奋发 笃行不怠 朝乾夕惕 夙夜在公 众志成城 群策群力 同舟共济 和衷共济 戮力同心
勠力同行 齐抓共管 齐心协力 并肩作战 守望相助 风雨同舟 上下同欲 众人拾柴 集腋成裘 聚沙成塔
未雨绸缪 防患未然 居安思危 有备无患 防微杜渐 见微知著 抽丝剥茧 剥茧抽丝 条分缕析 洞若观火
明察秋毫 庖丁解牛 纲举目张 提纲挈领 举一反三 触类旁通 因地制宜 因势利导 因材施策 对症下药
量体裁衣 有的放矢 精准施策 靶向发力 步步为营 稳扎稳打 循序渐进 按图索骥 挂图作战 倒排工期
压茬推进 环环相扣 言必信行必果 一诺千金 令行禁止 立说立行 即知即改 立行立改 说到做到 有令必行
言出必行 掷地有声 身先士卒 率先垂范 以身作则 身体力行 事必躬亲 亲力亲为 俯身为民 问需于民
问计于企 嘘寒问暖 雪中送炭 急人所急 将心比心 推己及人 春风化雨 润物无声 和风细雨 动之以情
晓之以理 苦口婆心 循循善诱 耐心细致 抓铁有痕 踏石留印 钉钉子 绣花功夫 拓荒牛 孺子牛 老黄牛
咬定青山 一鼓作气 势如破竹 趁热打铁 再接再厉 乘势而上 蹄疾步稳 步履铿锵 昂扬向上 蓬勃向上
开门见山 直截了当 刀刃向内 刮骨疗毒 壮士断腕 破旧立新 推陈出新 革故鼎新 另辟蹊径 独辟蹊径
别出心裁 匠心独运 集思广益 博采众长 取长补短 扬长避短 见贤思齐 奋起直追 胸有成竹 运筹帷幄
未雨先谋 谋定后动 三思后行 厚积薄发 水滴石穿 蚂蚁啃骨头 燕子衔泥 蜜蜂采蜜 鸿雁传书 穿针引线
牵线搭桥 筑巢引凤 招贤纳士 求贤若渴 礼贤下士 广纳贤才 锐意进取 奋勇争先 争分夺秒 分秒必争
日夜兼程 星夜驰援 闻令而动 枕戈待旦 严阵以待 尽锐出战 勇挑重担 舍我其谁 当仁不让 一马当先
万马奔腾 龙腾虎跃 生龙活虎 意气风发 斗志昂扬 慎终如始 善始善终 一以贯之 持之以恒 慷慨解囊
呕心沥血 鞠躬尽瘁 披肝沥胆 赤胆忠心 殚精竭虑 恪尽职守 赴汤蹈火 坚贞不屈 诲人不倦 言传身教
虚怀若谷 不耻下问 凿壁偷光 囊萤映雪 卧薪尝胆 筚路蓝缕 栉风沐雨 宵衣旰食 席不暇暖 不遗余力
竭尽全力 全神贯注 聚精会神 炉火纯青 游刃有余 斩钉截铁 快刀斩乱麻 摧枯拉朽 拨云见日 正本清源
激浊扬清 扶危济困 惟精惟一 敢闯敢拼 泼辣干练 勤恳耐劳 朴实憨厚 谦逊谨慎 矢志不渝 锲刻不息
枕戈寝甲 昂首阔步 气吞山河 拧成一股绳 宁可掉层皮 不获全胜决不收兵 逐浪前行 愈挫愈勇
哪里艰苦哪安家 锦囊妙计 未雨先修瓦 逆流而上 奋勇搏击 孤灯苦读 悬梁刺股 滴酒不沾 铁面无私
秉公执法 嫉恶如仇 刚正不阿 两袖清风 一尘不染 洁身自好 慎独慎微 淡泊明志 宁静致远
@bad
推诿扯皮 敷衍塞责 敷衍了事 应付差事 得过且过 敷衍搪塞 虚与委蛇 阳奉阴违 弄虚作假 瞒天过海
瞒报漏报 欺上瞒下 蒙混过关 滥竽充数 鱼目混珠 李代桃僵 偷梁换柱 偷工减料 虎头蛇尾 半途而废
浅尝辄止 蜻蜓点水 走马观花 浮光掠影 隔靴搔痒 雨过地皮湿 雷声大雨点小 一阵风 一刀切 一哄而上
一哄而散 一曝十寒 三天打鱼两天晒网 朝令夕改 朝秦暮楚 刻舟求剑 守株待兔 缘木求鱼 削足适履
邯郸学步 东施效颦 亦步亦趋 生搬硬套 照抄照搬 依葫芦画瓢 墨守成规 抱残守缺 故步自封 坐井观天
夜郎自大 盲人摸象 管中窥豹 一叶障目 畏首畏尾 畏葸不前 瞻前顾后 投鼠忌器 优柔寡断 踟蹰不前
裹足不前 等靠要 慵懒散拖 磨洋工 和稀泥 踢皮球 甩包袱 捂盖子 绕道走 打太极 撞钟混日子 躺平
麻痹大意 侥幸过关 掉以轻心 亡羊补牢 临渴掘井 临时抱佛脚 寅吃卯粮 竭泽而渔 饮鸩止渴 杀鸡取卵
拆东墙补西墙 按下葫芦浮起瓢 头痛医头脚痛医脚 捡了芝麻丢了西瓜 眉毛胡子一把抓 胡椒面式撒网
叠床架屋 画蛇添足 纸上谈兵 闭门造车 坐而论道 空喊口号 文山会海 花拳绣腿 沽名钓誉 好大喜功
急功近利 拔苗助长 揠苗助长 华而不实 大水漫灌 撒胡椒面 优亲厚友 吃拿卡要 中饱私囊 雁过拔毛
跑冒滴漏 尸位素餐 人浮于事 各自为政 单打独斗 坐失良机 贻误战机 尔虞我诈 勾心斗角 怨声载道
狐假虎威 唉声叹气 萎靡不振 怨天尤人 鼠目寸光 杞人忧天 掩耳盗铃 自欺欺人 讳疾忌医 浑水摸鱼
顺手牵羊 监守自盗 贪赃枉法 徇私舞弊 飞扬跋扈 颐指气使 趾高气扬 骄傲自满 妄自尊大 妄自菲薄
骄奢淫逸 铺张浪费 挥霍无度 玩物丧志 玩忽职守 松懈怠慢 懒惰懦弱 患得患失 斤斤计较 锱铢必较
姑息养奸 养痈遗患 放虎归山 隔岸观火 袖手旁观 漠不关心 置若罔闻 充耳不闻 熟视无睹 麻木不仁
无精打采 浑浑噩噩 因循守旧 拖泥带水 拖拖拉拉 吹毛求疵 画饼充饥 望梅止渴 空中楼阁 海市蜃楼
囫囵吞枣 不求甚解 狗熊掰棒子 鹬蚌相争 螳臂当车 杯弓蛇影 草木皆兵 惊慌失措 手忙脚乱 束手无策
黔驴技穷 苟且偷安 滥用职权 越俎代庖 喧宾夺主 本末倒置 舍本逐末 买椟还珠 涸泽而渔 扬汤止沸
抱薪救火 火上浇油 雪上加霜 节外生枝 搬弄是非 造谣中伤 溜须拍马 阿谀奉承 曲意逢迎 色厉内荏
外强中干 虚张声势 哗众取宠 夸夸其谈 信口开河 含糊其辞 支吾搪塞 犹豫徘徊 迟疑不决 踌躇不前
疲沓散漫 消极懈怠 推三阻四 拈轻怕重 挑肥拣瘦 叫苦喊累 怯阵畏难 吃老本 坐享其成 不劳而获 杀鸡吓猴
狐疑猜忌 恃才傲物 刚愎自用 听风就是雨 走过场 和尚撞钟 瞎指挥 拍脑袋 拍胸脯 拍屁股 躲猫猫
打擦边球 钻空子 挤牙膏 炒冷饭 开空头支票
@@maxim
鞠躬尽瘁，死而后已
生于忧患，死于安乐
前车之覆，后车之鉴
失之毫厘，谬以千里
忠言逆耳利于行
兼听则明，偏信则暗
智者千虑，必有一失
欲速则不达，见小利则大事不成
工欲善其事，必先利其器
磨刀不误砍柴工
巧妇难为无米之炊
冰冻三尺，非一日之寒
亡羊补牢，犹未为晚
皮之不存，毛将焉附
一年之计在于春
少壮不努力，老大徒伤悲
书山有路勤为径，学海无涯苦作舟
黑发不知勤学早，白首方悔读书迟
勿以恶小而为之，勿以善小而不为
千里送鹅毛，礼轻情意重
不畏浮云遮望眼，自缘身在最高层
会当凌绝顶，一览众山小
沉舟侧畔千帆过，病树前头万木春
春蚕到死丝方尽，蜡炬成灰泪始干
谁言寸草心，报得三春晖
慈母手中线，游子身上衣
海内存知己，天涯若比邻
欲穷千里目，更上一层楼
天街小雨润如酥
忽如一夜春风来，千树万树梨花开
山重水复疑无路，柳暗花明又一村
竹外桃花三两枝，春江水暖鸭先知
横看成岭侧成峰，远近高低各不同
雄鸡一唱天下白
路漫漫其修远兮，吾将上下而求索
安得广厦千万间，大庇天下寒士俱欢颜
先天下之忧而忧，后天下之乐而乐
粉骨碎身浑不怕，要留清白在人间
人生自古谁无死，留取丹心照汗青
投我以桃，报之以李
蒹葭苍苍，白露为霜
昔我往矣，杨柳依依
桃李不言，下自成蹊
为政之要，贵在力行
行百里者半九十
道虽迩，不行不至；事虽小，不为不成
合抱之木，生于毫末；九层之台，起于累土
不积跬步，无以至千里
其作始也简，其将毕也必巨
天下难事，必作于易；天下大事，必作于细
凡事预则立，不预则废
政如农功，日夜思之
一语不能践，万卷徒空虚
空谈误国，实干兴邦
为者常成，行者常至
志不强者智不达
纸上得来终觉浅，绝知此事要躬行
衙斋卧听萧萧竹，疑是民间疾苦声
些小吾曹州县吏，一枝一叶总关情
治国有常，而利民为本
政之所兴在顺民心
民生在勤，勤则不匮
仓廪实而知礼节
物有甘苦，尝之者识；道有夷险，履之者知
耳闻之不如目见之，目见之不如足践之
善禁者，先禁其身而后人
其身正，不令而行
公生明，廉生威
奢靡之始，危亡之渐
骐骥一跃，不能十步；驽马十驾，功在不舍
锲而舍之，朽木不折；锲而不舍，金石可镂
逆水行舟，一篙不可放缓
滴水之积，可成江河
不谋全局者，不足谋一域
明者因时而变，知者随事而制
苟日新，日日新，又日新
问渠那得清如许，为有源头活水来
千淘万漉虽辛苦，吹尽狂沙始到金
咬定青山不放松，立根原在破岩中
长风破浪会有时，直挂云帆济沧海
宜未雨而绸缪，毋临渴而掘井
千里之堤，溃于蚁穴
祸患常积于忽微
慎易以避难，敬细以远大
安而不忘危，存而不忘亡
绿水青山就是金山银山
斧斤以时入山林，材木不可胜用
草木植成，国之富也
取之有度，用之有节
一粥一饭，当思来处不易
老吾老以及人之老，幼吾幼以及人之幼
德不孤，必有邻
礼之用，和为贵
良田百顷，不如薄艺在身
授人以鱼，不如授人以渔
栽下梧桐树，引得凤凰来
一花独放不是春，百花齐放春满园
众力并，则万钧不足举
积力之所举，则无不胜
用众人之力，则无不胜也
知之者不如好之者
尺有所短，寸有所长
他山之石，可以攻玉
流水不腐，户枢不蠹
橘生淮南则为橘，生于淮北则为枳
疾风知劲草，板荡识诚臣
宝剑锋从磨砺出，梅花香自苦寒来
莫道桑榆晚，为霞尚满天
落红不是无情物，化作春泥更护花
小荷才露尖尖角
春种一粒粟，秋收万颗子
昼出耘田夜绩麻
锄禾日当午，汗滴禾下土
稻花香里说丰年
晨兴理荒秽，带月荷锄归
绿树村边合，青山郭外斜
麦苗收而秧针绿，时不我待
月晕而风，础润而雨
星星之火，可以燎原
曲突徙薪无恩泽，焦头烂额为上客
城门失火，殃及池鱼
炉火照天地，红星乱紫烟
羌笛何须怨杨柳，春风已度万家门
谁知盘中餐，粒粒皆辛苦
采得百花成蜜后，为谁辛苦为谁甜
一年好景君须记，最是橙黄橘绿时
操千曲而后晓声，观千剑而后识器
博观而约取，厚积而薄发
为山九仞，功亏一篑
靡不有初，鲜克有终
慎终如始，则无败事
临渊羡鱼，不如退而结网
@@vo
夯实基础
破解难题
补齐短板
理清思路
厘清责任
压实担子
拧紧螺丝
上紧发条
校准靶心
绷紧神经
盯紧节点
卡死时限
画好路线图
定好时间表
列明任务书
吹响集结号
打好组合拳
下好先手棋
种好责任田
守好主阵地
念好山海经
唱好重头戏
啃下硬骨头
跑出加速度
干出精气神
拿出真本事
亮出成绩单
交出满意答卷
摸清家底
吃透政策
用活资源
盘活存量
做大增量
提高质量
优化结构
延长链条
拓宽渠道
搭建平台
凝聚合力
激发活力
挖掘潜力
释放红利
增强后劲
提振信心
鼓舞士气
营造氛围
树立标杆
培育典型
总结经验
推广做法
通报问题
约谈后进
督促整改
销号管理
建立台账
完善制度
健全网络
规范流程
压缩时限
精简环节
下沉力量
充实队伍
选优配强班子
严明纪律
改进作风
转变观念
更新理念
解放思想
敞开大门
迈开步子
扑下身子
放下架子
挽起袖子
卷起裤腿
走遍角落
访遍企业
踏遍山梁
敲开门
说上话
交上心
办成事
记在心里
扛在肩上
抓在手里
落在细处
严在日常
赢在细节
强在执行
贵在坚持
重在实效
抠细方案
磨合班组
凑齐要件
备足物料
抢抓晴好天气
抢占先机
错峰施工
连轴运转
昼夜轮班
挂牌督战
蹲点包抓
交叉互检
暗访抽查
随机踏勘
复盘推演
逐项过堂
逐户过筛
逐段排摸
逐宗核销
逐级上报
分层分类
分片包干
划段定责
按月调度
每周会商
每日一报
限时办结
全程代办
跟踪问效
闭环落实
奖优罚劣
奖勤罚懒
鼓励先进
鞭策落后
容错纠错
撑腰鼓劲
@adv
进一步 切实 全力 持续 扎实 稳步 有序 积极 主动 认真 及时 迅速 统筹 全面 深入 大力 着力 不断 精心
逐步 合力 严格 加快 细化 深化 强化
@grade
好 较好 良好 扎实 有力 明显 突出 迅速 靠前 领先 显著 平稳 有序 到位
@weak
缓慢 滞后 迟缓 不力 不够扎实 偏慢 靠后 不平衡 不理想 停滞 不明显 被动
@ind
装备制造 农产品加工 食品加工 纺织服装 现代物流 新型建材 电子信息 生物医药 中医药 文化旅游
商贸服务 再生资源 精细化工 高端家居 特色种植 规模养殖 花卉苗木 食用菌 中药材 包装印刷 机械加工
汽车零部件 模具 五金 电线电缆 制鞋 箱包 塑料制品 玻璃制品 陶瓷 石材 木材加工 竹编 柳编 茶叶 酿酒
乳制品 肉制品 面制品 豆制品 调味品 水产 蚕桑 蜂产业 林果 油料 粮食仓储 农机服务 冷链 节能环保
新能源 光伏 风电 2012~电子商务 2014~健康养老 2015~大数据 2016~无人机 2017~智能终端 2018~军民融合
2019~人工智能 2020~直播电商 2021~储能 2022~预制菜 2022~氢能 2023~数字经济 2023~新型显示
2024~低空经济 2024~银发经济 2025~具身智能 检验检测 家政服务 建筑劳务 劳务输出 会展 研学 民宿
夜间经济 楼宇经济 总部经济 军工配套 矿山机械 磁性材料 超硬材料 耐火材料 铝精深加工 钢铁物流 煤焦
盐化工 尼龙新材料 生物发酵 宠物食品 渔具 乐器 玉雕 刺绣 剪纸
@wx
中雨 大雨 暴雨 雷阵雨 连阴雨 大风 沙尘 寒潮 霜冻 高温 大雾 冰雹 雨雪 干旱 强对流 倒春寒 干热风
梅雨 台风外围影响 冻雨
@crop
小麦 玉米 大豆 花生 红薯 谷子 高粱 芝麻 油菜 棉花 烟叶 水稻 绿豆 荞麦 土豆 萝卜 白菜 大葱 大蒜
辣椒 番茄 黄瓜 茄子 豆角 南瓜 冬瓜 丝瓜 苦瓜 西葫芦 西瓜 甜瓜 草莓 葡萄 桃 梨 杏 李 柿 枣 石榴
樱桃 苹果 核桃 板栗 猕猴桃 艾草 丹参 金银花 连翘 菊花 牡丹 芍药 玫瑰 桑 茶 莲藕 荸荠 菱角 芡实
香菇 平菇 木耳 羊肚菌 黄花菜 香椿 花椒 皂角 葫芦 蓖麻 苎麻 蓝莓 羽衣甘蓝 芫荽 茴香 莴苣 苋菜
荠菜 蕹菜 茼蒿 蚕豆 豌豆 豇豆 薏苡 黍子 燕麦 青稞 甜菜 胡麻 红麻 魔芋 百合 山药 芋头 紫苏 薄荷
藿香 板蓝根 黄芩 黄芪 柴胡 桔梗 白术 慈姑 菊苣 苦苣 茴蒿 芥蓝 芜菁 榨菜 雪里蕻 韭黄 藠头 葱头
瓠瓜 佛手瓜 蛇豆 刀豆 扁豆 鹰嘴豆 藜麦 糜子 黑豆 红枣 无花果 桑葚 覆盆子 树莓 醋栗 沙棘 杨梅
枇杷 柚 橙 柠檬 火龙果 百香果 番石榴 释迦 罗汉果 黄精 白芷 天麻 半夏 防风 瓜蒌 地黄 牛膝 菊芋
洋姜 甘草 决明子 车前草 蒲公英 马齿苋 灰灰菜 荆芥 罗勒 迷迭香 薰衣草 万寿菊 洛神花 茉莉 栀子
茶树菇 滑子菇 鸡枞 灵芝 茯苓 竹荪 猴头菇 银耳
@pest
赤霉病 条锈病 纹枯病 白粉病 蚜虫 红蜘蛛 吸浆虫 草地贪夜蛾 玉米螟 棉铃虫 粘虫 稻飞虱 二化螟 蝼蛄
金针虫 蛴螬 地老虎 斑潜蝇 蓟马 霜霉病 炭疽病 根腐病 枯萎病 茎基腐病 锈壁虱 美国白蛾 松材线虫
天牛 舞毒蛾 杨扇舟蛾 草履蚧 春尺蠖 刺槐叶瘿蚊 猪瘟 蓝耳病 口蹄疫 禽流感 新城疫 羊痘 牛结节病
布病
@tree
杨树 柳树 槐树 榆树 椿树 楝树 泡桐 法桐 白蜡 栾树 银杏 雪松 侧柏 圆柏 油松 黑松 女贞 香樟 枇杷
石楠 桂花 玉兰 樱花 海棠 紫薇 紫荆 碧桃 木槿 石榴 蜡梅 月季 牡丹 黄杨 冬青 连翘 迎春 丁香 合欢
皂荚 乌桕 枫杨 黄栌 五角枫 鸡爪槭 水杉 池杉 落羽杉 栎树 楸树 梓树 杜仲 核桃 板栗 柿树 枣树 山楂
文冠果 荆条 胡枝子 紫穗槐 刺槐 爬山虎 凌霄 紫藤 麦冬 鸢尾 萱草 二月兰 马蹄金 狗牙根 高羊茅 芦苇
香蒲 菖蒲 睡莲 千屈菜 再力花 构树 朴树 榔榆 黄连木 臭椿 香椿 桑树 柘树 梧桐 楝木 枳椇 猕猴桃藤
忍冬 蔷薇 木香 棣棠 锦带 绣线菊 溲疏 金丝桃 南天竹 十大功劳 枸骨 火棘 卫矛 扶芳藤 蜀葵 美人蕉
大丽花 波斯菊 百日草 凤仙 鸡冠花 虞美人 金盏菊 矮牵牛 葱兰 石蒜 玉簪 芭蕉 凤尾兰 棕榈 苏铁
罗汉松 龙柏 桧柏 云杉 落叶松 桦树 白桦 栓皮栎 槲树 榛子 酸枣 沙棘 柽柳 枸杞 梭梭 苜蓿 紫云英
佛甲草
@waste
生活垃圾 建筑垃圾 秸秆堆 粪堆 柴草垛 废旧轮胎 枯枝落叶 农膜 农药瓶 破旧棚屋 残垣断壁 废弃猪圈
旱厕 露天粪坑 污水坑 淤泥 杂草 蒿草 小广告 牛皮癣 乱堆杂物 废沙发 破瓦罐 碎砖烂瓦 塑料袋 泡沫箱
旧家具 僵尸车 破损条幅 蛛网线缆 飞线 鸡窝鸭舍 菜叶果皮 煤渣 炉灰 石子堆 砂堆 木料 铁皮棚
私搭雨棚 门头破损招牌 死禽 浮萍 水葫芦 漂浮物 菌渣 秃秸 腐烂果蔬 餐厨泔水 鱼鳞内脏 羽毛 猪鬃
牲畜骨头 蒜皮 瓜藤 藤蔓 枯荷 水草 油污 沥青块 泥浆 瓷片 碎玻璃 铁钉 旧棉絮 破棉被 烂竹筐 朽木
废棺板 塑料泡沫 尼龙绳 渔网碎片 废电瓶 荧光灯管 医用针头 过期药品 油漆桶 鞭炮屑 纸钱灰 冥币 烟蒂
痰迹 口香糖渍 锈蚀栏杆 歪斜电杆 倒伏广告 枯死盆栽
@tool
挖掘机 铲车 装载机 推土机 洒水车 雾炮车 吸污车 清运车 三轮车 农用车 铁锹 扫帚 耙子 镰刀 锄头
油锯 割草机 喷雾器 抽水泵 发电机 冲锋舟 橡皮艇 救生衣 编织袋 铁丝 木桩 砂石料 彩条布 手电筒
喊话喇叭 铜锣 对讲机 灭火器 风力灭火机 灭火弹 水枪 水带 消防桶 防毒面具 安全帽 反光背心 警戒线
帐篷 棉被 雨衣 雨靴 照明灯 卫星电话 2016~无人机 2015~高清探头 2019~移动执法终端 望远镜 铁镐 麻绳
钢钎 手推车 条帚 簸箕
@hazard
电线私拉乱接 消防通道堵塞 灭火器过期 应急灯损坏 疏散指示标志缺失 配电箱未锁闭 气瓶混放
煤气罐不规范 油烟道未清洗 彩钢板搭建 三合一场所 电动车违规充电 脚手架松动 临边无防护 基坑未支护
塔吊限位失灵 吊篮钢丝绳磨损 动火无审批 有限空间无警示 台账不全 特种作业证过期 粉尘堆积
除尘器未接地 危化品超量 锅炉超期未检 压力表未校验 电梯维保缺失 燃气软管老化 报警器失灵 围挡破损
裸土未覆盖 渣土车遗撒 安全培训走过场 值班脱岗 预案未演练 劳保用品不全 仓库堆垛过高 货架倾斜
楼道堆放纸箱 充电线飞拉 烟花爆竹私存 柴油桶露天放置 砖窑顶板开裂 尾矿坝渗漏 校车超员 农用车载人
护栏缺口 窨井盖破损 广告牌锈蚀 危墙未拆 氧气瓶暴晒 乙炔软管龟裂 灶台旁堆柴 炕洞倒烟 煤炉无烟囱
插座松脱 保险丝用铜丝代替 吊扇晃动 卷帘门卡死 楼梯扶手缺失 天窗破碎 锅炉水位计模糊 行车吊钩磨损
传送带无护罩 冲床无光栅 砂轮防护罩缺失 氨气泄漏报警失效 污水池无盖板 化粪池沼气聚集 菜窖通风不良
屋顶积雪 挡墙鼓肚 边坡裂缝 桥墩淘空 涵洞淤塞 蓄水池无护网 鱼塘无警示 烟囱倾斜 庙宇香火无人看管
拱棚燃煤取暖 粮仓熏蒸无告知 爆竹摊点违规 游乐设施带病运行 摩天轮座舱螺栓锈蚀 漂流艇破损
@item
大米 面粉 食用油 棉被 棉衣 牛奶 鸡蛋 月饼 粽子 汤圆 春联 福字 药箱 轮椅 拐杖 助听器 老花镜 书包
文具 字典 篮球 羽毛球拍 图书 电风扇 取暖器 煤球 蜂窝煤 口罩 酒精 消毒液 体温枪 暖水袋 毛毯 床单
洗衣粉 毛巾 水杯 西瓜 矿泉水 绿豆汤 藿香正气水 方便面 火腿肠 面包 饺子 腊八粥 围巾 手套 雨伞
棉帽 秋裤 马甲 拖鞋 暖壶 搪瓷盆 电饭煲 电磁炉 蚊香 风油精 花露水 香皂 牙刷 梳子 雨靴 护膝 膏药
创可贴 奶粉 麦片 芝麻糊 核桃粉 红糖 木耳 挂面 豆浆机 收音机 放大镜 台灯 积木 跳绳 彩笔 绘本
铅笔盒 足球 象棋 胡琴 锅碗瓢盆 被褥 枕头 凉席 躺椅
@culture
广场舞 太极拳 豫剧清唱 秧歌 腰鼓 旱船 舞狮 舞龙 高跷 唢呐 三弦书 坠子书 快板 相声 小品 三句半
皮影戏 木偶戏 剪纸 泥塑 面塑 糖画 刺绣 书法 楹联 猜灯谜 包粽子 包饺子 拔河 象棋 乒乓球 篮球赛
钓鱼赛 诗朗诵 合唱 红歌会 露天电影 图书漂流 非遗展演 民俗巡游 庙会 灯会 书会 戏迷擂台 古琴雅集
茶艺 汉服秀 风筝节 采摘节 桃花节 龙舟赛 摄影展 农民丰收节 重阳敬老宴 好婆婆评选 道德讲堂
村歌比赛 鼓书 河洛大鼓 道情 越调 曲剧 绣球 铜器舞 麒麟舞 竹马 旱龙 火龙舞 打铁花 傩舞 皮老虎
踩跷 抬阁 炮仗龙 撂石锁 摔跤 斗蛐蛐 抖空竹 滚铁环 踢毽子 跳皮筋 荡秋千 放河灯 祭孔 祈年 社火
鞭春牛 打陀螺 吹唢呐 擂鼓 唱灯影 变脸 吐火 舞剑 耍猴 顶碗 说唱脸谱 布袋戏 哨笛 埙曲 编钟 高抬火
花鼓灯 肘阁 撵旱船 二鬼摔跤 猪八戒背媳妇 独角兽舞 钹舞 挠阁 铜锣书 琴书 道琴 评弹 梆子 宛梆 怀梆
二夹弦 眉户 碗碗腔 蛤蟆嗡 罗戏 卷戏
@dispute
宅基地边界 土地流转租金 赡养老人 彩礼返还 邻里噪音 采光遮挡 排水改道 通行道路 拖欠工资 工伤赔偿
交通事故 医患 物业费 漏水 民间借贷 合伙退股 林地承包 坟地 鱼塘承包 牲畜踩踏庄稼 树木越界
楼道堆物 饲养鸡犬 婚姻家庭 遗产继承 拆迁补偿 安置过渡费 征地款分配 集体分红 农资质量 订购鸡苗
房屋漏雨 施工扰民 停车占位 装修 电梯加装 学区划分 退费 预付卡 婚宴定金 租房押金 承揽报酬
狗咬伤人 墙头滴水 屋檐排水 借种借畜 押车扣货 抢占摊位 鸽粪污染 祖坟迁移 祠堂归属 过继赡养 认干亲
兑换粮票 欠赌债 砍伐邻树 鱼塘投毒嫌疑 蜂群蜇人 羊啃麦苗 牛踩秧田 鸡窝异味 油烟呛人 广场舞噪音
楼上漏尿 晾衣滴水 遛狗 车辆剐蹭 彩票分成 微信骂战 网购退货 整容失败 烫发伤害 染发过敏 健身卡跑路
@crime
电信诈骗 盗窃 寻衅滋事 聚众赌博 酒后驾驶 无证驾驶 盗伐林木 非法捕捞 电鱼 非法采砂 制售假酒 传销
集资诈骗 涉黄涉毒 敲诈勒索 校园欺凌 私藏管制刀具 破坏电力设施 偷倒渣土 污水偷排 猎捕野鸟
高空抛物 婚托骗婚 养老诈骗 套路贷 刷单返利 冒充客服 抢夺 殴打他人 诽谤 妨害公务 伪造公章
窝藏赃物 走私冻品 虚开发票 恶意欠薪 赌博机 偷税 纵火 撬门入室 扒窃 碰瓷 虐待老人 遗弃婴儿 贩毒
拐骗 强迫交易 高利放贷 哄抬物价 煽动闹事 造谣 冒领养老金 骗取社保 哄抢货物 诬告陷害 贿选
贪污集体资金 挪用公款 侵吞补贴 盗掘古墓 倒卖文物 非法行医 假药 毒豆芽 注水肉 瘦肉精 地沟油
@school
中心小学 实验小学 初级中学 中心幼儿园 寄宿制小学 职教中心 教学点 特教学校 九年一贯制学校
老年大学
@illness
高血压 糖尿病 冠心病 白内障 慢阻肺 脑梗后遗症 尘肺 风湿 肝炎 肺结核 肾病 精神障碍 偏瘫 白血病
先心病 唇腭裂 骨折 痛风 癌症 胃溃疡 肾衰竭 脑瘫 癫痫 尿毒症 类风湿 腰椎间盘突出 颈椎病 哮喘 贫血
荨麻疹 带状疱疹 肝硬化 胆结石 甲状腺结节 静脉曲张 股骨头坏死 青光眼 中耳炎 抑郁症 阑尾炎 疝气
褥疮 脊柱侧弯 肌萎缩 帕金森病 老年痴呆 佝偻病 麻疹 腮腺炎 鼻咽癌 扁桃体炎 痔疮 肺气肿 心肌炎
脉管炎 湿疹 疥疮 冻疮 烫伤 蛔虫病 猩红热 伤寒 疟疾 痢疾 膀胱结石 子宫肌瘤 骨髓炎 胰腺炎
糜烂性胃炎 淋巴瘤 血友病 地中海贫血 渐冻症 斜视 耳鸣 眩晕症
@feature
党建引领 网格管理 数字赋能 产业带动 文化润心 生态先行 项目为王 人才回归 品牌打造 龙头牵引
多元共治 村企联建 农旅融合 一村一品 三产联动 以城带乡 政银合作 校地合作 链式招商 资本招商
基金招商 中介招商 乡情招商 驻点招商 以商招商 小分队招商 产业链招商 会展招商 飞地经济 腾笼换鸟
亩均论英雄
@festival
元旦 春节 元宵节 清明节 五一 端午节 中秋节 国庆节 重阳节 腊八节 植树节 妇女节 儿童节 教师节
@season
春耕 三夏 三秋 冬修水利 汛期 迎峰度夏 秋冬换季 岁末年初 节前 节后 开春 麦收 秋播 入冬以来
入汛以来 年中
@animal
猪 牛 羊 鸡 鸭 鹅 兔 鸽 鹌鹑 蜂 鱼 虾 驴 鹿 蚕
@num
一 两 三 四 五 六 七 八 九 十
@level
国家级 省级 市级 区级
@honour
文明单位 先进集体 平安建设示范乡镇 卫生乡镇 生态乡镇 森林乡村 美丽乡村 民主法治示范村 产业强镇
特色商业街区 园林单位 无传销社区 五好基层关工委 红旗村 四美乡村 千万工程示范村 充分就业社区
双拥模范单位 书香社区 健康社区 科普示范社区 绿色社区 老年友好社区 综合减灾示范社区 敬老文明号
青年文明号 巾帼文明岗 工人先锋号
";

/// Frames for every topic: mechanisms, investment, stages, problems, requirements.
const GENERAL: &str = r"
@@mech
[全面|严格]落实[全员招商|领导包联|首问负责|一岗双责|清单管理]制度，[迅速掀起|持续营造|努力形成]“[人人|个个|处处][讲担当|比实绩|抓落实|跑项目|出主意]、[事事|件件|环环][有回音|有着落|有人管|不落空]”的[良好氛围|浓厚氛围|生动局面]。
落实奖励机制，鼓励全体机关干部、各村两委、党员干部[上报有价值线索|献计献策|认领任务]，在年终考核及干部选拔任用时优先考虑，同时参照区[招商引资|绩效]考核奖励办法实行奖励。
{adv}优化服务环境，在抓好[园区|集镇|村庄|社区]和周边环境建设的同时，着力抓好软环境建设，{vo}，{vo}。
成立工作专班，明确{who}为责任人，{adv}{vo}，以实际行动{vo}。
由{who}任组长，[其他班子成员|各分管同志|包村干部]为副组长，[下设|组建]{n:3-6}个[工作小组|推进小组|专项小组]，{vo}、{vo}，做到{good}。
定期召开[班子会议|党政联席会|推进会|碰头会|诸葛会]，分析[形势|难点|堵点|苗头]，发动[班子成员|各村两委人员|老党员|乡贤|致富能手]，找关系，谋路子，想办法，{vo}。
一个[项目|事项|片区|问题]、一个牵头领导、一个工作小组、一套推进方案，解决“{vo}”问题。
采取月调度、季通报、年评估方式，{adv}推进“{camp}”工作，[全程跟进|环环相扣|压茬推进]，推动[项目|工作]早[谋划|部署|洽谈]、早[签约|动手|安排]、早[落地|见效|收尾]。
以“{camp}”为契机，牢固树立[服务企业|群众至上|结果导向|底线思维]的观念，制定完善“首问责任、限时办结”等工作制度，凡是涉及{thing}的事项，积极主动参与协调办理。
建立{vo}、{vo}“双台账”，[每周一汇总|每旬一通报|每月一销号]，对{bad}的[单位|干部|责任人][点名批评|约谈提醒|限期整改]。
健全“[党委统筹、支部落实、党员带头|书记抓、抓书记|领导包片、干部包户|条块结合、上下联动]”的责任链条，把{thing}作为{season}工作的重中之重，{vo}。
把{thing}纳入各村（社区）年度目标考核，权重由{n:3-8}分提高到{n:9-20}分，实行{good}的过程管理，坚决防止{bad}。
制定《{k}{thing}实施方案》，细化{n:12-48}项具体任务，逐项明确时限、标准和[责任人|牵头站所|包保领导]。
抽调{n:6-30}名[业务骨干|年轻干部|熟悉情况的同志]，组成{n:2-6}个[督导组|攻坚组|宣传队|服务队]，由{nms}带队，沉到{vils}等村{vo}。
推行“{feature}＋{feature}”模式，把{thing}与{thing}同谋划、同部署、同考核。
坚持每日[晨会|夜会|碰头]制度，当天问题当天交办，由{nm}负责收集汇总，{nm}负责跟踪督办。
引入第三方[评估|测评|暗访]，每[月|季度]对{n:12-46}个村（社区）打分排名，结果在[公示栏|微信群|大喇叭|村务公开栏]公布，对连续[两|三]次靠后的，由{who}约谈[村支书|包村干部]。
设立{n:10-60}万元专项资金，对[成效突出|进步明显|率先完成]的村以奖代补，{vo}，{vo}。
充分发挥[党员先锋岗|巾帼志愿队|老干部宣讲团|青年突击队|乡贤理事会|红白理事会|网格员]作用，{adv}宣传{thing}有关政策，发放明白纸{n:800-9000}份，悬挂条幅{n:20-160}条。
聘请{n:3-12}名[老党员|退休教师|人大代表|政协委员|企业主|致富带头人]担任监督员，对{bad}现象[随时反映|当面指出|公开曝光]。
借鉴{city}等地做法，探索“{num}[统|联|包|定|清]{num}[促|改|保|清|查]”工作法，{vo}。
实行{k}[领导包村|干部包组|站所包项目]、村[干部|支书|网格员]包户的{num}级包保，签订[责任书|承诺书|军令状]{n:60-900}份。
{adv}开展“{camp}”，由{who}牵头，每周[一|二|三|四|五]到{vil}等重点村[现场办公|听取意见|督导进度|解剖麻雀]。
强化与{bms}的沟通衔接，对涉及[土地|资金|手续|人员|管网]的难题，实行[专班会商|联席会办|一事一议|挂号销账]。
把{thing}作为检验干部作风的[试金石|磨刀石|考场]，倡导{good}，力戒{bad}，[涌现|选树]出{nms}等一批先进典型。
利用[村村响广播|微信公众号|宣传车|流动喇叭|板报|抖音短视频|短信平台|明白纸|院坝会|夜校]等[载体|方式]，[反复|滚动|分时段]宣传{thing}，[群众|商户|企业]知晓率达到{hi}。
坚持问题导向，对照[区委巡察|督查|考核|群众评议]反馈的{n:20-60}个问题，照单全收，由{who}牵头{adv}整改，目前已销号{n:3-19}个。
树立“[一盘棋|全周期|过紧日子|用户|服务]”理念，{vo}，{vo}，做到{good}、{good}。
编制{thing}“[一张图|一本账|一张网|一块屏]”，[网格员|村文书|包片干部]每日上传数据，后台自动比对，{vo}。
严格执行“{num}个必查、{num}个一律”，凡[工作不力|排名末位|问题反弹]的，取消[年度评先|绩效奖金]资格。
注重发挥考核指挥棒作用，{vo}、{vo}，[上半年|本季度|本月]兑现奖金{n:3-28}万元，诫勉谈话{n:1-6}人。
完善{num}[日|周]一调度、{num}[周|旬]一通报机制，由{lead}亲自点评，{who}表态发言。
持续深化“{feature}”，选派{n:2-12}名干部到[重点项目|信访窗口|征迁一线|产业园区|村级组织]挂职锻炼，在急难险重任务中{vo}。
{adv}推行“[马上办|网上办|就近办|一次办|上门办]”，在{k}便民服务中心增设窗口{n:1-5}个，梳理[高频|下放|代办]事项{n:18-160}项。
召开[专题党委会|动员大会|誓师大会|屋场会|板凳会]，{who}[强调|要求|指出]，{maximq}，全体干部要以{good}的[劲头|姿态|韧劲|定力]{vo}。
把责任细化到[岗|人|天|路段|地块]，[逐一|逐个]建立档案，编号{n:1-9}至{n:30-260}，[谁主管谁负责|谁包片谁负责|谁签字谁负责]。
畅通[12345热线|书记信箱|民情直通车|意见箱|网格群]等渠道，本月收到意见建议{n:40-90}条，采纳{n:2-36}条，由{nm}逐条答复。
对{thing}实行“红黄绿”三色管理，[红灯督办|黄灯预警|亮灯交账]，{vo}。
选取{vils}作为试点，先行先试，{vo}，待成熟后在全{k}[推开|复制|铺开]。
压紧压实[主体责任|监管责任|属地责任]，{who}与{n:8-30}个站所、{n:10-40}个村（社区）签订目标责任书，{vo}。
坚持“[干部干、群众看|干部带头、群众参与|先民后建、民主决策]”的规律不能变，{maximq}，[越是困难越要|任务越重越需]{good}。
实行工作日志制，[包村干部|驻村队员|网格长]每日记录走访、问题、办理情况，{nm}每周批阅，累计批阅{n:40-800}篇。
创新“{num}张清单”管理，即[任务清单|问题清单|责任清单|需求清单|政策清单]，[动态更新|对账销号|挂图督办]，{vo}。
加强业务培训，邀请{bmr}[授课|现场讲解|以案说法]{n:1-4}次，{n:40-400}名干部参训，[政策解读|实操演练|经验交流]同步进行。
树牢“[功成不必在我|一失万无|时时放心不下]”的意识，{vo}、{vo}，确保{thing}[不留死角|不断档|不反弹|有人抓]。
@@thing
招商引资
环境整治
安全生产
防汛备汛
秸秆禁烧
信访稳定
项目建设
[高标准农田|灌溉机井|沟渠]管护
集体经济
移风易俗
厕所改造
道路硬化
土地流转
征地拆迁
河道巡查
护林防火
群众办事
医保缴费
困难救助
矛盾调处
防返贫监测
产业培育
稳岗就业
大气污染防治
食品安全
道路交通安全
农村自建房安全
燃气安全
校园周边治理
反电诈宣传
违法建设治理
耕地保护
小区物业管理
垃圾分类
污水治理
老旧小区改造
助企纾困
证照办理
用工保障
惠企政策兑现
[春季|冬季]植树
动物防疫
文明创建
法治宣传
档案整理
统计调查
基层治理
村级财务
党群服务中心建设
人才引进
@@maximq
“{maxim}”
要牢记“{maxim}”
正所谓“{maxim}”
古人讲“{maxim}”
[常言道|老话说|俗话说]“{maxim}”
@@inv
{day}，{who}接待{co}{rep}，沟通{proj}，实地[调研|察看|了解]项目发展的可行性。目前，正在做前期[对接谋划|可研论证|选址比选]。
{day}，{who}代表{k}与{co}签订了{proj}[合作框架协议|投资意向书|战略合作协议|入驻协议]。{day}，该项目已在发改委办理投资备案证明，目前，[环评与土地|规划与施工|能评和水保]相关手续正在办理中。
{days}，{lead}{companion}一行到{city}、{city}实地考察了{co}和{co2}。{day}，{co}{rep}到我区进行回访并深入洽谈合作事宜。
{day}，{nm}、{nm}与{co}、{co2}分别进行视频连线，就{proj}建设等事项进行沟通，拟利用{vil}[闲置厂房|现有空闲场地|老砖厂地块|铁路专线]建设[配套中心|生产基地|仓储基地]。
前期谋划的{old}{stage}。
前期谋划的{old}{stage}。
前期[洽谈|对接|签约]的{old}{stage}。
{old}{stage}，预计{due}[开工|投产|竣工|完成主体|交付使用]。
{day}，{co}{rep}、{sur}总一行到{T}实地考察、深度对接，拟在{road}{vil}段，谋划建设{proj}。目前，公司正在研究，意向拿出[一定数额|{n:100-900}万元]的保证金，确保投产后正常运营及实现税收情况。
{day}，{deptman}、{names2}与{co}代表就企业选址问题在辖区{vil}察看地块。目前，正在前期对接谋划中。
{day}，{names2}与来{here}考察的{co}代表到辖区{vil}、{road}口查看地块，面积约{mu}，[可安排|拟落地]{proj}。
{mon}以来，{k}积极推进新引进{threshold}以上产业项目工作，{names2}牵头，沟通洽谈了{co}{proj}、{co2}{proj2}。
同时，积极对接{co}{proj}，本月已[完成项目立项|注册项目公司|取得用地预审|缴纳土地出让金]，现正积极协调[土地、规划|环评、安评|水电、道路|林地、文勘]等相关手续。
{day}，{lead}、{deptman}、{names2}等到{co}考察项目。{day}，到{co2}[及旗下园区|总部|生产车间|研发中心]考察项目并座谈交流。
{day}，{lead}、{nms}等一行与{co}和{co2}相关负责人对接洽谈。
{day}，{lead}、{nm}与{co}{rep}进行项目招商“线上”洽谈会。
{day}，{co}{rep}一行到{T}考察{proj}。
同时，{T}与{co}和{co2}多次进行深度对接，现已达成{proj}初步框架合作协议。
{k}帮助企业[申请立项|办理备案|对接银行]，办理[环评、文物勘探、施工许可|用地、用林、取水|规划、消防、人防]等各项审批手续，目前{old}{stage}。
{day}，{nm}开展云招商活动，与{co}{rep}进行网上对接，洽谈{proj}合作事宜。
{day}，{nm}与{co}{rep}进行网络连线，邀请{rep}[回乡参加|参加]第{n:3-18}届[返乡创业大会|乡贤恳谈会|产业对接会|{festival}招商推介会]。
{day}，{whos}带领{vil}两委和投资意向人员到{city}考察{proj2}，拟对{vil}[砖厂|老校舍|废弃矿坑|闲置粮库]地块开发，计划投资{rmb}。
{days}，{whos}赴{prov}开展[驻点招商|小分队招商|叩门招商]，走访{co}、{co2}等{n:3-9}家企业，收集有效线索{n:2-12}条。
{co}投资{rmb}的{proj}，占地{mu}，{day}举行[开工仪式|奠基仪式|集中签约仪式|点火试产仪式]，{lead}出席。
{day}，{co}与{T}、{vil}三方签约，[流转土地|租用厂房|盘活老厂]{mu}建设{proj}，总投资{rmb}，建成后可带动就业{n:30-900}人。
由{co}投资建设的{proj}，{stage}，累计完成投资{rmb}，占年度计划的{pct}。
{co}因[市场变化|资金安排|股东存在分歧|原料价格波动|物流成本偏高]，对{proj}[暂缓投资|调整规模|分期实施]，{k}由{nm}专人跟进，[争取年内重启|正在研究替代方案|已推荐{co2}接续]。
{day}，{co}{rep}来电反馈，董事会已[原则同意|审议通过|初步认可]{proj}，要求{k}提供[用地红线图|供电方案|税收测算|气源保障函|排污总量指标]。
{who}与{co}{rep}就{proj}[供地方式|租金标准|设备补贴|入园条件|用工保障]进行了{num}轮[磋商|洽谈|会商]，[基本达成一致|仍有分歧|定于{due}前敲定]。
[依托|借助|通过]{co}牵线，{day}与其上游配套企业{co2}取得联系，双方就{prod}[供应|代工|回收|检测|包装]环节落户{here}交换意见。
{nm}走访在{city}创业的[乡贤|老乡|校友]{man}，经其介绍对接{co}，意向投资{rmb}建设{proj}。
{day}，{co}组织技术人员到{vil}进行[地质勘探|土壤取样|水质检测|电力测算|航拍测绘]，为{proj}选址提供依据。
邀请{co}、{co2}等{n:4-20}家企业参加{day}举办的{ind}产业[推介会|沙龙|对接会|圆桌会|路演]，[现场签约|达成意向]{n:1-8}个，意向金额{rmb}。
{co}上报的{proj}，因[不符合产业政策|能耗偏高|用地性质不符|占用生态红线|安全距离不足]，经{bms}会商，[建议调整|不予引进|另行选址]。
{park}内，{co}新上的[第{num}条|{n:2-6}条]{prod}生产线{day}[试车|投料|通过验收|正式达产]，日产能达到{n:2-90}{unit}。
{day}，{lead}到{park}调研{co}，要求[抢抓订单|科学排产|延伸链条|加快技改]，并就[融资|招工|用电|出口退税]难题现场协调{bms}。
截至{day}，{k}在谈项目{n:10-28}个，签约{n:1-9}个，其中{co}、{co2}项目投资均超过{rmb}。
与{co}洽谈的{proj}已进入[尽职调查|合同审核|股东会表决|土地摘牌|设备选型]阶段，{nm}每[两天|三天|周]与对方联系一次。
{co}{rep}带领[技术团队|财务人员|合作方{co2}{rep2}]到{vil}，[细看|详细察看]了{n:2-5}处地块，对[交通|电力|水源|用工|冷链]条件[表示满意|提出疑问|作了测算]。
[有意|计划|拟]将{prod}[产能|研发|销售|结算]中心迁至{here}的{co}，{day}派{rep}前来[打前站|踏勘|考察营商环境]。
{day}，{k}为{co}送去[代办清单|用地批复|施工许可证|不动产权证|营业执照]，实现“拿地即开工”，{rep}当场表示追加投资{rmb}。
围绕{ind}产业[补链|延链|强链|建圈]，{names2}梳理目标企业{n:8-60}家，{adv}对接{co}、{co2}，{day}收到回函。
{co}{proj}[厂房|车间|仓库|研发楼]主体[封顶|完工|过半]，[设备|管线|供配电|净化工程]进场安装，{due}具备[试产|投用|验收]条件。
受{co}委托，{co2}对{proj}开展[可行性研究|环境影响评价|安全预评价|造价咨询|文物勘探]，{due}前提交成果。
通过[产业基金|供应链金融|设备融资租赁|信用贷款]，{co}获得{rmb}支持，用于{proj}，{bmr}全程指导。
{day}下午，{co}、{co2}在{k}会议室就{prod}[购销|联合研发|品牌授权|厂房转租]签约，{lead}见证。
{proj}（{co}）、{proj2}（{co2}）两个项目列入{y}年[区重点项目|“三个一批”|重大前期|专项债申报]名单，[包联领导|首席服务官]分别为{nm}、{nm}。
{co}利用{vil}[旧厂|闲置学校|腾退宅院|集体大院]改建的{prod}车间[挂牌|揭牌|投用]，吸纳附近[妇女|脱贫户|残疾人|返乡青年]{n:8-120}人就业，月均工资{n:1500-4800}元。
因[征迁|管线迁改|坟墓搬迁|林木采伐许可]尚未完成，{co}{proj}[停工|进场受阻|进度滞后]{n:5-40}天；{who}[连夜|当日]组织{vil}干部上门做工作，{day}已[清表|腾空|交地]。
{co}的{prod}[出口|销往|供应]{prov}，[今年以来|去年全年|近三年累计|上一财年]产值{rmb}，同比增长{gr}，拟再征{mu}扩建{proj}。
@@stage
已在发改委备案
已完成立项
正在办理规划手续
正在办理环评审批
备案、施工图设计已完成，拟于{due}进行施工队伍招标
内部投资评审已通过
已通过上级批复立项
正在平整场地
正在进行[地面硬化|土方回填|围墙砌筑|临时用电架设]
桩基完成{pct}
主体完成{pct}
厂房已封顶，正在安装[行车|环保设备|消防管网|供配电设施]
设备已到货{n:6-80}台（套）
正在调试[设备|生产线|控制系统]
已进入试生产
已办理用地预审
土地已挂牌，{due}摘牌
完成土地组卷上报
完成地质勘探和文物勘探
已签订补充协议
因资金问题进展{weak}
受{wx}影响，工期略有{weak2}
正在协调[供水|供电|供气|道路]配套
已缴纳保证金{n:50-800}万元
可研报告通过专家评审
正在编制[安评|能评|水保|稳评]报告
已完成清表{mu}
正在进行竣工验收
通过[消防|环保|人防|档案]验收
完成[工商注册|税务登记|项目公司组建]
正在与{bm}对接[林地|水域|文物|军事设施]审批
{n:2-6}栋[标准厂房|仓库|冷库|宿舍楼]完成基础施工
[外墙|屋面|钢结构]安装过半
首批{prod}已下线
招工{n:20-300}人，正在培训
进入[设备选型|合同谈判|尽调|公示]阶段
@weak2
延后 顺延 推迟
@@tail
[下一步|下步|接下来]，{k}将{vo}，{vo}，确保{due}前[见到成效|完成任务|全部销号]。
[存在的主要问题是|不足之处是|目前制约因素是]{problem}。
[总体看|综合看|从督查情况看]，{T}[认识到位、行动迅速|工作{grade}|推进{grade}]，但{problem}。
{who}已约谈[进展{weak}|问题突出|落实不力]的{vil}[村支书|包村干部|相关责任人]，要求{due}前整改到位。
{vil}的做法得到{lead}[肯定|批示|认可]，{day}在全区[观摩会|推进会|电视电话会]上作了交流发言。
{k}[自查|回头看]发现{problem}，目前正由{nm}[牵头整改|跟踪督办|逐项核销]。
@@problem
个别村[重视程度|工作力度|责任意识]不够，存在{bad}现象
部分[干部|站所|社区]{bad}，工作进展{weak}
[资金|用地指标|专业人才|环境容量]不足的矛盾仍较突出
群众[参与度|知晓率|满意度]有待提高
{vil}等村[反弹|滞后|死角]问题较多
长效机制不够健全，{bad}的苗头有所抬头
项目[储备不足|质量不高|落地较慢]，{ind}产业链条偏短
[手续办理|部门联动|信息报送]不够及时
台账[记录不全|数据不实|更新不及时]，与现场核查相差{n:3-40}处
{spot}仍有{waste}
征迁遗留问题{n:2-20}户尚未化解
配套设施滞后，{road}至{vil}段[断头|积水|坑洼|无照明]
[招商方式|宣传形式|管护手段]较为单一，创新不足
对新业态、新政策学习不深，{bad}
[老龄化|空心化|用工难]问题较重
应急物资[储备不足|过期|摆放混乱]
{road}、{road}等处{waste}时有反弹
防范{crime}的宣传还有空白点
对{pest}、{wx}等风险预判不足
{item}、{tool}等物资登记不清
{thing}与{thing}统筹不够，顾此失彼
少数包村干部对{n:3-9}项指标说不清、道不明，{bad}
基层反映报表多、会议多、[微信群|接待|检查]多，{bad}
{ind}、{ind}项目同质化，抗风险能力弱
{crop}、{crop}种植规模小，品牌弱，卖难问题未根本解决
{dispute}等历史积案化解难度较大
@@require
[提高站位|统一思想|强化认识]。各乡镇（街道）、各有关部门要[充分认识|深刻认识|牢牢把握]{thing}的重要性，以{good}的[态度|作风|精神]抓好落实，坚决克服{bad}等倾向。
[压实责任|明确责任|落实责任]。主要负责同志要[亲自抓、负总责|靠前指挥|一线督战]，分管同志要{vo}，{vo}，形成{good}的工作格局。
[突出重点|聚焦重点|盯住关键]。要围绕{thing}、{thing}、{thing}等重点任务，{vo}，{vo}，确保{due}前完成。
[强化督查|严格督导|跟踪问效]。区委区政府督查局将会同{bms}采取[明察暗访|随机抽查|四不两直|回访复核]等方式，[每月|每旬|每周]通报一次，对{bad}的严肃问责。
[加强协作|密切配合|上下联动]。{bms}要{vo}，为基层[减负|撑腰|解难题]，[属地|包联单位]要主动对接，杜绝{bad}。
[广泛宣传|营造氛围|典型引路]。要[注重|善于]发现{vils}等基层首创做法，{vo}，{maximq}。
[严守纪律|改进作风|从严从实]。要力戒{bad}、{bad}，做到{good}，{maximq}。
[举一反三|对照检查|限时整改]。被通报的单位要在{n:3-15}个工作日内向区委区政府督查局报送整改报告，其他单位要引以为戒，{vo}。
[统筹兼顾|科学调度|抢抓时机]。要[抢抓|用好]{season}有利时机，[错时|穿插|倒排]推进，{vo}，坚决打赢{camp}。
[守牢底线|防范风险|绷紧弦]。要牢固树立[底线|红线|系统]思维，{vo}，对{hazard}等隐患[动态清零|发现一处整改一处]。
@@gco
{day}，{co}为{vil}捐赠[{item}、{item}|{item}、{item}、{item}]等物资，价值{n:1-30}万元，{nm}代表{k}致谢。
{co}与{vil}结成村企联建对子，[认领|采购|包销]{crop}{n:2-90}吨，户均增收{n:300-4000}元。
{day}，组织{co}、{co2}等{n:4-30}家企业开展专场招聘，提供[缝纫工|电焊工|叉车司机|包装工|会计|导购|质检员|数控操作工|保洁员|护理员]等岗位{n:400-900}个，达成意向{n:20-390}人。
{co}承建的{road}[改造|排水|亮化|绿化]工程完成{pct}，{who}每日到场督导，要求[文明施工|洒水降尘|不误工期|保障通行]。
{bmr}、{nm}对{co}进行[安全|环保|消防|用工|质量]检查，发现{hazard}等问题{n:1-8}处，[现场整改|限期整改|下达整改通知书]。
由{co}中标的{spot2}整治工程{day}进场，[工期|合同期]{n:20-120}天，由{vil}监委会全程监督。
{co}反映的[招工难|停电频繁|门前道路破损|融资贵|专利纠纷|货车限行]问题，经{bms}会商，{day}已[办结|答复|协调到位]。
邀请{co}技术员{man}到{vil}[讲授|现场示范]{crop}[栽培|病虫害防治|嫁接|剪枝|育苗]技术，{n:20-180}户受益。
委托{co}对{n:8-60}处{hazard2}进行[检测|维保|更换|评估]，费用由[{k}财政|产权单位|项目资金]列支。
{co}在{vil}[设立|开办]的[就业帮扶车间|来料加工点|直采基地|服务站]运行{grade}，带动{n:10-120}名[妇女|老人|脱贫人口]就近务工。
{day}，{k}将{co}[拖欠|延迟支付]工人工资问题移交{bm}，涉及{n:6-80}人、{n:5-260}万元，目前已兑付{hi}。
{co}提供的[{tool}|{tool}、{tool}]投入现场，[连续|累计]作业{n:6-90}小时，[节约|抢出]了宝贵时间。
{co2}、{co}两家企业[带头|主动][让出|腾出|拆除]{n:200-6000}平方米[临建|围墙|堆场]，支持[道路拓宽|管网敷设|公共绿地]建设。
由{co}运营的[{park}|{vil}{facility}]，本月[接待|服务|配送]{n:300-9000}[人次|单|户次]，{who}要求{vo}。
@hazard2
电梯 变压器 锅炉 桥梁 公交站亭 路灯 燃气调压站 健身器材 农村自建房 水质监测井 监控探头 消火栓
排污口 避雷设施
@@gact
{day}，{who}带队到{vils}[督导|检查|暗访]{thing}，发现问题{n:2-26}个，[现场交办|列入台账|限{n:2-10}日整改]。
{day}晚，{k}召开{thing}[调度会|碰头会|夜会]，{whos}分别通报分包片区情况，{vils}作表态发言。
组织{n:20-300}名[党员|志愿者|干部|网格员]到{vil}开展{thing}，[入户|走访]{n:100-3000}户，[收集意见|解答疑问|化解纠纷]{n:5-90}条。
{day}，{lead}到{T}调研{thing}，先后察看了{spot}、{spot}等处，要求{vo}，{vo}。
{vil}{man}[主动|带头][让出宅基|拆除围墙|清理杂物|捐款{n:1-9}000元|当起义务宣传员]，在群众中传为佳话。
{mon}，{T}共排查{thing}方面问题{n:60-160}个，已整改{n:8-58}个，其余由{names2}挂牌督办。
{vils}召开村民代表会议，[表决|商议|公示]{thing}有关事项，参会代表{n:30-90}人，同意率{hi}。
按照[四议两公开|一事一议|以工代赈|先建后补]程序，{vil}投资{wan}[修建|改造|维修]{spot2}，{due}前完工。
{day}，{bmr}到{vil}指导{thing}，提出意见{n:2-12}条，{nm}现场认领。
{vil}成立由{man}、{man2}等{n:3-9}名[老支书|退休干部|致富能手|热心群众]组成的[理事会|监督组|帮办队]，[主动上门|轮流值班|挨家挨户][宣传|劝导|登记]{thing}事项。
{day}，{T}举办{thing}[业务培训|知识竞赛|现场观摩]，{bmr}[授课|点评|答疑]，{vils}等村[交流做法|现场提问|签领任务]。
{whos}分组包片，{days}对{vils}逐[户|组|巷]排查，建立[纸质|电子]台账{n:10-300}条，{adv}{vo}。
{vil}[党支部|村委会]结合实际，{vo}、{vo}，{thing}由[全{k}倒数|后进|一般]跃居前{n:2-9}名，被{lead}称赞“{good}”。
{day}{hour}，{nm}、{nm}在{vil}[冒雨|顶着烈日|迎着寒风|摸黑]处理{thing}事项，[直到深夜|连续作业{n:5-20}小时|顾不上吃饭]，得到群众好评。
[针对|围绕]{problem}的问题，{who}{day}主持召开专题会，[邀请{bms}参加|请村民代表列席]，明确{n:3-9}条措施，{due}前落实。
{vils}[率先|提前{n:3-20}天]完成{thing}任务，{k}奖励工作经费{n:1-9}万元；{vil}因{bad}被扣减{n:1-5}分。
本月{k}收到{thing}方面[群众来电|网格上报|督办件]{n:5-90}件，已办{hi}，其中{vil}{man}反映的{spot}问题{day}办结。
{nm}结对帮扶{vil}{man}，[帮其申请|为其联系|协助办理][贷款贴息|残疾证|合作医疗报销|公益岗位|学费减免|危房鉴定]，并送去{item}、{item}。
{k}财政挤出{wan}，支持{vils}[添置|更换|租用]{tool}、{tool}，保障{thing}需要。
{road}至{vil}段[新增|更换|修复][标识牌|护栏|路灯|垃圾桶|减速带|宣传栏]{n:6-160}个，{nm}负责[验收|巡护|编号登记]。
{day}，{city}[考察团|党政代表团|观摩组]到{T}学习{thing}做法，先后参观{spot}、{vil}{facility}。
组织{vils}党员干部赴{city}[参观|学习|取经]，撰写心得{n:10-90}篇，提出[金点子|合理化建议]{n:5-60}条。
{vil}运用“[积分制|清单制|数字化|红黑榜|随手拍]”推进{thing}，[累计积分|上传照片|兑换物品]{n:200-9000}[分|张|件]。
{day}，{k}对{n:3-20}个[滞后村|薄弱村|重点村]开展“[回头看|再督导|二次体检]”，{vil}[问题清零|仍有{n:1-8}个问题|整改到位]。
受{wx}影响，{vil}{thing}[一度受阻|进度放缓|推迟{n:2-15}天]，{k}[增派|调剂]{n:10-90}人，{good}，{day}赶上计划。
{vil}在外人员{man}[捐资|出资|筹资]{wan}，[修路|打井|建桥|修缮祠堂|资助学生|安装路灯]，{vilp}代表村民送去[锦旗|感谢信|牌匾]。
{who}在{vil}与{n:10-60}名群众[围坐拉家常|面对面算账|同吃一锅饭]，[记满一本笔记|当场解决{n:2-9}件小事|收集意见{n:8-60}条]。
{T}把{thing}与{feature}结合，[打造|培育]{vil}、{vil}等[示范点|样板村|亮点]{n:2-9}个，[辐射|带动]周边{n:5-30}个村。
{vil}[旧宅|荒片|闲置院落|空心院]整理出{mu}，[种植{crop}、{crop}|栽植{tree}、{tree}|建成{facility}]，{vil}也[照此推进|陆续动工|拟定方案]。
{day}，{k}[人大代表|政协委员|老干部]{n:6-40}人视察{thing}，对{vils}[投票打分|提出询问|给予肯定]，{nm}现场答复。
{vil}{man}和老伴{man2}多年[义务清扫|看护林木|照看孤老|维护水渠|调解邻里]，{day}被授予“[最美乡邻|好邻居|热心村民|岚河好人]”称号。
@facility
养老服务中心 日间照料中心 爱心食堂 文化大院 农贸市场 停车场 快递驿站 托育园 垃圾中转站 冷库
采摘园 民宿群 游客中心 充电站 运动场 公益浴池 老年大学 社区食堂
@dispute2
工资 货款 租金 运费 工程 土地租赁 加盟费
";

/// Frames by topic: `_title`, `_open`, `_m` (mechanisms), `_a` (actions).
const BY_TOPIC: &str = r"
@@zs_title
关于各乡镇（街道）新引进{threshold}以上产业项目{mon}份工作进展情况的通报
关于{mon}份招商引资工作进展情况的通报
关于全区{mon}份招商引资和项目建设情况的通报
关于各乡镇（街道）谋划储备项目情况的督查通报
关于“三个一批”项目推进情况的通报
关于各乡镇（街道）{ind}项目引进情况的通报
关于签约项目履约落地情况的督查通报
关于区领导分包重点项目进展情况的通报
@@zs_open
{day0}[上午|下午]，区委书记{sec}在全区[重点工作推进会|经济运行分析会|招商引资工作会|项目建设观摩会]上要求，各乡镇（街道）要在[一个月内|本季度|{due}前]上报[一个|两个]计划新引进的{threshold}以上的产业项目，并且不能与前期项目重合。
为[加快推进|全面掌握|进一步推动]全区招商引资和项目建设工作，[按照|根据]区委区政府[安排部署|主要领导批示精神|工作要求]，区委区政府督查局{days0}对各乡镇（街道）{mon}份工作开展情况进行了督查。
今年以来，各乡镇（街道）[抢抓|紧扣]{ind}产业[转移|升级|集聚]机遇，{vo}，{vo}，招商引资工作取得[一定|新的|阶段性]成效。
{day0}，区长{mayor}主持召开项目推进周例会，要求各单位{vo}、{vo}，以{good}的[劲头|作风]扩大有效投资。
@@zs_m
全面整合招商力量，设立招商引资专班，采取“双组长”负责制，书记、主任带头招商、专业人员重点招商、机关干部服务招商。
开展“保姆式”服务，实行一个招商项目、一个牵头领导、一个工作小组、一套推进方案，解决“引得进留不住”问题。
采用[云招商、亲情招商、以地招商|以商招商、产业链招商、基金招商|驻点招商、会展招商、委托招商]等方式，以“{camp}”为抓手，积极与省外知名企业对接，加强与在外成功人士的联系，构建对话机制，推介我区招商工作的优惠政策、奖励办法。
定期拜访本辖区知名企业，协助本地企业与发达地区企业对接，推动本地企业做大做强。同时，加紧对{vil}{mu}地块[清产核资|收储|腾退]，高标准规划统一开发，谋划建设{ind}项目。
建立项目洽谈会商机制。汇总形成重点招商项目签约、在谈、储备情况表，积极与项目方进行对接，明确项目分包领导、责任人，详细了解项目方需求、难点，做好政策解释，协调解决有关问题，推动项目落地。
建立以商引商工作机制。定期前往辖区内企业、在建项目，挖掘招商引资线索，充分发挥企业信息资源多、人脉资源广的优势，利用辖区现有企业家介绍配套企业，确保精准发力，不走弯路。
通过召开不同规模的投资环境说明会、项目推介会，拜访客商或邀请客商来辖区考察等形式加强宣传推介，扩大影响力，奠定长期招商的基础。
围绕{ind}、{ind}、{ind}等[主导|特色|新兴]产业，绘制产业链图谱，锁定{prov}、{prov}等[重点区域|目标市场]，收集企业信息{n:30-400}条。
实施招商引资一把手工程，建立街道书记、主任定期拜访重点客商机制，对相对协商成熟的项目，亲自到客商所在地拜访、洽谈，必要时邀请区主要领导前往。
盘活闲置低效用地{mu}、闲置厂房{n:2-60}千平方米，编制招商地图，标注[产权|面积|层高|荷载|水电|租金]等信息，供客商[按图索地|拎包入住|择优选址]。
组建{ind}、{ind}{num}个产业招商小组，聘请{names3}等在外乡贤为招商大使，在{city}设立联络站。
对在谈项目实行“周跟踪、旬研判、月清零”，凡{n:20-60}天无实质进展的[退出台账|更换责任人|提级洽谈]，防止{bad}。
@@zs_a
{day}，{lead}主持召开{ind}项目专题会，[研究|听取]{T}项目[选址|用地|融资]问题，议定事项{n:3-9}项，交{bms}落实。
{who}带队赴{prov}参加[博览会|进出口商品交易会|智能制造展|食品博览会|家具展|糖酒会|农机展|建材展]，发放招商手册{n:60-800}份，收集名片{n:20-200}张。
{vil}在外创业人员{man}有意回乡发展{ind}，{nm}{day}与其[通话|见面]，初步测算投资{rmb}。
@@rj_title
关于{mon}份农村人居环境整治工作情况的通报
关于人居环境集中整治“{camp}”督查情况的通报
关于城乡环境卫生暗访情况的通报
关于各乡镇（街道）垃圾治理和厕所改造情况的通报
关于{road}等主要道路沿线环境整治情况的督查通报
@@rj_open
为[持续改善|全面提升]城乡人居环境，{days0}，区委区政府督查局联合{bms}组成{n:2-5}个暗访组，采取[随机抽取|不打招呼|直奔现场]的方式，对各乡镇（街道）{n:20-90}个村（社区）进行了督查。
{season}临近，城乡环境面貌事关[群众福祉|城市形象|文明创建大局]。按照区委书记{sec}“{vo}、{vo}”的要求，现将督查情况通报如下。
从督查情况看，多数单位以{good}的态度推进整治，[村容村貌|街巷面貌]有了[明显|较大|可喜]改观，但{waste}、{waste}等问题仍[不同程度存在|较为常见|时有反弹]。
@@rj_m
推行“户分类、村收集、{k}转运、区处理”模式，按{n:2-4}‰比例配齐保洁员，每人每月工资{n:400-1500}元，实行{good}的考核办法。
落实“门前五包”责任制，[商户|住户]签订责任书{n:100-1900}份，对[屡教不改|随意倾倒]的张榜公布，{vo}。
以“清{waste}、清{waste}、清{waste}”为重点，按照先[主干道后背街|村口后庭院|公路沿线后村内]的顺序，划分{n:6-60}个责任区，{vo}。
设立“[红黑榜|积分超市|流动红旗|卫生评比台]”，村民以整洁庭院换取积分，可兑换[{item}、{item}|{item}、{item}、{item}]等生活用品。
开展“[五美庭院|最美家庭|洁美小院|四美乡村]”评选，由[妇联主席|妇女主任|老支书]{man}牵头逐户打分，每月表彰{n:5-60}户。
厕所改造坚持[宜水则水、宜旱则旱|首厕过关制|群众自愿]，建立[抽粪|维修|管护]服务队，每[户|座]补助{n:400-1800}元。
把环境整治与[治污|治乱|增绿|化债]结合，充分利用腾出的边角地，栽植{tree}、{tree}、{tree}，建成[小菜园|小果园|小游园|小花园]{n:8-180}个。
健全[清扫保洁|中转清运|设施管护|督查考评]长效机制，投入{wan}购置{tool}、{tool}等，避免{bad}。
公共区域实行[网格化|市场化|包段式]保洁，私搭乱建由{nm}牵头[先劝后拆|限期自拆|集中清除]，{waste}做到[日产日清|见底见边|不留尾巴]。
组织[小手拉大手|党员包路段|四老人员评比|美丽乡村随手拍]活动，学生给家长[写信|打分|讲卫生课]，参与{n:200-3000}人次，{vo}。
实行环境整治“{num}比{num}看”观摩，{vils}等村轮流当东道主，{who}现场打分，末位[作检讨|交保证金|戴黄花]。
@@rj_a
{day}，出动{tool}、{tool}{n:3-40}台次，人员{n:40-600}人次，清理{spot}{waste}、{waste}等{n:20-900}立方米。
{vils}集中清除{waste}、{waste}，拆除{waste}{n:3-60}处，平整后栽植{tree}、{tree}{n:100-5000}株。
对{road}沿线{n:30-300}家商户进行[规范|登记|劝导]，清理[占道经营|店外摆放|流动摊点]{n:10-90}处，拆除[破损广告|私拉条幅|违规灯箱]{n:10-120}块。
{vil}改造[户厕|公厕|旱厕]{n:3-260}座，铺设[污水管网|雨水管道|三格化粪池]{n:2-90}处，{due}前通过{bm}验收。
{vil}坑塘清淤{n:300-9000}方，种植[荷花|睡莲|香蒲|芦苇|菖蒲|鸢尾]，岸边安装[石凳|护栏|太阳能路灯]，[昔日臭水坑|多年的老大难]变成[小公园|风景带|村民乐园]。
暗访组在{spot}发现{waste}、{waste}未及时清理，{nm}接到交办后{n:2-8}小时内整改到位。
{vil}{man}家庭院[整洁有序|花木葱茏|柴草归垛]，被评为“[美丽庭院|清洁之家|五好家庭]”，奖励[{item}|{item}和{item}]。
{vils}存在{waste}、{waste}，[排名靠后|被亮黄牌|在流动红旗评比中出列]，由{vilp}作检讨发言。
{k}垃圾中转站日处理[生活垃圾|餐厨垃圾]{n:6-60}吨，{nm}每日[过磅登记|巡查两次|核对台账]，杜绝[跑冒滴漏|二次污染|蚊蝇滋生]。
沿{road}[粉刷墙体|绘制文化墙|砌筑花墙]{n:200-9000}平方米，内容涵盖[二十四孝|村规民约|农耕图景|诗词名句|历史典故|防溺水知识]。
{vil}组织[老人|妇女|学生]参加“周五大扫除”，用[扫帚|铁锹|簸箕|镰刀]清出[卫生死角|背街小巷|河沟坡坎]{n:4-60}处。
{who}带领{n:20-90}名机关干部在{vil}[抡镐挥锹|挽起裤腿下坑塘|顶着异味清淤]，用{tool}、{tool}清出{waste}{n:5-90}车。
{vil}将拆下的[旧砖瓦|石磨盘|枯树根|废轮胎|旧陶缸]做成[花墙|花池|篱笆|小品]，{man}家门口成了“[微景观|网红角|歇凉处]”。
{vil}污水[直排|横流|淤堵]问题由{bm}立项，铺设管道{n:300-3000}米，[建成|在建]一体化设施{n:1-4}座，{due}前通水。
{road}绿化带内{waste}、{waste}，{spot}旱厕异味扰民，暗访组[拍照取证|现场交办|列入曝光台]。
{vil}{n:8-90}户养{animal}户[搬出村庄|圈舍改造|粪便入池]，{man}说，[院子清爽了|夏天不招苍蝇了|儿媳愿意回来住了]。
{vils}组建[清扫队|女子保洁队|老年义务队]，{man}、{man2}等[不计报酬|天不亮就上街|带病坚持]，人均包路段{n:200-900}米。
第三方抽查{T}{n:3-9}个村，平均{n:78-97}分，{waste}扣{n:1-6}分，{waste}扣{n:1-6}分，{spot}[列为反面典型|要求复查]。
{vil}垃圾分类亭[蓝绿灰桶|厨余桶|有害箱]齐全，{nm}带头[桶边值守|讲解示范]，参与率由{n:20-50}%升至{hi}。
@@fx_title
关于当前防汛抗旱工作情况的通报
关于防汛责任落实和隐患排查情况的督查通报
关于强降雨应对工作情况的通报
关于{mon}份水利工程建设和防汛备汛情况的通报
@@fx_open
据{bm}预报，{days0}我区将有[中到大雨|一次较强降水过程|短时强降雨|持续高温少雨天气]，局部[暴雨|大暴雨|旱情露头]。按照区委书记{sec}批示要求，区委区政府督查局对各乡镇（街道）防汛抗旱工作进行了督查。
{season}以来，我区累计降水{n:60-700}毫米，较常年同期[偏多|偏少]{gr}，{river}水位[持续上涨|趋于平稳|低于警戒水位]，防汛抗旱形势[严峻复杂|总体平稳|不容乐观]。
{day0}，区长{mayor}到{spot}、{spot}等处检查防汛工作，要求{vo}，{vo}，{maximq}。
@@river
岚河 沐水 白鹭河 青崖河 芦花河 砚溪 望溪河 麦河 东干渠 西干渠 总干渠 黄栌沟河 石鼓河 双泉河 退水渠 鹤水 槐水 柳浪河
@@fx_m
严格落实行政首长负责制，成立防汛抗旱指挥部，由{who}任指挥长，下设[巡堤查险|抢险突击|物资保障|转移安置|宣传报道|医疗防疫]等{n:3-7}个组，{vo}。
修订完善防汛预案{n:3-40}份，绘制转移路线图，明确[哨声|锣声|喇叭]预警信号，{day}在{vil}组织演练，{n:60-600}人参加。
备足编织袋{n:1000-30000}条、{tool}{n:10-300}件、{tool}{n:5-120}件，分存于{vils}，由{nm}统一调配。
坚持汛期二十四小时值班和领导带班制度，[电话|视频|卫星]点名每日{n:1-4}次，对脱岗的{names3}通报批评。
对{river}、{river}沿线及[坑塘|水库|涵闸|桥梁|低洼院落|山洪沟口|地下停车场|尾矿库]实行“一处一策”，每处落实[行政|技术|巡查]责任人。
组建{n:20-300}人的应急抢险队，{good}，遇险情[十五|二十|三十]分钟内到位，{vo}。
抗旱保苗上，{adv}维修机井{n:20-300}眼、提灌站{n:1-12}座，{vo}，确保{crop}、{crop}有水可浇。
汛前组织清淤清障，对{river}、{river}行洪障碍{waste}、{waste}逐一登记，谁设障谁清除，{vo}。
强化预警“叫应”，{k}、村、组{n:30-300}名责任人手机号[重新核对|上墙公示|录入平台]，{wx}来临前[喇叭喊|锣声响|逐户敲]。
@@fx_a
{day}{hour}，{T}普降{wx}，降水量{n:20-190}毫米，{who}冒雨到{spot}[查看水情|组织排涝|转移群众]，转移群众{n:3-120}户{n:10-400}人。
清理{river}河道内{waste}、{waste}{n:2-30}公里，加固{spot}{n:30-900}米，[疏通|新挖|衬砌]沟渠{n:1-25}公里。
{day}，{bmr}到{spot}[检查闸门启闭|试运行水泵|查看渗水点|核查物资]，发现{n:1-9}处隐患，由{nm}限期处置。
{vil}{n:10-900}亩{crop}受[淹|旱|雹灾|倒伏]，{k}组织{tool}{n:3-60}台[抽排|浇灌|扶苗|补种]，{day}基本恢复。
{wx}造成{vil}[树木倒伏|电杆折断|房屋漏雨|围墙倒塌|道路塌陷]{n:1-18}处，{whos}连夜[抢修|排险|安置]，没有人员伤亡。
{river}{vil}段出现[管涌|渗漏|滑坡|塌岸|脱坡]险情，{n:20-200}名干部群众用[编织袋|块石|木桩|土工布][围井反滤|抛石护脚|打桩固堤]，经{n:3-20}小时奋战得到控制。
{vil}启用机井{n:2-40}眼、{tool}{n:3-30}台，浇灌{crop}、{crop}{n:100-4000}亩，{nm}在田间协调[用水次序|电价|柴油]。
对{vils}的[山洪沟|危旧房|地质灾害点|漫水桥]逐一设置警示牌，安排[监测员|预警员|看护人]{n:6-60}名，发放明白卡{n:100-1800}张。
{day}，{T}[雨量站|水位站|摄像头|预警广播]全部[检修|校准|升级]完毕，{nm}演示了[一键叫应|远程会商|无线预警]功能。
应急仓库[通风|盘点|轮换]，新增{tool}、{tool}、{tool}，账物相符率{hi}。
{spot}存在[堤身鼠洞|闸门锈蚀|管涌旧痕|树障|违建鱼棚|淤塞]，{names2}连夜用[黏土|砂石|编织袋]处置，{day}经{bmr}复核。
{vil}{man}家院墙被[雨水冲垮|大风刮倒]，{vilp}将其一家{n:3-7}口安置到[村部|亲戚家|小学教室]，送去{item}、{item}。
[旱情|高温]持续，{vil}{crop}卷叶，{who}协调{river}提水{n:10-90}万方，[昼夜轮灌|限时供水|分段放水]，缓解{n:300-6000}亩旱情。
{day}组织{river}[拉网巡堤|沉船清障|桥下清漂|堵口演练]，{n:60-300}名[民兵|党员|基干队员]扛[沙袋|木桩|彩条布]，用时{n:15-80}分钟。
{river}上游[水库泄洪|开闸放水]，{vils}低洼地块{crop}、{crop}[进水|浸泡]{n:60-900}亩，已排出{hi}。
{bm}发布[蓝色|黄色|橙色|红色]预警，{T}[停课|停工|关闭景区|封闭涵洞|劝返钓鱼人员]，[无一伤亡|平稳度过]。
灾后，{k}[消毒水井|抢修电路|清运淤泥|查验房屋|补种{crop}]，{co}捐赠{item}、{item}，保险公司理赔{wan}。
@@dq_title
关于{mon}份秸秆禁烧和综合利用工作情况的通报
关于大气污染防治督查情况的通报
关于环境突出问题整改情况的通报
关于扬尘治理和“散乱污”企业整治情况的督查通报
@@dq_open
当前正值{season}，{crop}陆续收获，秸秆禁烧工作进入关键期。{days0}，区委区政府督查局会同{bms}昼夜巡查，现将有关情况通报如下。
{mon}份，我区空气质量优良天数{n:12-29}天，[细颗粒物|可吸入颗粒物|臭氧]浓度同比[下降|上升]{pct}，在全市{n:6-12}个县（市、区）中排第{n:2-9}位。
为坚决打赢{camp}，按照“[控尘、控煤、控车|治本与治标并重|源头防、过程管、末端治]”的思路，对各乡镇（街道）进行了专项督查。
@@dq_m
落实“{k}干部包村、村干部包组、党员包户、农户包地块”责任，设立禁烧服务点{n:8-60}个，配备{tool}、{tool}、{tool}，{good}。
划定巡查片区{n:6-30}个，坚持[白天看烟雾、夜间看火光|人盯、车巡、天上看]，{vo}，杜绝[第一把火|火点反弹|黑斑]。
{adv}推进秸秆[还田|青贮|打捆离田|食用菌基料|生物质发电|编织]利用，与{n:2-9}家合作社签订收储协议，利用率达到{hi}。
建立涉气企业清单，[一企一档|分级管控|错峰生产]，对[喷漆房|燃煤锅炉|砖窑|搅拌站|加油站|餐饮油烟]逐一过筛，{vo}。
工地落实[围挡、覆盖、冲洗、硬化、湿法作业、密闭运输]“六个百分百”，由{nm}每日巡查，{vo}。
推进[煤改电|煤改气|散煤清零|生物质替代]，发放补贴{wan}，更换[空气源热泵|壁挂炉|电磁灶]{n:60-1900}户。
实行“烟头革命式”管理，{n:20-160}名护秸员[佩戴袖标|骑车巡逻|登高瞭望]，{hour}为重点时段，{vo}。
建立奖惩机制，全季无火点的村奖{n:1-5}万元，出现一处扣{n:5-30}分、罚{n:1-10}万元，包村干部{names3}等[写检查|停发绩效]。
@@dq_a
{day}{hour}，督查组在{spot}发现火点{n:1-3}处，过火面积{n:1-20}平方米，{nm}组织人员用{tool}、{tool}扑灭，对责任人{man}批评教育。
{vils}{n:300-9000}亩{crop}秸秆打捆离田，{tool}、{tool}昼夜作业，每亩补助{n:20-90}元。
{day}夜查，{road}{vil}段[渣土车未覆盖|裸土大面积露天|搅拌站冲洗设施停用|烧烤摊油烟直排]，已立案{n:1-6}起。
取缔{vil}“散乱污”[小塑料颗粒|小熔炼|小电镀|小酸洗|小石灰窑|小翻砂]作坊{n:1-5}家，做到[断水、断电、清原料、清设备、清产品]两断三清。
{bmr}对{T}[加油站油气回收|机动车尾气|非道路移动机械|餐饮油烟净化器]进行抽测，合格率{hi}，不合格的{n:1-9}处由{names2}督促整改。
{day}，{vil}{man}因[焚烧{crop}秸秆|露天焚烧垃圾|焚烧枯枝]被处以{n:200-900}元罚款，{k}以此开展警示教育。
{road}、{road}每日洒水{n:3-8}次，出动雾炮车、洗扫车{n:2-20}台，{spot}降尘[监测数据|负荷]同比下降{gr}。
{vil}群众将{crop}秆加工成[草帘|菌棒|饲料|炭棒|工艺画]，{man}一季增收{n:600-9000}元，[变废为宝|一举多得]。
对{vil}{n:2-60}口[土小锅炉|散煤炉|炕灶]进行[拆除|替换]，{nm}逐户[核验|登记|签字]。
{spot}[木炭窑|地锅灶|铁皮屋喷漆|轮胎炼油]冒黑烟，{bmr}[贴封条|拉闸|查扣原料]，{man}承诺[转产|拆除|恢复原貌]。
{T}在{vil}、{vil}设置[高空瞭望|红外热成像|无人机蓝天卫士]点{n:2-18}个，{day}{hour}报警{n:1-6}次，均[核实为炊烟|及时扑灭]。
{co}{prod}车间[无组织排放|未开启净化设施|台账造假]，{bm}罚款{n:2-20}万元，限产{n:10-60}天。
抽查{road}工地{n:2-9}个，{hazard}、围挡缺口{n:1-5}处，{co}被[约谈|扣信用分|列入黑榜]。
{vil}{man}开办秸秆[颗粒|青贮|草绳]加工点，收购{crop}秆{n:100-3000}吨，每吨{n:120-400}元，[变火把为票子|一秆变三宝]。
{day}，重污染天气{n:2-4}级响应启动，{T}{n:3-30}家企业[停产|限产|错峰]，{nm}夜查{n:3-12}次。
@@aq_title
关于安全生产大检查督查情况的通报
关于消防安全隐患排查整治情况的通报
关于{season}安全生产工作情况的督查通报
关于城镇燃气和自建房安全专项整治情况的通报
@@aq_open
为深刻汲取[近期外地|{city}“{md}”][火灾|燃气爆炸|坍塌|道路交通|粉尘爆燃]事故教训，{days0}，区委区政府督查局、{bm}联合对各乡镇（街道）安全生产工作进行了督查。
{season}是各类事故易发多发期，区委书记{sec}、区长{mayor}多次强调，要以{good}的态度抓好安全生产，坚决防止{bad}。
本次督查共抽查[企业|场所|工地|商户]{n:40-300}家，发现{hazard}、{hazard}等隐患{n:300-600}处，现场整改{n:30-300}处。
@@aq_m
落实“党政同责、一岗双责、齐抓共管、失职追责”，与{n:30-400}家[企业|商户|学校|养老院|九小场所]签订责任书，{vo}。
组织{n:3-12}个检查组，对[矿山|危化品|建筑施工|人员密集场所|老旧小区|加油站|仓储物流|液化气站]拉网式排查，建立“[一患一档|四个清单|一点一策]”。
推行“企业自查、{k}检查、部门抽查、专家会诊”，聘请{n:2-9}名专家，[解剖式|体检式|夜间]检查{n:6-60}家次。
开展“{camp}”，利用[大喇叭|应急广播|文艺汇演|消防车进社区]普及[灭火|逃生|急救|用气|用电|防溺水]常识，受教育{n:1000-19000}人次。
每个村（社区）组建微型消防站，配备{tool}、{tool}、{tool}，每[周|月]训练{n:1-4}次。
对[合用场所|电动车|自建房|燃气瓶|烟花爆竹|校车]六类隐患建立“红黄蓝”台账，{vo}，{good}。
建立“吹哨人”制度，群众举报{hazard}、{hazard}等隐患查实的奖励{n:50-2000}元，{mon}兑现{n:3-30}笔。
高危作业实行[审批、监护、验收]闭环，[动火|登高|有限空间|吊装]一票否决，{good}，杜绝{bad}。
用好“[一张网|一盏灯|一把尺|一本账]”，{names2}每[天|旬]调度，对{n:6-40}家重点单位逐一[画像|打分|亮牌]。
@@aq_a
{day}，{who}带领{bm}人员到{vil}[农家乐|幼儿园|养老院|木材厂|烟酒超市|洗浴中心|网吧|液化气站|砖厂|冷库]检查，发现{hazard}、{hazard}，责令[停业整改|立即拆除|三日内更换]。
{vil}排查农村自建房{n:60-900}户，鉴定[C级|D级]危房{n:6-19}户，已[腾空|加固|拆除]{n:1-5}户。
{day}，{T}[沿街门店|老旧小区|学校食堂|村卫生室|商场地下车库]存在{hazard}、{hazard}、{hazard}等问题，已下达整改通知书{n:2-30}份。
{bmr}在{spot}查处{hazard}行为{n:1-9}起，暂扣[液化气瓶|电动三轮|烟花|柴油]{n:2-90}[件|只|箱]，行政拘留{n:1-3}人。
{day}在{vil}举行[消防|防震|燃气泄漏|高层逃生|森林灭火]演练，模拟[厨房起火|楼道浓烟|人员被困|粉尘爆燃]场景，使用{tool}、{tool}等器材。
为[独居老人|低收入家庭|残疾人]安装[烟感报警器|燃气报警器|漏电保护器|扶手]{n:20-600}个，费用由{fund}列支。
{road}、{road}口增设[减速带|爆闪灯|反光镜|护栏|警示桩]{n:2-40}处，劝导[农用车载人|酒驾|不戴头盔|货车超载]{n:20-300}人次。
{vil}[秸秆打包场|木器加工点|食用菌大棚|纺织小作坊]{hazard}问题[久拖不改|整改反弹]，由{lead}挂牌督办，{due}前销号。
{day}，{co}[粉尘涉爆|喷涂|冷库制冷|锅炉]车间存在{hazard}、{hazard}，{bmr}下达[停产指令|整改通知]，{nm}驻厂盯守。
{spot}液化气点{hazard}，{bm}[依法取缔|查封扣押]，涉事人{man}[行政处罚|移送公安]。
{vil}{man}开三轮车[违规载客|搭载民工|夜间无灯]，{nm}现场劝返并[播放事故视频|讲解案例|签承诺书]。
{school}（{vil}）[宿舍疏散演练|食堂燃气报警|围墙裂缝|校车接送]检查中发现{hazard}，{due}前整改。
{T}{n:20-90}个小区建成[充电棚|消防通道划线|微型消防站]，{road}{n:2-12}处堵点[打通|挪车清障|拆除地锁]。
组织{co}、{co2}等{n:8-40}家企业负责人[参加警示教育|签订承诺书|观看事故片|交叉互查]，提出问题{n:10-90}条。
{day}{hour}，{spot}起火，{vil}微型站{n:5-15}人携{tool}、{tool}{n:3-9}分钟赶到，[扑灭明火|疏散群众]，无伤亡。
{vil}[烟花爆竹|散装汽油|鼠药农药|黑气瓶]清查{n:20-160}户，收缴{n:3-90}[箱|桶|瓶]，集中[销毁|封存|移交]。
@@fund
{k}财政
爱心基金
村集体收入
专项资金
社会捐赠
上级补助
彩票公益金
群众自筹和{k}补助
@@ny_title
关于{season}农业生产工作情况的通报
关于{mon}份农业农村重点工作进展情况的通报
关于高标准农田建设和粮食生产督查情况的通报
关于特色种养和村集体经济发展情况的通报
@@ny_open
当前，{season}生产[正当其时|进入关键阶段|全面展开]。为确保{crop}、{crop}[丰产丰收|应种尽种|颗粒归仓]，{days0}，区委区政府督查局会同{bms}深入田间地头进行了督查。
据{bm}统计，全区{crop}播种面积{n:2-30}万亩，[苗情|墒情|长势]总体[好于常年|与去年持平|略差于去年]，但局部受{wx}和{pest}影响。
区委书记{sec}{day0}调研时指出，要{vo}，守住[耕地|粮食安全|不返贫]底线，{maximq}。
@@ny_m
落实耕地保护“田长制”，[划定|补划]永久基本农田{n:1-4}万亩，制止[非农化|非粮化|撂荒|挖沙取土|栽树占地]行为{n:1-20}起。
组织{n:3-20}名农技人员包村指导，推广[测土配方|一喷三防|深松整地|滴灌|宽幅播种|绿色防控|稻虾共作|林下套种]技术{n:1-30}千亩。
发展“一村一品”，{vil}[主攻|扩种]{crop}、{vil}发展{crop}、{vil}养殖{animal}，形成{n:2-9}个[专业村|示范带|特色园]。
培育[家庭农场|种粮大户|合作社|社会化服务组织|新农人]{n:6-90}家，土地流转{n:1-20}千亩，托管{n:1-20}千亩。
推进[高标准农田|中低产田改造|灌区续建]，新打机井{n:10-200}眼、埋设地下管道{n:3-90}公里、修建生产路{n:3-40}公里。
把发展壮大村集体经济作为书记工程，{vils}通过[盘活资产|入股分红|承包荒坡|光伏电站|冷库出租|劳务服务]年收入突破{n:5-60}万元。
做好[{pest}、{pest}|{pest}]监测预警，储备[杀菌剂|杀虫剂|疫苗|生石灰|消毒液]{n:1-30}吨，统防统治{n:2-40}千亩。
建立“{k}农技站＋合作社＋农户”服务链，[春管|夏管|秋管|冬管]各环节发布技术要点，防{pest}、防{wx}，{vo}。
以{crop}、{crop}、{crop}为主导，建设[标准园|种苗繁育场|产地冷藏|分拣线]，对接[超市|批发市场|食堂|电商]，克服{bad}。
@@ny_a
{day}，{bmr}到{vil}[查看|会诊]{crop}[苗情|病虫害|墒情|采收情况]，建议[补灌|追肥|化控|排渍|轮作]。
{vils}完成{crop}[播种|收割|移栽|中耕|追肥]{n:300-9000}亩，投入{tool}、播种机、收割机等{n:6-130}台。
{vil}{man}流转{mu}种植{crop}、{crop}，套种{crop}，带动{n:6-90}户，亩均收益{n:1500-18000}元。
{vil}{crop}发生{pest}{n:30-900}亩，{k}调集[植保无人机|机动喷雾器|农药]于{day}防治完毕。
{day}，{T}[{crop}文化节|采摘节|开镰仪式|农民丰收节]在{vil}举办，签订[{crop}、{crop}|{crop}]购销合同{n:2-30}份、{rmb}。
{vil}投资{wan}建设[冷库|烘干房|育苗棚|沼气池|保鲜窖|加工车间]，日处理{crop}{n:2-60}吨，{crop}[错峰上市|就地转化]。
{vil}[{animal}养殖场|{animal}场]存栏{n:100-9000}头（只），[防疫|消毒|检疫]到位，粪污[入田|制肥|进罐]，{nm}每周巡查。
{vil}连片种植[{crop}、{crop}、{crop}|{crop}、{crop}]{n:60-2000}亩，注册“{brandmark}”商标，通过[绿色|有机|地理标志]认证。
动物防疫方面，对{animal}、{animal}、{animal}开展{pest}免疫{n:1-90}千头（只），密度{hi}，对{vil}[死禽|病畜]全部[无害化处理|深埋]。
清理整治[大棚房|违建坟|取土坑|闲置地]{n:1-19}处，恢复耕种{mu}，已播种{crop}。
因[种子纠纷|化肥涨价|收购商压价|水电费偏高]，{vil}{n:6-80}户[{crop}种植户|养{animal}户]收益下降，{nm}协调[供销社|合作社|粮库|信用社]予以帮扶。
{vil}[引进|试种]{crop}新品种{n:2-9}个，{man}的{n:3-60}亩试验田亩产{n:300-3000}公斤，{bmr}测产后建议扩种。
[{crop}|{crop}和{crop}]收购价每斤[跌|涨]{n:1-9}角，{vil}{n:20-300}户[惜售|抢收|囤货]，{co}订单保底收购{n:20-900}吨。
{vil}农机合作社{n:5-40}台[收割机|打捆机|旋耕机|播种机]跨区作业，{man}等机手{mon}增收{n:1-9}万元。
{vil}{crop}与{crop}轮作、{crop}间作{crop}，[土壤有机质提升|病害减轻|亩增{n:200-3000}元]，{lead}{day}现场观摩。
{wx}来袭，{vil}{n:10-300}座大棚[棚膜破损|压塌|停电]，{names2}带{n:20-90}人[铲雪|加固|生炉增温|架设拱棚]，保住{crop}、{crop}{n:60-900}亩。
{vil}养{animal}户{man}[自繁自养|改良品种|用{crop}秆喂养]，出栏{n:50-3000}头（只），[注册网店|进超市|供应{city}]。
{co}在{vil}建{crop}[育苗|加工|仓储]基地{mu}，[返租倒包|入股分红|订单种植]，{n:20-160}户受益。
{day}，农技员{man}在{vil}[田间课堂|果园|牛棚]讲{crop}[授粉|疏果|修剪|断奶育肥|测墒补灌]要点，{n:20-90}人听讲。
@@xf_title
关于{mon}份信访稳定工作情况的通报
关于矛盾纠纷排查化解情况的督查通报
关于平安建设和综治民调工作情况的通报
关于初信初访办理和积案化解情况的通报
@@xf_open
{mon}份，全区共受理信访事项{n:60-600}件次，同比[上升|下降]{gr}，其中{dispute}、{dispute}、{dispute}类占比较高。
为切实维护{season}社会大局和谐稳定，{days0}，区委区政府督查局、{bm}对各乡镇（街道）矛盾纠纷排查化解情况进行了督查。
区委书记{sec}{day0}在信访工作联席会上要求，各级领导干部要{good}，带案下访，{vo}，{maximq}。
@@xf_m
坚持领导接访、包案、下访制度，{who}每周[一|三|五]在[信访大厅|便民中心|综治中心]坐班，{vo}。
推行“网格＋调解”，整合[司法所|派出所|法庭|综治中心|退休法官|五老人员]力量，成立“{man}调解室”等品牌[工作室|驿站]{n:1-9}个。
对{n:3-40}起积案实行“一案一专班”，落实[包掌握情况、包思想教育、包解决化解、包稳控]四包责任，{good}。
每[日|周|旬]排查{dispute}、{dispute}、{dispute}等纠纷，分[红橙黄|一二三|大中小]级管理，做到小事不出村、大事不出{k}。
开展“{camp}”，打击{crime}、{crime}、{crime}等违法犯罪，[天眼|雪亮工程]探头在线率{hi}。
加强[刑满释放|社区矫正|精神障碍|涉毒|留守|失独]等重点人员管理服务，落实监护补贴{wan}，{vo}。
实行“[三到位一处理|四级终结|五步工作法|六尺巷调解法]”，对{dispute}、{dispute}等案件[听证|公证|司法确认]，{good}，力戒{bad}。
完善{crime}、{crime}联防，{n:6-60}名[巡防队员|村警|义警|红袖标]夜巡，{vo}。
@@xf_a
{day}，{vil}村民{man}与{man2}因{dispute}发生争执，{nm}、{vilp}{num}次上门，依据[民法通则|村规民约|法律规定|风俗情理]调解，双方[握手言和|签订协议|撤回诉讼]。
{mon}，{T}排查{dispute}、{dispute}、{dispute}等纠纷{n:30-80}起，化解{n:5-29}起，未化解的由{names2}包案。
{lead}{day}接访{vil}群众{n:2-19}人，反映{dispute}问题，当场[责成|交由]{bms}限{n:7-30}日办结。
{vil}发生{crime}案件{n:1-4}起，派出所{day}抓获嫌疑人{man3}等{n:1-6}人，追回[现金|电动车|农机具|耕牛|手机|电缆]折款{n:1-20}万元。
召开[反诈|禁毒|禁赌|反邪教|防溺水]宣讲会{n:2-20}场，揭露{crime}、{crime}、{crime}等骗局，劝阻转账{n:1-30}万元。
{vil}{n:10-90}户业主反映{dispute}、{dispute}，{nm}组织[业委会|物业公司|开发商]座谈{n:2-5}次，达成[减免|维修|更换|分期]方案。
{man}（{vil}）因[病致贫|打工摔伤|孩子上学|丧偶]信访，{k}发放救助{n:1-9}千元，并安排[公益岗位|低保|临时住所|免费法律援助]。
{vil}[历史遗留|久拖未决]的{dispute}问题，经{bms}、律师{man2}评估，于{day}举行听证，{n:5-30}名代表[评议|投票]后[终结|息访]。
{man}与{man2}（均为{vil}人）[因{dispute}积怨多年|为{dispute}打架|围绕{dispute}起诉]，{nm}用[六尺巷故事|亲情牌|当年老契约]打动双方，{day}[握手|退让三尺|签字按印]。
{vil}{dispute}引发{n:10-60}人到{k}[集体访|堵门|拉横幅]，{who}{hour}到场，[分批谈话|公布账目|承诺期限]，{day}稳定。
派出所在{spot}抓获{crime}嫌疑人{n:1-5}名，缴获[赌资|电捕器|假币|管制刀具|被盗电缆]，{vilp}配合[指认|看守|动员投案]。
{vil}设“[老娘舅|和事佬|拉呱]”调解室，{man}一月调处{dispute}、{dispute}{n:3-20}件，[泡茶说理|翻老账本|请长辈作证]。
{lead}包案的{vil}{dispute}案，{bms}{n:2-6}次会审，[补偿{n:1-20}万元|置换土地|恢复低保]，{man}签订息访协议。
{co}拖欠{dispute2}款项，{n:6-60}名务工人员到{bm}投诉，{nm}协调{day}兑付{n:5-200}万元。
@@wm_title
关于文明城市创建督查情况的通报
关于移风易俗和乡风文明建设情况的通报
关于{camp}中精神文明建设情况的通报
关于新时代文明实践和公共文化服务情况的通报
@@wm_open
为巩固[提升|深化]文明创建成果，{days0}，区委区政府督查局会同{bm}对照测评体系，对[主次干道|背街小巷|农贸市场|城中村|公交站点|医院学校]进行了实地督查。
文明是城市的底色。今年以来，各乡镇（街道）以{good}的韧劲抓创建，{vo}，[市民素质|城市品位|乡村风貌]不断提升。
{day0}，{lead}在文明创建推进会上指出，要在{vo}上下功夫，做到{good}，{maximq}。
@@wm_m
健全村民议事会、道德评议会、禁毒禁赌会、红白理事会，[规定|倡导]红事不超{n:8-20}桌、礼金不超{n:50-200}元，白事[不请乐班|三日内办结|一碗烩菜]。
建设文明实践站{n:6-40}个，打造“[邻里节|板凳课堂|百姓宣讲团|银龄行动|爱心食堂]”等品牌，每[周|月]开展{culture}、{culture}、{culture}等活动。
实行“[路长制|楼长制|街长制|巷长制]”，{names2}等{n:20-200}名干部上路执勤，劝导[乱停乱放|闯红灯|车窗抛物|遛狗不牵绳|占用盲道|翻越护栏|随地吐痰]。
以评选[好媳妇、好婆婆|道德模范|身边好人|最美邻里|新乡贤]为抓手，用{culture}、{culture}等群众喜闻乐见的形式传播新风。
结合{festival}，组织{culture}、{culture}、{culture}，吸引群众{n:300-9000}人次，{vo}。
推进文化[惠民|下乡|进万家]，建成[农家书屋|文化广场|戏台|村史馆|乡愁记忆馆]{n:3-40}处，配备[音响|图书|乐器|灯光|服装]，防止{bad}。
推动[村规民约|居民公约]修订，把[孝老|护林|禁赌|不剩饭|文明养犬|节俭办席]写成[快板|三字经|顺口溜]，{vils}家家张贴。
壮大[文艺|科普|法律|医疗|理发|家电维修]志愿队，{mon}服务{n:20-300}场，{culture}、{culture}送到[田头|楼院|工地]。
@@wm_a
{day}，{vil}举办{culture}、{culture}活动，{n:80-1200}名群众参加，{vilp}说，[热闹|喜庆|红火]不减，[攀比|浪费|赌博]少了。
{vil}{man}[喜事新办|厚养薄葬|退还彩礼]，节约开支{n:1-9}万元，{k}送去[牌匾|大红花|{item}]以示鼓励。
{road}、{road}[施划停车位|修补地砖|清洗护栏|更换破损座椅|整治三轮车]{n:10-400}处，{names2}现场督导。
{vil}投资{wan}建成[村史馆|戏楼|农家书屋|文化大院|道德长廊]，陈列[犁铧|耧车|纺车|石磨|煤油灯|老照片|族谱|辘轳|织布机]等{n:30-600}件。
{day}，邀请[市曲剧团|豫剧名家|民间艺人{man}|书法家{man}]到{vil}表演{culture}、{culture}，[掌声不断|座无虚席|十里八乡赶来]。
测评组在{spot}发现[乱扔烟头|宠物粪便|飞线充电|小广告反弹|公益广告褪色]，扣{n:1-9}分，{nm}牵头整改。
{festival}前夕，组织志愿者为{vil}[孤寡老人|留守儿童|环卫工人|退役军人]送去{item}、{item}、{item}，[理发|量血压|包饺子|写春联]。
{vil}获评{level}“{honour}”，{day}在{k}大会上介绍经验，奖励{n:1-20}万元。
拆除{vil}[豪华墓|活人墓|违建祠堂]{n:1-9}处，建成公益性公墓{mu}，迁入散坟{n:20-300}座，推广[鲜花祭扫|植树葬|网络祭扫]。
{road}[网格|路段|商圈]{n:10-90}名“红马甲”扶老携幼、捡拾烟头，{man}{good}，[获赞“雷锋哥”|带出{n:5-40}名徒弟]。
{vil}红白理事会长{man}[劝退酒席|缩减车队|制止闹婚|拒收重礼]，{mon}{n:2-15}场红白事[人均节约千元|俭办简办]。
{vil}[编修村史|征集家训|开设国学课|排练{culture}]，{man}老人{n:70-93}岁，[口述往事|捐出族谱|题写村名]。
{culture}[进校园|进敬老院|登上市里舞台]，{vil}传承人{man}带徒{n:3-30}人，{k}补助{n:1-6}万元。
{bm}测评{T}，[公共秩序|窗口服务|阅读氛围|交通礼让]得{n:80-99}分，{waste}、{hazard}各扣{n:1-4}分。
{road}[集贸市场|夜市|早餐摊]划线经营，{n:20-160}个摊位[统一灶台|配垃圾桶|亮证亮照]，{nm}清晨{n:4-6}点到岗。
@@fp_title
2014~关于脱贫攻坚[重点工作|问题整改|责任组]督查情况的通报
-2015~关于扶贫开发和整村推进工作情况的通报
2021~关于巩固脱贫成果同乡村振兴有效衔接工作情况的通报
2018~关于乡村振兴重点工作推进情况的通报
关于驻村帮扶和困难群众救助情况的通报
@@fp_open
{days0}，区委区政府督查局组织{n:3-9}个组，对各乡镇（街道）{n:18-90}个村的[帮扶措施|收入核算|政策落实|项目资产|驻村工作]情况进行了入户核查，走访{n:200-1800}户。
区委书记{sec}{day0}在{T0}调研时强调，要以{good}的精神{vo}，确保一户不落、一人不少，{maximq}。
从核查情况看，各单位[思想重视|措施得力|成效明显]，但仍有[政策宣传不到户|台账与实情不符|产业后劲不足|内生动力不强]等问题。
@@fp_m
实行“领导包村、工作队驻村、干部包户”全覆盖，{names2}等{n:30-300}名帮扶责任人每月入户不少于{n:2-6}次，落实“[两不愁三保障|一户一策|应纳尽纳]”。
选派{n:6-40}名[第一书记|驻村队员|科技特派员]，吃住在村，{good}，帮助{vils}理清发展思路。
用好[小额信贷|雨露计划|光伏分红|公益岗位|到户增收|扶贫车间|消费帮扶]等政策，{adv}增加[工资性|经营性|财产性|转移性]收入。
对[边缘易致贫户|突发困难户|大病户|独居老人|残疾家庭]实行动态监测，{vo}，发现一户、评议一户、帮扶一户。
坚持[扶志扶智|志智双扶]，开办[夜校|技能班|爱心超市]，培训[月嫂|电工|厨师|缝纫|养{animal}|种{crop}|电商|钢筋工]{n:20-600}人次，克服{bad}思想。
盘活[扶贫资产|光伏电站|温棚|养殖小区|车间]{n:3-40}处，收益按{n:40-80}%用于[分红|公益岗|孝老爱亲奖励|小型公益事业]。
把[产业|就业|教育|健康|金融|易地搬迁]帮扶措施列成“菜单”，{n:60-900}户自选[养{animal}|种{crop}|进厂|开店]，{vo}。
[消费帮扶|定点帮扶|东西协作]渠道销售{crop}、{crop}{n:20-600}吨，{co}、{co2}参与，户均增收{n:600-5000}元。
@@fp_a
{day}，{who}到{vil}走访{man}等{n:2-9}户，送去{item}、{item}，详细询问[医疗|住房|饮水|上学|低保|务工]情况。
{vil}{man}患{illness}，[新农合|医保|大病保险|慈善救助]报销{n:1-9}万元后，{k}为其申请[低保|临时救助|护理补贴]，并安排其[儿子|妻子|女儿]到{n:5-40}公里外的企业务工。
{vil}投资{wan}建设[{crop}大棚|养{animal}场|扶贫车间|光伏电站|香菇基地|红薯窖]，{n:6-90}户脱贫户[入股|务工|租棚]，年均增收{n:800-9000}元。
改造危房{n:2-60}户，{vil}{man}搬进新居，[砖瓦房|两室一厅]替代了[土坯房|漏雨瓦房|窑洞]，{lead}{day}查看工程质量。
发放[产业奖补|务工补贴|教育补助|小额贷款贴息|雨露计划补助]{wan}，涉及{n:20-900}户，{nm}逐户核对[银行卡|身份证|银行流水]。
{vil}第一书记{man}协调资金{wan}，修建[桥梁|水塔|排水渠|产业路|文化舞台]，引种{crop}、{crop}，群众称其“[老黄牛|热心肠|自家人|财神爷]”。
核查发现{vil}{n:1-9}户[收入漏算|饮水困难|残疾证未办|帮扶记录缺页|住房渗漏]，由{names2}于{due}前整改。
{vil}{man}养{animal}、{animal}；种{crop}{n:3-60}亩，[摘掉穷帽|盖起新房|带动乡邻]，{day}被评为“[脱贫之星|致富能手|光荣户]”。
{vil}{man}丧偶后独自抚养{n:2-3}个孩子，{nm}帮其[到{co}上班|申请低保|落实教育资助|修缮漏雨房屋]，[脸上有了笑容|还清外债]。
{co}在{vil}的[来料加工|车间|基地]招{n:10-90}名[脱贫户|残疾人|留守妇女]，{prod}计件工资月均{n:1200-4000}元。
{vil}易地搬迁{n:20-300}户[入住|装修|办证]，配套{facility}、{facility}，{man}老人[摸着新灶台|站在阳台]连说想不到。
{vil}工作队[整理档案|走访{n:60-300}户|组织夜校|调解{dispute}]，队长{man}[推迟手术|春节留守|把妻儿接来]。
{vil}{man}靠[养{animal}|种{crop}|编筐|开网店|磨豆腐|修农机]年收入{n:2-20}万元，主动[退出低保|带{n:3-20}户|捐款{n:1-9}千元]。
{T}逐户核验[饮水|住房|就学|就医|收入|残补]，新纳入监测{n:1-20}户，消除风险{n:1-30}户，{vil}{man}因{illness}列为重点。
@@cj_title
关于城市建设重点项目和征迁工作情况的通报
关于老旧小区和背街小巷改造进展情况的通报
关于{road}等道路建设工程推进情况的督查通报
关于违法建设治理和棚户区改造工作情况的通报
@@cj_open
为加快城市[更新|建设|提质]步伐，{days0}，区委区政府督查局会同{bms}对{n:40-60}个城建项目进行了现场督查，其中[已完工|按期推进]{n:6-30}个，滞后{n:2-9}个。
区长{mayor}{day0}在城建例会上要求，要{vo}，以{good}的劲头破解征迁难题，坚决杜绝{bad}。
{season}是施工黄金期，各乡镇（街道）、各参建单位{vo}、{vo}，[形象进度|投资完成率]较上月有所提高。
@@cj_m
征迁工作坚持[一把尺子量到底|阳光操作|先签先选|依法依规]，{names2}等分{n:3-12}组，[白天丈量、晚上谈心|逐户算账|上门签约]，{good}。
建立项目例会制度，[业主、施工、监理、属地|水电气暖讯]多方每[周|旬]会商，{vo}，杜绝[马路拉链|重复开挖|工地断供]。
老旧小区改造广泛征求意见，对[屋面防水|雨污分流|外墙保温|加装电梯|停车位|路灯|弱电入地|楼道粉刷]实行“菜单式”选择，同意率达到{hi}。
{adv}查处违法建设，落实[巡查|举报|断水断电|拆除|复绿]机制，新增违建零容忍，{vo}。
成立“{camp}”指挥部，下设[征迁|安置|施工保障|法律服务|信访化解]组，{who}坐镇，{vo}。
规范物业管理，组建业委会{n:2-20}个，引入[红色物业|准物业|自治管理]，化解{dispute}、{dispute}。
严控[扬尘|噪音|超期围挡|野蛮施工]，对{co}、{co2}等参建单位实行[红黄牌|保证金|末位淘汰]，{vo}。
安置坚持[先建后拆|产权调换|货币补偿|过渡有房]，[抓阄|摇号|公示]全程公开，防止{bad}。
@@cj_a
{road}[改造|拓宽|贯通|雨污分流]工程，全长{d:1-6}公里，已完成[路基|管网|水稳层|沥青摊铺|道牙安装|路灯基础]{n:200-2800}米。
{vil}征迁{n:200-600}户，已签约{n:10-190}户，拆除{n:1-90}千平方米，[剩余{n:2-30}户正在做工作|提前{n:2-12}天清零]。
{day}，{vil}{man}签下[首份|最后一份]征收协议，其[二层小楼|临街门面|老宅|养殖棚]评估{n:20-160}万元。
依法拆除{spot}违法建设{n:60-3000}平方米，出动{tool}{n:2-9}台，{bmr}现场指挥。
{vil}安置房[基础|三层|封顶|二次结构|外墙涂料|电梯安装]施工，{n:3-18}栋{n:200-2000}套，{due}前回迁。
{road}小区[加装电梯|更换窗户|刷新外墙|改造管网|增设充电棚]，惠及{n:100-1900}户，{nm}收到居民[锦旗|感谢信]。
{road}[游园|绿道|口袋公园]栽植{tree}、{tree}、{tree}，铺设[透水砖|塑胶步道|汀步石]{n:300-9000}平方米。
因[管线迁改|雨季|资金拨付|坟墓未迁|高压线未入地]，{road}{vil}段工期滞后{n:5-60}天，{lead}{day}现场协调{bms}。
{spot}[坑洼|塌陷|积水|井盖异响]问题被[市民|媒体|热线]反映，{bm}{n:6-48}小时内修复。
{co}施工的{road}[桥梁|排水|慢行道|人行天桥]，[吊装梁板|顶管掘进|浇筑桥墩|铺设面层]，{lead}要求{due}前通车。
{vil}{man}老人[念旧不舍|担心过渡|嫌面积少]，{nm}{n:5-30}次登门，[帮搬家具|联系租房|算清补偿]，{day}交钥匙。
{road}小区[暗楼梯|锈水管|漏屋面|塌围墙|乱电线]改造，{n:6-40}栋[吊运保温板|更换窨井|刷真石漆]，居民{man}当[监督员|义工]。
{spot}违建[彩钢房|车库|地下室|院墙]，{hour}由{n:30-200}人、{tool}{n:2-8}台拆除，[面积{n:60-2000}平方米|户主自行清空]。
{park}[道路|管网|厂房|铁路专用线]由{co}承建，完成产值{rmb}，[雨污管|电力排管|路灯杆]同步预埋。
停车难：{road}[新增|划设]泊位{n:30-600}个，[拆墙透绿|错时共享|机械车库]，{co}投资{wan}。
@@ms_title
关于重点民生实事进展情况的通报
关于{mon}份教育医疗和社会保障工作情况的通报
关于城乡居民医保缴费和养老服务情况的督查通报
关于稳就业促增收工作情况的通报
@@ms_open
{y}年区委区政府确定的{n:20-30}项重点民生实事，事关群众切身利益。{days0}，区委区政府督查局逐项进行了核查，[完成|超额完成]{n:3-12}项，正在推进{n:3-9}项。
民生无小事，枝叶总关情。按照区长{mayor}“{vo}、{vo}”的要求，区委区政府督查局对各乡镇（街道）民生工作进行了督查。
@@ms_m
[医保|养老保险]征缴实行{n:1-3}日一通报，{names2}带队入户，对[外出务工|高校在读|边缘户]人员电话动员，缴费率达到{hi}。
建成[日间照料中心|养老服务站|爱心食堂|托育点|儿童之家]{n:1-18}处，为[独居|失能|高龄]老人提供[助餐|助浴|助洁|助医|代购]服务。
落实控辍保学责任，对{school}、{school}等学校[学生资助|营养餐|校车|食堂|心理辅导]逐项督导，{vo}。
建立[零工市场|社区就业驿站|返乡农民工台账]，收集岗位{n:200-3000}个，开展[电焊|育婴|烹饪|美发|挖掘机|直播]培训{n:2-20}期。
推进[家庭医生签约|两癌筛查|预防接种|健康体检]，对{illness}、{illness}、{illness}患者[随访|建档|免费送药]。
保障困难群众基本生活，[低保|特困|孤儿|残疾]补贴按月发放{wan}，社会化发放率{hi}。
“一老一小”服务列入{k}书记工程，[食堂|浴室|病床|玩具|绘本|监控]按标准配齐，{nm}每周试餐，{vo}。
[欠薪|辍学|断保|大病]“四色预警”，{names2}{good}，[救急难|不过夜|跨部门会诊]。
@@ms_a
{school}（{vil}）[新建教学楼|改造操场|更换课桌椅|建设食堂|安装空调]投资{wan}，{due}前投用。
{day}，卫生院[义诊队|家庭医生{man}]到{vil}为{n:60-600}人[量血压|测血糖|做心电图|查视力]，发现{illness}、{illness}患者{n:2-30}人。
{vil}敬老院{n:12-90}名老人[用上了新热水器|吃上腊八粥|搬进新楼|添置棉被]，院长{man}[端茶喂饭|擦身洗脚|悉心照料]，家属送来锦旗。
{road}[招聘会|夜市招聘|直播带岗]提供岗位{n:600-1200}个，{n:30-500}人达成意向，{man}等[宝妈|应届生|下岗职工]当场签约。
为{vil}残疾人{man}配发[轮椅|假肢|助听器|护理床|盲杖]，落实[护理补贴|康复训练|就业岗位]。
{vils}自来水[入户|提标|管网更新]{n:100-1900}户，水质[检测合格|达到标准]，[浑水|苦咸水|水压低]问题得到解决。
{school}{man}老师[二十年如一日|扎根乡村|带病上课]，事迹被[省市媒体|融媒体中心]报道，{festival}前夕{lead}看望慰问。
医保缴费{n:3-40}千人，完成{pct}，{vils}率先达到目标，{vil}等村{weak}。
发放[就业|创业|稳岗|交通]补贴{wan}，为{man}等{n:3-30}人办理[创业担保贷款|社保补贴]。
{vil}卫生室[配齐|更新][雾化器|除颤仪|心电图机|中药柜|观察床]，村医{man}[夜里出诊|雪天送药|背着药箱走村串户]成为常事。
{school}（{vil}）{n:20-300}名寄宿生[喝上热水|用上暖气|吃四菜一汤|装窗帘]，{lead}陪餐时[询问配料|查看留样]。
{vil}孤老{man}突发{illness}，[网格员|村医|邻居]{n:5-20}分钟送医，{nm}垫付{n:1-9}千元，[脱险|顺利手术]。
{co}吸纳{n:20-160}名[大学生|退役军人|残疾人|零就业家庭]，签{n:1-5}年合同，[五险一金|食宿全包|带薪培训]。
{road}建成[便民菜店|母婴室|书吧|口袋健身场|口腔门诊|理发铺]{n:1-8}家，居民步行{n:5-15}分钟[可达|买菜|看病]。
为{n:60-900}名老人[安装扶手|免费配镜|摸排{illness}|办理优待证]，{facility}[试运营|评为星级|延长开放]。
[中考|高考|开学]期间，{T}[静音施工|爱心送考|家访{n:20-300}户|资助{n:5-60}名新生]，{man}考上[师范|医学|农林|航海]专业。
@@ln_title
关于造林绿化和林业生态建设情况的通报
2017~关于河长制工作落实情况的督查通报
关于森林防火和野生动植物保护工作情况的通报
关于生态环境保护重点任务进展情况的通报
@@ln_open
[植树造林|碧水保卫|生态修复]是功在当代、利在千秋的大事。{days0}，区委区政府督查局会同{bms}对各乡镇（街道）工作情况进行了督查。
{day0}，区委书记{sec}、区长{mayor}到{spot}参加义务植树，共栽下{tree}、{tree}{n:200-2000}株。
{river}、{river}断面水质[稳定达标|由Ⅳ类升为Ⅲ类|总磷超标|氨氮超标]，沿线{n:3-12}个乡镇（街道）任务仍然艰巨。
@@ln_m
坚持[宜林则林、宜果则果|谁造谁有|适地适树|见缝插绿]，规划[廊道|荒山|村庄|河岸|农田林网]绿化{n:1-12}千亩，选用{tree}、{tree}、{tree}等[乡土|彩叶|经济]树种。
落实林长、河长巡查制度，{names2}等{n:20-200}名[林长|河长|护林员|巡河员]每[周|旬]巡查{n:1-4}次，{good}。
防火期严格[野外用火审批|卡点登记|坟头看守|收缴火种]，配备{tool}、{tool}、{tool}，{vo}。
整治[入河排污口|畜禽养殖|采砂|网箱|围垦|侵占河道|垃圾堆放]“{num}乱”问题，一河一策，{vo}，防止{bad}。
开展[候鸟|古树名木|湿地]保护，对{n:3-90}株古[槐|柏|银杏|皂荚|国槐|黄连木|朴树|柘树]挂牌，打击{crime}、{crime}。
以[国储林|廊道绿化|碳汇林|口袋公园|果园更新]项目为依托，{co}、{co2}参与[投资|管护|育苗]，{tree}、{tree}为主栽，{vo}。
建立[河湖|林地|湿地]联合执法，{bms}[夜巡|蹲守|溯源]，对{crime}、{crime}[零容忍|快侦快办]。
@@ln_a
{vils}栽植{tree}、{tree}、{tree}{n:1000-60000}株，成活率{hi}，由[合作社|专业队|农户]管护。
{day}{hour}，{vil}后山[坟头烧纸|枯草|高压线打火]引发火情，{who}带{n:20-200}人用{tool}、{tool}扑灭，[过火面积{n:1-9}亩|未造成损失]。
清除{river}{waste}、{waste}{n:30-900}吨，拆除[网箱|拦河坝|地笼|养殖棚]{n:2-60}处，放流[鲢鳙|鲫鱼|草鱼|螺蛳]苗{n:1-30}万尾。
{vil}发现[白鹭|苍鹭|绿头鸭|黑鹳|猫头鹰|戴胜|斑嘴鸭|红隼|豹猫|刺猬|中华蟾蜍]等野生动物，群众{man}及时[报告|救助|放生]。
矿山修复[削坡|覆土|挂网|鱼鳞坑整地|客土喷播]{mu}，栽植{tree}、{tree}，昔日[采石场|黄土坡|光秃岭]披上绿装。
巡查发现{tree}[遭|受]{pest}侵害{n:30-900}株，{bmr}指导[剪网幕|释放周氏啮小蜂|打孔注药|诱捕|飞防]，{due}前处置完毕。
{spot}[偷倒废酸|直排污水|堆放煤矸石|焚烧电缆]问题，由{bm}立案，罚款{n:2-40}万元，移送公安{n:1-3}人。
{vil}古{tree}[树龄三百余年|枝繁叶茂|树干中空]，{k}投资{n:1-9}万元[砌筑树池|支撑加固|复壮施肥|安装避雷针]。
建成[人工湿地|生态沟渠|污水处理站]{n:1-6}处，种植[芦苇|香蒲|美人蕉|千屈菜|水葱|菖蒲|凤眼莲]，[化学需氧量|总磷|氨氮]下降{gr}。
{river}[岸坡|滩地|断面]整治{n:1-20}公里，[抛石|植草|清障|搬迁{animal}场]，{tree}、{tree}临水成荫，[游人垂钓|孩童戏水]。
{vil}{man}承包荒坡{n:60-900}亩，[挖鱼鳞坑|担水上山|嫁接{tree}]{n:5-30}年，种活{tree}、{tree}{n:3-90}千株。
巡河员{man}在{river}发现[死鱼|油污|泡沫|黑水]，[取样|沿管溯源|报告{bm}]，{co}[承担清污费|停产检修|赔偿{wan}]。
{day}森林防火演练，{n:60-300}人用{tool}、{tool}、{tool}[开隔离带|接力供水|清余火]，{bmr}讲[风向|逆火|紧急避险]。
{co}[矿区|料场|渣堆]复垦{mu}，[回填|喷播|铺椰丝毯|种{tree}]，{bm}验收[合格|补植{n:200-3000}株]。
{vil}[野猪|山鸡|獾|白鹭]出没[啃{crop}|踩秧|筑巢]，{k}[补偿{n:1-9}千元|设围栏|竖牌保护]。
@@ys_title
关于优化营商环境工作情况的通报
关于服务企业“{camp}”开展情况的通报
关于企业反映问题办理情况的督查通报
关于惠企政策落实和“放管服”改革情况的通报
@@ys_open
[优化营商环境|服务企业]只有进行时，没有完成时。{days0}，区委区政府督查局对各乡镇（街道）包联企业、问题办理情况进行了督查，共抽查企业{n:30-180}家。
{day0}，区委书记{sec}在企业家座谈会上承诺，要做到{good}，对吃拿卡要、{bad}等行为零容忍。
{mon}份，全区收集企业诉求{n:200-400}条，办结{n:30-190}条，涉及[融资|用工|用地|用电|物流|订单|证照|环保]等方面。
按照《优化营商环境条例》和区委区政府要求，{days0}，督查组以[客商|办事群众|体验官]身份到[窗口|银行|园区|供电营业厅]走流程，发现[材料重复提交|一窗多跑|电话无人接]等问题{n:10-60}个。
@@ys_m
落实领导干部包联企业制度，为{n:20-200}家[规上企业|小微企业|个体大户]选派首席服务员，每[周|月]入企{n:1-4}次，{vo}。
推行[容缺受理|告知承诺|帮办代办|一业一证|拿地即开工|承诺制|多评合一]，审批时限压缩{gr}，{vo}。
建立“[企业吹哨、部门报到|接诉即办|白名单|亲清会客厅|企业家早餐会]”机制，问题{num}日内回应、{num}日内办结，杜绝{bad}。
梳理惠企政策{n:12-90}条，编印[口袋书|明白卡|二维码]，推行[免申即享|即申即享]，兑现奖补{wan}。
规范涉企检查，实行[扫码入企|综合查一次|首违不罚|轻微免罚|安静生产期]，检查频次下降{gr}，{vo}。
对{ind}、{ind}企业实行[链长|专班|专员]服务，[缺工|缺钱|缺地|缺订单]分类建账，{vo}、{vo}。
治理[中介|收费|检查|招投标]乱象，{bms}公布[黑名单|举报电话|负面清单]，严查{bad}。
@@ys_a
{day}，{who}到{co}走访，{rep}反映[电压不稳|招工难|货车限行|污水管网不通|贷款到期|产权证未办]问题，{nm}当日协调{bms}。
{co}反映的[变压器增容|门前积水|厂区围墙纠纷|退税|商标侵权]问题{day}办结，{rep}送来锦旗。
组织[银行|担保公司|基金公司]与{co}、{co2}等对接，授信{rmb}，已放款{n:100-2000}万元。
为{co}[减免|缓缴|返还][租金|社保费|水电费|稳岗补贴|税款]{n:2-90}万元，帮助其{prod}[打开销路|恢复生产|扩大产能|申报专利]。
{day}，{co}因[资金链紧张|订单下滑|火灾|洪涝]停产{n:3-60}天；{names2}协调{bms}、{co2}[注资|租赁|并购|转贷]，{due}复工。
{co}获评[专精特新|高新技术|瞪羚|科技型中小|绿色工厂|纳税大户|守合同重信用]企业，{k}落实奖励{n:2-60}万元。
{co}、{co2}反映政策[申报材料多|兑现慢|看不懂|不会填]，{nm}[上门辅导|代填代报|逐条解读]，{day}通过审核。
邀请{co}{boss}、{co2}{boss2}担任[营商环境监督员|特邀观察员]，对[窗口|站所|执法队]打分，平均{n:80-99}分。
{co}研发的{prod}[获发明专利{n:1-12}项|填补省内空白|进入{prov}市场]，与{ind}企业{co2}[配套|共建实验室|组建联盟]。
{co}新建{proj}，{stage}，{nm}为其[跑办|代办]手续{n:4-20}项。
{names2}陪同{co}{rep}到{city}[参展|拜访客户|考察设备]，[签下订单|谈成代理|引来配套企业{co2}]。
{co}[扩建|搬迁|技改]需[砍伐{tree}{n:3-60}棵|迁移电杆|改道水渠|调整红线]，{nm}{n:2-9}天办结。
{T}[早餐会|下午茶|夜谈会]上，{co}、{co2}就[电价|路灯|公交站|职工子女入学|宿舍]提出{n:3-20}条建议，{who}逐条回应。
{co}{rep}说，[手机上就能盖章|专员比我还急|从签约到开工只用{n:40-160}天|设备卡在路上，镇里连夜协调放行]。
督查组抽查{n:5-30}家企业，{co}反映[缴费发票难开|检查频繁|承诺补贴未兑现]，{bm}被要求[书面说明|{n:3-10}日内办结]。
{co}与{school}、[职教中心|农学院|研究所]合作，开设{prod}[订单班|学徒制|实训线]，输送{n:20-160}人。
{co}{prod}项目[竣工验收|消防备案|产权登记]一件事联办，[材料减{n:5-20}份|跑动一次|费用省{n:1-20}万元]。
@@yq_title
2020-2022~关于疫情防控工作督查情况的通报
2020-2022~关于核酸检测和疫苗接种工作情况的通报
2020-2022~关于疫情防控和复工复产情况的督查通报
-2019~关于[季节性传染病|手足口病|动物疫病]防控工作情况的通报
-2019~关于爱国卫生运动和病媒生物防制情况的通报
2023~关于重点传染病监测和[秋冬季|春季]健康防护情况的通报
@@yq_open
{days0}，区委区政府督查局会同{bms}对各乡镇（街道）[卡口|商超|药店|学校|养老院|车站|农贸市场|村卫生室]的防控措施落实情况进行了督查，发现问题{n:20-300}个。
区委书记{sec}{day0}在调度会上要求，要以{good}的状态抓细抓实，坚决克服{bad}、{bad}，{vo}。
进入{season}，[呼吸道|肠道|蚊媒|人畜共患]传染病进入易发期，{days0}，区委区政府督查局、{bm}对各乡镇（街道）防控准备情况进行了督查。
@@yq_m
落实“[早发现、早报告、早隔离、早治疗|群防群控|四方责任]”，{names2}带领{n:20-200}名[网格员|志愿者|医务人员]分片包干，{vo}。
对[外出返乡|冷链从业|快递外卖|养殖|住院陪护]人员建立台账，{vo}，[每日随访|健康提醒|登记造册]。
储备[口罩|消毒液|防护服|体温枪|退烧药|护目镜|生石灰|蚊香]{n:1-90}千件，由{nm}统一调配，{vo}。
加强[预检分诊|环境消杀|灭蚊灭鼠|食品检验|疫苗接种]，对{illness}、{illness}等基础病老人{n:30-900}人逐一摸底。
用[大喇叭|顺口溜|短视频|倡议书|敲锣]宣传[勤洗手、戴口罩、常通风|少聚集|喝开水、吃熟食、晒被褥]，覆盖{hi}。
织密[学校|企业|社区|养殖场]监测网，[晨午检|零报告|因病缺勤追踪|哨点监测]落实到人，防止{bad}。
动员{n:30-300}名党员[进点位|入小区|守村口]，{names2}等[吃住在岗|轮班不断档|自带干粮]，{vo}。
{vils}修订村规民约，[不食野味|禽畜圈养|红事缓办|白事简办|宴席报备]，大喇叭早中晚播{n:2-6}遍。
@@yq_a
{day}，{who}到{spot}等处检查[值守|消杀|登记|采样]情况，对[脱岗|漏登|不戴口罩]的当场纠正。
{vils}接种{n:200-6000}剂次，{vilp}用[三轮车|面包车]接送[老人|孕妇|残疾人]，{k}赠送[{item}|{item}、{item}]。
{vil}对[商铺|公厕|电梯|坑塘|养殖场|校园]消毒{n:20-900}处，投放[鼠药|蟑螂饵|灭蚊剂]{n:10-300}公斤。
{man}（{vil}村医）[连续值守{n:10-50}天|累倒在岗位|推迟婚期]，群众送来[{item}|{item}、{item}]。
{co}捐赠[口罩|消毒液|防护服|测温仪|蔬菜|牛奶]等物资{n:1-40}万元，{day}由{names2}分发到{n:6-40}个[卡点|小区|村]。
帮助{co}、{co2}[办理通行证|招募工人|调运原料|搭建宿舍]，{n:6-60}家企业[复工复产|满负荷生产]。
核查密切接触者{n:1-90}人，落实[居家观察|集中隔离|健康监测]，{nm}每日[送菜|送药|代购|心理疏导]。
{spot}[登记缺失|扫码走形式|物资不足|消毒液过期]，暗访组点名，{nm}{n:1-5}小时内[补岗|更换|撤换值班员]。
{day}，{T}采样{n:1-30}千人份，[志愿者|教师|民兵]{n:60-600}人[引导|录入|搬运]，{hour}全部送检。
{co}[改产口罩|供应蔬菜|出借宾馆|捐赠{item}]，{co2}[派出大巴|提供板房|减免租金]，共渡难关。
{vil}{man}[发热|出疹|腹泻]就诊，{nm}接报后[流调{n:2-9}人|消毒厨房|封存食品]，{day}排除[{illness}|传染病]。
{vil}灭鼠{n:60-600}户，翻缸倒罐清积水{n:20-300}处，{bmr}测得[布雷图指数|蚊密度|鼠密度]下降{gr}。
养{animal}户{man}[瞒报死亡|私宰|调运无证]，{bm}罚{n:1-9}千元，扑杀{animal}{n:3-90}头（只），{pest}紧急免疫{n:1-9}千头（只）。
{school}（{vil}）{n:3-30}名学生缺课，[通风消毒|停课观察|复课查验]到位，家长群[及时通报|线上答疑]。
为{n:20-300}名[透析|孕产|高龄]人员开辟[绿色通道|专车|代购药]，{vilp}[背药上门|冒雪送餐|帮喂牲畜]。
@@wl_title
关于文化旅游项目和节庆活动情况的通报
关于乡村旅游和民宿发展情况的督查通报
关于文物保护和非物质文化遗产传承情况的通报
@@wl_open
为推动文旅[融合|兴区|出圈]，{days0}，区委区政府督查局会同{bm}对{n:8-40}个景区、民宿、文保单位进行了督查。
{season}期间，全区接待游客{n:2-60}万人次，综合收入{rmb}，同比增长{gr}，{culture}、{culture}等活动[圈粉无数|备受欢迎|人气火爆]。
区长{mayor}{day0}指出，要深挖[古城|窑址|非遗|山水|红色|农耕]资源，{vo}，{maximq}。
{day0}，{lead}到{T0}调研[古村保护|节会筹备|景区创A|民宿集群]，对{culture}、{culture}的传承提出要求：{vo}，{vo}。
{city}、{prov}等地的游客日渐增多，{spot}也成了[打卡点|写生地|外景地]。为此，{days0}开展了专项督查。
@@wl_m
编制全域旅游规划，串联{vils}等{n:3-12}个节点，打造“[赏花|采摘|避暑|研学|康养|骑行|寻窑|听戏]”精品线路{n:1-6}条。
保护[古民居|古寨墙|石拱桥|祠堂|碑刻|窑址|古井|戏楼|传统村落]{n:3-90}处，聘请文保员{n:3-30}名，{vo}。
扶持{culture}、{culture}、{culture}等非遗项目，认定传承人{names3}等{n:2-20}人，建立[工坊|传习所|展厅]。
完善[停车场|旅游厕所|标识牌|步道|观景台|游客中心|驿站]，培训[导游|农家乐厨师|民宿管家|讲解员]{n:20-300}人，杜绝{bad}。
以“[四季有花|月月有节|村村有戏|处处可歇]”为目标，春赏{tree}、秋采{crop}，办{culture}、{culture}，{co}、{co2}冠名，{vo}。
实行[景区|民宿|农家乐]明码标价、[明厨亮灶|消毒备案|消防验收]，投诉{n:1-24}小时办结，严防{hazard}、{bad}。
@@wl_a
{day}，{vil}[桃花|油菜花|牡丹|荷花|菊花|樱花|梨花|杜鹃]节开幕，{culture}、{culture}轮番上演，接待{n:1000-40000}人次，销售{crop}、{crop}等{n:2-90}万元。
{vil}{man}将[老宅|窑洞|粮仓|磨坊|蚕房]改造成民宿“{brandmark}”，[青砖黛瓦|木窗纸扇|茶香袅袅]，客房{n:3-20}间，周末[一房难求|爆满]。
{bmr}对{vil}[古墓|碑楼|石窟|关帝庙|文昌阁|老戏台|驿道]进行[勘测|拓片|修缮|三维扫描]，发现[明代|清代|宋代|汉代|唐代][瓦当|碑额|铜钱|陶俑|瓷片|砖雕|壁画]{n:1-30}件。
{co}投资{rmb}的{proj}，{stage}，{lead}{day}现场办公，协调[用地|水电|道路|林木]问题。
{T}与{co}签约，共同开发{vil}[峡谷|水库|古寨|果园|废弃铁路|老窑厂]，规划[栈道|漂流|露营|滑草|观星|茶寮|画廊]等业态。
{culture}传承人{man}在{school}开设[兴趣班|第二课堂]，{n:20-200}名学生学习{culture}、{culture}。
{vil}开发[{crop}糕|{crop}酱|手工布鞋|草编|香囊|豆酱|柿饼|粗布|核桃工艺品]等伴手礼{n:3-20}种，[抖音|展会|驿站]销售{n:2-60}万元。
{co}承办[露营音乐会|马拉松|骑行赛|龙舟赛|年货大集|灯会|美食节]，{day}在{road}开幕，参与{n:500-9000}人，{names2}做好[安保|医疗|交通|保洁]服务。
{day}，[摄制组|采风团|骑行队|研学营]{n:30-600}人到{vil}，[拍摄{culture}|夜宿窑洞|品{crop}宴|体验扎染]，{man}当向导。
{co}[修复|承租|数字化展示]{vil}[老街|炮楼|染坊|碾坊|会馆|牌坊]，[立面修旧如旧|引入{n:3-30}家店铺|夜间亮灯]。
{vil}出土[青瓷碗|铜镜|陶罐|石磨|墓志|犁铧范]，{man}主动上交，{bm}奖励{n:1-9}千元并[围挡|勘探|入库]。
{T}[民宿协会|戏迷社|厨艺大赛|手作市集]吸引{n:10-90}家参加，{man}的“{brandmark}”获[金牌|人气奖|创意奖]。
{spot}[停车难|厕所脏|导览缺失|摊贩宰客|护栏松动]，暗访组扣{n:2-9}分，{nm}{due}前整改。
{crop}、{crop}[采摘|宴|礼盒]带火{vil}，{mon}[自驾车|旅行团|直播间]带来收入{n:3-90}万元，{man}翻修了{n:3-12}间客房。
{culture}列入{level}非遗名录，{vil}{man}[整理曲谱|复原工序|收徒拜师]，{bmr}拨付保护经费{n:1-9}万元。
";

/// Frames in other voices: what villagers say, complaints, short stories, farmers’ sayings.
const VOICES: &str = r"
@@voice
{vilp}说：“{saying}。”
{vil}{man}[感慨|高兴地说|坦言|回忆|直言|笑着说|半开玩笑]：“{saying}。”
{vil}[老党员|种植户|养殖户|外出返乡人员|店主|低保户|退休教师]{man}对督查人员讲：“{saying}。”
{nm}在[入户|夜访|巡查]中听{vil}{man}抱怨：“{grumble}。”{day}，[问题得到解决|已列入台账|已转{bm}办理|当面作了解释]。
12345热线转来{vil}群众反映：“{grumble}。”{names2}{day}到场，[协调处理|当日办结|限期整改|回访满意]。
[问卷|意见箱|民情日记]里，{vil}{man}写道：“{grumble}。”{k}把此条列为{mon}[必办|督办]事项。
{story}
{story}
{term}前后，{vil}[田间地头|村口坝上|晒场院坝]格外热闹，农谚讲“{nongyan}”，{nm}[提醒|带领|组织]群众[抢时间|查墒情|备种子|修农具]。
农谚有云“{nongyan}”，{bmr}{day}到{vil}[指导|察看|座谈]，{crop}、{crop}[长势|管护|收成]{grade}。
@@saying
以前一下雨就发愁，现在不怕了
地头直接装车，省了不少事
谁家有事，喊一声就来
账目贴在墙上，大家心里亮堂
孩子上学再不用绕远路
有活干、有钱挣，日子有奔头
垃圾有人收，苍蝇少多了
不出村就能把事办了
俺活了{n:70-89}岁，头一回见干部蹲在粪堆旁跟咱唠嗑
你们别客气，进屋喝碗茶，暖和暖和再走
她一个人拉扯俩娃，不是大伙搭把手，早就撑不住了
刚搬来那阵夜里睡不着，老惦记旧院子，如今谁让我回去我都不乐意
咱不图啥，就图个心安，邻居有难，哪能袖手旁观
它又脏又臭的时候，谁都捂着鼻子躲着走，现在大伙儿抢着在塘边乘凉
你瞧这路，平得能当镜子，婆媳俩吃罢晚饭就来遛弯
原以为是哄人的，没想到第三天就把电线拽直了，灯也亮了
我这个倔脾气，跟谁都吵过嘴，可书记磨了我十来趟，我服了
儿子媳妇在外打工，家里有点啥事，网格员比亲侄子还勤快
过去嫌它偏僻，姑娘都不肯嫁过来，今年光是城里女婿就来了仨
腰杆硬了，说话也有底气，再也不用低声下气借债
老伴瘫在炕上{n:4-15}年，是他们隔三岔五来擦洗、熬粥、捶背
咱庄稼人不会说漂亮话，干得好不好，看看粮囤就晓得
那天浑身湿透，冻得直哆嗦，一碗热姜汤下肚，眼泪都快掉下来了
别人笑我傻，放着轻巧钱不挣，偏要钻山沟栽树，可我就是喜欢听鸟叫
谁家没有个磕磕绊绊，话说开了，疙瘩也就解了
孙子放学就往书屋跑，啃着馍看连环画，喊都喊不回来
我把烟戒了，牌也不摸了，省下的钱给丫头买了架琴
一颗汗珠摔八瓣，换来这满园果香，值
厂子就在家门口，中午还能赶回去给娃煮饭
头一年赔得精光，躺在床上长吁短叹，是技术员把我从被窝里拽起来的
原先稀里糊涂签了字，如今一条一款都念给我听，心里踏实
这鸭子嘎嘎叫，听着就像数钱哩
坟头离麦田近，不让烧纸，俺想通了，献束菊花也一样孝敬爹娘
他帮我垫付了药费，连个收条都不肯要，你说我能不感激吗
水龙头一拧，哗啦啦的，再不用半夜起来挑水
别看我只有一条胳膊，编起筐来可不比谁慢
你摸摸这棉袄，厚墩墩的，比亲闺女买的还贴身
我跟村里拍过胸脯，完不成任务，甘愿受罚
墙上那几幅画真俊，连我这不识字的老太太都看得懂
原来请客要摆三四十桌，吃剩的倒掉，心疼啊，如今谁也不攀比了
半辈子住窑洞，没承想还能爬楼梯、晒太阳
@@grumble
路灯亮一盏瞎一盏，黑灯瞎火的，老人摔过好几跤
隔壁饭馆的油烟呛得人睁不开眼，衣裳晾出去全是腥膻味
下水道又堵了，污水漫过膝盖，孩子只好蹚着去上学
半夜里电锯吱吱响，吵得人脑袋发胀，第二天上班直犯困
垃圾桶三天没人倒，蛆都爬出来了，恶心得吃不下饭
说好了月底发补贴，推来推去，到现在连影子都没瞧见
收割机把田埂碾塌了，机手扭头就走，找谁赔
楼上养了一群鸽子，粪便掉在被褥上，说了几回，反倒挨骂
猪圈挨着水井，一刮风就臭，我们敢怒不敢言
物业费照收，电梯却隔三岔五趴窝，把我困在里头半个钟头
有人冒充亲戚借钱，我妈差点把棺材本都汇出去
路口没有斑马线，车像箭一样蹿，接孙子提心吊胆
屋檐漏雨，拿脸盆接着，叮叮咚咚一宿没合眼
秧苗蔫得抬不起头，渠里却干得裂了口子，能不能匀点水
诊所抓药贵得吓人，一副膏药顶两袋米
狗不拴绳，前天扑倒一个学生，咬得小腿血淋淋的
鱼塘上游谁偷偷倒了废液，一夜之间白花花翻了肚皮
窗户外头堆着砖瓦沙土，出门像翻山，轮椅根本推不动
办个证跑了四五趟，不是缺章就是少签字，腿都跑细了
学校门口卖的辣条花花绿绿，不知掺了什么，娃吃完直闹肚子
地里的坟、渠边的坑、路旁的刺，去年就答应清，怎么还在那儿
装修的残渣乱扔，钉子扎破了三轮车胎，找谁评理
讨了半年工钱，包工头不是装聋作哑，就是躲得无影无踪
喇叭从早嚷到晚，我家有个病人，需要静养
绿化带被圈起来种葱蒜，还泼粪，蚊子嗡嗡的
墙皮一块块往下掉，昨天险些砸中人，住着真是胆战心惊
井盖翘着半截，骑车的没留神，门牙都磕掉了
厕所锁着不让用，钥匙究竟归谁管，没人说得清
他家盖房占了半条胡同，救护车都拐不进来
冬天暖气像冰疙瘩，裹着棉被还打喷嚏
@@story
{vil}{man}年轻时[闯荡口岸|在窑上背砖|跟师傅学木匠|跑船贩盐|在矿井下抡镐]，后来[腿被砸断|染上{illness}|家中失火|妻子病故]，一度[借酒浇愁|闭门不出|想不开|债台高筑]；{nm}[推门进屋|几番登门|陪他钓鱼|替他还了药钱]，劝他[养{animal}|种{crop}|学修表|摆摊卖{dish}]，如今[盖起新屋|还清欠款|腰包鼓了|逢人便笑]。
{day}{hour}，{vil}{man}在{river}边[浣衣|放羊|垂钓]时听见呼救，[甩掉鞋子|顾不得脱衣|抓起竹竿]跳入激流，把{n:6-14}岁的落水[男孩|女童]托上岸，自己[呛水昏迷|被碎瓷划破脚踝|冻得嘴唇发紫]；{k}授予其“[见义勇为|岚河好人]”称号。
{vil}{man}、{man2}妯娌俩为[一棵椿树|半尺滴水|几只鹅|一口老缸]斗嘴三年，见面就瞪眼；{nm}端来[两碗饺子|一壶菊花茶|一碟腌蒜]，[从婆婆当年挨饿讲起|翻出旧照片|拿俩孩子的情谊说事]，她俩[抱头痛哭|扑哧笑了|当场认错]。
{vil}小学教师{man}[嗓子沙哑|跛着脚|怀着身孕|揣着药瓶]站讲台，{wx}天[背|牵|撑伞送]学生蹚过{spot}；她常说，[蜡烛虽短，也能照亮一隅|娃娃们就是山里的嫩芽|莫让穷字误了孩子]。
{vil}护林员{man}[鞋底磨穿{n:8-40}双|背着水壶干馍|伴着一条黄狗]，巡山{n:8-36}年，[扑灭野火{n:6-40}起|救护受伤的{wild}|撵走偷猎者{n:3-19}拨]，[眉毛曾被燎焦|手臂留下疤痕|除夕也守在窝棚]。
{vil}剃头匠{man}每逢[初一|十五|集日]，挎着木匣，挨户给[瘫痪|卧床|孤寡]老人[理发|刮脸|掏耳]，分文不取，[{n:12-38}年从未间断|剪钝了{n:5-20}把推子|推辞了所有烟酒]。
{vil}{man}中年丧子，[拾荒|缝补|磨豆腐]供养[儿媳|孙女|聋哑侄儿]，{nm}为其[申请救助|修葺屋顶|联系助学]；孙女[考取师范|拿到奖状|寄来家书]，他捧着[泣不成声|看了又看|贴在胸口]。
{day}凌晨，{spot}附近一辆[满载鸡雏|运送鲜奶|装着瓷砖]的货车[侧翻|抛锚|陷进泥淖]，{vil}{n:20-90}名村民[打着手电|披衣起床|扛来撬杠]，[帮着拾捡|扶起车身|熬粥送水]，无一人哄抢，货主{man}[跪谢|眼眶湿润|连连作揖]。
{vil}说书艺人{man}年逾{n:70-88}，[拨弦|敲鼓|甩腔]间把{thing}编成[段子|小曲|鼓词]，逗得台下[捧腹|喝彩|鼓掌跺脚]，{lead}称之为“[带泥土味的宣讲|乡音里的政策课]”。
{vil}返乡青年{man}[辞去高薪|瞒着爹妈|揣着{n:3-20}万元积蓄]回来养{animal}，头一茬[赔了本|遭{pest}|赶上{wx}]，[蹲在圈边抽闷烟|愁得掉头发|差点弃场而逃]，{bmr}[送来疫苗|教他拌料|帮他贷款]，眼下[供不应求|带出徒弟{n:3-20}名|网店爆单]。
{vil}古渡口的[摆渡船|老碾坊|断碑|残塔|枯井]旁，{man}老人给[游客|学童|画家]讲[狐仙报恩|将军饮马|书生赶考|龙女牧羊|鲤鱼跃门]的传说，[声情并茂|捋着胡须|拍着膝盖]，听者[屏息|莞尔|唏嘘]。
{vil}接生员{man}，人称“{sur}婶”，{n:20-45}年间[冒着{wx}|蹚过齐腰深的水|翻过两道梁]出诊，[迎来{n:300-990}个婴儿|从未误过一次|连红鸡蛋都婉拒]；{day}，{k}为她补办了荣退仪式。
{vil}聋哑匠人{man}[捏泥哨|雕核桃|糊纸鸢|吹糖人|编蝈蝈笼]，{facility}为他腾出[一隅|两间厢房|朝阳摊位]，客人[爱不释手|竖起拇指|驻足拍照]，月入{n:1500-6000}元。
{vil}{man}捡到[钱夹|皮箱|手镯|存折|金戒指]，在[桥头|站台|槐树下]苦等{n:2-7}个小时，[物归原主|婉谢酬金|悄然离去]，失主{man2}{day}送来“[拾金不昧|品德高尚]”锦旗。
{vil}饲养员{man}半夜[给母牛接产|守着虚弱的羊羔|替小驴包扎蹄子]，[眼皮直打架也不敢合眼|棉袄裹在牲口身上]，{animal}舍[灯火通明|弥漫着草料香]。
{vil}炊事员{man}琢磨出{n:3-30}道土菜，{dish}、{dish}尤其抢手，食客[咂嘴|抹着汗|嚷着添饭]，{mon}流水{n:1-20}万元，[洗碗工|采购员|跑堂]全是本村人。
@dish
胡辣汤 炝锅面 糊涂面 焖面 烩菜 卤煮 酱牛腱 扣碗 炖土鸡 烤全羊 蒸槐花 炸酥肉 凉拌荠菜 熘肝尖
爆炒腰花 涮毛肚 煎豆腐 煲仔饭 驴肉火烧 馅饼 馓子 冰糖葫芦 银耳羹 锅贴 拉面 刀削面 麻辣烫 炒螺蛳
烙饼 腊八粥 豆沙包 蜜汁藕 莲蓉酥 桂花糕 茴香饺 红烧鲤鱼 糖醋排骨 梅菜扣肉 粉蒸肉 腌萝卜 荷叶鸡
叫花鸡 砂锅鱼头 酸菜鱼 剁椒鱼头 油焖大虾 葱爆羊肉 孜然羊排 手抓饼 疙瘩汤 羊杂碎 丸子汤 豌豆黄
驴打滚 艾窝窝 麻酱凉皮 浆面条 锅盔 肉夹馍 蒜泥白肉 夫妻肺片 口水鸡 芥末鸭掌 拔丝山药 醪糟 杏仁茶
柿子醋 槐蜜 糯米糍 桑葚酒 腌鹌鹑蛋 炸蝎子 焖泥鳅 烤鹌鹑 芝麻叶面 榆钱窝头 红薯泥 槐豆腐
@wild
白鹭 苍鹭 黑鹳 猫头鹰 戴胜 红隼 豹猫 刺猬 蟾蜍 鹧鸪 蝙蝠 松鼠 黄鼬 貉 狍子 獐子 鸳鸯 鹈鹕 蜥蜴
娃娃鱼 中华鲟 穿山甲 大鸨 天鹅 雀鹰 啄木鸟 杜鹃 伯劳 翠鸟 画眉 鹌鹑 斑鸠 环颈雉 草兔 青蛙 壁虎
乌梢蛇 龟 河蚌 萤火虫 蜻蜓 螳螂 蜣螂 金雕 鸬鹚 䴙䴘 骨顶鸡 水獭 赤狐 果子狸 猕猴 麂子 狼
@term
立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬
小雪 大雪 冬至 小寒 大寒 入伏 数九 端午 腊八 祭灶 重阳
@@nongyan
春争日，夏争时
蚕老一时，麦熟一晌
清明前后，种瓜点豆
谷雨前，好种棉
芒种忙，麦上场
头伏萝卜二伏菜
白露早，寒露迟，秋分种麦正当时
霜降不起葱，越长心越空
小雪封地，大雪封河
冬天麦盖三层被，来年枕着馒头睡
人误地一时，地误人一年
庄稼一枝花，全靠肥当家
锄头底下三分水
立夏不下，犁耙高挂
惊蛰一犁土，春分地气通
有收无收在于水，收多收少在于肥
深谷子，浅糜子，胡麻种在浮皮子
旱枣涝梨
桃三杏四梨五年
椹子黑，割大麦
七月核桃八月梨，九月柿子红了皮
燕子低飞蛇过道，大雨不久就来到
蚂蚁垒窝，大雨滂沱
朝霞不出门，晚霞行千里
雷打惊蛰前，高山好种田
家有万担粮，不忘荒年糠
耕牛农家宝，定要照顾好
要想富，多栽树
麦怕胎里旱，稻怕午时风
三耕六耙九锄田，一季庄稼抵一年
春雨贵如油，春耕不能愁
瓜豆间作，猪羊满坡
八月十五云遮月，正月十五雪打灯
夏至杨梅满山红，小暑杨梅要出虫
处暑栽白菜，有利没有害
种地不选种，累死落个空
";

/// Frames for the other forms of an issue.
const FORMS: &str = r"
@brandmark_a
岚 望 溪 柳 浪 青 崖 白 鹭 鹤 槐 荫 麦 岭 砚 芦 花 栌 梧 桐 云 山 月 石 泉 竹 松 兰 荷 菊 梅 桃
杏 梨 枣 禾 稻 粟 豆 茶 窑 瓦 陌 原 野 田 园 篱 墟 隐
@brandmark_b
舍 居 院 里 谷 庄 坊 屿 涧 庐 轩 斋 亭 榭 阁 客 栈 集 语 韵 香 珍 鲜 甜 红 玉 露 霜 雪 雨 风 归
遇 忆 宿 闲 暖 禧 囍 苑 圃 畦 垄
@threshold
1000万元 2000万元 3000万元 5000万元 5000万元 亿元
@here
我区 我区 本区 岚河
@@companion
、{bmr}
、{deptman}
、{nm}
、{nms}
[|等]
@hour
凌晨 清晨 上午 中午 下午 傍晚 夜间 深夜
@@spot2
{vil}{spot_what}
{vil}{spot_what}
{vil}{spot_where}{spot_what}
{spot_where}{spot_what}
@@close
[请各乡镇（街道）、各有关部门|望各单位|希望各乡镇（街道）]{vo}，{vo}，以{good}的[作风|劲头|态度]推动工作再上新台阶。
现将[有关情况|具体情况|{mon}份工作进展情况|督查情况]通报如下：
现将[有关情况|具体情况|{mon}份工作进展情况|督查情况]通报如下：
现将[有关情况|具体情况|{mon}份工作进展情况|督查情况]通报如下：
现将[有关情况|具体情况|{mon}份工作进展情况|督查情况]通报如下：
@@gen_open
督查[组|人员]通过[听汇报、查资料、看现场|实地查看、随机访谈、查阅台账|书面督查与实地跟踪相结合]的形式进行了[跟进和梳理汇总|全面了解|逐项核对]。
总的看，各乡镇（街道）[态度积极|行动迅速|措施具体]，做到了{good}、{good}，但也存在{bad}、{problem}等[问题|不足]。
{lead}[亲自带队|多次过问|专门批示]，要求{vo}，{maximq}。
上期通报的{n:30-60}个问题，已整改{n:4-29}个。
此次督查{n:2-6}天，行程{n:200-1800}公里，随机访问群众{n:60-600}名，[核实|印证]数据{n:100-900}条。
区委区政府[高度重视|多次研究]，{bms}[密切配合|跟进服务]，各级干部{good}，工作[稳步推进|进展{grade}|有了新起色]。
从{city}、{city}等地经验看，抓好此项工作必须{vo}、{vo}。
{lead}在{day0}召开的[调度会|推进会|专题会]上，对{Ts}等单位[提出表扬|点名批评|逐一点评]。
此项工作自[年初|{day0}|上月]启动以来，{bms}[先后{n:2-9}次会商|制定方案|印发清单]，{adv}{vo}。
督查人员[走村串户|翻阅台账|连夜暗访]，共[拍摄照片|制作笔录|填写问卷]{n:60-900}[张|份]，[发现线索|形成问题清单]{n:20-160}条。
当前，[经济下行压力|{wx}天气|{season}任务]与{thing}叠加，[更需|尤其要]{good}，{maximq}。
从各乡镇（街道）报送的材料看，{thing}、{thing}[亮点纷呈|各有特色]，但[报喜多、报忧少|文字多、数据少|计划多、措施少]的问题依然存在。
@@overall
{mon}份，全区{thing}工作[总体平稳|稳步推进|取得阶段性成效]，{n:6-14}个乡镇（街道）完成月度任务，完成率{pct}。
从完成情况看，{Ts}等[工作{grade}|走在前列|措施得力]；{Ts}等[进展{weak}|问题较多|需迎头赶上]。
本月共[收到|核查]各类[信息|事项|诉求]{n:60-800}条，[办结|核实]{pct}，其中{thing}占{pct2}、{thing}占{pct2}。
与上月相比，{thing}指标[上升|下降]{d:1-9}个百分点，{thing}指标[基本持平|略有回升|有所回落]。
{co}、{co2}等一批项目[落地见效|顺利推进|进展顺利]，为全区{ind}发展[增添了动力|注入了活力|打下了基础]。
主要做法是：{vo}，{vo}，{vo}；[倡导|弘扬]{good}、{good}的作风，{maximq}。
区委书记{sec}、区长{mayor}{day}到{Ts}调研，对{thing}、{thing}等工作[给予肯定|提出要求|现场办公]。
{bms}[牵头|联合]开展{camp}，出动{n:60-600}人次，检查{n:30-400}处，[曝光|交办|查处]{n:6-90}起。
@@halfyear
{per}，{T}累计[洽谈|跟踪]项目{n:20-60}个，签约{n:8-18}个，开工{n:1-7}个，到位资金{rmb}，占年度目标的{pct}，其中{co}、{co2}项目[贡献突出|进度靠前|带动明显]。
{per}完成固定资产投资{rmb}，同比增长{gr}；规模以上工业增加值{rmb}，增长{d:1-15}%；社会消费品零售总额{rmb}。
{per}排查{thing}、{thing}等方面问题{n:100-900}个，整改率{hi}；办理群众诉求{n:60-900}件，满意率{hi}。
{per}新建[道路|渠道|管网]{n:3-40}公里，改造[户厕|危房|电网]{n:60-900}处，栽植{tree}、{tree}{n:1-20}万株，建成{level}“{honour}”{n:1-5}个。
{per}发展{crop}、{crop}{n:1-20}千亩，新增[合作社|家庭农场|种养大户]{n:3-40}家；村集体收入{n:5-20}万元以上的村达到{n:6-30}个。
{per}{co}{proj}、{co2}{proj2}等重点项目[建成投产|开工建设|签约落地]，总投资{rmb}。
[主要差距是|存在问题是]{problem}，{problem}。
[下半年|下阶段|今后一个时期]，将以{good}的姿态{vo}、{vo}，确保完成全年目标。
{per}，{T}共争取上级资金{rmb}，实施{spot}、{spot}等整治工程{n:12-30}项，完工{n:1-11}项。
{per}查处{crime}、{crime}案件{n:3-40}起，化解{dispute}、{dispute}等纠纷{n:20-300}起，信访总量同比下降{gr}。
{per}为{n:20-160}家企业办理[用工|融资|用地|证照]事项{n:30-300}件，{co}、{co2}等获得贷款{rmb}，减税降费{wan}。
{per}举办{culture}、{culture}等活动{n:10-90}场，评选{honour}、[好媳妇|好邻居|身边好人]{n:10-90}个（人），群众满意率{hi}。
{per}发放[低保|救助|补贴|奖补]资金{wan}，改造{facility}{n:2-20}处，为{illness}患者等{n:30-600}人落实[签约服务|慢病卡|送药上门]。
{per}整治{hazard}、{hazard}、{hazard}等隐患{n:60-600}处，开展演练{n:5-40}场，未发生[较大|亡人|重大]事故。
{T}{per}在全区综合排名第{n:1-15}位，较去年同期[前移|后退]{n:1-5}位；{thing}、{thing}两项[得满分|被扣分|列前三]。
{per}清理{waste}、{waste}{n:2-90}千立方米，{road}、{road}等{n:3-20}条道路完成[绿化|亮化|硬化]，{vils}成为[样板|亮点|示范]。
与年初计划相比，{ind}、{ind}项目[超额完成|进展{grade}]，{ind}项目{weak}，主要受[资金|土地|市场|环评]制约。
{per}{nm}、{nm}等{n:3-12}名同志被{level}表彰，{vil}被评为{level}“{honour}”，{co}获[税收贡献奖|技改先进|就业示范企业]。
@@table_progress
{stage}
{stage}
{stage}，责任人{nm}
{stage}，责任人{nm}
{n:1-4}项手续已办结，余{n:1-5}项正在跟进
{problem}
{rep}{day}来访，正在洽谈[用地|价格|配套]
{due}前[签约|开工|投产]
拟落地{vil}，{stage}
位于{road}，{stage}
@@rank_item
{T}，综合得分{score}分，[较上月上升{n:1-6}位|较上月下降{n:1-6}位|位次不变]
{T}，得分{score}分，加分项[{n:1-5}个|为零]，扣分原因是{problem}
{T}，完成率{pct}，得分{score}分
@@rank_text
{T}[本月|本期]{thing}得分[最高|靠前|进步较大]，主要是{vo}、{vo}，{nm}[带队|牵头]在{vils}等村{vo}。
{T}[认真|主动]对照评分细则，对{thing}、{thing}逐项补短，{day}{who}到{spot}现场督办。
{T}{problem}，{problem}，被扣{d:1-9}分。
{T}对上期指出的{waste}、{hazard}等问题[整改彻底|整改不彻底|避重就轻]。
{T}{co}项目[加分{d:1-4}分|因进展{weak}扣{d:1-4}分]，{names2}作了说明。
@@special_title
关于{park}集中签约项目情况的通报
关于[表彰|通报表扬]“{camp}”先进单位和个人的通报
关于{wx}应对处置情况的特别通报
关于{co}{proj}建设情况的专题通报
关于{Tx}{thing}工作经验做法的通报
关于{camp}动员部署情况的通报
@@special_text
{day}，{lead}、{bmr}及{Ts}主要负责同志参加，{co}、{co2}等企业代表到会，共签约项目{n:3-20}个，总金额{rmb}。
{co}{proj}，选址{vil}，占地{mu}，投资{rmb}，达产后年产值{rmb}，税收{n:100-4000}万元，安排就业{n:60-1500}人。
{co}{boss}在发言中表示，[{here}干部{good}|这里的服务周到|区位好、环境优]，将加大{prod}[研发|投入|布局]，{due}前建成投用。
区委书记{sec}[强调|指出]，要{vo}，{vo}，{maximq}。
区长{mayor}[要求|强调]，{bms}要{good}，为项目[开辟绿色通道|提供要素保障|当好店小二]，不得{bad}。
会议宣读了[表彰决定|实施方案|任务分工]，{vilp}、{who}等{n:6-60}人[受到表扬|作典型发言|签订责任书]。
{bmr}通报了{thing}、{thing}情况，点名指出{vils}等[{n:3-12}个|一批]单位{bad}问题。
{Ts}[结合实际|立足区位]，把{thing}与{ind}、{ind}结合，[培育|引进]{co}、{co2}等企业，形成{prod}[上下游|产供销|研学产]链条。
{T}、{bms}{n:3-20}家单位的经验材料[作书面交流|印发学习]，核心在于{vo}、{vo}、{vo}。
{days}，{lead}、{names3}等连续[调度|巡察|蹲点]，{spot}、{spot}等处[险情排除|工程提速|面貌一新]。
从{num}个方面看，[一靠|重在]{good}，[二靠|贵在]{good}，[三靠|成在]{vo}，{maximq}。
会后，与会人员[实地观摩|参观]{co}{prod}车间、{vil}{facility}、{park}，{rep}介绍了[工艺|市场|专利|扩能]情况。
此次共表彰{honour}{n:5-30}个、先进个人{n:10-90}名，{co}、{co2}等{n:3-12}家企业获[纳税贡献|科技创新|吸纳就业]奖。
{wx}致{vils}{crop}、{crop}受灾{n:300-9000}亩，损坏房屋{n:3-90}间，转移{n:60-900}人，直接损失{rmb}。
@special_head
背景情况 基本情况 处置过程 签约项目 主要做法 取得成效 存在问题 经验启示 下步安排 有关要求
@@special_open
{day0}，区委区政府[召开|举行][专题会议|现场观摩会|集中签约仪式|总结表彰大会|动员部署会]，{lead}主持，区委书记{sec}、区长{mayor}[出席并讲话|作出部署]，{Ts}等乡镇（街道）和{bms}负责同志参加。
为[总结推广经验|进一步统一思想|及时反映情况|弘扬先进、鞭策后进]，现以增刊形式将[有关情况|会议情况|处置情况|主要做法]通报如下。
{days0}，区委区政府督查局对{Ts}等乡镇（街道）[进行了专题调研|开展了专项督查|作了解剖式分析]，形成如下材料，供各单位[学习借鉴|对照落实|参阅]。
近一个时期以来，{Ts}等[探索|形成]了[一批|一些][可复制|接地气|管用]的做法，{vo}、{vo}，受到[区委主要领导|{lead}|市级部门]肯定。
{day0}以来，围绕{thing}、{thing}，{bms}[会同|联合]各乡镇（街道）{vo}、{vo}，取得[初步成效|阶段性成果|突破性进展]。
@@correct
{cdate}印发的第{cnum}期通报（《{ctitle}》）中，“{cT}”部分关于{co}{proj}投资额的表述有误，应为“{rmb}”。
{cdate}第{cnum}期通报“{cT}”部分，将{co}责任人误写为“{man}”，应为“{man2}”。
第{cnum}期通报（{cdate}）中，{vil}[完成面积|户数|株数]统计口径有误，经与{bm}核对，应为{n:60-900}，完成率相应更正为{pct}。
第{cnum}期通报“{cT}”部分所列{co}{proj}，开工时间应为{day}，签约主体应为{co2}。
{cdate}第{cnum}期通报所附数据中，{thing}一项[排名|得分]有误，{cT}应为第{n:1-9}位，得分{d:80-98}分。
@@correct_tail
特此更正，并向有关单位致歉。请各单位以更正后的数据为准，{vo}，防止{bad}。
造成差错的原因是[校对不严|数据口径不一|报送单位漏报|录入失误]，已要求{nm}等经办人员作出检查，今后将{vo}、{vo}。
特此更正。
@@correct_title
关于更正第{cnum}期通报有关内容的通报
关于第{cnum}期通报部分数据的更正说明
";
