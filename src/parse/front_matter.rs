//! Front matter: TOML between `+++` lines, as written by the clerk.

use super::fields::{Fields, FlagOrList, Item, quoted};
use super::id;
use crate::diag::{At, Diagnostic, Diagnostics, FileId, Files, Hint, Message, Severity, Span, nearest};
use jiff::civil::Date;
use std::ops::Range;

/// The keys of an issue's front matter (SPEC 3), each with its place.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The file it stands in.
    pub file: FileId,
    /// The whole fenced text, for problems of the front matter as such.
    pub span: Span,
    /// Title of the issue.
    pub title: At<String>,
    /// Date of the issue.
    pub date: At<Date>,
    /// Number within series and year, from 1.
    pub number: Option<At<u32>>,
    /// Address part of an issue without a number (增刊, 特刊).
    pub slug: Option<At<String>>,
    /// Id or name of the series; the default one when absent.
    pub series: Option<At<String>>,
    /// Year of the number; the date's when absent.
    pub year: Option<At<i16>>,
    /// Issuing office; the series' when absent.
    pub issuer: Option<At<String>>,
    /// A few sentences shown and searched with the opening.
    pub summary: Option<At<String>>,
    /// Topics, shown and searched.
    pub topics: Vec<At<Declared>>,
    /// Townships declared beside what the text shows; ids or names.
    pub townships: Vec<At<Declared>>,
    /// Companies declared beside what the text shows; ids or names.
    pub companies: Vec<At<Declared>>,
    /// Attached files.
    pub attachments: Vec<At<Attachment>>,
    /// Issues that this one corrects.
    pub corrects: Vec<At<String>>,
    /// Issues that this one replaces.
    pub replaces: Vec<At<String>>,
    /// Revisions of this issue.
    pub revisions: Vec<Revision>,
    /// 抄送, for the foot of the paper.
    pub cc: Option<String>,
    /// 印发机关.
    pub printed_by: Option<String>,
    /// 印发日期.
    pub printed_on: Option<Date>,
    /// Not public.
    pub draft: bool,
    /// Public when today is that day or later.
    pub publish_after: Option<Date>,
    /// What of the issue stays inside the office.
    pub internal: Internal,
    /// Old addresses that redirect here.
    pub aliases: Vec<At<String>>,
    /// Diagnostic codes that are meant.
    pub allow: Vec<At<String>>,
}

impl FrontMatter {
    /// The year of the number.
    pub fn number_year(&self) -> i16 {
        self.year.as_ref().map_or(self.date.value.year(), |year| year.value)
    }
}

/// An entry of `topics`, `townships` or `companies`: a name, and whether it may be shown although
/// hidden text is all that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Id or any name.
    pub name: String,
    /// `{ name, public = true }`.
    pub public: bool,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Path relative to the issue's folder.
    pub file: String,
    /// Shown instead of the file name.
    pub title: Option<String>,
    /// Listed although the issue has hidden sections.
    pub public: bool,
}

/// A dated note about a change of the issue after it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Revision {
    /// When.
    pub date: Date,
    /// What.
    pub note: String,
}

/// `internal = true` or a list of headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Internal {
    /// Nothing is hidden.
    No,
    /// The whole issue.
    All,
    /// These sections with all below them.
    Sections(Vec<At<String>>),
}

/// The keys of a plain page's front matter.
#[derive(Debug, Clone)]
pub struct PageFront {
    /// The file it stands in.
    pub file: FileId,
    /// The whole fenced text.
    pub span: Span,
    /// Title of the page.
    pub title: At<String>,
    /// Not public.
    pub draft: bool,
    /// Place among the pages; those without come after, by path.
    pub order: Option<i64>,
    /// Old addresses that redirect here.
    pub aliases: Vec<At<String>>,
    /// Diagnostic codes that are meant.
    pub allow: Vec<At<String>>,
}

/// Errors that an issue may mean: marks and numbers that the office publishes on purpose.
const ALLOWABLE_ERRORS: [&str; 2] = ["secret-mark", "id-card"];

/// More than any clerk writes; keeps a hostile file from costing memory.
const LONGEST: usize = 256 * 1024;

/// Reads an issue's front matter; with it goes the byte where the body begins. `None`, with the
/// reasons reported, when a needed key is missing or wrong; the other mistakes lose their key only.
pub fn parse(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<(FrontMatter, usize)> {
    let fences = find_fences(files, file, Hint::MinimalFrontMatter, diagnostics)?;
    let mut fields = Fields::parse(files, file, fences.inner.clone(), diagnostics);
    let front = issue_front(&mut fields, file, &fences, diagnostics);
    fields.finish(diagnostics);
    Some((front?, fences.body))
}

/// Reads a plain page's front matter; see [`parse`].
pub fn parse_page(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<(PageFront, usize)> {
    let fences = find_fences(files, file, Hint::MinimalPageFrontMatter, diagnostics)?;
    let mut fields = Fields::parse(files, file, fences.inner.clone(), diagnostics);
    let title = fields.string("title", diagnostics);
    let title = fields.needed("title", title, fences.first_line(file), diagnostics);
    let draft = fields.boolean("draft", diagnostics).is_some_and(|draft| draft.value);
    let order = fields.integer("order", i64::MIN..=i64::MAX, diagnostics).map(|order| order.value);
    let aliases = old_addresses(&mut fields, diagnostics);
    let allow = allowed(&mut fields, diagnostics);
    fields.finish(diagnostics);
    let span = fences.span(file);
    Some((PageFront { file, span, title: title?, draft, order, aliases, allow }, fences.body))
}

/// Where the body begins, although the front matter may be of no use; `None` without fences.
pub fn body(files: &Files, file: FileId) -> Option<usize> {
    let fences = find_fences(files, file, Hint::MinimalFrontMatter, &mut Diagnostics::default())?;
    Some(fences.body)
}

/// Where the front matter stands, as bytes of the file.
struct Fences {
    /// From the first `+` to the end of the second fence.
    whole: Range<usize>,
    /// The TOML between them.
    inner: Range<usize>,
    /// First byte of the body.
    body: usize,
}

impl Fences {
    fn span(&self, file: FileId) -> Span {
        Span::new(file, self.whole.clone())
    }

    /// The first fence: the place of what is missing.
    fn first_line(&self, file: FileId) -> Span {
        Span::new(file, self.whole.start..self.whole.start + FENCE.len())
    }
}

const FENCE: &str = "+++";

/// Finds the fences; blank lines may stand before the first.
fn find_fences(files: &Files, file: FileId, minimal: Hint, diagnostics: &mut Diagnostics) -> Option<Fences> {
    if !files.is_readable(file) {
        return None;
    }
    let text = files.text(file);
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next().unwrap_or("");
    let place = match first {
        "" => Span::file(file),
        first => Span::new(file, start..start + first.floor_char_boundary(60)),
    };
    if first.trim_end() != FENCE {
        let is_yaml = first.trim_end() == "---";
        diagnostics.push(match is_yaml {
            true => Diagnostic::at(place, Message::YamlFrontMatter).hint(Hint::FromYaml),
            false => Diagnostic::at(place, Message::NoFrontMatter).hint(minimal),
        });
        return None;
    }
    let inner_start = (start + first.len() + 1).min(text.len());
    let Some(closing) = lines_with_starts(text, inner_start).find(|(_, line)| line.trim_end() == FENCE)
    else {
        diagnostics.push(Diagnostic::at(place, Message::UnclosedFrontMatter).hint(Hint::CloseFrontMatter));
        return None;
    };
    let (inner_end, closing_line) = closing;
    if inner_end - inner_start > LONGEST {
        let message = Message::LongFrontMatter { bytes: inner_end - inner_start, limit: LONGEST };
        diagnostics.push(Diagnostic::at(place, message).hint(Hint::SplitFile));
        return None;
    }
    Some(Fences {
        whole: start..inner_end + FENCE.len(),
        inner: inner_start..inner_end,
        body: (inner_end + closing_line.len() + 1).min(text.len()),
    })
}

/// The lines of `text` from `start` on, each with its first byte.
fn lines_with_starts(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut next = start;
    text[start..].split('\n').map(move |line| {
        let begin = next;
        next += line.len() + 1;
        (begin, line)
    })
}

/// Takes every key, so that all mistakes are reported; only then asks for the needed ones.
///
/// What hides an issue errs on the side of hiding: commands that show what could be read must not
/// show what a mistyped `draft`, `internal` or `publish_after` was to keep back.
fn issue_front(
    fields: &mut Fields,
    file: FileId,
    fences: &Fences,
    diagnostics: &mut Diagnostics,
) -> Option<FrontMatter> {
    let d = diagnostics;
    let place = fences.first_line(file);
    let title = fields.string("title", d);
    let title = fields.needed("title", title, place, d);
    let date = fields.date("date", d);
    let date = fields.needed("date", date, place, d);
    let number = fields.integer("number", 1..=99_999, d).and_then(narrowed);
    let slug = fields.string("slug", d);
    let place_of_slug = slug.as_ref().map_or(place, |slug| slug.span);
    let slug = slug.filter(|slug| id::check(id::Kind::Slug, slug, d));
    let has_address =
        has_one_address(fields, place, place_of_slug, d) && (number.is_some() || slug.is_some());
    Some(FrontMatter {
        file,
        span: fences.span(file),
        series: fields.string("series", d),
        year: fields.integer("year", 1000..=9999, d).and_then(narrowed),
        issuer: fields.string("issuer", d),
        summary: fields.string("summary", d),
        topics: declared(fields, "topics", d),
        townships: declared(fields, "townships", d),
        companies: declared(fields, "companies", d),
        attachments: attachments(fields, d),
        corrects: fields.one_or_more("corrects", d),
        replaces: fields.one_or_more("replaces", d),
        revisions: revisions(fields, d),
        cc: fields.string("cc", d).map(|cc| cc.value),
        printed_by: fields.string("printed_by", d).map(|office| office.value),
        printed_on: fields.date("printed_on", d).map(|day| day.value),
        draft: draft(fields, d),
        publish_after: publish_after(fields, d),
        internal: internal(fields, d),
        aliases: old_addresses(fields, d),
        allow: allowed(fields, d),
        // The needed ones last: every key has been asked for by now.
        title: title?,
        date: date?,
        number: has_address.then_some(number)?,
        slug,
    })
}

fn narrowed<T: TryFrom<i64>>(number: At<i64>) -> Option<At<T>> {
    Some(At::new(T::try_from(number.value).ok()?, number.span))
}

/// An issue has a number or a slug; both have been asked for.
fn has_one_address(fields: &Fields, place: Span, of_slug: Span, diagnostics: &mut Diagnostics) -> bool {
    let problem = match (fields.is_absent("number"), fields.is_absent("slug")) {
        (true, true) if !fields.is_damaged() => Diagnostic::at(place, Message::NoNumber),
        (false, false) => Diagnostic::at(of_slug, Message::NumberAndSlug).hint(Hint::RemoveOne),
        _ => return true,
    };
    diagnostics.push(problem);
    false
}

fn draft(fields: &mut Fields, diagnostics: &mut Diagnostics) -> bool {
    match fields.boolean("draft", diagnostics) {
        Some(draft) => draft.value || fields.is_damaged(),
        None => !fields.is_absent("draft") || fields.is_damaged(),
    }
}

fn publish_after(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Option<Date> {
    match fields.date("publish_after", diagnostics) {
        Some(day) => Some(day.value),
        None => (!fields.is_absent("publish_after")).then_some(Date::MAX),
    }
}

fn internal(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Internal {
    let mut problems = Diagnostics::default();
    let written = fields.flag_or_list("internal", &mut problems);
    let is_wrong = problems.has_errors() || (written.is_none() && !fields.is_absent("internal"));
    diagnostics.append(problems);
    match written {
        _ if is_wrong => Internal::All,
        Some(FlagOrList::Flag(true)) => Internal::All,
        Some(FlagOrList::List(sections)) if !sections.is_empty() => Internal::Sections(sections),
        _ => Internal::No,
    }
}

/// `topics`, `townships` or `companies`.
fn declared(fields: &mut Fields, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<At<Declared>> {
    let items = fields.items(key, diagnostics);
    let read = |item| match item {
        Item::Text(name) => Some(At::new(Declared { name: name.value, public: false }, name.span)),
        Item::Table(mut table) => {
            let name = needed_string(&mut table, "name", diagnostics);
            let public = table.boolean("public", diagnostics).is_some_and(|public| public.value);
            let span = table.span();
            table.finish(diagnostics);
            Some(At::new(Declared { name: name?.value, public }, span))
        }
    };
    items.into_iter().filter_map(read).collect()
}

fn attachments(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<At<Attachment>> {
    let items = fields.items("attachments", diagnostics);
    items.into_iter().filter_map(|item| attachment(item, diagnostics)).collect()
}

fn attachment(item: Item, diagnostics: &mut Diagnostics) -> Option<At<Attachment>> {
    let (file, title, public, span) = match item {
        Item::Text(file) => (file.clone(), None, false, file.span),
        Item::Table(mut table) => {
            let file = needed_string(&mut table, "file", diagnostics);
            let title = table.string("title", diagnostics).map(|title| title.value);
            let public = table.boolean("public", diagnostics).is_some_and(|public| public.value);
            let span = table.span();
            table.finish(diagnostics);
            (file?, title, public, span)
        }
    };
    if !stays_inside(&file.value) {
        let message = Message::BadPath { path: quoted(&file.value) };
        diagnostics.push(Diagnostic::at(file.span, message).hint(Hint::PathForm));
        return None;
    }
    Some(At::new(Attachment { file: file.value, title, public }, span))
}

/// Whether a path leads to a file below the folder that it is relative to, on every system.
fn stays_inside(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..");
    !path.contains(['\\', ':', '\0']) && path.split('/').all(is_name)
}

fn revisions(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<Revision> {
    let tables = fields.tables("revisions", diagnostics);
    let read = |mut table: Fields| {
        let date = table.date("date", diagnostics);
        let date = table.needed("date", date, table.span(), diagnostics);
        let note = needed_string(&mut table, "note", diagnostics);
        table.finish(diagnostics);
        Some(Revision { date: date?.value, note: note?.value })
    };
    tables.into_iter().filter_map(read).collect()
}

fn old_addresses(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<At<String>> {
    let written = fields.strings("aliases", diagnostics);
    let read = |address: At<String>| match id::old_address(&address.value) {
        Some(path) => Some(At::new(path, address.span)),
        None => {
            let message = Message::BadAlias { address: quoted(&address.value) };
            diagnostics.push(Diagnostic::at(address.span, message).hint(Hint::AliasForm));
            None
        }
    };
    written.into_iter().filter_map(read).collect()
}

/// The codes that may be allowed: what is doubtful, and the errors that an office may mean.
fn allowed(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Vec<At<String>> {
    let written = fields.strings("allow", diagnostics);
    let is_allowable = |code: &At<String>| match allow_problem(code) {
        None => true,
        Some(problem) => {
            diagnostics.push(problem);
            false
        }
    };
    written.into_iter().filter(is_allowable).collect()
}

fn allow_problem(code: &At<String>) -> Option<Diagnostic> {
    if ALLOWABLE_ERRORS.contains(&code.value.as_str()) {
        return None;
    }
    let shown = quoted(&code.value);
    match Message::CODES.iter().find(|(known, _)| *known == code.value) {
        Some((_, Severity::Error)) => {
            Some(Diagnostic::at(code.span, Message::NotAllowable { code: shown }).hint(Hint::MendIt))
        }
        Some(_) => None,
        None => {
            let problem = Diagnostic::at(code.span, Message::UnknownCode { code: shown });
            Some(match nearest(&code.value, Message::CODES.iter().map(|(known, _)| *known)) {
                Some(nearest) => problem.hint(Hint::DidYouMean { nearest: nearest.into() }),
                None => problem,
            })
        }
    }
}

fn needed_string(table: &mut Fields, key: &'static str, diagnostics: &mut Diagnostics) -> Option<At<String>> {
    let value = table.string(key, diagnostics);
    table.needed(key, value, table.span(), diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::report::{Colour, Format, Lang, report};
    use jiff::civil::date;
    use proptest::prelude::*;

    const GOOD: &str = "title = \"a\"\nnumber = 6\ndate = 2022-09-09\n";

    fn read<T>(
        text: &str,
        parse: impl Fn(&Files, FileId, &mut Diagnostics) -> Option<(T, usize)>,
    ) -> (Option<(T, usize)>, String) {
        let mut files = Files::default();
        let file = files.add("a.md", text);
        let mut diagnostics = Diagnostics::default();
        let parsed = parse(&files, file, &mut diagnostics);
        let mut out = Vec::new();
        report(&diagnostics, &files, Format::Short, Lang::Zh, Colour::Plain, &mut out).unwrap();
        (parsed, String::from_utf8(out).unwrap().replace("a.md:", ""))
    }

    /// What is read of a good front matter with `lines` added.
    fn good(lines: &str) -> FrontMatter {
        let (parsed, problems) = read(&format!("+++\n{GOOD}{lines}\n+++\n正文"), parse);
        assert_eq!(problems, "", "{lines}");
        parsed.unwrap().0
    }

    /// The problems of a whole file, one a line.
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text, parse).1.trim_end(), expected, "{text}");
    }

    /// The problem of a line added to a good front matter; it is the fifth of the file.
    fn check_line(line: &str, expected: &str) {
        check(&format!("+++\n{GOOD}{line}\n+++\n"), expected);
    }

    #[test]
    fn the_needed_keys() {
        let front = good("");
        assert_eq!(front.title.value, "a");
        assert_eq!(front.date.value, date(2022, 9, 9));
        assert_eq!(front.number.map(|number| number.value), Some(6));
        assert_eq!((front.span.start, front.span.end), (0, 4 + GOOD.len() as u32 + 1 + 3));
    }

    #[test]
    fn the_body_begins_after_the_second_fence() {
        for (text, body) in
            [("+++\n+++\n正文", 8), ("\n\n+++ \n+++  \n正文", 13), ("+++\n+++", 7), ("+++\n+++\n", 8)]
        {
            let mut files = Files::default();
            let file = files.add("a.md", text);
            let fences = find_fences(&files, file, Hint::RemoveOne, &mut Diagnostics::default()).unwrap();
            assert_eq!(fences.body, body, "{text:?}");
        }
    }

    #[test]
    fn every_key() {
        let front = good(
            "series = 's'\nyear = 2021\nissuer = 'i'\nsummary = 's'\ntopics = ['t']\ntownships = ['曹镇乡', {name = '青石', public = true}]\n\
             companies = [{name = 'c'}]\nattachments = ['附件/a.docx', {file = 'b.xlsx', title = '附表', public = true}]\n\
             corrects = '2022-005'\nreplaces = ['2022-001', '2022-002']\nrevisions = [{date = 2022-10-01, note = 'n'}]\ncc = 'c'\n\
             printed_by = 'p'\nprinted_on = '2022年9月10日'\ndraft = false\npublish_after = 2022-10-01\ninternal = ['三、九里山街道']\n\
             aliases = ['old/6/index.html']\nallow = ['repeated-name']",
        );
        let names: Vec<_> = front.townships.iter().map(|t| (t.value.name.as_str(), t.value.public)).collect();
        assert_eq!(names, [("曹镇乡", false), ("青石", true)]);
        assert_eq!(
            front.attachments[1].value,
            Attachment { file: "b.xlsx".into(), title: Some("附表".into()), public: true }
        );
        assert_eq!((front.corrects.len(), front.replaces.len()), (1, 2));
        assert_eq!(front.revisions, [Revision { date: date(2022, 10, 1), note: "n".into() }]);
        assert_eq!(front.printed_on, Some(date(2022, 9, 10)));
        assert_eq!(front.publish_after, Some(date(2022, 10, 1)));
        assert!(matches!(&front.internal, Internal::Sections(list) if list[0].value == "三、九里山街道"));
        assert_eq!(front.aliases[0].value, "old/6/");
    }

    #[test]
    fn internal_forms() {
        assert_eq!(good("").internal, Internal::No);
        assert_eq!(good("internal = false").internal, Internal::No);
        assert_eq!(good("internal = []").internal, Internal::No);
        assert_eq!(good("internal = true").internal, Internal::All);
    }

    #[test]
    fn what_hides_errs_on_the_side_of_hiding() {
        let front = |line: &str| read(&format!("+++\n{GOOD}{line}\n+++\n"), parse).0.unwrap().0;
        assert!(front("draft = 'no'").draft);
        assert!(front("draft: true").draft);
        assert_eq!(front("internal = 'a'").internal, Internal::All);
        assert_eq!(front("internal = ['a', 1]").internal, Internal::All);
        assert_eq!(front("publish_after = 'later'").publish_after, Some(Date::MAX));
    }

    #[test]
    fn fences() {
        let minimal = "最前面写五行：`+++`、`title = \"标题\"`、`number = 1`、`date = 2022-01-01`、`+++`";
        check("正文", &format!("1:1: 错误[no-front-matter]: 文件开头没有 `+++` 信息栏 ({minimal})"));
        check(" \n", &format!(" 错误[no-front-matter]: 文件开头没有 `+++` 信息栏 ({minimal})"));
        check(
            "+++\ntitle = 1\n",
            "1:1: 错误[unclosed-front-matter]: `+++` 信息栏没有结束 (在信息栏后面单独加一行 `+++`)",
        );
        check("+++", "1:1: 错误[unclosed-front-matter]: `+++` 信息栏没有结束 (在信息栏后面单独加一行 `+++`)");
        check(
            "---\ntitle: a\n---\n",
            "1:1: 错误[yaml-front-matter]: 信息栏用了 `---`（YAML），这里要用 `+++`（TOML） (两行 `---` 改成 `+++`，`键: 值` 改成 `键 = \"值\"`)",
        );
        let long = format!("+++\n#{}\n+++\n", "a".repeat(LONGEST));
        check(
            &long,
            "1:1: 错误[long-front-matter]: 信息栏有 262146 字节，超过上限 262144 字节 (请拆成几个文件，或删去多余的内容)",
        );
    }

    #[test]
    fn needed_keys_are_all_reported_at_once() {
        check(
            "\n+++\n+++\n",
            "2:1: 错误[missing-key]: 缺少 `date`\n2:1: 错误[missing-key]: 缺少 `title`\n\
             2:1: 错误[no-number]: 缺少期号 `number`（没有期号的增刊、特刊写 `slug`）",
        );
        check_line("slug = 'a'", "5:8: 错误[number-and-slug]: `number` 和 `slug` 只能写一个 (请删去一个)");
        check(
            "+++\ntitle='a'\ndate=2022-01-01\nnumber=0\n+++\n",
            "4:8: 错误[out-of-range]: `number` 为 `0`，应在 1 到 99999 之间",
        );
        check(
            "+++\ntitle='a'\ndate=2022-01-01\nslug='index'\n+++\n",
            "4:6: 错误[reserved-id]: `index` 是保留字，不能用作网址的一部分 (请换一个，例如在后面加 `-1`)",
        );
    }

    #[test]
    fn wrong_values() {
        check_line("sumary = 'a'", "5:1: 错误[unknown-key]: 不认识的键 `sumary` (是不是 `summary`？)");
        check_line(
            "townships = [{nam = 'a'}]",
            "5:15: 错误[unknown-key]: 不认识的键 `nam` (是不是 `name`？)",
        );
        check_line("revisions = [{date = 2022-01-01}]", "5:14: 错误[missing-key]: 缺少 `note`");
        for path in ["../a.docx", "/etc/passwd", "a\\\\b.docx", "C:/a", "a//b", "./a", ""] {
            let (_, problems) = read(&format!("+++\n{GOOD}attachments = [\"{path}\"]\n+++\n"), parse);
            assert!(problems.contains("bad-path") || problems.contains("empty-value"), "{path}: {problems}");
        }
        check_line(
            "aliases = ['http://x/']",
            "5:12: 错误[bad-alias]: `http://x/` 不是本站的旧网址 (只写网站根目录以下的部分，如 `issues/2022/006/`)",
        );
    }

    #[test]
    fn codes_that_may_be_allowed() {
        assert_eq!(good("allow = ['control-character', 'secret-mark', 'id-card']").allow.len(), 3);
        check_line(
            "allow = ['unknown-key']",
            "5:10: 错误[not-allowable]: `unknown-key` 是错误，不能用 `allow` 放行 (请改正内容，再删去这个代码)",
        );
        check_line(
            "allow = ['repeated-nam']",
            "5:10: 警告[unknown-code]: 没有叫 `repeated-nam` 的问题代码 (是不是 `repeated-name`？)",
        );
    }

    #[test]
    fn pages() {
        let (page, problems) =
            read("+++\ntitle = 'a'\norder = 2\ndraft = true\naliases = ['x']\n+++\n正文", parse_page);
        assert_eq!(problems, "");
        let (page, _) = page.unwrap();
        assert_eq!(
            (page.title.value.as_str(), page.order, page.draft, page.aliases.len()),
            ("a", Some(2), true, 1)
        );
        assert!(read("+++\n+++\n", parse_page).1.starts_with("1:1: 错误[missing-key]: 缺少 `title`"));
        assert!(read("+++\ntitle='a'\nnumber = 1\n+++\n", parse_page).1.contains("不认识的键 `number`"));
    }

    #[test]
    fn an_unreadable_file_is_passed_over() {
        let mut files = Files::default();
        let file = files.add_unreadable("a.md");
        let mut diagnostics = Diagnostics::default();
        assert!(parse(&files, file, &mut diagnostics).is_none());
        assert!(!diagnostics.has_errors());
    }

    proptest! {
        #[test]
        fn places_lie_on_character_borders(lines in proptest::collection::vec("[a-z乡“”\"'=\\[\\]{}#,，0-9\\\\ -]{0,20}", 0..8)) {
            let mut files = Files::default();
            let text = format!("+++\n{}\n+++\n乡", lines.join("\n"));
            let file = files.add("a.md", text.clone());
            let mut diagnostics = Diagnostics::default();
            parse(&files, file, &mut diagnostics);
            for diagnostic in diagnostics.iter() {
                let span = diagnostic.span.unwrap();
                prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{:?}", diagnostic);
            }
        }
    }
}
