//! The built-in theme and the example site are part of the binary: when a file of them changes, the
//! crate is built again. A checksum of the sources tells this program from every other: what is kept
//! between two builds may hang on any line of them.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let mut hasher = DefaultHasher::new();
    for file in sources(Path::new("src")).iter().map(PathBuf::as_path).chain([Path::new("Cargo.lock")]) {
        // Without the lock file (as a dependency of another crate) the rest has to do.
        let text = fs::read(file).unwrap_or_default();
        hasher.write(file.to_string_lossy().replace('\\', "/").as_bytes());
        hasher.write_usize(text.len());
        hasher.write(&text);
    }
    println!("cargo::rustc-env=TONGBAO_SOURCES={:016x}", hasher.finish());
}

/// All files of a folder, sorted.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}
