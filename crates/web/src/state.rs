//! What every handler shares: the app, how the server was started, and who asks.

use crate::door::Asker;
use crate::server::metrics::Metrics;
pub use crate::server::reach::{PublicAddress, Reach};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use percent_encoding::percent_decode_str;
use samesky_app::accounts::Secret;
use samesky_app::{App, AppError, Session};
use samesky_model::record::Team;
use std::convert::Infallible;
use std::sync::Arc;

/// The cookie that keeps the officer's name while there is no account (percent-encoded UTF-8).
pub const OFFICER_COOKIE: &str = "samesky_officer";

/// The cookie that keeps as whom the reader of a demonstration looks, and the word for nobody.
pub const DEMO_COOKIE: &str = "samesky_demo";
pub(crate) const NOBODY: &str = "nobody";

/// As whom a demonstration can be looked at, in the order of the switch.
pub const DEMO_ROLES: [&str; 6] = ["officer", "owner", "viewer", "service-point", "guest", NOBODY];

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

#[derive(Clone)]
struct Inner {
    app: App,
    team: Team,
    settings: Settings,
    reach: Reach,
    metrics: Arc<Metrics>,
    people: Vec<(&'static str, Secret)>,
}

impl WebState {
    /// Looks the team up and puts the parts together.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn new(app: App, settings: Settings) -> Result<Self, AppError> {
        let team = app.default_team().await?;
        let (reach, metrics, people) = (Reach::default(), Arc::default(), Vec::new());
        Ok(Self { inner: Arc::new(Inner { app, team, settings, reach, metrics, people }) })
    }

    /// The same for a server that is reached under another name too.
    #[must_use]
    pub fn reached_at(self, public: Option<PublicAddress>) -> Self {
        let reach = Reach { public, ..self.inner.reach.clone() };
        self.reached(reach)
    }

    /// The same for a server that is reached so.
    #[must_use]
    pub fn reached(self, reach: Reach) -> Self {
        Self { inner: Arc::new(Inner { reach, ..Inner::clone(&self.inner) }) }
    }

    /// The same for a demonstration: whoever brings nothing is signed in as the first of its people, or as the one they
    /// chose.
    #[must_use]
    pub fn with_people(self, people: Vec<(&'static str, Secret)>) -> Self {
        Self { inner: Arc::new(Inner { people, ..Inner::clone(&self.inner) }) }
    }

    /// What somebody of the demonstration is signed in with: the one of that word, else the first.
    pub(crate) fn person(&self, word: Option<&str>) -> Option<&str> {
        let people = &self.inner.people;
        let found = match word {
            Some(NOBODY) => None,
            Some(word) => people.iter().find(|(known, _)| *known == word).or_else(|| people.first()),
            None => people.first(),
        };
        found.map(|(_, secret)| secret.reveal())
    }

    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.inner.app
    }

    /// The team that every installation begins with.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.inner.team
    }

    /// How the server was started.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The session of whoever asks; of somebody unknown where the door was not passed.
    #[must_use]
    pub fn session(&self, officer: &Officer) -> Session {
        officer.session.clone().unwrap_or_else(|| Session::nobody(self.inner.team.id))
    }

    /// The host name that is answered beside the loopback names.
    pub(crate) fn host(&self) -> Option<&str> {
        self.inner.reach.public.as_ref().map(|public| public.host.as_str())
    }

    /// The whole address that people reach it at.
    pub(crate) fn public_base(&self) -> Option<String> {
        self.inner.reach.public.as_ref().map(PublicAddress::base)
    }

    /// Whether cookies travel by TLS only.
    pub(crate) fn is_secure(&self) -> bool {
        self.inner.reach.public.as_ref().is_some_and(|public| public.secure)
    }

    /// Where the server is reached, by way of whom, and how much it takes.
    pub(crate) fn reach(&self) -> &Reach {
        &self.inner.reach
    }

    /// What is counted.
    pub(crate) fn metrics(&self) -> &Arc<Metrics> {
        &self.inner.metrics
    }
}

/// Who asks, as the door found out, and the name that the browser keeps for the time without accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The name that somebody at the machine gave, where they gave one.
    pub name: Option<String>,
    session: Option<Session>,
}

impl<S: Send + Sync> FromRequestParts<S> for Officer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let jar = CookieJar::from_headers(&parts.headers);
        let session = parts.extensions.get::<Asker>().and_then(|asker| asker.0.as_ref().ok()).cloned();
        Ok(Self { name: jar.get(OFFICER_COOKIE).and_then(|cookie| named(cookie.value())), session })
    }
}

/// A name as it travels in cookies and headers: percent-encoded, 1 to 80 characters.
pub(crate) fn named(encoded: &str) -> Option<String> {
    let name = percent_decode_str(encoded).decode_utf8().ok()?.trim().to_owned();
    let fits = (1..=80).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    fits.then_some(name)
}
