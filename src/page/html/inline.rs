//! One block's text with its marks and mentions → nested tags.

use super::{Writer, escape, footnote_id, push_escaped, reference_id};
use crate::markdown::MarkKind;
use crate::model::{EntityKind, Mention, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// A tag over a range of the text.
struct Tag {
    range: Range<usize>,
    open: String,
    close: &'static str,
    link: bool,
}

impl Writer<'_> {
    /// The text of a block with its tags.
    pub(super) fn inline(&mut self, index: usize) {
        let tags = self.tags(index);
        let text = self.text.document.blocks[index].text.as_str();
        let mut stack: Vec<usize> = Vec::new();
        let mut borders: BTreeSet<usize> = tags.iter().flat_map(|t| [t.range.start, t.range.end]).collect();
        borders.extend([0, text.len()]);
        borders.extend(self.block(index).marks.iter().map(|m| m.range.start));
        let borders: Vec<usize> = borders.into_iter().collect();
        let mut open = Open::new(&tags);
        for (n, at) in borders.iter().enumerate() {
            let wanted = nesting(&tags, open.at(*at));
            let kept = stack.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
            for tag in stack.drain(kept..).rev() {
                self.out.push_str(tags[tag].close);
            }
            self.points(index, *at);
            for tag in &wanted[kept..] {
                self.out.push_str(&tags[*tag].open);
                stack.push(*tag);
            }
            let end = borders.get(n + 1).copied().unwrap_or(text.len());
            push_escaped(&mut self.out, &text[*at..end]);
        }
    }

    /// Images and references to footnotes: what stands at a place and covers no text.
    fn points(&mut self, index: usize, at: usize) {
        let document = self.text.document;
        let marks = &document.blocks[index].marks;
        let first = marks.partition_point(|m| m.range.start < at);
        for mark in marks[first..].iter().take_while(|m| m.range.start == at) {
            match &mark.kind {
                MarkKind::Image { src, alt, caption, .. } => {
                    self.image(src, *alt);
                    if let Some(caption) = caption {
                        self.out.push_str("<span class=\"caption\">");
                        self.inline(*caption);
                        self.out.push_str("</span>");
                    }
                }
                MarkKind::FootnoteReference { number } => self.reference(*number),
                _ => {}
            }
        }
    }

    /// An image; its words in its place when it cannot be shown.
    pub(super) fn image(&mut self, src: &str, alt: Option<usize>) {
        let words = alt.map_or("", |alt| self.text.document.blocks[alt].text.as_str());
        let words = escape(words);
        match self.image_file(src) {
            Some((url, pixels)) => {
                let _ = write!(self.out, "<img src=\"{}\" alt=\"{words}\"", escape(&url));
                // Its room is kept while it loads.
                if let Some((width, height)) = pixels {
                    let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
                }
                self.out.push_str(" loading=\"lazy\">");
            }
            None => {
                let _ = write!(self.out, "<span class=\"no-image\">{words}</span>");
            }
        }
    }

    fn reference(&mut self, number: u32) {
        let n = self.references.entry(number).or_default();
        *n += 1;
        let id = reference_id(self.setting.within, number, *n);
        let note = footnote_id(self.setting.within, number);
        let _ =
            write!(self.out, "<sup class=\"reference\"><a id=\"{id}\" href=\"#{note}\">{number}</a></sup>");
    }

    /// The tags over a block: the marks, then the mentions that stand in no link.
    fn tags(&self, index: usize) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        // Begin and end of each link; they keep apart.
        let mut links: BTreeMap<usize, usize> = BTreeMap::new();
        for mark in self.block(index).marks.iter().filter(|m| !m.range.is_empty()) {
            let inside_link = overlaps(&links, &mark.range);
            if let Some((open, close)) = self.mark(&mark.kind, inside_link) {
                let link = matches!(mark.kind, MarkKind::Link { .. });
                if link {
                    links.insert(mark.range.start, mark.range.end);
                }
                tags.push(Tag { range: mark.range.clone(), open, close, link });
            }
        }
        let mentions: Vec<&Mention> = {
            let first = self.text.mentions.partition_point(|m| m.block < index);
            self.text.mentions[first..].iter().take_while(|m| m.block == index).collect()
        };
        for mention in mentions {
            if !overlaps(&links, &mention.range) {
                let open = self.mention(mention);
                tags.push(Tag { range: mention.range.clone(), open, close: "</a>", link: true });
            }
        }
        tags
    }

    fn mark(&self, kind: &MarkKind, inside_link: bool) -> Option<(String, &'static str)> {
        let (open, close) = match kind {
            MarkKind::Strong => ("<strong>", "</strong>"),
            MarkKind::Emphasis => ("<em>", "</em>"),
            MarkKind::Strike => ("<del>", "</del>"),
            MarkKind::Code => ("<code>", "</code>"),
            MarkKind::Link { href, title } if !inside_link => {
                return self.target(href).map(|target| (open_link(&target, title), "</a>"));
            }
            _ => return None,
        };
        Some((open.to_string(), close))
    }

    fn mention(&self, mention: &Mention) -> String {
        let entity = &self.setting.here.archive.entities[mention.entity];
        let link = self.setting.here.entity(mention.entity);
        let mut class = match entity.kind {
            EntityKind::Township => "township",
            EntityKind::Company => "company",
        }
        .to_string();
        if mention.role == Role::Project {
            class.push_str(" project");
        }
        let mut title = String::new();
        if mention.outdated {
            class.push_str(" former");
            title = format!(" title=\"{}\"", escape(link.name));
        }
        format!("<a class=\"{class}\" href=\"{}\"{title}>", escape(&link.url))
    }
}

fn open_link(target: &super::Target, title: &str) -> String {
    let mut open = format!("<a href=\"{}\"", escape(&target.url));
    if let Some(name) = &target.download {
        let _ = write!(open, " download=\"{}\"", escape(name));
    }
    if !title.is_empty() {
        let _ = write!(open, " title=\"{}\"", escape(title));
    }
    open.push('>');
    open
}

/// Whether a range shares text with one of the links, which keep apart.
fn overlaps(links: &BTreeMap<usize, usize>, range: &Range<usize>) -> bool {
    links.range(..range.end).next_back().is_some_and(|(_, end)| *end > range.start)
}

/// The tags that are open at a place, found by going through the text once.
struct Open<'a> {
    tags: &'a [Tag],
    /// All tags by their begin.
    by_start: Vec<usize>,
    /// How many of them have begun.
    begun: usize,
    /// Those that have not ended.
    open: BTreeSet<usize>,
}

impl<'a> Open<'a> {
    fn new(tags: &'a [Tag]) -> Self {
        let mut by_start: Vec<usize> = (0..tags.len()).collect();
        by_start.sort_by_key(|t| tags[*t].range.start);
        Self { tags, by_start, begun: 0, open: BTreeSet::new() }
    }

    /// The tags over the text at `at`, in their order; each place lies behind the one before.
    fn at(&mut self, at: usize) -> Vec<usize> {
        while let Some(tag) = self.by_start.get(self.begun).filter(|t| self.tags[**t].range.start <= at) {
            self.open.insert(*tag);
            self.begun += 1;
        }
        self.open.retain(|t| self.tags[*t].range.end > at);
        self.open.iter().copied().collect()
    }
}

/// The tags `open` over a text, outermost first. Links are never split: a style stands outside the
/// link that it holds whole, and inside any other.
fn nesting(tags: &[Tag], open: Vec<usize>) -> Vec<usize> {
    let Some(link) = open.iter().copied().find(|t| tags[*t].link) else { return open };
    let holds =
        |t: usize| tags[t].range.start <= tags[link].range.start && tags[t].range.end >= tags[link].range.end;
    let (outside, inside): (Vec<usize>, Vec<usize>) =
        open.into_iter().filter(|t| *t != link).partition(|t| holds(*t));
    outside.into_iter().chain([link]).chain(inside).collect()
}
