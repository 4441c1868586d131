//! Who asks, and what they may do. Every use case names its action here before it touches a record.

use crate::error::AppError;
use crate::{App, Store};
use samesky_model::id::TeamId;
use samesky_model::record::Team;

/// Who asks for something, on behalf of which team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The team whose records are meant.
    pub team: TeamId,
    /// The account's name.
    pub account: String,
}

/// What a use case does to the records of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Looks at them.
    Read,
    /// Adds or changes them.
    Write,
    /// Copies or replaces all of them.
    Administer,
}

impl Session {
    /// Lets the action pass or refuses it. Until accounts exist the server answers loopback only, and whoever sits at
    /// the machine is an officer of the one team; the name is needed, so that every change has somebody behind it.
    ///
    /// # Errors
    /// [`AppError::Invalid`] when a change is asked for without a name.
    pub fn may(&self, action: Action) -> Result<(), AppError> {
        if action != Action::Read && self.account.trim().is_empty() {
            return Err(AppError::invalid("account", "name-missing"));
        }
        Ok(())
    }
}

impl App {
    /// The session of somebody who works at this machine, for the one team that there is.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn local_session(&self, account: &str) -> Result<Session, AppError> {
        Ok(Session { team: self.default_team().await?.id, account: account.to_owned() })
    }

    /// The one team that there is until accounts exist.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn default_team(&self) -> Result<Team, AppError> {
        Ok(samesky_store::team::default(self.store()).await?)
    }

    pub(crate) const fn store(&self) -> &Store {
        &self.store
    }
}
