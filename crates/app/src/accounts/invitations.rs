//! Invitations: an owner hands over a link, and whoever opens it becomes a member.

use super::person::{NewPerson, is_email};
use super::secret::{self, Secret};
use super::{Entered, SignedIn, after, members, password};
use crate::access::{Action, Session};
use crate::error::{AppError, Field};
use crate::{App, audit};
use samesky_model::id::{OrganisationId, TeamId, TicketId};
use samesky_model::record::{Account, AccountState, Origin, RecordKind, Role, Stamp, Team, Ticket, TicketKind};
use samesky_store as store;

/// Hours that an invitation stays open.
pub(super) const HOURS: i64 = 7 * 24;

/// Whom to invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// The team: the session's or one below it.
    pub team: TeamId,
    /// The address that they will sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
}

/// An invitation that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// By which it is taken back.
    pub id: TicketId,
    /// The address of the invited.
    pub email: String,
    /// What they will be.
    pub role: Role,
    /// The organisation that a guest will belong to.
    pub organisation: Option<OrganisationId>,
    /// Who invited, and when.
    pub made: Stamp,
    /// Until when.
    pub ends_at: jiff::Timestamp,
}

/// What whoever opens the link needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The team that invites.
    pub team: Team,
    /// Whether there is an account with that address already; then its password is asked for, and nothing else.
    pub has_account: bool,
}

impl App {
    /// Makes a link that makes its bearer a member. It is shown once.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], [`AppError::NotFound`] for a team out of reach, [`AppError::Invalid`].
    pub async fn invite(&self, session: &Session, new: NewInvitation) -> Result<(Secret, Invitation), AppError> {
        session.may(Action::ManageMembers)?;
        let new = new.valid()?;
        let tx = self.store.write().await?;
        self.reaches(session, &tx, new.team).await?;
        if let Some(account) = store::account::by_email(&tx, &new.email).await?
            && store::membership::find(&tx, new.team, account.id).await?.is_some()
        {
            return Err(AppError::invalid("email", "is-member"));
        }
        let (ticket, secret) = self.ticket(session, TicketKind::Invitation, HOURS);
        let ticket = Ticket { team: Some(new.team), role: Some(new.role), email: Some(new.email), ..ticket };
        store::ticket::insert(&tx, &ticket, &secret.hash()).await?;
        let change = audit::Change::new("invitation.make", RecordKind::Ticket, ticket.id.0).of_team(new.team);
        self.append_audit(session, &tx, change.after(&Offered { role: new.role })).await?;
        tx.commit().await?;
        Ok((secret, Invitation::of(ticket).ok_or(AppError::NotFound { kind: "ticket" })?))
    }

    /// The open invitations of a team, the latest first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], [`AppError::NotFound`] for a team out of reach.
    pub async fn invitations(&self, session: &Session, team: TeamId) -> Result<Vec<Invitation>, AppError> {
        session.may(Action::ManageMembers)?;
        self.reaches(session, &self.store, team).await?;
        let open = store::ticket::invitations(&self.store, team, self.sources.now()).await?;
        Ok(open.into_iter().filter_map(Invitation::of).collect())
    }

    /// Takes an open invitation back.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not open any more.
    pub async fn withdraw_invitation(&self, session: &Session, team: TeamId, id: TicketId) -> Result<(), AppError> {
        session.may(Action::ManageMembers)?;
        let tx = self.store.write().await?;
        self.reaches(session, &tx, team).await?;
        let open = store::ticket::invitations(&tx, team, self.sources.now()).await?;
        let Some(found) = open.into_iter().find(|ticket| ticket.id == id) else {
            return Err(AppError::NotFound { kind: "ticket" });
        };
        store::ticket::spend(&tx, id, self.sources.now()).await?;
        let change = audit::Change::new("invitation.withdraw", RecordKind::Ticket, id.0).of_team(team);
        let offered = found.role.map(|role| Offered { role });
        self.append_audit(session, &tx, change.before(&offered)).await?;
        Ok(tx.commit().await?)
    }

    /// What an invitation is about, for whoever holds its link.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not open any more.
    pub async fn invited(&self, secret: &str) -> Result<Invited, AppError> {
        let (invitation, team) = self.open_invitation(&self.store, secret).await?;
        let has_account = store::account::by_email(&self.store, &invitation.email).await?.is_some();
        Ok(Invited { invitation, team: store::team::get(&self.store, team).await?, has_account })
    }

    /// Becomes a member with a new account, whose address is that of the invitation, and is signed in.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the link does not work any more; [`AppError::Invalid`].
    pub async fn accept_invitation(
        &self,
        secret: &str,
        person: NewPerson,
        origin: Origin,
    ) -> Result<SignedIn, AppError> {
        let (invitation, _) = self.open_invitation(&self.store, secret).await?;
        let person = NewPerson { email: invitation.email, ..person }.valid()?;
        let kept = password::hashed(&person.password, self.sources.secret()).await?;
        let tx = self.store.write().await?;
        let (invitation, team) = self.open_invitation(&tx, secret).await?;
        let by = Session { origin: origin.clone(), ..Session::local(team, person.person.name.clone()) };
        let account = self.add_account(&tx, &by, person, Some(kept)).await?;
        self.join(&tx, &by, &account, &invitation).await?;
        let signed_in = self.begin_session(&tx, &account, team, origin).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Becomes a member with the account that has the invitation's address already, and is signed in, or asked for the code
    /// that follows its password.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Invalid`] with `sign-in-refused`, [`AppError::TooMany`].
    pub async fn join_with_account(&self, secret: &str, password: &str, origin: Origin) -> Result<Entered, AppError> {
        let (invitation, _) = self.open_invitation(&self.store, secret).await?;
        let attempt = self.note_attempt(&invitation.email, origin.address.as_deref()).await?;
        let found = store::account::by_email(&self.store, &invitation.email).await?;
        if !self.is_password(found.as_ref(), password).await? {
            return Err(AppError::invalid("password", "sign-in-refused"));
        }
        let account = found.ok_or(AppError::NotFound { kind: "account" })?;
        let tx = self.store.write().await?;
        let (invitation, team) = self.open_invitation(&tx, secret).await?;
        store::attempt::succeed(&tx, attempt).await?;
        let by = Session { origin: origin.clone(), ..Session::local(team, account.name.clone()) };
        let account = self.reopened(&tx, account).await?;
        self.join(&tx, &by, &account, &invitation).await?;
        let entered = self.enter(&tx, &account, team, origin).await?;
        tx.commit().await?;
        Ok(entered)
    }

    async fn reopened(&self, tx: &store::Tx, account: Account) -> Result<Account, AppError> {
        if account.state == AccountState::Active {
            return Ok(account);
        }
        let open = Account { state: AccountState::Active, ..account };
        store::account::update(tx, &open, open.version).await?;
        Ok(Account { version: open.version + 1, ..open })
    }

    pub(super) async fn join(
        &self,
        tx: &store::Tx,
        by: &Session,
        account: &Account,
        invitation: &Invitation,
    ) -> Result<(), AppError> {
        if store::membership::find(tx, by.team, account.id).await?.is_some() {
            return Err(AppError::invalid("email", "is-member"));
        }
        store::ticket::spend(tx, invitation.id, self.sources.now()).await?;
        match invitation.organisation {
            Some(organisation) => self.become_guest(tx, by, account, organisation).await,
            None => self.add_member(tx, by, account, invitation.role).await,
        }
    }

    async fn open_invitation(&self, db: &dyn store::Db, secret: &str) -> Result<(Invitation, TeamId), AppError> {
        let now = self.sources.now();
        let open = store::ticket::open(db, TicketKind::Invitation, &secret::hash(secret), now).await?;
        let found = open.and_then(|ticket| {
            let team = ticket.team?;
            Some((Invitation::of(ticket)?, team))
        });
        found.ok_or(AppError::NotFound { kind: "ticket" })
    }

    /// A new one-time link of a kind, of nobody and for no team yet.
    pub(super) fn ticket(&self, session: &Session, kind: TicketKind, hours: i64) -> (Ticket, Secret) {
        let made = self.stamp(session);
        let ends_at = after(made.at, hours);
        let id = self.sources.id();
        let (team, role, email, account, organisation, spent_at) = (None, None, None, None, None, None);
        let ticket = Ticket { id, kind, team, role, email, account, organisation, made, ends_at, spent_at };
        (ticket, Secret::new(self.sources.secret()))
    }
}

impl NewInvitation {
    fn valid(self) -> Result<Self, AppError> {
        let email = self.email.trim().to_owned();
        let mut wrong = Vec::new();
        if !is_email(&email) {
            let found = Some(email.chars().take(80).collect());
            wrong.push(Field { name: "email".into(), problem: "not-an-email", found });
        }
        wrong.extend(members::wrong_role(self.role));
        if wrong.is_empty() { Ok(Self { email, ..self }) } else { Err(AppError::Invalid(wrong)) }
    }
}

impl Invitation {
    pub(super) fn of(ticket: Ticket) -> Option<Self> {
        let Ticket { id, email, role, organisation, made, ends_at, .. } = ticket;
        Some(Self { id, email: email?, role: role?, organisation, made, ends_at })
    }
}

/// An invitation as the audit keeps it: without the address of the invited, who may never come.
#[derive(serde::Serialize)]
pub(super) struct Offered {
    pub(super) role: Role,
}
