//! Looking at lists on their way in.

use super::{ListJob, ListJobRow, RowFilter};
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::import::count;
use crate::{App, Page, PageOf};
use samesky_model::id::ListJobId;
use samesky_store as store;

/// Some rows of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsOfList {
    /// The rows in their order.
    pub items: Vec<ListJobRow>,
    /// How many the filter lets through.
    pub total: u64,
    /// Doubtful rows of the whole list of which nothing was decided.
    pub undecided: u64,
}

impl App {
    /// Lists on their way in and those that came, newest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn list_jobs(&self, session: &Session, page: &Page) -> Result<PageOf<ListJob>, AppError> {
        session.may(Action::Read)?;
        let mut found = store::list_job::list(&self.store, session.team, page).await?;
        found.items.iter_mut().for_each(|job| self.freshen(job));
        Ok(found)
    }

    /// One list, with how far it is at this moment.
    ///
    /// # Errors
    /// When there is no such list.
    pub async fn list_job(&self, session: &Session, id: ListJobId) -> Result<ListJob, AppError> {
        session.may(Action::Read)?;
        let mut job = store::list_job::get(&self.store, session.team, id).await?;
        self.freshen(&mut job);
        Ok(job)
    }

    /// Rows of a list that was compared: those behind a row number, after passing over some.
    ///
    /// # Errors
    /// When there is no such list.
    pub async fn list_job_rows(
        &self,
        session: &Session,
        id: ListJobId,
        filter: RowFilter,
        (after, skip, limit): (i64, u64, u64),
    ) -> Result<RowsOfList, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        store::list_job::get(&view, session.team, id).await?;
        let items = store::list_job::rows::some(&view, (session.team, id), filter, (after, skip, limit)).await?;
        let total = store::list_job::rows::count(&view, session.team, id, filter).await?;
        let open = RowFilter { undecided: true, ..RowFilter::default() };
        let undecided = store::list_job::rows::count(&view, session.team, id, open).await?;
        Ok(RowsOfList { items, total, undecided })
    }

    /// What this process knows of the progress is newer than what the database has.
    fn freshen(&self, job: &mut ListJob) {
        if let Some(progress) = self.lists.of(job.id).filter(|_| job.state.is_running()) {
            let (done, total) = progress.of();
            (job.done, job.total) = (count(done), count(total));
            job.cancel_requested |= progress.is_stopped();
        }
    }
}
