//! `samesky admin`: what concerns the whole installation.

pub(crate) mod args;
mod audit;
pub(crate) mod erasures;
mod out;
mod person;
mod roles;
mod settings;

use crate::failure::Failure;
use crate::speech::Speech;
use crate::start::block_on;
use args::{Admin, Audit, Person};
use std::process::ExitCode;

pub(crate) fn run(command: Admin, speech: &Speech) -> Result<ExitCode, Failure> {
    match command {
        Admin::Roles(options) => roles::roles(&options),
        Admin::Settings(options) => settings::settings(&options),
        Admin::Audit(Audit::Head(options)) => block_on(audit::head(options)),
        Admin::Audit(Audit::Verify(options)) => block_on(audit::verify(options, speech)),
        Admin::Person(Person::Export(options)) => block_on(person::export(options)),
        Admin::Person(Person::Erase(options)) => block_on(person::erase(options, speech)),
    }
}
