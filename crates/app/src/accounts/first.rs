//! The first account. A one-time link makes it, so that whoever started the server becomes the owner and nobody else.

use super::person::NewPerson;
use super::secret::{self, Secret};
use super::{SignedIn, after, password};
use crate::access::Session;
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::TicketId;
use samesky_model::record::{Account, AccountState, Membership, Origin, RecordKind, Role, Stamp, Ticket, TicketKind};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};

/// Hours that the link works.
const HOURS: i64 = 24;

impl App {
    /// A new link for the owner, while there is no account; links before it work no more.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn owner_link(&self) -> Result<Option<Secret>, AppError> {
        let tx = self.store.write().await?;
        if store::account::any(&tx).await? {
            return Ok(None);
        }
        let now = self.sources.now();
        let secret = Secret::new(self.sources.secret());
        store::ticket::spend_all(&tx, TicketKind::Owner, None, now).await?;
        let ticket = Ticket {
            id: self.sources.id(),
            kind: TicketKind::Owner,
            team: None,
            role: Some(Role::Owner),
            email: None,
            account: None,
            organisation: None,
            made: Stamp { by: crate::import::PROGRAM.to_owned(), at: now },
            ends_at: after(now, HOURS),
            spent_at: None,
        };
        store::ticket::insert(&tx, &ticket, &secret.hash()).await?;
        tx.commit().await?;
        Ok(Some(secret))
    }

    /// Whether a link for the owner still works.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn owner_link_works(&self, secret: &str) -> Result<bool, AppError> {
        Ok(self.open_owner(&self.store, secret).await?.is_some())
    }

    /// Makes the first account, the owner of the team that every installation begins with, and signs it in.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the link does not work any more; [`AppError::Invalid`] when something is wrong with
    /// what is said of the person.
    pub async fn make_owner(&self, secret: &str, person: NewPerson, origin: Origin) -> Result<SignedIn, AppError> {
        let person = person.valid()?;
        let kept = password::hashed(&person.password, self.sources.secret()).await?;
        let tx = self.store.write().await?;
        let spent = AppError::NotFound { kind: "ticket" };
        let Some(ticket) = self.open_owner(&tx, secret).await? else { return Err(spent) };
        let team = store::team::default(&tx).await?.id;
        let by = Session { origin: origin.clone(), ..Session::local(team, person.person.name.clone()) };
        store::ticket::spend(&tx, ticket, self.sources.now()).await?;
        let account = self.add_account(&tx, &by, person, Some(kept)).await?;
        self.add_member(&tx, &by, &account, Role::Owner).await?;
        let signed_in = self.begin_session(&tx, &account, team, origin).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    async fn open_owner(&self, db: &dyn store::Db, secret: &str) -> Result<Option<TicketId>, AppError> {
        if store::account::any(db).await? {
            return Ok(None);
        }
        let open = store::ticket::open(db, TicketKind::Owner, &secret::hash(secret), self.sources.now()).await?;
        Ok(open.map(|ticket| ticket.id))
    }

    /// Keeps a new account with its password's hash, where it has a password.
    pub(super) async fn add_account(
        &self,
        tx: &store::Tx,
        by: &Session,
        new: NewPerson,
        kept: Option<String>,
    ) -> Result<Account, AppError> {
        if store::account::by_email(tx, &new.email).await?.is_some() {
            return Err(AppError::invalid("email", "email-taken"));
        }
        let now = self.sources.now();
        let account = Account {
            id: self.sources.id(),
            name: new.person.name,
            email: new.email,
            language: new.person.language,
            time_zone: new.person.time_zone,
            state: AccountState::Active,
            organisation: None,
            version: 1,
            created_at: now,
        };
        store::account::insert(tx, &account).await?;
        credential::replace(tx, account.id, CredentialKind::Password, kept.as_slice(), now).await?;
        let change = audit::Change::new("account.make", RecordKind::Account, account.id.0).after(&Shown::of(&account));
        let change = change.by_account(account.id);
        self.append_audit(by, tx, change).await?;
        Ok(account)
    }

    /// Takes an account into the session's team.
    pub(super) async fn add_member(
        &self,
        tx: &store::Tx,
        by: &Session,
        account: &Account,
        role: Role,
    ) -> Result<(), AppError> {
        let joined = self.stamp(by);
        let membership = Membership { team: by.team, account: account.id, role, version: 1, joined };
        store::membership::insert(tx, &membership).await?;
        let after = super::members::Shown { name: &account.name, role };
        let change = audit::Change::new("membership.make", RecordKind::Membership, account.id.0).after(&after);
        let change = change.by_account(account.id);
        self.append_audit(by, tx, change).await
    }
}

/// An account as the audit keeps it: the name that stands behind changes anyway, and no address.
#[derive(serde::Serialize)]
pub(super) struct Shown<'a> {
    name: &'a str,
    language: Option<samesky_model::language::Language>,
    time_zone: Option<&'a str>,
    state: AccountState,
}

impl<'a> Shown<'a> {
    pub(super) fn of(account: &'a Account) -> Self {
        let Account { name, language, time_zone, state, .. } = account;
        Self { name, language: *language, time_zone: time_zone.as_deref(), state: *state }
    }
}
