//! The row of a list of organisations.

use crate::StoreError;
use crate::column::{from_json, from_remarks, instant, json, micros, remarks, text, word};
use samesky_model::id::{ListJobId, OrganisationImportId, TeamId};
use samesky_model::record::{ListJob, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "list_job")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) file_name: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) sha256: String,
    pub(crate) size: i64,
    pub(crate) state: String,
    pub(crate) said: String,
    pub(crate) layout: String,
    pub(crate) totals: String,
    pub(crate) skip_refused: bool,
    pub(crate) total: i64,
    pub(crate) done: i64,
    pub(crate) cancel_requested: bool,
    pub(crate) problems: String,
    pub(crate) started_by: String,
    pub(crate) started_at: i64,
    pub(crate) finished_at: Option<i64>,
    pub(crate) import_id: Option<Uuid>,
    pub(crate) lease_ends_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(job: &ListJob) -> Result<Self, StoreError> {
        Ok(Self {
            id: job.id.0,
            team_id: job.team.0,
            file_name: text(&job.file_name),
            sha256: job.sha256.clone(),
            size: job.size,
            state: job.state.to_string(),
            said: json(&job.said)?,
            layout: json(&job.layout)?,
            totals: json(&job.totals)?,
            skip_refused: job.skip_refused,
            total: job.total,
            done: job.done,
            cancel_requested: job.cancel_requested,
            problems: remarks(&job.problems)?,
            started_by: text(&job.started.by),
            started_at: micros(job.started.at),
            finished_at: job.finished_at.map(micros),
            import_id: job.import.map(|import| import.0),
            lease_ends_at: None,
        })
    }

    pub(crate) fn read(self) -> Result<ListJob, StoreError> {
        Ok(ListJob {
            id: ListJobId(self.id),
            team: TeamId(self.team_id),
            file_name: self.file_name,
            sha256: self.sha256,
            size: self.size,
            state: word("list_job.state", &self.state)?,
            said: from_json("list_job.said", &self.said)?,
            layout: from_json("list_job.layout", &self.layout)?,
            totals: from_json("list_job.totals", &self.totals)?,
            skip_refused: self.skip_refused,
            total: self.total,
            done: self.done,
            cancel_requested: self.cancel_requested,
            problems: from_remarks(&self.problems)?,
            started: Stamp { by: self.started_by, at: instant(self.started_at)? },
            finished_at: self.finished_at.map(instant).transpose()?,
            import: self.import_id.map(OrganisationImportId),
        })
    }
}
