//! `samesky read`: what announcements state, without keeping anything.

pub(crate) mod files;
mod lines;
mod stream;
mod table;

use crate::args::Read;
use crate::failure::Failure;
use crate::speech::Speech;
use crate::start;
use samesky_app::read::{Depth, Known, read_bytes};
use samesky_app::{AppError, Extractor, Hint};
use samesky_model::reading::Reading;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn run(options: &Read, speech: &Speech) -> Result<ExitCode, Failure> {
    let depth = Depth { quantities: options.quantities };
    if options.jsonl {
        return stream::run(options, depth);
    }
    let extractor = start::extractor();
    let mut code = ExitCode::SUCCESS;
    for path in files::below(&options.paths)? {
        let Some(reading) = read_one(&extractor, options, depth, &path, speech)? else {
            code = ExitCode::from(2);
            continue;
        };
        print(&reading, options.json, speech).map_err(|error| Failure::File { path: "-".into(), error })?;
    }
    Ok(code)
}

/// A file that cannot be read is named on standard error; the others are still read.
fn read_one(
    extractor: &Extractor,
    options: &Read,
    depth: Depth,
    path: &Path,
    speech: &Speech,
) -> Result<Option<Reading>, Failure> {
    let name = path.display().to_string();
    let bytes = load(path, extractor.limits().input_bytes)?;
    let known =
        Known { id: Some(&name), language: options.lang.as_deref(), reference_date: options.reference_date, url: None };
    let hint = Hint { file_name: Some(&name), content_type: None };
    match read_bytes(extractor, &bytes, &hint, &known, depth) {
        Ok((_, reading)) => Ok(Some(reading)),
        Err(AppError::Extract(error)) => {
            let _ = writeln!(std::io::stderr().lock(), "{name}: {}", speech.remark(&error.remark()));
            Ok(None)
        }
        Err(other) => Err(other.into()),
    }
}

/// One byte more than the limit is enough for the extractor to say that the input is too large.
fn load(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let file = std::fs::File::open(path).map_err(failed)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    Ok(bytes)
}

fn print(reading: &Reading, json: bool, speech: &Speech) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut out, reading)?;
        return writeln!(out);
    }
    table::write(&mut out, reading, speech)
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::File { path: PathBuf::from("-"), error }
    }
}
