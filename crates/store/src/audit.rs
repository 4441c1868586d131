//! The audit. There is no function that changes or removes a record of it.

mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::{Db, Page, PageOf, StoreError, Tx, column, rows};
use jiff::Timestamp;
use samesky_model::{
    id::TeamId,
    record::{AuditRecord, RecordKind},
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Which audit records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// On this record.
    pub record: Option<Uuid>,
    /// On records of this kind.
    pub record_kind: Option<RecordKind>,
    /// Whose action begins so: `claim.`.
    pub action_prefix: Option<String>,
    /// By this account.
    pub by: Option<String>,
    /// At this instant or later.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub to: Option<Timestamp>,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn append(tx: &Tx, record: &AuditRecord) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(record)?]).await
}

/// Audit records, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &AuditFilter,
    page: &Page,
) -> Result<PageOf<AuditRecord>, StoreError> {
    let order = ListOrder {
        name: "audit",
        key: Expr::col(Column::DoneAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    let rows = Entity::find().filter(condition(team, filter));
    page::read(db, rows, &order, page, |row| (Key::Number(row.done_at), row.id)).await?.try_map(row::Model::read)
}

fn condition(team: TeamId, filter: &AuditFilter) -> Condition {
    Condition::all()
        .add(Column::TeamId.eq(team.0))
        .add_option(filter.record.map(|record| Column::RecordId.eq(record)))
        .add_option(filter.record_kind.map(|kind| Column::RecordKind.eq(kind.as_str())))
        .add_option(filter.action_prefix.as_deref().map(begins_with))
        .add_option(filter.by.as_ref().map(|by| Column::DoneBy.eq(by)))
        .add_option(filter.from.map(|from| Column::DoneAt.gte(column::micros(from))))
        .add_option(filter.to.map(|to| Column::DoneAt.lt(column::micros(to))))
}

/// Not `LIKE`, in which `_` and `%` mean something and which SQLite does not tell case in.
fn begins_with(prefix: &str) -> Expr {
    let length = i32::try_from(prefix.chars().count()).unwrap_or(i32::MAX);
    let start =
        sea_orm::sea_query::Func::cust("substr").arg(Expr::col(Column::Action.as_column_ref())).arg(1).arg(length);
    Expr::expr(start).eq(prefix)
}
