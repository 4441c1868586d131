//! Browsers that are signed in. They are found by the hash of their secret; the secret itself is nowhere.

mod row;

pub(crate) use row::{Column, Entity};

use crate::column::micros;
use crate::rows::{self, found};
use crate::{Db, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::{
    id::{AccountId, SignInId, TeamId},
    record::SignIn,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

/// Adds one, with the hash of its secret.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, sign_in: &SignIn, secret_hash: &str) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(sign_in, secret_hash)]).await
}

/// The one with this hash that has not ended at `now`.
///
/// # Errors
/// When the database fails.
pub async fn by_hash(db: &dyn Db, secret_hash: &str, now: Timestamp) -> Result<Option<SignIn>, StoreError> {
    let row = Entity::find().filter(Column::SecretHash.eq(secret_hash)).filter(Column::EndsAt.gt(micros(now)));
    row.one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// Those of an account that have not ended at `now`, the latest used first.
///
/// # Errors
/// When the database fails.
pub async fn of_account(db: &dyn Db, account: AccountId, now: Timestamp) -> Result<Vec<SignIn>, StoreError> {
    let rows = Entity::find().filter(Column::AccountId.eq(account.0)).filter(Column::EndsAt.gt(micros(now)));
    let rows = rows.order_by_desc(Column::SeenAt).order_by_desc(Column::Id);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// Notes that it was used, and until when it goes on.
///
/// # Errors
/// When the database fails.
pub async fn seen(tx: &Tx, id: SignInId, at: Timestamp, ends_at: Timestamp) -> Result<(), StoreError> {
    let update = Entity::update_many()
        .col_expr(Column::SeenAt, Expr::val(micros(at)))
        .col_expr(Column::EndsAt, Expr::val(micros(ends_at)))
        .filter(Column::Id.eq(id.0));
    update.exec(&tx.connection()).await?;
    Ok(())
}

/// Shows the records of another team from now on.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn change_team(tx: &Tx, id: SignInId, team: TeamId) -> Result<(), StoreError> {
    let update = Entity::update_many().col_expr(Column::TeamId, Expr::val(team.0)).filter(Column::Id.eq(id.0));
    let done = update.exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "sign-in", id.0)
}

/// Ends one of an account.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn end(tx: &Tx, account: AccountId, id: SignInId) -> Result<(), StoreError> {
    let one = Condition::all().add(Column::Id.eq(id.0)).add(Column::AccountId.eq(account.0));
    let done = Entity::delete_many().filter(one).exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "sign-in", id.0)
}

/// Ends all of an account but one that goes on.
///
/// # Errors
/// When the database fails.
pub async fn end_all(tx: &Tx, account: AccountId, but: Option<SignInId>) -> Result<u64, StoreError> {
    let others = Condition::all().add(Column::AccountId.eq(account.0)).add_option(but.map(|id| Column::Id.ne(id.0)));
    Ok(Entity::delete_many().filter(others).exec(&tx.connection()).await?.rows_affected)
}

/// Forgets those that ended by themselves.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, StoreError> {
    let ended = Entity::delete_many().filter(Column::EndsAt.lte(micros(now)));
    Ok(ended.exec(&tx.connection()).await?.rows_affected)
}
