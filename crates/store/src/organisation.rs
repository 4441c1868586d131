//! Organisations of the ledger.

pub use crate::claim::{source_counts, sources};
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{OrganisationId, TeamId},
    reading::OrganisationKind,
    record::{OrganisationRecord, RecordState},
};

/// Which organisations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationFilter {
    /// Words in a name; case does not matter.
    pub text_contains: Option<String>,
    /// Of this kind.
    pub kind: Option<OrganisationKind>,
    /// Whether still resting on a claim.
    pub state: Option<RecordState>,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, record: &OrganisationRecord) -> Result<(), StoreError> {
    todo!()
}

/// Writes a record if nobody changed it meanwhile; its version becomes `record.version`, which must be above the expected one.
///
/// # Errors
/// When the database fails.
pub async fn update(tx: &Tx, record: &OrganisationRecord, expected_version: i64) -> Result<(), StoreError> {
    todo!()
}

/// One record.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: OrganisationId) -> Result<OrganisationRecord, StoreError> {
    todo!()
}

/// Several records, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(
    db: &dyn Db,
    team: TeamId,
    ids: &[OrganisationId],
) -> Result<Vec<OrganisationRecord>, StoreError> {
    todo!()
}

/// Records, by name.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &OrganisationFilter,
    page: &Page,
) -> Result<PageOf<OrganisationRecord>, StoreError> {
    todo!()
}

/// The records that have one of these normalised names as a key.
///
/// # Errors
/// When the database fails.
pub async fn by_names(db: &dyn Db, team: TeamId, keys: &[String]) -> Result<Vec<OrganisationRecord>, StoreError> {
    todo!()
}

/// Writes the normalised names by which a record is found; those set before are dropped.
///
/// # Errors
/// When the database fails.
pub async fn set_keys(tx: &Tx, id: OrganisationId, keys: &[String]) -> Result<(), StoreError> {
    todo!()
}
