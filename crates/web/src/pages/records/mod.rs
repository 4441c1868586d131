//! What the pages of events, organisations and projects have in common.

pub(super) mod compare;
pub(super) mod figures;
pub(super) mod listing;
pub(super) mod names;
pub(super) mod sources;
pub(super) mod state;
