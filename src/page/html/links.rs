//! Where a link or image of the text leads; what it may not lead to.

use super::Writer;
use crate::model::Attachment;
use crate::page::target_path;
use crate::url;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Address as the page writes it.
    pub url: String,
    /// The name under which a file is saved.
    pub download: Option<String>,
}

impl Writer<'_> {
    /// Where a link of the text leads; `None` when it must stay plain text.
    pub(super) fn target(&self, href: &str) -> Option<Target> {
        if let Some(file) = self.file(href) {
            let download = (!is_image(&file.name)).then(|| own_name(file).to_string());
            return Some(Target { url: self.file_url(file), download });
        }
        if let Some(fragment) = href.strip_prefix('#') {
            return Some(Target { url: format!("#{}", self.on_page(fragment)), download: None });
        }
        let url = if url::leads_out(href) { Some(href.to_string()) } else { self.source(href) };
        url.map(|url| Target { url, download: None })
    }

    /// The page made of another source file.
    fn source(&self, href: &str) -> Option<String> {
        let link = self.text.links.get(href)?;
        let path = target_path(self.setting.here.archive, link.target);
        Some(self.setting.here.to(&match &link.fragment {
            Some(fragment) => format!("{path}#{fragment}"),
            None => path,
        }))
    }

    /// The address of an image and its width and height: one of the text's own files, since nothing is loaded from outside.
    pub(super) fn image_file(&self, src: &str) -> Option<(String, Option<(usize, usize)>)> {
        self.file(src).map(|file| (self.file_url(file), file.pixels))
    }

    fn file(&self, written: &str) -> Option<&Attachment> {
        self.text.files.iter().chain(self.text.attachments).find(|file| file.written == written)
    }

    fn file_url(&self, file: &Attachment) -> String {
        self.setting.here.to(&beside(self.setting.own, &file.name))
    }
}

/// The output path of a file beside the page `page`.
pub fn beside(page: &str, name: &str) -> String {
    page.rsplit_once('/').map_or(name.to_string(), |(folder, _)| format!("{folder}/{name}"))
}

/// The name that the clerk gave the file.
pub fn own_name(file: &Attachment) -> &str {
    file.source.rsplit('/').next().unwrap_or(&file.source)
}

fn is_image(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "gif" | "svg" | "ico")
}
