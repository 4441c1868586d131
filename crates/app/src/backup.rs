//! A copy of everything in one file, made while serving, and the way back.

use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use samesky_store as store;
pub use samesky_store::backup::{Backup, BackupSummary};
use std::io::{Read, Seek, Write};

impl App {
    /// Writes everything that is committed now to `out`.
    ///
    /// # Errors
    /// When the store does not answer or `out` takes no more.
    pub async fn backup(&self, session: &Session, out: impl Write + Seek + Send) -> Result<BackupSummary, AppError> {
        session.may(Action::Administer)?;
        Ok(store::backup::write(&self.store, out, self.sources.now()).await?)
    }

    /// Fills an empty database with what a backup holds. All of it or nothing.
    ///
    /// # Errors
    /// When the database is not empty, or the backup is damaged.
    pub async fn restore(&self, backup: Backup<impl Read + Seek + Send>) -> Result<BackupSummary, AppError> {
        let summary = store::backup::restore(&self.store, backup).await?;
        self.list_organisations_again().await?;
        Ok(summary)
    }
}
