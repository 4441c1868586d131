//! Whether a plan holds to the rules, and how good it is.
//!
//! What is checked must not check itself: nothing here imports the solver, its problem, its bounds or the repair. From
//! the house come only the instance and the plan as they are written down. A test holds this folder to it.

mod measures;
mod needs;
mod proof;
mod rules;
mod seen;
mod violation;

use crate::instance::Instance;
use crate::plan::{Plan, Score};
use seen::Seen;

pub use proof::{PART, PRICES_FORMAT, Prices, Proof, proven_weight};
pub use violation::Violation;

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Every rule that is broken, in the order of the rules, then of the plan. Empty: the plan is valid.
    pub violations: Vec<Violation>,
    /// How good the plan is. Of a plan that breaks rules this is what its readable assignments amount to.
    pub score: Score,
}

impl Report {
    /// Whether the plan holds to every rule.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Holds a plan against every rule and measures it. The instance has to be one that [`crate::read_instance`] takes.
/// Time grows with the size of the instance and the plan.
#[must_use]
pub fn check(instance: &Instance, plan: &Plan) -> Report {
    let mut violations = Vec::new();
    let seen = Seen::of(instance, plan, &mut violations);
    for rule in rules::ALL {
        rule(&seen, &mut violations);
    }
    let score = measures::score(&seen);
    rules::stated::objective_is_true(plan, &score, &mut violations);
    rules::stated::bounds_are_not_beaten(plan, &score, &mut violations);
    Report { violations, score }
}
