//! Teams.

use crate::{Db, StoreError, Tx};
use samesky_model::{id::TeamId, record::Team};

/// The team that every installation begins with.
///
/// # Errors
/// When the database fails.
pub async fn default(db: &dyn Db) -> Result<Team, StoreError> {
    todo!()
}

/// One team.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, id: TeamId) -> Result<Team, StoreError> {
    todo!()
}

/// Adds a team.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, team: &Team) -> Result<(), StoreError> {
    todo!()
}
