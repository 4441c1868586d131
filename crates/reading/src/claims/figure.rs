//! Figures.

use super::context::Context;
use super::event::Event;
use super::organisation::Organisation;
use super::project::Project;
use samesky_model::reading::FigureClaim;

pub(crate) fn figures(_context: &Context<'_>, _events: &[Event], _organisations: &[Organisation], _projects: &[Project]) -> Vec<FigureClaim> {
    Vec::new()
}
