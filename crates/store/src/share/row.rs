//! The row of a share.

use crate::StoreError;
use crate::column::{instant, micros, text, word};
use samesky_model::{
    id::TeamId,
    record::{RecordRef, Share, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "share")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) record_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) with_team: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) made_by: String,
    pub(crate) made_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(share: &Share) -> Self {
        Self {
            kind: share.record.kind.to_string(),
            record_id: share.record.id,
            with_team: share.with.0,
            team_id: share.team.0,
            made_by: text(&share.made.by),
            made_at: micros(share.made.at),
        }
    }

    pub(crate) fn read(self) -> Result<Share, StoreError> {
        Ok(Share {
            team: TeamId(self.team_id),
            record: RecordRef { kind: word("share.kind", &self.kind)?, id: self.record_id },
            with: TeamId(self.with_team),
            made: Stamp { by: self.made_by, at: instant(self.made_at)? },
        })
    }
}
