//! Claims and the decisions on them.

pub(crate) mod decision;
mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, among, changed, found, in_order};
use crate::{Db, Page, PageOf, StoreError, Tx, announcement};
use samesky_model::{
    id::{AnnouncementId, ClaimId, TeamId},
    record::{ClaimDecision, ClaimKind, ClaimRecord, ClaimState},
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// Which claims.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClaimFilter {
    /// Of this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Of this kind.
    pub kind: Option<ClaimKind>,
    /// With this decision.
    pub state: Option<ClaimState>,
}

/// Adds claims.
///
/// # Errors
/// When the database fails.
pub async fn insert_many(tx: &Tx, claims: &[ClaimRecord]) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, claims.iter().map(row::Model::of).collect::<Result<Vec<_>, _>>()?).await
}

/// Adds one claim.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, claim: &ClaimRecord) -> Result<(), StoreError> {
    insert_many(tx, std::slice::from_ref(claim)).await
}

/// The claims of an announcement in their order.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db, team: TeamId, announcement: AnnouncementId) -> Result<Vec<ClaimRecord>, StoreError> {
    let rows = of_team(team).filter(Column::AnnouncementId.eq(announcement.0));
    read(rows.order_by_asc(Column::Ordinal).order_by_asc(Column::Id).all(&db.connection()).await?)
}

/// The claims of one kind in an announcement, in their order.
///
/// # Errors
/// When the database fails.
pub async fn list_of_kind(
    db: &dyn Db,
    team: TeamId,
    announcement: AnnouncementId,
    kind: ClaimKind,
) -> Result<Vec<ClaimRecord>, StoreError> {
    let rows = of_team(team).filter(Column::AnnouncementId.eq(announcement.0)).filter(Column::Kind.eq(kind.as_str()));
    read(rows.order_by_asc(Column::Ordinal).order_by_asc(Column::Id).all(&db.connection()).await?)
}

/// One claim.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: ClaimId) -> Result<ClaimRecord, StoreError> {
    let row = of_team(team).filter(Column::Id.eq(id.0)).one(&db.connection()).await?;
    found(row, "claim", id.0)?.read()
}

/// Several claims, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[ClaimId]) -> Result<Vec<ClaimRecord>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = read(among(db, of_team(team), Column::Id, &keys).await?)?;
    Ok(in_order(ids, found, |claim| claim.id))
}

/// Adds a decision and writes the claim as it stands after it, if nobody decided meanwhile. The decision and the claim
/// get the version after the expected one, whatever `decision.version` says.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn decide(tx: &Tx, team: TeamId, decision: &ClaimDecision, expected_version: i64) -> Result<(), StoreError> {
    let row = decision::Model::of(team, expected_version + 1, decision)?;
    let done = Entity::update_many()
        .col_expr(Column::Version, Expr::val(row.version))
        .col_expr(Column::Kind, Expr::val(decision.current.kind().as_str()))
        .col_expr(Column::State, Expr::val(row.state.clone()))
        .col_expr(Column::Current, Expr::val(row.current.clone()))
        .col_expr(Column::DecidedBy, Expr::val(row.decided_by.clone()))
        .col_expr(Column::DecidedAt, Expr::val(row.decided_at))
        .col_expr(Column::Why, Expr::val(row.why.clone()))
        .filter(Column::Id.eq(row.claim_id))
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected == 0 {
        let there = get(tx, team, decision.claim).await?.version;
        return changed("claim", decision.claim.0, expected_version, there);
    }
    rows::insert::<decision::Entity, _>(tx, vec![row]).await
}

/// The decisions on a claim, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn decisions(db: &dyn Db, team: TeamId, id: ClaimId) -> Result<Vec<ClaimDecision>, StoreError> {
    let rows = decision::Entity::find()
        .filter(decision::Column::TeamId.eq(team.0))
        .filter(decision::Column::ClaimId.eq(id.0))
        .order_by_asc(decision::Column::Version)
        .all(&db.connection())
        .await?;
    rows.into_iter().map(decision::Model::read).collect()
}

/// Writes which record of the ledger the claim became. The version stays: nobody decided anything.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn set_record(tx: &Tx, id: ClaimId, record: Option<Uuid>) -> Result<(), StoreError> {
    let row = found(Entity::find_by_id(id.0).one(&tx.connection()).await?, "claim", id.0)?;
    if row.kind == ClaimKind::Organisation.as_str() {
        tx.relist(row.record_id.into_iter().chain(record));
    }
    let done = Entity::update_many()
        .col_expr(Column::RecordId, Expr::val(record))
        .filter(Column::Id.eq(id.0))
        .exec(&tx.connection())
        .await?;
    found((done.rows_affected > 0).then_some(()), "claim", id.0)
}

/// The claims that became this record, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn by_record(db: &dyn Db, team: TeamId, record: Uuid) -> Result<Vec<ClaimRecord>, StoreError> {
    let rows = of_team(team).filter(Column::RecordId.eq(record)).order_by_asc(Column::Id);
    read(rows.all(&db.connection()).await?)
}

/// Claims of all announcements, in the order in which they were made.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list_all(
    db: &dyn Db,
    team: TeamId,
    filter: &ClaimFilter,
    page: &Page,
) -> Result<PageOf<ClaimRecord>, StoreError> {
    let condition = Condition::all()
        .add_option(filter.announcement.map(|announcement| Column::AnnouncementId.eq(announcement.0)))
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind.as_str())))
        .add_option(filter.state.map(|state| Column::State.eq(state.as_str())));
    let id = Expr::col(Column::Id.as_column_ref());
    let order = ListOrder { name: "claim", key: Expr::val(0_i64), id, descending: false };
    let rows = of_team(team).filter(condition);
    page::read(db, rows, &order, page, |row| (Key::Number(0), row.id)).await?.try_map(row::Model::read)
}

/// The announcements with a taken claim that became this record, oldest import first.
///
/// # Errors
/// When the database fails.
pub async fn sources(db: &dyn Db, team: TeamId, record: Uuid) -> Result<Vec<AnnouncementId>, StoreError> {
    let claims = taken(team).filter(Column::RecordId.eq(record)).select_only().column(Column::AnnouncementId);
    let ids: Vec<Uuid> = announcement::Entity::find()
        .select_only()
        .column(announcement::Column::Id)
        .filter(announcement::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(claims)))
        .order_by_asc(announcement::Column::ImportedAt)
        .order_by_asc(announcement::Column::Id)
        .into_tuple()
        .all(&db.connection())
        .await?;
    Ok(ids.into_iter().map(AnnouncementId).collect())
}

/// The number of announcements with a taken claim, for each record that has one.
///
/// # Errors
/// When the database fails.
pub async fn source_counts(db: &dyn Db, team: TeamId, records: &[Uuid]) -> Result<Vec<(Uuid, i64)>, StoreError> {
    let rows = taken(team)
        .select_only()
        .column(Column::RecordId)
        .column_as(Expr::col(Column::AnnouncementId).count_distinct(), "announcements")
        .filter(Column::RecordId.is_in(records.iter().copied()))
        .group_by(Column::RecordId);
    Ok(rows.into_tuple().all(&db.connection()).await?)
}

fn of_team(team: TeamId) -> Select<Entity> {
    Entity::find().filter(Column::TeamId.eq(team.0))
}

fn taken(team: TeamId) -> Select<Entity> {
    of_team(team).filter(Column::State.is_in([ClaimState::Accepted.as_str(), ClaimState::Corrected.as_str()]))
}

fn read(rows: Vec<row::Model>) -> Result<Vec<ClaimRecord>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
