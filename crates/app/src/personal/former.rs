//! Members of before: they have no membership any more, but are not forgotten either.

use crate::access::{Action, Session};
use crate::audit::AuditFilter;
use crate::error::AppError;
use crate::{App, Page};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Account, RecordKind};
use samesky_store as store;

/// Removals that are looked at, the latest.
const MOST: u64 = 500;

impl App {
    /// Who was a member of a team, is in no team any more, and was not forgotten; the latest first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for a team out of reach.
    pub async fn former_members(&self, session: &Session, team: TeamId) -> Result<Vec<Account>, AppError> {
        session.may(Action::ErasePeople)?;
        let view = self.store.snapshot().await?;
        self.reaches(session, &view, team).await?;
        let filter = AuditFilter {
            record_kind: Some(RecordKind::Membership),
            action_prefix: Some("membership.remove".to_owned()),
            ..AuditFilter::default()
        };
        let mut ids: Vec<AccountId> = Vec::new();
        for removed in store::audit::list(&view, team, &filter, &Page::first(MOST)).await?.items {
            let id = AccountId(removed.record);
            if !ids.contains(&id)
                && store::erasure::of_account(&view, id).await?.is_none()
                && store::membership::of_account(&view, id).await?.is_empty()
            {
                ids.push(id);
            }
        }
        Ok(store::account::get_many(&view, &ids).await?)
    }

    /// Whether the audit of the session's team, or of one below it, says that somebody was a member.
    pub(super) async fn was_member(
        &self,
        session: &Session,
        tx: &store::Tx,
        account: AccountId,
    ) -> Result<bool, AppError> {
        let filter = AuditFilter {
            record: Some(account.0),
            record_kind: Some(RecordKind::Membership),
            ..AuditFilter::default()
        };
        for team in store::team::list(tx).await? {
            let found = store::audit::list(tx, team.id, &filter, &Page::first(1)).await?;
            if !found.items.is_empty() && self.reaches(session, tx, team.id).await.is_ok() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
