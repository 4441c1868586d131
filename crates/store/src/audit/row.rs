//! The row of an audit record, without what is personal: that stands beside it.

use super::personal::Parts;
use crate::StoreError;
use crate::column::{micros, text};
use samesky_model::record::AuditRecord;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_change")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) done_at: i64,
    pub(crate) actor: String,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) token_id: Option<Uuid>,
    pub(crate) action: String,
    pub(crate) record_kind: String,
    pub(crate) record_id: Uuid,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row, and what stands beside it.
    pub(crate) fn of(record: &AuditRecord) -> Result<(Self, Vec<(String, String)>), StoreError> {
        let Parts { before, after, values } = Parts::of(record)?;
        let row = Self {
            id: record.id.0,
            team_id: record.team.0,
            done_at: micros(record.stamp.at),
            actor: record.actor.kind.to_string(),
            account_id: record.actor.account.map(|id| id.0),
            token_id: record.actor.token.map(|id| id.0),
            action: text(&record.action),
            record_kind: record.record_kind.to_string(),
            record_id: record.record,
            before,
            after,
        };
        Ok((row, values))
    }
}
