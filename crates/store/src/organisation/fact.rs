//! What officers and lists say of organisations: each value in a row of its own, with its source.

mod row;

pub(crate) use row::{Column, Entity, Model, read_source, written_source};

use crate::rows::{self, VALUES, among};
use crate::{Db, StoreError, Tx};
use samesky_model::id::{OrganisationId, OrganisationImportId, TeamId};
use samesky_model::record::KeptFact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// The values of some organisations, each list in its order; those without any are left out.
///
/// # Errors
/// When the database fails.
pub async fn of(
    db: &dyn Db,
    team: TeamId,
    organisations: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Vec<KeptFact>>, StoreError> {
    let keys: Vec<Uuid> = organisations.iter().map(|id| id.0).collect();
    // By identifier alone: SQLite would go through all values of the team.
    let select = Entity::find().order_by_asc(Column::Ordinal);
    let mut facts: HashMap<OrganisationId, Vec<KeptFact>> = HashMap::new();
    for row in among(db, select, Column::OrganisationId, &keys).await?.into_iter().filter(|row| row.team_id == team.0) {
        facts.entry(OrganisationId(row.organisation_id)).or_default().push(row.read()?);
    }
    Ok(facts)
}

/// The values of any organisations, whosever they are, for making what is derived of them.
pub(crate) async fn of_all(db: &dyn Db, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<KeptFact>>, StoreError> {
    let select = Entity::find().order_by_asc(Column::Ordinal);
    let mut facts: HashMap<Uuid, Vec<KeptFact>> = HashMap::new();
    for row in among(db, select, Column::OrganisationId, ids).await? {
        facts.entry(row.organisation_id).or_default().push(row.read()?);
    }
    Ok(facts)
}

/// The values of one organisation, in their order.
///
/// # Errors
/// When the database fails.
pub async fn of_one(db: &dyn Db, team: TeamId, id: OrganisationId) -> Result<Vec<KeptFact>, StoreError> {
    Ok(of(db, team, &[id]).await?.remove(&id).unwrap_or_default())
}

/// Writes the values of some organisations; those they had are dropped.
///
/// # Errors
/// When the database fails.
pub async fn replace(tx: &Tx, team: TeamId, facts: &[(OrganisationId, Vec<KeptFact>)]) -> Result<(), StoreError> {
    let ids: Vec<Uuid> = facts.iter().map(|(id, _)| id.0).collect();
    tx.relist(ids.iter().copied());
    for some in ids.chunks(VALUES) {
        let theirs = Column::OrganisationId.is_in(some.iter().copied());
        Entity::delete_many().filter(Column::TeamId.eq(team.0)).filter(theirs).exec(&tx.connection()).await?;
    }
    insert(tx, team, facts).await
}

/// Adds the values of organisations that have none yet.
///
/// # Errors
/// When one has some, or the database fails.
pub async fn insert(tx: &Tx, team: TeamId, facts: &[(OrganisationId, Vec<KeptFact>)]) -> Result<(), StoreError> {
    tx.relist(facts.iter().map(|(id, _)| id.0));
    let mut all = Vec::new();
    for (id, facts) in facts {
        for (ordinal, fact) in (1..).zip(facts) {
            all.push(row::Model::of(team, *id, ordinal, fact)?);
        }
    }
    rows::insert::<Entity, _>(tx, all).await
}

/// Which organisations have these values, by what values are looked up with.
///
/// # Errors
/// When the database fails.
pub async fn by_lookup(
    db: &dyn Db,
    team: TeamId,
    lookups: &[String],
) -> Result<HashMap<String, Vec<OrganisationId>>, StoreError> {
    let select = Entity::find().filter(Column::TeamId.eq(team.0));
    let mut found: HashMap<String, Vec<OrganisationId>> = HashMap::new();
    for row in among(db, select, Column::Lookup, lookups).await? {
        let Some(lookup) = row.lookup else { continue };
        let ids = found.entry(lookup).or_default();
        let id = OrganisationId(row.organisation_id);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    found.values_mut().for_each(|ids| ids.sort_unstable());
    Ok(found)
}

/// The organisations that have a value of this import, by their identifiers.
///
/// # Errors
/// When the database fails.
pub async fn of_import(
    db: &dyn Db,
    team: TeamId,
    import: OrganisationImportId,
) -> Result<Vec<OrganisationId>, StoreError> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::OrganisationId)
        .distinct()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::ImportId.eq(import.0))
        .order_by_asc(Column::OrganisationId)
        .into_tuple()
        .all(&db.connection())
        .await?;
    Ok(ids.into_iter().map(OrganisationId).collect())
}
