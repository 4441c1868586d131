//! `samesky timetable solve --from PLAN --changes FILE`: a plan after something changed.

use super::args::{ProgressForm, Solve};
use super::{files, measures};
use crate::failure::Failure;
use crate::terminal;
use samesky_timetable::check::{Report, check};
use samesky_timetable::repair::{Lock, Move, MoveKind, Repair, read_changes, read_locks, repair};
use samesky_timetable::{Assignment, Bounds, Instance, Plan};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

pub(super) fn run(options: &Solve) -> Result<ExitCode, Failure> {
    let (Some(from), Some(changed)) = (&options.from, &options.changes) else { return Ok(ExitCode::from(2)) };
    let instance = files::instance(&options.instance)?;
    let plan = match files::valid_plan(from, &instance)? {
        Ok(plan) => plan,
        Err(report) => {
            measures::complain(&report);
            return Ok(ExitCode::from(1));
        }
    };
    let changes = read_changes(&files::bytes(changed)?, &instance, &plan).map_err(files::refused(changed))?;
    let locks = match &options.locks {
        Some(path) => locks(path, &instance, &plan)?,
        None => Vec::new(),
    };
    let begun = Instant::now();
    let repaired = repair(&instance, &plan, &changes, &locks, options.now).map_err(files::refused(changed))?;
    finish(options, repaired, begun)
}

fn locks(path: &Path, instance: &Instance, plan: &Plan) -> Result<Vec<Lock>, Failure> {
    read_locks(&files::bytes(path)?, instance, plan).map_err(files::refused(path))
}

/// A plan is written only if the check finds no fault in it.
fn finish(options: &Solve, repaired: Repair, begun: Instant) -> Result<ExitCode, Failure> {
    let report = check(&repaired.instance, &repaired.plan);
    let took = begun.elapsed();
    if options.progress != ProgressForm::None {
        repaired.moves.iter().for_each(|one| terminal::complain(&line(one, options.progress)));
    }
    if let Some(path) = &options.instance_out {
        files::write(Some(path), &files::json(&repaired.instance)?)?;
    }
    if !report.is_valid() {
        terminal::complain("samesky: no plan was found that holds to every rule after these changes");
        measures::complain(&report);
        return Ok(ExitCode::from(1));
    }
    if options.progress == ProgressForm::Text {
        terminal::complain(&format!("done after {:.2} s: {}", took.as_secs_f64(), summary(&repaired, &report)));
    }
    let plan = repaired.plan.claiming(report.score, Bounds::default());
    files::write(options.out.as_ref(), &files::json(&plan)?)?;
    if repaired.broken_locks.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    terminal::complain(&format!(
        "samesky: locked, and could not stay where they were: {}",
        repaired.broken_locks.join(", ")
    ));
    Ok(ExitCode::from(1))
}

fn line(one: &Move, form: ProgressForm) -> String {
    if form == ProgressForm::Json {
        return serde_json::to_string(one).unwrap_or_default();
    }
    let at = |place: &Option<Assignment>| place.as_ref().map(place_words).unwrap_or_default();
    match one.kind {
        MoveKind::Dropped => format!("{} is dropped; it was {}", one.meeting, at(&one.from)),
        MoveKind::Moved => format!("{} moves from {} to {}", one.meeting, at(&one.from), at(&one.to)),
        MoveKind::Table => {
            format!("{} keeps its slot and moves from {} to {}", one.meeting, at(&one.from), at(&one.to))
        }
        MoveKind::Interpreter => {
            format!("{} keeps its place and has another interpreter: {}", one.meeting, at(&one.to))
        }
        MoveKind::Added => format!("{} is new: {}", one.meeting, at(&one.to)),
    }
}

fn place_words(place: &Assignment) -> String {
    let with = place.interpreter.as_ref().map(|one| format!(" with {one}")).unwrap_or_default();
    format!("{} at {}, table {}{with}", place.slot, place.venue, place.table)
}

fn summary(repaired: &Repair, report: &Report) -> String {
    let count = |kind| repaired.moves.iter().filter(|one| one.kind == kind).count();
    format!(
        "{} moved, {} at another table, {} with another interpreter, {} dropped, {} added; {}",
        count(MoveKind::Moved),
        count(MoveKind::Table),
        count(MoveKind::Interpreter),
        count(MoveKind::Dropped),
        count(MoveKind::Added),
        measures::score(&repaired.instance, &report.score)
    )
}
