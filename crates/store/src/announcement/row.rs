//! The row of an announcement, without its text.

use crate::StoreError;
use crate::column::{
    folded, from_json, from_remarks, instant, json, micros, optional, optional_word, remarks, sort_key, text, word,
};
use samesky_model::{
    id::{AnnouncementId, ImportId, TeamId},
    reading::Published,
    record::{Announcement, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "announcement")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) version: i64,
    pub(crate) sha256: String,
    pub(crate) size: i64,
    pub(crate) format: String,
    pub(crate) encoding: Option<String>,
    pub(crate) file_name: Option<String>,
    pub(crate) source_address: Option<String>,
    pub(crate) publisher: Option<String>,
    /// The date of publication as ISO 8601; empty where it is not known.
    pub(crate) published_key: String,
    pub(crate) published_basis: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) title_key: String,
    pub(crate) parties: String,
    pub(crate) remarks: String,
    pub(crate) import_id: Uuid,
    pub(crate) imported_by: String,
    pub(crate) imported_at: i64,
    pub(crate) state: String,
    pub(crate) claims: i64,
    pub(crate) pending: i64,
    /// Title and publisher for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(from: &Announcement) -> Result<Self, StoreError> {
        Ok(Self {
            id: from.id.0,
            team_id: from.team.0,
            version: from.version,
            sha256: from.sha256.clone(),
            size: from.size,
            format: from.format.to_string(),
            encoding: optional(from.encoding.as_ref()),
            file_name: optional(from.file_name.as_ref()),
            source_address: optional(from.source_address.as_ref()),
            publisher: optional(from.publisher.as_ref()),
            published_key: from.published.as_ref().map(|published| published.date.to_string()).unwrap_or_default(),
            published_basis: from.published.as_ref().map(|published| published.basis.to_string()),
            language: optional(from.language.as_ref()),
            title: optional(from.title.as_ref()),
            title_key: from.title.as_deref().map(sort_key).unwrap_or_default(),
            parties: json(&from.parties)?,
            remarks: remarks(&from.remarks)?,
            import_id: from.import.0,
            imported_by: text(&from.imported.by),
            imported_at: micros(from.imported.at),
            state: from.state.to_string(),
            claims: from.claims,
            pending: from.pending,
            folded: searchable(from),
        })
    }

    pub(crate) fn read(self) -> Result<Announcement, StoreError> {
        Ok(Announcement {
            published: self.published()?,
            id: AnnouncementId(self.id),
            team: TeamId(self.team_id),
            version: self.version,
            sha256: self.sha256,
            size: self.size,
            format: word("announcement.format", &self.format)?,
            encoding: self.encoding,
            file_name: self.file_name,
            source_address: self.source_address,
            publisher: self.publisher,
            language: self.language,
            title: self.title,
            parties: from_json("announcement.parties", &self.parties)?,
            remarks: from_remarks(&self.remarks)?,
            import: ImportId(self.import_id),
            imported: Stamp { by: self.imported_by, at: instant(self.imported_at)? },
            state: word("announcement.state", &self.state)?,
            claims: self.claims,
            pending: self.pending,
        })
    }

    fn published(&self) -> Result<Option<Published>, StoreError> {
        let Some(basis) = optional_word("announcement.published_basis", self.published_basis.as_ref())? else {
            return Ok(None);
        };
        Ok(Some(Published { date: word("announcement.published_key", &self.published_key)?, basis }))
    }
}

fn searchable(from: &Announcement) -> String {
    folded(&format!("{}\n{}", from.title.as_deref().unwrap_or_default(), from.publisher.as_deref().unwrap_or_default()))
}
