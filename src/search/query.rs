//! What was typed → what is looked for: text, quoted parts, exclusions, filters (SPEC 7.4). What is no
//! operator is text; nothing is a mistake.
//!
//! The browser does the same (`js/search/query.js`); `tests/search/parse.jsonl` holds both to one another.

use crate::fold::{fold, is_han};
use jiff::civil::Date;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A query. All texts are folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The text that sections shall contain; empty when nothing but filters was typed.
    pub literal: String,
    /// Quoted texts that the section must contain beside it.
    pub quoted: Vec<String>,
    /// The words as typed, then the quoted ones; none when the text is one quoted text.
    pub parts: Vec<String>,
    /// How many of the parts are not quoted: those come first.
    pub plain: usize,
    /// Texts that the section must not contain.
    pub not: Vec<String>,
    /// Filters in the order typed: those of one key are alternatives.
    pub filters: Vec<Filter>,
}

/// One condition on sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// What it looks at.
    pub key: Key,
    /// Township, company: id or folded name. Year: four digits. Issue: a number or an id. Date: two ISO
    /// days with `..` between, either may be missing.
    pub value: String,
}

/// What a filter looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `乡镇:` townships that the section belongs to.
    Township,
    /// `公司:` companies that the section names.
    Company,
    /// `年:` year of the issue's number.
    Year,
    /// `期:` number or id of the issue.
    Issue,
    /// `日期:` date of the issue.
    Date,
}

impl Key {
    const WRITTEN: [(&'static str, Key); 5] = [
        ("乡镇", Key::Township),
        ("公司", Key::Company),
        ("年", Key::Year),
        ("期", Key::Issue),
        ("日期", Key::Date),
    ];
}

impl Filter {
    /// The filter of a key for a value as typed; `None` when it is none. `known` says whether there is
    /// an entity with a folded name or id, or an issue with an id.
    pub fn new(key: Key, value: &str, known: impl Fn(Key, &str) -> bool) -> Option<Self> {
        let value = fold(&value.nfc().collect::<String>());
        let value = match key {
            Key::Date => dates(&value),
            Key::Year => Some(value).filter(|v| v.len() == 4 && is_digits(v)),
            Key::Issue if is_digits(&value) && value.len() < 10 => {
                Some(value.trim_start_matches('0').to_owned()).filter(|v| !v.is_empty())
            }
            Key::Township | Key::Company | Key::Issue => {
                Some(value).filter(|v| !v.is_empty() && known(key, v))
            }
        };
        Some(Self { key, value: value? })
    }
}

/// A token and what it means.
enum Token<'a> {
    Plain(&'a str),
    Quoted(String),
    Not(String, &'a str),
    Filter(Filter),
}

/// Reads a query. `known` as for [`Filter::new`].
pub fn parse(typed: &str, known: impl Fn(Key, &str) -> bool) -> Query {
    let text: String = typed.nfc().collect();
    let tokens = tokens(&text, &known);
    let means_something = |token: &Token| match token {
        Token::Plain(raw) => !fold(raw).is_empty(),
        Token::Quoted(_) | Token::Filter(_) => true,
        Token::Not(..) => false,
    };
    // An exclusion alone would be everything else: then it is text.
    let positive = tokens.iter().any(means_something);
    let (mut words, mut quoted, mut query) = (Vec::new(), Vec::new(), Query::default());
    for token in tokens {
        match token {
            Token::Plain(raw) => words.push(raw),
            Token::Quoted(text) => quoted.push(text),
            Token::Not(text, _) if positive => query.not.push(text),
            Token::Not(_, raw) => words.extend(raw.split_whitespace()),
            Token::Filter(filter) => query.filters.push(filter),
        }
    }
    let plain = join(words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()));
    query.plain = plain.len();
    query.literal = match plain.is_empty() {
        false => fold(&words.join(" ")),
        true if quoted.is_empty() => return query,
        true => quoted[0].clone(),
    };
    if !plain.is_empty() || quoted.len() > 1 {
        query.parts = plain.iter().chain(&quoted).cloned().collect();
    }
    query.quoted = quoted.split_off(usize::from(plain.is_empty()));
    query
}

fn tokens<'a>(text: &'a str, known: &impl Fn(Key, &str) -> bool) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (token, length) = token(rest, known);
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    tokens
}

/// The token that begins a text, and its length in bytes.
fn token<'a>(text: &'a str, known: &impl Fn(Key, &str) -> bool) -> (Token<'a>, usize) {
    let (key, body) = match text.strip_prefix('-') {
        Some(body) => (None, body),
        None => key(text).map_or((None, text), |(key, body)| (Some(key), body)),
    };
    let before = text.len() - body.len();
    let is_quoted = quoted(body);
    let (value, length) = match &is_quoted {
        Some(inner) => (&body[inner.clone()], before + quote_end(body, inner)),
        None => (&body[..word(body)], before + word(body)),
    };
    // A quote that does not close is no operator, whatever stands before it.
    let whole = !fold(value).is_empty() && (is_quoted.is_some() || !body.starts_with(OPENING));
    let operator = match key {
        _ if !whole => None,
        Some(key) => Filter::new(key, value, known).map(Token::Filter),
        None if before > 0 => Some(Token::Not(fold(value), &text[..length])),
        None => is_quoted.map(|_| Token::Quoted(fold(value))),
    };
    match operator {
        Some(token) => (token, length),
        None => (Token::Plain(&text[..word(text)]), word(text)),
    }
}

const OPENING: [char; 2] = ['"', '“'];
const CLOSING: [char; 2] = ['"', '”'];

/// The key before a colon, and what follows it.
fn key(text: &str) -> Option<(Key, &str)> {
    Key::WRITTEN.iter().find_map(|(name, key)| {
        let body = text.strip_prefix(name)?.strip_prefix([':', '：'])?;
        Some((*key, body))
    })
}

/// What stands in the quotes that begin a text, when they close before a blank or the end.
fn quoted(text: &str) -> Option<Range<usize>> {
    let inner = text.strip_prefix(OPENING)?;
    let start = text.len() - inner.len();
    inner.match_indices(CLOSING).find_map(|(at, mark)| {
        let after = inner[at + mark.len()..].chars().next();
        after.is_none_or(char::is_whitespace).then_some(start..start + at)
    })
}

fn quote_end(text: &str, inner: &Range<usize>) -> usize {
    inner.end + text[inner.end..].chars().next().map_or(0, char::len_utf8)
}

/// The length of the word that begins a text.
fn word(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

/// Words → parts: a blank between a digit and a Han character cuts nothing (8 月).
fn join(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in words {
        let edges = (parts.last().and_then(|part| part.chars().next_back()), word.chars().next());
        match (edges, parts.last_mut()) {
            ((Some(a), Some(b)), Some(part))
                if (a.is_ascii_digit() && is_han(b)) || (is_han(a) && b.is_ascii_digit()) =>
            {
                part.push_str(&word);
            }
            _ => parts.push(word),
        }
    }
    parts
}

/// D, D.., ..D or D..D → first and last day with `..` between.
fn dates(text: &str) -> Option<String> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let end = |text: &str| if text.is_empty() { Some(Default::default()) } else { period(text) };
    let ((from, _), (_, to)) = (end(from)?, end(to)?);
    (!from.is_empty() || !to.is_empty()).then(|| format!("{from}..{to}"))
}

/// First and last day of `2022`, `2022-07` or `2022-07-15`.
pub fn period(text: &str) -> Option<(String, String)> {
    let fields: Vec<&str> = text.split('-').collect();
    let shaped = fields.len() < 4 && fields.iter().zip([4, 2, 2]).all(|(f, n)| f.len() == n && is_digits(f));
    if !shaped {
        return None;
    }
    let year: i16 = fields[0].parse().ok()?;
    let [month, day] = [1, 2].map(|i| fields.get(i).map(|field| field.parse::<i8>()));
    let first =
        Date::new(year, month.clone().unwrap_or(Ok(1)).ok()?, day.clone().unwrap_or(Ok(1)).ok()?).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((first.to_string(), last.to_string()))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Deserialize)]
    struct Vector {
        r#in: String,
        #[serde(default)]
        known: BTreeMap<String, Vec<String>>,
        out: Out,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Out {
        literal: String,
        quoted: Vec<String>,
        parts: Vec<String>,
        not: Vec<String>,
        filters: Vec<OutFilter>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct OutFilter {
        key: String,
        value: String,
    }

    fn name(key: Key) -> &'static str {
        match key {
            Key::Township => "township",
            Key::Company => "company",
            Key::Year => "year",
            Key::Issue => "issue",
            Key::Date => "date",
        }
    }

    /// The vectors that the browser reads too.
    #[test]
    fn vectors() {
        let vectors = include_str!("../../tests/search/parse.jsonl").lines();
        for line in vectors {
            let vector: Vector = serde_json::from_str(line).expect(line);
            let known = |key, value: &str| {
                vector.known.get(name(key)).is_some_and(|all| all.iter().any(|one| fold(one) == value))
            };
            let query = parse(&vector.r#in, known);
            let filter = |f: Filter| OutFilter { key: name(f.key).to_owned(), value: f.value };
            let out = Out {
                literal: query.literal,
                quoted: query.quoted,
                parts: query.parts,
                not: query.not,
                filters: query.filters.into_iter().map(filter).collect(),
            };
            assert_eq!(out, vector.out, "{}", vector.r#in);
        }
    }

    #[test]
    fn the_plain_parts_come_first() {
        let query = parse("\"甲乙\" 丙 丁", |_, _| false);
        assert_eq!(
            (query.parts.as_slice(), query.plain),
            (["丙", "丁", "甲乙"].map(String::from).as_slice(), 2)
        );
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_read(text in "[ \u{3000}\"“”:：\\-.0-9年期公司乡镇日a]{0,24}") {
            let query = parse(&text, |_, value| value.len() < 4);
            proptest::prop_assert_eq!(fold(&query.literal), query.literal.clone());
            proptest::prop_assert!(query.plain <= query.parts.len());
            proptest::prop_assert!(!query.literal.is_empty() || (query.parts.is_empty() && query.quoted.is_empty()));
        }
    }
}
