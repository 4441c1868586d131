//! Guests: people of one organisation, outside all teams. They see what is published, and their own account.

use super::invitations::{Invitation, Offered};
use super::person::is_email;
use super::secret::Secret;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::{AccountId, OrganisationId};
use samesky_model::record::{Account, AccountState, RecordKind, Role, Ticket, TicketKind};
use samesky_store as store;

/// The guests of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guests {
    /// Those who came.
    pub accounts: Vec<Account>,
    /// The invitations that are open.
    pub invitations: Vec<Invitation>,
}

impl App {
    /// Makes a link that makes its bearer a guest of an organisation of the own team. It is shown once.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for an organisation that is not there, [`AppError::Invalid`].
    pub async fn invite_guest(
        &self,
        session: &Session,
        organisation: OrganisationId,
        email: &str,
    ) -> Result<(Secret, Invitation), AppError> {
        session.may(Action::InviteGuests)?;
        let email = email.trim();
        if !is_email(email) {
            return Err(AppError::invalid_value("email", "not-an-email", email.chars().take(80).collect::<String>()));
        }
        let tx = self.store.write().await?;
        let record = store::organisation::get(&tx, session.team, organisation).await?;
        crate::organisations::merge::stands(&record)?;
        let (ticket, secret) = self.ticket(session, TicketKind::Invitation, super::invitations::HOURS);
        let ticket = Ticket {
            team: Some(session.team),
            role: Some(Role::Guest),
            email: Some(email.to_owned()),
            organisation: Some(organisation),
            ..ticket
        };
        store::ticket::insert(&tx, &ticket, &secret.hash()).await?;
        let change = audit::Change::new("invitation.make", RecordKind::Ticket, ticket.id.0);
        self.append_audit(session, &tx, change.after(&Offered { role: Role::Guest })).await?;
        tx.commit().await?;
        Ok((secret, Invitation::of(ticket).ok_or(AppError::NotFound { kind: "ticket" })?))
    }

    /// The guests of an organisation of the own team.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for an organisation that is not there.
    pub async fn guests(&self, session: &Session, organisation: OrganisationId) -> Result<Guests, AppError> {
        session.may(Action::InviteGuests)?;
        store::organisation::get(&self.store, session.team, organisation).await?;
        let accounts = store::account::of_organisation(&self.store, organisation).await?;
        let open = store::ticket::invitations(&self.store, session.team, self.sources.now()).await?;
        let open = open.into_iter().filter(|ticket| ticket.organisation == Some(organisation));
        Ok(Guests { accounts, invitations: open.filter_map(Invitation::of).collect() })
    }

    /// Shuts a guest of an organisation of the own team out.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub async fn remove_guest(
        &self,
        session: &Session,
        organisation: OrganisationId,
        account: AccountId,
    ) -> Result<(), AppError> {
        session.may(Action::InviteGuests)?;
        let tx = self.store.write().await?;
        store::organisation::get(&tx, session.team, organisation).await?;
        let of = store::account::of_organisation(&tx, organisation).await?;
        let guest = of.into_iter().find(|one| one.id == account).ok_or(AppError::NotFound { kind: "account" })?;
        store::sign_in::end_all(&tx, account, None).await?;
        let version = guest.version;
        let closed = Account { state: AccountState::Closed, organisation: None, ..guest };
        store::account::update(&tx, &closed, version).await?;
        let change = audit::Change::new("guest.remove", RecordKind::Account, account.0);
        self.append_audit(session, &tx, change.before(&Offered { role: Role::Guest })).await?;
        Ok(tx.commit().await?)
    }

    /// Makes an account a guest of an organisation. Whoever is a member of a team stays that and nothing else.
    pub(super) async fn become_guest(
        &self,
        tx: &store::Tx,
        by: &Session,
        account: &Account,
        organisation: OrganisationId,
    ) -> Result<(), AppError> {
        if !store::membership::of_account(tx, account.id).await?.is_empty() {
            return Err(AppError::invalid("email", "is-member"));
        }
        let guest = Account { organisation: Some(organisation), ..account.clone() };
        store::account::update(tx, &guest, account.version).await?;
        let change = audit::Change::new("guest.join", RecordKind::Account, account.id.0).by_account(account.id);
        self.append_audit(by, tx, change.after(&Offered { role: Role::Guest })).await
    }
}
