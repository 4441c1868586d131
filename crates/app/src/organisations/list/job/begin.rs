//! The beginning of each step. What begins here is done by [`App::run_list`].

use super::{ListJob, ListLayout, ListSaid, ListState, not_now};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::import::count;
use samesky_model::id::ListJobId;
use samesky_model::record::{RecordKind, RowTotals};
use samesky_registry::list::Field;
use samesky_store as store;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A list that was brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewList {
    /// The name of the file.
    pub file_name: String,
    /// Its bytes: XLSX, XLS, ODS or text with delimiters.
    pub bytes: Vec<u8>,
    /// What is said of it at once.
    pub said: ListSaid,
}

impl App {
    /// Takes a list in; it has to be read.
    ///
    /// # Errors
    /// When there is no file, or what is said of its columns cannot be.
    pub async fn begin_list(&self, session: &Session, list: NewList) -> Result<ListJob, AppError> {
        session.may(Action::Write)?;
        if list.bytes.is_empty() {
            return Err(AppError::invalid("file", "no-file"));
        }
        valid(&list.said)?;
        let job = ListJob {
            id: self.sources.id(),
            team: session.team,
            file_name: list.file_name.chars().take(500).collect(),
            sha256: Sha256::digest(&list.bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
            size: count(list.bytes.len()),
            state: ListState::Reading,
            said: list.said,
            layout: ListLayout::default(),
            totals: RowTotals::default(),
            skip_refused: false,
            total: 0,
            done: 0,
            cancel_requested: false,
            problems: Vec::new(),
            started: self.stamp(session),
            finished_at: None,
            import: None,
        };
        let tx = self.store.write().await?;
        store::list_job::insert(&tx, &job, list.bytes).await?;
        store::list_job::lease::hold(&tx, job.id, self.lease).await?;
        let change = Change::new("list_job.begin", RecordKind::ListJob, job.id.0).after(&job);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(job)
    }

    /// Has a list read again with what an officer says of its sheet, head and columns.
    ///
    /// # Errors
    /// When there is no such list, it is over or being worked on, or a column is said to hold what there is not.
    pub async fn map_list(&self, session: &Session, id: ListJobId, said: ListSaid) -> Result<ListJob, AppError> {
        valid(&said)?;
        let to = |before: &ListJob| ListJob { said, state: ListState::Reading, ..before.clone() };
        self.begin_list_step(session, id, "list_job.map", may_be_mapped, to).await
    }

    /// Has the rows of a list compared with what is kept; columns that are named hold what is said.
    ///
    /// # Errors
    /// When there is no such list, it was not read or is over or being worked on, or a column is said to hold what there is not.
    pub async fn compare_list(
        &self,
        session: &Session,
        id: ListJobId,
        columns: BTreeMap<String, String>,
    ) -> Result<ListJob, AppError> {
        let said = ListSaid { columns, ..ListSaid::default() };
        valid(&said)?;
        let to = |before: &ListJob| {
            let mut after = ListJob { state: ListState::Comparing, ..before.clone() };
            after.said.columns.extend(said.columns);
            for column in &mut after.layout.columns {
                if let Some(field) = after.said.columns.get(&column.letters) {
                    column.field.clone_from(field);
                }
            }
            after
        };
        let may = |job: &ListJob| may_be_mapped(job) && !job.layout.columns.is_empty();
        self.begin_list_step(session, id, "list_job.compare", may, to).await
    }

    /// Has a list kept that was compared: all of it, or nothing where a row is refused, unless refused rows may stay out.
    ///
    /// # Errors
    /// When there is no such list, it was not compared, or a refused row keeps all out.
    pub async fn keep_list(&self, session: &Session, id: ListJobId, skip_refused: bool) -> Result<ListJob, AppError> {
        let to = |before: &ListJob| ListJob { skip_refused, state: ListState::Keeping, ..before.clone() };
        let may = |job: &ListJob| job.state == ListState::Compared && (skip_refused || job.totals.refused == 0);
        self.begin_list_step(session, id, "list_job.keep", may, to).await
    }

    async fn begin_list_step(
        &self,
        session: &Session,
        id: ListJobId,
        action: &str,
        may: impl FnOnce(&ListJob) -> bool,
        to: impl FnOnce(&ListJob) -> ListJob,
    ) -> Result<ListJob, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before = store::list_job::get(&tx, session.team, id).await?;
        if !may(&before) {
            return Err(not_now(&before));
        }
        let after = ListJob {
            total: 0,
            done: 0,
            problems: Vec::new(),
            finished_at: None,
            cancel_requested: false,
            ..to(&before)
        };
        store::list_job::update(&tx, &after).await?;
        store::list_job::request_cancel(&tx, id, false).await?;
        store::list_job::lease::hold(&tx, id, self.lease).await?;
        let change = Change::new(action, RecordKind::ListJob, id.0).before(&before).after(&after);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(after)
    }
}

fn may_be_mapped(job: &ListJob) -> bool {
    matches!(job.state, ListState::Mapped | ListState::Compared | ListState::Interrupted)
}

fn valid(said: &ListSaid) -> Result<(), AppError> {
    for (column, field) in &said.columns {
        let wrong = |_| AppError::invalid_value("mapping", "no-such-field", format!("{column}: {field}"));
        field.parse::<Field>().map_err(wrong)?;
    }
    Ok(())
}
