//! The browser's shards, read back, against a plain scan of the folded text.

use crate::corpora::{Chance, generated, other, rare};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tongbao::search::Lookup;
use tongbao::search::browser::{Browser, read};
use tongbao::search::prepare::Prepared;
use tongbao::search::scan::Scan;
use tongbao::search::units::{Corpus, Texts};
use tongbao::store::Store;
use tongbao::{Care, Options, model::visible::Drafts};

fn check(site: &Path, count: usize) {
    let options =
        Options { today: Some("2026-01-01".parse().unwrap()), drafts: Drafts::Hidden, care: Care::Build };
    let archive = tongbao::load(site, &options).unwrap().archive.unwrap();
    let corpus = Corpus::new(&archive);
    let texts = Texts::new(&archive, &corpus);
    let scan = Scan::new(&corpus, &texts);
    let prepared = Prepared::new(&corpus, &texts, &Store::none());
    let blocks: Vec<Vec<char>> =
        prepared.units().flatten().map(|block| block.text.chars().collect()).collect();
    let words: Vec<String> = prepared.words().into_iter().map(str::to_owned).collect();
    let browser = Browser::new(&corpus, prepared, &Store::none());
    let mut all = BTreeMap::new();
    for file in browser.files() {
        let bytes = (file.make)();
        assert!(all.insert(file.path.clone(), bytes).is_none(), "{} is there twice", file.path);
    }
    let files = |path: &str| all.get(path).cloned();
    let shards = read::Shards::open(&files).expect("the root can be read");
    let mut random = Chance(1);
    let mut queries = BTreeSet::new();
    for n in 0..count {
        let block = &blocks[random.below(blocks.len())];
        let length = (1 + random.below(if n % 10 == 0 { 80 } else { 20 })).min(block.len());
        let at = random.below(block.len() - length + 1);
        let mut text: String = block[at..at + length].iter().collect();
        if n % 7 == 0 {
            let other = &blocks[random.below(blocks.len())];
            text.push(other[random.below(other.len())]);
        }
        queries.insert(text);
    }
    queries.extend(corpus.entities.iter().flat_map(|e| e.names.clone()));
    for query in &queries {
        let found = shards.literal(query);
        assert_eq!(found.unwrap(), scan.literal(query).unwrap(), "{query:?}");
    }
    for word in words.iter().step_by(7) {
        let length = word.chars().count();
        assert!(shards.words(word).unwrap().contains(&length), "{word} is no word");
    }
}

#[test]
fn shards_of_the_bulletin_say_what_a_scan_says() {
    check(Path::new(env!("CARGO_MANIFEST_DIR")), 1500);
}

#[test]
fn shards_of_the_example_say_what_a_scan_says() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("例");
    crate::support::tongbao(folder.path(), "init 例", &[]).code(0);
    check(&site, 1500);
}

#[test]
fn shards_of_other_archives_say_what_a_scan_says() {
    check(generated(60).path(), 1500);
    check(rare().path(), 1500);
    check(other().path(), 3000);
}
