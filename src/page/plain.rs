//! A plain page.

use super::html::{self, Setting, Text};
use super::{Frame, Here, View};
use serde::Serialize;

#[derive(Serialize)]
struct Plain {
    /// The page's text.
    html: String,
}

pub(super) fn view<'a>(here: &Here<'a>, index: usize) -> View<'a> {
    let page = &here.archive.pages[index];
    let setting = Setting { here, own: here.path, within: None, heading: 2, cite: "" };
    let html = html::render(&Text::of_page(page), &setting);
    View::new("plain.html", Frame::new(here, &page.title, None), Plain { html })
}
