//! The row of an import of organisations.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, text};
use samesky_model::id::{OrganisationImportId, TeamId};
use samesky_model::record::{OrganisationImport, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_import")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) file_name: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) sha256: String,
    pub(crate) sheet: String,
    pub(crate) layout: String,
    pub(crate) mapping: String,
    pub(crate) totals: String,
    pub(crate) started_by: String,
    pub(crate) started_at: i64,
    pub(crate) undone_by: Option<String>,
    pub(crate) undone_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(import: &OrganisationImport) -> Result<Self, StoreError> {
        Ok(Self {
            id: import.id.0,
            team_id: import.team.0,
            file_name: text(&import.file_name),
            sha256: import.sha256.clone(),
            sheet: text(&import.sheet),
            layout: text(&import.layout),
            mapping: json(&import.mapping)?,
            totals: json(&import.totals)?,
            started_by: text(&import.started.by),
            started_at: micros(import.started.at),
            undone_by: import.undone.as_ref().map(|stamp| text(&stamp.by)),
            undone_at: import.undone.as_ref().map(|stamp| micros(stamp.at)),
        })
    }

    pub(crate) fn read(self) -> Result<OrganisationImport, StoreError> {
        let stamp = |by, at| Ok::<_, StoreError>(Stamp { by, at: instant(at)? });
        Ok(OrganisationImport {
            id: OrganisationImportId(self.id),
            team: TeamId(self.team_id),
            file_name: self.file_name,
            sha256: self.sha256,
            sheet: self.sheet,
            layout: self.layout,
            mapping: from_json("organisation_import.mapping", &self.mapping)?,
            totals: from_json("organisation_import.totals", &self.totals)?,
            started: stamp(self.started_by, self.started_at)?,
            undone: self.undone_by.zip(self.undone_at).map(|(by, at)| stamp(by, at)).transpose()?,
        })
    }
}
