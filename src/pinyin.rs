//! How is a Chinese text read? Syllables for addresses, for order and for finding by pinyin.
//!
//! Characters with several readings are settled by a table of words, the longest first, and else
//! by their commonest reading. Where that is wrong for a name, the register's `pinyin` decides
//! ([`with_override`]).

use crate::fold::{is_han, simplified};
use pinyin::ToPinyin;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words whose characters do not have their commonest reading, one a line: `重庆 chong qing`.
const PHRASES: &str = include_str!("pinyin/phrases.txt");

/// Characters whose commonest reading is another in names of places and companies, or which the
/// crate reads by an old sound.
const CHARACTERS: &[(char, &str)] = &[('长', "chang"), ('々', "")];

/// Surnames that are read otherwise than the character elsewhere.
const SURNAMES: &[(&str, &str)] = &[("单", "shan")];

/// Lower-case syllables without tones: one for each Han character, one for each run of Latin
/// letters and digits. `ü` is written `v` (绿 is `lv`, as typed). Other characters only separate.
/// A Han character that nobody knows how to read is `u` and its code point in hex: see
/// [`is_reading`]. 々 repeats the syllable before it.
pub fn syllables(text: &str) -> Vec<String> {
    let chars = letters(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        at += match phrase_at(&chars[at..]) {
            Some((length, readings)) => {
                out.extend(readings.iter().map(|reading| (*reading).to_owned()));
                length
            }
            None => one_item(&chars[at..], &mut out),
        };
    }
    out
}

/// As [`syllables`], but when the register says how a name is read, its syllables: parted by
/// blanks, hyphens, apostrophes or anything else but letters and digits; tone marks are taken off.
pub fn with_override(text: &str, register: Option<&str>) -> Vec<String> {
    let said = register.map(said_syllables).filter(|said| !said.is_empty());
    said.unwrap_or_else(|| syllables(text))
}

/// As [`syllables`] for a person's name: its first character is read as a surname (单 shan, 曾 zeng).
pub fn person(name: &str) -> Vec<String> {
    let name: String = letters(name).into_iter().collect();
    let Some((surname, reading)) = SURNAMES.iter().find(|(surname, _)| name.starts_with(surname)) else {
        return syllables(&name);
    };
    let mut out: Vec<String> = reading.split(' ').map(str::to_owned).collect();
    out.extend(syllables(&name[surname.len()..]));
    out
}

/// First letters, as typed to find a name: `qing lan shi dai` → `qlsd`. An item that begins with a
/// digit stays whole (`5g ji zhan` → `5gjz`); an unknown character gives nothing.
pub fn initials(syllables: &[String]) -> String {
    let known = syllables.iter().filter(|syllable| is_reading(syllable));
    let initial = |syllable: &'_ String| match syllable.starts_with(|c: char| c.is_ascii_digit()) {
        true => syllable.clone(),
        false => syllable.chars().take(1).collect(),
    };
    known.map(initial).collect()
}

/// Whether a syllable is one, and not the code point of a character that nobody can read
/// (`u2a6d6`). No reading begins with `u`.
pub fn is_reading(syllable: &str) -> bool {
    let hex = |digits: &str| (4..=6).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
    !syllable.strip_prefix('u').is_some_and(hex)
}

/// The text as it is read: widths and ligatures resolved, simplified, without accents, lower case.
fn letters(text: &str) -> Vec<char> {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).nfc();
    plain.flat_map(char::to_lowercase).map(simplified).collect()
}

fn said_syllables(register: &str) -> Vec<String> {
    let toned = register.to_lowercase().nfc().collect::<String>();
    let umlaut = toned.replace(['ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ'], "v");
    let plain: String = letters(&umlaut).into_iter().collect();
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The item that begins a text in which no phrase begins; returns how many characters it takes.
fn one_item(chars: &[char], out: &mut Vec<String>) -> usize {
    let first = chars[0];
    if first == '々' {
        out.extend(out.last().cloned());
    } else if is_han(first) {
        out.push(reading(first));
    }
    let run = chars.iter().take_while(|c| c.is_ascii_alphanumeric());
    let run: String = run.collect();
    if run.is_empty() {
        return 1;
    }
    let length = run.len();
    out.push(run);
    length
}

fn reading(c: char) -> String {
    let known = CHARACTERS.iter().find(|(character, _)| *character == c).map(|(_, reading)| *reading);
    let plain = known.or_else(|| c.to_pinyin().map(|pinyin| pinyin.plain())).unwrap_or_default();
    let ascii: String =
        letters(&plain.replace('ü', "v")).into_iter().filter(char::is_ascii_lowercase).collect();
    if ascii.is_empty() { format!("u{:x}", u32::from(c)) } else { ascii }
}

type Phrases = BTreeMap<Vec<char>, Vec<&'static str>>;

static PHRASE_TABLE: LazyLock<(Phrases, usize)> = LazyLock::new(|| {
    let lines = PHRASES.lines().filter(|line| !line.starts_with('#'));
    let entry = |line: &'static str| {
        let (word, readings) = line.split_once(' ')?;
        Some((word.chars().collect::<Vec<_>>(), readings.split(' ').collect()))
    };
    let phrases: Phrases = lines.filter_map(entry).collect();
    let longest = phrases.keys().map(Vec::len).max().unwrap_or(0);
    (phrases, longest)
});

/// The longest phrase that begins the text.
fn phrase_at(chars: &[char]) -> Option<(usize, &'static [&'static str])> {
    let (phrases, longest) = &*PHRASE_TABLE;
    let lengths = (2..=chars.len().min(*longest)).rev();
    let mut found = lengths.filter_map(|length| Some((length, phrases.get(&chars[..length])?.as_slice())));
    found.next()
}
