//! The little that the two databases do not have in common, each in one file.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use crate::{OpenOptions, StoreError};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, TransactionOptions};
use std::time::Duration;

/// Where a database is, for people, and how it is opened.
pub(crate) fn connect_options(url: &str, options: &OpenOptions) -> Result<(String, ConnectOptions), StoreError> {
    if let Some(rest) = url.strip_prefix("sqlite:") {
        let place = rest.strip_prefix("//").unwrap_or(rest);
        return Ok((place.to_owned(), sqlite::connect_options(place, options)?));
    }
    let place = postgres::place(url);
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok((place, postgres::connect_options(url, options)?));
    }
    let reason = "expected sqlite:PATH or postgres://USER@HOST/DATABASE".to_owned();
    Err(StoreError::CannotOpen { place, reason })
}

/// Says early why a server does not answer. A file has none.
pub(crate) async fn probe(connect: &ConnectOptions) -> Result<(), DbErr> {
    if is_file(connect) { Ok(()) } else { postgres::probe(connect.get_url()).await }
}

/// Whether opening may succeed a moment later: two programs that open a new SQLite file at once can get into each
/// other's way.
pub(crate) fn may_try_again(connect: &ConnectOptions, error: &DbErr) -> bool {
    is_file(connect) && matches!(StoreError::from(error.clone()), StoreError::Unavailable(_))
}

fn is_file(connect: &ConnectOptions) -> bool {
    connect.get_url().starts_with("sqlite:")
}

/// How the only kind of transaction that may write begins.
pub(crate) fn write_transaction(backend: DbBackend) -> TransactionOptions {
    if backend == DbBackend::Postgres { postgres::write_transaction() } else { sqlite::write_transaction() }
}

/// How a transaction begins that reads everything as of one moment.
pub(crate) fn read_transaction(backend: DbBackend) -> TransactionOptions {
    if backend == DbBackend::Postgres { postgres::read_transaction() } else { sqlite::read_transaction() }
}

/// Waits until no other writer is at work. On SQLite the transaction could not have begun otherwise.
pub(crate) async fn wait_for_turn(tx: &impl ConnectionTrait, patience: Duration) -> Result<(), DbErr> {
    match tx.get_database_backend() {
        DbBackend::Postgres => postgres::wait_for_turn(tx, patience).await,
        _ => Ok(()),
    }
}

/// Whether the text of a column holds these words, each character standing for itself. Both sides are folded already.
pub(crate) fn contains(backend: DbBackend, column: impl ColumnTrait, words: &str) -> Expr {
    contains_text(backend, Expr::col(column.as_column_ref()), words)
}

/// The same of any expression.
pub(crate) fn contains_text(backend: DbBackend, text: Expr, words: &str) -> Expr {
    let function = if backend == DbBackend::Postgres { postgres::POSITION } else { sqlite::POSITION };
    Expr::expr(Func::cust(function).arg(text).arg(words.to_owned())).gt(0)
}

/// Leaves nothing of what was taken away in the files of the database, where that is not so by itself.
pub(crate) async fn scrub(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Sqlite { sqlite::scrub(db).await } else { Ok(()) }
}

/// Brings what is in the log of the database into its file, where there is one.
pub(crate) async fn fold(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Sqlite { sqlite::fold(db).await } else { Ok(()) }
}

/// What makes a text column sort by code points.
pub(crate) fn code_point_order(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Postgres { postgres::CODE_POINT_ORDER } else { sqlite::CODE_POINT_ORDER }
}

/// An expression for 64 random hexadecimal digits or more.
pub(crate) fn random_hexadecimal(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Postgres { postgres::RANDOM } else { sqlite::RANDOM }
}

/// The instant on the database's clock, in microseconds since 1970.
pub(crate) fn now(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Postgres { postgres::NOW } else { sqlite::NOW }
}

/// How many connections a pool holds, and how many of them do nothing.
pub(crate) fn connections(pool: &DatabaseConnection) -> (u32, usize) {
    if pool.get_database_backend() == DbBackend::Postgres {
        let pool = pool.get_postgres_connection_pool();
        (pool.size(), pool.num_idle())
    } else {
        let pool = pool.get_sqlite_connection_pool();
        (pool.size(), pool.num_idle())
    }
}
