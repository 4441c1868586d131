//! The row of a check.

use crate::StoreError;
use crate::column::{from_json, json, word};
use samesky_model::{
    id::{AnnouncementId, CheckId, EventId, TeamId},
    reading::Verdict,
    record::CheckRecord,
    remark::{Remark, StoredRemark},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_check")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) announcement_id: Uuid,
    pub(crate) event_id: Option<Uuid>,
    pub(crate) rule: String,
    pub(crate) verdict: String,
    /// 0 contradicted, 1 cannot tell, 2 consistent, 3 reconciled.
    pub(crate) severity: i16,
    pub(crate) total: String,
    pub(crate) parts: String,
    /// Written out; it is never added to anything.
    pub(crate) difference: Option<String>,
    pub(crate) remark: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(check: &CheckRecord) -> Result<Self, StoreError> {
        Ok(Self {
            id: check.id.0,
            team_id: check.team.0,
            announcement_id: check.announcement.0,
            event_id: check.event.map(|event| event.0),
            rule: check.rule.to_string(),
            verdict: check.verdict.to_string(),
            severity: severity(check.verdict),
            total: json(&check.total)?,
            parts: json(&check.parts)?,
            difference: check.difference.map(|difference| difference.to_string()),
            remark: check.remark.clone().map(|remark| json(&StoredRemark::from(remark))).transpose()?,
        })
    }

    pub(crate) fn read(self) -> Result<CheckRecord, StoreError> {
        let remark = self.remark.map(|remark| from_json::<StoredRemark>("figure_check.remark", &remark)).transpose()?;
        Ok(CheckRecord {
            id: CheckId(self.id),
            team: TeamId(self.team_id),
            announcement: AnnouncementId(self.announcement_id),
            event: self.event_id.map(EventId),
            rule: word("figure_check.rule", &self.rule)?,
            verdict: word("figure_check.verdict", &self.verdict)?,
            total: from_json("figure_check.total", &self.total)?,
            parts: from_json("figure_check.parts", &self.parts)?,
            difference: self.difference.map(|text| word("figure_check.difference", &text)).transpose()?,
            remark: remark.map(Remark::from),
        })
    }
}

const fn severity(verdict: Verdict) -> i16 {
    match verdict {
        Verdict::Contradicted => 0,
        Verdict::Unknown => 1,
        Verdict::Consistent => 2,
        Verdict::Reconciled => 3,
    }
}
