//! By what a figure can be looked at.

use crate::StoreError;
use crate::column::{text, word};
use samesky_model::{
    id::{FigureId, TeamId},
    record::Facet,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_facet")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) figure_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) key: String,
    pub(crate) team_id: Uuid,
    pub(crate) label: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(team: TeamId, figure: FigureId, facet: &Facet) -> Self {
        Self {
            figure_id: figure.0,
            kind: facet.kind.to_string(),
            key: text(&facet.key),
            team_id: team.0,
            label: text(&facet.label),
        }
    }

    pub(crate) fn read(self) -> Result<Facet, StoreError> {
        Ok(Facet { kind: word("figure_facet.kind", &self.kind)?, key: self.key, label: self.label })
    }
}
