//! Which records are shown to which other teams. What follows from it for lists is [`crate::sight`].

mod row;

pub(crate) use row::{Column, Entity};

use crate::organisation::merge::parts;
use crate::rows;
use crate::{Db, StoreError, Tx};
use samesky_model::{
    id::TeamId,
    record::{RecordRef, Share, Shareable},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// Shows a record to a team.
///
/// # Errors
/// When it is shown to it already, or the database fails.
pub async fn insert(tx: &Tx, share: &Share) -> Result<(), StoreError> {
    tx.relist([share.record.id]);
    rows::insert::<Entity, _>(tx, vec![row::Model::of(share)]).await
}

/// Shows it no more.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn remove(tx: &Tx, team: TeamId, record: RecordRef, with: TeamId) -> Result<(), StoreError> {
    tx.relist([record.id]);
    let done = Entity::delete_many()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Kind.eq(record.kind.as_str()))
        .filter(Column::RecordId.eq(record.id))
        .filter(Column::WithTeam.eq(with.0))
        .exec(&tx.connection())
        .await?;
    rows::found((done.rows_affected > 0).then_some(()), "share", record.id)
}

/// To whom a team shows one of its records, the first shown first.
///
/// # Errors
/// When the database fails.
pub async fn of_record(db: &dyn Db, team: TeamId, record: RecordRef) -> Result<Vec<Share>, StoreError> {
    let rows = Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Kind.eq(record.kind.as_str()))
        .filter(Column::RecordId.eq(record.id))
        .order_by_asc(Column::MadeAt)
        .order_by_asc(Column::WithTeam);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// To which teams records of a kind are shown, those of all teams, and since when (microseconds).
pub(crate) async fn of_all(
    db: &dyn Db,
    kind: Shareable,
    records: &[Uuid],
) -> Result<Vec<(Uuid, TeamId, i64)>, StoreError> {
    let select = Entity::find().filter(Column::Kind.eq(kind.as_str())).filter(seen());
    let found = rows::among(db, select, Column::RecordId, records).await?;
    Ok(found.into_iter().map(|row| (row.record_id, TeamId(row.with_team), row.made_at)).collect())
}

/// Whether and by whom a record is shown to a team.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &dyn Db, record: RecordRef, with: TeamId) -> Result<Option<Share>, StoreError> {
    let key = (record.kind.to_string(), record.id, with.0);
    Entity::find_by_id(key).one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// How many records others show to a team, of each kind, in the order of the list of kinds.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &dyn Db, with: TeamId) -> Result<Vec<(Shareable, i64)>, StoreError> {
    let mut found = Vec::new();
    for kind in Shareable::ALL {
        let rows =
            Entity::find().filter(Column::WithTeam.eq(with.0)).filter(Column::Kind.eq(kind.as_str())).filter(seen());
        found.push((*kind, i64::try_from(rows.count(&db.connection()).await?).unwrap_or(i64::MAX)));
    }
    Ok(found)
}

/// How many records others show to a team.
///
/// # Errors
/// When the database fails.
pub async fn total(db: &dyn Db, with: TeamId) -> Result<i64, StoreError> {
    let rows = Entity::find().filter(Column::WithTeam.eq(with.0)).filter(seen()).count(&db.connection()).await?;
    Ok(i64::try_from(rows).unwrap_or(i64::MAX))
}

/// A record that became its team's part of one of another team is shown to nobody, whatever was shared before.
fn seen() -> Condition {
    Condition::any()
        .add(Column::Kind.ne(Shareable::Organisation.as_str()))
        .add(Column::RecordId.not_in_subquery(parts()))
}
