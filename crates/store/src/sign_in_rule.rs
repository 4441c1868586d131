//! What a team asks of those who sign in to it.

use crate::{Db, StoreError, Tx, rows};
use samesky_model::id::TeamId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_rule")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) team_id: Uuid,
    pub(crate) second_factor: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether a team asks for a second factor.
///
/// # Errors
/// When the database fails.
pub async fn asks_second_factor(db: &dyn Db, team: TeamId) -> Result<bool, StoreError> {
    let row = Entity::find_by_id(team.0).one(&db.connection()).await?;
    Ok(row.is_some_and(|row| row.second_factor))
}

/// Says whether it does.
///
/// # Errors
/// When the database fails.
pub async fn ask_second_factor(tx: &Tx, team: TeamId, asks: bool) -> Result<(), StoreError> {
    Entity::delete_by_id(team.0).exec(&tx.connection()).await?;
    rows::insert::<Entity, _>(tx, vec![Model { team_id: team.0, second_factor: asks }]).await
}
