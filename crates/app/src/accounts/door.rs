//! Who asks, from what a request carries. This is the only way from a request to a session.

use super::{after, secret};
use crate::App;
use crate::access::{Session, Who};
use crate::error::AppError;
use jiff::{SignedDuration, Timestamp};
use samesky_model::id::{AccountId, SignInId, TeamId};
use samesky_model::record::{Account, AccountState, ApiToken, Membership, Origin, Role, SignIn, Team};
use samesky_store as store;
use samesky_store::account::credential::{self, CredentialKind};

/// What a request carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presented<'a> {
    /// Nothing.
    Nothing {
        /// For somebody at the machine: the name that stands behind changes while there is no account.
        local: Option<&'a str>,
    },
    /// The secret of a session.
    Cookie(&'a str),
    /// A token.
    Token(&'a str),
}

/// Hours without use after which a session ends, and hours after which it ends in any case.
pub(super) const IDLE: i64 = 7 * 24;
pub(super) const LONGEST: i64 = 30 * 24;

/// How exactly it is noted when a session or a token was last used.
const NOTED: SignedDuration = SignedDuration::from_mins(5);

/// What an account may do on a team, as it is now.
struct Standing {
    account: Account,
    membership: Membership,
    team: Team,
}

impl App {
    /// Whether anybody has an account: from then on everything but signing in needs one.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn has_accounts(&self) -> Result<bool, AppError> {
        Ok(store::account::any(&self.store).await?)
    }

    /// Who asks. Roles are looked up each time, so that a removed member with an open page is out at once. Whoever proves
    /// nothing is whoever sits at the machine while there is no account, and nobody afterwards.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn session_of(&self, presented: Presented<'_>, origin: Origin) -> Result<Session, AppError> {
        let found = match presented {
            Presented::Cookie(secret) => self.session_of_cookie(secret).await?,
            Presented::Token(secret) => self.session_of_token(secret).await?,
            Presented::Nothing { local: Some(name) } if !self.has_accounts().await? => {
                Some(self.local_session(name).await?)
            }
            Presented::Nothing { .. } => None,
        };
        let session = match found {
            Some(session) => session,
            None => Session::nobody(self.default_team().await?.id),
        };
        Ok(Session { origin, ..session })
    }

    async fn session_of_cookie(&self, secret: &str) -> Result<Option<Session>, AppError> {
        let now = self.sources.now();
        let found = store::sign_in::by_hash(&self.store, &secret::hash(secret), now).await?;
        let Some(SignIn { id, account, team, created_at, seen_at, .. }) = found else { return Ok(None) };
        let Some(team) = team else { return self.session_of_guest(id, account).await };
        let Some(standing) = self.standing(account, team).await? else { return Ok(None) };
        if is_due(now, seen_at) {
            let tx = self.store.write().await?;
            store::sign_in::seen(&tx, id, now, after(now, IDLE).min(after(created_at, LONGEST))).await?;
            tx.commit().await?;
        }
        let who = Who::Account { id: account, role: standing.membership.role, sign_in: id };
        let must_enrol = store::sign_in_rule::asks_second_factor(&self.store, team).await?
            && credential::list(&self.store, account, CredentialKind::OneTimeCode).await?.is_empty();
        Ok(Some(Session { must_enrol, ..standing.session(who) }))
    }

    /// A guest acts for no team. What they change of their own account is noted with the team whose organisation is theirs.
    async fn session_of_guest(&self, sign_in: SignInId, id: AccountId) -> Result<Option<Session>, AppError> {
        let account = store::account::get(&self.store, id).await?;
        let Some(organisation) = account.organisation else { return Ok(None) };
        if account.state != AccountState::Active {
            return Ok(None);
        }
        let Some(team) = store::organisation::owner(&self.store, organisation).await? else { return Ok(None) };
        let who = Who::Account { id, role: Role::Guest, sign_in };
        Ok(Some(Session { at_top: false, who, ..Session::local(team, account.name) }))
    }

    async fn session_of_token(&self, secret: &str) -> Result<Option<Session>, AppError> {
        let now = self.sources.now();
        let found = store::api_token::by_hash(&self.store, &secret::hash(secret), now).await?;
        let Some(ApiToken { id, account, team, scope, seen_at, .. }) = found else { return Ok(None) };
        let Some(standing) = self.standing(account, team).await? else { return Ok(None) };
        if seen_at.is_none_or(|seen| is_due(now, seen)) {
            let tx = self.store.write().await?;
            store::api_token::seen(&tx, id, now).await?;
            tx.commit().await?;
        }
        Ok(Some(standing.session(Who::Token { id, account, role: standing.membership.role, scope })))
    }

    async fn standing(&self, account: AccountId, team: TeamId) -> Result<Option<Standing>, AppError> {
        let Some(membership) = store::membership::find(&self.store, team, account).await? else { return Ok(None) };
        let account = store::account::get(&self.store, account).await?;
        let team = store::team::get(&self.store, team).await?;
        let is_open = account.state == AccountState::Active;
        Ok(is_open.then_some(Standing { account, membership, team }))
    }
}

impl Standing {
    fn session(&self, who: Who) -> Session {
        let account = self.account.name.clone();
        Session {
            team: self.team.id,
            account,
            who,
            at_top: self.team.parent.is_none(),
            ..Session::local(self.team.id, "")
        }
    }
}

fn is_due(now: Timestamp, seen: Timestamp) -> bool {
    now.duration_since(seen) >= NOTED
}
