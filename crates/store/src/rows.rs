//! Putting rows in and asking for them by identifier, many at a time.

use crate::{Db, StoreError, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, Select, Value};
use std::{collections::HashMap, hash::Hash};
use uuid::Uuid;

/// Fewer values than either database takes in one statement (SQLite: 32766).
pub(crate) const VALUES: usize = 30_000;

/// Adds rows, as many at a time as a statement can hold.
pub(crate) async fn insert<E, M>(tx: &Tx, rows: Vec<M>) -> Result<(), StoreError>
where
    E: EntityTrait,
    M: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E>,
{
    let at_a_time = (VALUES / E::Column::iter().count().max(1)).clamp(1, 500);
    let mut rows: Vec<E::ActiveModel> = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(at_a_time));
        E::insert_many(std::mem::replace(&mut rows, rest)).exec_without_returning(&tx.connection()).await?;
    }
    Ok(())
}

/// The rows whose column holds one of these values.
pub(crate) async fn among<E, V>(
    db: &dyn Db,
    rows: Select<E>,
    column: E::Column,
    values: &[V],
) -> Result<Vec<E::Model>, StoreError>
where
    E: EntityTrait,
    E::Model: Send + Sync,
    V: Into<Value> + Clone,
{
    let mut found = Vec::new();
    for some in values.chunks(VALUES) {
        found.extend(rows.clone().filter(column.is_in(some.iter().cloned())).all(&db.connection()).await?);
    }
    Ok(found)
}

/// Items in the order in which they were asked for; those that are not there are left out.
pub(crate) fn in_order<I: Copy + Eq + Hash, T: Clone>(asked: &[I], found: Vec<T>, id: impl Fn(&T) -> I) -> Vec<T> {
    let by_id: HashMap<I, T> = found.into_iter().map(|item| (id(&item), item)).collect();
    asked.iter().filter_map(|id| by_id.get(id).cloned()).collect()
}

/// The row, or the error that says that it is not there.
pub(crate) fn found<T>(row: Option<T>, kind: &'static str, id: Uuid) -> Result<T, StoreError> {
    row.ok_or_else(|| StoreError::NotFound { kind, id: id.to_string() })
}

/// The error that says that somebody else was faster.
pub(crate) fn changed(kind: &'static str, id: Uuid, expected: i64, found: i64) -> Result<(), StoreError> {
    Err(StoreError::Conflict { kind, id: id.to_string(), expected, found })
}
