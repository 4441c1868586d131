//! Imports and their files.

use crate::{Db, Page, PageOf, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::{
    id::{ImportId, TeamId},
    record::{Import, ImportFile},
};

/// Adds an import with its files.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, import: &Import, files: &[ImportFile]) -> Result<(), StoreError> {
    todo!()
}

/// Writes the state of an import.
///
/// # Errors
/// When the database fails.
pub async fn update(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    todo!()
}

/// Writes what came of one file.
///
/// # Errors
/// When the database fails.
pub async fn update_file(tx: &Tx, import: ImportId, file: &ImportFile) -> Result<(), StoreError> {
    todo!()
}

/// One import.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: ImportId) -> Result<Import, StoreError> {
    todo!()
}

/// Imports, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db, team: TeamId, page: &Page) -> Result<PageOf<Import>, StoreError> {
    todo!()
}

/// The files of an import in their order.
///
/// # Errors
/// When the database fails.
pub async fn files(db: &dyn Db, team: TeamId, id: ImportId) -> Result<Vec<ImportFile>, StoreError> {
    todo!()
}

/// Asks a running import to stop.
///
/// # Errors
/// When the database fails.
pub async fn request_cancel(tx: &Tx, team: TeamId, id: ImportId) -> Result<(), StoreError> {
    todo!()
}

/// Whether somebody asked the import to stop.
///
/// # Errors
/// When the database fails.
pub async fn cancel_requested(db: &dyn Db, id: ImportId) -> Result<bool, StoreError> {
    todo!()
}

/// Marks imports that were running as interrupted and says how many; for the start of a server.
///
/// # Errors
/// When the database fails.
pub async fn interrupt_running(tx: &Tx, at: Timestamp) -> Result<u64, StoreError> {
    todo!()
}
