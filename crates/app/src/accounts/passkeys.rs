//! Passkeys: signing in with a key that a device keeps, instead of a password. The device asks its owner for a finger, a face or
//! a number before it signs, so a passkey is both factors at once.

use super::webauthn::{self, Asked, Assertion};
use super::{Secret, SignedIn};
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::PasskeyId;
use samesky_model::record::{AccountState, Origin, Passkey, RecordKind, Step, StepKind};
use samesky_store as store;

/// Passkeys of an account at most.
const MOST: usize = 20;

/// The page that asks: what a device binds its signature to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page<'a> {
    /// Scheme, host and port.
    pub origin: &'a str,
    /// The host alone.
    pub host: &'a str,
}

/// A question to a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What comes back with the answer.
    pub step: Secret,
    /// What the device signs (base64url).
    pub challenge: String,
}

/// A key that a device made, as the browser hands it on; the texts are base64url.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPasskey {
    /// What its owner calls it.
    pub name: String,
    /// What the browser saw, as JSON.
    pub client_data: String,
    /// What the device says.
    pub authenticator_data: String,
}

impl App {
    /// The own passkeys, the oldest first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account.
    pub async fn passkeys(&self, session: &Session) -> Result<Vec<Passkey>, AppError> {
        let id = session.own(Action::OwnAccount)?;
        Ok(store::passkey::of_account(&self.store, id).await?)
    }

    /// Asks a device for a new key. The password is asked for, so that nobody at an unwatched browser adds theirs.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with `password-wrong`; [`AppError::TooMany`].
    pub async fn ask_for_passkey(&self, session: &Session, password: &str) -> Result<Question, AppError> {
        let account = self.proven(session, password).await?.id;
        let challenge = self.challenge();
        let step = Step { account: Some(account), ..self.new_step(StepKind::NewPasskey, challenge.clone()) };
        self.question(step, challenge).await
    }

    /// Keeps the key that the device made.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the question was another account's, or too long ago; [`AppError::Invalid`] with
    /// `passkey-refused`.
    pub async fn add_passkey(
        &self,
        session: &Session,
        step: &str,
        page: Page<'_>,
        new: NewPasskey,
    ) -> Result<(), AppError> {
        let account = session.own(Action::OwnAccount)?;
        let tx = self.store.write().await?;
        let asked = self.open_step(&tx, StepKind::NewPasskey, step).await?;
        if asked.account != Some(account) {
            return Err(AppError::NotFound { kind: "sign-in-step" });
        }
        store::sign_in_step::end(&tx, asked.id).await?;
        let question = Asked { challenge: &asked.data, origin: page.origin, host: page.host };
        let key = webauthn::made(&question, &new.client_data, &new.authenticator_data).map_err(refused)?;
        let known = store::passkey::of_account(&tx, account).await?;
        let is_known = store::passkey::by_credential(&tx, &key.credential).await?.is_some();
        if is_known || known.len() >= MOST {
            return Err(refused("the key is known, or there are too many"));
        }
        let name = new.name.trim();
        let is_name = (1..=80).contains(&name.chars().count()) && !name.chars().any(char::is_control);
        let passkey = Passkey {
            id: self.sources.id(),
            account,
            credential: key.credential,
            public_key: key.public_key,
            name: if is_name { name.to_owned() } else { format!("{}", known.len() + 1) },
            uses: key.uses,
            created_at: self.sources.now(),
            used_at: None,
        };
        store::passkey::insert(&tx, &passkey).await?;
        let change = audit::Change::new("passkey.make", RecordKind::Account, account.0);
        self.append_audit(session, &tx, change.after(&Shown { name: &passkey.name })).await?;
        Ok(tx.commit().await?)
    }

    /// Takes one of the own passkeys away.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not the own account's.
    pub async fn remove_passkey(&self, session: &Session, id: PasskeyId) -> Result<(), AppError> {
        let account = session.own(Action::OwnAccount)?;
        let tx = self.store.write().await?;
        let found = store::passkey::of_account(&tx, account).await?.into_iter().find(|key| key.id == id);
        store::passkey::remove(&tx, account, id).await?;
        let name = found.map(|key| key.name).unwrap_or_default();
        let change = audit::Change::new("passkey.remove", RecordKind::Account, account.0);
        self.append_audit(session, &tx, change.before(&Shown { name: &name })).await?;
        Ok(tx.commit().await?)
    }

    /// Asks whatever device there is for a signature. Nothing is said of who has an account.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn ask_passkey(&self) -> Result<Question, AppError> {
        let challenge = self.challenge();
        let step = self.new_step(StepKind::Passkey, challenge.clone());
        self.question(step, challenge).await
    }

    /// Signs in with what a device signed. Each question is answered once.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the question was asked too long ago; [`AppError::Invalid`] with `passkey-refused`;
    /// [`AppError::TooMany`].
    pub async fn sign_in_by_passkey(
        &self,
        step: &str,
        page: Page<'_>,
        given: &Assertion,
        origin: Origin,
    ) -> Result<SignedIn, AppError> {
        let attempt = self.note_attempt(&format!("passkey {}", given.credential), origin.address.as_deref()).await?;
        let tx = self.store.write().await?;
        let asked = self.open_step(&tx, StepKind::Passkey, step).await?;
        store::sign_in_step::end(&tx, asked.id).await?;
        let found = store::passkey::by_credential(&tx, &given.credential).await?;
        let Some(key) = found else {
            tx.commit().await?;
            return Err(refused("nobody has this key"));
        };
        let question = Asked { challenge: &asked.data, origin: page.origin, host: page.host };
        let account = store::account::get(&tx, key.account).await?;
        let uses = match webauthn::used(&question, (&key.public_key, key.uses), given) {
            Ok(uses) if account.state == AccountState::Active => uses,
            outcome => {
                tx.commit().await?;
                return Err(refused(outcome.err().unwrap_or("the account is closed")));
            }
        };
        let first = store::membership::of_account(&tx, account.id).await?.into_iter().next();
        let team = first.ok_or_else(|| refused("the account has no team"))?.team;
        store::passkey::used(&tx, key.id, uses, self.sources.now()).await?;
        store::attempt::succeed(&tx, attempt).await?;
        let signed_in = self.begin_session(&tx, &account, team, origin).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    fn challenge(&self) -> String {
        super::signature::encoded(&self.sources.secret())
    }

    async fn question(&self, step: Step, challenge: String) -> Result<Question, AppError> {
        let tx = self.store.write().await?;
        let step = self.begin_step(&tx, &step).await?;
        tx.commit().await?;
        Ok(Question { step, challenge })
    }
}

fn refused(reason: &'static str) -> AppError {
    tracing::warn!(reason, "a passkey was refused");
    AppError::invalid("passkey", "passkey-refused")
}

/// A passkey as the audit keeps it.
#[derive(serde::Serialize)]
struct Shown<'a> {
    name: &'a str,
}
