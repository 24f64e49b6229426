//! What is in a site folder? `tongbao.json` says it to tongbao, `SHA256SUMS.txt` to everybody's tools.

use super::disk::Sum;
use crate::model::visible::Drafts;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The manifest's name; a folder that holds it is ours.
pub const MANIFEST: &str = "tongbao.json";
/// The list for `sha256sum -c`: every file but itself and foreign ones.
pub const SUMS: &str = "SHA256SUMS.txt";
/// The version of the manifest's shape.
const FORMAT: u32 = 1;

/// `tongbao.json`: all files of the site but itself and [`SUMS`], which follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this shape.
    pub format: u32,
    /// SHA-256 over paths, contents and drafts: equal sites have equal ids.
    pub build: String,
    /// Whether drafts are among the pages; such a site must not be published.
    pub drafts: bool,
    /// Sorted by path.
    pub files: Vec<Listed>,
}

/// One file of the [`Manifest`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Path below the site folder, `/` between parts.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

impl Listed {
    pub(super) fn new(path: String, sum: Sum) -> Self {
        Self { path, size: sum.size, sha256: hex(&sum.sha256) }
    }
}

impl Manifest {
    /// The manifest of these files, which are sorted by path.
    pub(super) fn new(drafts: Drafts, files: Vec<Listed>) -> Self {
        let drafts = drafts == Drafts::Shown;
        Self { format: FORMAT, build: id(drafts, &files), drafts, files }
    }

    /// Whether its id is that of its list.
    pub(super) fn is_whole(&self) -> bool {
        self.build == id(self.drafts, &self.files)
    }

    /// Understands the bytes of `tongbao.json`; `None` when they are not ours or of another format.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|m: &Self| m.format == FORMAT)
    }

    /// The bytes of `tongbao.json`: JSON with one file a line.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Self { format, build, drafts, files } = self;
        let mut text = format!(
            "{{\n\"format\": {format},\n\"build\": \"{build}\",\n\"drafts\": {drafts},\n\"files\": ["
        )
        .into_bytes();
        for (i, file) in files.iter().enumerate() {
            text.extend_from_slice(if i == 0 { b"\n" } else { b",\n" });
            serde_json::to_writer(&mut text, file).expect("strings and numbers are JSON");
        }
        text.extend_from_slice(b"\n]\n}\n");
        text
    }

    /// The bytes of `SHA256SUMS.txt`: the listed files and the manifest itself, of which these are the bytes.
    pub(super) fn sums(&self, manifest: &[u8]) -> Vec<u8> {
        let mut text = String::new();
        for file in &self.files {
            let _ = writeln!(text, "{}  {}", file.sha256, file.path);
        }
        let _ = writeln!(text, "{}  {MANIFEST}", hex(&Sum::of(manifest).sha256));
        text.into_bytes()
    }
}

/// SHA-256 over paths, contents and drafts.
fn id(drafts: bool, files: &[Listed]) -> String {
    let mut hash = Sha256::new();
    hash.update(if drafts { "drafts\n" } else { "public\n" });
    for Listed { path, sha256, .. } in files {
        [sha256, "  ", path, "\n"].iter().for_each(|part| hash.update(part));
    }
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|four| DIGITS[four as usize] as char).collect()
}
