//! What every command that keeps records starts with.

use crate::args::Place;
use crate::failure::Failure;
use crate::speech::Speech;
use samesky_app::{App, Extractor, OpenOptions, Session, Sources, Store};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// Runs a command on all processors.
pub(crate) fn block_on(command: impl Future<Output = Result<ExitCode, Failure>>) -> Result<ExitCode, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::File { path: PathBuf::from("tokio"), error })?
        .block_on(command)
}

/// Opens the database, creating it where it is a file that is not there yet, and says so: a mistyped path is noticed.
pub(crate) async fn app(place: &Place, speech: &Speech) -> Result<App, Failure> {
    if place.database.starts_with("sqlite:")
        && let Ok(app) = existing(place).await
    {
        return Ok(app);
    }
    let app = made(place).await?;
    if place.database.starts_with("sqlite:") {
        let said = speech.say("cli-new-database", &[("place", place.database.as_str().into())]);
        let _ = writeln!(std::io::stderr().lock(), "{said}");
    }
    Ok(app)
}

/// Opens the database, creating it where it is a file that is not there yet.
pub(crate) async fn made(place: &Place) -> Result<App, Failure> {
    open(place, OpenOptions { create: true, ..OpenOptions::default() }).await
}

/// Opens a database that must be there: a mistyped path must not look like an empty database.
pub(crate) async fn existing(place: &Place) -> Result<App, Failure> {
    open(place, OpenOptions { create: false, ..OpenOptions::default() }).await
}

async fn open(place: &Place, options: OpenOptions) -> Result<App, Failure> {
    let store = Store::open(&place.database, &options).await?;
    Ok(App::new(store, extractor(), Sources::system()))
}

/// Hands the outcome of a command on, with the database closed behind it: a SQLite database is then one file again. Who
/// still holds a connection is not waited for long.
pub(crate) async fn closed<T>(app: App, outcome: Result<T, Failure>) -> Result<T, Failure> {
    match tokio::time::timeout(PATIENCE, app.close()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the database was not closed"),
        Err(_) => tracing::warn!("the database is still in use; it was not closed"),
    }
    outcome
}

const PATIENCE: Duration = Duration::from_secs(10);

/// The reader of hostile formats: this same program, started again for each document.
pub(crate) fn extractor() -> Extractor {
    // On Linux this address leads to the running program even after an upgrade put another file in its place.
    let running = PathBuf::from("/proc/self/exe");
    let program = if running.exists() { running } else { std::env::current_exe().unwrap_or_else(|_| "samesky".into()) };
    Extractor::new(program, ["extract-worker"])
}

/// Who acts: the name given, else the name of whoever is logged in.
pub(crate) fn account(place: &Place) -> String {
    let logged_in = || ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    place.account.clone().or_else(logged_in).filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "officer".into())
}

/// The session of whoever runs the command.
pub(crate) async fn session(app: &App, place: &Place) -> Result<Session, Failure> {
    Ok(app.local_session(&account(place)).await?)
}
