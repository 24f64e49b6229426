//! The only writer of content/: creates files, never overwrites one.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use tongbao::failure::{Action, Failure};

/// Creates a file that must not exist yet, with the folders above it.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| Failure::io(Action::CreateFolder, folder, e))?;
    }
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(content.as_ref()).and_then(|()| file.sync_all())
    };
    write().map_err(|e| Failure::io(Action::Write, path, e))
}
