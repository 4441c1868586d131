//! The row of an import.

use crate::StoreError;
use crate::column::{instant, micros, text, word};
use samesky_model::{
    id::{ImportId, TeamId},
    record::{Import, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) source: String,
    pub(crate) started_by: String,
    pub(crate) started_at: i64,
    pub(crate) finished_at: Option<i64>,
    pub(crate) state: String,
    pub(crate) total: i64,
    pub(crate) done: i64,
    pub(crate) cancel_requested: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(import: &Import) -> Self {
        Self {
            id: import.id.0,
            team_id: import.team.0,
            source: import.source.to_string(),
            started_by: text(&import.started.by),
            started_at: micros(import.started.at),
            finished_at: import.finished_at.map(micros),
            state: import.state.to_string(),
            total: import.total,
            done: import.done,
            cancel_requested: import.cancel_requested,
        }
    }

    pub(crate) fn read(self) -> Result<Import, StoreError> {
        Ok(Import {
            id: ImportId(self.id),
            team: TeamId(self.team_id),
            source: word("import.source", &self.source)?,
            started: Stamp { by: self.started_by, at: instant(self.started_at)? },
            finished_at: self.finished_at.map(instant).transpose()?,
            state: word("import.state", &self.state)?,
            total: self.total,
            done: self.done,
            cancel_requested: self.cancel_requested,
        })
    }
}
