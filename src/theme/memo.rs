//! Which pages are as they were? A page follows from its view and the theme: where checksums of both are those
//! of the site as it stands, the page need not be rendered to know it.

use super::Theme;
use crate::page::View;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::xxh3_128;

/// Changes when equal views give other pages: with what [`Theme::render`] does beside the templates.
const VERSION: &str = concat!("tongbao ", env!("CARGO_PKG_VERSION"), ", pages 1");

/// What the pages of a site were made of.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Made {
    /// Checksum of the theme and of the program's own part.
    by: u128,
    /// The site's id: its manifest's.
    site: String,
    /// Checksums of the views, by the pages' paths.
    views: BTreeMap<String, u128>,
}

/// Remembers of each page what it was made of.
pub struct Memo {
    old: Made,
    new: Mutex<Made>,
}

impl Memo {
    /// What was remembered of the last site; nothing when it was made by another theme or program.
    pub fn new(theme: &Theme, kept: Option<&[u8]>) -> Self {
        let by = theme.checksum;
        let old = kept.and_then(|bytes| postcard::from_bytes::<Made>(bytes).ok());
        let old = old.filter(|old| old.by == by).unwrap_or_default();
        Self { old, new: Mutex::new(Made { by, ..Made::default() }) }
    }

    /// Whether the site with this id has the page that the view would give. Remembers the view.
    pub fn knows(&self, path: &str, view: &View, site: Option<&str>) -> bool {
        let checksum = xxh3_128(&view.to_bytes());
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.views.insert(path.to_owned(), checksum);
        site == Some(&self.old.site) && self.old.views.get(path) == Some(&checksum)
    }

    /// All that was asked, to be kept until the next time; `site` is the id of the site that came of it.
    pub fn into_bytes(self, site: &str) -> Vec<u8> {
        let made = self.new.into_inner().unwrap_or_else(PoisonError::into_inner);
        postcard::to_allocvec(&Made { site: site.to_owned(), ..made }).expect("texts and numbers")
    }
}

/// Checksum of all that stands between a view and its page.
pub(super) fn checksum(of: &impl Serialize) -> u128 {
    xxh3_128(&postcard::to_allocvec(&(VERSION, of)).expect("plain data"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostics, Files};
    use crate::page::{self, fixture};

    fn theme(strings: &str) -> Theme {
        let site = tempfile::tempdir().unwrap();
        let folder = site.path().join("themes/default");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("strings.zh-CN.toml"), strings).unwrap();
        let (mut files, mut problems) = (Files::default(), Diagnostics::default());
        Theme::load(site.path(), &fixture::config(), &mut files, &mut problems).expect("a whole theme")
    }

    /// Which pages of the fixture's archive are known, after `change` of its first issue's title.
    fn known(kept: Option<&[u8]>, theme: &Theme, title: Option<&str>, site: &str) -> (Vec<String>, Vec<u8>) {
        let mut archive = fixture::archive();
        if let Some(title) = title {
            archive.issues[0].title = title.into();
        }
        let memo = Memo::new(theme, kept);
        let (plan, pages) = (page::plan(&archive), page::Pages::new(&archive));
        let is_known = |page: &&page::Planned| memo.knows(&page.path, &pages.view(page), Some(site));
        let known = plan.iter().filter(is_known).map(|page| page.path.clone()).collect();
        (known, memo.into_bytes("built"))
    }

    #[test]
    fn a_page_is_known_when_nothing_it_is_made_of_changed() {
        let theme = theme("");
        let (none, kept) = known(None, &theme, None, "built");
        assert_eq!(none, [""; 0]);
        let (all, again) = known(Some(&kept), &theme, None, "built");
        assert_eq!(all.len(), page::plan(&fixture::archive()).len());
        assert_eq!(again, kept);
        let (others, _) = known(Some(&kept), &theme, Some("另一个标题"), "built");
        let first = page::path(&fixture::archive(), &page::Subject::Issue(0));
        assert!(!others.is_empty() && others.len() < all.len() && !others.contains(&first));
    }

    #[test]
    fn nothing_is_known_of_another_site_theme_or_file() {
        let built_in = theme("");
        let (_, kept) = known(None, &built_in, None, "built");
        assert_eq!(known(Some(&kept), &built_in, None, "another").0, [""; 0]);
        assert_eq!(known(Some(&kept), &theme("not_found = \"查无此页\""), None, "built").0, [""; 0]);
        for end in 0..kept.len() {
            let _ = known(Some(&kept[..end]), &built_in, None, "built");
        }
    }
}
