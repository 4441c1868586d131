//! Claims and the decisions on them.

use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{AnnouncementId, ClaimId, TeamId},
    record::{ClaimDecision, ClaimKind, ClaimRecord, ClaimState},
};
use uuid::Uuid;

/// Which claims.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClaimFilter {
    /// Of this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Of this kind.
    pub kind: Option<ClaimKind>,
    /// With this decision.
    pub state: Option<ClaimState>,
}

/// Adds claims.
///
/// # Errors
/// When the database fails.
pub async fn insert_many(tx: &Tx, claims: &[ClaimRecord]) -> Result<(), StoreError> {
    todo!()
}

/// Adds one claim.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, claim: &ClaimRecord) -> Result<(), StoreError> {
    todo!()
}

/// The claims of an announcement in their order.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db, team: TeamId, announcement: AnnouncementId) -> Result<Vec<ClaimRecord>, StoreError> {
    todo!()
}

/// One claim.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: ClaimId) -> Result<ClaimRecord, StoreError> {
    todo!()
}

/// Several claims, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[ClaimId]) -> Result<Vec<ClaimRecord>, StoreError> {
    todo!()
}

/// Adds a decision and writes the claim as it stands after it, if nobody decided meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn decide(tx: &Tx, decision: &ClaimDecision, team: TeamId, expected_version: i64) -> Result<(), StoreError> {
    todo!()
}

/// The decisions on a claim, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn decisions(db: &dyn Db, team: TeamId, id: ClaimId) -> Result<Vec<ClaimDecision>, StoreError> {
    todo!()
}

/// Writes which record of the ledger the claim became.
///
/// # Errors
/// When the database fails.
pub async fn set_record(tx: &Tx, id: ClaimId, record: Option<Uuid>) -> Result<(), StoreError> {
    todo!()
}

/// The claims that became this record.
///
/// # Errors
/// When the database fails.
pub async fn by_record(db: &dyn Db, team: TeamId, record: Uuid) -> Result<Vec<ClaimRecord>, StoreError> {
    todo!()
}

/// Claims of all announcements, newest announcement first.
///
/// # Errors
/// When the database fails.
pub async fn list_all(
    db: &dyn Db,
    team: TeamId,
    filter: &ClaimFilter,
    page: &Page,
) -> Result<PageOf<ClaimRecord>, StoreError> {
    todo!()
}

/// The announcements with a taken claim that became this record, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn sources(db: &dyn Db, team: TeamId, record: Uuid) -> Result<Vec<AnnouncementId>, StoreError> {
    todo!()
}

/// The number of announcements with a taken claim, for each record that has one.
///
/// # Errors
/// When the database fails.
pub async fn source_counts(db: &dyn Db, team: TeamId, records: &[Uuid]) -> Result<Vec<(Uuid, i64)>, StoreError> {
    todo!()
}
