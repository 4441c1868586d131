//! The end of each step. A list that was closed meanwhile, because its server was taken for dead, stays closed.

use super::run::is_of_the_sheet;
use super::{ListJob, ListJobRow, ListState};
use crate::App;
use crate::access::Session;
use crate::audit::Change;
use crate::error::AppError;
use samesky_model::id::OrganisationImportId;
use samesky_model::record::RecordKind;
use samesky_model::remark::Remark;
use samesky_store::{self as store, Tx};

/// How a step ended that did not come to its end.
pub(super) enum End {
    /// Somebody asked for it.
    Cancelled,
    /// The file, or the sheet, cannot be read.
    Unreadable(Remark),
    /// Something else broke; it may be tried again.
    Broken,
}

/// Writes what a step came to, with the rows where it made them.
pub(super) async fn next(
    app: &App,
    after: &ListJob,
    step: ListState,
    rows: Option<Vec<ListJobRow>>,
) -> Result<(), AppError> {
    let tx = app.store.write().await?;
    still(&tx, after, step).await?;
    if let Some(rows) = rows {
        store::list_job::rows::clear(&tx, after.id).await?;
        store::list_job::rows::insert(&tx, after.team, after.id, &rows).await?;
    }
    store::list_job::update(&tx, after).await?;
    Ok(tx.commit().await?)
}

/// Notes within the transaction that keeps a list that it is kept. Its file is not needed any more.
pub(in super::super) async fn kept(
    app: &App,
    tx: &Tx,
    job: &ListJob,
    import: Option<OrganisationImportId>,
) -> Result<(), AppError> {
    still(tx, job, ListState::Keeping).await?;
    let after = ListJob {
        state: ListState::Kept,
        import,
        done: job.total,
        finished_at: Some(app.sources.now()),
        ..job.clone()
    };
    store::list_job::update(tx, &after).await?;
    Ok(store::list_job::drop_content(tx, job.id).await?)
}

/// Notes that a step broke off; nothing was kept.
pub(super) async fn ended(app: &App, session: &Session, job: &ListJob, end: End) -> Result<(), AppError> {
    let tx = app.store.write().await?;
    if store::list_job::lease::is_in(&tx, job.id, job.state).await? {
        ended_in(app, session, &tx, job, end).await?;
    }
    Ok(tx.commit().await?)
}

/// The same within a transaction. An end leaves itself in the audit: `list_job.cancelled`, `list_job.failed`,
/// `list_job.interrupted`.
pub(super) async fn ended_in(app: &App, session: &Session, tx: &Tx, job: &ListJob, end: End) -> Result<(), AppError> {
    let was_read = !job.layout.columns.is_empty();
    let (state, problems) = match end {
        End::Cancelled => (ListState::Cancelled, Vec::new()),
        End::Unreadable(why) if was_read && is_of_the_sheet(why.code) => (ListState::Mapped, vec![why]),
        End::Unreadable(why) => (ListState::Failed, vec![why]),
        End::Broken => (ListState::Interrupted, Vec::new()),
    };
    let finished_at = Some(app.sources.now()).filter(|_| state != ListState::Mapped);
    let after = ListJob { state, problems, finished_at, ..job.clone() };
    store::list_job::update(tx, &after).await?;
    if state.is_over() {
        store::list_job::drop_content(tx, job.id).await?;
    }
    if state == ListState::Mapped {
        return Ok(());
    }
    let change = Change::new(format!("list_job.{state}"), RecordKind::ListJob, job.id.0).before(job).after(&after);
    app.append_audit(session, tx, change).await
}

/// Refuses to go on with a list that is not at that step any more.
async fn still(tx: &Tx, job: &ListJob, step: ListState) -> Result<(), AppError> {
    if store::list_job::lease::is_in(tx, job.id, step).await? {
        return Ok(());
    }
    Err(AppError::Stopped("another server took the list for abandoned and closed it".to_owned()))
}
