//! The second factor of the own account: codes of an authenticator app, and recovery codes for when it is gone.

use super::{one_time, recovery};
use crate::access::{Action, Session, Who};
use crate::error::AppError;
use crate::{App, audit};
use jiff::Timestamp;
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Account, RecordKind};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};

/// How the own account's second factor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondFactor {
    /// Since when it is on.
    pub since: Option<Timestamp>,
    /// Recovery codes that were not used yet.
    pub recovery_left: usize,
    /// Whether the session's team asks for one.
    pub is_asked: bool,
}

/// A shared secret that an authenticator app is to take over.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    /// The secret in base32, for typing.
    pub secret: String,
    /// The same as an address, for the app's camera.
    pub address: String,
}

impl App {
    /// How the own account's second factor stands.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account.
    pub async fn second_factor(&self, session: &Session) -> Result<SecondFactor, AppError> {
        let id = session.own(Action::OwnAccount)?;
        let kept = credential::list(&self.store, id, CredentialKind::OneTimeCode).await?;
        let codes = credential::list(&self.store, id, CredentialKind::Recovery).await?;
        Ok(SecondFactor {
            since: kept.first().map(|one| one.made_at),
            recovery_left: codes.iter().filter(|code| code.used_at.is_none()).count(),
            is_asked: store::sign_in_rule::asks_second_factor(&self.store, session.team).await?,
        })
    }

    /// Offers a new shared secret. Nothing changes before a code made with it is given. The password is asked for, so that
    /// nobody at an unwatched browser can do it.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with `password-wrong`; [`AppError::TooMany`].
    pub async fn offer_second_factor(&self, session: &Session, password: &str) -> Result<Offer, AppError> {
        let account = self.proven(session, password).await?;
        let secret = one_time::secret(self.sources.secret());
        let tx = self.store.write().await?;
        let at = self.sources.now();
        credential::replace(&tx, account.id, CredentialKind::Offered, std::slice::from_ref(&secret), at).await?;
        tx.commit().await?;
        Ok(Offer::of(secret, &account))
    }

    /// The secret that was offered and waits for its first code.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when none was.
    pub async fn offered(&self, session: &Session) -> Result<Offer, AppError> {
        let id = session.own(Action::OwnAccount)?;
        let secret = self.offered_secret(&self.store, id).await?;
        Ok(Offer::of(secret, &store::account::get(&self.store, id).await?))
    }

    async fn offered_secret(&self, db: &dyn store::Db, id: AccountId) -> Result<String, AppError> {
        let kept = credential::list(db, id, CredentialKind::Offered).await?;
        kept.into_iter().next().map(|one| one.secret).ok_or(AppError::NotFound { kind: "offer" })
    }

    /// Turns the second factor on with the first code of the secret that was offered. All other browsers are signed out.
    /// The answer is the recovery codes; they are shown once.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with `code-wrong`; [`AppError::NotFound`] when nothing was offered; [`AppError::TooMany`].
    pub async fn confirm_second_factor(&self, session: &Session, code: &str) -> Result<Vec<String>, AppError> {
        let id = session.own(Action::OwnAccount)?;
        let now = self.sources.now();
        let attempt = self.note_code(id, session.origin.address.as_deref(), false).await?;
        let tx = self.store.write().await?;
        let secret = self.offered_secret(&tx, id).await?;
        let wrong = || AppError::invalid("code", "code-wrong");
        let moment = one_time::moment(&secret, code, now)?.ok_or_else(wrong)?;
        store::attempt::succeed(&tx, attempt).await?;
        credential::replace(&tx, id, CredentialKind::OneTimeCode, &[secret], now).await?;
        credential::spend(&tx, id, CredentialKind::OneTimeCode, 0, moment).await?;
        credential::replace(&tx, id, CredentialKind::Offered, &[], now).await?;
        self.end_others(&tx, session, id).await?;
        let codes = self.new_recovery_codes(&tx, id).await?;
        self.note_second(session, &tx, "account.second-factor-on", id).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Turns the second factor off.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with `password-wrong`; [`AppError::TooMany`].
    pub async fn drop_second_factor(&self, session: &Session, password: &str) -> Result<(), AppError> {
        let id = self.proven(session, password).await?.id;
        let tx = self.store.write().await?;
        self.take_second(&tx, id).await?;
        self.note_second(session, &tx, "account.second-factor-off", id).await?;
        Ok(tx.commit().await?)
    }

    /// Makes new recovery codes; those before work no more. They are shown once.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with `password-wrong`; [`AppError::NotFound`] while the second factor is off.
    pub async fn renew_recovery_codes(&self, session: &Session, password: &str) -> Result<Vec<String>, AppError> {
        let id = self.proven(session, password).await?.id;
        let tx = self.store.write().await?;
        if credential::list(&tx, id, CredentialKind::OneTimeCode).await?.is_empty() {
            return Err(AppError::NotFound { kind: "second-factor" });
        }
        let codes = self.new_recovery_codes(&tx, id).await?;
        self.note_second(session, &tx, "account.recovery-codes", id).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Takes the second factor and the passkeys of a member away, who lost the device they were on, and signs them out
    /// everywhere. Whoever runs one team must not weaken an account that has more to say elsewhere.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for somebody out of reach; [`AppError::Invalid`].
    pub async fn reset_second_factor(
        &self,
        session: &Session,
        (team, account): (TeamId, AccountId),
        why: Option<String>,
    ) -> Result<(), AppError> {
        session.may(Action::ManageMembers)?;
        let tx = self.store.write().await?;
        self.member_within_reach(session, &tx, (team, account)).await?;
        self.take_second(&tx, account).await?;
        store::passkey::remove_all(&tx, account).await?;
        store::sign_in::end_all(&tx, account, None).await?;
        let change = audit::Change::new("account.second-factor-reset", RecordKind::Account, account.0).of_team(team);
        let why = audit::reason(why);
        self.append_audit(session, &tx, change.why(why)).await?;
        Ok(tx.commit().await?)
    }

    /// Says whether a team asks for a second factor: then a member without one can do nothing there but turn it on.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for a team out of reach.
    pub async fn ask_second_factor(&self, session: &Session, team: TeamId, asks: bool) -> Result<(), AppError> {
        session.may(Action::ManageMembers)?;
        let tx = self.store.write().await?;
        self.reaches(session, &tx, team).await?;
        let before = store::sign_in_rule::asks_second_factor(&tx, team).await?;
        if before != asks {
            store::sign_in_rule::ask_second_factor(&tx, team, asks).await?;
            let change = audit::Change::new("team.second-factor", RecordKind::Team, team.0).of_team(team);
            let shown = |asks| Rule { second_factor: asks };
            self.append_audit(session, &tx, change.before(&shown(before)).after(&shown(asks))).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Whether a team asks for a second factor.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for a team out of reach.
    pub async fn asks_second_factor(&self, session: &Session, team: TeamId) -> Result<bool, AppError> {
        session.may(if team == session.team { Action::SeeMembers } else { Action::ManageMembers })?;
        self.reaches(session, &self.store, team).await?;
        Ok(store::sign_in_rule::asks_second_factor(&self.store, team).await?)
    }

    /// The own account, once its password was given again.
    pub(super) async fn proven(&self, session: &Session, password: &str) -> Result<Account, AppError> {
        let id = session.own(Action::OwnAccount)?;
        let account = store::account::get(&self.store, id).await?;
        let attempt = self.note_attempt(&account.email, session.origin.address.as_deref()).await?;
        if !self.is_password(Some(&account), password).await? {
            return Err(AppError::invalid("present", "password-wrong"));
        }
        let tx = self.store.write().await?;
        store::attempt::succeed(&tx, attempt).await?;
        tx.commit().await?;
        Ok(account)
    }

    /// Uses a code of the app or a recovery code up. `None`: it is neither, or was used before.
    pub(super) async fn spend_code(
        &self,
        tx: &store::Tx,
        id: AccountId,
        typed: &str,
    ) -> Result<Option<Spent>, AppError> {
        let now = self.sources.now();
        if let Some(hash) = recovery::kept(typed) {
            let codes = credential::list(tx, id, CredentialKind::Recovery).await?;
            let Some(code) = codes.into_iter().find(|code| code.secret == hash && code.used_at.is_none()) else {
                return Ok(None);
            };
            let is_first = credential::spend(tx, id, CredentialKind::Recovery, code.ordinal, now).await?;
            return Ok(is_first.then_some(Spent::Recovery));
        }
        let kept = credential::list(tx, id, CredentialKind::OneTimeCode).await?;
        let Some(secret) = kept.first().map(|one| one.secret.as_str()) else { return Ok(None) };
        let Some(moment) = one_time::moment(secret, typed, now)? else { return Ok(None) };
        let is_first = credential::spend(tx, id, CredentialKind::OneTimeCode, 0, moment).await?;
        Ok(is_first.then_some(Spent::Code))
    }

    async fn new_recovery_codes(&self, tx: &store::Tx, id: AccountId) -> Result<Vec<String>, AppError> {
        let codes: Vec<_> = (0..recovery::COUNT).map(|_| recovery::code(self.sources.secret())).collect();
        let kept: Vec<_> = codes.iter().filter_map(|code| recovery::kept(code)).collect();
        credential::replace(tx, id, CredentialKind::Recovery, &kept, self.sources.now()).await?;
        Ok(codes)
    }

    async fn take_second(&self, tx: &store::Tx, id: AccountId) -> Result<(), AppError> {
        let at = self.sources.now();
        for kind in [CredentialKind::OneTimeCode, CredentialKind::Recovery, CredentialKind::Offered] {
            credential::replace(tx, id, kind, &[], at).await?;
        }
        store::sign_in_step::end_all(tx, id).await?;
        Ok(())
    }

    /// Ends all sessions of the own account but the one that asks.
    async fn end_others(&self, tx: &store::Tx, session: &Session, id: AccountId) -> Result<(), AppError> {
        let own = match session.who {
            Who::Account { sign_in, .. } => Some(sign_in),
            _ => None,
        };
        store::sign_in::end_all(tx, id, own).await?;
        store::sign_in_step::end_all(tx, id).await?;
        Ok(())
    }

    async fn note_second(
        &self,
        session: &Session,
        tx: &store::Tx,
        action: &str,
        id: AccountId,
    ) -> Result<(), AppError> {
        self.append_audit(session, tx, audit::Change::new(action, RecordKind::Account, id.0)).await
    }
}

/// What was used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spent {
    /// A code of the app.
    Code,
    /// One of the recovery codes.
    Recovery,
}

impl Offer {
    fn of(secret: String, account: &Account) -> Self {
        Self { address: one_time::address(&secret, &account.email), secret }
    }
}

/// What a team asks for, as the audit keeps it.
#[derive(serde::Serialize)]
struct Rule {
    second_factor: bool,
}
