//! The row of an organisation in a space.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_listing")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) space: i16,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: i32,
    pub(crate) organisation_id: Uuid,
    pub(crate) prepared: String,
    pub(crate) sort_zh: String,
    pub(crate) sort_ja: String,
    pub(crate) sort_th: String,
    pub(crate) sort_en: String,
    pub(crate) created_at: i64,
    pub(crate) announcements: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
