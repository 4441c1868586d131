//! The row of a claim as it stands now.

use crate::StoreError;
use crate::column::{from_json, from_remarks, instant, json, micros, optional, remarks, text, word};
use samesky_model::{
    id::{AnnouncementId, ClaimId, TeamId},
    record::{ClaimRecord, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) announcement_id: Uuid,
    pub(crate) ordinal: i64,
    pub(crate) version: i64,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) original: Option<String>,
    pub(crate) current: String,
    pub(crate) remarks: String,
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<i64>,
    pub(crate) why: Option<String>,
    pub(crate) record_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(claim: &ClaimRecord) -> Result<Self, StoreError> {
        Ok(Self {
            id: claim.id.0,
            team_id: claim.team.0,
            announcement_id: claim.announcement.0,
            ordinal: claim.ordinal,
            version: claim.version,
            kind: claim.current.kind().to_string(),
            state: claim.state.to_string(),
            original: claim.original.as_ref().map(json).transpose()?,
            current: json(&claim.current)?,
            remarks: remarks(&claim.remarks)?,
            decided_by: claim.decided.as_ref().map(|stamp| text(&stamp.by)),
            decided_at: claim.decided.as_ref().map(|stamp| micros(stamp.at)),
            why: optional(claim.why.as_ref()),
            record_id: claim.record,
        })
    }

    pub(crate) fn read(self) -> Result<ClaimRecord, StoreError> {
        Ok(ClaimRecord {
            id: ClaimId(self.id),
            team: TeamId(self.team_id),
            announcement: AnnouncementId(self.announcement_id),
            ordinal: self.ordinal,
            version: self.version,
            state: word("claim.state", &self.state)?,
            original: self.original.map(|claim| from_json("claim.original", &claim)).transpose()?,
            current: from_json("claim.current", &self.current)?,
            remarks: from_remarks(&self.remarks)?,
            decided: match (self.decided_by, self.decided_at) {
                (Some(by), Some(at)) => Some(Stamp { by, at: instant(at)? }),
                _ => None,
            },
            why: self.why,
            record: self.record_id,
        })
    }
}
