//! The one printer of diagnostics: human, short and json. (placeholder: branch `input` writes it)

/// Language of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}
