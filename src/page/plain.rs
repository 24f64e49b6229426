//! A plain page.

use super::html::{self, Setting, Text};
use super::{Body, Frame, Here, View};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Plain {
    /// The page's text.
    html: String,
}

pub(super) fn view<'a>(here: &Here<'a>, index: usize) -> View<'a> {
    let page = &here.archive.pages[index];
    let setting = Setting { here, own: here.path, within: None, heading: 2, cite: "" };
    let html = html::render(&Text::of_page(page), &setting);
    View { frame: Frame::new(here, &page.title, None), body: Body::Plain(Plain { html }) }
}
