//! What a caller can ask of the solver, and what it tells meanwhile.

use std::collections::BTreeSet;

use super::worth::Stay;
use crate::plan::{Plan, Score};

/// What a caller can ask.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Other seeds give other plans.
    pub seed: u64,
    /// How many threads may work at once; 0 counts as 1. It does not change the plan where `iterations` is given.
    pub threads: usize,
    /// How many changes to try. None: as long as [`Pace`] allows.
    pub iterations: Option<u64>,
    /// The plan to start from.
    pub start: Option<Plan>,
    /// Meetings, by their place in the instance, that stay exactly as `start` has them: held there or not held.
    pub frozen: BTreeSet<usize>,
    /// Whether the other meetings of `start` should stay where they are.
    pub stay: Stay,
}

/// What the solver tells meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many changes were tried.
    pub iterations: u64,
    /// The best plan so far. Table changes are 0 until the plan is finished.
    pub best: Score,
    /// Whether the best plan keeps all rules: required meetings are held, breaks are even enough.
    pub valid: bool,
    /// What no plan can weigh more than, as far as is proven.
    pub bound: Option<u64>,
}

/// How the solver should go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// So many millionths of the time are used. 1 000 000 or more ends the search. Where `iterations` is given, it is
    /// ignored.
    Used(u32),
    /// End now with the best plan.
    Stop,
}
