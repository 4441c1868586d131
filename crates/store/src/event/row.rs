//! The row of an event.

use crate::StoreError;
use crate::column::{folded, from_json, instant, json, micros, optional, optional_word, text, word};
use samesky_model::{
    id::{EventId, TeamId},
    record::{EventRecord, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) version: i64,
    pub(crate) state: String,
    pub(crate) kind: String,
    pub(crate) names: String,
    /// The date as ISO 8601; empty where it is not known.
    pub(crate) date_key: String,
    pub(crate) year: Option<i16>,
    pub(crate) date_basis: String,
    pub(crate) places: String,
    pub(crate) place_keys: String,
    pub(crate) mode: Option<String>,
    pub(crate) organisers: String,
    pub(crate) part_of: Option<Uuid>,
    pub(crate) zone: Option<String>,
    pub(crate) industries: String,
    pub(crate) parties: String,
    pub(crate) created_by: String,
    pub(crate) created_at: i64,
    /// Names, places and zone for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(event: &EventRecord) -> Result<Self, StoreError> {
        Ok(Self {
            id: event.id.0,
            team_id: event.team.0,
            version: event.version,
            state: event.state.to_string(),
            kind: event.kind.to_string(),
            names: json(&event.names)?,
            date_key: event.date.map(|date| date.to_string()).unwrap_or_default(),
            year: event.date.and_then(|date| date.year()),
            date_basis: event.date_basis.to_string(),
            places: json(&event.places)?,
            place_keys: json(&event.place_keys)?,
            mode: event.mode.map(|mode| mode.to_string()),
            organisers: json(&event.organisers)?,
            part_of: event.part_of.map(|whole| whole.0),
            zone: optional(event.zone.as_ref()),
            industries: json(&event.industries)?,
            parties: json(&event.parties)?,
            created_by: text(&event.created.by),
            created_at: micros(event.created.at),
            folded: searchable(event),
        })
    }

    pub(crate) fn read(self) -> Result<EventRecord, StoreError> {
        let date = Some(self.date_key).filter(|date| !date.is_empty());
        Ok(EventRecord {
            id: EventId(self.id),
            team: TeamId(self.team_id),
            version: self.version,
            state: word("event.state", &self.state)?,
            kind: word("event.kind", &self.kind)?,
            names: from_json("event.names", &self.names)?,
            date: optional_word("event.date_key", date.as_ref())?,
            date_basis: word("event.date_basis", &self.date_basis)?,
            places: from_json("event.places", &self.places)?,
            place_keys: from_json("event.place_keys", &self.place_keys)?,
            mode: optional_word("event.mode", self.mode.as_ref())?,
            organisers: from_json("event.organisers", &self.organisers)?,
            part_of: self.part_of.map(EventId),
            zone: self.zone,
            industries: from_json("event.industries", &self.industries)?,
            parties: from_json("event.parties", &self.parties)?,
            created: Stamp { by: self.created_by, at: instant(self.created_at)? },
        })
    }
}

fn searchable(event: &EventRecord) -> String {
    let names = event.names.iter().map(|name| name.text.as_str());
    let all: Vec<&str> = names.chain(event.places.iter().map(String::as_str)).chain(event.zone.as_deref()).collect();
    folded(&all.join("\n"))
}
