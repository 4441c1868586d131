//! The own account: name, language, time zone, password.

use super::first::Shown;
use super::password;
use super::person::Person;
use crate::access::{Action, Session, Who};
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::AccountId;
use samesky_model::record::{Account, RecordKind};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};

/// The own account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The account.
    pub account: Account,
    /// When its password was set.
    pub password_set: Option<jiff::Timestamp>,
}

impl App {
    /// The own account.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account.
    pub async fn profile(&self, session: &Session) -> Result<Profile, AppError> {
        let id = session.own(Action::OwnAccount)?;
        let kept = credential::list(&self.store, id, CredentialKind::Password).await?;
        let account = store::account::get(&self.store, id).await?;
        Ok(Profile { account, password_set: kept.first().map(|one| one.made_at) })
    }

    /// Changes the own name, language or time zone.
    ///
    /// # Errors
    /// [`AppError::Conflict`] when it was changed elsewhere in the meantime; [`AppError::Invalid`].
    pub async fn change_profile(&self, session: &Session, expected: i64, person: Person) -> Result<(), AppError> {
        let id = session.own(Action::OwnAccount)?;
        let person = person.valid()?;
        let tx = self.store.write().await?;
        let before = store::account::get(&tx, id).await?;
        if before.version != expected {
            let version = before.version;
            return Err(AppError::Conflict { kind: "account", by: String::new(), at: None, version });
        }
        let Person { name, language, time_zone } = person;
        let after = Account { name, language, time_zone, ..before.clone() };
        store::account::update(&tx, &after, expected).await?;
        let change = audit::Change::new("account.change", RecordKind::Account, id.0)
            .before(&Shown::of(&before))
            .after(&Shown::of(&after));
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }

    /// Sets a new own password. All other browsers are signed out.
    ///
    /// # Errors
    /// [`AppError::Invalid`] when the present password is wrong or the new one is not taken; [`AppError::TooMany`].
    pub async fn change_password(&self, session: &Session, present: &str, new: &str) -> Result<(), AppError> {
        let id = session.own(Action::OwnAccount)?;
        let account = store::account::get(&self.store, id).await?;
        password::check(new, &[&account.name, &account.email])?;
        self.proven(session, present).await?;
        let kept = password::hashed(new, self.sources.secret()).await?;
        let tx = self.store.write().await?;
        self.set_password(&tx, session, id, kept).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps a new password of an account and ends its sessions, but the one that asks.
    pub(super) async fn set_password(
        &self,
        tx: &store::Tx,
        session: &Session,
        id: AccountId,
        kept: String,
    ) -> Result<(), AppError> {
        credential::replace(tx, id, CredentialKind::Password, &[kept], self.sources.now()).await?;
        let own = match session.who {
            Who::Account { id: asking, sign_in, .. } if asking == id => Some(sign_in),
            _ => None,
        };
        store::sign_in::end_all(tx, id, own).await?;
        store::sign_in_step::end_all(tx, id).await?;
        let change = audit::Change::new("account.password", RecordKind::Account, id.0).by_account(id);
        self.append_audit(session, tx, change).await
    }
}
