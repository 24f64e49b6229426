//! A plain page.

use super::{Frame, Here, View};
use serde::Serialize;

#[derive(Serialize)]
struct Plain {
    html: String,
}

pub(super) fn view(here: &Here, index: usize) -> View {
    let page = &here.archive.pages[index];
    View::new("plain.html", Frame::new(here, &page.title, None), &Plain { html: String::new() })
}

pub(super) fn empty(here: &Here) -> View {
    View::new("plain.html", Frame::new(here, "", None), &Plain { html: String::new() })
}
