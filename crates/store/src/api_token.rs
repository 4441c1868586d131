//! Tokens for programs. They are found by the hash of their secret; the secret itself is nowhere.

mod row;

pub(crate) use row::{Column, Entity};

use crate::column::micros;
use crate::rows::{self, found};
use crate::{Db, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::{
    id::{AccountId, ApiTokenId, TeamId},
    record::ApiToken,
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

/// Adds one, with the hash of its secret.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, token: &ApiToken, secret_hash: &str) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(token, secret_hash)]).await
}

/// The one with this hash that works at `now`: neither taken back nor ended.
///
/// # Errors
/// When the database fails.
pub async fn by_hash(db: &dyn Db, secret_hash: &str, now: Timestamp) -> Result<Option<ApiToken>, StoreError> {
    let works = Condition::all()
        .add(Column::SecretHash.eq(secret_hash))
        .add(Column::RevokedAt.is_null())
        .add(Column::EndsAt.is_null().or(Column::EndsAt.gt(micros(now))));
    Entity::find().filter(works).one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// All of an account, also those that work no more, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn of_account(db: &dyn Db, account: AccountId) -> Result<Vec<ApiToken>, StoreError> {
    let rows = Entity::find().filter(Column::AccountId.eq(account.0));
    let rows = rows.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// Notes that it was used.
///
/// # Errors
/// When the database fails.
pub async fn seen(tx: &Tx, id: ApiTokenId, at: Timestamp) -> Result<(), StoreError> {
    let update = Entity::update_many().col_expr(Column::SeenAt, Expr::val(micros(at))).filter(Column::Id.eq(id.0));
    update.exec(&tx.connection()).await?;
    Ok(())
}

/// Takes one of an account back.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none, or when the database fails.
pub async fn revoke(tx: &Tx, account: AccountId, id: ApiTokenId, at: Timestamp) -> Result<(), StoreError> {
    let one = Condition::all().add(Column::Id.eq(id.0)).add(Column::AccountId.eq(account.0));
    let update = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::val(micros(at)))
        .filter(one.add(Column::RevokedAt.is_null()));
    let done = update.exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "token", id.0)
}

/// Takes all of an account back: those for one team, or all of them.
///
/// # Errors
/// When the database fails.
pub async fn revoke_all(tx: &Tx, account: AccountId, team: Option<TeamId>, at: Timestamp) -> Result<u64, StoreError> {
    let those = Condition::all()
        .add(Column::AccountId.eq(account.0))
        .add(Column::RevokedAt.is_null())
        .add_option(team.map(|team| Column::TeamId.eq(team.0)));
    let update = Entity::update_many().col_expr(Column::RevokedAt, Expr::val(micros(at))).filter(those);
    Ok(update.exec(&tx.connection()).await?.rows_affected)
}

/// Forgets those that were taken back or ended before.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Condition::any().add(Column::RevokedAt.lt(micros(before))).add(Column::EndsAt.lt(micros(before)));
    Ok(Entity::delete_many().filter(old).exec(&tx.connection()).await?.rows_affected)
}
