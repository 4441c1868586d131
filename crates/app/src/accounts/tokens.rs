//! Tokens: what a program signs in with on behalf of an account, never with more than the account may.

use super::after;
use super::secret::Secret;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::personal::looks_like_a_document;
use crate::{App, audit};
use samesky_model::id::ApiTokenId;
use samesky_model::record::{ApiToken, RecordKind, TokenScope};
use samesky_store as store;

/// What begins every token, so that one gone astray is found.
const PREFIX: &str = "samesky_";
/// Days that a token may work at most, where it ends.
const LONGEST: i64 = 3650;

/// A token to be made for the session's team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// What its owner calls it, 1 to 80 characters.
    pub name: String,
    /// How far it reaches.
    pub scope: TokenScope,
    /// Days until it ends by itself; `None`: it does not.
    pub days: Option<u16>,
}

/// A token that was made just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeToken {
    /// What the program presents. It is not shown again.
    pub secret: Secret,
    /// The token.
    pub token: ApiToken,
}

impl App {
    /// Makes a token for the session's team. It is shown once.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account; [`AppError::Invalid`].
    pub async fn make_token(&self, session: &Session, new: NewToken) -> Result<MadeToken, AppError> {
        let account = session.own(Action::OwnTokens)?;
        let name = new.name.trim().to_owned();
        if name.is_empty() {
            return Err(AppError::invalid("name", "name-missing"));
        }
        if name.chars().count() > 80 || name.chars().any(char::is_control) {
            return Err(AppError::invalid_value("name", "name-too-long", name.chars().count().to_string()));
        }
        if looks_like_a_document(&name) {
            return Err(AppError::invalid("name", "document-number"));
        }
        let now = self.sources.now();
        let ends_at = new.days.map(|days| after(now, i64::from(days).clamp(1, LONGEST) * 24));
        let token = ApiToken {
            id: self.sources.id(),
            account,
            team: session.team,
            name,
            scope: new.scope,
            created_at: now,
            seen_at: None,
            ends_at,
            revoked_at: None,
        };
        let secret = Secret::with_prefix(self.sources.secret(), PREFIX);
        let tx = self.store.write().await?;
        store::api_token::insert(&tx, &token, &secret.hash()).await?;
        let change = audit::Change::new("token.make", RecordKind::Token, token.id.0).after(&Shown::of(&token));
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(MadeToken { secret, token })
    }

    /// All of the own tokens, the latest first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`] without an account.
    pub async fn tokens(&self, session: &Session) -> Result<Vec<ApiToken>, AppError> {
        let account = session.own(Action::OwnTokens)?;
        Ok(store::api_token::of_account(&self.store, account).await?)
    }

    /// Takes one of the own tokens back. It works no more from this moment on.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not the own account's, or was taken back already.
    pub async fn revoke_token(&self, session: &Session, id: ApiTokenId) -> Result<(), AppError> {
        let account = session.own(Action::OwnTokens)?;
        let tx = self.store.write().await?;
        store::api_token::revoke(&tx, account, id, self.sources.now()).await?;
        let tokens = store::api_token::of_account(&tx, account).await?;
        let before = tokens.iter().find(|token| token.id == id).map(Shown::of);
        let change = audit::Change::new("token.revoke", RecordKind::Token, id.0).before(&before);
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }
}

/// A token as the audit keeps it.
#[derive(serde::Serialize)]
struct Shown<'a> {
    name: &'a str,
    scope: TokenScope,
}

impl<'a> Shown<'a> {
    fn of(token: &'a ApiToken) -> Self {
        Self { name: &token.name, scope: token.scope }
    }
}
