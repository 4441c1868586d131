//! From a problem to a plan.

mod anneal;
mod deal;
mod greedy;
mod moves;
mod options;
mod random;
mod score;
mod start;
mod state;
mod tables;
mod trial;
mod watch;
mod worth;
mod write;

use crate::bound::{Certificate, bound_of};
use crate::plan::{Plan, Score};
use crate::problem::Problem;
use anneal::{BEAT, Best, Search};
pub use options::{Options, Pace, Progress};
use random::Random;
use start::Kept;
use state::State;
use watch::Watch;
pub use worth::Stay;
use worth::Worth;

/// What the solver found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The best plan.
    pub plan: Plan,
    /// How good it is.
    pub score: Score,
    /// Whether it keeps all rules. Where it does not, some required meeting is not held, or breaks differ too much.
    pub valid: bool,
    /// What no plan can weigh more than, as far as is proven, with the proof.
    pub bound: Option<(u64, Certificate)>,
    /// How many changes were tried.
    pub iterations: u64,
}

/// Makes the best plan it can. `pace` is called every few milliseconds.
pub fn solve(problem: &Problem, options: &Options, pace: &mut dyn FnMut(&Progress) -> Pace) -> Outcome {
    let watch = Watch::default();
    let (best, kept, iterations) = std::thread::scope(|scope| {
        let proving = scope.spawn(|| prove(problem, options, &watch));
        let found = search(problem, options, &watch, pace);
        watch.end();
        let _ = proving.join();
        found
    });
    write::outcome(problem, &best, &kept, watch.into_proven(), iterations)
}

/// Looks for the best bound until it is found or the search ends; where changes are counted, until it is found.
fn prove(problem: &Problem, options: &Options, watch: &Watch) {
    bound_of(problem, &mut |proven| {
        watch.prove(proven);
        options.iterations.is_some() || !watch.ended()
    });
}

fn search(
    problem: &Problem,
    options: &Options,
    watch: &Watch,
    pace: &mut dyn FnMut(&Progress) -> Pace,
) -> (Best, Kept, u64) {
    let worth = Worth::new(problem, options.stay);
    let mut random = Random::new(options.seed, 0);
    let mut state = State::new(problem);
    let kept = start::begin(&mut state, options);
    greedy::fill(&mut state, &mut random);
    let mut search = Search::new(state, worth, random);
    let mut iterations = 0;
    search.run(&options.tuning, &mut |best| {
        let used = pace(&progress(best, watch, iterations));
        iterations += BEAT;
        step(options, iterations, used)
    });
    (search.best().clone(), kept, iterations)
}

/// How much of the way is done, from 0 to 1; none at its end.
#[expect(clippy::float_arithmetic, reason = "a share of the way")]
fn step(options: &Options, iterations: u64, used: Pace) -> Option<f64> {
    let done = match (options.iterations, used) {
        (_, Pace::Stop) => return None,
        (Some(all), _) => iterations as f64 / all.max(1) as f64,
        (None, Pace::Used(millionths)) => f64::from(millionths) / 1e6,
    };
    (done < 1.0).then_some(done)
}

fn progress(best: &Best, watch: &Watch, iterations: u64) -> Progress {
    let tally = &best.tally;
    let score = Score {
        weight: tally.weight.unsigned_abs(),
        fairness: tally.fairness.unsigned_abs(),
        breaks: tally.breaks.unsigned_abs(),
        ..Score::default()
    };
    Progress { iterations, best: score, valid: tally.valid(), bound: watch.bound() }
}
