//! Reads TOML against a schema: what is there, of which type, and which keys nobody knows?
//!
//! All mistakes of a text are reported at once, each at its place in the whole file. The parser
//! recovers from syntax mistakes with made-up values; so whatever touches a line with a syntax
//! mistake is passed over in silence here, and a key that such a line may have held is not missed.

use super::date::{self, DateError, Edge};
use crate::diag::{At, Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span, Term, nearest};
use crate::fold::fold;
use crate::markdown::is_no_text;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// Texts above this size have only their first syntax mistake reported: each mistake costs memory,
/// and a hostile text is nothing but mistakes.
const RECOVER_BYTES: usize = 512 * 1024;

/// The keys of one table, to be taken one by one; [`Fields::finish`] reports those that nobody took.
#[derive(Debug)]
pub struct Fields<'t> {
    source: Rc<Source>,
    /// Its header or, for an inline table, the whole of it.
    span: Span,
    /// All text that could belong to it.
    extent: Range<usize>,
    values: BTreeMap<String, (Span, Spanned<DeValue<'t>>)>,
    asked: Vec<(&'static str, Presence)>,
}

/// An entry of a list whose members may be a plain text or a table with more.
#[derive(Debug)]
pub enum Item<'t> {
    /// `"曹镇乡"`
    Text(At<String>),
    /// `{ name = "曹镇乡", public = true }`
    Table(Fields<'t>),
}

/// `true`, `false` or a list of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlagOrList {
    /// A boolean.
    Flag(bool),
    /// A list.
    List(Vec<At<String>>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Present,
    Absent,
}

/// What all tables of one text share.
#[derive(Debug)]
struct Source {
    file: FileId,
    /// Where the parsed text begins in the file.
    offset: usize,
    /// The lines that hold syntax mistakes, as bytes of the parsed text.
    damaged: Vec<Range<usize>>,
    /// Begin of every `[[table]]` header, to know how far a table reaches.
    headers: Vec<usize>,
}

impl<'t> Fields<'t> {
    /// The top table of the TOML text at `range` of `file`; syntax mistakes are reported.
    pub fn parse(files: &'t Files, file: FileId, range: Range<usize>, diagnostics: &mut Diagnostics) -> Self {
        let text = &files.text(file)[range.clone()];
        let (table, errors) = parse(text);
        let mistakes = one_a_line(text, errors);
        for mistake in &mistakes {
            let span = Span::new(file, mistake.place.start + range.start..mistake.place.end + range.start);
            diagnostics.push(syntax_diagnostic(text, mistake, span));
        }
        let source = Source {
            file,
            offset: range.start,
            damaged: mistakes.into_iter().map(|mistake| mistake.line).collect(),
            headers: headers(text),
        };
        let span = Span::new(file, range.start..range.start);
        Self::new(Rc::new(source), span, 0..text.len(), table.into_inner())
    }

    fn new(source: Rc<Source>, span: Span, extent: Range<usize>, table: DeTable<'t>) -> Self {
        let values = table
            .into_iter()
            .map(|(key, value)| (key.get_ref().to_string(), (source.span(key.span()), value)))
            .collect();
        Self { source, span, extent, values, asked: Vec::new() }
    }

    /// Where the table stands: its header or, for an inline table, the whole of it.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether syntax mistakes stand within the table, so that it cannot be trusted as a whole.
    pub fn is_damaged(&self) -> bool {
        self.source.is_damaged(&self.extent)
    }

    /// A text with something in it; blanks at its ends are dropped.
    pub fn string(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<At<String>> {
        let value = self.take(key)?;
        self.source.string(key, value, diagnostics)
    }

    /// A list of texts; empty when the key is absent.
    pub fn strings(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<At<String>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self.source.strings(key, value, LIST_OF_STRINGS, diagnostics)
    }

    /// A text or a list of texts.
    pub fn one_or_more(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<At<String>> {
        match self.take(key) {
            None => Vec::new(),
            Some(value) if value.get_ref().is_str() => {
                self.source.string(key, value, diagnostics).into_iter().collect()
            }
            Some(value) => self.source.strings(key, value, STRING_OR_LIST, diagnostics),
        }
    }

    /// A boolean or a list of texts.
    pub fn flag_or_list(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<FlagOrList> {
        let value = self.take(key)?;
        match value.get_ref().as_bool() {
            Some(flag) => Some(FlagOrList::Flag(flag)),
            None => Some(FlagOrList::List(self.source.strings(key, value, BOOLEAN_OR_LIST, diagnostics))),
        }
    }

    /// A boolean.
    pub fn boolean(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<At<bool>> {
        let value = self.take(key)?;
        let span = self.source.span(value.span());
        match value.get_ref().as_bool() {
            Some(flag) => Some(At::new(flag, span)),
            None => {
                diagnostics.push(self.source.wrong_type(key, BOOLEAN, &value));
                None
            }
        }
    }

    /// A whole number from `min` to `max`.
    pub fn integer(
        &mut self,
        key: &'static str,
        bounds: std::ops::RangeInclusive<i64>,
        diagnostics: &mut Diagnostics,
    ) -> Option<At<i64>> {
        let value = self.take(key)?;
        let span = self.source.span(value.span());
        let DeValue::Integer(written) = value.get_ref() else {
            diagnostics.push(self.source.wrong_type(key, INTEGER, &value));
            return None;
        };
        // The parser keeps digits as written; a number too long for i64 is out of any range.
        let number = i64::from_str_radix(written.as_str(), written.radix()).ok();
        match number.filter(|n| bounds.contains(n)) {
            Some(number) => Some(At::new(number, span)),
            None => {
                let value = quoted(written.as_str());
                let (min, max) = bounds.into_inner();
                diagnostics
                    .push(Diagnostic::at(span, Message::OutOfRange { key: key.into(), value, min, max }));
                None
            }
        }
    }

    /// A day: a TOML date, or a text in any form of [`date::parse`].
    pub fn date(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<At<Date>> {
        let value = self.take(key)?;
        self.source.date(key, value, DATE, Hint::DateForms, date::parse, diagnostics)
    }

    /// A day, or a year alone for its first or last day.
    pub fn date_or_year(
        &mut self,
        key: &'static str,
        edge: Edge,
        diagnostics: &mut Diagnostics,
    ) -> Option<At<Date>> {
        let value = self.take(key)?;
        let read = |text: &str| date::parse_or_year(text, edge);
        if let DeValue::Integer(year) = value.get_ref() {
            let span = self.source.span(value.span());
            return found_day(read(year.as_str()), year.as_str(), span, Hint::DateOrYearForms, diagnostics);
        }
        self.source.date(key, value, DATE_OR_YEAR, Hint::DateOrYearForms, read, diagnostics)
    }

    /// A table.
    pub fn table(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Fields<'t>> {
        let value = self.take(key)?;
        match self.source.table(value, self.extent.end) {
            Ok(fields) => Some(fields),
            Err(value) => {
                diagnostics.push(self.source.wrong_type(key, TABLE, &value));
                None
            }
        }
    }

    /// A list of tables; empty when the key is absent.
    pub fn tables(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<Fields<'t>> {
        let mut tables = Vec::new();
        for value in self.list(key, LIST_OF_TABLES, diagnostics) {
            match self.source.table(value, self.extent.end) {
                Ok(fields) => tables.push(fields),
                Err(value) => diagnostics.push(self.source.wrong_type(key, TABLE, &value)),
            }
        }
        tables
    }

    /// A list whose members are texts or tables; empty when the key is absent.
    pub fn items(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<Item<'t>> {
        let mut items = Vec::new();
        for value in self.list(key, LIST_OF_ITEMS, diagnostics) {
            match self.source.table(value, self.extent.end) {
                Ok(fields) => items.push(Item::Table(fields)),
                Err(value) if value.get_ref().is_str() => {
                    items.extend(self.source.string(key, value, diagnostics).map(Item::Text));
                }
                Err(value) => diagnostics.push(self.source.wrong_type(key, STRING_OR_TABLE, &value)),
            }
        }
        items
    }

    /// A list of lists of texts; empty when the key is absent.
    pub fn groups(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<At<Vec<At<String>>>> {
        let mut groups = Vec::new();
        for value in self.list(key, LIST_OF_LISTS, diagnostics) {
            let span = self.source.span(value.span());
            groups.push(At::new(self.source.strings(key, value, LIST_OF_STRINGS, diagnostics), span));
        }
        groups
    }

    /// `value`, which was taken before; reports a needed key that is not there. A value that was
    /// there and wrong has been reported already.
    pub fn needed<T>(
        &self,
        key: &'static str,
        value: Option<T>,
        place: Span,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        if value.is_none() && self.is_absent(key) && !self.is_damaged() && !self.is_mistyped(key) {
            diagnostics.push(Diagnostic::at(place, Message::MissingKey { key: key.into() }));
        }
        value
    }

    /// Whether an unknown key is probably this one, mistyped: [`Fields::finish`] will say so.
    fn is_mistyped(&self, key: &'static str) -> bool {
        let known = |other: &str| self.asked.iter().any(|(asked, _)| *asked == other);
        self.values.keys().any(|other| !known(other) && nearest(other, [key]).is_some())
    }

    /// Whether a key that was asked for was not there.
    pub fn is_absent(&self, key: &str) -> bool {
        self.asked.iter().any(|(asked, presence)| *asked == key && *presence == Presence::Absent)
    }

    /// Reports the keys that nobody asked for, with the nearest one.
    pub fn finish(self, diagnostics: &mut Diagnostics) {
        let known: Vec<&'static str> = self.asked.iter().map(|(key, _)| *key).collect();
        for (key, (span, value)) in &self.values {
            if self.source.is_damaged(&self.source.local(*span)) || self.source.is_damaged(&value.span()) {
                continue;
            }
            let free = self.asked.iter().filter(|(_, p)| *p == Presence::Absent).map(|(key, _)| *key);
            let hint = match nearest(key, free).or_else(|| nearest(key, known.iter().copied())) {
                Some(nearest) => Hint::DidYouMean { nearest: nearest.into() },
                None => Hint::KnownKeys { keys: known.join(" ") },
            };
            diagnostics.push(Diagnostic::at(*span, Message::UnknownKey { key: quoted(key) }).hint(hint));
        }
    }

    /// The value of a key, unless its line is damaged.
    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        let found = self.values.remove(key);
        let presence = if found.is_some() { Presence::Present } else { Presence::Absent };
        self.asked.push((key, presence));
        found.map(|(_, value)| value).filter(|value| !self.source.is_damaged(&value.span()))
    }

    fn list(
        &mut self,
        key: &'static str,
        expected: Term,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Spanned<DeValue<'t>>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self.source.list(key, value, expected, diagnostics)
    }
}

impl Source {
    /// Bytes of the parsed text → place in the file.
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }

    /// Place in the file → bytes of the parsed text.
    fn local(&self, span: Span) -> Range<usize> {
        span.start as usize - self.offset..span.end as usize - self.offset
    }

    fn is_damaged(&self, range: &Range<usize>) -> bool {
        // Sorted and apart: the first line that ends at or behind the range decides.
        let next = self.damaged.partition_point(|line| line.end < range.start);
        self.damaged.get(next).is_some_and(|line| line.start < range.end.max(range.start + 1))
    }

    fn string(
        &self,
        key: &str,
        value: Spanned<DeValue>,
        diagnostics: &mut Diagnostics,
    ) -> Option<At<String>> {
        let span = self.span(value.span());
        let Some(text) = value.get_ref().as_str() else {
            diagnostics.push(self.wrong_type(key, STRING, &value));
            return None;
        };
        let text = text.trim();
        // Nor is there anything in a text of marks without width.
        if fold(text).is_empty() {
            diagnostics.push(Diagnostic::at(span, Message::EmptyValue { key: key.into() }));
            return None;
        }
        // Only an escape can bring one here; it is no letter of a name, breaks XML and drives terminals.
        if let Some(c) = text.chars().find(|c| is_no_text(*c)) {
            let code = format!("U+{:04X}", c as u32);
            diagnostics.push(Diagnostic::at(span, Message::BadCharacter { key: key.into(), code }));
            return None;
        }
        Some(At::new(text.to_owned(), span))
    }

    fn strings(
        &self,
        key: &str,
        value: Spanned<DeValue>,
        expected: Term,
        diagnostics: &mut Diagnostics,
    ) -> Vec<At<String>> {
        let list = self.list(key, value, expected, diagnostics);
        list.into_iter().filter_map(|member| self.string(key, member, diagnostics)).collect()
    }

    fn list<'t>(
        &self,
        key: &str,
        value: Spanned<DeValue<'t>>,
        expected: Term,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Spanned<DeValue<'t>>> {
        if !value.get_ref().is_array() {
            let is_list_of_tables = expected == LIST_OF_TABLES;
            let mut problem = self.wrong_type(key, expected, &value);
            match value.get_ref() {
                DeValue::String(text) => {
                    problem = problem.hint(Hint::PutInBrackets { written: format!("{:?}", quoted(text)) });
                }
                DeValue::Table(_) if is_list_of_tables => {
                    problem = problem.hint(Hint::DoubleBrackets { key: key.to_owned() });
                }
                _ => {}
            }
            diagnostics.push(problem);
            return Vec::new();
        }
        match value.into_inner() {
            DeValue::Array(list) => list.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn date(
        &self,
        key: &str,
        value: Spanned<DeValue>,
        expected: Term,
        forms: Hint,
        read: impl Fn(&str) -> Result<Date, DateError>,
        diagnostics: &mut Diagnostics,
    ) -> Option<At<Date>> {
        let span = self.span(value.span());
        match value.get_ref() {
            DeValue::String(text) => found_day(read(text), text, span, forms, diagnostics),
            DeValue::Datetime(toml::value::Datetime { date: Some(day), .. }) => {
                let found = date::date(day.year.into(), day.month.into(), day.day.into());
                found_day(found, &day.to_string(), span, forms, diagnostics)
            }
            _ => {
                diagnostics.push(self.wrong_type(key, expected, &value).hint(forms));
                None
            }
        }
    }

    /// The value as a table, or the value back. `limit` ends the table that holds it.
    fn table<'t>(
        self: &Rc<Self>,
        value: Spanned<DeValue<'t>>,
        limit: usize,
    ) -> Result<Fields<'t>, Spanned<DeValue<'t>>> {
        if !value.get_ref().is_table() {
            return Err(value);
        }
        let range = value.span();
        let extent = if self.headers.binary_search(&range.start).is_ok() {
            let next = self.headers.partition_point(|header| *header <= range.start);
            range.start..self.headers.get(next).copied().unwrap_or(limit).min(limit)
        } else {
            range.clone()
        };
        match value.into_inner() {
            DeValue::Table(table) => Ok(Fields::new(self.clone(), self.span(range), extent, table)),
            other => Err(Spanned::new(range, other)),
        }
    }

    fn wrong_type(&self, key: &str, expected: Term, value: &Spanned<DeValue>) -> Diagnostic {
        let (wants_number, wants_text) = (expected == INTEGER, expected == STRING);
        let message = Message::WrongType { key: key.into(), expected, found: type_of(value.get_ref()) };
        let problem = Diagnostic::at(self.span(value.span()), message);
        match value.get_ref().as_str() {
            Some(text) if wants_number && text.parse::<i64>().is_ok() => {
                problem.hint(Hint::NoQuotes { written: format!("{key} = {text}") })
            }
            None if wants_text && !value.get_ref().is_array() && !value.get_ref().is_table() => {
                problem.hint(Hint::QuoteText)
            }
            _ => problem,
        }
    }
}

/// The day that was read, or its problem.
fn found_day(
    found: Result<Date, DateError>,
    written: &str,
    span: Span,
    forms: Hint,
    diagnostics: &mut Diagnostics,
) -> Option<At<Date>> {
    let written = quoted(written);
    let problem = match found {
        Ok(day) => return Some(At::new(day, span)),
        Err(DateError::Unreadable) => Diagnostic::at(span, Message::BadDate { written }).hint(forms),
        Err(DateError::Impossible) => Diagnostic::at(span, Message::ImpossibleDate { written }),
    };
    diagnostics.push(problem);
    None
}

/// A piece of a file for a sentence: a long one is cut.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

const STRING: Term = Term::new("加引号的文字", "a string");
const LIST_OF_STRINGS: Term = Term::new("文字列表", "a list of strings");
const STRING_OR_LIST: Term = Term::new("文字或文字列表", "a string or a list of strings");
const BOOLEAN: Term = Term::new(" true 或 false", "true or false");
const BOOLEAN_OR_LIST: Term = Term::new(" true、false 或文字列表", "true, false or a list of strings");
const INTEGER: Term = Term::new("整数", "an integer");
const DATE: Term = Term::new("日期", "a date");
const DATE_OR_YEAR: Term = Term::new("日期或年份", "a date or a year");
const TABLE: Term = Term::new("表", "a table");
const LIST_OF_TABLES: Term = Term::new("一组表", "a list of tables");
const STRING_OR_TABLE: Term = Term::new("文字或表", "a string or a table");
const LIST_OF_ITEMS: Term = Term::new("文字或表的列表", "a list of strings or tables");
const LIST_OF_LISTS: Term = Term::new("列表的列表", "a list of lists");

fn type_of(value: &DeValue) -> Term {
    match value {
        DeValue::String(_) => Term::new("文字", "a string"),
        DeValue::Integer(_) => INTEGER,
        DeValue::Float(_) => Term::new("小数", "a fraction"),
        DeValue::Boolean(_) => Term::new(" true 或 false", "a boolean"),
        DeValue::Datetime(when) if when.date.is_none() => Term::new("时间", "a time"),
        DeValue::Datetime(_) => DATE,
        DeValue::Array(_) => Term::new("列表", "a list"),
        DeValue::Table(_) => TABLE,
    }
}

/// The table and all syntax mistakes; of a large text only the first.
fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Error>) {
    if text.len() <= RECOVER_BYTES {
        return DeTable::parse_recoverable(text);
    }
    match DeTable::parse(text) {
        Ok(table) => (table, Vec::new()),
        Err(first) => (Spanned::new(0..0, DeTable::new()), vec![first]),
    }
}

/// Begin of every line that begins with `[`.
fn headers(text: &str) -> Vec<usize> {
    let mut start = 0;
    let mut headers = Vec::new();
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line[indent..].starts_with('[') {
            headers.push(start + indent);
        }
        start += line.len();
    }
    headers
}

/// A syntax mistake with the line that it stands in, as bytes of the parsed text.
struct Mistake {
    line: Range<usize>,
    place: Range<usize>,
    message: String,
}

/// The parser reports what follows from a mistake as more mistakes; the first of each line is the
/// one to mend. Sorted by line.
fn one_a_line(text: &str, errors: Vec<Error>) -> Vec<Mistake> {
    let mut found: Vec<(Range<usize>, String)> = errors
        .into_iter()
        .map(|error| (error.span().unwrap_or(0..0), error.message().to_owned()))
        .map(|(place, message)| (on_borders(text, place), message))
        .collect();
    found.sort_by_key(|(place, _)| place.start);
    let mut mistakes: Vec<Mistake> = Vec::new();
    for (place, message) in found {
        if mistakes.last().is_some_and(|last| place.start <= last.line.end) {
            continue;
        }
        let line_start = text[..place.start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[place.start..].find('\n').map_or(text.len(), |newline| place.start + newline);
        mistakes.push(Mistake { line: line_start..line_end, place, message });
    }
    // Of a large text nothing is known behind the first mistake.
    if text.len() > RECOVER_BYTES
        && let Some(first) = mistakes.first_mut()
    {
        first.line = 0..text.len();
    }
    mistakes
}

/// The parser works on bytes; a place inside a character becomes the whole character.
fn on_borders(text: &str, place: Range<usize>) -> Range<usize> {
    text.floor_char_boundary(place.start)..text.ceil_char_boundary(place.end.max(place.start))
}

fn syntax_diagnostic(text: &str, mistake: &Mistake, span: Span) -> Diagnostic {
    let written = &text[mistake.place.clone()];
    let message = match mistake.message.as_str() {
        "duplicate key" => Message::DuplicateKey { key: quoted(written) },
        m if m.starts_with("invalid date") && m.contains("between") => {
            Message::ImpossibleDate { written: quoted(written) }
        }
        m if m.starts_with("invalid date") => Message::BadDate { written: quoted(written) },
        m => Message::TomlSyntax { what: translated(m) },
    };
    let hint = full_width(text, mistake)
        .or_else(|| single_brackets(text, mistake))
        .or_else(|| syntax_hint(&mistake.message));
    let diagnostic = Diagnostic::at(span, message);
    match hint {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    }
}

/// Chinese punctuation at the place is nearly always the cause.
fn full_width(text: &str, mistake: &Mistake) -> Option<Hint> {
    let rest = &text[mistake.place.start..mistake.line.end.max(mistake.place.start)];
    let marks = [
        ('＝', '='),
        ('：', '='),
        ('，', ','),
        ('“', '"'),
        ('”', '"'),
        ('‘', '\''),
        ('’', '\''),
        ('＂', '"'),
        ('【', '['),
        ('】', ']'),
        ('［', '['),
        ('］', ']'),
        ('｛', '{'),
        ('｝', '}'),
        ('＃', '#'),
        ('\u{3000}', ' '),
    ];
    let first = rest.chars().next()?;
    let (mark, plain) = marks.into_iter().find(|(mark, _)| *mark == first)?;
    Some(Hint::FullWidth { mark, plain })
}

/// `[township]` where `[[township]]` is meant: TOML sees the same table twice.
fn single_brackets(text: &str, mistake: &Mistake) -> Option<Hint> {
    let key = text[mistake.line.clone()].trim().strip_prefix('[')?.strip_suffix(']')?;
    let is_plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    (mistake.message == "duplicate key" && is_plain).then(|| Hint::DoubleBrackets { key: quoted(key) })
}

fn syntax_hint(message: &str) -> Option<Hint> {
    let begins = |start: &str| message.starts_with(start);
    if begins("string values must be quoted") {
        Some(Hint::QuoteText)
    } else if begins("missing escaped value") || begins("too few unicode") {
        Some(Hint::Backslash)
    } else if begins("invalid date") && !message.contains("between") {
        Some(Hint::DateForms)
    } else if begins("duplicate key") {
        Some(Hint::RemoveOne)
    } else if begins("key with no value") || begins("invalid unquoted key") || begins("missing value") {
        Some(Hint::Assignment)
    } else if begins("unexpected key or value") || begins("unexpected content") {
        Some(Hint::InnerQuotes)
    } else {
        None
    }
}

/// What the parser says, by how it begins, in both languages. The English of what is not listed
/// stands in both.
const TRANSLATIONS: &[(&str, Term)] = &[
    ("string values must be quoted", Term::new("文字没有加引号", "text without quotes")),
    ("invalid basic string, expected `\"`", Term::new("引号没有闭合", "the quotes are not closed")),
    ("invalid literal string, expected `'`", Term::new("引号没有闭合", "the quotes are not closed")),
    (
        "invalid multi-line basic string, expected `\"`",
        Term::new("三引号没有闭合", "the quotes are not closed"),
    ),
    (
        "invalid multi-line literal string, expected `'`",
        Term::new("三引号没有闭合", "the quotes are not closed"),
    ),
    ("invalid basic string", Term::new("引号里有控制字符", "a control character in quotes")),
    ("invalid literal string", Term::new("引号里有控制字符", "a control character in quotes")),
    ("invalid multi-line", Term::new("引号里有控制字符", "a control character in quotes")),
    ("invalid comment character", Term::new("注释里有控制字符", "a control character in a comment")),
    ("missing escaped value", Term::new("反斜杠后面的字符不对", "a wrong character after a backslash")),
    ("too few unicode", Term::new("\\u 后面的位数不够", "too few digits after \\u")),
    ("missing opening quote", Term::new("少了前面的引号", "the opening quote is missing")),
    ("key with no value", Term::new("键后面没有 `=`", "no `=` after the key")),
    ("missing value", Term::new("`=` 后面没有值", "no value after `=`")),
    (
        "invalid unquoted key",
        Term::new("键只能用英文字母、数字、`-` 和 `_`", "keys have only letters, digits, `-` and `_`"),
    ),
    ("unquoted keys cannot be empty", Term::new("`=` 前面没有键", "no key before `=`")),
    ("missing comma", Term::new("两项之间少了逗号", "a comma is missing between two items")),
    ("extra comma", Term::new("多了一个逗号", "a comma too many")),
    ("extra `=`", Term::new("多了一个 `=`", "an `=` too many")),
    ("extra assignment", Term::new("两项之间少了逗号", "a comma is missing between two items")),
    ("unexpected `=` in array", Term::new("方括号没有闭合", "the brackets are not closed")),
    ("unclosed array table", Term::new("表头的方括号没有闭合", "the header's brackets are not closed")),
    ("unclosed table", Term::new("表头的方括号没有闭合", "the header's brackets are not closed")),
    ("unclosed array", Term::new("方括号没有闭合", "the brackets are not closed")),
    ("unclosed inline table", Term::new("花括号没有闭合", "the braces are not closed")),
    ("unexpected key or value", Term::new("这一行后面多了东西", "more than one value on the line")),
    ("unexpected content", Term::new("这一行后面多了东西", "more than one value on the line")),
    ("invalid boolean", Term::new("只能写小写的 `true` 或 `false`", "only `true` or `false` in lower case")),
    ("unexpected leading zero", Term::new("数字不能以 0 开头", "numbers do not begin with 0")),
    ("invalid integer", Term::new("数字写错了", "not a number")),
    ("invalid time", Term::new("时间写错了", "not a time")),
    ("cannot recurse further", Term::new("嵌套太深", "nested too deeply")),
    (
        "cannot extend value",
        Term::new("这个键已经有值，不能再当作表", "the key has a value already and is no table"),
    ),
];

/// What the parser says, in both languages as far as it is known.
pub fn translated(message: &str) -> Term {
    match TRANSLATIONS.iter().find(|(start, _)| message.starts_with(start)) {
        Some((_, term)) => term.clone(),
        None => Term::built(format!("`{}`", quoted(message)), quoted(message)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `take` reports of `toml`, as `line:column code: 中文 (hint)`; the text stands behind a line.
    fn reported(toml: &str, take: impl Fn(&mut Fields, &mut Diagnostics)) -> Vec<String> {
        let mut files = Files::default();
        let file = files.add("a.toml", format!("+++\n{toml}"));
        let mut diagnostics = Diagnostics::default();
        let mut fields = Fields::parse(&files, file, 4..files.text(file).len(), &mut diagnostics);
        take(&mut fields, &mut diagnostics);
        fields.finish(&mut diagnostics);
        diagnostics
            .iter()
            .map(|d| {
                let position = files.position(file, d.span.unwrap().start as usize);
                let hints: String = d.hints.iter().map(|hint| format!(" ({})", hint.zh())).collect();
                format!("{}:{} {}{hints}", position.line, position.column, d.message.zh())
            })
            .collect()
    }

    fn check(toml: &str, expected: &[&str]) {
        let take = |fields: &mut Fields, d: &mut Diagnostics| {
            let title = fields.string("title", d);
            fields.needed("title", title, fields.span(), d);
            fields.integer("number", 1..=999, d);
            fields.boolean("draft", d);
            fields.date("date", d);
            fields.date_or_year("since", Edge::First, d);
            fields.strings("short", d);
            fields.one_or_more("corrects", d);
            fields.flag_or_list("internal", d);
            fields.groups("synonyms", d);
            if let Some(mut table) = fields.table("search", d) {
                table.boolean("enabled", d);
                table.finish(d);
            }
            for mut table in fields.tables("series", d) {
                let id = table.string("id", d);
                table.needed("id", id, table.span(), d);
                table.finish(d);
            }
            for item in fields.items("companies", d) {
                if let Item::Table(table) = item {
                    table.finish(d);
                }
            }
        };
        assert_eq!(reported(toml, take), expected, "{toml}");
    }

    #[test]
    fn good_texts_have_no_problem() {
        check(
            "title = ' a '\nnumber = 6\ndraft = true\ndate = '2022年9月9日'\nsince = 2022\nshort = ['a']\n\
             corrects = 'x'\ninternal = ['a']\nsynonyms = [['a', 'b']]\ncompanies = ['a', {}]\n\
             [search]\nenabled = false\n[[series]]\nid = 'a'\n",
            &[],
        );
        check(
            "title = 'a'\ncorrects = ['x']\ninternal = true\ndate = 2022-09-09T08:00:00+08:00\nsince = '2022'",
            &[],
        );
    }

    #[test]
    fn wrong_types() {
        let check = |line: &str, expected: &str| check(&format!("title = 'a'\n{line}"), &[expected]);
        check("number = '6'", "3:10 `number` 应为整数，写成了文字 (不加引号：`number = 6`)");
        check("number = 1.5", "3:10 `number` 应为整数，写成了小数");
        check("number = 0", "3:10 `number` 为 `0`，应在 1 到 999 之间");
        check("number = 99999999999999999999", "3:10 `number` 为 `99999999999999999999`，应在 1 到 999 之间");
        check("draft = 'no'", "3:9 `draft` 应为 true 或 false，写成了文字");
        check(
            "date = 6",
            "3:8 `date` 应为日期，写成了整数 (写成 `2022-09-09`，或加引号写 `\"2022年9月9日\"`)",
        );
        check("date = '6'", "3:8 看不懂日期 `6` (写成 `2022-09-09`，或加引号写 `\"2022年9月9日\"`)");
        check(
            "date = '2月30日'",
            "3:8 看不懂日期 `2月30日` (写成 `2022-09-09`，或加引号写 `\"2022年9月9日\"`)",
        );
        check("date = '2022-2-30'", "3:8 没有 `2022-2-30` 这一天");
        check("since = 23", "3:9 看不懂日期 `23` (写成 `2022-09-09`，或只写年份 `2022`)");
        check("short = 'a'", "3:9 `short` 应为文字列表，写成了文字 (写成列表：`[\"a\"]`)");
        check(
            "short = [1]",
            "3:10 `short` 应为加引号的文字，写成了整数 (文字两边加英文双引号，如 `title = \"标题\"`)",
        );
        check("short = ['']", "3:10 `short` 是空的");
        check("short = ['\u{200b}\u{feff}']", "3:10 `short` 是空的");
        check("internal = 1", "3:12 `internal` 应为 true、false 或文字列表，写成了整数");
        check("search = 1", "3:10 `search` 应为表，写成了整数");
        check("series = 1", "3:10 `series` 应为一组表，写成了整数");
        check("companies = [1]", "3:14 `companies` 应为文字或表，写成了整数");
    }

    #[test]
    fn missing_and_empty() {
        check("", &["2:1 缺少 `title`"]);
        check("title = ' \u{3000}'", &["2:9 `title` 是空的"]);
        check("title = 'a'\n[[series]]", &["3:1 缺少 `id`"]);
    }

    #[test]
    fn unknown_keys() {
        check("titel = 'a'", &["2:1 不认识的键 `titel` (是不是 `title`？)"]);
        check("title='a'\n[search]\nenable = true", &["4:1 不认识的键 `enable` (是不是 `enabled`？)"]);
        check("title='a'\ncompanies = [{n = 1}]", &["3:15 不认识的键 `n` (可用的键：)"]);
    }

    #[test]
    fn all_syntax_mistakes_at_once_each_at_its_place() {
        check(
            "title = 督查\nnumber = 007\n\"乡\"=1\ndate = 2022-9-9\nshort = [\"a\"，\"b\"]\n",
            &[
                "2:9 TOML 写法有误：文字没有加引号 (文字两边加英文双引号，如 `title = \"标题\"`)",
                "3:10 TOML 写法有误：数字不能以 0 开头",
                "5:8 看不懂日期 `2022-9-9` (写成 `2022-09-09`，或加引号写 `\"2022年9月9日\"`)",
                "6:13 TOML 写法有误：两项之间少了逗号 (全角的 `，` 要改成半角的 `,`)",
                "4:1 不认识的键 `乡` (可用的键：title number draft date since short corrects internal synonyms search series companies)",
            ],
        );
    }

    #[test]
    fn what_follows_from_a_mistake_is_not_reported() {
        check(
            "title：\"x\"\nnumber = 1",
            &["2:6 TOML 写法有误：键只能用英文字母、数字、`-` 和 `_` (全角的 `：` 要改成半角的 `=`)"],
        );
        check("title = \"x\nnumber = 1", &["2:11 TOML 写法有误：引号没有闭合"]);
        check("title = “x”", &["2:9 TOML 写法有误：文字没有加引号 (全角的 `“` 要改成半角的 `\"`)"]);
        check(
            "title = 'a'\nnumber = 1 draft = true",
            &["3:10 TOML 写法有误：文字没有加引号 (文字两边加英文双引号，如 `title = \"标题\"`)"],
        );
        check("title = 'a'\ntitle = 'b'", &["3:1 `title` 写了两次 (请删去一个)"]);
        check("title = 'a'\ndate = 2022-02-30", &["3:8 没有 `2022-02-30` 这一天"]);
        check("title = 'a'\n[[series]\nid = 'x'", &["3:10 TOML 写法有误：表头的方括号没有闭合"]);
        check(&format!("title = {}", "[".repeat(1000)), &["2:89 TOML 写法有误：嵌套太深"]);
    }

    #[test]
    fn a_mistake_in_one_table_leaves_the_others_whole() {
        check(
            "title = 'a'\n[[series]]\n[[series]\n",
            &["4:10 TOML 写法有误：表头的方括号没有闭合", "3:1 缺少 `id`"],
        );
        let toml = "title = 'a'\n[[series]]\nid = x\n[[series]]\n";
        check(
            toml,
            &[
                "4:6 TOML 写法有误：文字没有加引号 (文字两边加英文双引号，如 `title = \"标题\"`)",
                "5:1 缺少 `id`",
            ],
        );
    }

    #[test]
    fn a_large_text_has_its_first_mistake_reported() {
        let toml = format!("title = 'a'\nx y\nz z\n#{}", "a".repeat(RECOVER_BYTES));
        check(&toml, &["3:3 TOML 写法有误：键后面没有 `=` (每行写成 `键 = 值`)"]);
    }

    #[test]
    fn long_texts_are_cut_in_sentences() {
        assert_eq!(quoted(&"乡".repeat(100)), format!("{}…", "乡".repeat(60)));
        assert_eq!(quoted("乡"), "乡");
    }
}
