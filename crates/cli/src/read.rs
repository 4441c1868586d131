//! `samesky read`: what announcements state, without keeping anything.

pub(crate) mod files;
mod incoming;
mod lines;
mod stream;
mod table;

use crate::args::Read;
use crate::failure::Failure;
use crate::speech::Speech;
use crate::{start, terminal};
use samesky_app::read::{Gazetteer, How, Known, read_bytes};
use samesky_app::{AppError, Extractor, Hint};
use samesky_model::reading::Reading;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn run(options: &Read, speech: &Speech) -> Result<ExitCode, Failure> {
    match read(options, speech) {
        Err(Failure::File { path, error }) if is_gone(&path, &error) => Ok(ExitCode::SUCCESS),
        done => done,
    }
}

fn read(options: &Read, speech: &Speech) -> Result<ExitCode, Failure> {
    let gazetteer = options.gazetteer.as_deref().map(gazetteer).transpose()?;
    let how = How { quantities: options.quantities, explain: options.explain, gazetteer: gazetteer.as_ref() };
    if options.jsonl {
        return stream::run(options, how);
    }
    let extractor = start::extractor();
    let mut code = ExitCode::SUCCESS;
    for path in &options.paths {
        match read_below(&extractor, options, how, path, speech) {
            Ok(true) => {}
            Ok(false) => code = ExitCode::from(2),
            // A path that is not there does not keep the others from being read.
            Err(Failure::File { path, error }) if !is_gone(&path, &error) => {
                code = Failure::File { path, error }.report(speech);
            }
            Err(other) => return Err(other),
        }
    }
    Ok(code)
}

/// The user's own names, with those that every reader knows.
fn gazetteer(path: &Path) -> Result<Gazetteer, Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let text = std::fs::read_to_string(path).map_err(failed)?;
    let builder = Gazetteer::builder().file(&text);
    Ok(builder.map_err(|error| Failure::Gazetteer { path: path.to_owned(), error })?.build())
}

/// Whether everything below the path could be read. A file that cannot is named on standard error.
fn read_below(
    extractor: &Extractor,
    options: &Read,
    how: How<'_>,
    path: &Path,
    speech: &Speech,
) -> Result<bool, Failure> {
    let mut whole = true;
    for path in files::at(path)? {
        match read_one(extractor, options, how, &path) {
            Ok(reading) => print(&reading, options.json, speech)?,
            Err(Failure::App(AppError::Extract(error))) => {
                whole = false;
                terminal::complain(&format!("{}: {}", path.display(), speech.remark(&error.remark())));
            }
            Err(failure @ Failure::File { .. }) => {
                whole = false;
                failure.report(speech);
            }
            Err(other) => return Err(other),
        }
    }
    Ok(whole)
}

fn read_one(extractor: &Extractor, options: &Read, how: How<'_>, path: &Path) -> Result<Reading, Failure> {
    let name = path.display().to_string();
    let bytes = load(path, extractor.limits().input_bytes)?;
    let language = options.lang.as_deref();
    let known = Known { id: Some(&name), language, reference_date: options.reference_date, url: None };
    let hint = Hint { file_name: Some(&name), content_type: None };
    Ok(read_bytes(extractor, &bytes, &hint, &known, how)?.1)
}

/// Whether nobody listens to standard output any more.
fn is_gone(path: &Path, error: &std::io::Error) -> bool {
    path == Path::new("-") && error.kind() == std::io::ErrorKind::BrokenPipe
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
    let mut table = Vec::new();
    table::write(&mut table, reading, speech)?;
    out.write_all(terminal::safe(&String::from_utf8_lossy(&table)).as_bytes())
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::File { path: PathBuf::from("-"), error }
    }
}
