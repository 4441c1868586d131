//! The audit. There is no function that changes or removes a record of it; what is personal in one can be erased.

mod chain;
mod digest;
mod head;
mod link;
pub(crate) mod old;
mod personal;
mod row;
mod value;
mod verify;

pub(crate) use chain::{Unlinked, seal};
pub(crate) use row::{Column, Entity};
pub(crate) use {head::Entity as Heads, link::Entity as Links};
pub(crate) use {value::Column as ValueColumn, value::Entity as Values};

pub use verify::{Fault, Verified, verify};

use crate::column::{from_json, instant, word};
use crate::page::{self, Key, ListOrder};
use crate::rows::among;
use crate::{Db, Page, PageOf, StoreError, Tx, column, rows};
use jiff::Timestamp;
use samesky_model::{
    id::{AccountId, ApiTokenId, AuditId, TeamId},
    record::{Actor, AuditHead, AuditRecord, Origin, RecordKind, Stamp},
};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use std::collections::HashMap;
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
    /// By somebody of this name.
    pub by: Option<String>,
    /// By this account, or by a program on its behalf.
    pub account: Option<AccountId>,
    /// By this token.
    pub token: Option<ApiTokenId>,
    /// From this network address.
    pub address: Option<String>,
    /// At this instant or later.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub to: Option<Timestamp>,
}

/// Adds a record. It gets its link in the chain of its team when the transaction is committed. Every personal value gets a
/// salt of its own, of 256 random bits.
///
/// # Errors
/// When the database fails.
pub async fn append(
    tx: &Tx,
    record: &AuditRecord,
    salt: &(dyn Fn() -> [u8; 32] + Send + Sync),
) -> Result<(), StoreError> {
    let (row, values) = row::Model::of(record)?;
    let beside =
        |(field, value): (String, String)| value::Model::new(row.id, field, &value, digest::hexadecimal(&salt()));
    let values: Vec<_> = values.into_iter().map(beside).collect();
    let change = digest::of_change(&row, &values);
    tx.link_at_the_end(Unlinked { team: row.team_id, audit: row.id, change });
    rows::insert::<Entity, _>(tx, vec![row]).await?;
    rows::insert::<Values, _>(tx, values).await
}

/// Adds many records at once, in their order.
///
/// # Errors
/// When the database fails.
pub async fn append_many(
    tx: &Tx,
    records: &[AuditRecord],
    salt: &(dyn Fn() -> [u8; 32] + Send + Sync),
) -> Result<(), StoreError> {
    for some in records.chunks(1_000) {
        let (mut changes, mut beside) = (Vec::with_capacity(some.len()), Vec::new());
        for record in some {
            let (row, values) = row::Model::of(record)?;
            let value = |(field, value): (String, String)| {
                value::Model::new(row.id, field, &value, digest::hexadecimal(&salt()))
            };
            let values: Vec<_> = values.into_iter().map(value).collect();
            let change = digest::of_change(&row, &values);
            tx.link_at_the_end(Unlinked { team: row.team_id, audit: row.id, change });
            changes.push(row);
            beside.extend(values);
        }
        rows::insert::<Entity, _>(tx, changes).await?;
        rows::insert::<Values, _>(tx, beside).await?;
    }
    Ok(())
}

/// The ends of the chains of all teams that have changes.
///
/// # Errors
/// When the database fails.
pub async fn heads(db: &dyn Db) -> Result<Vec<AuditHead>, StoreError> {
    head::list(db).await
}

/// The end of the chain of a team.
///
/// # Errors
/// When the database fails.
pub async fn head(db: &dyn Db, team: TeamId) -> Result<AuditHead, StoreError> {
    head::get(db, team).await
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
    let found = page::read(db, rows, &order, page, |row| (Key::Number(row.done_at), row.id)).await?;
    let ids: Vec<Uuid> = found.items.iter().map(|row| row.id).collect();
    let mut beside: HashMap<Uuid, Vec<value::Model>> = HashMap::new();
    for value in among(db, Values::find(), value::Column::AuditId, &ids).await? {
        beside.entry(value.audit_id).or_default().push(value);
    }
    let links = among(db, Links::find(), link::Column::AuditId, &ids).await?;
    let mut links: HashMap<Uuid, link::Model> = links.into_iter().map(|link| (link.audit_id, link)).collect();
    found.try_map(|row| {
        let id = row.id;
        whole(row, &beside.remove(&id).unwrap_or_default(), links.remove(&id))
    })
}

/// A record put together again.
fn whole(row: row::Model, values: &[value::Model], link: Option<link::Model>) -> Result<AuditRecord, StoreError> {
    let shown = |field| values.iter().find(|value| value.field == field).cloned().and_then(value::Model::shown);
    let state = |side, json: Option<String>| {
        let mut state = json.map(|json| from_json("audit_change.state", &json)).transpose()?;
        if let Some(state) = &mut state {
            personal::put_back(side, state, values);
        }
        Ok::<_, StoreError>(state)
    };
    Ok(AuditRecord {
        id: AuditId(row.id),
        team: TeamId(row.team_id),
        stamp: Stamp { by: shown(value::BY).unwrap_or_default(), at: instant(row.done_at)? },
        actor: Actor {
            kind: word("audit_change.actor", &row.actor)?,
            account: row.account_id.map(AccountId),
            token: row.token_id.map(ApiTokenId),
        },
        origin: Origin { address: shown(value::ADDRESS), agent: shown(value::AGENT) },
        action: row.action,
        record_kind: word("audit_change.record_kind", &row.record_kind)?,
        record: row.record_id,
        before: state("before", row.before)?,
        after: state("after", row.after)?,
        why: shown(value::WHY),
        link: link.map(link::Model::read),
    })
}

fn condition(team: TeamId, filter: &AuditFilter) -> Condition {
    Condition::all()
        .add(Column::TeamId.eq(team.0))
        .add_option(filter.record.map(|record| Column::RecordId.eq(record)))
        .add_option(filter.record_kind.map(|kind| Column::RecordKind.eq(kind.as_str())))
        .add_option(filter.action_prefix.as_deref().map(begins_with))
        .add_option(filter.by.as_ref().map(|by| beside_is(IS_BY, by, true)))
        .add_option(filter.account.map(|account| Column::AccountId.eq(account.0)))
        .add_option(filter.token.map(|token| Column::TokenId.eq(token.0)))
        .add_option(filter.address.as_ref().map(|address| beside_is(IS_ADDRESS, address, false)))
        .add_option(filter.from.map(|from| Column::DoneAt.gte(column::micros(from))))
        .add_option(filter.to.map(|to| Column::DoneAt.lt(column::micros(to))))
}

/// Written out and not bound, so that the databases see that an index of these fields alone will do.
const IS_BY: &str = "field = 'by'";
const IS_ADDRESS: &str = "field = 'address'";

/// Whose value of a field is this; what stands in for an erased one too, where that is asked for.
fn beside_is(field: &'static str, text: &str, or_stand_in: bool) -> Expr {
    let shown = Condition::any()
        .add(value::Column::Value.eq(text))
        .add_option(or_stand_in.then(|| value::Column::StandIn.eq(text)));
    let found = Query::select()
        .column(value::Column::AuditId)
        .from(Values)
        .and_where(Expr::cust(field))
        .cond_where(shown)
        .to_owned();
    Column::Id.in_subquery(found)
}

/// Not `LIKE`, in which `_` and `%` mean something and which SQLite does not tell case in.
fn begins_with(prefix: &str) -> Expr {
    let length = i32::try_from(prefix.chars().count()).unwrap_or(i32::MAX);
    let start =
        sea_orm::sea_query::Func::cust("substr").arg(Expr::col(Column::Action.as_column_ref())).arg(1).arg(length);
    Expr::expr(start).eq(prefix)
}
