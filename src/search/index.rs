//! In which units does a text stand? tantivy's index of record.
//!
//! It is made in *parts* of some hundred issues, each a tantivy index of one segment whose documents
//! are issues, in order. A part is written once and never changed: an issue that changes, goes or
//! becomes hidden takes its part with it, and the other issues of that part go into a new one. So no
//! trace of an old text can stay, and what a change costs does not grow with the archive.
//!
//! Candidates come from the lists of a text's pairs of neighbours; in which units of a candidate the
//! text stands, and how, its stored text says. A pair that an issue has often is listed once: to list the pairs
//! is most of what an index costs.

use super::Lookup;
use super::find::occurrences;
use super::prepare::{self, FoldedBlock, Prepared};
use super::rank::{self, Hit};
use super::units::{Corpus, ShownBlock, TextBlock, UnitText, count};
use crate::failure::Failure;
use crate::fold::fold;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::fmt::{Debug, Formatter};
use std::ops::{Bound, Range};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tantivy::directory::{Directory, RamDirectory};
use tantivy::postings::TermInfo;
use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf, Value};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::store::StoreReader;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{
    DocSet, IndexBuilder, IndexSettings, InvertedIndexReader, SegmentReader, TERMINATED, TantivyDocument,
    Term,
};

/// Memory for the terms of a part while it is made, in bytes.
const MEMORY: usize = 2_000_000;
/// Text blocks kept unpacked while reading.
const UNPACKED: usize = 8;
/// Fewer candidates than this are read at once.
const FEW: usize = 4;

/// The index over all units of an archive.
#[derive(Debug)]
pub struct Index {
    corpus: Corpus,
    pivot: u64,
    parts: Vec<Placed>,
    /// For each issue the part and the document.
    documents: Vec<(u32, u32)>,
    words: OnceLock<BTreeSet<String>>,
}

/// A part and where its issues stand.
#[derive(Debug)]
struct Placed {
    part: Part,
    /// The row of each document.
    rows: Vec<usize>,
}

impl Index {
    /// An index from its parts, each with the rows of its issues in order. `length` is that of all
    /// units, in folded code points. `None`: they do not fit one another.
    pub fn new(corpus: Corpus, length: u64, parts: Vec<(Part, Vec<usize>)>) -> Option<Self> {
        let pivot = rank::pivot(length, corpus.units.len() as u64);
        let mut documents = vec![None; corpus.issues.len()];
        let mut placed = Vec::new();
        for (number, (part, rows)) in parts.into_iter().enumerate() {
            if rows.len() != part.segment.max_doc() as usize || part.segment.has_deletes() {
                return None;
            }
            for (document, row) in rows.iter().enumerate() {
                documents[*row] = Some((count(number), count(document)));
            }
            placed.push(Placed { part, rows });
        }
        let documents = documents.into_iter().collect::<Option<_>>()?;
        Some(Self { corpus, pivot, parts: placed, documents, words: OnceLock::new() })
    }

    /// What is known of the units beside their text.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    fn word_list(&self) -> Result<&BTreeSet<String>, Failure> {
        if self.words.get().is_none() {
            let mut words = BTreeSet::new();
            for placed in &self.parts {
                placed.part.words(&mut words).map_err(failure)?;
            }
            let _ = self.words.set(words);
        }
        Ok(self.words.get().expect("just set"))
    }
}

impl Lookup for Index {
    fn literal(&self, text: &str) -> Result<Vec<Hit>, Failure> {
        let bearers = bearers(&self.corpus, text);
        let mut hits = Vec::new();
        for Placed { part, rows } in &self.parts {
            for document in part.candidates(text).map_err(failure)? {
                let stored = part.stored(document).map_err(failure)?;
                let issue = &self.corpus.issues[rows[document as usize]];
                let places = issue.first..issue.first + issue.units;
                for (unit, blocks) in places.zip(decode(&stored).ok_or_else(torn)?) {
                    let Some(found) = Found::new(&blocks, text) else { continue };
                    let about = &self.corpus.units[unit as usize].about;
                    let named = bearers.iter().any(|entity| about.binary_search(entity).is_ok());
                    let class = if named { 1 } else { found.class };
                    hits.push(Hit { unit, class, level: rank::level(found.times, found.length, self.pivot) });
                }
            }
        }
        hits.sort_unstable();
        Ok(hits)
    }

    fn words(&self, text: &str) -> Result<Vec<usize>, Failure> {
        let words = self.word_list()?;
        let mut lengths = Vec::new();
        for (length, (at, c)) in (1..).zip(text.char_indices()) {
            let beginning = &text[..at + c.len_utf8()];
            match words.range::<str, _>((Bound::Included(beginning), Bound::Unbounded)).next() {
                Some(word) if word == beginning && length > 1 => lengths.push(length),
                Some(word) if word.starts_with(beginning) => {}
                _ => break,
            }
        }
        Ok(lengths)
    }

    fn text(&self, place: u32) -> Result<UnitText, Failure> {
        let row = self.corpus.units[place as usize].issue;
        let (part, document) = self.documents[row as usize];
        let stored = self.parts[part as usize].part.stored(document).map_err(failure)?;
        let mut units = decode(&stored).ok_or_else(torn)?;
        let within = place - self.corpus.issues[row as usize].first;
        let blocks = units.get_mut(within as usize).map(std::mem::take).ok_or_else(torn)?;
        let block =
            |block: StoredBlock<'_>| TextBlock { text: block.shown.to_owned(), heading: block.heading };
        Ok(UnitText { blocks: blocks.into_iter().map(block).collect() })
    }
}

/// Numbers of the entities that bear a name (folded).
fn bearers(corpus: &Corpus, name: &str) -> Vec<u32> {
    let bears = |(_, entity): &(usize, &super::units::EntityRow)| entity.names.iter().any(|n| n == name);
    corpus.entities.iter().enumerate().filter(bears).map(|(number, _)| count(number)).collect()
}

/// How a text stands in a unit.
struct Found {
    /// 2 to 4, see [`Hit::class`].
    class: u8,
    times: u64,
    /// Of the unit, in folded code points.
    length: u64,
}

impl Found {
    fn new(blocks: &[StoredBlock<'_>], text: &str) -> Option<Self> {
        let length = text.chars().count();
        let mut found = Self { class: 4, times: 0, length: 0 };
        for block in blocks {
            let folded = fold(block.shown);
            found.length += folded.chars().count() as u64;
            let (mut place, mut counted) = (0, 0);
            for Range { start: at, .. } in occurrences(&folded, text) {
                found.times += 1;
                if block.heading {
                    found.class = 2;
                } else if found.class > 3 {
                    place += folded[counted..at].chars().count();
                    counted = at;
                    if prepare::border(block.borders, place) && prepare::border(block.borders, place + length)
                    {
                        found.class = 3;
                    }
                }
            }
        }
        (found.times > 0).then_some(found)
    }
}

/// A tantivy index of one segment, in memory.
pub struct Part {
    segment: SegmentReader,
    grams: Arc<InvertedIndexReader>,
    words: Arc<InvertedIndexReader>,
    texts: StoreReader,
}

impl Debug for Part {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Part").field("units", &self.segment.max_doc()).finish_non_exhaustive()
    }
}

/// The fields of a document.
struct Fields {
    /// Every pair of neighbours of an issue's folded blocks, and the last character of each block: so every
    /// character begins a gram.
    grams: Field,
    /// The words of a part, at its first issue: nothing asks in which issue a word stands, that is what
    /// `grams` are for.
    words: Field,
    /// The units' blocks as shown, see [`encode`].
    text: Field,
}

impl Fields {
    fn new() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let listed = |tokenizer| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::Basic)
                .set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing)
        };
        let fields = Self {
            grams: schema.add_text_field("grams", listed("grams")),
            words: schema.add_text_field("words", listed("lines")),
            text: schema.add_bytes_field("text", STORED),
        };
        (fields, schema.build())
    }
}

impl Part {
    /// Makes a part of the issues of some rows; returns its bytes, for [`Part::open`].
    ///
    /// # Errors
    /// When tantivy refuses, which nothing in a text makes it do.
    pub fn make(prepared: &Prepared<'_>, rows: &[usize]) -> Result<Vec<u8>, Failure> {
        let directory = RamDirectory::create();
        let index = Self::fill(&directory, prepared, rows).map_err(failure)?;
        pack(&directory, &index).map_err(failure)
    }

    fn fill(
        directory: &RamDirectory,
        prepared: &Prepared<'_>,
        rows: &[usize],
    ) -> tantivy::Result<tantivy::Index> {
        let (fields, schema) = Fields::new();
        let tokenizers = TokenizerManager::default();
        tokenizers.register("grams", Grams::default());
        tokenizers.register("lines", Lines);
        let settings =
            IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        let mut writer = IndexBuilder::new()
            .schema(schema)
            .settings(settings)
            .tokenizers(tokenizers)
            .single_segment_index_writer::<TantivyDocument>(directory.clone(), MEMORY)?;
        let mut words = Some(words_of(prepared, rows));
        for row in rows {
            let folded = prepared.issue(*row);
            let mut document = TantivyDocument::default();
            let lines: String = folded.iter().flatten().flat_map(|block| [&block.text, "\n"]).collect();
            document.add_text(fields.grams, lines);
            words.take().into_iter().for_each(|words| document.add_text(fields.words, words));
            document.add_bytes(fields.text, &encode(prepared.shown(*row), &folded));
            writer.add_document(document)?;
        }
        writer.finalize()
    }

    /// Opens a part from its bytes; none when they are not one.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let directory = unpack(bytes)?;
        let index = tantivy::Index::open(directory).ok()?;
        (index.schema() == Fields::new().1).then(|| Self::of(&index).ok()).flatten()
    }

    fn of(index: &tantivy::Index) -> tantivy::Result<Self> {
        let segments = index.searchable_segments()?;
        let [segment] = segments.as_slice() else {
            return Err(tantivy::TantivyError::InvalidArgument("not one segment".to_owned()));
        };
        let segment = SegmentReader::open(segment)?;
        let (fields, _) = Fields::new();
        Ok(Self {
            grams: segment.inverted_index(fields.grams)?,
            words: segment.inverted_index(fields.words)?,
            texts: segment.get_store_reader(UNPACKED)?,
            segment,
        })
    }

    /// Issues that may have the text, ascending: all that have it are among them.
    fn candidates(&self, text: &str) -> tantivy::Result<Vec<u32>> {
        let grams = grams(text);
        if grams.is_empty() {
            return self.beginning(text);
        }
        let mut lists: Vec<TermInfo> = Vec::new();
        for gram in grams {
            match self.grams.get_term_info(&Term::from_field_text(Fields::new().0.grams, gram))? {
                Some(list) => lists.push(list),
                None => return Ok(Vec::new()),
            }
        }
        // The shortest lists first.
        lists.sort_by_key(|list| list.doc_freq);
        let mut lists = lists.iter();
        let Some(shortest) = lists.next() else { return Ok(Vec::new()) };
        let mut postings = self.grams.read_postings_from_terminfo(shortest, IndexRecordOption::Basic)?;
        let mut found = Vec::with_capacity(shortest.doc_freq as usize);
        while postings.doc() != TERMINATED {
            found.push(postings.doc());
            postings.advance();
        }
        for list in lists {
            if found.len() <= FEW {
                break;
            }
            let mut postings = self.grams.read_postings_from_terminfo(list, IndexRecordOption::Basic)?;
            found.retain(|document| {
                let at = postings.doc();
                at == *document || (at < *document && postings.seek(*document) == *document)
            });
        }
        Ok(found)
    }

    /// Issues that have a gram with this beginning, ascending.
    fn beginning(&self, text: &str) -> tantivy::Result<Vec<u32>> {
        let mut found = BTreeSet::new();
        let mut grams = self.grams.terms().range().ge(text).into_stream()?;
        while grams.advance() && grams.key().starts_with(text.as_bytes()) {
            let mut postings =
                self.grams.read_postings_from_terminfo(grams.value(), IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                found.insert(postings.doc());
                postings.advance();
            }
        }
        Ok(found.into_iter().collect())
    }

    /// The stored text of a document.
    fn stored(&self, document: u32) -> tantivy::Result<Vec<u8>> {
        let document: TantivyDocument = self.texts.get(document)?;
        let text = document.field_values().next().map(|(_, value)| value.as_value());
        match text {
            Some(ReferenceValue::Leaf(ReferenceValueLeaf::Bytes(bytes))) => Ok(bytes.to_vec()),
            _ => Ok(Vec::new()),
        }
    }

    /// Adds its words.
    fn words(&self, words: &mut BTreeSet<String>) -> tantivy::Result<()> {
        let mut terms = self.words.terms().stream()?;
        while terms.advance() {
            if let Ok(word) = std::str::from_utf8(terms.key())
                && !words.contains(word)
            {
                words.insert(word.to_owned());
            }
        }
        Ok(())
    }
}

/// The words of some issues, each once, with a line end behind each.
fn words_of(prepared: &Prepared<'_>, rows: &[usize]) -> String {
    let words: FxHashSet<&str> = rows.iter().flat_map(|row| prepared.words_of(*row).lines()).collect();
    words.into_iter().flat_map(|word| [word, "\n"]).collect()
}

/// The pairs of neighbours of a text, each once.
fn grams(text: &str) -> BTreeSet<&str> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    ends.windows(3).map(|ends| &text[ends[0]..ends[2]]).collect()
}

/// A block as it is stored.
struct StoredBlock<'a> {
    shown: &'a str,
    heading: bool,
    borders: &'a [u8],
}

/// For each unit how many blocks it has; for each of them: 1 for a heading, else 0; the length of the text and
/// the text; the length of the borders and these. All numbers but the 1 and 0 have 4 bytes (little-endian).
fn encode(shown: &[Vec<ShownBlock<'_>>], folded: &[Vec<FoldedBlock>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (shown, folded) in shown.iter().zip(folded) {
        bytes.extend_from_slice(&count(shown.len()).to_le_bytes());
        for (shown, folded) in shown.iter().zip(folded) {
            bytes.push(u8::from(shown.heading));
            for piece in [shown.text.as_bytes(), folded.borders.bytes()] {
                bytes.extend_from_slice(&count(piece.len()).to_le_bytes());
                bytes.extend_from_slice(piece);
            }
        }
    }
    bytes
}

/// What [`encode`] wrote.
fn decode(mut bytes: &[u8]) -> Option<Vec<Vec<StoredBlock<'_>>>> {
    let mut units = Vec::new();
    while !bytes.is_empty() {
        let mut blocks = Vec::new();
        for _ in 0..number(&mut bytes)? {
            let heading = *bytes.split_off_first()? == 1;
            let shown = std::str::from_utf8(take(&mut bytes)?).ok()?;
            blocks.push(StoredBlock { heading, shown, borders: take(&mut bytes)? });
        }
        units.push(blocks);
    }
    Some(units)
}

fn number(bytes: &mut &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.split_off(..4)?.try_into().ok()?))
}

fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = number(bytes)?;
    bytes.split_off(..length as usize)
}

/// The files of an index: for each the length of its name, the name, its length, and the bytes.
fn pack(directory: &RamDirectory, index: &tantivy::Index) -> tantivy::Result<Vec<u8>> {
    let meta = index.load_metas()?;
    let mut files: Vec<_> = meta.list_segment_files().into_iter().collect();
    files.push("meta.json".into());
    files.sort();
    let mut bytes = Vec::new();
    for file in files {
        if !directory.exists(&file)? {
            continue;
        }
        let name = file.to_string_lossy();
        let content = directory.atomic_read(&file)?;
        for piece in [name.as_bytes(), &content] {
            bytes.extend_from_slice(&count(piece.len()).to_le_bytes());
            bytes.extend_from_slice(piece);
        }
    }
    Ok(bytes)
}

/// What [`pack`] wrote.
fn unpack(mut bytes: &[u8]) -> Option<RamDirectory> {
    let directory = RamDirectory::create();
    while !bytes.is_empty() {
        let name = std::str::from_utf8(take(&mut bytes)?).ok()?;
        directory.atomic_write(Path::new(name), take(&mut bytes)?).ok()?;
    }
    Some(directory)
}

/// Cuts lines into all their pairs of neighbours and their last characters, and gives each once.
#[derive(Clone, Default)]
struct Grams {
    given: FxHashSet<u64>,
}

impl Tokenizer for Grams {
    type TokenStream<'a> = GramStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> GramStream<'a> {
        self.given.clear();
        GramStream { given: &mut self.given, rest: text, token: at_zero() }
    }
}

struct GramStream<'a> {
    given: &'a mut FxHashSet<u64>,
    rest: &'a str,
    token: Token,
}

impl TokenStream for GramStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            let from = self.rest;
            let mut chars = from.chars();
            let Some(first) = chars.next() else { return false };
            self.rest = chars.as_str();
            // A line's last character has the line's end for a neighbour.
            let second = chars.next().unwrap_or('\n');
            if first != '\n' && self.given.insert(u64::from(first) << 32 | u64::from(second)) {
                let length = first.len_utf8() + if second == '\n' { 0 } else { second.len_utf8() };
                self.token.text.clear();
                self.token.text.push_str(&from[..length]);
                return true;
            }
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Takes each line as it is.
#[derive(Clone)]
struct Lines;

impl Tokenizer for Lines {
    type TokenStream<'a> = LineStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LineStream<'a> {
        LineStream { lines: text.lines(), token: at_zero() }
    }
}

struct LineStream<'a> {
    lines: std::str::Lines<'a>,
    token: Token,
}

impl TokenStream for LineStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(line) = self.lines.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(line);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// A token without a place: none is kept.
fn at_zero() -> Token {
    Token { position: 0, ..Token::default() }
}

fn failure(error: impl std::fmt::Display) -> Failure {
    Failure::new(format!("搜索索引无法使用：{error}"), format!("the search index cannot be used: {error}"))
        .hint("删除网站文件夹里的 .tongbao 再试", "delete .tongbao in the site's folder and try again")
}

pub(super) fn torn() -> Failure {
    failure("damaged text")
}
