//! Organisations: `compare` says what two are to one another, without a database; lists are imported, exported, taken back.

mod line;
mod list;
mod stream;

pub(crate) use list::{export, import, undo};

use crate::args::CompareOrganisations;
use crate::failure::Failure;
use samesky_registry::{Answer, Comparer, EntryError, Known, Party};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn compare(options: &CompareOrganisations) -> Result<ExitCode, Failure> {
    let comparer = Comparer::new(known(options)?);
    if options.jsonl {
        return stream::run(options.threads, &comparer);
    }
    let party = |name: &String| Party { names: vec![name.clone()], ..Party::default() };
    if let [one, other] = options.names.as_slice() {
        say(&comparer.compare(&party(one), &party(other)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn say(answer: &Answer) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} {}", answer.verdict, line::decimal(answer.score))?;
    for evidence in &answer.evidence {
        writeln!(out, "  {evidence}")?;
    }
    Ok(())
}

/// What comes with Samesky and what the files add. A line that is no entry is an error: it would be missed in silence.
fn known(options: &CompareOrganisations) -> Result<Known, Failure> {
    let (mut entries, mut groups) = (Vec::new(), Vec::new());
    for path in &options.name_files {
        entries.extend(whole(path, Known::read(&text(path)?))?);
    }
    for path in &options.group_files {
        groups.extend(whole(path, Known::read_groups(&text(path)?))?);
    }
    Ok(Known::with(entries, groups))
}

fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| unusable(path.to_path_buf(), error))
}

fn whole<T>(path: &Path, (read, errors): (Vec<T>, Vec<EntryError>)) -> Result<Vec<T>, Failure> {
    match errors.into_iter().next() {
        Some(error) => Err(unusable(path.to_path_buf(), std::io::Error::other(error))),
        None => Ok(read),
    }
}

fn unusable(path: PathBuf, error: std::io::Error) -> Failure {
    Failure::File { path, error }
}
