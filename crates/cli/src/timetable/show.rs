//! `samesky timetable show`: the agendas of a plan.

use super::args::{Show, ShowFormat, Whose};
use super::{files, measures};
use crate::failure::Failure;
use crate::terminal;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use samesky_timetable::show::{Agenda, By, agendas, calendar, csv, text};
use samesky_timetable::{Instance, Plan, Reason, Refusals};
use std::process::ExitCode;

pub(super) fn run(options: &Show) -> Result<ExitCode, Failure> {
    let instance = files::instance(&options.instance)?;
    let plan = match files::valid_plan(&options.plan, &instance)? {
        Ok(plan) => plan,
        Err(report) => {
            measures::complain(&report);
            return Ok(ExitCode::from(1));
        }
    };
    let agendas = chosen(options, &instance, &plan)?;
    files::write(options.out.as_ref(), &written(options, &instance, &agendas)?)?;
    Ok(ExitCode::SUCCESS)
}

fn chosen(options: &Show, instance: &Instance, plan: &Plan) -> Result<Vec<Agenda>, Failure> {
    let by = match options.by {
        Whose::Participant => By::Participant,
        Whose::Table => By::Table,
        Whose::Interpreter => By::Interpreter,
    };
    let zone = options.time_zone.as_deref().map(zone).transpose()?;
    let mut agendas = agendas(instance, plan, by, zone.as_ref());
    if let Some(unknown) = options.only.iter().find(|id| !is_known(instance, by, id)) {
        return Err(unusable("--only", unknown, options));
    }
    if !options.only.is_empty() {
        agendas.retain(|agenda| options.only.contains(&agenda.id));
    }
    Ok(agendas)
}

/// Whether there is somebody of this id, with meetings or without.
fn is_known(instance: &Instance, by: By, id: &str) -> bool {
    match by {
        By::Participant => instance.participants.iter().any(|one| one.id == id),
        By::Interpreter => instance.interpreters.iter().any(|one| one.id == id),
        By::Table => instance.venues.iter().any(|venue| {
            let table = id.strip_prefix(venue.id.as_str()).and_then(|rest| rest.strip_prefix('/'));
            table.and_then(|table| table.parse().ok()).is_some_and(|table: u32| (1..=venue.tables).contains(&table))
        }),
    }
}

fn unusable(option: &str, id: &str, options: &Show) -> Failure {
    let (kind, list) = match options.by {
        Whose::Participant => ("participant", "participants"),
        Whose::Interpreter => ("interpreter", "interpreters"),
        Whose::Table => ("table", "venues"),
    };
    let refusals = Refusals::one(option, Reason::UnknownId { kind, id: id.to_owned(), list });
    Failure::Refused { path: options.instance.clone(), refusals }
}

fn zone(name: &str) -> Result<TimeZone, Failure> {
    TimeZone::get(name).map_err(|_| {
        let refusals = Refusals::one("", Reason::UnknownTimeZone { found: name.to_owned() });
        Failure::Refused { path: "--time-zone".into(), refusals }
    })
}

fn written(options: &Show, instance: &Instance, agendas: &[Agenda]) -> Result<String, Failure> {
    let failed = |error: std::io::Error| Failure::File { path: "-".into(), error };
    match options.format {
        ShowFormat::Text if agendas.is_empty() => Ok("There are no meetings.\n".to_owned()),
        ShowFormat::Text => Ok(terminal::safe(&text(agendas))),
        ShowFormat::Csv => csv(agendas).map_err(failed),
        ShowFormat::Ics => {
            calendar(&instance.name, agendas, Timestamp::now()).map_err(|error| failed(std::io::Error::other(error)))
        }
    }
}
