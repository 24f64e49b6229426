//! Which folders of the old site has the new one under another name? Those of the search are named by their
//! content: with one changed issue nearly all their files are as before, at other paths. A spare whose folder
//! gets the new name holds them already; to link each of them anew, and to remove each old link, would take
//! longer than to make what is new, and would change the times by which they are known.

use super::disk::Disk;
use super::manifest::Listed;
use super::{Kept, Paths, spare};
use crate::failure::Failure;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Pairs of folders beside each other: where the old site has the files, and where the new one.
#[derive(Debug, Default)]
pub(super) struct Moved(Vec<[String; 2]>);

impl Moved {
    /// The folders of which more than half the files moved, each to the same place below the other name. The old
    /// site has no file below the new name, the new site none below the old one.
    pub fn find(old: &[Listed], new: &Paths, kept: &[Option<Kept>]) -> Self {
        let old = Paths(old);
        let mut pairs: BTreeMap<[&str; 2], usize> = BTreeMap::new();
        for (file, kept) in new.0.iter().zip(kept) {
            let pair = kept.filter(|kept| kept.moved).map(|kept| folders(&old.0[kept.old].path, &file.path));
            pair.flatten().into_iter().for_each(|pair| *pairs.entry(pair).or_default() += 1);
        }
        let is_moved = |([from, to], files): &([&str; 2], usize)| {
            let is_most = |all: usize| all < 2 * files;
            let is_free = |paths: &Paths, folder| paths.at(folder).is_none() && !paths.has_below(folder);
            is_most(old.below(from).len())
                && is_most(new.below(to).len())
                && is_free(&old, to)
                && is_free(new, from)
        };
        let moved = pairs.into_iter().filter(is_moved);
        Self(moved.map(|(pair, _)| pair.map(str::to_owned)).collect())
    }

    /// Where a path of the old site stands when its folders have their new names.
    pub fn renamed(&self, path: &Path) -> PathBuf {
        let renamed =
            |[from, to]: &[String; 2]| path.strip_prefix(from).ok().map(|rest| Path::new(to).join(rest));
        self.0.iter().find_map(renamed).unwrap_or_else(|| path.to_path_buf())
    }

    /// Gives the folders of an old site, in `root`, their new names.
    pub fn rename(&self, disk: &Disk, root: &Path) -> Result<(), Failure> {
        self.0.iter().try_for_each(|[from, to]| disk.rename(&root.join(from), &root.join(to)))
    }

    /// The same in the `root` of a new site that began as a spare, where files of the new site have been written.
    pub fn merge(&self, disk: &Disk, root: &Path, new: &Paths, kept: &[Option<Kept>]) -> Result<(), Failure> {
        // A link would lead elsewhere.
        let is_folder = |path: &str| {
            let above = path.match_indices('/').map(|(end, _)| &path[..end]);
            above.chain([path]).all(|folder| spare::is_folder(&root.join(folder)))
        };
        for [from, to] in self.0.iter().filter(|[from, _]| is_folder(from)) {
            let written = new.below(to).filter(|n| kept[*n].is_none());
            for path in written.map(|n| &new.0[n].path) {
                let within = format!("{from}{}", &path[to.len()..]);
                spare::make_way(disk, root, &within)?;
                disk.rename_below(&root.join(path), &root.join(within))?;
            }
            spare::make_way(disk, root, to)?;
            disk.rename(&root.join(from), &root.join(to))?;
        }
        Ok(())
    }
}

/// The folders of which two paths are the same place, if these differ in nothing but their names.
fn folders<'a>(old: &'a str, new: &'a str) -> Option<[&'a str; 2]> {
    let same = old.rsplit('/').zip(new.rsplit('/')).take_while(|(old, new)| old == new);
    let rest: usize = same.map(|(part, _)| part.len() + 1).sum();
    let folder = |path: &'a str| path.len().checked_sub(rest).filter(|_| rest > 0).map(|end| &path[..end]);
    let (old, new) = (folder(old)?, folder(new)?);
    let above = |folder: &'a str| folder.rsplit_once('/').map(|(above, _)| above);
    (above(old) == above(new)).then_some([old, new])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_differ_in_one_name() {
        let pairs = [
            ("search/a/i/5.js", "search/b/i/5.js", Some(["search/a", "search/b"])),
            ("a/i/5.js", "b/i/5.js", Some(["a", "b"])),
            ("search/a/i/5.js", "search/b/i/6.js", None),
            ("search/a/5.js", "found/b/5.js", None),
            ("search/a/5.js", "5.js", None),
            ("a", "b", None),
        ];
        for (old, new, expected) in pairs {
            assert_eq!(folders(old, new), expected, "{old} {new}");
        }
    }
}
