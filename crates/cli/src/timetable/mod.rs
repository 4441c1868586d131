//! `samesky timetable`: who meets whom, when, where, with which interpreter. Its messages are in English.

mod args;
mod check;
mod explain;
mod files;
mod interrupt;
mod measures;
mod progress;
mod repair;
mod show;
mod solve;

pub(crate) use args::Timetable;

use crate::failure::Failure;
use std::process::ExitCode;

pub(crate) fn run(command: Timetable) -> Result<ExitCode, Failure> {
    match command {
        Timetable::Solve(options) if options.from.is_some() => repair::run(&options),
        Timetable::Solve(options) => solve::run(&options),
        Timetable::Check(options) => check::run(&options),
        Timetable::Explain(options) => explain::run(&options),
        Timetable::Show(options) => show::run(&options),
    }
}
