//! Which words may stand in an address? Ids and slugs are parts of paths on every file system the
//! site may be copied to, so they are plain and none means something else there.

use crate::diag::{At, Diagnostic, Diagnostics, Hint, Message};

/// Longest part of a path.
const LONGEST_PART: usize = 60;

/// What an id is for, which decides how it may look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Of a township or company: `[a-z0-9][a-z0-9-]{0,59}`.
    Entity,
    /// Of an issue without a number: `[a-z0-9-]{1,40}`.
    Slug,
    /// Of a series: `[a-z][a-z0-9-]{0,59}`.
    Series,
}

/// Whether `id` may be used; if not, why is reported.
pub fn check(kind: Kind, id: &At<String>, diagnostics: &mut Diagnostics) -> bool {
    let problem = problem(kind, &id.value);
    if let Some((message, hint)) = problem {
        diagnostics.push(Diagnostic::at(id.span, message).hint(hint));
        return false;
    }
    true
}

fn problem(kind: Kind, id: &str) -> Option<(Message, Hint)> {
    let shown = super::fields::quoted(id);
    if !has_form(kind, id) {
        return Some((Message::BadId { id: shown }, kind.form()));
    }
    is_reserved(kind, id).then_some((Message::ReservedId { id: shown }, Hint::OtherId))
}

impl Kind {
    fn form(self) -> Hint {
        match self {
            Self::Entity => Hint::IdForm { longest: LONGEST_PART },
            Self::Slug => Hint::SlugForm,
            Self::Series => Hint::SeriesIdForm,
        }
    }
}

fn has_form(kind: Kind, id: &str) -> bool {
    let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let first = id.bytes().next();
    plain
        && match kind {
            Kind::Entity => first.is_some_and(|b| b != b'-') && id.len() <= LONGEST_PART,
            Kind::Slug => first.is_some() && id.len() <= 40,
            Kind::Series => first.is_some_and(|b| b.is_ascii_lowercase()) && id.len() <= LONGEST_PART,
        }
}

/// Words that the site's own addresses use, numbers (issues and years) and device names.
fn is_reserved(kind: Kind, id: &str) -> bool {
    let words: &[&str] = match kind {
        Kind::Series => &["index", "page", "all"],
        _ => &["index", "all", "matrix", "initial", "top"],
    };
    words.contains(&id) || id.bytes().all(|b| b.is_ascii_digit()) || is_device(id)
}

/// Whether Windows takes the name for a device, whatever its extension.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |prefix| {
        stem.strip_prefix(prefix)
            .is_some_and(|digit: &str| digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit())
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// An old address as written → its path below the root, without `index.html`, with a `/` at the end
/// unless it names a file; `None` when it is no address inside the site.
pub fn old_address(written: &str) -> Option<String> {
    let path = written.strip_prefix('/').unwrap_or(written);
    let path = path.strip_suffix("index.html").filter(|rest| rest.ends_with('/')).unwrap_or(path);
    let parts: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
    let is_part = |part: &&str| {
        (1..=LONGEST_PART).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~".contains(&b))
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !is_device(part)
    };
    let is_file = !path.ends_with('/') && parts.last().is_some_and(|last| last.ends_with(".html"));
    parts.iter().all(is_part).then(|| parts.join("/") + if is_file { "" } else { "/" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, good: &[&str], malformed: &[&str], reserved: &[&str]) {
        let found = |id: &str| problem(kind, id).map(|(message, _)| message.code());
        good.iter().for_each(|id| assert_eq!(found(id), None, "{id}"));
        malformed.iter().for_each(|id| assert_eq!(found(id), Some("bad-id"), "{id}"));
        reserved.iter().for_each(|id| assert_eq!(found(id), Some("reserved-id"), "{id}"));
    }

    #[test]
    fn entities() {
        let long = "a".repeat(61);
        check(
            Kind::Entity,
            &["qingshi", "5g-park", "a", &long[1..], "index-2", "com10", "con-x"],
            &["", "-a", "Qing", "曹镇", "a_b", "a b", "a/b", "..", &long],
            &["index", "all", "matrix", "initial", "top", "2022", "con", "lpt1", "nul"],
        );
    }

    #[test]
    fn slugs() {
        let long = "a".repeat(41);
        check(Kind::Slug, &["zengkan-1", "-a", &long[1..]], &["", "增刊", &long], &["top", "006", "aux"]);
    }

    #[test]
    fn series() {
        check(
            Kind::Series,
            &["tongbao", "top", "k2022"],
            &["", "2022", "-a", "5g"],
            &["index", "page", "all"],
        );
    }

    #[test]
    fn devices_with_any_extension() {
        for name in ["con", "NUL.txt", "com1.tar.gz", "LPT9"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["cont", "com", "com12", "xcon", ""] {
            assert!(!is_device(name), "{name}");
        }
    }

    #[test]
    fn old_addresses() {
        let check = |written: &str, expected: Option<&str>| {
            assert_eq!(old_address(written).as_deref(), expected, "{written}");
        };
        check("issues/2021/old/", Some("issues/2021/old/"));
        check("/issues/2021/old/index.html", Some("issues/2021/old/"));
        check("old", Some("old/"));
        check("old/a.html", Some("old/a.html"));
        check("a.html/", Some("a.html/"));
        check("index.html", Some("index.html"));
        for bad in ["", "/", "//x", "../x", "a/../b", "http://x/", "通报/1", "a b", "a?b", "con/x", "a\\b"]
        {
            check(bad, None);
        }
    }
}
