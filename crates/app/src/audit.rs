//! The audit: one record for every change, written in the transaction of the change.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, Page, PageOf};
use samesky_model::id::TeamId;
use samesky_model::record::{AuditRecord, RecordKind};
use samesky_store as store;
pub use samesky_store::audit::AuditFilter;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

/// What a use case changed.
pub(crate) struct Change {
    team: Option<TeamId>,
    action: String,
    kind: RecordKind,
    record: Uuid,
    before: Option<Value>,
    after: Option<Value>,
    why: Option<String>,
}

impl Change {
    pub(crate) fn new(action: impl Into<String>, kind: RecordKind, record: Uuid) -> Self {
        Self { team: None, action: action.into(), kind, record, before: None, after: None, why: None }
    }

    /// A change of a team's records that is not the session's.
    pub(crate) fn of_team(mut self, team: TeamId) -> Self {
        self.team = Some(team);
        self
    }

    pub(crate) fn before(mut self, value: &impl Serialize) -> Self {
        self.before = serde_json::to_value(value).ok();
        self
    }

    pub(crate) fn after(mut self, value: &impl Serialize) -> Self {
        self.after = serde_json::to_value(value).ok();
        self
    }

    pub(crate) fn why(mut self, why: Option<String>) -> Self {
        self.why = why;
        self
    }
}

impl App {
    pub(crate) async fn append_audit(&self, session: &Session, tx: &store::Tx, change: Change) -> Result<(), AppError> {
        let record = AuditRecord {
            id: self.sources.id(),
            team: change.team.unwrap_or(session.team),
            stamp: self.stamp(session),
            action: change.action,
            record_kind: change.kind,
            record: change.record,
            before: change.before,
            after: change.after,
            why: change.why,
        };
        Ok(store::audit::append(tx, &record).await?)
    }

    /// Changes, newest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn audit(
        &self,
        session: &Session,
        filter: &AuditFilter,
        page: &Page,
    ) -> Result<PageOf<AuditRecord>, AppError> {
        session.may(Action::Read)?;
        Ok(store::audit::list(&self.store, session.team, filter, page).await?)
    }
}
