//! Does an old address stand where something else stands? Web servers and disks that do not tell
//! capitals apart are minded.

use crate::diag::{At, Diagnostic, Diagnostics, Message};
use crate::model::Archive;
use crate::model::build::Parsed;
use crate::output::{MANIFEST, SUMS};
use crate::page::{self, Subject};
use crate::parse::id::old_address;
use crate::url;
use std::collections::BTreeSet;

/// Folders of the house, and files that only some builds make.
const HOUSE: [&str; 8] =
    ["assets", "cards", "data", "search", "feed.xml", "sitemap.xml", "opensearch.xml", "robots.txt"];

/// Reports every alias of an issue that is the address of something else.
pub fn check(parsed: &Parsed, archive: &Archive, diagnostics: &mut Diagnostics) {
    let aliases = || parsed.issues.iter().flat_map(|issue| &issue.front.aliases);
    if aliases().next().is_none() {
        return;
    }
    let pages = page::plan(archive).into_iter().filter(|p| !matches!(p.subject, Subject::Redirect(..)));
    let mut taken: BTreeSet<String> = pages.map(|p| p.path.to_ascii_lowercase()).collect();
    taken.extend(HOUSE.into_iter().chain([MANIFEST, SUMS]).map(str::to_ascii_lowercase));
    for alias in aliases() {
        let Some(address) = old_address(&alias.value) else { continue };
        let path = path(&address);
        match in_the_way(&taken, &path) {
            Some(other) => diagnostics.push(clash(alias, other)),
            None => {
                taken.insert(path);
            }
        }
    }
}

fn clash(alias: &At<String>, other: &str) -> Diagnostic {
    let message = Message::AddressClash { address: alias.value.clone(), other: format!("`{other}`") };
    Diagnostic::at(alias.span, message)
}

/// The output path of an old address, in small letters.
fn path(address: &str) -> String {
    url::old(address).to_ascii_lowercase()
}

/// What has the path, or needs a file where it needs a folder, or the other way round.
fn in_the_way<'a>(taken: &'a BTreeSet<String>, path: &str) -> Option<&'a str> {
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    let found = above.chain([path]).find_map(|above| taken.get(above));
    let below = format!("{path}/");
    let found = found.or_else(|| taken.range(below.clone()..).next().filter(|t| t.starts_with(&below)));
    found.map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_keep_out_of_each_others_way() {
        let taken: BTreeSet<String> = ["index.html", "issues/index.html", "data"].map(str::to_owned).into();
        for bad in ["index.html", "index.html/x", "issues/index.html/a", "data/x.html", "issues"] {
            assert!(in_the_way(&taken, bad).is_some(), "{bad}");
        }
        for good in ["index", "issues/old/index.html", "datum", "a/index.html"] {
            assert_eq!(in_the_way(&taken, good), None, "{good}");
        }
    }
}
