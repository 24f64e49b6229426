//! site.toml as written → [`Config`], ready to use.

pub use crate::parse::limits::Limits;

use crate::diag::{At, Cursor, Diagnostic, Diagnostics, FileId, Files, Hint, Message, Span, nearest};
use crate::parse::fields::{Fields, quoted};
use crate::parse::id;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// The site's settings, every default filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// Title of the site.
    pub title: String,
    /// The office.
    pub organisation: String,
    /// Public address with a `/` at the end; feeds and sitemap need it.
    pub base_url: Option<String>,
    /// Language tag of the pages.
    pub language: String,
    /// Time zone in which "today" is read.
    pub timezone: jiff::tz::TimeZone,
    /// Name of the theme's folder.
    pub theme: String,
    /// Where site.toml names the theme.
    pub theme_at: Option<Span>,
    /// A notice on every page and print.
    pub notice: Option<String>,
    /// Accent colour, `#rrggbb`.
    pub accent: Option<String>,
    /// File in the theme's static folder.
    pub logo: Option<String>,
    /// Where site.toml names the logo.
    pub logo_at: Option<Span>,
    /// Never empty; exactly one is the default.
    pub series: Vec<Series>,
    /// Search settings.
    pub search: Search,
    /// Limits on input.
    pub limits: Limits,
}

impl Config {
    /// The series with this id or name; the default one when none is wanted.
    pub fn find_series(&self, wanted: Option<&str>) -> Option<usize> {
        self.series.iter().position(|series| match wanted {
            Some(wanted) => series.id == wanted || series.name == wanted,
            None => series.default,
        })
    }
}

/// One series (刊).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Address part and id prefix, unless default.
    pub id: String,
    /// Shown name.
    pub name: String,
    /// Issuing office of its issues, unless they say otherwise; the organisation when absent.
    pub issuer: String,
    /// The one without an address part.
    pub default: bool,
}

/// `[search]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Whether the site has a search.
    pub enabled: bool,
    /// Groups of words that mean the same.
    pub synonyms: Vec<Vec<String>>,
}

/// Tags that a page may declare; the first is the default.
const LANGUAGES: [&str; 10] =
    ["zh-CN", "zh", "zh-Hans", "zh-Hans-CN", "zh-Hant", "zh-HK", "zh-TW", "en", "en-GB", "en-US"];

const DEFAULT_TIMEZONE: &str = "Asia/Shanghai";
const DEFAULT_THEME: &str = "default";

/// Reads site.toml. `None`, with the reason reported, when it has no title; any other mistake is
/// reported and leaves the default in its place.
pub fn parse(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<Config> {
    if !files.is_readable(file) {
        return None;
    }
    let text = files.text(file);
    let mut fields = Fields::parse(files, file, 0..text.len(), diagnostics);
    let config = config(&mut fields, file, text, diagnostics);
    fields.finish(diagnostics);
    config
}

/// Takes every key, so that all mistakes are reported; only then asks for the title.
fn config(fields: &mut Fields, file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Config> {
    let d = diagnostics;
    let title = fields.string("title", d);
    let title = fields.needed("title", title, Span::file(file), d).map(|title| title.value);
    let organisation = fields.string("organisation", d).map(|office| office.value);
    // The office that issues is named by the site's title when nothing else names it.
    let organisation = organisation.or_else(|| title.clone()).unwrap_or_default();
    let mut text_of = |key, check: Check| {
        let written = fields.string(key, d)?;
        accepted(&written, check, d).then_some(written)
    };
    let base_url = text_of("base_url", base_url_problem).map(|url| with_slash(url.value));
    let language = text_of("language", language_problem).map(|tag| tag.value);
    let timezone = text_of("timezone", timezone_problem);
    let theme = text_of("theme", theme_problem);
    let logo = text_of("logo", logo_problem);
    let notice = fields.string("notice", d).map(|notice| notice.value);
    let accent = accent(fields, d);
    let series = series(fields, text, title.as_deref().unwrap_or_default(), &organisation, d);
    let search = search(fields, d);
    let limits = limits(fields, d);
    Some(Config {
        title: title?,
        organisation,
        base_url,
        language: language.unwrap_or_else(|| LANGUAGES[0].to_owned()),
        timezone: timezone
            .and_then(|name| zone(&name.value))
            .or_else(|| zone(DEFAULT_TIMEZONE))
            .unwrap_or(TimeZone::UTC),
        theme_at: theme.as_ref().map(|theme| theme.span),
        theme: theme.map_or_else(|| DEFAULT_THEME.to_owned(), |theme| theme.value),
        notice,
        accent,
        logo_at: logo.as_ref().map(|logo| logo.span),
        logo: logo.map(|logo| logo.value),
        series,
        search,
        limits,
    })
}

/// What is wrong with a text; `None` when nothing is.
type Check = fn(&str) -> Option<(Message, Hint)>;

fn accepted(written: &At<String>, check: Check, diagnostics: &mut Diagnostics) -> bool {
    match check(&written.value) {
        None => true,
        Some((message, hint)) => {
            diagnostics.push(Diagnostic::at(written.span, message).hint(hint));
            false
        }
    }
}

fn base_url_problem(url: &str) -> Option<(Message, Hint)> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/%[]@!$&'()*+,;=".contains(&b);
    let is_good = rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or("");
        host.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'[')
            && !host.contains('@')
            && rest.bytes().all(is_plain)
    });
    (!is_good).then(|| (Message::BadBaseUrl { url: quoted(url) }, Hint::BaseUrlForm))
}

fn with_slash(url: String) -> String {
    if url.ends_with('/') { url } else { url + "/" }
}

fn language_problem(tag: &str) -> Option<(Message, Hint)> {
    let hint = match nearest(tag, LANGUAGES) {
        _ if LANGUAGES.contains(&tag) => return None,
        Some(nearest) => Hint::DidYouMean { nearest: nearest.into() },
        None => Hint::Languages { tags: LANGUAGES.join(" ") },
    };
    Some((Message::UnknownLanguage { tag: quoted(tag) }, hint))
}

fn timezone_problem(name: &str) -> Option<(Message, Hint)> {
    zone(name).is_none().then(|| (Message::UnknownTimezone { name: quoted(name) }, Hint::TimezoneForm))
}

fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

fn theme_problem(name: &str) -> Option<(Message, Hint)> {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b);
    let is_good = name.len() <= 60 && name.bytes().all(is_plain) && !id::is_device(name);
    (!is_good).then(|| (Message::BadThemeName { name: quoted(name) }, Hint::ThemeNameForm))
}

fn logo_problem(name: &str) -> Option<(Message, Hint)> {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    let is_picture = name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty() && matches!(extension, "svg" | "png" | "jpg" | "jpeg" | "gif" | "ico")
    });
    let is_good = is_picture
        && name.len() <= 60
        && name.bytes().all(is_plain)
        && !name.starts_with('.')
        && !id::is_device(name);
    (!is_good).then(|| (Message::BadLogo { name: quoted(name) }, Hint::LogoForm))
}

/// `colors = { accent = "#rrggbb" }`, in lower case.
fn accent(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Option<String> {
    let mut colours = fields.table("colors", diagnostics)?;
    let accent = colours.string("accent", diagnostics);
    colours.finish(diagnostics);
    let accent = accent.filter(|colour| accepted(colour, colour_problem, diagnostics))?;
    Some(accent.value.to_ascii_lowercase())
}

fn colour_problem(colour: &str) -> Option<(Message, Hint)> {
    let digits = colour.strip_prefix('#').unwrap_or("");
    let is_good = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    (!is_good).then(|| (Message::BadColour { colour: quoted(colour) }, Hint::ColourForm))
}

/// One series as written; `default` only when the clerk says so.
struct Written {
    id: At<String>,
    name: At<String>,
    issuer: Option<String>,
    default: bool,
    span: Span,
}

/// The series; with none written, one that is named after the site.
fn series(
    fields: &mut Fields,
    text: &str,
    title: &str,
    organisation: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<Series> {
    let tables = fields.tables("series", diagnostics);
    let read = |table| written_series(table, diagnostics);
    let mut written: Vec<Written> = tables.into_iter().filter_map(read).collect();
    check_repeats(&written, text, diagnostics);
    choose_default(&mut written, diagnostics);
    if written.is_empty() {
        let (id, name, issuer) = ("tongbao".to_owned(), title.to_owned(), organisation.to_owned());
        return vec![Series { id, name, issuer, default: true }];
    }
    let ready = |series: Written| Series {
        id: series.id.value,
        name: series.name.value,
        issuer: series.issuer.unwrap_or_else(|| organisation.to_owned()),
        default: series.default,
    };
    written.into_iter().map(ready).collect()
}

fn written_series(mut table: Fields, diagnostics: &mut Diagnostics) -> Option<Written> {
    let d = diagnostics;
    let span = table.span();
    let id = table.string("id", d);
    let id = table.needed("id", id, span, d).filter(|id| id::check(id::Kind::Series, id, d));
    let name = table.string("name", d);
    let name = table.needed("name", name, span, d);
    let issuer = table.string("issuer", d).map(|issuer| issuer.value);
    let default = table.boolean("default", d).is_some_and(|default| default.value);
    table.finish(d);
    Some(Written { id: id?, name: name?, issuer, default, span })
}

/// Front matter names a series by id or name, so each may stand once among both.
fn check_repeats(series: &[Written], text: &str, diagnostics: &mut Diagnostics) {
    let mut cursor = Cursor::new(text);
    let mut first: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (i, one) in series.iter().enumerate() {
        for word in [&one.id, &one.name] {
            let line = cursor.position(word.span.start as usize).line;
            let (owner, line) = *first.entry(&word.value).or_insert((i, line));
            if owner != i {
                let message = Message::DuplicateSeries { written: quoted(&word.value), line };
                diagnostics.push(Diagnostic::at(word.span, message));
            }
        }
    }
}

/// Exactly one series is the default: the marked one, or the only one. Mistakes are reported, and
/// the first takes the place.
fn choose_default(series: &mut [Written], diagnostics: &mut Diagnostics) {
    let mut marked = series.iter().enumerate().filter(|(_, one)| one.default);
    let chosen = marked.next().map_or(0, |(i, _)| i);
    if let Some((_, second)) = marked.next() {
        let problem = Diagnostic::at(second.span, Message::SeveralDefaultSeries).hint(Hint::RemoveOne);
        diagnostics.push(problem);
    }
    if series.len() > 1 && series.iter().all(|one| !one.default) {
        let problem = Diagnostic::at(series[0].span, Message::NoDefaultSeries).hint(Hint::MarkDefault);
        diagnostics.push(problem);
    }
    for (i, one) in series.iter_mut().enumerate() {
        one.default = i == chosen;
    }
}

fn search(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Search {
    let Some(mut table) = fields.table("search", diagnostics) else {
        return Search { enabled: true, synonyms: Vec::new() };
    };
    let enabled = table.boolean("enabled", diagnostics).is_none_or(|enabled| enabled.value);
    let groups = table.groups("synonyms", diagnostics);
    table.finish(diagnostics);
    let group = |group: At<Vec<At<String>>>| {
        let mut words: Vec<String> = group.value.into_iter().map(|word| word.value).collect();
        words.sort();
        words.dedup();
        if words.len() < 2 {
            diagnostics.push(Diagnostic::at(group.span, Message::LonelySynonym));
            return None;
        }
        Some(words)
    };
    Search { enabled, synonyms: groups.into_iter().filter_map(group).collect() }
}

/// `[limits]`. The upper bounds keep offsets within 32 bits and recursion within the stack.
fn limits(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Limits {
    let default = Limits::default();
    let Some(mut table) = fields.table("limits", diagnostics) else { return default };
    let mut limit = |key, most: i64| Some(table.integer(key, 1..=most, diagnostics)?.value);
    let count = |limit: Option<i64>, default| limit.and_then(|n| usize::try_from(n).ok()).unwrap_or(default);
    let bytes = |limit: Option<i64>, default| limit.and_then(|n| u64::try_from(n).ok()).unwrap_or(default);
    let limits = Limits {
        issue_bytes: bytes(limit("issue_bytes", 1 << 30), default.issue_bytes),
        nesting: count(limit("nesting", 1_000), default.nesting),
        table_rows: count(limit("table_rows", 1_000_000), default.table_rows),
        table_columns: count(limit("table_columns", 10_000), default.table_columns),
        register_entries: count(limit("register_entries", 1_000_000), default.register_entries),
        attachment_bytes: bytes(limit("attachment_bytes", 1 << 40), default.attachment_bytes),
    };
    table.finish(diagnostics);
    limits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::report::{Colour, Format, Lang, report};

    fn read(text: &str) -> (Option<Config>, String) {
        let mut files = Files::default();
        let file = files.add("site.toml", text);
        let mut diagnostics = Diagnostics::default();
        let config = parse(&files, file, &mut diagnostics);
        let mut out = Vec::new();
        report(&diagnostics, &files, Format::Short, Lang::Zh, Colour::Plain, &mut out).unwrap();
        (config, String::from_utf8(out).unwrap().replace("site.toml:", "").trim_end().to_owned())
    }

    fn good(lines: &str) -> Config {
        let (config, problems) = read(&format!("title = '通报'\n{lines}"));
        assert_eq!(problems, "", "{lines}");
        config.unwrap()
    }

    /// The problems of a site with `lines` behind its title.
    fn check(lines: &str, expected: &str) {
        let (config, problems) = read(&format!("title = '通报'\n{lines}"));
        let codes: Vec<String> = problems
            .lines()
            .map(|line| line.split_once(": ").map(|(place, rest)| format!("{place} {}", code(rest))).unwrap())
            .collect();
        assert_eq!(codes.join(", "), expected, "{problems}");
        assert!(config.is_some(), "{lines}");
    }

    fn code(rest: &str) -> &str {
        &rest[rest.find('[').unwrap() + 1..rest.find(']').unwrap()]
    }

    #[test]
    fn a_title_is_enough() {
        let config = good("");
        assert_eq!((config.title.as_str(), config.organisation.as_str()), ("通报", "通报"));
        assert_eq!((config.language.as_str(), config.theme.as_str()), ("zh-CN", "default"));
        assert_eq!(config.timezone.iana_name(), Some("Asia/Shanghai"));
        let (id, name, issuer) = ("tongbao".into(), "通报".into(), "通报".into());
        assert_eq!(config.series, [Series { id, name, issuer, default: true }]);
        assert_eq!((config.search.enabled, config.limits), (true, Limits::default()));
    }

    #[test]
    fn without_a_title_there_is_no_site() {
        let (config, problems) = read("");
        assert!(config.is_none());
        assert_eq!(problems, " 错误[missing-key]: 缺少 `title`");
    }

    #[test]
    fn every_key() {
        let config = good(
            "organisation = '督查局'\nbase_url = 'https://a.cn/tongbao'\nlanguage = 'zh-Hans'\ntimezone = 'Asia/Urumqi'\n\
             theme = 'my-theme'\nnotice = '内部资料 注意保存'\ncolors = { accent = '#B3121d' }\nlogo = 'logo.svg'\n\
             [[series]]\nid = 'tongbao'\nname = '督查通报'\ndefault = true\n\
             [[series]]\nid = 'zhuanbao'\nname = '督查专报'\nissuer = '专班'\n\
             [search]\nenabled = false\nsynonyms = [['招商', '招商引资']]\n\
             [limits]\nissue_bytes = 1\nnesting = 2\ntable_rows = 3\ntable_columns = 4\nregister_entries = 5\nattachment_bytes = 6\n",
        );
        assert_eq!(config.base_url.as_deref(), Some("https://a.cn/tongbao/"));
        assert_eq!(config.accent.as_deref(), Some("#b3121d"));
        assert_eq!(config.timezone.iana_name(), Some("Asia/Urumqi"));
        let issuers: Vec<_> = config.series.iter().map(|s| (s.issuer.as_str(), s.default)).collect();
        assert_eq!(issuers, [("督查局", true), ("专班", false)]);
        assert_eq!(config.search.synonyms, [["招商", "招商引资"]]);
        assert_eq!((config.limits.issue_bytes, config.limits.attachment_bytes), (1, 6));
    }

    #[test]
    fn texts_of_a_wrong_form() {
        for url in [
            "a.cn",
            "ftp://a.cn/",
            "https://",
            "https://a.cn/?q",
            "https://a.cn/#x",
            "https://a.cn/通报/",
            "https://u@a.cn/",
            "javascript:x",
        ] {
            check(&format!("base_url = '{url}'"), "2:12 bad-base-url");
        }
        for colour in ["red", "#fff", "#b3121g", "#b3121d;", "b3121d0"] {
            check(&format!("colors = {{ accent = '{colour}' }}"), "2:21 bad-colour");
        }
        for name in ["../x", "a/b", "主题", "A", "con"] {
            check(&format!("theme = '{name}'"), "2:9 bad-theme-name");
        }
        for name in ["../logo.svg", "a/b.svg", "标志.svg", "logo", ".svg", "logo.html", "con.svg"] {
            check(&format!("logo = '{name}'"), "2:8 bad-logo");
        }
        check("language = 'zh-cn'", "2:12 unknown-language");
        check("timezone = 'Asia/Peking'", "2:12 unknown-timezone");
        check("colours = {}", "2:1 unknown-key");
        check("[search]\nsynonyms = [['a']]", "3:13 lonely-synonym");
        check("[search]\nsynonyms = [['a', 'a']]", "3:13 lonely-synonym");
    }

    #[test]
    fn exactly_one_series_is_the_default() {
        let one = "[[series]]\nid = 'a'\nname = '甲'\n";
        assert!(good(one).series[0].default);
        check(&format!("{one}[[series]]\nid = 'b'\nname = '乙'\n"), "2:1 no-default-series");
        check(
            &format!("{one}default = true\n[[series]]\nid = 'b'\nname = '乙'\ndefault = true"),
            "6:1 several-default-series",
        );
    }

    #[test]
    fn series_are_told_apart() {
        let one = "[[series]]\nid = 'a'\nname = '甲'\ndefault = true\n";
        check(&format!("{one}[[series]]\nid = 'a'\nname = '乙'\n"), "7:6 duplicate-series");
        check(&format!("{one}[[series]]\nid = 'b'\nname = '甲'\n"), "8:8 duplicate-series");
        good("[[series]]\nid = 'a'\nname = 'a'\n");
        for id in ["index", "page", "all", "2022", "A", "5a", "乙", "con"] {
            let (_, problems) = read(&format!("title = 't'\n[[series]]\nid = '{id}'\nname = '甲'"));
            assert!(problems.contains("bad-id") || problems.contains("reserved-id"), "{id}: {problems}");
        }
    }

    #[test]
    fn limits_are_positive() {
        check("[limits]\nnesting = 0", "3:11 out-of-range");
        check("[limits]\nissue_bytes = 99999999999", "3:15 out-of-range");
        check("[limits]\nissue_byte = 1", "3:1 unknown-key");
    }
}
