//! What went wrong, and where? A problem is a value: stages push a [`Diagnostic`] and go on; one
//! printer ([`report`]) draws them all at the end, sorted, in Chinese or English.

mod message;
mod nearest;
pub mod report;
mod span;
mod term;

pub use message::{Hint, Message, Severity};
pub use nearest::nearest;
pub use span::{At, Cursor, FileId, Files, Position, Span};
pub use term::Term;

/// One problem with its place and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, as data; its severity, code and wording live in [`Message`].
    pub message: Message,
    /// Where; `None` when the problem has no file (a missing folder, a whole series).
    pub span: Option<Span>,
    /// What to do, in the order given.
    pub hints: Vec<Hint>,
}

impl Diagnostic {
    /// A problem at a place in a file.
    pub fn at(span: Span, message: Message) -> Self {
        Self { message, span: Some(span), hints: Vec::new() }
    }

    /// A problem that has no place in a file.
    pub fn nowhere(message: Message) -> Self {
        Self { message, span: None, hints: Vec::new() }
    }

    /// The same problem with one more hint.
    pub fn hint(mut self, hint: Hint) -> Self {
        self.hints.push(hint);
        self
    }
}

/// Everything that the stages found, in the order found; [`report`] sorts.
#[derive(Debug, Default, Clone)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Notes one problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Takes over all of another stage's problems.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.list.append(&mut other.list);
    }

    /// All problems, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Drops what `keep` refuses (front matter `allow`).
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// How many problems of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.message.severity() == severity).count()
    }

    /// Whether the content has errors, so that nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::Message;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_kebab_case_and_each_means_one_thing() {
        let mut seen = BTreeSet::new();
        for (code, _) in Message::CODES {
            assert!(seen.insert(code), "{code} is used twice");
            let is_kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            assert!(code.bytes().all(is_kebab) && !code.starts_with('-') && !code.ends_with('-'), "{code}");
        }
    }
}
