//! Signs of life: until when, on the database's clock, a list counts as being worked on by some server.

use super::{Column, Entity, row};
use crate::column::word;
use crate::rows::found;
use crate::{Db, StoreError, Tx, dialect};
use samesky_model::id::ListJobId;
use samesky_model::record::{ListJob, ListState};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::time::Duration;

/// Says that the list is being worked on, and will say so again before that time is over.
///
/// # Errors
/// When the database fails.
pub async fn hold(tx: &Tx, id: ListJobId, time: Duration) -> Result<(), StoreError> {
    let micros = i64::try_from(time.as_micros()).unwrap_or(i64::MAX / 4);
    Entity::update_many()
        .col_expr(Column::LeaseEndsAt, now(tx).add(micros))
        .filter(Column::Id.eq(id.0))
        .exec(&tx.connection())
        .await?;
    Ok(())
}

/// The lists of every team that a server began to work on and left.
///
/// # Errors
/// When the database fails.
pub async fn abandoned(tx: &Tx) -> Result<Vec<ListJob>, StoreError> {
    let over = Expr::col(Column::LeaseEndsAt).is_null().or(Expr::col(Column::LeaseEndsAt).lte(now(tx)));
    let running = ListState::ALL.iter().filter(|state| state.is_running()).map(|state| state.as_str());
    let rows = Entity::find()
        .filter(Column::State.is_in(running))
        .filter(over)
        .order_by_asc(Column::Id)
        .all(&tx.connection())
        .await?;
    rows.into_iter().map(row::Model::read).collect()
}

/// Whether a list is still in that state.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn is_in(tx: &Tx, id: ListJobId, state: ListState) -> Result<bool, StoreError> {
    let row = found(Entity::find_by_id(id.0).one(&tx.connection()).await?, "list", id.0)?;
    Ok(word::<ListState>("list_job.state", &row.state)? == state)
}

fn now(tx: &Tx) -> Expr {
    Expr::cust(dialect::now(tx.connection().get_database_backend()))
}
