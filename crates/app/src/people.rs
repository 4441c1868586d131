//! People of organisations: whom officers speak to. They are seen by their own team alone; what is kept of them can be taken
//! back, and is erased for good when somebody asks for it.

mod card;
mod erase;
mod held;
mod valid;

pub use erase::ErasedPerson;
pub use held::{HeldPeople, HeldPerson};
pub use samesky_model::record::{
    ContactWay, InLanguage, KeptPersonFact, Person, PersonErasure, PersonFact, PersonField, Post,
};
pub use valid::tidy;

use crate::access::{Action, Session};
use crate::audit::{self, AuditFilter, Change};
use crate::error::AppError;
use crate::{App, Page};
use samesky_model::id::{OrganisationId, PersonId};
use samesky_model::record::{AuditRecord, RecordKind};
use samesky_store as store;
use serde::Serialize;

/// What an officer's change is called in the audit.
const CHANGED: &str = "person.change";

/// A person with what is said of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// The person.
    #[serde(flatten)]
    pub person: Person,
    /// What is said of them, each value with its source.
    pub values: Vec<KeptPersonFact>,
}

/// What an officer says of a person. Each field that is given stands for all values of that field; the others stay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonChange {
    fields: Vec<PersonField>,
    facts: Vec<PersonFact>,
}

impl PersonChange {
    /// Says all that is kept of one field. Facts of another field are passed over.
    #[must_use]
    pub fn say(mut self, field: PersonField, facts: impl IntoIterator<Item = PersonFact>) -> Self {
        self.fields.push(field);
        self.facts.extend(facts.into_iter().filter(|fact| fact.field() == field));
        self
    }
}

impl From<store::organisation::person::Whole> for PersonView {
    fn from((person, values): store::organisation::person::Whole) -> Self {
        Self { person, values }
    }
}

impl App {
    /// The people of an organisation of the own team, in the order in which they were entered; those who were removed are at
    /// the end.
    ///
    /// # Errors
    /// When there is no such organisation in the team.
    pub async fn people(&self, session: &Session, organisation: OrganisationId) -> Result<Vec<PersonView>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        store::organisation::get(&view, session.team, organisation).await?;
        let found = store::organisation::person::of_organisation(&view, session.team, organisation).await?;
        let mut people: Vec<PersonView> = found.into_iter().map(PersonView::from).collect();
        people.sort_by_key(|one| one.person.removed.is_some());
        Ok(people)
    }

    /// One person.
    ///
    /// # Errors
    /// When there is nobody of this identifier in the team.
    pub async fn person(&self, session: &Session, id: PersonId) -> Result<PersonView, AppError> {
        session.may(Action::Read)?;
        Ok(store::organisation::person::get(&self.store, session.team, id).await?.into())
    }

    /// Enters a person of an organisation. They need a name.
    ///
    /// # Errors
    /// When a value is wrong, or there is no such organisation in the team.
    pub async fn add_person(
        &self,
        session: &Session,
        organisation: OrganisationId,
        said: PersonChange,
    ) -> Result<PersonView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        store::organisation::get(&tx, session.team, organisation).await?;
        let (id, stamp) = (self.sources.id(), self.stamp(session));
        let values = valid::changed(Vec::new(), said, &stamp)?;
        let person = Person { id, team: session.team, organisation, version: 1, created: stamp, removed: None };
        store::organisation::person::insert(&tx, &person, &values).await?;
        let made = PersonView { person, values };
        let change = Change::new("person.add", RecordKind::Person, id.0).after(&made);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// Changes what is kept of a person. Values that stay keep their sources.
    ///
    /// # Errors
    /// When a value is wrong, no name is left, or somebody else changed the person first.
    pub async fn change_person(
        &self,
        session: &Session,
        id: PersonId,
        expected: i64,
        said: PersonChange,
    ) -> Result<PersonView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before = self.person_as_seen(session, &tx, id, expected).await?;
        let values = valid::changed(before.values.clone(), said, &self.stamp(session))?;
        if values == before.values {
            return Ok(before);
        }
        let after = PersonView { person: before.person.clone(), values };
        let after = self.write_person(session, &tx, Change::new(CHANGED, RecordKind::Person, id.0), (&before, after));
        let after = after.await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Takes the latest change of a person back, if nothing came after it. Undone twice, it stands again.
    ///
    /// # Errors
    /// When there is nothing to undo, or somebody else changed the person first.
    pub async fn undo_person_change(
        &self,
        session: &Session,
        id: PersonId,
        expected: i64,
    ) -> Result<PersonView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before = self.person_as_seen(session, &tx, id, expected).await?;
        let last = self.latest_of_person(&tx, session, id).await?;
        let values = last.filter(|last| is_undoable(&before.person, last)).and_then(values_before);
        let values = values.ok_or_else(|| AppError::invalid("change", "nothing-to-undo"))?;
        let after = PersonView { person: before.person.clone(), values };
        let change = Change::new(CHANGED, RecordKind::Person, id.0);
        let after = self.write_person(session, &tx, change, (&before, after)).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Removes a person. They can be brought back for 30 days; then they are erased.
    ///
    /// # Errors
    /// When they were removed already, or there is nobody of this identifier in the team.
    pub async fn remove_person(
        &self,
        session: &Session,
        id: PersonId,
        why: Option<String>,
    ) -> Result<PersonView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before: PersonView = store::organisation::person::get(&tx, session.team, id).await?.into();
        if before.person.removed.is_some() {
            return Err(AppError::NotFound { kind: "person" });
        }
        let person = Person { removed: Some(self.stamp(session)), ..before.person.clone() };
        let after = PersonView { person, values: before.values.clone() };
        let change = Change::new("person.remove", RecordKind::Person, id.0).why(audit::reason(why));
        let after = self.write_person(session, &tx, change, (&before, after)).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Brings a person back who was removed.
    ///
    /// # Errors
    /// When they were not removed, or there is nobody of this identifier in the team.
    pub async fn restore_person(&self, session: &Session, id: PersonId) -> Result<PersonView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before: PersonView = store::organisation::person::get(&tx, session.team, id).await?.into();
        if before.person.removed.is_none() {
            return Err(AppError::invalid("change", "nothing-to-undo"));
        }
        let person = Person { removed: None, ..before.person.clone() };
        let after = PersonView { person, values: before.values.clone() };
        let change = Change::new("person.restore", RecordKind::Person, id.0);
        let after = self.write_person(session, &tx, change, (&before, after)).await?;
        tx.commit().await?;
        Ok(after)
    }

    async fn write_person(
        &self,
        session: &Session,
        tx: &store::Tx,
        change: Change,
        (before, mut after): (&PersonView, PersonView),
    ) -> Result<PersonView, AppError> {
        let expected = before.person.version;
        after.person.version = expected + 1;
        store::organisation::person::update(tx, &after.person, &after.values, expected).await?;
        self.append_audit(session, tx, change.before(before).after(&after)).await?;
        Ok(after)
    }

    /// A person who is still as they were seen, and was not removed; else who was faster.
    async fn person_as_seen(
        &self,
        session: &Session,
        tx: &store::Tx,
        id: PersonId,
        expected: i64,
    ) -> Result<PersonView, AppError> {
        let found: PersonView = store::organisation::person::get(tx, session.team, id).await?.into();
        let version = found.person.version;
        if version == expected && found.person.removed.is_none() {
            return Ok(found);
        }
        let last = self.latest_of_person(tx, session, id).await?;
        let (by, at) = last.map(|last| (last.stamp.by, last.stamp.at)).unzip();
        Err(AppError::Conflict { kind: "person", by: by.unwrap_or_default(), at, version })
    }

    async fn latest_of_person(
        &self,
        tx: &store::Tx,
        session: &Session,
        id: PersonId,
    ) -> Result<Option<AuditRecord>, AppError> {
        let filter = AuditFilter { record: Some(id.0), ..AuditFilter::default() };
        Ok(store::audit::list(tx, session.team, &filter, &Page::first(1)).await?.items.pop())
    }
}

/// Whether a change of the audit is one that can be taken back from this version of the person.
#[must_use]
pub fn is_undoable(person: &Person, latest: &AuditRecord) -> bool {
    let version = latest.after.as_ref().and_then(|after| after.get("version")?.as_i64());
    latest.action == CHANGED && version == Some(person.version) && person.removed.is_none()
}

fn values_before(latest: AuditRecord) -> Option<Vec<KeptPersonFact>> {
    serde_json::from_value(latest.before?.get_mut("values")?.take()).ok()
}
