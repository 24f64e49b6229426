//! Sentences: after 。！？； or with the block, closing quotes included.

use std::ops::Range;

/// The sentences of a block's text, in bytes, blanks around them left out.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((i, c)) = characters.next() {
        if !matches!(c, '。' | '！' | '？' | '；' | '｡') {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some((i, c)) = characters.peek().copied() {
            let closes = "”’」』）》】〕\"')".contains(c) || matches!(c, '。' | '！' | '？');
            if !closes {
                break;
            }
            end = i + c.len_utf8();
            characters.next();
        }
        list.extend(trimmed(text, start..end));
        start = end;
    }
    list.extend(trimmed(text, start..text.len()));
    list
}

/// The sentence that holds byte `at`; the whole text when none does.
pub fn holding(sentences: &[Range<usize>], at: usize, length: usize) -> Range<usize> {
    sentences.iter().find(|s| s.contains(&at)).cloned().unwrap_or(0..length)
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = range.start + piece.trim_end().len();
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|s| &text[s]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_takes_its_closing_quotes() {
        check("他说：“好。”随后离开。", &["他说：“好。”", "随后离开。"]);
        check("一是整合；二是服务。 三是", &["一是整合；", "二是服务。", "三是"]);
        check("", &[]);
        check("没有句号", &["没有句号"]);
        check("什么？！好。", &["什么？！", "好。"]);
    }
}
