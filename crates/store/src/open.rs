//! Where the database is and how it is opened.

use crate::error_codes::message;
use crate::{Store, StoreError, dialect, migration};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};
use std::time::{Duration, Instant};

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Make the SQLite file and the folders above it where they are missing.
    pub create: bool,
    /// Open a SQLite file for reading only. Other programs may go on writing.
    pub read_only: bool,
    /// Connections to the database at once, at least 2.
    pub connections: u32,
    /// How long a write waits for its turn before it gives up.
    pub busy_timeout: Duration,
}

impl Default for OpenOptions {
    /// Create what is missing, 8 connections, 30 seconds.
    fn default() -> Self {
        Self { create: true, read_only: false, connections: 8, busy_timeout: Duration::from_secs(30) }
    }
}

impl Store {
    /// Opens a database and brings it forward to this version: `sqlite:PATH`, `sqlite::memory:` or `postgres://…`.
    ///
    /// A database in memory has a single connection: a transaction must end before the next read or write begins.
    ///
    /// # Errors
    /// [`StoreError::CannotOpen`], [`StoreError::NewerDatabase`], [`StoreError::ReadOnly`], [`StoreError::DiskFull`].
    pub async fn open(url: &str, options: &OpenOptions) -> Result<Self, StoreError> {
        let (store, place) = Self::connect(url, options).await?;
        migration::forward(&store).await.map_err(|error| at(&place, error))?;
        Ok(store)
    }

    /// Opens a database as it is, and says where it is.
    pub(crate) async fn connect(url: &str, options: &OpenOptions) -> Result<(Self, String), StoreError> {
        let (place, mut connect) = dialect::connect_options(url, options)?;
        connect.acquire_timeout(options.busy_timeout).sqlx_logging(false).record_stmt_in_spans(false);
        let pool = connected(connect, &place, options.busy_timeout).await?;
        Ok((Self::new(pool, options.busy_timeout), place))
    }
}

async fn connected(connect: ConnectOptions, place: &str, patience: Duration) -> Result<DatabaseConnection, StoreError> {
    let begun = Instant::now();
    dialect::probe(&connect).await.map_err(|error| cannot_open(place, &error))?;
    loop {
        match Database::connect(connect.clone()).await {
            Ok(pool) => return Ok(pool),
            Err(error) if dialect::may_try_again(&connect, &error) && begun.elapsed() < patience => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Err(error) => return Err(cannot_open(place, &error)),
        }
    }
}

fn cannot_open(place: &str, error: &DbErr) -> StoreError {
    match StoreError::from(error.clone()) {
        said @ (StoreError::ReadOnly | StoreError::DiskFull) => said,
        _ => StoreError::CannotOpen { place: place.to_owned(), reason: message(error) },
    }
}

/// Only opening knows the place; the errors of the driver do not.
fn at(place: &str, error: StoreError) -> StoreError {
    match error {
        StoreError::CannotOpen { reason, .. } => StoreError::CannotOpen { place: place.to_owned(), reason },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Db, OpenOptions, Store};
    use sea_orm::{ConnectionTrait, DbBackend, Statement};

    async fn pragma(store: &Store, name: &str) -> String {
        let asked = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {name}"));
        let row = store.connection().query_one_raw(asked).await.expect("asked").expect("an answer");
        row.try_get_by_index::<String>(0)
            .or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string()))
            .expect("text")
    }

    #[tokio::test]
    async fn sqlite_keeps_what_is_committed_through_a_power_cut() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let url = format!("sqlite:{}/samesky.db", folder.path().display());
        let store = Store::open(&url, &OpenOptions::default()).await.expect("opens");
        let mut found = Vec::new();
        for name in ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"] {
            found.push(pragma(&store, name).await);
        }
        assert_eq!(found, ["wal", "2", "1", "30000"]);
    }
}
