//! Imports of lists of organisations.

pub(crate) mod line;
mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, found};
use crate::{Db, Page, PageOf, StoreError, Tx, column};
use samesky_model::id::{OrganisationId, OrganisationImportId, TeamId};
use samesky_model::record::{OrganisationImport, OrganisationImportRow, RowOutcome, Stamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Adds an import with its rows.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, import: &OrganisationImport, lines: &[OrganisationImportRow]) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(import)?]).await?;
    for some in lines.chunks(5_000) {
        let models = some.iter().map(|line| line::Model::of(import, line)).collect::<Result<Vec<_>, _>>()?;
        rows::insert::<line::Entity, _>(tx, models).await?;
    }
    Ok(())
}

/// One import.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: OrganisationImportId) -> Result<OrganisationImport, StoreError> {
    let row = Entity::find_by_id(id.0).filter(Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    found(row, "import", id.0)?.read()
}

/// Imports, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(db: &dyn Db, team: TeamId, page: &Page) -> Result<PageOf<OrganisationImport>, StoreError> {
    let order = ListOrder {
        name: "organisation-import",
        key: Expr::col(Column::StartedAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    let rows = Entity::find().filter(Column::TeamId.eq(team.0));
    page::read(db, rows, &order, page, |row| (Key::Number(row.started_at), row.id)).await?.try_map(row::Model::read)
}

/// The latest import of a layout.
///
/// # Errors
/// When the database fails.
pub async fn latest_of_layout(
    db: &dyn Db,
    team: TeamId,
    layout: &str,
) -> Result<Option<OrganisationImport>, StoreError> {
    let rows = Entity::find().filter(Column::TeamId.eq(team.0)).filter(Column::Layout.eq(layout));
    let row = rows.order_by_desc(Column::StartedAt).order_by_desc(Column::Id).one(&db.connection()).await?;
    row.map(row::Model::read).transpose()
}

/// The rows of an import, in their order; only those of some outcomes where any are named.
///
/// # Errors
/// When the database fails.
pub async fn lines(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationImportId,
    outcomes: &[RowOutcome],
) -> Result<Vec<OrganisationImportRow>, StoreError> {
    let mut rows = line::Entity::find()
        .filter(line::Column::TeamId.eq(team.0))
        .filter(line::Column::ImportId.eq(id.0))
        .order_by_asc(line::Column::RowNumber);
    if !outcomes.is_empty() {
        rows = rows.filter(line::Column::Outcome.is_in(outcomes.iter().map(|outcome| outcome.as_str())));
    }
    rows.all(&db.connection()).await?.into_iter().map(line::Model::read).collect()
}

/// Some rows of an import in their order, after passing over some.
///
/// # Errors
/// When the database fails.
pub async fn some_lines(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationImportId,
    outcome: Option<RowOutcome>,
    (skip, limit): (u64, u64),
) -> Result<Vec<OrganisationImportRow>, StoreError> {
    let mut rows = line::Entity::find()
        .filter(line::Column::TeamId.eq(team.0))
        .filter(line::Column::ImportId.eq(id.0))
        .order_by_asc(line::Column::RowNumber);
    if let Some(outcome) = outcome {
        rows = rows.filter(line::Column::Outcome.eq(outcome.as_str()));
    }
    rows.offset(skip).limit(limit).all(&db.connection()).await?.into_iter().map(line::Model::read).collect()
}

/// The rows of whatever imports that say one of these things, with their imports.
///
/// # Errors
/// When the database fails.
pub async fn lines_that_say(
    db: &dyn Db,
    team: TeamId,
    contents: &[String],
) -> Result<Vec<(OrganisationImportId, OrganisationImportRow)>, StoreError> {
    // By content alone: SQLite would go through all rows of the team.
    let mut rows = rows::among(db, line::Entity::find(), line::Column::Content, contents).await?;
    rows.retain(|row| row.team_id == team.0);
    rows.into_iter().map(|row| Ok((OrganisationImportId(row.import_id), row.read()?))).collect()
}

/// The rows of an import that speak of some organisations, in their order.
///
/// # Errors
/// When the database fails.
pub async fn lines_about(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationImportId,
    organisations: &[OrganisationId],
) -> Result<Vec<OrganisationImportRow>, StoreError> {
    let about: Vec<uuid::Uuid> = organisations.iter().map(|one| one.0).collect();
    // By organisation alone: SQLite would go through all rows of the import.
    let mut rows = rows::among(db, line::Entity::find(), line::Column::OrganisationId, &about).await?;
    rows.retain(|row| row.team_id == team.0 && row.import_id == id.0);
    rows.sort_by_key(|row| row.row_number);
    rows.into_iter().map(line::Model::read).collect()
}

/// Notes that an import was taken back; one that was already stays as it is.
///
/// # Errors
/// When the database fails.
pub async fn set_undone(tx: &Tx, id: OrganisationImportId, stamp: &Stamp) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::UndoneBy, Expr::value(column::text(&stamp.by)))
        .col_expr(Column::UndoneAt, Expr::value(column::micros(stamp.at)))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UndoneAt.is_null())
        .exec(&tx.connection())
        .await?;
    Ok(done.rows_affected > 0)
}
