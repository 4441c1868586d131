//! What only PostgreSQL says so.

use crate::error_codes::Meaning;
use crate::{OpenOptions, StoreError};
use sea_orm::sqlx::ConnectOptions as _;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, DbBackend, DbErr, IsolationLevel, RuntimeErr, Statement,
    TransactionOptions,
};
use std::time::Duration;

/// The function that tells where a text stands in another, from 1; 0 where it does not.
pub(crate) const POSITION: &str = "strpos";

/// The collation that compares bytes, which for UTF-8 is the order of code points.
pub(crate) const CODE_POINT_ORDER: &str = "COLLATE \"C\"";

/// 366 random bits: identifiers of version 4 have 122 each.
pub(crate) const RANDOM: &str = "gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text";
/// The instant, not that of the transaction's beginning.
pub(crate) const NOW: &str = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";

/// The lock that writers of one database wait for; any number would do, as long as it stays the same.
const WRITERS: i64 = 0x0073_616d_6573_6b79;

/// A transaction that may write. Writers wait for one another ([`wait_for_turn`]), so each sees all that was committed.
pub(crate) fn write_transaction() -> TransactionOptions {
    TransactionOptions { isolation_level: Some(IsolationLevel::ReadCommitted), ..Default::default() }
}

/// A transaction that only reads, everything as it was at its first read.
pub(crate) fn read_transaction() -> TransactionOptions {
    TransactionOptions {
        isolation_level: Some(IsolationLevel::RepeatableRead),
        access_mode: Some(AccessMode::ReadOnly),
        ..Default::default()
    }
}

/// Waits until no other writer is at work, as SQLite does by itself; the turn ends with the transaction.
pub(crate) async fn wait_for_turn(tx: &impl ConnectionTrait, patience: Duration) -> Result<(), DbErr> {
    let patience = format!("{}ms", patience.as_millis().max(1));
    let timeout = "SELECT set_config('lock_timeout', $1, true)";
    tx.query_one_raw(Statement::from_sql_and_values(DbBackend::Postgres, timeout, [patience.into()])).await?;
    let lock = "SELECT pg_advisory_xact_lock($1)";
    tx.query_one_raw(Statement::from_sql_and_values(DbBackend::Postgres, lock, [WRITERS.into()])).await?;
    Ok(())
}

/// What an SQLSTATE means (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    match code {
        "53100" => Some(Meaning::DiskFull),
        "25006" => Some(Meaning::ReadOnly),
        "55P03" => Some(Meaning::Unavailable),
        "3D000" => Some(Meaning::CannotOpen),
        _ => match code.get(..2)? {
            "08" | "40" | "53" | "57" | "58" => Some(Meaning::Unavailable),
            "28" => Some(Meaning::CannotOpen),
            "XX" => Some(Meaning::Corrupt),
            _ => None,
        },
    }
}

/// How the database at an address is opened.
pub(crate) fn connect_options(url: &str, options: &OpenOptions) -> Result<ConnectOptions, StoreError> {
    if let Err(error) = url.parse::<PgConnectOptions>() {
        return Err(StoreError::CannotOpen { place: place(url), reason: error.to_string() });
    }
    let mut connect = ConnectOptions::new(url);
    connect.max_connections(options.connections.max(2));
    Ok(connect)
}

/// Connects once without a pool, which would only say that it waited in vain.
pub(crate) async fn probe(url: &str) -> Result<(), DbErr> {
    let said = |error: sea_orm::SqlxError| DbErr::Conn(RuntimeErr::SqlxError(error.into()));
    let options = url.parse::<PgConnectOptions>().map_err(said)?;
    sea_orm::sqlx::Connection::close(options.connect().await.map_err(said)?).await.map_err(said)
}

/// The address without a password.
pub(crate) fn place(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let authority = match authority.rsplit_once('@') {
        Some((account, host)) => format!("{}@{host}", account.split(':').next().unwrap_or_default()),
        None => authority.to_owned(),
    };
    format!("{scheme}://{authority}/{}", path.split('?').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn place_password_is_left_out() {
        let places = ["postgres://a:s@cret@db:5432/samesky?password=x", "postgres://db/samesky", "postgres://db"];
        assert_eq!(
            places.map(place),
            ["postgres://a@db:5432/samesky", "postgres://db/samesky", "postgres://db/"].map(str::to_owned)
        );
    }
}
