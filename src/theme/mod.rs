//! Views → bytes of HTML. The only user of tera, and the door through which themes come in.
//!
//! A theme is a folder: `theme.toml` (which style sheets and scripts every page names),
//! `strings.zh-CN.toml` (interface words, flat), `templates/` and `static/`. The built-in one
//! travels in the binary; a site's `themes/<name>/` is laid over it file by file, strings key by
//! key, and the lists of `theme.toml` are appended.
//!
//! A template sees `frame` and `page` (a [`View`]), `t` (the words) and `theme` (`styles`,
//! `scripts`, `logo`, `search`, `marks`: links relative to the page). What is undefined is an error.

mod colours;
mod load;
mod memo;
#[cfg(test)]
mod tests;

pub use memo::Memo;

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span, nearest};
use crate::fold::is_han;
use crate::page::View;
use crate::{url, words};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// All search scripts in one file.
const SEARCH: &str = "search.js";
/// Marks the hits on the page that a result leads to.
const MARKS: &str = "marks.js";

/// Room that a page's bytes get at first.
const USUAL: usize = 16 * 1024;

/// A theme, ready to render.
#[derive(Clone)]
pub struct Theme {
    tera: Tera,
    /// Of all that stands between a view and its page: see [`Memo`].
    checksum: u128,
    strings: Value,
    styles: Vec<String>,
    scripts: Vec<String>,
    logo: Option<String>,
    /// [`Links`] by the way to the root.
    links: Arc<Mutex<BTreeMap<String, Value>>>,
    /// Where each template stands among the files that diagnostics point into.
    templates: BTreeMap<String, FileId>,
    files: BTreeMap<String, Vec<u8>>,
}

/// Links to the theme's files, relative to one page.
#[derive(Serialize)]
struct Links {
    styles: Vec<String>,
    scripts: Vec<String>,
    logo: Option<String>,
    /// Scripts of the search page, in order: the search and its start, which names its data.
    search: [String; 2],
    /// Marks the hits on an issue's page. It stands beside the search, and finds it so.
    marks: String,
}

impl Theme {
    /// The built-in theme, with `site/themes/<name>/` over it. Templates join `files`, so that
    /// problems in them have a place. `None` when something is wrong, after saying so.
    pub fn load(
        site: &Path,
        config: &Config,
        files: &mut Files,
        diagnostics: &mut Diagnostics,
    ) -> Option<Theme> {
        let parts = load::read(site, config, files, diagnostics)?;
        let templates = parts.templates.iter().map(|(name, file)| (name.clone(), *file)).collect();
        let mut tera = Tera::new();
        tera.register_filter("fill", fill);
        match config.search.enabled {
            true => tera.register_filter("phrased", phrased),
            false => tera.register_filter("phrased", unphrased),
        }
        tera.set_escape_fn(escape);
        let sources = parts.templates.iter().map(|(name, file)| (name.as_str(), files.text(*file)));
        if let Err(error) = tera.add_raw_templates(sources) {
            diagnostics.push(diagnostic(&templates, Some(files), &error));
            return None;
        }
        let sources: Vec<_> = parts.templates.iter().map(|(name, file)| (name, files.text(*file))).collect();
        let links = (&parts.styles, &parts.scripts, &config.logo);
        let phrases = (config.search.enabled, words::EDITION);
        Some(Theme {
            tera,
            checksum: memo::checksum(&(sources, &parts.strings, links, phrases)),
            strings: Value::from_serializable(&parts.strings),
            styles: parts.styles,
            scripts: parts.scripts,
            logo: config.logo.clone(),
            links: Arc::default(),
            templates,
            files: parts.files,
        })
    }

    /// One page as bytes.
    ///
    /// # Errors
    /// The problem in the theme's template, with its place.
    pub fn render(&self, view: &View) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("frame", &view.frame);
        context.insert("page", &view.body);
        context.insert_value("theme", self.links(&view.frame.root));
        context.insert_value("t", self.strings.clone());
        let mut bytes = Vec::with_capacity(USUAL);
        match self.tera.render_to(view.template(), &context, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(Box::new(diagnostic(&self.templates, None, &error))),
        }
    }

    /// Files to be written beside the pages: (output path, bytes), sorted.
    pub fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.files.iter().map(|(name, bytes)| (url::asset(name), bytes.as_slice()))
    }

    /// Made once for each way to the root: most pages share a few.
    fn links(&self, root: &str) -> Value {
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || Value::from_serializable(&self.links_from(root));
        links.entry(root.to_owned()).or_insert_with(made).clone()
    }

    fn links_from(&self, root: &str) -> Links {
        let link = |name: &String| format!("{root}{}", url::asset(name));
        Links {
            styles: self.styles.iter().map(link).collect(),
            scripts: self.scripts.iter().map(link).collect(),
            logo: self.logo.as_ref().map(link),
            search: [
                format!("{root}{}", url::asset(SEARCH)),
                format!("{root}{}", url::search_file("start.js")),
            ],
            marks: format!("{root}{}", url::asset(MARKS)),
        }
    }
}

/// `{{ t.counted | fill(n=3) }}`: `{n}` in the words becomes 3. What nothing is given for is an error;
/// a site's words may leave out what is given.
fn fill(words: &str, values: Kwargs, _: &State) -> TeraResult<String> {
    let mut filled = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, open)| Some((before, open.split_once('}')?)))
    {
        let value: Option<Value> = values.get(name)?;
        let value =
            value.ok_or_else(|| tera::Error::message(format!("No `{name}` is given for `{words}`")))?;
        filled.push_str(before);
        filled.push_str(&value.to_string());
        rest = after;
    }
    Ok(filled + rest)
}

/// `{{ frame.title | phrased }}`: a title's lines end between words, as those of a document must.
fn phrased(title: &str, _: Kwargs, state: &State) -> TeraResult<Value> {
    let mut html = String::from("<span class=\"phrased\">");
    let mut last = None;
    for word in words::cut(title) {
        // 的 and a number go with what is before, what is counted with the number; about other signs the
        // browser knows better.
        if last.is_some_and(is_han) && word.starts_with(is_han) && word != "的" {
            html.push_str("<wbr>");
        }
        html.push_str(&state.escape(word)?);
        last = word.chars().next_back();
    }
    Ok(Value::safe_string(&(html + "</span>")))
}

/// The same where there is no search: what cuts words is unfolded for that, and for titles alone takes
/// longer than all pages.
fn unphrased(title: &str, _: Kwargs, _: &State) -> String {
    title.to_owned()
}

/// The signs of HTML as tera escapes them, but piece by piece: its own function writes every byte alone.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        out.write_all(&rest.as_bytes()[..at])?;
        out.write_all(match rest.as_bytes()[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_all(rest.as_bytes())
}

/// tera's error as a problem in a file of the theme.
fn diagnostic(
    templates: &BTreeMap<String, FileId>,
    files: Option<&Files>,
    error: &tera::Error,
) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (reason, hint) = nearest_field(report.message());
            let range = report.span().range.clone();
            let problem = place(templates, report.filename(), range, Message::BadTemplate { reason });
            hint.into_iter().fold(problem, Diagnostic::hint)
        }
        ErrorKind::Msg(text) => from_report(templates, files, text),
        ErrorKind::MissingParent { current, parent } => {
            let written = files.zip(templates.get(current));
            let at = written.and_then(|(files, file)| files.text(*file).find(parent.as_str()));
            let range = at.map_or(0..0, |at| at..at + parent.len());
            place(templates, current, range, Message::BadTemplate { reason: error.to_string() })
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            place(templates, tpl, 0..0, Message::BadTemplate { reason: error.to_string() })
        }
        _ => Diagnostic::nowhere(Message::BadTemplate { reason: error.to_string() }),
    }
}

/// tera lists all the fields there are, and of the words there are many: the nearest is enough.
fn nearest_field(reason: &str) -> (String, Option<Hint>) {
    let Some((what, fields)) = reason.split_once(" Available fields: ") else {
        return (reason.to_owned(), None);
    };
    let written = what.split('`').nth(1).unwrap_or_default();
    match nearest(written, fields.split(", ")) {
        Some(nearest) => (what.to_owned(), Some(Hint::DidYouMean { nearest: nearest.to_owned() })),
        None => (reason.to_owned(), None),
    }
}

fn place(
    templates: &BTreeMap<String, FileId>,
    name: &str,
    range: std::ops::Range<usize>,
    message: Message,
) -> Diagnostic {
    match templates.get(name) {
        Some(file) => Diagnostic::at(Span::new(*file, range), message),
        None => Diagnostic::nowhere(message),
    }
}

/// Unknown filters, components and templates come as finished English text only:
/// `error: …`, then ` --> name:line:column`. The first of them is taken.
fn from_report(templates: &BTreeMap<String, FileId>, files: Option<&Files>, text: &str) -> Diagnostic {
    let reason = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_string();
    let message = Message::BadTemplate { reason };
    let Some(place_line) = text.lines().find_map(|line| line.trim_start().strip_prefix("--> ")) else {
        return match files.and_then(|files| second_component(templates, files, text)) {
            Some(span) => Diagnostic::at(span, message),
            None => Diagnostic::nowhere(message),
        };
    };
    let mut parts = place_line.rsplitn(3, ':');
    let column = parts.next().and_then(|c| c.parse::<usize>().ok()).unwrap_or(1);
    let line = parts.next().and_then(|l| l.parse::<usize>().ok()).unwrap_or(1);
    let name = parts.next().unwrap_or_default();
    let byte = match (templates.get(name), files) {
        (Some(file), Some(files)) => byte_at(files.text(*file), line, column),
        _ => 0,
    };
    place(templates, name, byte..byte, message)
}

/// Where a component stands of which there are two: ``Component `x` is defined in both `a` and `b` ``.
/// The one that is not built in is shown.
fn second_component(templates: &BTreeMap<String, FileId>, files: &Files, text: &str) -> Option<Span> {
    let mut quoted = text.split('`').skip(1).step_by(2);
    let component = quoted.next()?;
    let of_the_site = |file: &&FileId| !files.path(**file).starts_with("themes/default/");
    let file = quoted.filter_map(|name| templates.get(name)).max_by_key(of_the_site)?;
    let before = "component ";
    let at = files.text(*file).find(&format!("{before}{component}"))? + before.len();
    Some(Span::new(*file, at..at + component.len()))
}

fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[before.min(text.len())..];
    before + rest.char_indices().nth(column - 1).map_or(0, |(byte, _)| byte)
}
