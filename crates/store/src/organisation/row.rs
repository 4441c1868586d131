//! The row of an organisation.

use crate::StoreError;
use crate::column::{folded, from_json, instant, json, micros, sort_key, text, word};
use samesky_model::{
    id::{OrganisationId, TeamId},
    record::{OrganisationRecord, Stamp},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) version: i64,
    pub(crate) state: String,
    pub(crate) kind: String,
    pub(crate) names: String,
    pub(crate) name_key: String,
    pub(crate) country: Option<String>,
    /// How names are read, as JSON.
    pub(crate) readings: String,
    pub(crate) created_by: String,
    pub(crate) created_at: i64,
    /// Names and readings for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(organisation: &OrganisationRecord) -> Result<Self, StoreError> {
        let names: Vec<&str> = organisation.names.iter().map(|name| name.text.as_str()).collect();
        let searched: Vec<&str> =
            names.iter().copied().chain(organisation.readings.iter().map(String::as_str)).collect();
        Ok(Self {
            id: organisation.id.0,
            team_id: organisation.team.0,
            version: organisation.version,
            state: organisation.state.to_string(),
            kind: organisation.kind.to_string(),
            names: json(&organisation.names)?,
            name_key: names.first().map(|name| sort_key(name)).unwrap_or_default(),
            country: organisation.country.as_ref().map(|code| text(code)),
            readings: json(&organisation.readings)?,
            created_by: text(&organisation.created.by),
            created_at: micros(organisation.created.at),
            folded: folded(&searched.join("\n")),
        })
    }

    pub(crate) fn read(self) -> Result<OrganisationRecord, StoreError> {
        Ok(OrganisationRecord {
            id: OrganisationId(self.id),
            team: TeamId(self.team_id),
            version: self.version,
            state: word("organisation.state", &self.state)?,
            kind: word("organisation.kind", &self.kind)?,
            names: from_json("organisation.names", &self.names)?,
            country: self.country,
            readings: from_json("organisation.readings", &self.readings)?,
            created: Stamp { by: self.created_by, at: instant(self.created_at)? },
        })
    }
}
