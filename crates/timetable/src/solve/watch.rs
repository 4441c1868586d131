//! What the threads of one search know of one another.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::bound::{Proven, bound_of};
use crate::problem::Problem;

/// How far the search is, whether it should end, and the best bound so far.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    ended: AtomicBool,
    used: AtomicU32,
    settled: AtomicBool,
    proven: Mutex<Option<Proven>>,
}

impl Watch {
    /// Looks for the best bound until it is found or, unless it is to be `finished`, the search ends.
    pub(crate) fn prove(&self, problem: &Problem, finished: bool) {
        self.prove_while(problem, &mut || finished || !self.ended());
    }

    /// Looks for the best bound until it is found or the caller wants no more.
    pub(crate) fn prove_while(&self, problem: &Problem, on: &mut dyn FnMut() -> bool) {
        bound_of(problem, &mut |proven| {
            self.keep(proven);
            on()
        });
        self.settled.store(true, Ordering::Relaxed);
    }

    /// Whether no better bound will come.
    pub(crate) fn settled(&self) -> bool {
        self.settled.load(Ordering::Relaxed)
    }

    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
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
        self.proven.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|(weight, _)| *weight)
    }

    pub(crate) fn into_proven(self) -> Option<Proven> {
        self.proven.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a bound if it is better than the one before.
    fn keep(&self, proven: Proven) {
        let mut best = self.proven.lock().unwrap_or_else(PoisonError::into_inner);
        if best.as_ref().is_none_or(|(weight, _)| proven.0 < *weight) {
            *best = Some(proven);
        }
    }
}
