//! Whoever runs an import says so again and again. An import of which nobody says it any more has lost its server: it is
//! closed by any other, and by none that could be mistaken, for the time is counted on the database's clock.

use super::PROGRAM;
use crate::App;
use crate::access::Session;
use crate::error::AppError;
use samesky_model::record::{Import, ImportState};
use samesky_store as store;
use std::time::Duration;

/// For how long a sign of life counts, unless the settings say otherwise. Longer than any write lasts.
pub(crate) const LEASE: Duration = Duration::from_secs(60);

impl App {
    /// Notes imports whose server is gone as interrupted, and says how many. For the start of a server and from time to
    /// time; the audit has the program for its author.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn close_interrupted_imports(&self) -> Result<usize, AppError> {
        let tx = self.store.write().await?;
        let abandoned = store::import::lease::abandoned(&tx).await?;
        for import in &abandoned {
            let session = Session::program(import.team, PROGRAM);
            self.end_in(&session, &tx, import, ImportState::Interrupted, import.done).await?;
        }
        let lists = self.close_interrupted_lists(&tx).await?;
        tx.commit().await?;
        Ok(abandoned.len() + lists)
    }

    /// Closes imports whose server is gone, again and again, for as long as this is awaited.
    pub async fn watch_imports(&self) {
        loop {
            tokio::time::sleep(self.lease / 2).await;
            match self.close_interrupted_imports().await {
                Ok(0) => {}
                Ok(closed) => tracing::warn!(closed, "imports had lost their server; nothing of them was kept"),
                Err(error) => tracing::warn!(%error, "abandoned imports could not be looked for"),
            }
        }
    }

    /// Does the work of an import and says meanwhile that somebody is at it.
    pub(super) async fn held<T>(&self, import: &Import, work: impl Future<Output = T>) -> T {
        tokio::pin!(work);
        loop {
            tokio::select! {
                done = &mut work => return done,
                () = tokio::time::sleep(self.lease / 3) => {}
            }
            tokio::select! {
                done = &mut work => return done,
                said = self.say_running(import) => if let Err(error) = said {
                    tracing::warn!(import = %import.id, %error, "no sign of life could be given");
                }
            }
        }
    }

    async fn say_running(&self, import: &Import) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        still_running(&tx, import).await?;
        store::import::lease::hold(&tx, import.id, self.lease).await?;
        Ok(tx.commit().await?)
    }
}

/// Refuses to go on with an import that another server has closed: what it would keep was called lost already.
pub(super) async fn still_running(tx: &store::Tx, import: &Import) -> Result<(), AppError> {
    if store::import::lease::is_running(tx, import.id).await? {
        return Ok(());
    }
    Err(AppError::Stopped("another server took the import for abandoned and closed it".to_owned()))
}
