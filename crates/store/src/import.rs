//! Imports and their files.

pub(crate) mod file;
pub mod lease;
mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, found};
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{ImportId, TeamId},
    record::{Import, ImportFile},
};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// Adds an import with its files.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, import: &Import, files: &[ImportFile]) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(import)]).await?;
    let files =
        files.iter().map(|file| file::Model::of(import.team, import.id, file)).collect::<Result<Vec<_>, _>>()?;
    rows::insert::<file::Entity, _>(tx, files).await
}

/// Writes the state of an import. A request to stop that was made meanwhile stays.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn update(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    let mut row = row::Model::of(import).into_active_model().reset_all();
    if !import.cancel_requested {
        row.cancel_requested = sea_orm::NotSet;
    }
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(import.id.0))
        .filter(Column::TeamId.eq(import.team.0))
        .exec(&tx.connection())
        .await?;
    found((done.rows_affected > 0).then_some(()), "import", import.id.0)
}

/// Writes what came of one file.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn update_file(tx: &Tx, import: ImportId, file: &ImportFile) -> Result<(), StoreError> {
    let mut row = file::Model::of(TeamId(uuid::Uuid::nil()), import, file)?.into_active_model().reset_all();
    row.team_id = sea_orm::NotSet;
    let done = file::Entity::update_many()
        .set(row)
        .filter(file::Column::ImportId.eq(import.0))
        .filter(file::Column::Ordinal.eq(file.ordinal))
        .exec(&tx.connection())
        .await?;
    found((done.rows_affected > 0).then_some(()), "import", import.0)
}

/// One import.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: ImportId) -> Result<Import, StoreError> {
    let row = Entity::find_by_id(id.0).filter(Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    found(row, "import", id.0)?.read()
}

/// Notes how many files have been read so far.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn progress(tx: &Tx, id: ImportId, done: i64) -> Result<(), StoreError> {
    let written = Entity::update_many()
        .col_expr(Column::Done, Expr::val(done))
        .filter(Column::Id.eq(id.0))
        .exec(&tx.connection())
        .await?;
    found((written.rows_affected > 0).then_some(()), "import", id.0)
}

/// Imports, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(db: &dyn Db, team: TeamId, page: &Page) -> Result<PageOf<Import>, StoreError> {
    let rows = Entity::find().filter(Column::TeamId.eq(team.0));
    let order = ListOrder {
        name: "import",
        key: Expr::col(Column::StartedAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    page::read(db, rows, &order, page, |row| (Key::Number(row.started_at), row.id)).await?.try_map(row::Model::read)
}

/// The files of an import in their order.
///
/// # Errors
/// When the database fails.
pub async fn files(db: &dyn Db, team: TeamId, id: ImportId) -> Result<Vec<ImportFile>, StoreError> {
    let rows = file::Entity::find()
        .filter(file::Column::TeamId.eq(team.0))
        .filter(file::Column::ImportId.eq(id.0))
        .order_by_asc(file::Column::Ordinal)
        .all(&db.connection())
        .await?;
    rows.into_iter().map(file::Model::read).collect()
}

/// Asks a running import to stop.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn request_cancel(tx: &Tx, team: TeamId, id: ImportId) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::CancelRequested, Expr::val(true))
        .filter(Column::Id.eq(id.0))
        .filter(Column::TeamId.eq(team.0))
        .exec(&tx.connection())
        .await?;
    found((done.rows_affected > 0).then_some(()), "import", id.0)
}

/// Whether somebody asked the import to stop.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn cancel_requested(db: &dyn Db, id: ImportId) -> Result<bool, StoreError> {
    let row = Entity::find_by_id(id.0).one(&db.connection()).await?;
    Ok(found(row, "import", id.0)?.cancel_requested)
}
