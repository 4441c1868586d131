//! Files named on the command line; folders stand for the files below them.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files, those of a folder in the order of their names; hidden ones are left out. `-` is handed through.
pub(crate) fn below(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            found.push(path.clone());
            continue;
        }
        let inside = WalkDir::new(path).sort_by_file_name().into_iter();
        for entry in inside.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
            let entry = entry.map_err(|error| Failure::File { path: path.clone(), error: error.into() })?;
            if entry.file_type().is_file() || (entry.depth() == 0 && !entry.file_type().is_dir()) {
                found.push(entry.into_path());
            }
        }
    }
    Ok(found)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}
