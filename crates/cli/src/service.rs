//! The options of another service to sign in by (OpenID Connect).

use crate::failure::Failure;
use clap::Args;
use samesky_app::App;
use std::path::PathBuf;

/// Another service to sign in by. Nothing is asked of it before somebody signs in so.
#[derive(Debug, Clone, Args)]
pub(crate) struct Service {
    /// A service to sign in by (OpenID Connect), such as https://id.example.org; needs a program built with it
    #[arg(long, env = "SAMESKY_OIDC_ISSUER", value_name = "URL")]
    pub(crate) oidc_issuer: Option<String>,
    /// What it calls this installation
    #[arg(long, env = "SAMESKY_OIDC_CLIENT", value_name = "ID")]
    pub(crate) oidc_client: Option<String>,
    /// A file with the secret that it gave; or SAMESKY_OIDC_SECRET
    #[arg(long, env = "SAMESKY_OIDC_SECRET_FILE", value_name = "FILE")]
    pub(crate) oidc_secret_file: Option<PathBuf>,
    /// What people call it
    #[arg(long, env = "SAMESKY_OIDC_NAME", value_name = "NAME", default_value = "OpenID Connect")]
    pub(crate) oidc_name: String,
}

impl Service {
    /// The app with the service, where one is named.
    #[cfg(feature = "oidc")]
    pub(crate) fn added_to(&self, app: App) -> Result<App, Failure> {
        use samesky_app::accounts::{Service as Known, ServiceSettings};
        let Some(issuer) = self.oidc_issuer.clone() else { return Ok(app) };
        let settings = ServiceSettings {
            issuer,
            client: self.oidc_client.clone().unwrap_or_default(),
            secret: crate::mail::secret("SAMESKY_OIDC_SECRET", self.oidc_secret_file.as_deref())?,
            name: self.oidc_name.clone(),
        };
        let service = Known::new(settings).map_err(|error| wrong(error.to_string()))?;
        Ok(app.with_service(service))
    }

    /// The app as it is; a service that is named is refused.
    #[cfg(not(feature = "oidc"))]
    pub(crate) fn added_to(&self, app: App) -> Result<App, Failure> {
        match &self.oidc_issuer {
            None => Ok(app),
            Some(_) => Err(wrong("this program was built without it (--features oidc)".to_owned())),
        }
    }
}

fn wrong(reason: String) -> Failure {
    Failure::Setting { setting: "SAMESKY_OIDC_ISSUER", reason }
}
