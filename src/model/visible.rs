//! What is public? The one filter, applied before anything is counted, named or linked: drafts,
//! embargoed issues and internal text do not exist for any later stage.

use super::outline::Outline;
use crate::diag::{At, Diagnostic, Diagnostics, Hint, Message};
use crate::fold::fold;
use crate::markdown::{Document, MarkKind, Node};
use crate::parse::fields::quoted;
use crate::parse::front_matter::{FrontMatter, Internal};
use crate::parse::numbering::without_number;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Whether drafts and embargoed issues are shown (a preview). Internal text never is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drafts {
    /// A public site.
    #[default]
    Hidden,
    /// A preview.
    Shown,
}

/// Which text is public.
#[derive(Debug, Clone, Copy)]
pub struct Publicity {
    /// Today in the site's time zone.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
}

/// Whether an issue as a whole is public on `today`.
pub fn is_public(front: &FrontMatter, today: Date, drafts: Drafts) -> bool {
    let waiting = front.draft || front.publish_after.is_some_and(|day| today < day);
    front.internal != Internal::All && (!waiting || drafts == Drafts::Shown)
}

/// Whether some of an issue's text is hidden.
pub fn is_cut(front: &FrontMatter) -> bool {
    matches!(front.internal, Internal::Sections(_))
}

/// The blocks of the sections that `internal` names, with all below them. An entry that matches no
/// section or several is an error: hiding must never fail silently.
pub fn hidden_blocks(
    outline: &Outline,
    entries: &[At<String>],
    diagnostics: &mut Diagnostics,
) -> BTreeSet<usize> {
    let mut hidden = BTreeSet::new();
    for entry in entries {
        let matches = matching(outline, &entry.value);
        match matches.as_slice() {
            [one] => {
                hidden.insert(*one);
            }
            [] => {
                let headings: Vec<&str> =
                    outline.sections.iter().skip(1).map(|s| s.heading.as_str()).collect();
                let mut problem =
                    Diagnostic::at(entry.span, Message::InternalNoSection { heading: entry.value.clone() });
                problem = problem.hint(match crate::diag::nearest(&entry.value, headings.iter().copied()) {
                    Some(nearest) => Hint::DidYouMean { nearest: nearest.to_owned() },
                    None => Hint::HeadingsAre { headings: listed(&headings) },
                });
                diagnostics.push(problem);
            }
            several => {
                let message =
                    Message::InternalManySections { heading: entry.value.clone(), count: several.len() };
                diagnostics.push(Diagnostic::at(entry.span, message).hint(Hint::TellHeadingsApart));
            }
        }
    }
    for (index, section) in outline.sections.iter().enumerate() {
        if section.parent.is_some_and(|p| hidden.contains(&p)) {
            hidden.insert(index);
        }
    }
    let blocks = outline.section_of.iter().enumerate();
    blocks.filter(|(_, section)| hidden.contains(section)).map(|(block, _)| block).collect()
}

/// The first headings, for a hint.
fn listed(headings: &[&str]) -> String {
    const MOST: usize = 8;
    let mut listed: Vec<String> = headings.iter().take(MOST).map(|h| quoted(h)).collect();
    if headings.len() > MOST {
        listed.push("……".to_owned());
    }
    listed.join("；")
}

/// Sections whose heading is `wanted`: as shown, or, when none is, without its number.
fn matching(outline: &Outline, wanted: &str) -> Vec<usize> {
    let wanted = fold(wanted);
    let select = |shown: fn(&str) -> &str| -> Vec<usize> {
        let sections = outline.sections.iter().enumerate().skip(1);
        sections.filter(|(_, s)| fold(shown(&s.heading)) == wanted).map(|(i, _)| i).collect()
    };
    let exact = select(|h| h);
    if exact.is_empty() { select(without_number) } else { exact }
}

/// Adds the footnotes that hidden text alone refers to, wherever they are written.
pub fn hide_notes(document: &Document, hidden: &mut BTreeSet<usize>) {
    let mut notes = Vec::new();
    document.nodes.iter().for_each(|node| footnotes(node, &mut notes));
    let referred = |block: usize| {
        document.blocks[block].marks.iter().filter_map(|m| match m.kind {
            MarkKind::FootnoteReference { number } => Some(number),
            _ => None,
        })
    };
    // A hidden note may itself refer to another one.
    loop {
        let (inside, outside): (Vec<usize>, Vec<usize>) =
            (0..document.blocks.len()).partition(|block| hidden.contains(block));
        let secret: BTreeSet<u32> = inside.into_iter().flat_map(referred).collect();
        let open: BTreeSet<u32> = outside.into_iter().flat_map(referred).collect();
        let before = hidden.len();
        let alone = |number: &u32| secret.contains(number) && !open.contains(number);
        hidden.extend(notes.iter().filter(|(number, _)| alone(number)).flat_map(|(_, blocks)| blocks));
        if hidden.len() == before {
            return;
        }
    }
}

/// The number and blocks of every footnote in a node.
fn footnotes(node: &Node, found: &mut Vec<(u32, Vec<usize>)>) {
    match node {
        Node::Footnote { number, nodes } => {
            let mut blocks = Vec::new();
            nodes.iter().for_each(|node| node.each_block(&mut |block| blocks.push(block)));
            found.push((*number, blocks));
        }
        Node::Quote { nodes } => nodes.iter().for_each(|node| footnotes(node, found)),
        Node::List { items, .. } => items.iter().flatten().for_each(|node| footnotes(node, found)),
        _ => {}
    }
}

/// The document without its hidden blocks. Footnotes are counted anew, so that no number is missing;
/// a reference to a hidden one goes.
pub fn cut(document: &mut Document, hidden: &BTreeSet<usize>) {
    document.retain(|block| !hidden.contains(&block));
    let mut notes = Vec::new();
    document.nodes.iter().for_each(|node| footnotes(node, &mut notes));
    let left: BTreeSet<u32> = notes.into_iter().map(|(number, _)| number).collect();
    let anew: BTreeMap<u32, u32> = left.into_iter().zip(1..).collect();
    for block in &mut document.blocks {
        block.marks.retain_mut(|mark| match &mut mark.kind {
            MarkKind::FootnoteReference { number } => {
                anew.get(number).inspect(|new| *number = **new).is_some()
            }
            _ => true,
        });
    }
    renumber(&mut document.nodes, &anew);
}

fn renumber(nodes: &mut [Node], anew: &BTreeMap<u32, u32>) {
    for node in nodes {
        match node {
            Node::Footnote { number, .. } => *number = anew.get(number).copied().unwrap_or(*number),
            Node::Quote { nodes } => renumber(nodes, anew),
            Node::List { items, .. } => items.iter_mut().for_each(|item| renumber(item, anew)),
            _ => {}
        }
    }
}

/// Whether the public text shows a name.
pub fn shows(document: &Document, title: &str, name: &str) -> bool {
    let name = fold(name);
    let mut texts = document.blocks.iter().map(|b| b.text.as_str()).chain([title]);
    !name.is_empty() && texts.any(|t| fold(t).contains(&name))
}
