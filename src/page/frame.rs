//! What stands around every page: head, masthead, navigation, foot.

use super::Here;
use crate::url;
use serde::Serialize;

/// The frame of one page. Interface words are the theme's: the title may be empty, and then the
/// template's block `title` gives it.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// Title of the site.
    pub site: String,
    /// The office.
    pub organisation: String,
    /// The notice of every page and print.
    pub notice: Option<String>,
    /// Language tag.
    pub language: String,
    /// Name of the series whose masthead the page bears.
    pub series: String,
    /// Title of the page, without the site's.
    pub title: String,
    /// For `<meta name="description">`.
    pub description: Option<String>,
    /// For `<meta name="robots">`.
    pub robots: Option<&'static str>,
    /// The way to the root: empty or ends in `/`.
    pub root: String,
    /// The front page.
    pub home: String,
    /// Entries of the navigation, in order.
    pub nav: Vec<NavItem>,
    /// Marks the page as a preview of drafts.
    pub drafts: bool,
}

/// One entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    /// Its word is the theme's string of this name.
    pub key: &'static str,
    /// Where it leads.
    pub url: String,
    /// The value of `aria-current`: `page` for this very page, `true` for what lies under it.
    pub current: Option<&'static str>,
}

/// The parts of the site that the navigation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// 通报
    Issues,
    /// 乡镇
    Townships,
    /// 企业
    Companies,
}

impl Frame {
    /// The frame of the page at `here`; `tab` is the part of the site it belongs to.
    pub fn new(here: &Here, title: impl Into<String>, tab: Option<Tab>) -> Self {
        let config = &here.archive.config;
        let series = config.series.iter().find(|s| s.default).or(config.series.first());
        Self {
            site: config.title.clone(),
            organisation: config.organisation.clone(),
            notice: config.notice.clone(),
            language: config.language.clone(),
            series: series.map_or_else(|| config.title.clone(), |s| s.name.clone()),
            title: title.into(),
            description: None,
            robots: None,
            root: here.base.clone().unwrap_or_else(|| "../".repeat(here.path.matches('/').count())),
            home: here.to(&url::home()),
            nav: navigation(here, tab),
            drafts: false,
        }
    }

    /// The same frame, not for the lists of search engines.
    pub fn unlisted(mut self) -> Self {
        self.robots = Some("noindex");
        self
    }

    /// The same frame with a description for search engines and previews.
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

fn navigation(here: &Here, tab: Option<Tab>) -> Vec<NavItem> {
    [
        (Tab::Issues, "nav_issues", url::issues(None)),
        (Tab::Townships, "nav_townships", url::townships()),
        (Tab::Companies, "nav_companies", url::companies()),
    ]
    .into_iter()
    .map(|(item, key, path)| NavItem {
        key,
        url: here.to(&path),
        current: (path == here.path).then_some("page").or((tab == Some(item)).then_some("true")),
    })
    .collect()
}
