//! Passkeys: the public halves of keys that accounts sign in with.

use crate::column::{instant, micros, text};
use crate::rows::{self, found};
use crate::{Db, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::{
    id::{AccountId, PasskeyId},
    record::Passkey,
};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QueryFilter, QueryOrder};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) credential: String,
    pub(crate) public_key: String,
    pub(crate) name: String,
    pub(crate) uses: i64,
    pub(crate) created_at: i64,
    pub(crate) used_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds one.
///
/// # Errors
/// When some account has a key of that identifier already, or the database fails.
pub async fn insert(tx: &Tx, key: &Passkey) -> Result<(), StoreError> {
    let row = Model {
        id: key.id.0,
        account_id: key.account.0,
        credential: key.credential.clone(),
        public_key: key.public_key.clone(),
        name: text(&key.name),
        uses: key.uses,
        created_at: micros(key.created_at),
        used_at: key.used_at.map(micros),
    };
    rows::insert::<Entity, _>(tx, vec![row]).await
}

/// The key with this identifier of its device.
///
/// # Errors
/// When the database fails.
pub async fn by_credential(db: &dyn Db, credential: &str) -> Result<Option<Passkey>, StoreError> {
    let row = Entity::find().filter(Column::Credential.eq(credential)).one(&db.connection()).await?;
    row.map(read).transpose()
}

/// Those of an account, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_account(db: &dyn Db, account: AccountId) -> Result<Vec<Passkey>, StoreError> {
    let rows = Entity::find().filter(Column::AccountId.eq(account.0));
    let rows = rows.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    rows.all(&db.connection()).await?.into_iter().map(read).collect()
}

/// Notes that it was used, and how often its device says it was.
///
/// # Errors
/// When the database fails.
pub async fn used(tx: &Tx, id: PasskeyId, uses: i64, at: Timestamp) -> Result<(), StoreError> {
    let update = Entity::update_many()
        .col_expr(Column::Uses, Expr::val(uses))
        .col_expr(Column::UsedAt, Expr::val(micros(at)))
        .filter(Column::Id.eq(id.0));
    update.exec(&tx.connection()).await?;
    Ok(())
}

/// Takes one of an account away.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn remove(tx: &Tx, account: AccountId, id: PasskeyId) -> Result<(), StoreError> {
    let one = Condition::all().add(Column::Id.eq(id.0)).add(Column::AccountId.eq(account.0));
    let done = Entity::delete_many().filter(one).exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "passkey", id.0)
}

/// Takes all of an account away.
///
/// # Errors
/// When the database fails.
pub async fn remove_all(tx: &Tx, account: AccountId) -> Result<u64, StoreError> {
    let all = Entity::delete_many().filter(Column::AccountId.eq(account.0));
    Ok(all.exec(&tx.connection()).await?.rows_affected)
}

fn read(row: Model) -> Result<Passkey, StoreError> {
    Ok(Passkey {
        id: PasskeyId(row.id),
        account: AccountId(row.account_id),
        credential: row.credential,
        public_key: row.public_key,
        name: row.name,
        uses: row.uses,
        created_at: instant(row.created_at)?,
        used_at: row.used_at.map(instant).transpose()?,
    })
}
