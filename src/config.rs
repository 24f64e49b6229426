//! site.toml as written → [`Config`], ready to use.

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
    /// A notice on every page and print.
    pub notice: Option<String>,
    /// Accent colour, `#rrggbb`.
    pub accent: Option<String>,
    /// File in the theme's static folder.
    pub logo: Option<String>,
    /// Never empty; exactly one is the default.
    pub series: Vec<Series>,
    /// Search settings.
    pub search: Search,
    /// Limits on input.
    pub limits: Limits,
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

/// `[limits]` (SPEC 4); sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest issue file: `issue_bytes`, 4 MB.
    pub issue_bytes: u64,
    /// Deepest nesting of Markdown: `nesting`, 100.
    pub nesting: usize,
    /// Most table rows: `table_rows`, 2,000.
    pub table_rows: usize,
    /// Most table columns: `table_columns`, 100.
    pub table_columns: usize,
    /// Most entries in a register: `register_entries`, 20,000.
    pub register_entries: usize,
    /// Largest attachment: `attachment_bytes`, 200 MB.
    pub attachment_bytes: u64,
}
