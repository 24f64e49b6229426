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
    list: Vec<(String, String)>,
}

impl Files {
    /// Adds a file and gives its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.list.push((path.into(), text.into()));
        FileId((self.list.len() - 1) as u32)
    }

    /// Path relative to the site.
    pub fn path(&self, file: FileId) -> &str {
        &self.list[file.0 as usize].0
    }

    /// Whole text, as read (NFC, line ends `\n`, no byte order mark); empty when it could not be read.
    pub fn text(&self, file: FileId) -> &str {
        &self.list[file.0 as usize].1
    }

    /// All files in the order added.
    pub fn iter(&self) -> impl Iterator<Item = FileId> {
        (0..self.list.len() as u32).map(FileId)
    }

    /// Line and column of a byte in a file.
    pub fn position(&self, file: FileId, byte: usize) -> Position {
        let text = self.text(file);
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Position {
            line: before.bytes().filter(|b| *b == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}
