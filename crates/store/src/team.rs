//! Teams.

mod row;

pub(crate) use row::{Column, Entity};

use crate::rows::{self, found};
use crate::{Db, StoreError, Tx};
use samesky_model::{id::TeamId, record::Team};
use sea_orm::EntityTrait;
use uuid::Uuid;

/// The team that the first migration makes. It has the same identifier everywhere, so that a backup finds it again.
pub(crate) const DEFAULT: TeamId = TeamId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));

/// The team that every installation begins with.
///
/// # Errors
/// When the database fails.
pub async fn default(db: &dyn Db) -> Result<Team, StoreError> {
    get(db, DEFAULT).await
}

/// One team.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, id: TeamId) -> Result<Team, StoreError> {
    found(Entity::find_by_id(id.0).one(&db.connection()).await?, "team", id.0)?.read()
}

/// Adds a team.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, team: &Team) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(team)?]).await
}
