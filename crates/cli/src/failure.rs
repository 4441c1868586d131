//! Why a command was not carried out, in words, with the exit code that says so to programs.

use crate::speech::Speech;
use crate::terminal;
use samesky_app::read::GazetteerError;
use samesky_app::{AppError, StoreError};
use std::path::PathBuf;
use std::process::ExitCode;

/// Why a command was not carried out.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A use case refused or could not.
    App(AppError),
    /// A file or standard stream failed.
    File { path: PathBuf, error: std::io::Error },
    /// An address that is not loopback.
    NotLoopback(std::net::SocketAddr),
    /// Another program has the port.
    PortInUse(std::net::SocketAddr),
    /// The address cannot be listened on.
    CannotListen { address: std::net::SocketAddr, error: std::io::Error },
    /// What a file holds cannot be used; each fault has its place in the file.
    Refused { path: PathBuf, refusals: samesky_timetable::Refusals },
    /// A line of a gazetteer cannot be used.
    Gazetteer { path: PathBuf, error: GazetteerError },
    /// A setting cannot be used.
    Setting { setting: &'static str, reason: String },
    /// The file to be written is there already.
    FileExists(PathBuf),
}

impl Failure {
    /// Says what happened on standard error and gives the exit code.
    pub(crate) fn report(&self, speech: &Speech) -> ExitCode {
        terminal::complain(&format!("samesky: {}", self.words(speech)));
        ExitCode::from(2)
    }

    fn words(&self, speech: &Speech) -> String {
        match self {
            Self::App(error) => app_words(error, speech),
            Self::File { path, error } => {
                let (path, reason) = (path.display().to_string(), error.to_string());
                speech.say("cli-file-failed", &[("path", path.as_str().into()), ("reason", reason.as_str().into())])
            }
            Self::NotLoopback(address) => with_address(speech, "cli-not-loopback", *address),
            Self::PortInUse(address) => with_address(speech, "cli-port-in-use", *address),
            Self::CannotListen { address, error } => {
                let (address, reason) = (address.to_string(), error.to_string());
                let args = [("address", address.as_str().into()), ("reason", reason.as_str().into())];
                speech.say("cli-cannot-listen", &args)
            }
            Self::Refused { path, refusals } => {
                let faults = refusals.to_string();
                let lines: Vec<_> = faults.lines().map(|line| format!("{}: {line}", path.display())).collect();
                lines.join("\n")
            }
            Self::Gazetteer { path, error } => format!("{}: {error}", path.display()),
            Self::Setting { setting, reason } => {
                speech.say("cli-setting", &[("setting", (*setting).into()), ("reason", reason.as_str().into())])
            }
            Self::FileExists(path) => {
                let path = path.display().to_string();
                speech.say("cli-file-exists", &[("path", path.as_str().into())])
            }
        }
    }
}

fn app_words(error: &AppError, speech: &Speech) -> String {
    match error {
        AppError::Store(error) => samesky_web::lang::error::store(speech.language, error),
        AppError::Extract(error) => speech.remark(&error.remark()),
        other => samesky_web::lang::error::app(speech.language, other),
    }
}

fn with_address(speech: &Speech, key: &str, address: std::net::SocketAddr) -> String {
    let address = address.to_string();
    speech.say(key, &[("address", address.as_str().into())])
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}
