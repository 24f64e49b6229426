//! A query → its answer: the ladder of literal, words and segmented search; filters, order, entities,
//! facets (SPEC 6 and 7). It knows no index, only [`Lookup`]; the browser does the same
//! (`js/search/engine.js`).

use super::Lookup;
use super::browser::facts;
use super::excerpt::excerpt;
use super::query::{Filter, Key, Query, parse};
use super::rank::{self, Hit};
use super::segment::segment;
use super::units::{Corpus, IssueRow, UnitRow, count};
use crate::failure::Failure;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked beside the query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Filters that all must pass.
    pub filters: Vec<Filter>,
    /// Order of the results.
    pub sort: Sort,
    /// Results to leave out at the beginning.
    pub offset: usize,
    /// Most results to give; 0 for all.
    pub limit: usize,
}

/// Order of results. The literal ones stand first in both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first.
    Date,
}

/// How the results answer the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The query stands there.
    Literal,
    /// All its parts stand there.
    Words,
    /// All its words stand there, or words that mean the same.
    Segmented,
    /// There is nothing but filters.
    Filter,
    /// Nothing answers.
    None,
}

/// An answer, as the JSON of the command and of the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The query as typed.
    pub query: String,
    /// How the first results answer.
    pub mode: Mode,
    /// Number of results.
    pub total: usize,
    /// How many of them contain the query literally; these stand first.
    pub literal_total: usize,
    /// Results left out at the beginning.
    pub offset: usize,
    /// Milliseconds taken; 0 until the caller, who has a clock, fills it in.
    pub elapsed_ms: u64,
    /// Townships and companies that the query seems to name, at most 10.
    pub entities: Vec<Named>,
    /// Counts over all results.
    pub facets: Facets,
    /// The results asked for.
    pub results: Vec<Found>,
    /// Number of issues that the results stand in.
    #[serde(skip)]
    pub issues: usize,
}

/// A township or company with its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// `township` or `company`.
    pub kind: &'static str,
    /// Id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Relative to the root of the site.
    pub url: String,
}

/// How many results there are of each township, company, year, series.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// The most first.
    pub township: Vec<Facet>,
    /// The ten that have most; none when the results are too scattered.
    pub company: Vec<Facet>,
    /// The newest first.
    pub year: Vec<Facet>,
    /// In the order of site.toml.
    pub series: Vec<Facet>,
}

/// A count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// Id; of a year its digits.
    pub id: String,
    /// Results.
    pub count: usize,
}

/// A result: a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Id of the issue.
    pub issue: String,
    /// Its date.
    pub date: String,
    /// Relative to the root of the site, with its anchor.
    pub url: String,
    /// Title of the issue.
    pub title: String,
    /// Heading as shown; empty for the opening.
    pub section: String,
    /// Names of its townships, joined by 、.
    pub township: String,
    /// The townships that it belongs to.
    pub townships: Vec<Entity>,
    /// The companies that it names.
    pub companies: Vec<Entity>,
    /// The more, the better within its class; 0 when nothing but filters was typed.
    pub score: u64,
    /// See [`super::excerpt`].
    pub excerpt: String,
    /// Code points of the excerpt to mark, ends exclusive.
    pub highlights: Vec<[usize; 2]>,
}

/// A township or company of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// Id.
    pub id: String,
    /// Full name.
    pub name: String,
}

/// Answers a query.
pub fn search(
    corpus: &Corpus,
    lookup: &dyn Lookup,
    typed: &str,
    options: &Options,
) -> Result<Answer, Failure> {
    let query = parse(typed, |key, value| is_known(corpus, key, value));
    let (mode, rungs) = climb(corpus, lookup, &query, options)?;
    let total = rungs.iter().map(|rung| rung.results.len()).sum();
    let literal_total =
        rungs.first().filter(|rung| rung.mode == Mode::Literal).map_or(0, |rung| rung.results.len());
    let limit = if options.limit == 0 { usize::MAX } else { options.limit };
    let all = rungs.iter().flat_map(|rung| rung.results.iter().map(move |result| (rung, result)));
    let page = all.clone().skip(options.offset).take(limit);
    let results =
        page.map(|(rung, result)| found(corpus, lookup, result, &rung.terms)).collect::<Result<_, _>>()?;
    let places: BTreeSet<u32> = all.map(|(_, result)| result.place).collect();
    let words = match mode {
        Mode::Words | Mode::Segmented => rungs[0].terms.as_slice(),
        _ => &[],
    };
    Ok(Answer {
        query: typed.to_owned(),
        mode,
        total,
        literal_total,
        offset: options.offset,
        elapsed_ms: 0,
        entities: entities(corpus, &query.literal, words),
        facets: facets(corpus, &places),
        results,
        issues: places.iter().map(|place| corpus.units[*place as usize].issue).collect::<BTreeSet<_>>().len(),
    })
}

/// Whether there is an entity with an id or folded name, or an issue with an id.
pub fn is_known(corpus: &Corpus, key: Key, value: &str) -> bool {
    match key {
        Key::Township => !corpus.named(false, value).is_empty(),
        Key::Company => !corpus.named(true, value).is_empty(),
        Key::Issue => corpus.issues.iter().any(|issue| issue.id == value),
        Key::Year | Key::Date => false,
    }
}

// --- The ladder ---

/// The results of one way to read the query.
struct Rung {
    mode: Mode,
    /// What is marked in its excerpts.
    terms: Vec<String>,
    /// In their order.
    results: Vec<Ranked>,
}

#[derive(Debug, Clone, Copy)]
struct Ranked {
    place: u32,
    class: u8,
    score: u64,
}

fn climb(
    corpus: &Corpus,
    lookup: &dyn Lookup,
    query: &Query,
    options: &Options,
) -> Result<(Mode, Vec<Rung>), Failure> {
    let mut ladder =
        Ladder { lookup, sort: options.sort, open: open(corpus, lookup, query, options)?, rungs: Vec::new() };
    if query.literal.is_empty() {
        if options.filters.is_empty() && query.filters.is_empty() {
            return Ok((Mode::None, Vec::new()));
        }
        ladder.climb(Mode::Filter, &[])?;
        return Ok((Mode::Filter, ladder.rungs));
    }
    let alone = |term: &String| vec![term.clone()];
    let literal: Vec<_> = [&query.literal].into_iter().chain(&query.quoted).map(alone).collect();
    ladder.climb(Mode::Literal, &literal)?;
    let is_long = |part: &String| part.chars().nth(1).is_some();
    if query.parts.len() > 1 && (ladder.rungs.is_empty() || query.parts.iter().all(is_long)) {
        let parts: Vec<_> = query.parts.iter().map(alone).collect();
        ladder.climb(Mode::Words, &parts)?;
    }
    if ladder.rungs.is_empty() {
        let groups = segments(corpus, lookup, query)?;
        if !groups.is_empty() {
            ladder.climb(Mode::Segmented, &groups)?;
        }
    }
    Ok((ladder.rungs.first().map_or(Mode::None, |rung| rung.mode), ladder.rungs))
}

/// The ladder while it is climbed.
struct Ladder<'a> {
    lookup: &'a dyn Lookup,
    sort: Sort,
    /// By place: whether a unit may still become a result.
    open: Vec<bool>,
    /// Those that gave results.
    rungs: Vec<Rung>,
}

impl Ladder<'_> {
    /// Takes the open units that have a term of every group.
    fn climb(&mut self, mode: Mode, groups: &[Vec<String>]) -> Result<(), Failure> {
        let units = self.open.len();
        let start = |place| Ranked { place: count(place), class: 0, score: 0 };
        let mut results: Vec<Ranked> = (0..units).filter(|place| self.open[*place]).map(start).collect();
        for (n, group) in groups.iter().enumerate() {
            let best = best_of_group(self.lookup, units, group)?;
            results.retain_mut(|result| {
                let Some((class, Reverse(score))) = best[result.place as usize] else { return false };
                result.score += score;
                // Of a literal result the class is that of the text itself, not of what was quoted beside it.
                if n == 0 || mode != Mode::Literal {
                    result.class = result.class.max(class);
                }
                true
            });
        }
        if results.is_empty() {
            return Ok(());
        }
        match self.sort {
            Sort::Relevance => results.sort_by_key(|r| (r.class, Reverse(r.score), r.place)),
            Sort::Date => results.sort_by_key(|r| r.place),
        }
        results.iter().for_each(|result| self.open[result.place as usize] = false);
        self.rungs.push(Rung { mode, terms: groups.concat(), results });
        Ok(())
    }
}

/// A class with a score, the better the smaller.
type Worth = (u8, Reverse<u64>);

/// By place: of a unit that has a term of a group, what the best is worth.
fn best_of_group(lookup: &dyn Lookup, units: usize, group: &[String]) -> Result<Vec<Option<Worth>>, Failure> {
    let mut best = vec![None; units];
    for term in group {
        let hits = lookup.literal(term)?;
        let df = hits.len() as u64;
        for Hit { unit, class, level } in hits {
            let own = (class, Reverse(rank::score(units as u64, df, level)));
            let best = &mut best[unit as usize];
            *best = Some(best.map_or(own, |other| own.min(other)));
        }
    }
    Ok(best)
}

/// Groups of words that mean the same, for a query that stands nowhere as typed; none when they would
/// only be the query again.
fn segments(corpus: &Corpus, lookup: &dyn Lookup, query: &Query) -> Result<Vec<Vec<String>>, Failure> {
    let mut terms: Vec<String> = Vec::new();
    for (n, part) in query.parts.iter().enumerate() {
        let words = if n < query.plain {
            segment(part, |text| words_at(corpus, lookup, text))?
        } else {
            vec![part.clone()]
        };
        for word in words {
            if !terms.contains(&word) {
                terms.push(word);
            }
        }
    }
    let groups: Vec<Vec<String>> = terms.into_iter().map(|term| with_synonyms(corpus, term)).collect();
    let same = matches!((groups.as_slice(), query.parts.as_slice()), ([group], [part]) if group == std::slice::from_ref(part));
    Ok(if same { Vec::new() } else { groups })
}

/// The words that begin a text: those of the index, and the synonyms, which need not stand anywhere.
fn words_at(corpus: &Corpus, lookup: &dyn Lookup, text: &str) -> Result<Vec<usize>, Failure> {
    let synonyms = corpus.synonyms.iter().flatten().filter(|word| text.starts_with(word.as_str()));
    let mut lengths = lookup.words(text)?;
    lengths.extend(synonyms.map(|word| word.chars().count()).filter(|length| *length > 1));
    Ok(lengths)
}

/// A term, then what means the same in the order of site.toml.
fn with_synonyms(corpus: &Corpus, term: String) -> Vec<String> {
    let groups = corpus.synonyms.iter().filter(|group| group.contains(&term));
    let words: Vec<&String> = groups.flatten().collect();
    let mut group = vec![term.clone()];
    for word in words {
        if !group.contains(word) {
            group.push(word.clone());
        }
    }
    group
}

// --- Filters ---

/// By place: whether a unit passes all filters and holds no excluded text.
fn open(
    corpus: &Corpus,
    lookup: &dyn Lookup,
    query: &Query,
    options: &Options,
) -> Result<Vec<bool>, Failure> {
    let mut groups: Vec<Vec<&Filter>> = options.filters.iter().map(|filter| vec![filter]).collect();
    let mut by_key: BTreeMap<Key, Vec<&Filter>> = BTreeMap::new();
    for filter in &query.filters {
        by_key.entry(filter.key).or_default().push(filter);
    }
    groups.extend(by_key.into_values());
    let groups: Vec<Vec<Test>> = groups
        .into_iter()
        .map(|group| group.into_iter().map(|filter| Test::new(corpus, filter)).collect())
        .collect();
    let passes = |unit: &UnitRow| {
        let issue = &corpus.issues[unit.issue as usize];
        groups.iter().all(|group| group.iter().any(|test| test.passes(issue, unit)))
    };
    let mut open: Vec<bool> = corpus.units.iter().map(passes).collect();
    for text in &query.not {
        lookup.literal(text)?.iter().for_each(|hit| open[hit.unit as usize] = false);
    }
    Ok(open)
}

/// A filter made ready.
enum Test<'a> {
    Townships(Vec<u32>),
    Companies(Vec<u32>),
    Year(&'a str),
    Issue(&'a str),
    Dates(&'a str, &'a str),
}

impl<'a> Test<'a> {
    fn new(corpus: &Corpus, filter: &'a Filter) -> Self {
        let value = filter.value.as_str();
        match filter.key {
            Key::Township => Self::Townships(corpus.named(false, value)),
            Key::Company => Self::Companies(corpus.named(true, value)),
            Key::Year => Self::Year(value),
            Key::Issue => Self::Issue(value),
            Key::Date => {
                let (from, to) = value.split_once("..").unwrap_or((value, value));
                Self::Dates(from, to)
            }
        }
    }

    fn passes(&self, issue: &IssueRow, unit: &UnitRow) -> bool {
        match self {
            Self::Townships(wanted) => unit.townships.iter().any(|number| wanted.contains(number)),
            Self::Companies(wanted) => unit.companies.iter().any(|number| wanted.contains(number)),
            Self::Year(year) => *year == format!("{:04}", issue.year),
            Self::Issue(id) => {
                *id == issue.id || issue.number.is_some_and(|number| *id == number.to_string())
            }
            // ISO days are ordered as texts.
            Self::Dates(from, to) => {
                *from <= issue.date.as_str() && (to.is_empty() || issue.date.as_str() <= *to)
            }
        }
    }
}

// --- Results ---

fn found(corpus: &Corpus, lookup: &dyn Lookup, result: &Ranked, terms: &[String]) -> Result<Found, Failure> {
    let unit = &corpus.units[result.place as usize];
    let issue = corpus.issue_of(result.place);
    let entities = |numbers: &[u32]| numbers.iter().map(|n| entity(corpus, *n)).collect::<Vec<_>>();
    let townships = entities(&unit.townships);
    let names: Vec<&str> = townships.iter().map(|township| township.name.as_str()).collect();
    let shown = excerpt(&lookup.text(result.place)?.blocks, terms);
    Ok(Found {
        issue: issue.id.clone(),
        date: issue.date.clone(),
        url: unit.url.clone(),
        title: issue.title.clone(),
        section: unit.heading.clone(),
        township: names.join("、"),
        companies: entities(&unit.companies),
        score: result.score,
        excerpt: shown.text,
        highlights: shown.highlights.into_iter().map(|range| [range.start, range.end]).collect(),
        townships,
    })
}

fn entity(corpus: &Corpus, number: u32) -> Entity {
    let row = &corpus.entities[number as usize];
    Entity { id: row.id.clone(), name: row.name.clone() }
}

// --- Entities ---

/// Most names that are looked at for a beginning of one.
const NAMES: usize = 200;
const ENTITIES: usize = 10;

/// What the names of an entity are looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameKind {
    Name,
    Reading,
    Initials,
}

/// The townships and companies that a query seems to name: by name, beginning of a name, pinyin or
/// initials, beginning of these; then those that one of its `words` names.
fn entities(corpus: &Corpus, literal: &str, words: &[String]) -> Vec<Named> {
    let mut ranks: BTreeMap<u32, u8> = BTreeMap::new();
    let mut offer = |text: &str, rank: u8, kinds: &[NameKind], whole: bool| {
        for (key, numbers) in names(corpus, kinds, text, whole) {
            let rank = if key == text { rank } else { rank + 1 };
            for number in numbers {
                ranks.entry(number).and_modify(|other| *other = rank.min(*other)).or_insert(rank);
            }
        }
    };
    if !literal.is_empty() {
        offer(literal, 0, &[NameKind::Name], false);
    }
    let letters = literal.replace([' ', '\'', '-'], "");
    if !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_alphanumeric()) {
        offer(&letters, 2, &[NameKind::Reading, NameKind::Initials], letters.len() < 2);
    }
    for word in words.iter().filter(|word| word.chars().nth(1).is_some()) {
        offer(word, 4, &[NameKind::Name], true);
    }
    let mut sorted: Vec<(u8, u32)> = ranks.into_iter().map(|(number, rank)| (rank, number)).collect();
    sorted.sort_unstable();
    sorted.truncate(ENTITIES);
    sorted.into_iter().map(|(_, number)| named(corpus, number)).collect()
}

fn named(corpus: &Corpus, number: u32) -> Named {
    let row = &corpus.entities[number as usize];
    Named {
        kind: if row.company { "company" } else { "township" },
        id: row.id.clone(),
        name: row.name.clone(),
        url: row.url.clone(),
    }
}

/// The first names, readings or initials that begin with a text, or are it, each with the entities that
/// bear it. Sorted as the browser sorts its table, by UTF-16, because of the cap.
fn names(corpus: &Corpus, kinds: &[NameKind], text: &str, whole: bool) -> Vec<(String, Vec<u32>)> {
    let mut found: BTreeMap<(Vec<u16>, NameKind), (String, Vec<u32>)> = BTreeMap::new();
    for (number, row) in corpus.entities.iter().enumerate() {
        for kind in kinds {
            let keys = match kind {
                NameKind::Name => &row.names,
                NameKind::Reading => &row.readings,
                NameKind::Initials => &row.initials,
            };
            for key in keys.iter().filter(|key| if whole { *key == text } else { key.starts_with(text) }) {
                let sorted = (key.encode_utf16().collect(), *kind);
                found.entry(sorted).or_insert_with(|| (key.clone(), Vec::new())).1.push(count(number));
            }
        }
    }
    found.into_values().take(NAMES).collect()
}

// --- Facets ---

const COMPANIES: usize = 10;

/// Companies are not counted when the results are scattered over more files than the browser may load for
/// them.
fn facets(corpus: &Corpus, places: &BTreeSet<u32>) -> Facets {
    let files: BTreeSet<usize> = places.iter().map(|place| *place as usize / facts::UNITS).collect();
    let near = files.len() <= facts::near(corpus);
    let units = || places.iter().map(|place| &corpus.units[*place as usize]);
    let issues = || units().map(|unit| &corpus.issues[unit.issue as usize]);
    let by_number = |counts: BTreeMap<u32, usize>, most: usize| -> Vec<Facet> {
        let mut sorted: Vec<_> = counts.into_iter().collect();
        sorted.sort_by_key(|(number, count)| (Reverse(*count), *number));
        let facet =
            |(number, count): (u32, usize)| Facet { id: corpus.entities[number as usize].id.clone(), count };
        sorted.into_iter().take(most).map(facet).collect()
    };
    let years = tally(issues().map(|issue| Reverse(issue.year)));
    let series = tally(issues().map(|issue| issue.series));
    Facets {
        township: by_number(tally(units().flat_map(|unit| unit.townships.iter().copied())), usize::MAX),
        company: by_number(
            tally(units().filter(|_| near).flat_map(|unit| unit.companies.iter().copied())),
            COMPANIES,
        ),
        year: years.into_iter().map(|(year, count)| Facet { id: format!("{:04}", year.0), count }).collect(),
        series: series
            .into_iter()
            .map(|(n, count)| Facet { id: corpus.series[n as usize].id.clone(), count })
            .collect(),
    }
}

fn tally<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    keys.for_each(|key| *counts.entry(key).or_default() += 1);
    counts
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scan;
    use super::super::units::{EntityRow, SeriesRow, ShownBlock, Texts};
    use super::*;

    /// A corpus of one issue, and its texts: for each unit what it is about, its heading and its text.
    fn made<'a>(units: &[(&[u32], &str, &'a str)], heading: &'a str) -> (Corpus, Texts<'a>) {
        let row = |about: &[u32], shown: &str| UnitRow {
            issue: 0,
            url: String::new(),
            heading: shown.to_owned(),
            townships: Vec::new(),
            companies: about.to_vec(),
            about: about.to_vec(),
        };
        let block = |text, heading| ShownBlock { text, heading };
        let corpus = Corpus {
            issues: vec![IssueRow {
                id: "2024-001".into(),
                date: "2024-01-05".into(),
                title: String::new(),
                series: 0,
                year: 2024,
                number: Some(1),
                slug: None,
                first: 0,
                units: count(units.len()),
            }],
            units: units.iter().map(|(about, shown, _)| row(about, shown)).collect(),
            entities: vec![EntityRow {
                company: true,
                id: "jizhan".into(),
                name: "基站".into(),
                url: String::new(),
                names: vec!["基站".into()],
                readings: vec!["jizhan".into()],
                initials: vec!["jz".into()],
            }],
            series: vec![SeriesRow { default: true, id: "tongbao".into(), name: String::new() }],
            ..Corpus::default()
        };
        let texts = units.iter().map(|(_, shown, text)| match shown.is_empty() {
            true => vec![block(text, false)],
            false => vec![block(heading, true), block(text, false)],
        });
        (corpus, Texts { units: texts.collect() })
    }

    fn places(corpus: &Corpus, scan: &Scan, query: &str) -> Vec<String> {
        let found = search(corpus, scan, query, &Options::default()).expect("memory does not fail").results;
        found.into_iter().map(|found| found.excerpt).collect()
    }

    #[test]
    fn classes_come_before_all_else() {
        let units: [(&[u32], &str, &str); 4] = [
            (&[], "", "根基站立，基础。"),
            (&[], "", "建设基站项目。"),
            (&[], "基站项目", "推进。"),
            (&[0], "", "推进有力，机制完善，任务明确，责任到人，调度及时，通报到位，基站。"),
        ];
        let (corpus, texts) = made(&units, "基站项目");
        let scan = Scan::new(&corpus, &texts);
        let classes: Vec<u8> = scan.literal("基站").unwrap().iter().map(|hit| hit.class).collect();
        assert_eq!(classes, [4, 3, 2, 1]);
        let order = [units[3].2, "基站项目", units[1].2, units[0].2];
        assert_eq!(places(&corpus, &scan, "基站"), order);
    }

    #[test]
    fn scattered_results_have_no_companies() {
        let units = vec![(&[0_u32; 9] as &[u32], "", "项目"); 100 * facts::UNITS];
        let (corpus, _) = made(&units, "");
        let near = facts::near(&corpus);
        assert!((1..100).contains(&near), "{near}");
        for (files, companies) in [(near, 1), (near + 1, 0)] {
            let places = (0..count(files)).map(|file| file * count(facts::UNITS)).collect();
            assert_eq!(facets(&corpus, &places).company.len(), companies, "{files}");
            assert_eq!(facets(&corpus, &places).series[0].count, files);
        }
        let (corpus, _) = made(&units[..facts::UNITS], "");
        assert_eq!(facts::near(&corpus), 1, "a small archive is counted whole");
    }
}
