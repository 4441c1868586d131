//! `samesky timetable solve`: the best plan that can be found.

use super::args::{ProgressForm, Solve};
use super::measures::{gap, score};
use super::progress::Reporter;
use super::{files, interrupt, measures};
use crate::failure::Failure;
use crate::terminal;
use samesky_timetable::check::{Proof, check, proven_weight};
use samesky_timetable::explain::contradiction_words;
use samesky_timetable::{Bounds, Instance, Options, Outcome, Pace, Problem, Reason, Refusals, Score, prices};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::Duration;

const TIME_LIMIT: Duration = Duration::from_secs(10);

pub(super) fn run(options: &Solve) -> Result<ExitCode, Failure> {
    let instance = files::instance(&options.instance)?;
    let problem = problem(&instance, options)?;
    let mut reporter = Reporter::new(options.progress);
    let outcome = search(&instance, &problem, options, &mut reporter);
    finish(&instance, &problem, options, outcome, &reporter)
}

fn problem(instance: &Instance, options: &Solve) -> Result<Problem, Failure> {
    Problem::new(instance).map_err(|unknown| {
        let refusals = Refusals::one("", Reason::Shape(unknown.to_string()));
        Failure::Refused { path: options.instance.clone(), refusals }
    })
}

fn search(instance: &Instance, problem: &Problem, options: &Solve, reporter: &mut Reporter) -> Outcome {
    let all = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = options.threads.map_or(all, |threads| usize::try_from(threads).unwrap_or(all));
    let limit = options.time_limit.or(options.iterations.is_none().then_some(TIME_LIMIT));
    // Where nothing was asked for there is nothing to search.
    let limit = if instance.meetings.is_empty() { Some(Duration::ZERO) } else { limit };
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
    let proof = outcome.bound.as_ref().and_then(|(_, proof)| prices(problem, proof));
    let weight = proof.as_ref().and_then(|prices| proven_weight(instance, prices));
    let bounds = Bounds { weight, breaks: outcome.breaks_bound };
    let mut plan = outcome.plan;
    (plan.objective, plan.bounds) = (None, None);
    let report = check(instance, &plan);
    if !report.is_valid() {
        terminal::complain("samesky: no plan was found that holds to every rule");
        match outcome.contradiction {
            Some(found) => terminal::complain(contradiction_words(instance, problem, &found).trim_end()),
            None => terminal::complain(&format!(
                "the best one found breaks rules:\n{}",
                measures::violations(&report).trim_end()
            )),
        }
        return Ok(ExitCode::from(1));
    }
    if options.progress == ProgressForm::Text {
        terminal::complain(&summary(instance, &report.score, bounds, reporter));
    }
    files::write(options.out.as_ref(), &files::json(&plan.claiming(report.score, bounds))?)?;
    if let (Some(path), Some(prices)) = (&options.prices, proof) {
        files::write(Some(path), &files::json(&Proof::new(instance, prices))?)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn summary(instance: &Instance, found: &Score, bounds: Bounds, reporter: &Reporter) -> String {
    let weight = bounds.weight.map_or_else(String::new, |bound| match bound == found.weight {
        true => "; that is the most weight there can be, proven".to_owned(),
        false => format!("; no plan weighs more than {bound}, gap {}", gap(found.weight, bound)),
    });
    let breaks = bounds.breaks.filter(|bound| *bound > 0 || found.breaks == 0);
    let breaks = breaks.map_or_else(String::new, |bound| match bound == found.breaks {
        true => "; that is the fewest breaks there can be, proven".to_owned(),
        false => format!("; no plan has fewer breaks than {bound}"),
    });
    format!("done after {:.1} s: {}{weight}{breaks}", reporter.elapsed().as_secs_f64(), score(instance, found))
}
