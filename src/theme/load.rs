//! Which files does the theme have? The built-in folder, and a site's folder over it.

use super::colours;
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span};
use crate::parse::fields::translated;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The one language of the built-in words.
const STRINGS: &str = "strings.zh-CN.toml";

/// The search scripts under `static/js/search/`, in the order in which they need each other. They are
/// served as one file, so that a search begins with one request.
const SEARCH: [&str; 8] = ["fold", "query", "words", "rank", "excerpt", "shards", "engine", "page"];

/// Files as read: path below the theme's folder, and bytes; sorted.
type FileList = Vec<(String, Vec<u8>)>;

/// A theme's files, sorted by what they are for.
#[derive(Default)]
pub struct Parts {
    /// Template name → its text among the files of diagnostics.
    pub templates: BTreeMap<String, FileId>,
    /// Interface words.
    pub strings: BTreeMap<String, String>,
    /// Style sheets that every page names, in order.
    pub styles: Vec<String>,
    /// Scripts that every page names, in order.
    pub scripts: Vec<String>,
    /// Static files by output name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// theme.toml of the built-in theme and of the site's.
    manifests: Vec<FileId>,
}

/// theme.toml.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Manifest {
    #[serde(default)]
    styles: Vec<String>,
    #[serde(default)]
    scripts: Vec<String>,
}

/// The theme that `config` names; `None` after an error.
pub fn read(site: &Path, config: &Config, files: &mut Files, diagnostics: &mut Diagnostics) -> Option<Parts> {
    let before = diagnostics.has_errors();
    let mut parts = Parts::default();
    for (name, bytes) in built_in() {
        parts.take("themes/default", &name, bytes, files, diagnostics);
    }
    let folder = format!("themes/{}", config.theme);
    match folder_files(&site.join(&folder)) {
        Ok(Some(list)) => {
            for (name, bytes) in list {
                parts.take(&folder, &name, bytes, files, diagnostics);
            }
        }
        Ok(None) if config.theme == "default" => {}
        Ok(None) => {
            let message = Message::NoSuchTheme { theme: config.theme.clone() };
            let hint = Hint::ThemeFolder { path: folder.clone() };
            diagnostics.push(Diagnostic { message, span: config.theme_at, hints: vec![hint] });
        }
        Err(error) => diagnostics.push(Diagnostic::nowhere(Message::UnreadableTheme {
            path: folder.clone(),
            reason: error.to_string(),
        })),
    }
    if let Some(sheet) = config.accent.as_deref().and_then(colours::sheet) {
        parts.files.insert("colours.css".into(), sheet.into_bytes());
        parts.styles.push("colours.css".into());
    }
    parts.bind_search(config);
    parts.check(&folder, config, files, diagnostics);
    (before || !diagnostics.has_errors()).then_some(parts)
}

/// A script as it is served, which is on the way of every first answer: without comments of the form `/** … */` and
/// lines that are a comment, which stand in the theme; and indented by tabs. Where some text may span lines, all lines stay.
fn served(script: &str) -> String {
    let comment = |script: &'_ str| {
        let (before, rest) = script.split_once("/** ")?;
        Some((before.len(), script.len() - rest.split_once("*/")?.1.len()))
    };
    let mut bare = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((start, end)) = comment(rest) {
        bare.push_str(&rest[..start]);
        rest = &rest[end..];
        let indent = bare.len() - bare.trim_end_matches(' ').len();
        let begins_line = bare[..bare.len() - indent].chars().next_back().is_none_or(|c| c == '\n');
        rest = match rest.strip_prefix('\n').filter(|_| begins_line) {
            Some(next_line) => {
                bare.truncate(bare.len() - indent);
                next_line
            }
            None => rest.strip_prefix(' ').unwrap_or(rest),
        };
    }
    bare.push_str(rest);
    if bare.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return bare;
    }
    let tabs = |line: &str| {
        let text = line.trim_start_matches(' ');
        let blanks = line.len() - text.len();
        format!("{}{}{text}\n", "\t".repeat(blanks / 2), &line[..blanks % 2])
    };
    bare.lines().filter(|line| !line.trim_start().starts_with("//")).map(tabs).collect()
}

/// The built-in files.
fn built_in() -> FileList {
    fn walk(dir: &Dir, list: &mut FileList) {
        for file in dir.files() {
            let name = file.path().to_string_lossy().replace('\\', "/");
            list.push((name, file.contents().to_vec()));
        }
        dir.dirs().for_each(|dir| walk(dir, list));
    }
    let mut list = Vec::new();
    walk(&BUILT_IN, &mut list);
    list.sort();
    list
}

/// The files of a site's theme; `None` when there is no such folder.
fn folder_files(folder: &Path) -> std::io::Result<Option<FileList>> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let mut list = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type().is_file() && !hidden {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let name = path.to_string_lossy().replace('\\', "/");
            list.push((name, std::fs::read(entry.path())?));
        }
    }
    Ok(Some(list))
}

impl Parts {
    /// Takes one file in; a later one takes the place of an earlier one of the same name.
    fn take(
        &mut self,
        folder: &str,
        name: &str,
        bytes: Vec<u8>,
        files: &mut Files,
        diagnostics: &mut Diagnostics,
    ) {
        let path = format!("{folder}/{name}");
        if name.ends_with(".d.ts") {
            return; // types, for those who change scripts
        }
        if let Some(name) = name.strip_prefix("static/") {
            self.files.insert(asset_name(name).to_string(), bytes);
            return;
        }
        let template = name.strip_prefix("templates/");
        if template.is_none() && name != "theme.toml" && name != STRINGS {
            return;
        }
        let text = match String::from_utf8(bytes) {
            Ok(text) => text.replace("\r\n", "\n").trim_start_matches('\u{feff}').to_string(),
            Err(error) => {
                let reason = error.to_string();
                diagnostics.push(Diagnostic::nowhere(Message::UnreadableTheme { path, reason }));
                return;
            }
        };
        let file = files.add(path, text);
        match template {
            Some(template) => {
                self.templates.insert(template.to_string(), file);
            }
            None if name == STRINGS => {
                if let Some(words) = toml_file::<BTreeMap<String, String>>(file, files, diagnostics) {
                    self.strings.extend(words);
                }
            }
            None => {
                self.manifests.push(file);
                if let Some(manifest) = toml_file::<Manifest>(file, files, diagnostics) {
                    append(&mut self.styles, manifest.styles);
                    append(&mut self.scripts, manifest.scripts);
                }
            }
        }
    }

    /// Puts the search scripts into one file and one function, where they see each other's names and
    /// nobody else does; a site without search has none.
    fn bind_search(&mut self, config: &Config) {
        let scripts = SEARCH.iter().filter_map(|name| self.files.remove(&format!("search/{name}.js")));
        let scripts: Vec<_> = scripts
            .map(|script| {
                String::from_utf8(script).map_or_else(|e| e.into_bytes(), |s| served(&s).into_bytes())
            })
            .collect();
        let marks = self.files.remove(super::MARKS);
        if config.search.enabled {
            let around = [b"'use strict';\n(() => {\n".to_vec(), scripts.concat(), b"})();\n".to_vec()];
            self.files.insert(super::SEARCH.into(), around.concat());
            self.files.extend(marks.map(|marks| (super::MARKS.into(), marks)));
        }
    }

    /// Every file that the theme or site.toml names is there.
    fn check(&self, folder: &str, config: &Config, files: &Files, diagnostics: &mut Diagnostics) {
        let named = self.styles.iter().chain(&self.scripts).map(|name| (name, self.place(name, files)));
        for (name, span) in named.chain(config.logo.iter().map(|name| (name, config.logo_at))) {
            if !self.files.contains_key(name) {
                let message = Message::NoSuchThemeFile { file: name.clone() };
                let hint = Hint::ThemeStatic { path: format!("{folder}/static") };
                diagnostics.push(Diagnostic { message, span, hints: vec![hint] });
            }
        }
    }

    /// Where a theme.toml names a file.
    fn place(&self, name: &str, files: &Files) -> Option<Span> {
        let quoted = format!("\"{name}\"");
        self.manifests.iter().rev().find_map(|file| {
            let start = files.text(*file).find(&quoted)?;
            Some(Span::new(*file, start..start + quoted.len()))
        })
    }
}

/// What the list does not hold yet: a theme that begins as a copy of the built-in one names its files
/// again.
fn append(list: &mut Vec<String>, names: Vec<String>) {
    for name in names {
        if !list.contains(&name) {
            list.push(name);
        }
    }
}

/// `css/base.css` → `base.css`: style sheets and scripts lie in one folder of the site.
fn asset_name(name: &str) -> &str {
    name.strip_prefix("css/").or(name.strip_prefix("js/")).unwrap_or(name)
}

fn toml_file<T: serde::de::DeserializeOwned>(
    file: FileId,
    files: &Files,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    match toml::from_str(files.text(file)) {
        Ok(value) => Some(value),
        Err(error) => {
            let span = error.span().map_or(Span::file(file), |range| Span::new(file, range));
            let reason = error.message().lines().next().unwrap_or_default();
            let unknown = reason.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
            diagnostics.push(match unknown {
                Some((key, _)) => Diagnostic::at(span, Message::UnknownKey { key: key.to_owned() })
                    .hint(Hint::KnownKeys { keys: "styles scripts".to_owned() }),
                None => Diagnostic::at(span, Message::BadThemeFile { reason: translated(reason) }),
            });
            None
        }
    }
}
