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
    Folded::with_map(text).text
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
        let mut folder = Folder::new(text);
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
        let next = self.pieces.partition_point(|piece| piece.shown as usize <= at);
        let Some(piece) = next.checked_sub(1).map(|i| self.pieces[i]) else { return 0 };
        let end = self.pieces.get(next).map_or(self.text.len(), |piece| piece.folded as usize);
        let (start, past) = (piece.folded as usize, at - piece.shown as usize);
        match piece.whole as usize {
            0 => self.floor(end.min(start + past)),
            whole if past < whole => start,
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
    /// Blanks not yet judged: where they begin and end in the text as shown.
    blanks: Option<(usize, usize)>,
    /// `shown - folded` of the last piece while characters may still be added to it.
    open: Option<usize>,
}

impl Folder {
    fn new(text: &str) -> Folder {
        assert!(u32::try_from(text.len()).is_ok(), "a text of 4 GB or more is not folded");
        let done = Folded { text: String::with_capacity(text.len()), pieces: Vec::new() };
        Folder { done, blanks: None, open: None }
    }

    fn run(&mut self, text: &str) {
        let plane = PLANE.as_slice();
        let mut at = 0;
        for c in text.chars() {
            let width = c.len_utf8();
            let quick = plane.get(c as usize).and_then(|&code| char::from_u32(u32::from(code)));
            match quick {
                Some(' ') => self.blank(at, at + width),
                Some(folded) => self.single(folded, at, width),
                None => self.slow(c, at, width),
            }
            at += width;
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
        self.done.pieces.push(Piece { folded: folded as u32, shown: shown as u32, whole: whole as u32 });
    }
}

/// Step 1 for one code point, the definition: [`PLANE`] only remembers what it says.
fn each_folded(c: char, mut emit: impl FnMut(char)) {
    if is_dropped(c) {
        return;
    }
    for wide in std::iter::once(c).nfkc() {
        for lower in wide.to_lowercase() {
            emit(punctuation(simplified(lower)));
        }
    }
}

/// Code points that cannot be seen: soft hyphen, zero-width blanks and joiners, byte order mark,
/// variation selectors.
fn is_dropped(c: char) -> bool {
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
/// plane; else [`SLOW`]. Worked out once, in about 2 ms.
static PLANE: LazyLock<Vec<u16>> = LazyLock::new(|| (0..=u16::MAX).map(in_plane).collect());

/// No character, so that a look at the table and the question whether it answers are one.
const SLOW: u16 = 0xD800;

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
