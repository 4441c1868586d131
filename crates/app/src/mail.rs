//! Mail that is sent: invitations and links for a new password, by the SMTP server that the settings name. Who has none hands
//! links over. A message is plain text with one recipient; nothing in it is fetched, counted or followed.

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::time::Duration;
use thiserror::Error;

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    /// The connection begins in the clear and must become TLS (STARTTLS) before anything is said; port 587 without another.
    Start,
    /// TLS from the first byte; port 465 without another.
    Whole,
    /// None at all: for a server on the same machine or the same cable; port 25 without another.
    None,
}

/// Where mail goes out.
#[derive(Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// The server.
    pub host: String,
    /// Its port, where it is not the usual one.
    pub port: Option<u16>,
    /// How the way there is protected.
    pub tls: MailTls,
    /// User and password, where it asks for them.
    pub login: Option<(String, String)>,
    /// Who the messages are from, such as `Samesky <samesky@example.org>`.
    pub from: String,
    /// Authorities to trust beside the well-known ones, as PEM.
    pub authorities: Option<Vec<u8>>,
    /// How long one message may take.
    pub patience: Duration,
}

/// Why mail is not sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MailError {
    /// The settings cannot be used.
    #[error("{setting}: {reason}")]
    Settings {
        /// The variable.
        setting: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The address is none that this server could take.
    #[error("no message can be addressed to it")]
    Address,
    /// The server does not answer in time.
    #[error("the mail server did not answer in time")]
    TimedOut,
    /// The server was not reached, or something went wrong on the way.
    #[error("the mail server was not reached: {0}")]
    Unreachable(String),
    /// The server refused.
    #[error("the mail server refused: {0}")]
    Refused(String),
}

/// Sends mail.
#[derive(Debug, Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    patience: Duration,
}

impl Mailer {
    /// Looks the settings through. Nothing is sent, and nobody is asked.
    ///
    /// # Errors
    /// [`MailError::Settings`], also for a password that would travel in the clear to another machine.
    pub fn new(settings: &MailSettings) -> Result<Self, MailError> {
        let wrong = |setting, reason: String| MailError::Settings { setting, reason };
        let is_here = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(&settings.host.as_str());
        if settings.login.is_some() && settings.tls == MailTls::None && !is_here {
            let reason = "a password is not sent without TLS to another machine".to_owned();
            return Err(wrong("SAMESKY_SMTP_TLS", reason));
        }
        let from = settings.from.parse::<Mailbox>().map_err(|error| wrong("SAMESKY_SMTP_FROM", error.to_string()))?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host.clone())
            .port(settings.port.unwrap_or(settings.tls.port()))
            .tls(tls(settings)?)
            .timeout(Some(settings.patience));
        if let Some((user, password)) = &settings.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self { transport: builder.build(), from, patience: settings.patience })
    }

    /// Sends one message of plain text. Line ends in a subject become spaces: no header can be smuggled in.
    ///
    /// # Errors
    /// [`MailError`]; the message may or may not have gone out when the server fell silent at the very end.
    pub async fn send(&self, to: &str, subject: &str, text: &str) -> Result<(), MailError> {
        let to = to.parse::<Address>().map_err(|_| MailError::Address)?;
        let subject: String = subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(text.to_owned())
            .map_err(|_| MailError::Address)?;
        match tokio::time::timeout(self.patience, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_timeout() => Err(MailError::TimedOut),
            Ok(Err(error)) if error.is_permanent() || error.is_transient() => Err(MailError::Refused(told(&error))),
            Ok(Err(error)) => Err(MailError::Unreachable(told(&error))),
            Err(_) => Err(MailError::TimedOut),
        }
    }
}

impl MailTls {
    const fn port(self) -> u16 {
        match self {
            Self::Start => 587,
            Self::Whole => 465,
            Self::None => 25,
        }
    }
}

/// How a certificate begins in a PEM file.
const CERTIFICATE: &[u8] = b"-----BEGIN CERTIFICATE-----";

fn tls(settings: &MailSettings) -> Result<Tls, MailError> {
    if settings.tls == MailTls::None {
        return Ok(Tls::None);
    }
    let wrong = |setting, reason: String| MailError::Settings { setting, reason };
    let mut parameters = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.authorities {
        if !pem.windows(CERTIFICATE.len()).any(|part| part == CERTIFICATE) {
            return Err(wrong("SAMESKY_SMTP_CA_FILE", "it holds no certificate (PEM)".to_owned()));
        }
        let authority = Certificate::from_pem(pem).map_err(|error| wrong("SAMESKY_SMTP_CA_FILE", error.to_string()))?;
        parameters = parameters.add_root_certificate(authority);
    }
    let parameters = parameters.build().map_err(|error| wrong("SAMESKY_SMTP_HOST", error.to_string()))?;
    Ok(if settings.tls == MailTls::Whole { Tls::Wrapper(parameters) } else { Tls::Required(parameters) })
}

/// What went wrong, with what was behind it, on one line that is not endless.
fn told(error: &lettre::transport::smtp::Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let inner_words = inner.to_string();
        if !words.contains(&inner_words) {
            words = format!("{words}: {inner_words}");
        }
        cause = inner.source();
    }
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).take(300).collect()
}

/// Tells robots not to answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
