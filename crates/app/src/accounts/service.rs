//! Signing in by another service (OpenID Connect): the authorisation code flow with PKCE, state and nonce.
//!
//! Nothing leaves the machine before somebody asks to sign in so, and then only to the service that the settings name. What the
//! service says counts when its signed token holds; who has an account, or an open invitation, is still decided here.

mod http;
mod id_token;
mod sign_in;

pub use sign_in::ServiceAnswer;

use http::Http;
use serde_json::Value;
use thiserror::Error;

/// The service.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceSettings {
    /// Its address, such as `https://id.example.org`: `/.well-known/openid-configuration` stands behind it.
    pub issuer: String,
    /// What it calls this installation.
    pub client: String,
    /// The secret that it gave this installation.
    pub secret: Option<String>,
    /// What people call it.
    pub name: String,
}

/// Why signing in by the service did not work. It goes to the log; whoever tried learns only that it did not.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ServiceError {
    /// A setting cannot be used.
    #[error("{0}")]
    Settings(&'static str),
    /// The service was not reached, or does not answer as one.
    #[error("the service did not answer: {0}")]
    Unreachable(String),
    /// What it says does not hold.
    #[error("the token is refused: {0}")]
    Token(&'static str),
}

/// A service to sign in by.
#[derive(Clone)]
pub struct Service {
    settings: ServiceSettings,
    http: Http,
}

/// Where the service does what.
struct Places {
    authorize: String,
    token: String,
    keys: String,
}

impl Service {
    /// Looks the settings through; nobody is asked.
    ///
    /// # Errors
    /// [`ServiceError::Settings`]: `https` is needed, but on loopback.
    pub fn new(settings: ServiceSettings) -> Result<Self, ServiceError> {
        let issuer = settings.issuer.trim().trim_end_matches('/').to_owned();
        if !http::is_safe(&issuer) {
            return Err(ServiceError::Settings("the issuer must be an https address"));
        }
        if settings.client.trim().is_empty() {
            return Err(ServiceError::Settings("the client is missing"));
        }
        Ok(Self { settings: ServiceSettings { issuer, ..settings }, http: Http::new() })
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    async fn places(&self) -> Result<Places, ServiceError> {
        let issuer = &self.settings.issuer;
        let said = self.http.get(&format!("{issuer}/.well-known/openid-configuration")).await?;
        if said["issuer"].as_str().map(|said| said.trim_end_matches('/')) != Some(issuer) {
            return Err(ServiceError::Token("the service calls itself otherwise"));
        }
        let place = |name: &str| {
            let found = said[name].as_str().filter(|place| http::is_safe(place));
            found.map(str::to_owned).ok_or_else(|| ServiceError::Unreachable(format!("no safe {name}")))
        };
        let (authorize, token) = (place("authorization_endpoint")?, place("token_endpoint")?);
        Ok(Places { authorize, token, keys: place("jwks_uri")? })
    }

    async fn keys(&self, places: &Places) -> Result<Value, ServiceError> {
        self.http.get(&places.keys).await
    }
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Service({})", self.settings.issuer)
    }
}
