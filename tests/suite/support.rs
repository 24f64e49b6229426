//! Runs the built program on a copy of a case and compares what it says. The one helper of the suite.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use tongbao::search::browser::read::payload;
use tongbao::search::browser::text;

/// The day that counts as today in every test that does not say another.
pub const TODAY: &str = "2026-01-01";

/// A site in a folder of its own, gone when dropped.
pub struct SiteTest {
    temp: TempDir,
}

impl SiteTest {
    /// A copy of `tests/<case>` without what is expected of it.
    pub fn case(case: &str) -> Self {
        let site = Self { temp: tempfile::tempdir().unwrap() };
        let from = tests().join(case);
        for (path, bytes) in files(&from) {
            if !path.starts_with("expected") {
                site.write(&path, bytes);
            }
        }
        site
    }

    /// A site with one township and one issue.
    pub fn small() -> Self {
        let site = Self { temp: tempfile::tempdir().unwrap() };
        site.write("site.toml", SITE)
            .write(
                "content/townships.toml",
                "[[township]]\nid = \"qingshi\"\nname = \"青石乡\"\nshort = [\"青石\"]\n",
            )
            .write("content/issues/2023/001.md", ISSUE);
        site
    }

    /// The site's folder.
    pub fn path(&self) -> &Path {
        self.temp.path()
    }

    /// Adds or replaces a file.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Runs `tongbao` with these words, in the site's folder.
    #[track_caller]
    pub fn run(&self, args: &str) -> Outcome {
        tongbao(self.path(), args, &[])
    }
}

const SITE: &str = "title = \"测试通报\"\norganisation = \"测试办公室\"\n\n[[series]]\nid = \"tongbao\"\nname = \"督查通报\"\nissuer = \"测试办公室\"\ndefault = true\n";
const ISSUE: &str = "+++\ntitle = \"关于测试的通报\"\nnumber = 1\ndate = 2023-01-05\n+++\n\n现通报如下：\n\n## 一、青石乡\n\n工作已完成。\n";

/// Runs the program in a folder, without a locale, a home or colours.
#[track_caller]
pub fn tongbao(folder: &Path, args: &str, variables: &[(&str, &str)]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tongbao"));
    command.args(args.split_whitespace()).current_dir(folder).env_clear();
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Outcome {
        args: args.to_owned(),
        code: output.status.code(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// What a run said; each check gives it back.
#[derive(Debug)]
pub struct Outcome {
    args: String,
    code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Outcome {
    /// How it ended; none when it was killed.
    pub fn exit_code(&self) -> Option<i32> {
        self.code
    }

    /// It ended with this exit code.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "exit code of `tongbao {}`\n{}", self.args, self.both());
        self
    }

    /// Standard output holds the text.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stdout.contains(text), "`tongbao {}` does not say `{text}`\n{}", self.args, self.both());
        self
    }

    /// Standard error holds the text.
    #[track_caller]
    pub fn complains(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "`tongbao {}` does not complain `{text}`\n{}",
            self.args,
            self.both()
        );
        self
    }

    /// Standard output is empty.
    #[track_caller]
    pub fn says_nothing(self) -> Self {
        assert_eq!(self.stdout, "", "stdout of `tongbao {}`", self.args);
        self
    }

    /// Standard error is empty.
    #[track_caller]
    pub fn complains_of_nothing(self) -> Self {
        assert_eq!(self.stderr, "", "stderr of `tongbao {}`", self.args);
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|e| panic!("{e} in the JSON of `tongbao {}`\n{}", self.args, self.both()))
    }

    fn both(&self) -> String {
        format!("--- stdout\n{}--- stderr\n{}", self.stdout, self.stderr)
    }
}

/// The folder `tests`.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The names of the folders in `tests/<kind>`, sorted. There must be some.
#[track_caller]
pub fn cases(kind: &str) -> Vec<String> {
    let folder = tests().join(kind);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let folders = entries.map(Result::unwrap).filter(|e| e.path().is_dir());
    let mut names: Vec<String> = folders.map(|e| e.file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(!names.is_empty(), "no cases in {}", folder.display());
    names
}

/// All files below a folder by path with `/` between parts.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|e| !e.file_type().is_dir()).map(|e| {
        let below = e.path().strip_prefix(folder).unwrap();
        (below.to_str().unwrap().replace('\\', "/"), fs::read(e.path()).unwrap_or_default())
    });
    files.collect()
}

/// The files of a site that somebody can read: the texts of the search's slices stand in place of their bits.
pub fn legible(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files(out);
    let Some(start) = files.get("search/start.js").and_then(|bytes| payload(bytes)) else { return files };
    let letters: Vec<char> = start["letters"].as_str().unwrap().chars().collect();
    for (path, bytes) in &mut files {
        if path.starts_with("search/text-") {
            let bits = STANDARD.decode(payload(bytes).unwrap().as_str().unwrap()).unwrap();
            let (_, texts) = text::read(&bits, &letters).unwrap_or_else(|| panic!("{path} is damaged"));
            assert!(!texts.is_empty());
            *bytes = texts.join("\n").into_bytes();
        }
    }
    files
}

/// Compares with the file `tests/<path>`, or writes it when `BLESS` is set. Gives what differs, so
/// that a test can look at all its cases before it fails.
pub fn expect(path: &str, actual: &str) -> Result<(), String> {
    let file = tests().join(path);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, actual).unwrap();
        return Ok(());
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    let same = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    Err(format!(
        "tests/{path}, line {}\n--- expected\n{expected}\n--- actual\n{actual}\n--- (BLESS=1 takes the actual one over; read the diff)\n",
        same + 1
    ))
}

/// Fails with all differences at once.
#[track_caller]
pub fn all_equal(differences: impl IntoIterator<Item = Result<(), String>>) {
    let found: Vec<String> = differences.into_iter().filter_map(Result::err).collect();
    assert!(found.is_empty(), "{} differ\n\n{}", found.len(), found.join("\n"));
}
