//! Accounts. They stand outside all teams; a membership gives them a role on one.

pub mod credential;
mod row;

pub(crate) use row::{Column, Entity};

use crate::rows::{self, among, changed, found, in_order};
use crate::{Db, StoreError, Tx, column};
use samesky_model::{
    id::{AccountId, OrganisationId},
    record::Account,
};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Whether there is any account.
///
/// # Errors
/// When the database fails.
pub async fn any(db: &dyn Db) -> Result<bool, StoreError> {
    let first = Entity::find().select_only().column(Column::Id).limit(1).into_tuple::<Uuid>();
    Ok(first.one(&db.connection()).await?.is_some())
}

/// One account.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, id: AccountId) -> Result<Account, StoreError> {
    found(Entity::find_by_id(id.0).one(&db.connection()).await?, "account", id.0)?.read()
}

/// The account with this e-mail address, in whatever case it is written.
///
/// # Errors
/// When the database fails.
pub async fn by_email(db: &dyn Db, email: &str) -> Result<Option<Account>, StoreError> {
    let row = Entity::find().filter(Column::EmailKey.eq(column::folded(email.trim()))).one(&db.connection()).await?;
    row.map(row::Model::read).transpose()
}

/// The guests of an organisation, the first first.
///
/// # Errors
/// When the database fails.
pub async fn of_organisation(db: &dyn Db, organisation: OrganisationId) -> Result<Vec<Account>, StoreError> {
    let rows = Entity::find().filter(Column::OrganisationId.eq(organisation.0));
    let rows = rows.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// Several accounts, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, ids: &[AccountId]) -> Result<Vec<Account>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = among(db, Entity::find(), Column::Id, &keys).await?;
    let accounts = rows.into_iter().map(row::Model::read).collect::<Result<Vec<_>, _>>()?;
    Ok(in_order(ids, accounts, |account| account.id))
}

/// Adds an account.
///
/// # Errors
/// When its e-mail address is taken, or the database fails.
pub async fn insert(tx: &Tx, account: &Account) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(account)]).await
}

/// Changes an account that has the version expected; its version goes up by one.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, account: &Account, expected_version: i64) -> Result<(), StoreError> {
    let mut row = row::Model::of(account).into_active_model().reset_all();
    row.version = Set(expected_version + 1);
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(account.id.0))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected == 0 {
        let there = get(tx, account.id).await?.version;
        return changed("account", account.id.0, expected_version, there);
    }
    Ok(())
}
