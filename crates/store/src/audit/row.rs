//! The row of an audit record.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, optional, text, word};
use samesky_model::{
    id::{AuditId, TeamId},
    record::{AuditRecord, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_record")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) done_by: String,
    pub(crate) done_at: i64,
    pub(crate) action: String,
    pub(crate) record_kind: String,
    pub(crate) record_id: Uuid,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) why: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(record: &AuditRecord) -> Result<Self, StoreError> {
        Ok(Self {
            id: record.id.0,
            team_id: record.team.0,
            done_by: text(&record.stamp.by),
            done_at: micros(record.stamp.at),
            action: text(&record.action),
            record_kind: record.record_kind.to_string(),
            record_id: record.record,
            before: record.before.as_ref().map(json).transpose()?,
            after: record.after.as_ref().map(json).transpose()?,
            why: optional(record.why.as_ref()),
        })
    }

    pub(crate) fn read(self) -> Result<AuditRecord, StoreError> {
        Ok(AuditRecord {
            id: AuditId(self.id),
            team: TeamId(self.team_id),
            stamp: Stamp { by: self.done_by, at: instant(self.done_at)? },
            action: self.action,
            record_kind: word("audit_record.record_kind", &self.record_kind)?,
            record: self.record_id,
            before: self.before.map(|value| from_json("audit_record.before", &value)).transpose()?,
            after: self.after.map(|value| from_json("audit_record.after", &value)).transpose()?,
            why: self.why,
        })
    }
}
