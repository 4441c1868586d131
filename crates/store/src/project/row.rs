//! The row of a project.

use crate::StoreError;
use crate::column::{folded, from_json, instant, json, micros, optional, optional_word, text, word};
use samesky_model::{
    id::{EventId, ProjectId, TeamId},
    record::{ProjectRecord, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "project")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) version: i64,
    pub(crate) state: String,
    pub(crate) names: String,
    pub(crate) organisations: String,
    pub(crate) place: Option<String>,
    pub(crate) event_id: Option<Uuid>,
    pub(crate) stage: Option<String>,
    pub(crate) industries: String,
    pub(crate) created_by: String,
    pub(crate) created_at: i64,
    /// Names, organisations and place for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(project: &ProjectRecord) -> Result<Self, StoreError> {
        Ok(Self {
            id: project.id.0,
            team_id: project.team.0,
            version: project.version,
            state: project.state.to_string(),
            names: json(&project.names)?,
            organisations: json(&project.organisations)?,
            place: optional(project.place.as_ref()),
            event_id: project.event.map(|event| event.0),
            stage: project.stage.map(|stage| stage.to_string()),
            industries: json(&project.industries)?,
            created_by: text(&project.created.by),
            created_at: micros(project.created.at),
            folded: searchable(project),
        })
    }

    pub(crate) fn read(self) -> Result<ProjectRecord, StoreError> {
        Ok(ProjectRecord {
            id: ProjectId(self.id),
            team: TeamId(self.team_id),
            version: self.version,
            state: word("project.state", &self.state)?,
            names: from_json("project.names", &self.names)?,
            organisations: from_json("project.organisations", &self.organisations)?,
            place: self.place,
            event: self.event_id.map(EventId),
            stage: optional_word("project.stage", self.stage.as_ref())?,
            industries: from_json("project.industries", &self.industries)?,
            created: Stamp { by: self.created_by, at: instant(self.created_at)? },
        })
    }
}

fn searchable(project: &ProjectRecord) -> String {
    let names = project.names.iter().map(|name| name.text.as_str());
    let organisations = project.organisations.iter().map(String::as_str);
    let all: Vec<&str> = names.chain(organisations).chain(project.place.as_deref()).collect();
    folded(&all.join("\n"))
}
