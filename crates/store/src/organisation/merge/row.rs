//! The rows of a merge, and of an organisation that became part of another.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, optional, text, word};
use samesky_model::id::{OrganisationId, OrganisationMergeId, TeamId};
use samesky_model::record::{OrganisationMerge, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_merge")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) record_id: Uuid,
    pub(crate) kind: String,
    /// Identifiers as JSON.
    pub(crate) others: String,
    /// What was moved, as JSON.
    pub(crate) moved: String,
    /// What was derived before, as JSON.
    pub(crate) derived: String,
    pub(crate) made_by: String,
    pub(crate) made_at: i64,
    pub(crate) why: Option<String>,
    pub(crate) undone_by: Option<String>,
    pub(crate) undone_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(merge: &OrganisationMerge, derived: String) -> Result<Self, StoreError> {
        Ok(Self {
            id: merge.id.0,
            team_id: merge.team.0,
            record_id: merge.survivor.0,
            kind: merge.kind.to_string(),
            others: json(&merge.others)?,
            moved: json(&merge.moved)?,
            derived,
            made_by: text(&merge.made.by),
            made_at: micros(merge.made.at),
            why: optional(merge.why.as_ref()),
            undone_by: merge.undone.as_ref().map(|stamp| text(&stamp.by)),
            undone_at: merge.undone.as_ref().map(|stamp| micros(stamp.at)),
        })
    }

    pub(crate) fn read(self) -> Result<OrganisationMerge, StoreError> {
        let stamp = |by, at| Ok::<_, StoreError>(Stamp { by, at: instant(at)? });
        Ok(OrganisationMerge {
            id: OrganisationMergeId(self.id),
            team: TeamId(self.team_id),
            kind: word("organisation_merge.kind", &self.kind)?,
            survivor: OrganisationId(self.record_id),
            others: from_json("organisation_merge.others", &self.others)?,
            moved: from_json("organisation_merge.moved", &self.moved)?,
            made: stamp(self.made_by, self.made_at)?,
            why: self.why,
            undone: self.undone_by.zip(self.undone_at).map(|(by, at)| stamp(by, at)).transpose()?,
        })
    }
}
