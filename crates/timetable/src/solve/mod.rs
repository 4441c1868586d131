//! From a problem to a plan.

mod anneal;
mod deal;
mod even;
mod greedy;
mod moves;
mod options;
mod random;
mod run;
mod score;
mod seating;
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
use crate::sat::Contradiction;
pub use options::{Options, Pace, Progress};
use random::Random;
use run::Run;
pub(crate) use state::Seat;
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
    /// What no plan has fewer breaks than, where that is proven: where every meeting is required.
    pub breaks_bound: Option<u64>,
    /// How many changes were tried.
    pub iterations: u64,
    /// If not all required meetings can be held: some that contradict, as far as that was found.
    pub contradiction: Option<Contradiction>,
}

/// Makes the best plan it can. `pace` is called every few milliseconds.
pub fn solve(problem: &Problem, options: &Options, pace: &mut dyn FnMut(&Progress) -> Pace) -> Outcome {
    let mut state = State::new(problem);
    let kept = start::begin(&mut state, options);
    greedy::fill(&mut state, &mut Random::new(options.seed, u64::MAX));
    even::settle(&mut state);
    let watch = Watch::new(problem, options);
    let mut run = Run::new(&state, options, &watch, pace);
    if options.threads <= 1 {
        run.prove_first();
        run.search();
    } else {
        std::thread::scope(|scope| {
            scope.spawn(|| watch.prove(&mut || true));
            run.search();
            watch.end();
        });
    }
    let (best, iterations) = run.finish();
    write::outcome(problem, &best, &kept, watch.into_proofs(), iterations)
}
