//! Ids → addresses, anchors and output paths. Nobody else builds one.
//!
//! TEMPORARY: stands in until branch `url` is merged; take theirs whole.
#![allow(missing_docs)]

use crate::config::Series;
use crate::model::{Archive, Entity, EntityKind, Issue};

pub fn home() -> String {
    "index.html".into()
}
fn series_part(series: &Series) -> String {
    if series.default { "issues".into() } else { format!("issues/{}", series.id) }
}
pub fn issues(series: Option<&Series>) -> String {
    format!("{}/index.html", series.map_or("issues".into(), series_part))
}
pub fn year(series: &Series, year: i16) -> String {
    format!("{}/{year}/index.html", series_part(series))
}
pub fn bound(series: &Series, year: i16, half: Option<u8>) -> String {
    match half {
        None => format!("{}/{year}/all/index.html", series_part(series)),
        Some(h) => format!("{}/{year}/all/h{h}/index.html", series_part(series)),
    }
}
pub fn issue(archive: &Archive, issue: &Issue) -> String {
    let part = issue.number.map_or_else(|| issue.slug.clone().unwrap_or_default(), |n| format!("{n:03}"));
    format!("{}/{}/{part}/index.html", series_part(&archive.config.series[issue.series]), issue.year)
}
pub fn townships() -> String {
    "townships/index.html".into()
}
pub fn matrix(year: i16) -> String {
    format!("townships/matrix/{year}/index.html")
}
pub fn township(id: &str) -> String {
    format!("townships/{id}/index.html")
}
pub fn township_year(id: &str, year: i16) -> String {
    format!("townships/{id}/{year}/index.html")
}
pub fn companies() -> String {
    "companies/index.html".into()
}
pub fn initial(letter: Option<char>) -> String {
    format!("companies/initial/{}/index.html", letter.map_or("other".into(), |c| c.to_string()))
}
pub fn company(id: &str) -> String {
    format!("companies/{id}/index.html")
}
pub fn entity(entity: &Entity) -> String {
    match entity.kind {
        EntityKind::Township => township(&entity.id),
        EntityKind::Company => company(&entity.id),
    }
}
pub fn plain(slug: &str) -> String {
    format!("pages/{slug}/index.html")
}
pub fn not_found() -> String {
    "404.html".into()
}
pub fn asset(name: &str) -> String {
    format!("assets/{name}")
}
pub fn paragraph(anchor: &str, n: usize) -> String {
    format!("{anchor}-p{n}")
}
pub fn half(year: i16, half: u8) -> String {
    format!("{year}-h{half}")
}
pub fn relative(from: &str, to: &str) -> String {
    let from: Vec<_> = from.split('/').collect();
    let to_parts: Vec<_> = to.split('/').collect();
    let same = from[..from.len() - 1]
        .iter()
        .zip(&to_parts[..to_parts.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    format!("{}{}", "../".repeat(from.len() - 1 - same), to_parts[same..].join("/"))
}
