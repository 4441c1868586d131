//! The row of a pair.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, text, word};
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::{OrganisationPair, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_pair")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) one_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) other_id: Uuid,
    /// For the order of lists.
    pub(crate) pair_id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) verdict: String,
    pub(crate) score: i64,
    pub(crate) evidence: String,
    pub(crate) answer: String,
    pub(crate) answered_by: Option<String>,
    pub(crate) answered_at: Option<i64>,
    pub(crate) found_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(pair: &OrganisationPair) -> Result<Self, StoreError> {
        let (one, other) = super::ordered(pair.one, pair.other);
        Ok(Self {
            one_id: one.0,
            other_id: other.0,
            pair_id: pair.id,
            team_id: pair.team.0,
            verdict: pair.verdict.to_string(),
            score: pair.score,
            evidence: json(&pair.evidence)?,
            answer: pair.answer.to_string(),
            answered_by: pair.answered.as_ref().map(|stamp| text(&stamp.by)),
            answered_at: pair.answered.as_ref().map(|stamp| micros(stamp.at)),
            found_at: micros(pair.found),
        })
    }

    pub(crate) fn read(self) -> Result<OrganisationPair, StoreError> {
        let answered = self.answered_by.zip(self.answered_at);
        Ok(OrganisationPair {
            id: self.pair_id,
            team: TeamId(self.team_id),
            one: OrganisationId(self.one_id),
            other: OrganisationId(self.other_id),
            verdict: word("organisation_pair.verdict", &self.verdict)?,
            score: self.score,
            evidence: from_json("organisation_pair.evidence", &self.evidence)?,
            answer: word("organisation_pair.answer", &self.answer)?,
            answered: answered.map(|(by, at)| Ok::<_, StoreError>(Stamp { by, at: instant(at)? })).transpose()?,
            found: instant(self.found_at)?,
        })
    }
}
