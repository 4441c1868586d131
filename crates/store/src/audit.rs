//! The audit. There is no function that changes or removes a record of it.

use crate::{Db, Page, PageOf, StoreError, Tx};
use jiff::Timestamp;
use samesky_model::{
    id::TeamId,
    record::{AuditRecord, RecordKind},
};
use uuid::Uuid;

/// Which audit records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// On this record.
    pub record: Option<Uuid>,
    /// On records of this kind.
    pub record_kind: Option<RecordKind>,
    /// Whose action begins so: `claim.`.
    pub action_prefix: Option<String>,
    /// By this account.
    pub by: Option<String>,
    /// At this instant or later.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub to: Option<Timestamp>,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn append(tx: &Tx, record: &AuditRecord) -> Result<(), StoreError> {
    todo!()
}

/// Audit records, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &AuditFilter,
    page: &Page,
) -> Result<PageOf<AuditRecord>, StoreError> {
    todo!()
}
