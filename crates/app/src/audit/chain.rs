//! The ends of the chains, and whether the chains hold.

use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use jiff::Timestamp;
use samesky_model::id::TeamId;
use samesky_model::record::AuditHead;
use samesky_store as store;
pub use samesky_store::audit::{Fault, Verified};
use serde::{Deserialize, Serialize};

/// The ends of chains at one moment, to be kept elsewhere. It says nothing of anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heads {
    /// `samesky`.
    pub product: String,
    /// When they were taken.
    pub at: Timestamp,
    /// The ends, one for each team.
    pub heads: Vec<AuditHead>,
}

impl App {
    /// The end of the chain of the session's team.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], or when the store does not answer.
    pub async fn audit_head(&self, session: &Session) -> Result<Heads, AppError> {
        session.may(Action::Read)?;
        let head = store::audit::head(&self.store, session.team).await?;
        Ok(self.heads_of(vec![head]))
    }

    /// The ends of the chains of all teams, or of one.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for a team that is not there.
    pub async fn audit_heads(&self, session: &Session, team: Option<TeamId>) -> Result<Heads, AppError> {
        session.may(Action::Administer)?;
        let heads = match team {
            Some(team) => {
                let team = store::team::get(&self.store, team).await?.id;
                vec![store::audit::head(&self.store, team).await?]
            }
            None => store::audit::heads(&self.store).await?,
        };
        Ok(self.heads_of(heads))
    }

    /// Looks through the chains of all teams, or of one, as they are at one moment, and compares them with ends that were
    /// kept elsewhere. A team of which an end was kept and that is not there any more is looked for too.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for a team that is not there.
    pub async fn verify_audit(
        &self,
        session: &Session,
        team: Option<TeamId>,
        kept: Option<&Heads>,
    ) -> Result<Vec<Verified>, AppError> {
        session.may(Action::Administer)?;
        let view = self.store.snapshot().await?;
        let kept = kept.map(|kept| kept.heads.as_slice()).unwrap_or_default();
        let teams = match team {
            Some(team) => vec![store::team::get(&view, team).await?.id],
            None => all_teams(store::team::list(&view).await?.iter().map(|team| team.id).collect(), kept),
        };
        let mut found = Vec::with_capacity(teams.len());
        for team in teams {
            let noted = kept.iter().find(|head| head.team == team);
            found.push(store::audit::verify(&view, team, noted).await?);
        }
        Ok(found)
    }

    fn heads_of(&self, heads: Vec<AuditHead>) -> Heads {
        Heads { product: "samesky".to_owned(), at: self.sources.now(), heads }
    }
}

fn all_teams(mut there: Vec<TeamId>, kept: &[AuditHead]) -> Vec<TeamId> {
    let gone: Vec<_> = kept.iter().map(|head| head.team).filter(|team| !there.contains(team)).collect();
    there.extend(gone);
    there
}
