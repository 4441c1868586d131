//! Attempts to sign in, so that guessing can be slowed down.

mod row;

pub(crate) use row::{Column, Entity, Model};

use crate::column::micros;
use crate::{Db, StoreError, Tx, rows};
use jiff::Timestamp;
use samesky_model::record::Attempt;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Adds an attempt.
///
/// # Errors
/// When the database fails.
pub async fn append(tx: &Tx, id: Uuid, attempt: &Attempt) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(id, attempt)]).await
}

/// Turns a failure, which every attempt is noted as first, into a success.
///
/// # Errors
/// When the database fails.
pub async fn succeed(tx: &Tx, id: Uuid) -> Result<(), StoreError> {
    let update = Entity::update_many().col_expr(Column::Succeeded, Expr::val(true)).filter(Column::Id.eq(id));
    update.exec(&tx.connection()).await?;
    Ok(())
}

/// Which failures are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Failures<'a> {
    /// Of this account's address, hashed.
    pub subject: Option<&'a str>,
    /// From this network address.
    pub address: Option<&'a str>,
}

/// How many attempts failed after `since`.
///
/// # Errors
/// When the database fails.
pub async fn failures(db: &dyn Db, of: Failures<'_>, since: Timestamp) -> Result<u64, StoreError> {
    let those = Condition::all()
        .add(Column::Succeeded.eq(false))
        .add(Column::TriedAt.gt(micros(since)))
        .add_option(of.subject.map(|subject| Column::Subject.eq(subject)))
        .add_option(of.address.map(|address| Column::Address.eq(address)));
    Ok(Entity::find().filter(those).count(&db.connection()).await?)
}

/// Whether this account signed in from this network address after `since`.
///
/// # Errors
/// When the database fails.
pub async fn is_known(db: &dyn Db, subject: &str, address: &str, since: Timestamp) -> Result<bool, StoreError> {
    let one = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Subject.eq(subject))
        .filter(Column::Address.eq(address))
        .filter(Column::Succeeded.eq(true))
        .filter(Column::TriedAt.gt(micros(since)))
        .limit(1)
        .into_tuple::<Uuid>();
    Ok(one.one(&db.connection()).await?.is_some())
}

/// Forgets attempts from before.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Entity::delete_many().filter(Column::TriedAt.lt(micros(before)));
    Ok(old.exec(&tx.connection()).await?.rows_affected)
}
