//! The row of one file of an import.

use crate::StoreError;
use crate::column::{from_remarks, remarks, text, word};
use samesky_model::{
    id::{AnnouncementId, ImportId, TeamId},
    record::ImportFile,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_file")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) import_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) ordinal: i64,
    pub(crate) team_id: Uuid,
    pub(crate) name: String,
    pub(crate) outcome: String,
    pub(crate) announcement_id: Option<Uuid>,
    pub(crate) claims: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) remarks: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(team: TeamId, import: ImportId, file: &ImportFile) -> Result<Self, StoreError> {
        Ok(Self {
            import_id: import.0,
            ordinal: file.ordinal,
            team_id: team.0,
            name: text(&file.name),
            outcome: file.outcome.to_string(),
            announcement_id: file.announcement.map(|id| id.0),
            claims: file.claims,
            remarks: remarks(&file.remarks)?,
        })
    }

    pub(crate) fn read(self) -> Result<ImportFile, StoreError> {
        Ok(ImportFile {
            ordinal: self.ordinal,
            name: self.name,
            outcome: word("import_file.outcome", &self.outcome)?,
            announcement: self.announcement_id.map(AnnouncementId),
            claims: self.claims,
            remarks: from_remarks(&self.remarks)?,
        })
    }
}
