//! The row of an edition.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, optional, text, word};
use samesky_model::{
    id::{AccountId, EditionId, PublicationId, TeamId},
    record::{Edition, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "edition")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) publication_id: Uuid,
    pub(crate) number: i64,
    pub(crate) state: String,
    /// JSON.
    pub(crate) content: String,
    pub(crate) digest: String,
    pub(crate) requested_by: String,
    pub(crate) requested_at: i64,
    pub(crate) requester: Option<Uuid>,
    pub(crate) why: Option<String>,
    pub(crate) decided_by: Option<String>,
    pub(crate) decided_at: Option<i64>,
    pub(crate) decided_for: Option<Uuid>,
    pub(crate) reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(edition: &Edition) -> Result<Self, StoreError> {
        let decided = edition.decided.as_ref();
        Ok(Self {
            id: edition.id.0,
            team_id: edition.team.0,
            publication_id: edition.publication.0,
            number: edition.number,
            state: edition.state.to_string(),
            // JSON writes U+0000 as \u0000, which both databases keep.
            content: json(&edition.content)?,
            digest: edition.digest.clone(),
            requested_by: text(&edition.requested.by),
            requested_at: micros(edition.requested.at),
            requester: edition.requester.map(|account| account.0),
            why: optional(edition.why.as_ref()),
            decided_by: optional(decided.map(|stamp| &stamp.by)),
            decided_at: decided.map(|stamp| micros(stamp.at)),
            decided_for: edition.decided_for.map(|team| team.0),
            reason: optional(edition.reason.as_ref()),
        })
    }

    pub(crate) fn read(self) -> Result<Edition, StoreError> {
        let at = self.decided_at.map(instant).transpose()?;
        Ok(Edition {
            id: EditionId(self.id),
            publication: PublicationId(self.publication_id),
            team: TeamId(self.team_id),
            number: self.number,
            state: word("edition.state", &self.state)?,
            content: from_json("edition.content", &self.content)?,
            digest: self.digest,
            requested: Stamp { by: self.requested_by, at: instant(self.requested_at)? },
            requester: self.requester.map(AccountId),
            why: self.why,
            decided: self.decided_by.zip(at).map(|(by, at)| Stamp { by, at }),
            decided_for: self.decided_for.map(TeamId),
            reason: self.reason,
        })
    }
}
