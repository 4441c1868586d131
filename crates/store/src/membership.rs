//! The roles of accounts on teams.

mod row;

pub(crate) use row::{Column, Entity};

use crate::rows::{self, changed, found};
use crate::{Db, StoreError, Tx};
use samesky_model::{
    id::{AccountId, TeamId},
    record::Membership,
};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// The role of an account on a team, where it has one.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &dyn Db, team: TeamId, account: AccountId) -> Result<Option<Membership>, StoreError> {
    let row = Entity::find_by_id((team.0, account.0)).one(&db.connection()).await?;
    row.map(row::Model::read).transpose()
}

/// The members of a team, the longest-standing first.
///
/// # Errors
/// When the database fails.
pub async fn of_team(db: &dyn Db, team: TeamId) -> Result<Vec<Membership>, StoreError> {
    let rows = Entity::find().filter(Column::TeamId.eq(team.0));
    let rows = rows.order_by_asc(Column::JoinedAt).order_by_asc(Column::AccountId);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// The teams of an account, the longest-standing first.
///
/// # Errors
/// When the database fails.
pub async fn of_account(db: &dyn Db, account: AccountId) -> Result<Vec<Membership>, StoreError> {
    let rows = Entity::find().filter(Column::AccountId.eq(account.0));
    let rows = rows.order_by_asc(Column::JoinedAt).order_by_asc(Column::TeamId);
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

/// Takes an account into a team.
///
/// # Errors
/// When it is a member already, or the database fails.
pub async fn insert(tx: &Tx, membership: &Membership) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(membership)]).await
}

/// Changes a role that has the version expected; its version goes up by one.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, membership: &Membership, expected_version: i64) -> Result<(), StoreError> {
    let mut row = row::Model::of(membership).into_active_model().reset_all();
    row.version = Set(expected_version + 1);
    let done = Entity::update_many()
        .set(row)
        .filter(Column::TeamId.eq(membership.team.0))
        .filter(Column::AccountId.eq(membership.account.0))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected > 0 {
        return Ok(());
    }
    let there = find(tx, membership.team, membership.account).await?;
    let there = found(there, "membership", membership.account.0)?.version;
    changed("membership", membership.account.0, expected_version, there)
}

/// Takes an account out of a team.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn remove(tx: &Tx, team: TeamId, account: AccountId) -> Result<(), StoreError> {
    let done = Entity::delete_by_id((team.0, account.0)).exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "membership", account.0)
}
