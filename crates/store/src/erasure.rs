//! Whom the installation was asked to forget: the number by which they are called since, and nothing else.
//!
//! A backup from before an erasure still has the person. So the list is kept in a file outside of the database too, and a
//! restore reads it (docs/decisions/0010).

use crate::column::{instant, micros};
use crate::{Db, StoreError, Tx, rows};
use samesky_model::{id::AccountId, record::Erasure};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account_id: Uuid,
    pub(crate) number: i64,
    pub(crate) erased_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    fn read(self) -> Result<Erasure, StoreError> {
        Ok(Erasure { account: AccountId(self.account_id), number: self.number, at: instant(self.erased_at)? })
    }
}

/// All erasures, the first at first.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db) -> Result<Vec<Erasure>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::Number).all(&db.connection()).await?;
    rows.into_iter().map(Model::read).collect()
}

/// The erasure of an account.
///
/// # Errors
/// When the database fails.
pub async fn of_account(db: &dyn Db, account: AccountId) -> Result<Option<Erasure>, StoreError> {
    Entity::find_by_id(account.0).one(&db.connection()).await?.map(Model::read).transpose()
}

/// Adds one.
///
/// # Errors
/// When the account was erased already or the number is taken, or the database fails.
pub async fn insert(tx: &Tx, erasure: &Erasure) -> Result<(), StoreError> {
    let Erasure { account, number, at } = *erasure;
    let row = Model { account_id: account.0, number, erased_at: micros(at) };
    rows::insert::<Entity, _>(tx, vec![row]).await
}
