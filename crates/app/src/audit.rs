//! The audit: one record for every change, written in the transaction of the change.

mod chain;

pub use chain::{Fault, Heads, Verified};

use crate::access::{Action, Session, Who};
use crate::error::AppError;
use crate::{App, Page, PageOf};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Actor, ActorKind, AuditRecord, Origin, RecordKind};
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
    by_account: Option<AccountId>,
}

impl Change {
    pub(crate) fn new(action: impl Into<String>, kind: RecordKind, record: Uuid) -> Self {
        Self { team: None, action: action.into(), kind, record, before: None, after: None, why: None, by_account: None }
    }

    /// A change of a team's records that is not the session's.
    pub(crate) fn of_team(mut self, team: TeamId) -> Self {
        self.team = Some(team);
        self
    }

    /// Whoever asks has no session yet, but it is known whose account it is.
    pub(crate) fn by_account(mut self, account: AccountId) -> Self {
        self.by_account = Some(account);
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

/// A reason as it is kept: without blanks around it, and none at all where nothing is said.
pub(crate) fn reason(why: Option<String>) -> Option<String> {
    why.map(|why| why.trim().to_owned()).filter(|why| !why.is_empty())
}

impl App {
    pub(crate) async fn append_audit(&self, session: &Session, tx: &store::Tx, change: Change) -> Result<(), AppError> {
        let record = self.audit_record(session, change);
        Ok(store::audit::append(tx, &record, &|| self.sources.secret()).await?)
    }

    /// The same for many changes at once, in their order.
    pub(crate) async fn append_audits(
        &self,
        session: &Session,
        tx: &store::Tx,
        changes: Vec<Change>,
    ) -> Result<(), AppError> {
        let records: Vec<_> = changes.into_iter().map(|change| self.audit_record(session, change)).collect();
        Ok(store::audit::append_many(tx, &records, &|| self.sources.secret()).await?)
    }

    fn audit_record(&self, session: &Session, change: Change) -> AuditRecord {
        AuditRecord {
            id: self.sources.id(),
            team: change.team.unwrap_or(session.team),
            stamp: self.stamp(session),
            actor: change.by_account.map_or_else(|| actor(session), Actor::account),
            origin: session.origin.clone(),
            action: change.action,
            record_kind: change.kind,
            record: change.record,
            before: change.before,
            after: change.after,
            why: change.why,
            link: None,
        }
    }

    /// Changes, newest first. From where they were made is told to those who may see it; for others no change was made from
    /// any address.
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
        let sees = session.can(Action::SeeOrigins);
        if !sees && filter.address.is_some() {
            return Ok(PageOf { items: Vec::new(), next: None, previous: None, total: 0 });
        }
        let found = store::audit::list(&self.store, session.team, filter, page).await?;
        let shown = |one| if sees { one } else { AuditRecord { origin: Origin::default(), ..one } };
        Ok(found.map(shown))
    }
}

fn actor(session: &Session) -> Actor {
    match session.who {
        Who::Account { id, .. } => Actor::account(id),
        Who::Token { id, account, .. } => Actor { kind: ActorKind::Token, account: Some(account), token: Some(id) },
        Who::Local => Actor::without_account(ActorKind::Local),
        Who::Program => Actor::without_account(ActorKind::Program),
        Who::Nobody => Actor::without_account(ActorKind::Unknown),
    }
}
