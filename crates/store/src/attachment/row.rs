//! The row of a file beside a record.

use crate::StoreError;
use crate::column::{instant, micros, text, word};
use samesky_model::record::{Attachment, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) content_id: Uuid,
    pub(crate) record_id: Uuid,
    pub(crate) record_kind: String,
    pub(crate) name: String,
    pub(crate) attached_by: String,
    pub(crate) attached_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(attachment: &Attachment, content: Uuid) -> Self {
        Self {
            id: attachment.id.0,
            team_id: attachment.team.0,
            content_id: content,
            record_id: attachment.record,
            record_kind: attachment.record_kind.to_string(),
            name: text(&attachment.name),
            attached_by: text(&attachment.attached.by),
            attached_at: micros(attachment.attached.at),
        }
    }

    pub(crate) fn read(self, content: &super::content::Model) -> Result<Attachment, StoreError> {
        Ok(Attachment {
            id: self.id.into(),
            team: self.team_id.into(),
            record_kind: word("attachment.record_kind", &self.record_kind)?,
            record: self.record_id,
            name: self.name,
            kind: word("attachment_content.kind", &content.kind)?,
            sha256: content.sha256.clone(),
            size: content.size,
            attached: Stamp { by: self.attached_by, at: instant(self.attached_at)? },
        })
    }
}
