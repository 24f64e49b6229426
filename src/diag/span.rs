//! Places in source files: byte ranges, turned into lines and columns only when printed.

/// A file known to [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A byte range in the whole text of one file, as [`Files`] holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `file`.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        Self { file, start: range.start as u32, end: range.end as u32 }
    }

    /// The whole file, where no nearer place is known.
    pub fn file(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// A value together with the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> At<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place as people count: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The files that diagnostics point into: path (relative to the site, `/` between parts) and text.
#[derive(Debug, Default, Clone)]
pub struct Files {
    list: Vec<File>,
}

#[derive(Debug, Clone)]
struct File {
    path: String,
    text: String,
    readable: bool,
    /// The checksum of a text that was forgotten.
    forgotten: Option<u32>,
}

impl Files {
    /// Adds a file and gives its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(File { path: path.into(), text: text.into(), readable: true, forgotten: None })
    }

    /// Adds a file that could not be read, for a reason already reported: parsers pass it over in
    /// silence.
    pub fn add_unreadable(&mut self, path: impl Into<String>) -> FileId {
        self.push(File { path: path.into(), text: String::new(), readable: false, forgotten: None })
    }

    fn push(&mut self, file: File) -> FileId {
        self.list.push(file);
        FileId((self.list.len() - 1) as u32)
    }

    /// Path relative to the site.
    pub fn path(&self, file: FileId) -> &str {
        &self.list[file.0 as usize].path
    }

    /// Whole text, as read (NFC, line ends `\n`, no byte order mark); empty when it could not be read,
    /// and while it is forgotten.
    pub fn text(&self, file: FileId) -> &str {
        &self.list[file.0 as usize].text
    }

    /// Gives back the memory of a text that was understood. A problem found in it later needs the text
    /// once more, for its place and excerpt: see [`Files::recall`].
    pub fn forget(&mut self, file: FileId) {
        let file = &mut self.list[file.0 as usize];
        file.forgotten = Some(crc32fast::hash(file.text.as_bytes()));
        file.text = String::new();
    }

    /// Whether the file's text was forgotten.
    pub fn is_forgotten(&self, file: FileId) -> bool {
        self.list[file.0 as usize].forgotten.is_some()
    }

    /// Brings a forgotten text back. Another text, as when the file was changed meanwhile, is not taken:
    /// the places would not fit it.
    pub fn recall(&mut self, file: FileId, text: String) {
        let file = &mut self.list[file.0 as usize];
        if file.forgotten == Some(crc32fast::hash(text.as_bytes())) {
            (file.text, file.forgotten) = (text, None);
        }
    }

    /// Whether the file's text could be read.
    pub fn is_readable(&self, file: FileId) -> bool {
        self.list[file.0 as usize].readable
    }

    /// All files in the order added.
    pub fn iter(&self) -> impl Iterator<Item = FileId> {
        (0..self.list.len() as u32).map(FileId)
    }

    /// Line and column of a byte in a file. For many places in one file use a [`Cursor`].
    pub fn position(&self, file: FileId, byte: usize) -> Position {
        Cursor::new(self.text(file)).position(byte)
    }
}

/// Walks once over a text and gives the positions of ascending bytes, so that any number of places
/// costs one pass. A byte before the last one starts the walk anew.
#[derive(Debug, Clone)]
pub struct Cursor<'t> {
    text: &'t str,
    byte: usize,
    line_start: usize,
    position: Position,
}

impl<'t> Cursor<'t> {
    /// A cursor at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, line_start: 0, position: Position { line: 1, column: 1 } }
    }

    /// Line and column of `byte`; inside a character that character's, behind the end the end's.
    pub fn position(&mut self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        if byte < self.byte {
            *self = Self::new(self.text);
        }
        let walked = &self.text[self.byte..byte];
        if let Some(newline) = walked.rfind('\n') {
            self.position.line += walked.bytes().filter(|b| *b == b'\n').count();
            self.line_start = self.byte + newline + 1;
            self.position.column = 1;
        }
        self.position.column += self.text[self.byte.max(self.line_start)..byte].chars().count();
        self.byte = byte;
        self.position
    }

    /// First byte of the line that the last position stands in.
    pub fn line_start(&self) -> usize {
        self.line_start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, bytes: &[(usize, (usize, usize))]) {
        let mut cursor = Cursor::new(text);
        for (byte, expected) in bytes {
            let Position { line, column } = cursor.position(*byte);
            assert_eq!((line, column), *expected, "byte {byte} of {text:?}");
        }
    }

    #[test]
    fn columns_are_characters() {
        check(
            "曹镇乡\n青石",
            &[(0, (1, 1)), (3, (1, 2)), (9, (1, 4)), (10, (2, 1)), (13, (2, 2)), (16, (2, 3))],
        );
    }

    #[test]
    fn inside_a_character_and_behind_the_end() {
        check("曹", &[(1, (1, 1)), (2, (1, 1)), (99, (1, 2))]);
        check("", &[(0, (1, 1)), (5, (1, 1))]);
    }

    #[test]
    fn leaps_over_lines_and_back() {
        check("a\n\nbc\nd", &[(6, (4, 1)), (4, (3, 2)), (0, (1, 1)), (4, (3, 2)), (4, (3, 2))]);
    }
}
