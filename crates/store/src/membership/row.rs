//! The row of a membership.

use crate::StoreError;
use crate::column::{instant, micros, text, word};
use samesky_model::{
    id::{AccountId, TeamId},
    record::{Membership, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) team_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account_id: Uuid,
    pub(crate) role: String,
    pub(crate) version: i64,
    pub(crate) joined_by: String,
    pub(crate) joined_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(membership: &Membership) -> Self {
        Self {
            team_id: membership.team.0,
            account_id: membership.account.0,
            role: membership.role.to_string(),
            version: membership.version,
            joined_by: text(&membership.joined.by),
            joined_at: micros(membership.joined.at),
        }
    }

    pub(crate) fn read(self) -> Result<Membership, StoreError> {
        Ok(Membership {
            team: TeamId(self.team_id),
            account: AccountId(self.account_id),
            role: word("membership.role", &self.role)?,
            version: self.version,
            joined: Stamp { by: self.joined_by, at: instant(self.joined_at)? },
        })
    }
}
