//! One issue file → front matter and document. One page file likewise.

use super::front_matter::{self, FrontMatter, PageFront};
use super::limits::Limits;
use super::numbering::numbering;
use crate::diag::{Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span};
use crate::markdown::{self, Document};

/// One issue file, understood as far as it can be without other files.
#[derive(Debug, Clone)]
pub struct ParsedIssue {
    /// The file.
    pub file: FileId,
    /// Front matter.
    pub front: FrontMatter,
    /// Where the body begins in the file.
    pub body: usize,
    /// Body as written; the masthead and signature still in it.
    pub document: Document,
}

/// One file of content/pages.
#[derive(Debug, Clone)]
pub struct ParsedPage {
    /// The file.
    pub file: FileId,
    /// Front matter.
    pub front: PageFront,
    /// Body.
    pub document: Document,
}

/// Parses an issue file. When it cannot be used, the reason is reported, and the text is given as far
/// as it could be read: its own mistakes are worth knowing although the front matter has some.
pub fn issue(
    files: &Files,
    file: FileId,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Result<ParsedIssue, Option<Document>> {
    let Some((front, body)) = front_matter::parse(files, file, diagnostics) else {
        let body = front_matter::body(files, file);
        return Err(body.and_then(|body| body_of(files, file, body, limits, diagnostics)));
    };
    let document = body_of(files, file, body, limits, diagnostics).ok_or(None)?;
    Ok(ParsedIssue { file, front, body, document })
}

/// Parses a plain page's file.
pub fn page(
    files: &Files,
    file: FileId,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Option<ParsedPage> {
    let (front, body) = front_matter::parse_page(files, file, diagnostics)?;
    let document = body_of(files, file, body, limits, diagnostics)?;
    Some(ParsedPage { file, front, document })
}

fn body_of(
    files: &Files,
    file: FileId,
    body: usize,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let text = files.text(file);
    if let Some(problem) = table_limit(text, body, file, limits) {
        diagnostics.push(problem);
        return None;
    }
    match markdown::parse(text, body..text.len(), limits.nesting, is_head_line) {
        Ok(document) => {
            // Of <b>…</b> the beginning is enough.
            let opening = document.raw_html.iter().filter(|html| !text[(*html).clone()].starts_with("</"));
            for html in opening {
                let problem = Diagnostic::at(Span::new(file, html.clone()), Message::RawHtml);
                diagnostics.push(problem.hint(Hint::UseMarkdown));
            }
            Some(document)
        }
        Err(deep) => {
            let span = Span::new(file, deep.at..line_end(text, deep.at));
            let problem = Diagnostic::at(span, Message::TooDeep { limit: limits.nesting });
            diagnostics.push(problem.hint(raise("nesting")));
            None
        }
    }
}

/// A line typed as a heading but without an empty line after it: bold and numbered, or ending like a
/// township's name and bold or numbered.
fn is_head_line(line: &str, bold: bool) -> bool {
    const LONGEST: usize = 40;
    let name = line.trim_end_matches(['：', ':']);
    let township = ["乡", "镇", "街道", "办事处"].iter().any(|k| name.ends_with(k));
    let numbered = numbering(line).is_some();
    let short = line.chars().count() <= LONGEST && !line.contains(['。', '；', '！', '？', '，']);
    short && ((bold && numbered) || (township && (bold || numbered)))
}

/// Tables larger than the limits, judged by their lines before the Markdown is parsed. A table goes on
/// to the next blank line, with lines that have no `|` too.
fn table_limit(text: &str, body: usize, file: FileId, limits: &Limits) -> Option<Diagnostic> {
    let mut rows = None;
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        let span = Span::new(file, at..at + line.trim_end().len());
        at += line.len();
        // A table may stand in a quote.
        let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
        if line.is_empty() {
            rows = None;
            continue;
        }
        let columns = line.trim_matches('|').matches('|').count() + 1;
        if (line.starts_with('|') || is_rule(line)) && columns > limits.table_columns {
            let message = Message::TableColumns { columns, limit: limits.table_columns };
            return Some(Diagnostic::at(span, message).hint(raise("table_columns")));
        }
        rows = match rows {
            Some(count) => Some(count + 1),
            None => is_rule(line).then_some(0),
        };
        if rows.is_some_and(|count| count > limits.table_rows) {
            let message = Message::TableRows { limit: limits.table_rows };
            return Some(Diagnostic::at(span, message).hint(raise("table_rows")));
        }
    }
    None
}

/// Whether a line is that between a table's head and rows: `|---|:-:|`.
fn is_rule(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

fn raise(key: &str) -> Hint {
    Hint::RaiseLimit { key: key.to_owned() }
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |i| at + i)
}
