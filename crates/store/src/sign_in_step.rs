//! Signing in that is under way: between the password and the code, or between here and a key or another service. A step
//! is found by the hash of its secret, which only the browser has; it is short-lived and works once.

use crate::column::{instant, micros, text, word};
use crate::{Db, StoreError, Tx, rows};
use jiff::Timestamp;
use samesky_model::{
    id::{AccountId, StepId},
    record::{Step, StepKind},
};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, QueryFilter};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_step")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// SHA-256 of the secret, hexadecimal.
    pub(crate) secret_hash: String,
    pub(crate) kind: String,
    pub(crate) data: String,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) tries: i64,
    pub(crate) ends_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds one, with the hash of its secret.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, step: &Step, secret_hash: &str) -> Result<(), StoreError> {
    let row = Model {
        id: step.id.0,
        secret_hash: secret_hash.to_owned(),
        kind: step.kind.to_string(),
        data: text(&step.data),
        account_id: step.account.map(|id| id.0),
        tries: step.tries,
        ends_at: micros(step.ends_at),
    };
    rows::insert::<Entity, _>(tx, vec![row]).await
}

/// The one of this kind and hash that has not ended at `now`.
///
/// # Errors
/// When the database fails.
pub async fn open(db: &dyn Db, kind: StepKind, secret_hash: &str, now: Timestamp) -> Result<Option<Step>, StoreError> {
    let one = Condition::all()
        .add(Column::SecretHash.eq(secret_hash))
        .add(Column::Kind.eq(kind.as_str()))
        .add(Column::EndsAt.gt(micros(now)));
    Entity::find().filter(one).one(&db.connection()).await?.map(read).transpose()
}

/// Counts a try.
///
/// # Errors
/// When the database fails.
pub async fn tried(tx: &Tx, id: StepId) -> Result<(), StoreError> {
    let update =
        Entity::update_many().col_expr(Column::Tries, Expr::col(Column::Tries).add(1)).filter(Column::Id.eq(id.0));
    update.exec(&tx.connection()).await?;
    Ok(())
}

/// Ends one. `false` when it was ended already, so that it works once.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &Tx, id: StepId) -> Result<bool, StoreError> {
    Ok(Entity::delete_by_id(id.0).exec(&tx.connection()).await?.rows_affected > 0)
}

/// Ends all of an account.
///
/// # Errors
/// When the database fails.
pub async fn end_all(tx: &Tx, account: AccountId) -> Result<u64, StoreError> {
    let all = Entity::delete_many().filter(Column::AccountId.eq(account.0));
    Ok(all.exec(&tx.connection()).await?.rows_affected)
}

/// Forgets those that ended by themselves.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, StoreError> {
    let ended = Entity::delete_many().filter(Column::EndsAt.lte(micros(now)));
    Ok(ended.exec(&tx.connection()).await?.rows_affected)
}

fn read(row: Model) -> Result<Step, StoreError> {
    Ok(Step {
        id: StepId(row.id),
        kind: word("sign_in_step.kind", &row.kind)?,
        account: row.account_id.map(AccountId),
        data: row.data,
        tries: row.tries,
        ends_at: instant(row.ends_at)?,
    })
}
