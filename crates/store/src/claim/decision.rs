//! The row of a decision. Decisions are only ever added.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, optional, text, word};
use samesky_model::{
    id::{ClaimId, TeamId},
    record::{ClaimDecision, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "claim_decision")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) claim_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i64,
    pub(crate) team_id: Uuid,
    pub(crate) state: String,
    pub(crate) current: String,
    pub(crate) decided_by: String,
    pub(crate) decided_at: i64,
    pub(crate) why: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(team: TeamId, version: i64, decision: &ClaimDecision) -> Result<Self, StoreError> {
        Ok(Self {
            claim_id: decision.claim.0,
            version,
            team_id: team.0,
            state: decision.state.to_string(),
            current: json(&decision.current)?,
            decided_by: text(&decision.stamp.by),
            decided_at: micros(decision.stamp.at),
            why: optional(decision.why.as_ref()),
        })
    }

    pub(crate) fn read(self) -> Result<ClaimDecision, StoreError> {
        Ok(ClaimDecision {
            claim: ClaimId(self.claim_id),
            version: self.version,
            state: word("claim_decision.state", &self.state)?,
            current: from_json("claim_decision.current", &self.current)?,
            stamp: Stamp { by: self.decided_by, at: instant(self.decided_at)? },
            why: self.why,
        })
    }
}
