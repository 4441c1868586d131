//! Lists on their way in by steps: read, mapped by an officer, compared, decided on, kept. A step that takes long runs outside of
//! the request that asked for it; the list says in the database how far it has come and who is at it.
//!
//! What must not happen: anything of a list kept before its last step, or kept by half.

mod begin;
pub(super) mod close;
mod decide;
mod lease;
mod look;
mod run;
mod running;

pub use begin::NewList;
pub use look::RowsOfList;
pub use running::Running;
pub use samesky_model::record::{
    EvidenceNote, ListColumn, ListJob, ListJobRow, ListLayout, ListPreviewRow, ListSaid, ListState, RowCandidate,
};
pub use samesky_store::list_job::rows::RowFilter;

use crate::error::AppError;

/// The list is not where this can be done.
fn not_now(job: &ListJob) -> AppError {
    AppError::invalid_value("state", "list-not-now", job.state.as_str())
}
