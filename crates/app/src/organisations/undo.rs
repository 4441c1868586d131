//! Taking the latest change of an officer back: the values that were there before stand again, each with its source.

use super::{KeptFact, valid, write};
use crate::access::{Action, Session};
use crate::audit::{AuditFilter, Change};
use crate::error::AppError;
use crate::ledger::{OrganisationView, Work};
use crate::{App, Page};
use samesky_model::id::OrganisationId;
use samesky_model::record::{AuditRecord, OrganisationRecord};
use samesky_store as store;

/// What an officer's change is called in the audit.
pub(super) const CHANGED: &str = "organisation.change";

impl App {
    /// Takes the latest change of an organisation back, if an officer made it and nothing came after. Undone twice, it stands again.
    ///
    /// # Errors
    /// When there is nothing to undo, a value may not stand any more, or somebody else changed the organisation first.
    pub async fn undo_organisation_change(
        &self,
        session: &Session,
        id: OrganisationId,
        expected: i64,
    ) -> Result<OrganisationView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let change = self.undone(session, &tx, id, expected).await?;
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        self.organisation(session, id).await
    }

    /// Writes the values as they were before the latest change; what is left is the change for the audit.
    pub(super) async fn undone(
        &self,
        session: &Session,
        tx: &store::Tx,
        id: OrganisationId,
        expected: i64,
    ) -> Result<Change, AppError> {
        let record = store::organisation::get(tx, session.team, id).await?;
        self.as_seen(session, tx, &record, expected).await?;
        let last = self.latest_change(tx, session, id).await?;
        let values = last.and_then(|last| values_before(&record, last));
        let facts = values.ok_or_else(|| AppError::invalid("change", "nothing-to-undo"))?;
        let before = store::organisation::fact::of_one(tx, session.team, id).await?;
        valid::whole(tx, session.team, id, &facts).await?;
        let (_, change) = write::write(Work { app: self, session, tx }, CHANGED, (&record, &before), facts).await?;
        Ok(change)
    }

    /// The latest change of an organisation in the audit.
    pub(super) async fn latest_change(
        &self,
        tx: &store::Tx,
        session: &Session,
        id: OrganisationId,
    ) -> Result<Option<AuditRecord>, AppError> {
        let filter = AuditFilter { record: Some(id.0), ..AuditFilter::default() };
        Ok(store::audit::list(tx, session.team, &filter, &Page::first(1)).await?.items.pop())
    }
}

/// Whether a change of the audit is one that can be taken back from this version of the record.
#[must_use]
pub fn is_undoable(record: &OrganisationRecord, latest: &AuditRecord) -> bool {
    let version = latest.after.as_ref().and_then(|after| after.get("version")?.as_i64());
    latest.action == CHANGED && version == Some(record.version)
}

fn values_before(record: &OrganisationRecord, latest: AuditRecord) -> Option<Vec<KeptFact>> {
    if !is_undoable(record, &latest) {
        return None;
    }
    serde_json::from_value(latest.before?.get_mut("values")?.take()).ok()
}
