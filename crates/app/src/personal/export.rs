//! Everything that is held on one person, as one document.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::people::HeldPerson;
use crate::{App, Page, audit};
use jiff::Timestamp;
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Account, ApiToken, AuditRecord, Membership, Origin, RecordKind, SignIn, TicketKind};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};
pub use samesky_store::person::Place;
use serde::Serialize;
use uuid::Uuid;

/// Everything that is held on one person. Secrets are in it nowhere, other people's names neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// `samesky`.
    pub product: String,
    /// As of when.
    pub at: Timestamp,
    /// The account.
    pub account: Account,
    /// Names that it has and had.
    pub names: Vec<String>,
    /// Its teams and roles.
    pub memberships: Vec<Membership>,
    /// What proves it: kinds and instants.
    pub credentials: Vec<Proof>,
    /// Browsers that are signed in.
    pub sign_ins: Vec<SignIn>,
    /// Tokens.
    pub tokens: Vec<ApiToken>,
    /// One-time links for it.
    pub links: Vec<Link>,
    /// Attempts to sign in with its address.
    pub attempts: Vec<Tried>,
    /// What it did.
    pub changes: Vec<Did>,
    /// What was done to it.
    pub changed: Vec<Did>,
    /// Records that bear its name.
    pub stamps: Vec<Place>,
    /// People of organisations with its e-mail address. Handed over by whoever runs the installation alone: what a team keeps of
    /// the other side of a table is no page of theirs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<HeldPerson>,
}

/// What proves an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proof {
    kind: &'static str,
    made_at: Timestamp,
    used_at: Option<Timestamp>,
}

/// A one-time link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    kind: TicketKind,
    team: Option<TeamId>,
    email: Option<String>,
    made_at: Timestamp,
    ends_at: Timestamp,
    spent_at: Option<Timestamp>,
}

/// An attempt to sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tried {
    at: Timestamp,
    address: String,
    succeeded: bool,
}

/// A change, as far as it concerns the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Did {
    team: TeamId,
    at: Timestamp,
    action: String,
    record_kind: RecordKind,
    record: Uuid,
    by: Option<String>,
    origin: Option<Origin>,
    why: Option<String>,
}

impl App {
    /// Everything that is held on whoever asks.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account.
    pub async fn export_own(&self, session: &Session) -> Result<Held, AppError> {
        let id = session.own(Action::OwnAccount)?;
        self.held_on(id).await
    }

    /// Everything that is held on somebody, for whoever runs the installation. That it was asked for stays in the audit.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`].
    pub async fn export_person(&self, session: &Session, id: AccountId) -> Result<Held, AppError> {
        session.may(Action::Administer)?;
        let mut held = self.held_on(id).await?;
        held.people = self.held_with_address(&self.store, &held.account).await?;
        let tx = self.store.write().await?;
        let change = audit::Change::new("account.export", RecordKind::Account, id.0);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(held)
    }

    async fn held_on(&self, id: AccountId) -> Result<Held, AppError> {
        let view = self.store.snapshot().await?;
        let account = store::account::get(&view, id).await?;
        let known = store::person::known(&view, &account).await?;
        let tickets = store::person::tickets(&view, &known).await?;
        let attempts = store::person::attempts(&view, &crate::accounts::subject(&account.email)).await?;
        let (changes, changed) = changes(&view, id).await?;
        Ok(Held {
            product: "samesky".to_owned(),
            at: self.sources.now(),
            memberships: store::membership::of_account(&view, id).await?,
            credentials: proofs(&view, id).await?,
            sign_ins: store::sign_in::of_account(&view, id, Timestamp::MIN).await?,
            tokens: store::api_token::of_account(&view, id).await?,
            links: tickets.into_iter().map(Link::of).collect(),
            attempts: attempts
                .into_iter()
                .map(|one| Tried { at: one.at, address: one.address, succeeded: one.succeeded })
                .collect(),
            stamps: store::person::stamps(&view, &known).await?,
            people: Vec::new(),
            names: known.own.into_iter().chain(known.shared).collect(),
            account,
            changes,
            changed,
        })
    }
}

async fn proofs(db: &dyn store::Db, id: AccountId) -> Result<Vec<Proof>, AppError> {
    let kinds = [
        ("password", CredentialKind::Password),
        ("one-time-code", CredentialKind::OneTimeCode),
        ("recovery-code", CredentialKind::Recovery),
    ];
    let mut proofs = Vec::new();
    for (kind, of) in kinds {
        let found = credential::list(db, id, of).await?;
        proofs.extend(found.into_iter().map(|one| Proof { kind, made_at: one.made_at, used_at: one.used_at }));
    }
    Ok(proofs)
}

/// What somebody did, and what was done to them by others.
async fn changes(db: &dyn store::Db, id: AccountId) -> Result<(Vec<Did>, Vec<Did>), AppError> {
    let (mut did, mut done) = (Vec::new(), Vec::new());
    for team in store::team::list(db).await? {
        let by = audit::AuditFilter { account: Some(id), ..audit::AuditFilter::default() };
        did.extend(all(db, team.id, by).await?.into_iter().map(Did::by_them));
        let about = audit::AuditFilter { record: Some(id.0), ..audit::AuditFilter::default() };
        let others = all(db, team.id, about).await?.into_iter().filter(|one| one.actor.account != Some(id));
        done.extend(others.map(Did::by_others));
    }
    Ok((did, done))
}

async fn all(db: &dyn store::Db, team: TeamId, filter: audit::AuditFilter) -> Result<Vec<AuditRecord>, AppError> {
    let mut page = Page::first(500);
    let mut found = Vec::new();
    loop {
        let some = store::audit::list(db, team, &filter, &page).await?;
        found.extend(some.items);
        match some.next {
            Some(next) => page.after = Some(next),
            None => return Ok(found),
        }
    }
}

impl Did {
    fn by_them(record: AuditRecord) -> Self {
        let (by, origin) = (Some(record.stamp.by.clone()), Some(record.origin.clone()));
        Self { by, origin, ..Self::by_others(record) }
    }

    /// Without those who did it: they are other people.
    fn by_others(record: AuditRecord) -> Self {
        let AuditRecord { team, stamp, action, record_kind, record, why, .. } = record;
        Self { team, at: stamp.at, action, record_kind, record, by: None, origin: None, why }
    }
}

impl Link {
    fn of(ticket: samesky_model::record::Ticket) -> Self {
        let samesky_model::record::Ticket { kind, team, email, made, ends_at, spent_at, .. } = ticket;
        Self { kind, team, email, made_at: made.at, ends_at, spent_at }
    }
}
