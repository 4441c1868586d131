//! Merges of organisations and splits: what was done, so that it can be taken back.

pub mod derived;
pub(crate) mod fact;
pub mod link;
pub(crate) mod merged;
mod row;

pub use derived::{Derived, Rederived};
pub(crate) use row::{Column, Entity};

use crate::column::{from_json, json};
use crate::rows::{self, among, found};
use crate::{Db, StoreError, Tx, column};
use samesky_model::id::{OrganisationId, OrganisationMergeId, TeamId};
use samesky_model::record::{Belonging, KeptFact, MergeKind, OrganisationMerge, RecordState, Stamp};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Values by organisation.
pub type Values = Vec<(OrganisationId, Vec<KeptFact>)>;

const BEFORE: &str = "before";
const AFTER: &str = "after";

/// Steps from one organisation to the one it became part of, at most.
const CHAIN: usize = 100;

/// Notes what was done, with the values before and after and what was derived before.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    tx: &Tx,
    merge: &OrganisationMerge,
    (before, after): (&Values, &Values),
    derived: &Rederived,
) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(merge, json(derived)?)?]).await?;
    for (side, values) in [(BEFORE, before), (AFTER, after)] {
        let mut all = Vec::new();
        for (id, facts) in values {
            for (ordinal, kept) in (1..).zip(facts) {
                all.push(fact::Model::of((merge.team, merge.id, side), *id, ordinal, kept)?);
            }
        }
        rows::insert::<fact::Entity, _>(tx, all).await?;
    }
    if merge.kind != MergeKind::Merge {
        return Ok(());
    }
    let (team_id, survivor_id, merge_id) = (merge.team.0, merge.survivor.0, merge.id.0);
    let row = |other: &OrganisationId| merged::Model { organisation_id: other.0, team_id, survivor_id, merge_id };
    rows::insert::<merged::Entity, _>(tx, merge.others.iter().map(row).collect()).await
}

/// One merge or split.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: OrganisationMergeId) -> Result<OrganisationMerge, StoreError> {
    row_of(db, team, id).await?.read()
}

/// The same, whosever it is.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn any(db: &dyn Db, id: OrganisationMergeId) -> Result<OrganisationMerge, StoreError> {
    found(Entity::find_by_id(id.0).one(&db.connection()).await?, "merge", id.0)?.read()
}

/// The merges across teams that stand, those of all teams, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn standing_across(db: &dyn Db) -> Result<Vec<OrganisationMerge>, StoreError> {
    let rows = Entity::find().filter(Column::Kind.eq(MergeKind::Across.as_str())).filter(Column::UndoneAt.is_null());
    let rows = rows.order_by_desc(Column::MadeAt).order_by_desc(Column::Id).all(&db.connection()).await?;
    rows.into_iter().map(row::Model::read).collect()
}

/// The note by which an organisation is its team's part of one of another team; nothing for one that stands for itself.
///
/// # Errors
/// When the database fails.
pub async fn part_of(db: &dyn Db, id: OrganisationId) -> Result<Option<OrganisationMerge>, StoreError> {
    let Some(team) = super::owner(db, id).await? else { return Ok(None) };
    let rows = Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::RecordId.eq(id.0))
        .filter(Column::Kind.eq(MergeKind::Part.as_str()))
        .filter(Column::UndoneAt.is_null());
    rows.one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// The organisations that are their team's part of one of another team: they are shown to nobody.
pub(crate) fn parts() -> SelectStatement {
    Query::select()
        .column(Column::RecordId)
        .from(Entity)
        .and_where(Column::Kind.eq(MergeKind::Part.as_str()))
        .and_where(Column::UndoneAt.is_null())
        .to_owned()
}

/// The merges into an organisation and the splits of it, and what it was itself part of; the latest first.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &dyn Db, team: TeamId, id: OrganisationId) -> Result<Vec<OrganisationMerge>, StoreError> {
    let rows = Entity::find().filter(Column::TeamId.eq(team.0)).filter(Column::RecordId.eq(id.0));
    let rows = rows.order_by_desc(Column::MadeAt).order_by_desc(Column::Id).all(&db.connection()).await?;
    rows.into_iter().map(row::Model::read).collect()
}

/// The merges that stand, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn standing(db: &dyn Db, team: TeamId) -> Result<Vec<OrganisationMerge>, StoreError> {
    let rows = Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Kind.eq(MergeKind::Merge.as_str()))
        .filter(Column::UndoneAt.is_null());
    let rows = rows.order_by_asc(Column::MadeAt).order_by_asc(Column::Id).all(&db.connection()).await?;
    rows.into_iter().map(row::Model::read).collect()
}

/// Which merges stand, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn standing_ids(db: &dyn Db, team: TeamId) -> Result<Vec<OrganisationMergeId>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Kind.eq(MergeKind::Merge.as_str()))
        .filter(Column::UndoneAt.is_null());
    let rows = rows.order_by_asc(Column::MadeAt).order_by_asc(Column::Id);
    let ids: Vec<Uuid> = rows.into_tuple().all(&db.connection()).await?;
    Ok(ids.into_iter().map(OrganisationMergeId).collect())
}

/// The values before and after, and what was derived before.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn sides(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationMergeId,
) -> Result<(HashMap<OrganisationId, Vec<KeptFact>>, HashMap<OrganisationId, Vec<KeptFact>>, Rederived), StoreError> {
    let derived = from_json("organisation_merge.derived", &row_of(db, team, id).await?.derived)?;
    let rows = fact::Entity::find()
        .filter(fact::Column::TeamId.eq(team.0))
        .filter(fact::Column::MergeId.eq(id.0))
        .order_by_asc(fact::Column::Ordinal);
    let (mut before, mut after): (HashMap<_, Vec<KeptFact>>, HashMap<_, Vec<KeptFact>>) = Default::default();
    for row in rows.all(&db.connection()).await? {
        let side = if row.side == BEFORE { &mut before } else { &mut after };
        side.entry(OrganisationId(row.organisation_id)).or_default().push(row.read()?);
    }
    Ok((before, after, derived))
}

/// Notes that it was taken back; says whether it still stood.
///
/// # Errors
/// When the database fails.
pub async fn set_undone(tx: &Tx, id: OrganisationMergeId, stamp: &Stamp) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::UndoneBy, Expr::value(column::text(&stamp.by)))
        .col_expr(Column::UndoneAt, Expr::value(column::micros(stamp.at)))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UndoneAt.is_null())
        .exec(&tx.connection())
        .await?;
    merged::Entity::delete_many().filter(merged::Column::MergeId.eq(id.0)).exec(&tx.connection()).await?;
    Ok(done.rows_affected > 0)
}

/// The organisation that this one became part of, by which merge; over several merges the last.
///
/// # Errors
/// When the database fails.
pub async fn survivor(
    db: &dyn Db,
    id: OrganisationId,
) -> Result<Option<(OrganisationId, OrganisationMergeId)>, StoreError> {
    let (mut at, mut found) = (id, None);
    for _ in 0..CHAIN {
        let Some(row) = merged::Entity::find_by_id(at.0).one(&db.connection()).await? else { break };
        at = OrganisationId(row.survivor_id);
        found = Some((at, found.map_or(OrganisationMergeId(row.merge_id), |(_, first)| first)));
    }
    Ok(found)
}

/// Those of these that others became part of.
///
/// # Errors
/// When the database fails.
pub async fn with_merged(db: &dyn Db, ids: &[OrganisationId]) -> Result<BTreeSet<OrganisationId>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = rows::among(db, merged::Entity::find(), merged::Column::SurvivorId, &keys).await?;
    Ok(rows.into_iter().map(|row| OrganisationId(row.survivor_id)).collect())
}

/// Writes a record's state and counts a change, if nobody changed it meanwhile.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn set_state(
    tx: &Tx,
    team: TeamId,
    id: OrganisationId,
    expected_version: i64,
    state: RecordState,
) -> Result<(), StoreError> {
    use super::Column as Of;
    tx.relist([id.0]);
    let done = super::Entity::update_many()
        .col_expr(Of::State, Expr::value(state.as_str()))
        .col_expr(Of::Version, Expr::value(expected_version + 1))
        .filter(Of::Id.eq(id.0))
        .filter(Of::TeamId.eq(team.0))
        .filter(Of::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected == 0 {
        let there = super::get(tx, team, id).await?.version;
        return rows::changed("organisation", id.0, expected_version, there);
    }
    Ok(())
}

/// Those that belong to one of these organisations, by their identifiers.
///
/// # Errors
/// When the database fails.
pub async fn children(
    db: &dyn Db,
    team: TeamId,
    parents: &[OrganisationId],
) -> Result<Vec<OrganisationId>, StoreError> {
    let lookups: Vec<String> = parents.iter().map(|parent| Belonging::lookup(*parent)).collect();
    let found = super::fact::by_lookup(db, team, &lookups).await?;
    Ok(found.into_values().flatten().collect::<BTreeSet<_>>().into_iter().collect())
}

/// Of some organisations those that became part of another, with the one that they lead to.
///
/// # Errors
/// When the database fails.
pub async fn survivors(
    db: &dyn Db,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, OrganisationId>, StoreError> {
    let mut found: HashMap<OrganisationId, OrganisationId> = HashMap::new();
    let mut asked: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    for _ in 0..CHAIN {
        let rows = among(db, merged::Entity::find(), merged::Column::OrganisationId, &asked).await?;
        if rows.is_empty() {
            break;
        }
        let next: HashMap<Uuid, Uuid> = rows.iter().map(|row| (row.organisation_id, row.survivor_id)).collect();
        let further = |id: OrganisationId| next.get(&id.0).copied().map(OrganisationId);
        found.values_mut().for_each(|at| *at = further(*at).unwrap_or(*at));
        let own = ids.iter().filter_map(|id| Some((*id, further(*id)?)));
        own.for_each(|(id, to)| {
            found.entry(id).or_insert(to);
        });
        asked = next.into_values().collect();
    }
    Ok(found)
}

async fn row_of(db: &dyn Db, team: TeamId, id: OrganisationMergeId) -> Result<row::Model, StoreError> {
    let row = Entity::find_by_id(id.0).filter(Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    found(row, "merge", id.0)
}
