//! Erasing a person of an organisation for good. That there was somebody stays; who it was goes, from the audit as well.

use super::{HeldPeople, PersonErasure};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::{self, Change};
use crate::error::AppError;
use jiff::Timestamp;
use samesky_model::id::PersonId;
use samesky_model::record::{Person, RecordKind};
use samesky_store as store;

/// A person who was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErasedPerson {
    /// What is left.
    pub erasure: PersonErasure,
    /// Values of the audit that are gone.
    pub values: u64,
}

impl App {
    /// Erases a person of the own team for good.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for nobody of the team.
    pub async fn erase_person_of_organisation(
        &self,
        session: &Session,
        id: PersonId,
        why: Option<String>,
    ) -> Result<ErasedPerson, AppError> {
        session.may(Action::ErasePeople)?;
        let tx = self.store.write().await?;
        let (person, _) = store::organisation::person::get(&tx, session.team, id).await?;
        let erased = self.erase_one(session, &tx, &person, audit::reason(why)).await?;
        tx.commit().await?;
        self.scrub().await;
        self.note_erasures().await?;
        Ok(erased)
    }

    /// Erases everybody of whom this document tells, in all teams: for whoever runs the installation.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub async fn erase_held(
        &self,
        session: &Session,
        held: &HeldPeople,
        why: Option<String>,
    ) -> Result<Vec<ErasedPerson>, AppError> {
        session.may(Action::Administer)?;
        let tx = self.store.write().await?;
        let mut erased = Vec::new();
        for one in &held.people {
            let known = store::organisation::person::of_any_team(&tx, one.view.person.id).await?;
            if let Some((person, _)) = known {
                erased.push(self.erase_one(session, &tx, &person, audit::reason(why.clone())).await?);
            }
        }
        tx.commit().await?;
        self.scrub().await;
        self.note_erasures().await?;
        Ok(erased)
    }

    /// Erases again whom a list says; whether they were still there.
    pub(crate) async fn erase_person_again(&self, session: &Session, erasure: PersonErasure) -> Result<bool, AppError> {
        let tx = self.store.write().await?;
        let known = store::organisation::person::of_any_team(&tx, erasure.person).await?;
        let there = known.is_some();
        if there || !store::organisation::person::is_erased(&tx, erasure.person).await? {
            store::organisation::person::erase(&tx, &erasure).await?;
        }
        if let Some((person, _)) = known {
            self.note_in_audit(session, &tx, &person, None).await?;
        }
        tx.commit().await?;
        if there {
            self.scrub().await;
        }
        Ok(there)
    }

    /// Erases those who were removed before this instant. Says how many.
    pub(crate) async fn sweep_people(
        &self,
        session: &Session,
        tx: &store::Tx,
        before: Timestamp,
    ) -> Result<u64, AppError> {
        let mut swept = 0;
        for person in store::organisation::person::removed_before(tx, before).await? {
            self.erase_one(session, tx, &person, None).await?;
            swept += 1;
        }
        Ok(swept)
    }

    async fn erase_one(
        &self,
        session: &Session,
        tx: &store::Tx,
        person: &Person,
        why: Option<String>,
    ) -> Result<ErasedPerson, AppError> {
        let erasure = PersonErasure { person: person.id, at: self.sources.now() };
        let values = store::organisation::person::erase(tx, &erasure).await?;
        self.note_in_audit(session, tx, person, why).await?;
        Ok(ErasedPerson { erasure, values })
    }

    async fn note_in_audit(
        &self,
        session: &Session,
        tx: &store::Tx,
        person: &Person,
        why: Option<String>,
    ) -> Result<(), AppError> {
        let change = Change::new("person.erase", RecordKind::Person, person.id.0).of_team(person.team).why(why);
        self.append_audit(session, tx, change).await
    }
}
