//! Organisations of the ledger.

pub mod choice;
pub mod fact;
pub(crate) mod key;
pub mod merge;
pub mod pair;
pub mod person;
mod row;

pub use crate::claim::{source_counts, sources};
pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, VALUES, among, changed, found, in_order};
use crate::{Db, Page, PageOf, Sight, StoreError, Tx, column, dialect};
use samesky_model::{
    id::{OrganisationId, TeamId},
    reading::OrganisationKind,
    record::{OrganisationRecord, RecordState, Scope, Shareable},
};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select, Set,
};
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// Which organisations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationFilter {
    /// Words in a name; case does not matter.
    pub text_contains: Option<String>,
    /// Of this kind.
    pub kind: Option<OrganisationKind>,
    /// In this state; without one all but those that became part of another.
    pub state: Option<RecordState>,
    /// Whose.
    pub scope: Scope,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, record: &OrganisationRecord) -> Result<(), StoreError> {
    tx.relist([record.id.0]);
    rows::insert::<Entity, _>(tx, vec![row::Model::of(record)?]).await
}

/// Adds many records, each with the normalised names by which it is found.
///
/// # Errors
/// When the database fails.
pub async fn insert_many(tx: &Tx, records: &[(OrganisationRecord, Vec<String>)]) -> Result<(), StoreError> {
    tx.relist(records.iter().map(|(record, _)| record.id.0));
    for some in records.chunks(2_000) {
        let models = some.iter().map(|(record, _)| row::Model::of(record)).collect::<Result<Vec<_>, _>>()?;
        rows::insert::<Entity, _>(tx, models).await?;
        let of = |(record, keys): &(OrganisationRecord, Vec<String>)| {
            let keys: BTreeSet<String> = keys.iter().map(|key| column::text(key)).collect();
            let (organisation_id, team_id) = (record.id.0, record.team.0);
            keys.into_iter().map(move |key| key::Model { organisation_id, key, team_id }).collect::<Vec<_>>()
        };
        rows::insert::<key::Entity, _>(tx, some.iter().flat_map(of).collect()).await?;
    }
    Ok(())
}

/// Takes records away on which nothing rests, with their values and keys.
///
/// # Errors
/// When something rests on one, or the database fails.
pub async fn remove_many(tx: &Tx, team: TeamId, ids: &[OrganisationId]) -> Result<(), StoreError> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    tx.relist(ids.iter().copied());
    for some in ids.chunks(VALUES) {
        let db = &tx.connection();
        let some = || some.iter().copied();
        let (facts, keys) = (fact::Entity::delete_many(), key::Entity::delete_many());
        facts.filter(fact::Column::OrganisationId.is_in(some())).exec(db).await?;
        keys.filter(key::Column::OrganisationId.is_in(some())).exec(db).await?;
        Entity::delete_many().filter(Column::TeamId.eq(team.0)).filter(Column::Id.is_in(some())).exec(db).await?;
    }
    Ok(())
}

/// The next active records behind an identifier, by identifier: for going through all of them.
///
/// # Errors
/// When the database fails.
pub async fn active_after(
    db: &dyn Db,
    team: TeamId,
    after: Option<OrganisationId>,
    limit: u64,
) -> Result<Vec<OrganisationRecord>, StoreError> {
    let mut rows = of_team(team).filter(Column::State.eq(RecordState::Active.as_str())).order_by_asc(Column::Id);
    if let Some(after) = after {
        rows = rows.filter(Column::Id.gt(after.0));
    }
    read(rows.limit(limit).all(&db.connection()).await?)
}

/// The active records with their versions.
///
/// # Errors
/// When the database fails.
pub async fn versions(db: &dyn Db, team: TeamId) -> Result<Vec<(OrganisationId, i64)>, StoreError> {
    let rows = of_team(team).filter(Column::State.eq(RecordState::Active.as_str())).order_by_asc(Column::Id);
    let rows = rows.select_only().column(Column::Id).column(Column::Version);
    let found: Vec<(Uuid, i64)> = rows.into_tuple().all(&db.connection()).await?;
    Ok(found.into_iter().map(|(id, version)| (OrganisationId(id), version)).collect())
}

/// How many records there are, and when the latest was made (microseconds since 1970): whether others came meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn stand(db: &dyn Db, team: TeamId) -> Result<(i64, Option<i64>), StoreError> {
    let count = of_team(team).count(&db.connection()).await?;
    let latest = of_team(team).select_only().column_as(Column::CreatedAt.max(), "latest");
    let latest: Option<Option<i64>> = latest.into_tuple().one(&db.connection()).await?;
    Ok((i64::try_from(count).unwrap_or(i64::MAX), latest.flatten()))
}

/// Which records have these normalised names as keys; in the place of one that became part of another, that one.
///
/// # Errors
/// When the database fails.
pub async fn ids_by_keys(
    db: &dyn Db,
    team: TeamId,
    keys: &[String],
) -> Result<HashMap<String, Vec<OrganisationId>>, StoreError> {
    let keys: Vec<String> = keys.iter().map(|key| column::text(key)).collect();
    let select = key::Entity::find().filter(key::Column::TeamId.eq(team.0));
    let mut found: HashMap<String, Vec<OrganisationId>> = HashMap::new();
    for row in rows::among(db, select, key::Column::Key, &keys).await? {
        found.entry(row.key).or_default().push(OrganisationId(row.organisation_id));
    }
    let all: Vec<OrganisationId> = found.values().flatten().copied().collect();
    let survivors = merge::survivors(db, &all).await?;
    for ids in found.values_mut() {
        ids.iter_mut().for_each(|id| *id = survivors.get(id).copied().unwrap_or(*id));
        ids.sort_unstable();
        ids.dedup();
    }
    Ok(found)
}

/// Writes a record if nobody changed it meanwhile. Its version becomes one more than the expected one, whatever
/// `record.version` says.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, record: &OrganisationRecord, expected_version: i64) -> Result<(), StoreError> {
    tx.relist([record.id.0]);
    let mut row = row::Model::of(record)?.into_active_model().reset_all();
    row.version = Set(expected_version + 1);
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(record.id.0))
        .filter(Column::TeamId.eq(record.team.0))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected == 0 {
        let there = get(tx, record.team, record.id).await?.version;
        return changed("organisation", record.id.0, expected_version, there);
    }
    Ok(())
}

/// One record.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, sight: impl Into<Sight>, id: OrganisationId) -> Result<OrganisationRecord, StoreError> {
    let row = seen_by(sight.into()).filter(Column::Id.eq(id.0)).one(&db.connection()).await?;
    found(row, "organisation", id.0)?.read()
}

/// The team that an organisation belongs to, where it is there.
///
/// # Errors
/// When the database fails.
pub async fn owner(db: &dyn Db, id: OrganisationId) -> Result<Option<TeamId>, StoreError> {
    Ok(Entity::find_by_id(id.0).one(&db.connection()).await?.map(|row| TeamId(row.team_id)))
}

/// Several records, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(
    db: &dyn Db,
    team: TeamId,
    ids: &[OrganisationId],
) -> Result<Vec<OrganisationRecord>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    // By identifier alone: SQLite would go through all records of the team.
    let mut rows = among(db, Entity::find(), Column::Id, &keys).await?;
    rows.retain(|row| row.team_id == team.0);
    Ok(in_order(ids, read(rows)?, |record| record.id))
}

/// The same of what a team sees, others' among them.
///
/// # Errors
/// When the database fails.
pub async fn seen_many(
    db: &dyn Db,
    sight: Sight,
    ids: &[OrganisationId],
) -> Result<Vec<OrganisationRecord>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let mut rows = among(db, Entity::find(), Column::Id, &keys).await?;
    let foreign: Vec<Uuid> = rows.iter().filter(|row| row.team_id != sight.team().0).map(|row| row.id).collect();
    let shared = crate::share::of_all(db, Shareable::Organisation, &foreign).await?;
    let seen = |id: Uuid| shared.iter().any(|(record, team, _)| *record == id && *team == sight.team());
    rows.retain(|row| row.team_id == sight.team().0 || seen(row.id));
    Ok(in_order(ids, read(rows)?, |record| record.id))
}

/// Any records, whosever they are, for making what is derived of them.
pub(crate) async fn of_all(db: &dyn Db, ids: &[Uuid]) -> Result<Vec<OrganisationRecord>, StoreError> {
    read(among(db, Entity::find(), Column::Id, ids).await?)
}

/// Records, by their first name, in the order of code points.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &OrganisationFilter,
    page: &Page,
) -> Result<PageOf<OrganisationRecord>, StoreError> {
    let rows = seen_by(Sight::of(team, filter.scope)).filter(condition(db.connection().get_database_backend(), filter));
    let order = ListOrder {
        name: "organisation",
        key: Expr::col(Column::NameKey.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: false,
    };
    page::read(db, rows, &order, page, |row| (Key::Text(row.name_key.clone()), row.id)).await?.try_map(row::Model::read)
}

/// The records that have one of these normalised names as a key, active ones first; in the place of one that became part of
/// another, that one.
///
/// # Errors
/// When the database fails.
pub async fn by_names(db: &dyn Db, team: TeamId, keys: &[String]) -> Result<Vec<OrganisationRecord>, StoreError> {
    let with_key = Query::select()
        .column(key::Column::OrganisationId)
        .from(key::Entity)
        .and_where(key::Column::TeamId.eq(team.0))
        .and_where(key::Column::Key.is_in(keys.iter().map(|key| column::text(key))))
        .to_owned();
    let rows =
        of_team(team).filter(Column::Id.in_subquery(with_key)).order_by_asc(Column::State).order_by_asc(Column::Id);
    let found = read(rows.all(&db.connection()).await?)?;
    if !found.iter().any(|one| one.state == RecordState::Merged) {
        return Ok(found);
    }
    let mut ids: Vec<OrganisationId> = found.iter().map(|one| one.id).collect();
    let survivors = merge::survivors(db, &ids).await?;
    ids.iter_mut().for_each(|id| *id = survivors.get(id).copied().unwrap_or(*id));
    let mut seen = HashSet::new();
    ids.retain(|id| seen.insert(*id));
    get_many(db, team, &ids).await
}

/// Writes the normalised names by which a record is found; those set before are dropped.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn set_keys(tx: &Tx, id: OrganisationId, keys: &[String]) -> Result<(), StoreError> {
    let row = found(Entity::find_by_id(id.0).one(&tx.connection()).await?, "organisation", id.0)?;
    key::Entity::delete_many().filter(key::Column::OrganisationId.eq(id.0)).exec(&tx.connection()).await?;
    let keys: BTreeSet<String> = keys.iter().map(|key| column::text(key)).collect();
    let keys = keys.into_iter().map(|key| key::Model { organisation_id: id.0, key, team_id: row.team_id });
    rows::insert::<key::Entity, _>(tx, keys.collect()).await
}

fn condition(backend: DbBackend, filter: &OrganisationFilter) -> Condition {
    let contains = |words: &str| dialect::contains(backend, Column::Folded, &column::folded(words));
    Condition::all()
        .add_option(filter.text_contains.as_deref().map(contains))
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind.as_str())))
        .add(match filter.state {
            Some(state) => Column::State.eq(state.as_str()),
            None => Column::State.ne(RecordState::Merged.as_str()),
        })
}

fn of_team(team: TeamId) -> Select<Entity> {
    seen_by(team.into())
}

fn seen_by(sight: Sight) -> Select<Entity> {
    Entity::find().filter(sight.records(Shareable::Organisation, (Column::TeamId, Column::Id)))
}

fn read(rows: Vec<row::Model>) -> Result<Vec<OrganisationRecord>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
