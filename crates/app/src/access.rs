//! Who asks, and what they may do. Every use case names its action here before it touches a record.

pub mod permissions;

pub use permissions::Action;

use crate::error::AppError;
use crate::{App, Store};
use samesky_model::id::{AccountId, ApiTokenId, SignInId, TeamId};
use samesky_model::record::{Origin, Role, Team, TokenScope};
use samesky_store as store;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody unknown. They may do nothing.
    Nobody,
    /// Whoever sits at the machine: the command line, and the pages while there is no account.
    Local,
    /// Somebody who signed in.
    Account {
        /// Whose account.
        id: AccountId,
        /// What it may do on the session's team.
        role: Role,
        /// The browser it signed in with.
        sign_in: SignInId,
    },
    /// A program on behalf of an account.
    Token {
        /// Its token.
        id: ApiTokenId,
        /// On whose behalf.
        account: AccountId,
        /// What the account may do on the session's team.
        role: Role,
        /// How far the token reaches of that.
        scope: TokenScope,
    },
    /// Samesky itself.
    Program,
}

/// Who asks for something, on behalf of which team, from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The team whose records are meant.
    pub team: TeamId,
    /// The account's name.
    pub account: String,
    /// Who asks.
    pub who: Who,
    /// Whether the team stands below no other: what concerns the whole installation is its owners' business.
    pub at_top: bool,
    /// Where the request came from.
    pub origin: Origin,
    /// Whether the team asks for a second factor and the account has none: until it has, nothing is allowed but the own
    /// account.
    pub must_enrol: bool,
}

impl Session {
    /// Whoever sits at the machine, under that name.
    #[must_use]
    pub fn local(team: TeamId, account: impl Into<String>) -> Self {
        Self {
            team,
            account: account.into(),
            who: Who::Local,
            at_top: true,
            origin: Origin::default(),
            must_enrol: false,
        }
    }

    /// Somebody unknown.
    #[must_use]
    pub fn nobody(team: TeamId) -> Self {
        Self { who: Who::Nobody, ..Self::local(team, "") }
    }

    /// Samesky itself, under that name.
    pub(crate) fn program(team: TeamId, account: &str) -> Self {
        Self { who: Who::Program, ..Self::local(team, account) }
    }

    /// Whether somebody known asks.
    #[must_use]
    pub fn is_somebody(&self) -> bool {
        self.who != Who::Nobody
    }

    /// Whether the table of permissions lets the action pass.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        permissions::allows(self, action)
    }

    /// Lets the action pass or refuses it. A change needs a name, so that it has somebody behind it.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::Invalid`] when a change is asked for without a name.
    pub fn may(&self, action: Action) -> Result<(), AppError> {
        if !self.can(action) {
            return Err(AppError::Forbidden { action: action.as_str() });
        }
        if action != Action::Read && self.account.trim().is_empty() {
            return Err(AppError::invalid("account", "name-missing"));
        }
        Ok(())
    }

    /// The account behind the session, for what concerns it alone.
    pub(crate) fn own(&self, action: Action) -> Result<AccountId, AppError> {
        self.may(action)?;
        match self.who {
            Who::Account { id, .. } => Ok(id),
            _ => Err(AppError::Forbidden { action: action.as_str() }),
        }
    }
}

impl App {
    /// The session of somebody who works at this machine, for the team that every installation begins with. Whoever can
    /// open the database needs no account.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn local_session(&self, account: &str) -> Result<Session, AppError> {
        Ok(Session::local(self.default_team().await?.id, account))
    }

    /// The team that every installation begins with.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn default_team(&self) -> Result<Team, AppError> {
        Ok(store::team::default(self.store()).await?)
    }

    /// The team whose records the session means.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn team(&self, session: &Session) -> Result<Team, AppError> {
        session.may(Action::Read)?;
        Ok(store::team::get(self.store(), session.team).await?)
    }

    /// Refuses what concerns a team that is neither the session's nor below it. A team out of reach and one that is not
    /// there answer alike.
    pub(crate) async fn reaches(&self, session: &Session, db: &dyn store::Db, team: TeamId) -> Result<Team, AppError> {
        let found = store::team::get(db, team).await?;
        if team == session.team {
            return Ok(found);
        }
        let above = store::team::ancestors(db, team).await?;
        if above.iter().any(|one| one.id == session.team) {
            Ok(found)
        } else {
            Err(AppError::NotFound { kind: "team" })
        }
    }

    pub(crate) const fn store(&self) -> &Store {
        &self.store
    }
}
