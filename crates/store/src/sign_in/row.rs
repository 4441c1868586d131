//! The row of a browser that is signed in.

use crate::StoreError;
use crate::column::{instant, micros, optional};
use samesky_model::{
    id::{AccountId, SignInId, TeamId},
    record::{Origin, SignIn},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// SHA-256 of the secret, hexadecimal.
    pub(crate) secret_hash: String,
    pub(crate) account_id: Uuid,
    pub(crate) team_id: Option<Uuid>,
    pub(crate) created_at: i64,
    pub(crate) seen_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) address: Option<String>,
    pub(crate) agent: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(sign_in: &SignIn, secret_hash: &str) -> Self {
        Self {
            id: sign_in.id.0,
            secret_hash: secret_hash.to_owned(),
            account_id: sign_in.account.0,
            team_id: sign_in.team.map(|team| team.0),
            created_at: micros(sign_in.created_at),
            seen_at: micros(sign_in.seen_at),
            ends_at: micros(sign_in.ends_at),
            address: optional(sign_in.origin.address.as_ref()),
            agent: optional(sign_in.origin.agent.as_ref()),
        }
    }

    pub(crate) fn read(self) -> Result<SignIn, StoreError> {
        Ok(SignIn {
            id: SignInId(self.id),
            account: AccountId(self.account_id),
            team: self.team_id.map(TeamId),
            created_at: instant(self.created_at)?,
            seen_at: instant(self.seen_at)?,
            ends_at: instant(self.ends_at)?,
            origin: Origin { address: self.address, agent: self.agent },
        })
    }
}
