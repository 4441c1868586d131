//! What a backup says of itself.

use super::{BackupSummary, file};
use crate::{StoreError, migration};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::io::{Read, Seek};
use zip::ZipArchive;

/// The version of the format that is written, and the latest that can be read.
const FORMAT: u32 = 1;

/// Its name in the archive.
pub(super) const NAME: &str = "manifest.json";

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    product: String,
    format: u32,
    at: Timestamp,
    /// The migrations that the database had seen, oldest first.
    migrations: Vec<String>,
    tables: Vec<TableNote>,
}

/// What a backup says of one table.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct TableNote {
    pub(super) name: String,
    pub(super) rows: u64,
    /// Of the file's bytes, hexadecimal.
    pub(super) sha256: String,
}

/// The name of a table's file in the archive.
pub(super) fn file_of(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

impl Manifest {
    pub(super) fn new(at: Timestamp, migrations: Vec<String>, tables: Vec<TableNote>) -> Self {
        Self { product: "samesky".to_owned(), format: FORMAT, at, migrations, tables }
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, StoreError> {
        serde_json::to_vec_pretty(self).map_err(file)
    }

    pub(super) fn read<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Self, StoreError> {
        let damaged = |why: String| StoreError::DamagedBackup { what: format!("{NAME}: {why}") };
        let mut text = String::new();
        let mut found = archive.by_name(NAME).map_err(|error| damaged(error.to_string()))?.take(1 << 20);
        found.read_to_string(&mut text).map_err(|error| damaged(error.to_string()))?;
        let format = serde_json::from_str::<Format>(&text).map_err(|error| damaged(error.to_string()))?.format;
        if format > FORMAT {
            return Err(StoreError::NewerBackup {
                found: format!("format {format}"),
                known: format!("format {FORMAT}"),
            });
        }
        serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))
    }

    /// A backup of another schema would need its rows changed on the way; no released version has another one yet.
    pub(super) fn check_versions(&self) -> Result<(), StoreError> {
        let known = migration::names();
        if let Some(newer) = self.migrations.iter().rev().find(|name| !known.contains(name)) {
            return Err(StoreError::NewerBackup { found: newer.clone(), known: migration::latest() });
        }
        if self.migrations == known {
            return Ok(());
        }
        let what =
            format!("its schema ends with {:?}, this version's with “{}”", self.migrations.last(), migration::latest());
        Err(StoreError::DamagedBackup { what })
    }

    pub(super) fn note(&self, table: &str) -> Result<&TableNote, StoreError> {
        let missing = || StoreError::DamagedBackup { what: format!("{NAME} does not name the table {table}") };
        self.tables.iter().find(|note| note.name == table).ok_or_else(missing)
    }

    pub(super) fn summary(&self) -> Result<BackupSummary, StoreError> {
        let tables = self.tables.iter().map(|note| (note.name.clone(), note.rows)).collect();
        Ok(BackupSummary { at: self.at, tables })
    }
}

/// What every version of the format has.
#[derive(Deserialize)]
struct Format {
    format: u32,
}
