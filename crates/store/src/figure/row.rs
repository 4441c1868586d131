//! The row of a figure, without its members.

use crate::StoreError;
use crate::amount::{self, Amount};
use crate::column::{folded, optional, optional_word, word};
use samesky_model::{
    id::{EntryId, EventId, FigureId, OrganisationId, ProjectId, TeamId},
    record::Figure,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) event_id: Option<Uuid>,
    pub(crate) project_id: Option<Uuid>,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) part_of: Option<Uuid>,
    pub(crate) measure: String,
    pub(crate) money_class: String,
    pub(crate) unit: Option<String>,
    /// Whether the unit is a currency.
    pub(crate) is_money: bool,
    pub(crate) status: String,
    pub(crate) period: Option<String>,
    pub(crate) flow: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) state: String,
    pub(crate) coefficient: Option<i64>,
    pub(crate) scale: Option<i16>,
    /// The value as a text that sorts as it does.
    pub(crate) value_key: String,
    pub(crate) qualifier: String,
    pub(crate) tier_label: Option<String>,
    pub(crate) counting: String,
    pub(crate) year: Option<i16>,
    pub(crate) announcements: i64,
    /// The subject for searching.
    pub(crate) folded: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(figure: &Figure) -> Result<Self, StoreError> {
        let amount = figure.value.map(Amount::of).transpose()?;
        Ok(Self {
            id: figure.id.0,
            team_id: figure.team.0,
            event_id: figure.event.map(|id| id.0),
            project_id: figure.project.map(|id| id.0),
            organisation_id: figure.organisation.map(|id| id.0),
            part_of: figure.part_of.map(|id| id.0),
            measure: figure.measure.to_string(),
            money_class: figure.money_class.to_string(),
            unit: optional(figure.unit.as_ref()),
            is_money: figure.unit.as_deref().is_some_and(is_currency),
            status: figure.status.to_string(),
            period: optional(figure.period.as_ref()),
            flow: figure.flow.map(|flow| flow.to_string()),
            subject: optional(figure.subject.as_ref()),
            state: figure.state.to_string(),
            coefficient: amount.map(|amount| amount.coefficient),
            scale: amount.map(|amount| amount.scale),
            value_key: amount::sort_key(figure.value),
            qualifier: figure.qualifier.to_string(),
            tier_label: optional(figure.tier_label.as_ref()),
            counting: figure.counting.to_string(),
            year: figure.year,
            announcements: figure.announcements,
            folded: folded(figure.subject.as_deref().unwrap_or_default()),
        })
    }

    pub(crate) fn read(self, entries: Vec<EntryId>) -> Result<Figure, StoreError> {
        let amount = self.coefficient.zip(self.scale).map(|(coefficient, scale)| Amount { coefficient, scale });
        Ok(Figure {
            id: FigureId(self.id),
            team: TeamId(self.team_id),
            measure: word("figure.measure", &self.measure)?,
            money_class: word("figure.money_class", &self.money_class)?,
            unit: self.unit,
            status: word("figure.status", &self.status)?,
            period: self.period,
            flow: optional_word("figure.flow", self.flow.as_ref())?,
            event: self.event_id.map(EventId),
            project: self.project_id.map(ProjectId),
            organisation: self.organisation_id.map(OrganisationId),
            subject: self.subject,
            state: word("figure.state", &self.state)?,
            value: amount.map(Amount::value).transpose()?,
            qualifier: word("figure.qualifier", &self.qualifier)?,
            tier_label: self.tier_label,
            counting: word("figure.counting", &self.counting)?,
            year: self.year,
            part_of: self.part_of.map(FigureId),
            entries,
            announcements: self.announcements,
        })
    }
}

/// ISO 4217 codes are three capital letters; no other unit of a figure is.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|letter| letter.is_ascii_uppercase())
}
