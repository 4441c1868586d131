//! `samesky admin roles`.

use super::args::Roles;
use crate::failure::Failure;
use samesky_app::access::permissions;
use std::io::Write;
use std::process::ExitCode;

/// Prints the table of permissions.
pub(crate) fn roles(options: &Roles) -> Result<ExitCode, Failure> {
    let table = if options.markdown { permissions::markdown() } else { permissions::table() };
    std::io::stdout().lock().write_all(table.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
