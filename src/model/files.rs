//! Attachments, images and links between source files: what they name, and whether it is there.

use super::Parsed;
use super::issue::{Attachment, Link};
use super::visible::{self, Publicity};
use super::{Archive, Target};
use crate::config::Limits;
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span};
use crate::markdown::{Document, MarkKind, percent_decode};
use crate::parse::fields::quoted;
use crate::parse::issue::{ParsedIssue, ParsedPage};
use crate::source::{Asset, IMAGES};
use crate::url;
use std::collections::{BTreeMap, BTreeSet};

/// Attachments that are published (SPEC 2); those after the bar are unknown to a plain IIS.
const ATTACHMENTS: [&str; 24] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "xml", "json", "rtf", "zip", "png",
    "jpg", "jpeg", "gif", "mp4", "wps", "et", "dps", "ofd", "odt", "ods",
];
const MORE: [&str; 3] = ["rar", "7z", "ico"];
/// Not in the MIME table of a plain IIS.
const NOT_ON_IIS: [&str; 9] = ["wps", "et", "dps", "ofd", "odt", "ods", "rar", "7z", "json"];
const NEVER: [&str; 2] = ["xml", "json"];

/// What lies where in the source folder.
pub struct Paths<'a> {
    sources: &'a Files,
    assets: &'a BTreeMap<String, Asset>,
    /// Paths of what lies in content/ and is not read: a problem that was reported already.
    refused: BTreeSet<&'a str>,
    limits: &'a Limits,
    /// Folders that belong to one issue (`006/index.md`), and whether that issue is public.
    owned: BTreeMap<&'a str, bool>,
}

/// The files of one issue.
pub struct IssueFiles {
    /// Front matter `attachments`.
    pub attachments: Vec<Attachment>,
    /// Images and files that the text names.
    pub shown: Vec<Attachment>,
}

/// Where a relative path leads.
enum Place {
    /// A path relative to the site, inside content/.
    Inside(String),
    /// Out of content/.
    Outside,
}

/// What is wrong with a file for its use.
enum Use {
    Attachment,
    Image,
    Link,
}

impl<'a> Paths<'a> {
    /// The paths of a site.
    pub fn new(
        parsed: &'a Parsed,
        sources: &'a Files,
        assets: &'a BTreeMap<String, Asset>,
        publicity: Publicity,
    ) -> Self {
        let refused = sources.iter().filter(|f| !sources.is_readable(*f)).map(|f| sources.path(f)).collect();
        let owned = parsed.issues.iter().filter_map(|issue| {
            let folder = sources.path(issue.file).strip_suffix("/index.md")?;
            Some((folder, visible::is_public(&issue.front, publicity.today, publicity.drafts)))
        });
        Self { sources, assets, refused, limits: &parsed.config.limits, owned: owned.collect() }
    }

    /// Whether a file belongs to an issue that is not public, and is not asked for by that issue.
    fn is_hidden(&self, source: &str, asking: &str) -> bool {
        let mut above = source;
        while let Some((folder, _)) = above.rsplit_once('/') {
            if let Some(public) = self.owned.get(folder) {
                return !public && folder != asking;
            }
            above = folder;
        }
        false
    }

    /// Files of an issue. When some of its text is hidden, only attachments marked public are listed.
    pub fn of_issue(
        &self,
        parsed: &ParsedIssue,
        document: &Document,
        diagnostics: &mut Diagnostics,
    ) -> IssueFiles {
        let folder = folder(self.sources.path(parsed.file));
        let mut taken = BTreeSet::from(["index.html".to_owned()]);
        let cut = visible::is_cut(&parsed.front);
        let mut attachments = Vec::new();
        for entry in parsed.front.attachments.iter().filter(|a| !cut || a.value.public) {
            let written = &entry.value.file;
            let file = self.file(folder, written, entry.span, &Use::Attachment, &mut taken, diagnostics);
            attachments.extend(file.map(|f| Attachment {
                title: entry.value.title.clone().unwrap_or_else(|| own_name(written).to_owned()),
                ..f
            }));
        }
        let shown = self.shown(folder, parsed.file, document, &attachments, &mut taken, diagnostics);
        IssueFiles { attachments, shown }
    }

    /// Files of a plain page.
    pub fn of_page(&self, parsed: &ParsedPage, diagnostics: &mut Diagnostics) -> Vec<Attachment> {
        let folder = folder(self.sources.path(parsed.file));
        let mut taken = BTreeSet::from(["index.html".to_owned()]);
        self.shown(folder, parsed.file, &parsed.document, &[], &mut taken, diagnostics)
    }

    /// Images and linked files of a text, each once.
    fn shown(
        &self,
        folder: &str,
        file: FileId,
        document: &Document,
        attachments: &[Attachment],
        taken: &mut BTreeSet<String>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Attachment> {
        let mut shown: Vec<Attachment> = Vec::new();
        let mut seen: BTreeSet<&str> = attachments.iter().map(|a| a.written.as_str()).collect();
        for block in &document.blocks {
            for mark in &block.marks {
                let of_text = || block.place(file, mark.range.clone());
                let (written, kind, place) = match &mark.kind {
                    MarkKind::Image { src, place, .. } => (src, Use::Image, Span::new(file, place.clone())),
                    MarkKind::Link { href, .. } if is_relative(href) && !is_source(href) => {
                        (href, Use::Link, of_text())
                    }
                    MarkKind::Link { href, .. }
                        if !is_relative(href) && !href.starts_with('#') && !url::leads_out(href) =>
                    {
                        let message = Message::UnsafeLink { target: quoted(href) };
                        diagnostics.push(Diagnostic::at(of_text(), message).hint(Hint::LinkForm));
                        continue;
                    }
                    _ => continue,
                };
                if !seen.insert(written) {
                    continue;
                }
                shown.extend(self.file(folder, written, place, &kind, taken, diagnostics));
            }
        }
        shown
    }

    /// What a written path names. Front matter writes names of files; Markdown writes addresses, where
    /// `%` may stand for a byte, unless a file is named just so.
    fn source(&self, folder: &str, written: &str, kind: &Use) -> Place {
        let named = resolve(folder, written);
        let is_there = |path: &String| self.assets.contains_key(path) || self.refused.contains(path.as_str());
        match (kind, &named) {
            (Use::Attachment, _) => named,
            (_, Place::Inside(path)) if is_there(path) => named,
            _ => resolve(folder, &percent_decode(written)),
        }
    }

    fn file(
        &self,
        folder: &str,
        written: &str,
        place: Span,
        kind: &Use,
        taken: &mut BTreeSet<String>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Attachment> {
        let problem = |message| Diagnostic::at(place, message);
        let shown = quoted(written);
        if !matches!(kind, Use::Attachment) && !is_relative(written) {
            diagnostics.push(problem(Message::MissingImage { file: shown }).hint(Hint::ImageForm));
            return None;
        }
        let Place::Inside(source) = self.source(folder, written, kind) else {
            diagnostics.push(problem(Message::OutsideContent { file: shown }));
            return None;
        };
        // As with a link to the issue itself: neither its name nor that it exists must show.
        if self.refused.contains(source.as_str()) || self.is_hidden(&source, folder) {
            return None;
        }
        let ending = ending(&source);
        let allowed: Vec<&str> = match kind {
            Use::Image => IMAGES.to_vec(),
            _ => ATTACHMENTS.into_iter().chain(MORE).filter(|e| !NEVER.contains(e)).collect(),
        };
        let Some(asset) = self.assets.get(&source) else {
            let missing = match kind {
                Use::Image => Message::MissingImage { file: shown },
                Use::Attachment => Message::MissingAttachment { file: shown },
                Use::Link => Message::BrokenLink { target: shown },
            };
            let names =
                self.assets.keys().filter(|a| super::files::folder(a) == super::files::folder(&source));
            let nearest = crate::diag::nearest(own_name(&source), names.map(|n| own_name(n)));
            let missing = problem(missing);
            diagnostics.push(match (nearest, kind) {
                (Some(nearest), _) => missing.hint(Hint::DidYouMean { nearest: nearest.to_owned() }),
                (None, Use::Link) => missing.hint(Hint::LinkForm),
                (None, _) => missing.hint(Hint::PutFileThere { folder: folder_of(&source) }),
            });
            return None;
        };
        let bytes = asset.bytes;
        if !allowed.contains(&ending.as_str()) {
            let hint = Hint::FileTypes { types: allowed.join(" ") };
            diagnostics.push(problem(Message::FileType { file: shown }).hint(hint));
            return None;
        }
        let limit = self.limits.attachment_bytes;
        if bytes > limit {
            let hint = Hint::RaiseLimit { key: "attachment_bytes".to_owned() };
            diagnostics.push(problem(Message::LargeAttachment { file: shown, bytes, limit }).hint(hint));
            return None;
        }
        if NOT_ON_IIS.contains(&ending.as_str()) {
            diagnostics.push(problem(Message::IisType { ending }));
        }
        let name = url::file_name(own_name(&source), taken);
        let title = own_name(&source).to_owned();
        Some(Attachment {
            title,
            written: written.to_owned(),
            source: asset.path.clone(),
            name,
            bytes,
            pixels: asset.pixels,
        })
    }
}

/// Finds what links to other source files mean, now that all issues have addresses.
pub fn resolve_links(archive: &mut Archive, parsed: &Parsed, sources: &Files, diagnostics: &mut Diagnostics) {
    let targets = targets(archive, parsed, sources);
    let files = parsed.issues.iter().map(|i| i.file).chain(parsed.pages.iter().map(|p| p.file));
    // Not public, or not usable: the one must not show, the other is reported already.
    let hidden: BTreeSet<&str> =
        files.chain(parsed.unused.iter().copied()).map(|f| sources.path(f)).collect();
    let mut found: Vec<(Target, BTreeMap<String, Link>)> = Vec::new();
    for (from, Made { target, file }) in &targets {
        let (file, document) = match target {
            Target::Issue(i) => (*file, &archive.issues[*i].document),
            Target::Page(p) => (*file, &archive.pages[*p].document),
            Target::Entity(_) => continue,
        };
        let mut links = BTreeMap::new();
        for block in &document.blocks {
            for mark in &block.marks {
                let MarkKind::Link { href, .. } = &mark.kind else { continue };
                let place = block.place(file, mark.range.clone());
                if let Some(anchor) = href.strip_prefix('#') {
                    check_anchor(archive, *target, anchor, place, diagnostics);
                } else if is_relative(href) && is_source(href) {
                    let (path, fragment) =
                        href.split_once('#').map_or((href.as_str(), None), |(p, f)| (p, Some(f)));
                    match resolve(folder(from), &percent_decode(path)) {
                        Place::Outside => {
                            let message = Message::OutsideContent { file: quoted(path) };
                            diagnostics.push(Diagnostic::at(place, message));
                        }
                        Place::Inside(source) => match targets.get(&source) {
                            Some(to) => {
                                if let Some(anchor) = fragment {
                                    check_anchor(archive, to.target, anchor, place, diagnostics);
                                }
                                let link = Link { target: to.target, fragment: fragment.map(str::to_owned) };
                                links.insert(href.clone(), link);
                            }
                            // An issue or page that is not public: its address must not show, nor that it exists.
                            None if hidden.contains(source.as_str()) => {}
                            None => {
                                let message = Message::BrokenLink { target: quoted(href) };
                                diagnostics.push(Diagnostic::at(place, message).hint(Hint::LinkForm));
                            }
                        },
                    }
                }
            }
        }
        found.push((*target, links));
    }
    for (target, links) in found {
        match target {
            Target::Issue(i) => archive.issues[i].links = links,
            Target::Page(p) => archive.pages[p].links = links,
            Target::Entity(_) => {}
        }
    }
}

/// What a source file has become.
struct Made {
    target: Target,
    file: FileId,
}

/// What was made of each source file, by its path.
fn targets(archive: &Archive, parsed: &Parsed, sources: &Files) -> BTreeMap<String, Made> {
    let ids: BTreeMap<&str, usize> =
        archive.issues.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
    let mut targets = BTreeMap::new();
    for issue in &parsed.issues {
        let Some(id) = parsed.id_of(issue) else { continue };
        if let Some(index) = ids.get(id.as_str()) {
            let made = Made { target: Target::Issue(*index), file: issue.file };
            targets.insert(sources.path(issue.file).to_owned(), made);
        }
    }
    for page in &parsed.pages {
        let slug = url::page_slug(stem(sources.path(page.file)));
        if let Some(index) = archive.pages.iter().position(|p| p.slug == slug) {
            let made = Made { target: Target::Page(index), file: page.file };
            targets.insert(sources.path(page.file).to_owned(), made);
        }
    }
    targets
}

fn check_anchor(archive: &Archive, target: Target, anchor: &str, place: Span, diagnostics: &mut Diagnostics) {
    let Target::Issue(issue) = target else { return };
    let sections = &archive.issues[issue].sections;
    let is_paragraph = |section: &str| {
        anchor
            .strip_prefix(section)
            .and_then(|r| r.strip_prefix("-p"))
            .is_some_and(|n| n.parse::<u32>().is_ok())
    };
    if anchor.is_empty() || sections.iter().any(|s| s.anchor == anchor || is_paragraph(&s.anchor)) {
        return;
    }
    let anchors: Vec<&str> = sections.iter().map(|s| s.anchor.as_str()).take(12).collect();
    let hint = Hint::AnchorsAre { anchors: anchors.join(" ") };
    diagnostics.push(Diagnostic::at(place, Message::BrokenAnchor { anchor: anchor.to_owned() }).hint(hint));
}

/// `folder` and a relative path → a path inside content/.
fn resolve(folder: &str, relative: &str) -> Place {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    let relative = relative.replace('\\', "/");
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Place::Outside;
                }
            }
            part => parts.push(part),
        }
        if parts.first() != Some(&"content") {
            return Place::Outside;
        }
    }
    Place::Inside(unicode_normalization::UnicodeNormalization::nfc(parts.join("/").as_str()).collect())
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder of a file, for a hint.
fn folder_of(path: &str) -> String {
    quoted(folder(path))
}

/// The name of a Markdown file without its ending.
pub fn stem(path: &str) -> &str {
    let name = own_name(path);
    let ends = name.len().checked_sub(3).filter(|at| name.is_char_boundary(*at));
    ends.filter(|at| name[*at..].eq_ignore_ascii_case(".md")).map_or(name, |at| &name[..at])
}

fn own_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn ending(path: &str) -> String {
    own_name(path).rsplit_once('.').map_or(String::new(), |(_, e)| e.to_ascii_lowercase())
}

/// Neither an address of its own nor a fragment, nor rooted.
fn is_relative(href: &str) -> bool {
    let scheme = href.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    !(href.is_empty()
        || href.starts_with(['#', '/', '\\', '?'])
        || scheme
        || href.chars().any(char::is_control))
}

fn is_source(href: &str) -> bool {
    ending(href.split('#').next().unwrap_or(href)) == "md"
}
