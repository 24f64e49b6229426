//! `tongbao search`: the site's search on the command line; needs no build before.

use super::{End, Voice, complain, print};
use crate::cli::{Search, SortArg};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;
use tongbao::diag::report::{Lang, Neutral};
use tongbao::diag::{Diagnostics, Files, Severity, nearest};
use tongbao::failure::Failure;
use tongbao::model::visible::Drafts;
use tongbao::search::engine::{Answer, Found, Mode, Options, Sort, is_known, search};
use tongbao::search::keep::Change;
use tongbao::search::query::{Filter, Key};
use tongbao::search::units::Corpus;
use tongbao::{Care, Loaded, Searchable};

pub fn run(voice: &Voice, site: &Path, args: &Search) -> Result<End, Failure> {
    let options = tongbao::Options { today: None, drafts: Drafts::Hidden, care: Care::Build };
    let Searchable { index, loaded, change } = tongbao::open_search(site, &options)?;
    if let Some(Loaded { files, diagnostics, .. }) = &loaded {
        report_unread(voice, files, diagnostics.clone());
    }
    let Some(index) = index else { return Ok(End::ContentErrors) };
    if voice.verbose {
        complain(&changed(voice, change));
    }
    let corpus = index.corpus();
    let options = Options {
        filters: filters(corpus, args)?,
        sort: match args.sort {
            SortArg::Relevance => Sort::Relevance,
            SortArg::Date => Sort::Date,
        },
        offset: args.offset,
        limit: args.limit,
    };
    let began = Instant::now();
    let mut answer = search(corpus, &index, &args.query.join(" "), &options)?;
    answer.elapsed_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    print(&match args.json {
        true => format!("{}\n", serde_json::to_string(&answer).expect("numbers and strings are JSON")),
        false => Page { voice, answer: &answer, bold: voice.colours(&std::io::stdout()) }.text(),
    });
    // The program ends: taking a large archive apart piece by piece would only cost time.
    std::mem::forget((index, loaded));
    Ok(End::Done)
}

/// Says what was done to bring the index up to date.
fn changed(voice: &Voice, change: Change) -> String {
    match (change, voice.lang) {
        (Change::Nothing, Lang::Zh) => "搜索索引没有变化\n".to_owned(),
        (Change::Nothing, Lang::En) => "the search index is up to date\n".to_owned(),
        (Change::Some { new, old }, Lang::Zh) => format!("搜索索引已更新：编入 {new} 期，移出 {old} 期\n"),
        (Change::Some { new, old }, Lang::En) => {
            format!("search index brought up to date: issues added {new}, taken out {old}\n")
        }
        (Change::All, Lang::Zh) => "搜索索引已重新建立\n".to_owned(),
        (Change::All, Lang::En) => "search index made anew\n".to_owned(),
    }
}

/// Says what could not be read; the search goes on with the rest.
fn report_unread(voice: &Voice, files: &Files, mut diagnostics: Diagnostics) {
    diagnostics.retain(|d| d.message.severity() == Severity::Error);
    if diagnostics.has_errors() {
        complain(&voice.report(&diagnostics, files, &std::io::stderr()));
    }
}

// --- Filters ---

fn filters(corpus: &Corpus, args: &Search) -> Result<Vec<Filter>, Failure> {
    let mut filters = Vec::new();
    for (key, value) in [(Key::Township, &args.township), (Key::Company, &args.company)] {
        if let Some(value) = value {
            let filter = Filter::new(key, value, |key, value| is_known(corpus, key, value));
            filters.push(filter.ok_or_else(|| no_such_name(corpus, key, value))?);
        }
    }
    if let Some(year) = &args.year {
        let is_there = corpus.issues.iter().any(|issue| format!("{:04}", issue.year) == *year);
        filters.push(Filter { key: Key::Year, value: year.clone() });
        if !is_there {
            return Err(no_such_year(corpus, year));
        }
    }
    let from = args.from.as_ref().map(|(first, _)| format!("{first}.."));
    let to = args.to.as_ref().map(|(_, last)| format!("..{last}"));
    filters.extend([from, to].into_iter().flatten().map(|value| Filter { key: Key::Date, value }));
    Ok(filters)
}

fn no_such_name(corpus: &Corpus, key: Key, value: &str) -> Failure {
    let (zh, en) = if key == Key::Company { ("企业", "company") } else { ("乡镇街道", "township") };
    let failure = Failure::new(
        format!("通报里没有名为 `{value}` 的{zh}"),
        format!("no public issue names a {en} `{value}`"),
    );
    let rows = corpus.entities.iter().filter(|row| row.company == (key == Key::Company));
    let names = rows.flat_map(|row| {
        [row.name.as_str(), row.id.as_str()].into_iter().chain(row.names.iter().map(String::as_str))
    });
    match nearest(value, names) {
        Some(near) => failure.hint(format!("是不是 `{near}`？"), format!("did you mean `{near}`?")),
        None => failure,
    }
}

fn no_such_year(corpus: &Corpus, year: &str) -> Failure {
    let failure =
        Failure::new(format!("没有 {year} 年的通报"), format!("there is no issue of the year {year}"));
    let distance = |other: &i16| year.parse::<i16>().map_or(0, |year| year.abs_diff(*other));
    match corpus.issues.iter().map(|issue| issue.year).min_by_key(distance) {
        Some(near) => failure.hint(format!("最近的是 {near} 年"), format!("the nearest is {near}")),
        None => failure,
    }
}

// --- The answer for people ---

struct Page<'a> {
    voice: &'a Voice,
    answer: &'a Answer,
    /// Whether hits are set in bold.
    bold: bool,
}

impl Page<'_> {
    fn text(&self) -> String {
        let mut text = self.count();
        for entity in &self.answer.entities {
            let kind = match entity.kind {
                "company" => self.voice.say("企业", "company"),
                _ => self.voice.say("乡镇街道", "township"),
            };
            let colon = self.voice.say("：", ": ");
            let _ = writeln!(text, "{kind}{colon}{}  {}", self.strong(&entity.name), Neutral(&entity.url));
        }
        for results in self.by_issue() {
            let first = results[0];
            let title = self.strong(&first.title);
            let _ = writeln!(text, "\n{}  {title}  {}", first.date, Neutral(&first.issue));
            for result in results {
                let _ = writeln!(text, "  {}", self.section(result));
                let _ = writeln!(text, "    {}", self.excerpt(result));
                let _ = writeln!(text, "    {}", Neutral(&result.url));
            }
        }
        text.push_str(&self.rest());
        text
    }

    /// 共 12 处，见于 5 期；都含有所查的原文
    fn count(&self) -> String {
        let Answer { total, literal_total: literal, issues, mode, .. } = self.answer;
        let how = match mode {
            _ if *total == 0 => return self.voice.say("没有找到\n", "nothing found\n").to_owned(),
            Mode::Literal if literal == total => {
                self.voice.say("都含有所查的原文", "each contains the text").to_owned()
            }
            Mode::Literal => match self.voice.lang {
                Lang::Zh => format!("前 {literal} 处含有所查的原文，后面的各词都有，但不连在一起"),
                Lang::En if *literal == 1 => {
                    "the first contains the text, the others all its words, apart".to_owned()
                }
                Lang::En => format!("the first {literal} contain the text, the others all its words, apart"),
            },
            Mode::Words => self
                .voice
                .say(
                    "没有所查的原文；各处都有全部的词，但不连在一起",
                    "the text stands nowhere; each has all its words, apart",
                )
                .to_owned(),
            Mode::Segmented => self
                .voice
                .say(
                    "没有所查的原文；拆成了词，各处都有全部的词",
                    "the text stands nowhere; it was cut into words, and each has all of them",
                )
                .to_owned(),
            Mode::Filter | Mode::None => {
                self.voice.say("只按条件列出，新的在前", "all that fit, the newest first").to_owned()
            }
        };
        match self.voice.lang {
            Lang::Zh => format!("共 {total} 处，见于 {issues} 期；{how}\n"),
            Lang::En => format!(
                "{total} {} in {issues} {}; {how}\n",
                if *total == 1 { "place" } else { "places" },
                if *issues == 1 { "issue" } else { "issues" }
            ),
        }
    }

    /// The results by issue, the issue of the best first.
    fn by_issue(&self) -> Vec<Vec<&Found>> {
        let mut groups: Vec<Vec<&Found>> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for result in &self.answer.results {
            let place = *places.entry(&result.issue).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            groups[place].push(result);
        }
        groups
    }

    /// Heading and townships, as far as the heading does not name them.
    fn section(&self, result: &Found) -> String {
        let heading = match result.section.as_str() {
            "" => self.voice.say("开头", "opening"),
            heading => heading,
        };
        let others = result.townships.iter().filter(|township| !heading.contains(&township.name));
        let names: Vec<&str> = [heading].into_iter().chain(others.map(|t| t.name.as_str())).collect();
        Neutral(&names.join(" · ")).to_string()
    }

    fn excerpt(&self, result: &Found) -> String {
        let chars: Vec<char> = result.excerpt.chars().collect();
        let piece = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
        let mut text = String::new();
        let mut at = 0;
        for [start, end] in &result.highlights {
            let _ = write!(text, "{}{}", Neutral(&piece(at..*start)), self.strong(&piece(*start..*end)));
            at = *end;
        }
        let _ = write!(text, "{}", Neutral(&piece(at..chars.len())));
        text
    }

    /// What to write to see the results that follow.
    fn rest(&self) -> String {
        let Answer { total, offset, results, .. } = self.answer;
        let next = offset + results.len();
        if results.is_empty() || (*offset == 0 && next >= *total) {
            return String::new();
        }
        let first = offset + 1;
        let shown = match self.voice.lang {
            Lang::Zh => format!("\n这是第 {first} 至 {next} 处"),
            Lang::En => format!("\nthese are {first} to {next}"),
        };
        let more = match self.voice.lang {
            _ if next >= *total => String::new(),
            Lang::Zh => format!("；加上 --offset {next} 看后面的"),
            Lang::En => format!("; add --offset {next} for those that follow"),
        };
        format!("{shown}{more}\n")
    }

    fn strong(&self, text: &str) -> String {
        let text = Neutral(text);
        if self.bold { format!("\x1b[1m{text}\x1b[0m") } else { text.to_string() }
    }
}
