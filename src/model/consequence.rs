//! Which problems only follow from others? What stands in a file that cannot be used is not missing:
//! the clerk mends the file, and the rest is well.

use crate::diag::{Diagnostics, FileId, Files, Message, Severity};
use std::collections::BTreeSet;

/// Drops the problems that a mistake in a register brings about: names and ids that nobody seems to
/// bear, although the register's text holds them.
pub fn drop_of_registers(registers: &[FileId], files: &Files, diagnostics: &mut Diagnostics) {
    let is_bad = |file: &FileId| {
        diagnostics
            .iter()
            .any(|d| d.message.severity() == Severity::Error && d.span.is_some_and(|span| span.file == *file))
    };
    let bad: Vec<FileId> = registers.iter().copied().filter(is_bad).collect();
    let is_unread = |file: FileId| {
        let too_long = |d: &crate::diag::Diagnostic| {
            matches!(d.message, Message::TooManyEntries { .. }) && d.span.is_some_and(|s| s.file == file)
        };
        !files.is_readable(file) || diagnostics.iter().any(too_long)
    };
    let unread = bad.iter().any(|file| is_unread(*file));
    let times = |name: &str| bad.iter().map(|file| files.text(*file).matches(name).count()).sum::<usize>();
    diagnostics.retain(|d| match &d.message {
        Message::UnregisteredTownship { name } | Message::UnregisteredEntity { name } => {
            !unread && times(name) == 0
        }
        Message::UnknownTarget { target } => !unread && times(target) == 0,
        // The register holds the reference itself.
        Message::UnknownSuccessor { id } => times(id) <= 1,
        _ => true,
    });
}

/// The numbers that files bear which cannot be used: by their name, or by a line of their front matter.
pub fn claimed_numbers(unused: &[FileId], files: &Files) -> BTreeSet<u32> {
    let mut claimed = BTreeSet::new();
    for file in unused {
        claimed.extend(
            files.path(*file).split(['/', '.', '-', '_']).filter_map(|part| part.parse::<u32>().ok()),
        );
        let values = files.text(*file).lines().take(60).filter_map(|line| line.trim().strip_prefix("number"));
        claimed.extend(values.filter_map(|value| {
            let digits = value.trim_matches(|c: char| !c.is_ascii_digit());
            digits.parse::<u32>().ok()
        }));
    }
    claimed
}
