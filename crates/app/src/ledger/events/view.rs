//! Events as they are looked at.

use super::super::records::{SourceRow, source_rows};
use super::{ClaimFacts, EventFilter};
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::figures::FigureRow;
use crate::sharing::bare_event;
use crate::{App, Page, PageOf};
use samesky_figures::{Evidence, SameEvent};
use samesky_model::id::EventId;
use samesky_model::record::{CheckRecord, EventRecord, ProjectRecord, RecordState};
use samesky_store as store;
use samesky_store::check::CheckFilter;

/// An event with everything that rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventView {
    /// The event.
    pub event: EventRecord,
    /// The event that it is a part of.
    pub whole: Option<EventRecord>,
    /// Its parts.
    pub parts: Vec<EventRecord>,
    /// The claims on which it rests.
    pub sources: Vec<SourceRow>,
    /// Its figures.
    pub figures: Vec<FigureRow>,
    /// The projects signed or begun at it.
    pub projects: Vec<ProjectRecord>,
    /// The checks across its announcements.
    pub checks: Vec<CheckRecord>,
    /// Events that may be the same.
    pub suggestions: Vec<EventSuggestion>,
}

/// An event that may be the same, with what speaks for and against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSuggestion {
    /// The other event.
    pub event: EventRecord,
    /// What speaks for and against.
    pub evidence: Vec<Evidence>,
    /// How sure, in thousandths.
    pub score_permille: u16,
}

impl App {
    /// Events that the filter lets through, latest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn events(
        &self,
        session: &Session,
        filter: &EventFilter,
        page: &Page,
    ) -> Result<PageOf<EventRecord>, AppError> {
        session.may(Action::Read)?;
        let found = store::event::list(&self.store, session.team, filter, page).await?;
        Ok(found.map(|event| bare_event(session.team, event)))
    }

    /// One event with everything that rests on it.
    ///
    /// # Errors
    /// When there is no such event.
    pub async fn event(&self, session: &Session, id: EventId) -> Result<EventView, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let event = store::event::get(db, team, id).await?;
        let whole = match event.part_of {
            Some(whole) => store::event::get_many(db, team, &[whole]).await?.pop(),
            None => None,
        };
        let filter = CheckFilter { event: Some(id), ..CheckFilter::default() };
        Ok(EventView {
            whole,
            parts: store::event::parts(db, team, id).await?,
            sources: source_rows(db, team, id.0).await?,
            figures: self.figure_rows(db, team, store::figure::of_event(db, team, id).await?).await?,
            projects: store::project::of_event(db, team, id).await?,
            checks: store::check::list(db, team, &filter, &Page::first(200)).await?.items,
            suggestions: suggestions(db, team, &event).await?,
            event,
        })
    }
}

async fn suggestions(
    db: &dyn store::Db,
    team: samesky_model::id::TeamId,
    event: &EventRecord,
) -> Result<Vec<EventSuggestion>, AppError> {
    if event.state == RecordState::Withdrawn {
        return Ok(Vec::new());
    }
    let facts = ClaimFacts::of_event(db, team, event).await?;
    let mut found = Vec::new();
    let candidates = store::event::candidates(db, team, event.kind, event.date).await?;
    for other in facts.likeliest(candidates) {
        if other.id == event.id {
            continue;
        }
        let compared = facts.compare(&ClaimFacts::of_event(db, team, &other).await?);
        if compared.verdict != SameEvent::Different {
            let (evidence, score_permille) = (compared.evidence, compared.score_permille);
            found.push(EventSuggestion { event: other, evidence, score_permille });
        }
    }
    found.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.score_permille));
    found.truncate(5);
    Ok(found)
}
