//! Checks within one announcement.

mod breakdown;
mod listed;
mod names;
mod occurrence;
mod owner;
mod part;
mod repeated;
mod run;
mod unparted;
mod words;

use occurrence::Scene;
use samesky_model::reading::{Check, EventClaim, FigureClaim, OrganisationClaim, ProjectClaim, Title, Verdict};

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

/// Every check that the announcement allows: contradicted first, then unknown, consistent, reconciled; within each in
/// the order of the text.
///
/// Identifiers are the figures' own within the announcement. A list's names are no figures: its check has no parts and
/// the difference says how many names are missing. Size classes take part in no check.
#[must_use]
pub fn check(claims: &Claims<'_>) -> Vec<Check> {
    if claims.figures.is_empty() {
        return Vec::new();
    }
    let scene = Scene::new(claims);
    let mut checks = breakdown::checks(&scene);
    checks.extend(part::checks(&scene, &checks));
    checks.extend(repeated::checks(&scene, &checks));
    checks.extend(listed::checks(&scene));
    checks.extend(unparted::checks(&scene, &checks));
    let place = |id: &str| scene.by_id(id).map(|index| scene.figure(index).start);
    checks.sort_by_key(|check| (gravity(check.verdict), place(&check.total), check.rule, check.parts.clone()));
    checks
}

const fn gravity(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Contradicted => 0,
        Verdict::Unknown => 1,
        Verdict::Consistent => 2,
        Verdict::Reconciled => 3,
    }
}
