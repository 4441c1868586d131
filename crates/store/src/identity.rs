//! What accounts are called at another service that they sign in by.

use crate::column::{micros, text};
use crate::{Db, StoreError, Tx, rows};
use jiff::Timestamp;
use samesky_model::id::AccountId;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) issuer: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) subject: String,
    pub(crate) account_id: Uuid,
    pub(crate) made_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The account that the service calls so.
///
/// # Errors
/// When the database fails.
pub async fn account(db: &dyn Db, issuer: &str, subject: &str) -> Result<Option<AccountId>, StoreError> {
    let key = (issuer.to_owned(), subject.to_owned());
    Ok(Entity::find_by_id(key).one(&db.connection()).await?.map(|row| AccountId(row.account_id)))
}

/// The services that an account signs in by.
///
/// # Errors
/// When the database fails.
pub async fn issuers(db: &dyn Db, account: AccountId) -> Result<Vec<String>, StoreError> {
    let rows = Entity::find().filter(Column::AccountId.eq(account.0)).all(&db.connection()).await?;
    Ok(rows.into_iter().map(|row| row.issuer).collect())
}

/// Notes what an account is called there.
///
/// # Errors
/// When the name is another account's, or the database fails.
pub async fn insert(
    tx: &Tx,
    (issuer, subject): (&str, &str),
    account: AccountId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let row = Model { issuer: text(issuer), subject: text(subject), account_id: account.0, made_at: micros(at) };
    rows::insert::<Entity, _>(tx, vec![row]).await
}
