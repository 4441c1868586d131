//! One change of many organisations: shown before it is made, made in one transaction, taken back as a whole.

use super::{FactChange, undo, valid, write};
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::ledger::Work;
use samesky_model::id::OrganisationId;
use samesky_model::record::{Fact, FactField, KeptFact, OrganisationRecord};
use samesky_store as store;

/// Organisations that are changed at once at most.
pub const MOST: usize = 500;

/// What is done with the values of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkHow {
    /// The value takes the place of all.
    Set,
    /// The value stands beside the others.
    Add,
    /// The value is taken away, where it is there.
    TakeAway,
}

impl BulkHow {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Set, Self::Add, Self::TakeAway];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Add => "add",
            Self::TakeAway => "take_away",
        }
    }
}

/// Fields that can be changed for many at once.
pub const BULK_FIELDS: [FactField; 4] = [FactField::Kind, FactField::Country, FactField::Place, FactField::Industry];

/// A change of many organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkChange {
    /// What is done.
    pub how: BulkHow,
    /// With which value.
    pub fact: Fact,
}

/// What a change comes to for one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkRow {
    /// The organisation as it is.
    pub organisation: OrganisationRecord,
    /// Its values of the field now.
    pub before: Vec<Fact>,
    /// Its values of the field after the change.
    pub after: Vec<Fact>,
}

impl BulkRow {
    /// Whether anything changes.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.before != self.after
    }
}

impl App {
    /// What a change of many organisations would come to. Organisations of other teams, and such that are not there, are left out.
    ///
    /// # Errors
    /// When the value is wrong, or too many are meant.
    pub async fn preview_bulk(
        &self,
        session: &Session,
        ids: &[OrganisationId],
        change: &BulkChange,
    ) -> Result<Vec<BulkRow>, AppError> {
        session.may(Action::Write)?;
        let fact = checked(ids.len(), change)?;
        let db = &self.store.snapshot().await?;
        let mut facts = store::organisation::fact::of(db, session.team, ids).await?;
        let field = fact.field();
        let row = |organisation: OrganisationRecord| {
            let kept = facts.remove(&organisation.id).unwrap_or_default();
            BulkRow { organisation, before: of_field(&kept, field), after: values(&kept, change.how, &fact) }
        };
        Ok(store::organisation::get_many(db, session.team, ids).await?.into_iter().map(row).collect())
    }

    /// Makes the change: all of it, or nothing. Gives the versions that the changed organisations have now, for whoever takes it back.
    ///
    /// # Errors
    /// When the value is wrong, an organisation is not there, or somebody else changed one first.
    pub async fn change_organisations(
        &self,
        session: &Session,
        seen: &[(OrganisationId, i64)],
        change: &BulkChange,
    ) -> Result<Vec<(OrganisationId, i64)>, AppError> {
        session.may(Action::Write)?;
        let fact = checked(seen.len(), change)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let (mut audit, mut changed, stamp) = (Vec::new(), Vec::new(), self.stamp(session));
        for (id, version) in seen {
            let record = store::organisation::get(&tx, session.team, *id).await?;
            self.as_seen(session, &tx, &record, *version).await?;
            let before = store::organisation::fact::of_one(&tx, session.team, *id).await?;
            let after = values(&before, change.how, &fact);
            if after == of_field(&before, fact.field()) {
                continue;
            }
            let facts = valid::changed(before.clone(), FactChange::default().say(fact.field(), after), &stamp)?;
            valid::whole(&tx, session.team, *id, &facts).await?;
            let ((now, _), change) = write::write(work, undo::CHANGED, (&record, &before), facts).await?;
            audit.push(change);
            changed.push((now.id, now.version));
        }
        self.append_audits(session, &tx, audit).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Takes the latest change of each of these organisations back: all of them, or none.
    ///
    /// # Errors
    /// When there is nothing to undo for one, or somebody else changed one since.
    pub async fn undo_organisation_changes(
        &self,
        session: &Session,
        seen: &[(OrganisationId, i64)],
    ) -> Result<usize, AppError> {
        session.may(Action::Write)?;
        if seen.is_empty() || seen.len() > MOST {
            return Err(AppError::invalid_value("organisations", "too-many-values", MOST.to_string()));
        }
        let tx = self.store.write().await?;
        let mut audit = Vec::new();
        for (id, version) in seen {
            audit.push(self.undone(session, &tx, *id, *version).await?);
        }
        self.append_audits(session, &tx, audit).await?;
        tx.commit().await?;
        Ok(seen.len())
    }
}

/// The value without what says nothing, if it may be changed for many at once.
fn checked(count: usize, change: &BulkChange) -> Result<Fact, AppError> {
    if count == 0 || count > MOST {
        return Err(AppError::invalid_value("organisations", "too-many-values", MOST.to_string()));
    }
    if !BULK_FIELDS.contains(&change.fact.field()) {
        return Err(AppError::invalid("field", "value-missing"));
    }
    valid::tidy(change.fact.clone()).map_err(|field| AppError::Invalid(vec![field]))
}

fn of_field(kept: &[KeptFact], field: FactField) -> Vec<Fact> {
    kept.iter().map(|kept| &kept.fact).filter(|fact| fact.field() == field).cloned().collect()
}

/// The values of the field after the change. Of what there can be only one, adding sets.
fn values(kept: &[KeptFact], how: BulkHow, fact: &Fact) -> Vec<Fact> {
    let mut values = of_field(kept, fact.field());
    match how {
        BulkHow::Set => values = vec![fact.clone()],
        BulkHow::Add if fact.field().is_single() => values = vec![fact.clone()],
        BulkHow::Add if values.contains(fact) => {}
        BulkHow::Add => values.push(fact.clone()),
        BulkHow::TakeAway => values.retain(|one| one != fact),
    }
    values
}
