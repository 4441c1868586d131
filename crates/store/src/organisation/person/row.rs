//! The row of a person of an organisation.

use crate::StoreError;
use crate::column::{instant, micros, text};
use samesky_model::record::{Person, Stamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_person")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) organisation_id: Uuid,
    pub(crate) version: i64,
    pub(crate) created_by: String,
    pub(crate) removed_by: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) removed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(person: &Person) -> Self {
        Self {
            id: person.id.0,
            team_id: person.team.0,
            organisation_id: person.organisation.0,
            version: person.version,
            created_by: text(&person.created.by),
            removed_by: person.removed.as_ref().map(|stamp| text(&stamp.by)),
            created_at: micros(person.created.at),
            removed_at: person.removed.as_ref().map(|stamp| micros(stamp.at)),
        }
    }

    pub(crate) fn read(self) -> Result<Person, StoreError> {
        let removed = match (self.removed_by, self.removed_at) {
            (Some(by), Some(at)) => Some(Stamp { by, at: instant(at)? }),
            _ => None,
        };
        Ok(Person {
            id: self.id.into(),
            team: self.team_id.into(),
            organisation: self.organisation_id.into(),
            version: self.version,
            created: Stamp { by: self.created_by, at: instant(self.created_at)? },
            removed,
        })
    }
}
