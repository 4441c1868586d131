//! A forgotten password: an owner hands over a link, whose bearer sets a new one.

use super::secret::{self, Secret};
use super::{members, password};
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Account, Origin, RecordKind, Role, Ticket, TicketKind};
use samesky_store as store;

/// Hours that the link works.
const HOURS: i64 = 24;

impl App {
    /// Makes a link by which a member sets a new password; links before it work no more. It is shown once.
    ///
    /// Whoever runs one team must not come into an account that has more to say elsewhere: every team of the account has
    /// to be within reach.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for somebody out of reach.
    pub async fn reset_link(
        &self,
        session: &Session,
        (team, account): (TeamId, AccountId),
    ) -> Result<Secret, AppError> {
        session.may(Action::ManageMembers)?;
        let tx = self.store.write().await?;
        let role = self.member_within_reach(session, &tx, (team, account)).await?;
        store::ticket::spend_all(&tx, TicketKind::Reset, Some(account), self.sources.now()).await?;
        let secret = self.new_reset(session, &tx, (team, account)).await?;
        self.note_link(session, &tx, (team, account), role).await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// Keeps a new link for an account. Those before it go on: somebody else's asking must not take the owner's link away.
    pub(super) async fn new_reset(
        &self,
        session: &Session,
        tx: &store::Tx,
        (team, account): (TeamId, AccountId),
    ) -> Result<Secret, AppError> {
        let (ticket, secret) = self.ticket(session, TicketKind::Reset, HOURS);
        let ticket = Ticket { team: Some(team), account: Some(account), ..ticket };
        store::ticket::insert(tx, &ticket, &secret.hash()).await?;
        Ok(secret)
    }

    /// What a member may do on a team, where every team of the account is within reach.
    pub(super) async fn member_within_reach(
        &self,
        session: &Session,
        tx: &store::Tx,
        (team, account): (TeamId, AccountId),
    ) -> Result<Role, AppError> {
        let team = self.reaches(session, tx, team).await?;
        let memberships = store::membership::of_account(tx, account).await?;
        let Some(member) = memberships.iter().find(|one| one.team == team.id) else {
            return Err(AppError::NotFound { kind: "membership" });
        };
        for one in &memberships {
            if self.reaches(session, tx, one.team).await.is_err() {
                return Err(AppError::invalid("account", "member-elsewhere"));
            }
        }
        Ok(member.role)
    }

    pub(super) async fn note_link(
        &self,
        session: &Session,
        tx: &store::Tx,
        (team, account): (TeamId, AccountId),
        role: Role,
    ) -> Result<(), AppError> {
        let name = store::account::get(tx, account).await?.name;
        let change = audit::Change::new("account.reset-link", RecordKind::Account, account.0).of_team(team);
        self.append_audit(session, tx, change.after(&members::Shown { name: &name, role })).await
    }

    /// Whose password a link sets, for whoever holds it.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it does not work any more.
    pub async fn resetting(&self, secret: &str) -> Result<Account, AppError> {
        let (_, account, _) = self.open_reset(&self.store, secret).await?;
        Ok(account)
    }

    /// Sets a new password by a link. All browsers are signed out, all tokens and passkeys taken back: whoever had the old
    /// password may have made some. The second factor stays.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the link does not work any more; [`AppError::Invalid`].
    pub async fn reset_password(&self, secret: &str, new: &str, origin: Origin) -> Result<(), AppError> {
        let (_, account, _) = self.open_reset(&self.store, secret).await?;
        password::check(new, &[&account.name, &account.email])?;
        let kept = password::hashed(new, self.sources.secret()).await?;
        let tx = self.store.write().await?;
        let (ticket, account, team) = self.open_reset(&tx, secret).await?;
        let session = Session { origin, ..Session::local(team, account.name) };
        store::ticket::spend(&tx, ticket.id, self.sources.now()).await?;
        store::ticket::spend_all(&tx, TicketKind::Reset, Some(account.id), self.sources.now()).await?;
        store::api_token::revoke_all(&tx, account.id, None, self.sources.now()).await?;
        store::passkey::remove_all(&tx, account.id).await?;
        self.set_password(&tx, &session, account.id, kept).await?;
        Ok(tx.commit().await?)
    }

    async fn open_reset(&self, db: &dyn store::Db, secret: &str) -> Result<(Ticket, Account, TeamId), AppError> {
        let gone = || AppError::NotFound { kind: "ticket" };
        let open = store::ticket::open(db, TicketKind::Reset, &secret::hash(secret), self.sources.now()).await?;
        let ticket = open.ok_or_else(gone)?;
        let (account, team) = (ticket.account.ok_or_else(gone)?, ticket.team.ok_or_else(gone)?);
        Ok((ticket, store::account::get(db, account).await?, team))
    }
}
