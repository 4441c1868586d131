//! The row of a one-time link.

use crate::StoreError;
use crate::column::{instant, micros, optional, optional_word, text, word};
use samesky_model::{
    id::{AccountId, OrganisationId, TeamId, TicketId},
    record::{Stamp, Ticket},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ticket")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// SHA-256 of the secret, hexadecimal.
    pub(crate) secret_hash: String,
    pub(crate) kind: String,
    pub(crate) team_id: Option<Uuid>,
    pub(crate) role: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) made_by: String,
    pub(crate) made_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) spent_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn of(ticket: &Ticket, secret_hash: &str) -> Self {
        Self {
            id: ticket.id.0,
            secret_hash: secret_hash.to_owned(),
            kind: ticket.kind.to_string(),
            team_id: ticket.team.map(|team| team.0),
            role: ticket.role.map(|role| role.to_string()),
            email: optional(ticket.email.as_ref()),
            account_id: ticket.account.map(|account| account.0),
            organisation_id: ticket.organisation.map(|organisation| organisation.0),
            made_by: text(&ticket.made.by),
            made_at: micros(ticket.made.at),
            ends_at: micros(ticket.ends_at),
            spent_at: ticket.spent_at.map(micros),
        }
    }

    pub(crate) fn read(self) -> Result<Ticket, StoreError> {
        Ok(Ticket {
            id: TicketId(self.id),
            kind: word("ticket.kind", &self.kind)?,
            team: self.team_id.map(TeamId),
            role: optional_word("ticket.role", self.role.as_ref())?,
            email: self.email,
            account: self.account_id.map(AccountId),
            organisation: self.organisation_id.map(OrganisationId),
            made: Stamp { by: self.made_by, at: instant(self.made_at)? },
            ends_at: instant(self.ends_at)?,
            spent_at: self.spent_at.map(instant).transpose()?,
        })
    }
}
