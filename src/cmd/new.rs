//! `tongbao new`: the next issue's file, begun for the clerk.

use super::{End, Voice, complain, print};
use crate::cli::New;
use crate::edit;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use tongbao::config::{Config, Series};
use tongbao::diag::{Severity, nearest};
use tongbao::failure::Failure;
use tongbao::model::visible::Drafts;
use tongbao::model::{Archive, EntityKind};
use tongbao::parse::date::to_han;
use tongbao::{Care, Options};

pub fn run(voice: &Voice, site: &Path, args: &New) -> Result<End, Failure> {
    // With drafts, so that the number after a draft's is given.
    let loaded =
        tongbao::load(site, &Options { today: args.date, drafts: Drafts::Shown, care: Care::Build })?;
    let Some(archive) = loaded.archive else {
        let mut found = loaded.diagnostics;
        found.retain(|d| d.message.severity() == Severity::Error);
        complain(&voice.report(&found, &loaded.files, &std::io::stderr()));
        return Ok(End::ContentErrors);
    };
    let config = &archive.config;
    let series = match &args.series {
        Some(wanted) => find(config, wanted)?,
        None => config.series.iter().position(|s| s.default).unwrap_or_default(),
    };
    let date = args.date.unwrap_or_else(|| tongbao::today(config));
    let folder = folder(site, &config.series[series], date.year());
    let (name, key) = match (&args.slug, args.number) {
        (Some(slug), _) => (slug.clone(), format!("slug = \"{slug}\"")),
        (None, number) => {
            let number = number.unwrap_or_else(|| next_number(&archive, series, date.year(), &folder));
            (format!("{number:03}"), format!("number = {number}"))
        }
    };
    let path = folder.join(format!("{name}.md"));
    edit::create(&path, text(&archive, &config.series[series], &key, date))?;
    print(&format!("{}\n", path.display()));
    Ok(End::Done)
}

/// The series with this id or name.
fn find(config: &Config, wanted: &str) -> Result<usize, Failure> {
    let found = config.find_series(Some(wanted));
    found.ok_or_else(|| {
        let names = || config.series.iter().flat_map(|s| [s.id.as_str(), s.name.as_str()]);
        let all = names().collect::<Vec<_>>();
        let failure =
            Failure::new(format!("没有名为 `{wanted}` 的刊"), format!("there is no series `{wanted}`"));
        match nearest(wanted, names()) {
            Some(near) => failure.hint(format!("是不是 `{near}`？"), format!("did you mean `{near}`?")),
            None => failure.hint(format!("可以写 {}", all.join("、")), format!("one of {}", all.join(", "))),
        }
    })
}

/// Where a year's issues are kept; the default series has no folder of its own, as in addresses.
fn folder(site: &Path, series: &Series, year: i16) -> PathBuf {
    let mut folder = site.join("content/issues");
    if !series.default {
        folder.push(&series.id);
    }
    folder.join(year.to_string())
}

/// One more than the last of the series' year; hidden issues are known by their files.
fn next_number(archive: &Archive, series: usize, year: i16, folder: &Path) -> u32 {
    let numbers =
        archive.issues.iter().filter(|i| (i.series, i.year) == (series, year)).filter_map(|i| i.number);
    let next = numbers.max().unwrap_or(0) + 1;
    let is_free =
        |n: &u32| !folder.join(format!("{n:03}.md")).exists() && !folder.join(format!("{n:03}")).exists();
    (next..).find(is_free).unwrap_or(next)
}

/// Front matter filled in, and a heading for each township that lives on that day.
fn text(archive: &Archive, series: &Series, key: &str, date: Date) -> String {
    let series = if series.default { String::new() } else { format!("series = \"{}\"\n", series.id) };
    let mut text = format!(
        "+++\n# 改好标题，写完正文，删去 draft 一行，再运行 tongbao check\n\
         title = \"关于……的通报\"\n{series}{key}\ndate = {date}\ndraft = true\n+++\n\n现将……通报如下：\n"
    );
    let townships = archive.entities.iter().filter(|e| {
        e.kind == EntityKind::Township
            && e.registered
            && e.since.is_none_or(|day| day <= date)
            && e.until.is_none_or(|day| date <= day)
    });
    for (n, township) in (1..).zip(townships) {
        text.push_str(&format!("\n## {}、{}\n\n……\n", to_han(n), township.name));
    }
    text
}
