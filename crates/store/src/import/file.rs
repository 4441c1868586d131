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
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i64,
    pub team_id: Uuid,
    pub name: String,
    pub outcome: String,
    pub announcement_id: Option<Uuid>,
    pub claims: i64,
    #[sea_orm(column_type = "Text")]
    pub remarks: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

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
