//! Files named on the command line; folders stand for the files below them.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files that paths stand for, in their order.
pub(crate) fn below(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let found: Result<Vec<_>, _> = paths.iter().map(|path| at(path)).collect();
    Ok(found?.concat())
}

/// The files that one path stands for, those of a folder in the order of their names; hidden ones are left out. `-` is
/// handed through.
pub(crate) fn at(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path == Path::new("-") {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let inside = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in inside.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        let entry = entry.map_err(|error| failed(path, error))?;
        // What was named may be a link or a pipe; below a folder only files count.
        if entry.file_type().is_file() || (entry.depth() == 0 && !entry.path().is_dir()) {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

/// The error of the system, without the path that is named anyway.
fn failed(path: &Path, error: walkdir::Error) -> Failure {
    let path = error.path().unwrap_or(path).to_owned();
    let said = error.to_string();
    let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other(said));
    Failure::File { path, error }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}
