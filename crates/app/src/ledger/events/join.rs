//! Two events are one, or one is two: an officer knows better than the comparison.

use super::super::{Work, records, settle};
use crate::access::{Action, Session};
use crate::audit::AuditFilter;
use crate::audit::Change;
use crate::error::AppError;
use crate::{App, Page};
use samesky_model::id::{ClaimId, EventId};
use samesky_model::record::{ClaimKind, ClaimRecord, RecordKind};
use samesky_store as store;
use std::collections::BTreeSet;

/// Whether an officer gave the claim this event as one of its own.
pub(super) async fn was_separated(work: Work<'_>, claim: &ClaimRecord, event: EventId) -> Result<bool, AppError> {
    let filter = AuditFilter {
        record: Some(event.0),
        action_prefix: Some("event.separate".to_owned()),
        ..AuditFilter::default()
    };
    let found = store::audit::list(work.tx, work.session.team, &filter, &Page::first(500)).await?.items;
    let named = serde_json::json!(claim.id);
    Ok(found.iter().any(|record| record.before.as_ref().is_some_and(|before| before["claim"] == named)))
}

impl App {
    /// Brings two events together: every claim on which `other` rests now speaks of `id`. `other` is kept, withdrawn.
    ///
    /// # Errors
    /// When one of them does not exist, or both are the same.
    pub async fn join_events(
        &self,
        session: &Session,
        id: EventId,
        other: EventId,
        why: Option<String>,
    ) -> Result<(), AppError> {
        session.may(Action::Write)?;
        if id == other {
            return Err(AppError::invalid("other", "same-event"));
        }
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let kept = store::event::get(&tx, session.team, id).await?;
        let joined = store::event::get(&tx, session.team, other).await?;
        let rows = records::sources(work, other.0).await?;
        for row in &rows {
            store::claim::set_record(&tx, row.claim.id, Some(id.0)).await?;
        }
        super::rebuild(work, other).await?;
        super::rebuild(work, id).await?;
        let change = Change::new("event.join", RecordKind::Event, id.0).before(&joined).after(&kept).why(why);
        self.append_audit(session, &tx, change).await?;
        self.settle_all(session, &tx, rows.iter().map(|row| row.announcement.id).collect()).await?;
        Ok(tx.commit().await?)
    }

    /// Gives a claim an event of its own. It is not brought together again unless an officer does so.
    ///
    /// # Errors
    /// When there is no such claim, or it is no taken claim of an event.
    pub async fn separate_event(
        &self,
        session: &Session,
        id: ClaimId,
        why: Option<String>,
    ) -> Result<EventId, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let claim = store::claim::get(&tx, session.team, id).await?;
        let taken = claim.current.kind() == ClaimKind::Event && claim.state.is_taken();
        let from = claim.record.filter(|_| taken);
        let from = from.ok_or(AppError::NotFound { kind: "event" })?;
        let others = records::sources(work, from).await?;
        let announcement = store::announcement::get(&tx, session.team, claim.announcement).await?;
        let made = super::make(work, &claim, &announcement).await?;
        super::rebuild(work, from.into()).await?;
        let change = Change::new("event.separate", RecordKind::Event, made.0)
            .before(&serde_json::json!({ "event": from, "claim": claim.id }))
            .why(why);
        self.append_audit(session, &tx, change).await?;
        self.settle_all(session, &tx, others.iter().map(|row| row.announcement.id).collect()).await?;
        tx.commit().await?;
        Ok(made)
    }

    async fn settle_all(
        &self,
        session: &Session,
        tx: &store::Tx,
        announcements: BTreeSet<samesky_model::id::AnnouncementId>,
    ) -> Result<(), AppError> {
        for announcement in announcements {
            settle(self, session, tx, announcement).await?;
        }
        Ok(())
    }
}
