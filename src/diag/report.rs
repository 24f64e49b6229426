//! The one printer of diagnostics: human, short and json.
//!
//! Files may be hostile: nothing of their text, paths or quoted words reaches the terminal as a
//! control character (`Neutral`), and a line of any length costs only the part that is shown.

use super::{Cursor, Diagnostic, Diagnostics, FileId, Files, Hint, Message, Position, Severity, Span};
use std::cmp::Reverse;
use std::fmt::{self, Write as _};
use std::io::{self, Write};
use unicode_width::UnicodeWidthChar;

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the line of the file and a caret under the place.
    Human,
    /// One line each, as editors read them.
    Short,
    /// One array for scripts.
    Json,
}

/// Language of the sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    Zh,
    /// English.
    En,
}

/// Whether the terminal shows colours. Colour never carries meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Plain,
    /// ANSI colours.
    Ansi,
}

/// Writes all problems by file, place, severity and code, each once. Problems without a file come
/// first.
///
/// # Errors
///
/// When `out` refuses to be written to.
pub fn report(
    diagnostics: &Diagnostics,
    files: &Files,
    format: Format,
    lang: Lang,
    colour: Colour,
    out: &mut impl Write,
) -> io::Result<()> {
    let sorted = sorted(diagnostics, files);
    let mut places = Places { files, walk: None };
    match format {
        Format::Human => {
            let paint = Paint { colour };
            for diagnostic in &sorted {
                human(diagnostic, &mut places, lang, paint, out)?;
            }
            closing_line(&sorted, lang, out)
        }
        Format::Short => sorted.iter().try_for_each(|d| short(d, &mut places, lang, out)),
        Format::Json => json(&sorted, &mut places, lang, out),
    }
}

/// Sorted by path, place, severity and code; what says the same twice stands once.
fn sorted<'d>(diagnostics: &'d Diagnostics, files: &Files) -> Vec<&'d Diagnostic> {
    let mut list: Vec<&Diagnostic> = diagnostics.iter().collect();
    // Files of one path are kept apart by their ids, so that the walk through a text goes forward.
    list.sort_by_cached_key(|d| {
        let place = d.span.map(|span| (files.path(span.file), span.file, span.start, Reverse(span.end)));
        (place, d.message.severity(), d.message.code(), d.message.zh())
    });
    list.dedup();
    list
}

/// Finds places; the sorted order lets one [`Cursor`] a file do it in one pass.
struct Places<'f> {
    files: &'f Files,
    walk: Option<(FileId, Cursor<'f>)>,
}

impl<'f> Places<'f> {
    /// Position of the span's beginning and the byte where its line begins; `None` when only the
    /// file is known.
    fn find(&mut self, span: Span) -> Option<(Position, usize)> {
        if span == Span::file(span.file) {
            return None;
        }
        let cursor = match &mut self.walk {
            Some((file, cursor)) if *file == span.file => cursor,
            walk => &mut walk.insert((span.file, Cursor::new(self.files.text(span.file)))).1,
        };
        let position = cursor.position(span.start as usize);
        Some((position, cursor.line_start()))
    }
}

/// One problem with the line it stands in.
fn human(
    diagnostic: &Diagnostic,
    places: &mut Places,
    lang: Lang,
    paint: Paint,
    out: &mut impl Write,
) -> io::Result<()> {
    let severity = diagnostic.message.severity();
    let title = format!("{}[{}]", severity_word(severity, lang), diagnostic.message.code());
    writeln!(out, "{}: {}", paint.severity(severity, &title), Neutral(&sentence(&diagnostic.message, lang)))?;
    let mut gutter = 2;
    if let Some(span) = diagnostic.span {
        let path = Neutral(places.files.path(span.file)).to_string();
        match places.find(span) {
            None => writeln!(out, "  {} {path}", paint.frame("-->"))?,
            Some((Position { line, column }, line_start)) => {
                let number = line.to_string();
                gutter = number.len();
                let excerpt = Excerpt::new(places.files.text(span.file), line_start, span);
                writeln!(out, "{:gutter$}{} {path}:{line}:{column}", "", paint.frame("-->"))?;
                writeln!(out, "{:gutter$} {}", "", paint.frame("|"))?;
                writeln!(out, "{} {}", paint.frame(&format!("{number} |")), excerpt.line)?;
                let carets = paint.severity(severity, &"^".repeat(excerpt.carets));
                let indent = " ".repeat(excerpt.indent);
                writeln!(out, "{:gutter$} {} {indent}{carets}", "", paint.frame("|"))?;
            }
        }
    }
    for hint in &diagnostic.hints {
        let word = paint.severity(Severity::Hint, severity_word(Severity::Hint, lang));
        let text = advice(hint, lang);
        let mut lines = text.lines();
        writeln!(out, "{:gutter$} {word}: {}", "", Neutral(lines.next().unwrap_or_default()))?;
        // Lines to paste stand alone, so that they can be copied.
        for line in lines {
            writeln!(out, "{:gutter$}   {}", "", Neutral(line))?;
        }
    }
    writeln!(out)
}

/// `file:line:column: error[code]: message (hint)`, without the parts that are not there.
fn short(diagnostic: &Diagnostic, places: &mut Places, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    if let Some(span) = diagnostic.span {
        write!(out, "{}:", Neutral(places.files.path(span.file)))?;
        if let Some((Position { line, column }, _)) = places.find(span) {
            write!(out, "{line}:{column}:")?;
        }
        write!(out, " ")?;
    }
    let message = &diagnostic.message;
    let severity = severity_word(message.severity(), lang);
    write!(out, "{severity}[{}]: {}", message.code(), Neutral(&sentence(message, lang)))?;
    match joined_hints(diagnostic, lang) {
        Some(hints) => writeln!(out, " ({})", Neutral(&hints)),
        None => writeln!(out),
    }
}

/// The array that SPEC 6 promises; one object a line.
fn json(sorted: &[&Diagnostic], places: &mut Places, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    #[derive(serde::Serialize)]
    struct Row<'a> {
        severity: &'static str,
        code: &'static str,
        message: String,
        file: Option<&'a str>,
        line: Option<usize>,
        column: Option<usize>,
        hint: Option<String>,
    }
    write!(out, "[")?;
    for (i, diagnostic) in sorted.iter().enumerate() {
        let position = diagnostic.span.and_then(|span| places.find(span)).map(|(position, _)| position);
        let row = Row {
            severity: severity_word(diagnostic.message.severity(), Lang::En),
            code: diagnostic.message.code(),
            message: sentence(&diagnostic.message, lang),
            file: diagnostic.span.map(|span| places.files.path(span.file)),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            hint: joined_hints(diagnostic, lang),
        };
        write!(out, "{}", if i == 0 { "\n" } else { ",\n" })?;
        serde_json::to_writer(&mut *out, &row)?;
    }
    writeln!(out, "{}]", if sorted.is_empty() { "" } else { "\n" })
}

/// `共 2 个错误、1 个警告`; nothing when there is nothing.
fn closing_line(sorted: &[&Diagnostic], lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .map(|severity| (severity, sorted.iter().filter(|d| d.message.severity() == severity).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| match lang {
            Lang::Zh => format!("{count} 个{}", severity_word(severity, lang)),
            Lang::En => {
                format!("{count} {}{}", severity_word(severity, lang), if count == 1 { "" } else { "s" })
            }
        })
        .collect();
    match (counts.is_empty(), lang) {
        (true, _) => Ok(()),
        (false, Lang::Zh) => writeln!(out, "共 {}", counts.join("、")),
        (false, Lang::En) => writeln!(out, "{}", counts.join(", ")),
    }
}

fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Zh) => "错误",
        (Severity::Warning, Lang::Zh) => "警告",
        (Severity::Hint, Lang::Zh) => "提示",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Hint, Lang::En) => "hint",
    }
}

fn sentence(message: &Message, lang: Lang) -> String {
    match lang {
        Lang::Zh => message.zh(),
        Lang::En => message.en(),
    }
}

fn advice(hint: &Hint, lang: Lang) -> String {
    match lang {
        Lang::Zh => hint.zh(),
        Lang::En => hint.en(),
    }
}

fn joined_hints(diagnostic: &Diagnostic, lang: Lang) -> Option<String> {
    let hints: Vec<String> = diagnostic.hints.iter().map(|hint| advice(hint, lang)).collect();
    let between = match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    };
    (!hints.is_empty()).then(|| hints.join(between))
}

/// Columns of the terminal that an excerpt may take.
const EXCERPT_WIDTH: usize = 96;
/// Columns kept before the place when a long line is cut.
const CONTEXT_WIDTH: usize = 32;
/// A tab leads to the next multiple of this column.
const TAB: usize = 4;

/// The part of a line around a place, ready to print.
struct Excerpt {
    line: String,
    /// Columns before the first caret.
    indent: usize,
    carets: usize,
}

impl Excerpt {
    /// Cuts the line that begins at `line_start` around `span`. Only what is shown is looked at, so
    /// a line of many megabytes with many problems costs no more than short ones.
    fn new(text: &str, line_start: usize, span: Span) -> Self {
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize).max(start);
        let from = first_shown(&text[line_start..start]) + line_start;
        let mut line = String::from(if from > line_start { "…" } else { "" });
        let mut column = line.chars().count();
        let (mut indent, mut caret_end) = (None, None);
        for (offset, c) in text[from..].char_indices() {
            let byte = from + offset;
            if byte >= start {
                indent.get_or_insert(column);
            }
            if byte >= end {
                caret_end.get_or_insert(column);
            }
            if c == '\n' {
                break;
            }
            if column >= EXCERPT_WIDTH {
                line.push('…');
                break;
            }
            column += push_shown(c, column, &mut line);
        }
        let indent = indent.unwrap_or(column);
        Self { line, indent, carets: caret_end.unwrap_or(column).saturating_sub(indent).max(1) }
    }
}

/// The byte of `before` (a line up to the place) from which on it is shown: all of it when it is
/// short, else the last [`CONTEXT_WIDTH`] columns.
fn first_shown(before: &str) -> usize {
    let mut width = 0;
    let mut near = before.len();
    for (i, c) in before.char_indices().rev() {
        width += shown_width(c, 0);
        if width <= CONTEXT_WIDTH {
            near = i;
        }
        if width > EXCERPT_WIDTH / 2 {
            return near;
        }
    }
    0
}

/// Adds `c` as it is shown at `column`, and gives the columns it takes.
fn push_shown(c: char, column: usize, line: &mut String) -> usize {
    let width = shown_width(c, column);
    match c {
        '\t' => line.extend(std::iter::repeat_n(' ', width)),
        c => {
            let _ = write!(line, "{}", Neutral(c.encode_utf8(&mut [0; 4])));
        }
    }
    width
}

fn shown_width(c: char, column: usize) -> usize {
    match c {
        '\t' => TAB - column % TAB,
        c if is_harmless(c) => c.width().unwrap_or(0),
        c => Neutral(c.encode_utf8(&mut [0; 4])).to_string().chars().count(),
    }
}

/// Text that may come from a hostile file, shown so that it cannot drive the terminal: control
/// characters as their pictures (␛), invisible and direction marks as `\u{202e}`.
pub struct Neutral<'t>(pub &'t str);

impl fmt::Display for Neutral<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                c if is_harmless(c) => f.write_char(c)?,
                '\0'..='\x1f' => f.write_char(char::from_u32(0x2400 + c as u32).unwrap_or('␀'))?,
                '\x7f' => f.write_char('␡')?,
                c => write!(f, "\\u{{{:x}}}", c as u32)?,
            }
        }
        Ok(())
    }
}

/// Whether a terminal just shows the character: no control, no direction mark, nothing invisible
/// that could make one word look like another.
fn is_harmless(c: char) -> bool {
    !matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Puts colour around words, or leaves them.
#[derive(Clone, Copy)]
struct Paint {
    colour: Colour,
}

impl Paint {
    fn severity(self, severity: Severity, text: &str) -> String {
        self.ansi(
            match severity {
                Severity::Error => "1;31",
                Severity::Warning => "1;33",
                Severity::Hint => "1;36",
            },
            text,
        )
    }

    fn frame(self, text: &str) -> String {
        self.ansi("34", text)
    }

    fn ansi(self, code: &str, text: &str) -> String {
        match self.colour {
            Colour::Plain => text.to_owned(),
            Colour::Ansi => format!("\x1b[{code}m{text}\x1b[0m"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(key: &str) -> Message {
        Message::UnknownKey { key: key.into() }
    }

    fn print(diagnostics: Vec<Diagnostic>, files: &Files, format: Format, lang: Lang) -> String {
        let mut list = Diagnostics::default();
        diagnostics.into_iter().for_each(|d| list.push(d));
        let mut out = Vec::new();
        report(&list, files, format, lang, Colour::Plain, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The excerpt of `text` with the span from the first `[` to the first `]`, both taken out.
    fn check(marked: &str, line: &str, carets: &str) {
        let start = marked.find('[').unwrap();
        let end = marked.find(']').unwrap() - 1;
        let text = marked.replace(['[', ']'], "");
        let mut files = Files::default();
        let file = files.add("a.md", text);
        let shown = print(
            vec![Diagnostic::at(Span::new(file, start..end), unknown("k"))],
            &files,
            Format::Human,
            Lang::Zh,
        );
        let shown: Vec<&str> = shown.lines().collect();
        assert_eq!(shown[3].split_once("| ").unwrap().1, line, "{marked}");
        assert_eq!(shown[4].split_once("| ").unwrap().1, carets, "{marked}");
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        check("同意[石门砍乡]与\n", "同意石门砍乡与", "    ^^^^^^^^");
        check("[title] = 1\n", "title = 1", "^^^^^");
        check("a[]b\n", "ab", " ^");
        check("x\nab[]", "ab", "  ^");
        check("\ta[b]\n", "    ab", "     ^");
        check("a\t[b]\n", "a   b", "    ^");
    }

    #[test]
    fn of_several_lines_the_first_is_shown() {
        check("ab[c\nd]e\n", "abc", "  ^");
        check("[a\nb]\n", "a", "^");
    }

    #[test]
    fn hostile_characters_are_shown_not_sent() {
        check("a\u{1b}[x]\n", "a␛x", "  ^");
        check("\u{202e}[x]\n", "\\u{202e}x", "        ^");
        check("\u{9b}[x]\n", "\\u{9b}x", "      ^");
        let mut files = Files::default();
        let file = files.add("a\u{1b}]0;.md", "");
        let problem = Diagnostic::at(Span::file(file), unknown("\u{7}\u{200b}\n"))
            .hint(Hint::DidYouMean { nearest: "\u{7f}".into() });
        let shown = print(vec![problem], &files, Format::Human, Lang::En);
        assert!(shown.contains("unknown key `␇\\u{200b}␊`"), "{shown}");
        assert!(shown.contains("--> a␛]0;.md"), "{shown}");
        assert!(shown.contains("did you mean `␡`"), "{shown}");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let far = format!("{}[某处]{}\n", "甲".repeat(1000), "乙".repeat(1000));
        let line = format!("…{}某处{}…", "甲".repeat(16), "乙".repeat(30));
        check(&far, &line, &format!("{:33}^^^^", ""));
        let long = format!("ab[{}]c\n", "丙".repeat(100));
        check(&long, &format!("ab{}…", "丙".repeat(47)), &format!("  {}", "^".repeat(94)));
    }

    #[test]
    fn human_form() {
        let mut files = Files::default();
        let file = files.add("content/issues/2022/006.md", "+++\ntitel = \"x\"\n");
        let problems = vec![
            Diagnostic::nowhere(Message::MissingKey { key: "site".into() }),
            Diagnostic::at(Span::new(file, 4..9), unknown("titel"))
                .hint(Hint::DidYouMean { nearest: "title".into() }),
        ];
        let expected = "\
错误[missing-key]: 缺少 `site`

错误[unknown-key]: 不认识的键 `titel`
 --> content/issues/2022/006.md:2:1
  |
2 | titel = \"x\"
  | ^^^^^
  提示: 是不是 `title`？

共 2 个错误
";
        assert_eq!(print(problems.clone(), &files, Format::Human, Lang::Zh), expected);
        assert!(print(problems, &files, Format::Human, Lang::En).ends_with("\n\n2 errors\n"));
    }

    #[test]
    fn short_form() {
        let mut files = Files::default();
        let file = files.add("a.md", "曹\n曹曹 x");
        let problems = vec![
            Diagnostic::at(Span::new(file, 10..11), unknown("x"))
                .hint(Hint::DidYouMean { nearest: "y".into() })
                .hint(Hint::DidYouMean { nearest: "z".into() }),
            Diagnostic::at(Span::file(file), unknown("w")),
        ];
        let expected = "a.md: error[unknown-key]: unknown key `w`\n\
             a.md:2:3: error[unknown-key]: unknown key `x` (did you mean `y`?; did you mean `z`?)\n";
        assert_eq!(print(problems, &files, Format::Short, Lang::En), expected);
    }

    #[test]
    fn json_form() {
        let mut files = Files::default();
        let file = files.add("a.md", "曹 x");
        assert_eq!(print(vec![], &files, Format::Json, Lang::Zh), "[]\n");
        let problems = vec![
            Diagnostic::nowhere(unknown("\"")),
            Diagnostic::at(Span::file(file), unknown("w")),
            Diagnostic::at(Span::new(file, 4..5), unknown("x"))
                .hint(Hint::DidYouMean { nearest: "y".into() }),
        ];
        let json: serde_json::Value =
            serde_json::from_str(&print(problems, &files, Format::Json, Lang::Zh)).unwrap();
        let row = |message: &str,
                   file: Option<&str>,
                   line: Option<u32>,
                   column: Option<u32>,
                   hint: Option<&str>| {
            serde_json::json!({"severity": "error", "code": "unknown-key", "message": message,
                "file": file, "line": line, "column": column, "hint": hint})
        };
        let expected = serde_json::json!([
            row("不认识的键 `\"`", None, None, None, None),
            row("不认识的键 `w`", Some("a.md"), None, None, None),
            row("不认识的键 `x`", Some("a.md"), Some(1), Some(3), Some("是不是 `y`？")),
        ]);
        assert_eq!(json, expected);
    }

    #[test]
    fn sorted_by_path_and_place_and_each_once() {
        let mut files = Files::default();
        let b = files.add("b.md", "12345");
        let a = files.add("a.md", "12345");
        let at = |file, start| Diagnostic::at(Span::new(file, start..start + 1), unknown("k"));
        let shown = print(vec![at(b, 3), at(b, 1), at(a, 4), at(b, 3)], &files, Format::Short, Lang::En);
        let places: Vec<&str> = shown.lines().map(|line| line.split_once(": ").unwrap().0).collect();
        assert_eq!(places, ["a.md:1:5", "b.md:1:2", "b.md:1:4"]);
    }

    #[test]
    fn colour_surrounds_words_only() {
        let mut list = Diagnostics::default();
        list.push(Diagnostic::nowhere(unknown("k")));
        let mut out = Vec::new();
        report(&list, &Files::default(), Format::Human, Lang::En, Colour::Ansi, &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert!(shown.starts_with("\x1b[1;31merror[unknown-key]\x1b[0m: unknown"), "{shown:?}");
    }

    #[test]
    fn a_hundred_thousand_problems_on_one_line_print_fast() {
        let mut files = Files::default();
        let file = files.add("a.md", "曹**".repeat(100_000));
        let problems: Vec<Diagnostic> =
            (0..100_000).map(|i| Diagnostic::at(Span::new(file, i * 5..i * 5 + 3), unknown("k"))).collect();
        let shown = print(problems, &files, Format::Human, Lang::Zh);
        assert_eq!(shown.matches("-->").count(), 100_000);
    }
}
