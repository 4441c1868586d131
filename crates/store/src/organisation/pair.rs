//! Pairs of organisations that may be one record, and which organisations were looked at.

pub(crate) mod looked;
mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, found};
use crate::{Db, Page, PageOf, StoreError, Tx, column};
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::{OrganisationPair, OrganisationRecord, PairAnswer, RecordState, Stamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// The two identifiers, the lesser first: a pair is kept once.
#[must_use]
pub fn ordered(one: OrganisationId, other: OrganisationId) -> (OrganisationId, OrganisationId) {
    if one <= other { (one, other) } else { (other, one) }
}

/// Keeps what was found of a pair; what an officer answered stays.
///
/// # Errors
/// When the database fails.
pub async fn keep(tx: &Tx, pair: &OrganisationPair) -> Result<(), StoreError> {
    let known = one(tx, pair.team, pair.one, pair.other).await?;
    let pair = match known {
        Some(known) => {
            OrganisationPair { id: known.id, answer: known.answer, answered: known.answered, ..pair.clone() }
        }
        None => pair.clone(),
    };
    set(tx, &pair).await
}

/// Writes a pair; what was kept of it before goes.
///
/// # Errors
/// When the database fails.
pub async fn set(tx: &Tx, pair: &OrganisationPair) -> Result<(), StoreError> {
    Entity::delete_many().filter(these(pair.one, pair.other)).exec(&tx.connection()).await?;
    rows::insert::<Entity, _>(tx, vec![row::Model::of(pair)?]).await
}

/// Notes what an officer says of a pair.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn answer(
    tx: &Tx,
    team: TeamId,
    (one, other): (OrganisationId, OrganisationId),
    answer: PairAnswer,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Answer, Expr::value(answer.as_str()))
        .col_expr(Column::AnsweredBy, Expr::value(column::text(&stamp.by)))
        .col_expr(Column::AnsweredAt, Expr::value(column::micros(stamp.at)))
        .filter(Column::TeamId.eq(team.0))
        .filter(these(one, other))
        .exec(&tx.connection())
        .await?;
    found((done.rows_affected > 0).then_some(()), "pair", one.0)
}

/// What is kept of a pair.
///
/// # Errors
/// When the database fails.
pub async fn one(
    db: &dyn Db,
    team: TeamId,
    one: OrganisationId,
    other: OrganisationId,
) -> Result<Option<OrganisationPair>, StoreError> {
    let rows = Entity::find().filter(Column::TeamId.eq(team.0)).filter(these(one, other));
    rows.one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// Those that officers said are two, among the pairs of an organisation.
///
/// # Errors
/// When the database fails.
pub async fn apart_from(db: &dyn Db, team: TeamId, id: OrganisationId) -> Result<Vec<OrganisationId>, StoreError> {
    with(db, team, id, PairAnswer::Apart).await
}

/// The pairs that officers said are two: all of a team, or those of which both are among some organisations. The lesser identifier first.
///
/// # Errors
/// When the database fails.
pub async fn apart(
    db: &dyn Db,
    team: TeamId,
    among: Option<&[OrganisationId]>,
) -> Result<Vec<(OrganisationId, OrganisationId)>, StoreError> {
    let mut rows = Entity::find()
        .select_only()
        .columns([Column::OneId, Column::OtherId])
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Answer.eq(PairAnswer::Apart.as_str()));
    if let Some(some) = among {
        let ids = || some.iter().map(|id| id.0);
        rows = rows.filter(Column::OneId.is_in(ids())).filter(Column::OtherId.is_in(ids()));
    }
    let rows: Vec<(Uuid, Uuid)> = rows.into_tuple().all(&db.connection()).await?;
    Ok(rows.into_iter().map(|(one, other)| (OrganisationId(one), OrganisationId(other))).collect())
}

/// Those that make an open pair with an organisation.
///
/// # Errors
/// When the database fails.
pub async fn open_with(db: &dyn Db, team: TeamId, id: OrganisationId) -> Result<Vec<OrganisationId>, StoreError> {
    with(db, team, id, PairAnswer::Open).await
}

/// Takes every pair of an organisation away.
///
/// # Errors
/// When the database fails.
pub async fn remove_of(tx: &Tx, team: TeamId, id: OrganisationId) -> Result<(), StoreError> {
    let either = Condition::any().add(Column::OneId.eq(id.0)).add(Column::OtherId.eq(id.0));
    Entity::delete_many().filter(Column::TeamId.eq(team.0)).filter(either).exec(&tx.connection()).await?;
    Ok(())
}

/// Pairs with this answer of which both still stand, the nearest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    answer: PairAnswer,
    page: &Page,
) -> Result<PageOf<OrganisationPair>, StoreError> {
    let order = ListOrder {
        name: "organisation-pair",
        key: Expr::col(Column::Score.as_column_ref()),
        id: Expr::col(Column::PairId.as_column_ref()),
        descending: true,
    };
    let rows = standing(team, answer);
    page::read(db, rows, &order, page, |row| (Key::Number(row.score), row.pair_id)).await?.try_map(row::Model::read)
}

/// How many pairs have this answer and still stand.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &dyn Db, team: TeamId, answer: PairAnswer) -> Result<i64, StoreError> {
    Ok(i64::try_from(standing(team, answer).count(&db.connection()).await?).unwrap_or(i64::MAX))
}

/// Takes away the pairs of an organisation that nobody answered: they are found again if they are still there.
///
/// # Errors
/// When the database fails.
pub async fn forget_open(tx: &Tx, team: TeamId, ids: &[OrganisationId]) -> Result<(), StoreError> {
    for some in ids.chunks(rows::VALUES / 2) {
        let ids = || some.iter().map(|id| id.0);
        let either = Condition::any().add(Column::OneId.is_in(ids())).add(Column::OtherId.is_in(ids()));
        Entity::delete_many()
            .filter(Column::TeamId.eq(team.0))
            .filter(Column::Answer.eq(PairAnswer::Open.as_str()))
            .filter(either)
            .exec(&tx.connection())
            .await?;
    }
    Ok(())
}

/// Active organisations that nobody looked at since they were changed, by identifier.
///
/// # Errors
/// When the database fails.
pub async fn unlooked(db: &dyn Db, team: TeamId, most: u64) -> Result<Vec<OrganisationRecord>, StoreError> {
    let rows = not_looked(team).order_by_asc(super::Column::Id).limit(most).all(&db.connection()).await?;
    super::read(rows)
}

/// How many of them there are.
///
/// # Errors
/// When the database fails.
pub async fn unlooked_count(db: &dyn Db, team: TeamId) -> Result<i64, StoreError> {
    Ok(i64::try_from(not_looked(team).count(&db.connection()).await?).unwrap_or(i64::MAX))
}

/// Notes that organisations were looked at as they are.
///
/// # Errors
/// When the database fails.
pub async fn set_looked(tx: &Tx, looked: &[OrganisationRecord]) -> Result<(), StoreError> {
    for some in looked.chunks(rows::VALUES) {
        let ids = some.iter().map(|one| one.id.0);
        looked::Entity::delete_many().filter(looked::Column::OrganisationId.is_in(ids)).exec(&tx.connection()).await?;
    }
    let row = |one: &OrganisationRecord| looked::Model {
        organisation_id: one.id.0,
        team_id: one.team.0,
        version: one.version,
    };
    rows::insert::<looked::Entity, _>(tx, looked.iter().map(row).collect()).await
}

async fn with(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationId,
    answer: PairAnswer,
) -> Result<Vec<OrganisationId>, StoreError> {
    let either = Condition::any().add(Column::OneId.eq(id.0)).add(Column::OtherId.eq(id.0));
    let rows =
        Entity::find().filter(Column::TeamId.eq(team.0)).filter(Column::Answer.eq(answer.as_str())).filter(either);
    let other = |row: row::Model| OrganisationId(if row.one_id == id.0 { row.other_id } else { row.one_id });
    Ok(rows.all(&db.connection()).await?.into_iter().map(other).collect())
}

fn not_looked(team: TeamId) -> Select<super::Entity> {
    let same = Query::select()
        .column(looked::Column::OrganisationId)
        .from(looked::Entity)
        .and_where(looked::Column::OrganisationId.into_expr().eq(super::Column::Id.into_expr()))
        .and_where(looked::Column::Version.into_expr().eq(super::Column::Version.into_expr()))
        .to_owned();
    super::of_team(team).filter(super::Column::State.eq(RecordState::Active.as_str())).filter(Expr::exists(same).not())
}

fn standing(team: TeamId, answer: PairAnswer) -> Select<Entity> {
    let active = || {
        Query::select()
            .column(super::Column::Id)
            .from(super::Entity)
            .and_where(super::Column::TeamId.eq(team.0))
            .and_where(super::Column::State.eq(RecordState::Active.as_str()))
            .to_owned()
    };
    Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Answer.eq(answer.as_str()))
        .filter(Column::OneId.in_subquery(active()))
        .filter(Column::OtherId.in_subquery(active()))
}

fn these(one: OrganisationId, other: OrganisationId) -> Condition {
    let (one, other) = ordered(one, other);
    Condition::all().add(Column::OneId.eq(one.0)).add(Column::OtherId.eq(other.0))
}
