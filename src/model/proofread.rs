//! What one issue's text shows to a careful reader: broken Markdown, torn paragraphs, and what a
//! 督查 office fears most, secrets and personal numbers.

use crate::diag::{Diagnostic, Diagnostics, FileId, Hint, Message};
use crate::fold::{Folded, is_han};
use crate::markdown::{Block, BlockKind, Document, MarkKind, Node};
use crate::parse::issue::ParsedIssue;
use crate::parse::numbering::numbering;
use crate::words;
use std::ops::Range;

/// Everything that needs no dictionary.
pub fn proofread(document: &Document, file: FileId, diagnostics: &mut Diagnostics) {
    for block in &document.blocks {
        emphasis(block, file, diagnostics);
        secrets(block, file, diagnostics);
    }
    torn(document, &document.nodes, file, diagnostics);
}

/// Secrets in title, summary and other public words of the front matter.
pub fn front_matter(issue: &ParsedIssue, diagnostics: &mut Diagnostics) {
    let front = &issue.front;
    for text in [Some(&front.title), front.summary.as_ref()].into_iter().flatten() {
        let block = Block::bare(
            BlockKind::Paragraph,
            text.value.clone(),
            text.span.start as usize + 1..text.span.end as usize,
        );
        secrets(&block, issue.file, diagnostics);
    }
}

/// `**` that stands in the text as shown.
fn emphasis(block: &Block, file: FileId, diagnostics: &mut Diagnostics) {
    if block.kind == BlockKind::Code {
        return;
    }
    for (at, _) in block.text.match_indices("**") {
        let code = |m: &&crate::markdown::Mark| m.kind == MarkKind::Code && m.range.contains(&at);
        if block.marks.iter().find(code).is_none() {
            let problem = Diagnostic::at(block.place(file, at..at + 2), Message::UnclosedEmphasis);
            diagnostics.push(problem.hint(Hint::CloseEmphasis));
            return;
        }
    }
}

/// Paragraphs that end in the middle of a sentence and go on in the next one.
fn torn(document: &Document, nodes: &[Node], file: FileId, diagnostics: &mut Diagnostics) {
    for pair in nodes.windows(2) {
        let [Node::Paragraph { blocks }, Node::Paragraph { blocks: next }] = pair else { continue };
        let texts = |blocks: &[usize]| -> Vec<usize> {
            let is_text = |b: &usize| document.blocks[*b].kind == BlockKind::Paragraph;
            blocks.iter().copied().filter(is_text).collect()
        };
        let (Some(last), Some(first)) = (texts(blocks).last().copied(), texts(next).first().copied()) else {
            continue;
        };
        let (last, first) = (&document.blocks[last], &document.blocks[first]);
        if is_torn(last, first) {
            let tail: Vec<(usize, char)> = last.text.char_indices().rev().take(6).collect();
            let start = tail.last().map_or(0, |(i, _)| *i);
            let end = last.text[start..].to_owned();
            let place = last.place(file, start..last.text.len());
            diagnostics
                .push(Diagnostic::at(place, Message::TornParagraph { end }).hint(Hint::JoinParagraphs));
        }
    }
}

fn is_torn(last: &Block, first: &Block) -> bool {
    const SHORTEST: usize = 20;
    let ends = last.text.chars().next_back();
    let open = ends.is_some_and(|c| is_han(c) || matches!(c, '，' | '、' | ',' | '（' | '“'));
    let strong = first.marks.iter().any(|m| m.kind == MarkKind::Strong && m.range.start == 0);
    let begins = first.text.chars().next().is_some_and(|c| is_han(c) || c.is_alphanumeric() || c == '，');
    open && begins
        && !strong
        && numbering(&first.text).is_none()
        && numbering(&last.text).is_none_or(|_| last.text.chars().count() > 40)
        && last.text.chars().count() >= SHORTEST
        && first.text.contains(['。', '；', '！', '？'])
}

/// Marks of secrecy and personal numbers.
fn secrets(block: &Block, file: FileId, diagnostics: &mut Diagnostics) {
    // Most blocks hold neither: they need no fold.
    if !block.text.contains('密') && !has_many_digits(&block.text) {
        return;
    }
    let folded = Folded::with_map(&block.text);
    let mut push = |range: Range<usize>, message: Message| {
        let place = block.place(file, folded.shown(range));
        let hint = Hint::AllowIf { code: message.code().to_owned() };
        diagnostics.push(Diagnostic::at(place, message).hint(hint));
    };
    for mark in secret_marks(&folded.text) {
        let shown = block.text[folded.shown(mark.clone())].to_owned();
        push(mark, Message::SecretMark { mark: shown });
    }
    for run in digit_runs(&folded.text) {
        let number: String = run.digits.clone();
        let hidden = masked(&number);
        if is_id_card(&number) {
            push(run.range, Message::IdCard { number: hidden });
        } else if is_mobile(&number) {
            push(run.range, Message::MobileNumber { number: hidden });
        } else if is_bank_card(&number) {
            push(run.range, Message::BankCard { number: hidden });
        }
    }
}

/// Whether the shortest number that [`secrets`] looks for could stand here: its digits between two
/// ideographs, whatever else is among them.
fn has_many_digits(text: &str) -> bool {
    const SHORTEST_NUMBER: usize = 11;
    let mut digits = 0;
    text.chars().any(|c| {
        match c {
            '0'..='9' | '０'..='９' => digits += 1,
            '\u{4E00}'..='\u{9FFF}' => digits = 0,
            _ => {}
        }
        digits == SHORTEST_NUMBER
    })
}

/// 秘密 机密 绝密 followed by ★ or by years, as papers are marked (秘密★10年).
fn secret_marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in ["绝密", "机密", "秘密"] {
        for (start, _) in text.match_indices(word) {
            let after = &text[start + word.len()..];
            let rest = after.trim_start_matches([':', ' ', '(', '级']);
            let sign = rest.trim_start_matches(['★', '☆', '*']);
            let star = sign.trim_start();
            let digits =
                star.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c));
            let digits: usize = digits.map(char::len_utf8).sum();
            let years = ["年", "个月"].into_iter().find(|u| star[digits..].starts_with(u));
            let until = if digits > 0 { years } else { None };
            if sign.len() < rest.len() || until.is_some() {
                let end = match until {
                    Some(unit) => text.len() - star.len() + digits + unit.len(),
                    None => text.len() - sign.len(),
                };
                found.push(start..end);
            }
        }
    }
    found
}

/// A run of digits (an x may end it), single blanks and hyphens between them left out.
struct Run {
    range: Range<usize>,
    digits: String,
}

fn digit_runs(text: &str) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || (at > 0 && bytes[at - 1].is_ascii_alphabetic()) {
            at += 1;
            continue;
        }
        let start = at;
        let mut digits = String::new();
        let mut end = at;
        while at < bytes.len() {
            match bytes[at] {
                b @ b'0'..=b'9' => digits.push(char::from(b)),
                b'x' if digits.len() == 17 => digits.push('x'),
                b' ' | b'-' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {}
                _ => break,
            }
            at += 1;
            end = at;
        }
        let joined = text[start..end].contains([' ', '-']);
        if joined && !is_personal(&digits) {
            // 13800001111 13900002222: each for itself.
            let mut from = start;
            for part in text[start..end].split([' ', '-']) {
                runs.push(Run { range: from..from + part.len(), digits: part.to_owned() });
                from += part.len() + 1;
            }
        } else {
            runs.push(Run { range: start..end, digits });
        }
    }
    runs
}

fn is_personal(digits: &str) -> bool {
    is_id_card(digits) || is_mobile(digits) || is_bank_card(digits)
}

/// GB 11643: 17 digits, a date of birth among them, and the check character of ISO 7064 MOD 11-2.
fn is_id_card(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10x98765432";
    let bytes = number.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let part = |range: Range<usize>| number[range].parse::<i16>().unwrap_or(0);
    let born = jiff::civil::Date::new(part(6..10), part(10..12) as i8, part(12..14) as i8);
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(b, w)| u32::from(b - b'0') * w).sum();
    (1850..2100).contains(&part(6..10)) && born.is_ok() && CHECK[(sum % 11) as usize] == bytes[17]
}

fn is_mobile(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// 16 to 19 digits with the check digit of ISO 7812 (Luhn), beginning as bank cards do.
fn is_bank_card(number: &str) -> bool {
    let bytes = number.as_bytes();
    if !(16..=19).contains(&bytes.len())
        || !bytes.iter().all(u8::is_ascii_digit)
        || !(b'3'..=b'6').contains(&bytes[0]) && bytes[0] != b'9'
    {
        return false;
    }
    let sum: u32 = bytes
        .iter()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let digit = u32::from(b - b'0');
            let doubled = if i % 2 == 1 { digit * 2 } else { digit };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The message itself must not spread the number: head and tail are enough to find it.
fn masked(number: &str) -> String {
    let length = number.len();
    if length < 8 {
        return number.to_owned();
    }
    format!("{}{}{}", &number[..3], "*".repeat(length - 5), &number[length - 2..])
}

/// Commas that stand inside a word (情，况): X，Y where XY is a common word of the dictionary and both sides, cut
/// into words, leave X and Y alone. 日 is exempt: 8月10日，期间 is no 日期.
pub fn commas(document: &Document, file: FileId, diagnostics: &mut Diagnostics) {
    for block in document.blocks.iter().filter(|b| b.kind != BlockKind::Code) {
        for (at, comma) in block.text.match_indices(['，', ',']) {
            let (left, right) = (&block.text[..at], &block.text[at + comma.len()..]);
            let (Some(x), Some(y)) = (left.chars().next_back(), right.chars().next()) else { continue };
            if x == '日' || !is_han(x) || !is_han(y) {
                continue;
            }
            let word: String = [x, y].iter().collect();
            if words::is_common(&word) && leaves_alone(left, right, x, y) {
                let range = at - x.len_utf8()..at + comma.len() + y.len_utf8();
                diagnostics.push(Diagnostic::at(block.place(file, range), Message::CommaInWord { word }));
            }
        }
    }
}

fn leaves_alone(left: &str, right: &str, x: char, y: char) -> bool {
    let start =
        left.rfind(|c| !is_han(c)).map_or(0, |i| i + left[i..].chars().next().map_or(1, char::len_utf8));
    let end = right.find(|c| !is_han(c)).unwrap_or(right.len());
    let single = |word: Option<&&str>, c: char| word.is_some_and(|w| w.chars().eq([c]));
    single(words::cut(&left[start..]).last(), x) && single(words::cut(&right[..end]).first(), y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_cards_need_their_check_digit() {
        // The standard's own example.
        assert!(is_id_card("11010519491231002x"));
        assert!(!is_id_card("110105194912310021"));
        assert!(!is_id_card("11010519491331002x"));
    }

    #[test]
    fn numbers_are_found_with_blanks_between() {
        let runs = |text: &str| digit_runs(text).into_iter().map(|r| r.digits).collect::<Vec<_>>();
        assert_eq!(runs("电话138 0000 1111转"), ["13800001111"]);
        assert_eq!(runs("13800001111 13900002222"), ["13800001111", "13900002222"]);
        assert_eq!(runs("2022-09-09"), ["2022", "09", "09"]);
    }

    #[test]
    fn secrecy_is_marked_by_a_star_or_years() {
        let marks = |text: &str| {
            let text = crate::fold::fold(text);
            secret_marks(&text).into_iter().map(|r| text[r].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(marks("机密★10年"), ["机密★10年"]);
        assert_eq!(marks("秘密 ★"), ["秘密★"]);
        assert_eq!(marks("绝密：长期"), Vec::<String>::new());
        assert_eq!(marks("秘密3年"), ["秘密3年"]);
        assert_eq!(marks("保守国家秘密，签订协议"), Vec::<String>::new());
    }
}
