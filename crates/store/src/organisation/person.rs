//! People of organisations. They are seen by their own team alone, so there is no question for others here.

pub(crate) mod erasure;
pub(crate) mod fact;
mod row;

pub(crate) use row::{Column, Entity};

use crate::column::{instant, micros, text};
use crate::rows::{self, VALUES, among, changed, found, in_order};
use crate::{Db, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::id::{OrganisationId, PersonId, TeamId};
use samesky_model::record::{KeptPersonFact, Person, PersonErasure};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, Set,
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// A person with their values, in their order.
pub type Whole = (Person, Vec<KeptPersonFact>);

/// Adds a person with their values.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, person: &Person, facts: &[KeptPersonFact]) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(person)]).await?;
    insert_facts(tx, person, facts).await
}

async fn insert_facts(tx: &Tx, person: &Person, facts: &[KeptPersonFact]) -> Result<(), StoreError> {
    let all = (1..).zip(facts).map(|(ordinal, kept)| fact::Model::of(person.team, person.id, ordinal, kept));
    rows::insert::<fact::Entity, _>(tx, all.collect::<Result<Vec<_>, _>>()?).await
}

/// Writes a person with their values if nobody changed them meanwhile. The version becomes one more than the expected one.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, person: &Person, facts: &[KeptPersonFact], expected: i64) -> Result<(), StoreError> {
    let mut row = row::Model::of(person).into_active_model().reset_all();
    row.version = Set(expected + 1);
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(person.id.0))
        .filter(Column::TeamId.eq(person.team.0))
        .filter(Column::Version.eq(expected))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected == 0 {
        let there = get(tx, person.team, person.id).await?.0.version;
        return changed("person", person.id.0, expected, there);
    }
    fact::Entity::delete_many().filter(fact::Column::PersonId.eq(person.id.0)).exec(&tx.connection()).await?;
    insert_facts(tx, person, facts).await
}

/// One person of the team, removed or not.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: PersonId) -> Result<Whole, StoreError> {
    let row = Entity::find_by_id(id.0).filter(Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    let person = found(row, "person", id.0)?.read()?;
    let facts = facts_of(db, &[id.0]).await?.remove(&id.0).unwrap_or_default();
    Ok((person, facts))
}

/// The people of an organisation, in the order in which they were entered.
///
/// # Errors
/// When the database fails.
pub async fn of_organisation(
    db: &dyn Db,
    team: TeamId,
    organisation: OrganisationId,
) -> Result<Vec<Whole>, StoreError> {
    let rows = Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::OrganisationId.eq(organisation.0))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    whole(db, rows.all(&db.connection()).await?).await
}

/// Whether anybody is kept of an organisation, removed or not.
///
/// # Errors
/// When the database fails.
pub async fn is_any(db: &dyn Db, organisation: OrganisationId) -> Result<bool, StoreError> {
    let rows = Entity::find().filter(Column::OrganisationId.eq(organisation.0));
    Ok(rows.count(&db.connection()).await? > 0)
}

/// Those of these organisations of whom anybody is kept, removed or not.
///
/// # Errors
/// When the database fails.
pub async fn with_any(db: &dyn Db, ids: &[OrganisationId]) -> Result<BTreeSet<OrganisationId>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = among(db, Entity::find(), Column::OrganisationId, &keys).await?;
    Ok(rows.into_iter().map(|row| OrganisationId(row.organisation_id)).collect())
}

/// People of any team with this e-mail address: for what is held on somebody.
///
/// # Errors
/// When the database fails.
pub async fn by_email(db: &dyn Db, email: &str) -> Result<Vec<Whole>, StoreError> {
    let values = fact::Entity::find().filter(fact::Column::Lookup.eq(text(&email.trim().to_lowercase())));
    let mut ids: Vec<Uuid> = values.all(&db.connection()).await?.into_iter().map(|row| row.person_id).collect();
    ids.sort_unstable();
    ids.dedup();
    of_ids(db, &ids).await
}

/// A person of any team: for what is held on somebody.
///
/// # Errors
/// When the database fails.
pub async fn of_any_team(db: &dyn Db, id: PersonId) -> Result<Option<Whole>, StoreError> {
    Ok(of_ids(db, &[id.0]).await?.pop())
}

/// People of any team who were removed before this instant.
///
/// # Errors
/// When the database fails.
pub async fn removed_before(db: &dyn Db, before: Timestamp) -> Result<Vec<Person>, StoreError> {
    let rows = Entity::find().filter(Column::RemovedAt.lt(micros(before))).order_by_asc(Column::Id);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// Takes a person away for good, with what the audit keeps of them. What is left is that there was somebody, and when they were
/// erased. Says how many values of the audit went.
///
/// # Errors
/// When the database fails.
pub async fn erase(tx: &Tx, erasure: &PersonErasure) -> Result<u64, StoreError> {
    let id = erasure.person.0;
    fact::Entity::delete_many().filter(fact::Column::PersonId.eq(id)).exec(&tx.connection()).await?;
    Entity::delete_many().filter(Column::Id.eq(id)).exec(&tx.connection()).await?;
    if erasure::Entity::find_by_id(id).one(&tx.connection()).await?.is_none() {
        let row = erasure::Model { person_id: id, erased_at: micros(erasure.at) };
        rows::insert::<erasure::Entity, _>(tx, vec![row]).await?;
    }
    crate::person::forget_record(tx, id).await
}

/// Everybody who was erased, by identifier.
///
/// # Errors
/// When the database fails.
pub async fn erasures(db: &dyn Db) -> Result<Vec<PersonErasure>, StoreError> {
    let rows = erasure::Entity::find().order_by_asc(erasure::Column::PersonId).all(&db.connection()).await?;
    rows.into_iter()
        .map(|row| Ok(PersonErasure { person: row.person_id.into(), at: instant(row.erased_at)? }))
        .collect()
}

/// Whether somebody was erased.
///
/// # Errors
/// When the database fails.
pub async fn is_erased(db: &dyn Db, id: PersonId) -> Result<bool, StoreError> {
    Ok(erasure::Entity::find_by_id(id.0).one(&db.connection()).await?.is_some())
}

async fn of_ids(db: &dyn Db, ids: &[Uuid]) -> Result<Vec<Whole>, StoreError> {
    let found = among(db, Entity::find(), Column::Id, ids).await?;
    whole(db, in_order(ids, found, |row: &row::Model| row.id)).await
}

async fn whole(db: &dyn Db, people: Vec<row::Model>) -> Result<Vec<Whole>, StoreError> {
    let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
    let mut facts = facts_of(db, &ids).await?;
    let one = |row: row::Model| {
        let facts = facts.remove(&row.id).unwrap_or_default();
        Ok((row.read()?, facts))
    };
    people.into_iter().map(one).collect()
}

async fn facts_of(db: &dyn Db, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<KeptPersonFact>>, StoreError> {
    let mut facts: HashMap<Uuid, Vec<KeptPersonFact>> = HashMap::new();
    for some in ids.chunks(VALUES) {
        let select = fact::Entity::find().order_by_asc(fact::Column::Ordinal);
        for row in among(db, select, fact::Column::PersonId, some).await? {
            facts.entry(row.person_id).or_default().push(row.read()?);
        }
    }
    Ok(facts)
}
