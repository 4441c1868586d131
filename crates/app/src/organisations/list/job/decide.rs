//! What officers say while a list waits, or while it is worked on.

use super::super::Choice;
use super::{ListJob, ListState, close, not_now};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use samesky_model::id::ListJobId;
use samesky_model::record::RecordKind;
use samesky_store as store;
use std::collections::BTreeMap;

impl App {
    /// Decides doubtful rows of a list that was compared: `new`, `skip`, `row:17`, the organisation that is meant; an empty word takes
    /// a decision back.
    ///
    /// # Errors
    /// When there is no such list or row, the list was not compared, or a word is no choice or names an organisation that there is not.
    pub async fn decide_list_rows(
        &self,
        session: &Session,
        id: ListJobId,
        rows: &BTreeMap<i64, String>,
    ) -> Result<ListJob, AppError> {
        session.may(Action::Write)?;
        let mut meant = Vec::new();
        for (row, word) in rows.iter().filter(|(_, word)| !word.is_empty()) {
            let wrong = |_| AppError::invalid_value("rows", "no-choice", format!("{row}: {word}"));
            match word.parse::<Choice>().map_err(wrong)? {
                Choice::Is(organisation) => meant.push(organisation),
                Choice::Row(other) if i64::from(other) >= *row => {
                    return Err(wrong(super::super::MappingError(String::new())));
                }
                Choice::New | Choice::Skip | Choice::Row(_) => {}
            }
        }
        let tx = self.store.write().await?;
        let job = store::list_job::get(&tx, session.team, id).await?;
        if job.state != ListState::Compared {
            return Err(not_now(&job));
        }
        meant.sort_unstable();
        meant.dedup();
        if store::organisation::get_many(&tx, session.team, &meant).await?.len() < meant.len() {
            return Err(AppError::NotFound { kind: "organisation" });
        }
        for (row, word) in rows {
            let word = Some(word.as_str()).filter(|word| !word.is_empty());
            if !store::list_job::rows::decide(&tx, id, *row, word).await? {
                return Err(AppError::invalid_value("rows", "no-doubtful-row", row.to_string()));
            }
        }
        let change = Change::new("list_job.decide", RecordKind::ListJob, id.0).after(rows);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(job)
    }

    /// Asks a list to stop. One that waits ends at once; one that is worked on stops within a moment and keeps nothing. One that is
    /// over stays as it is.
    ///
    /// # Errors
    /// When there is no such list.
    pub async fn cancel_list(&self, session: &Session, id: ListJobId) -> Result<ListJob, AppError> {
        session.may(Action::Write)?;
        store::list_job::get(&self.store, session.team, id).await?;
        // Whoever keeps a list has the database for itself: it hears of this first, else the request would wait until all is kept.
        if let Some(progress) = self.lists.of(id) {
            progress.stop();
        }
        let tx = self.store.write().await?;
        let job = store::list_job::get(&tx, session.team, id).await?;
        if job.state.is_running() {
            store::list_job::request_cancel(&tx, id, true).await?;
            let change = Change::new("list_job.cancel", RecordKind::ListJob, id.0);
            self.append_audit(session, &tx, change).await?;
        } else if !job.state.is_over() {
            close::ended_in(self, session, &tx, &job, close::End::Cancelled).await?;
        }
        let after = store::list_job::get(&tx, session.team, id).await?;
        tx.commit().await?;
        Ok(after)
    }
}
