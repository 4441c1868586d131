//! `samesky admin settings`.

use super::args::Settings;
use crate::failure::Failure;
use crate::settings;
use std::io::Write;
use std::process::ExitCode;

/// Prints the table of settings.
pub(crate) fn settings(options: &Settings) -> Result<ExitCode, Failure> {
    let table = if options.markdown { settings::markdown() } else { settings::table() };
    std::io::stdout().lock().write_all(table.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
