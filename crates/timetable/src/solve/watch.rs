//! What the threads of one search know of one another.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Options;
use super::state::Seat;
use super::worth::Stay;
use crate::bound::{Proven, bound_of};
use crate::instance::Objective;
use crate::problem::Problem;
use crate::sat::{Contradiction, all_required, fewest_breaks, required};

/// How far the search is, whether it should end, and what is proven so far.
#[derive(Debug)]
pub(crate) struct Watch<'a> {
    problem: &'a Problem,
    /// Whether changes are counted: then nothing may depend on which thread is faster.
    counted: bool,
    /// Whether nothing but breaks can be improved.
    alone: bool,
    ended: AtomicBool,
    /// Set when proving should end.
    enough: AtomicBool,
    /// Set when a plan that keeps all rules is found, or the search ends.
    possible: AtomicBool,
    used: AtomicU32,
    settled: AtomicBool,
    /// The breaks of the best plan so far, where nothing but breaks can be improved.
    breaks: AtomicI64,
    proofs: Mutex<Proofs>,
}

/// What is proven.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proofs {
    pub(crate) weight: Option<Proven>,
    /// No plan has fewer breaks.
    pub(crate) breaks: Option<i64>,
    /// A plan that has no more than that.
    pub(crate) seats: Option<Vec<Seat>>,
    pub(crate) contradiction: Option<Contradiction>,
}

impl<'a> Watch<'a> {
    pub(crate) fn new(problem: &'a Problem, options: &Options) -> Self {
        Self {
            problem,
            counted: options.iterations.is_some(),
            alone: breaks_alone(problem, options),
            ended: AtomicBool::default(),
            enough: AtomicBool::default(),
            possible: AtomicBool::default(),
            used: AtomicU32::default(),
            settled: AtomicBool::default(),
            breaks: AtomicI64::new(i64::MAX),
            proofs: Mutex::new(Proofs { breaks: breaks_alone(problem, options).then_some(0), ..Proofs::default() }),
        }
    }

    /// Proves what can be proven, until that is done, the search ends, or the caller wants no more.
    pub(crate) fn prove(&self, on: &mut dyn FnMut() -> bool) {
        self.contradict();
        bound_of(self.problem, &mut |proven| {
            self.keep_weight(proven);
            (self.counted || !self.ended()) && on()
        });
        if !self.counted && self.alone && !self.ended() {
            fewest_breaks(self.problem, &self.enough, &mut |breaks, seats| {
                self.keep_breaks(breaks, seats) && !self.ended() && on()
            });
        }
        self.settled.store(true, Ordering::Relaxed);
    }

    /// Whether nothing but breaks can be improved.
    pub(crate) fn breaks_alone(&self) -> bool {
        self.alone
    }

    /// Whether nothing more will be proven.
    pub(crate) fn settled(&self) -> bool {
        self.settled.load(Ordering::Relaxed)
    }

    /// Ends the search, and what is being proven unless that has to be finished.
    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
        self.enough.store(true, Ordering::Relaxed);
        self.possible.store(true, Ordering::Relaxed);
    }

    pub(crate) fn ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }

    /// How many millionths of the time are used.
    pub(crate) fn used(&self) -> u32 {
        self.used.load(Ordering::Relaxed)
    }

    pub(crate) fn use_up(&self, millionths: u32) {
        self.used.store(millionths, Ordering::Relaxed);
    }

    pub(crate) fn bound(&self) -> Option<u64> {
        self.lock().weight.as_ref().map(|(weight, _)| *weight)
    }

    /// Notes the breaks of a plan that keeps all rules. Ends the search where no plan can be better.
    pub(crate) fn reached(&self, breaks: i64) {
        self.possible.store(true, Ordering::Relaxed);
        if !self.alone {
            return;
        }
        self.breaks.fetch_min(breaks, Ordering::Relaxed);
        if !self.counted && self.lock().breaks.is_some_and(|least| least >= breaks) && self.nothing_after() {
            self.end();
        }
    }

    /// A plan that was found on the way to a proof.
    pub(crate) fn proven_seats(&self) -> Option<Vec<Seat>> {
        self.lock().seats.take()
    }

    pub(crate) fn into_proofs(self) -> Proofs {
        self.proofs.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn nothing_after(&self) -> bool {
        !self.problem.objectives.contains(&Objective::TableChanges)
    }

    fn contradict(&self) {
        let found = required(self.problem, &self.possible);
        if found.is_some() {
            self.lock().contradiction = found;
            self.end();
        }
    }

    /// Keeps a bound if it is better than the one before.
    fn keep_weight(&self, proven: Proven) {
        let best = &mut self.lock().weight;
        if best.as_ref().is_none_or(|(weight, _)| proven.0 < *weight) {
            *best = Some(proven);
        }
    }

    /// Keeps a proof on breaks. False: nothing is left to prove.
    fn keep_breaks(&self, breaks: i64, seats: Option<Vec<Seat>>) -> bool {
        let mut proofs = self.lock();
        proofs.breaks = proofs.breaks.max(Some(breaks));
        proofs.seats = seats;
        let done = proofs.seats.is_some() || breaks >= self.breaks.load(Ordering::Relaxed);
        drop(proofs);
        if done && self.nothing_after() {
            self.end();
        }
        !done
    }

    fn lock(&self) -> MutexGuard<'_, Proofs> {
        self.proofs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether every meeting is required and may be anywhere, so that nothing but breaks is left to improve.
fn breaks_alone(problem: &Problem, options: &Options) -> bool {
    let free = options.stay == Stay::No && options.frozen.is_empty();
    free && problem.objectives.contains(&Objective::Breaks) && all_required(problem)
}
