//! Instances and plans in and out of files.

use crate::failure::Failure;
use samesky_timetable::check::{Report, check};
use samesky_timetable::{Instance, Plan, Refusals, read_instance, read_plan, read_proof};
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Reads what a file, or standard input for `-`, holds.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(path).map(|found| bytes = found)
    };
    read.map(|()| bytes).map_err(|error| Failure::File { path: path.to_owned(), error })
}

pub(super) fn instance(path: &Path) -> Result<Instance, Failure> {
    read_instance(&bytes(path)?).map_err(refused(path))
}

pub(super) fn plan(path: &Path, instance: &Instance) -> Result<Plan, Failure> {
    read_plan(&bytes(path)?, instance).map_err(refused(path))
}

/// What the prices of a file prove: no plan weighs more.
pub(super) fn proof(path: &Path, instance: &Instance) -> Result<u64, Failure> {
    read_proof(&bytes(path)?, instance).map_err(refused(path))
}

/// Reads a plan that has to hold to the rules.
pub(super) fn valid_plan(path: &Path, instance: &Instance) -> Result<Result<Plan, Report>, Failure> {
    let plan = plan(path, instance)?;
    let report = check(instance, &plan);
    Ok(if report.is_valid() { Ok(plan) } else { Err(report) })
}

/// The refusals of a file.
pub(super) fn refused(path: &Path) -> impl FnOnce(Refusals) -> Failure {
    let path = path.to_owned();
    move |refusals| Failure::Refused { path, refusals }
}

/// Writes text to a file, or to standard output.
pub(super) fn write(path: Option<&PathBuf>, text: &str) -> Result<(), Failure> {
    let Some(path) = path else { return print(text) };
    whole(path, text).map_err(|error| Failure::File { path: path.clone(), error })
}

/// A file is there whole or as it was: it is written beside and then put in its place. What is no plain file, such as a
/// pipe, is written to as it is.
fn whole(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return std::fs::write(path, text);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new().prefix(".samesky").tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    readable(beside.as_file(), path)?;
    beside.persist(path).map(drop).map_err(|error| error.error)
}

/// A new file can be read by whoever may read the files of this user; one that was there keeps its permissions.
#[cfg(unix)]
fn readable(file: &std::fs::File, path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = std::fs::metadata(path).map_or(PermissionsExt::from_mode(0o644), |found| found.permissions());
    file.set_permissions(permissions)
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Prints to standard output. That nobody reads on is no failure.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::File { path: "-".into(), error }),
        _ => Ok(()),
    }
}

/// JSON with a line for every assignment, short fields first: small enough to read, and to compare.
pub(super) fn json(value: &impl Serialize) -> Result<String, Failure> {
    let failed = |error: serde_json::Error| Failure::File { path: "-".into(), error: error.into() };
    let value = serde_json::to_value(value).map_err(failed)?;
    let Value::Object(fields) = value else { return Ok(format!("{value}\n")) };
    let (long, short): (Vec<_>, Vec<_>) = fields.iter().partition(|(_, field)| is_long(field));
    let lines = short.into_iter().chain(long).map(|(name, field)| format!(" {}: {}", json!(name), lined(field)));
    Ok(format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n")))
}

/// Whether it is a list of objects.
fn is_long(field: &Value) -> bool {
    field.as_array().is_some_and(|list| list.iter().any(Value::is_object))
}

fn lined(field: &Value) -> String {
    match field.as_array().filter(|_| is_long(field)) {
        Some(list) => {
            let rows: Vec<String> = list.iter().map(|row| format!("  {row}")).collect();
            format!("[\n{}\n ]", rows.join(",\n"))
        }
        None => field.to_string(),
    }
}
