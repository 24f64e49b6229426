//! 404.html: a server shows it at any address, so its links start at the site's path on the host.

use super::{Body, Frame, Here, View};

pub(super) fn view<'a>(mut here: Here<'a>) -> View<'a> {
    here.base = here.archive.config.base_url.as_deref().map(path_of);
    View { frame: Frame::new(&here, "", None).unlisted(), body: Body::NotFound }
}

/// `https://host/tongbao/` → `/tongbao/`: the host may be reached by other names.
fn path_of(base_url: &str) -> String {
    let after_scheme = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let path = after_scheme.find('/').map_or("/", |at| &after_scheme[at..]);
    if path.ends_with('/') { path.to_string() } else { format!("{path}/") }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_path_of_an_address_on_its_host() {
        assert_eq!(super::path_of("https://oa.example.cn/tongbao/"), "/tongbao/");
        assert_eq!(super::path_of("http://10.0.0.8"), "/");
    }
}
