//! An old address: leads on by itself and says where.

use super::{Body, Frame, Here, View};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Redirect {
    /// Where it leads.
    url: String,
}

pub(super) fn view<'a>(here: &Here<'a>, new: &str) -> View<'a> {
    View {
        frame: Frame::new(here, "", None).unlisted(),
        body: Body::Redirect(Redirect { url: here.to(new) }),
    }
}
