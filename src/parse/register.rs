//! The two registers, townships.toml and companies.toml, as written by the clerk.

use super::date::Edge;
use super::fields::{Fields, Item, quoted};
use super::id;
use super::limits::Limits;
use crate::diag::{At, Cursor, Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// One `[[township]]` or `[[company]]`. Keys of the other register stay empty.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The whole table's place.
    pub span: Span,
    /// The address, never changes; for a company that the text calls by wikilink, its target too.
    pub id: At<String>,
    /// Full name.
    pub name: At<String>,
    /// Short names.
    pub short: Vec<At<DatedName>>,
    /// Former names.
    pub former: Vec<At<DatedName>>,
    /// Texts that hold a name and mean something else (companies).
    pub not: Vec<At<String>>,
    /// 乡, 镇 or 街道 (townships).
    pub kind: Option<String>,
    /// Region (companies).
    pub region: Option<String>,
    /// Reading, where the common one is wrong (companies).
    pub pinyin: Option<String>,
    /// First day of its life.
    pub since: Option<Date>,
    /// Last day of its life.
    pub until: Option<Date>,
    /// Id of the entity that took it over.
    pub merged_into: Option<At<String>>,
    /// Old ids whose addresses redirect here.
    pub aliases: Vec<At<String>>,
    /// Place in lists (townships); those without come after, in register order.
    pub order: Option<i64>,
    /// A note shown on its page.
    pub note: Option<String>,
}

/// A name with the days it was borne, both inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedName {
    /// The name.
    pub text: String,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// Which of the two registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// townships.toml.
    Township,
    /// companies.toml.
    Company,
}

/// Reads a register. An entry with a mistake is kept as far as it has an id and a name, so that nobody
/// calls it unregistered; an id that is taken already drops the later entry.
pub fn parse(
    kind: Kind,
    files: &Files,
    file: FileId,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Vec<Entry> {
    if is_too_long(files, file, limits, diagnostics) {
        return Vec::new();
    }
    let text = files.text(file);
    let mut fields = Fields::parse(files, file, 0..text.len(), diagnostics);
    let tables = match kind {
        Kind::Township => fields.tables("township", diagnostics),
        Kind::Company => fields.tables("company", diagnostics),
    };
    fields.finish(diagnostics);
    let entries = tables.into_iter().filter_map(|table| entry(kind, table, diagnostics)).collect();
    without_repeated_ids(entries, text, diagnostics)
}

/// Counts the headers before anything is parsed, so that a register over its limit costs nothing.
fn is_too_long(files: &Files, file: FileId, limits: &Limits, diagnostics: &mut Diagnostics) -> bool {
    let limit = limits.register_entries;
    let count = files.text(file).lines().filter(|line| line.trim_start().starts_with("[[")).count();
    if count > limit {
        let message = Message::TooManyEntries { count, limit };
        let hint = Hint::RaiseLimit { key: "register_entries".into() };
        diagnostics.push(Diagnostic::at(Span::file(file), message).hint(hint));
    }
    count > limit
}

fn entry(kind: Kind, mut table: Fields, diagnostics: &mut Diagnostics) -> Option<Entry> {
    let d = diagnostics;
    let span = table.span();
    let id = table.string("id", d);
    let id = table.needed("id", id, span, d).filter(|id| id::check(id::Kind::Entity, id, d));
    let name = table.string("name", d);
    let name = table.needed("name", name, span, d);
    let (since, until) = life(&mut table, d);
    let is_township = kind == Kind::Township;
    let short = long_enough(dated_names(&mut table, "short", d), d);
    let former = dated_names(&mut table, "former", d);
    let not = if is_township { Vec::new() } else { table.strings("not", d) };
    let mut text = |key, table: &mut Fields| table.string(key, d).map(|text| text.value);
    let entry_kind = is_township.then(|| text("kind", &mut table)).flatten();
    let region = (!is_township).then(|| text("region", &mut table)).flatten();
    let pinyin = (!is_township).then(|| text("pinyin", &mut table)).flatten();
    let note = text("note", &mut table);
    let order = is_township.then(|| table.integer("order", i64::MIN..=i64::MAX, d)).flatten();
    let merged_into = table.string("merged_into", d).filter(|id| id::check(id::Kind::Entity, id, d));
    let aliases = table.strings("aliases", d);
    let aliases = aliases.into_iter().filter(|alias| id::check(id::Kind::Entity, alias, d)).collect();
    table.finish(d);
    let entry = Entry {
        span,
        id: id?,
        name: name?,
        short,
        former,
        not,
        kind: entry_kind,
        region,
        pinyin,
        since,
        until,
        merged_into,
        aliases,
        order: order.map(|order| order.value),
        note,
    };
    check_repeats(&entry, d);
    check_merger(&entry, d);
    Some(entry)
}

/// `since` and `until` of a table: an entity's life or a name's days.
fn life(table: &mut Fields, diagnostics: &mut Diagnostics) -> (Option<Date>, Option<Date>) {
    let since = table.date_or_year("since", Edge::First, diagnostics);
    let until = table.date_or_year("until", Edge::Last, diagnostics);
    if let (Some(since), Some(until)) = (&since, &until)
        && until.value < since.value
    {
        let message =
            Message::ReversedDates { since: since.value.to_string(), until: until.value.to_string() };
        diagnostics.push(Diagnostic::at(until.span, message));
        return (None, None);
    }
    (since.map(|day| day.value), until.map(|day| day.value))
}

/// `short` or `former`: names, or names with their days.
fn dated_names(table: &mut Fields, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<At<DatedName>> {
    let items = table.items(key, diagnostics);
    items.into_iter().filter_map(|item| dated_name(item, diagnostics)).collect()
}

fn dated_name(item: Item, diagnostics: &mut Diagnostics) -> Option<At<DatedName>> {
    match item {
        Item::Text(name) => {
            Some(At::new(DatedName { text: name.value, since: None, until: None }, name.span))
        }
        Item::Table(mut table) => {
            let name = table.string("name", diagnostics);
            let name = table.needed("name", name, table.span(), diagnostics);
            let (since, until) = life(&mut table, diagnostics);
            table.finish(diagnostics);
            let name = name?;
            Some(At::new(DatedName { text: name.value, since, until }, name.span))
        }
    }
}

/// A short name of one character would be found everywhere.
fn long_enough(names: Vec<At<DatedName>>, diagnostics: &mut Diagnostics) -> Vec<At<DatedName>> {
    let (good, bad): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|short| short.value.text.chars().count() >= 2);
    for short in bad {
        let message = Message::ShortNameTooShort { name: short.value.text };
        diagnostics.push(Diagnostic::at(short.span, message).hint(Hint::LongerShortName));
    }
    good
}

/// No name stands twice for the same days.
fn check_repeats(entry: &Entry, diagnostics: &mut Diagnostics) {
    let name = DatedName { text: entry.name.value.clone(), since: None, until: None };
    let mut seen = BTreeSet::from([days_and_text(&name)]);
    for name in entry.short.iter().chain(&entry.former) {
        if !seen.insert(days_and_text(&name.value)) {
            let message = Message::RepeatedName { name: quoted(&name.value.text) };
            diagnostics.push(Diagnostic::at(name.span, message).hint(Hint::RemoveOne));
        }
    }
}

/// A name may be borne again after a while: it repeats only with the same days.
fn days_and_text(name: &DatedName) -> (&str, Option<Date>, Option<Date>) {
    (&name.text, name.since, name.until)
}

fn check_merger(entry: &Entry, diagnostics: &mut Diagnostics) {
    if let Some(successor) = entry.merged_into.as_ref().filter(|id| id.value == entry.id.value) {
        let message = Message::MergedIntoItself { id: successor.value.clone() };
        diagnostics.push(Diagnostic::at(successor.span, message));
    }
}

/// Ids and old ids are addresses: the first to use one keeps it.
fn without_repeated_ids(entries: Vec<Entry>, text: &str, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let mut cursor = Cursor::new(text);
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut is_first = |entry: &mut Entry| {
        let mut line_of = |id: &At<String>| cursor.position(id.span.start as usize).line;
        let mut own: BTreeMap<String, usize> = BTreeMap::new();
        let mut is_free = |id: &At<String>| {
            let earlier = lines.get(&id.value).or(own.get(&id.value)).copied();
            own.entry(id.value.clone()).or_insert_with(|| line_of(id));
            if let Some(line) = earlier {
                let message = Message::DuplicateId { id: id.value.clone(), line };
                diagnostics.push(Diagnostic::at(id.span, message));
            }
            earlier.is_none()
        };
        let is_free_id = is_free(&entry.id);
        entry.aliases.retain(is_free);
        if is_free_id {
            for (id, line) in own {
                lines.entry(id).or_insert(line);
            }
        }
        is_free_id
    };
    let mut entries = entries;
    entries.retain_mut(|entry| is_first(entry));
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::report::{Colour, Format, Lang, report};
    use jiff::civil::date;

    fn read_with(kind: Kind, text: &str, limits: &Limits) -> (Vec<Entry>, String) {
        let mut files = Files::default();
        let file = files.add("a.toml", text);
        let mut diagnostics = Diagnostics::default();
        let entries = parse(kind, &files, file, limits, &mut diagnostics);
        let mut out = Vec::new();
        report(&diagnostics, &files, Format::Short, Lang::Zh, Colour::Plain, &mut out).unwrap();
        (entries, String::from_utf8(out).unwrap().replace("a.toml:", "").trim_end().to_owned())
    }

    fn read(kind: Kind, text: &str) -> (Vec<Entry>, String) {
        read_with(kind, text, &Limits::default())
    }

    /// The problems of a company with `lines` added; the first added line is the fourth.
    fn check(lines: &str, expected: &str) {
        let text = format!("[[company]]\nid = 'a'\nname = '甲公司'\n{lines}\n");
        assert_eq!(read(Kind::Company, &text).1, expected, "{lines}");
    }

    #[test]
    fn a_township_with_every_key() {
        let (entries, problems) = read(
            Kind::Township,
            "[[township]]\nid = 'qingshi'\nname = '青石街道'\nshort = ['青石']\nkind = '街道'\n\
             former = [{ name = '青石乡', until = 2023-12-31 }]\nsince = 1958\nuntil = '2030'\nmerged_into = 'x'\n\
             aliases = ['old-id']\norder = 3\nnote = 'n'\n",
        );
        assert_eq!(problems, "");
        let entry = &entries[0];
        assert_eq!((entry.since, entry.until), (Some(date(1958, 1, 1)), Some(date(2030, 12, 31))));
        assert_eq!(entry.former[0].value.until, Some(date(2023, 12, 31)));
        assert_eq!((entry.order, entry.aliases[0].value.as_str()), (Some(3), "old-id"));
    }

    #[test]
    fn a_company_with_every_key() {
        let (entries, problems) = read(
            Kind::Company,
            "[[company]]\nid = 'qinglan-shidai'\nname = '氢蓝时代动力科技有限公司'\nshort = ['氢蓝时代']\nformer = []\n\
             not = ['氢蓝时代路']\nregion = '深圳'\npinyin = 'qing lan'\nmerged_into = 'x'\nsince = 2001-01-01\nuntil = 2002\n\
             aliases = []\nnote = 'n'\n",
        );
        assert_eq!(problems, "");
        assert_eq!(entries[0].not[0].value, "氢蓝时代路");
        assert_eq!(entries[0].region.as_deref(), Some("深圳"));
    }

    #[test]
    fn the_registers_of_the_seed_are_good() {
        for (kind, text) in [
            (Kind::Township, include_str!("../../content/townships.toml")),
            (Kind::Company, include_str!("../../content/companies.toml")),
        ] {
            let (entries, problems) = read(kind, text);
            assert_eq!(problems, "");
            assert_eq!(entries.len(), text.matches("\n[[").count());
        }
    }

    #[test]
    fn keys_of_the_other_register_are_unknown() {
        check(
            "kind = '乡'",
            "4:1: 错误[unknown-key]: 不认识的键 `kind` (可用的键：id name since until short former not region pinyin note merged_into aliases)",
        );
        check(
            "order = 1",
            "4:1: 错误[unknown-key]: 不认识的键 `order` (可用的键：id name since until short former not region pinyin note merged_into aliases)",
        );
        assert!(
            read(Kind::Township, "[[township]]\nid='a'\nname='乙乡'\nregion='x'").1.contains("unknown-key")
        );
        assert_eq!(
            read(Kind::Company, "[[companies]]\nid='a'").1,
            "1:3: 错误[unknown-key]: 不认识的键 `companies` (是不是 `company`？)"
        );
    }

    #[test]
    fn wrong_values() {
        check(
            "short = ['甲']",
            "4:10: 错误[short-name-too-short]: 简称 `甲` 只有一个字 (请写两个字以上的简称，或删去)",
        );
        check(
            "short = ['甲甲', '甲甲']",
            "4:16: 警告[repeated-name]: 同一项里名称 `甲甲` 写了两次 (请删去一个)",
        );
        check(
            "former = ['甲公司']",
            "4:11: 警告[repeated-name]: 同一项里名称 `甲公司` 写了两次 (请删去一个)",
        );
        check("former = [{name = '甲公司', until = 1999}]", "");
        check(
            "since = 2023\nuntil = 2022-05-01",
            "5:9: 错误[reversed-dates]: 结束日期 2022-05-01 早于开始日期 2023-01-01",
        );
        check("since = 2022\nuntil = 2022", "");
        check("merged_into = 'a'", "4:15: 错误[merged-into-itself]: `a` 并入了自己");
        check(
            "aliases = ['A']",
            "4:12: 错误[bad-id]: `A` 不能用作网址的一部分 (只能用小写字母、数字和 `-`（不以 `-` 开头），最多 60 个字符，如 `caozhen`)",
        );
        check("short = [{}]", "4:10: 错误[missing-key]: 缺少 `name`");
        check("not = ['']", "4:8: 错误[empty-value]: `not` 是空的");
    }

    #[test]
    fn a_mistake_drops_its_entry_only() {
        let (entries, problems) = read(
            Kind::Company,
            "[[company]]\nid = 'a'\nname = 甲\n[[company]]\nid = 'b'\nname = '乙'\n[[company]]\nname = '丙'\n",
        );
        let ids: Vec<&str> = entries.iter().map(|entry| entry.id.value.as_str()).collect();
        assert_eq!(ids, ["b"]);
        assert!(
            problems.contains("toml-syntax") && problems.contains("7:1: 错误[missing-key]: 缺少 `id`"),
            "{problems}"
        );
        assert_eq!(problems.lines().count(), 2, "{problems}");
    }

    #[test]
    fn all_mistakes_of_an_entry_are_reported() {
        let (_, problems) = read(Kind::Company, "[[company]]\nid = 'A'\nshort = ['甲']\nsinse = 1\n");
        for code in ["bad-id", "missing-key", "short-name-too-short", "unknown-key"] {
            assert!(problems.contains(code), "{code}: {problems}");
        }
    }

    #[test]
    fn ids_are_used_once() {
        let (entries, problems) = read(
            Kind::Company,
            "[[company]]\nid = 'a'\nname = '甲'\naliases = ['c']\n[[company]]\nid = 'a'\nname = '乙'\n[[company]]\nid = 'c'\nname = '丙'\n",
        );
        assert_eq!(entries.len(), 1);
        assert_eq!(
            problems,
            "6:6: 错误[duplicate-id]: `a` 重复，第 2 行已经用过\n9:6: 错误[duplicate-id]: `c` 重复，第 4 行已经用过"
        );
    }

    #[test]
    fn an_entry_does_not_redirect_to_itself() {
        check("aliases = ['a']", "4:12: 错误[duplicate-id]: `a` 重复，第 2 行已经用过");
    }

    #[test]
    fn too_many_entries_are_not_read() {
        let limits = Limits { register_entries: 2, ..Limits::default() };
        let (entries, problems) = read_with(Kind::Company, &"[[company]]\n".repeat(3), &limits);
        assert!(entries.is_empty());
        assert_eq!(
            problems,
            " 错误[too-many-entries]: 名册有 3 项，超过上限 2 项 (确有需要时，在 site.toml 的 [limits] 里调高 `register_entries`)"
        );
    }
}
