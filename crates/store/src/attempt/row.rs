//! The row of an attempt to sign in.

use crate::StoreError;
use crate::column::{instant, micros, text};
use samesky_model::record::Attempt;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempt")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) subject: String,
    pub(crate) address: String,
    pub(crate) tried_at: i64,
    pub(crate) succeeded: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(id: Uuid, attempt: &Attempt) -> Self {
        Self {
            id,
            subject: text(&attempt.subject),
            address: text(&attempt.address),
            tried_at: micros(attempt.at),
            succeeded: attempt.succeeded,
        }
    }
    pub(crate) fn read(self) -> Result<Attempt, StoreError> {
        let Self { subject, address, succeeded, .. } = self;
        Ok(Attempt { subject, address, at: instant(self.tried_at)?, succeeded })
    }
}
