//! The lists that this process is at work on, so that whoever asks here sees how far they are even while the database is busy with
//! keeping them.

use super::super::Progress;
use samesky_model::id::ListJobId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Lists with their progress.
#[derive(Debug, Default)]
pub struct Running(Mutex<HashMap<ListJobId, Progress>>);

impl Running {
    pub(super) fn begin(&self, id: ListJobId, progress: &Progress) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id, progress.clone());
    }

    pub(super) fn end(&self, id: ListJobId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    pub(super) fn of(&self, id: ListJobId) -> Option<Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }
}
