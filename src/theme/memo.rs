//! Which pages are as they were? A page follows from its view and the theme, and the view of most from a part of
//! the archive: where checksums are those of the site as it stands, the page need not be rendered to know it, nor
//! the view be made.

use super::Theme;
use crate::page::View;
use crate::url;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::xxh3_128;

/// What the pages and tables of a site were made of.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    /// Checksum of the theme and of the program's own part.
    by: u128,
    /// The site's id: its manifest's.
    site: String,
    /// Sorted by the pages' paths.
    pages: Vec<(String, Sums)>,
}

/// What a page was made of, as checksums.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Sums {
    /// Of all that its view may read, if that is known without making it.
    ground: Option<u128>,
    view: u128,
}

/// Remembers of each page what it was made of.
pub struct Memo {
    by: u128,
    /// The last site's id, if its pages are known.
    site: Option<String>,
    old: FxHashMap<String, Sums>,
    /// The last site's folder of the search whose name tells its content.
    search: Option<String>,
    new: Mutex<Vec<(String, Sums)>>,
}

impl Memo {
    /// What was remembered of the last site; nothing when it was made by another theme or program.
    pub fn new(theme: &Theme, kept: Option<&[u8]>) -> Self {
        let by = theme.checksum;
        let old = kept.and_then(|bytes| postcard::from_bytes::<Made>(bytes).ok());
        let (site, old) = old.filter(|old| old.by == by).map(|old| (old.site, old.pages)).unzip();
        let old: FxHashMap<String, Sums> = old.into_iter().flatten().collect();
        let search = old.keys().find_map(|path| within_search(path)).map(|(folder, _)| folder.to_owned());
        Self { by, site, old, search, new: Mutex::default() }
    }

    /// What the site with this id was remembered to make a page of.
    fn old(&self, path: &str, site: Option<&str>) -> Option<Sums> {
        self.old.get(path).copied().filter(|_| site.is_some() && site == self.site.as_deref())
    }

    /// The view of a page, unless the site with this id has the page that it would give. Remembers what the page is
    /// made of. A view that hangs on the same `ground` as the last one is not even made.
    pub fn unless_known<'v>(
        &self,
        path: &str,
        ground: Option<u128>,
        view: impl FnOnce() -> View<'v>,
        site: Option<&str>,
    ) -> Option<View<'v>> {
        let old = self.old(path, site);
        if let Some(old) = old.filter(|old| old.ground.is_some() && old.ground == ground) {
            debug_assert_eq!(of_view(&view()), old.view, "{path} hangs on more than its ground");
            self.remember(path, old);
            return None;
        }
        let view = view();
        let sums = Sums { ground, view: of_view(&view) };
        self.remember(path, sums);
        old.is_none_or(|old| old.view != sums.view).then_some(view)
    }

    /// Whether the site with this id has a file that was made on the same ground, if that is remembered; remembers
    /// the ground.
    pub fn knows(&self, path: &str, ground: u128, site: Option<&str>) -> Option<bool> {
        let old = self.old(path, site);
        self.remember(path, Sums { ground: Some(ground), view: 0 });
        old.map(|old| old.ground == Some(ground))
    }

    /// Where the last site has a file of the search whose folder has another name now.
    pub fn former(&self, path: &str) -> Option<String> {
        let (folder, name) = within_search(path)?;
        self.search.as_ref().filter(|search| *search != folder).map(|search| format!("{search}/{name}"))
    }

    /// Whether the site with this id has such a file, there or in the folder of its own name, which tells its content.
    /// Remembers its ground.
    pub fn knows_former(
        &self,
        path: &str,
        former: Option<&str>,
        ground: impl FnOnce() -> u128,
        site: Option<&str>,
    ) -> bool {
        let old = self.old(former.unwrap_or(path), site).and_then(|old| old.ground);
        let is_there = former.is_none() && site.is_some();
        let ground = old.filter(|_| is_there).unwrap_or_else(ground);
        self.remember(path, Sums { ground: Some(ground), view: 0 });
        is_there || old == Some(ground)
    }

    fn remember(&self, path: &str, sums: Sums) {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.push((path.to_owned(), sums));
    }

    /// All that was asked, to be kept until the next time; `site` is the id of the site that came of it.
    pub fn into_bytes(self, site: &str) -> Vec<u8> {
        let mut pages = self.new.into_inner().unwrap_or_else(PoisonError::into_inner);
        // A page whose file somebody changed was asked twice.
        pages.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        pages.dedup_by(|a, b| a.0 == b.0);
        postcard::to_allocvec(&Made { by: self.by, site: site.to_owned(), pages }).expect("texts and numbers")
    }
}

/// The folder of a file of the search, and its name there; none of what does not lie in a folder in `search`.
fn within_search(path: &str) -> Option<(&str, &str)> {
    let start = url::search_file("").len();
    let end = start + path.strip_prefix(&url::search_file(""))?.find('/')?;
    Some((&path[..end], &path[end + 1..]))
}

fn of_view(view: &View) -> u128 {
    xxh3_128(&view.to_bytes())
}

/// Checksum of all that stands between a view and its page: the program is a part of it.
pub(super) fn checksum(of: &impl Serialize) -> u128 {
    xxh3_128(&postcard::to_allocvec(&(crate::PROGRAM, of)).expect("plain data"))
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
        let is_known = |page: &&page::Planned| {
            memo.unless_known(&page.path, pages.ground(page), || pages.view(page), Some(site)).is_none()
        };
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
