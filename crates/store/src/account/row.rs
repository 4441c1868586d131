//! The row of an account.

use crate::StoreError;
use crate::column::{folded, instant, micros, optional, optional_word, text, word};
use samesky_model::{
    id::{AccountId, OrganisationId},
    record::Account,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    /// The address as it is compared: without spaces around it, in lower case.
    pub(crate) email_key: String,
    pub(crate) language: Option<String>,
    pub(crate) time_zone: Option<String>,
    pub(crate) state: String,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) version: i64,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(account: &Account) -> Self {
        Self {
            id: account.id.0,
            name: text(&account.name),
            email: text(account.email.trim()),
            email_key: folded(account.email.trim()),
            language: account.language.map(|language| language.to_string()),
            time_zone: optional(account.time_zone.as_ref()),
            state: account.state.to_string(),
            organisation_id: account.organisation.map(|id| id.0),
            version: account.version,
            created_at: micros(account.created_at),
        }
    }

    pub(crate) fn read(self) -> Result<Account, StoreError> {
        Ok(Account {
            id: AccountId(self.id),
            name: self.name,
            email: self.email,
            language: optional_word("account.language", self.language.as_ref())?,
            time_zone: self.time_zone,
            state: word("account.state", &self.state)?,
            organisation: self.organisation_id.map(OrganisationId),
            version: self.version,
            created_at: instant(self.created_at)?,
        })
    }
}
