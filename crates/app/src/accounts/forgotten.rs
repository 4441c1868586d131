//! A password that its owner forgot, where mail is sent: a link goes to the address of the account. Whoever asks learns nothing
//! of whether there is one: what they are answered comes before anything is looked up.

use super::before;
use super::secret::{Secret, hash};
use crate::access::Session;
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::record::{Account, AccountState, Attempt, Origin, RecordKind};
use samesky_store as store;
use samesky_store::attempt::Failures;

/// Minutes that an asking counts.
const WINDOW: i64 = 15;
/// Askings from one network address, whatever they ask for.
const ADDRESS: u64 = 20;
/// Messages to one account: more askings send nothing.
const ACCOUNT: u64 = 3;

impl App {
    /// Notes that somebody asks, or refuses it where too many were asked for from there.
    ///
    /// # Errors
    /// [`AppError::TooMany`], alike for every address.
    pub async fn ask_for_reset(&self, origin: &Origin) -> Result<(), AppError> {
        let address = format!("reset {}", origin.address.as_deref().unwrap_or("unknown"));
        if self.asked("resets", &address).await? >= ADDRESS {
            return Err(AppError::TooMany { minutes: WINDOW });
        }
        self.note_asking("resets", &address).await
    }

    /// Makes the link that is mailed, where there is such an account and it was not mailed enough of them already. To be
    /// called after the answer, so that its time tells nothing.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn forgotten(&self, email: &str, origin: Origin) -> Result<Option<(Account, Secret)>, AppError> {
        let Some(account) = store::account::by_email(&self.store, email).await? else { return Ok(None) };
        let subject = hash(&format!("reset of {}", account.id));
        if account.state != AccountState::Active || self.asked(&subject, "reset").await? >= ACCOUNT {
            return Ok(None);
        }
        self.note_asking(&subject, "reset").await?;
        let tx = self.store.write().await?;
        let Some(team) = self.home(&tx, &account).await? else { return Ok(None) };
        let by = Session { origin, ..Session::program(team, crate::import::PROGRAM) };
        let secret = self.new_reset(&by, &tx, (team, account.id)).await?;
        let change = audit::Change::new("account.reset-mail", RecordKind::Account, account.id.0);
        self.append_audit(&by, &tx, change).await?;
        tx.commit().await?;
        Ok(Some((account, secret)))
    }

    async fn asked(&self, subject: &str, address: &str) -> Result<u64, AppError> {
        let of = Failures { subject: Some(subject), address: Some(address) };
        Ok(store::attempt::failures(&self.store, of, before(self.sources.now(), WINDOW)).await?)
    }

    async fn note_asking(&self, subject: &str, address: &str) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        let at = self.sources.now();
        let attempt = Attempt { subject: subject.to_owned(), address: address.to_owned(), at, succeeded: false };
        store::attempt::append(&tx, self.sources.id(), &attempt).await?;
        Ok(tx.commit().await?)
    }
}
