//! What events can be chosen by: the years and zones that there are.

use super::{Column, of_team};
use crate::{Db, StoreError};
use samesky_model::{id::TeamId, record::RecordState};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// At most so many zones are offered.
const ZONES: u64 = 200;

/// The years in which active events were held, latest first.
///
/// # Errors
/// When the database fails.
pub async fn years(db: &dyn Db, team: TeamId) -> Result<Vec<i16>, StoreError> {
    let rows = of_team(team)
        .select_only()
        .column(Column::Year)
        .filter(Column::State.eq(RecordState::Active.as_str()))
        .filter(Column::Year.is_not_null())
        .group_by(Column::Year)
        .order_by_desc(Column::Year);
    Ok(rows.into_tuple().all(&db.connection()).await?)
}

/// The zones that active events are about, as written, in the order of code points; 200 at most.
///
/// # Errors
/// When the database fails.
pub async fn zones(db: &dyn Db, team: TeamId) -> Result<Vec<String>, StoreError> {
    let rows = of_team(team)
        .select_only()
        .column(Column::Zone)
        .filter(Column::State.eq(RecordState::Active.as_str()))
        .filter(Column::Zone.is_not_null())
        .group_by(Column::Zone)
        .order_by_asc(Column::Zone)
        .limit(ZONES);
    Ok(rows.into_tuple().all(&db.connection()).await?)
}
