//! Empty databases that are gone when a test is over.

use crate::cluster;
use sea_orm::{ConnectionTrait, Database};
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// An empty database of a test. It is removed when this is dropped.
#[derive(Debug)]
pub struct TestDatabase {
    /// `sqlite` or `postgres`.
    pub name: &'static str,
    /// Where it is, as a store opens it.
    pub url: String,
    folder: Option<TempDir>,
    dropped: Option<Dropped>,
}

#[derive(Debug)]
struct Dropped {
    cluster: String,
    database: String,
}

/// A new database of each kind: SQLite always, PostgreSQL where it is installed or named by `SAMESKY_TEST_POSTGRES` (the
/// URL of a cluster in which databases may be made). Without it a line on standard error says so, or the test fails where
/// `SAMESKY_TEST_REQUIRE` is set.
///
/// # Panics
/// When a database cannot be made.
pub async fn databases() -> Vec<TestDatabase> {
    let mut found = vec![TestDatabase::sqlite()];
    match cluster::url().await {
        Ok(cluster) => found.push(TestDatabase::postgres(cluster).await),
        Err(reason) if std::env::var_os("SAMESKY_TEST_REQUIRE").is_some() => {
            panic!("no PostgreSQL to test on: {reason}")
        }
        Err(reason) => cluster::say(&format!("skipped on PostgreSQL: {reason}")),
    }
    found
}

impl TestDatabase {
    /// A new SQLite database in a folder of its own.
    ///
    /// # Panics
    /// When no folder can be made.
    #[must_use]
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a folder for a test");
        let url = format!("sqlite:{}", folder.path().join("samesky.db").display());
        Self { name: "sqlite", url, folder: Some(folder), dropped: None }
    }

    /// The folder of a SQLite database.
    #[must_use]
    pub fn folder(&self) -> Option<&std::path::Path> {
        self.folder.as_ref().map(TempDir::path)
    }

    async fn postgres(cluster: String) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let database = format!("samesky_test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        execute(&cluster, &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"))
            .await
            .expect("an old test database");
        execute(&cluster, &format!("CREATE DATABASE {database} TEMPLATE template0"))
            .await
            .expect("a new test database");
        let url = with_database(&cluster, &database);
        Self { name: "postgres", url, folder: None, dropped: Some(Dropped { cluster, database }) }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some(Dropped { cluster, database }) = self.dropped.take() else { return };
        let work = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
            let statement = format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)");
            runtime.block_on(execute(&cluster, &statement)).ok()
        });
        let _ = work.join();
    }
}

pub(crate) async fn execute(url: &str, statement: &str) -> Result<(), sea_orm::DbErr> {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false).acquire_timeout(std::time::Duration::from_secs(20));
    let connection = Database::connect(options).await?;
    let done = connection.execute_unprepared(statement).await;
    connection.close().await?;
    done.map(|_| ())
}

fn with_database(cluster: &str, database: &str) -> String {
    let (address, options) = cluster.split_once('?').map_or((cluster, None), |(a, o)| (a, Some(o)));
    let (host, rest) = address.split_once("://").unwrap_or(("postgres", address));
    let authority = rest.split('/').next().unwrap_or(rest);
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    format!("{host}://{authority}/{database}{options}")
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn with_database_replaces_the_name_only() {
        assert_eq!(with_database("postgres://a:b@h:5/x?sslmode=disable", "t"), "postgres://a:b@h:5/t?sslmode=disable");
        assert_eq!(with_database("postgres://h", "t"), "postgres://h/t");
    }
}
