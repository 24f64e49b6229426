//! The one printer of diagnostics: human, short and json. (placeholder: branch `input` writes it)

use super::{Diagnostics, Files};

/// Language of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the line and what to do.
    Human,
    /// One a line.
    Short,
    /// One array.
    Json,
}

/// All diagnostics as text.
pub fn report(_: &Diagnostics, _: &Files, _: Format, _: Lang, _: bool) -> String {
    String::new()
}
