//! Organisations: who is named, what they are, by which other names.

use super::context::Context;
use samesky_model::reading::OrganisationClaim;
use std::ops::Range;

/// An organisation with its first mention, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Organisation {
    pub(crate) claim: OrganisationClaim,
    pub(crate) bytes: Range<usize>,
}

pub(crate) fn organisations(_context: &Context<'_>) -> Vec<Organisation> {
    Vec::new()
}

/// The names of organisations within these bytes, in order.
pub(crate) fn names_in(_context: &Context<'_>, _bytes: &Range<usize>) -> Vec<Range<usize>> {
    Vec::new()
}
