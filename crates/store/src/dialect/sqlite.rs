//! What only SQLite says so.

use crate::error_codes::Meaning;
use crate::{OpenOptions, StoreError};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, DbErr, SqliteTransactionMode, TransactionOptions};
use std::path::Path;

/// The function that tells where a text stands in another, from 1; 0 where it does not.
pub(crate) const POSITION: &str = "instr";

/// SQLite compares bytes unless told otherwise.
pub(crate) const CODE_POINT_ORDER: &str = "";

/// 256 random bits.
pub(crate) const RANDOM: &str = "lower(hex(randomblob(32)))";
/// The instant; 2440587.5 is the Julian day of the beginning of 1970.
pub(crate) const NOW: &str = "CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER)";

/// A transaction that takes the write lock at once. One that reads first and then writes cannot wait for the lock.
pub(crate) fn write_transaction() -> TransactionOptions {
    TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() }
}

/// A transaction that only reads: it sees the database as it was at its first read.
pub(crate) fn read_transaction() -> TransactionOptions {
    TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred), ..Default::default() }
}

/// Lets the file grow no further on this connection (SQLite sets the limit to the size it has, when that is above 1).
pub(crate) async fn stop_growing(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    tx.execute_unprepared("PRAGMA max_page_count = 1").await.map(|_| ())
}

/// Writes the file anew, without the remains of old rows in its pages, and cuts the log to nothing.
pub(crate) async fn scrub(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_unprepared("VACUUM").await?;
    fold(db).await
}

/// Brings what is in the log into the file, and cuts the log to nothing (<https://www.sqlite.org/pragma.html#pragma_wal_checkpoint>).
pub(crate) async fn fold(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.map(|_| ())
}

/// What an error code means: the primary code is its lowest byte (<https://www.sqlite.org/rescode.html>).
pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code.parse::<u32>().ok()? & 0xff {
        5 | 6 | 10 => Some(Meaning::Unavailable),
        8 => Some(Meaning::ReadOnly),
        11 => Some(Meaning::Corrupt),
        13 => Some(Meaning::DiskFull),
        14 | 26 => Some(Meaning::CannotOpen),
        _ => None,
    }
}

/// How the file (or the memory) named by `place` is opened.
pub(crate) fn connect_options(place: &str, options: &OpenOptions) -> Result<ConnectOptions, StoreError> {
    let memory = place == ":memory:";
    let mut connect = ConnectOptions::new("sqlite::memory:");
    if memory {
        connect.max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None);
    } else {
        make_ready(Path::new(place), options)?;
        connect.max_connections(options.connections.max(2));
    }
    let (place, read_only, busy) = (place.to_owned(), options.read_only, options.busy_timeout);
    let create = options.create && !read_only;
    connect.map_sqlx_sqlite_opts(move |given| {
        let base = if memory { given } else { SqliteConnectOptions::new().filename(&place) };
        base.create_if_missing(create || memory)
            .read_only(read_only)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(busy)
    });
    Ok(connect)
}

fn make_ready(path: &Path, options: &OpenOptions) -> Result<(), StoreError> {
    let cannot = |reason: String| StoreError::CannotOpen { place: path.display().to_string(), reason };
    if path.as_os_str().is_empty() {
        return Err(cannot("no file is named".to_owned()));
    }
    if path.is_dir() {
        return Err(cannot("this is a folder".to_owned()));
    }
    if !path.exists() && !options.create {
        return Err(cannot("there is no such file".to_owned()));
    }
    match path.parent() {
        Some(folder) if options.create && !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| cannot(format!("cannot make the folder {}: {error}", folder.display()))),
        _ => Ok(()),
    }
}
