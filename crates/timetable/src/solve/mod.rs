//! From a problem to a plan.

mod anneal;
mod deal;
mod greedy;
mod moves;
mod options;
mod random;
mod run;
mod score;
mod split;
mod start;
mod state;
mod tables;
mod trial;
mod watch;
mod worth;
mod write;

use crate::bound::Certificate;
use crate::plan::{Plan, Score};
use crate::problem::Problem;
pub use options::{Options, Pace, Progress};
use random::Random;
use run::Run;
use state::State;
use watch::Watch;
pub use worth::Stay;

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
    let mut state = State::new(problem);
    let kept = start::begin(&mut state, options);
    greedy::fill(&mut state, &mut Random::new(options.seed, u64::MAX));
    let watch = Watch::default();
    let mut run = Run::new(state, options, &watch, pace);
    if options.threads <= 1 {
        run.prove_first();
        run.search();
    } else {
        std::thread::scope(|scope| {
            scope.spawn(|| watch.prove(problem, options.iterations.is_some()));
            run.search();
            watch.end();
        });
    }
    let (best, iterations) = run.finish();
    write::outcome(problem, &best, &kept, watch.into_proven(), iterations)
}
