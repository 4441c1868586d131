//! The row of a token for programs.

use crate::StoreError;
use crate::column::{instant, micros, text, word};
use samesky_model::{
    id::{AccountId, ApiTokenId, TeamId},
    record::ApiToken,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// SHA-256 of the secret, hexadecimal.
    pub(crate) secret_hash: String,
    pub(crate) account_id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) name: String,
    pub(crate) scope: String,
    pub(crate) created_at: i64,
    pub(crate) seen_at: Option<i64>,
    pub(crate) ends_at: Option<i64>,
    pub(crate) revoked_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(token: &ApiToken, secret_hash: &str) -> Self {
        Self {
            id: token.id.0,
            secret_hash: secret_hash.to_owned(),
            account_id: token.account.0,
            team_id: token.team.0,
            name: text(&token.name),
            scope: token.scope.to_string(),
            created_at: micros(token.created_at),
            seen_at: token.seen_at.map(micros),
            ends_at: token.ends_at.map(micros),
            revoked_at: token.revoked_at.map(micros),
        }
    }

    pub(crate) fn read(self) -> Result<ApiToken, StoreError> {
        Ok(ApiToken {
            id: ApiTokenId(self.id),
            account: AccountId(self.account_id),
            team: TeamId(self.team_id),
            name: self.name,
            scope: word("api_token.scope", &self.scope)?,
            created_at: instant(self.created_at)?,
            seen_at: self.seen_at.map(instant).transpose()?,
            ends_at: self.ends_at.map(instant).transpose()?,
            revoked_at: self.revoked_at.map(instant).transpose()?,
        })
    }
}
