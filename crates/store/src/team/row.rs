//! The row of a team.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, optional, word};
use samesky_model::{id::TeamId, record::Team};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) parent_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub(crate) names: String,
    pub(crate) kind: String,
    pub(crate) place: Option<String>,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(team: &Team) -> Result<Self, StoreError> {
        Ok(Self {
            id: team.id.0,
            parent_id: team.parent.map(|parent| parent.0),
            names: json(&team.names)?,
            kind: team.kind.to_string(),
            place: optional(team.place.as_ref()),
            created_at: micros(team.created_at),
        })
    }

    pub(crate) fn read(self) -> Result<Team, StoreError> {
        Ok(Team {
            id: TeamId(self.id),
            parent: self.parent_id.map(TeamId),
            names: from_json("team.names", &self.names)?,
            kind: word("team.kind", &self.kind)?,
            place: self.place,
            created_at: instant(self.created_at)?,
        })
    }
}
