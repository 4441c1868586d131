//! The row of an announcement's text.

use crate::StoreError;
use crate::column::{folded, from_json, json};
use samesky_model::{
    id::{AnnouncementId, TeamId},
    record::AnnouncementText,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "announcement_text")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) announcement_id: Uuid,
    pub(crate) team_id: Uuid,
    /// UTF-8.
    pub(crate) text: Vec<u8>,
    pub(crate) body: String,
    /// The text for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(team: TeamId, announcement: AnnouncementId, text: &AnnouncementText) -> Result<Self, StoreError> {
        Ok(Self {
            announcement_id: announcement.0,
            team_id: team.0,
            text: text.text.clone().into_bytes(),
            body: json(&text.body)?,
            folded: folded(&text.text),
        })
    }

    pub(crate) fn read(self) -> Result<AnnouncementText, StoreError> {
        let text = String::from_utf8(self.text)
            .map_err(|_| StoreError::Corrupt { what: format!("the text of announcement {}", self.announcement_id) })?;
        Ok(AnnouncementText { text, body: from_json("announcement_text.body", &self.body)? })
    }
}
