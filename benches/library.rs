//! What each stage of a build needs beside what its library alone needs on the same texts.
//!
//! ```text
//! cargo bench --bench library -- SITE
//! ```
//!
//! One thread, the least wall time of three rounds; a table in Markdown.

use comrak::{Arena, Options as Markdown, parse_document};
use rayon::ThreadPoolBuilder;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, hint};
use tongbao::config::{self, Config};
use tongbao::data;
use tongbao::diag::{Diagnostics, FileId, Files};
use tongbao::model::visible::Drafts;
use tongbao::output::{self, File, Folder};
use tongbao::parse::{issue, register};
use tongbao::source::{self, Source};
use tongbao::theme::Theme;
use tongbao::{Care, Options, page};

const ROUNDS: usize = 3;
const OPTIONS: Options = Options { today: None, drafts: Drafts::Hidden, care: Care::Build };

#[allow(clippy::print_stdout, reason = "a program that prints a table")]
fn main() {
    let site = env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    let site = PathBuf::from(site.expect("the folder of a site"));
    let pool = ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    println!("| stage | ms | its library alone | ms |\n| --- | ---: | --- | ---: |");
    for (stage, own, library, alone) in pool.install(|| stages(&site)) {
        println!("| {stage} | {} | {library} | {} |", own.as_millis(), alone.as_millis());
    }
}

type Row = (&'static str, Duration, &'static str, Duration);

fn stages(site: &Path) -> Vec<Row> {
    let (source, config) = read(site);
    let texts: Vec<(&str, &str)> = source.issues.iter().map(|file| cut(source.files.text(*file))).collect();
    let mut rows = vec![
        ("read", least(|| read(site)), "std::fs, UTF-8", least(|| read_plainly(site, &source))),
        (
            "parse issues",
            least(|| parse(&source, &config)),
            "comrak, toml",
            least(|| texts.iter().for_each(|(front, body)| parse_plainly(front, body))),
        ),
        (
            "parse registers",
            least(|| registers(&source, &config)),
            "toml",
            least(|| registers_plainly(&source)),
        ),
    ];
    let understood = least_of(
        || (read(site).0, config.clone()),
        |(mut source, config)| {
            tongbao::understand(&mut source, config, &OPTIONS, &mut Diagnostics::default())
        },
    );
    let parsed = rows[1].1 + rows[2].1;
    rows.push(("model and checks", understood.saturating_sub(parsed), "(none)", Duration::ZERO));

    let mut source = read(site).0;
    let (archive, _) = tongbao::understand(&mut source, config, &OPTIONS, &mut Diagnostics::default());
    let theme = Theme::load(site, &archive.config, &mut Files::default(), &mut Diagnostics::default());
    let theme = theme.expect("a good theme");
    let plan = page::plan(&archive);
    let pages = page::Pages::new(&archive);
    let views = || plan.iter().map(|planned| pages.view(planned));
    let made = least(|| views().for_each(|view| drop(hint::black_box(view))));
    let rendered = least(|| views().for_each(|view| drop(hint::black_box(theme.render(&view)))));
    rows.push(("pages", rendered, "tera, values and rendering", rendered.saturating_sub(made)));
    let tables = || data::plan(&archive).into_iter().map(|table| data::json(&archive, table));
    let rows_alone: Vec<serde_json::Value> =
        tables().map(|json| serde_json::from_slice(&json).expect("JSON")).collect();
    rows.push((
        "data tables",
        least(|| tables().map(|json| json.len()).sum::<usize>()),
        "serde_json",
        least(|| rows_alone.iter().map(|rows| serde_json::to_vec(rows).expect("JSON").len()).sum::<usize>()),
    ));
    drop(rows_alone);
    let files: Vec<(String, Vec<u8>)> = plan
        .iter()
        .map(|planned| (planned.path.clone(), theme.render(&pages.view(planned)).expect("a page")))
        .collect();
    // All folders go at the end: a file system that reuses what was just deleted is slow.
    let folders = RefCell::new(Vec::new());
    let fresh = || tempfile::tempdir().expect("a folder");
    let written = least_of(fresh, |folder| {
        let target = Folder::new(&folder.path().join("public"), site).expect("a free folder");
        let files = files.iter().map(|(path, bytes)| File::bytes(path.as_str(), bytes.as_slice()));
        output::write(&target, Drafts::Hidden, files, &|_| ()).expect("room");
        folders.borrow_mut().push(folder);
    });
    let plainly = least_of(fresh, |folder| {
        for (path, bytes) in &files {
            hint::black_box(Sha256::digest(bytes));
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("room");
            fs::write(path, bytes).expect("room");
        }
        folders.borrow_mut().push(folder);
    });
    rows.push(("write pages", written, "std::fs, sha2", plainly));
    rows
}

fn read(site: &Path) -> (Source, Config) {
    let (mut files, mut diagnostics) = (Files::default(), Diagnostics::default());
    let file = source::read_site(site, &mut files, &mut diagnostics).expect("a site");
    let config = config::parse(&files, file, &mut diagnostics).expect("a good site.toml");
    let source = source::read_content(site, files, file, &config.limits, &mut diagnostics).expect("content");
    (source, config)
}

fn read_plainly(site: &Path, source: &Source) -> usize {
    let path = |file| site.join(source.files.path(file));
    source.files.iter().map(|file| fs::read_to_string(path(file)).expect("UTF-8").len()).sum()
}

fn parse(source: &Source, config: &Config) -> usize {
    let mut diagnostics = Diagnostics::default();
    let parse = |file: &FileId| issue::issue(&source.files, *file, &config.limits, &mut diagnostics).is_ok();
    source.issues.iter().map(parse).filter(|good| *good).count()
}

fn parse_plainly(front: &str, body: &str) {
    hint::black_box(toml::from_str::<toml::Table>(front).expect("TOML"));
    let arena = Arena::new();
    let mut options = Markdown::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    hint::black_box(parse_document(&arena, body, &options));
}

fn registers(source: &Source, config: &Config) -> usize {
    let mut diagnostics = Diagnostics::default();
    let mut parse = |kind, file: Option<FileId>| {
        file.map_or(0, |file| {
            let entries = register::parse(kind, &source.files, file, &config.limits, &mut diagnostics);
            entries.len()
        })
    };
    parse(register::Kind::Township, source.townships) + parse(register::Kind::Company, source.companies)
}

fn registers_plainly(source: &Source) -> usize {
    let files = source.townships.into_iter().chain(source.companies);
    files.map(|file| toml::from_str::<toml::Table>(source.files.text(file)).expect("TOML").len()).sum()
}

/// Front matter and body.
fn cut(text: &str) -> (&str, &str) {
    let text = text.strip_prefix("+++\n").unwrap_or(text);
    text.split_once("\n+++\n").unwrap_or(("", text))
}

fn least<T>(run: impl Fn() -> T) -> Duration {
    least_of(|| (), |()| run())
}

/// The least time of `run`; neither what `prepare` does nor dropping the result counts.
fn least_of<A, T>(prepare: impl Fn() -> A, run: impl Fn(A) -> T) -> Duration {
    let round = |_| {
        let prepared = prepare();
        let start = Instant::now();
        let result = hint::black_box(run(prepared));
        let time = start.elapsed();
        drop(result);
        time
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}
