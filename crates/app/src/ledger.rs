//! From taken claims to the ledger. Everything here runs inside the transaction of the decision that caused it.
//!
//! [`settle`] brings the ledger into line with the claims of one announcement: records are found or made, entries are
//! appended (never changed), and what is derived from entries (figures, checks) is made again for every announcement
//! that shares a record with this one.

mod checks;
mod entries;
mod events;
mod figures;
pub(crate) mod names;
mod organisations;
mod projects;
pub(crate) mod records;

pub use events::{EventFilter, EventSuggestion, EventView};
pub use organisations::{Child, Children, ClaimLink, Link, OrganisationFilter, OrganisationView};
pub use projects::{ProjectFilter, ProjectView};
pub use records::SourceRow;
pub use samesky_figures::Evidence;

pub(crate) use checks::keep_checks;
pub(crate) use organisations::parent_of;
pub(crate) use records::source_rows;

use crate::App;
use crate::access::Session;
use crate::error::AppError;
use samesky_model::id::AnnouncementId;
use samesky_store::{self as store, Tx};
use std::collections::BTreeSet;

/// Who acts, and in which transaction.
#[derive(Clone, Copy)]
pub(crate) struct Work<'a> {
    pub(crate) app: &'a App,
    pub(crate) session: &'a Session,
    pub(crate) tx: &'a Tx,
}

/// Brings the ledger into line with the claims of the announcement: after a decision, and after anything else it rests on
/// changed, such as the date of publication.
pub(crate) async fn settle(
    app: &App,
    session: &Session,
    tx: &Tx,
    announcement: AnnouncementId,
) -> Result<(), AppError> {
    let work = Work { app, session, tx };
    store::announcement::refresh_state(tx, announcement).await?;
    let before = figures::reached(work, announcement).await?;
    events::settle(work, announcement).await?;
    organisations::settle(work, announcement).await?;
    projects::settle(work, announcement).await?;
    entries::settle(work, announcement).await?;
    checks::settle(work, announcement).await?;
    figures::settle(work, announcement, before).await
}

/// The announcements whose figures may change with those of these.
pub(crate) async fn reached(
    work: Work<'_>,
    announcements: &BTreeSet<AnnouncementId>,
) -> Result<BTreeSet<AnnouncementId>, AppError> {
    let mut all = BTreeSet::new();
    for announcement in announcements {
        if !all.contains(announcement) {
            all.extend(figures::reached(work, *announcement).await?);
        }
    }
    Ok(all)
}

/// Makes the figures of these announcements again, after claims changed hands between organisations.
pub(crate) async fn regroup(work: Work<'_>, announcements: BTreeSet<AnnouncementId>) -> Result<(), AppError> {
    match announcements.first() {
        Some(first) => figures::settle(work, *first, announcements).await,
        None => Ok(()),
    }
}
