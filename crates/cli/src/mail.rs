//! The options of mail, and the secrets that belong to them.

use crate::failure::Failure;
use clap::{Args, ValueEnum};
use samesky_app::mail::{MailSettings, MailTls, Mailer};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where mail goes out. Without a server links are shown, to be handed over.
#[derive(Debug, Clone, Args)]
pub(crate) struct Mail {
    /// The server that mail goes out by; without it links are shown, to be handed over
    #[arg(long, env = "SAMESKY_SMTP_HOST", value_name = "HOST")]
    pub(crate) smtp_host: Option<String>,
    /// Its port [default: 587, 465 or 25, by --smtp-tls]
    #[arg(long, env = "SAMESKY_SMTP_PORT", value_name = "PORT")]
    pub(crate) smtp_port: Option<u16>,
    /// How the way there is protected: nothing is sent where the server does not offer it
    #[arg(long, env = "SAMESKY_SMTP_TLS", value_name = "HOW", default_value = "starttls")]
    pub(crate) smtp_tls: SmtpTls,
    /// Its user, where it asks for one; the password stands in SAMESKY_SMTP_PASSWORD or a file
    #[arg(long, env = "SAMESKY_SMTP_USER", value_name = "NAME")]
    pub(crate) smtp_user: Option<String>,
    /// A file with the password
    #[arg(long, env = "SAMESKY_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) smtp_password_file: Option<PathBuf>,
    /// Who the messages are from, such as "Samesky <samesky@example.org>"
    #[arg(long, env = "SAMESKY_SMTP_FROM", value_name = "ADDRESS", requires = "smtp_host")]
    pub(crate) smtp_from: Option<String>,
    /// A file with the certificate of your own authority (PEM), trusted beside the well-known ones
    #[arg(long, env = "SAMESKY_SMTP_CA_FILE", value_name = "FILE")]
    pub(crate) smtp_ca_file: Option<PathBuf>,
}

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SmtpTls {
    /// TLS after a greeting in the clear
    Starttls,
    /// TLS from the first byte
    Tls,
    /// none, for a server on this machine
    None,
}

/// How long one message may take.
const PATIENCE: Duration = Duration::from_secs(8);

impl Mail {
    /// Who sends mail, where a server is named.
    pub(crate) fn mailer(&self) -> Result<Option<Mailer>, Failure> {
        let Some(host) = self.smtp_host.clone() else { return Ok(None) };
        let wrong = |reason: &str| Failure::Setting { setting: "SAMESKY_SMTP_FROM", reason: reason.to_owned() };
        let from = self.smtp_from.clone().ok_or_else(|| wrong("expected an address"))?;
        let password = secret("SAMESKY_SMTP_PASSWORD", self.smtp_password_file.as_deref())?;
        let settings = MailSettings {
            host,
            port: self.smtp_port,
            tls: match self.smtp_tls {
                SmtpTls::Starttls => MailTls::Start,
                SmtpTls::Tls => MailTls::Whole,
                SmtpTls::None => MailTls::None,
            },
            login: self.smtp_user.clone().map(|user| (user, password.unwrap_or_default())),
            from,
            authorities: self.smtp_ca_file.as_deref().map(bytes).transpose()?,
            patience: PATIENCE,
        };
        Mailer::new(&settings).map(Some).map_err(|error| match error {
            samesky_app::mail::MailError::Settings { setting, reason } => Failure::Setting { setting, reason },
            other => Failure::Setting { setting: "SAMESKY_SMTP_HOST", reason: other.to_string() },
        })
    }
}

/// A secret from its file, else from its variable; never from the command line, which everybody on the machine can read.
pub(crate) fn secret(variable: &str, file: Option<&Path>) -> Result<Option<String>, Failure> {
    match file {
        Some(path) => {
            let text = String::from_utf8_lossy(&bytes(path)?).into_owned();
            Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
        }
        None => Ok(std::env::var(variable).ok().filter(|value| !value.is_empty())),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::File { path: path.to_owned(), error })
}
