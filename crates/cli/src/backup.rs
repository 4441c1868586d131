//! `samesky backup` and `samesky restore`.

use crate::admin::args::Erasures;
use crate::admin::erasures::journal;
use crate::args::{Backup, Restore};
use crate::failure::Failure;
use crate::speech::Speech;
use crate::start;
use samesky_app::backup::{Backup as FoundBackup, BackupSummary};
use samesky_app::personal::{Forgotten, Journal};
use samesky_app::{App, AppError};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Writes beside the file first and renames at the end, so that the file is whole or not there.
pub(crate) async fn backup(options: Backup, speech: &Speech) -> Result<ExitCode, Failure> {
    if options.file.exists() {
        return Err(Failure::FileExists(options.file));
    }
    let app = start::existing(&options.place).await?;
    let summary = write(&app, &options).await;
    say(speech, "cli-backup-done", &options.file, &start::closed(app, summary).await?);
    Ok(ExitCode::SUCCESS)
}

async fn write(app: &App, options: &Backup) -> Result<BackupSummary, Failure> {
    let session = start::session(app, &options.place).await?;
    let failed = |error| Failure::File { path: options.file.clone(), error };
    let folder = options.file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    let summary = app.backup(&session, beside.as_file_mut()).await?;
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist_noclobber(&options.file).map_err(|error| failed(error.error))?;
    Ok(summary)
}

/// Fills an empty database. What is no backup is refused before there is a database.
pub(crate) async fn restore(options: Restore, speech: &Speech) -> Result<ExitCode, Failure> {
    let failed = |error| Failure::File { path: options.file.clone(), error };
    let input: File = OpenOptions::new().read(true).open(&options.file).map_err(failed)?;
    let found = FoundBackup::open(input).map_err(AppError::from)?;
    let journal = journal(&options.erasures, &options.place);
    let erasures = journal.as_ref().map_or_else(|| Ok(Vec::new()), |journal| listed(journal, &options.erasures))?;
    let app = start::made(&options.place).await?.noting_erasures_in(journal.clone());
    let restored = fill(&app, found, &erasures).await;
    let (summary, forgotten) = start::closed(app, restored).await?;
    say(speech, "cli-restore-done", &options.file, &summary);
    say_forgotten(speech, journal.as_ref(), erasures.len(), forgotten);
    Ok(ExitCode::SUCCESS)
}

/// Whom the list names is forgotten again before anybody sees them.
async fn fill(app: &App, found: FoundBackup<File>, erasures: &[Forgotten]) -> Result<(BackupSummary, usize), Failure> {
    let summary = app.restore(found).await?;
    let forgotten = app.replay_erasures(erasures).await?;
    app.note_erasures().await?;
    Ok((summary, forgotten))
}

/// A list that was named must be there.
fn listed(journal: &Journal, options: &Erasures) -> Result<Vec<Forgotten>, Failure> {
    let failed = |error| Failure::File { path: journal.path().to_owned(), error };
    if options.list.is_some() && !journal.path().exists() {
        return Err(failed(std::io::ErrorKind::NotFound.into()));
    }
    journal.read().map_err(failed)
}

fn say_forgotten(speech: &Speech, journal: Option<&Journal>, listed: usize, forgotten: usize) {
    let there = journal.filter(|journal| journal.path().exists());
    let place = there.map_or_else(String::new, |journal| journal.path().display().to_string());
    let (listed, forgotten) = (listed.to_string(), forgotten.to_string());
    let args = [
        ("place", place.as_str().into()),
        ("listed", listed.as_str().into()),
        ("forgotten", forgotten.as_str().into()),
    ];
    let key = if there.is_some() { "cli-erasures-replayed" } else { "cli-erasures-unknown" };
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say(key, &args));
}

fn say(speech: &Speech, key: &str, file: &Path, summary: &BackupSummary) {
    let rows: u64 = summary.tables.iter().map(|(_, rows)| rows).sum();
    let (file, rows, at) = (file.display().to_string(), rows.to_string(), summary.at.to_string());
    let args = [("file", file.as_str().into()), ("rows", rows.as_str().into()), ("at", at.as_str().into())];
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say(key, &args));
}
