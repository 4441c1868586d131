//! `samesky timetable explain`: why a meeting is not held.

use super::args::Explain;
use super::{files, measures};
use crate::failure::Failure;
use crate::terminal;
use samesky_timetable::explain::explain;
use std::process::ExitCode;

pub(super) fn run(options: &Explain) -> Result<ExitCode, Failure> {
    let instance = files::instance(&options.instance)?;
    let plan = match files::valid_plan(&options.plan, &instance)? {
        Ok(plan) => plan,
        Err(report) => {
            measures::complain(&report);
            return Ok(ExitCode::from(1));
        }
    };
    let explanation = explain(&instance, &plan, &options.meeting).map_err(files::refused(&options.instance))?;
    let text =
        if options.json { files::json(&explanation)? } else { terminal::safe(&explanation.words(&instance, &plan)) };
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
