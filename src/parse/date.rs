//! Which day is meant? Dates in every form that the office writes, and Chinese numbers.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// It has none of the known forms.
    Unreadable,
    /// It has the form of a date, but the calendar has no such day (2月30日).
    Impossible,
}

/// Which day of a year a year alone stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// January 1, for `since`.
    First,
    /// December 31, for `until`.
    Last,
}

/// The day that `text` names: `2022-09-09`, `2022/9/9`, `2022.9.9`, `20220909`, `2022年9月9日`,
/// `二〇二二年九月九日`, with blanks and full-width digits.
///
/// # Errors
///
/// See [`DateError`].
pub fn parse(text: &str) -> Result<Date, DateError> {
    let text = plain(text)?;
    let (year, month, day) = compact(&text)
        .or_else(|| with_units(&text))
        .or_else(|| ['-', '/', '.'].into_iter().find_map(|separator| separated(&text, separator)))
        .ok_or(DateError::Unreadable)?;
    date(year, month, day)
}

/// A day, or a year alone (`2023`, `2023年`, `二〇二三年`) for its first or last day.
///
/// # Errors
///
/// See [`DateError`].
pub fn parse_or_year(text: &str, edge: Edge) -> Result<Date, DateError> {
    let written = plain(text)?;
    match year(written.strip_suffix('年').unwrap_or(&written)) {
        Some(year) => year_edge(year, edge),
        None => parse(text),
    }
}

/// First or last day of a year.
///
/// # Errors
///
/// [`DateError::Impossible`] for a year of less or more than four digits.
pub fn year_edge(year: i64, edge: Edge) -> Result<Date, DateError> {
    match edge {
        Edge::First => date(year, 1, 1),
        Edge::Last => date(year, 12, 31),
    }
}

/// A day of the calendar; years have four digits.
///
/// # Errors
///
/// [`DateError::Impossible`] when there is no such day.
pub fn date(year: i64, month: i64, day: i64) -> Result<Date, DateError> {
    let small = |n: i64| i8::try_from(n).map_err(|_| DateError::Impossible);
    let year = i16::try_from(year).ok().filter(|y| (1000..=9999).contains(y)).ok_or(DateError::Impossible)?;
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateError::Impossible)
}

/// Widths unified and blanks dropped. A text too long for a date is refused before any work.
fn plain(text: &str) -> Result<String, DateError> {
    if text.len() > 100 {
        return Err(DateError::Unreadable);
    }
    Ok(text.nfkc().filter(|c| !c.is_whitespace()).collect())
}

/// `20220909`.
fn compact(text: &str) -> Option<(i64, i64, i64)> {
    let is_compact = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    is_compact.then(|| (digits(&text[..4]), digits(&text[4..6]), digits(&text[6..])))
}

/// `2022年9月9日`, 号 for 日, 元月 for 1月; the closing 日 may be missing.
fn with_units(text: &str) -> Option<(i64, i64, i64)> {
    let (written_year, rest) = text.split_once('年')?;
    let (written_month, written_day) = rest.split_once('月')?;
    let month = if written_month == "元" { 1 } else { small_number(written_month)? };
    let written_day = written_day.strip_suffix(['日', '号']).unwrap_or(written_day);
    Some((year(written_year)?, month, small_number(written_day)?))
}

/// `2022-9-9` and the like.
fn separated(text: &str, separator: char) -> Option<(i64, i64, i64)> {
    let mut parts = text.split(separator);
    let (written_year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let complete = parts.next().is_none() && [written_year, month, day].into_iter().all(all_digits);
    complete.then_some(())?;
    Some((year(written_year)?, small_number(month)?, small_number(day)?))
}

/// A year of four digits, Latin or Han.
fn year(text: &str) -> Option<i64> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(digits(text));
    }
    let value: Option<Vec<u32>> = text.chars().map(han_digit).collect();
    let value = value.filter(|digits| digits.len() == 4 && digits[0] != 0)?;
    Some(value.iter().fold(0, |n, digit| n * 10 + i64::from(*digit)))
}

/// A month or day: one or two Latin digits, or Han.
fn small_number(text: &str) -> Option<i64> {
    if (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(digits(text));
    }
    han_number(text).map(i64::from)
}

fn digits(text: &str) -> i64 {
    text.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0'))
}

/// The value of a Chinese number up to 9999: 十二, 一百零三, 廿一, or digits in a row (二〇二二).
pub fn han_number(text: &str) -> Option<u32> {
    if text.chars().count() > 9 {
        return None;
    }
    let starts_as_number = text.chars().next().is_some_and(|c| !matches!(c, '0' | 'O' | 'o'));
    if !starts_as_number {
        return None;
    }
    digit_row(text).or_else(|| with_powers(text))
}

/// 二〇二二: digits only.
fn digit_row(text: &str) -> Option<u32> {
    text.chars().try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(han_digit(c)?))
}

/// 一百零三: read loosely, then accepted only when offices would write the value so.
fn with_powers(text: &str) -> Option<u32> {
    let text = text
        .replace('廿', "二十")
        .replace('卅', "三十")
        .replace("两百", "二百")
        .replace("两千", "二千")
        .replace(['〇', '○', '◯'], "零");
    let text = text.strip_prefix('一').filter(|rest| rest.starts_with('十')).unwrap_or(&text);
    let value = loose_value(text)?;
    (to_han(value) == text).then_some(value)
}

fn loose_value(text: &str) -> Option<u32> {
    let (mut value, mut digit) = (0, None);
    for c in text.chars() {
        match power(c) {
            Some(power) => value += digit.take().unwrap_or(1) * power,
            None => digit = Some(han_digit(c)?),
        }
    }
    Some(value + digit.unwrap_or(0))
}

fn power(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// As offices write numbers: powers fall, 零 stands once where some are left out, 十 to 十九 have no
/// 一 before them. Numbers from 1 to 9999.
pub fn to_han(n: u32) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        match n / power % 10 {
            0 => gap = !text.is_empty(),
            digit => {
                if std::mem::take(&mut gap) {
                    text.push('零');
                }
                if !(digit == 1 && power == 10 && text.is_empty()) {
                    text.extend(HAN_DIGITS.chars().nth(digit as usize - 1));
                }
                text.push_str(name);
            }
        }
    }
    text
}

const HAN_DIGITS: &str = "一二三四五六七八九";

fn han_digit(c: char) -> Option<u32> {
    match c {
        '〇' | '零' | '○' | '◯' | '0' | 'O' | 'o' => Some(0),
        c => HAN_DIGITS.chars().zip(1..).find(|(digit, _)| *digit == c).map(|(_, n)| n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Result<&str, DateError>) {
        assert_eq!(parse(text).map(|date| date.to_string()), expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn latin_forms() {
        for text in
            ["2022-09-09", "2022-9-9", "2022/9/9", "2022.9.9", "2022.09.09", "20220909", "2022 / 9 / 9"]
        {
            check(text, Ok("2022-09-09"));
        }
    }

    #[test]
    fn chinese_forms() {
        for text in [
            "2022年9月9日",
            "2022 年 9 月 9 日",
            "２０２２年９月９日",
            "2022年09月09号",
            "2022年9月9",
            "二〇二二年九月九日",
            "二○二二年九月九日",
            "二零二二年九月九日",
            "二O二二年九月九日",
            "２０２２－９－９",
        ] {
            check(text, Ok("2022-09-09"));
        }
        check("二〇二二年十二月二十一日", Ok("2022-12-21"));
        check("二〇二二年元月廿一日", Ok("2022-01-21"));
        check("二〇二二年一月卅日", Ok("2022-01-30"));
        check("二〇二二年十月三十一日", Ok("2022-10-31"));
        check("二〇二二年十月十日", Ok("2022-10-10"));
    }

    #[test]
    fn days_that_do_not_exist() {
        for text in
            ["2022年2月30日", "2022-13-01", "20220230", "二〇二二年十三月一日", "2022-0-9", "0202-09-09"]
        {
            check(text, Err(DateError::Impossible));
        }
        check("2024-02-29", Ok("2024-02-29"));
        check("2023-02-29", Err(DateError::Impossible));
    }

    #[test]
    fn other_texts() {
        let long = "2".repeat(1000);
        for text in
            ["", "昨天", "2022", "22-9-9", "2022-9", "2022-9/9", "2022年9月", "9月9日", "2022-9-9-9", &long]
        {
            check(text, Err(DateError::Unreadable));
        }
    }

    #[test]
    fn years_alone() {
        let check = |text: &str, edge: Edge, expected: &str| {
            assert_eq!(parse_or_year(text, edge).unwrap().to_string(), expected, "{text}");
        };
        check("2023", Edge::First, "2023-01-01");
        check("2023", Edge::Last, "2023-12-31");
        check("二〇二三年", Edge::Last, "2023-12-31");
        check("2023-05-06", Edge::Last, "2023-05-06");
        assert_eq!(parse_or_year("23", Edge::First), Err(DateError::Unreadable));
        assert_eq!(year_edge(23, Edge::First), Err(DateError::Impossible));
    }

    #[test]
    fn han_numbers() {
        let check = |text: &str, expected: Option<u32>| assert_eq!(han_number(text), expected, "{text}");
        check("一", Some(1));
        check("十", Some(10));
        check("十二", Some(12));
        check("二十", Some(20));
        check("廿一", Some(21));
        check("一百零三", Some(103));
        check("一百一十", Some(110));
        check("两百", Some(200));
        check("三千零三十", Some(3030));
        check("九千九百九十九", Some(9999));
        check("二〇二二", Some(2022));
        check("〇", Some(0));
        for other in [
            "",
            "十十",
            "百",
            "一百三",
            "一千三十",
            "零十",
            "一零百",
            "一十百",
            "二百百",
            "O",
            "0",
            "12",
            "一百零",
            "一千零零三",
            "廿十",
            "两",
            "两十",
            "一万",
            "甲",
            "一百零三十",
            "二〇二二二二二二二二",
        ] {
            check(other, None);
        }
    }

    proptest! {
        #[test]
        fn numbers_round_trip(n in 1u32..10_000) {
            prop_assert_eq!(han_number(&to_han(n)), Some(n));
        }

        #[test]
        fn dates_round_trip(day in 0i32..3_000_000) {
            let date = jiff::civil::date(1000, 1, 1).checked_add(jiff::Span::new().days(day));
            let date = date.unwrap_or(jiff::civil::date(9999, 12, 31));
            let (y, m, d) = (date.year(), date.month(), date.day());
            let row: String = y.to_string().bytes().map(|b| to_han_digit(b - b'0')).collect();
            let han = format!("{row}年{}月{}日", to_han(m as u32), to_han(d as u32));
            for text in [format!("{date}"), format!("{y}/{m}/{d}"), format!("{y} 年 {m} 月 {d} 日"), han] {
                prop_assert_eq!(parse(&text), Ok(date), "{}", text);
            }
        }

        #[test]
        fn no_text_panics(text in ".{0,40}", number in "[一二十百千零〇两廿卅九]{0,10}") {
            let _ = (parse(&text), parse_or_year(&text, Edge::Last), han_number(&text), han_number(&number));
        }
    }

    fn to_han_digit(digit: u8) -> char {
        "〇一二三四五六七八九".chars().nth(digit as usize).unwrap()
    }
}
