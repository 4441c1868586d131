//! A row of a list on its way in.

use crate::StoreError;
use crate::column::{from_json, json, optional, word};
use samesky_model::id::{ListJobId, OrganisationId, TeamId};
use samesky_model::record::ListJobRow;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "list_job_row")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) job_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) row_number: i64,
    pub(crate) team_id: Uuid,
    pub(crate) outcome: String,
    pub(crate) name: Option<String>,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) identifiers: String,
    pub(crate) country: Option<String>,
    pub(crate) messages: String,
    pub(crate) candidates: String,
    pub(crate) choice: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(team: TeamId, job: ListJobId, row: &ListJobRow) -> Result<Self, StoreError> {
        Ok(Self {
            job_id: job.0,
            row_number: row.row,
            team_id: team.0,
            outcome: row.outcome.to_string(),
            name: optional(row.name.as_ref()),
            organisation_id: row.organisation.map(|id| id.0),
            identifiers: json(&row.identifiers)?,
            country: row.country.clone(),
            messages: json(&row.messages)?,
            candidates: json(&row.candidates)?,
            choice: row.choice.clone(),
        })
    }

    pub(crate) fn read(self) -> Result<ListJobRow, StoreError> {
        Ok(ListJobRow {
            row: self.row_number,
            outcome: word("list_job_row.outcome", &self.outcome)?,
            name: self.name,
            organisation: self.organisation_id.map(OrganisationId),
            identifiers: from_json("list_job_row.identifiers", &self.identifiers)?,
            country: self.country,
            messages: from_json("list_job_row.messages", &self.messages)?,
            candidates: from_json("list_job_row.candidates", &self.candidates)?,
            choice: self.choice,
        })
    }
}
