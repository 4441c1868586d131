//! `samesky timetable check`: a plan against every rule.

use super::args::Check;
use super::{files, measures};
use crate::failure::Failure;
use crate::terminal;
use samesky_timetable::Instance;
use samesky_timetable::check::{Report, check};
use std::process::ExitCode;

pub(super) fn run(options: &Check) -> Result<ExitCode, Failure> {
    let instance = files::instance(&options.instance)?;
    let plan = files::plan(&options.plan, &instance)?;
    let report = check(&instance, &plan);
    if options.json {
        files::print(&json(&instance, &report))?;
    } else {
        files::print(&terminal::safe(&words(&instance, &report)))?;
    }
    Ok(if report.is_valid() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn words(instance: &Instance, report: &Report) -> String {
    let score = measures::score(instance, &report.score);
    if report.is_valid() {
        return format!("The plan holds to every rule: {score}.\n");
    }
    let rules =
        if report.violations.len() == 1 { "1 rule".to_owned() } else { format!("{} rules", report.violations.len()) };
    format!("The plan breaks {rules}:\n{}As it stands: {score}.\n", measures::violations(report))
}

fn json(instance: &Instance, report: &Report) -> String {
    let errors: Vec<_> = report
        .violations
        .iter()
        .map(|broken| serde_json::json!({"rule": broken.code(), "message": broken.to_string()}))
        .collect();
    let answer = serde_json::json!({
        "instance": instance.name, "valid": report.is_valid(), "errors": errors, "objective": report.score,
    });
    format!("{answer:#}\n")
}
