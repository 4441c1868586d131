//! The row of a value of a person.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, text};
use crate::organisation::fact::{read_source, written_source};
use samesky_model::id::{PersonId, TeamId};
use samesky_model::record::{KeptPersonFact, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_person_fact")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) ordinal: i64,
    pub(crate) team_id: Uuid,
    pub(crate) field: String,
    /// The value as JSON.
    pub(crate) fact: String,
    pub(crate) source: String,
    pub(crate) import_id: Option<Uuid>,
    pub(crate) import_row: Option<i64>,
    pub(crate) layout: Option<String>,
    /// By what the person is found who asks what is held on them.
    pub(crate) lookup: Option<String>,
    pub(crate) added_by: String,
    pub(crate) added_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(super) fn of(team: TeamId, person: PersonId, ordinal: i64, kept: &KeptPersonFact) -> Result<Self, StoreError> {
        let (source, import_id, import_row, layout) = written_source(&kept.source);
        Ok(Self {
            person_id: person.0,
            ordinal,
            team_id: team.0,
            field: kept.fact.field().to_string(),
            fact: json(&kept.fact)?,
            source,
            import_id,
            import_row,
            layout,
            lookup: kept.fact.lookup().map(|lookup| text(&lookup)),
            added_by: text(&kept.added.by),
            added_at: micros(kept.added.at),
        })
    }

    pub(super) fn read(self) -> Result<KeptPersonFact, StoreError> {
        Ok(KeptPersonFact {
            fact: from_json("organisation_person_fact.fact", &self.fact)?,
            source: read_source(&self.source, (self.import_id, self.import_row, self.layout))?,
            added: Stamp { by: self.added_by, at: instant(self.added_at)? },
        })
    }
}
