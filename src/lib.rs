//! tongbao (通报) turns a folder of bulletin issues into an archive site.
//!
//! The way of the data is the order of the modules; imports look only to the left:
//!
//! ```text
//! content/ ─▶ source ─▶ parse ─▶ model ─┬▶ page ─▶ theme ─┬▶ output ─▶ public/
//!              read    one file  whole  └▶ data ──────────┘   write
//!                                archive     (every stage reports to diag)
//! ```

pub mod config;
pub mod data;
pub mod diag;
pub mod failure;
pub mod fold;
pub mod markdown;
pub mod model;
pub mod output;
pub mod page;
pub mod parse;
pub mod pinyin;
pub mod search;
pub mod source;
pub mod store;
pub mod theme;
pub mod url;
pub mod words;

use config::Config;
use diag::{Diagnostics, FileId, Files};
use failure::Failure;
use jiff::civil::Date;
use model::visible::{Drafts, Publicity};
use model::{Archive, Parsed, proofread};
use output::File;
use page::{Pages, Planned};
use parse::front_matter::Internal;
use parse::issue::{self, ParsedIssue};
use parse::register;
use rayon::prelude::*;
use search::browser::Growing;
use search::index::Index;
use search::keep::{self, Change, Origin};
use search::prepare::Prepared;
use search::units::Corpus;
use source::{Source, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::Store;
use theme::{Memo, Theme};

/// Tells this program from every other: a checksum of its sources.
pub const PROGRAM: &str = env!("TONGBAO_SOURCES");

/// How carefully a site is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// As a build needs it.
    Build,
    /// As `check` does: with hints, some of which need the dictionary.
    Check,
}

/// What a command asks of a site.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Today; the clock in the site's time zone when absent, the only use of a clock.
    pub today: Option<Date>,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// How carefully to read.
    pub care: Care,
}

/// Everything read from a site folder.
#[derive(Debug)]
pub struct Loaded {
    /// Texts that the problems point into.
    pub files: Files,
    /// Everything found wrong or doubtful.
    pub diagnostics: Diagnostics,
    /// The archive; `None` when site.toml cannot be used.
    pub archive: Option<Archive>,
    /// Its pages.
    pub plan: Vec<Planned>,
}

/// Reads the site in `root`. Problems of the content are in the result; a [`Failure`] is trouble with
/// the disk.
pub fn load(root: &Path, options: &Options) -> Result<Loaded, Failure> {
    if options.care == Care::Check {
        // The dictionary unfolds while the files are read.
        std::thread::spawn(words::load);
    }
    let mut diagnostics = Diagnostics::default();
    let mut files = Files::default();
    let site = source::read_site(root, &mut files, &mut diagnostics)?;
    let Some(config) = config::parse(&files, site, &mut diagnostics) else {
        return Ok(Loaded { files, diagnostics, archive: None, plan: Vec::new() });
    };
    let mut source = source::read_content(root, files, site, &config.limits, &mut diagnostics)?;
    let (archive, plan) = understand(&mut source, config, options, &mut diagnostics);
    source::recall(root, &mut source.files, &diagnostics);
    Ok(Loaded { files: source.files, diagnostics, archive: Some(archive), plan })
}

/// A site that can be searched.
#[derive(Debug)]
pub struct Searchable {
    /// Its index; `None` when site.toml cannot be used.
    pub index: Option<Index>,
    /// What was read to bring the index up to date; `None` when it was right as it stood.
    pub loaded: Option<Loaded>,
    /// What was done to bring it up to date.
    pub change: Change,
}

/// Opens the search index of the site in `root`, brought up to date. A site whose files have not changed
/// is not read. Drafts are never kept: an index with them lives in memory.
pub fn open_search(root: &Path, options: &Options) -> Result<Searchable, Failure> {
    let stamp = source::stamp(root);
    let mut origin = origin(root, options, stamp.as_ref())?;
    let keeps = options.drafts == Drafts::Hidden;
    if keeps
        && let Some(origin) = &origin
        && let Some(index) = keep::find(&Store::read(root), origin)
    {
        return Ok(Searchable { index: Some(index), loaded: None, change: Change::Nothing });
    }
    std::thread::spawn(words::load);
    let loaded = load(root, options)?;
    let (Some(archive), Some(origin)) = (&loaded.archive, &mut origin) else {
        return Ok(Searchable { index: None, loaded: Some(loaded), change: Change::Nothing });
    };
    // Whoever searches again must be told again what is wrong.
    if loaded.diagnostics.has_errors() || !stamp.is_some_and(|stamp| stamp.settled) {
        origin.sources = None;
    }
    let store = if keeps { Store::write(root) } else { Store::none() };
    let (index, change) = keep::bring_up_to_date(&store, archive, origin)?;
    Ok(Searchable { index: Some(index), loaded: Some(loaded), change })
}

/// What an index is made of now; `None` when site.toml cannot be used.
fn origin(root: &Path, options: &Options, stamp: Option<&Stamp>) -> Result<Option<Origin>, Failure> {
    let (mut files, mut diagnostics) = (Files::default(), Diagnostics::default());
    let site = source::read_site(root, &mut files, &mut diagnostics)?;
    Ok(config::parse(&files, site, &mut diagnostics).map(|config| Origin {
        sources: stamp.map(|stamp| stamp.hash.clone()),
        today: options.today.unwrap_or_else(|| today(&config)).to_string(),
    }))
}

/// Today in the site's time zone: the only look at the clock.
pub fn today(config: &Config) -> Date {
    config.timezone.to_datetime(jiff::Timestamp::now()).date()
}

/// Archive → all files of the site in `root`: the plan. Their bytes are made one by one, when they are
/// written; a page that the memo knows is not made. Those of the search come last, for they are told only
/// when the index is there.
pub fn plan<'a>(
    root: &Path,
    pages: &'a Pages<'a>,
    theme: &'a Theme,
    search: Option<&'a Growing<'a>>,
    drafts: Drafts,
    memo: &'a Memo,
) -> impl Iterator<Item = File<'a>> + Send {
    let archive = pages.archive;
    let planned = pages.plan.iter().map(move |planned| {
        File::make_unless_known(planned.path.clone(), move |site| {
            let view = || match drafts {
                Drafts::Shown => pages.view(planned).with_drafts(),
                Drafts::Hidden => pages.view(planned),
            };
            let unknown = memo.unless_known(&planned.path, pages.ground(planned), view, site);
            unknown.map(|view| theme.render(&view)).transpose()
        })
    });
    let tables = data::plan(archive).into_iter().map(move |table| {
        let path = url::data(&format!("{}.json", table.stem()));
        let ground = pages.ground_of_table(table.year());
        let known = {
            let path = path.clone();
            move |site: Option<&str>| memo.knows(&path, ground, site)
        };
        File::stream_unless_known(path, move |out| data::write(archive, table, out), known)
    });
    let assets = theme.files().map(|(path, bytes)| File::bytes(path, bytes));
    let search = search.into_iter().flat_map(Growing::files);
    let search = search.map(move |file| {
        let path = url::search_file(&file.path);
        let former = file.ground.as_ref().and_then(|_| memo.former(&path));
        let (own, before) = (path.clone(), former.clone());
        let is_there = move |site: Option<&str>| match &file.ground {
            Some(ground) => memo.knows_former(&own, before.as_deref(), ground, site),
            None => file.tells_content && site.is_some(),
        };
        let made = File::make_unless_known(path, move |site| Ok((!is_there(site)).then(|| (file.make)())));
        File { former, ..made }
    });
    // A table is long work for one thread; begun first it does not keep the others waiting in the end.
    tables.chain(planned).chain(assets).chain(attachments(root, archive)).chain(search)
}

/// Brings the search index of the site in `root` up to date with an archive that was just read from it.
/// With drafts nothing is kept.
///
/// # Errors
/// When tantivy refuses. A store that cannot be written is no error.
pub fn keep_search(
    root: &Path,
    options: &Options,
    corpus: &Corpus,
    prepared: &Prepared,
    store: &Store,
) -> Result<(), Failure> {
    let stamp = source::stamp(root).filter(|stamp| stamp.settled);
    let Some(origin) = origin(root, options, stamp.as_ref())? else { return Ok(()) };
    keep::update(store, corpus, prepared, &origin).map(|_| ())
}

/// The files that issues and plain pages show or offer, beside their pages.
fn attachments<'a>(root: &Path, archive: &Archive) -> impl Iterator<Item = File<'a>> {
    let of_issues = archive.issues.iter().flat_map(|issue| {
        let series = &archive.config.series[issue.series];
        let path = |name| url::issue_file(series, issue.year, issue.number, issue.slug.as_deref(), name);
        issue.attachments.iter().chain(&issue.files).map(move |file| (path(&file.name), &file.source))
    });
    let of_pages = archive.pages.iter().flat_map(|page| {
        page.files.iter().map(|file| (url::plain_file(&page.slug, &file.name), &file.source))
    });
    // A file may be both attached and shown.
    let files: BTreeMap<String, &String> = of_issues.chain(of_pages).collect();
    files
        .into_iter()
        .map(|(path, source)| File::copy(path, root.join(source)))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Texts → archive, and its pages. Reports everything wrong with them; reads no disk. The texts of issues and pages are
/// forgotten once parsed: see [`source::recall`].
pub fn understand(
    source: &mut Source,
    config: Config,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> (Archive, Vec<Planned>) {
    let mut parsed = parse_all(source, config, options.care, diagnostics);
    let today = options.today.unwrap_or_else(|| today(&parsed.config));
    let publicity = Publicity { today, drafts: options.drafts };
    let archive = model::build::build(&mut parsed, &source.files, &source.assets, publicity, diagnostics);
    let mut addresses = Diagnostics::default();
    let ((), plan) = rayon::join(
        || model::check::check(&parsed, &archive, &source.files, diagnostics),
        || {
            let plan = page::plan(&archive);
            page::addresses::check(&archive, &plan, &source.files, &mut addresses);
            plan
        },
    );
    let registers: Vec<FileId> = source.townships.into_iter().chain(source.companies).collect();
    model::consequence::drop_of_registers(&registers, &source.files, diagnostics);
    diagnostics.append(addresses);
    allow(&parsed, diagnostics);
    if options.care == Care::Build {
        diagnostics.retain(|d| d.message.severity() != diag::Severity::Hint);
    }
    (archive, plan)
}

/// Files parsed before their texts go.
const BATCH: usize = 1024;

fn parse_all(source: &mut Source, config: Config, care: Care, diagnostics: &mut Diagnostics) -> Parsed {
    let files = &mut source.files;
    let limits = config.limits.clone();
    let registers = |files: &Files| {
        let mut own = Diagnostics::default();
        let mut entries = |kind, file: Option<FileId>| {
            file.map(|f| register::parse(kind, files, f, &limits, &mut own)).unwrap_or_default()
        };
        let townships = entries(register::Kind::Township, source.townships);
        (townships, entries(register::Kind::Company, source.companies), own)
    };
    let issue = |files: &Files, file, own: &mut Diagnostics| match issue::issue(files, file, &limits, own) {
        Ok(issue) => {
            read_closely(&issue, care, own);
            Some(issue)
        }
        Err(document) => {
            document.into_iter().for_each(|document| proofread::proofread(&document, file, own));
            None
        }
    };
    let page = |files: &Files, file, own: &mut Diagnostics| {
        let page = issue::page(files, file, &limits, own)?;
        proofread::proofread(&page.document, file, own);
        Some(page)
    };
    // A register is long work for one thread.
    let (first, others) = source.issues.split_at(source.issues.len().min(BATCH));
    let ((townships, companies, own), parsed) =
        rayon::join(|| registers(files), || side_by_side(first, files, issue));
    diagnostics.append(own);
    let mut issues = in_order(first, parsed, files, diagnostics);
    for batch in others.chunks(BATCH) {
        let parsed = side_by_side(batch, files, issue);
        issues.extend(in_order(batch, parsed, files, diagnostics));
    }
    let parsed = side_by_side(&source.pages, files, page);
    let pages = in_order(&source.pages, parsed, files, diagnostics);
    let used: BTreeSet<FileId> = issues.iter().map(|i| i.file).chain(pages.iter().map(|p| p.file)).collect();
    let unused = source.issues.iter().chain(&source.pages).copied().filter(|f| !used.contains(f)).collect();
    Parsed { config, townships, companies, issues, pages, unused }
}

/// Parses files, each with its problems.
fn side_by_side<T: Send>(
    list: &[FileId],
    files: &Files,
    parse: impl Fn(&Files, FileId, &mut Diagnostics) -> Option<T> + Sync,
) -> Vec<(Option<T>, Diagnostics)> {
    let parse = |file: &FileId| {
        let mut own = Diagnostics::default();
        (parse(files, *file, &mut own), own)
    };
    list.par_iter().map(parse).collect()
}

/// What came of files, and their problems in the same order. A text that was understood without a problem is
/// forgotten, so that a large archive never stands in memory both as written and as understood.
fn in_order<T>(
    list: &[FileId],
    parsed: Vec<(Option<T>, Diagnostics)>,
    files: &mut Files,
    diagnostics: &mut Diagnostics,
) -> Vec<T> {
    let mut all = Vec::with_capacity(list.len());
    for (file, (parsed, own)) in list.iter().zip(parsed) {
        if parsed.is_some() && own.iter().next().is_none() {
            files.forget(*file);
        }
        all.extend(parsed);
        diagnostics.append(own);
    }
    all
}

/// What a careful reader sees in a text. Wholly internal issues are nobody's to publish.
fn read_closely(issue: &ParsedIssue, care: Care, diagnostics: &mut Diagnostics) {
    if issue.front.internal == Internal::All {
        return;
    }
    proofread::front_matter(issue, diagnostics);
    proofread::proofread(&issue.document, issue.file, diagnostics);
    if care == Care::Check {
        proofread::commas(&issue.document, issue.file, diagnostics);
    }
}

/// Drops what front matter `allow` says is meant.
fn allow(parsed: &Parsed, diagnostics: &mut Diagnostics) {
    let of_issues = parsed.issues.iter().map(|i| (i.file, &i.front.allow));
    let of_pages = parsed.pages.iter().map(|p| (p.file, &p.front.allow));
    let allowed: BTreeMap<FileId, Vec<&str>> = of_issues
        .chain(of_pages)
        .map(|(file, allow)| (file, allow.iter().map(|a| a.value.as_str()).collect()))
        .collect();
    diagnostics.retain(|d| {
        let codes = d.span.and_then(|s| allowed.get(&s.file));
        !codes.is_some_and(|codes| codes.contains(&d.message.code()))
    });
}
