//! A row of a list, with what came of it.

use crate::StoreError;
use crate::column::{from_json, json, word};
use samesky_model::id::OrganisationId;
use samesky_model::record::{OrganisationImport, OrganisationImportRow};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_import_row")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) import_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) row_number: i64,
    pub(crate) team_id: Uuid,
    pub(crate) outcome: String,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) messages: String,
    pub(crate) removed: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) content: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(import: &OrganisationImport, line: &OrganisationImportRow) -> Result<Self, StoreError> {
        Ok(Self {
            import_id: import.id.0,
            row_number: line.row,
            team_id: import.team.0,
            outcome: line.outcome.to_string(),
            organisation_id: line.organisation.map(|id| id.0),
            messages: json(&line.messages)?,
            removed: json(&line.removed)?,
            content: line.content.clone(),
        })
    }

    pub(crate) fn read(self) -> Result<OrganisationImportRow, StoreError> {
        Ok(OrganisationImportRow {
            row: self.row_number,
            outcome: word("organisation_import_row.outcome", &self.outcome)?,
            organisation: self.organisation_id.map(OrganisationId),
            messages: from_json("organisation_import_row.messages", &self.messages)?,
            removed: from_json("organisation_import_row.removed", &self.removed)?,
            content: self.content,
        })
    }
}
