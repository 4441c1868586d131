//! A document as JSON: to standard output, or into a new file that is whole or not there.

use crate::failure::Failure;
use serde::Serialize;
use std::io::Write;
use std::path::Path;

pub(super) fn write(document: &impl Serialize, file: Option<&Path>) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(document).map_err(std::io::Error::other)?;
    text.push('\n');
    let Some(path) = file else {
        return Ok(std::io::stdout().lock().write_all(text.as_bytes())?);
    };
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    beside.write_all(text.as_bytes()).map_err(failed)?;
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist_noclobber(path).map(|_| ()).map_err(|error| match error.error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::FileExists(path.to_owned()),
        _ => failed(error.error),
    })
}
