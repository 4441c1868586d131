//! Takes away what has been kept for as long as it is needed. A server does it when it starts and once a day.

use super::kinds::{ATTEMPTS, ORIGINS, REMOVED_PEOPLE, TICKETS, TOKENS};
use crate::error::AppError;
use crate::{App, Session};
use jiff::{SignedDuration, Timestamp};
use samesky_store as store;

/// How much was taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tidied {
    /// Sessions, and steps of a sign-in, that had ended.
    pub sign_ins: u64,
    /// One-time links.
    pub tickets: u64,
    /// Tokens.
    pub tokens: u64,
    /// Attempts to sign in.
    pub attempts: u64,
    /// Network addresses and programs in the audit.
    pub origins: u64,
    /// People of organisations who had been removed.
    pub people: u64,
}

impl App {
    /// Takes away what has been kept for as long as it is needed.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn tidy(&self) -> Result<Tidied, AppError> {
        let now = self.sources.now();
        let program = Session::program(self.default_team().await?.id, crate::import::PROGRAM);
        let tx = self.store.write().await?;
        let tidied = Tidied {
            sign_ins: store::sign_in::sweep(&tx, now).await? + store::sign_in_step::sweep(&tx, now).await?,
            tickets: store::ticket::sweep(&tx, days_before(now, TICKETS)).await?,
            tokens: store::api_token::sweep(&tx, days_before(now, TOKENS)).await?,
            attempts: store::attempt::sweep(&tx, days_before(now, ATTEMPTS)).await?,
            origins: store::person::forget_origins(&tx, days_before(now, ORIGINS)).await?,
            people: self.sweep_people(&program, &tx, days_before(now, REMOVED_PEOPLE)).await?,
        };
        tx.commit().await?;
        if tidied.people > 0 {
            self.scrub().await;
            self.note_erasures().await?;
        }
        Ok(tidied)
    }
}

fn days_before(now: Timestamp, days: i64) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(days * 24)).unwrap_or(Timestamp::MIN)
}
