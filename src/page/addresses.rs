//! Does every page and old address stand alone? Asked of the plan before anything is written: no old
//! address hides a page, no two are one, on disks without case too.

use super::{Planned, Subject};
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message, Term};
use crate::model::Archive;
use crate::url;
use rustc_hash::FxHashMap;

/// What stands at an address.
#[derive(Clone, Copy)]
enum Holder {
    /// A page, table or attachment of the site.
    Site,
    /// An old address, written there.
    Old(FileId),
}

/// Addresses taken so far.
#[derive(Default)]
struct Taken {
    files: FxHashMap<String, Holder>,
    /// Folders of those files: a file of the same name could not be written.
    folders: FxHashMap<String, Holder>,
}

impl Taken {
    /// Takes a path; gives who has it when it is not free.
    fn take(&mut self, path: &str, holder: Holder) -> Option<Holder> {
        let key = url::same_address_key(path);
        let folders = || key.match_indices('/').map(|(end, _)| &key[..end]);
        let above = folders().find_map(|folder| self.files.get(folder));
        if let Some(other) = self.files.get(&key).or(self.folders.get(&key)).or(above) {
            return Some(*other);
        }
        for folder in folders() {
            if !self.folders.contains_key(folder) {
                self.folders.insert(folder.to_owned(), holder);
            }
        }
        self.files.insert(key, holder);
        None
    }
}

/// Reports old addresses that are not free, and pages that would overwrite each other.
pub fn check(archive: &Archive, plan: &[Planned], sources: &Files, diagnostics: &mut Diagnostics) {
    let mut taken = Taken::default();
    for page in plan.iter().filter(|page| !matches!(page.subject, Subject::Redirect(..))) {
        let is_free = taken.take(&page.path, Holder::Site).is_none();
        // Of issues and plain pages the checks of their files say which.
        if !is_free && !matches!(page.subject, Subject::Issue(_) | Subject::Plain(_)) {
            diagnostics.push(Diagnostic::nowhere(clash(&page.path, Holder::Site, sources)));
        }
    }
    // As files, so that nothing below them is free either.
    taken.files.extend(url::HOUSE.map(|name| (name.to_owned(), Holder::Site)));
    for issue in &archive.issues {
        let series = &archive.config.series[issue.series];
        for file in issue.attachments.iter().chain(&issue.files) {
            let slug = issue.slug.as_deref();
            taken.take(&url::issue_file(series, issue.year, issue.number, slug, &file.name), Holder::Site);
        }
    }
    for page in &archive.pages {
        for file in &page.files {
            taken.take(&url::plain_file(&page.slug, &file.name), Holder::Site);
        }
    }
    for redirect in &archive.redirects {
        let holder = Holder::Old(redirect.place.file);
        if let Some(other) = taken.take(&url::redirect(&redirect.from), holder) {
            let problem = Diagnostic::at(redirect.place, clash(&redirect.from, other, sources));
            diagnostics.push(problem.hint(Hint::RemoveAlias));
        }
    }
}

fn clash(address: &str, other: Holder, sources: &Files) -> Message {
    let other = match other {
        Holder::Site => Term::new("本站的页面", "a page of this site"),
        Holder::Old(file) => {
            let path = sources.path(file);
            Term::built(format!(" `{path}` 里的旧网址"), format!("an old address in `{path}`"))
        }
    };
    Message::AddressClash { address: address.to_owned(), other }
}
