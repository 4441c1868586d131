//! `samesky admin`: what concerns the whole installation.

use crate::args::{Roles, Settings};
use crate::failure::Failure;
use crate::settings;
use samesky_app::access::permissions;
use std::io::Write;
use std::process::ExitCode;

/// Prints the table of permissions.
pub(crate) fn roles(options: &Roles) -> Result<ExitCode, Failure> {
    let table = if options.markdown { permissions::markdown() } else { permissions::table() };
    std::io::stdout().lock().write_all(table.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the table of settings.
pub(crate) fn settings(options: &Settings) -> Result<ExitCode, Failure> {
    let table = if options.markdown { settings::markdown() } else { settings::table() };
    std::io::stdout().lock().write_all(table.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
