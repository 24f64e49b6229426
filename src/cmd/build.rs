//! `tongbao build`: the site, all or nothing.

use super::progress::Progress;
use super::{End, Voice, complain, print};
use crate::cli::Build;
use serde::Serialize;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tongbao::config::Config;
use tongbao::diag::report::{Format, Lang, Neutral};
use tongbao::diag::{Diagnostics, Severity};
use tongbao::failure::Failure;
use tongbao::model::Archive;
use tongbao::model::visible::Drafts;
use tongbao::output::{self, Folder, Stop, Written};
use tongbao::page::{Pages, Subject};
use tongbao::search::browser::Growing;
use tongbao::search::prepare::Prepared;
use tongbao::search::units::{Corpus, Texts};
use tongbao::store::Store;
use tongbao::theme::{Memo, Theme};
use tongbao::{Care, Loaded, Options};

/// The store's file of what the pages were made of.
const PAGES: &str = "pages";
/// The store's file of how the site's files were found.
const SEEN: &str = "files";

/// What was built; the shape of `--json`.
#[derive(Debug, Serialize)]
struct Built {
    issues: usize,
    sections: usize,
    townships: usize,
    companies: usize,
    files: usize,
    written: usize,
    removed: usize,
    bytes: u64,
    ms: u64,
    /// Absolute path of the output folder.
    out: String,
}

pub fn run(voice: &Voice, site: &Path, args: &Build) -> Result<End, Failure> {
    let folder = match &args.out {
        Some(out) => Folder::new(out, site)?,
        None => Folder::new(&site.join("public"), site)?,
    };
    match args.threads {
        None => build(voice, site, args, &folder),
        Some(n) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n.into()).build();
            let pool = pool.map_err(|e| {
                Failure::new(format!("不能启动 {n} 个线程：{e}"), format!("could not start {n} threads: {e}"))
            })?;
            pool.install(|| build(voice, site, args, &folder))
        }
    }
}

fn build(voice: &Voice, site: &Path, args: &Build, folder: &Folder) -> Result<End, Failure> {
    let mut clock = Clock::start();
    let drafts = if args.drafts { Drafts::Shown } else { Drafts::Hidden };
    if !args.no_search {
        // The dictionary unfolds while the files are read: nearly every build cuts something.
        std::thread::spawn(tongbao::words::load);
    }
    let reading = Progress::start(voice, "读取", "reading");
    let options = Options { today: args.day.today, drafts, care: Care::Build };
    let Loaded { mut files, diagnostics: mut found, mut archive, mut plan } = tongbao::load(site, &options)?;
    if let Some(archive) = &mut archive {
        settle(&mut archive.config, args);
        plan.retain(|page| archive.config.search.enabled || page.subject != Subject::Search);
    }
    let theme = archive.as_ref().and_then(|a| Theme::load(site, &a.config, &mut files, &mut found));
    reading.stop();
    clock.lap("读取和检查", "read and check");

    if voice.quiet {
        found.retain(|d| d.message.severity() == Severity::Error);
    }
    complain(&voice.report(&found, &files, &std::io::stderr()));
    let (Some(archive), Some(theme), false) = (archive, theme, found.has_errors()) else {
        return Ok(nothing_built(voice, folder));
    };
    let store = if drafts == Drafts::Hidden { Store::write(site) } else { Store::none() };
    // There is one spare, for the usual folder.
    let spare = store.spare().filter(|_| args.out.is_none());
    let kept = || (Memo::new(&theme, store.get(PAGES).as_deref()), store.get(SEEN));
    // All this lives as long as the process: freeing it piece by piece would take longer than a page.
    let archive = ManuallyDrop::new(archive);
    let (corpus, texts) = (OnceLock::new(), OnceLock::new());
    let growing = archive.config.search.enabled.then(|| ManuallyDrop::new(Growing::default()));
    let ((memo, seen), pages) = rayon::join(kept, || Pages::of_plan(&archive, plan));
    let folder = &folder.clone().with_spare(spare).with_seen(seen);
    let plan = tongbao::plan(site, &pages, &theme, growing.as_deref(), drafts, &memo);
    clock.lap("规划", "plan");

    let making = Progress::start(voice, "生成文件", "making files");
    // The search takes long and often has work for one thread alone.
    let (written, searched) = rayon::join(
        || output::write(folder, drafts, plan, &|count| making.set(count)),
        || -> Result<[Duration; 2], Failure> {
            let Some(growing) = &growing else { return Ok([Duration::ZERO; 2]) };
            let start = Instant::now();
            let mut kept = (Ok(()), Duration::ZERO);
            growing.grow(&store, || {
                let corpus = corpus.get_or_init(|| ManuallyDrop::new(Corpus::new(&archive)));
                let texts = texts.get_or_init(|| ManuallyDrop::new(Texts::new(&archive, corpus)));
                let prepared = Prepared::new(corpus, texts, &store);
                if drafts == Drafts::Hidden {
                    kept.0 = tongbao::keep_search(site, &options, corpus, &prepared, &store);
                }
                kept.1 = start.elapsed();
                (corpus, prepared)
            });
            kept.0.map(|()| [kept.1, start.elapsed() - kept.1])
        },
    );
    making.stop();
    clock.lap("生成和写入", "make and write");
    let written = match written {
        Ok(written) => written,
        Err(Stop::Failure(failure)) => return Err(failure),
        Err(Stop::Problem(problem)) => {
            let mut found = Diagnostics::default();
            found.push(*problem);
            complain(&voice.report(&found, &files, &std::io::stderr()));
            return Ok(nothing_built(voice, folder));
        }
    };
    let [kept, grown] = searched?;
    if growing.is_some() {
        clock.beside("其中同时进行：检索索引", "meanwhile: search index", kept);
        clock.beside("其中同时进行：网页检索", "meanwhile: search of the pages", grown);
    }
    rayon::join(|| store.put(PAGES, &memo.into_bytes(&written.build)), || store.put(SEEN, &written.seen));
    tell(voice, args, folder, &archive, &written, &clock);
    Ok(End::Done)
}

/// What the command line says instead of site.toml.
fn settle(config: &mut Config, args: &Build) {
    if let Some(url) = &args.base_url {
        config.base_url = Some(url.clone());
    }
    config.search.enabled &= !args.no_search;
}

fn nothing_built(voice: &Voice, folder: &Folder) -> End {
    let old = folder.path().join(output::MANIFEST).exists();
    let text = match old {
        true => voice.say(
            "内容有错误，没有生成；原来的网站没有动\n",
            "the content has errors, nothing was built; the old site is untouched\n",
        ),
        false => voice.say("内容有错误，没有生成\n", "the content has errors, nothing was built\n"),
    };
    if voice.format == Format::Human {
        complain(text);
    }
    End::ContentErrors
}

/// Says what was built, as JSON or in words.
fn tell(voice: &Voice, args: &Build, folder: &Folder, archive: &Archive, written: &Written, clock: &Clock) {
    let built = Built {
        issues: archive.issues.len(),
        sections: archive.issues.iter().map(|issue| issue.sections.len()).sum(),
        townships: archive.townships().count(),
        companies: archive.companies().count(),
        files: written.files,
        written: written.written,
        removed: written.removed,
        bytes: written.bytes,
        ms: clock.total().as_millis().try_into().unwrap_or(u64::MAX),
        out: folder.path().display().to_string(),
    };
    if !written.foreign.is_empty() && !voice.quiet {
        complain(&foreign(voice, &written.foreign));
    }
    if args.timings {
        complain(&clock.table(voice));
    }
    if args.json {
        print(&format!("{}\n", serde_json::to_string(&built).expect("numbers and strings are JSON")));
    } else if !voice.quiet {
        print(&summary(voice, &archive.config.title, &built, args.drafts));
    }
}

fn summary(voice: &Voice, title: &str, built: &Built, drafts: bool) -> String {
    let Built { issues, townships, companies, files, written, removed, out, .. } = built;
    let unchanged = files - written;
    let seconds = built.ms as f64 / 1000.0;
    let size = size(built.bytes);
    let index = Path::new(out).join("index.html");
    let (index, title) = (index.display(), Neutral(title));
    let mut text = match voice.lang {
        Lang::Zh => format!(
            "已生成《{title}》：{issues} 期，{townships} 个乡镇街道，{companies} 家企业\n\
             共 {files} 个文件，{size}：写入 {written}，未变 {unchanged}，删除 {removed}；用时 {seconds:.2} 秒\n\
             查看：双击打开 {index}\n"
        ),
        Lang::En => format!(
            "Built {title}: {issues} issues, {townships} townships, {companies} companies\n\
             {files} files, {size}: {written} written, {unchanged} unchanged, {removed} removed; {seconds:.2} s\n\
             To see it, double-click {index}\n"
        ),
    };
    if drafts {
        text.push_str(voice.say("内有草稿，不可对外发布\n", "It holds drafts: do not publish it\n"));
    }
    text
}

/// Bytes as people read them.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{:.0} KB", (bytes as f64 / 1e3).ceil()),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// Names the files that are not ours and were kept; all of them with `-v`.
fn foreign(voice: &Voice, paths: &[String]) -> String {
    let shown = if voice.verbose { paths.len() } else { paths.len().min(5) };
    let n = paths.len();
    let mut text = match voice.lang {
        Lang::Zh => format!("保留了 {n} 个不是 tongbao 生成的文件：\n"),
        Lang::En => format!("kept {n} files that tongbao did not make:\n"),
    };
    for path in &paths[..shown] {
        text.push_str(&format!("  {}\n", Neutral(path)));
    }
    if shown < n {
        text.push_str(voice.say("  ……（-v 列出全部）\n", "  … (-v lists all)\n"));
    }
    text
}

/// Where the time goes.
struct Clock {
    start: Instant,
    laps: Vec<Lap>,
}

struct Lap {
    zh: &'static str,
    en: &'static str,
    time: Duration,
    /// Whether it is a part of the lap before it.
    beside: bool,
}

impl Clock {
    fn start() -> Self {
        Self { start: Instant::now(), laps: Vec::new() }
    }

    fn total(&self) -> Duration {
        self.start.elapsed()
    }

    /// Ends a stage that began when the one before it ended.
    fn lap(&mut self, zh: &'static str, en: &'static str) {
        let before: Duration = self.laps.iter().filter(|lap| !lap.beside).map(|lap| lap.time).sum();
        let time = self.start.elapsed().saturating_sub(before);
        self.laps.push(Lap { zh, en, time, beside: false });
    }

    /// Notes what was done beside the rest of the last stage.
    fn beside(&mut self, zh: &'static str, en: &'static str, time: Duration) {
        self.laps.push(Lap { zh, en, time, beside: true });
    }

    fn table(&self, voice: &Voice) -> String {
        let line =
            |words: &str, time: Duration| format!("{:>8.1} ms  {words}\n", time.as_secs_f64() * 1000.0);
        let laps = self.laps.iter().map(|lap| line(voice.say(lap.zh, lap.en), lap.time));
        laps.chain([line(voice.say("合计", "total"), self.total())]).collect()
    }
}
