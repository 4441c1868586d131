//! Whoever works on a list says so again and again, notes how far it is, and hears whether it should stop.

use super::super::Progress;
use super::{ListJob, close};
use crate::App;
use crate::access::Session;
use crate::error::AppError;
use crate::import::{PROGRAM, count};
use samesky_model::id::ListJobId;
use samesky_store as store;
use std::time::Duration;

/// How often progress is noted.
const TICK: Duration = Duration::from_secs(1);

impl App {
    /// Notes lists whose server is gone as interrupted, and says how many.
    pub(crate) async fn close_interrupted_lists(&self, tx: &store::Tx) -> Result<usize, AppError> {
        let abandoned = store::list_job::lease::abandoned(tx).await?;
        for job in &abandoned {
            let session = Session::program(job.team, PROGRAM);
            close::ended_in(self, &session, tx, job, close::End::Broken).await?;
        }
        Ok(abandoned.len())
    }

    /// Does the work on a list and says meanwhile that somebody is at it.
    pub(super) async fn held_list<T>(&self, job: &ListJob, progress: &Progress, work: impl Future<Output = T>) -> T {
        tokio::pin!(work);
        loop {
            tokio::select! {
                done = &mut work => return done,
                () = tokio::time::sleep(TICK.min(self.lease / 3)) => {}
            }
            tokio::select! {
                done = &mut work => return done,
                said = self.say_at_work(job.id, progress) => if let Err(error) = said {
                    tracing::warn!(list = %job.id, %error, "no sign of life could be given");
                }
            }
        }
    }

    async fn say_at_work(&self, id: ListJobId, progress: &Progress) -> Result<(), AppError> {
        if store::list_job::cancel_requested(&self.store, id).await? {
            progress.stop();
            return Ok(());
        }
        let (done, total) = progress.of();
        let tx = self.store.write().await?;
        store::list_job::progress(&tx, id, count(done), count(total)).await?;
        store::list_job::lease::hold(&tx, id, self.lease).await?;
        Ok(tx.commit().await?)
    }
}
