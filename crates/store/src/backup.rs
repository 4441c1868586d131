//! One portable backup for both databases: a ZIP archive with `manifest.json` and one file of JSON lines per table.
//!
//! docs/store.md describes the format.

mod manifest;
mod shape;
mod table;

use crate::{Db, Snapshot, Store, StoreError, Tx, api_token, attempt, migration, sign_in, team, ticket};
use jiff::Timestamp;
use manifest::{Manifest, TableNote};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
pub(crate) use shape::{Shape, Stamped, of_accounts};
use std::io::{Read, Seek, Write};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupSummary {
    /// The instant of the backup.
    pub at: Timestamp,
    /// Rows by table, in the order of the backup.
    pub tables: Vec<(String, u64)>,
}

/// Writes everything, as of one moment, while others go on working. Memory use does not grow with the database.
///
/// # Errors
/// When the database or the file fails.
pub async fn write(store: &Store, out: impl Write + Send, at: Timestamp) -> Result<BackupSummary, StoreError> {
    let view = store.snapshot().await?;
    let mut archive = ZipWriter::new_stream(out);
    let mut notes = Vec::new();
    for shape in shape::all() {
        archive.start_file(manifest::file_of(&shape.name), options()).map_err(file)?;
        notes.push(write_table(&view, &shape, &mut archive).await?);
    }
    let manifest = Manifest::new(at, migration::names(), notes);
    archive.start_file(manifest::NAME, options()).map_err(file)?;
    archive.write_all(&manifest.bytes()?).map_err(file)?;
    archive.finish().map_err(file)?.into_inner().flush().map_err(file)?;
    manifest.summary()
}

/// A backup of which every row has been counted and every checksum compared.
pub struct Backup<R> {
    archive: ZipArchive<R>,
    manifest: Manifest,
}

impl<R: Read + Seek + Send> Backup<R> {
    /// Looks through a backup from end to end; no database is needed for it.
    ///
    /// # Errors
    /// [`StoreError::DamagedBackup`], [`StoreError::NewerBackup`].
    pub fn open(input: R) -> Result<Self, StoreError> {
        let mut archive = ZipArchive::new(input).map_err(|error| StoreError::DamagedBackup {
            what: format!("it is cut off, or no backup at all ({error})"),
        })?;
        let manifest = Manifest::read(&mut archive)?;
        manifest.check_versions()?;
        for shape in shape::all() {
            table::verify(&mut archive, manifest.note(&shape.name)?)?;
        }
        Ok(Self { archive, manifest })
    }
}

/// Fills an empty database from a backup: all of it or nothing.
///
/// # Errors
/// [`StoreError::NotEmpty`], [`StoreError::DamagedBackup`] when a row is none, or when the database fails.
pub async fn restore<R: Read + Seek + Send>(store: &Store, mut backup: Backup<R>) -> Result<BackupSummary, StoreError> {
    let tx = store.write().await?;
    make_room(&tx).await?;
    for shape in shape::all() {
        restore_table(&tx, &shape, &mut backup.archive).await?;
    }
    tx.commit().await?;
    backup.manifest.summary()
}

async fn write_table(view: &Snapshot, shape: &Shape, out: &mut (impl Write + Send)) -> Result<TableNote, StoreError> {
    let mut lines = table::Lines::new(out);
    let mut last = None;
    loop {
        let rows = shape.read(view, last.as_ref()).await?;
        for row in &rows {
            lines.write(&shape.line(row)?)?;
        }
        match rows.last() {
            Some(row) => last = Some(shape.key_of(row)?),
            None => return Ok(lines.note(&shape.name)),
        }
    }
}

async fn restore_table<R: Read + Seek + Send>(
    tx: &Tx,
    shape: &Shape,
    archive: &mut ZipArchive<R>,
) -> Result<(), StoreError> {
    let mut source = table::Source::open(archive, &shape.name)?;
    let mut number = 0_u64;
    loop {
        let lines = source.some()?;
        if lines.is_empty() {
            return Ok(());
        }
        let mut rows = Vec::with_capacity(lines.len());
        for line in &lines {
            number += 1;
            rows.push(shape.row(line, number)?);
        }
        shape.insert(tx, rows).await?;
    }
}

/// The one row of a new database is the default team; the backup brings its own. What lets somebody into the empty
/// database lets nobody into the full one.
async fn make_room(tx: &Tx) -> Result<(), StoreError> {
    for shape in shape::all() {
        let rows = shape.count(tx).await?;
        let of_a_new_database = i64::from(shape.name == "team");
        if rows > of_a_new_database {
            return Err(StoreError::NotEmpty { table: shape.name, rows });
        }
    }
    sign_in::Entity::delete_many().exec(&tx.connection()).await?;
    ticket::Entity::delete_many().exec(&tx.connection()).await?;
    api_token::Entity::delete_many().exec(&tx.connection()).await?;
    attempt::Entity::delete_many().exec(&tx.connection()).await?;
    team::Entity::delete_many().filter(team::Column::Id.eq(team::DEFAULT.0)).exec(&tx.connection()).await?;
    Ok(())
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true)
}

fn file(error: impl std::fmt::Display) -> StoreError {
    StoreError::BackupFile(error.to_string())
}
