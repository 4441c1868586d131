//! `samesky`: the one command of Samesky.
//!
//! Exit codes: 0 done; 1 done, but something did not hold or was refused; 2 unusable input or a place that cannot be
//! used. Messages go to standard error in the language of the environment, results to standard output.

mod admin;
mod args;
mod backup;
mod demo;
mod failure;
mod import;
mod mail;
mod organisations;
mod public;
mod read;
mod serve;
mod service;
mod settings;
mod speech;
mod start;
mod stop;
mod terminal;
mod timetable;

use args::Command;
use std::process::ExitCode;

/// Readings are made of many small things; this allocator takes a third of the time of that of the system for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match settings::arguments() {
        Ok(arguments) => arguments,
        Err(why) => return unusable(&why),
    };
    if matches!(arguments.command, Command::ExtractWorker) {
        return samesky_extract::worker_main();
    }
    let speech = speech::Speech::of(&arguments);
    let outcome = match arguments.command {
        Command::Read(options) => read::run(&options, &speech),
        Command::Import(args::Import::Announcements(options)) => start::block_on(import::run(options, &speech)),
        Command::Import(args::Import::Organisations(options)) => {
            start::block_on(organisations::import(options, &speech))
        }
        Command::Organisations(args::Organisations::Compare(options)) => organisations::compare(&options),
        Command::Organisations(args::Organisations::Export(options)) => {
            start::block_on(organisations::export(options, &speech))
        }
        Command::Organisations(args::Organisations::UndoImport(options)) => {
            start::block_on(organisations::undo(options, &speech))
        }
        Command::Serve(options) => start::block_on(serve::run(*options, &speech)),
        Command::Admin(command) => admin::run(command, &speech),
        Command::Demo(options) => start::block_on(demo::run(options, &speech)),
        Command::Backup(options) => start::block_on(backup::backup(options, &speech)),
        Command::Restore(options) => start::block_on(backup::restore(options, &speech)),
        Command::Timetable(command) => timetable::run(command),
        Command::ExtractWorker => Ok(ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|failure| failure.report(&speech))
}

/// What programs and administrators read is in English, as `--help` is.
fn unusable(why: &str) -> ExitCode {
    terminal::complain(&format!("samesky: {why}"));
    ExitCode::from(2)
}
