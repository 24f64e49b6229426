//! An old address: leads on by itself and says where.

use super::{Frame, Here, View};
use serde::Serialize;

#[derive(Serialize)]
struct Redirect {
    /// Where it leads.
    url: String,
}

pub(super) fn view<'a>(here: &Here<'a>, new: &str) -> View<'a> {
    View::new("redirect.html", Frame::new(here, "", None).unlisted(), Redirect { url: here.to(new) })
}
