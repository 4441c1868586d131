//! The values of organisations before and after a merge.

use crate::StoreError;
use crate::organisation::fact;
use samesky_model::id::{OrganisationId, OrganisationMergeId, TeamId};
use samesky_model::record::KeptFact;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_merge_fact")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) merge_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) side: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) ordinal: i64,
    pub(crate) team_id: Uuid,
    pub(crate) field: String,
    pub(crate) fact: String,
    pub(crate) source: String,
    pub(crate) import_id: Option<Uuid>,
    pub(crate) import_row: Option<i64>,
    pub(crate) layout: Option<String>,
    pub(crate) added_by: String,
    pub(crate) added_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(
        (team, merge, side): (TeamId, OrganisationMergeId, &str),
        organisation: OrganisationId,
        ordinal: i64,
        kept: &KeptFact,
    ) -> Result<Self, StoreError> {
        let row = fact::Model::of(team, organisation, ordinal, kept)?;
        Ok(Self {
            organisation_id: row.organisation_id,
            merge_id: merge.0,
            side: side.to_owned(),
            ordinal,
            team_id: row.team_id,
            field: row.field,
            fact: row.fact,
            source: row.source,
            import_id: row.import_id,
            import_row: row.import_row,
            layout: row.layout,
            added_by: row.added_by,
            added_at: row.added_at,
        })
    }

    pub(crate) fn read(self) -> Result<KeptFact, StoreError> {
        let row = fact::Model {
            organisation_id: self.organisation_id,
            ordinal: self.ordinal,
            team_id: self.team_id,
            field: self.field,
            fact: self.fact,
            source: self.source,
            import_id: self.import_id,
            import_row: self.import_row,
            layout: self.layout,
            lookup: None,
            added_by: self.added_by,
            added_at: self.added_at,
        };
        row.read()
    }
}
