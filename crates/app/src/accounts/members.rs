//! The members of a team and what they may do there.

use crate::access::{Action, Session};
use crate::error::{AppError, Field};
use crate::{App, audit};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Account, AccountState, Membership, RecordKind, Role, Team};
use samesky_store as store;

/// A member of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub account: Account,
    /// What they may do.
    pub membership: Membership,
}

impl App {
    /// The members of the session's team, or of one below it for those who manage it, the longest-standing first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], [`AppError::NotFound`] for a team out of reach.
    pub async fn members(&self, session: &Session, team: TeamId) -> Result<Vec<Member>, AppError> {
        session.may(if team == session.team { Action::SeeMembers } else { Action::ManageMembers })?;
        let view = self.store.snapshot().await?;
        self.reaches(session, &view, team).await?;
        let memberships = store::membership::of_team(&view, team).await?;
        let ids: Vec<_> = memberships.iter().map(|membership| membership.account).collect();
        let accounts = store::account::get_many(&view, &ids).await?;
        let member = |(account, membership)| Member { account, membership };
        Ok(accounts.into_iter().zip(memberships).map(member).collect())
    }

    /// A member's account, for whoever manages them.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for somebody out of reach.
    pub async fn member_of(
        &self,
        session: &Session,
        (team, account): (TeamId, AccountId),
    ) -> Result<Account, AppError> {
        session.may(Action::ManageMembers)?;
        let view = self.store.snapshot().await?;
        self.reaches(session, &view, team).await?;
        if store::membership::find(&view, team, account).await?.is_none() {
            return Err(AppError::NotFound { kind: "membership" });
        }
        Ok(store::account::get(&view, account).await?)
    }

    /// Gives a member another role.
    ///
    /// # Errors
    /// [`AppError::Conflict`] when somebody was faster; [`AppError::Invalid`] when a top team would lose its last owner.
    pub async fn change_role(
        &self,
        session: &Session,
        (team, account): (TeamId, AccountId),
        expected: i64,
        role: Role,
    ) -> Result<(), AppError> {
        session.may(Action::ManageMembers)?;
        if let Some(wrong) = wrong_role(role) {
            return Err(AppError::Invalid(vec![wrong]));
        }
        let tx = self.store.write().await?;
        let team = self.reaches(session, &tx, team).await?;
        let before = membership(&tx, team.id, account).await?;
        if before.version != expected {
            return Err(overtaken(&before));
        }
        if role != Role::Owner {
            keeps_an_owner(&tx, &team, &before).await?;
        }
        store::membership::update(&tx, &Membership { role, ..before.clone() }, expected).await?;
        let name = store::account::get(&tx, account).await?.name;
        let change = audit::Change::new("membership.change", RecordKind::Membership, account.0)
            .of_team(team.id)
            .before(&Shown { name: &name, role: before.role })
            .after(&Shown { name: &name, role });
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a member out of a team: sessions end, tokens for the team are taken back, and an account without any team
    /// is closed.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Invalid`] when a top team would lose its last owner.
    pub async fn remove_member(
        &self,
        session: &Session,
        (team, account): (TeamId, AccountId),
        why: Option<String>,
    ) -> Result<(), AppError> {
        session.may(Action::ManageMembers)?;
        let tx = self.store.write().await?;
        let team = self.reaches(session, &tx, team).await?;
        let before = membership(&tx, team.id, account).await?;
        keeps_an_owner(&tx, &team, &before).await?;
        store::membership::remove(&tx, team.id, account).await?;
        let name = self.shut_out(&tx, team.id, account).await?;
        let change = audit::Change::new("membership.remove", RecordKind::Membership, account.0)
            .of_team(team.id)
            .before(&Shown { name: &name, role: before.role })
            .why(audit::reason(why));
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }

    async fn shut_out(&self, tx: &store::Tx, team: TeamId, id: AccountId) -> Result<String, AppError> {
        store::sign_in::end_all(tx, id, None).await?;
        store::sign_in_step::end_all(tx, id).await?;
        store::api_token::revoke_all(tx, id, Some(team), self.sources.now()).await?;
        let account = store::account::get(tx, id).await?;
        let name = account.name.clone();
        if store::membership::of_account(tx, id).await?.is_empty() {
            let version = account.version;
            store::account::update(tx, &Account { state: AccountState::Closed, ..account }, version).await?;
        }
        Ok(name)
    }
}

async fn membership(tx: &store::Tx, team: TeamId, account: AccountId) -> Result<Membership, AppError> {
    store::membership::find(tx, team, account).await?.ok_or(AppError::NotFound { kind: "membership" })
}

/// A team without another above it has somebody who runs it at all times.
pub(crate) async fn keeps_an_owner(tx: &store::Tx, team: &Team, leaving: &Membership) -> Result<(), AppError> {
    if leaving.role != Role::Owner || team.parent.is_some() {
        return Ok(());
    }
    let members = store::membership::of_team(tx, team.id).await?;
    let other = members.iter().any(|one| one.role == Role::Owner && one.account != leaving.account);
    if other { Ok(()) } else { Err(AppError::invalid("role", "last-owner")) }
}

fn overtaken(now: &Membership) -> AppError {
    AppError::Conflict { kind: "membership", by: String::new(), at: None, version: now.version }
}

/// Guests belong to an organisation, not to a team.
pub(super) fn wrong_role(role: Role) -> Option<Field> {
    let is_wrong = role == Role::Guest;
    is_wrong.then(|| Field { name: "role".into(), problem: "role-guest", found: None })
}

/// A membership as the audit keeps it.
#[derive(serde::Serialize)]
pub(super) struct Shown<'a> {
    pub(super) name: &'a str,
    pub(super) role: Role,
}
