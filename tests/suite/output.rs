//! The output folder: all or nothing, ours or refused, and nothing rewritten without need.

use crate::support::{SiteTest, TODAY, files};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fs, io};
use tempfile::TempDir;
use tongbao::diag::report::Lang;
use tongbao::diag::{Diagnostic, Message};
use tongbao::model::visible::Drafts;
use tongbao::output::{File, Folder, Guard, Manifest, Operation, Stop, Written, is_safe, write};

/// A place to write to: `site/` holds the sources, `public/` is the output.
struct Place {
    temp: TempDir,
}

impl Place {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir_all(temp.path().join("site/content")).unwrap();
        fs::create_dir_all(temp.path().join("site/themes")).unwrap();
        Self { temp }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.temp.path().join(path)
    }

    /// Where a replaced site may be left; there is none yet.
    fn spare(&self) -> PathBuf {
        fs::create_dir(self.at("site/.tongbao")).unwrap();
        self.at("site/.tongbao/spare")
    }

    fn folder(&self) -> Folder {
        let mut folder = Folder::new(&self.at("public"), &self.at("site")).unwrap();
        folder.patience = Duration::from_millis(300);
        folder
    }

    fn build(&self, list: &[(&str, &str)]) -> Result<Written, Stop> {
        let files = list.iter().map(|(path, text)| File::make(*path, || Ok(text.as_bytes().to_vec())));
        write(&self.folder(), Drafts::Hidden, files, &|_| ())
    }

    /// What stands in the folder of all, the site's folder itself aside.
    fn beside(&self) -> Vec<String> {
        let entries =
            fs::read_dir(self.temp.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.filter(|name| name != "site").collect();
        names.sort();
        names
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.at("public").join(path)).unwrap()
    }
}

const PAGES: [(&str, &str); 3] =
    [("index.html", "home"), ("a/b/index.html", "deep"), ("a/index.html", "shallow")];

#[track_caller]
fn refused(result: Result<Written, Stop>) -> String {
    match result {
        Err(Stop::Failure(failure)) => {
            assert!(!failure.message(Lang::Zh).is_ascii());
            failure.message(Lang::En)
        }
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_first_site_is_written_whole() {
    let place = Place::new();
    let written = place.build(&PAGES).unwrap();
    assert_eq!((written.files, written.written, written.removed), (5, 5, 0));
    assert_eq!(place.text("a/b/index.html"), "deep");
    assert_eq!(place.beside(), ["public"]);
    let all = files(&place.at("public"));
    assert_eq!(written.bytes, all.values().map(|bytes| bytes.len() as u64).sum::<u64>());
    let manifest = Manifest::parse(&all["tongbao.json"]).unwrap();
    let paths: Vec<&str> = manifest.files.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(paths, ["a/b/index.html", "a/index.html", "index.html"]);
    assert!(!manifest.drafts);
}

#[test]
fn checksums_are_verified_by_the_usual_tool() {
    let place = Place::new();
    place.build(&PAGES).unwrap();
    let verify = || {
        Command::new("sha256sum")
            .args(["--check", "--strict", "SHA256SUMS.txt"])
            .current_dir(place.at("public"))
            .output()
    };
    let output = verify().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4, "all files but the list itself");
    fs::write(place.at("public/index.html"), "changed").unwrap();
    assert!(!verify().unwrap().status.success());
}

#[test]
fn what_its_maker_knows_is_made_only_where_it_was_changed() {
    let place = Place::new();
    let first = place.build(&PAGES).unwrap();
    let build = |expected: &[&str]| {
        let made = Mutex::new(Vec::new());
        let file = |(path, text): (&'static str, &'static str)| {
            let made = &made;
            let site = first.build.as_str();
            File::make_unless_known(path, move |old| {
                if old == Some(site) {
                    return Ok(None);
                }
                made.lock().unwrap().push(path);
                Ok(Some(text.as_bytes().to_vec()))
            })
        };
        let files = PAGES.into_iter().chain([("new.html", "new")]).map(file);
        write(&place.folder(), Drafts::Hidden, files, &|_| ()).unwrap();
        let mut made = made.into_inner().unwrap();
        made.sort_unstable();
        assert_eq!(made, expected);
        assert!(PAGES.iter().all(|(path, text)| place.text(path) == *text));
    };
    fs::write(place.at("public/index.html"), "changed").unwrap();
    build(&["index.html", "new.html"]);
    // The site is another now.
    build(&["a/b/index.html", "a/index.html", "index.html", "new.html"]);
}

/// A file whose maker says that it is the one that the old site has at another path.
#[test]
fn what_its_maker_knows_elsewhere_moves_as_it_is() {
    let place = Place::new();
    let site = |folder: &str| {
        let made = Mutex::new(Vec::new());
        let names = ["1", "2", "3"];
        let file = |name: &'static str| {
            let made = &made;
            let make = move |old: Option<&str>| {
                let is_known = old.is_some() && name != "3";
                made.lock().unwrap().extend((!is_known).then_some(name));
                Ok((!is_known).then(|| name.as_bytes().to_vec()))
            };
            let file = File::make_unless_known(format!("search/{folder}/{name}"), make);
            File { former: (folder == "new").then(|| format!("search/old/{name}")), ..file }
        };
        let written = write(&place.folder(), Drafts::Hidden, names.map(file), &|_| ()).unwrap();
        let texts = names.map(|name| place.text(&format!("search/{folder}/{name}")));
        assert_eq!(texts, names);
        let mut made = made.into_inner().unwrap();
        made.sort_unstable();
        (made, written.removed)
    };
    assert_eq!(site("old"), (vec!["1", "2", "3"], 0));
    fs::write(place.at("public/search/old/2"), "hoax").unwrap();
    // What is known but was changed is made after all.
    assert_eq!(site("new"), (vec!["2", "3"], 3));
    assert!(!place.at("public/search/old").exists());
    assert_eq!(fs::read_to_string(place.at("public/SHA256SUMS.txt")).unwrap().lines().count(), 4);
}

#[cfg(unix)]
#[test]
fn the_same_content_under_another_name_is_not_written_again() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    place.build(&[("set-1/0.js", "zero"), ("set-1/1.js", "one"), ("set-1/2.js", "two")]).unwrap();
    let inode = |path: &str| fs::metadata(place.at("public").join(path)).unwrap().ino();
    let [zero, one] = ["set-1/0.js", "set-1/1.js"].map(inode);
    fs::write(place.at("public/set-1/2.js"), "TWO").unwrap();
    let written =
        place.build(&[("set-2/0.js", "zero"), ("set-2/1.js", "ONE"), ("set-2/2.js", "two")]).unwrap();
    assert_eq!((written.written, written.removed), (5, 3), "new names, manifest and checksums");
    assert_eq!(inode("set-2/0.js"), zero);
    assert_ne!(inode("set-2/1.js"), one);
    assert_eq!(["set-2/1.js", "set-2/2.js"].map(|path| place.text(path)), ["ONE", "two"]);
}

#[cfg(unix)]
#[test]
fn an_unchanged_build_rewrites_nothing() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    place.build(&PAGES).unwrap();
    let marks = || {
        let paths = walkdir::WalkDir::new(place.temp.path()).sort_by_file_name();
        let mark = |e: walkdir::DirEntry| {
            let m = e.metadata().unwrap();
            (e.path().to_path_buf(), m.ino(), m.mtime_nsec(), m.ctime_nsec())
        };
        // The folder of all sees the lock come and go.
        paths.into_iter().skip(1).map(|e| mark(e.unwrap())).collect::<Vec<_>>()
    };
    let before = marks();
    let written = place.build(&PAGES).unwrap();
    assert_eq!((written.files, written.written, written.removed), (5, 0, 0));
    assert_eq!(marks(), before);
}

#[cfg(unix)]
#[test]
fn a_changed_file_is_new_and_the_others_are_linked() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    place.build(&PAGES).unwrap();
    let id = |path: &str| {
        let m = fs::metadata(place.at("public").join(path)).unwrap();
        (m.ino(), m.mtime(), m.mtime_nsec())
    };
    let (home, deep) = (id("index.html"), id("a/b/index.html"));
    let written =
        place.build(&[("index.html", "home 2"), ("a/b/index.html", "deep"), ("c.txt", "new")]).unwrap();
    // index.html, c.txt, tongbao.json and SHA256SUMS.txt; a/index.html goes.
    assert_eq!((written.files, written.written, written.removed), (5, 4, 1));
    assert_ne!(id("index.html"), home);
    assert_eq!(id("a/b/index.html"), deep);
    assert!(!place.at("public/a/index.html").exists());
    assert_eq!(place.beside(), ["public"]);
}

/// What a replaced site leaves is links to the files of the site and nothing else, and whatever happens to it
/// meanwhile, the next site is right.
#[cfg(unix)]
#[test]
fn a_replaced_site_leaves_its_folders_to_the_next() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    let spare = place.spare();
    let build = |list: &[(&str, &str)]| {
        let pages = list.iter().map(|(path, text)| File::bytes(*path, text.as_bytes()));
        let folder = place.folder().with_spare(Some(spare.clone()));
        write(&folder, Drafts::Hidden, pages, &|_| ()).unwrap();
        let mut shown = files(&place.at("public"));
        shown.retain(|path, _| !["tongbao.json", "SHA256SUMS.txt", "ours.txt"].contains(&path.as_str()));
        let wanted = list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        assert_eq!(shown, wanted.collect());
        assert_eq!(place.beside(), ["public"]);
        let folders = walkdir::WalkDir::new(place.at("public")).into_iter().map(|entry| entry.unwrap());
        let empty = |path: &Path| path.is_dir() && fs::read_dir(path).unwrap().next().is_none();
        assert!(!folders.into_iter().any(|entry| empty(entry.path())), "an empty folder");
    };
    let left = || -> Vec<String> {
        let inode = |path: &Path| fs::metadata(path).unwrap().ino();
        let paths = files(&spare).into_keys().filter(|path| path != ".tongbao-new");
        paths.inspect(|p| assert_eq!(inode(&spare.join(p)), inode(&place.at("public").join(p)))).collect()
    };
    build(&PAGES);
    assert!(!spare.exists(), "nothing was replaced");
    fs::write(place.at("public/ours.txt"), "foreign").unwrap();
    build(&[("index.html", "home 2"), ("a/b/index.html", "deep"), ("c/1", "x"), ("c/2", "y")]);
    assert_eq!(left(), ["a/b/index.html"]);
    // A file where a folder was, and the other way round.
    build(&[("index.html", "home 2"), ("a", "file"), ("c/1", "x"), ("c/2/3", "z")]);
    assert_eq!(left(), ["c/1", "index.html"]);
    fs::create_dir_all(spare.join("index.html/deep")).unwrap_err();
    for (path, text) in [("junk.txt", "junk"), ("d/junk.txt", "junk"), ("c/2", "a file")] {
        let path = spare.join(path);
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap();
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::remove_file(spare.join("index.html")).unwrap();
    fs::write(spare.join("index.html"), "forged").unwrap();
    build(&[("index.html", "home 2"), ("a", "file"), ("c/1", "x 2"), ("c/2/3", "z"), ("d/e", "new")]);
    assert_eq!(left(), ["a", "c/2/3", "index.html"]);
    // What is changed in the site by hand is changed in the spare as well: it is one file.
    fs::write(place.at("public/a"), "FILE").unwrap();
    build(&[("index.html", "home 2"), ("a", "file"), ("c/2/3", "z")]);
    assert_eq!(left(), ["c/2/3", "index.html"]);
    assert_eq!(place.text("ours.txt"), "foreign");
    // Nothing is written but the seals when only a file goes.
    build(&[("index.html", "home 2"), ("a", "file"), ("c/2/3", "z"), ("d/e", "gone")]);
    build(&[("index.html", "home 2"), ("a", "file"), ("c/2/3", "z")]);
    assert_eq!(left(), ["a", "c/2/3", "index.html"]);
    // Nothing is done through a link.
    fs::rename(&spare, place.at("site/elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", &spare).unwrap();
    build(&[("index.html", "home 3"), ("a", "file"), ("c/2/3", "z")]);
    assert!(place.at("site/elsewhere/.tongbao-new").exists());
    // Without a site a spare counts for nothing.
    fs::remove_dir_all(place.at("public")).unwrap();
    build(&PAGES);
}

/// A folder of which only the name and a few files are new stays with its links, whose times show that nothing is
/// done to them; whatever happens to the spare meanwhile, the next site is right.
#[cfg(unix)]
#[test]
fn a_folder_with_another_name_is_left_as_it_is() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    let spare = place.spare();
    let changed = |path: &str| {
        let found = fs::metadata(place.at("public").join(path)).unwrap();
        (found.ino(), found.ctime(), found.ctime_nsec())
    };
    // The files 1 to 6 of a folder, in two folders; of one the text is said.
    let build = |name: &str, other: usize, text: &str| {
        let file = |n: usize| {
            (format!("s/{name}/{}/{n}", n % 2), if n == other { text.into() } else { format!("{n}") })
        };
        let list: Vec<(String, String)> = (1..7).map(file).chain([("a".into(), "a".into())]).collect();
        let pages = list.iter().map(|(path, text)| File::bytes(path.clone(), text.as_bytes()));
        let folder = place.folder().with_spare(Some(spare.clone()));
        write(&folder, Drafts::Hidden, pages, &|_| ()).unwrap();
        let mut shown = files(&place.at("public"));
        shown.retain(|path, _| !path.ends_with("tongbao.json") && !path.ends_with(".txt"));
        assert_eq!(
            shown,
            list.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect()
        );
        assert!(!fs::read_dir(place.at("public/s")).unwrap().any(|entry| {
            let name = entry.unwrap().file_name();
            fs::read_dir(place.at("public/s").join(name)).unwrap().next().is_none()
        }));
        if !spare.exists() {
            return 0;
        }
        let left = files(&spare).into_keys().filter(|path| path != ".tongbao-new").collect::<Vec<_>>();
        let is_link = |path: &String| {
            let inode = |root: &Path| fs::symlink_metadata(root.join(path)).map(|found| found.ino()).ok();
            inode(&spare) == inode(&place.at("public"))
        };
        assert!(left.iter().all(is_link), "{left:?}");
        left.len()
    };
    build("x", 0, "");
    assert_eq!(build("y", 3, "new"), 6, "all but the new one");
    let before = changed("s/y/0/2");
    assert_eq!(build("z", 3, "newer"), 6);
    assert_eq!(changed("s/z/0/2"), before);
    // A foreign file stays where it is.
    fs::write(place.at("public/s/z/ours.txt"), "foreign").unwrap();
    assert_eq!(build("w", 4, "new"), 5);
    assert_eq!(place.text("s/z/ours.txt"), "foreign");
    assert_eq!(changed("s/w/0/2"), before);
    // Forged files and folders, under either name.
    for path in ["s/w/0/junk", "s/w/1/5/deep/junk", "s/v/0/2", "s/v/junk"] {
        let path = spare.join(path);
        let _ = fs::remove_file(path.ancestors().nth(2).unwrap());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "forged").unwrap();
    }
    assert_eq!(build("v", 5, "new"), 5);
    assert_eq!(changed("s/v/0/2"), before);
    // Nothing is done through a link.
    let elsewhere = place.at("site/elsewhere");
    fs::rename(spare.join("s"), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, spare.join("s")).unwrap();
    let held = files(&elsewhere);
    build("u", 5, "new");
    assert_eq!(files(&elsewhere), held);
    // With most of its files it is another one.
    let pages = (1..7).map(|n| File::bytes(format!("s/t/{n}"), format!("{n}{}", n / 3).into_bytes()));
    write(&place.folder().with_spare(Some(spare.clone())), Drafts::Hidden, pages, &|_| ()).unwrap();
    assert_eq!(files(&place.at("public/s/t")).len(), 6);
}

/// Refuses to read a page.
#[derive(Debug)]
struct Unread;

impl Guard for Unread {
    fn before(&self, operation: Operation, path: &Path) -> io::Result<()> {
        let is_page = path.extension().is_some_and(|ending| ending == "html");
        if operation == Operation::Read && is_page { Err(io::Error::other("read")) } else { Ok(()) }
    }
}

/// A file is known by its mark as long as nobody has changed it, whatever he does about its time; and only as it is
/// listed.
#[cfg(unix)]
#[test]
fn what_is_found_as_it_was_left_is_not_read() {
    let place = Place::new();
    let build = |seen: &[u8], reads: bool| {
        let pages = PAGES.iter().map(|(path, text)| File::bytes(*path, text.as_bytes()));
        let folder = place.folder().with_seen(Some(seen.to_vec()));
        let folder = if reads { folder } else { folder.guarded(Arc::new(Unread)) };
        let written = write(&folder, Drafts::Hidden, pages, &|_| ()).unwrap();
        for (path, text) in PAGES {
            assert_eq!(place.text(path), text);
        }
        written
    };
    let settled = || {
        std::thread::sleep(Duration::from_millis(150));
        build(&[], true).seen
    };
    assert_eq!(build(&[], true).written, 5);
    let seen = settled();
    assert_eq!(build(&seen, false).written, 0);
    assert_eq!(build(b"nonsense", false).written, 3, "what cannot be read is written again");
    let seen = settled();
    let page = place.at("public/index.html");
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    fs::write(&page, "hoax").unwrap();
    fs::File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
    assert_eq!(build(&seen, true).written, 1);
    let seen = settled();
    let manifest = place.at("public/tongbao.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let line = text.lines().find(|line| line.contains("\"index.html\"")).unwrap();
    let sum = line.split("\"sha256\":\"").nth(1).unwrap()[..64].to_owned();
    fs::write(&manifest, text.replace(&sum, &"0".repeat(64))).unwrap();
    assert!(build(&seen, true).written > 0);
    assert!(!fs::read_to_string(&manifest).unwrap().contains(&"0".repeat(64)));
}

#[test]
fn what_is_damaged_in_the_output_is_mended() {
    let place = Place::new();
    place.build(&PAGES).unwrap();
    fs::write(place.at("public/index.html"), "hoax").unwrap();
    fs::remove_file(place.at("public/a/index.html")).unwrap();
    fs::write(place.at("public/SHA256SUMS.txt"), "").unwrap();
    assert_eq!(place.build(&PAGES).unwrap().written, 3);
    assert_eq!((place.text("index.html").as_str(), place.text("a/index.html").as_str()), ("home", "shallow"));
}

#[test]
fn copies_are_like_made_files() {
    let place = Place::new();
    fs::write(place.at("table.xls"), vec![7; 200_000]).unwrap();
    let build =
        || write(&place.folder(), Drafts::Hidden, [File::copy("t.xls", place.at("table.xls"))], &|_| ());
    assert_eq!(build().unwrap().written, 3);
    assert_eq!(build().unwrap().written, 0);
    assert_eq!(fs::read(place.at("public/t.xls")).unwrap(), vec![7; 200_000]);
    fs::write(place.at("table.xls"), vec![8; 200_000]).unwrap();
    assert_eq!(build().unwrap().written, 3);
    fs::remove_file(place.at("table.xls")).unwrap();
    assert!(refused(build()).contains("table.xls"));
    assert_eq!(fs::read(place.at("public/t.xls")).unwrap(), vec![8; 200_000]);
}

#[test]
fn bytes_do_not_depend_on_threads_or_order() {
    let names: Vec<String> = (0..500).map(|i| format!("p{i}/index.html")).collect();
    let site = |threads: usize, backwards: bool| {
        let place = Place::new();
        let mut list: Vec<File> =
            names.iter().map(|n| File::make(n.clone(), || Ok(n.as_bytes().to_vec()))).collect();
        if backwards {
            list.reverse();
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| write(&place.folder(), Drafts::Hidden, list, &|_| ())).unwrap();
        files(&place.at("public"))
    };
    let one = site(1, false);
    assert_eq!(one.len(), 502);
    assert_eq!(site(4, false), one);
    assert_eq!(site(3, true), one);
}

#[test]
fn drafts_show_in_the_manifest_and_the_build_id() {
    let build = |drafts| {
        let place = Place::new();
        write(&place.folder(), drafts, [File::bytes("index.html", b"same".as_slice())], &|_| ()).unwrap();
        Manifest::parse(place.text("tongbao.json").as_bytes()).unwrap()
    };
    let (public, drafts) = (build(Drafts::Hidden), build(Drafts::Shown));
    assert!(!public.drafts && drafts.drafts);
    assert_ne!(public.build, drafts.build);
    assert_eq!(public.files, drafts.files);
}

#[test]
fn a_foreign_folder_is_refused_and_an_empty_one_taken() {
    let place = Place::new();
    fs::create_dir(place.at("public")).unwrap();
    fs::write(place.at("public/thesis.doc"), "years of work").unwrap();
    assert!(refused(place.build(&PAGES)).contains("neither empty nor made by tongbao"));
    assert_eq!(files(&place.at("public")).into_keys().collect::<Vec<_>>(), ["thesis.doc"]);
    assert_eq!(place.beside(), ["public"]);
    fs::remove_file(place.at("public/thesis.doc")).unwrap();
    place.build(&PAGES).unwrap();
    assert_eq!(place.text("index.html"), "home");
}

#[test]
fn a_manifest_that_is_not_ours_is_refused() {
    let place = Place::new();
    fs::create_dir(place.at("public")).unwrap();
    for text in ["", "{}", "{\"format\": 99, \"build\": \"\", \"drafts\": false, \"files\": []}"] {
        fs::write(place.at("public/tongbao.json"), text).unwrap();
        assert!(refused(place.build(&PAGES)).contains("damaged"), "{text}");
    }
}

#[test]
fn foreign_files_in_our_folder_are_carried_over_and_named() {
    let place = Place::new();
    place.build(&PAGES).unwrap();
    fs::create_dir(place.at("public/a/附件")).unwrap();
    fs::write(place.at("public/a/附件/说明.txt"), "note").unwrap();
    fs::write(place.at("public/.htaccess"), "rules").unwrap();
    let written = place.build(&[("index.html", "home 2")]).unwrap();
    assert_eq!(written.foreign, [".htaccess", "a/附件/说明.txt"]);
    assert_eq!((place.text("a/附件/说明.txt").as_str(), place.text(".htaccess").as_str()), ("note", "rules"));
    assert_eq!((written.files, written.removed), (3, 2));
    assert_eq!(place.build(&[("index.html", "home 3")]).unwrap().foreign, written.foreign);
}

#[test]
fn a_foreign_file_in_the_way_is_never_overwritten() {
    let home = [("index.html", "home")];
    for (foreign, new) in
        [("new.html", "new.html"), ("new", "new/index.html"), ("new.html/mine.txt", "new.html")]
    {
        let place = Place::new();
        place.build(&home).unwrap();
        let path = place.at("public").join(foreign);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "mine").unwrap();
        let message = refused(place.build(&[home[0], (new, "theirs")]));
        assert!(message.contains(foreign) && message.contains("in the way"), "{message}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!((place.text("index.html").as_str(), place.beside()), ("home", vec!["public".to_owned()]));
    }
}

#[cfg(unix)]
#[test]
fn links_are_refused_as_target_and_kept_inside() {
    let place = Place::new();
    fs::create_dir(place.at("real")).unwrap();
    std::os::unix::fs::symlink("real", place.at("public")).unwrap();
    for out in ["public", "public/"] {
        let failure = Folder::new(&place.at(out), &place.at("site")).unwrap_err();
        assert!(failure.message(Lang::En).contains("symbolic link") && failure.advice(Lang::Zh).is_some());
    }
    fs::remove_file(place.at("public")).unwrap();
    place.build(&PAGES).unwrap();
    std::os::unix::fs::symlink("/nowhere", place.at("public/link")).unwrap();
    assert_eq!(place.build(&[("index.html", "2")]).unwrap().foreign, ["link"]);
    assert_eq!(fs::read_link(place.at("public/link")).unwrap(), Path::new("/nowhere"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_mount_point_is_refused() {
    let place = Place::new();
    let failure = Folder::new(Path::new("/proc"), &place.at("site")).unwrap_err();
    assert!(failure.message(Lang::En).contains("mount point"));
}

#[test]
fn the_output_may_not_hold_the_sources_or_lie_in_them() {
    let place = Place::new();
    let site = place.at("site");
    for out in [
        "site",
        "site/",
        "site/content/..",
        ".",
        "site/content",
        "site/content/new/public",
        "site/themes/x",
        "site/src",
    ] {
        let failure = Folder::new(&place.at(out), &site).expect_err(out);
        assert!(failure.advice(Lang::En).is_some(), "{out}");
    }
    assert!(Folder::new(Path::new("/"), &site).is_err());
    fs::write(place.at("file"), "").unwrap();
    assert!(Folder::new(&place.at("file"), &site).is_err());
    for out in ["site/public", "site/content2", "elsewhere/deep/public"] {
        assert!(Folder::new(&place.at(out), &site).is_ok(), "{out}");
    }
}

#[test]
fn an_error_leaves_the_old_site_and_no_litter() {
    let place = Place::new();
    place.build(&PAGES).unwrap();
    let before = files(&place.at("public"));
    let missing = Message::MissingKey { key: "x".into() };
    let bad = || -> Vec<File> {
        vec![
            File::bytes("index.html", b"new".as_slice()),
            File::make("a/index.html", || Err(Box::new(Diagnostic::nowhere(missing.clone())))),
            File::make("b/index.html", || {
                Err(Box::new(Diagnostic::nowhere(Message::MissingKey { key: "later".into() })))
            }),
        ]
    };
    match write(&place.folder(), Drafts::Hidden, bad(), &|_| ()) {
        Err(Stop::Problem(problem)) => assert_eq!(problem.message, missing),
        other => panic!("{other:?}"),
    }
    assert_eq!((files(&place.at("public")), place.beside()), (before, vec!["public".to_owned()]));
    // A new place is not left half made either.
    let folder = Folder::new(&place.at("x/y/public"), &place.at("site")).unwrap();
    assert!(write(&folder, Drafts::Hidden, bad(), &|_| ()).is_err());
    assert_eq!(place.beside(), ["public"]);
}

#[test]
fn no_path_leaves_the_folder_or_stands_twice() {
    let place = Place::new();
    for path in [
        "",
        "/x",
        "../x",
        "a/../x",
        "a//b",
        "./a",
        "a/.",
        "a\\b",
        "C:x",
        "con",
        "a/NUL.txt",
        "com1.html",
        "a.",
        ".x",
        "附件.doc",
    ] {
        assert!(!is_safe(path), "{path}");
        assert!(refused(place.build(&[(path, "x")])).contains("not allowed"), "{path}");
    }
    for path in ["index.html", "issues/2022/006/index.html", "com10.txt", "a-b_c.d/e"] {
        assert!(is_safe(path), "{path}");
    }
    for path in ["tongbao.json", "SHA256SUMS.txt"] {
        assert!(refused(place.build(&[(path, "x")])).contains("not allowed"), "{path}");
    }
    place.build(&PAGES).unwrap();
    refused(place.build(&[("index.html", "home"), ("index.html", "home")]));
    refused(place.build(&[("index.html", "1"), ("index.html", "2")]));
    assert_eq!((place.text("index.html").as_str(), place.beside()), ("home", vec!["public".to_owned()]));
}

#[test]
fn what_dead_runs_left_is_removed_and_nothing_else() {
    let place = Place::new();
    place.build(&PAGES).unwrap();
    fs::create_dir_all(place.at("public.new-4711/a")).unwrap();
    fs::write(place.at("public.new-4711/.tongbao-new"), "").unwrap();
    fs::write(place.at("public.new-4711/a/index.html"), "half").unwrap();
    fs::write(place.at("public.lock"), "tongbao 4711\n").unwrap();
    fs::create_dir_all(place.at("public.new-2024")).unwrap();
    fs::write(place.at("public.new-2024/plans.txt"), "a person's").unwrap();
    place.build(&PAGES).unwrap();
    assert_eq!(place.beside(), ["public", "public.new-2024"]);
}

#[test]
fn a_second_writer_waits_and_then_is_refused() {
    let place = Place::new();
    let lock = fs::File::create(place.at("public.lock")).unwrap();
    lock.try_lock().unwrap();
    let start = Instant::now();
    assert!(refused(place.build(&PAGES)).contains("another tongbao"));
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert!(!place.at("public").exists());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(100));
            lock.unlock().unwrap();
        });
        place.build(&PAGES).unwrap();
    });
    assert_eq!(place.beside(), ["public"]);
}

#[test]
fn many_writers_at_once_all_succeed() {
    let place = Place::new();
    std::thread::scope(|scope| {
        for text in ["1", "2", "3", "4", "5", "6"] {
            let place = &place;
            scope.spawn(move || {
                let mut folder = place.folder();
                folder.patience = Duration::from_secs(20);
                write(&folder, Drafts::Hidden, [File::bytes("index.html", text.as_bytes())], &|_| ())
                    .unwrap();
            });
        }
    });
    assert_eq!(place.beside(), ["public"]);
}

#[test]
fn a_file_that_is_no_lock_stays() {
    let place = Place::new();
    fs::write(place.at("public.lock"), "my notes").unwrap();
    assert!(refused(place.build(&PAGES)).contains("not a lock"));
    assert_eq!(fs::read_to_string(place.at("public.lock")).unwrap(), "my notes");
}

#[test]
fn the_program_refuses_a_foreign_folder_with_exit_code_2() {
    let site = SiteTest::small();
    site.write("public/thesis.doc", "years of work");
    site.run(&format!("build --today {TODAY}"))
        .code(2)
        .says_nothing()
        .complains("public")
        .complains("提示: ");
    assert_eq!(files(&site.path().join("public")).len(), 1);
}

#[test]
fn a_preview_of_drafts_never_replaces_the_public_site() {
    let site = SiteTest::small();
    site.run("build --out out -q").code(0);
    let before = files(&site.path().join("out"));
    site.run("build --out out --drafts").code(2).complains("公开的网站");
    assert!(before == files(&site.path().join("out")));
    site.run("build --out drafts --drafts -q").code(0);
    site.run("build --out drafts --drafts -q").code(0);
}
