//! What can go wrong, named so that people can be told what to do.

use sea_orm::DbErr;
use thiserror::Error;

/// Why the store could not do what it was asked for.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A newer Samesky wrote this database; this one would damage it.
    #[error("the database was written by a newer version (it holds “{found}”; this version knows up to “{known}”)")]
    NewerDatabase {
        /// The last change of the database that is not known here.
        found: String,
        /// The last change known here.
        known: String,
    },
    /// The database cannot be written to.
    #[error("the database is read-only")]
    ReadOnly,
    /// No space is left where the database lives.
    #[error("the disk of the database is full; nothing of this change was kept")]
    DiskFull,
    /// The database cannot be opened at all.
    #[error("cannot open the database {place}: {reason}")]
    CannotOpen {
        /// The path or the address, without a password.
        place: String,
        /// Why.
        reason: String,
    },
    /// There is no such record of this team.
    #[error("there is no {kind} {id}")]
    NotFound {
        /// What was looked for.
        kind: &'static str,
        /// By what.
        id: String,
    },
    /// Somebody else changed the record since it was read.
    #[error("{kind} {id} was changed meanwhile: version {expected} was expected, {found} is there")]
    Conflict {
        /// What was to be changed.
        kind: &'static str,
        /// Which one.
        id: String,
        /// The version that the change was made on.
        expected: i64,
        /// The version that is there.
        found: i64,
    },
    /// The database does not answer, or is too busy. Trying again may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// What is kept cannot be understood.
    #[error("the database holds something that cannot be right: {what}")]
    Corrupt {
        /// What and where.
        what: String,
    },
    /// A number with more than 18 significant digits cannot be kept exactly.
    #[error("{what} has too many digits to be kept exactly")]
    TooManyDigits {
        /// The number.
        what: String,
    },
    /// The cursor was not made by this list.
    #[error("“{0}” is no cursor of this list")]
    BadCursor(String),
    /// A restore needs a database without records.
    #[error("the database is not empty: {table} has {rows} rows; restore into a new one")]
    NotEmpty {
        /// A table with rows.
        table: String,
        /// How many.
        rows: i64,
    },
    /// A backup that is not whole or was changed; nothing was restored.
    #[error("the backup cannot be used: {what}")]
    DamagedBackup {
        /// What is wrong, and where.
        what: String,
    },
    /// A backup made by a newer version; nothing was restored.
    #[error("the backup was written by a newer version (it says “{found}”; this version knows up to “{known}”)")]
    NewerBackup {
        /// What the backup says.
        found: String,
        /// What is known here.
        known: String,
    },
    /// A backup could not be read or written.
    #[error("the backup file cannot be read or written: {0}")]
    BackupFile(String),
    /// Anything else.
    #[error("the database refused: {0}")]
    Database(DbErr),
}
