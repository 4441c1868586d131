//! One portable backup for both databases.

use crate::{Store, StoreError};
use jiff::Timestamp;
use std::io::{Read, Seek, Write};

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupSummary {
    /// The instant of the backup.
    pub at: Timestamp,
    /// Rows by table, in the order of the backup.
    pub tables: Vec<(String, u64)>,
}

/// Writes everything, as of one moment, while others go on working.
///
/// # Errors
/// When the database or the file fails.
pub async fn write(store: &Store, out: impl Write + Send, at: Timestamp) -> Result<BackupSummary, StoreError> {
    todo!()
}

/// Fills an empty database from a backup: all of it or nothing.
///
/// # Errors
/// [`StoreError::NotEmpty`], [`StoreError::DamagedBackup`], [`StoreError::NewerBackup`], or when the database fails.
pub async fn restore(store: &Store, input: impl Read + Seek + Send) -> Result<BackupSummary, StoreError> {
    todo!()
}
