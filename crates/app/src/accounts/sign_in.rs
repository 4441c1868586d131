//! Signing in and out, and the browsers that are signed in.

use super::secret::Secret;
use super::{Entered, after, door, password};
use crate::App;
use crate::access::{Action, Session, Who};
use crate::error::AppError;
use samesky_model::id::{SignInId, TeamId};
use samesky_model::record::{Account, AccountState, Origin, SignIn, Team};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};

/// Somebody who is signed in now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// What the browser keeps. It is new at every sign-in.
    pub secret: Secret,
    /// Whose account.
    pub account: Account,
}

impl App {
    /// Signs somebody in with address and password, or asks for the code that follows it. An unknown address, a closed account and a wrong password answer with
    /// the same words after the same work.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with `sign-in-refused`; [`AppError::TooMany`].
    pub async fn sign_in(&self, email: &str, password: &str, origin: Origin) -> Result<Entered, AppError> {
        let attempt = self.note_attempt(email, origin.address.as_deref()).await?;
        let found = store::account::by_email(&self.store, email).await?;
        let found = found.filter(|account| account.state == AccountState::Active);
        let right = self.is_password(found.as_ref(), password).await?;
        let refused = || AppError::invalid("password", "sign-in-refused");
        let account = found.filter(|_| right).ok_or_else(refused)?;
        let tx = self.store.write().await?;
        let team = self.home(&tx, &account).await?.ok_or_else(refused)?;
        store::attempt::succeed(&tx, attempt).await?;
        let entered = self.enter(&tx, &account, team, origin).await?;
        tx.commit().await?;
        Ok(entered)
    }

    /// Ends the session that asks.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn sign_out(&self, session: &Session) -> Result<(), AppError> {
        let Who::Account { id, sign_in, .. } = session.who else { return Ok(()) };
        let tx = self.store.write().await?;
        store::sign_in::end(&tx, id, sign_in).await?;
        Ok(tx.commit().await?)
    }

    /// The browsers that the own account is signed in with, the latest used first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account.
    pub async fn sign_ins(&self, session: &Session) -> Result<Vec<SignIn>, AppError> {
        let id = session.own(Action::OwnAccount)?;
        Ok(store::sign_in::of_account(&self.store, id, self.sources.now()).await?)
    }

    /// Ends one of the own account's.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not the own account's, or ended already.
    pub async fn end_sign_in(&self, session: &Session, sign_in: SignInId) -> Result<(), AppError> {
        let id = session.own(Action::OwnAccount)?;
        let tx = self.store.write().await?;
        store::sign_in::end(&tx, id, sign_in).await?;
        Ok(tx.commit().await?)
    }

    /// The teams that the own account belongs to, the longest-standing first.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn own_teams(&self, session: &Session) -> Result<Vec<Team>, AppError> {
        let id = session.own(Action::OwnAccount)?;
        let memberships = store::membership::of_account(&self.store, id).await?;
        let ids: Vec<_> = memberships.iter().map(|membership| membership.team).collect();
        Ok(store::team::get_many(&self.store, &ids).await?)
    }

    /// Shows the records of another team of the own account from now on.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the account is no member of it.
    pub async fn change_team(&self, session: &Session, team: TeamId) -> Result<(), AppError> {
        let id = session.own(Action::OwnAccount)?;
        let Who::Account { sign_in, .. } = session.who else { return Ok(()) };
        let tx = self.store.write().await?;
        if store::membership::find(&tx, team, id).await?.is_none() {
            return Err(AppError::NotFound { kind: "team" });
        }
        store::sign_in::change_team(&tx, sign_in, team).await?;
        Ok(tx.commit().await?)
    }

    /// Whether it is the account's password. Takes as long where there is no account.
    pub(super) async fn is_password(&self, account: Option<&Account>, password: &str) -> Result<bool, AppError> {
        let kept = match account {
            Some(account) => credential::list(&self.store, account.id, CredentialKind::Password).await?,
            None => Vec::new(),
        };
        password::is_right(password, kept.into_iter().next().map(|one| one.secret)).await
    }

    /// The team with which an account begins: its own, the longest-standing; of a guest the one whose organisation is theirs.
    pub(super) async fn home(&self, db: &dyn store::Db, account: &Account) -> Result<Option<TeamId>, AppError> {
        let first = store::membership::of_account(db, account.id).await?.into_iter().next();
        match (first, account.organisation) {
            (Some(membership), _) => Ok(Some(membership.team)),
            (None, Some(organisation)) => Ok(store::organisation::owner(db, organisation).await?),
            (None, None) => Ok(None),
        }
    }

    /// Begins a session of an account, and forgets those that ended.
    pub(super) async fn begin_session(
        &self,
        tx: &store::Tx,
        account: &Account,
        team: TeamId,
        origin: Origin,
    ) -> Result<SignedIn, AppError> {
        let (now, secret) = (self.sources.now(), Secret::new(self.sources.secret()));
        let sign_in = SignIn {
            id: self.sources.id(),
            account: account.id,
            // A guest is a member of none.
            team: store::membership::find(tx, team, account.id).await?.map(|membership| membership.team),
            created_at: now,
            seen_at: now,
            ends_at: after(now, door::IDLE),
            origin,
        };
        store::sign_in::sweep(tx, now).await?;
        store::sign_in::insert(tx, &sign_in, &secret.hash()).await?;
        Ok(SignedIn { secret, account: account.clone() })
    }
}
