//! What every handler shares: the app, the team, and how the server was started.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use percent_encoding::percent_decode_str;
use samesky_app::{App, AppError, Session};
use samesky_model::record::Team;
use std::convert::Infallible;
use std::sync::Arc;

/// The cookie that keeps the officer's name until accounts exist (percent-encoded UTF-8).
pub const OFFICER_COOKIE: &str = "samesky_officer";

/// How the server was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Everything is invented and gone when the server stops; every page says so.
    pub demo: bool,
    /// The account that stands behind changes of somebody who has not said their name.
    pub account: String,
}

/// What every handler shares.
#[derive(Clone)]
pub struct WebState {
    inner: Arc<Inner>,
}

struct Inner {
    app: App,
    team: Team,
    settings: Settings,
}

impl WebState {
    /// Looks the team up and puts the parts together.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn new(app: App, settings: Settings) -> Result<Self, AppError> {
        let team = app.default_team().await?;
        Ok(Self { inner: Arc::new(Inner { app, team, settings }) })
    }

    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.inner.app
    }

    /// The team whose records are shown.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.inner.team
    }

    /// How the server was started.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The session of whoever sits at this machine.
    #[must_use]
    pub fn session(&self, officer: &Officer) -> Session {
        let account = officer.0.clone().unwrap_or_else(|| self.inner.settings.account.clone());
        Session { team: self.inner.team.id, account }
    }
}

/// The name that the officer gave, where they gave one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Officer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let jar = CookieJar::from_headers(&parts.headers);
        let name = jar.get(OFFICER_COOKIE).and_then(|cookie| {
            let name = percent_decode_str(cookie.value()).decode_utf8().ok()?.trim().to_owned();
            let fits = (1..=80).contains(&name.chars().count()) && !name.chars().any(char::is_control);
            fits.then_some(name)
        });
        Ok(Self(name))
    }
}
