//! Checks with their verdicts. They are derived and can be made again.

use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{AnnouncementId, EventId, TeamId},
    reading::{Rule, Verdict},
    record::CheckRecord,
};

/// Which checks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckFilter {
    /// Of figures of this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Of figures of this event.
    pub event: Option<EventId>,
    /// That came to this.
    pub verdict: Option<Verdict>,
    /// Of this rule.
    pub rule: Option<Rule>,
}

/// Of what the checks across announcements are replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AcrossScope {
    /// Those of this event.
    Event(EventId),
    /// Those whose total is from one of these announcements.
    Announcements(Vec<AnnouncementId>),
}

/// How many checks came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CheckTally {
    /// Do not hold.
    pub contradicted: i64,
    /// Cannot be told.
    pub unknown: i64,
    /// Hold within the qualifiers.
    pub consistent: i64,
    /// Hold exactly.
    pub reconciled: i64,
}

/// Replaces the checks within one announcement: all rules but `across`.
///
/// # Errors
/// When the database fails.
pub async fn replace_of_announcement(
    tx: &Tx,
    team: TeamId,
    announcement: AnnouncementId,
    checks: &[CheckRecord],
) -> Result<(), StoreError> {
    todo!()
}

/// Replaces the checks of rule `across`.
///
/// # Errors
/// When the database fails.
pub async fn replace_across(
    tx: &Tx,
    team: TeamId,
    scope: &AcrossScope,
    checks: &[CheckRecord],
) -> Result<(), StoreError> {
    todo!()
}

/// Checks: contradicted, cannot tell, consistent, reconciled.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &CheckFilter,
    page: &Page,
) -> Result<PageOf<CheckRecord>, StoreError> {
    todo!()
}

/// How many came to what.
///
/// # Errors
/// When the database fails.
pub async fn tally(db: &dyn Db, team: TeamId, announcement: Option<AnnouncementId>) -> Result<CheckTally, StoreError> {
    todo!()
}

/// The check of each announcement that needs attention most.
///
/// # Errors
/// When the database fails.
pub async fn worst_per_announcement(
    db: &dyn Db,
    announcements: &[AnnouncementId],
) -> Result<Vec<(AnnouncementId, CheckRecord)>, StoreError> {
    todo!()
}
