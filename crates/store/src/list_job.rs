//! Lists of organisations on their way in.

pub(crate) mod file;
pub mod lease;
pub(crate) mod line;
mod row;
pub mod rows;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{found, insert as add};
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::id::{ListJobId, TeamId};
use samesky_model::record::ListJob;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

/// Adds a list with its bytes.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, job: &ListJob, bytes: Vec<u8>) -> Result<(), StoreError> {
    add::<Entity, _>(tx, vec![row::Model::of(job)?]).await?;
    let file = file::Model { job_id: job.id.0, team_id: job.team.0, bytes };
    add::<file::Entity, _>(tx, vec![file]).await
}

/// Writes a list. A request to stop and the signs of life stay as they are.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn update(tx: &Tx, job: &ListJob) -> Result<(), StoreError> {
    let mut row = row::Model::of(job)?.into_active_model().reset_all();
    row.lease_ends_at = sea_orm::NotSet;
    row.cancel_requested = sea_orm::NotSet;
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(job.id.0))
        .filter(Column::TeamId.eq(job.team.0))
        .exec(&tx.connection())
        .await?;
    found((done.rows_affected > 0).then_some(()), "list", job.id.0)
}

/// One list.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: ListJobId) -> Result<ListJob, StoreError> {
    let row = Entity::find_by_id(id.0).filter(Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    found(row, "list", id.0)?.read()
}

/// Lists, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(db: &dyn Db, team: TeamId, page: &Page) -> Result<PageOf<ListJob>, StoreError> {
    let order = ListOrder {
        name: "list-job",
        key: Expr::col(Column::StartedAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    let rows = Entity::find().filter(Column::TeamId.eq(team.0));
    page::read(db, rows, &order, page, |row| (Key::Number(row.started_at), row.id)).await?.try_map(row::Model::read)
}

/// The bytes of a list; nothing where it is over and they were dropped.
///
/// # Errors
/// When the database fails.
pub async fn bytes(db: &dyn Db, team: TeamId, id: ListJobId) -> Result<Option<Vec<u8>>, StoreError> {
    let row = file::Entity::find_by_id(id.0).filter(file::Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    Ok(row.map(|row| row.bytes))
}

/// Drops the bytes of a list and what was said of its rows.
///
/// # Errors
/// When the database fails.
pub async fn drop_content(tx: &Tx, id: ListJobId) -> Result<(), StoreError> {
    file::Entity::delete_by_id(id.0).exec(&tx.connection()).await?;
    rows::clear(tx, id).await
}

/// Notes how far the running step has come.
///
/// # Errors
/// When the database fails.
pub async fn progress(tx: &Tx, id: ListJobId, done: i64, total: i64) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::Done, Expr::val(done))
        .col_expr(Column::Total, Expr::val(total))
        .filter(Column::Id.eq(id.0))
        .exec(&tx.connection())
        .await?;
    Ok(())
}

/// Asks a running list to stop, or takes the request back before a new step.
///
/// # Errors
/// When the database fails.
pub async fn request_cancel(tx: &Tx, id: ListJobId, wanted: bool) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::CancelRequested, Expr::val(wanted))
        .filter(Column::Id.eq(id.0))
        .exec(&tx.connection())
        .await?;
    Ok(())
}

/// Whether somebody asked for it to stop.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn cancel_requested(db: &dyn Db, id: ListJobId) -> Result<bool, StoreError> {
    let asked: Option<bool> = Entity::find_by_id(id.0)
        .select_only()
        .column(Column::CancelRequested)
        .into_tuple()
        .one(&db.connection())
        .await?;
    found(asked, "list", id.0)
}
