//! Which entries a figure is made of.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_member")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) figure_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) entry_id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) ordinal: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
