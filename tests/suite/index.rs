//! The index of record: equal to a plain scan, equal after every change, whole after every damage, and
//! free of what became hidden.

use crate::corpora::{Chance, generated, other, rare};
use crate::support::SiteTest;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tongbao::fold::fold;
use tongbao::model::Archive;
use tongbao::model::visible::Drafts;
use tongbao::search::Lookup;
use tongbao::search::index::Index;
use tongbao::search::keep::{self, Change, Origin};
use tongbao::search::prepare::Prepared;
use tongbao::search::scan::Scan;
use tongbao::search::units::{Corpus, Texts};
use tongbao::store::Store;
use tongbao::{Care, Options, Searchable, load, open_search};

fn options(drafts: Drafts) -> Options {
    Options { today: Some(jiff::civil::date(2026, 1, 1)), drafts, care: Care::Build }
}

fn archive(site: &Path) -> Archive {
    load(site, &options(Drafts::Hidden)).unwrap().archive.unwrap()
}

fn open(site: &Path) -> Searchable {
    open_search(site, &options(Drafts::Hidden)).unwrap()
}

/// An origin that tells two archives apart when `sources` does.
fn origin(sources: &str) -> Origin {
    Origin { sources: Some(sources.to_owned()), today: "2026-01-01".to_owned() }
}

/// Pieces of the folded texts, of 1 to 20 code points, some of them spoilt.
fn queries(texts: &Texts<'_>, number: usize, chance: &mut Chance) -> BTreeSet<String> {
    let blocks: Vec<Vec<char>> =
        texts.units.iter().flatten().map(|block| fold(block.text).chars().collect()).collect();
    let mut queries = BTreeSet::new();
    for n in 0..number {
        let block = &blocks[chance.below(blocks.len())];
        let start = chance.below(block.len());
        let mut query: Vec<char> = block[start..].iter().take(1 + chance.below(20)).copied().collect();
        if n % 8 == 0 {
            let (at, other) = (chance.below(query.len()), &blocks[chance.below(blocks.len())]);
            query[at] = other[chance.below(other.len())];
        }
        queries.insert(query.into_iter().collect());
    }
    queries
}

#[track_caller]
fn assert_equal(index: &impl Lookup, expected: &impl Lookup, texts: &Texts<'_>, number: usize) {
    let mut chance = Chance(number as u64);
    let queries = queries(texts, number, &mut chance);
    assert!(queries.len() > number / 2 || number > 1000, "{} queries", queries.len());
    for query in queries {
        assert_eq!(index.literal(&query).unwrap(), expected.literal(&query).unwrap(), "{query}");
        assert_eq!(index.words(&query).unwrap(), expected.words(&query).unwrap(), "{query}");
    }
    for place in 0..texts.units.len() as u32 {
        assert_eq!(index.text(place).unwrap(), expected.text(place).unwrap(), "{place}");
    }
}

#[track_caller]
fn assert_like_scan(site: &Path, number: usize) {
    let archive = archive(site);
    let corpus = Corpus::new(&archive);
    let texts = Texts::new(&archive, &corpus);
    let (index, change) = keep::bring_up_to_date(&Store::none(), &archive, &origin("")).unwrap();
    assert_eq!((index.corpus(), change), (&corpus, Change::All));
    assert_equal(&index, &Scan::new(&corpus, &texts), &texts, number);
}

#[test]
fn the_seed_answers_like_a_scan() {
    assert_like_scan(Path::new(env!("CARGO_MANIFEST_DIR")), 3000);
}

#[test]
fn an_invented_archive_answers_like_a_scan() {
    assert_like_scan(generated(60).path(), 1500);
}

#[test]
fn rare_characters_answer_like_a_scan() {
    assert_like_scan(rare().path(), 3000);
}

#[test]
fn a_text_of_another_kind_answers_like_a_scan() {
    assert_like_scan(other().path(), 3000);
}

/// One edit of a site, as a clerk would make it.
fn edit(site: &Path, gone: &mut Vec<(PathBuf, String)>, chance: &mut Chance) {
    let issues: Vec<PathBuf> = walkdir::WalkDir::new(site.join("content/issues"))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    let issue = &issues[chance.below(issues.len())];
    let text = fs::read_to_string(issue).unwrap();
    match chance.below(6) {
        0 => fs::write(issue, text + "\n新增一段，𠀀𠀁。\n").unwrap(),
        1 => fs::write(issue, text.replacen("工作", "工程", 2)).unwrap(),
        2 if issues.len() > 5 => {
            fs::remove_file(issue).unwrap();
            gone.push((issue.clone(), text));
        }
        3 => fs::write(issue, text.replacen("+++\n", "+++\ndraft = true\n", 1)).unwrap(),
        4 => {
            let register = site.join("content/companies.toml");
            let text = fs::read_to_string(&register).unwrap();
            let (old, new) = [("瓷业", "陶业"), ("陶业", "瓷业"), ("科技", "技术")][chance.below(3)];
            fs::write(register, text.replacen(old, new, 3)).unwrap();
        }
        _ => {
            if let Some((path, text)) = gone.pop() {
                fs::write(path, text).unwrap();
            }
        }
    }
}

#[test]
fn an_updated_index_is_as_a_fresh_one() {
    let site = generated(24);
    let (mut chance, mut gone) = (Chance(5), Vec::new());
    let mut seen = BTreeSet::new();
    for round in 0..10 {
        let archive = archive(site.path());
        let store = Store::write(site.path());
        let name = round.to_string();
        let (index, change) = keep::bring_up_to_date(&store, &archive, &origin(&name)).unwrap();
        seen.insert(format!("{change:?}").split(' ').next().unwrap().to_owned());
        let (fresh, _) = keep::bring_up_to_date(&Store::none(), &archive, &origin(&name)).unwrap();
        let corpus = Corpus::new(&archive);
        let texts = Texts::new(&archive, &corpus);
        assert_eq!(index.corpus(), fresh.corpus());
        assert_equal(&index, &fresh, &texts, 60);
        let again = keep::find(&store, &origin(&name)).expect("just kept");
        assert_eq!(again.corpus(), fresh.corpus());
        assert_equal(&again, &fresh, &texts, 20);
        // The browser's shards are made of these.
        let (kept, cut) =
            (Prepared::new(&corpus, &texts, &store), Prepared::new(&corpus, &texts, &Store::none()));
        assert_eq!(
            (kept.words(), kept.units().collect::<Vec<_>>()),
            (cut.words(), cut.units().collect::<Vec<_>>())
        );
        for _ in 0..1 + chance.below(3) {
            edit(site.path(), &mut gone, &mut chance);
        }
    }
    assert!(seen.contains("All") && seen.contains("Some"), "{seen:?}");
}

#[test]
fn what_did_not_change_is_not_made_again() {
    let site = generated(12);
    let store = Store::write(site.path());
    let archive = archive(site.path());
    let change = |name: &str| keep::bring_up_to_date(&store, &archive, &origin(name)).unwrap().1;
    assert_eq!(change("1"), Change::All);
    let written = || -> Vec<SystemTime> {
        let files = kept(site.path()).into_iter().filter(|file| is_of_words(file));
        files.map(|file| fs::metadata(file).unwrap().modified().unwrap()).collect()
    };
    let before = written();
    assert!(before.len() > 1);
    assert_eq!((change("1"), change("2")), (Change::Nothing, Change::Nothing));
    assert_eq!(written(), before);
    assert!(keep::find(&store, &origin("2")).is_some() && keep::find(&store, &origin("1")).is_none());
}

/// All files of a store.
fn kept(site: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(site.join(".tongbao")).sort_by_file_name().into_iter();
    entries.map(Result::unwrap).filter(|e| e.file_type().is_file()).map(|e| e.into_path()).collect()
}

/// Whether a file of a store keeps what was cut.
fn is_of_words(file: &Path) -> bool {
    file.parent().unwrap().ends_with("search/words")
}

/// A changed issue leaves the words of nearly all others as they are on the disk, and its own are gone.
#[test]
fn what_was_cut_is_kept_issue_by_issue() {
    let site = generated(60);
    let update = || keep::bring_up_to_date(&Store::write(site.path()), &archive(site.path()), &origin("x"));
    let words = || -> BTreeMap<PathBuf, Vec<u8>> {
        let files = kept(site.path()).into_iter().filter(|file| is_of_words(file));
        files.map(|file| (file.clone(), fs::read(file).unwrap())).collect()
    };
    update().unwrap();
    let before = words();
    let issue = site.path().join("content/issues").read_dir().unwrap().next().unwrap().unwrap().path();
    let issue = issue.read_dir().unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&issue).unwrap();
    fs::write(&issue, format!("{text}\n新增一段。\n")).unwrap();
    update().unwrap();
    let changed = |after: &BTreeMap<PathBuf, Vec<u8>>| {
        let all: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).collect();
        all.into_iter().filter(|file| before.get(*file) != after.get(*file)).count()
    };
    assert!((1..=2).contains(&changed(&words())), "{}", changed(&words()));
    fs::write(&issue, text).unwrap();
    update().unwrap();
    assert_eq!(words(), before);
}

#[test]
fn a_damaged_store_is_made_again() {
    let site = generated(12);
    let archive = archive(site.path());
    let corpus = Corpus::new(&archive);
    let texts = Texts::new(&archive, &corpus);
    let update = || keep::bring_up_to_date(&Store::write(site.path()), &archive, &origin("x")).unwrap();
    let (fresh, _) = update();
    let mut chance = Chance(9);
    let is_of_search =
        |file: &PathBuf| is_of_words(file) || file.parent().unwrap().ends_with(".tongbao/search");
    let files: Vec<PathBuf> = kept(site.path()).into_iter().filter(is_of_search).collect();
    assert!(files.len() >= 3 && files.iter().any(|file| is_of_words(file)), "{files:?}");
    for file in files {
        for round in 0..4 {
            let mut bytes = fs::read(&file).unwrap();
            let at = chance.below(bytes.len());
            match round {
                0 => bytes.truncate(at),
                1 => bytes[at] ^= 1 << chance.below(8),
                2 => bytes.iter_mut().for_each(|byte| *byte = chance.below(256) as u8),
                _ => bytes.clear(),
            }
            fs::write(&file, &bytes).unwrap();
            let is_found = keep::find(&Store::read(site.path()), &origin("x")).is_some();
            assert_eq!(is_found, is_of_words(&file), "{file:?}");
            let (index, _) = update();
            assert_equal(&index, &fresh, &texts, 20);
            let found = keep::find(&Store::read(site.path()), &origin("x")).expect("whole again");
            assert_equal(&found, &fresh, &texts, 20);
            let name = file.strip_prefix(site.path().join(".tongbao")).unwrap().to_str().unwrap();
            assert!(name.contains("part-") || Store::read(site.path()).get(name).is_some(), "{name} {round}");
        }
    }
}

#[test]
fn without_a_store_all_is_found() {
    let site = SiteTest::small();
    site.write(".tongbao", "somebody else's file");
    let opened = open(site.path());
    assert_eq!(opened.change, Change::All);
    assert_eq!(opened.index.unwrap().literal("工作已完成").unwrap().len(), 1);
    assert_eq!(fs::read_to_string(site.path().join(".tongbao")).unwrap(), "somebody else's file");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_only_read() {
    use std::os::unix::fs::PermissionsExt;
    let site = SiteTest::small();
    let set = |folder: &str, mode| {
        fs::set_permissions(site.path().join(folder), fs::Permissions::from_mode(mode)).unwrap();
    };
    set("", 0o555);
    let found = |opened: Searchable| opened.index.unwrap().literal("工作已完成").unwrap().len();
    assert_eq!(found(open(site.path())), 1);
    set("", 0o755);
    open(site.path());
    set(".tongbao/search", 0o555);
    assert_eq!(found(open(site.path())), 1);
    set(".tongbao/search", 0o755);
}

/// Lets the files of a site be so old that their times can be trusted.
fn age(site: &Path) {
    let entries = walkdir::WalkDir::new(site.join("content")).into_iter().map(|e| e.unwrap().into_path());
    for path in entries.chain([site.join("site.toml")]).filter(|path| path.is_file()) {
        let file = fs::File::options().append(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(60)).unwrap();
    }
}

#[test]
fn unchanged_sources_are_not_read() {
    let site = SiteTest::small();
    assert!(open(site.path()).loaded.is_some());
    assert!(open(site.path()).loaded.is_some(), "written just now: a further change might not show");
    age(site.path());
    assert!(open(site.path()).loaded.is_some());
    let opened = open(site.path());
    assert!(opened.loaded.is_none() && opened.change == Change::Nothing);
    assert_eq!(opened.index.unwrap().literal("工作已完成").unwrap().len(), 1);
    let tomorrow = Options { today: Some(jiff::civil::date(2026, 1, 2)), ..options(Drafts::Hidden) };
    assert!(open_search(site.path(), &tomorrow).unwrap().loaded.is_some(), "issues may be due");
}

#[cfg(unix)]
#[test]
fn a_change_that_keeps_size_and_time_is_seen() {
    let site = SiteTest::small();
    age(site.path());
    open(site.path());
    assert!(open(site.path()).loaded.is_none());
    let path = site.path().join("content/issues/2023/001.md");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("工作", "任务")).unwrap();
    fs::File::options().append(true).open(&path).unwrap().set_modified(time).unwrap();
    let index: Index = open(site.path()).index.unwrap();
    assert_eq!((index.literal("任务已").unwrap().len(), index.literal("工作已").unwrap().len()), (1, 0));
}

#[test]
fn mistakes_are_told_every_time() {
    let site = SiteTest::small();
    site.write("content/issues/2023/002.md", "+++\ntitle = \"没有日期\"\nnumber = 2\n+++\n\n正文。\n");
    age(site.path());
    for _ in 0..2 {
        let loaded = open(site.path()).loaded.expect("read");
        assert!(loaded.diagnostics.has_errors());
    }
}

/// Whether the bytes stand anywhere in the store.
fn holds(site: &Path, text: &str) -> bool {
    let has = |bytes: Vec<u8>| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    kept(site).into_iter().any(|file| has(fs::read(file).unwrap()))
}

#[test]
fn nothing_hidden_stays() {
    // Packed text shows a character where it stands first, so each of these is looked for by itself.
    const CANARY: &str = "龘麤鱻";
    let canary = |site: &SiteTest| CANARY.chars().any(|c| holds(site.path(), &c.to_string()));
    let issue = |front: &str| {
        format!(
            "+++\ntitle = \"关于保密的通报\"\nnumber = 2\ndate = 2023-02-05\n{front}+++\n\n## 一、{CANARY}\n\n代号{CANARY}。\n"
        )
    };
    let site = SiteTest::small();
    site.write("content/issues/2023/002.md", issue("draft = true\n"));
    let shown = open_search(site.path(), &options(Drafts::Shown)).unwrap().index.unwrap();
    assert_eq!(shown.literal(CANARY).unwrap().len(), 1);
    assert!(!site.path().join(".tongbao").exists(), "drafts are never kept");
    open(site.path());
    assert!(!kept(site.path()).is_empty() && !canary(&site));

    site.write("content/issues/2023/002.md", issue(""));
    open(site.path());
    assert!(CANARY.chars().all(|c| holds(site.path(), &c.to_string())), "the test can fail");
    site.write("content/issues/2023/002.md", issue("draft = true\n"));
    let hidden = open(site.path());
    assert_eq!(hidden.change, Change::Some { new: 0, old: 1 });
    assert!(hidden.index.unwrap().literal(CANARY).unwrap().is_empty());
    assert!(!canary(&site));
}
