//! Which claims a check compares.

use samesky_model::record::CheckRecord;
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_check_term")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) check_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) claim_id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) announcement_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The claims of a check, each once.
    pub(crate) fn of(check: &CheckRecord) -> Vec<Self> {
        let terms = std::iter::once(&check.total).chain(&check.parts);
        let claims: BTreeMap<_, _> = terms.map(|term| (term.claim.0, term.announcement.0)).collect();
        let row = |(claim_id, announcement_id)| Self {
            check_id: check.id.0,
            claim_id,
            team_id: check.team.0,
            announcement_id,
        };
        claims.into_iter().map(row).collect()
    }
}
