//! Projects that were signed before.

use crate::events::Evidence;
use rust_decimal::Decimal;
use samesky_model::date::PartialDate;
use samesky_model::id::{EventId, ProjectId};

/// What is known of a project.
#[derive(Debug, Clone)]
pub struct ProjectFacts<'a> {
    /// The project.
    pub project: ProjectId,
    /// Its names, as written.
    pub names: Vec<&'a str>,
    /// Whose it is: canonical keys where known, else as written.
    pub organisations: Vec<&'a str>,
    /// Where, as canonical keys.
    pub place_keys: Vec<&'a str>,
    /// The event at which it was signed; the whole event where it was signed at a part of one.
    pub event: Option<EventId>,
    /// When that was.
    pub date: Option<PartialDate>,
    /// Its amounts with their units.
    pub amounts: Vec<(Decimal, &'a str)>,
}

/// A project signed again at a later event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resigning {
    /// The project as it was signed first.
    pub earlier: ProjectId,
    /// The same project signed again; its figures are not counted again.
    pub later: ProjectId,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// Finds projects signed again at a later event, each beside the earliest signing.
#[must_use]
pub fn resigned(_projects: &[ProjectFacts<'_>]) -> Vec<Resigning> {
    Vec::new()
}
