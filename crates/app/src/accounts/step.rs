//! From the password to the session: at once, or by way of a code. What is between is a step of its own, short-lived, known to
//! the browser alone, and no session: nothing but the code can be given with it.

use super::second::Spent;
use super::secret::{self, Secret};
use super::{SignedIn, before};
use crate::access::Session;
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::TeamId;
use samesky_model::record::{Account, AccountState, Origin, RecordKind, Step, StepKind};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};

/// Minutes that a step stays open.
const MINUTES: i64 = 5;
/// Wrong codes that a step bears.
const TRIES: i64 = 5;

/// Somebody whose password was right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Entered {
    /// They are signed in.
    In(SignedIn),
    /// A code is still asked for; the browser keeps this until then.
    Code(Secret),
}

impl Entered {
    /// Who is signed in, where that is so already.
    pub fn signed_in(self) -> Option<SignedIn> {
        match self {
            Self::In(signed_in) => Some(signed_in),
            Self::Code(_) => None,
        }
    }
}

impl App {
    /// Begins a session, or the step before it where the account has a second factor.
    pub(super) async fn enter(
        &self,
        tx: &store::Tx,
        account: &Account,
        team: TeamId,
        origin: Origin,
    ) -> Result<Entered, AppError> {
        if credential::list(tx, account.id, CredentialKind::OneTimeCode).await?.is_empty() {
            return Ok(Entered::In(self.begin_session(tx, account, team, origin).await?));
        }
        let step = Step { account: Some(account.id), ..self.new_step(StepKind::Code, team.to_string()) };
        Ok(Entered::Code(self.begin_step(tx, &step).await?))
    }

    /// A step that begins now and is nobody's yet.
    pub(super) fn new_step(&self, kind: StepKind, data: String) -> Step {
        let ends_at = before(self.sources.now(), -MINUTES);
        Step { id: self.sources.id(), kind, account: None, data, tries: 0, ends_at }
    }

    /// Keeps a step, and forgets those that ended.
    pub(super) async fn begin_step(&self, tx: &store::Tx, step: &Step) -> Result<Secret, AppError> {
        let secret = Secret::new(self.sources.secret());
        store::sign_in_step::sweep(tx, self.sources.now()).await?;
        store::sign_in_step::insert(tx, step, &secret.hash()).await?;
        Ok(secret)
    }

    /// The step of that secret, where it is open.
    pub(super) async fn open_step(&self, db: &dyn store::Db, kind: StepKind, secret: &str) -> Result<Step, AppError> {
        let found = store::sign_in_step::open(db, kind, &secret::hash(secret), self.sources.now()).await?;
        found.filter(|step| step.tries < TRIES).ok_or(AppError::NotFound { kind: "sign-in-step" })
    }

    /// Whether a code can be given with that secret.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn waits_for_code(&self, secret: &str) -> Result<bool, AppError> {
        match self.open_step(&self.store, StepKind::Code, secret).await {
            Ok(_) => Ok(true),
            Err(AppError::NotFound { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Signs in with the code that follows the password: of the app, or a recovery code.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the step has ended: the password is to be given again; [`AppError::Invalid`] with
    /// `code-wrong`; [`AppError::TooMany`].
    pub async fn give_code(&self, secret: &str, code: &str, origin: Origin) -> Result<SignedIn, AppError> {
        let step = self.open_step(&self.store, StepKind::Code, secret).await?;
        let id = step.account.ok_or(AppError::NotFound { kind: "sign-in-step" })?;
        let is_long = super::recovery::kept(code).is_some();
        let attempt = self.note_code(id, origin.address.as_deref(), is_long).await?;
        let tx = self.store.write().await?;
        let step = self.open_step(&tx, StepKind::Code, secret).await?;
        let account = store::account::get(&tx, id).await?;
        let spent = match account.state {
            AccountState::Active => self.spend_code(&tx, id, code).await?,
            AccountState::Closed => None,
        };
        let Some(spent) = spent else {
            store::sign_in_step::tried(&tx, step.id).await?;
            tx.commit().await?;
            return Err(AppError::invalid("code", "code-wrong"));
        };
        let team = step.data.parse().map_err(|_| AppError::NotFound { kind: "sign-in-step" })?;
        store::sign_in_step::end(&tx, step.id).await?;
        store::attempt::succeed(&tx, attempt).await?;
        if spent == Spent::Recovery {
            let by = Session { origin: origin.clone(), ..Session::local(team, account.name.clone()) };
            let change = audit::Change::new("account.recovery-used", RecordKind::Account, id.0).by_account(id);
            self.append_audit(&by, &tx, change).await?;
        }
        let signed_in = self.begin_session(&tx, &account, team, origin).await?;
        tx.commit().await?;
        Ok(signed_in)
    }
}
