//! The one normalisation of text for comparing, with its map back to the text as shown (SPEC 7.1).
//!
//! Two texts are the same to a reader when their folds are equal: width, case, traditional forms,
//! styles of quotes, dashes and brackets, and blanks beside Han characters or punctuation do not
//! count. The fold has two steps:
//!
//! 1. Each code point by itself ([`fold_char`]): drop what cannot be seen, NFKC, lower case,
//!    traditional → simplified, then the punctuation table. Text is NFC already, and a code point's
//!    neighbours never change its fold, so the browser can do this step with a plain table.
//! 2. Blanks: a run beside a tight character ([`is_tight`]) goes, another becomes one space, and
//!    the ends are trimmed.
//!
//! What follows, and what the tests hold to:
//!
//! - Folding twice changes nothing.
//! - `fold(a + b) == fold(a) + fold(b)` when no blank touches the joint, and
//!   `fold(a + " " + b) == fold(fold(a) + " " + fold(b))` always. So a query cut from a text at
//!   code points is found in the text's fold, whatever blanks were cut with it.
//! - `…` is tight in SPEC 7.1 but never seen by step 2: NFKC makes it `...`, and `.` is tight.

use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Ranges of Han characters, first and last: 々〇〻, the Unified Ideographs with all extensions, the
/// compatibility ideographs. Planes 2 and 3 hold nothing else and are taken whole, so that
/// extensions to come need no change here.
pub const HAN: [(char, char); 6] = [
    ('\u{3005}', '\u{3005}'),
    ('\u{3007}', '\u{3007}'),
    ('\u{303B}', '\u{303B}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{F900}', '\u{FAFF}'),
];

/// Punctuation beside which blanks are dropped, as it stands after step 1.
pub const TIGHT: &str = ",.;:!?()\"'-~·/%《》<>…";

/// Traditional → simplified pairs, one a line; the file's head says where they come from.
const TRADITIONAL: &str = include_str!("fold/traditional.txt");

/// The fold of a text.
pub fn fold(text: &str) -> String {
    let mut folder = Folder::new(text, false);
    folder.run(text);
    folder.done.text
}

/// Step 1 for one code point: nothing, one character or several. Every blank gives a space, which
/// step 2 then judges.
pub fn fold_char(c: char) -> String {
    let mut out = String::new();
    each_folded(c, |folded| out.push(folded));
    out
}

/// Whether this is a Han character: an ideograph of any block, 々, 〇 or 〻.
pub fn is_han(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => true,
        ..='\u{3004}' => false,
        '\u{20000}'..='\u{3FFFF}' => true,
        _ => HAN.iter().any(|&(first, last)| first <= c && c <= last),
    }
}

/// Whether blanks beside this character of a folded text are dropped.
pub fn is_tight(c: char) -> bool {
    is_han(c) || TIGHT.contains(c)
}

/// The simplified form of a character, itself when it has none.
pub fn simplified(c: char) -> char {
    let pairs = &*SIMPLIFIED;
    pairs.binary_search_by_key(&c, |&(traditional, _)| traditional).map_or(c, |i| pairs[i].1)
}

/// A folded text that knows where each of its pieces stands in the text as shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The fold.
    pub text: String,
    /// Ascending by `folded`; the first begins at 0. Only where the two texts diverge.
    pieces: Vec<Piece>,
}

/// A run of the folded text, up to the next piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the folded text, in bytes.
    folded: u32,
    /// Where it begins in the text as shown, in bytes.
    shown: u32,
    /// 0: character for character as long as the text as shown. Else the whole piece comes from so
    /// many bytes of the text as shown: from one code point, or from a run of blanks.
    whole: u32,
}

impl Folded {
    /// Folds a text (less than 4 GB) and keeps the map back to it.
    pub fn with_map(text: &str) -> Folded {
        let mut folder = Folder::new(text, true);
        folder.run(text);
        folder.done
    }

    /// Where a range of the folded text (bytes) stands in the text as shown. Begins and ends with
    /// code points that the range shows something of: never with dropped blanks, and a hit within
    /// the several characters of one code point (㎡ → m2) takes that code point whole.
    pub fn shown(&self, range: Range<usize>) -> Range<usize> {
        let Some(first) = self.piece_at(range.start) else { return 0..0 };
        let start = match first.whole {
            0 => first.shown as usize + (self.floor(range.start) - first.folded as usize),
            _ => first.shown as usize,
        };
        if range.is_empty() {
            return start..start;
        }
        let last = self.piece_at(range.end - 1).unwrap_or(first);
        let end = match last.whole {
            0 => last.shown as usize + (self.ceil(range.end) - last.folded as usize),
            whole => (last.shown + whole) as usize,
        };
        start..end
    }

    /// Where a place of the text as shown (bytes) stands in the folded text. Within a code point
    /// that folds to several characters, or within dropped blanks, it is where these begin.
    pub fn folded(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| (piece.shown as usize) < at);
        let after = self.pieces.get(next);
        let end = after.map_or(self.text.len(), |piece| piece.folded as usize);
        if after.is_some_and(|piece| piece.shown as usize == at) {
            return end;
        }
        let Some(piece) = next.checked_sub(1).map(|i| self.pieces[i]) else { return 0 };
        let past = at - piece.shown as usize;
        match piece.whole as usize {
            0 => self.floor(end.min(piece.folded as usize + past)),
            whole if past < whole => piece.folded as usize,
            _ => end,
        }
    }

    fn piece_at(&self, folded: usize) -> Option<Piece> {
        let next = self.pieces.partition_point(|piece| piece.folded as usize <= folded);
        next.checked_sub(1).map(|i| self.pieces[i])
    }

    fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.text.len())).rev().find(|&i| self.text.is_char_boundary(i)).unwrap_or(0)
    }

    fn ceil(&self, at: usize) -> usize {
        (at..self.text.len()).find(|&i| self.text.is_char_boundary(i)).unwrap_or(self.text.len())
    }
}

/// The work of folding one text.
struct Folder {
    done: Folded,
    /// Whether the map is asked for.
    maps: bool,
    /// Blanks not yet judged: where they begin and end in the text as shown.
    blanks: Option<(usize, usize)>,
    /// `shown - folded` of the last piece while characters may still be added to it.
    open: Option<usize>,
}

impl Folder {
    fn new(text: &str, maps: bool) -> Folder {
        assert!(u32::try_from(text.len()).is_ok(), "a text of 4 GB or more is not folded");
        // A mark of Chinese text is a piece of its own, and what follows it another.
        let pieces = Vec::with_capacity(if maps { text.len() / 12 } else { 0 });
        let done = Folded { text: String::with_capacity(text.len()), pieces };
        Folder { done, maps, blanks: None, open: None }
    }

    fn run(&mut self, text: &str) {
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            let (width, left) = (c.len_utf8(), rest.as_str());
            let at = text.len() - left.len() - width;
            match quick(c) {
                Some(' ') => self.blank(at, at + width),
                Some(folded) => {
                    self.single(folded, at, width);
                    if self.open.is_some() {
                        // Most of a text stays as it is, and goes over in runs.
                        let same = left.find(|c| c == ' ' || quick(c) != Some(c)).unwrap_or(left.len());
                        self.done.text.push_str(&left[..same]);
                        rest = left[same..].chars();
                    }
                }
                None => self.slow(c, at, width),
            }
        }
    }

    /// A code point that becomes one character.
    fn single(&mut self, folded: char, at: usize, width: usize) {
        self.judge_blanks(folded);
        let to = self.done.text.len();
        if folded.len_utf8() != width {
            self.piece(to, at, width);
        } else if self.open != Some(at.wrapping_sub(to)) {
            self.piece(to, at, 0);
        }
        self.done.text.push(folded);
    }

    /// Any other code point: it becomes nothing, one character or several.
    #[cold]
    fn slow(&mut self, c: char, at: usize, width: usize) {
        let mut several = [None; 32];
        let mut count = 0;
        each_folded(c, |folded| {
            several[count] = Some(folded);
            count += 1;
        });
        let several = &several[..count];
        if let [Some(folded)] = *several
            && folded != ' '
        {
            return self.single(folded, at, width);
        }
        let mut begun = false;
        for folded in several.iter().flatten().copied() {
            if folded == ' ' {
                self.blank(at, at + width);
                continue;
            }
            // A blank within the code point begins a new piece of the same code point.
            begun &= self.blanks.is_none();
            self.judge_blanks(folded);
            if !begun {
                self.piece(self.done.text.len(), at, width);
                begun = true;
            }
            self.done.text.push(folded);
        }
    }

    fn blank(&mut self, start: usize, end: usize) {
        let start = self.blanks.map_or(start, |(start, _)| start);
        self.blanks = Some((start, end));
    }

    /// Step 2, when the character after the blanks is known.
    fn judge_blanks(&mut self, next: char) {
        let Some((start, end)) = self.blanks else { return };
        self.blanks = None;
        let Some(before) = self.done.text.chars().next_back() else { return };
        if is_tight(before) || is_tight(next) {
            return;
        }
        self.piece(self.done.text.len(), start, end - start);
        self.done.text.push(' ');
    }

    fn piece(&mut self, folded: usize, shown: usize, whole: usize) {
        self.open = (whole == 0).then(|| shown.wrapping_sub(folded));
        if self.maps {
            self.done.pieces.push(Piece { folded: folded as u32, shown: shown as u32, whole: whole as u32 });
        }
    }
}

/// Step 1 for one code point, the definition: [`PLANE`] only remembers what it says.
fn each_folded(c: char, mut emit: impl FnMut(char)) {
    if is_dropped(c) {
        return;
    }
    for wide in std::iter::once(c).nfkc() {
        for lower in wide.to_lowercase() {
            emit(unify(lower));
        }
    }
}

/// The end of step 1, for a character that NFKC and lower case have seen: traditional → simplified, then
/// the punctuation table. The browser knows the rest by itself.
pub fn unify(c: char) -> char {
    punctuation(simplified(c))
}

/// Code points that cannot be seen: soft hyphen, zero-width blanks and joiners, byte order mark,
/// variation selectors.
pub fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}')
        || matches!(c, '\u{E0100}'..='\u{E01EF}')
}

/// The table of SPEC 7.1, for characters that NFKC has seen; blanks of every kind are spaces.
fn punctuation(c: char) -> char {
    match c {
        '○' | '◯' => '〇',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' => '-',
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '【' | '〔' | '［' | '〖' | '[' => '(',
        '】' | '〕' | '］' | '〗' | ']' => ')',
        '、' | '，' | '､' => ',',
        '。' | '｡' | '．' => '.',
        '・' | '•' | '‧' => '·',
        '～' | '〜' => '~',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Traditional → simplified, sorted by the traditional character.
static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let lines = TRADITIONAL.lines().filter(|line| !line.starts_with('#'));
    let pair = |line: &str| line.chars().next().zip(line.chars().nth(1));
    lines.filter_map(pair).collect()
});

/// What step 1 says of each code point of the basic plane, where that is one character of the same
/// plane; else [`SLOW`]. Worked out once, in about 3 ms.
static PLANE: LazyLock<Vec<u16>> = LazyLock::new(|| (0..=u16::MAX).map(in_plane).collect());

/// No character, so that a look at the table and the question whether it answers are one.
const SLOW: u16 = 0xD800;

/// The fold of a code point, where the table tells it.
fn quick(c: char) -> Option<char> {
    PLANE.get(c as usize).and_then(|&code| char::from_u32(u32::from(code)))
}

fn in_plane(code: u16) -> u16 {
    let Some(c) = char::from_u32(u32::from(code)) else { return SLOW };
    let folded = match c {
        // Most of the plane, and nothing else happens to it.
        '\u{3400}'..='\u{9FFF}' => Some(simplified(c)),
        '\u{AC00}'..='\u{D7A3}' => Some(c),
        _ => only(&fold_char(c)),
    };
    folded.and_then(|folded| u16::try_from(u32::from(folded)).ok()).unwrap_or(SLOW)
}

fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "fold of {text:?}");
    }

    /// `hit` is looked for in the fold; what it maps to is compared as text.
    #[track_caller]
    fn check_shown(text: &str, hit: &str, expected: &str) {
        let folded = Folded::with_map(text);
        let at = folded.text.find(hit).unwrap_or_else(|| panic!("{hit:?} not in {:?}", folded.text));
        assert_eq!(&text[folded.shown(at..at + hit.len())], expected);
    }

    #[track_caller]
    fn check_folded(text: &str, at: usize, expected: usize) {
        assert_eq!(Folded::with_map(text).folded(at), expected, "byte {at} of {text:?}");
    }

    #[test]
    fn the_vectors_that_rust_and_browser_share() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/search/fold.jsonl");
        let lines = std::fs::read_to_string(path).unwrap();
        assert!(lines.lines().count() >= 300);
        for line in lines.lines() {
            let vector: serde_json::Value = serde_json::from_str(line).unwrap();
            check(vector["in"].as_str().unwrap(), vector["out"].as_str().unwrap());
        }
    }

    #[test]
    fn the_examples_of_the_contract() {
        check("8 月 16 日", "8月16日");
        check("5G 基站", "5g基站");
        check("7-Eleven （中国）", "7-eleven(中国)");
    }

    #[test]
    fn the_data_is_sorted_and_closed() {
        assert!(SIMPLIFIED.len() > 3000);
        assert!(SIMPLIFIED.is_sorted_by(|a, b| a.0 < b.0));
        for &(traditional, simple) in SIMPLIFIED.iter() {
            assert_eq!(simplified(simple), simple, "{traditional} leads on");
            assert!(is_han(traditional) && is_han(simple));
        }
    }

    #[test]
    fn each_code_point_folds_once_for_all() {
        for c in assigned() {
            let once = fold_char(c);
            assert!(once.chars().count() <= 18);
            let twice: String = once.chars().map(fold_char).collect();
            assert_eq!(once, twice, "{c:?}");
        }
    }

    /// Every plane that holds characters.
    fn assigned() -> impl Iterator<Item = char> {
        ('\0'..='\u{3FFFF}').chain('\u{E0000}'..='\u{E0FFF}')
    }

    /// The two steps as SPEC 7.1 says them, one after the other.
    fn by_definition(text: &str) -> String {
        let folded: String = text.chars().map(fold_char).collect();
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        words.into_iter().fold(String::new(), |joined, word| {
            let edges = [joined.chars().next_back(), word.chars().next()];
            let gap = if edges.into_iter().any(|c| c.is_none_or(is_tight)) { "" } else { " " };
            joined + gap + word
        })
    }

    #[test]
    fn the_table_says_what_the_definition_says() {
        for c in assigned() {
            let text = format!("x{c}x");
            check(&text, &by_definition(&text));
        }
    }

    #[test]
    fn han_are_ideographs_of_all_blocks() {
        for c in "一鿿㐀䶿豈𠮷𪚥𰻞丽々〇〻".chars() {
            assert!(is_han(c), "{c}");
        }
        for c in "aあア한。，、〈⺀ 5①".chars() {
            assert!(!is_han(c), "{c}");
        }
    }

    #[test]
    fn a_hit_maps_to_the_text_as_shown() {
        check_shown("曹镇乡", "镇", "镇");
        check_shown("一、曹镇乡", "曹镇", "曹镇");
        check_shown("（曹镇）乡", "(曹镇)", "（曹镇）");
        check_shown("８ 月 １６ 日", "8月16日", "８ 月 １６ 日");
        check_shown("  曹镇  ", "曹镇", "曹镇");
        check_shown("在 曹\u{200B}镇 乡", "曹镇", "曹\u{200B}镇");
        check_shown("葛\u{E0100}洲坝", "葛", "葛");
        check_shown("約100㎡的", "m", "㎡");
        check_shown("約100㎡的", "2的", "㎡的");
        check_shown("約100㎡的", "00m", "00㎡");
        check_shown("等……等", "..等", "…等");
        check_shown("甲…乙", "..", "…");
        check_shown("a \u{3000} b", "a b", "a \u{3000} b");
        check_shown("a \u{200B} b", " ", " \u{200B} ");
        check_shown("𰻞𰻞面", "𰻝面", "𰻞面");
        check_shown("Ⅻ月", "x", "Ⅻ");
        check_shown("a \u{B4}b", "\u{301}b", "\u{B4}b");
    }

    #[test]
    fn an_empty_hit_is_a_place() {
        assert_eq!(Folded::with_map("").shown(0..0), 0..0);
        assert_eq!(Folded::with_map(" 曹").shown(0..0), 1..1);
        assert_eq!(Folded::with_map(" 曹").shown(3..3), 4..4);
    }

    #[test]
    fn a_place_maps_to_the_fold() {
        check_folded("曹镇", 3, 3);
        check_folded("曹 镇", 3, 3);
        check_folded("曹 镇", 4, 3);
        check_folded("  曹", 1, 0);
        check_folded("  曹", 2, 0);
        check_folded("曹  ", 5, 3);
        check_folded("（曹", 3, 1);
        check_folded("㎡", 0, 0);
        check_folded("㎡", 3, 2);
        check_folded("a㎡b", 4, 3);
        check_folded("曹镇", 4, 3);
    }

    /// Texts made of what the rules speak of.
    fn texts() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(
            " \u{3000}\u{200B}\u{FE0F}\u{B4}曹鎮乡𰻞𠮷々〇○aＢ5６，。（】“—…㎡①ﬁĳ·～-カß😀\u{E0100}薴"
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![8 => odd, 1 => any::<char>()], 0..40).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn a_fold_is_as_defined(text in texts()) {
            prop_assert_eq!(fold(&text), by_definition(&text));
        }

        #[test]
        fn folding_twice_changes_nothing(text in texts()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_fold_has_no_blank_that_the_rule_drops(text in texts()) {
            let folded: Vec<char> = fold(&text).chars().collect();
            for (i, _) in folded.iter().enumerate().filter(|(_, c)| c.is_whitespace()) {
                prop_assert!(i > 0 && i + 1 < folded.len() && folded[i] == ' ');
                prop_assert!(!is_tight(folded[i - 1]) && !is_tight(folded[i + 1]) && folded[i + 1] != ' ');
            }
        }

        #[test]
        fn folds_join(a in texts(), b in texts()) {
            let apart = fold(&format!("{a} {b}"));
            prop_assert_eq!(fold(&format!("{} {}", fold(&a), fold(&b))), apart);
            let blank = |c: Option<char>| c.is_none_or(|c| fold_char(c).is_empty() || fold_char(c).contains(' '));
            if !blank(a.chars().next_back()) && !blank(b.chars().next()) {
                prop_assert_eq!(fold(&format!("{a}{b}")), fold(&a) + &fold(&b));
            }
        }

        #[test]
        fn a_cut_of_the_text_is_found(text in texts(), from in 0usize..40, length in 1usize..20) {
            let cut: String = text.chars().skip(from).take(length).collect();
            prop_assert!(fold(&text).contains(&fold(&cut)), "{:?} in {:?}", fold(&cut), fold(&text));
        }

        #[test]
        fn every_hit_maps_back_to_itself(text in texts(), from in 0usize..40, length in 1usize..20) {
            let folded = Folded::with_map(&text);
            let borders: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
            let start = borders[from.min(borders.len() - 1)];
            let end = borders[(from + length).min(borders.len() - 1)];
            let shown = folded.shown(start..end);
            prop_assert!(text.is_char_boundary(shown.start) && text.is_char_boundary(shown.end));
            prop_assert!(fold(&text[shown.clone()]).contains(folded.text[start..end].trim_matches(' ')));
            prop_assert!(folded.folded(shown.start) <= start);
            prop_assert!(folded.folded(shown.end) >= end || shown.is_empty());
            let edges = [text[shown.clone()].chars().next(), text[shown].chars().next_back()];
            if !folded.text[start..end].starts_with(' ') && !folded.text[start..end].ends_with(' ') {
                prop_assert!(edges.into_iter().flatten().all(|c| !c.is_whitespace() && !is_dropped(c)));
            }
        }

        #[test]
        fn every_place_has_a_fold(text in texts(), at in 0usize..160) {
            let folded = Folded::with_map(&text);
            let to = folded.folded(at.min(text.len()));
            prop_assert!(folded.text.is_char_boundary(to));
            prop_assert!(to <= folded.folded(text.len()) && folded.folded(text.len()) == folded.text.len());
        }
    }
}
