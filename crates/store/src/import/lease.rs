//! Signs of life: until when, on the database's clock, an import counts as being run by somebody.

use crate::column::word;
use crate::{Db, StoreError, Tx, dialect};
use samesky_model::id::ImportId;
use samesky_model::record::{Import, ImportState};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, PaginatorTrait, QueryOrder};
use std::time::Duration;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_lease")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) import_id: Uuid,
    pub(crate) ends_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Says that the import is being run, and will say so again before that time is over.
///
/// # Errors
/// When the database fails.
pub async fn hold(tx: &Tx, id: ImportId, time: Duration) -> Result<(), StoreError> {
    release(tx, id).await?;
    let micros = i64::try_from(time.as_micros()).unwrap_or(i64::MAX / 4);
    let ends = now(tx).add(micros);
    let mut insert = Query::insert();
    insert.into_table(Entity).columns([Column::ImportId, Column::EndsAt]);
    insert.values([Expr::val(id.0), ends]).map_err(|error| StoreError::Corrupt { what: error.to_string() })?;
    tx.connection().execute(&insert).await?;
    Ok(())
}

/// The import has ended, or nobody runs it.
///
/// # Errors
/// When the database fails.
pub async fn release(tx: &Tx, id: ImportId) -> Result<(), StoreError> {
    Entity::delete_by_id(id.0).exec(&tx.connection()).await?;
    Ok(())
}

/// The imports of every team that have begun and not ended, and of which nobody has said in time that they run them.
///
/// # Errors
/// When the database fails.
pub async fn abandoned(tx: &Tx) -> Result<Vec<Import>, StoreError> {
    let held = Query::select()
        .column(Column::ImportId)
        .from(Entity)
        .and_where(Expr::col(Column::EndsAt).gt(now(tx)))
        .to_owned();
    let rows = super::Entity::find()
        .filter(super::Column::State.eq(ImportState::Running.as_str()))
        .filter(super::Column::Id.not_in_subquery(held))
        .order_by_asc(super::Column::Id)
        .all(&tx.connection())
        .await?;
    rows.into_iter().map(super::row::Model::read).collect()
}

/// How many imports of every team have begun and not ended.
///
/// # Errors
/// When the database fails.
pub async fn count_running(db: &dyn Db) -> Result<u64, StoreError> {
    let rows = super::Entity::find().filter(super::Column::State.eq(ImportState::Running.as_str()));
    Ok(rows.count(&db.connection()).await?)
}

/// Whether the import has begun and not ended.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn is_running(tx: &Tx, id: ImportId) -> Result<bool, StoreError> {
    let row = super::Entity::find_by_id(id.0).one(&tx.connection()).await?;
    let row = crate::rows::found(row, "import", id.0)?;
    Ok(word::<ImportState>("import.state", &row.state)? == ImportState::Running)
}

fn now(tx: &Tx) -> Expr {
    Expr::cust(dialect::now(tx.connection().get_database_backend()))
}
