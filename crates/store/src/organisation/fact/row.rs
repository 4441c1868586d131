//! The row of a value of an organisation.

use crate::StoreError;
use crate::column::{from_json, instant, json, micros, text};
use samesky_model::id::{OrganisationId, OrganisationImportId, TeamId};
use samesky_model::record::{FactSource, KeptFact, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_fact")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
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
    /// By what records with the same value are found.
    pub(crate) lookup: Option<String>,
    pub(crate) added_by: String,
    pub(crate) added_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const OFFICER: &str = "officer";
const IMPORT: &str = "import";

impl Model {
    pub(crate) fn of(
        team: TeamId,
        organisation: OrganisationId,
        ordinal: i64,
        kept: &KeptFact,
    ) -> Result<Self, StoreError> {
        let (source, import_id, import_row, layout) = written_source(&kept.source);
        Ok(Self {
            organisation_id: organisation.0,
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

    pub(crate) fn read(self) -> Result<KeptFact, StoreError> {
        Ok(KeptFact {
            fact: from_json("organisation_fact.fact", &self.fact)?,
            source: read_source(&self.source, (self.import_id, self.import_row, self.layout))?,
            added: Stamp { by: self.added_by, at: instant(self.added_at)? },
        })
    }
}

/// A source as columns: its word, the import, the row, the layout.
pub(crate) fn written_source(source: &FactSource) -> (String, Option<Uuid>, Option<i64>, Option<String>) {
    match source {
        FactSource::Officer => (OFFICER.to_owned(), None, None, None),
        FactSource::Import { import, row, layout } => {
            (IMPORT.to_owned(), Some(import.0), Some(*row), Some(text(layout)))
        }
    }
}

/// The same back.
pub(crate) fn read_source(
    word: &str,
    columns: (Option<Uuid>, Option<i64>, Option<String>),
) -> Result<FactSource, StoreError> {
    match (word, columns) {
        (OFFICER, _) => Ok(FactSource::Officer),
        (IMPORT, (Some(import), Some(row), Some(layout))) => {
            Ok(FactSource::Import { import: OrganisationImportId(import), row, layout })
        }
        (other, _) => Err(StoreError::Corrupt { what: format!("source of a value: “{other}”") }),
    }
}
