//! `samesky timetable solve`: the best plan that can be found.

use super::args::{ProgressForm, Solve};
use super::measures::{gap, score};
use super::progress::Reporter;
use super::{files, interrupt, measures};
use crate::failure::Failure;
use crate::terminal;
use samesky_timetable::check::{check, proven_weight};
use samesky_timetable::{Bounds, Instance, Options, Outcome, Pace, Problem, Reason, Refusals, prices};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::Duration;

const TIME_LIMIT: Duration = Duration::from_secs(10);

pub(super) fn run(options: &Solve) -> Result<ExitCode, Failure> {
    let instance = files::instance(&options.instance)?;
    let problem = problem(&instance, options)?;
    let mut reporter = Reporter::new(options.progress);
    let outcome = search(&problem, options, &mut reporter);
    finish(&instance, &problem, options, outcome, &reporter)
}

fn problem(instance: &Instance, options: &Solve) -> Result<Problem, Failure> {
    Problem::new(instance).map_err(|unknown| {
        let refusals = Refusals::one("", Reason::Shape(unknown.to_string()));
        Failure::Refused { path: options.instance.clone(), refusals }
    })
}

fn search(problem: &Problem, options: &Solve, reporter: &mut Reporter) -> Outcome {
    let all = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = options.threads.map_or(all, |threads| usize::try_from(threads).unwrap_or(all));
    let limit = options.time_limit.or(options.iterations.is_none().then_some(TIME_LIMIT));
    let asked = Options { seed: options.seed, threads, iterations: options.iterations, ..Options::default() };
    let interrupted = interrupt::watched();
    samesky_timetable::solve(problem, &asked, &mut |progress| {
        reporter.see(progress);
        if interrupted.load(Ordering::Relaxed) { Pace::Stop } else { pace(reporter.elapsed(), limit) }
    })
}

/// How much of the time is used. Where changes are counted, running out of time ends the search as well.
fn pace(elapsed: Duration, limit: Option<Duration>) -> Pace {
    let Some(limit) = limit else { return Pace::Used(0) };
    if elapsed >= limit {
        return Pace::Stop;
    }
    let millionths = elapsed.as_micros().saturating_mul(1_000_000) / limit.as_micros().max(1);
    Pace::Used(u32::try_from(millionths).unwrap_or(u32::MAX))
}

/// A plan is written only if the check finds no fault in it.
fn finish(
    instance: &Instance,
    problem: &Problem,
    options: &Solve,
    outcome: Outcome,
    reporter: &Reporter,
) -> Result<ExitCode, Failure> {
    let bound = outcome.bound.and_then(|(_, proof)| proven_weight(instance, &prices(problem, &proof)?));
    let mut plan = outcome.plan;
    plan.objective = None;
    let report = check(instance, &plan);
    if !report.is_valid() {
        terminal::complain(&format!(
            "samesky: no plan was found that holds to every rule; the best one breaks {}:\n{}",
            report.violations.len(),
            measures::violations(&report).trim_end()
        ));
        return Ok(ExitCode::from(1));
    }
    if options.progress != ProgressForm::None {
        terminal::complain(&summary(instance, &report.score, bound, reporter));
    }
    let stated = plan.bounds.clone();
    let mut plan = plan.claiming(report.score, Bounds { weight: bound, ..Bounds::default() });
    keep_break_bound(&mut plan, stated);
    files::write(options.out.as_ref(), &files::json(&plan)?)?;
    Ok(ExitCode::SUCCESS)
}

fn keep_break_bound(plan: &mut samesky_timetable::Plan, stated: Option<serde_json::Map<String, serde_json::Value>>) {
    if let Some(breaks) = stated.and_then(|mut stated| stated.remove("breaks")) {
        plan.bounds.get_or_insert_default().insert("breaks".to_owned(), breaks);
    }
}

fn summary(instance: &Instance, found: &samesky_timetable::Score, bound: Option<u64>, reporter: &Reporter) -> String {
    let bound = bound.map_or_else(String::new, |bound| {
        let proof = if bound == found.weight {
            ": proven to be the most".to_owned()
        } else {
            format!(", gap {}", gap(found.weight, bound))
        };
        format!("; no plan weighs more than {bound}{proof}")
    });
    format!("done after {:.1} s: {}{bound}", reporter.elapsed().as_secs_f64(), score(instance, found))
}
