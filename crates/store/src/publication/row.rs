//! The row of a publication.

use crate::StoreError;
use crate::column::{instant, micros, optional, word};
use samesky_model::{
    id::{PublicationId, TeamId},
    record::{Publication, RecordRef, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) kind: String,
    pub(crate) record_id: Uuid,
    pub(crate) version: i64,
    pub(crate) edition: Option<i64>,
    pub(crate) changed_at: i64,
    pub(crate) withdrawn_by: Option<String>,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdrawn_why: Option<String>,
    /// The words of the edition that everybody sees, for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(publication: &Publication, folded: String) -> Self {
        let withdrawn = publication.withdrawn.as_ref();
        Self {
            id: publication.id.0,
            team_id: publication.team.0,
            kind: publication.record.kind.to_string(),
            record_id: publication.record.id,
            version: publication.version,
            edition: publication.edition,
            changed_at: micros(publication.changed_at),
            withdrawn_by: optional(withdrawn.map(|stamp| &stamp.by)),
            withdrawn_at: withdrawn.map(|stamp| micros(stamp.at)),
            withdrawn_why: optional(publication.withdrawn_why.as_ref()),
            folded,
        }
    }

    pub(crate) fn read(self) -> Result<Publication, StoreError> {
        let at = self.withdrawn_at.map(instant).transpose()?;
        Ok(Publication {
            id: PublicationId(self.id),
            team: TeamId(self.team_id),
            record: RecordRef { kind: word("publication.kind", &self.kind)?, id: self.record_id },
            version: self.version,
            edition: self.edition,
            changed_at: instant(self.changed_at)?,
            withdrawn: self.withdrawn_by.zip(at).map(|(by, at)| Stamp { by, at }),
            withdrawn_why: self.withdrawn_why,
        })
    }
}
