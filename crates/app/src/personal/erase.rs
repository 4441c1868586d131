//! Forgetting somebody. What they decided stays, and so do the figures; their name goes, wherever it stands.

use crate::access::{Action, Session, Who};
use crate::accounts::keeps_an_owner;
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Account, AccountState, Erasure, Membership, RecordKind};
use samesky_store as store;
use samesky_store::person::Known;

/// Somebody who was forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// What is left.
    pub erasure: Erasure,
    /// Stamps in which their name stood.
    pub stamps: u64,
    /// Values of the audit that are gone.
    pub values: u64,
}

/// What somebody is called who was forgotten. Pages say it in the reader's language.
#[must_use]
pub fn pseudonym(number: i64) -> String {
    format!("{PSEUDONYM}{number}")
}

/// The number of somebody who was forgotten, from what they are called.
#[must_use]
pub fn pseudonym_number(name: &str) -> Option<i64> {
    name.strip_prefix(PSEUDONYM)?.parse().ok().filter(|number| *number > 0)
}

const PSEUDONYM: &str = "former officer ";

impl App {
    /// The account with this identifier or e-mail address, for whoever runs the installation.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`].
    pub async fn find_person(&self, session: &Session, who: &str) -> Result<Account, AppError> {
        session.may(Action::Administer)?;
        let missing = || AppError::NotFound { kind: "account" };
        match who.trim().parse() {
            Ok(id) => Ok(store::account::get(&self.store, id).await?),
            Err(_) => store::account::by_email(&self.store, who).await?.ok_or_else(missing),
        }
    }

    /// Forgets somebody: the account becomes “former officer N”, and their name, addresses and programs are gone from stamps,
    /// reasons, links and the audit. Sessions, tokens and memberships end.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for somebody out of reach or forgotten already; [`AppError::Invalid`] when
    /// they are a member of a team out of reach, the last owner of a top team, or whoever asks.
    pub async fn erase_person(
        &self,
        session: &Session,
        account: AccountId,
        why: Option<String>,
    ) -> Result<Erased, AppError> {
        session.may(Action::ErasePeople)?;
        if matches!(session.who, Who::Account { id, .. } if id == account) {
            return Err(AppError::invalid("account", "erase-self"));
        }
        let tx = self.store.write().await?;
        let found = store::account::get(&tx, account).await?;
        if store::erasure::of_account(&tx, account).await?.is_some() {
            return Err(AppError::NotFound { kind: "account" });
        }
        let memberships = store::membership::of_account(&tx, account).await?;
        self.may_erase(session, &tx, &found, &memberships).await?;
        let number = store::erasure::list(&tx).await?.last().map_or(0, |last| last.number) + 1;
        let erasure = Erasure { account, number, at: self.sources.now() };
        let teams: Vec<TeamId> = memberships.iter().map(|one| one.team).collect();
        let erased = self.erase(session, &tx, (&found, &teams), erasure, audit::reason(why)).await?;
        tx.commit().await?;
        self.scrub().await;
        self.note_erasures().await?;
        Ok(erased)
    }

    /// Forgets somebody whom a list says, under the same number. A number that the list names is never given again.
    pub(super) async fn erase_again(&self, session: &Session, erasure: Erasure) -> Result<bool, AppError> {
        let tx = self.store.write().await?;
        if store::erasure::of_account(&tx, erasure.account).await?.is_some() {
            return Ok(false);
        }
        let found = match store::account::get(&tx, erasure.account).await {
            Ok(account) => account,
            Err(store::StoreError::NotFound { .. }) => {
                store::erasure::insert(&tx, &erasure).await?;
                tx.commit().await?;
                return Ok(false);
            }
            Err(error) => return Err(error.into()),
        };
        let teams: Vec<_> = store::membership::of_account(&tx, found.id).await?.iter().map(|one| one.team).collect();
        self.erase(session, &tx, (&found, &teams), erasure, None).await?;
        tx.commit().await?;
        self.scrub().await;
        Ok(true)
    }

    /// The person is forgotten already; only somebody who searches the bytes of the file could still find their name.
    pub(crate) async fn scrub(&self) {
        if let Err(error) = self.store.scrub().await {
            tracing::warn!(%error, "the database file could not be written anew; it may hold remains of what was erased");
        }
    }

    async fn may_erase(
        &self,
        session: &Session,
        tx: &store::Tx,
        account: &Account,
        memberships: &[Membership],
    ) -> Result<(), AppError> {
        for one in memberships {
            if session.who != Who::Local && self.reaches(session, tx, one.team).await.is_err() {
                return Err(AppError::invalid("account", "member-elsewhere"));
            }
            let team = store::team::get(tx, one.team).await?;
            keeps_an_owner(tx, &team, one).await?;
        }
        let known_here =
            !memberships.is_empty() || session.who == Who::Local || self.was_member(session, tx, account.id).await?;
        if known_here { Ok(()) } else { Err(AppError::NotFound { kind: "account" }) }
    }

    async fn erase(
        &self,
        session: &Session,
        tx: &store::Tx,
        (account, teams): (&Account, &[TeamId]),
        erasure: Erasure,
        why: Option<String>,
    ) -> Result<Erased, AppError> {
        let called = pseudonym(erasure.number);
        let known: Known = store::person::known(tx, account).await?;
        store::person::forget_ways_in(tx, &known, &crate::accounts::subject(&account.email)).await?;
        let stamps = store::person::forget_stamps(tx, &known, &called).await?;
        let values = store::person::forget_changes(tx, &known, &called).await?;
        let left = Account {
            name: called,
            email: format!("former-officer-{}@erased.invalid", erasure.number),
            language: None,
            time_zone: None,
            state: AccountState::Closed,
            ..account.clone()
        };
        store::account::update(tx, &left, account.version).await?;
        store::erasure::insert(tx, &erasure).await?;
        let own = [session.team];
        for team in if teams.is_empty() { &own } else { teams } {
            let change = audit::Change::new("account.erase", RecordKind::Account, account.id.0).of_team(*team);
            self.append_audit(session, tx, change.why(why.clone())).await?;
        }
        Ok(Erased { erasure, stamps, values })
    }
}

#[cfg(test)]
mod tests {
    use super::{pseudonym, pseudonym_number};

    #[test]
    fn pseudonym_is_known_again() {
        assert_eq!(pseudonym(3), "former officer 3");
        assert_eq!(pseudonym_number(&pseudonym(3)), Some(3));
        for name in ["former officer", "former officer x", "former officer 0", "Lin"] {
            assert_eq!(pseudonym_number(name), None, "{name}");
        }
    }
}
