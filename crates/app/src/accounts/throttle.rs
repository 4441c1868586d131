//! Guessing is slowed down without locking anybody out of their account.
//!
//! Counted are failures of the last quarter of an hour. From an address that the account has signed in from within the last
//! 90 days, only that account's failures from there count, so that a flood of guesses from elsewhere, or at other accounts
//! from the same office, does not keep its owner out. Every attempt is noted as failed before the password is looked at, so
//! that many at once gain nothing.

use super::before;
use super::secret::hash;
use crate::App;
use crate::error::AppError;
use jiff::Timestamp;
use samesky_model::id::AccountId;
use samesky_model::record::Attempt;
use samesky_store as store;
use samesky_store::attempt::Failures;
use uuid::Uuid;

/// Minutes that a failure counts.
const WINDOW: i64 = 15;
/// Minutes that an address stays known: 90 days.
const KNOWN: i64 = 90 * 24 * 60;
/// Failures of one account from one known address.
const KNOWN_PAIR: u64 = 20;
/// Failures of one account from one address.
const PAIR: u64 = 8;
/// Failures from one address, of any accounts.
const ADDRESS: u64 = 60;
/// Failures of one account, from any addresses.
const SUBJECT: u64 = 40;
/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// Wrong codes for one account in a day, from addresses that are not known: of a million, so that whoever has the password
/// needs years.
const CODES_OF_A_DAY: u64 = 60;

impl App {
    /// Notes an attempt, or refuses it. The answer is what [`store::attempt::succeed`] needs.
    pub(super) async fn note_attempt(&self, email: &str, address: Option<&str>) -> Result<Uuid, AppError> {
        let (now, subject) = (self.sources.now(), subject(email));
        let address = address.unwrap_or("unknown");
        let tx = self.store.write().await?;
        if is_too_many(&tx, &subject, address, now).await? {
            return Err(AppError::TooMany { minutes: WINDOW });
        }
        let id = self.sources.id();
        let attempt = Attempt { subject, address: address.to_owned(), at: now, succeeded: false };
        store::attempt::append(&tx, id, &attempt).await?;
        store::attempt::sweep(&tx, before(now, KNOWN)).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The same for the code that follows the password. Only who has the password comes so far, so less is let through; a
    /// recovery code has too many letters to be guessed, and is held up by its own address's failures alone.
    pub(super) async fn note_code(
        &self,
        account: AccountId,
        address: Option<&str>,
        is_recovery: bool,
    ) -> Result<Uuid, AppError> {
        let (now, subject) = (self.sources.now(), hash(&format!("code of {account}")));
        let address = address.unwrap_or("unknown");
        let tx = self.store.write().await?;
        let day = Failures { subject: Some(&subject), address: None };
        let is_known = store::attempt::is_known(&tx, &subject, address, before(now, KNOWN)).await?;
        let is_flooded = !is_known && !is_recovery && {
            store::attempt::failures(&tx, day, before(now, DAY)).await? >= CODES_OF_A_DAY
        };
        let here = Failures { subject: Some(&subject), address: Some(address) };
        let pair = store::attempt::failures(&tx, here, before(now, WINDOW)).await?;
        if is_flooded || pair >= if is_known { KNOWN_PAIR } else { PAIR } {
            return Err(AppError::TooMany { minutes: WINDOW });
        }
        let id = self.sources.id();
        let attempt = Attempt { subject, address: address.to_owned(), at: now, succeeded: false };
        store::attempt::append(&tx, id, &attempt).await?;
        tx.commit().await?;
        Ok(id)
    }
}

async fn is_too_many(tx: &store::Tx, subject: &str, address: &str, now: Timestamp) -> Result<bool, AppError> {
    let since = before(now, WINDOW);
    let count = async |subject, address| store::attempt::failures(tx, Failures { subject, address }, since).await;
    let pair = count(Some(subject), Some(address)).await?;
    if store::attempt::is_known(tx, subject, address, before(now, KNOWN)).await? {
        return Ok(pair >= KNOWN_PAIR);
    }
    Ok(pair >= PAIR || count(None, Some(address)).await? >= ADDRESS || count(Some(subject), None).await? >= SUBJECT)
}

/// What attempts are counted by: a hash, so that nobody's mistyped address is kept.
pub(crate) fn subject(email: &str) -> String {
    hash(&email.trim().to_lowercase())
}
