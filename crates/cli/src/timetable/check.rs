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
    let bound = options.prices.as_deref().map(|prices| files::proof(prices, &instance)).transpose()?;
    let report = check(&instance, &plan);
    if options.json {
        files::print(&json(&instance, &report, bound))?;
    } else {
        files::print(&terminal::safe(&words(&instance, &report)))?;
        bound.map_or(Ok(()), |bound| files::print(&proven(&report, bound)))?;
    }
    Ok(if report.is_valid() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn proven(report: &Report, bound: u64) -> String {
    let gap = measures::gap(report.score.weight, bound);
    format!("No plan weighs more than {bound}: the prices add up to that, gap {gap}.\n")
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

fn json(instance: &Instance, report: &Report, bound: Option<u64>) -> String {
    let errors: Vec<_> = report
        .violations
        .iter()
        .map(|broken| serde_json::json!({"rule": broken.code(), "message": broken.to_string()}))
        .collect();
    let mut answer = serde_json::json!({
        "instance": instance.name, "valid": report.is_valid(), "errors": errors, "objective": report.score,
    });
    if let (Some(bound), Some(fields)) = (bound, answer.as_object_mut()) {
        fields.insert("proven".to_owned(), serde_json::json!({"weight": bound}));
    }
    format!("{answer:#}\n")
}
