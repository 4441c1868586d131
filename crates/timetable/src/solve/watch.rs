//! What the threads of one search know of one another.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::bound::Proven;

/// How far the search is, whether it should end, and the best bound so far.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    ended: AtomicBool,
    used: AtomicU32,
    proven: Mutex<Option<Proven>>,
}

impl Watch {
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

    /// Keeps a bound if it is better than the one before.
    pub(crate) fn prove(&self, proven: Proven) {
        let mut best = self.proven.lock().unwrap_or_else(PoisonError::into_inner);
        if best.as_ref().is_none_or(|(weight, _)| proven.0 < *weight) {
            *best = Some(proven);
        }
    }

    pub(crate) fn bound(&self) -> Option<u64> {
        self.proven.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|(weight, _)| *weight)
    }

    pub(crate) fn into_proven(self) -> Option<Proven> {
        self.proven.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
