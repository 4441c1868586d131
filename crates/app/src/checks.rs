//! Checks over figures: what does not hold, first.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, Page, PageOf};
use samesky_model::id::{AnnouncementId, TeamId};
use samesky_model::record::{Announcement, CheckRecord, EventRecord};
use samesky_store as store;
pub use samesky_store::check::{CheckFilter, CheckTally};
use std::collections::HashMap;

/// A check in a list, with what its figures come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    /// The check.
    pub check: CheckRecord,
    /// The announcements that its figures come from, the one of the total first.
    pub announcements: Vec<Announcement>,
    /// The event, where known.
    pub event: Option<EventRecord>,
}

impl App {
    /// Checks that the filter lets through: contradicted, unknown, consistent, reconciled.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn checks(
        &self,
        session: &Session,
        filter: &CheckFilter,
        page: &Page,
    ) -> Result<PageOf<CheckRow>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let PageOf { items, next, previous, total } = store::check::list(&view, session.team, filter, page).await?;
        Ok(PageOf { items: check_rows(&view, session.team, items).await?, next, previous, total })
    }

    /// How many checks came out how.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn check_tally(
        &self,
        session: &Session,
        announcement: Option<AnnouncementId>,
    ) -> Result<CheckTally, AppError> {
        session.may(Action::Read)?;
        Ok(store::check::tally(&self.store, session.team, announcement).await?)
    }
}

pub(crate) async fn check_rows(
    db: &dyn store::Db,
    team: TeamId,
    checks: Vec<CheckRecord>,
) -> Result<Vec<CheckRow>, AppError> {
    let ids: Vec<_> = checks.iter().flat_map(tellers).collect();
    let announcements: HashMap<_, _> =
        store::announcement::summaries(db, team, &ids).await?.into_iter().map(|one| (one.id, one)).collect();
    let events: Vec<_> = checks.iter().filter_map(|check| check.event).collect();
    let events: HashMap<_, _> =
        store::event::get_many(db, team, &events).await?.into_iter().map(|event| (event.id, event)).collect();
    Ok(checks
        .into_iter()
        .map(|check| CheckRow {
            announcements: tellers(&check).filter_map(|id| announcements.get(&id).cloned()).collect(),
            event: check.event.and_then(|id| events.get(&id).cloned()),
            check,
        })
        .collect())
}

/// The announcements of a check's figures, each once, the total's first.
fn tellers(check: &CheckRecord) -> impl Iterator<Item = AnnouncementId> + use<> {
    let mut ids = vec![check.total.announcement];
    for part in &check.parts {
        if !ids.contains(&part.announcement) {
            ids.push(part.announcement);
        }
    }
    ids.into_iter()
}
