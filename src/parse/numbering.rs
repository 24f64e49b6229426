//! Which number does a line begin with? 第N部分 > 一、 > （一） > 1. > （1） > ①

use super::date::han_number;

/// A number at the beginning of a line, as papers write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    /// Which of the forms; the smaller stands above the greater.
    pub rank: Rank,
    /// The number.
    pub value: u32,
    /// Bytes of the line that it takes, blanks after it included.
    pub length: usize,
}

/// The forms of numbering, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// 第一部分, 第二章
    Part,
    /// 一、
    Han,
    /// （一）
    HanBracket,
    /// 1. 1、
    Digit,
    /// （1） 1）
    DigitBracket,
    /// ①
    Circled,
}

/// Reads the number at the beginning of `line`; `None` when the line begins otherwise.
///
/// `1.` before a digit is an amount (1.5亿元); 一是 二是 count in running text. Full-width digits and
/// marks are read as their narrow forms.
pub fn numbering(line: &str) -> Option<Numbering> {
    let (rank, value, length) =
        part(line).or_else(|| bracketed(line)).or_else(|| circled(line)).or_else(|| plain(line))?;
    let blank = line[length..].len() - line[length..].trim_start().len();
    Some(Numbering { rank, value, length: length + blank })
}

/// The line without its number.
pub fn without_number(line: &str) -> &str {
    numbering(line).map_or(line, |n| &line[n.length..])
}

type Found = (Rank, u32, usize);

fn part(line: &str) -> Option<Found> {
    let rest = line.strip_prefix('第')?;
    let (value, used) = number(rest)?;
    let after = &rest[used..];
    let word = ["部分", "章", "编", "篇", "单元"].into_iter().find(|w| after.starts_with(w))?;
    let length = '第'.len_utf8() + used + word.len();
    let tail = &line[length..];
    let mark = tail.chars().next().filter(|c| "、：:．. 　，,".contains(*c));
    match mark {
        Some(c) if !c.is_whitespace() => Some((Rank::Part, value, length + c.len_utf8())),
        Some(_) => Some((Rank::Part, value, length)),
        // 第一部分 alone on its line, or directly before its name; 第一章程 is another word.
        None => tail.is_empty().then_some((Rank::Part, value, length)),
    }
    .or_else(|| (word == "部分").then_some((Rank::Part, value, length)))
}

fn bracketed(line: &str) -> Option<Found> {
    let open = line.chars().next().filter(|c| "（(〔【".contains(*c));
    let inner = open.map_or(line, |c| &line[c.len_utf8()..]);
    let blank = inner.len() - inner.trim_start().len();
    let (value, used) = number(&inner[blank..])?;
    let han = is_han_number(&inner[blank..blank + used]);
    let tail = &inner[blank + used..];
    let gap = tail.len() - tail.trim_start().len();
    let close = tail[gap..].chars().next().filter(|c| "）)〕】".contains(*c))?;
    if open.is_none() && han {
        return None;
    }
    let mut length = line.len() - tail.len() + gap + close.len_utf8();
    if let Some(mark) = line[length..].chars().next().filter(|c| "、．.".contains(*c)) {
        length += mark.len_utf8();
    }
    // 〔2023〕5号 and （2023年）are no numbers of a heading.
    (value < 1000).then_some((if han { Rank::HanBracket } else { Rank::DigitBracket }, value, length))
}

fn circled(line: &str) -> Option<Found> {
    let first = line.chars().next()?;
    let value = match first as u32 {
        c @ 0x2460..=0x2473 => c - 0x2460 + 1,
        c @ 0x2776..=0x277F => c - 0x2776 + 1,
        c @ 0x2474..=0x2487 => return Some((Rank::DigitBracket, c - 0x2474 + 1, first.len_utf8())),
        c @ 0x2488..=0x249B => return Some((Rank::Digit, c - 0x2488 + 1, first.len_utf8())),
        c @ 0x3220..=0x3229 => return Some((Rank::HanBracket, c - 0x3220 + 1, first.len_utf8())),
        _ => return None,
    };
    Some((Rank::Circled, value, first.len_utf8()))
}

fn plain(line: &str) -> Option<Found> {
    let (value, used) = number(line)?;
    let han = is_han_number(&line[..used]);
    let tail = line[used..].trim_start();
    let mark = tail.chars().next().filter(|c| "、.．".contains(*c) || (han && *c == '，'))?;
    let length = line.len() - tail.len() + mark.len_utf8();
    let next = line[length..].chars().next();
    if mark != '、' && next.is_some_and(|c| c.is_numeric() && !han) {
        return None;
    }
    if mark == '，' {
        // 一，… is how some offices write 一、; 一九九八，… is a year.
        return (used == '一'.len_utf8()).then_some((Rank::Han, value, length));
    }
    (value < 1000).then_some((if han { Rank::Han } else { Rank::Digit }, value, length))
}

/// A Han or Arabic (also full-width) number at the beginning, with its bytes.
fn number(text: &str) -> Option<(u32, usize)> {
    let han: usize =
        text.chars().take_while(|c| "〇○零一二三四五六七八九十百".contains(*c)).map(char::len_utf8).sum();
    if han > 0 {
        return Some((han_number(&text[..han])?, han));
    }
    let digits = text.chars().take_while(|c| matches!(c, '0'..='9' | '０'..='９'));
    let used: usize = digits.clone().map(char::len_utf8).sum();
    let narrow: String =
        digits.map(|c| if c > '9' { char::from((c as u32 - '０' as u32) as u8 + b'0') } else { c }).collect();
    Some((narrow.parse().ok()?, used))
}

fn is_han_number(text: &str) -> bool {
    text.chars().next().is_some_and(|c| !c.is_ascii_digit() && !('０'..='９').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(Rank, u32, &str)>) {
        let found = numbering(line).map(|n| (n.rank, n.value, &line[n.length..]));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn every_form_is_read() {
        check("一、青石街道", Some((Rank::Han, 1, "青石街道")));
        check("十二、 青石街道", Some((Rank::Han, 12, "青石街道")));
        check("一．总体情况", Some((Rank::Han, 1, "总体情况")));
        check("（一）机制", Some((Rank::HanBracket, 1, "机制")));
        check("( 三 ) 机制", Some((Rank::HanBracket, 3, "机制")));
        check("1.机制", Some((Rank::Digit, 1, "机制")));
        check("１．机制", Some((Rank::Digit, 1, "机制")));
        check("12、机制", Some((Rank::Digit, 12, "机制")));
        check("（1）机制", Some((Rank::DigitBracket, 1, "机制")));
        check("1）机制", Some((Rank::DigitBracket, 1, "机制")));
        check("①机制", Some((Rank::Circled, 1, "机制")));
        check("第一部分 总体情况", Some((Rank::Part, 1, "总体情况")));
        check("第二部分：总体情况", Some((Rank::Part, 2, "总体情况")));
        check("第三部分总体情况", Some((Rank::Part, 3, "总体情况")));
    }

    #[test]
    fn amounts_dates_and_counting_words_are_no_numbers() {
        check("1.5亿元", None);
        check("一是全面整合", None);
        check("二是开展", None);
        check("8月10日，乡党委", None);
        check("一体推进", None);
        check("十里铺镇", None);
        check("〔2023〕5号", None);
        check("2022.9", None);
        check("第一季度", None);
        check("第六期", None);
        check("5G基站", None);
        check("", None);
    }
}
