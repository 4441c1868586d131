//! What the three kinds of records share: the link from claim to record, and the sources shown beside a record.

use super::Work;
use crate::error::AppError;
use samesky_model::id::AnnouncementId;
use samesky_model::record::{Announcement, ClaimKind, ClaimRecord};
use samesky_store as store;
use std::collections::HashMap;
use uuid::Uuid;

/// A claim on which a record rests, with its announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// The claim.
    pub claim: ClaimRecord,
    /// The announcement that states it.
    pub announcement: Announcement,
}

/// The claims of one kind in an announcement.
pub(super) async fn claims_of(
    work: Work<'_>,
    announcement: AnnouncementId,
    kind: ClaimKind,
) -> Result<Vec<ClaimRecord>, AppError> {
    Ok(store::claim::list_of_kind(work.tx, work.session.team, announcement, kind).await?)
}

/// The claims on which a record rests, in the order in which their announcements were brought in.
pub(crate) async fn sources(work: Work<'_>, record: Uuid) -> Result<Vec<SourceRow>, AppError> {
    source_rows(work.tx, work.session.team, record).await
}

/// The same outside of a transaction.
pub(crate) async fn source_rows(
    db: &dyn store::Db,
    team: samesky_model::id::TeamId,
    record: Uuid,
) -> Result<Vec<SourceRow>, AppError> {
    let claims: Vec<_> =
        store::claim::by_record(db, team, record).await?.into_iter().filter(|claim| claim.state.is_taken()).collect();
    let ids: Vec<_> = claims.iter().map(|claim| claim.announcement).collect();
    let announcements: HashMap<_, _> = store::announcement::summaries(db, team, &ids)
        .await?
        .into_iter()
        .map(|announcement| (announcement.id, announcement))
        .collect();
    let mut rows: Vec<_> = claims
        .into_iter()
        .filter_map(|claim| {
            announcements.get(&claim.announcement).cloned().map(|announcement| SourceRow { claim, announcement })
        })
        .collect();
    rows.sort_by_key(|row| (row.announcement.imported.at, row.announcement.id, row.claim.ordinal));
    Ok(rows)
}

/// Takes the link away from a claim that is not taken any more and tells which record lost it.
pub(super) async fn release(work: Work<'_>, claim: &ClaimRecord) -> Result<Option<Uuid>, AppError> {
    let lost = claim.record;
    if lost.is_some() {
        store::claim::set_record(work.tx, claim.id, None).await?;
    }
    Ok(lost)
}
