//! The rows of lists on their way in, with what would come of them.

use super::line::{Column, Entity, Model};
use crate::{Db, StoreError, Tx};
use samesky_model::id::{ListJobId, TeamId};
use samesky_model::record::{ListJobRow, RowOutcome};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

/// Which rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Those that come to this.
    pub outcome: Option<RowOutcome>,
    /// Doubtful ones of which nothing was decided.
    pub undecided: bool,
}

/// Adds rows.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, team: TeamId, id: ListJobId, rows: &[ListJobRow]) -> Result<(), StoreError> {
    for some in rows.chunks(5_000) {
        let models = some.iter().map(|row| Model::of(team, id, row)).collect::<Result<Vec<_>, _>>()?;
        crate::rows::insert::<Entity, _>(tx, models).await?;
    }
    Ok(())
}

/// Drops all rows of a list.
///
/// # Errors
/// When the database fails.
pub async fn clear(tx: &Tx, id: ListJobId) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::JobId.eq(id.0)).exec(&tx.connection()).await?;
    Ok(())
}

/// Some rows in their order, those behind a row number, after passing over some.
///
/// # Errors
/// When the database fails.
pub async fn some(
    db: &dyn Db,
    (team, id): (TeamId, ListJobId),
    filter: RowFilter,
    (after, skip, limit): (i64, u64, u64),
) -> Result<Vec<ListJobRow>, StoreError> {
    let rows = of(team, id, filter).filter(Column::RowNumber.gt(after)).order_by_asc(Column::RowNumber);
    let rows = rows.offset(skip).limit(limit).all(&db.connection()).await?;
    rows.into_iter().map(Model::read).collect()
}

/// How many rows there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &dyn Db, team: TeamId, id: ListJobId, filter: RowFilter) -> Result<u64, StoreError> {
    Ok(of(team, id, filter).count(&db.connection()).await?)
}

/// What was decided, by row.
///
/// # Errors
/// When the database fails.
pub async fn choices(db: &dyn Db, team: TeamId, id: ListJobId) -> Result<Vec<(i64, String)>, StoreError> {
    let rows = of(team, id, RowFilter::default())
        .select_only()
        .columns([Column::RowNumber, Column::Choice])
        .filter(Column::Choice.is_not_null())
        .into_tuple::<(i64, Option<String>)>();
    let rows = rows.all(&db.connection()).await?;
    Ok(rows.into_iter().filter_map(|(row, choice)| Some((row, choice?))).collect())
}

/// Notes what was decided of a doubtful row, or that nothing is; whether there is such a row.
///
/// # Errors
/// When the database fails.
pub async fn decide(tx: &Tx, id: ListJobId, row: i64, choice: Option<&str>) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Choice, Expr::value(choice.map(str::to_owned)))
        .filter(Column::JobId.eq(id.0))
        .filter(Column::RowNumber.eq(row))
        .filter(Column::Outcome.eq(RowOutcome::Doubtful.as_str()))
        .exec(&tx.connection())
        .await?;
    Ok(done.rows_affected > 0)
}

fn of(team: TeamId, id: ListJobId, filter: RowFilter) -> Select<Entity> {
    let mut rows = Entity::find().filter(Column::TeamId.eq(team.0)).filter(Column::JobId.eq(id.0));
    if let Some(outcome) = filter.outcome {
        rows = rows.filter(Column::Outcome.eq(outcome.as_str()));
    }
    if filter.undecided {
        rows = rows.filter(Column::Outcome.eq(RowOutcome::Doubtful.as_str())).filter(Column::Choice.is_null());
    }
    rows
}
