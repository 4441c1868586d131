//! Projects: what is built.

use super::context::Context;
use super::event::Event;
use super::organisation::Organisation;
use samesky_model::reading::ProjectClaim;
use std::ops::Range;

/// A project with its name's place, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) claim: ProjectClaim,
    pub(crate) bytes: Range<usize>,
}

pub(crate) fn projects(_context: &Context<'_>, _events: &[Event], _organisations: &[Organisation]) -> Vec<Project> {
    Vec::new()
}
