//! What stands around every page: head, masthead, navigation, foot.

use super::Here;
use crate::model::{Entity, EntityKind};
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
    /// The search box of the masthead: none when the site is built without search, and on the
    /// search page, which has a field of its own.
    pub search: Option<SearchBox>,
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

/// The search box: a plain form that leads to the search page.
#[derive(Debug, Clone, Serialize)]
pub struct SearchBox {
    /// The search page.
    pub url: String,
    /// What stands in the field at first: nothing, or the filter of the page's own subject and a
    /// blank (`乡镇:青石街道 `).
    pub begin: String,
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
    /// 检索
    Search,
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
            search: config
                .search
                .enabled
                .then(|| SearchBox { url: here.to(&url::search()), begin: String::new() }),
            drafts: false,
        }
    }

    /// The same frame, not for the lists of search engines.
    pub fn unlisted(mut self) -> Self {
        self.robots = Some("noindex");
        self
    }

    /// The same frame on a page of one entity's record: its search box begins with that entity.
    pub fn about(mut self, entity: &Entity) -> Self {
        if let Some(search) = &mut self.search {
            search.begin = format!("{} ", filter(entity));
        }
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
        (Tab::Search, "nav_search", url::search()),
    ]
    .into_iter()
    .filter(|(item, ..)| *item != Tab::Search || here.archive.config.search.enabled)
    .map(|(item, key, path)| NavItem {
        key,
        url: here.to(&path),
        current: (path == here.path).then_some("page").or((tab == Some(item)).then_some("true")),
    })
    .collect()
}

/// The operator that asks for one entity's sections. A filter's value ends at a blank, so a name that
/// holds one (or a quotation mark, which would begin another form of value) gives way to the id.
pub(super) fn filter(entity: &Entity) -> String {
    let key = match entity.kind {
        EntityKind::Township => "乡镇",
        EntityKind::Company => "公司",
    };
    let unfit = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”');
    let value = if entity.name.contains(unfit) { &entity.id } else { &entity.name };
    format!("{key}:{value}")
}
