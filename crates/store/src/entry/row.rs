//! The row of a figure entry. Entries are only ever added.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, optional, text, word};
use samesky_model::{
    id::{AnnouncementId, ClaimId, EntryId, TeamId},
    record::{FigureEntry, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_entry")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) claim_id: Uuid,
    pub(crate) announcement_id: Uuid,
    pub(crate) kind: String,
    pub(crate) replaces: Option<Uuid>,
    pub(crate) measure: String,
    pub(crate) money_class: String,
    pub(crate) unit: Option<String>,
    /// The whole figure as JSON, its numbers written out.
    pub(crate) figure: String,
    pub(crate) entered_by: String,
    pub(crate) entered_at: i64,
    pub(crate) why: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(entry: &FigureEntry) -> Result<Self, StoreError> {
        Ok(Self {
            id: entry.id.0,
            team_id: entry.team.0,
            claim_id: entry.claim.0,
            announcement_id: entry.announcement.0,
            kind: entry.kind.to_string(),
            replaces: entry.replaces.map(|earlier| earlier.0),
            measure: entry.figure.measure.to_string(),
            money_class: entry.figure.money_class.to_string(),
            unit: optional(entry.figure.unit.as_ref()),
            figure: json(&entry.figure)?,
            entered_by: text(&entry.entered.by),
            entered_at: micros(entry.entered.at),
            why: optional(entry.why.as_ref()),
        })
    }

    pub(crate) fn read(self) -> Result<FigureEntry, StoreError> {
        Ok(FigureEntry {
            id: EntryId(self.id),
            team: TeamId(self.team_id),
            claim: ClaimId(self.claim_id),
            announcement: AnnouncementId(self.announcement_id),
            kind: word("figure_entry.kind", &self.kind)?,
            replaces: self.replaces.map(EntryId),
            figure: from_json("figure_entry.figure", &self.figure)?,
            entered: Stamp { by: self.entered_by, at: instant(self.entered_at)? },
            why: self.why,
        })
    }
}
