//! One-time links. They are found by the hash of their secret; the secret itself is nowhere.

mod row;

pub(crate) use row::{Column, Entity, Model};

use crate::column::{folded, micros};
use crate::rows::{self, found};
use crate::{Db, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::{
    id::{AccountId, TeamId, TicketId},
    record::{Ticket, TicketKind},
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

/// Adds one, with the hash of its secret.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, ticket: &Ticket, secret_hash: &str) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(ticket, secret_hash)]).await
}

/// The one of this kind and hash that is open at `now`: neither spent nor ended.
///
/// # Errors
/// When the database fails.
pub async fn open(
    db: &dyn Db,
    kind: TicketKind,
    secret_hash: &str,
    now: Timestamp,
) -> Result<Option<Ticket>, StoreError> {
    let row = Entity::find().filter(Column::SecretHash.eq(secret_hash)).filter(is_open(kind, now));
    row.one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// The open invitations of a team, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn invitations(db: &dyn Db, team: TeamId, now: Timestamp) -> Result<Vec<Ticket>, StoreError> {
    let rows = Entity::find().filter(Column::TeamId.eq(team.0)).filter(is_open(TicketKind::Invitation, now));
    let rows = rows.order_by_desc(Column::MadeAt).order_by_desc(Column::Id);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// The latest open invitation to an address, in whatever case it is written.
///
/// # Errors
/// When the database fails.
pub async fn invitation_to(db: &dyn Db, email: &str, now: Timestamp) -> Result<Option<Ticket>, StoreError> {
    let rows = Entity::find().filter(is_open(TicketKind::Invitation, now)).filter(Column::Email.is_not_null());
    let rows = rows.order_by_desc(Column::MadeAt).order_by_desc(Column::Id).all(&db.connection()).await?;
    let wanted = folded(email.trim());
    let found = rows.into_iter().find(|row| row.email.as_deref().is_some_and(|email| folded(email.trim()) == wanted));
    found.map(row::Model::read).transpose()
}

/// Spends one that is open, so that it works once.
///
/// # Errors
/// [`StoreError::NotFound`] when it was spent already, or when the database fails.
pub async fn spend(tx: &Tx, id: TicketId, at: Timestamp) -> Result<(), StoreError> {
    let open = Condition::all().add(Column::Id.eq(id.0)).add(Column::SpentAt.is_null());
    let update = Entity::update_many().col_expr(Column::SpentAt, Expr::val(micros(at))).filter(open);
    let done = update.exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "ticket", id.0)
}

/// Spends all open ones of a kind: those of an account where one is named, else those of nobody.
///
/// # Errors
/// When the database fails.
pub async fn spend_all(
    tx: &Tx,
    kind: TicketKind,
    account: Option<AccountId>,
    at: Timestamp,
) -> Result<u64, StoreError> {
    let of = account.map_or_else(|| Column::AccountId.is_null(), |account| Column::AccountId.eq(account.0));
    let open = Condition::all().add(Column::Kind.eq(kind.as_str())).add(Column::SpentAt.is_null()).add(of);
    let update = Entity::update_many().col_expr(Column::SpentAt, Expr::val(micros(at))).filter(open);
    Ok(update.exec(&tx.connection()).await?.rows_affected)
}

/// Forgets those that were spent or ended before.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Condition::any().add(Column::SpentAt.lt(micros(before))).add(Column::EndsAt.lt(micros(before)));
    Ok(Entity::delete_many().filter(old).exec(&tx.connection()).await?.rows_affected)
}

fn is_open(kind: TicketKind, now: Timestamp) -> Condition {
    Condition::all()
        .add(Column::Kind.eq(kind.as_str()))
        .add(Column::SpentAt.is_null())
        .add(Column::EndsAt.gt(micros(now)))
}
