//! Checks of one announcement, kept with all that is needed to show the arithmetic.

use super::Work;
use crate::App;
use crate::error::AppError;
use samesky_model::id::{AnnouncementId, EventId};
use samesky_model::reading::{Check, EventClaim, FigureClaim, OrganisationClaim, ProjectClaim, Title};
use samesky_model::record::{Announcement, CheckRecord, CheckTerm, Claim, ClaimRecord, ClaimState};
use samesky_store::{self as store, Tx};

/// Keeps the checks that were made while reading.
pub(crate) async fn keep_checks(
    app: &App,
    tx: &Tx,
    announcement: &Announcement,
    claims: &[ClaimRecord],
    checks: &[Check],
) -> Result<(), AppError> {
    let records: Vec<_> = checks.iter().filter_map(|check| record(app, announcement, claims, check)).collect();
    Ok(store::check::replace_of_announcement(tx, announcement.team, announcement.id, &records).await?)
}

/// Makes the checks again from the claims as they stand now; rejected ones are left out.
pub(super) async fn settle(work: Work<'_>, id: AnnouncementId) -> Result<(), AppError> {
    let team = work.session.team;
    let announcement = store::announcement::get(work.tx, team, id).await?;
    let text = store::announcement::text(work.tx, team, id).await?;
    let mut claims = store::claim::list(work.tx, team, id).await?;
    claims.retain(|claim| claim.state != ClaimState::Rejected);
    let title = announcement.title.as_deref().and_then(|title| locate(&text.text, title));
    let checks = Sorted::from(&claims).check(&text.text, title.as_ref());
    keep_checks(work.app, work.tx, &announcement, &claims, &checks).await
}

#[derive(Default)]
struct Sorted {
    events: Vec<EventClaim>,
    figures: Vec<FigureClaim>,
    organisations: Vec<OrganisationClaim>,
    projects: Vec<ProjectClaim>,
}

impl Sorted {
    fn from(claims: &[ClaimRecord]) -> Self {
        let mut sorted = Self::default();
        for claim in claims {
            match claim.current.clone() {
                Claim::Event(claim) => sorted.events.push(claim),
                Claim::Figure(claim) => sorted.figures.push(claim),
                Claim::Organisation(claim) => sorted.organisations.push(claim),
                Claim::Project(claim) => sorted.projects.push(claim),
            }
        }
        sorted
    }

    fn check(&self, text: &str, title: Option<&Title>) -> Vec<Check> {
        samesky_figures::check(&samesky_figures::Claims {
            text,
            title,
            events: &self.events,
            figures: &self.figures,
            organisations: &self.organisations,
            projects: &self.projects,
        })
    }
}

fn record(app: &App, announcement: &Announcement, claims: &[ClaimRecord], check: &Check) -> Option<CheckRecord> {
    let term = |local: &str| claims.iter().find(|claim| claim.current.local_id() == local).and_then(term);
    let total = term(&check.total)?;
    let event = event_of(claims, &check.total);
    Some(CheckRecord {
        id: app.sources.id(),
        team: announcement.team,
        announcement: announcement.id,
        event,
        rule: check.rule,
        verdict: check.verdict,
        total,
        parts: check.parts.iter().filter_map(|local| term(local)).collect(),
        difference: check.difference,
        remark: check.remark.clone(),
    })
}

fn event_of(claims: &[ClaimRecord], local: &str) -> Option<EventId> {
    let figure = claims.iter().find(|claim| claim.current.local_id() == local)?;
    let Claim::Figure(figure) = &figure.current else { return None };
    let event = figure.event.as_deref()?;
    let event = claims.iter().find(|claim| claim.current.local_id() == event && claim.state.is_taken())?;
    event.record.map(EventId::from)
}

/// A figure's claim as a term of an arithmetic.
pub(super) fn term(claim: &ClaimRecord) -> Option<CheckTerm> {
    let Claim::Figure(figure) = &claim.current else { return None };
    Some(CheckTerm {
        claim: claim.id,
        announcement: claim.announcement,
        label: figure.subject.clone(),
        value: figure.value,
        unit: figure.unit.clone(),
        qualifier: figure.qualifier,
        money_class: figure.money_class,
        quote: figure.quote.clone(),
    })
}

fn locate(text: &str, title: &str) -> Option<Title> {
    let at = text.find(title)?;
    let start = text[..at].chars().count();
    Some(Title { text: title.to_owned(), start, end: start + title.chars().count() })
}
